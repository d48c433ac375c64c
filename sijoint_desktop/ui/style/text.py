"""The sizes of text by role, and how they grow with the person's own setting."""

import math
from enum import Enum

from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Atkinson Hyperlegible"
_FILES = (
    ":/fonts/AtkinsonHyperlegible-Regular.ttf",
    ":/fonts/AtkinsonHyperlegible-Bold.ttf",
)


class TextRole(Enum):
    """What a text is for: its size and line height in pixels at 100 %, and whether it is bold."""

    CAPTION = (14, 20, False)
    CAPTION_BOLD = (14, 20, True)
    BODY = (16, 24, False)
    BODY_BOLD = (16, 24, True)
    LEAD = (18, 28, False)
    LEAD_BOLD = (18, 28, True)
    H2 = (20, 28, True)
    H1 = (28, 36, True)
    HERO = (34, 42, True)
    WELCOME = (40, 48, True)
    COUNTDOWN = (136, 150, True)

    def pixels(self, scale: float) -> int:
        """Return the size in pixels at a text scale of 1.0 to 2.0.

        Text from 28 px on grows by the square root, as it can be read already.
        """
        size, _line, _bold = self.value
        return round(size * (math.sqrt(scale) if size >= 28 else scale))

    def line_pixels(self, scale: float) -> int:
        """Return the distance from one line to the next at a text scale of 1.0 to 2.0."""
        size, line, _bold = self.value
        return round(line * (math.sqrt(scale) if size >= 28 else scale))


def load_fonts() -> None:
    """Make the program's own typeface known to Qt; without it Qt falls back to a system font."""
    for path in _FILES:
        if FAMILY not in QFontDatabase.families() or path.endswith("Bold.ttf"):
            QFontDatabase.addApplicationFont(path)


def make_font(role: TextRole, scale: float, *, tabular: bool = False) -> QFont:
    """Return the font of a role; ``tabular`` gives all digits one width, for changing numbers."""
    font = QFont(FAMILY)
    font.setPixelSize(role.pixels(scale))
    font.setBold(role.value[2])
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
