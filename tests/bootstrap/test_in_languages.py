"""Every page in another language: no word is missed or cut off, and the layout can be turned."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from sijoint_desktop.bootstrap import program
from sijoint_desktop.bootstrap.languages import speak_language
from sijoint_desktop.core.language import LANGUAGES, speak
from sijoint_desktop.ui.shell.rail import Rail
from tests.bootstrap.dialogs import ROUTINE_THEN, dialogs
from tests.bootstrap.reading import clipped
from tests.bootstrap.touring import pages
from tests.bootstrap.walking import Walk
from tests.fakes.pseudo import Pseudo, gaps

# hidden buttons of QWizard, which Qt's own catalogs translate
QT_WORDS = ("Cancel", "Commit")


def use(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the program speak a language whatever is chosen.

    "xx" is the one with longer words, "xx-rtl" is written from the right as well.
    """

    def spoken(_chosen: str) -> None:
        if code.startswith("xx"):
            speak(code, Pseudo())
            QLocale.setDefault(QLocale("ar_EG" if code == "xx-rtl" else "en_GB"))
        else:
            speak_language(code)

    monkeypatch.setattr(program, "speak_language", spoken)


@pytest.mark.usefixtures("english_after")
def test_every_word_of_every_page_is_translated(
    walk: Walk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use("xx", monkeypatch)
    walk.start()
    walk.checks()
    own = (*LANGUAGES.values(), *QT_WORDS, str(tmp_path / "data"))
    missed = {name: found for name, page in pages(walk) if (found := gaps(page, own))}
    # Help shows the guide, names of keys and of licences: its own words have a test of their own
    assert not {name: found for name, found in missed.items() if not name.startswith("help")}


@pytest.mark.parametrize("code", ["xx", "de", "es"])
@pytest.mark.usefixtures("english_after")
def test_longer_words_are_not_cut_off_in_large_text(
    walk: Walk, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(code, monkeypatch)
    walk.start()
    walk.checks()
    walk.now.preferences.set("text_percent", 200)
    walk.now.window.resize(960, 640)
    short = {name: found for name, page in pages(walk) if (found := clipped(page))}
    assert not short


@pytest.mark.parametrize("code", ["xx-rtl", "de", "es"])
@pytest.mark.usefixtures("english_after")
def test_every_word_of_every_dialog_is_translated_and_not_cut_off_in_large_text(
    walk: Walk, qapp: QApplication, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(code, monkeypatch)
    walk.start()
    walk.checks()
    walk.now.preferences.set("text_percent", 200)
    wrong = {}
    for name, dialog in dialogs(walk):
        missed = gaps(dialog, (ROUTINE_THEN,)) if code.startswith("xx") else []
        if found := [*missed, *clipped(dialog)]:
            wrong[name] = found
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert not wrong


@pytest.mark.usefixtures("english_after")
def test_a_language_written_from_the_right_turns_the_pages(
    walk: Walk, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    use("xx-rtl", monkeypatch)
    walk.start()
    walk.checks()
    window = walk.now.window
    window.resize(1280, 800)
    rail = window.findChild(Rail)
    assert rail is not None
    assert rail.mapTo(window, rail.rect().center()).x() > window.width() / 2
    short = {name: found for name, page in pages(walk) if (found := clipped(page))}
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert not short
