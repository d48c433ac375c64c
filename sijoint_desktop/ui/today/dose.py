"""The cards about the dose: how the morning after was, and what the rules suggest and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from sijoint_desktop.app.progress import Progress
from sijoint_desktop.content.library import Library
from sijoint_desktop.core.dates import date_in_words
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.routine.course import Decision, Verdict
from sijoint_desktop.routine.ladder import step_in_words
from sijoint_desktop.ui.style.layout import Card, FlowLayout
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, NrsScale, Text, TextRole

HEADINGS = {
    Verdict.PROGRESS: "Ready for a little more",
    Verdict.HOLD: "The dose stays as it is",
    Verdict.REPEAT_EASIER: "A little easier this time",
    Verdict.STEP_BACK: "One step easier",
    Verdict.FLARE_EASY: "An easy day today",
    Verdict.FLARE_HALF: "Half the dose today",
    Verdict.RESTART: "Check your symptoms first",
    Verdict.SEE_CLINICIAN: "Have this looked at first",
}
"""What each decision is called; a plan that has not begun needs no word."""


def entry_in_words(session: SessionRecord) -> str:
    """Return what a session counted with in a decision, on one line."""
    day = date_in_words(session.local_date)
    scores = [
        (session.nrs_before, "{} before"),
        (session.nrs_worst, "{} at worst"),
        (session.nrs_after, "{} after"),
    ]
    pain = ", ".join(words.format(score) for score, words in scores if score is not None)
    effort = "" if session.effort is None else f"; effort {session.effort}"
    return f"{day}: pain {pain}{effort}" if pain else f"{day}: pain not answered{effort}"


class MorningCard(Card):
    """Asks how the morning after a session is.

    ``answered`` carries the pain of 0-10, and whether it woke the person in the night.
    """

    answered = Signal(int, bool)

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, level="soft", parent=parent)
        self._about = Text("", TextRole.BODY, "ink2", style=style)
        self.pain = NrsScale(style=style, name="Pain this morning", size=44)
        self.woke = QCheckBox("Pain woke me in the night")
        self.woke.setFont(style.font(TextRole.BODY))
        self.keep = Button("Save", ButtonKind.OUTLINE, style=style)
        self.keep.setAccessibleName("Save the pain of this morning")
        heading = Text("How is your pain this morning?", TextRole.H2, style=style)
        for widget in (heading, self._about, self.pain):
            self.body.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(self.woke, 1)
        row.addWidget(self.keep)
        self.body.addLayout(row)
        self.pain.chosen.connect(self._on_chosen)
        self.keep.clicked.connect(self._on_keep)
        self.hide()

    def show_session(self, session: SessionRecord | None) -> None:
        """Ask about the morning after a session, or hide where none is awaited."""
        self.setVisible(session is not None)
        if session is None:
            self.pain.set_value(None)
            self.woke.setChecked(False)
            self.keep.setEnabled(False)
            return
        before = session.nrs_before
        was = "" if before is None else f"Before your last session it was {before}. "
        self._about.setText(f"{was}Your answer decides the next dose.")
        self.keep.setEnabled(self.pain.value is not None)

    def _on_chosen(self, _value: int) -> None:
        self.keep.setEnabled(True)

    def _on_keep(self) -> None:
        if self.pain.value is not None:
            self.answered.emit(self.pain.value, self.woke.isChecked())


class DoseCard(Card):
    """What the rules say of the dose today; ``why`` opens the reasons and the entries behind them.

    ``taken`` carries the Decision that the person agrees to; ``check_wished`` and
    ``restart_wished`` come where too long a time has passed.
    """

    taken = Signal(object)
    check_wished = Signal()
    restart_wished = Signal()

    def __init__(self, library: Library, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, parent=parent)
        self._library = library
        self._decision: Decision | None = None
        self._put_off: Decision | None = None
        self._heading = Text("", TextRole.H2, style=style)
        self._what = Text("", TextRole.BODY, style=style)
        self._reasons = Text("", TextRole.BODY, "ink2", style=style)
        self.move_up = Button("Move up", ButtonKind.OUTLINE, style=style)
        self.not_yet = Button("Not yet", style=style)
        self.check = Button("Check my symptoms", ButtonKind.OUTLINE, style=style)
        self.restart = Button("Begin again at the easiest dose", style=style)
        self.why = Button("Why?", ButtonKind.TEXT, style=style)
        self.why.setCheckable(True)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12)
        for button in (self.move_up, self.not_yet, self.check, self.restart, self.why):
            flow.addWidget(button)
        for widget in (self._heading, self._what, buttons, self._reasons):
            self.body.addWidget(widget)
        self.move_up.clicked.connect(self._on_move_up)
        self.not_yet.clicked.connect(self._on_not_yet)
        self.check.clicked.connect(self.check_wished)
        self.restart.clicked.connect(self.restart_wished)
        self.why.toggled.connect(self._reasons.setVisible)
        self._reasons.hide()
        self.hide()

    def show_progress(self, progress: Progress, *, awaits: bool) -> None:
        """Show a decision; while the morning after is awaited, it stays closed."""
        decision = progress.decision
        self._decision = decision
        heading = HEADINGS.get(decision.verdict, "")
        self.setVisible(bool(heading))
        up = decision.verdict is Verdict.PROGRESS and not awaits and decision != self._put_off
        again = decision.verdict is Verdict.RESTART
        self.move_up.setVisible(up)
        self.not_yet.setVisible(up)
        self.check.setVisible(again)
        self.restart.setVisible(again)
        if awaits:
            self._heading.setText("Your next dose")
            self._what.setText("Still to come: your answer above.")
        else:
            put_off = decision.verdict is Verdict.PROGRESS and not up
            self._heading.setText(HEADINGS[Verdict.HOLD] if put_off else heading)
            self._what.setText("You chose to wait with the next step." if put_off else self._step())
        self._what.setVisible(bool(self._what.text()))
        self.why.setVisible(not awaits)
        if awaits:
            self.why.setChecked(False)
        lines = [reason.words for reason in decision.reasons]
        lines += [entry_in_words(session) for session in progress.sessions]
        self._reasons.setText("\n".join(lines))

    def _step(self) -> str:
        decision = self._decision
        if decision is None or decision.step is None:
            return ""
        return step_in_words(decision.step, self._library.get(decision.step.exercise_id).name)

    def _on_move_up(self) -> None:
        self.taken.emit(self._decision)

    def _on_not_yet(self) -> None:
        self._put_off = self._decision
        for button in (self.move_up, self.not_yet):
            button.hide()
        self._heading.setText(HEADINGS[Verdict.HOLD])
        self._what.setText("You chose to wait with the next step.")
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)
