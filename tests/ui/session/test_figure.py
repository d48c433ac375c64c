"""The figure of a session is painted as often as a person can see the difference."""

from dataclasses import replace

import pytest

from sijoint_desktop.core.side import Side
from sijoint_desktop.player.session import Session
from sijoint_desktop.player.snapshot import Snapshot, State
from sijoint_desktop.routine.script import Part, Script, compile_script
from sijoint_desktop.ui.session.figure import FigureFollower
from tests.ui.session.conftest import LIBRARY, routine

ROUTINE = routine("reach")


class PlainStage:
    """Stands for ui/figure/stage.py; a row is so many pixels wide."""

    def __init__(self, px_per_row: float) -> None:
        self.px_per_row = px_per_row
        self.rows: list[float] = []
        self.prepared: list[Side | None] = []

    def show_motion(self, exercise, timeline, side) -> None:
        pass

    def prepare(self, exercise, side) -> None:
        self.prepared.append(side)

    def moved_px(self, row: float) -> float:
        return abs(row - self.rows[-1]) * self.px_per_row

    def set_row(self, row: float) -> None:
        self.rows.append(row)


@pytest.fixture
def script() -> Script:
    return compile_script(ROUTINE, LIBRARY)


def moments(script: Script, rate: int = 60) -> list[Snapshot]:
    """Every look of a session that nobody interrupts."""
    session, step = Session(script), 0
    session.start(0.0)
    found = []
    while session.state is not State.FINISHED:
        found.append(session.snapshot(step / rate))
        step += 1
        session.advance(step / rate)
    return found


def follow(script: Script, stage: PlainStage, looks: list[Snapshot]) -> FigureFollower:
    follower = FigureFollower(stage, LIBRARY)
    follower.take(ROUTINE, script)
    for shown in looks:
        follower.follow(shown, key_poses=False)
    return follower


def moving(script: Script) -> list[Snapshot]:
    """The looks of the first movement of a repetition."""
    repeats = [s for s in moments(script) if s.part is Part.REPEAT]
    return [s for s in repeats if s.segment == repeats[0].segment]


def test_a_fast_movement_is_painted_with_every_look(script: Script) -> None:
    looks = moving(script)
    stage = PlainStage(px_per_row=1000.0)
    follow(script, stage, looks)
    assert len(stage.rows) >= len(looks) - 3  # one is left out before each change of the number


def test_a_slow_movement_is_painted_twenty_times_a_second(script: Script) -> None:
    looks = moving(script)
    stage = PlainStage(px_per_row=0.3)
    follow(script, stage, looks)
    assert len(looks) / 4 < len(stage.rows) <= len(looks) / 3 + 1


def test_a_movement_too_small_to_see_is_not_painted(script: Script) -> None:
    stage = PlainStage(px_per_row=0.001)
    follow(script, stage, moving(script))
    assert len(stage.rows) == 1


def test_every_phase_begins_exactly_where_it_should(script: Script) -> None:
    stage = PlainStage(px_per_row=0.001)
    follower = FigureFollower(stage, LIBRARY)
    follower.take(ROUTINE, script)
    segment = None
    for shown in moments(script):
        follower.follow(shown, key_poses=False)
        if shown.segment != segment:
            assert follower.row == shown.row
        segment = shown.segment


def test_whenever_time_stands_still_the_figure_is_exactly_there(script: Script) -> None:
    stage = PlainStage(px_per_row=0.001)
    looks = moving(script)
    paused = replace(looks[20], state=State.PAUSED)
    assert follow(script, stage, [*looks[:20], paused]).row == paused.row


def test_the_other_side_is_ready_before_it_is_shown(script: Script) -> None:
    stage = PlainStage(px_per_row=1.0)
    looks = moments(script)
    first_right = next(i for i, s in enumerate(looks) if s.side is Side.RIGHT)
    follow(script, stage, looks[: first_right - 1])
    assert stage.prepared[-1] is Side.RIGHT
