"""The form for a session that was done from the printed sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from sijoint_desktop.app.corrections import Change
from sijoint_desktop.app.paper_session import PaperSession, SlotDone, paper_record, planned_parts
from sijoint_desktop.content.library import Library
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.records import SessionAnswers
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.segment import Timings
from sijoint_desktop.ui.entries.fields import MomentField, NoteField, NumberField, ScoreField
from sijoint_desktop.ui.entries.form import Do, Form
from sijoint_desktop.ui.entries.forms import Result
from sijoint_desktop.ui.style.layout import empty
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Text


@dataclass(frozen=True, slots=True)
class Sheets:
    """What can have been done on paper: routines, the plan first, and the times between parts."""

    routines: Callable[[], tuple[Routine, ...]]
    library: Library
    timings: Callable[[], Timings]


_LEAST_LETTERS = 12  # by which routines can be told apart


class _Parts(QWidget):
    """A row for each exercise of a routine: how many sets, and repetitions in each."""

    def __init__(self, *, style: Style) -> None:
        super().__init__()
        self._style = style
        self._spins: list[tuple[NumberField, NumberField]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(0, 1)

    @property
    def done(self) -> tuple[SlotDone, ...]:
        """How much was done of each exercise."""
        return tuple(SlotDone(sets.value(), reps.value()) for sets, reps in self._spins)

    def show_routine(self, names: tuple[str, ...], planned: tuple[SlotDone, ...]) -> None:
        """Show the exercises of a routine, as if all of it had been done."""
        empty(self._grid)
        self._spins = []
        for column, word in ((1, tr("Sets")), (2, tr("Repetitions"))):
            head = Text(word, TextRole.CAPTION_BOLD, "ink2", style=self._style, wrap=False)
            self._grid.addWidget(head, 0, column)
        for row, (name, part) in enumerate(zip(names, planned, strict=True), start=1):
            sets = NumberField(
                part.sets, part.sets, style=self._style, name=tr("{exercise}: sets", exercise=name)
            )
            each = tr("{exercise}: repetitions in each set", exercise=name)
            reps = NumberField(part.reps, part.reps, style=self._style, name=each)
            self._grid.addWidget(Text(name, style=self._style), row, 0)
            self._grid.addWidget(sets, row, 1)
            self._grid.addWidget(reps, row, 2)
            self._spins.append((sets, reps))


class PaperForm(Form):
    """Asks when it was, what of a routine was done, and for the pain around it."""

    def __init__(
        self,
        do: Do,
        now: Callable[[], datetime],
        sheets: Sheets,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Add a session done on paper"), do, style=style, parent=parent)
        self._now = now
        self._sheets = sheets
        self._routines = sheets.routines()
        self.when = MomentField(now(), style=style, name=tr("When it began"))
        self.routine = QComboBox()
        self.routine.setAccessibleName(tr("Routine"))
        self.routine.setFont(style.font(TextRole.BODY))
        self.routine.setFixedHeight(style.px(44))
        # a long name of one routine must not widen the form beyond its window
        self.routine.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.routine.setMinimumContentsLength(_LEAST_LETTERS)
        for routine in self._routines:
            self.routine.addItem(routine.name)
        self.parts = _Parts(style=style)
        self.before = ScoreField(tr("Pain before"), style=style)
        self.worst = ScoreField(tr("Worst pain in the session"), style=style)
        self.after = ScoreField(tr("Pain after"), style=style)
        self.note = NoteField("", style=style)
        self._add(self.when, tr("When it began"))
        self._add(self.routine, tr("Routine"))
        self._add(
            Text(tr("Put 0 where you left an exercise out."), TextRole.CAPTION, "ink2", style=style)
        )
        self._add(self.parts)
        for field in (self.before, self.worst, self.after):
            self._add(field)
        self._add(self.note, tr("Note"))
        self._show_routine(0)
        self.routine.currentIndexChanged.connect(self._show_routine)

    def changes(self) -> Result:
        """Return the session as it stands in the form."""
        if not self._routines:
            raise UserError(tr("There is no routine yet. Make one on the Routines page first."))
        told = PaperSession(
            routine=self._routines[self.routine.currentIndex()],
            started=self.when.moment,
            done=self.parts.done,
            nrs_before=self.before.value,
            answers=SessionAnswers(
                nrs_after=self.after.value, nrs_worst=self.worst.value, note=self.note.words
            ),
        )
        record = paper_record(told, self._sheets.library, self._now(), self._sheets.timings())
        return tr("Add session on paper"), (Change(None, record),)

    def _show_routine(self, index: int) -> None:
        if 0 <= index < len(self._routines):
            routine = self._routines[index]
            names = tuple(self._sheets.library.get(s.exercise_id).name for s in routine.slots)
            planned = planned_parts(routine, self._sheets.library, self._sheets.timings())
            self.parts.show_routine(names, planned)
