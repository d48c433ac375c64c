"""The wizard of the real check, with a clock that stands still and what it says written down."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget, QWizard
from pytestqt.qtbot import QtBot

import sijoint_desktop._resources_rc  # noqa: F401 - fonts and icons
from sijoint_desktop.app.outcome import Outcomes
from sijoint_desktop.content.self_test import parse_self_tests
from sijoint_desktop.routine.plans import parse_plans
from sijoint_desktop.settings.options import ThemeChoice
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.checker import Result
from sijoint_desktop.triage.emergency_numbers import parse_emergency_numbers
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Value
from sijoint_desktop.triage.sitting import Sitting
from sijoint_desktop.ui.checker.question_page import QuestionPage
from sijoint_desktop.ui.checker.result_view import ResultView
from sijoint_desktop.ui.checker.wizard import CheckWizard
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import screen_look
from sijoint_desktop.ui.figure.stage import FigureStage
from sijoint_desktop.ui.style.style import Style
from tests.content.samples import shipped_self_tests
from tests.routine.whole_library import WHOLE
from tests.triage.shipped import CATALOGUE, CHECK, FILES

CONTACTS = parse_emergency_numbers(FILES["emergency_numbers.toml"]).of("GB")
SELF_TESTS = parse_self_tests(shipped_self_tests())


def make_stage(style: Style) -> FigureStage:
    """Return what the figure of a self-test is shown on."""
    return FigureStage(style=style, clips=ClipStore(), look=lambda: screen_look(style.theme))


PLANS = parse_plans(FILES["plans.toml"])
OUTCOMES = Outcomes(CHECK, CONTACTS, WHOLE, PLANS)
AT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


class Stand:
    """A wizard and what it has said so far."""

    def __init__(self, wizard: CheckWizard) -> None:
        self.wizard = wizard
        self.said: list[tuple[str, object]] = []
        wizard.drafted.connect(self._drafted)
        wizard.reached.connect(self._reached)
        wizard.left.connect(self._left)

    @property
    def page(self) -> Page:
        return tuple(Page)[self.wizard.currentId()]

    @property
    def questions(self) -> QuestionPage:
        page = self.wizard.currentPage()
        assert isinstance(page, QuestionPage)
        return page

    @property
    def go_on(self):
        return self.wizard.button(QWizard.WizardButton.NextButton)

    def to(self, page: Page) -> None:
        """Continue with "None of these" until a page is reached."""
        while self.page is not page:
            if self.questions.none.isEnabled() and not self.questions.none.isChecked():
                self.questions.none.click()
            assert self.go_on.isEnabled()
            self.go_on.click()

    def _drafted(self, sitting: Sitting) -> None:
        self.said.append(("drafted", sitting))

    def _reached(self, _sitting: Sitting, result: Result) -> None:
        self.said.append(("reached", result))

    def _left(self, _sitting: Sitting, result: Result) -> None:
        self.said.append(("left", result))


@pytest.fixture
def kept() -> Iterator[list[QWidget]]:
    """Hold widgets until they are deleted: else one could be collected while it is painted."""
    held: list[QWidget] = []
    yield held  # outlives qtbot, which closes them
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    held.clear()


def put_up(widget: QWidget, kept: list[QWidget], qtbot: QtBot) -> None:
    """Show a wizard or a page in the size of a small window."""
    qtbot.addWidget(widget)
    kept.append(widget)
    widget.resize(1080, 760)
    widget.show()


@pytest.fixture
def stand(kept: list[QWidget], qtbot) -> Iterator[Callable[[Mapping[str, Value], Page], Stand]]:
    """Return a function that opens the check with some answers given, at a page."""
    style = Style(choice=ThemeChoice.LIGHT)

    def make_result(result: Result, replies: Answers) -> ResultView:
        return ResultView(OUTCOMES.of(result, replies, AT), CATALOGUE, style=style)

    def make(replies: Mapping[str, Value], page: Page = Page.START) -> Stand:
        wizard = CheckWizard(
            Sitting(page, Answers(replies)),
            checker=CHECK,
            make_result=make_result,
            self_tests=SELF_TESTS,
            make_stage=lambda: make_stage(style),
            style=style,
        )
        put_up(wizard, kept, qtbot)
        return Stand(wizard)

    yield make
    style.deleteLater()
