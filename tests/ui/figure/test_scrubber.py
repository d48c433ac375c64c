"""The scrubber: named stretches of time, by mouse and by keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtTest import QTest

from sijoint_desktop.motion.timeline import Timeline, build_timeline
from sijoint_desktop.ui.figure.scrubber import FRAME_S, TimelineScrubber
from sijoint_desktop.ui.style.style import Style
from tests.content.samples import sample_library


@pytest.fixture
def scrubber(style: Style, timeline: Timeline) -> Iterator[TimelineScrubber]:
    made = TimelineScrubber(style=style)
    made.resize(500, 48)
    made.take(timeline)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_it_is_a_slider_to_a_screen_reader(scrubber: TimelineScrubber) -> None:
    found = QAccessible.queryAccessibleInterface(scrubber)
    assert found.role() == QAccessible.Role.Slider
    assert found.text(QAccessible.Text.Name) == "Timeline"


def test_arrows_step_one_frame(scrubber: TimelineScrubber) -> None:
    QTest.keyClick(scrubber, Qt.Key.Key_Right)
    QTest.keyClick(scrubber, Qt.Key.Key_Right)
    assert scrubber.seconds == pytest.approx(2 * FRAME_S, abs=2e-3)
    QTest.keyClick(scrubber, Qt.Key.Key_Left)
    assert scrubber.seconds == pytest.approx(FRAME_S, abs=2e-3)


def test_control_arrows_go_from_phase_to_phase(
    scrubber: TimelineScrubber, timeline: Timeline
) -> None:
    starts = [phase.start_s for phase in timeline.phases]
    for start in starts[1:]:
        QTest.keyClick(scrubber, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        assert scrubber.seconds == pytest.approx(start, abs=1e-3)
    for start in reversed(starts[:-1]):
        QTest.keyClick(scrubber, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
        assert scrubber.seconds == pytest.approx(start, abs=1e-3)


def test_ends_are_reached_and_never_passed(scrubber: TimelineScrubber, timeline: Timeline) -> None:
    QTest.keyClick(scrubber, Qt.Key.Key_Left)
    assert scrubber.seconds == 0.0
    QTest.keyClick(scrubber, Qt.Key.Key_End)
    QTest.keyClick(scrubber, Qt.Key.Key_Right)
    assert scrubber.seconds == pytest.approx(timeline.duration_s)


def test_space_asks_to_play(scrubber: TimelineScrubber) -> None:
    asked: list[bool] = []

    def note() -> None:
        asked.append(True)

    scrubber.play_toggled.connect(note)
    QTest.keyClick(scrubber, Qt.Key.Key_Space)
    assert asked == [True]


def test_click_seeks_in_proportion_to_time(scrubber: TimelineScrubber, timeline: Timeline) -> None:
    sought: list[float] = []
    scrubber.sought.connect(sought.append)
    QTest.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(250, 34))
    assert sought[-1] == pytest.approx(timeline.duration_s / 2, rel=0.02)
    QTest.mouseClick(scrubber, Qt.MouseButton.LeftButton, pos=QPoint(499, 34))
    assert sought[-1] == pytest.approx(timeline.duration_s)


def test_stretches_are_as_long_as_their_time(
    scrubber: TimelineScrubber, timeline: Timeline
) -> None:
    widths = [stretch.rect.width() for stretch in scrubber._stretches()]
    times = [phase.duration_s for phase in timeline.phases]
    for width, seconds in zip(widths, times, strict=True):
        assert width / sum(widths) == pytest.approx(seconds / sum(times), abs=0.02)


def test_moving_it_from_outside_asks_for_nothing(scrubber: TimelineScrubber) -> None:
    sought: list[float] = []
    scrubber.sought.connect(sought.append)
    scrubber.set_seconds(1.5)
    assert sought == []
    assert scrubber.seconds == pytest.approx(1.5)


def test_painting_needs_no_timeline(style: Style) -> None:
    bare = TimelineScrubber(style=style)
    assert not bare.grab().isNull()
    bare.deleteLater()


def test_a_name_beside_a_short_phase_moves_on_and_is_not_dropped(style: Style) -> None:
    short = TimelineScrubber(style=style)
    spec = sample_library().get("reach").motion
    short.take(build_timeline(spec, effort_s=2, return_s=2, pause_s=1, hold_s=8))
    short.resize(560, 48)
    stretches = list(short._stretches())
    named = {s.phase.name: left for s, left in short._placed(stretches, stretches[0].phase)}
    for stretch in stretches:
        name = stretch.phase.name
        width = QFontMetricsF(short._name_font(on=False)).horizontalAdvance(name)
        if width + 20 < stretch.rect.width():
            assert stretch.rect.left() <= named[name] <= stretch.rect.right() - width
    short.deleteLater()


def test_the_phase_is_said_as_it_runs_and_the_seconds_where_one_goes(
    scrubber: TimelineScrubber, timeline: Timeline
) -> None:
    second = timeline.phases[1]
    scrubber.set_seconds(second.start_s + 0.1)
    assert scrubber.accessibleDescription() == second.name
    QTest.keyClick(scrubber, Qt.Key.Key_Right)
    assert scrubber.accessibleDescription() == f"{second.name}, {scrubber.seconds:.1f} seconds"


def test_a_screen_reader_that_sets_the_value_goes_there(scrubber: TimelineScrubber) -> None:
    sought: list[float] = []
    scrubber.sought.connect(sought.append)
    QAccessible.queryAccessibleInterface(scrubber).valueInterface().setCurrentValue(1500)
    assert sought == [1.5]
