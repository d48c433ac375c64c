"""Joins a dose to a movement: when each phase of an exercise happens."""

from sijoint_desktop.content.model import Dose, Exercise, SelfTest, Tempo
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.model import MotionSpec
from sijoint_desktop.motion.timeline import Section, Timeline, build_timeline


def dose_timeline(exercise: Exercise, dose: Dose, section: Section | None = None) -> Timeline:
    """Return the phases of an exercise, or of one section of it, at the tempo of a dose."""
    return _timeline(exercise.motion, dose.tempo, dose.hold_s, section)


def self_test_timeline(test: SelfTest) -> Timeline:
    """Return the phases of a self-test at its own tempo."""
    return _timeline(test.motion, test.tempo, test.hold_s)


def _timeline(
    motion: MotionSpec, tempo: Tempo, hold_s: Seconds, section: Section | None = None
) -> Timeline:
    return build_timeline(
        motion,
        effort_s=tempo.effort_s,
        return_s=tempo.return_s,
        pause_s=tempo.pause_s,
        hold_s=hold_s,
        section=section,
    )
