"""Joins a dose to a movement: when each phase of an exercise happens."""

from sijoint_desktop.content.model import Dose, Exercise
from sijoint_desktop.motion.timeline import Section, Timeline, build_timeline


def dose_timeline(exercise: Exercise, dose: Dose, section: Section | None = None) -> Timeline:
    """Return the phases of an exercise, or of one section of it, at the tempo of a dose."""
    return build_timeline(
        exercise.motion,
        effort_s=dose.tempo.effort_s,
        return_s=dose.tempo.return_s,
        pause_s=dose.tempo.pause_s,
        hold_s=dose.hold_s,
        section=section,
    )
