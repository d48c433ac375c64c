"""Before a session: five danger questions and the pain now; any sign keeps the session closed."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from sijoint_desktop.core.language import plural, tr
from sijoint_desktop.player.readiness import (
    Today,
    has_sides,
    plan_today,
    starting_with,
    usual_start,
)
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Exercises
from sijoint_desktop.triage.advice import Advice
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.triage.rescreen import QUESTIONS, RescreenQuestion, advice_for, clear
from sijoint_desktop.ui.lock.looks import LOOKS
from sijoint_desktop.ui.session.column import centred
from sijoint_desktop.ui.session.start_side import StartSide
from sijoint_desktop.ui.style.announce import announce
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Card,
    Chip,
    IconLabel,
    NrsScale,
    OneOf,
    Page,
    Text,
)


class YesNo(QWidget):
    """A question with "Yes" and "No"; neither is chosen at first."""

    answered = Signal(str, bool)

    def __init__(
        self, question: RescreenQuestion, *, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._id = question.id
        self._group = OneOf(self)
        self._yes = Chip(tr("Yes"), style=style, height=44)
        self._no = Chip(tr("No"), style=style, height=44)
        self._question = question
        self._text = Text("", TextRole.BODY, style=style)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 6, 6)  # room for the ring around what has the focus
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        for index, chip in enumerate((self._yes, self._no)):
            chip.setMinimumWidth(style.px(84))
            self._group.add(chip, index)
            row.addWidget(chip, alignment=Qt.AlignmentFlag.AlignVCenter)
        # a screen reader toggles and does not click
        self._group.idToggled.connect(self._on_toggled)
        self.ask(unchecked=False)

    def ask(self, *, unchecked: bool) -> None:
        """Ask anew, of somebody who is ``unchecked`` perhaps in other words."""
        self.clear()
        question = self._question
        words = tr(question.unchecked if unchecked and question.unchecked else question.text)
        self._text.setText(words)
        for chip in (self._yes, self._no):
            chip.setAccessibleName(f"{chip.text()}: {words}")

    def clear(self) -> None:
        """Forget the answer."""
        self._group.clear()

    def button(self, *, yes: bool) -> Chip:
        """Return the button of an answer."""
        return self._yes if yes else self._no

    def _on_toggled(self, index: int, on: bool) -> None:
        if on:
            self.answered.emit(self._id, index == 0)


class BeforeFace(QStackedWidget):
    """Asks, and either offers to start or says what to do instead.

    ``start_wished`` carries (the routine for today, pain 0-10), ``danger_answered`` the answers by
    question id as soon as one of them is a yes.
    """

    start_wished = Signal(object, int)
    danger_answered = Signal(object)
    closed = Signal()

    def __init__(
        self,
        exercises: Exercises,
        contacts: Callable[[], Contacts],
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._exercises = exercises
        self._contacts = contacts
        self._routine: Routine | None = None
        self._answers: dict[str, bool] = {}
        self._today: Today | None = None
        self._pain_value = 0
        self.questions = [YesNo(question, style=style) for question in QUESTIONS]
        self.pain = NrsScale(style=style, name=tr("Pain now"), size=44)
        self.start_side = StartSide(style=style)
        self._asking = Page(style=style)
        self._instead = Page(style=style)
        self.addWidget(self._asking)
        self.addWidget(self._instead)
        self._build_asking()
        for question in self.questions:
            question.answered.connect(self._on_answered)
        self.pain.chosen.connect(self._on_pain)

    @property
    def blocked(self) -> bool:
        """Tell whether advice is shown in place of a start."""
        return self.currentWidget() is self._instead

    def open(
        self, routine: Routine, minutes: int, *, note: str = "", unchecked: bool = False
    ) -> None:
        """Ask everything anew, for a routine; ``note`` says what does not work, such as sound.

        ``unchecked`` tells that the person has done no check yet.
        """
        self._routine, self._answers, self._today = routine, {}, None
        for question in self.questions:
            question.ask(unchecked=unchecked)
        self._unsure.setText(
            tr("Think of today and the last weeks. Not sure? Then choose Yes.")
            if unchecked
            else tr(
                "Think of today and the time since your last session. Not sure? Then choose Yes."
            )
        )
        self.pain.set_value(None)
        count = len(routine.slots)
        exercises = plural("{n} exercise", "{n} exercises", count)
        self._title.setText(routine.name)
        length = plural("{n} minute", "{n} minutes", minutes)
        about = tr("{exercises}, about {length}", exercises=exercises, length=length)
        self._length.setText(about)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.start_side.setVisible(has_sides(routine, self._exercises))
        self.start_side.offer(usual_start(routine, self._exercises))
        self.show_trouble("", "")
        self._update_start()
        self.setCurrentWidget(self._asking)
        self.questions[0].button(yes=False).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, heading: str, text: str) -> None:
        """Say what does not work, or nothing."""
        self._trouble.setVisible(bool(heading))
        self._trouble_text.setText(f"{heading} {text}".strip())

    def _build_asking(self) -> None:
        style = self._style
        self._title = Text("", TextRole.H1, style=style)
        self._length = Text("", TextRole.BODY, "ink2", style=style)
        self._unsure = Text("", TextRole.BODY, "ink2", style=style)
        self._note = Text("", TextRole.BODY, "ink2", style=style)
        self._trouble = Card(style=style, level="amber", padding=16)
        self._trouble_text = Text("", TextRole.BODY, "amber_text", style=style)
        self._trouble.body.addWidget(self._trouble_text)
        column = centred(self._asking)
        column.addWidget(self._title)
        column.addWidget(self._length)
        column.addWidget(self._note)
        column.addWidget(self._trouble)
        card = Card(style=style)
        card.body.addWidget(Text(tr("First, five quick questions"), TextRole.H2, style=style))
        card.body.addWidget(self._unsure)
        for question in self.questions:
            card.body.addWidget(question)
        column.addWidget(card)
        pain = Card(style=style)
        pain.body.addWidget(Text(tr("How strong is your pain now?"), TextRole.H2, style=style))
        pain.body.addWidget(self.pain)
        column.addWidget(pain)
        column.addWidget(self.start_side)
        self.start = Button(tr("Start"), ButtonKind.PRIMARY, "play", style=style, height=60)
        self.cancel = Button(tr("Not now"), ButtonKind.TEXT, style=style)
        self._reason = Text("", TextRole.BODY, "ink2", style=style)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.start)
        row.addWidget(self._reason, 1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        column.addStretch(1)
        for button in (self.start, self.cancel):
            button.setAutoDefault(True)
        self.start.clicked.connect(self._on_start)
        self.cancel.clicked.connect(self.closed)

    def _on_answered(self, question_id: str, yes: bool) -> None:
        self._answers[question_id] = yes
        advice = advice_for(self._answers, self._contacts())
        if advice is not None:
            self.danger_answered.emit(dict(self._answers))
            self._show_advice(advice)
        self._update_start()

    def _on_pain(self, value: int) -> None:
        if self._routine is None:
            return
        self._pain_value = value
        self._today = plan_today(self._routine, value, self._exercises)
        self._update_start()

    def _update_start(self) -> None:
        asked = clear(self._answers)
        self.start.setEnabled(asked and self._today is not None)
        if not asked:
            reason = tr("Answer the five questions, then start.")
        elif self._today is None:
            reason = tr("Choose your pain now, then start.")
        else:
            reason = self._today.reason
        self._reason.setText(reason)

    def _on_start(self) -> None:
        if self._today is None or not clear(self._answers):
            return
        if self._today.routine is None:
            if self._today.advice is not None:
                self._show_advice(self._today.advice)
            return
        routine, side = self._today.routine, self.start_side.side
        self.start_wished.emit(starting_with(routine, side) if side else routine, self._pain_value)

    def _show_advice(self, advice: Advice) -> None:
        """Put advice in the place of the questions; from here there is no way to start."""
        style = self._style
        old = self._instead
        self._instead = Page(style=style)
        column = centred(self._instead)
        column.addWidget(_heading(advice, style))
        card = Card(style=style)
        for line in advice.lines:
            card.body.addWidget(Text(line, TextRole.LEAD, style=style))
        column.addWidget(card)
        close = Button(tr("Close"), ButtonKind.OUTLINE, style=style)
        close.setAutoDefault(True)
        close.clicked.connect(self.closed)
        column.addWidget(close)
        column.addStretch(1)
        self.addWidget(self._instead)
        self.setCurrentWidget(self._instead)
        announce(self._instead, advice.heading, *advice.lines, urgent=True)
        self.removeWidget(old)
        old.deleteLater()
        close.setFocus(Qt.FocusReason.OtherFocusReason)


def _heading(advice: Advice, style: Style) -> Card:
    """Return the heading of advice on the ground of its urgency."""
    level, icon, edge_px = LOOKS[advice.level]
    card = Card(style=style, level=level, edge_px=edge_px)
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(IconLabel(icon, 32, level, style=style), alignment=Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(4)
    words.addWidget(Text(advice.heading, TextRole.H1, f"{level}_text", style=style))
    closed = tr("This session stays closed.")
    words.addWidget(Text(closed, TextRole.BODY, f"{level}_text", style=style))
    row.addLayout(words, 1)
    card.body.addLayout(row)
    card.setAccessibleName(advice.heading)
    return card
