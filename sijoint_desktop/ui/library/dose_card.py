"""Says how much of an exercise to do, at the level that is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sijoint_desktop.content.model import Exercise, Level
from sijoint_desktop.content.words import dose_detail, dose_in_words, level_word
from sijoint_desktop.core.language import tr
from sijoint_desktop.sheet.wording import sentence
from sijoint_desktop.ui.style.widgets import Card, Segments, Style, Text, TextRole


class DoseCard(Card):
    """The dose in words with a choice of level; ``level_chosen`` carries the Level."""

    level_chosen = Signal(object)

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, parent=parent)
        self._exercise: Exercise | None = None
        self.body.setSpacing(4)
        self.body.addWidget(Text(tr("How much to do"), TextRole.CAPTION, "ink2", style=style))
        self.amount = Text("", TextRole.H1, style=style)
        self.detail = Text("", TextRole.BODY, "ink2", style=style)
        self.note = Text("", TextRole.BODY, "ink2", style=style)
        self.levels = Segments(
            [(str(level), level_word(level)) for level in Level],
            style=style,
            value=str(Level.STANDARD),
            name=tr("Level"),
        )
        policy = self.levels.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Preferred)
        self.levels.setSizePolicy(policy)
        for widget in (self.amount, self.detail, self.note):
            self.body.addWidget(widget)
        self.body.addSpacing(8)
        self.body.addWidget(self.levels)
        self.levels.chosen.connect(self._on_chosen)

    @property
    def level(self) -> Level:
        """The level that is chosen."""
        return Level(self.levels.value)

    def show_exercise(self, exercise: Exercise, level: Level) -> None:
        """Show the dose of an exercise at a level."""
        self._exercise = exercise
        self.levels.set_value(str(level))
        self._say(level)

    def _on_chosen(self, key: str) -> None:
        level = Level(key)
        self._say(level)
        self.level_chosen.emit(level)

    def _say(self, level: Level) -> None:
        if self._exercise is None:
            return
        dose = self._exercise.doses[level]
        self.amount.setText(dose_in_words(dose, self._exercise.sides))
        self.detail.setText(f"{dose_detail(dose)}.")
        self.note.setText(sentence(dose.note))
        self.note.setVisible(bool(dose.note))
