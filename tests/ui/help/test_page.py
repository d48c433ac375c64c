"""The Help page: when to stop and whom to call, every key, and what the program is made of."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from sijoint_desktop.bootstrap.shipped import load_articles, load_guide, load_signs
from sijoint_desktop.content.article import Signs
from sijoint_desktop.core.inventory import Part
from sijoint_desktop.triage.emergency_numbers import Contacts, Line
from sijoint_desktop.ui.help.about import AboutView
from sijoint_desktop.ui.help.guide import GuideView
from sijoint_desktop.ui.help.keys import GROUPS, shown
from sijoint_desktop.ui.help.page import SECTIONS, HelpPage
from sijoint_desktop.ui.help.safety import SafetyTexts
from sijoint_desktop.ui.style.style import Style, ThemeChoice
from tests.fakes.pseudo import gaps

BRITAIN = Contacts(
    "United Kingdom", ("999", "112"), Line("NHS 111", "111"), Line("Samaritans", "116 123")
)
ELSEWHERE = Contacts("Austria", ("112",))


class Scene:
    """A Help page in a country that can be changed."""

    def __init__(self, qtbot: QtBot, folder: Path, *, parts: bool = True) -> None:
        licence = folder / "LICENSE"
        licence.write_text("Permission is hereby granted", encoding="utf-8")
        found = (
            Part("Some library", "2.1", "MIT", (licence,)),
            Part("Another", "3", "BSD-3-Clause", (folder / "gone",)),
        )
        self.contacts = BRITAIN
        self.page = HelpPage(
            style=Style(choice=ThemeChoice.LIGHT),
            guide=load_guide,
            safety=SafetyTexts(load_articles, load_signs, lambda: self.contacts),
            data_folder=folder / "Anna",
            parts=lambda: found if parts else (),
        )
        qtbot.addWidget(self.page)
        self.page.resize(900, 500)
        self.page.show()
        qtbot.waitExposed(self.page)

    def open(self, name: str) -> str:
        """Return the words of a section."""
        self.page.show_section(name)
        section = self.page.section(name)
        assert section.isVisible()
        return "\n".join(label.text() for label in section.findChildren(QLabel))

    def press(self, words: str) -> None:
        buttons = self.page.findChildren(QPushButton)
        [button] = [b for b in buttons if b.text() == words and b.isVisible()]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def scene(qtbot: QtBot, tmp_path: Path) -> Scene:
    return Scene(qtbot, tmp_path)


def test_it_opens_with_the_guide_in_docs(scene: Scene) -> None:
    guide = scene.page.section("guide")
    assert isinstance(guide, GuideView)
    words = guide.text.document().toPlainText()
    assert guide.contents.count() > 10
    assert "Stop and get help" in words
    assert "](" not in words
    assert "pictures/" not in words


def test_a_segment_opens_its_section(scene: Scene) -> None:
    for button, name in zip(
        scene.page.sections.buttons, ("guide", "shortcuts", "safety", "about"), strict=True
    ):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert scene.page.shown == name
        assert scene.page.section(name).isVisible()


def test_the_danger_signs_are_those_of_the_check(scene: Scene) -> None:
    told = scene.open("safety")
    for level in Signs:
        assert all(sign in told for sign in load_signs(level))
    assert "Do not exercise now if" in told
    assert "Stop an exercise if pain is sharp" in told


def test_it_says_whom_to_call_where(scene: Scene) -> None:
    told = scene.open("safety")
    assert "In an emergency call 999 or 112 (United Kingdom)." in told
    assert "Samaritans, 116 123 (United Kingdom)" in told
    assert "NHS 111, 111 (United Kingdom)" in told


def test_another_country_changes_the_numbers(scene: Scene) -> None:
    scene.open("safety")
    scene.contacts = ELSEWHERE
    scene.page.refresh()
    told = scene.open("safety")
    assert "In an emergency call 112 (Austria)." in told
    assert "United Kingdom" not in told


def test_the_way_to_the_country_is_asked_for(qtbot: QtBot, scene: Scene) -> None:
    scene.open("safety")
    with qtbot.waitSignal(scene.page.country_requested, timeout=1000):
        scene.press("Change the country")


def test_every_key_is_explained(scene: Scene) -> None:
    told = scene.open("shortcuts")
    for group in GROUPS:
        assert group.place in told
        for row in group.rows:
            assert row.words in told
            assert all(shown(key) in told for key in row.keys)


def test_a_key_is_named_by_the_program_where_qt_calls_it_otherwise(qapp: QApplication) -> None:
    spanish = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert spanish.load("qtbase_es", folder)
    qapp.installTranslator(spanish)
    named = [shown(key) for key in ("Ctrl+Return", "Ctrl++", "Toggle Media Play/Pause", "Space")]
    qapp.removeTranslator(spanish)
    assert named == ["Control+Enter", "Control+plus", "Play/Pause", "Espacio"]


def test_it_says_plainly_what_the_program_is_not(scene: Scene) -> None:
    told = scene.open("about")
    assert "general information" in told
    assert "not a medical device" in told
    assert "not yet been reviewed by a clinician" in told


def test_it_names_what_it_is_made_of(scene: Scene) -> None:
    told = scene.open("about")
    assert "Some library 2.1\nMIT" in told
    assert "Another 3\nBSD-3-Clause" in told


def test_without_a_list_of_packages_it_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    told = Scene(qtbot, tmp_path, parts=False).open("about")
    assert "The list of packages is missing" in told


@pytest.mark.parametrize(
    ("button", "holds"),
    [
        ("Licence of this program", "MIT License"),
        ("Licence of the typeface", "Copyright"),
        ("Licence of the icons", "Copyright"),
        ("Licences of the packages", "Some library 2.1: MIT\n\nPermission is hereby granted"),
        ("Licences of the packages", "The text of this licence is missing"),
    ],
)
def test_licences_can_be_read_in_full(scene: Scene, button: str, holds: str) -> None:
    scene.open("about")
    scene.press(button)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    assert holds in dialog.findChild(QPlainTextEdit).toPlainText()
    dialog.close()


def test_the_folder_can_be_copied(scene: Scene, tmp_path: Path) -> None:
    assert str(tmp_path / "Anna") in scene.open("about")
    scene.press("Copy the path")
    assert QGuiApplication.clipboard().text() == str(tmp_path / "Anna")
    assert "The path was copied." in scene.open("about")


def test_details_for_a_report_name_versions_and_no_person(scene: Scene) -> None:
    scene.open("about")
    scene.press("Copy details")
    copied = QGuiApplication.clipboard().text()
    assert copied == scene.page.findChild(AboutView).details()
    for part in ("SI Joint Desktop 0.1.0", "Python 3.", "Qt 6.", "Some library 2.1", "light"):
        assert part in copied
    assert "Anna" not in copied
    assert str(Path.home()) not in copied
    assert "The details were copied." in scene.open("about")


@pytest.mark.usefixtures("pseudo")
def test_every_word_is_translated(qtbot: QtBot, tmp_path: Path) -> None:
    scene = Scene(qtbot, tmp_path)
    own = {"United Kingdom", "NHS 111", "Samaritans", "Python", str(tmp_path), "Another"}
    own |= {"Some library", "BSD-3-Clause", "MIT", "Anna"}
    own |= {shown(key) for group in GROUPS for row in group.rows for key in row.keys}
    guide = scene.page.section("guide")
    assert isinstance(guide, GuideView)
    own |= {guide.chapters.itemText(row) for row in range(guide.chapters.count())}
    for name, _word in SECTIONS:
        scene.open(name)
    assert gaps(scene.page, sorted(own, key=len, reverse=True)) == []
