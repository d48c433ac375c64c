"""Writing a sheet as a web page, its figures drawn as vectors by the painter of the window."""

import re
from html import escape
from itertools import count
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter

from sijoint_desktop.core.files import replacing
from sijoint_desktop.sheet.model import Sheet, Still
from sijoint_desktop.sheet.web_page import sheet_html
from sijoint_desktop.ui.picture_bytes import svg_bytes
from sijoint_desktop.ui.printing.painter import DrawFigure

_LYING, _UPRIGHT = QSize(300, 190), QSize(150, 240)
_DRAWING = re.compile(r"(<defs>.*)</svg>", re.DOTALL)
_NO_CLIPS = "<defs>\n</defs>\n"
_ID = re.compile(r"""(\bid="|url\(#)""")
_NEEDLESS = re.compile(
    r"""\s(?:vector-effect="none"|font-[a-z]+="[^"]*"|transform="matrix\(1,0,0,1,0,0\)"
    |(?:fill|stroke)-opacity="1")""",
    re.VERBOSE,
)
_NOTHING = re.compile(r"<g [^>]*>\s*</g>")
_GAPS = re.compile(r"\s+")


def write_sheet_html(path: Path, sheet: Sheet, *, draw_figure: DrawFigure) -> None:
    """Write a sheet as one web page; raises UserError where the file cannot be written."""
    numbers = count(1)
    upright = {id(still) for block in sheet.blocks if block.upright for still in block.stills}

    def picture(still: Still, name: str) -> str:
        size = _UPRIGHT if id(still) in upright else _LYING
        return _svg(still, name, next(numbers), size, draw_figure)

    text = sheet_html(sheet, picture)
    with replacing(path) as draft:
        draft.write_text(text, encoding="utf-8", newline="\n")


def _svg(still: Still, name: str, number: int, size: QSize, draw_figure: DrawFigure) -> str:
    """Return a page's key pose of a number as its element, with a name for screen readers."""
    area = QRectF(0, 0, size.width(), size.height())

    def paint(painter: QPainter) -> None:
        draw_figure(painter, area, still)

    text = svg_bytes(size, paint).decode("utf-8")
    (drawing,) = _DRAWING.findall(text)
    # all pictures of a page share its ids
    drawing = _ID.sub(rf"\g<1>picture{number}-", drawing.replace(_NO_CLIPS, ""))
    drawing = _GAPS.sub(" ", _NOTHING.sub("", _NEEDLESS.sub("", drawing)))
    box = f"0 0 {size.width()} {size.height()}"
    label = escape(name, quote=True)
    return f'<svg role="img" aria-label="{label}" viewBox="{box}">{drawing}</svg>'
