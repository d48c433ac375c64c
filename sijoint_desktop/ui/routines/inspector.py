"""The dose of the chosen exercise, to be changed, and what else can be done with it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from sijoint_desktop.content.dose import DOSE_BOUNDS
from sijoint_desktop.content.model import Exercise, Level, Sides
from sijoint_desktop.content.words import dose_in_words, level_word
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.core.side import Side, side_label
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.routine.edit import at_level
from sijoint_desktop.routine.model import Slot, SlotSides
from sijoint_desktop.ui.routines.minutes import clock_text
from sijoint_desktop.ui.routines.row_paint import RowLine
from sijoint_desktop.ui.routines.stepper import Stepper
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Card,
    FlowLayout,
    NoteText,
    Segments,
    Style,
    Text,
    TextRole,
)

_CHANGES = {
    "level": mark("level of {exercise}"),
    "repetitions": mark("repetitions of {exercise}"),
    "hold": mark("hold of {exercise}"),
    "sets": mark("sets of {exercise}"),
    "rest": mark("rest of {exercise}"),
    "sides": mark("sides of {exercise}"),
    "start side": mark("start side of {exercise}"),
    "extra set": mark("extra set of {exercise}"),
}
"""What a change of a field is called when it can be taken back."""


class Inspector(Card):
    """What the chosen slot asks for.

    ``slot_changed`` carries the new Slot, what changed in words, and the name of the field;
    ``move_wished`` the step up (-1) or down (1).
    """

    slot_changed = Signal(object, str, str)
    move_wished = Signal(int)
    swap_wished = Signal()
    leave_out_wished = Signal()
    remove_wished = Signal()
    exercise_requested = Signal(str)

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, parent=parent)
        self._style = style
        self._slot: Slot | None = None
        self._exercise: Exercise | None = None
        self.name = Text("", TextRole.H2, style=style)
        self.takes = Text("", TextRole.CAPTION, "ink2", style=style)
        levels = [(str(level), level_word(level)) for level in Level]
        self.level = Segments(levels, style=style, name=tr("Level"))
        self.reps = self._stepper(tr("Repetitions"), "reps")
        self.hold = self._stepper(tr("Hold", "dose"), "hold_s", unit=tr("s", "unit"))
        self.sets = self._stepper(tr("Sets"), "sets")
        self.rest = self._stepper(tr("Rest between sets"), "rest_s", unit=tr("s", "unit"), step=5)
        left_right = tuple((side.value, side_label(side)) for side in Side)
        both, none = ("both", tr("Both", "side")), ("none", tr("None", "side"))
        self.sides = Segments((both, *left_right), style=style, name=tr("Sides"))
        self.start = Segments(left_right, style=style, name=tr("Start with"))
        self.extra = Segments((none, *left_right), style=style, name=tr("One more set for"))
        self.note = NoteText("amber", "", "", style=style)
        self.up = Button(tr("Move up"), ButtonKind.OUTLINE, style=style)
        self.down = Button(tr("Move down"), ButtonKind.OUTLINE, style=style)
        self.swap = Button(tr("Swap"), ButtonKind.OUTLINE, "replace", style=style)
        self.leave_out = Button(tr("Leave out"), ButtonKind.OUTLINE, "circle-minus", style=style)
        self.remove = Button(tr("Remove"), ButtonKind.TEXT, style=style)
        self.show_page = Button(tr("Show exercise"), ButtonKind.TEXT, style=style)
        self._build()
        self._connect()

    def show_slot(self, slot: Slot, exercise: Exercise, line: RowLine, last: int) -> None:
        """Show a slot; ``last`` is the number of the last row."""
        self._slot, self._exercise = slot, exercise
        self.name.setText(exercise.name)
        self.takes.setText(
            tr(
                "Takes {time}. Usual at this level: {dose}. Changes save as you go.",
                time=clock_text(line.seconds or 0),
                dose=dose_in_words(exercise.doses[slot.level], exercise.sides),
            )
        )
        self.level.set_value(str(slot.level))
        self.reps.show_value(slot.dose.reps)
        self.hold.show_value(round(slot.dose.hold_s))
        self.sets.show_value(slot.dose.sets)
        self.rest.show_value(round(slot.dose.rest_s))
        self.sides.set_value(slot.sides.value)
        self.start.set_value(slot.start_side.value)
        self.extra.set_value("none" if slot.extra_set is None else slot.extra_set.value)
        self._show_what_applies(slot, exercise)
        self.note.setVisible(bool(line.warning))
        self.note.text.setText(line.warning)
        self.note.text.setVisible(bool(line.warning))
        self.up.setEnabled((line.number or 0) > 1)
        self.down.setEnabled((line.number or 0) < last)

    def _show_what_applies(self, slot: Slot, exercise: Exercise) -> None:
        """Hide what does not count: sides of one that uses both together, the dose of a belt."""
        sided = exercise.sides is not Sides.TOGETHER
        worn = slot.dose.wear_minutes is not None
        for widget in (self.reps, self.hold, self.sets, self.rest):
            self._rows[widget].setVisible(not worn)
        self._rows[self.sides].setVisible(sided)
        both = sided and slot.sides is SlotSides.BOTH
        self._rows[self.start].setVisible(both)
        self._rows[self.extra].setVisible(both)
        self._rows[self.reps].label.setText(
            tr("Repetitions a side") if sided else tr("Repetitions")
        )

    def _stepper(self, name: str, key: str, *, unit: str = "", step: int = 1) -> Stepper:
        bounds = DOSE_BOUNDS[key]
        limits = (int(bounds.least), int(bounds.most))
        return Stepper(name, limits, style=self._style, unit=unit, step=step)

    def _build(self) -> None:
        self.body.addWidget(self.name)
        self.body.addWidget(self.takes)
        self._rows: dict[QWidget, _FieldRow] = {}
        for word, field in (
            (tr("Level"), self.level),
            (tr("Repetitions"), self.reps),
            (tr("Hold", "dose"), self.hold),
            (tr("Sets"), self.sets),
            (tr("Rest between sets"), self.rest),
            (tr("Sides"), self.sides),
            (tr("Start with"), self.start),
            (tr("One more set for"), self.extra),
        ):
            self._add_row(word, field)
        self.body.addWidget(self.note)
        self.body.addSpacing(8)
        actions = FlowLayout(gap=8)
        for button in (
            self.up,
            self.down,
            self.swap,
            self.leave_out,
            self.show_page,
            self.remove,
        ):
            actions.addWidget(button)
        self.body.addLayout(actions)
        hint = tr("Swap and Leave out ask why, and can be taken back.")
        self.body.addWidget(Text(hint, TextRole.CAPTION, "ink2", style=self._style))
        self.body.addStretch(1)

    def _add_row(self, word: str, field: QWidget) -> None:
        row = _FieldRow(word, field, style=self._style)
        self._rows[field] = row
        self.body.addWidget(row)

    def _connect(self) -> None:
        self.level.chosen.connect(self._on_level)
        self.reps.changed.connect(self._on_reps)
        self.hold.changed.connect(self._on_hold)
        self.sets.changed.connect(self._on_sets)
        self.rest.changed.connect(self._on_rest)
        self.sides.chosen.connect(self._on_sides)
        self.start.chosen.connect(self._on_start)
        self.extra.chosen.connect(self._on_extra)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.swap.clicked.connect(self.swap_wished)
        self.leave_out.clicked.connect(self.leave_out_wished)
        self.remove.clicked.connect(self.remove_wished)
        self.show_page.clicked.connect(self._on_show)

    def _tell(self, change: Callable[[Slot], Slot], what: str) -> None:
        if self._slot is not None and self._exercise is not None:
            words = tr(_CHANGES[what], exercise=self._exercise.name)
            self.slot_changed.emit(change(self._slot), words, what)

    def _on_level(self, key: str) -> None:
        exercise = self._exercise
        if exercise is not None:
            self._tell(lambda slot: at_level(slot, exercise, Level(key)), "level")

    def _on_reps(self, value: int) -> None:
        self._tell(lambda s: replace(s, dose=replace(s.dose, reps=value)), "repetitions")

    def _on_hold(self, value: int) -> None:
        self._tell(lambda s: replace(s, dose=replace(s.dose, hold_s=Seconds(value))), "hold")

    def _on_sets(self, value: int) -> None:
        self._tell(lambda s: replace(s, dose=replace(s.dose, sets=value)), "sets")

    def _on_rest(self, value: int) -> None:
        self._tell(lambda s: replace(s, dose=replace(s.dose, rest_s=Seconds(value))), "rest")

    def _on_sides(self, key: str) -> None:
        self._tell(lambda slot: replace(slot, sides=SlotSides(key)), "sides")

    def _on_start(self, key: str) -> None:
        self._tell(lambda slot: replace(slot, start_side=Side(key)), "start side")

    def _on_extra(self, key: str) -> None:
        extra = None if key == "none" else Side(key)
        self._tell(lambda slot: replace(slot, extra_set=extra), "extra set")

    def _on_up(self) -> None:
        self.move_wished.emit(-1)

    def _on_down(self) -> None:
        self.move_wished.emit(1)

    def _on_show(self) -> None:
        if self._exercise is not None:
            self.exercise_requested.emit(str(self._exercise.id))


class _FieldRow(QWidget):
    """A word with its field at the right edge, or below it where both do not fit in a line."""

    def __init__(self, word: str, field: QWidget, *, style: Style) -> None:
        super().__init__()
        self.label = Text(word, TextRole.BODY, style=style, wrap=False)
        self._field = field
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.label, 1)
        self._row.addWidget(field)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than one of the two needs."""
        return QSize(self._field.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between a line and two."""
        super().resizeEvent(event)
        needed = self.label.minimumSizeHint().width() + self._field.sizeHint().width() + 8
        way = QBoxLayout.Direction
        self._row.setDirection(
            way.LeftToRight if needed <= event.size().width() else way.TopToBottom
        )
