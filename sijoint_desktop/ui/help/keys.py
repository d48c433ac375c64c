"""Every key of the program by where it works, for the Help page and the test that counts them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.ui.style.widgets import Card, Page, Style, Text, TextRole

_SIGNS = {
    "+": mark("plus"),
    "-": mark("minus"),
    ",": mark("comma"),
    "=": mark("equals"),
    ".": mark("full stop"),
}
_NAMES = {"Toggle Media Play/Pause": mark("Play/Pause"), "Return": mark("Enter")}


@dataclass(frozen=True, slots=True)
class Keys:
    """What some keys do, each written as QKeySequence reads it."""

    keys: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys that work in one place."""

    place: str
    rows: tuple[Keys, ...]


EVERYWHERE = KeyGroup(
    mark("Everywhere"),
    (
        Keys(("Ctrl+1", "Ctrl+2", "Ctrl+3"), mark("Today, Check, Exercises")),
        Keys(("Ctrl+4", "Ctrl+5", "Ctrl+6"), mark("Routines, History, Learn")),
        Keys(("Ctrl+,",), mark("Settings")),
        Keys(("F1",), mark("User guide")),
        Keys(("Ctrl+F1",), mark("This list of keys")),
        Keys(("Ctrl+Return",), mark("Start the routine")),
        Keys(("Ctrl+N",), mark("New check")),
        Keys(("Ctrl+O",), mark("Open a routine file")),
        Keys(("Ctrl+P",), mark("Print the routine sheet")),
        Keys(("Ctrl+E",), mark("Export your data")),
        Keys(("Ctrl+Z",), mark("Undo")),
        Keys(("Ctrl+Shift+Z", "Ctrl+Y"), mark("Redo")),
        Keys(("Ctrl+F",), mark("Search this page")),
        Keys(("Ctrl++", "Ctrl+=", "Ctrl+-"), mark("Larger text, smaller text")),
        Keys(("Ctrl+0",), mark("Usual text size")),
        Keys(("F11",), mark("Full screen")),
        Keys(("Ctrl+Q",), mark("Quit")),
    ),
)

SESSION = KeyGroup(
    mark("In a session"),
    (
        Keys(("Space",), mark("Pause and go on")),
        Keys(("Right", "PgDown"), mark("Next part")),
        Keys(("Left", "PgUp"), mark("The part before")),
        Keys(("R",), mark("Do this one again")),
        Keys(("P",), mark("That hurt: stops at once")),
        Keys(("F",), mark("View for the floor, three metres away")),
        Keys(("Esc",), mark("End; asks first")),
        Keys(
            ("B", ".", "Toggle Media Play/Pause"),
            mark("Pause, by a presenter remote or a play key"),
        ),
    ),
)

FIGURE = KeyGroup(
    mark("On the page of an exercise"),
    (
        Keys(("Space",), mark("Play and pause, on the line of time")),
        Keys(("Left", "Right"), mark("One frame back, one on")),
        Keys(("Ctrl+Left", "Ctrl+Right"), mark("One phase back, one on")),
        Keys(("Home", "End"), mark("To the beginning, to the end")),
        Keys(("Left", "Right", "Up", "Down"), mark("Turn the figure, once Tab has reached it")),
        Keys(("+", "-"), mark("Bring the figure nearer, move it away")),
        Keys(("Home",), mark("Turn the figure back")),
    ),
)

BUILDER = KeyGroup(
    mark("While you change a routine"),
    (
        Keys(("Ctrl+Up", "Ctrl+Down"), mark("Move the exercise up, down")),
        Keys(("Ins", "Ctrl+F"), mark("Add an exercise")),
        Keys(("Return",), mark("Go to its dose; in the list to add from, add it")),
        Keys(("Del",), mark("Take the exercise out")),
        Keys(("Esc",), mark("Leave its name as it was, while you change it")),
    ),
)

CHARTS = KeyGroup(
    mark("In a chart or a table"),
    (
        Keys(("Left", "Right"), mark("Read out the day before, the day after")),
        Keys(("Home", "End"), mark("Read out the first, the last")),
        Keys(("+", "-", "0"), mark("Look closer, see more, see all")),
        Keys(("Shift+Left", "Shift+Right"), mark("Move along")),
        Keys(("Esc",), mark("End the read-out")),
        Keys(("Ctrl+C",), mark("Copy the rows of a table")),
        Keys(("Return",), mark("Edit what is marked in the table of everything")),
        Keys(("Del", "Backspace"), mark("Delete what is marked there")),
    ),
)

PREVIEW = KeyGroup(
    mark("Before printing"),
    (
        Keys(("PgDown", "PgUp"), mark("Turn to the next page, the page before")),
        Keys(("Ctrl++", "Ctrl+-"), mark("Larger, smaller")),
        Keys(("Ctrl+P",), mark("Print")),
        Keys(("Ctrl+S",), mark("Save as PDF")),
    ),
)

GUIDE = KeyGroup(
    mark("In the user guide"),
    (
        Keys(("Ctrl+F",), mark("Search")),
        Keys(("Return", "F3"), mark("Next place with the words")),
        Keys(("Shift+F3",), mark("The place before")),
        Keys(("Esc",), mark("Empty the search")),
    ),
)

GROUPS = (EVERYWHERE, SESSION, FIGURE, BUILDER, CHARTS, PREVIEW, GUIDE)


def shown(key: str) -> str:
    """Return a key as it is named on this system, with signs as words ("Ctrl+plus")."""
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    if "+" in key[:-1] and "+" not in native[:-1]:
        return native  # macOS sets signs side by side
    name = _SIGNS.get(_last(key)) or _NAMES.get(_last(key))
    return native.removesuffix(_last(native)) + tr(name) if name else native


def _last(keys: str) -> str:
    """Return what is pressed last of keys that are joined by a plus, which may be one itself."""
    return "+" if keys.endswith("+") else keys.rpartition("+")[2]


class KeysView(Page):
    """All keys, a card for each place where some work."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, within=True, parent=parent)
        for group in GROUPS:
            card = Card(style=style)
            card.body.addWidget(Text(tr(group.place), TextRole.H2, style=style))
            card.body.addLayout(self._table(group))
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _table(self, group: KeyGroup) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for index, row in enumerate(group.rows):
            names = ", ".join(shown(key) for key in row.keys)
            keys = Text(names, TextRole.BODY_BOLD, style=self._style)
            words = Text(tr(row.words), TextRole.BODY, "ink2", style=self._style)
            grid.addWidget(keys, index, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, index, 1, Qt.AlignmentFlag.AlignTop)
        return grid
