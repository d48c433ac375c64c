"""The exercises of a routine that is being built: chosen, moved and dropped by pointer or keys."""

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.routines.row_paint import RADIUS, RowLine, RowPainter
from sijoint_desktop.ui.routines.slot_row import spoken_line
from sijoint_desktop.ui.style.widgets import Style

_AnyIndex = QModelIndex | QPersistentModelIndex

PLACE_MIME = "application/x-sijoint-place"
EXERCISE_MIME = "application/x-sijoint-exercise"
_GAP = 8


class RowModel(QAbstractListModel):
    """Rows to show; what is dropped on them becomes a wish, since the routine changes elsewhere.

    ``dropped`` carries the kind of what was dropped, what it is, and the row before which it fell.
    """

    dropped = Signal(str, str, int)

    def __init__(self, mime: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mime = mime
        self.lines: list[RowLine] = []

    def show(self, lines: list[RowLine]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row says."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.exercise.name
        return spoken_line(line) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """Let rows be dragged, and things be dropped between them."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        kinds = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return kinds | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Say "copy": a move would make the view take the row away by itself."""
        return Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        """Return the kinds of thing that can be dropped."""
        return [PLACE_MIME, EXERCISE_MIME]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        """Return what is dragged: the place of a row, or the exercise of it."""
        data = QMimeData()
        row = indexes[0].row()
        words = str(row) if self._mime == PLACE_MIME else str(self.lines[row].exercise.id)
        data.setData(self._mime, words.encode())
        return data

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,  # noqa: ARG002 - it is always a copy
        row: int,
        column: int,  # noqa: ARG002 - there is one
        parent: _AnyIndex,
    ) -> bool:
        """Wish for what was dropped to be put before ``row``."""
        place = row if row >= 0 else (parent.row() if parent.isValid() else len(self.lines))
        for mime in self.mimeTypes():
            if data.hasFormat(mime):
                self.dropped.emit(mime, bytes(data.data(mime).data()).decode(), place)
                return True
        return False


class _Rows(QStyledItemDelegate):
    def __init__(self, view: "RowList", style: Style, painter: RowPainter) -> None:
        super().__init__(view)
        self._view = view
        self._style = style
        self._row = painter

    def sizeHint(self, _option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        width = self._view.viewport().width()
        line = self._view.rows.lines[index.row()]
        return QSize(width, self._row.height(line, width) + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        area: QRect = option.rect
        box = area.adjusted(0, 0, 0, -_GAP)
        on = self._view.currentIndex().row() == index.row() and self._view.marks_current
        self._row.paint(painter, box, self._view.rows.lines[index.row()], marked=on, on=on)
        if self._view.hasFocus() and self._view.currentIndex().row() == index.row():
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._style.theme.ink), 2))
            painter.drawRoundedRect(box.adjusted(5, 5, -5, -5), RADIUS - 4, RADIUS - 4)
            painter.restore()


class RowList(QListView):
    """Rows one below the other, as high as they need; the page scrolls them.

    ``chosen`` names the current row, ``opened`` the one that Enter or a double click is for,
    ``moved`` a row and the one it shall become, ``removed`` one to take away; ``dropped`` as in
    the model.
    """

    chosen = Signal(int)
    opened = Signal(int)
    moved = Signal(int, int)
    removed = Signal(int)
    dropped = Signal(str, str, int)

    def __init__(
        self,
        name: str,
        mime: str,
        miniatures: Miniatures,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.marks_current = True
        self._movable = mime == PLACE_MIME
        self._offered: list[QAbstractButton] = []
        self.rows = RowModel(mime, self)
        self.setAccessibleName(name)
        self.setModel(self.rows)
        painter = RowPainter(style, miniatures, handle=self._movable)
        self.setItemDelegate(_Rows(self, style, painter))
        self._set_up()
        self.rows.dropped.connect(self.dropped)
        self.doubleClicked.connect(self._on_double)
        miniatures.ready.connect(self._on_ready)
        style.changed.connect(self.fit)

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(
            QAbstractItemView.DragDropMode.DragDrop
            if self._movable
            else QAbstractItemView.DragDropMode.DragOnly
        )
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDragDropOverwriteMode(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QListView { background: transparent; border: none; padding: 0; }")
        self.viewport().setAutoFillBackground(False)

    def show_lines(self, lines: list[RowLine], current: int) -> None:
        """Show other rows, the one at ``current`` chosen, none where that is -1."""
        before = self.blockSignals(True)
        self.rows.show(lines)
        if 0 <= current < len(lines):
            self.setCurrentIndex(self.rows.index(current))
        self.blockSignals(before)
        self.fit()

    def offer(self, *actions: tuple[str, QAbstractButton]) -> None:
        """Offer in the menu of a row what buttons beside the list do."""
        self._offered = [button for _words, button in actions]
        for number, (words, _button) in enumerate(actions):
            action = QAction(words, self)
            action.setData(number)
            action.triggered.connect(self._on_action)
            self.addAction(action)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def fit(self) -> None:
        """Be as high as all rows together."""
        self.scheduleDelayedItemsLayout()
        delegate, option = self.itemDelegate(), QStyleOptionViewItem()
        heights = (
            delegate.sizeHint(option, self.rows.index(row)).height()
            for row in range(self.rows.rowCount())
        )
        self.setFixedHeight(max(sum(heights), 0))

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:
        """Say which row is chosen now."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid():
            self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row with Ctrl+Up and Ctrl+Down, open it with Enter, take it out with Del."""
        row, key = self.currentIndex().row(), event.key()
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if ctrl and step and self._movable:
            if row >= 0 and 0 <= row + step < self.rows.rowCount():
                self.moved.emit(row, row + step)
        elif row >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row)
        elif row >= 0 and key == Qt.Key.Key_Delete and self._movable:
            self.removed.emit(row)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the rows need at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _on_action(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self._offered[int(sender.data())].click()

    def _on_double(self, index: _AnyIndex) -> None:
        self.opened.emit(index.row())

    def _on_ready(self, _exercise_id: str) -> None:
        self.viewport().update()
