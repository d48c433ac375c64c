"""The page of one exercise: its moving figure, dose, steps and common mistakes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise, Level
from sijoint_desktop.content.timeline import dose_timeline
from sijoint_desktop.content.words import position_word, purpose_word
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.figure.transport import FigurePlayer
from sijoint_desktop.ui.library.details_card import FormCard, VersionsCard
from sijoint_desktop.ui.library.dose_card import DoseCard
from sijoint_desktop.ui.library.left_out import FitNote
from sijoint_desktop.ui.library.mistakes_card import MistakesCard
from sijoint_desktop.ui.library.model import OWN_WORD
from sijoint_desktop.ui.library.practice import practice_routine
from sijoint_desktop.ui.library.steps_card import StepsCard
from sijoint_desktop.ui.style.layout import empty
from sijoint_desktop.ui.style.widgets import (
    Banner,
    Button,
    ButtonKind,
    FlowLayout,
    IconButton,
    Page,
    Style,
    Tag,
    Text,
    TextRole,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from sijoint_desktop.content.suitability import Fitting
    from sijoint_desktop.ui.figure.clips import ClipStore
    from sijoint_desktop.ui.figure.look import Look

_TWO_COLUMNS_PX = 900
_ONE_LINE_PX = 760
_HEADING_GAPS = 72  # between the parts of the heading
_ACTION_GAP = 16
_SIDE_PX = 348
_UNBOUND = 16_777_215  # Qt's own word for no greatest width


class ExercisePage(Page):
    """One exercise at a time; give it one with ``show_exercise`` before it is shown.

    ``practise_requested`` and ``print_requested`` carry a Routine of this one exercise at the
    chosen level; ``exercise_requested`` names an easier or harder exercise to open,
    ``compare_requested`` one to see beside another, ``swap_requested`` two to change in the
    routine, ``add_requested`` one with its Level to put into a routine. ``why_paused`` gives the
    lines that say why exercises are paused, none while they are not.
    """

    back_requested = Signal()
    check_requested = Signal()
    practise_requested = Signal(object)
    print_requested = Signal(object)
    exercise_requested = Signal(str)
    compare_requested = Signal(str)
    swap_requested = Signal(str, str)
    add_requested = Signal(str, object)

    def __init__(
        self,
        *,
        style: Style,
        library: Library,
        clips: "ClipStore",
        look: "Callable[[], Look]",
        fitting: "Callable[[], Fitting]",
        routine_ids: "Callable[[], Collection[str]]",
        why_paused: "Callable[[], tuple[str, ...]]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._library = library
        self._fitting = fitting
        self._routine_ids = routine_ids
        self._why_paused = why_paused
        self._exercise: Exercise | None = None
        self._wide: bool | None = None
        self.back = IconButton("arrow-left", tr("Back to all exercises"), style=style)
        self.name = Text("", TextRole.H1, style=style)
        self.add = Button(tr("Add to routine"), ButtonKind.OUTLINE, "plus", style=style)
        self.compare = Button(tr("Compare"), ButtonKind.TEXT, "columns-2", style=style)
        self.print_card = Button(tr("Print card"), ButtonKind.TEXT, "printer", style=style)
        self.practise = Button(tr("Practise"), ButtonKind.PRIMARY, "play", style=style)
        open_check = tr("Open the Check page")
        self.paused = Banner("amber", tr("Exercises are paused"), style=style, action=open_check)
        self.fit = FitNote(library, style=style)
        self.player = FigurePlayer(style=style, clips=clips, look=look)
        self.dose = DoseCard(style=style)
        self.steps = StepsCard(style=style)
        self.mistakes = MistakesCard(clips, look, style=style)
        self.form = FormCard(style=style)
        self.versions = VersionsCard(library, style=style)
        self._build()
        self._connect()

    @property
    def exercise(self) -> Exercise | None:
        """The exercise on show."""
        return self._exercise

    def show_exercise(self, exercise_id: str, level: Level = Level.STANDARD) -> None:
        """Show an exercise at a level; raises UserError where there is no such exercise."""
        self.show_one(self._library.get(exercise_id), level)
        self.player.stage.play()
        self.verticalScrollBar().setValue(0)

    def show_one(self, exercise: Exercise, level: Level = Level.STANDARD) -> None:
        """Show an exercise that need not be one of the library."""
        self._exercise = exercise
        self.name.setText(exercise.name)
        empty(self._tags)
        words = (purpose_word(exercise.purpose), position_word(exercise.position))
        for word in (tr(OWN_WORD), *words) if exercise.own else words:
            self._tags.addWidget(Tag(word, style=self._style))
        self._show_fit()
        self.dose.show_exercise(exercise, level)
        self.mistakes.show_exercise(exercise)
        self.form.show_exercise(exercise)
        self.versions.show_exercise(exercise)
        self._show_motion(level)
        self._arrange()

    def refresh(self) -> None:
        """Look again at the person and at the style of the figure, since one of them changed."""
        self._show_fit()
        self.mistakes.refresh()
        self.player.stage.refresh_look()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again, since a check may have closed or opened exercise."""
        super().showEvent(event)
        self._show_fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between two columns and one."""
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        # the height follows from the width alone; least heights of wrapped text would add to it
        self.content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.body.addLayout(self._heading())
        self.body.addWidget(self.paused)
        self.body.addWidget(self.fit)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(16)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self._beside = _column(self.dose, self.add, self.steps)
        self._below = _column(self.mistakes, self.versions, self.form)
        self._arrange()

    def _heading(self) -> QBoxLayout:
        self._names = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._names.setSpacing(8)
        self._tags = QHBoxLayout()
        self._tags.setSpacing(8)
        tags = QHBoxLayout()
        tags.setContentsMargins(8, 0, 0, 0)
        tags.addLayout(self._tags)
        tags.addStretch(1)
        self._names.addWidget(self.name)
        self._names.addLayout(tags, 1)
        self._title = QHBoxLayout()
        self._title.setSpacing(12)
        self._title.addWidget(self.back)
        self._title.addLayout(self._names, 1)
        self._actions = QWidget()
        row = FlowLayout(self._actions, gap=_ACTION_GAP)
        for action in self._buttons:
            row.addWidget(action)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addLayout(self._title, 1)
        self._top.addWidget(self._actions)
        return self._top

    @property
    def _buttons(self) -> tuple[Button, ...]:
        """The actions of the heading, in order."""
        return self.compare, self.print_card, self.practise

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.paused.acted.connect(self.check_requested)
        self.print_card.clicked.connect(self._on_print)
        self.practise.clicked.connect(self._on_practise)
        self.add.clicked.connect(self._on_add)
        self.compare.clicked.connect(self._on_compare)
        self.fit.exercise_requested.connect(self.exercise_requested)
        self.fit.swap_requested.connect(self.swap_requested)
        self.dose.level_chosen.connect(self._on_level_chosen)
        self.player.phase_changed.connect(self.steps.light)
        self.versions.exercise_requested.connect(self.exercise_requested)
        self._style.changed.connect(self._arrange)

    def _arrange(self) -> None:
        """Put dose and steps beside the figure where there is room, else below it."""
        scale = self._style.scale
        row = sum(button.sizeHint().width() + _ACTION_GAP for button in self._buttons) - _ACTION_GAP
        room = self._room_for_name(row)
        short = self.viewport().width() < _ONE_LINE_PX * scale**0.9
        stacked = short or room < self.name.calm_width
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._top.setDirection(way)
        self._names.setDirection(way)
        place = Qt.AlignmentFlag.AlignTop if stacked else Qt.AlignmentFlag.AlignVCenter
        self._title.setAlignment(self.back, place)
        self._actions.setMinimumWidth(0 if stacked else row)
        # on one line where there is room; a wrapped label asks for less
        line = self.name.fontMetrics().horizontalAdvance(self.name.text()) + 2
        self.name.setMinimumWidth(0 if stacked else max(0, min(line, room)))
        wide = self.viewport().width() >= _TWO_COLUMNS_PX * scale**0.6
        side = round(_SIDE_PX * scale**0.5)
        self._beside.setMinimumWidth(side if wide else 0)
        self._beside.setMaximumWidth(side if wide else _UNBOUND)
        if wide == self._wide:
            return
        self._wide = wide
        for part in (self.player, self._beside, self._below):
            self._grid.removeWidget(part)
        self._grid.addWidget(self.player, 0, 0)
        if wide:
            self._grid.addWidget(self._beside, 0, 1, 2, 1)
            self._grid.addWidget(self._below, 1, 0)
        else:
            self._grid.addWidget(self._beside, 1, 0)
            self._grid.addWidget(self._below, 2, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setRowStretch(1, 1 if wide else 0)

    def _room_for_name(self, actions: int) -> int:
        """Return the pixels beside the tags and the buttons, which are ``actions`` wide."""
        margins = self.body.contentsMargins()
        # a layout counts no tag that was added just now, since it is not on show yet
        items = (self._tags.itemAt(i) for i in range(self._tags.count()))
        tags = [item.widget() for item in items if item is not None]
        wide = sum(tag.sizeHint().width() + self._tags.spacing() for tag in tags if tag)
        taken = self.back.width() + wide + actions
        return self.viewport().width() - margins.left() - margins.right() - taken - _HEADING_GAPS

    def _show_motion(self, level: Level) -> None:
        if self._exercise is not None:
            exercise = self._exercise.at(level)
            self.steps.show_exercise(exercise)
            self.player.show_motion(exercise, dose_timeline(exercise, exercise.doses[level]))

    def _show_fit(self) -> None:
        """Say what about the person speaks against it; what is left out cannot be practised.

        Neither can anything while exercises are paused.
        """
        exercise = self._exercise
        if exercise is not None:
            in_routine = exercise.id in set(self._routine_ids())
            allowed = self.fit.show_exercise(exercise, self._fitting(), in_routine=in_routine)
            why = self._why_paused()
            self.paused.show_text("\n".join(why))
            self.paused.setVisible(bool(why))
            self.practise.setEnabled(allowed and not why)
            self.add.setEnabled(allowed)
            left_out = () if allowed else (tr("Left out for you: the reason is below."),)
            self.practise.setToolTip("\n".join((*why, *left_out)))

    def _on_level_chosen(self, level: object) -> None:
        if isinstance(level, Level):
            self._show_motion(level)

    def _on_back(self) -> None:
        self.back_requested.emit()

    def _on_add(self) -> None:
        if self._exercise is not None:
            self.add_requested.emit(str(self._exercise.id), self.dose.level)

    def _on_compare(self) -> None:
        if self._exercise is not None:
            self.compare_requested.emit(str(self._exercise.id))

    def _on_print(self) -> None:
        if self._exercise is not None:
            self.print_requested.emit(practice_routine(self._exercise, self.dose.level))

    def _on_practise(self) -> None:
        if self._exercise is not None:
            self.practise_requested.emit(practice_routine(self._exercise, self.dose.level))


def _column(*parts: QWidget) -> QWidget:
    """Return a widget in which the parts stand below each other, at its top."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(16)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder
