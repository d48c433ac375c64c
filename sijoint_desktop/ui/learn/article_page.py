"""One article, to be read from top to bottom."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.content.article import Article, Passage, Signs
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.learn.pelvis import PelvisDrawing
from sijoint_desktop.ui.reading.passage import passage_card
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Card,
    FlowLayout,
    IconButton,
    Page,
    Style,
    Text,
    TextRole,
)

_WIDEST_PX = 760  # a line of text that the eye finds back from
_FIGURE_PX = 300
_AT_END_PX = 48


class Mover(Protocol):
    """A figure that plays one exercise by itself."""

    @property
    def widget(self) -> QWidget:
        """What to put into the page."""

    def show_exercise(self, exercise: Exercise) -> None:
        """Show one repetition of an exercise from its start."""

    def set_moving(self, moving: bool) -> None:
        """Let it play, or stand still."""


class ArticlePage(Page):
    """Shows one article of several.

    ``signs`` gives the warning signs of a level as the rules word them, ``make_mover`` a figure.
    ``read_to_end`` carries the id of an article whose end was seen.
    """

    back_requested = Signal()
    exercise_requested = Signal(str)
    read_to_end = Signal(str)

    def __init__(
        self,
        *,
        style: Style,
        articles: Sequence[Article],
        library: Library,
        signs: Callable[[Signs], Sequence[str]],
        make_mover: Callable[[], Mover],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._articles = tuple(articles)
        self._library = library
        self._signs = signs
        self._make_mover = make_mover
        self._shown: Article | None = None
        self._wanted = 0  # the passage to scroll to when everything has its place
        self._passages: list[Card] = []
        self._movers: list[Mover] = []
        self.title = Text("", TextRole.H1, style=style)
        back = IconButton("arrow-left", tr("Back to Learn"), style=style)
        back.clicked.connect(self.back_requested)
        heading = QHBoxLayout()
        heading.setSpacing(12)
        heading.addWidget(back, alignment=Qt.AlignmentFlag.AlignTop)
        heading.addWidget(self.title, 1)
        self.body.addLayout(heading)
        self._column = QWidget()
        # beside a stretch, so that the height of the texts is reckoned at the column's own width
        self._row = QHBoxLayout()
        self._row.addWidget(self._column, 1)
        self._row.addStretch(0)
        self.body.addLayout(self._row)
        self.body.addStretch(1)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._on_settled)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def show_article(self, article_id: str, passage: int = 0) -> None:
        """Show an article from its beginning, or from the passage of that number on."""
        self._shown = next(article for article in self._articles if article.id == article_id)
        self.title.setText(self._shown.title)
        self.setAccessibleName(self._shown.title)
        self._movers, self._passages = [], []
        old, self._column = self._column, QWidget()
        self._column.setMaximumWidth(round(_WIDEST_PX * self._style.scale))
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Text(self._shown.summary, TextRole.LEAD, "ink2", style=self._style))
        for part in self._shown.passages:
            self._passages.append(self._card(part))
            column.addWidget(self._passages[-1])
        sources = tr("Sources: {sources}.", sources=". ".join(self._shown.sources))
        column.addWidget(Text(sources, TextRole.CAPTION, "ink2", style=self._style))
        column.addWidget(self._foot(self._shown))
        self._row.replaceWidget(old, self._column)
        old.deleteLater()
        self.verticalScrollBar().setValue(0)
        self._wanted = passage
        self._settled.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the figure move while it can be seen."""
        super().showEvent(event)
        self._move(moving=True)
        self._settled.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the figure stand still."""
        super().hideEvent(event)
        self._move(moving=False)

    def _move(self, *, moving: bool) -> None:
        for mover in self._movers:
            mover.set_moving(moving)

    def _card(self, part: Passage) -> Card:
        signs = self._signs(part.signs) if part.signs else ()
        card = passage_card(part, signs, style=self._style)
        if part.picture is not None:
            card.body.addWidget(PelvisDrawing(style=self._style))
        if part.exercise is not None:
            self._add_figure(card, part.exercise)
        return card

    def _add_figure(self, card: Card, exercise_id: str) -> None:
        mover = self._make_mover()
        mover.widget.setFixedHeight(_FIGURE_PX)
        mover.show_exercise(self._library.get(exercise_id))
        mover.set_moving(self.isVisible())
        self._movers.append(mover)
        card.body.addWidget(mover.widget)
        button = _Link(exercise_id, tr("See it step by step"), style=self._style)
        button.wished.connect(self.exercise_requested)
        card.body.addWidget(button)

    def _foot(self, article: Article) -> QWidget:
        foot = QWidget()
        row = FlowLayout(foot, gap=12)
        place = self._articles.index(article)
        if place + 1 < len(self._articles):
            following = self._articles[place + 1]
            after = _Link(
                following.id,
                tr("Next: {title}", title=following.title),
                ButtonKind.PRIMARY,
                style=self._style,
            )
            after.wished.connect(self.show_article)
            row.addWidget(after)
        back = Button(tr("All pages"), style=self._style)
        back.clicked.connect(self.back_requested)
        row.addWidget(back)
        return foot

    def _on_range(self, _least: int, _most: int) -> None:
        self._settled.start()

    def _on_settled(self) -> None:
        if self._wanted and self.isVisible() and self.verticalScrollBar().maximum():
            for layout in (self._column.layout(), self.body):
                layout.activate()  # type: ignore[union-attr]  # set by show_article
            top = self._passages[self._wanted - 1].mapTo(self.content, QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(max(0, top - 16))
            self._wanted = 0
        self._on_scrolled()

    def _on_scrolled(self, _value: int = 0) -> None:
        bar = self.verticalScrollBar()
        if self._shown and self.isVisible() and bar.value() >= bar.maximum() - _AT_END_PX:
            self.read_to_end.emit(self._shown.id)


class _Link(Button):
    """Leads to something by its id."""

    wished = Signal(str)

    def __init__(
        self, target: str, text: str, kind: ButtonKind = ButtonKind.OUTLINE, *, style: Style
    ) -> None:
        super().__init__(text, kind, style=style)
        self._target = target
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.wished.emit(self._target)
