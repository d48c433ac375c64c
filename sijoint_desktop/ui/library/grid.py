"""Shows the exercises as a grid of cards of which only the one pointed at moves."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.library.cards import CardDelegate, CardMetrics, CardState, measure_cards
from sijoint_desktop.ui.library.model import AnyIndex, ExerciseModel, Role
from sijoint_desktop.ui.library.moving_card import MovingCard
from sijoint_desktop.ui.style.style import Style


class ExerciseGrid(QListView):
    """Cards in rows; arrow keys walk, Enter opens, pointing at a card sets its figure moving.

    ``exercise_requested`` names the exercise to open; ``current_moved`` is where the keyboard's
    card lies in the grid, so that the page can bring it into sight.
    """

    exercise_requested = Signal(str)
    current_moved = Signal(QRect)

    def __init__(
        self,
        style: Style,
        model: ExerciseModel,
        miniatures: Miniatures,
        *,
        clock: Callable[[], float] = monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._miniatures = miniatures
        self._exercises = model
        self._active = -1  # the row of the card that moves
        self._pointed = -1  # the row under the pointer
        self._metrics: CardMetrics | None = None
        self._delegate = CardDelegate(style, self._paint_picture, self._state_of, self)
        self.moving = MovingCard(style, clock, self)
        self.moving.frame.connect(self._on_frame)
        self._set_up_view(model)
        model.modelAboutToBeReset.connect(self._on_reset)
        miniatures.ready.connect(self._on_picture_ready)
        self.clicked.connect(self._on_clicked)

    def _set_up_view(self, model: ExerciseModel) -> None:
        self.setAccessibleName(tr("Exercises"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        # a screen reader's one action with a card is to select it; nothing else does
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setStyleSheet("QListView { background: transparent; border: none; }")
        self.viewport().setAutoFillBackground(False)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.selectionModel().selectionChanged.connect(self._on_selected)

    @property
    def pictures_pending(self) -> bool:
        """Whether pictures are still to be painted."""
        return self._miniatures.busy

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        return self._metrics.columns if self._metrics else 1

    def fit(self, width: int, exercises: tuple[Exercise, ...]) -> int:
        """Lay the cards out for a width and return the height that all of them need.

        ``exercises`` are all there are, so that cards keep their size while a search runs.
        """
        metrics = measure_cards(width, self._style, exercises)
        if metrics != self._metrics:
            self._metrics = metrics
            self._delegate.set_metrics(metrics)
            self.setGridSize(metrics.cell)
        rows = -(-self._exercises.rowCount() // metrics.columns)
        return rows * metrics.cell.height()

    def refresh(self) -> None:
        """Paint everything anew, in other colours or another style of figure."""
        self._miniatures.forget()
        self.viewport().update()

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,  # noqa: ARG002
    ) -> QModelIndex:
        """Return the card that an arrow key leads to; left and right go on in the next row."""
        move = QAbstractItemView.CursorAction
        last = self._exercises.rowCount() - 1
        row, columns = self.currentIndex().row(), self.columns
        steps = {
            move.MoveLeft: -1,
            move.MovePrevious: -1,
            move.MoveRight: 1,
            move.MoveNext: 1,
            move.MoveUp: -columns,
            move.MoveDown: columns,
            move.MovePageUp: -3 * columns,
            move.MovePageDown: 3 * columns,
        }
        if row < 0 or action == move.MoveHome:
            return self._exercises.index(0)
        if action == move.MoveEnd:
            return self._exercises.index(last)
        target = row + steps[action]
        if action in (move.MoveUp, move.MoveDown) and not 0 <= target <= last:
            target = last if action == move.MoveDown and row // columns < last // columns else row
        return self._exercises.index(min(max(target, 0), last))

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        """Let the figure of the card that the keyboard came to move."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self._activate(current)
            self.current_moved.emit(self.visualRect(current))
        self.viewport().update()

    def selectionCommand(
        self,
        index: AnyIndex,  # noqa: ARG002
        event: QEvent | None = None,  # noqa: ARG002
    ) -> QItemSelectionModel.SelectionFlag:
        """Have neither keyboard nor pointer select anything."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current card with Enter or Space."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and self.currentIndex().isValid():
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start at the first card where none is current yet."""
        super().focusInEvent(event)
        current = self.currentIndex()
        if not current.isValid() and self._exercises.rowCount():
            self.setCurrentIndex(self._exercises.index(0))
        elif current.isValid() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._activate(current)
            self.current_moved.emit(self.visualRect(current))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stand still, unless the pointer is on a card."""
        super().focusOutEvent(event)
        self._activate(self._exercises.index(self._pointed))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the figure under the pointer move."""
        super().mouseMoveEvent(event)
        index = self._card_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if index.isValid() else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self._pointed = index.row()
        self._activate(index if index.isValid() else self._focused())

    def viewportEvent(self, event: QEvent) -> bool:
        """Go back to the keyboard's card when the pointer leaves."""
        if event.type() == QEvent.Type.Leave:
            self._pointed = -1
            self._activate(self._focused())
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the page."""
        event.ignore()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop everything while nobody looks."""
        super().hideEvent(event)
        self._pointed = -1
        self._activate(QModelIndex())

    def _card_at(self, point: QPoint) -> QModelIndex:
        index = self.indexAt(point)
        if self._metrics is None or not self.isVisible() or not index.isValid():
            return QModelIndex()
        inside = self._metrics.card(self.visualRect(index)).contains(point)
        return index if inside else QModelIndex()

    def _focused(self) -> QModelIndex:
        return self.currentIndex() if self.hasFocus() else QModelIndex()

    def _activate(self, index: AnyIndex) -> None:
        row = index.row() if index.isValid() and self.isVisible() else -1
        if row == self._active:
            return
        self._repaint_active()
        self._active = row
        if row < 0:
            self.moving.stop()
        else:
            self.moving.start(self._exercises.exercises[row])
            self._repaint_active()

    def _repaint_active(self) -> None:
        if self._active >= 0:
            self.viewport().update(self.visualRect(self._exercises.index(self._active)))

    def _state_of(self, index: AnyIndex) -> CardState:
        active = self._active == index.row()
        focused = self.hasFocus() and self.currentIndex().row() == index.row()
        return CardState(active, focused, self.moving.progress() if active else None)

    def _paint_picture(self, painter: QPainter, rect: QRect, exercise: Exercise) -> None:
        if exercise.id == self.moving.exercise_id:
            self._miniatures.paint_row(painter, rect, exercise, self.moving.row())
        else:
            self._miniatures.paint(painter, rect, exercise)

    def _on_frame(self) -> None:
        if self.window().isMinimized():
            self._activate(QModelIndex())
        else:
            self._repaint_active()

    def _on_reset(self) -> None:
        self._active = self._pointed = -1
        self.moving.stop()

    def _on_picture_ready(self, exercise_id: str) -> None:
        row = self._exercises.row_of(exercise_id)
        if row >= 0:
            self.viewport().update(self.visualRect(self._exercises.index(row)))

    def _on_selected(self, selected: QItemSelection) -> None:
        """Open what a screen reader selects, and have it selected no longer."""
        rows = selected.indexes()
        if rows:
            self.clearSelection()
            self._on_clicked(rows[0])

    def _on_clicked(self, index: AnyIndex) -> None:
        exercise = index.data(Role.EXERCISE)
        if isinstance(exercise, Exercise):
            self.exercise_requested.emit(str(exercise.id))
