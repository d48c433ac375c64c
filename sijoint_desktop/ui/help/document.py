"""A Markdown text as a document in the colours and sizes of the program, and places in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import (
    QBrush,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from sijoint_desktop.core import search
from sijoint_desktop.ui.style.style import Style, TextRole

_ROLES = {1: TextRole.H1, 2: TextRole.H2, 3: TextRole.LEAD_BOLD}
_ABOVE_PX = {1: 0, 2: 28, 3: 20}
_BELOW_PX = 10
_CELL_PX = 8
_MARGIN_PX = 20
_MARKING = QTextCursor.MoveMode.KeepAnchor

Place = tuple[QTextCursor, ...]
"""Where searched words stand: what to mark, the first of it to go to."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a document, and the number of the block that it is."""

    words: str
    level: int
    block: int


def styled(markdown: str, style: Style, parent: QObject) -> QTextDocument:
    """Return a document of a text in GitHub's Markdown, in the present theme and size."""
    document = QTextDocument(parent)
    document.setDefaultFont(style.font(TextRole.BODY))
    document.setDocumentMargin(_MARGIN_PX)
    document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    document.setIndentWidth(style.px(24))
    for block in blocks(document):
        _dress(block, style)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, style)
    return document


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the paragraphs, headings, entries and cells of a document."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def headings(document: QTextDocument, *, down_to: int = 3) -> tuple[Heading, ...]:
    """Return the headings of a document, the most important level being 1."""
    found = ((block, block.blockFormat().headingLevel()) for block in blocks(document))
    return tuple(
        Heading(block.text(), level, block.blockNumber())
        for block, level in found
        if 0 < level <= down_to
    )


def places_of(document: QTextDocument, words: str) -> tuple[Place, ...]:
    """Return where words stand, without regard to capitals, accents and hyphens.

    They are looked for as they were typed; where no paragraph has them so, those paragraphs count
    that hold each of them. No words stand nowhere.
    """
    phrase = " ".join(words.split())
    if not phrase:
        return ()
    together = tuple((cursor,) for cursor in _each(document, phrase))
    if together:
        return together
    found: list[dict[int, list[QTextCursor]]] = []
    for word in phrase.split():
        found.append({})
        for cursor in _each(document, word):
            found[-1].setdefault(cursor.blockNumber(), []).append(cursor)
    shared = set(found[0]).intersection(*found[1:])
    marks = ([cursor for by_block in found for cursor in by_block[n]] for n in sorted(shared))
    return tuple(tuple(sorted(marked, key=QTextCursor.selectionStart)) for marked in marks)


def _each(document: QTextDocument, words: str) -> Iterator[QTextCursor]:
    for block in blocks(document):
        text = block.text()
        for start, end in search.places_of(text, words):
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + _length(text[:start]))
            cursor.setPosition(block.position() + _length(text[:end]), _MARKING)
            yield cursor


def _length(text: str) -> int:
    """Return how long a text is as Qt counts, to whom some signs are two."""
    return len(text.encode("utf-16-le")) // 2


def _dress(block: QTextBlock, style: Style) -> None:
    """Give a block the size and colour of what it is, and its code a ground of its own."""
    level = block.blockFormat().headingLevel()
    role = _ROLES.get(level, TextRole.BODY)
    in_code = block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
    shape = QTextBlockFormat()
    least = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
    shape.setLineHeight(role.line_pixels(style.scale), least)
    shape.setTopMargin(style.px(_ABOVE_PX.get(level, 0)))
    within = QTextCursor(block).currentTable() is not None or in_code
    shape.setBottomMargin(0 if within else style.px(_BELOW_PX))
    if in_code:
        shape.setNonBreakableLines(False)
        shape.setBackground(style.color("sunken"))
    cursor = QTextCursor(block)
    cursor.mergeBlockFormat(shape)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    letters = QTextCharFormat()
    letters.setForeground(style.color("ink"))
    if level:
        # Markdown's own headings are sized by steps, which no merged format takes away
        letters.setFont(style.font(role))
        cursor.setCharFormat(letters)
    else:
        cursor.mergeCharFormat(letters)
    for start, length in _code_in(block):
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        ground = QTextCharFormat()
        ground.setBackground(style.color("sunken"))
        cursor.mergeCharFormat(ground)


def _code_in(block: QTextBlock) -> list[tuple[int, int]]:
    """Return (position, length) of the parts of a block that are in fixed pitch."""
    found = []
    part = block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        if fragment.charFormat().fontFixedPitch():
            found.append((fragment.position(), fragment.length()))
        part += 1
    return found


def _dress_table(table: QTextTable, style: Style) -> None:
    shape = table.format()
    shape.setCellPadding(style.px(_CELL_PX))
    shape.setCellSpacing(0)
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setBorderBrush(QBrush(style.color("line")))
    shape.setTopMargin(style.px(4))
    shape.setBottomMargin(style.px(18))
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(shape)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        ground = cell.format()
        ground.setBackground(style.color("sunken"))
        cell.setFormat(ground)
