"""A tour of the running program: every page of the rail, a check, a routine and a session."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.triage.answers import Answers, closed_world
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.ui.checker.page import CheckPage
from tests.bootstrap.walking import CALM, Walk
from tests.triage.shipped import CATALOGUE

PAGES = ("today", "check", "exercises", "routines", "history", "learn", "settings", "help")


def pages(walk: Walk) -> Iterator[tuple[str, QWidget]]:
    """Yield every page of the rail, all steps of a check, and a routine from builder to session."""
    window = walk.now.window
    for name in PAGES:
        yield name, opened(walk, name)
    for section in ("shortcuts", "safety", "about"):
        window.menus.help_wished.emit(section)
        yield f"help: {section}", opened(walk, "help")
    yield from steps_of_a_check(walk)
    window.page("exercise").show_exercise("bird_dog")  # type: ignore[attr-defined]
    yield "exercise", opened(walk, "exercise")
    routines = window.page("routines")
    routines.show_routine("carries_load_poorly")  # type: ignore[attr-defined]
    opened(walk, "routines")
    press(tr("Change"), routines)
    yield "builder", opened(walk, "builder")
    window.open_page("today")
    assert walk.starts_from_the_menu()
    yield "before a session", opened(walk, "session")
    for question in walk.session.before.questions:
        question.button(yes=False).click()
    press("2", walk.session)
    press(tr("Start"), walk.session)
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
    for _round in range(2):  # a row that takes another line asks for another layout
        QApplication.processEvents()
    return walk.now.window.page(name)


def press(word: str, within: QWidget) -> None:
    buttons = within.findChildren(QPushButton)
    [button] = [b for b in buttons if b.text().strip() == word and b.isVisible()][:1]
    button.click()
    QApplication.processEvents()
