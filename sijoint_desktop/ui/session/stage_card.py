"""The ground of the figure, with words on top of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sijoint_desktop.ui.style.layout import CARD_RADIUS
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Card

if TYPE_CHECKING:
    from sijoint_desktop.ui.figure.stage import FigureStage


class StageCard(Card):
    """A card that its figure fills to the edges; ``column`` is what lies over it.

    With ``edged`` = False it has neither edge nor round corners, for a whole screen.
    """

    def __init__(self, *, style: Style, edged: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(style=style, level="stage", padding=0, parent=parent)
        self._edged = edged
        self._edge = style.theme.edge_px if edged else 0
        self._stage: FigureStage | None = None
        self._frame = (0, 0)
        self.over = QWidget(self)
        self.over.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.column = QVBoxLayout(self.over)

    def put(self, stage: "FigureStage") -> None:
        """Take the figure in; done once."""
        self._stage = stage
        stage.setParent(self)
        stage.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys belong to the session
        stage.lower()
        self._apply_frame()
        self._place()
        stage.show()

    def tell_phase(self, phase: str) -> None:
        """Describe the figure by the phase that it is in."""
        if self._stage is not None and self._stage.accessibleDescription() != phase:
            self._stage.setAccessibleDescription(phase)

    def keep_clear(self, top: int, bottom: int) -> None:
        """Keep so many pixels above and below free of the figure; the same for every phase."""
        if (top, bottom) != self._frame:
            self._frame = (top, bottom)
            self._apply_frame()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and, where there is one, the edge."""
        if self._edged:
            super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let figure and words fill the card."""
        super().resizeEvent(event)
        self._place()

    def _apply_frame(self) -> None:
        if self._stage is not None:
            radius = float(CARD_RADIUS - self._edge) if self._edged else 0.0
            self._stage.set_frame(*self._frame, (radius, radius))

    def _place(self) -> None:
        inner = self.rect().adjusted(self._edge, self._edge, -self._edge, -self._edge)
        self.over.setGeometry(inner)
        if self._stage is not None:
            self._stage.setGeometry(inner)
