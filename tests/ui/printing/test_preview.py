from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from sijoint_desktop.sheet.compose import compose_sheet
from sijoint_desktop.ui.figure.look import FigureStyle
from sijoint_desktop.ui.help.keys import PREVIEW
from sijoint_desktop.ui.printing.items import Layout
from sijoint_desktop.ui.printing.layout import lay_out
from sijoint_desktop.ui.printing.paper import Paper, page_layout, page_of
from sijoint_desktop.ui.printing.preview import SheetPreview
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Button, IconButton
from tests.fakes.pseudo import untranslated, words_of
from tests.sheet import samples
from tests.ui.printing.drawing import FAMILY, Drawn
from tests.ui.printing.pdf_reader import read_pdf

SHEET = compose_sheet(
    samples.routine(name="Loosen / steady"), samples.library(), start=date(2026, 11, 26)
)


@pytest.fixture
def drawn() -> dict[FigureStyle, Drawn]:
    return {style: Drawn() for style in FigureStyle}


@pytest.fixture
def preview(qtbot: QtBot, drawn: dict[FigureStyle, Drawn]) -> Iterator[SheetPreview]:
    dialog = SheetPreview(SHEET, drawn, style=Style(), printers=())
    dialog.show()
    yield dialog
    if isValid(dialog):
        with qtbot.waitSignal(dialog.destroyed):
            dialog.close()


def expected(paper: Paper) -> Layout:
    return lay_out(SHEET, page_of(page_layout(paper)), FAMILY)


def button(preview: SheetPreview, text: str) -> Button:
    (found,) = [b for b in preview.findChildren(Button) if b.text() == text]
    return found


def icon(preview: SheetPreview, name: str) -> IconButton:
    (found,) = [one for one in preview.findChildren(IconButton) if one.accessibleName() == name]
    return found


def line(preview: SheetPreview, name: str) -> QLineEdit:
    (found,) = [one for one in preview.findChildren(QLineEdit) if one.accessibleName() == name]
    return found


def test_it_shows_all_pages_without_any_printer(preview: SheetPreview) -> None:
    assert preview.page_count == len(expected(Paper.A4).pages)
    assert preview.current_page == 1


def test_it_turns_pages_and_stays_inside_them(preview: SheetPreview) -> None:
    on, back = icon(preview, "Next page"), icon(preview, "Page before")
    on.click()
    assert preview.current_page == 2
    for _ in range(9):
        on.click()
    assert preview.current_page == preview.page_count
    for _ in range(9):
        back.click()
    assert preview.current_page == 1


def test_the_paper_can_be_changed(preview: SheetPreview) -> None:
    preview.set_paper(Paper.LETTER)
    assert preview.page_count == len(expected(Paper.LETTER).pages)


def test_large_print_takes_more_pages_and_can_be_taken_back(preview: SheetPreview) -> None:
    usual = preview.page_count
    preview.set_large_print(True)
    assert preview.page_count > usual
    preview.set_large_print(False)
    assert preview.page_count == usual


def test_the_style_of_the_figure_can_be_changed(
    preview: SheetPreview, drawn: dict[FigureStyle, Drawn]
) -> None:
    assert drawn[FigureStyle.BODY].stills
    assert not drawn[FigureStyle.STICK].stills
    preview.set_figure_style(FigureStyle.STICK)
    assert drawn[FigureStyle.STICK].stills


