"""The filters above the exercises."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QWidget,
)

from sijoint_desktop.content.model import Exercise, Position, Purpose
from sijoint_desktop.content.words import position_word, purpose_word
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.ui.library.filters import (
    NOTHING_NEEDED,
    Filter,
    Order,
    equipment_present,
    positions_present,
    purpose_counts,
)
from sijoint_desktop.ui.style.widgets import Chip, ChoiceBox, FlowLayout, OneOf, Style, TextRole

_ORDERS = {
    Order.PROGRAMME: mark("In programme order"),
    Order.POSITION: mark("Fewest changes of position"),
}


class FilterRow(QWidget):
    """Chips for the purpose and the person, and choices of position, equipment and order.

    ``asked_too_early`` says that a chip about the person was chosen before there was a check.
    """

    changed = Signal()
    asked_too_early = Signal()

    def __init__(
        self, exercises: tuple[Exercise, ...], *, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._known = False
        self._purposes: list[Purpose | None] = [None, *Purpose]
        self._positions: list[Position | None] = [None, *positions_present(exercises)]
        self._equipment: list[str | None] = [None, *equipment_present(exercises)]
        self._group = OneOf(self)
        self._row = FlowLayout(self, gap=8)
        counts = purpose_counts(exercises)
        for index, purpose in enumerate(self._purposes):
            word = purpose_word(purpose) if purpose else tr("All")
            count = counts[purpose] if purpose else len(exercises)
            chip = Chip(f"{word} {count}", style=style, checked=purpose is None)
            self._group.add(chip, index)
            self._row.addWidget(chip)
        self.suited = self._person_chip(tr("Suits my profile"))
        self.safe = self._person_chip(tr("Safe for me"))
        self.position = self._choice(
            tr("Position"), [position_word(p) if p else tr("Any position") for p in self._positions]
        )
        self.equipment = self._choice(
            tr("Equipment"),
            [_needs(piece) if piece else tr("Any equipment") for piece in self._equipment],
        )
        self.order = self._choice(tr("Order"), [tr(word) for word in _ORDERS.values()])
        self._restyle()
        self._group.idToggled.connect(self._on_toggled)
        style.changed.connect(self._restyle)

    @property
    def first(self) -> QWidget:
        """The first control in the row."""
        return self._group.button(0)

    @property
    def last(self) -> QWidget:
        """The last control in the row."""
        return self.order

    @property
    def chips(self) -> list[QAbstractButton]:
        """The purpose chips, "All" first."""
        return self._group.buttons()

    def wanted(self, text: str) -> Filter:
        """Return the chosen filters, joined by what was typed."""
        return Filter(
            text=text,
            purpose=self._purposes[self._group.checkedId()],
            position=self._positions[self.position.currentIndex()],
            equipment=self._equipment[self.equipment.currentIndex()],
            suited=self.suited.isChecked(),
            safe=self.safe.isChecked(),
            order=list(_ORDERS)[self.order.currentIndex()],
        )

    def know_person(self, known: bool) -> None:
        """Say whether a check tells about the person; from then on only what is safe is shown."""
        if known != self._known:
            self._known = known
            self.safe.setChecked(known)
            self.suited.setChecked(False)

    def clear(self) -> None:
        """Choose everything again, but for what is not safe."""
        self._group.button(0).setChecked(True)
        self.suited.setChecked(False)
        for choice in (self.position, self.equipment):
            choice.setCurrentIndex(0)

    def _person_chip(self, word: str) -> Chip:
        chip = Chip(word, style=self._style)
        chip.toggled.connect(self._on_person)
        self._row.addWidget(chip)
        return chip

    def _choice(self, name: str, words: list[str]) -> QComboBox:
        choice = ChoiceBox(name)
        choice.addItems(words)
        choice.currentIndexChanged.connect(self._on_choice)
        self._row.addWidget(choice)
        return choice

    def _on_toggled(self, _index: int, on: bool) -> None:
        if on:
            self.changed.emit()

    def _on_person(self, on: bool) -> None:
        """Take the choice back before there was a check, since it could not be kept."""
        if on and not self._known:
            for chip in (self.suited, self.safe):
                chip.setChecked(False)
            self.asked_too_early.emit()
        else:
            self.changed.emit()

    def _on_choice(self, _index: int) -> None:
        self.changed.emit()

    def _restyle(self) -> None:
        height = max(32, self._style.px(36))
        for choice in (self.position, self.equipment, self.order):
            choice.setFont(self._style.font(TextRole.CAPTION))
            choice.setFixedHeight(height)
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            choice.setStyleSheet(f"QComboBox {{ border-radius: {height // 2}px; }}")
            choice.setProperty("ringRadius", height // 2)


def _needs(piece: str) -> str:
    if piece == NOTHING_NEEDED:
        return tr("No equipment")
    return tr("With {equipment}", equipment=piece)
