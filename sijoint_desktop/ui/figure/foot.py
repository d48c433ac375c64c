"""What stands below the timeline: the buttons that play, the speed, and the layers."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.ui.figure.controls import PlayButton, SpeedButton
from sijoint_desktop.ui.figure.look import DEFAULT_LAYERS, Layer
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Chip, FlowLayout, IconButton

LAYER_WORDS: tuple[tuple[Layer, str, str], ...] = (
    (Layer.MUSCLES, mark("Muscles", "layer"), mark("Show the muscles that work")),
    (Layer.ARROWS, mark("Arrows", "layer"), mark("Show where the body moves")),
    (Layer.GHOST, mark("Ghost", "layer"), mark("Show faintly where the move ends")),
    (Layer.CONTACTS, mark("Contact", "layer"), mark("Show what rests on the floor")),
    (Layer.BREATH, mark("Breath", "layer"), mark("Show when to breathe in and out")),
)

_SIDE_MARGIN = 20
_CHIP_HEIGHT = 32
_CHIP_GAP = 4
_CHIP_ROOM = 6  # on each side of a word where there is enough of it


class LayerChip(Chip):
    """A chip whose ``room`` beside its word is given by the row that it stands in."""

    def __init__(self, text: str, *, style: Style, checked: bool = False) -> None:
        self.room = 0
        super().__init__(text, style=style, checked=checked, height=_CHIP_HEIGHT, tight=True)

    @property
    def bare_width(self) -> int:
        """The width of word and tick alone, in pixels."""
        return super().sizeHint().width()

    def sizeHint(self) -> QSize:
        """Ask for the word with the room on both sides of it."""
        return super().sizeHint() + QSize(2 * self.room, 0)


class ChipRow(QWidget):
    """Chips side by side; they stand closer where the width is short, then go on below.

    ``changed`` tells that a chip was switched, so that the row may need another width.
    """

    changed = Signal()

    def __init__(self, chips: tuple[LayerChip, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = chips
        self._flow = FlowLayout(self, gap=_CHIP_GAP)
        for chip in chips:
            self._flow.addWidget(chip)
            chip.toggled.connect(self._on_toggled)

    def least_width(self) -> int:
        """Return the width of one row with the chips as close as may be, in pixels."""
        gaps = _CHIP_GAP * (len(self._chips) - 1)
        return sum(chip.bare_width for chip in self._chips) + gaps

    def sizeHint(self) -> QSize:
        """Ask for all chips in one row, with room beside their words."""
        wide = self.least_width() + 2 * _CHIP_ROOM * len(self._chips)
        return QSize(wide, self._flow.minimumSize().height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows that a width needs."""
        return self._flow.heightForWidth(width)

    def fit(self, width: int) -> None:
        """Give the chips as much room as lets them stand in one row, else what looks best."""
        spare = width - self.least_width()
        room = min(spare // (2 * len(self._chips)), _CHIP_ROOM) if spare >= 0 else _CHIP_ROOM
        for chip in self._chips:
            if chip.room != room:
                chip.room = room
                chip.updateGeometry()
        self.updateGeometry()

    def _on_toggled(self) -> None:
        self.changed.emit()


class TransportFoot(QWidget):
    """The buttons and the layer chips, side by side where they fit, else one below the other."""

    play_toggled = Signal()
    stepped = Signal(int)  # frames, negative goes back
    speed_chosen = Signal(float)
    layers_chosen = Signal(object)  # a frozenset of Layer

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.play_button = PlayButton(style=style)
        self.step_back = IconButton("step-back", tr("One frame back"), style=style, size=32)
        self.step_forward = IconButton("step-forward", tr("One frame on"), style=style, size=32)
        self.speed = SpeedButton(style=style)
        self.chips = {
            layer: LayerChip(tr(word, "layer"), style=style, checked=layer in DEFAULT_LAYERS)
            for layer, word, _tip in LAYER_WORDS
        }
        for layer, _word, tip in LAYER_WORDS:
            self.chips[layer].setToolTip(tr(tip))
        self._chip_row = ChipRow(tuple(self.chips.values()))
        self._lay_out()
        self.play_button.clicked.connect(self.play_toggled)
        self.step_back.clicked.connect(self._on_step_back)
        self.step_forward.clicked.connect(self._on_step_forward)
        self.speed.speed_chosen.connect(self.speed_chosen)
        self._chip_row.changed.connect(self._on_layers)
        style.changed.connect(self._fit)

    @property
    def layers(self) -> frozenset[Layer]:
        """The layers that are chosen."""
        return frozenset(layer for layer, chip in self.chips.items() if chip.isChecked())

    def set_playing(self, *, playing: bool) -> None:
        """Show what a press on the round button does now."""
        self.play_button.set_playing(playing=playing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for widget in (self.step_back, self.play_button, self.step_forward, self.speed):
            row.addWidget(widget)
        row.addStretch(1)
        for part in (self._buttons, self._chip_row):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(_SIDE_MARGIN, 4, _SIDE_MARGIN, 14)
        self._row.setSpacing(8)
        self._row.addWidget(self._buttons, 1)
        self._row.addWidget(self._chip_row)

    def _fit(self) -> None:
        room = self.width() - 2 * _SIDE_MARGIN
        beside = room - self._buttons.sizeHint().width() - self._row.spacing()
        wide = self._chip_row.least_width() <= beside
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(way)
        across = min(beside, self._chip_row.sizeHint().width()) if wide else room
        self._chip_row.fit(across)
        self._chip_row.setFixedHeight(self._chip_row.heightForWidth(across))

    def _on_step_back(self) -> None:
        self.stepped.emit(-1)

    def _on_step_forward(self) -> None:
        self.stepped.emit(1)

    def _on_layers(self) -> None:
        self._fit()  # a chosen chip is wider
        self.layers_chosen.emit(self.layers)
