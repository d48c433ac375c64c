"""Sheets of paper: their sizes, their margins and the rectangles on them, all in millimetres."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize

from sijoint_desktop.core.language import tr

MARGIN_MM = 12.0
"""Wider than the strip that home printers cannot reach (about 5 mm), so nothing is cut off."""


class Paper(StrEnum):
    """The two sizes that a home printer is likely to hold."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def word(self) -> str:
        """The name that a person knows the size by."""
        return "A4" if self is Paper.A4 else tr("Letter", "paper")


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in millimetres from the top left corner of the page."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def moved(self, dx: float, dy: float) -> "Rect":
        """Return the same rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Page:
    """The size of a page and the margin that stays white on every side, in millimetres."""

    width: float
    height: float
    margin: float = MARGIN_MM

    @property
    def inside(self) -> Rect:
        """The part of the page that may be drawn on."""
        margin = self.margin
        return Rect(margin, margin, self.width - 2 * margin, self.height - 2 * margin)


def page_of(layout: QPageLayout) -> Page:
    """Return the page that a printer or a PDF writer is set to."""
    size = layout.fullRect(QPageLayout.Unit.Millimeter)
    return Page(size.width(), size.height())


def page_layout(paper: Paper) -> QPageLayout:
    """Return the upright, margin-free Qt layout of a size: the sheet keeps its own margin."""
    size = QPageSize.PageSizeId.A4 if paper is Paper.A4 else QPageSize.PageSizeId.Letter
    layout = QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
