"""The player: stage and controls say and do the same."""

import gc
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.timeline import Timeline
from sijoint_desktop.ui.figure.camera import mirrored
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import Layer, Look
from sijoint_desktop.ui.figure.transport import VIEW_WORDS, FigurePlayer
from sijoint_desktop.ui.figure.view import view_angles
from sijoint_desktop.ui.style.style import Style
from tests.fakes.pseudo import gaps


@pytest.fixture
def player(  # noqa: PLR0917
    style: Style,
    clips: ClipStore,
    look: Callable[[], Look],
    hand_clock: Callable[[], float],
    exercise: Exercise,
    timeline: Timeline,
) -> Iterator[FigurePlayer]:
    made = FigurePlayer(style=style, clips=clips, look=look, now=hand_clock)
    made.resize(700, 460)
    made.show_motion(exercise, timeline)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def button(within: QWidget, word: str) -> QPushButton:
    return next(b for b in within.findChildren(QPushButton) if b.text() == word)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_views_turn_the_camera(player: FigurePlayer, exercise: Exercise) -> None:
    view = player.stage.view
    assert view is not None
    for name, word in VIEW_WORDS:
        click(button(player.views, word))
        assert view.angles == view_angles(name, exercise.motion, view.clip)


def test_turning_by_hand_and_back_shows_in_the_views(player: FigurePlayer) -> None:
    click(button(player.views, "Front"))
    player.stage.orbit(10.0, 0.0)
    assert player.hint.isHidden()
    assert player.views.value == ""
    player.stage.reset_view()
    assert player.views.value == "three_quarter"


def test_a_view_turned_by_hand_is_brought_back_by_its_segment(
    player: FigurePlayer, exercise: Exercise
) -> None:
    view = player.stage.view
    assert view is not None
    click(button(player.views, "Front"))
    player.stage.orbit(30.0, 10.0)
    click(button(player.views, "Front"))
    assert view.angles == view_angles("front", exercise.motion, view.clip)


def test_sides_are_offered_in_words_and_kept_with_the_time(player: FigurePlayer) -> None:
    assert player.sides is not None
    player.stage.set_time(2.0)
    click(button(player.sides, "Right arm"))
    assert player.stage.side is Side.RIGHT
    assert player.stage.head.time == pytest.approx(2.0)
    assert "right arm up" in player.stage.accessibleName()


def test_play_button_and_space_toggle(player: FigurePlayer) -> None:
    assert player.stage.head.running
    assert player.foot.play_button.accessibleName() == "Pause"
    click(player.foot.play_button)
    assert not player.stage.head.running
    assert player.foot.play_button.accessibleName() == "Play"
    QTest.keyClick(player.scrubber, Qt.Key.Key_Space)
    assert player.stage.head.running
    QTest.keyClick(player.stage, Qt.Key.Key_Space)
    assert not player.stage.head.running


def test_frame_steps_pause_and_move_a_little(player: FigurePlayer) -> None:
    player.stage.set_time(1.0)
    click(player.foot.step_forward)
    assert not player.stage.head.running
    assert player.stage.head.time == pytest.approx(1.0 + 1 / 30, abs=2e-3)
    click(player.foot.step_back)
    assert player.stage.head.time == pytest.approx(1.0, abs=2e-3)


def test_speed_changes_how_time_passes(
    player: FigurePlayer, hand_clock: Callable[[], float]
) -> None:
    player.stage.set_time(0.0)
    player.foot.speed.choose(2.0)
    hand_clock.pass_by(0.5)  # type: ignore[attr-defined]
    player.stage._on_tick()
    assert player.stage.head.time == pytest.approx(1.0)
    assert player.foot.speed.accessibleName() == "Speed: 2×"


def test_scrubber_badge_and_steps_follow_the_figure(
    player: FigurePlayer, timeline: Timeline
) -> None:
    told: list[str] = []
    player.phase_changed.connect(told.append)
    hold = next(phase for phase in timeline.phases if phase.name == "Hold")
    player.stage.set_time(hold.start_s + 0.5)
    assert told == ["Hold"]
    assert player.badge.text() == "Hold, 3 s left"
    assert player.scrubber.seconds == pytest.approx(hold.start_s + 0.5, abs=1e-3)


def test_the_knob_steps_where_movement_is_not_wanted(  # noqa: PLR0917
    still_style: Style,
    clips: ClipStore,
    look: Callable[[], Look],
    hand_clock: Callable[[], float],
    exercise: Exercise,
    timeline: Timeline,
    qtbot: QtBot,
) -> None:
    player = FigurePlayer(style=still_style, clips=clips, look=look, now=hand_clock)
    qtbot.addWidget(player)
    player.show_motion(exercise, timeline)
    player.show()
    player.stage.play()
    hold = next(phase for phase in timeline.phases if phase.name == "Hold")
    for gone, shown in ((0.4, 0.0), (0.9, 0.0), (1.2, 1.0)):
        player.stage.set_time(hold.start_s + gone)
        assert player.scrubber.seconds == pytest.approx(hold.start_s + shown, abs=1e-3)
    player.stage.pause()
    assert player.scrubber.seconds == pytest.approx(hold.start_s + 1.2, abs=1e-3)


