"""A timeline follows the dose, and its rows do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.motion.timeline import (
    PhaseKind,
    Role,
    Section,
    Timeline,
    build_timeline,
    row_counts,
)
from tests.motion import shipped

seconds = st.floats(0.8, 60)
pauses = st.sampled_from([0.0, 1.0, 5.0])


def timeline(
    name: str, hold_s: float = 3, section: Section | None = None, **tempo: float
) -> Timeline:
    stated = {"effort_s": 2.0, "return_s": 3.0, "pause_s": 1.0} | tempo
    return build_timeline(shipped.spec(name), hold_s=hold_s, section=section, **stated)


def test_the_bridge_lifts_holds_lowers_and_pauses_as_the_dose_says() -> None:
    found = [(p.name, p.kind, p.duration_s) for p in timeline("glute_bridge", hold_s=4).phases]
    assert found == [
        ("Ready", PhaseKind.REST, pytest.approx(0.8)),
        ("Lift", PhaseKind.MOVE, pytest.approx(2)),
        ("Hold", PhaseKind.HOLD, pytest.approx(4)),
        ("Lower", PhaseKind.MOVE, pytest.approx(3)),
        ("Pause", PhaseKind.REST, pytest.approx(1)),
    ]


def test_a_pause_of_no_length_is_left_out() -> None:
    assert [p.name for p in timeline("glute_bridge", pause_s=0).phases][-1] == "Lower"


def test_a_move_of_no_length_is_refused() -> None:
    with pytest.raises(ValueError, match="Lift would take 0 s"):
        timeline("glute_bridge", effort_s=0)


@given(st.sampled_from(shipped.NAMES), seconds, seconds, seconds, pauses)
def test_phases_fill_the_time_and_rows_never_jump(
    name: str, hold: float, effort: float, back: float, pause: float
) -> None:
    found = timeline(name, hold, effort_s=effort, return_s=back, pause_s=pause)
    assert found.phases[0].start_s == 0
    assert found.phases[0].row_start == 0
    assert found.phases[-1].row_end == sum(row_counts(shipped.spec(name)))
    for before, after in zip(found.phases, found.phases[1:], strict=False):
        assert before.end_s == after.start_s
        assert before.row_end == after.row_start
    for phase in found.phases:
        assert (phase.row_start == phase.row_end) == (phase.kind is not PhaseKind.MOVE)
        if phase.role is Role.HOLD:
            assert phase.duration_s == pytest.approx(hold)
    assert found.duration_s == found.phases[-1].end_s


@given(st.sampled_from(shipped.NAMES), st.floats(0, 200))
def test_time_wraps_and_rows_stay_inside_their_phase(name: str, t: float) -> None:
    found = timeline(name)
    phase = found.phase_at(t)
    assert phase.start_s <= found.wrap(t) <= phase.end_s
    assert phase.row_start <= found.row_at(t) <= phase.row_end
    assert found.row_at(t + found.duration_s) == pytest.approx(found.row_at(t), abs=1e-6)


@pytest.mark.parametrize("name", shipped.NAMES)
def test_the_sections_make_up_the_whole(name: str) -> None:
    whole = timeline(name)
    parts = [timeline(name, section=section) for section in Section]
    names = [phase.name for part in parts for phase in part.phases]
    assert names == [phase.name for phase in whole.phases]
    assert sum(part.duration_s for part in parts) == pytest.approx(whole.duration_s)
    assert [part.loop for part in parts] == [False, True, False]


@pytest.mark.parametrize("name", shipped.NAMES)
def test_a_repetition_ends_where_it_began(name: str) -> None:
    rows = [p.row_start for p in timeline(name, section=Section.REPEAT).phases]
    counts = row_counts(shipped.spec(name))
    assert rows[0] in {sum(counts[: i + 1]) for i in range(len(counts))}


def test_a_sweep_through_via_poses_is_one_phase_of_the_dose() -> None:
    cat = next(p for p in timeline("cat_cow", effort_s=4).phases if p.name == "Cat")
    assert cat.duration_s == pytest.approx(4)
    assert cat.role is Role.EFFORT


def test_rows_do_not_depend_on_the_dose() -> None:
    slow, fast = timeline("bird_dog", 30, effort_s=9), timeline("bird_dog", 1, effort_s=1)
    assert [p.row_end for p in slow.phases] == [p.row_end for p in fast.phases]