def test_saving_says_where_the_pages_are(preview: SheetPreview, tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    preview.set_paper(Paper.LETTER)
    preview.save_to(str(path))
    pdf = read_pdf(path.read_bytes())
    assert pdf.sizes[0] == pytest.approx((612, 792), abs=0.6)
    assert preview.message == f"Saved {len(pdf.pages)} pages in {path}"


def test_only_the_pages_that_are_asked_for_are_saved(preview: SheetPreview, tmp_path: Path) -> None:
    line(preview, "Pages to print or save").setText("2")
    preview.save_to(str(tmp_path / "sheet.pdf"))
    pdf = read_pdf((tmp_path / "sheet.pdf").read_bytes())
    assert preview.message.startswith("Saved 1 page in")
    assert f"2 of {preview.page_count}" in pdf.text(0)


def test_pages_that_are_not_there_are_not_saved(preview: SheetPreview, tmp_path: Path) -> None:
    line(preview, "Pages to print or save").setText("7-9")
    preview.save_to(str(tmp_path / "sheet.pdf"))
    assert "There are no pages \u201c7-9\u201d" in preview.message
    assert not (tmp_path / "sheet.pdf").exists()


def test_a_note_that_is_typed_is_on_the_paper(
    preview: SheetPreview, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClicks(line(preview, "Note from your clinician"), "Left leg first")
    preview.save_to(str(tmp_path / "sheet.pdf"))
    text = read_pdf((tmp_path / "sheet.pdf").read_bytes()).text(0)
    assert "Left leg first" in " ".join(text.split())


def test_fewer_exercises_on_a_page_take_more_pages(preview: SheetPreview) -> None:
    usual = preview.page_count
    preview.set_per_page("1")
    assert preview.page_count > usual


def test_the_same_sheet_can_be_saved_as_a_web_page(preview: SheetPreview, tmp_path: Path) -> None:
    path = tmp_path / "sheet.html"
    preview.save_to(str(path))
    assert preview.message == f"Saved A web page in {path}"
    assert "<h1>Loosen / steady</h1>" in path.read_text(encoding="utf-8")


def test_saving_where_it_cannot_be_says_why(preview: SheetPreview, tmp_path: Path) -> None:
    preview.save_to(str(tmp_path / "nowhere" / "sheet.pdf"))
    assert "was not saved" in preview.message
    assert "does not exist" in preview.message


def test_without_a_printer_printing_is_closed_and_the_reason_is_there(
    preview: SheetPreview,
) -> None:
    assert not button(preview, "Print…").isEnabled()
    assert button(preview, "Save as PDF…").isEnabled()


def test_with_a_printer_it_can_be_printed(qtbot: QtBot, drawn: dict[FigureStyle, Drawn]) -> None:
    dialog = SheetPreview(SHEET, drawn, style=Style(), printers=("Office",))
    qtbot.addWidget(dialog)
    assert button(dialog, "Print…").isEnabled()


def test_everything_that_takes_the_keyboard_has_a_name(preview: SheetPreview) -> None:
    for found in preview.findChildren(Button):
        assert found.accessibleName()


def test_closing_frees_it(qtbot: QtBot, drawn: dict[FigureStyle, Drawn]) -> None:
    dialog = SheetPreview(SHEET, drawn, style=Style(), printers=())
    dialog.show()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    assert not isValid(dialog)


def test_its_keys_are_those_that_help_names(preview: SheetPreview) -> None:
    told = {QKeySequence(key) for row in PREVIEW.rows for key in row.keys}
    there = {found.key() for found in preview.findChildren(QShortcut)}
    assert there == told


@pytest.mark.usefixtures("pseudo")
def test_every_word_is_translated(qtbot: QtBot, drawn: dict[FigureStyle, Drawn]) -> None:
    for printers in ((), ("Lexmark",)):
        dialog = SheetPreview(SHEET, drawn, style=Style(), printers=printers)
        dialog.show()
        words = [*words_of(dialog), dialog.windowTitle().replace(SHEET.title, "")]
        assert [text for text in words if untranslated(text)] == []
        with qtbot.waitSignal(dialog.destroyed):
            dialog.close()


@pytest.mark.usefixtures("pseudo")
def test_what_became_of_the_file_is_told_in_the_language_in_use(
    preview: SheetPreview, tmp_path: Path
) -> None:
    for name in ("sheet.pdf", "sheet.html", "nowhere/sheet.pdf", ""):
        preview.save_to(str(tmp_path / name))
        assert preview.message
        assert not untranslated(preview.message.replace(str(tmp_path), ""))
