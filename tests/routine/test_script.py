import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.model import Dose, Level, Sides, Tempo
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.timeline import Section, build_timeline
from sijoint_desktop.routine.model import Routine, Slot, SlotSides
from sijoint_desktop.routine.script import (
    Part,
    Script,
    SegmentKind,
    Timings,
    compile_script,
    routine_minutes,
    slot_duration,
)
from tests.content.samples import NOD, REACH, shipped_files

WAY_IN_AND_OUT = """
[[motion.timeline]]
pose = "up"
phase = "Come in"
move = 2
section = "enter"

[[motion.timeline]]
pose = "start"
phase = "Get set"
move = 1.5
section = "enter"
"""

GO_OUT = """
[[motion.timeline]]
pose = "up"
phase = "Go out"
move = 3
section = "exit"

[[motion.timeline]]
pose = "start"
phase = "Lie down"
move = 2
section = "exit"

[[motion.mistake]]"""


def with_ways(text: str) -> str:
    """The same exercise with a way into the position and one out of it."""
    head, tail = text.split('section = "enter"\n', 1)
    return (head + 'section = "enter"\n' + WAY_IN_AND_OUT + tail).replace(
        "\n[[motion.mistake]]", GO_OUT, 1
    )


ALTERNATING = (
    REACH.replace('sides = "each"', 'sides = "alternating"')
    .replace('id = "reach"', 'id = "swap"')
    .replace("E90", "E92")
)
LONG = with_ways(REACH.replace('id = "reach"', 'id = "long"').replace("E90", "E93"))
BELT = (
    with_ways(NOD)
    .replace('id = "nod"', 'id = "belt"')
    .replace("E91", "E94")
    .replace("rest_s = 30", "rest_s = 0\nwear_minutes = [15, 30]")
)

STOP = (
    NOD.replace('id = "nod"', 'id = "stop"')
    .replace("E91", "E95")
    .replace('phases = ["Reach", "Hold"]', 'phases = ["Reach"]')
    .replace('hold = "dose"', "hold = 1.5")
)

LIBRARY = parse_library(
    {"reach": REACH, "nod": NOD, "swap": ALTERNATING, "long": LONG, "belt": BELT, "stop": STOP}
)
TEMPO = Tempo(Seconds(2.0), Seconds(3.0), Seconds(1.0))


def dose(sets: int = 1, reps: int = 2, hold: float = 5.0, rest: float = 30.0) -> Dose:
    return Dose(sets, reps, Seconds(hold), TEMPO, Seconds(rest), (3, 3))


def slot(name: str, amount: Dose, **more: object) -> Slot:
    exercise = LIBRARY.get(name)
    return Slot(exercise.id, Level.STANDARD, amount, **more)  # type: ignore[arg-type]


def routine(*slots: Slot) -> Routine:
    return Routine(RoutineId("test"), "Test", "", slots)


def compiled(*slots: Slot) -> Script:
    return compile_script(routine(*slots), LIBRARY)


def told(script: Script) -> list[str]:
    """The script in short: part or phase, side, set.repetition and seconds."""
    lines = []
    for segment in script.segments:
        side = f" {segment.side.value}" if segment.side else ""
        where = f" {segment.set_number}.{segment.rep_number}" if segment.ends_rep else ""
        lines.append(f"{segment.phase_name}{side}{where} {segment.duration_s:g}")
    return lines


def test_together_goes_through_sets_and_repetitions() -> None:
    assert told(compiled(slot("nod", dose(sets=2)))) == [
        "Get ready 10",
        "Reach 2",
        "Hold 5",
        "Lower 1.1 3",
        "Pause 1",
        "Reach 2",
        "Hold 5",
        "Lower 1.2 3",
        "Rest 30",
        "Reach 2",
        "Hold 5",
        "Lower 2.1 3",
        "Pause 1",
        "Reach 2",
        "Hold 5",
        "Lower 2.2 3",
    ]


_BOTH_RUNS = [
    "Come in left 2",
    "Get set left 1.5",
    "Reach left 2",
    "Hold left 5",
    "Lower left 1.1 3",
    "Go out left 3",
    "Lie down left 2",
    "Change sides right 5",
    "Come in right 2",
    "Get set right 1.5",
    "Reach right 2",
    "Hold right 5",
    "Lower right 1.1 3",
    "Go out right 3",
    "Lie down right 2",
]


def test_each_side_does_all_its_repetitions_then_the_other_in_every_set() -> None:
    assert told(compiled(slot("long", dose(sets=2, reps=1)))) == [
        "Get ready left 10",
        *_BOTH_RUNS,
        "Rest left 30",
        *(line.replace(" 1.1 ", " 2.1 ") for line in _BOTH_RUNS),
    ]


