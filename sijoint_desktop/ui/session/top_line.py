"""The line over the figure: which exercise, how far the session is, and how long it still takes."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.player.snapshot import Snapshot
from sijoint_desktop.ui.session.progress import SlotProgress
from sijoint_desktop.ui.session.words import Words
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, ChoiceBox, Text

_JUMP_PX = 280
_LEAST_LETTERS = 10  # by which exercises can be told apart


class TopLine(QWidget):
    """Name, place, progress and minutes, with the way to the floor view."""

    floor_wished = Signal()
    jump_wished = Signal(int)

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._short = False
        self._words: Words | None = None
        self._name = Text("", TextRole.H2, style=style, wrap=False)
        self._place = Text("", TextRole.BODY, "ink2", style=style, wrap=False)
        self._minutes = Text("", TextRole.BODY, "ink2", style=style, wrap=False, tabular=True)
        self._progress = SlotProgress(style=style)
        self._jump = ChoiceBox(tr("Go to an exercise"))
        self._jump.setToolTip(tr("Go to an exercise"))
        self._jump.setMinimumContentsLength(_LEAST_LETTERS)
        self._jump.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._jump.hide()
        self._jump.activated.connect(self._on_jump)
        self._floor = Button(tr("Floor view"), ButtonKind.TEXT, "maximize", style=style)
        self._floor.setToolTip(tr("Full screen, to be read from the floor (F)"))
        self._floor.setAutoDefault(True)
        self._floor.clicked.connect(self.floor_wished)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._name)
        row.addWidget(self._place)
        row.addWidget(self._progress, 1)
        row.addWidget(self._jump, 1)
        row.addWidget(self._minutes)
        row.addWidget(self._floor)

    def show_snapshot(self, shown: Snapshot) -> None:
        """Show how far the session is."""
        self._progress.show_place(shown.slot, shown.slots, shown.slot_fraction)
        if self._jump.isVisible() and not self._jump.view().isVisible():
            self._jump.setCurrentIndex(shown.slot)

    def show_words(self, words: Words) -> None:
        """Show the texts."""
        self._words = words
        self._name.setText(words.exercise)
        self._minutes.setText(words.minutes)
        self._place.setText(words.place_short if self._short else words.place)

    def name_exercises(self, names: Sequence[str]) -> None:
        """Say which exercises there are, in order."""
        self._jump.clear()
        self._jump.addItems([f"{number}. {name}" for number, name in enumerate(names, start=1)])

    def show_jump(self, shown: bool) -> None:
        """Offer to go to another exercise, which is possible while paused."""
        offered = shown and self._jump.count() > 1
        self._jump.setMaximumWidth(self._style.px(_JUMP_PX))
        self._jump.setVisible(offered)
        self._progress.setVisible(not (offered and self._short))
        self._place.setVisible(not offered or self._short)  # the box says the place, too

    def _on_jump(self, index: int) -> None:
        self.jump_wished.emit(index)

    def set_short(self, short: bool) -> None:
        """Leave out what can be done without, where large text leaves no room."""
        if short == self._short:
            return
        self._short = short
        self._minutes.setVisible(not short)
        self._name.set_role(TextRole.BODY_BOLD if short else TextRole.H2)
        self._name.setWordWrap(short)
        self._floor.setText("" if short else tr("Floor view"))
        if self._words is not None:
            self.show_words(self._words)
