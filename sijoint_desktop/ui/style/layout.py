"""Layouts and containers of the pages: flowing rows, cards and the scrolling page."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.ui.style.style import Style

CARD_RADIUS = 16
WIDE_PAGE_PX = 924  # a window of 1100 px less the rail
CARD_LEVELS = ("surface", "sunken", "soft", "amber", "red", "stage")


class FlowLayout(QLayout):
    """Sets widgets side by side and starts a new row where the width ends."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._beside: set[int] = set()
        self._heights: dict[int, int] = {}
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    @property
    def gap(self) -> int:
        """The pixels between two widgets."""
        return self._gap

    def add_together(self, *widgets: QWidget) -> None:
        """Take widgets at the end that share a row wherever a row is long enough for them."""
        first = len(self._items)
        for widget in widgets:
            self.addWidget(widget)
        self._beside.update(range(first + 1, len(self._items)))

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at ``index``, or None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item at ``index``, or None beyond the end."""
        if not 0 <= index < len(self._items):
            return None
        self._beside = {at - (at > index) for at in self._beside if at != index}
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """Say that no spare room is wanted."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height needed at a width."""
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget the heights, since an item asks for another size."""
        # Qt asks this also of a layout that Python's collector has emptied, and Qt not yet deleted
        if hasattr(self, "_heights"):
            self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Place all items within ``rect``."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the least size; the width is what the page gives."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, move: bool) -> int:
        area = rect.marginsRemoved(self.contentsMargins())
        y = area.y()
        for row in self._rows(area.width()):
            row_height = max(item.sizeHint().height() for item in row)
            x = area.x()
            for item in row:
                size = item.sizeHint().boundedTo(QSize(max(area.width(), 1), row_height))
                if move:
                    down = (row_height - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, y + down), size))
                x += size.width() + self._gap
            y += row_height + self._gap
        below = self._gap if y > area.y() else 0
        return y - below - rect.y() + self.contentsMargins().bottom()

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        rows: list[list[QLayoutItem]] = []
        used = 0
        for run in self._runs():
            whole = sum(item.sizeHint().width() + self._gap for item in run)
            fits = used + whole <= width
            for number, item in enumerate(run):
                wide = item.sizeHint().width()
                if not rows or (number == 0 and not fits) or used + self._gap + wide > width:
                    rows.append([])
                    used = wide
                else:
                    used += self._gap + wide
                rows[-1].append(item)
        return rows

    def _runs(self) -> list[list[QLayoutItem]]:
        """Return the items in sight, those in one list that were added together."""
        runs: list[list[QLayoutItem]] = []
        for index, item in enumerate(self._items):
            if item.isEmpty():
                continue
            if runs and index in self._beside:
                runs[-1].append(item)
            else:
                runs.append([item])
        return runs


class Card(QFrame):
    """A surface with a 1 px line and a radius of 16; ``body`` is its column.

    ``level`` is the ground: surface, sunken, soft, amber, red or stage. Cards are not nested.
    ``edge_px`` widens the edge of an amber or red one.
    """

    def __init__(
        self,
        *,
        style: Style,
        level: str = "surface",
        padding: int = 24,
        edge_px: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        if level not in CARD_LEVELS:
            raise ValueError(f"unknown card level {level!r}; known: {', '.join(CARD_LEVELS)}")
        self._style = style
        self._level = level
        self._edge_px = edge_px
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        style.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground and the edge."""
        theme = self._style.theme
        alarm = self._level in ("amber", "red")
        ground = theme.color(f"{self._level}_ground" if alarm else self._level)
        width = max(self._edge_px, theme.edge_px)
        plain_sunken = self._level == "sunken" and not theme.contrast
        edge = theme.color(self._level) if alarm else QColor(theme.line)
        if self._level == "soft":
            edge = QColor(theme.accent)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if plain_sunken else QPen(edge, width))
        painter.setBrush(ground)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, CARD_RADIUS - inset, CARD_RADIUS - inset)


class Page(QScrollArea):
    """One page of the window: scrolls up and down, and its column follows the width.

    Put widgets into ``body``. Margins are 40 px, or 24 where the window is narrow; a page that
    lies ``within`` another has none.
    """

    def __init__(
        self, *, style: Style, within: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._within = within
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.content.setAutoFillBackground(False)
        self.body = QVBoxLayout(self.content)
        self.body.setSpacing(16)
        self.body.setContentsMargins(*((0, 0, 0, 0) if within else (40, 24, 40, 24)))
        self.setWidget(self.content)
        self.viewport().setAutoFillBackground(False)

    @property
    def narrow(self) -> bool:
        """Tell whether the page is shown with the small margins."""
        return self.viewport().width() < WIDE_PAGE_PX

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width with the margins."""
        super().resizeEvent(event)
        margin = 24 if self.narrow else 40
        if not self._within and self.body.contentsMargins().left() != margin:
            self.body.setContentsMargins(margin, 24, margin, 24)


def foot_row(buttons: Iterable[QWidget]) -> QHBoxLayout:
    """Return the row at the foot of a dialog, its buttons at the right."""
    row = QHBoxLayout()
    row.setContentsMargins(24, 8, 24, 0)
    row.setSpacing(12)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and let its widgets go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            empty(inner)
            inner.deleteLater()
