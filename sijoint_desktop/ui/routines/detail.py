"""The chosen routine: how long it takes, where the minutes go, and its exercises in order."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.routine.edit import not_startable
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Timings
from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.routines.lines import row_lines
from sijoint_desktop.ui.routines.minutes import facts_line, spending, time_words
from sijoint_desktop.ui.routines.slot_row import SlotRow
from sijoint_desktop.ui.routines.time_bar import TimeBar
from sijoint_desktop.ui.style.widgets import (
    Banner,
    Button,
    ButtonKind,
    FlowLayout,
    Style,
    Text,
    TextRole,
)


class Shelved(StrEnum):
    """Where a routine stands; what can be done with it follows from that."""

    PLAN = "plan"  # the own one that is followed
    OWN = "own"
    SUGGESTED = "suggested"
    FOLLOWED = "followed"  # a suggested one that is the plan
    ARCHIVED = "archived"


class Wish(StrEnum):
    """What a person wishes for a routine, beside starting and printing it."""

    CHANGE = "change"
    USE = "use"
    DUPLICATE = "duplicate"
    RENAME = "rename"
    ARCHIVE = "archive"
    UNARCHIVE = "unarchive"
    DELETE = "delete"
    SAVE = "save"
    CALENDAR = "calendar"
    SUIT = "suit"


_WORDS = {
    Wish.USE: mark("Use this routine"),
    Wish.DUPLICATE: mark("Duplicate"),
    Wish.RENAME: mark("Rename…"),
    Wish.ARCHIVE: mark("Archive"),
    Wish.UNARCHIVE: mark("Take out of the archive"),
    Wish.DELETE: mark("Delete"),
    Wish.SAVE: mark("Save as a file…"),
    Wish.CALENDAR: mark("Planned days for a calendar…"),
}
_OWN = {Shelved.PLAN, Shelved.OWN}
_WHERE = {
    Wish.USE: {Shelved.OWN, Shelved.SUGGESTED},
    Wish.DUPLICATE: set(Shelved),
    Wish.RENAME: {*_OWN, Shelved.ARCHIVED},
    Wish.ARCHIVE: _OWN,
    Wish.UNARCHIVE: {Shelved.ARCHIVED},
    Wish.DELETE: {*_OWN, Shelved.ARCHIVED},
    Wish.SAVE: set(Shelved),
    Wish.CALENDAR: set(Shelved) - {Shelved.ARCHIVED},
}


_FILLED = {Wish.USE, Wish.SAVE, Wish.CALENDAR}
"""What makes no sense for a routine without an exercise."""


class RoutineDetail(QWidget):
    """A routine with Start, Change and Print sheet; all but ``exercise_requested`` carry it.

    ``wished`` carries the Wish, too.
    """

    start_requested = Signal(object)
    print_requested = Signal(object)
    wished = Signal(object, object)
    exercise_requested = Signal(str)

    def __init__(
        self,
        library: Library,
        miniatures: Miniatures,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._library = library
        self._miniatures = miniatures
        self._routine: Routine | None = None
        self.rows: list[SlotRow] = []
        self.name = Text("", TextRole.H2, style=style)
        self.start = Button(tr("Start"), ButtonKind.PRIMARY, "play", style=style)
        self.use = Button(tr(_WORDS[Wish.USE]), ButtonKind.OUTLINE, "check", style=style)
        self.change = Button(tr("Change"), ButtonKind.OUTLINE, "pencil", style=style)
        self.print_sheet = Button(tr("Print sheet"), ButtonKind.OUTLINE, "printer", style=style)
        self.more = Button(tr("More"), ButtonKind.OUTLINE, "ellipsis", style=style)
        self.menu = QMenu(self)
        self.actions_by_wish: dict[Wish, QAction] = {}
        self.suit = Banner(
            "amber", tr("Not all of it suits you now"), style=style, action=tr("Make it suit me")
        )
        self.total = Text("", TextRole.H2, style=style, wrap=False, tabular=True)
        self.split = Text("", TextRole.BODY, "ink2", style=style)
        self.bar = TimeBar(style=style)
        self.nothing = Text(tr("No exercise yet. Press Change to add some."), style=style)
        self._fill_menu()
        self._build()
        self._connect()

    def _fill_menu(self) -> None:
        for wish, words in _WORDS.items():
            action = self.menu.addAction(tr(words))
            action.setData(wish.value)
            action.triggered.connect(self._on_menu)
            self.actions_by_wish[wish] = action
        self.more.setMenu(self.menu)
        self.more.setAccessibleName(tr("More to do with this routine"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.name)
        actions = FlowLayout(gap=12)
        for button in (self.start, self.use, self.change, self.print_sheet, self.more):
            actions.addWidget(button)
        column.addLayout(actions)
        column.addWidget(self.suit)
        times = QHBoxLayout()
        times.setSpacing(10)
        times.addWidget(self.total, alignment=Qt.AlignmentFlag.AlignTop)
        times.addWidget(self.split, 1)
        column.addLayout(times)
        column.addWidget(self.bar)
        column.addWidget(self.nothing)
        column.addSpacing(8)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column.addLayout(self._list)
        column.addStretch(1)

    def _connect(self) -> None:
        self.start.clicked.connect(self._on_start)
        self.print_sheet.clicked.connect(self._on_print)
        self.change.clicked.connect(self._on_change)
        self.use.clicked.connect(self._on_use)
        self.suit.acted.connect(self._on_suit)

    @property
    def routine(self) -> Routine | None:
        """The routine on show."""
        return self._routine

    def show_routine(
        self, routine: Routine, timings: Timings, place: Shelved, fitting: Fitting
    ) -> None:
        """Show another routine with the times that its exercises take."""
        self._routine = routine
        spent = spending(routine, self._library, timings)
        self.name.setText(routine.name)
        self.total.setText(tr("{minutes} min", minutes=spent.minutes))
        self.split.setText(facts_line(routine, self._library, spent))
        self.bar.show_times(spent.slots, time_words(routine, self._library, spent))
        filled = bool(routine.slots)
        self.bar.setVisible(filled)
        self.nothing.setVisible(not filled)
        self.print_sheet.setEnabled(filled)
        for wish, action in self.actions_by_wish.items():
            action.setVisible(place in _WHERE[wish] and (filled or wish not in _FILLED))
        self.use.setVisible(place in _WHERE[Wish.USE] and filled)
        self._show_fit(not_startable(routine, fitting.person, self._library))
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        before: QWidget
        [before] = self.suit.findChildren(QPushButton)
        for line in row_lines(routine, self._library, spent, fitting):
            row = SlotRow(line, self._miniatures, style=self._style)
            row.opened.connect(self.exercise_requested)
            row.pointed.connect(self.bar.choose)
            self.rows.append(row)
            self._list.addWidget(row)
            self.setTabOrder(before, row)  # and not after all that was made earlier
            before = row

    def allow_start(self, allowed: bool) -> None:
        """Let the routine be started, unless it holds nothing or what must not be started."""
        filled = self._routine is not None and bool(self._routine.slots)
        fits = not self.suit.isVisibleTo(self)
        self.start.setEnabled(allowed and filled and fits)
        self.use.setEnabled(fits)
        self.actions_by_wish[Wish.USE].setEnabled(fits)

    def _show_fit(self, names: tuple[str, ...]) -> None:
        self.suit.setVisible(bool(names))
        if names:
            self.suit.show_text(
                tr(
                    "Left out for you: {exercises}. The lines below say why. A version of your own "
                    "can have something else in its place.",
                    exercises=", ".join(names),
                )
            )

    def _wish(self, wish: Wish) -> None:
        if self._routine is not None:
            self.wished.emit(wish, self._routine)

    def _on_start(self) -> None:
        if self._routine is not None:
            self.start_requested.emit(self._routine)

    def _on_print(self) -> None:
        if self._routine is not None:
            self.print_requested.emit(self._routine)

    def _on_change(self) -> None:
        self._wish(Wish.CHANGE)

    def _on_use(self) -> None:
        self._wish(Wish.USE)

    def _on_suit(self) -> None:
        self._wish(Wish.SUIT)

    def _on_menu(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self._wish(Wish(sender.data()))
