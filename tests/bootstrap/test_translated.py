"""No word of the window goes past the language in use, on whatever page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView

from sijoint_desktop.bootstrap import program as program_module
from sijoint_desktop.core.language import LANGUAGES, speak
from sijoint_desktop.routine.model import WhyLeftOut
from tests.bootstrap.walking import Walk
from tests.fakes.pseudo import Pseudo, gap, gaps

_OF_THE_RAIL = ("today", "check", "exercises", "routines", "history", "learn", "settings")
_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def window(walk: Walk, pseudo: None, monkeypatch: pytest.MonkeyPatch) -> Walk:
    monkeypatch.setattr(program_module, "speak_language", _speak_pseudo)
    walk.start()
    walk.checks()
    return walk


def _speak_pseudo(_chosen: str) -> None:
    speak("xx", Pseudo())


def _rows(view: QListView) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        yield from (str(model.index(row, 0).data(role)) for role in _TOLD)


def test_every_word_of_the_menus_and_pages_is_translated(window: Walk) -> None:
    shown, assembly = window.now.window, window.now.assembly
    assert assembly is not None
    menus = shown.menus
    assert [name for name in menus.names if gap(menus.action(name).text())] == []
    for key in _OF_THE_RAIL:
        shown.open_page(key)
        QApplication.processEvents()
        own = (str(window.services.data_folder), *LANGUAGES.values())
        assert (key, gaps(shown.page(key), own)) == (key, [])
    assembly._exercises.show_exercise("glute_bridge")
    assembly._exercises._on_compare("glute_bridge")
    for article in assembly._learning._all():
        assembly._learning.show_article(article.id)
        assert (article.id, gaps(shown.page("article"))) == (article.id, [])
    assert [gaps(shown.page(key)) for key in ("exercise", "compare")] == [[], []]
    assert gaps(shown.rail, ("Ctrl",)) == []
    assert [text for text in shown.messages.texts if gap(text)] == []


def test_every_word_of_the_builder_and_of_what_it_says_is_translated(window: Walk) -> None:
    shown, assembly = window.now.window, window.now.assembly
    assert assembly is not None
    routine = window.services.records.plan().routine
    assembly._routines._change(routine)
    builder = shown.page("builder")
    builder.list.setCurrentIndex(builder.list.model().index(0, 0))
    builder.add.click()
    builder.inspector.sets.show_value(5)  # more than the harder level asks for
    builder.inspector.sets.more.click()
    builder._on_swap()
    builder.dialog.choose(next(iter(WhyLeftOut)))
    assert gaps(builder) == []
    assert [text for view in (builder.list, builder.picker.list) for text in _rows(view)]
    assert not any(
        gap(text) for view in (builder.list, builder.picker.list) for text in _rows(view)
    )
    assert not gap(shown.menus.action("undo").text())
    builder.dialog.reject()
