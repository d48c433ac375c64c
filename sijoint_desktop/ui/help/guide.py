"""The user guide inside the program: contents at the side, the text, and a search through it."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QSizePolicy,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.help.document import Heading, Place, headings, places_of, styled
from sijoint_desktop.ui.style.widgets import (
    ChoiceBox,
    FlowLayout,
    IconButton,
    SearchField,
    Style,
    Text,
    TextRole,
)

_WIDEST_PX = 760  # a line of text that the eye finds back from
_LEAST_TEXT_PX = 440
_SEARCH_PX = 300
_LIST_ROOM_PX = 64  # what a row of the contents needs besides its words
_LIST_SHEET = """
QListWidget {{ border-radius: 10px; padding: 8px; }}
QListWidget::item {{ border-radius: 6px; padding: 6px 10px; border: {edge}px solid transparent; }}
QListWidget::item:selected {{ background: {soft}; color: {accent}; border-color: {accent}; }}
"""


class GuideText(QTextBrowser):
    """The text itself, no wider than the eye likes; links to elsewhere are not followed."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setOpenLinks(False)
        self.setAccessibleName(tr("User guide"))
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short where the window is wide."""
        self.fit()
        super().resizeEvent(event)

    def fit(self) -> None:
        """Leave at the right what the text does not need."""
        spare = self.width() - round(_WIDEST_PX * self._style.scale)
        self.setViewportMargins(0, 0, max(0, spare), 0)

    def block_at_top(self) -> int:
        """Return the number of the first block that is in sight."""
        return self.cursorForPosition(self.viewport().rect().topLeft()).blockNumber()

    def show_block(self, number: int) -> None:
        """Bring a block to the top."""
        block = self.document().findBlockByNumber(number)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top) - self._style.px(12))

    def show_place(self, place: Place) -> None:
        """Bring a place that was searched for into the upper part of what is in sight."""
        cursor = self.textCursor()
        cursor.setPosition(place[0].selectionStart())
        self.setTextCursor(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - self.viewport().height() // 3)

    def mark(self, places: tuple[Place, ...], current: int) -> None:
        """Mark every place, and the current one most."""
        self.setExtraSelections(
            [
                self._marked(cursor, strong=index == current)
                for index, place in enumerate(places)
                for cursor in place
            ]
        )

    def _marked(self, cursor: QTextCursor, *, strong: bool) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        ground, ink = ("accent", "on_accent") if strong else ("soft", "accent")
        mark.format.setBackground(self._style.color(ground))
        mark.format.setForeground(self._style.color(ink))
        return mark


class GuideView(QWidget):
    """Shows a guide in Markdown; in a narrow window its contents are a list to pull down."""

    def __init__(self, markdown: str, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markdown = markdown
        self._style = style
        self._headings: tuple[Heading, ...] = ()
        self._places: tuple[Place, ...] = ()
        self._current = -1
        self.search = SearchField(tr("Search the guide"), style=style)
        self._found = QWidget()
        self.result = Text("", TextRole.CAPTION, "ink2", style=style, wrap=False)
        self.before = IconButton("chevron-left", tr("The place before"), style=style)
        self.after = IconButton("chevron-right", tr("The next place"), style=style)
        self.contents = QListWidget()
        self.contents.setAccessibleName(tr("Contents of the guide"))
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.chapters = ChoiceBox(tr("Contents of the guide"))
        self.text = GuideText(style=style)
        self._lay_out()
        self._connect()
        self._restyle()
        self._on_searched("")

    @property
    def count(self) -> int:
        """In how many places the searched words stand."""
        return len(self._places)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the contents beside the text where there is room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        tools = FlowLayout(gap=12)
        row = QHBoxLayout(self._found)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.before, self.after, self.result):
            row.addWidget(widget)
        for part in (self.chapters, self.search, self._found):
            tools.addWidget(part)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.contents)
        body.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(tools)
        column.addLayout(body, 1)
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _connect(self) -> None:
        for keys, slot in (
            (QKeySequence.StandardKey.Find, self._on_find),
            ("F3", self.go_on),
            ("Shift+F3", self.go_back),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        self.search.textChanged.connect(self._on_searched)
        self.search.returnPressed.connect(self.go_on)
        self.after.clicked.connect(self.go_on)
        self.before.clicked.connect(self.go_back)
        self.contents.currentRowChanged.connect(self._on_chapter)
        self.chapters.activated.connect(self._on_chapter)
        self.text.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._style.changed.connect(self._restyle)

    def go_on(self) -> None:
        """Show the next place with the searched words, after the last one the first."""
        self._show(self._current + 1)

    def go_back(self) -> None:
        """Show the place before, before the first one the last."""
        self._show(self._current - 1)

    def _show(self, index: int) -> None:
        if not self._places:
            return
        self._current = index % len(self._places)
        self.text.mark(self._places, self._current)
        self.text.show_place(self._places[self._current])
        self._say(tr("{place} of {places}", place=self._current + 1, places=len(self._places)))

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_searched(self, words: str) -> None:
        self._places = places_of(self.text.document(), words)
        self._current = -1
        self.text.mark((), -1)
        self._found.setVisible(bool(words.strip()))
        for button in (self.before, self.after):
            button.setVisible(len(self._places) > 1)
        if self._places:
            self._show(0)
        else:
            self._say(tr("These words are not in the guide.") if words.strip() else "")

    def _say(self, words: str) -> None:
        self.result.setText(words)
        if words and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.result, words))

    def _on_chapter(self, row: int) -> None:
        if 0 <= row < len(self._headings):
            self.text.show_block(self._headings[row].block)
            self._choose(row)

    def _on_scrolled(self, _value: int) -> None:
        top = self.text.block_at_top()
        passed = [row for row, heading in enumerate(self._headings) if heading.block <= top]
        self._choose(passed[-1] if passed else 0)

    def _choose(self, row: int) -> None:
        """Mark a chapter as the one that is read, without going to it."""
        with QSignalBlocker(self.contents):
            self.contents.setCurrentRow(row)
        self.chapters.setCurrentIndex(row)

    def _restyle(self) -> None:
        """Make the text anew in the present colours and sizes, at the chapter that was read."""
        row = self.contents.currentRow()
        document = styled(self._markdown, self._style, self.text)
        self.text.setDocument(document)  # which lets go of the one before, a child like this
        self._headings = headings(document)
        font = self._style.font(TextRole.CAPTION)
        with QSignalBlocker(self.contents):
            self.contents.clear()
            self.contents.setFont(font)
            self.contents.setStyleSheet(_list_sheet(self._style))
            self.contents.addItems([_indented(heading) for heading in self._headings])
        self.chapters.clear()
        self.chapters.setFont(font)
        self.chapters.setFixedHeight(self._style.px(44))
        self.chapters.addItems([_indented(heading) for heading in self._headings])
        self.text.fit()
        self._arrange()
        if self.search.text():
            self._on_searched(self.search.text())
        else:
            self._on_chapter(max(row, 0))

    def _arrange(self) -> None:
        metrics = self.contents.fontMetrics()
        words = max((metrics.horizontalAdvance(_indented(h)) for h in self._headings), default=0)
        wide = words + _LIST_ROOM_PX
        beside = self.width() >= wide + _LEAST_TEXT_PX * self._style.scale
        self.contents.setFixedWidth(wide)
        self.contents.setVisible(beside)
        self.chapters.setVisible(not beside)
        self.search.setMinimumWidth(self._style.px(_SEARCH_PX) if beside else 0)


def _list_sheet(style: Style) -> str:
    """Return the look of the contents; where colours alone are too little, an edge joins them."""
    theme = style.theme
    edge = 1 if theme.contrast else 0
    return _LIST_SHEET.format(edge=edge, soft=theme.soft, accent=theme.accent)


def _indented(heading: Heading) -> str:
    return "\u2003" * max(0, heading.level - 2) + heading.words
