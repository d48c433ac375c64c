"""The chosen routine: how long it takes, where the minutes go, and its exercises in order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.words import dose_in_words
from sijoint_desktop.core.side import Side
from sijoint_desktop.routine.model import Routine, Slot, SlotSides
from sijoint_desktop.routine.script import Timings
from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.routines.minutes import Spending, spending, split_line, spoken_time
from sijoint_desktop.ui.routines.slot_row import SlotLine, SlotRow
from sijoint_desktop.ui.routines.time_bar import TimeBar
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Style, Text, TextRole


class RoutineDetail(QWidget):
    """A routine with Start and Print sheet; both signals carry it."""

    start_requested = Signal(object)
    print_requested = Signal(object)
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
        self.start = Button("Start", ButtonKind.PRIMARY, "play", style=style)
        self.print_sheet = Button("Print sheet", ButtonKind.OUTLINE, "printer", style=style)
        self.total = Text("", TextRole.H2, style=style, wrap=False, tabular=True)
        self.split = Text("", TextRole.BODY, "ink2", style=style)
        self.bar = TimeBar(style=style)
        self._build()
        self.start.clicked.connect(self._on_start)
        self.print_sheet.clicked.connect(self._on_print)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        heading = QHBoxLayout()
        heading.setSpacing(16)
        heading.addWidget(self.name, 1)
        heading.addWidget(self.print_sheet)
        heading.addWidget(self.start)
        column.addLayout(heading)
        times = QHBoxLayout()
        times.setSpacing(10)
        times.addWidget(self.total, alignment=Qt.AlignmentFlag.AlignBaseline)
        times.addWidget(self.split, 1)
        column.addLayout(times)
        column.addWidget(self.bar)
        column.addSpacing(8)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column.addLayout(self._list)
        column.addStretch(1)

    @property
    def routine(self) -> Routine | None:
        """The routine on show."""
        return self._routine

    def show_routine(self, routine: Routine, timings: Timings) -> None:
        """Show another routine with the times that its exercises take."""
        self._routine = routine
        spent = spending(routine, self._library, timings)
        self.name.setText(routine.name)
        self.total.setText(f"{spent.minutes} min")
        self.split.setText(split_line(spent))
        self.bar.show_times(spent.slots, self._bar_words(routine, spent))
        self._show_rows(routine, spent)

    def _show_rows(self, routine: Routine, spent: Spending) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for number, (slot, seconds) in enumerate(
            zip(routine.slots, spent.slots, strict=True), start=1
        ):
            exercise = self._library.get(slot.exercise_id).at(slot.level)
            words = dose_in_words(slot.dose, exercise.sides, _only(slot))
            row = SlotRow(
                SlotLine(number, exercise, words, seconds), self._miniatures, style=self._style
            )
            row.opened.connect(self.exercise_requested)
            row.pointed.connect(self.bar.choose)
            self.rows.append(row)
            self._list.addWidget(row)

    def _bar_words(self, routine: Routine, spent: Spending) -> str:
        parts = (
            f"{self._library.get(slot.exercise_id).name} {spoken_time(seconds)}"
            for slot, seconds in zip(routine.slots, spent.slots, strict=True)
        )
        return f"Where the time goes: {', '.join(parts)}."

    def _on_start(self) -> None:
        if self._routine is not None:
            self.start_requested.emit(self._routine)

    def _on_print(self) -> None:
        if self._routine is not None:
            self.print_requested.emit(self._routine)


def _only(slot: Slot) -> Side | None:
    return None if slot.sides is SlotSides.BOTH else Side(slot.sides.value)
