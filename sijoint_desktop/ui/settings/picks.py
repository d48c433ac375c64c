"""A choice of any number of things, as a row of chips."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from sijoint_desktop.ui.style.buttons import Chip
from sijoint_desktop.ui.style.layout import FlowLayout
from sijoint_desktop.ui.style.style import Style

_CHIP_PX, _GAP = 58, 6
_HALF_FROM_SCALE = 1.4


class Picks(QWidget):
    """Chips of which any number may be on; ``chosen`` carries their keys with blanks between."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], *, style: Style, name: str) -> None:
        super().__init__()
        self._style = style
        self.setAccessibleName(name)
        self.chips = {key: Chip(word, style=style, tight=True) for key, word in choices}
        flow = FlowLayout(self, gap=_GAP)
        for chip in self.chips.values():
            chip.setAccessibleName(f"{name}: {chip.text()}")
            chip.toggled.connect(self._on_toggled)  # a screen reader toggles, and never clicks
            flow.addWidget(chip)
        style.changed.connect(self._restyle)
        self._restyle()

    @property
    def value(self) -> str:
        """The keys of what is on, in the order of the choices."""
        return " ".join(key for key, chip in self.chips.items() if chip.isChecked())

    def set_value(self, value: str) -> None:
        """Show a choice without saying that it was made."""
        chosen = value.split()
        for key, chip in self.chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(key in chosen)

    def _on_toggled(self) -> None:
        self.chosen.emit(self.value)

    def _restyle(self) -> None:
        words = (chip.minimumSizeHint().width() for chip in self.chips.values())
        edge = max(self._style.px(_CHIP_PX), *words)
        for chip in self.chips.values():
            chip.setFixedWidth(edge)
        # with large text they take two rows, which leaves room for the words beside them
        count = len(self.chips)
        across = (count + 1) // 2 if self._style.scale >= _HALF_FROM_SCALE else count
        self.setFixedWidth(across * edge + (across - 1) * _GAP)
