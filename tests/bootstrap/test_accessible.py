"""Everybody can work with every page: it is named, Tab gets there, large text is not cut off."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sijoint_desktop.triage.answers import Answers, closed_world
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.ui.checker.page import CheckPage
from sijoint_desktop.ui.shell.rail import Rail
from tests.bootstrap.reading import (
    beyond_tab,
    clipped,
    controls,
    description,
    nameless,
    within_tab,
)
from tests.bootstrap.walking import CALM, Walk
from tests.triage.shipped import CATALOGUE

PAGES = ("today", "check", "exercises", "routines", "history", "learn", "settings", "help")


def pages(walk: Walk) -> Iterator[tuple[str, QWidget]]:
    """Yield every page of the rail, all steps of a check, and a routine from builder to session."""
    window = walk.now.window
    for name in PAGES:
        window.open_page(name)
        QApplication.processEvents()
        yield name, window.page(name)
    for section in ("shortcuts", "safety", "about"):
        window.menus.help_wished.emit(section)
        yield f"help: {section}", opened(walk, "help")
    yield from steps_of_a_check(walk)
    window.page("exercise").show_exercise("bird_dog")  # type: ignore[attr-defined]
    yield "exercise", opened(walk, "exercise")
    routines = window.page("routines")
    routines.show_routine("carries_load_poorly")  # type: ignore[attr-defined]
    opened(walk, "routines")
    press("Change", routines)
    yield "builder", opened(walk, "builder")
    window.open_page("today")
    assert walk.starts_from_the_menu()
    yield "before a session", opened(walk, "session")
    for question in walk.session.before.questions:
        question.button(yes=False).click()
    press("2", walk.session)
    press("Start", walk.session)
    yield "a session", opened(walk, "session")


def steps_of_a_check(walk: Walk) -> Iterator[tuple[str, QWidget]]:
    page = opened(walk, "check")
    assert isinstance(page, CheckPage)
    page.start()
    wizard = page.wizard
    assert wizard is not None
    whole = closed_world(Answers(CALM), CATALOGUE)  # type: ignore[arg-type]
    wizard.sitting = wizard.sitting.answered(whole.replies)
    for step in Page:
        wizard.currentPage().initializePage()
        QApplication.processEvents()
        yield f"check: {step}", wizard
        if wizard.sitting.page is Page.RESULT:
            break
        wizard.next()
    wizard.accept()


def opened(walk: Walk, name: str) -> QWidget:
    walk.now.window.open_page(name)
    QApplication.processEvents()
    return walk.now.window.page(name)


def press(word: str, within: QWidget) -> None:
    buttons = within.findChildren(QPushButton)
    [button] = [b for b in buttons if b.text().strip() == word and b.isVisible()][:1]
    button.click()
    QApplication.processEvents()


def test_every_control_of_every_page_has_a_name(walk: Walk) -> None:
    walk.start()
    walk.checks()
    without, met = {}, []
    for name, page in pages(walk):
        met += [description(control) for control in controls(page)]
        if found := nameless(page):
            without[name] = found
    named, described = len(met) - sum(map(len, without.values())), sum(map(bool, met))
    print(f"{len(met)} controls, {named} named, {described} described as well")  # noqa: T201
    assert not without


def test_tab_reaches_every_control_of_every_page(walk: Walk) -> None:
    walk.start()
    walk.checks()
    missed, enabled, reached = {}, 0, 0
    for name, page in pages(walk):
        open_now = {control for control in controls(page) if control.isEnabled()}
        enabled += len(open_now)
        reached += len(open_now & within_tab(page))
        if found := beyond_tab(page):
            missed[name] = found
    print(f"{reached} of {enabled} controls that work are reached by Tab")  # noqa: T201
    assert not missed


def test_what_a_screen_reader_toggles_counts_like_a_press(walk: Walk) -> None:
    walk.start()
    rail = walk.now.window.findChild(Rail)
    assert rail is not None
    for name in ("History", "Today"):
        [item] = [b for b in rail.findChildren(QAbstractButton) if b.accessibleName() == name]
        item.toggle()
        assert walk.now.window.current == name.lower()
    assert walk.starts_from_the_menu()
    walk.session.before.questions[0].button(yes=True).toggle()
    assert walk.session.before.blocked


@pytest.mark.parametrize("percent", [90, 200])
def test_no_words_are_cut_off_at_the_smallest_window(walk: Walk, percent: int) -> None:
    walk.start()
    walk.checks()
    walk.now.preferences.set("text_percent", percent)
    walk.now.window.resize(960, 640)
    short = {name: found for name, page in pages(walk) if (found := clipped(page))}
    assert not short


def test_what_is_nameless_unreachable_or_cut_off_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    button = QPushButton("", page)
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    label = QLabel("Words that need more room than this", page)
    label.setFixedWidth(20)
    page.show()
    assert len(nameless(page)) == len(beyond_tab(page)) == len(clipped(page)) == 1
    button.setText("Go on")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    label.setFixedWidth(600)
    button.resize(200, 60)
    assert not [*nameless(page), *beyond_tab(page), *clipped(page)]
