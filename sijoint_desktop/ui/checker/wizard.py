"""The check as a wizard: the flow says which page comes next, the sitting keeps every answer."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget, QWizard, QWizardPage

from sijoint_desktop.content.model import SelfTest
from sijoint_desktop.core.language import tr
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.checker import Checker, Result
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Value
from sijoint_desktop.triage.sitting import Sitting
from sijoint_desktop.ui.checker.country import CountryCard
from sijoint_desktop.ui.checker.demonstrator import Demonstrator, MakeStage
from sijoint_desktop.ui.checker.question_page import QuestionPage
from sijoint_desktop.ui.checker.steps import Steps
from sijoint_desktop.ui.checker.words import PAGE_WORDS
from sijoint_desktop.ui.style.announce import announce
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Style

_PAGES = tuple(Page)
_WIDE_FROM_PX = 800
_DRAFT_AFTER_MS = 300  # several ticks in a row are written once

MakeResult = Callable[[Result, Answers], QWidget]
"""Makes what the last page shows of a result."""


class ResultPage(QWizardPage):
    """The last page: the result of the answers as they are when it opens."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.shown: QWidget | None = None

    @property
    def shown_name(self) -> str:
        """What a screen reader says of the result."""
        return self.shown.accessibleName() if self.shown is not None else ""

    def show_result(self, view: QWidget) -> None:
        """Show a result in the place of the one before."""
        if self.shown is not None:
            self._column.removeWidget(self.shown)
            self.shown.setParent(None)
            self.shown.deleteLater()
        self.shown = view
        self._column.addWidget(view)


