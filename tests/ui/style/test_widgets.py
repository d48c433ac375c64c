"""The widgets of the design system as a person uses them."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sijoint_desktop import _resources_rc  # noqa: F401
from sijoint_desktop.ui.style.install import install_style
from sijoint_desktop.ui.style.scale import effort_word
from sijoint_desktop.ui.style.style import MotionChoice, Style, TextRole, ThemeChoice
from sijoint_desktop.ui.style.widgets import (
    Banner,
    Button,
    ButtonKind,
    Card,
    Chip,
    ChoiceBox,
    FlowLayout,
    IconButton,
    NrsScale,
    OneOf,
    Page,
    Segments,
    Text,
    Tick,
    pain_word,
)
from tests.fakes.pseudo import gaps


@pytest.fixture
def style(qtbot: QtBot) -> Style:
    return Style(choice=ThemeChoice.LIGHT)


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    qtbot.addWidget(window)
    qtbot.shown = window  # a test that only wants the widget still needs its window
    window.show()
    qtbot.waitExposed(window)
    return window


def bigger(style: Style) -> None:
    style.apply(ThemeChoice.LIGHT, 200, MotionChoice.FOLLOW)


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


# --- text ----------------------------------------------------------------------------


def test_a_long_text_wraps_and_asks_for_the_height_it_needs(qtbot: QtBot, style: Style) -> None:
    text = Text("many short words in a row " * 10, style=style)
    qtbot.addWidget(text)
    assert text.heightForWidth(200) > text.heightForWidth(800) > 24


def test_the_lines_of_a_text_stand_at_the_line_height_of_its_role(style: Style) -> None:
    text = Text("one\ntwo\nthree", TextRole.BODY, style=style)
    assert text.heightForWidth(400) == 3 * 24
    text.setText("one")
    assert text.heightForWidth(400) == 24
    bigger(style)
    assert text.heightForWidth(400) == 48


def test_text_is_shown_as_written_never_as_markup(style: Style) -> None:
    text = Text("<b>5 < 6</b>", style=style)
    assert text.textFormat() == Qt.TextFormat.PlainText


def test_text_follows_the_theme(style: Style) -> None:
    text = Text("words", style=style)
    style.apply(ThemeChoice.DARK, 100, MotionChoice.FOLLOW)
    colour = text.palette().color(text.foregroundRole())
    assert colour == style.color("ink")


# --- buttons -------------------------------------------------------------------------


def test_a_button_is_44_pixels_high_and_grows_with_the_text(qtbot: QtBot, style: Style) -> None:
    button = Button("Start", ButtonKind.PRIMARY, "play", style=style)
    shown(qtbot, button)
    assert button.height() == 44
    bigger(style)
    assert button.height() >= 70


def test_an_icon_button_says_its_name(qtbot: QtBot, style: Style) -> None:
    button = IconButton("arrow-left", "Back", style=style)
    shown(qtbot, button)
    assert name_of(button) == "Back" == button.toolTip()
    assert min(button.width(), button.height()) >= 32


def test_a_chosen_chip_shows_a_tick_beside_its_colour(qtbot: QtBot, style: Style) -> None:
    chip = Chip("Loosen", style=style)
    shown(qtbot, chip)
    assert chip.icon().isNull()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()
    assert not chip.icon().isNull()
    assert chip.font().bold()


# --- segments ------------------------------------------------------------------------


@pytest.fixture
def segments(qtbot: QtBot, style: Style) -> Segments:
    made = Segments([("a", "Side"), ("b", "Front"), ("c", "Above")], style=style, name="View")
    shown(qtbot, made)
    return made


def buttons(widget: QWidget) -> list[QPushButton]:
    return widget.findChildren(QPushButton)


def test_one_of_the_segments_is_always_chosen(qtbot: QtBot, segments: Segments) -> None:
    assert segments.value == "a"
    with qtbot.waitSignal(segments.chosen) as told:
        QTest.mouseClick(buttons(segments)[2], Qt.MouseButton.LeftButton)
    assert told.args == ["c"] == [segments.value]
    QTest.mouseClick(buttons(segments)[2], Qt.MouseButton.LeftButton)
    assert segments.value == "c"


def test_arrow_keys_move_the_choice(qtbot: QtBot, segments: Segments) -> None:
    buttons(segments)[0].setFocus()
    with qtbot.waitSignal(segments.chosen) as told:
        QTest.keyClick(buttons(segments)[0], Qt.Key.Key_Right)
    assert told.args == ["b"]


def test_setting_a_value_tells_nobody(qtbot: QtBot, segments: Segments) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.set_value("b")
    assert segments.value == "b"
    with pytest.raises(ValueError, match="z"):
        segments.set_value("z")


def test_choosing_a_segment_moves_nothing(segments: Segments) -> None:
    before = [button.geometry() for button in buttons(segments)]
    segments.set_value("c")
    QApplication.processEvents()
    assert [button.geometry() for button in buttons(segments)] == before


# --- the pain scale ------------------------------------------------------------------


@pytest.fixture
def scale(qtbot: QtBot, style: Style) -> NrsScale:
    made = NrsScale(style=style, name="Pain now")
    shown(qtbot, made)
    return made


def test_no_pain_is_chosen_at_first(scale: NrsScale) -> None:
    assert scale.value is None
    assert len(buttons(scale)) == 11


@pytest.mark.parametrize(("key", "value"), [("0", 0), ("7", 7), ("t", 10), ("T", 10)])
def test_digits_and_t_choose(qtbot: QtBot, scale: NrsScale, key: str, value: int) -> None:
    buttons(scale)[4].setFocus()
    with qtbot.waitSignal(scale.chosen) as told:
        QTest.keyClicks(buttons(scale)[4], key)
    assert told.args == [value]
    assert scale.value == value


def test_arrows_move_the_choice_on_the_scale(qtbot: QtBot, scale: NrsScale) -> None:
    QTest.mouseClick(buttons(scale)[3], Qt.MouseButton.LeftButton)
    assert scale.value == 3
    QTest.keyClick(buttons(scale)[3], Qt.Key.Key_Right)
    assert scale.value == 4


def test_a_value_can_be_taken_back(qtbot: QtBot, scale: NrsScale) -> None:
    scale.set_value(6)
    with qtbot.assertNotEmitted(scale.chosen):
        scale.set_value(None)
    assert scale.value is None
    assert not any(button.isChecked() for button in buttons(scale))


def test_every_value_is_spoken(scale: NrsScale) -> None:
    assert name_of(buttons(scale)[0]) == "Pain now: 0, no pain"
    assert name_of(buttons(scale)[10]) == "Pain now: 10, the worst you can imagine"
    words = [pain_word(value) for value in range(11)]
    assert words[1:4] == ["mild"] * 3
    assert words[4:7] == ["moderate"] * 3
    assert words[7:10] == ["strong"] * 3


@pytest.mark.usefixtures("pseudo")
def test_every_word_of_a_scale_is_translated(qtbot: QtBot, style: Style) -> None:
    for word in (pain_word, effort_word):
        made = NrsScale(style=style, word=word)
        qtbot.addWidget(made)
        for value in range(11):
            made.set_value(value)
            assert gaps(made) == []


@pytest.mark.parametrize("value", [-1, 11])
def test_there_is_no_word_beyond_the_scale(value: int) -> None:
    with pytest.raises(ValueError, match=str(value)):
        pain_word(value)


# --- containers ----------------------------------------------------------------------


def test_flowing_widgets_start_a_new_row_where_the_width_ends(style: Style) -> None:
    holder = QWidget()
    flow = FlowLayout(holder)
    for word in ("one", "two", "three", "four"):
        flow.addWidget(Chip(word, style=style))
    one_row, two_rows = flow.heightForWidth(2000), flow.heightForWidth(110)
    assert two_rows >= 2 * one_row
    holder.resize(110, two_rows)
    holder.show()
    tops = {holder.layout().itemAt(i).geometry().top() for i in range(4)}
    assert len(tops) == round((two_rows + 8) / (one_row + 8))


def test_widgets_added_together_move_to_the_next_row_together(style: Style) -> None:
    holder = QWidget()
    flow = FlowLayout(holder)
    first, *others = (Chip(word, style=style) for word in ("one", "two", "three"))
    flow.addWidget(first)
    flow.add_together(*others)
    wide = sum(chip.sizeHint().width() + flow.gap for chip in (first, *others))
    for width, tops in ((wide, 1), (wide - 20, 2), (30, 3)):
        flow.setGeometry(QRect(0, 0, width, 200))
        assert len({chip.geometry().top() for chip in (first, *others)}) == tops
        if tops == 2:
            assert others[0].geometry().top() == others[1].geometry().top()


def test_the_margins_of_a_page_follow_the_width(qtbot: QtBot, style: Style) -> None:
    page = Page(style=style)
    qtbot.addWidget(page)
    page.resize(1104, 700)
    page.show()
    assert page.body.contentsMargins().left() == 40
    page.resize(800, 700)
    assert page.body.contentsMargins().left() == 24


def test_a_banner_is_read_out_and_can_be_closed(qtbot: QtBot, style: Style) -> None:
    banner = Banner("amber", "Not saved", "The disk is full.", style=style, closable=True)
    window = shown(qtbot, banner)
    assert name_of(banner) == "Not saved"
    with qtbot.waitSignal(banner.closed):
        QTest.mouseClick(banner.findChild(IconButton), Qt.MouseButton.LeftButton)
    assert not banner.isVisibleTo(window)


def test_the_words_of_a_tick_wrap_and_can_be_clicked(qtbot: QtBot, style: Style) -> None:
    made = Tick("It was sharp, or it gets worse each time", style=style)
    qtbot.addWidget(made)
    made.resize(200, made.heightForWidth(200))
    made.show()
    assert made.minimumSizeHint().width() <= 200
    assert made.heightForWidth(200) > made.heightForWidth(900)
    with qtbot.waitSignal(made.toggled):
        QTest.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(150, made.height() - 8))
    assert made.ticked
    assert made.box.accessibleName() == "It was sharp, or it gets worse each time"


def test_a_card_has_the_ground_of_its_level(qtbot: QtBot, style: Style) -> None:
    card = Card(style=style, level="amber")
    card.resize(200, 120)
    qtbot.addWidget(card)
    assert card.grab().toImage().pixelColor(100, 60) == style.color("amber_ground")
    with pytest.raises(ValueError, match="blue"):
        Card(style=style, level="blue")


# --- the focus ring ------------------------------------------------------------------


def test_the_keyboard_puts_a_ring_around_a_control(qtbot: QtBot, qapp: QApplication) -> None:
    style = Style(choice=ThemeChoice.LIGHT)
    installer = install_style(qapp, style)
    try:
        first, second = Button("One", style=style), Button("Two", style=style)
        window = shown(qtbot, first, second)
        with qtbot.waitActive(window):
            window.activateWindow()
        first.setFocus()
        QTest.keyClick(first, Qt.Key.Key_Tab)
        corner = second.mapTo(window, QPoint(second.width() // 2, -4))
        image = window.grab().toImage()
        ring = {image.pixelColor(corner.x(), corner.y() + dy).name() for dy in (-1, 0, 1)}
        assert style.color("ink").name() in ring
    finally:
        installer.remove()


def test_the_whole_application_follows_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    style = Style(choice=ThemeChoice.LIGHT)
    installer = install_style(qapp, style)
    try:
        style.apply(ThemeChoice.DARK, 100, MotionChoice.FOLLOW)
        assert qapp.palette().window().color() == style.color("window")
        window = shown(qtbot, Button("One", style=style))
        assert window.grab().toImage().pixelColor(2, 2) == style.color("window")
    finally:
        installer.remove()


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_what_is_chosen_is_seen_in_every_theme(
    qtbot: QtBot, qapp: QApplication, theme: ThemeChoice
) -> None:
    style = Style(choice=theme)
    installer = install_style(qapp, style)
    try:
        choice = QRadioButton("Left")
        shown(qtbot, choice)
        inside = QPoint(5, choice.height() // 2)  # between the edge of the disc and its dot
        assert choice.grab().toImage().pixelColor(inside) == style.color("surface")
        choice.click()
        assert choice.grab().toImage().pixelColor(inside) == style.color("accent")
    finally:
        installer.remove()


def test_the_ring_goes_all_the_way_round_a_round_control(qtbot: QtBot, qapp: QApplication) -> None:
    style = Style(choice=ThemeChoice.LIGHT)
    installer = install_style(qapp, style)
    try:
        first, chip = Button("One", style=style), Chip("Yes", style=style, height=60)
        window = shown(qtbot, first, chip)
        with qtbot.waitActive(window):
            window.activateWindow()
        first.setFocus()
        QTest.keyClick(first, Qt.Key.Key_Tab)
        assert chip.hasFocus()
        image = window.grab().toImage()
        # half-way round the left end, where a ring is furthest inside its own rectangle
        reach = (30 + 4) / 2**0.5
        for way in (-1, 1):
            middle = chip.mapTo(window, QPoint(30, 30))
            spot = QPoint(round(middle.x() - reach), round(middle.y() + way * reach))
            near = [spot + QPoint(dx, dy) for dx in range(-2, 3) for dy in range(-2, 3)]
            assert min(image.pixelColor(at).lightness() for at in near) < 60
    finally:
        installer.remove()


def test_the_ring_is_there_for_a_control_that_is_scrolled_into_sight(
    qtbot: QtBot, qapp: QApplication
) -> None:
    style = Style(choice=ThemeChoice.LIGHT)
    installer = install_style(qapp, style)
    try:
        page = Page(style=style)
        for number in range(12):
            page.body.addWidget(Button(f"Number {number}", style=style))
        qtbot.addWidget(page)
        page.resize(400, 200)
        page.show()
        with qtbot.waitActive(page):
            page.activateWindow()
        for _ in range(12):
            QTest.keyClick(qapp.focusWidget() or page, Qt.Key.Key_Tab)
            qapp.processEvents()
            ring = page.findChild(QFocusFrame)
            assert ring is not None
            assert ring.isVisible(), qapp.focusWidget()
            assert ring.widget() is qapp.focusWidget()
            seen = ring.mapTo(page, ring.rect().center())
            assert page.rect().contains(seen)
    finally:
        installer.remove()


# --- choices -------------------------------------------------------------------------


def test_what_a_box_is_a_choice_of_is_said_wherever_it_is_put(qtbot: QtBot, style: Style) -> None:
    box = ChoiceBox("Position")
    box.addItems(["Standing", "Sitting"])
    shown(qtbot, Text("First place", style=style), box)
    shown(qtbot, Text("Second place", style=style), box)
    found = QAccessible.queryAccessibleInterface(box).relations(QAccessible.RelationFlag.Label)
    assert [label.text(QAccessible.Text.Name) for label, _kind in found] == ["Position"]


def test_one_of_several_is_a_radio_button_and_none_may_be_chosen(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    group = OneOf(holder)
    first, second = QPushButton("First", holder), QPushButton("Second", holder)
    for number, button in enumerate((first, second)):
        button.setCheckable(True)
        group.add(button, number)
        role = QAccessible.queryAccessibleInterface(button).role()
        assert role == QAccessible.Role.RadioButton
    first.toggle()
    second.toggle()
    assert (first.isChecked(), second.isChecked()) == (False, True)
    group.clear()
    assert group.checkedId() == -1
