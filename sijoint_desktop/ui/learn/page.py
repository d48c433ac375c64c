"""The Learn page: what there is to read, and a search through all of it."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.content.article import Article, Found, find
from sijoint_desktop.core.language import plural, tr
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Card,
    Page,
    SearchField,
    Style,
    Text,
    TextRole,
)


class ArticleRow(Card):
    """One article of the list; ``wished`` carries its id and the passage to begin at."""

    wished = Signal(str, int)

    def __init__(self, article: Article, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, padding=20, parent=parent)
        self.article = article
        self._passage = 0
        self.summary = Text(article.summary, TextRole.BODY, style=style)
        self.note = Text("", TextRole.CAPTION, "ink2", style=style)
        self.button = Button(tr("Read", "verb"), ButtonKind.TEXT, style=style)
        self.button.setAccessibleName(tr("Read: {title}", title=article.title))
        self.button.clicked.connect(self._on_clicked)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(Text(article.title, TextRole.H2, style=style))
        words.addWidget(self.summary)
        words.addWidget(self.note)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_read(self, *, read: bool) -> None:
        """Say whether it was read, beside the minutes that it takes."""
        minutes = self.article.minutes
        length = plural("{n} minute", "{n} minutes", minutes)
        state = tr("read", "state") if read else tr("not read yet")
        self.note.setText(f"{length} \u00b7 {state}")
        self.button.setText(tr("Read again") if read else tr("Read", "verb"))

    def show_found(self, found: Found | None) -> None:
        """Show where searched words were found, or the summary again."""
        self._passage = found.passage if found else 0
        self.summary.setText(found.excerpt if found else self.article.summary)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that its release comes here, too."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the article wherever its row is pressed."""
        event.accept()
        here = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and here:
            self._on_clicked()

    def _on_clicked(self) -> None:
        self.wished.emit(self.article.id, self._passage)


class LearnPage(Page):
    """All articles, those that hold the searched words first of all.

    ``read`` gives the ids of what was read; it is asked each time the page is shown.
    ``article_requested`` carries an id and the number of a passage, 0 for the beginning.
    """

    article_requested = Signal(str, int)

    def __init__(
        self,
        *,
        style: Style,
        articles: Sequence[Article],
        read: Callable[[], Collection[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._articles = tuple(articles)
        self._read = read
        self.search = SearchField(tr("Search all pages"), style=style)
        self.result = Text("", TextRole.CAPTION, "ink2", style=style)
        self.rows = tuple(ArticleRow(article, style=style) for article in self._articles)
        heading = QHBoxLayout()
        heading.setSpacing(24)
        heading.addWidget(Text(tr("Learn", "page"), TextRole.H1, style=style, wrap=False))
        heading.addStretch(1)
        heading.addWidget(self.search, 1)
        self.body.addLayout(heading)
        self.body.addWidget(self.result)
        for row in self.rows:
            row.wished.connect(self.article_requested)
            self.body.addWidget(row)
        self.body.addStretch(1)
        self._find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self._find.activated.connect(self._on_find)
        self.search.textChanged.connect(self._on_searched)
        self._on_searched("")

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what was read meanwhile."""
        super().showEvent(event)
        self._show_read()

    def _show_read(self) -> None:
        read = self._read()
        for row in self.rows:
            row.show_read(read=row.article.id in read)
        if not self.search.text().strip():
            done = sum(row.article.id in read for row in self.rows)
            count = len(self.rows)
            words = plural("{n} page, {done} read.", "{n} pages, {done} read.", count, done=done)
            self.result.setText(words)

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_searched(self, words: str) -> None:
        found = {found.article.id: found for found in find(self._articles, words)}
        searching = bool(words.strip())
        for row in self.rows:
            row.show_found(found.get(row.article.id))
            row.setVisible(not searching or row.article.id in found)
        if not searching:
            self._show_read()
        elif found:
            count = len(found)
            words = plural("{n} page holds these words.", "{n} pages hold these words.", count)
            self.result.setText(words)
        else:
            self.result.setText(tr("No page holds these words. Try fewer or other ones."))
