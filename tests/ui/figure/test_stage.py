"""The stage plays by the clock, only while it is seen, and turns by mouse and keys."""

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.timeline import Timeline
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import Layer, Look
from sijoint_desktop.ui.figure.stage import FigureStage
from sijoint_desktop.ui.style.style import Style


class CountingClips(ClipStore):
    """Counts how often a clip was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def get(self, exercise: Exercise, side: Side | None = None):  # type: ignore[no-untyped-def]
        self.asked += 1
        return super().get(exercise, side)


class WatchedStage(FigureStage):
    """Counts its frames."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self.painted += 1
        super().paintEvent(event)


@pytest.fixture
def counting() -> CountingClips:
    return CountingClips()


@pytest.fixture
def stage(  # noqa: PLR0917
    style: Style,
    counting: CountingClips,
    look: Callable[[], Look],
    hand_clock: Callable[[], float],
    exercise: Exercise,
    timeline: Timeline,
) -> Iterator[WatchedStage]:
    made = WatchedStage(style=style, clips=counting, look=look, now=hand_clock)
    made.resize(400, 240)
    made.show_motion(exercise, timeline, Side.LEFT)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def settle() -> None:
    QApplication.processEvents()


def test_nothing_is_baked_or_painted_before_it_is_shown(
    stage: WatchedStage, counting: CountingClips
) -> None:
    stage.play()
    stage.set_time(1.0)
    settle()
    assert counting.asked == 0
    assert stage.painted == 0
    assert not stage._timer.isActive()


def test_timer_runs_only_while_it_plays_and_is_seen(stage: WatchedStage) -> None:
    stage.show()
    settle()
    assert not stage._timer.isActive()
    stage.play()
    assert stage._timer.isActive()
    stage.hide()
    assert not stage._timer.isActive()
    stage.show()
    assert stage._timer.isActive()
    stage.pause()
    assert not stage._timer.isActive()


def test_hidden_stage_paints_nothing_and_stands_still(
    stage: WatchedStage, hand_clock: Callable[[], float]
) -> None:
    stage.show()
    stage.play()
    settle()
    stage.hide()
    before, at = stage.painted, stage.head.time
    hand_clock.pass_by(3.0)  # type: ignore[attr-defined]
    settle()
    assert stage.painted == before
    stage.show()
    stage._on_tick()
    assert stage.head.time == pytest.approx(at)


def test_time_follows_the_clock_and_not_the_ticks(
    stage: WatchedStage, hand_clock: Callable[[], float]
) -> None:
    stage.show()
    stage.play()
    for seconds in (0.033, 0.4, 0.067):
        hand_clock.pass_by(seconds)  # type: ignore[attr-defined]
        stage._on_tick()
    assert stage.head.time == pytest.approx(0.5)
    stage.set_speed(0.5)
    hand_clock.pass_by(1.0)  # type: ignore[attr-defined]
    stage._on_tick()
    assert stage.head.time == pytest.approx(1.0)


def test_a_hold_is_painted_once(
    stage: WatchedStage, hand_clock: Callable[[], float], timeline: Timeline
) -> None:
    stage.show()
    hold = next(phase for phase in timeline.phases if phase.name == "Hold")
    stage.play()
    stage.set_time(hold.start_s + 0.2)
    settle()
    before = stage.painted
    for _ in range(5):
        hand_clock.pass_by(0.1)  # type: ignore[attr-defined]
        stage._on_tick()
        settle()
    assert stage.painted == before


def test_phases_are_told_as_they_begin(stage: WatchedStage, timeline: Timeline) -> None:
    told: list[str] = []
    stage.phase_changed.connect(told.append)
    for phase in timeline.phases:
        stage.set_time(phase.start_s + 0.1)
        stage.set_time(phase.start_s + 0.2)
    names = [phase.name for phase in timeline.phases]
    assert told[-len(names) + 1 :] == names[1:]
    assert stage.accessibleDescription() == names[-1]


