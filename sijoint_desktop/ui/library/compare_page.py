"""Two exercises side by side: figures, dose, steps and cautions."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise, Level
from sijoint_desktop.content.timeline import dose_timeline
from sijoint_desktop.content.words import dose_in_words
from sijoint_desktop.core.language import listed, tr
from sijoint_desktop.sheet.wording import sentence
from sijoint_desktop.ui.figure.transport import FigurePlayer
from sijoint_desktop.ui.library.model import subtitle
from sijoint_desktop.ui.library.notes import Section
from sijoint_desktop.ui.library.steps_card import StepsCard
from sijoint_desktop.ui.style.layout import empty
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Card,
    ChoiceBox,
    IconButton,
    Page,
    Style,
    Text,
    TextRole,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sijoint_desktop.ui.figure.clips import ClipStore
    from sijoint_desktop.ui.figure.look import Look

_SIDE_BY_SIDE_PX = 760


class ComparedExercise(QWidget):
    """One of the two: a choice of the exercise, its figure and what there is to know.

    ``exercise_requested`` names the exercise whose page to open.
    """

    exercise_requested = Signal(str)

    def __init__(
        self,
        name: str,
        library: Library,
        *,
        style: Style,
        clips: "ClipStore",
        look: "Callable[[], Look]",
    ) -> None:
        super().__init__()
        self._library = library
        self._style = style
        self.setAccessibleName(name)  # both have buttons of the same names
        self.choice = ChoiceBox(name)
        for exercise in library:
            self.choice.addItem(exercise.name, str(exercise.id))
        self.player = FigurePlayer(style=style, clips=clips, look=look)
        self.steps = StepsCard(style=style)
        self.facts = Card(style=style)
        self._said = QVBoxLayout()
        self._said.setSpacing(12)
        self.facts.body.addLayout(self._said)
        # made once, so that Tab reaches it before the second exercise
        self.open = Button("", ButtonKind.TEXT, "arrow-right", style=style)
        self.facts.body.addWidget(self.open, alignment=Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in (self.choice, self.player, self.facts, self.steps):
            column.addWidget(part)
        column.addStretch(1)
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self.open.clicked.connect(self._on_open)
        self.player.phase_changed.connect(self.steps.light)
        style.changed.connect(self._restyle)
        self._restyle()

    @property
    def exercise(self) -> Exercise:
        """The exercise on show."""
        return self._library.get(str(self.choice.currentData()))

    def show_exercise(self, exercise_id: str) -> None:
        """Show an exercise; raises UserError where there is no such exercise."""
        exercise = self._library.get(exercise_id)
        self.choice.setCurrentIndex(self.choice.findData(str(exercise.id)))
        self._on_chosen()

    def _on_chosen(self) -> None:
        exercise, style = self.exercise, self._style
        dose = exercise.doses[Level.STANDARD]
        self.steps.show_exercise(exercise)
        self.player.show_motion(exercise, dose_timeline(exercise, dose))
        self.player.stage.play()
        empty(self._said)
        self._said.addWidget(Text(subtitle(exercise), TextRole.BODY_BOLD, style=style))
        self._said.addWidget(Text(exercise.summary, TextRole.BODY, "ink2", style=style))
        amount = (f"{dose_in_words(dose, exercise.sides)}.",)
        self._said.addWidget(Section(tr("Standard dose"), amount, style=style))
        needed = (sentence(listed(exercise.equipment or (tr("nothing"),))),)
        self._said.addWidget(Section(tr("What you need"), needed, style=style))
        self.open.setText(tr("Open {exercise}", exercise=exercise.name))

    def _on_open(self) -> None:
        self.exercise_requested.emit(str(self.exercise.id))

    def _restyle(self) -> None:
        self.choice.setFont(self._style.font(TextRole.BODY))
        self.choice.setMinimumHeight(self._style.px(44))


class ComparePage(Page):
    """Two exercises beside each other, below each other where there is no room.

    ``exercise_requested`` names an exercise whose page to open.
    """

    back_requested = Signal()
    exercise_requested = Signal(str)

    def __init__(
        self,
        *,
        style: Style,
        library: Library,
        clips: "ClipStore",
        look: "Callable[[], Look]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._library = library
        self.back = IconButton("arrow-left", tr("Back to all exercises"), style=style)
        self.first, self.second = (
            ComparedExercise(name, library, style=style, clips=clips, look=look)
            for name in (tr("First exercise"), tr("Second exercise"))
        )
        title = QHBoxLayout()
        title.setSpacing(12)
        title.addWidget(self.back)
        title.addWidget(Text(tr("Compare two exercises"), TextRole.H1, style=style), 1)
        self.body.addLayout(title)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(24)
        self._pair.addWidget(self.first, 1)
        self._pair.addWidget(self.second, 1)
        self.body.addLayout(self._pair)
        self.body.addStretch(1)
        self.back.clicked.connect(self.back_requested)
        for one in (self.first, self.second):
            one.exercise_requested.connect(self.exercise_requested)
        style.changed.connect(self._arrange)

    def show_pair(self, first_id: str | None = None) -> None:
        """Show an exercise beside an easier or harder one, else beside its neighbour in the list.

        Raises UserError where there is no such exercise.
        """
        first = self._library.get(first_id or self._library.ids[0])
        self.first.show_exercise(first.id)
        self.second.show_exercise(self._partner(first))
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show the figures anew after their style was changed in the settings."""
        for one in (self.first, self.second):
            one.player.stage.refresh_look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between beside and below."""
        super().resizeEvent(event)
        self._arrange()

    def _partner(self, exercise: Exercise) -> str:
        versions = (*exercise.easier, *exercise.harder)
        named = [v.exercise for v in versions if v.exercise and v.exercise in self._library]
        others = [*named, *(other for other in self._library.ids if other != exercise.id)]
        return others[0]

    def _arrange(self) -> None:
        beside = self.viewport().width() >= _SIDE_BY_SIDE_PX * self._style.scale**0.6
        ways = QBoxLayout.Direction
        self._pair.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
