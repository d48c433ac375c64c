"""The figure that runs through a routine beside the Start button."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.layout import CARD_RADIUS
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Text, TextRole

TURN_MS = 9000
CORNER_PX = CARD_RADIUS - 1


class Mover(Protocol):
    """What the show needs from a figure widget."""

    def show_exercise(self, exercise: Exercise) -> None:
        """Show one exercise from its start."""
        ...

    def set_moving(self, moving: bool) -> None:
        """Let it move, or stand still."""
        ...

    @property
    def widget(self) -> QWidget:
        """The widget to put into the page."""
        ...


class RoutineShow(QWidget):
    """Shows the exercises of a routine in turn, each for nine seconds; ``turned`` says which.

    ``make_mover`` takes the colour token of the ground. The figure is made only when ``begin`` is
    called, since the mathematics behind it takes longer to load than the whole page. With reduced
    motion it shows the first exercise and stays.
    """

    turned = Signal(str)

    def __init__(
        self,
        exercises: Sequence[Exercise],
        make_mover: Callable[[str], Mover],
        *,
        style: Style,
        ground: str = "stage",
        caption: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._exercises = tuple(exercises)
        self._make_mover = make_mover
        self._style = style
        self._ground = ground
        self._mover: Mover | None = None
        self._index = 0
        self._below = False
        self._caption = Text(" ", TextRole.CAPTION, "ink2", style=style, wrap=False, parent=self)
        self._caption.setVisible(caption)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._timer = QTimer(self)
        self._timer.setInterval(TURN_MS)
        self._timer.timeout.connect(self._on_turn)
        style.changed.connect(self._on_style_changed)

    @property
    def begun(self) -> bool:
        """Tell whether there is a figure yet."""
        return self._mover is not None

    def begin(self) -> None:
        """Make the figure and let it go; a second call does nothing."""
        if self._mover is not None or not self._exercises:
            return
        self._mover = self._make_mover(self._ground)
        self._column.addWidget(self._mover.widget)
        self.setTabOrder(self._before(), self._mover.widget)
        self._caption.raise_()
        self._show_turn()

    def _before(self) -> QWidget:
        """Return what Tab reaches before the figure, which is made later than all around it."""
        before = self.previousInFocusChain() or self
        while before is not self and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain() or self
        return before

    def set_below(self, below: bool) -> None:
        """Say whether the show fills the lower part of its card, or the part on the right."""
        self._below = below
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the least height at which a figure is well seen; more is welcome."""
        return QSize(480, max(200, self.minimumHeight()))

    def showEvent(self, event: QShowEvent) -> None:
        """Go on when the page is seen again."""
        super().showEvent(event)
        self._set_going()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._set_going()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the caption in its corner."""
        super().resizeEvent(event)
        self._place_caption()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground, with the corners of the card that it fills."""
        if self._ground == "window":
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(whole, CORNER_PX, CORNER_PX)
        # square again where the show meets the words of its card
        path.addRect(whole.adjusted(0, 0, 0, -whole.height() / 2) if self._below else QRectF())
        path.addRect(QRectF() if self._below else whole.adjusted(0, 0, -whole.width() / 2, 0))
        painter.fillPath(path, self._style.color(self._ground))

    def _on_turn(self) -> None:
        self._index = (self._index + 1) % len(self._exercises)
        self._show_turn()

    def _on_style_changed(self) -> None:
        self._place_caption()
        self._set_going()
        self.update()

    def _show_turn(self) -> None:
        exercise = self._exercises[self._index]
        if self._mover is not None:
            self._mover.show_exercise(exercise)
        words = tr(
            "{number} of {count}: {exercise}",
            number=self._index + 1,
            count=len(self._exercises),
            exercise=exercise.name,
        )
        self._caption.setText(words)
        self._place_caption()
        self._set_going()
        self.turned.emit(words)

    def _set_going(self) -> None:
        going = self._mover is not None and self.isVisible() and not self._style.reduced_motion
        if self._mover is not None:
            self._mover.set_moving(going)
        if going and len(self._exercises) > 1:
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()

    def _place_caption(self) -> None:
        self._caption.adjustSize()
        self._caption.move(max(8, self.width() - self._caption.width() - 24), 20)