def test_alternating_changes_side_with_each_repetition_and_without_a_pause_for_it() -> None:
    script = compiled(slot("swap", dose(reps=2), start_side=Side.RIGHT))
    ends = [(s.side, s.rep_number) for s in script.segments if s.ends_rep]
    assert ends == [(Side.RIGHT, 1), (Side.LEFT, 1), (Side.RIGHT, 2), (Side.LEFT, 2)]
    assert all(s.part is not Part.SIDE_CHANGE for s in script.segments)


@pytest.mark.parametrize("name", ["reach", "swap"])
def test_one_side_alone_has_no_side_change(name: str) -> None:
    script = compiled(slot(name, dose(), sides=SlotSides.RIGHT))
    assert {s.side for s in script.segments} == {Side.RIGHT}
    assert script.planned_reps == 2


def test_the_start_side_comes_first() -> None:
    script = compiled(slot("reach", dose(), start_side=Side.RIGHT))
    assert [s.side for s in script.segments if s.ends_rep] == [
        Side.RIGHT,
        Side.RIGHT,
        Side.LEFT,
        Side.LEFT,
    ]


def test_the_weaker_side_does_one_set_more_at_the_end() -> None:
    lines = told(compiled(slot("reach", dose(sets=1, reps=1), extra_set=Side.RIGHT)))
    assert [line for line in lines if "1.1" in line or "2.1" in line] == [
        "Lower left 1.1 3",
        "Lower right 1.1 3",
        "Lower right 2.1 3",
    ]
    assert lines.count("Rest right 30") == 1
    together = compiled(slot("nod", dose(sets=1, reps=1), extra_set=Side.RIGHT))
    assert together == compiled(slot("nod", dose(sets=1, reps=1)))


def test_between_exercises_there_is_a_rest_that_shows_the_next_one() -> None:
    script = compiled(slot("nod", dose()), slot("reach", dose()))
    after = [s for s in script.segments if s.slot == 1][:2]
    assert [(s.part, s.duration_s, s.exercise_id) for s in after] == [
        (Part.REST_EXERCISE, 20.0, "reach"),
        (Part.READY, 5.0, "reach"),
    ]
    first = next(s for s in script.segments if s.slot == 1 and s.part is Part.REPEAT)
    assert after[0].row_start == after[0].row_end == first.row_start


def test_a_dose_without_a_rest_takes_the_usual_one() -> None:
    script = compiled(slot("nod", dose(sets=2, rest=0.0)))
    assert [s.duration_s for s in script.segments if s.part is Part.REST_SET] == [15.0]


def test_the_belt_is_put_on_once_and_stays_on() -> None:
    exercise = LIBRARY.get("belt")
    script = compiled(slot("belt", exercise.doses[Level.STANDARD]))
    assert script.planned_reps == 1
    assert all(s.part is not Part.EXIT for s in script.segments)
    assert script.duration_s < 120


def test_a_step_of_a_fitting_takes_as_long_as_a_person_needs() -> None:
    exercise = LIBRARY.get("belt")
    script = compiled(slot("belt", exercise.doses[Level.STANDARD]))
    moves = [s for s in script.segments if s.kind in (SegmentKind.MOVE, SegmentKind.RETURN)]
    assert moves
    assert all(s.duration_s == Timings().fitting_step_s for s in moves)


def test_a_stop_that_ends_a_movement_is_part_of_it() -> None:
    script = compiled(slot("stop", dose(reps=1, hold=3.0)))
    assert told(script)[1:] == ["Reach 3.5", "Lower 1.1 3"]
    (reach,) = [s for s in script.segments if s.phase_name == "Reach"]
    (lower,) = [s for s in script.segments if s.phase_name == "Lower"]
    assert (reach.row_start, reach.row_end) != (lower.row_start, lower.row_end)
    assert reach.row_end == lower.row_start


def test_a_repetition_is_done_when_the_movement_is_back_not_after_the_pause() -> None:
    script = compiled(slot("nod", dose()))
    ending = [s for s in script.segments if s.ends_rep]
    assert {s.kind for s in ending} == {SegmentKind.RETURN}
    assert all(s.hold_s == 5.0 for s in ending)


def test_blocks_are_repetitions_rests_and_ways() -> None:
    script = compiled(slot("long", dose(reps=2)))
    blocks: dict[int, list[str]] = {}
    for segment in script.segments:
        blocks.setdefault(segment.block, []).append(segment.phase_name)
    assert list(blocks.values())[:5] == [
        ["Get ready"],
        ["Come in", "Get set"],
        ["Reach", "Hold", "Lower", "Pause"],
        ["Reach", "Hold", "Lower"],
        ["Go out", "Lie down"],
    ]


