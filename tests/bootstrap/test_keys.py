"""Help names every key that the running program answers to."""

from pathlib import Path

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from sijoint_desktop.ui.help.keys import BUILDER, EVERYWHERE, GUIDE, SESSION, KeyGroup
from tests.bootstrap.walking import Walk

ROOT = Path(__file__).parents[2] / "sijoint_desktop"

PAGES = ("today", "check", "exercises", "routines", "history", "learn", "settings", "help")

WITH_KEYS = {
    "ui/entries/view.py",
    "ui/help/guide.py",
    "ui/learn/page.py",
    "ui/library/page.py",
    "ui/printing/preview.py",  # compared in its own tests
    "ui/routines/builder.py",
    "ui/session/keys.py",
    "ui/shell/menus.py",
}
"""The modules that make shortcuts; a new one wants a look at the list of keys in Help."""


def plain(key: str) -> str:
    return QKeySequence(key).toString().replace("Enter", "Return")


def named(*groups: KeyGroup) -> set[str]:
    return {plain(key) for group in groups for row in group.rows for key in row.keys}


def answered(window: QWidget) -> set[str]:
    """Return the keys of every action and shortcut within a window."""
    actions = [key for action in window.findChildren(QAction) for key in action.shortcuts()]
    shortcuts = [key for found in window.findChildren(QShortcut) for key in found.keys()]  # noqa: SIM118 - no dict
    return {plain(key.toString()) for key in (*actions, *shortcuts)}


def test_every_key_of_every_page_is_in_the_list(walk: Walk) -> None:
    walk.start()
    window = walk.now.window
    for name in (*PAGES, "exercise", "compare", "builder", "session", "article"):
        window.page(name)
    missing = answered(window) - named(EVERYWHERE, SESSION, BUILDER, GUIDE)
    assert not missing


def test_every_key_in_the_list_for_everywhere_works(walk: Walk) -> None:
    walk.start()
    for name in PAGES:
        walk.now.window.page(name)
    assert named(EVERYWHERE) <= answered(walk.now.window)


def test_the_list_for_a_session_is_whole(walk: Walk) -> None:
    walk.start()
    session = answered(walk.session)
    assert session == named(SESSION)


def test_no_module_makes_shortcuts_that_nobody_compares() -> None:
    makers = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        if "QShortcut(" in (text := path.read_text(encoding="utf-8")) or "setShortcut" in text
    }
    assert makers == WITH_KEYS
