"""A heading with tools beside it that move below where the page is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from sijoint_desktop.ui.style.style import Style

_HEAD_GAP_PX = 12


class HeadRow(QWidget):
    """A heading with widgets at its right; they move below it where they do not fit."""

    def __init__(self, head: QWidget, tools: Sequence[QWidget], *, style: Style) -> None:
        super().__init__()
        self._parts = (head, *tools)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_HEAD_GAP_PX)
        self._grid.setColumnStretch(0, 1)
        self._places: list[int] = []
        self._arrange()
        style.changed.connect(self._arrange)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part alone, so that the row may become narrower."""
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the lines for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        lines = self._lines()
        if lines == self._places:
            return
        self._places = lines
        for number, (part, line) in enumerate(zip(self._parts, lines, strict=True)):
            column = number if lines[-1] == 0 else lines[:number].count(line)
            self._grid.addWidget(part, line, column)
        self._grid.setColumnStretch(0, 1 if lines[-1] == 0 else 0)
        self._grid.setColumnStretch(len(lines), 0 if lines[-1] == 0 else 1)

    def _lines(self) -> list[int]:
        widths = [part.sizeHint().width() + _HEAD_GAP_PX for part in self._parts]
        if sum(widths) <= self.width():
            return [0] * len(widths)
        lines, used = [0], self.width()
        for width in widths[1:]:
            fits = used + width <= self.width()
            lines.append(lines[-1] if fits else lines[-1] + 1)
            used = used + width if fits else width
        return lines
