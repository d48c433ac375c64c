"""The filters of the table: what kind of line, and words to search for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.history.lines import LineKind
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Chip, FlowLayout, SearchField


class Filters(QWidget):
    """A chip for each kind of line, and a field to search; ``changed`` comes with each change."""

    changed = Signal()

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = FlowLayout(self, gap=8)
        self.search = SearchField(tr("Search the table"), style=style)
        self.search.textChanged.connect(self._on_changed)
        row.addWidget(self.search)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for number, kind in enumerate(LineKind):
            chip = Chip(kind.words, style=style)
            self._group.addButton(chip, number)
            row.addWidget(chip)
        self._group.idToggled.connect(self._on_changed)

    @property
    def kinds(self) -> frozenset[LineKind]:
        """The kinds of line that are wanted; empty for all."""
        known = tuple(LineKind)
        chips = self._group.buttons()
        return frozenset(known[self._group.id(chip)] for chip in chips if chip.isChecked())

    @property
    def text(self) -> str:
        """The words to search for."""
        return self.search.text()

    @property
    def is_on(self) -> bool:
        """Whether anything is filtered."""
        return bool(self.kinds or self.text.strip())

    def set_kind(self, kind: LineKind, wanted: bool) -> None:
        """Want a kind of line, or not."""
        self._group.button(tuple(LineKind).index(kind)).setChecked(wanted)

    def take_focus(self) -> None:
        """Put the focus into the field to search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_changed(self, *_what: object) -> None:
        self.changed.emit()
