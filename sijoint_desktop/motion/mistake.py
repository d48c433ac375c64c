"""Common mistakes beside the motion: what each goes wrong from, and its pose held as a motion."""

from dataclasses import replace

from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.model import MotionSpec, Row
from sijoint_desktop.motion.timeline import Timeline, build_timeline, row_counts

_HELD_S = Seconds(2.0)


def held_mistake(spec: MotionSpec, mistake_id: str) -> tuple[MotionSpec, Timeline]:
    """Return the motion that holds a mistake for two seconds, seen from where it shows best.

    Raises KeyError for an unknown mistake.
    """
    drawn = {mistake.id: mistake for mistake in spec.mistakes}[mistake_id]
    name = drawn.pose.name
    held = Row(name, "", mistake_id, move=Seconds(0.0), hold=_HELD_S)
    # a motion is a way from one pose to the next; the timeline below stops before this one ends
    after = Row(name, mistake_id, "", move=Seconds(1.0), hold=Seconds(0.0))
    still = replace(
        spec,
        poses={name: drawn.pose},
        rows=(held, after),
        mistakes=(),
        variants={},
        camera=drawn.view,
        loop=False,
    )
    whole = build_timeline(still, effort_s=0, return_s=0, pause_s=0, hold_s=0)
    return still, Timeline(whole.phases[:1], whole.phases[0].end_s, loop=False)


def right_row(spec: MotionSpec, mistake_id: str) -> float:
    """Return the row of the clip that shows the right way at the moment of a mistake.

    Raises ValueError for an unknown mistake.
    """
    names = {mistake.id: mistake.right for mistake in spec.mistakes}
    if mistake_id not in names:
        raise ValueError(f"no mistake {mistake_id!r} is drawn; known: {', '.join(names)}")
    at = 0
    for row, count in zip(spec.rows, row_counts(spec), strict=True):
        at += count
        if row.pose == names[mistake_id]:
            return float(at)
    return 0.0
