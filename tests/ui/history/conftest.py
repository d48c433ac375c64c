import pytest
from PySide6.QtWidgets import QApplication

import sijoint_desktop._resources_rc  # noqa: F401  # fonts and icons
from sijoint_desktop.settings.options import ThemeChoice
from sijoint_desktop.ui.style.style import Style


@pytest.fixture
def style(qapp: QApplication) -> Style:
    return Style(choice=ThemeChoice.LIGHT)
