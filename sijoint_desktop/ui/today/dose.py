"""The cards about the dose: how the morning after was, and what the rules suggest and why."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.app.progress import Progress, may_restart
from sijoint_desktop.content.library import Library
from sijoint_desktop.core.dates import date_in_words
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.routine.course import Decision, Verdict
from sijoint_desktop.routine.ladder import step_in_words
from sijoint_desktop.ui.style.layout import Card, FlowLayout
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, NrsScale, Text, TextRole, Tick
from sijoint_desktop.ui.today.pause import ChoiceButton

HEADINGS = {
    Verdict.BEGIN: mark("Your first session"),
    Verdict.PROGRESS: mark("Ready for a little more"),
    Verdict.HOLD: mark("The dose stays as it is"),
    Verdict.REPEAT_EASIER: mark("A little easier this time"),
    Verdict.STEP_BACK: mark("One step easier"),
    Verdict.FLARE_EASY: mark("An easy day today"),
    Verdict.FLARE_HALF: mark("Half the dose today"),
    Verdict.RESTART: mark("Check your symptoms first"),
    Verdict.SEE_CLINICIAN: mark("Have this looked at first"),
}
"""What each decision is called."""


_BEFORE, _AT_WORST = mark("{pain} before"), mark("{pain} at worst")
_AFTER = mark("{pain} after")


def entry_in_words(session: SessionRecord) -> str:
    """Return what a session counted with in a decision, on one line."""
    day = date_in_words(session.local_date)
    scores = [
        (session.nrs_before, _BEFORE),
        (session.nrs_worst, _AT_WORST),
        (session.nrs_after, _AFTER),
    ]
    pain = ", ".join(tr(words, pain=score) for score, words in scores if score is not None)
    told = tr("{date}: pain {scores}", date=day, scores=pain)
    if not pain:
        told = tr("{date}: pain not answered", date=day)
    if session.effort is None:
        return told
    return tr("{pain_line}; effort {effort}", pain_line=told, effort=session.effort)


_BESIDE_PX = 880


class MorningCard(Card):
    """Asks how the morning after a session is.

    ``answered`` carries the pain of 0-10, and whether it woke the person in the night.
    """

    answered = Signal(int, bool)

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, level="soft", parent=parent)
        self._style = style
        self._about = Text("", TextRole.BODY, "ink2", style=style)
        self.pain = NrsScale(style=style, name=tr("Pain this morning"), size=44)
        self.woke = Tick(tr("Pain woke me in the night"), style=style)
        self.keep = Button(tr("Save"), ButtonKind.OUTLINE, style=style)
        self.keep.setAccessibleName(tr("Save the pain of this morning"))
        heading = Text(tr("How is your pain this morning?"), TextRole.H2, style=style)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(24)
        self._row.addLayout(_column(heading, self._about, self.woke), 1)
        answer = _column(self.pain, self.keep)
        answer.setAlignment(self.keep, Qt.AlignmentFlag.AlignRight)
        self._row.addLayout(answer)
        self.body.addLayout(self._row)
        self.pain.chosen.connect(self._on_chosen)
        self.keep.clicked.connect(self._on_keep)
        self.hide()

    def arrange(self, width: int) -> None:
        """Put the question beside its scale where the width is enough for both."""
        beside = width >= self._style.px(_BESIDE_PX)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._row.setDirection(direction)

    def show_session(self, session: SessionRecord | None) -> None:
        """Ask about the morning after a session, or hide where none is awaited."""
        self.setVisible(session is not None)
        if session is None:
            self.pain.set_value(None)
            self.woke.set_ticked(False)
            self.keep.setEnabled(False)
            return
        before = session.nrs_before
        told = tr("Your answer decides the next dose.")
        if before is not None:
            was = tr("Before your last session it was {pain}.", pain=before)
            told = f"{was} {told}"
        self._about.setText(told)
        self.keep.setEnabled(self.pain.value is not None)

    def _on_chosen(self, _value: int) -> None:
        self.keep.setEnabled(True)

    def _on_keep(self) -> None:
        if self.pain.value is not None:
            self.answered.emit(self.pain.value, self.woke.ticked)


class DoseCard(Card):
    """What the rules say of the dose today and why; the sessions behind it open at a press.

    ``taken`` carries the Decision that the person agrees to, ``put_off`` the id of the last session
    behind one that they do not want yet, ``ease_wished`` the id of an exercise to make easier.
    ``check_wished`` and ``restart_wished`` come where too long a time has passed.
    """

    taken = Signal(object)
    put_off = Signal(str)
    ease_wished = Signal(str)
    check_wished = Signal()
    restart_wished = Signal()

    def __init__(self, library: Library, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, parent=parent)
        self._library = library
        self._decision: Decision | None = None
        self._heading = Text("", TextRole.BODY_BOLD, style=style)
        self._what = Text("", TextRole.BODY, style=style)
        self._reasons = Text("", TextRole.BODY, "ink2", style=style)
        self._entries = Text("", TextRole.CAPTION, "ink2", style=style)
        self.move_up = Button(tr("Move up", "dose"), ButtonKind.OUTLINE, style=style)
        self.not_yet = Button(tr("Not yet"), style=style)
        self.check = Button(tr("Check my symptoms"), ButtonKind.OUTLINE, style=style)
        self.restart = Button(tr("Begin again at the easiest dose"), style=style)
        self.behind = Button(tr("Show the sessions"), ButtonKind.TEXT, style=style)
        self.behind.setCheckable(True)
        self.easier = ChoiceButton(tr("Make it easier"), style=style)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=12)
        for button in (self.move_up, self.not_yet, self.check, self.restart):
            flow.addWidget(button)
        for button in (self.easier, self.behind):
            flow.addWidget(button)
        self.body.setSpacing(6)
        for widget in (self._heading, self._what, self._reasons, self._entries):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.body.addWidget(buttons)
        self.move_up.clicked.connect(self._on_move_up)
        self.not_yet.clicked.connect(self._on_not_yet)
        self.easier.chosen.connect(self.ease_wished)
        self.check.clicked.connect(self.check_wished)
        self.restart.clicked.connect(self.restart_wished)
        self.behind.toggled.connect(self._entries.setVisible)
        self._entries.hide()

    def show_progress(self, progress: Progress, *, awaits: bool, put_off: str) -> None:
        """Show a decision; while the morning after is awaited, it stays closed.

        ``put_off`` is the id of the session after which the person chose to wait.
        """
        decision = self._decision = progress.decision
        waits = decision.verdict is Verdict.PROGRESS and _key(decision) == put_off
        up = decision.verdict is Verdict.PROGRESS and not awaits and not waits
        again = decision.verdict is Verdict.RESTART
        self.move_up.setVisible(up)
        self.not_yet.setVisible(up)
        self.check.setVisible(again and not may_restart(decision))
        self.restart.setVisible(may_restart(decision))
        if awaits:
            self._heading.setText(tr("Your next dose"))
            self._what.setText(tr("Still to come: your answer above."))
        else:
            heading = HEADINGS[Verdict.HOLD if waits else decision.verdict]
            self._heading.setText(tr(heading))
            waiting = tr("You chose to wait with the next step.")
            self._what.setText(waiting if waits else self._step())
        self._what.setVisible(bool(self._what.text()))
        self._show_reasons(progress, awaits=awaits)
        gentler = tuple((name, self._library.get(name).name) for name in progress.gentler)
        self.easier.set_choices(gentler)
        self.easier.setVisible(bool(gentler) and progress.today is not None and not awaits)

    def _show_reasons(self, progress: Progress, *, awaits: bool) -> None:
        self._reasons.setText("\n".join(reason.words for reason in progress.decision.reasons))
        self._reasons.setVisible(not awaits)
        self._entries.setText("\n".join(entry_in_words(each) for each in progress.sessions))
        self.behind.setVisible(bool(progress.sessions) and not awaits)
        if self.behind.isHidden():
            self.behind.setChecked(False)

    def _step(self) -> str:
        decision = self._decision
        if decision is None or decision.step is None:
            return ""
        return step_in_words(decision.step, self._library.get(decision.step.exercise_id).name)

    def _on_move_up(self) -> None:
        self.taken.emit(self._decision)

    def _on_not_yet(self) -> None:
        if self._decision is not None:
            self.put_off.emit(_key(self._decision))


def _key(decision: Decision) -> str:
    """Return what a step up is remembered by: the last session that led to it."""
    return next((reason.sessions[-1] for reason in decision.reasons if reason.sessions), "")


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column
