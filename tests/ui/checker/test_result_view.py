"""What the result shows of the level it came to."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sijoint_desktop.settings.options import ThemeChoice
from sijoint_desktop.triage.urgency import Urgency
from sijoint_desktop.ui.checker.result_view import LevelBar
from sijoint_desktop.ui.style.style import Style


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.CONTRAST_LIGHT])
def test_one_bar_of_five_stands_out(qapp: QApplication, qtbot: QtBot, choice: ThemeChoice) -> None:
    style = Style(choice=choice)
    bar = LevelBar(Urgency.URGENT, "red", "red_text", style=style)
    qtbot.addWidget(bar)
    bar.setStyleSheet("background: white")
    bar.resize(500, bar.sizeHint().height())
    picture = bar.grab().toImage()
    middle = [picture.pixelColor(50 + 100 * fifth, bar.height() - 5) for fifth in range(5)]
    assert middle[3] == style.color("red")
    assert len({*map(QColor.name, middle)}) == 2
    assert min(each.lightness() for each in middle[:3]) > 200  # light ones, so in grey, too
