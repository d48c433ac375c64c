"""The legend of a chart or the calendar: each mark that is drawn, with its word."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from sijoint_desktop.history.picture import Sign
from sijoint_desktop.ui.history.marks import paint_mark
from sijoint_desktop.ui.style.layout import FlowLayout, empty
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Text

_WIDE = (Sign.USUAL, Sign.SECOND)


class _MarkBox(QWidget):
    """One mark by itself, sized with the text."""

    def __init__(self, mark: Sign, *, style: Style) -> None:
        super().__init__()
        self._mark = mark
        self._style = style
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        style.changed.connect(self._on_style_changed)

    def sizeHint(self) -> QSize:
        """Return a square, or a wider box for a line."""
        edge = self._style.px(14)
        return QSize(edge * 3 // 2 if self._mark in _WIDE else edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the mark."""
        painter = QPainter(self)
        paint_mark(painter, QRectF(self.rect()), self._mark, self._style.theme)

    def _on_style_changed(self) -> None:
        self.updateGeometry()
        self.update()


class LegendItem(QWidget):
    """A mark with its word."""

    def __init__(self, mark: Sign, word: str, *, style: Style) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(_MarkBox(mark, style=style))
        row.addWidget(Text(word, TextRole.CAPTION, "ink2", style=style, wrap=False))


class Legend(QWidget):
    """Marks with their words in a row that wraps."""

    def __init__(self, *, style: Style) -> None:
        super().__init__()
        self._style = style
        self._items: tuple[tuple[Sign, str], ...] = ()
        self._row = FlowLayout(self, gap=8)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    @property
    def items(self) -> tuple[tuple[Sign, str], ...]:
        """What is shown."""
        return self._items

    def show_items(self, items: Sequence[tuple[Sign, str]]) -> None:
        """Show other marks."""
        if tuple(items) == self._items:
            return
        self._items = tuple(items)
        empty(self._row)
        for sign, word in items:
            self._row.addWidget(LegendItem(sign, word, style=self._style))
        self.setVisible(bool(items))