def test_the_figure_starts_each_segment_where_the_one_before_left_it() -> None:
    exercise = LIBRARY.get("long")
    script = compiled(slot("long", dose(reps=3)))
    loop = build_timeline(
        exercise.motion, effort_s=2, return_s=3, pause_s=1, hold_s=5, section=Section.REPEAT
    )
    start, end = loop.phases[0].row_start, loop.phases[-1].row_end
    for before, after in zip(script.segments, script.segments[1:], strict=False):
        if before.side is not after.side or after.part in (Part.SIDE_CHANGE, Part.REST_SET):
            continue
        same = after.row_start == before.row_end
        again = (before.row_end, after.row_start) == (end, start)
        assert same or again


doses = st.builds(
    dose,
    sets=st.integers(1, 3),
    reps=st.integers(1, 6),
    hold=st.sampled_from([0.0, 1.0, 2.5, 30.0]),
    rest=st.sampled_from([0.0, 15.0, 45.0]),
)
slots = st.builds(
    slot,
    st.sampled_from(["reach", "nod", "swap", "long"]),
    doses,
    sides=st.sampled_from(SlotSides),
    start_side=st.sampled_from(Side),
)


@given(st.lists(slots, min_size=1, max_size=4))
def test_segments_follow_each_other_and_add_up(chosen: list[Slot]) -> None:
    script = compile_script(routine(*chosen), LIBRARY)
    at = 0.0
    for segment in script.segments:
        assert segment.start_s == at
        assert segment.duration_s > 0
        at = segment.end_s
    assert script.duration_s == at
    assert script.slots == len(chosen)
    parts = sum(slot_duration(s, LIBRARY.get(s.exercise_id)) for s in chosen)
    rests = 20 * (len(chosen) - 1)
    assert script.duration_s == pytest.approx(parts + rests + 5)  # the first "get ready" is longer
    assert routine_minutes(routine(*chosen), LIBRARY) == math.ceil(script.duration_s / 60)


@given(st.lists(slots, min_size=1, max_size=4))
def test_repetitions_are_sets_times_reps_times_sides(chosen: list[Slot]) -> None:
    script = compile_script(routine(*chosen), LIBRARY)
    for index, one in enumerate(chosen):
        together = LIBRARY.get(one.exercise_id).sides is Sides.TOGETHER
        sides = 2 if not together and one.sides is SlotSides.BOTH else 1
        done = [
            (s.set_number, s.side, s.rep_number)
            for s in script.segments
            if s.slot == index and s.ends_rep
        ]
        assert len(done) == len(set(done)) == one.dose.sets * one.dose.reps * sides


@given(st.lists(slots, min_size=1, max_size=2))
def test_both_sides_get_the_same_time(chosen: list[Slot]) -> None:
    script = compile_script(routine(*chosen), LIBRARY)
    for index, one in enumerate(chosen):
        if LIBRARY.get(one.exercise_id).sides is Sides.TOGETHER:
            continue
        if one.sides is not SlotSides.BOTH:
            continue
        held = {
            side: sum(
                s.duration_s
                for s in script.segments
                if s.slot == index and s.side is side and s.kind is SegmentKind.HOLD
            )
            for side in Side
        }
        assert held[Side.LEFT] == held[Side.RIGHT]


def test_timings_are_the_persons_own() -> None:
    own = Timings(get_ready_s=3, first_ready_s=4, side_change_s=8, rest_exercises_s=12)
    script = compile_script(routine(slot("reach", dose()), slot("nod", dose())), LIBRARY, own)
    by_part = {s.part: s.duration_s for s in script.segments if s.part is not Part.REPEAT}
    assert by_part == {Part.READY: 3.0, Part.SIDE_CHANGE: 8.0, Part.REST_EXERCISE: 12.0}
    assert script.segments[0].duration_s == 4.0


def test_an_empty_routine_takes_no_time() -> None:
    assert compiled().duration_s == 0
    assert routine_minutes(routine(), LIBRARY) == 0


def test_only_what_the_dose_asks_to_hold_is_a_hold() -> None:
    script = compiled(slot("long", dose(hold=0.0)))
    assert all(s.kind is not SegmentKind.HOLD for s in script.segments)
    assert all(s.hold_s == 0 for s in script.segments)


@pytest.mark.parametrize("level", list(Level))
def test_every_exercise_of_the_programme_can_be_done_at_every_level(level: Level) -> None:
    library = parse_library(shipped_files())
    whole = Routine(
        RoutineId("all"), "All", "", tuple(Slot(e.id, level, e.doses[level]) for e in library)
    )
    script = compile_script(whole, library)
    assert script.slots == len(library)
    for exercise in library:
        names = {s.phase_name for s in script.segments if s.exercise_id == exercise.id}
        lit = {name for step in exercise.steps for name in step.phases}
        moving = {
            s.phase_name
            for s in script.segments
            if s.exercise_id == exercise.id and s.kind is SegmentKind.MOVE
        }
        assert names & lit
        assert moving <= lit, f"{exercise.id}: no step says what to do in {moving - lit}"
