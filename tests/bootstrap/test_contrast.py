"""Words stand out from what they are written on, on every page as it is painted, in every theme."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from sijoint_desktop.settings.options import ThemeChoice
from tests.bootstrap.touring import pages
from tests.bootstrap.walking import Walk
from tests.ui.style.test_tokens import TEXT, contrast

THEMES = [choice for choice in ThemeChoice if choice is not ThemeChoice.SYSTEM]


def faint(page: QWidget) -> list[str]:
    """Return the labels whose words do not reach AA against the colour around them."""
    painted = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(painted.constBits(), np.uint32).reshape(painted.height(), -1)
    found = []
    for label in page.findChildren(QLabel):
        paints_itself = type(label).paintEvent != QLabel.paintEvent  # see test_tokens.py for those
        if label.text() and label.isVisibleTo(page) and label.isEnabled() and not paints_itself:
            ground = _ground(pixels, label, page)
            ink = label.palette().color(QPalette.ColorGroup.Active, label.foregroundRole()).name()
            if ground and contrast(ink, ground) < TEXT:
                found.append(f"{label.text()[:40]!r} {ink} on {ground}")
    return found


def _ground(pixels: NDArray[np.uint32], label: QLabel, page: QWidget) -> str:
    """Return the colour that most of a label is painted in; nothing where it is out of sight."""
    inside = label.visibleRegion().boundingRect()
    inside.translate(label.mapTo(page, inside.topLeft()) - inside.topLeft())
    part = pixels[inside.top() : inside.bottom() + 1, inside.left() : inside.right() + 1]
    if part.size == 0:
        return ""
    colours, counts = np.unique(part, return_counts=True)
    return f"#{int(colours[counts.argmax()]) & 0xFFFFFF:06x}"


@pytest.mark.parametrize("theme", THEMES)
def test_words_stand_out_on_every_page(walk: Walk, theme: ThemeChoice) -> None:
    walk.start()
    walk.checks()
    walk.now.preferences.set("theme", theme.value)
    too_faint = {name: found for name, page in pages(walk) if (found := faint(page))}
    assert not too_faint


@pytest.mark.parametrize(("ink", "is_faint"), [("#cccccc", True), ("#555555", False)])
def test_faint_words_are_found(qtbot: QtBot, ink: str, is_faint: bool) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    label = QLabel("Hardly to be seen", page)
    colours = QPalette(QColor("#ffffff"))
    colours.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    for widget in (page, label):
        widget.setPalette(colours)
    page.show()
    assert bool(faint(page)) is is_faint
