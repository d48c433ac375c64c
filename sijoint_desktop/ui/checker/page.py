"""The Check page: the last result and what is open or closed, and from there the check itself."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from sijoint_desktop.app.checkup import Checkup
from sijoint_desktop.app.outcome import Outcome, Outcomes
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import SelfTest
from sijoint_desktop.core.dates import date_in_words
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.history.entries import CheckRecord
from sijoint_desktop.routine.plans import Plans
from sijoint_desktop.triage.advice import HEADINGS
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.checker import Checker, Result
from sijoint_desktop.triage.due import DueReason
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.lock import LockState
from sijoint_desktop.triage.sitting import Sitting, read_draft
from sijoint_desktop.triage.urgency import Urgency, highest
from sijoint_desktop.ui.checker.country import CountryCard
from sijoint_desktop.ui.checker.demonstrator import MakeStage
from sijoint_desktop.ui.checker.lock_card import LockCard
from sijoint_desktop.ui.checker.plan_card import PlanCard
from sijoint_desktop.ui.checker.result_view import SUMMARY_WORDS, ResultView
from sijoint_desktop.ui.checker.wizard import CheckWizard
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Card,
    Style,
    Text,
    TextRole,
)
from sijoint_desktop.ui.style.widgets import Page as ScrollPage

_NOT_SAVED = mark("Your check was not saved")
_CLEARED = mark("You were seen and cleared, so exercises are open")


class CheckPage(QStackedWidget):
    """Home of the check. ``routine_wished`` carries the routine of a plan.

    ``changed`` comes whenever something was recorded that can open or close exercise, ``trouble``
    with a heading and a sentence where something could not be kept. ``summary_wished`` carries the
    Outcome that is wanted on paper, ``country_said`` the code of the person's country.
    """

    routine_wished = Signal(object)
    changed = Signal()
    trouble = Signal(str, str)
    summary_wished = Signal(object)
    country_said = Signal(str)

    def __init__(
        self,
        *,
        checker: Callable[[], Checker],
        checks: Callable[[], Checkup],
        contacts: Callable[[], Contacts],
        plans: Callable[[], Plans],
        self_tests: Callable[[], Sequence[SelfTest]],
        make_stage: MakeStage,
        new_sitting: Callable[[], str],
        due: Callable[[], Sequence[DueReason]],
        country_to_ask: Callable[[], str | None],
        library: Library,
        now: Callable[[], datetime],
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._checker, self._checks, self._contacts, self._plans = checker, checks, contacts, plans
        self._new_sitting, self._library, self._now, self._style = new_sitting, library, now, style
        self._self_tests, self._make_stage, self._due = self_tests, make_stage, due
        self._country_to_ask = country_to_ask
        self._sitting_id = ""
        self._record: CheckRecord | None = None
        self._outcome: Outcome | None = None  # of the check under way, else of the last one
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
        try:
            draft = self._draft()
        except UserError as fault:
            self.trouble.emit(tr("Your check cannot be opened"), str(fault))
            return
        if draft is not None:
            self._open(draft)

    def _fill(self, home: ScrollPage) -> None:
        body = home.body
        body.addWidget(Text(tr("Symptom check"), TextRole.H1, style=self._style))
        try:
            lock, last, draft = self._checks().lock(), self._checks().last(), self._draft()
            reasons = self._due()
        except UserError as error:
            body.addWidget(Text(str(error), TextRole.BODY, "amber_text", style=self._style))
            body.addStretch(1)
            return
        self._outcome = None
        if last is not None:
            self._outcome = self._outcomes().of_record(last, cleared=lock is None)
        if self._outcome is not None and lock is not None and not self._outcome.result.locked:
            self._outcome = self._outcomes().held(self._outcome, lock)
        self.lock_card: LockCard | None = None
        if lock is not None:
            self.lock_card = LockCard(lock, self._contacts(), self._now().date(), style=self._style)
            self.lock_card.cleared_on.connect(self._on_cleared)
            body.addWidget(self.lock_card)
        body.addWidget(self._last_card(last, reasons, lock))
        body.addWidget(self._start_card(draft))
        if self._outcome is not None and self._outcome.plan is not None:
            self.plan_card = PlanCard(self._outcome.plan, style=self._style, first=False)
            self.plan_card.use_wished.connect(self.routine_wished)
            body.addWidget(self.plan_card)
        body.addStretch(1)

    @staticmethod
    def _level_words(last: CheckRecord, lock: LockState | None) -> str:
        """Return what the last check came to, with what has happened besides it."""
        if lock is not None:
            return tr(HEADINGS[highest((lock.level, last.level))])
        if last.level is Urgency.CLINICIAN:
            return tr(_CLEARED)
        return tr(HEADINGS[last.level])

    def _last_card(
        self, last: CheckRecord | None, reasons: Sequence[DueReason], lock: LockState | None
    ) -> Card:
        card = Card(style=self._style)
        if last is None:
            heading = tr("No check yet")
            lines = [tr("The check asks about danger signs first.")]
        else:
            heading = tr("Your last check: {day}", day=date_in_words(last.local_date))
            lines = [
                self._level_words(last, lock),
                *(tr("{reason} Check again.", reason=reason.words) for reason in reasons),
            ]
        card.body.addWidget(Text(heading, TextRole.H2, style=self._style))
        for line in lines:
            card.body.addWidget(Text(line, TextRole.BODY, "ink2", style=self._style))
        if self._outcome is not None:
            self.summary_button = Button(tr(SUMMARY_WORDS), style=self._style)
            self.summary_button.clicked.connect(self._on_summary)
            card.body.addWidget(self.summary_button, alignment=Qt.AlignmentFlag.AlignLeft)
        return card

    def _outcomes(self) -> Outcomes:
        return Outcomes(self._checker(), self._contacts(), self._library, self._plans())

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
        self.start_button = Button(tr("Check my symptoms"), kind, style=self._style)
        self.start_button.clicked.connect(self.start)
        if draft is not None:
            self.go_on_button = Button(
                tr("Go on with your check"), ButtonKind.PRIMARY, style=self._style
            )
            self.go_on_button.clicked.connect(self.go_on)
            row.addWidget(self.go_on_button)
        row.addWidget(self.start_button)
        row.addStretch(1)
        return holder

    def _open(self, sitting: Sitting) -> None:
        self._sitting_id, self._record = self._new_sitting(), None
        guess = self._country_to_ask()
        self.wizard = CheckWizard(
            sitting,
            checker=self._checker(),
            make_result=self._make_result,
            self_tests=self._self_tests(),
            make_stage=self._make_stage,
            country=None if guess is None else CountryCard(guess, style=self._style),
            style=self._style,
        )
        self.wizard.country_said.connect(self.country_said)
        self.wizard.reached.connect(self._on_reached)
        self.wizard.drafted.connect(self._on_drafted)
        self.wizard.left.connect(self._on_left)
        self.wizard.closed.connect(self._on_closed)
        self.addWidget(self.wizard)
        self.setCurrentWidget(self.wizard)
        if self.wizard.result_now is not None:  # a draft whose answers were complete
            self._on_reached(self.wizard.sitting, self.wizard.result_now)

    def _make_result(self, result: Result, answers: Answers) -> QWidget:
        corrected = self.wizard.sitting.corrected if self.wizard is not None else {}
        self._outcome = self._outcomes().of(result, answers, self._now(), corrected)
        return self._result_view(self._outcome)

    def _result_view(self, outcome: Outcome) -> ResultView:
        view = ResultView(outcome, self._checker().catalogue, style=self._style)
        view.use_wished.connect(self._on_use)
        view.summary_wished.connect(self._on_summary)
        return view

    def _on_reached(self, sitting: Sitting, result: Result) -> None:
        checker = self._checker()
        answers = checker.flow.relevant(sitting.answers)
        self._record = None
        plan = self._outcome.plan if self._outcome is not None else None
        try:
            self._record = self._checks().record(
                result,
                answers,
                checker.catalogue,
                sitting=self._sitting_id,
                corrected=sitting.corrected,
                routine_id=plan.routine.id if plan else None,
            )
            lock = self._checks().lock()
        except UserError as fault:
            self.trouble.emit(tr(_NOT_SAVED), str(fault))
            return
        if lock is not None and not result.locked:
            self._hold_back(lock)
        self.changed.emit()

    def _hold_back(self, lock: LockState) -> None:
        """Say on the result page that what was found before keeps exercise closed."""
        if self.wizard is not None and self._outcome is not None:
            self._outcome = self._outcomes().held(self._outcome, lock)
            self.wizard.show_instead(self._result_view(self._outcome))

    def _on_drafted(self, sitting: Sitting) -> None:
        if sitting.page is Page.RESULT or not sitting.answers.replies:
            return
        try:
            self._checks().save_draft(sitting)
        except UserError as fault:
            self.trouble.emit(tr(_NOT_SAVED), str(fault))

    def _on_left(self, sitting: Sitting, result: Result) -> None:
        if self._record is None:  # the disk may take it now
            self._on_reached(sitting, result)
        if self._record is None:
            return
        try:
            self._checks().leave(self._record.id)
        except UserError as fault:
            self.trouble.emit(tr(_NOT_SAVED), str(fault))
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

    def _on_summary(self) -> None:
        self.summary_wished.emit(self._outcome)

    def _on_cleared(self, day: date) -> None:
        try:
            self._checks().clear(day)
        except UserError as error:
            if self.lock_card is not None:
                self.lock_card.refuse(f"{error}.")
            return
        self.changed.emit()
        self.refresh()
