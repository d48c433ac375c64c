"""The Routines page: which routines there are, and what the chosen one asks for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sijoint_desktop.app.shelf import Shelf
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.core.language import tr
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Timings
from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.routines.choice import RoutineChoice
from sijoint_desktop.ui.routines.columns import Columns
from sijoint_desktop.ui.routines.detail import RoutineDetail, Shelved
from sijoint_desktop.ui.routines.minutes import count_line, spending
from sijoint_desktop.ui.style.layout import empty
from sijoint_desktop.ui.style.widgets import (
    Banner,
    Button,
    ButtonKind,
    FlowLayout,
    Page,
    Style,
    Text,
    TextRole,
)

if TYPE_CHECKING:
    from sijoint_desktop.ui.figure.clips import ClipStore
    from sijoint_desktop.ui.figure.look import Look


class RoutinesPage(Page):
    """Routines to choose from beside the exercises of the chosen one.

    ``start_requested`` and ``print_requested`` carry the chosen Routine, ``wished`` a Wish and the
    Routine; ``exercise_requested`` names an exercise whose row was pressed, ``check_requested``
    wishes for the check. ``shelf``, ``may_start``, ``fitting`` and ``timings`` are asked again at
    each ``refresh``.
    """

    start_requested = Signal(object)
    print_requested = Signal(object)
    wished = Signal(object, object)
    new_requested = Signal()
    open_requested = Signal()
    exercise_requested = Signal(str)
    check_requested = Signal()

    def __init__(
        self,
        *,
        style: Style,
        library: Library,
        shelf: Callable[[], Shelf],
        fitting: Callable[[], Fitting],
        may_start: Callable[[], bool],
        clips: "ClipStore",
        look: "Callable[[], Look]",
        timings: Callable[[], Timings],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._library = library
        self._timings = timings
        self._ask_shelf = shelf
        self._fitting = fitting
        self._may_start = may_start
        self._shelf = shelf()
        self.miniatures = Miniatures(clips, look, self)
        self.choices: list[RoutineChoice] = []
        self._facts: dict[tuple[Routine, Timings], str] = {}
        self.detail = RoutineDetail(library, self.miniatures, style=style)
        self.closed = Banner(
            "amber",
            tr("Exercises are paused"),
            tr(
                "No session can be started now. The Check page says why, and what opens them again."
            ),
            style=style,
            action=tr("Open the Check page"),
        )
        self.closed.acted.connect(self.check_requested)
        self.new = Button(tr("New routine"), ButtonKind.OUTLINE, "plus", style=style)
        self.open = Button(tr("Open a file"), ButtonKind.OUTLINE, "folder-open", style=style)
        self.archive = Button("", ButtonKind.TEXT, style=style)
        self.archive.setCheckable(True)
        self._build()
        self.new.clicked.connect(self.new_requested)
        self.open.clicked.connect(self.open_requested)
        self.archive.toggled.connect(self._on_archive)
        self.detail.wished.connect(self.wished)
        self.detail.start_requested.connect(self.start_requested)
        self.detail.print_requested.connect(self.print_requested)
        self.detail.exercise_requested.connect(self.exercise_requested)
        style.changed.connect(self._on_style_changed)
        self._fill()

    def _build(self) -> None:
        # the height follows from the width alone; least heights of wrapped text would add to it
        self.content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        style = self._style
        heading = FlowLayout(gap=12)
        heading.addWidget(Text(tr("Routines", "page"), TextRole.H1, style=style, wrap=False))
        heading.addWidget(self.new)
        heading.addWidget(self.open)
        self.body.addLayout(heading)
        words = tr("No routine yet. Check your symptoms, or build your own.")
        self.nothing = Text(words, TextRole.BODY, "ink2", style=style)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.closed)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        column.addLayout(self._column)
        column.addWidget(self.archive)
        column.addStretch(1)
        self._columns = Columns(self.detail, self._list)
        self.body.addLayout(self._columns)
        self.body.addStretch(1)
        self._arrange()

    def refresh(self) -> None:
        """Ask for the routines, the timings and the look of the figure again."""
        self.miniatures.forget()
        self._shelf = self._ask_shelf()
        self._fill()

    def show_routine(self, routine_id: str) -> None:
        """Choose a routine; an archived one is brought into sight."""
        shelf = self._ask_shelf()
        if shelf != self._shelf:
            self._shelf = shelf
            self._list_all()
        if any(routine.id == routine_id for routine in shelf.archived):
            self.archive.setChecked(True)
        self._choose(routine_id)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again, since a check may have closed or opened exercise."""
        super().showEvent(event)
        self._show_closed()

    def _fill(self) -> None:
        """List the routines and show the chosen one, else the plan."""
        self._list_all()
        self._choose()

    def _list_all(self) -> None:
        empty(self._column)
        self.choices = []
        sections = [
            (tr("Yours"), self._shelf.own),
            (tr("Suggested"), self._shelf.suggested),
        ]
        if self.archive.isChecked():
            sections.append((tr("Archived"), self._shelf.archived))
        for word, routines in sections:
            if routines:
                self._column.addWidget(Text(word, TextRole.CAPTION_BOLD, "ink2", style=self._style))
            for routine in routines:
                self._add_choice(routine)
        count = len(self._shelf.archived)
        pattern = tr("Show archived ({count})")
        if self.archive.isChecked():
            pattern = tr("Hide archived ({count})")
        self.archive.setText(pattern.format(count=count))
        self.archive.setVisible(bool(count))
        self.nothing.setVisible(not self.choices)
        self.detail.setVisible(bool(self.choices))

    def _choose(self, wanted: str = "") -> None:
        """Show the wanted routine, else the one that was shown, else the plan."""
        shown = self.detail.routine
        by_id = {choice.routine.id: choice for choice in self.choices}
        for each in (wanted, "" if shown is None else shown.id, self._shelf.plan, *by_id):
            if each in by_id:
                with QSignalBlocker(by_id[RoutineId(each)]):
                    by_id[RoutineId(each)].setChecked(True)
                self._show(by_id[RoutineId(each)].routine)
                break
        self._show_closed()

    def _add_choice(self, routine: Routine) -> None:
        facts = self._facts_of(routine)
        if routine.id == self._shelf.plan:
            facts = tr("In use. {facts}", facts=facts)
        choice = RoutineChoice(routine, facts, style=self._style)
        choice.picked.connect(self._on_picked)
        self.choices.append(choice)
        self._column.addWidget(choice)

    def _facts_of(self, routine: Routine) -> str:
        """Return length and number of exercises; working out the seconds anew takes long."""
        key = (routine, self._timings())
        if key not in self._facts:
            self._facts[key] = count_line(routine, spending(routine, self._library, key[1]))
        return self._facts[key]

    def _show(self, routine: Routine) -> None:
        shelf, place = self._shelf, Shelved.SUGGESTED
        if any(each.id == routine.id for each in shelf.archived):
            place = Shelved.ARCHIVED
        elif shelf.is_own(routine.id):
            place = Shelved.PLAN if routine.id == shelf.plan else Shelved.OWN
        elif routine.id == shelf.plan:
            place = Shelved.FOLLOWED
        self.detail.show_routine(routine, self._timings(), place, self._fitting())

    def _show_closed(self) -> None:
        allowed = self._may_start()
        self.closed.setVisible(not allowed)
        self.detail.allow_start(allowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between two columns and one."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._columns.fit(self.viewport().width(), self._style.scale)

    def _on_picked(self, routine: object) -> None:
        if isinstance(routine, Routine):
            self._show(routine)
            self._show_closed()
            self.verticalScrollBar().setValue(0)

    def _on_archive(self, _on: bool) -> None:
        self._fill()

    def _on_style_changed(self) -> None:
        self.miniatures.forget()
        self._arrange()
