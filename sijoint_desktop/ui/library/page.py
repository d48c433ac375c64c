"""The Exercises page: every exercise as a card, with search and filters."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QMoveEvent, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.library.cards import INSET
from sijoint_desktop.ui.library.empty import NothingFound
from sijoint_desktop.ui.library.filters import matching, result_line
from sijoint_desktop.ui.library.finder import FilterRow
from sijoint_desktop.ui.library.grid import ExerciseGrid
from sijoint_desktop.ui.library.left_out import LeftOutCard
from sijoint_desktop.ui.library.model import ExerciseModel
from sijoint_desktop.ui.style.widgets import (
    Banner,
    Button,
    ButtonKind,
    Page,
    SearchField,
    Style,
    Text,
    TextRole,
)

if TYPE_CHECKING:
    from sijoint_desktop.ui.figure.clips import ClipStore
    from sijoint_desktop.ui.figure.look import Look


class _GridPlace(QWidget):
    """Keeps the grid's place in the column; the grid reaches half a gap beyond it on each side.

    So the cards line up with the heading, and the ring around the first one is not cut off.
    """

    def __init__(self, grid: ExerciseGrid, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = grid
        grid.setParent(parent)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the grid along."""
        super().moveEvent(event)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the grid along."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        # the view wraps a little early, so it gets a few pixels more than its cells need
        self._grid.setGeometry(self.geometry().adjusted(-INSET, -INSET, INSET + 4, INSET))


class LibraryPage(Page):
    """The exercises as cards; ``exercise_requested`` names the one to open.

    ``look`` gives the present look of the figure, ``routine_ids`` the exercises of the current
    routine and ``fitting`` what the last check says; they are asked again each time the page is
    shown or ``refresh`` is called. ``check_requested`` wishes for a check, ``compare_requested``
    for two exercises side by side.
    """

    exercise_requested = Signal(str)
    check_requested = Signal()
    compare_requested = Signal()

    def __init__(
        self,
        *,
        style: Style,
        library: Library,
        clips: "ClipStore",
        look: "Callable[[], Look]",
        routine_ids: Callable[[], Collection[str]],
        fitting: Callable[[], Fitting],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._library = library
        self._routine_ids = routine_ids
        self._fitting = fitting
        self.model = ExerciseModel(self)
        self.search = SearchField(tr("Search exercises"), style=style)
        self.filters = FilterRow(tuple(library), style=style)
        self.result = Text("", TextRole.CAPTION, "ink2", style=style)
        self.nothing = NothingFound(style=style)
        self.compare = Button(tr("Compare two"), ButtonKind.TEXT, "columns-2", style=style)
        self.too_early = Banner(
            "soft",
            tr("This needs a check first"),
            tr(
                "Check your symptoms. Then you see here what suits you, and what is left out and "
                "why."
            ),
            style=style,
            action=tr("Check my symptoms"),
            closable=True,
        )
        self.left_out = LeftOutCard(library, style=style)
        self.grid = ExerciseGrid(style, self.model, Miniatures(clips, look, self))
        self._place = _GridPlace(self.grid, self.content)
        self._build()
        self._connect()
        self._on_filter_changed()

    def _build(self) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(24)
        heading.addWidget(Text(tr("Exercises", "page"), TextRole.H1, style=self._style, wrap=False))
        heading.addStretch(1)
        heading.addWidget(self.search, 1)
        self.body.addLayout(heading)
        self.body.addWidget(self.filters)
        self.body.addWidget(self.too_early)
        self.too_early.hide()
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.result, 1)
        line.addWidget(self.compare)
        self.body.addLayout(line)
        self.body.addWidget(self._place)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.left_out)
        self.body.addStretch(1)
        QWidget.setTabOrder(self.search, self.filters.first)
        QWidget.setTabOrder(self.filters.last, self.compare)
        QWidget.setTabOrder(self.compare, self.grid)

    def _connect(self) -> None:
        self._find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self._find.activated.connect(self._on_find)
        self.search.textChanged.connect(self._on_filter_changed)
        self.filters.changed.connect(self._on_filter_changed)
        self.filters.asked_too_early.connect(self._on_too_early)
        self.too_early.acted.connect(self.check_requested)
        self.compare.clicked.connect(self.compare_requested)
        self.left_out.exercise_requested.connect(self.exercise_requested)
        self.left_out.show_all_requested.connect(self._on_show_all)
        self.nothing.clear_requested.connect(self.clear_filters)
        self.grid.exercise_requested.connect(self.exercise_requested)
        self.grid.current_moved.connect(self._on_current_moved)
        self._style.changed.connect(self._on_style_changed)

    def refresh(self) -> None:
        """Ask for the routine and the look of the figure again, and paint the cards anew."""
        self._ask()
        self.grid.refresh()

    def clear_filters(self) -> None:
        """Show every exercise again."""
        self.search.clear()
        self.filters.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Mark the exercises of the routine as it is now."""
        super().showEvent(event)
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out for the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        margins = self.body.contentsMargins()
        width = self.viewport().width() - margins.left() - margins.right()
        height = self.grid.fit(width + 2 * INSET, tuple(self._library))
        self._place.setFixedHeight(max(height - 2 * INSET, 0))

    def _on_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_filter_changed(self) -> None:
        everything = tuple(self._library)
        fitting = self._fitting()
        found, hidden = matching(everything, self.filters.wanted(self.search.text()), fitting)
        self.model.show(found)
        self.model.mark_routine(self._routine_ids())
        self.model.mark_left_out([e.id for e in everything if fitting.left_out(e)])
        self.left_out.show_exercises(hidden, fitting)
        self.result.setText(result_line(len(found), len(hidden), len(everything)))
        self.nothing.setVisible(not found)
        self._place.setVisible(bool(found))
        self.grid.setVisible(bool(found))
        self._fit()

    def _ask(self) -> None:
        """Ask again what the last check says, and for the routine."""
        known = self._fitting().person is not None
        if known:
            self.too_early.hide()
        self.filters.know_person(known)
        self._on_filter_changed()

    def _on_too_early(self) -> None:
        self.too_early.show()

    def _on_show_all(self) -> None:
        self.filters.safe.setChecked(False)
        self.filters.safe.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current_moved(self, card: QRect) -> None:
        centre = self.grid.mapTo(self.content, card.center())
        reach = QSize(card.width() // 2 + 8, card.height() // 2 + 8)
        self.ensureVisible(centre.x(), centre.y(), reach.width(), reach.height())

    def _on_style_changed(self) -> None:
        self.grid.refresh()
        self._fit()
