"""A heading with tools beside it that move below where the page is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sijoint_desktop.ui.style.style import Style

_HEAD_GAP_PX = 12


class HeadRow(QWidget):
    """A heading with widgets at its right; they move below it where they do not fit."""

    def __init__(self, head: QWidget, tools: Sequence[QWidget], *, style: Style) -> None:
        super().__init__()
        self._parts = (head, *tools)
        policy = head.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        head.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # made once: PySide does not notice that the room at the end of a line goes with its line
        self._rows = tuple(QHBoxLayout() for _part in self._parts)
        for number, row in enumerate(self._rows):
            row.setSpacing(_HEAD_GAP_PX)
            if number > 0:
                row.addStretch(1)
            column.addLayout(row)
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

    def event(self, event: QEvent) -> bool:
        """Choose the lines anew when a part has come to need another width."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        lines = self._lines()
        if lines == self._places:
            return
        self._places = lines
        for part, line in zip(self._parts, lines, strict=True):
            row = self._rows[line]
            row.removeWidget(part)
            row.insertWidget(row.count() if line == 0 else row.count() - 1, part)

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
