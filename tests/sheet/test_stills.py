from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.model import Role
from sijoint_desktop.motion.timeline import build_timeline
from sijoint_desktop.sheet.model import Still
from sijoint_desktop.sheet.stills import key_poses
from tests.sheet import samples


def poses(rows: tuple[samples.Row, ...], hold_s: float = 3.0) -> tuple[Still, ...]:
    return key_poses(samples.exercise(rows=rows), samples.dose(hold_s=hold_s), None)


def captions(rows: tuple[samples.Row, ...]) -> list[str]:
    return [still.caption.replace("\N{NO-BREAK SPACE}", " ") for still in poses(rows)]


def test_a_lift_is_shown_at_its_start_and_at_its_top() -> None:
    first, last = poses(samples.LIFT)
    assert captions(samples.LIFT) == ["Start", "Lift, hold 3 s"]
    assert first.arrows_to_row == last.row
    assert last.arrows_to_row is None


def test_a_rock_to_and_fro_has_an_arrow_each_way() -> None:
    arch, flat = poses(samples.ROCK)
    assert captions(samples.ROCK) == ["Arch", "Flatten, hold 3 s"]
    assert arch.arrows_to_row == flat.row
    assert flat.arrows_to_row is not None
    assert flat.arrows_to_row > flat.row


def test_getting_into_place_is_shown_where_it_takes_several_moves() -> None:
    assert captions(samples.CROSS) == ["Start", "Cross", "Reach behind", "Pull, hold 3 s"]


def test_an_effort_in_two_parts_shows_both() -> None:
    assert captions(samples.TWO_PARTS) == ["Start", "Tuck", "Shift, hold 3 s"]


def test_many_stages_are_thinned_and_end_at_the_effort() -> None:
    shown = captions(samples.BELT)
    assert len(shown) == 4
    assert shown[0] == "Find the bones"
    assert shown[-1].startswith("Check")


def test_a_stop_too_short_to_count_is_not_called_a_hold() -> None:
    assert poses(samples.LIFT, hold_s=1)[-1].caption == "Lift"


def test_the_side_is_the_one_that_is_asked_for() -> None:
    shown = key_poses(samples.BIRD_DOG, samples.dose(), Side.RIGHT)
    assert {still.side for still in shown} == {Side.RIGHT}


def test_a_motion_without_a_hold_still_ends_at_its_effort() -> None:
    rows = (samples.ready(), samples.row("Swing", Role.EFFORT), samples.row("Back", Role.RETURN))
    assert captions(rows) == ["Start", "Swing"]


@pytest.mark.parametrize("rows", [samples.LIFT, samples.ROCK, samples.CROSS, samples.BELT])
@given(hold_s=st.floats(0, 60), faster=st.floats(1, 5))
def test_rows_do_not_depend_on_the_dose_and_rise(
    rows: tuple[samples.Row, ...], hold_s: float, faster: float
) -> None:
    spec = samples.motion(rows)
    tempo = replace(samples.dose().tempo, effort_s=samples.Seconds(faster))
    own = replace(samples.dose(hold_s=hold_s), tempo=tempo)
    shown = [still.row for still in key_poses(samples.exercise(rows=rows), own, None)]
    assert shown == [still.row for still in poses(rows)]
    assert shown == sorted(set(shown))
    line = build_timeline(spec, effort_s=2, return_s=2, pause_s=1, hold_s=3)
    ends = {row for phase in line.phases for row in (phase.row_start, phase.row_end)}
    assert set(shown) <= ends
