"""Theme, text scale, fonts and icons as a page meets them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetrics, QGuiApplication
from pytestqt.qtbot import QtBot

from sijoint_desktop import _resources_rc  # noqa: F401
from sijoint_desktop.ui.style.style import MotionChoice, Style, TextRole, ThemeChoice
from sijoint_desktop.ui.style.text import FAMILY
from sijoint_desktop.ui.style.tokens import DARK, LIGHT


@pytest.fixture
def style(qtbot: QtBot) -> Style:  # the fixture brings the application up
    return Style(choice=ThemeChoice.LIGHT)


def test_the_chosen_theme_comes_at_once_and_is_told(qtbot: QtBot, style: Style) -> None:
    with qtbot.waitSignal(style.changed, timeout=1000):
        style.apply(ThemeChoice.DARK, 100, MotionChoice.FOLLOW)
    assert style.theme is DARK


def test_choosing_what_is_shown_already_tells_nobody(qtbot: QtBot, style: Style) -> None:
    with qtbot.assertNotEmitted(style.changed):
        style.apply(ThemeChoice.LIGHT, 100, MotionChoice.FOLLOW)


def test_following_the_system_means_its_scheme(qtbot: QtBot) -> None:
    style = Style(choice=ThemeChoice.SYSTEM)
    scheme = QGuiApplication.styleHints().colorScheme()
    assert style.theme is (DARK if scheme == Qt.ColorScheme.Dark else LIGHT)


@pytest.mark.parametrize("role", list(TextRole))
def test_nothing_is_smaller_than_14_pixels(role: TextRole) -> None:
    assert role.pixels(1.0) >= 14


def test_text_doubles_and_headings_grow_by_the_square_root(style: Style) -> None:
    style.apply(ThemeChoice.LIGHT, 200, MotionChoice.FOLLOW)
    assert style.font(TextRole.BODY).pixelSize() == 32
    assert style.font(TextRole.H1).pixelSize() == 40


def test_the_text_scale_stays_between_90_and_200_percent(style: Style) -> None:
    style.apply(ThemeChoice.LIGHT, 900, MotionChoice.FOLLOW)
    assert style.scale == 2.0
    style.apply(ThemeChoice.LIGHT, 10, MotionChoice.FOLLOW)
    assert style.scale == 0.9


def test_the_programs_own_typeface_is_used(style: Style) -> None:
    assert FAMILY in QFontDatabase.families()
    assert QFontInfo(style.font(TextRole.BODY)).family() == FAMILY
    assert QFontInfo(style.font(TextRole.BODY_BOLD)).bold()


@pytest.mark.parametrize("letter", "łőșžáé½°×–’")
def test_the_typeface_has_the_letters_of_latin_languages(style: Style, letter: str) -> None:
    assert QFontMetrics(style.font(TextRole.BODY)).inFontUcs4(ord(letter))


def test_tabular_digits_all_have_one_width(style: Style) -> None:
    metrics = QFontMetrics(style.font(TextRole.BODY, tabular=True))
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1


def test_an_icon_has_the_colour_of_its_token(style: Style) -> None:
    image = style.pixmap("check", 20, "accent").toImage()
    solid = {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {LIGHT.accent}


def test_an_icon_follows_the_theme(style: Style) -> None:
    before = style.pixmap("check", 20, "ink").toImage()
    style.apply(ThemeChoice.DARK, 100, MotionChoice.FOLLOW)
    assert style.pixmap("check", 20, "ink").toImage() != before


def test_a_missing_icon_is_named(style: Style) -> None:
    with pytest.raises(ValueError, match="no-such-icon"):
        style.icon("no-such-icon")


def test_motion_is_the_persons_choice(style: Style) -> None:
    assert not style.reduced_motion
    style.apply(ThemeChoice.LIGHT, 100, MotionChoice.NEVER)
    assert style.reduced_motion