def test_chips_switch_layers(player: FigurePlayer) -> None:
    view = player.stage.view
    assert view is not None
    assert Layer.GHOST not in view.look.layers
    click(player.foot.chips[Layer.GHOST])
    assert Layer.GHOST in view.look.layers
    click(player.foot.chips[Layer.MUSCLES])
    assert Layer.MUSCLES not in view.look.layers


def test_everything_that_takes_the_focus_has_a_name(player: FigurePlayer) -> None:
    reached = [
        widget
        for widget in player.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(reached) > 12
    for widget in reached:
        words = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or words, widget


@pytest.mark.parametrize("width", [380, 660, 1000])
def test_controls_fit_at_any_width(player: FigurePlayer, width: int) -> None:
    player.resize(width, 500)
    QApplication.processEvents()
    player.resize(width, player.sizeHint().height())
    QApplication.processEvents()
    assert player.sides is not None
    assert not player.views.geometry().intersects(player.sides.geometry())
    for chip in player.foot.chips.values():
        place = chip.mapTo(player, chip.rect().bottomRight())
        assert place.x() <= width
        assert place.y() <= player.height()


@pytest.mark.parametrize("width", [648, 700])
def test_layers_stand_beside_the_buttons_however_many_are_chosen(
    player: FigurePlayer, width: int
) -> None:
    player.resize(width, 460)
    for layer, chip in player.foot.chips.items():
        chip.setChecked(True)
        QApplication.processEvents()
        tops = {c.mapTo(player, c.rect().center()).y() for c in player.foot.chips.values()}
        tops.add(player.foot.speed.mapTo(player, player.foot.speed.rect().center()).y())
        assert max(tops) - min(tops) <= 1, layer
        assert chip.width() >= chip.bare_width
        assert chip.mapTo(player, chip.rect().topRight()).x() <= width - 16


def test_another_level_keeps_view_side_and_standstill(
    player: FigurePlayer, exercise: Exercise, timeline: Timeline
) -> None:
    assert player.sides is not None
    click(button(player.sides, "Right arm"))
    player.stage.orbit(25.0, 10.0)
    player.stage.zoom_by(1.5)
    player.stage.pause()
    before = player.stage.view
    assert before is not None
    variant = replace(exercise)
    assert variant is not exercise
    player.show_motion(variant, timeline)
    after = player.stage.view
    assert after is not None
    assert after is not before
    assert (after.angles, after.zoom) == (before.angles, before.zoom)
    assert player.stage.side is Side.RIGHT
    assert player.sides.value == "right"
    assert not player.stage.head.running


def test_another_side_is_seen_in_the_mirror(player: FigurePlayer) -> None:
    assert player.sides is not None
    player.stage.orbit(25.0, 10.0)
    view = player.stage.view
    assert view is not None
    around, up = view.angles
    click(button(player.sides, "Right arm"))
    turned = player.stage.view
    assert turned is not None
    assert turned.angles == pytest.approx((mirrored(around), up))
    click(button(player.sides, "Left arm"))
    again = player.stage.view
    assert again is not None
    assert again.angles == pytest.approx((around, up))


def test_player_is_freed(
    style: Style, clips: ClipStore, look: Callable[[], Look], exercise: Exercise, timeline: Timeline
) -> None:
    player = FigurePlayer(style=style, clips=clips, look=look)
    player.show_motion(exercise, timeline)
    player.show()
    gone = weakref.ref(player)
    player.close()
    player.deleteLater()
    QApplication.sendPostedEvents(player, QEvent.Type.DeferredDelete)
    del player
    gc.collect()
    assert gone() is None


def test_tab_reaches_the_sides_between_the_views_and_the_timeline(
    player: FigurePlayer,
) -> None:
    player.activateWindow()
    player.stage.setFocus()
    order: list[str] = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget() or player, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        order.append(focus.accessibleName())
    assert order == ["View: Three-quarter", "Side: Left arm", "Timeline", "One frame back"]


@pytest.mark.usefixtures("pseudo")
def test_every_word_is_translated(
    style: Style, clips: ClipStore, look: Callable[[], Look], exercise: Exercise, timeline: Timeline
) -> None:
    made = FigurePlayer(style=style, clips=clips, look=look)
    made.show_motion(exercise, timeline)
    phases = [phase.name for phase in timeline.phases]
    assert gaps(made, (exercise.name, exercise.side_word, *phases)) == []
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)
