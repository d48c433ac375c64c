import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.sheet.compose import compose_sheet
from sijoint_desktop.sheet.model import Sheet
from sijoint_desktop.ui.printing.paper import Paper
from sijoint_desktop.ui.printing.pdf import write_sheet_pdf
from tests.sheet import samples
from tests.ui.printing.drawing import FAMILY, Drawn
from tests.ui.printing.pdf_reader import Pdf, read_pdf


def sheet(*, large: bool = False, name: str = "Loosen and steady – Übung") -> Sheet:
    return compose_sheet(
        samples.routine(name=name),
        samples.library(),
        start=date(2026, 11, 26),
        name="Anna",
        minutes=11,
        large_print=large,
    )


def write(path: Path, made: Sheet, paper: Paper = Paper.A4) -> Pdf:
    write_sheet_pdf(path, made, paper=paper, draw_figure=Drawn(), family=FAMILY)
    return read_pdf(path.read_bytes())


def undated(data: bytes) -> bytes:
    """Return a file without the moments at which it was made."""
    return re.sub(rb"D:\d{14}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", b"", data)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def tool(*command: str) -> str:
    """Return what a PDF tool prints, or nothing where it is not installed."""
    if not shutil.which(command[0]):
        return ""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_all_words_can_be_selected(tmp_path: Path) -> None:
    made = sheet()
    pdf = write(tmp_path / "sheet.pdf", made)
    text = squeezed(" ".join(pdf.text(n) for n in range(len(pdf.pages))))
    assert "Loosen and steady – Übung" in text
    assert "Anna, from 26 November 2026." in text
    for block in made.blocks:
        assert block.name in text
        assert block.dose in text
        for still in block.stills:
            assert squeezed(still.caption) in text
    for words in ("emergency number", "Two-week log", "Next morning, 0–10", "not a diagnosis"):
        assert words in text


def test_pages_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    pages = write_sheet_pdf(path, sheet(), paper=Paper.A4, draw_figure=Drawn(), family=FAMILY)
    pdf = read_pdf(path.read_bytes())
    assert len(pdf.pages) == pages > 1
    for n in range(pages):
        assert f"{n + 1} of {pages}" in pdf.text(n)


def test_fonts_are_embedded_and_everything_is_vector(tmp_path: Path) -> None:
    pdf = write(tmp_path / "sheet.pdf", sheet())
    assert {name.split("+")[-1] for name in pdf.fonts} == {
        "AtkinsonHyperlegible-Regular",
        "AtkinsonHyperlegible-Bold",
    }
    assert all(pdf.fonts.values())
    assert not pdf.has_images


def test_the_title_is_that_of_the_sheet(tmp_path: Path) -> None:
    assert write(tmp_path / "sheet.pdf", sheet()).title() == "Loosen and steady – Übung"


@pytest.mark.parametrize(
    ("paper", "size"), [(Paper.A4, (595.3, 841.9)), (Paper.LETTER, (612.0, 792.0))]
)
def test_the_pages_have_the_size_of_the_paper(
    tmp_path: Path, paper: Paper, size: tuple[float, float]
) -> None:
    for found in write(tmp_path / "sheet.pdf", sheet(), paper).sizes:
        assert found == pytest.approx(size, abs=0.6)


def test_large_print_takes_more_pages(tmp_path: Path) -> None:
    usual = write(tmp_path / "usual.pdf", sheet())
    large = write(tmp_path / "large.pdf", sheet(large=True))
    assert len(large.pages) > len(usual.pages)


def test_every_key_pose_is_drawn_once(tmp_path: Path) -> None:
    drawn = Drawn()
    made = sheet()
    write_sheet_pdf(tmp_path / "a.pdf", made, paper=Paper.A4, draw_figure=drawn, family=FAMILY)
    assert drawn.stills == [still for block in made.blocks for still in block.stills]


def test_other_readers_agree(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    pdf = write(path, sheet())
    text = tool("pdftotext", str(path), "-")
    assert not text or "Anna, from 26 November 2026." in squeezed(text)
    checked = tool("qpdf", "--check", str(path))
    assert not checked or "No syntax or stream encoding errors" in checked
    fonts = tool("pdffonts", str(path)).splitlines()[2:]
    assert all(line.split()[-5] == "yes" for line in fonts)
    assert len(fonts) in {0, len(pdf.fonts)}
    assert tool("pdfimages", "-list", str(path)).splitlines()[2:] == []


def test_printing_again_gives_the_same_bytes_but_for_the_date(tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    write(one, sheet())
    write(other, sheet())
    assert undated(one.read_bytes()) == undated(other.read_bytes())
    write(other, sheet(name="Another"))
    assert undated(one.read_bytes()) != undated(other.read_bytes())


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_text("older")
    assert write(path, sheet()).pages
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_said_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"the folder .* does not exist"):
        write(tmp_path / "nowhere" / "sheet.pdf", sheet())


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder"):
        write(tmp_path, sheet())


def test_a_place_that_cannot_be_written_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    name = "n" * 300 + ".pdf"  # longer than any file system allows
    with pytest.raises(UserError, match="cannot be saved"):
        write(tmp_path / name, sheet())
    assert list(tmp_path.iterdir()) == []


def test_a_drawing_that_fails_leaves_the_older_file(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_text("older")

    def broken(*_args: object) -> None:
        raise RuntimeError("no figure")

    with pytest.raises(RuntimeError):
        write_sheet_pdf(path, sheet(), paper=Paper.A4, draw_figure=broken, family=FAMILY)
    assert path.read_text() == "older"