def test_screen_reader_finds_a_named_picture(stage: WatchedStage) -> None:
    found = QAccessible.queryAccessibleInterface(stage)
    assert found.text(QAccessible.Text.Name) == "Figure: Arm reach, left arm up"
    assert found.role() == QAccessible.Role.Graphic
    assert stage.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_shift_arrows_turn_and_double_click_goes_back(stage: WatchedStage) -> None:
    stage.show()
    first = stage.view.angles  # type: ignore[union-attr]
    QTest.keyClick(stage, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(stage, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    around, up = stage.view.angles  # type: ignore[union-attr]
    assert around > first[0]
    assert up > first[1]
    QTest.mouseDClick(stage, Qt.MouseButton.LeftButton)
    assert stage.view.angles == first  # type: ignore[union-attr]


def test_plain_arrows_are_left_to_others(stage: WatchedStage) -> None:
    stage.show()
    first = stage.view.angles  # type: ignore[union-attr]
    QTest.keyClick(stage, Qt.Key.Key_Right)
    assert stage.view.angles == first  # type: ignore[union-attr]


def test_dragging_turns_the_figure(stage: WatchedStage) -> None:
    stage.show()
    first = stage.view.angles  # type: ignore[union-attr]
    views: list[str] = []
    stage.view_changed.connect(views.append)
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, pos=QPoint(200, 120))
    QTest.mouseMove(stage, QPoint(150, 140))
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=QPoint(150, 140))
    assert stage.view.angles != first  # type: ignore[union-attr]
    assert views == [""]


def test_plus_and_minus_zoom_within_bounds(stage: WatchedStage) -> None:
    stage.show()
    for _ in range(30):
        QTest.keyClick(stage, Qt.Key.Key_Plus)
    nearest = stage.view.zoom  # type: ignore[union-attr]
    assert nearest == 4.0
    for _ in range(60):
        QTest.keyClick(stage, Qt.Key.Key_Minus)
    assert 0.5 < stage.view.zoom < 1.0  # type: ignore[union-attr]
    QTest.keyClick(stage, Qt.Key.Key_Home)
    assert stage.view.zoom == 1.0  # type: ignore[union-attr]


def test_a_row_can_be_shown_for_another_clock(stage: WatchedStage) -> None:
    stage.show()
    settle()
    before = stage.grab().toImage()
    stage.set_row(60.0)
    assert stage.grab().toImage() != before
    assert stage._moment().row == 60.0


def test_layers_change_the_picture(stage: WatchedStage) -> None:
    stage.show()
    stage.set_time(1.5)
    stage.set_layers(frozenset())
    plain = stage.grab().toImage()
    for layer in (Layer.ARROWS, Layer.GHOST, Layer.CONTACTS, Layer.BREATH):
        stage.set_layers(frozenset({layer}))
        assert stage.grab().toImage() != plain, layer


def test_key_poses_replace_movement_where_it_is_not_wanted(  # noqa: PLR0917
    still_style: Style,
    clips: ClipStore,
    look: Callable[[], Look],
    hand_clock: Callable[[], float],
    exercise: Exercise,
    timeline: Timeline,
) -> None:
    stage = WatchedStage(style=still_style, clips=clips, look=look, now=hand_clock)
    stage.resize(500, 220)
    stage.show_motion(exercise, timeline, Side.LEFT)
    stage.show()
    stage.set_time(timeline.phases[1].start_s + 0.1)
    early = stage.grab().toImage()
    stage.set_time(timeline.phases[1].start_s + 1.2)
    assert stage.grab().toImage() == early
    stage.close()
    stage.deleteLater()


def test_stage_is_freed(
    style: Style, clips: ClipStore, look: Callable[[], Look], exercise: Exercise, timeline: Timeline
) -> None:
    stage = FigureStage(style=style, clips=clips, look=look)
    stage.show_motion(exercise, timeline, None)
    stage.show()
    stage.play()
    gone = weakref.ref(stage)
    stage.close()
    stage.deleteLater()
    QApplication.sendPostedEvents(stage, QEvent.Type.DeferredDelete)
    del stage
    gc.collect()
    assert gone() is None


def test_a_language_written_from_the_right_does_not_mirror_the_figure(
    stage: WatchedStage, write_from_the_right: Callable[[], None]
) -> None:
    stage.show()
    settle()
    from_the_left = stage.grab().toImage()
    write_from_the_right()
    assert stage.grab().toImage() == from_the_left
