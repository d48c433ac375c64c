"""A sheet as one web page that a screen reader can follow: headings, lists, tables, named figures.

Qt cannot mark up a PDF for screen readers, so this carries the same words and pictures; its print
rules keep an exercise on one page.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from html import escape

from sijoint_desktop.core.dates import date_in_words
from sijoint_desktop.core.language import language, number, tr
from sijoint_desktop.sheet.model import (
    ExerciseBlock,
    Graph,
    Log,
    Note,
    Paragraph,
    Section,
    Sheet,
    Span,
    Still,
    Table,
)
from sijoint_desktop.sheet.wording import sentence

Picture = Callable[[Still, str], str]
"""Returns a key pose as an ``svg`` element whose name for screen readers is the second argument."""

_STYLE = """\
:root { color-scheme: light; }
body { font: 1rem/1.45 "Atkinson Hyperlegible", Verdana, sans-serif; color: #111; background: #fff;
  max-width: 60rem; margin: 0 auto; padding: 1rem; }
body.large { font-size: 18pt; }
h1 { line-height: 1.2; margin-bottom: 0.2rem; }
h2 { line-height: 1.25; margin: 0 0 0.4rem; }
p { margin: 0.4rem 0; max-width: 45rem; }
article, section { border-top: 1px solid #111; padding: 0.8rem 0; }
section.stop { border: 3px solid #111; border-radius: 0.5rem; padding: 0.4rem 1rem; }
.figures { display: flex; flex-wrap: wrap; gap: 1rem; margin: 0.6rem 0; padding: 0;
  list-style: none; }
figure { margin: 0; width: 15rem; }
body.large figure { width: 22rem; }
svg { width: 100%; height: auto; display: block; }
svg.graph { max-width: 45rem; }
figcaption { text-align: center; }
li { margin: 0.2rem 0; }
fieldset { border: 0; margin: 0.4rem 0; padding: 0; }
label { margin-right: 1.5rem; }
input { width: 1.2em; height: 1.2em; vertical-align: -0.2em; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem;
  border-bottom: 1px solid #111; }
.log th, .log td { border: 1px solid #111; min-width: 2rem; height: 1.6rem; }
.small, footer { font-size: 0.9em; }
body.large .small, body.large footer { font-size: 1em; }
@page { margin: 12mm; @bottom-right { content: PAGE_OF_PAGES; } }
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  article, section.stop, figure, tr { break-inside: avoid; }
  h1, h2 { break-after: avoid; }
  figure { width: 38mm; }
  .figures { float: left; width: 82mm; gap: 4mm; margin: 0 5mm 2mm 0; }
  .figures + *, article ol, article fieldset { overflow: hidden; }
  article { display: flow-root; }
  body.large { font-size: 18pt; }
  body.large .figures { float: none; width: auto; }
  body.large figure { width: 75mm; }
  .scroll { overflow: visible; }
  .log th, .log td { padding: 0.1rem; }
}
"""


_PAGE_COUNT = "PAGE_OF_PAGES"


def sheet_html(sheet: Sheet, picture: Picture) -> str:
    """Return a sheet as a complete web page that needs no other file."""
    return "\n".join(_document(sheet, picture)) + "\n"


def _document(sheet: Sheet, picture: Picture) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{language()}">'
    yield '<head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(sheet.title)}</title>"
    yield f"<style>\n{_STYLE.replace(_PAGE_COUNT, _page_count())}</style></head>"
    yield '<body class="large">' if sheet.large_print else "<body>"
    yield "<header>"
    yield f"<h1>{escape(sheet.title)}</h1>"
    yield from _paragraphs((sheet.subtitle, " ".join(sheet.aside)))
    if sheet.note.strip():
        yield _labelled(Note(tr("Note from your clinician"), sheet.note))
    yield "</header>"
    yield "<main>"
    yield from _stop(sheet)
    for block in sheet.blocks:
        yield from _exercise(block, picture, titled=len(sheet.blocks) > 1 or bool(block.number))
    for section in sheet.sections:
        yield from _section(section)
    if sheet.log:
        yield from _log(sheet.log)
    yield "</main>"
    yield f"<footer><p>{escape(sheet.footer)}</p></footer>"
    yield "</body></html>"


def _page_count() -> str:
    """Return the page number of the style sheet: quoted words around the two counters."""
    words = tr("{page} of {pages}", page='" counter(page) "', pages='" counter(pages) "')
    return f'"{words}"'


def _stop(sheet: Sheet) -> Iterator[str]:
    if not sheet.stop_rules:
        return
    name = escape(tr("When to stop") if sheet.blocks else tr("What to do"), quote=True)
    yield f'<section class="stop" aria-label="{name}">'
    for rule in sheet.stop_rules:
        yield f"<p>{_spans(rule)}</p>"
    yield "</section>"


def _exercise(block: ExerciseBlock, picture: Picture, *, titled: bool) -> Iterator[str]:
    number = f"{block.number}. " if block.number else ""
    yield "<article>"
    if titled:
        yield f"<h2>{escape(number + block.name)}</h2>"
    spans = (Span(sentence(block.dose), bold=True), Span(block.dose_detail))
    yield f"<p>{_spans(spans)}</p>"
    yield from _boxes(block)
    yield from _figures(block, picture)
    yield from _paragraphs((sentence(block.drawn_side),))
    yield "<ol>"
    for step in block.steps:
        yield f"<li>{escape(step)}</li>"
    yield "</ol>"
    care = Note(tr("Take care"), block.take_care)
    not_for = Note(tr("Not for everyone"), block.not_for)
    for note in (care, not_for, *block.notes):
        if note.text.strip():
            yield _labelled(note)
    yield "</article>"


def _boxes(block: ExerciseBlock) -> Iterator[str]:
    if block.boxes:
        labels = (f'<label><input type="checkbox"> {escape(word)}</label>' for word in block.boxes)
        name = escape(tr("{name}: what is done", name=block.name), quote=True)
        yield f'<fieldset aria-label="{name}">{" ".join(labels)}</fieldset>'


def _figures(block: ExerciseBlock, picture: Picture) -> Iterator[str]:
    count = len(block.stills)
    if not count:
        return
    yield '<ol class="figures">'
    for place, still in enumerate(block.stills, start=1):
        name = tr(
            "{name}, picture {number} of {count}: {caption}.",
            name=block.name,
            number=place,
            count=count,
            caption=still.caption,
        )
        if still.arrows_to_row is not None and place < count:
            arrow = tr("An arrow shows the way to picture {number}.", number=place + 1)
            name = f"{name} {arrow}"
        caption = f"<figcaption>{escape(still.caption)}</figcaption>"
        yield f"<li><figure>{picture(still, name)}{caption}</figure></li>"
    yield "</ol>"


def _section(section: Section) -> Iterator[str]:
    yield f"<section><h2>{escape(section.heading)}</h2>"
    for part in section.parts:
        if isinstance(part, Paragraph):
            kind = ' class="small"' if part.small else ""
            yield f"<p{kind}>{_spans(part.spans)}</p>"
        elif isinstance(part, Table):
            yield from _table(part, tr("{heading}, as a table", heading=section.heading))
        else:
            yield from _graph(part)
    yield "</section>"


def _table(table: Table, name: str) -> Iterator[str]:
    # what scrolls takes the keyboard, and so needs a name
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(name, quote=True)}">'
    yield "<table>"
    if any(table.columns):
        names = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
        yield f"<thead><tr>{names}</tr></thead>"
    yield "<tbody>"
    for first, *rest in table.rows:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def _graph(graph: Graph) -> Iterator[str]:
    """Yield a graph with its scores below it as a table: a picture alone tells nobody a number."""
    rows = sorted((x, y, dots.name) for dots in graph.dots for x, y in dots.points)
    label = escape(tr("Graph of pain, 0 to 10. {words}", words=graph.words), quote=True)
    yield f'<svg role="img" aria-label="{label}" viewBox="0 0 640 240" class="graph">'
    for score in (0, 2, 4, 6, 8, 10):
        line = 210 - 20 * score
        yield f'<path d="M30 {line}H630" stroke="#767676"/>'
        yield f'<text x="4" y="{line + 5}">{score}</text>'
    for dots in graph.dots:
        at = [(30 + 600 * x / graph.days, 210 - 20 * y) for x, y in dots.points]
        if dots.joined:
            way = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
            yield f'<polyline points="{way}" fill="none" stroke="#111"/>'
        fill = "#111" if dots.filled else "#fff"
        for x, y in at:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{fill}" stroke="#111"/>'
    ends = (("start", 30, graph.first), ("end", 630, graph.last))
    for anchor, edge, day in ends:
        yield f'<text x="{edge}" y="232" text-anchor="{anchor}">{date_in_words(day)}</text>'
    yield f"</svg><details><summary>{escape(tr('The scores as a table'))}</summary>"
    cells = tuple(
        (date_in_words(graph.first + timedelta(days=int(x))), number(y), name)
        for x, y, name in rows
    )
    columns = (tr("Day"), tr("Pain"), tr("When"))
    yield from _table(Table(columns, (0.4, 0.2, 0.4), cells), tr("The scores"))
    yield "</details>"


def _log(log: Log) -> Iterator[str]:
    name = escape(tr("{heading}, as a table", heading=log.heading), quote=True)
    yield f"<section><h2>{escape(log.heading)}</h2>"
    yield f'<div class="scroll" tabindex="0" role="region" aria-label="{name}">'
    yield '<table class="log">'
    yield "<thead><tr><td></td>"
    for day in log.days:
        yield f'<th scope="col">{escape(day.weekday)} {escape(day.day)}</th>'
    yield "</tr></thead><tbody>"
    for row in log.rows:
        cells = "<td></td>" * len(log.days)
        yield f'<tr><th scope="row">{escape(row)}</th>{cells}</tr>'
    yield "</tbody></table></div>"
    yield from _paragraphs((log.note,))
    yield "</section>"


def _labelled(note: Note) -> str:
    return f"<p>{_spans((Span(f'{note.label}:', bold=True), Span(note.text)))}</p>"


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    return (f"<p>{escape(text)}</p>" for text in texts if text.strip())


def _spans(spans: Iterable[Span]) -> str:
    words = (f"<strong>{escape(s.text)}</strong>" if s.bold else escape(s.text) for s in spans)
    return " ".join(words)
