"""Two parts of a page side by side, or one below the other where room is short."""

from PySide6.QtWidgets import QGridLayout, QWidget

_SIDE_PX = 348
_TWO_FROM_PX = 880
_UNBOUND = 16_777_215  # Qt's own word for no greatest width


class Columns(QGridLayout):
    """A wide part, and at its right a narrower one that goes below it."""

    def __init__(self, main: QWidget, side: QWidget) -> None:
        super().__init__()
        self._main, self._side = main, side
        self._two: bool | None = None
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(24)
        self.setColumnStretch(0, 1)

    @property
    def two(self) -> bool:
        """Whether the parts stand side by side."""
        return bool(self._two)

    def fit(self, width: int, scale: float) -> None:
        """Change to a width in pixels at a scale of the text; larger text needs more of it."""
        two = width >= _TWO_FROM_PX * scale**0.6
        side = round(_SIDE_PX * scale**0.5)
        self._side.setMinimumWidth(side if two else 0)
        self._side.setMaximumWidth(side if two else _UNBOUND)
        if two == self._two:
            return
        self._two = two
        for part in (self._main, self._side):
            self.removeWidget(part)
        self.addWidget(self._main, 0, 0)
        self.addWidget(self._side, 0 if two else 1, 1 if two else 0)
