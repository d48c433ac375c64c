"""The whole check with the keyboard alone, and a name on everything that can be reached."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QRadioButton, QWidget

from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.urgency import Urgency
from tests.ui.checker.test_wizard import DONE

_MOST_TABS = 120


def name_of(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words


def press(key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key)


def tab_to(fits: Callable[[QWidget], bool]) -> QWidget:
    """Press Tab until something has the focus, and see that all on the way has a name."""
    for _ in range(_MOST_TABS):
        widget = QApplication.focusWidget()
        if widget is not None and widget.isEnabled() and fits(widget):
            return widget
        QTest.keyClick(widget or QApplication.activeWindow(), Qt.Key.Key_Tab)
        reached = QApplication.focusWidget()
        assert reached is not None
        assert name_of(reached), type(reached).__name__
    raise AssertionError("not reached with the Tab key")


def named(words: str) -> Callable[[QWidget], bool]:
    return lambda widget: name_of(widget).startswith(words)


def choose(question: str, steps: int) -> None:
    """Come to a choice and go down to one of its options."""
    tab_to(lambda widget: isinstance(widget, QRadioButton) and question in name_of(widget))
    press(Qt.Key.Key_Space)
    for _ in range(steps):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)


def go_on(*ticks: str) -> None:
    for words in ticks:
        tab_to(named(words))
        press(Qt.Key.Key_Space)
    tab_to(named("Continue"))
    press(Qt.Key.Key_Space)


@pytest.fixture
def check(stand, qtbot):
    made = stand({})
    made.wizard.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made.wizard)
    return made


def test_a_check_is_done_from_age_to_result_without_a_mouse(check) -> None:
    tab_to(named("Age in years"))
    for key in (Qt.Key.Key_4, Qt.Key.Key_0):
        press(key)
    choose("Sex registered at birth", 1)
    go_on()
    assert check.page is Page.EMERGENCY_SIGNS
    for page in (Page.WARNING_SIGNS, Page.ABOUT_YOU, Page.WHERE):
        go_on("None of these")
        assert check.page is page
    choose("The side that hurts most", 0)
    go_on("Bottom or back of the pelvis", "One spot beside the dimple, found twice")
    assert check.page is Page.HOW
    tab_to(named("Pain on most days"))
    press(Qt.Key.Key_2)
    choose("Time since this pain began", 1)
    go_on("None of these")
    go_on("After a long sit", "One side feels stuck")
    assert check.page is Page.SELF_TESTS
    go_on("I leave the tests out")
    assert check.page is Page.RESULT
    result = dict(check.said)["reached"]
    assert result.level is Urgency.SELF_CARE
    answers = check.wizard.sitting.answers
    assert [answers.get(c) for c in ("age", "sex", "side", "pain_avg_week", "duration")] == [
        *(40, "male", "left", 2, "2_6wk")
    ]
    tab_to(named("Close"))
    press(Qt.Key.Key_Space)
    assert check.said[-1][0] == "left"


def test_each_page_is_named_and_the_last_by_what_to_do(check) -> None:
    assert check.wizard.currentPage().accessibleName() == "Step 1: Before you start"
    check.questions.rows["age"].box.setValue(40)
    check.questions.rows["sex"].button("male").click()
    check.go_on.click()
    assert check.wizard.currentPage().accessibleName() == "Step 2: Emergency signs"
    check.questions.rows["ces_bowel"].box.click()
    check.go_on.click()
    said = check.wizard.currentPage().accessibleName()
    assert said.startswith("Get emergency help now. Call 999 or 112 (United Kingdom)")


@pytest.mark.parametrize("page", list(Page))
def test_everything_that_takes_the_focus_has_a_name(stand, page: Page) -> None:
    wizard = stand(DONE.replies, page).wizard
    nameless = [
        type(widget).__name__
        for widget in wizard.currentPage().findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if widget.focusProxy() is None and not name_of(widget)
    ]
    assert nameless == []


@pytest.mark.parametrize("page", [Page.EMERGENCY_SIGNS, Page.WARNING_SIGNS, Page.WHERE])
def test_tab_comes_to_none_of_these_after_every_sign_and_then_to_continue(
    stand, page: Page
) -> None:
    check = stand(DONE.replies, page)
    first = next(row for row in check.questions.rows.values() if row.isVisible())
    order, widget = [], first.help
    while widget is not check.wizard:
        order.append(widget)
        widget = widget.nextInFocusChain()
    none = order.index(check.questions.none)
    boxes = [row.box for row in check.questions.rows.values() if hasattr(row, "box")]
    assert all(order.index(box) < none for box in boxes if box in order)
    assert none < order.index(check.go_on)
