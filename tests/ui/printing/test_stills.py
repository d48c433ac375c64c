import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from sijoint_desktop.sheet.compose import compose_card, compose_sheet
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import FigureStyle
from sijoint_desktop.ui.printing.paper import Paper
from sijoint_desktop.ui.printing.pdf import write_sheet_pdf
from sijoint_desktop.ui.printing.stills import still_drawers
from sijoint_desktop.ui.printing.web_page import write_sheet_html
from tests.sheet.real import real_library, real_routine
from tests.ui.printing.drawing import FAMILY
from tests.ui.printing.pdf_reader import Pdf, read_pdf

_COLOUR = re.compile(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:scn|SCN)")


@pytest.fixture(scope="module", params=FigureStyle)
def pdf(
    request: pytest.FixtureRequest, qapp: object, tmp_path_factory: pytest.TempPathFactory
) -> Pdf:
    path = tmp_path_factory.mktemp("sheet") / "sheet.pdf"
    draw = still_drawers(real_library(), ClipStore())[request.param]
    sheet = compose_sheet(real_routine(), real_library(), start=date(2026, 11, 26))
    write_sheet_pdf(path, sheet, paper=Paper.A4, draw_figure=draw, family=FAMILY)
    return read_pdf(path.read_bytes())


def test_the_figures_are_drawn_as_vectors(pdf: Pdf) -> None:
    assert not pdf.has_images
    drawn = pdf.stream(int(re.search(rb"/Contents (\d+)", pdf.pages[0])[1]))  # type: ignore[index]
    assert len(drawn) > 20_000


def test_the_sheet_survives_a_copier_as_it_needs_no_colour(pdf: Pdf) -> None:
    for page in pdf.pages:
        drawn = pdf.stream(int(re.search(rb"/Contents (\d+)", page)[1]))  # type: ignore[index]
        colours = {tuple(map(float, found)) for found in _COLOUR.findall(drawn)}
        assert (0.0, 0.0, 0.0) in colours
        for colour in colours:
            assert max(colour) - min(colour) < 0.15, colour


def test_the_figures_of_a_web_page_are_sound_vectors_with_names(
    qapp: object, tmp_path: Path
) -> None:
    sheet = compose_card(real_library().get("bird_dog"))
    draw = still_drawers(real_library(), ClipStore())[FigureStyle.BODY]
    write_sheet_html(tmp_path / "card.html", sheet, draw_figure=draw)
    text = (tmp_path / "card.html").read_text(encoding="utf-8")
    drawings = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert len(drawings) == len(sheet.blocks[0].stills)
    for drawing in drawings:
        element = ElementTree.fromstring(drawing)  # noqa: S314 - written just now by ourselves
        assert element.attrib["aria-label"].startswith("Bird-dog, picture")
        assert sum(1 for part in element.iter() if part.tag in ("path", "polygon")) > 20
        assert not [part for part in element.iter() if part.tag in ("image", "text")]
        assert len(drawing) < 120_000


def test_each_close_up_of_the_belt_has_its_own_round_edge(qapp: object, tmp_path: Path) -> None:
    sheet = compose_card(real_library().get("si_belt"))
    draw = still_drawers(real_library(), ClipStore())[FigureStyle.STICK]
    write_sheet_html(tmp_path / "card.html", sheet, draw_figure=draw)
    text = (tmp_path / "card.html").read_text(encoding="utf-8")
    drawings = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    edges = [re.findall(r'<clipPath id="([^"]+)"', drawing) for drawing in drawings]
    assert len({edge for found in edges for edge in found}) == len(sheet.blocks[0].stills)
    for drawing, found in zip(drawings, edges, strict=True):
        assert set(re.findall(r"url\(#([^)]+)\)", drawing)) == set(found)
