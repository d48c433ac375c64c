"""After "that hurt": where, how bad, of what kind, and what to do now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sijoint_desktop.app.recording import HurtReport
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.history.entries import HurtChoice
from sijoint_desktop.routine.response import RED_FROM
from sijoint_desktop.ui.session.column import centred
from sijoint_desktop.ui.style.announce import announce
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Card,
    Chip,
    FlowLayout,
    NrsScale,
    OneOf,
    Page,
    Text,
    Tick,
)

MOST_TIMES = 3
"""How often in one session something may hurt before the session ends."""

PLACES = (
    mark("Low back"),
    mark("Back of the pelvis, left"),
    mark("Back of the pelvis, right"),
    mark("Buttock"),
    mark("Hip or groin"),
    mark("Knee or leg"),
    mark("Somewhere else"),
)

_ENDS_HERE = mark("That is enough for today. The session ends here, and what you did is saved.")
_NUMB = mark(
    "New numbness or tingling needs a doctor today. Exercises are paused until a check is clean."
)


def ends_session(report: HurtReport, times: int) -> bool:
    """Tell whether the session ends: 6 or more, new numbness, or the third time."""
    strong = report.nrs is not None and report.nrs >= RED_FROM
    return strong or report.new_numbness or times >= MOST_TIMES


class HurtFace(Page):
    """Asks in the place of the player; ``reported`` carries a HurtReport.

    ``withdrawn`` says that nothing hurt: the key was pressed by mistake.

    The pain score decides which ways are offered, so they open when it is chosen.
    """

    reported = Signal(object)
    withdrawn = Signal()

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, parent=parent)
        self._times = 1
        self._place = ""
        self._easier_there = True
        self.pain = NrsScale(style=style, name=tr("How bad"), size=44)
        self.sharp = Tick(tr("It was sharp, or it gets worse each time"), style=style)
        self.numb = Tick(tr("Something went numb or tingles"), style=style)
        self._places = OneOf(self)
        self.easier = Button(tr("Easier version"), style=style, height=60)
        self.skip = Button(tr("Skip it"), style=style, height=60)
        self.end = Button(tr("End for today"), style=style, height=60)
        self.mistake = Button(tr("Pressed by mistake"), ButtonKind.TEXT, style=style, height=60)
        self.mistake.clicked.connect(self.withdrawn)
        self._buttons = {
            self.easier: HurtChoice.EASIER,
            self.skip: HurtChoice.SKIP,
            self.end: HurtChoice.END,
        }
        self._build()
        self.pain.chosen.connect(self._on_changed)
        self.numb.toggled.connect(self._on_changed)
        for button in self._buttons:
            button.setAutoDefault(True)
            button.setEnabled(False)
            button.clicked.connect(self._on_chosen)

    def open(self, exercise: str, *, times: int, easier: bool) -> None:
        """Ask about an exercise; it is the ``times``-th time in this session."""
        self._times, self._place = times, ""
        self._easier_there = easier
        self.pain.set_value(None)
        for box in (self.sharp, self.numb):
            box.set_ticked(False)
        self._places.clear()
        self._which.setText(tr("{exercise}. Come out of the position slowly.", exercise=exercise))
        self._on_changed()
        self.verticalScrollBar().setValue(0)
        self.pain.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def must_end(self) -> bool:
        """Whether only the end of the session is left."""
        return ends_session(self._report(HurtChoice.END), self._times)

    def _build(self) -> None:
        style = self._style
        column = centred(self)
        column.addWidget(Text(tr("Stopped. Where was it, and how bad?"), TextRole.H1, style=style))
        self._which = Text("", TextRole.BODY, "ink2", style=style)
        column.addWidget(self._which)
        bad = Card(style=style)
        bad.body.addWidget(Text(tr("How bad was it?"), TextRole.H2, style=style))
        bad.body.addWidget(self.pain)
        for box in (self.sharp, self.numb):
            bad.body.addWidget(box)
        column.addWidget(bad)
        where = Card(style=style)
        where.body.addWidget(Text(tr("Where was it?"), TextRole.H2, style=style))
        chips = QWidget()
        row = FlowLayout(chips, gap=8)
        for number, place in enumerate(PLACES):
            chip = Chip(tr(place), style=style)
            self._places.add(chip, number)
            row.addWidget(chip)
        self._places.idToggled.connect(self._on_place)
        where.body.addWidget(chips)
        column.addWidget(where)
        self._hint = Text(tr("Choose how bad it was first."), TextRole.BODY, "ink2", style=style)
        column.addWidget(self._hint)
        self._advice = Text("", TextRole.BODY, "amber_text", style=style)
        column.addWidget(self._advice)
        ways = QWidget()
        flow = FlowLayout(ways, gap=12)
        for button in (self.easier, self.skip, self.end, self.mistake):
            flow.addWidget(button)
        column.addWidget(ways)
        column.addStretch(1)

    def _report(self, choice: HurtChoice) -> HurtReport:
        return HurtReport(self._place, self.pain.value, self.sharp.ticked, self.numb.ticked, choice)

    def _on_place(self, number: int, chosen: bool) -> None:
        if chosen:  # a screen reader toggles, and never clicks
            self._place = PLACES[number]

    def _on_changed(self) -> None:
        answered = self.pain.value is not None or self.numb.ticked
        ends = self.must_end
        self.easier.setVisible(self._easier_there and not ends)
        self.skip.setVisible(not ends)
        for button in self._buttons:
            button.setEnabled(answered)
        self._hint.setVisible(not answered)
        said = _NUMB if self.numb.ticked else _ENDS_HERE if ends else ""
        told = tr(said) if said else ""
        if told != self._advice.text():
            self._advice.setText(told)
            announce(self._advice, told, urgent=True)
        self._advice.setVisible(bool(said))

    def _on_chosen(self) -> None:
        for button, choice in self._buttons.items():
            if button is self.sender():
                self.reported.emit(self._report(choice))
                return
