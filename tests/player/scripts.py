"""Scripts for the player's tests, with lengths that floating point adds up exactly."""

from collections.abc import Sequence
from itertools import accumulate

from hypothesis import strategies as st

from sijoint_desktop.content.model import Level
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.timeline import Breath
from sijoint_desktop.routine.script import Part, Script, Segment, SegmentKind

STEP = 1 / 64

SegmentPlan = tuple[SegmentKind, Part, float, int, int, bool]  # kind, part, length, slot, rep, ends


def make_script(plans: Sequence[SegmentPlan]) -> Script:
    starts = [0.0, *accumulate(plan[2] for plan in plans)]
    holds: dict[tuple[int, int], float] = {}
    for kind, _part, length, slot, rep, _ends in plans:
        if kind is SegmentKind.HOLD:
            holds[slot, rep] = holds.get((slot, rep), 0.0) + length
    blocks: list[tuple[int, Part, int]] = []
    segments = []
    for start, (kind, part, length, slot, rep, ends) in zip(starts, plans, strict=False):
        key = (slot, part, rep)
        if not blocks or blocks[-1] != key:
            blocks.append(key)
        segments.append(
            Segment(
                kind=kind,
                part=part,
                start_s=Seconds(start),
                duration_s=Seconds(length),
                slot=slot,
                exercise_id=ExerciseId(f"exercise_{slot}"),
                level=Level.STANDARD,
                side=Side.LEFT,
                set_number=1,
                sets=1,
                rep_number=rep,
                reps=9,
                row_start=10.0 * len(segments),
                row_end=10.0 * len(segments) + 5,
                phase_name=kind.value,
                breath=Breath.FREE,
                hold_s=Seconds(holds.get((slot, rep), 0.0) if part is Part.REPEAT else 0.0),
                ends_rep=ends,
                block=len(blocks) - 1,
            )
        )
    return Script(tuple(segments), Seconds(starts[-1]))


def plain_slot(slot: int, reps: int, *, hold: float = 5.0, pause: float = 1.0) -> list[SegmentPlan]:
    """Get ready 5, way in 2, then move 2, hold, return 3, pause; way out 2."""
    plans: list[SegmentPlan] = []
    if slot:
        plans.append((SegmentKind.REST, Part.REST_EXERCISE, 20.0, slot, 1, False))
    plans += [
        (SegmentKind.GET_READY, Part.READY, 5.0, slot, 1, False),
        (SegmentKind.MOVE, Part.ENTER, 2.0, slot, 1, False),
    ]
    for rep in range(1, reps + 1):
        plans.append((SegmentKind.MOVE, Part.REPEAT, 2.0, slot, rep, False))
        plans.append((SegmentKind.HOLD, Part.REPEAT, hold, slot, rep, False))
        plans.append((SegmentKind.RETURN, Part.REPEAT, 3.0, slot, rep, True))
        plans.append((SegmentKind.REST, Part.REPEAT, pause, slot, rep, False))
    plans.append((SegmentKind.RETURN, Part.EXIT, 2.0, slot, reps, False))
    return plans


TWO_EXERCISES = make_script([*plain_slot(0, 3), *plain_slot(1, 2, hold=20.0)])

lengths = st.integers(1, 64 * 12).map(lambda n: n * STEP)


@st.composite
def scripts(draw: st.DrawFn) -> Script:
    plans: list[SegmentPlan] = []
    for slot in range(draw(st.integers(1, 3))):
        plans += [
            (kind, part, draw(lengths), s, rep, ends)
            for kind, part, _, s, rep, ends in plain_slot(slot, draw(st.integers(1, 3)))
        ]
    return make_script(plans)
