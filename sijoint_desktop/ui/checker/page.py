"""The Check page: the last result and what is open or closed, and from there the check itself."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QStackedWidget, QWidget

from sijoint_desktop.app.checkup import Checkup
from sijoint_desktop.content.library import Library
from sijoint_desktop.core.dates import date_in_words
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.entries import CheckRecord
from sijoint_desktop.routine.planner import plan_for
from sijoint_desktop.routine.plans import Plans
from sijoint_desktop.triage.advice import HEADINGS, advice
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.checker import Checker, Result
from sijoint_desktop.triage.due import LastCheck, due
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.lock import LockState, Opening
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.triage.sitting import Sitting, read_draft
from sijoint_desktop.ui.checker.result_view import ResultView
from sijoint_desktop.ui.checker.wizard import CheckWizard
from sijoint_desktop.ui.lock.looks import LOOKS
from sijoint_desktop.ui.lock.panel import opening_lines, why_lines
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Card,
    Style,
    Text,
    TextRole,
)
from sijoint_desktop.ui.style.widgets import Page as ScrollPage


class CheckPage(QStackedWidget):
    """Home of the check. ``routine_wished`` carries the routine of a plan.

    ``changed`` comes whenever something was recorded that can open or close exercise.
    """

    routine_wished = Signal(object)
    changed = Signal()

    def __init__(
        self,
        *,
        checker: Callable[[], Checker],
        checks: Callable[[], Checkup],
        contacts: Callable[[], Contacts],
        plans: Callable[[], Plans],
        new_sitting: Callable[[], str],
        library: Library,
        now: Callable[[], datetime],
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._checker, self._checks, self._contacts, self._plans = checker, checks, contacts, plans
        self._new_sitting, self._library, self._now, self._style = new_sitting, library, now, style
        self._sitting_id = ""
        self._record: CheckRecord | None = None
        self._home = ScrollPage(style=style)
        self.addWidget(self._home)
        self.wizard: CheckWizard | None = None
        self.refresh()

    def refresh(self) -> None:
        """Show the records as they are now."""
        old, self._home = self._home, ScrollPage(style=self._style)
        self._fill(self._home)
        self.insertWidget(0, self._home)
        self.removeWidget(old)
        old.deleteLater()
        if self.wizard is None:
            self.setCurrentWidget(self._home)

    def start(self) -> None:
        """Begin a check anew."""
        self._open(Sitting())

    def go_on(self) -> None:
        """Go on with the check that was put aside."""
        draft = self._draft()
        if draft is not None:
            self._open(draft)

    def _fill(self, home: ScrollPage) -> None:
        body = home.body
        body.addWidget(Text("Symptom check", TextRole.H1, style=self._style))
        try:
            lock, last, draft = self._checks().lock(), self._checks().last(), self._draft()
        except UserError as error:
            body.addWidget(Text(str(error), TextRole.BODY, "amber_text", style=self._style))
            body.addStretch(1)
            return
        if lock is not None:
            body.addWidget(self._lock_card(lock))
        body.addWidget(self._last_card(last))
        body.addWidget(self._start_card(draft))
        body.addStretch(1)

    def _lock_card(self, lock: LockState) -> Card:
        ground, _icon, edge = LOOKS[lock.level]
        card = Card(style=self._style, level=ground, edge_px=edge)
        token = f"{ground}_text"
        card.body.addWidget(Text(HEADINGS[lock.level], TextRole.H2, token, style=self._style))
        worse = f"Is it worse? Call {self._contacts().emergency_words}."
        for line in (*why_lines(lock), *opening_lines(lock), worse):
            card.body.addWidget(Text(line, TextRole.BODY, token, style=self._style))
        if Opening.CLEARANCE in lock.openings:
            self._add_clearance(card, token)
        return card

    def _add_clearance(self, card: Card, token: str) -> None:
        words = "Were you seen and cleared for exercise? Choose the day."
        card.body.addWidget(Text(words, TextRole.BODY_BOLD, token, style=self._style))
        today = self._now().date()
        self.seen_on = QDateEdit(QDate(today.year, today.month, today.day))
        self.seen_on.setDisplayFormat("d MMMM yyyy")
        self.seen_on.setMinimumWidth(self._style.px(240))
        self.seen_on.lineEdit().setTextMargins(10, 0, 0, 0)  # the style sheet has no say in there
        self.seen_on.setFixedHeight(self._style.px(44))
        self.seen_on.setFont(self._style.font(TextRole.BODY))
        self.seen_on.setAccessibleName("The day on which you were seen")
        self.cleared = Button("I was seen and cleared", style=self._style)
        self.cleared.clicked.connect(self._on_cleared)
        self._clearance_trouble = Text("", TextRole.BODY, token, style=self._style)
        self._clearance_trouble.hide()
        row = QHBoxLayout()
        row.addWidget(self.seen_on)
        row.addWidget(self.cleared)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(self._clearance_trouble)

    def _last_card(self, last: CheckRecord | None) -> Card:
        card = Card(style=self._style)
        if last is None:
            heading, lines = "No check yet", ["The check asks about danger signs first."]
        else:
            heading = f"Your last check: {date_in_words(last.local_date)}"
            pain = last.answers.get("pain_avg_week")
            known = LastCheck(last.at, last.local_date, pain if isinstance(pain, int) else 0)
            reasons = due(known, self._now().date())
            lines = [HEADINGS[last.level], *(f"{reason.words} Check again." for reason in reasons)]
        card.body.addWidget(Text(heading, TextRole.H2, style=self._style))
        for line in lines:
            card.body.addWidget(Text(line, TextRole.BODY, "ink2", style=self._style))
        return card

    def _draft(self) -> Sitting | None:
        """Return the check that was put aside, unless the questions have changed since."""
        draft = self._checks().draft()
        if draft is None:
            return None
        catalogue = self._checker().catalogue
        return read_draft(draft.page, draft.answers, draft.corrected, catalogue)

    def _start_card(self, draft: Sitting | None) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        kind = ButtonKind.OUTLINE if draft is not None else ButtonKind.PRIMARY
        self.start_button = Button("Check my symptoms", kind, style=self._style)
        self.start_button.clicked.connect(self.start)
        if draft is not None:
            self.go_on_button = Button(
                "Go on with your check", ButtonKind.PRIMARY, style=self._style
            )
            self.go_on_button.clicked.connect(self.go_on)
            row.addWidget(self.go_on_button)
        row.addWidget(self.start_button)
        row.addStretch(1)
        return holder

    def _open(self, sitting: Sitting) -> None:
        self._sitting_id, self._record = self._new_sitting(), None
        self.wizard = CheckWizard(
            sitting,
            checker=self._checker(),
            make_result=self._make_result,
            style=self._style,
        )
        self.wizard.reached.connect(self._on_reached)
        self.wizard.drafted.connect(self._on_drafted)
        self.wizard.left.connect(self._on_left)
        self.wizard.closed.connect(self._on_closed)
        self.addWidget(self.wizard)
        self.setCurrentWidget(self.wizard)
        if self.wizard.result_now is not None:  # a draft whose answers were complete
            self._on_reached(self.wizard.sitting, self.wizard.result_now)

    def _make_result(self, result: Result, answers: Answers) -> QWidget:
        told = advice(
            result.level,
            self._contacts(),
            pregnant=answers.get("pregnancy_status") in ("pregnant", Reply.NOT_SURE),
            unsafe=answers.get("unsafe_thoughts") in (Reply.YES, Reply.NOT_SURE),
        )
        plan = plan_for(result, answers, self._library, self._plans())
        view = ResultView(result, told, plan, self._checker().catalogue, style=self._style)
        view.use_wished.connect(self._on_use)
        return view

    def _on_reached(self, sitting: Sitting, result: Result) -> None:
        checker = self._checker()
        answers = checker.flow.relevant(sitting.answers)
        self._record = self._checks().record(
            result,
            answers,
            checker.catalogue,
            sitting=self._sitting_id,
            corrected=sitting.corrected,
        )
        self.changed.emit()

    def _on_drafted(self, sitting: Sitting) -> None:
        if sitting.page is not Page.RESULT and sitting.answers.replies:
            self._checks().save_draft(sitting)

    def _on_left(self, _sitting: Sitting, _result: Result) -> None:
        if self._record is not None:
            self._checks().leave(self._record.id)
            self.changed.emit()

    def _on_closed(self) -> None:
        if self.wizard is not None:
            self.removeWidget(self.wizard)
            self.wizard.deleteLater()
            self.wizard = None
        self.refresh()

    def _on_use(self, routine: object) -> None:
        if self.wizard is not None:
            self.wizard.accept()
        self.routine_wished.emit(routine)

    def _on_cleared(self) -> None:
        chosen = self.seen_on.date()
        try:
            self._checks().clear(date(chosen.year(), chosen.month(), chosen.day()))
        except UserError as error:
            self._clearance_trouble.setText(f"{str(error)[:1].upper()}{str(error)[1:]}.")
            self._clearance_trouble.show()
            return
        self.changed.emit()
        self.refresh()
