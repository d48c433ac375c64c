"""Every word of the check and of its page is in the language that is spoken."""

from collections.abc import Mapping
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from sijoint_desktop.app.checkup import Checkup, new_sitting
from sijoint_desktop.app.reminder import check_due
from sijoint_desktop.bootstrap.shipped import (
    load_checker,
    load_emergency_numbers,
    load_library,
    load_plans,
    load_self_tests,
)
from sijoint_desktop.routine.course import RuleId
from sijoint_desktop.settings.options import ThemeChoice
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Reply, Value
from sijoint_desktop.ui.checker.page import CheckPage
from sijoint_desktop.ui.checker.steps import _Step
from sijoint_desktop.ui.lock.panel import opening_lines
from sijoint_desktop.ui.style.style import Style
from tests.fakes.clock import FakeClock
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.pseudo import gap, gaps
from tests.triage.shipped import walk
from tests.ui.checker.conftest import make_stage, put_up
from tests.ui.checker.test_wizard import DONE

pytestmark = pytest.mark.usefixtures("pseudo")

_OWN = ("NHS 111", "Samaritans", "Commit", "Cancel")
"""The names of lines to call, and of buttons that Qt makes and nobody sees."""


class Scene:
    """A Check page with all that it says read in the language of the test."""

    def __init__(self, style: Style) -> None:
        self.clock = FakeClock()
        entries = FakeEntryRepository()
        self.checkup = Checkup(entries, self.clock)
        checker, plans, tests = load_checker(), load_plans(), load_self_tests()
        contacts = load_emergency_numbers().of("GB")
        self.page = CheckPage(
            checker=lambda: checker,
            checks=lambda: self.checkup,
            contacts=lambda: contacts,
            plans=lambda: plans,
            self_tests=lambda: tests,
            make_stage=lambda: make_stage(style),
            new_sitting=new_sitting,
            country_to_ask=lambda: "GB",
            due=lambda: check_due(entries, (), self.clock.now().date()),
            library=load_library(),
            now=self.clock.now,
            style=style,
        )

    def to_the_result(self, replies: Mapping[str, Value]) -> None:
        """Open a check with answers, and go through it."""
        self.page.start()
        wizard = self.page.wizard
        assert wizard is not None
        wizard.sitting = wizard.sitting.answered(replies)
        for _ in Page:
            if wizard.currentId() < len(Page) - 1:
                wizard.currentPage().initializePage()
                wizard.next()
        assert wizard.result_now is not None

    def close(self) -> None:
        """Leave the result, and open the page anew two weeks later."""
        assert self.page.wizard is not None
        self.page.wizard.accept()
        self.clock.advance(timedelta(days=15).total_seconds())
        self.page.refresh()


@pytest.fixture
def scene(kept: list[QWidget], qtbot):
    style = Style(choice=ThemeChoice.LIGHT)
    made = Scene(style)
    put_up(made.page, kept, qtbot)
    yield made
    style.deleteLater()


def test_every_word_of_the_questions_is_translated(scene: Scene) -> None:
    assert gaps(scene.page, _OWN) == []
    scene.page.start()
    wizard = scene.page.wizard
    assert wizard is not None
    shown = wizard.page_of(Page.SELF_TESTS).demonstrator
    for test in load_self_tests():
        if shown.test_of(test.codes[0]) is not None:
            shown.show_test(shown.test_of(test.codes[0]))
            assert gaps(shown, _OWN) == []
    shown.stage.pause()
    for row in wizard.page_of(Page.EMERGENCY_SIGNS).rows.values():
        row.help.click()
    assert gaps(wizard, _OWN) == []
    wizard.reject()
    assert gaps(scene.page, _OWN) == []


@pytest.mark.parametrize(
    "replies",
    [
        {},
        {"pain_avg_week": 5},
        {"worried": Reply.YES},
        {"fever_chills": Reply.YES},
        {"ces_bowel": Reply.NOT_SURE},
        {"age": 17},
        dict.fromkeys(("sit_long_stiff", "morning_stiff_short", "feels_stuck"), Reply.NO),
        {"sex": "female", "pregnancy_status": "pregnant", "gestation_band": "wk_28_36"},
    ],
    ids=str,
)
def test_every_word_of_a_result_is_translated(scene: Scene, replies: dict[str, Value]) -> None:
    given, _ = walk({**DONE.replies, **replies})
    scene.to_the_result(given.replies)
    assert gaps(scene.page, _OWN) == []
    scene.close()
    assert gaps(scene.page, _OWN) == []
    lock = scene.checkup.lock()
    if lock is not None:
        assert [line for line in opening_lines(lock) if gap(line)] == []


def test_the_self_tests_need_no_more_than_a_small_window_at_the_largest_text(kept, qtbot) -> None:
    style = Style(choice=ThemeChoice.LIGHT, text_percent=200)
    made = Scene(style)
    put_up(made.page, kept, qtbot)
    made.page.start()
    wizard = made.page.wizard
    shown = wizard.page_of(Page.SELF_TESTS).demonstrator
    for test in load_self_tests():
        if shown.test_of(test.codes[0]) is not None:
            shown.show_test(shown.test_of(test.codes[0]))
            assert shown.minimumSizeHint().width() < 960 - 60 - 60, test.id  # page and steps
    shown.stage.pause()
    style.deleteLater()


def test_no_name_of_a_step_is_cut_in_a_language_of_long_words(scene: Scene) -> None:
    scene.page.start()
    rows = scene.page.findChildren(_Step)
    assert len(rows) == len(Page)
    assert [row.text() for row in rows if row.minimumSizeHint().width() > row.width()] == []
    assert [row.text() for row in rows if row.heightForWidth(row.width()) > row.height()] == []


def test_every_word_of_a_refusal_is_translated(scene: Scene) -> None:
    scene.checkup.pause_plan(RuleId.TWO_RED, "")
    scene.to_the_result(DONE.replies)
    assert gaps(scene.page, _OWN) == []
    scene.close()
    scene.page.lock_card.seen_on.setDate(scene.page.lock_card.seen_on.date().addDays(9))
    scene.page.lock_card.cleared.click()
    assert gaps(scene.page, _OWN) == []
