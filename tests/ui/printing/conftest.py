import pytest
from PySide6.QtWidgets import QApplication

import sijoint_desktop._resources_rc  # noqa: F401 - makes typeface and icons known
from sijoint_desktop.ui.style.text import load_fonts


@pytest.fixture(autouse=True)
def typeface(qapp: QApplication) -> None:
    """Sheets are set in the program's own typeface."""
    load_fonts()
