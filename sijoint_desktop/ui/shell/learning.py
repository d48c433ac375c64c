"""The Learn pages within the window: made when wanted, and what was read remembered."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services
from sijoint_desktop.ui.shell.figures import Figures

if TYPE_CHECKING:
    from sijoint_desktop.content.article import Article
    from sijoint_desktop.ui.learn.article_page import ArticlePage

_READ = "articles_read"


class Learning(QObject):
    """Makes the list of articles and the page of one, and leads from one to the other."""

    exercise_requested = Signal(str)

    def __init__(self, services: Services, figures: Figures, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._figures = figures
        self._window = window
        self._articles: tuple[Article, ...] = ()

    def make_list(self) -> QWidget:
        """Return the page with everything that there is to read."""
        from sijoint_desktop.ui.learn.page import LearnPage  # noqa: PLC0415

        page = LearnPage(style=self._services.style, articles=self._all(), read=self._read)
        page.article_requested.connect(self.show_article)
        return page

    def make_article(self) -> QWidget:
        """Return the page for one article."""
        from sijoint_desktop.ui.learn.article_page import ArticlePage  # noqa: PLC0415

        page = ArticlePage(
            style=self._services.style,
            articles=self._all(),
            library=self._services.library,
            signs=self._services.signs,
            make_mover=self._figures.make_illustration,
        )
        page.back_requested.connect(self._on_back)
        page.exercise_requested.connect(self.exercise_requested)
        page.read_to_end.connect(self._on_read)
        return page

    def show_article(self, article_id: str, passage: int = 0) -> None:
        """Open an article at its beginning, or at the passage of a number."""
        page = cast("ArticlePage", self._window.page("article"))
        self._window.open_page("article")
        page.show_article(article_id, passage)

    def _on_back(self) -> None:
        self._window.open_page("learn")

    def _on_read(self, article_id: str) -> None:
        read = self._read()
        if article_id not in read:
            self._services.preferences.set(_READ, " ".join((*read, article_id)))

    def _all(self) -> "tuple[Article, ...]":
        self._articles = self._articles or self._services.articles()
        return self._articles

    def _read(self) -> tuple[str, ...]:
        return tuple(self._services.preferences.settings.text(_READ).split())