class CheckWizard(QWizard):
    """Leads through the check, page by page, with Back at any time.

    ``drafted`` carries the sitting soon after an answer, and when a page is left or the check is
    closed half-way. ``reached`` carries (sitting, result) when the result is shown, ``left`` the
    same when its page is left for good. ``closed`` comes at the end of either. With a country card
    the first page asks for it, and ``country_said`` carries its code when that page is left.
    """

    drafted = Signal(object)
    reached = Signal(object, object)
    left = Signal(object, object)
    closed = Signal()
    country_said = Signal(str)

    def __init__(
        self,
        sitting: Sitting,
        *,
        checker: Checker,
        make_result: MakeResult,
        self_tests: Sequence[SelfTest],
        make_stage: MakeStage,
        country: CountryCard | None = None,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Widget)
        self.sitting = sitting
        self.result_now: Result | None = None
        self._checker = checker
        self._make_result = make_result
        self._self_tests, self._make_stage = self_tests, make_stage
        self._steps = Steps(style=style)
        self._result_page = ResultPage()
        self._style = style
        self._country = country
        self._soon = QTimer(self, singleShot=True, interval=_DRAFT_AFTER_MS)
        self._soon.timeout.connect(self._on_soon)
        self._build(style)
        self._go_to(sitting.page)

    def page_of(self, page: Page) -> QWizardPage:
        """Return the wizard's page of a page of the check."""
        return self.page(_PAGES.index(page))

    def nextId(self) -> int:
        """Return the page that the answers so far lead to."""
        here = self.currentId()
        if here < 0 or _PAGES[here] is Page.RESULT:
            return -1
        page = self.page(here)
        if not isinstance(page, QuestionPage) or not page.isComplete():
            return here + 1  # Continue is closed until the page is complete
        answers = self.sitting.answers.with_replies(page.unanswered())
        return _PAGES.index(self._checker.flow.next_page(page.page, answers))

    def validateCurrentPage(self) -> bool:
        """Take what was not ticked as answered with no, and go on."""
        page = self.currentPage()
        if isinstance(page, QuestionPage):
            self.sitting = self.sitting.answered(page.unanswered())
            if page.page is Page.START and self._country is not None:
                self.country_said.emit(self._country.country)
        return super().validateCurrentPage()

    def initializePage(self, page_id: int) -> None:
        """Work the result out when its page opens."""
        super().initializePage(page_id)
        if _PAGES[page_id] is Page.RESULT:
            self._show_result()

    def cleanupPage(self, page_id: int) -> None:
        """Keep the answers when going back, which the wizard would forget."""

    def reject(self) -> None:
        """Close half-way and keep a draft; a result that was reached counts as left."""
        if self.result_now is not None and self._on_result():
            self.left.emit(self.sitting, self.result_now)
        else:
            self.drafted.emit(self.sitting)
        self.closed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close with the window, which a dialog would refuse while it is not rejected."""
        event.accept()

    def accept(self) -> None:
        """Leave the result for good."""
        if self.result_now is not None:
            self.left.emit(self.sitting, self.result_now)
        self.closed.emit()

    def _build(self, style: Style) -> None:
        self.setAccessibleName(tr("Symptom check"))
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)  # the modern one is white in the dark
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.NoCancelButton)
        self.setOption(QWizard.WizardOption.NoDefaultButton)
        buttons = {
            QWizard.WizardButton.BackButton: Button(tr("Back"), style=style),
            QWizard.WizardButton.NextButton: Button(
                tr("Continue"), ButtonKind.PRIMARY, style=style
            ),
            QWizard.WizardButton.FinishButton: Button(tr("Close"), ButtonKind.PRIMARY, style=style),
        }
        for which, button in buttons.items():
            self.setButton(which, button)
        self.setButtonLayout(
            [
                QWizard.WizardButton.BackButton,
                QWizard.WizardButton.Stretch,
                QWizard.WizardButton.NextButton,
                QWizard.WizardButton.FinishButton,
            ]
        )
        for number, page in enumerate(_PAGES):
            self.setPage(number, self._make_page(page, style))
        self.setSideWidget(self._steps)
        # Tab comes to the buttons after the questions, those of the last page included
        before: QWidget = self.findChildren(QuestionPage)[-1].none
        for button in buttons.values():
            QWidget.setTabOrder(before, button)
            before = button
        self._steps.close_wished.connect(self.reject)
        self.currentIdChanged.connect(self._on_page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names of the steps out where they would take the room of the questions."""
        super().resizeEvent(event)
        self._steps.set_narrow(narrow=self.width() < self._style.scale * _WIDE_FROM_PX)

    def _make_page(self, page: Page, style: Style) -> QWizardPage:
        if page is Page.RESULT:
            return self._result_page
        tests = self._tests_of(page)
        show = Demonstrator(tests, self._make_stage, style=style) if tests else None
        flow = self._checker.flow
        made = QuestionPage(page, flow, self._answers, style=style, demonstrator=show)
        made.answered.connect(self._on_answered)
        if page is Page.START and self._country is not None:
            made.add_below(self._country)
        return made

    def _tests_of(self, page: Page) -> list[SelfTest]:
        """Return the self-tests that answer a question of a page, in the order of the page."""
        sections = (s for s in self._checker.flow.sections if s.page is page)
        codes = [code for section in sections for code in section.codes]
        found = [test for code in codes for test in self._self_tests if code in test.codes]
        return list({test.id: test for test in found}.values())

    def _answers(self) -> Answers:
        return self.sitting.answers

    def _go_to(self, page: Page) -> None:
        """Open a page as if one had come to it by Continue; a draft may no longer reach it."""
        self.restart()
        while self.currentId() != _PAGES.index(page) and self.currentPage().isComplete():
            before = self.currentId()
            self.next()
            if self.currentId() == before:
                return

    def _on_result(self) -> bool:
        return self.currentId() == _PAGES.index(Page.RESULT)

    def _on_answered(self, code: str, value: Value) -> None:
        self.sitting = self.sitting.answered({code: value})
        self._soon.start()

    def _on_soon(self) -> None:
        self.drafted.emit(self.sitting)

    def _on_page(self, page_id: int) -> None:
        if page_id < 0:
            return
        page = _PAGES[page_id]
        self._steps.show_at(page, tuple(_PAGES[visited] for visited in self.visitedIds()))
        self._announce(page)
        self.sitting = self.sitting.on(page)
        self.drafted.emit(self.sitting)

    def _announce(self, page: Page) -> None:
        """Let a screen reader say which page has opened, and on the last one what to do."""
        opened = self.currentPage()
        if page is Page.RESULT:
            opened.setAccessibleName(self._result_page.shown_name)
        else:
            number, heading = _PAGES.index(page) + 1, tr(PAGE_WORDS[page].heading)
            opened.setAccessibleName(tr("Step {number}: {heading}", number=number, heading=heading))
        announce(self, opened.accessibleName(), urgent=page is Page.RESULT)

    def show_instead(self, view: QWidget) -> None:
        """Show another result page in place of the one that is shown."""
        self._result_page.show_result(view)

    def _show_result(self) -> None:
        result = self._checker.result(self.sitting.answers)
        if result is None:  # the flow leads here only with complete answers
            return
        self.result_now = result
        answers = self._checker.flow.relevant(self.sitting.answers)
        self._result_page.show_result(self._make_result(result, answers))
        self.reached.emit(self.sitting, result)
