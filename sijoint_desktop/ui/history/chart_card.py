"""A card with one chart: its sentence, its table, ways to zoom, and a picture to save."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.files import file_name
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.picture import Picture
from sijoint_desktop.ui.history.chart_table import ChartTable
from sijoint_desktop.ui.history.chart_view import ZOOM_STEP, ChartView
from sijoint_desktop.ui.history.legend import Legend
from sijoint_desktop.ui.history.summary import EmptyAxes
from sijoint_desktop.ui.style.layout import FlowLayout
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Card, IconButton, Text

_TOOL_PX = 36

Made = Picture | str
"""What a card is given to show: a picture, or a sentence that says why there is none."""


class ChartCard(Card):
    """Shows what it is offered once it comes into sight, so that a page opens at once.

    ``name`` is the heading, and ``tools`` are widgets of a card's own beside it.
    """

    def __init__(
        self, name: str, tools: Sequence[QWidget] = (), *, style: Style, high: bool = False
    ) -> None:
        super().__init__(style=style)
        self._style = style
        self._name = name
        self._high = high
        self._make: Callable[[], Made] | None = None
        self._chart: ChartView | None = None
        self._numbers: ChartTable | None = None
        self._is_table = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.show_now)
        self._sentence = Text("", TextRole.BODY, "ink2", style=style)
        self.legend = Legend(style=style)
        self._axes = EmptyAxes(style=style)
        self._fault = Text("", TextRole.BODY, "red_text", style=style)
        self._fault.hide()
        self._in_sight = Text("", TextRole.CAPTION, "ink2", style=style)
        head = QWidget()
        row = FlowLayout(head, gap=12)
        heading = Text(name, TextRole.H2, style=style, wrap=False)
        for part in (heading, *tools):
            row.addWidget(part)
        zooms, others = self._make_tools()
        row.add_together(*zooms)
        row.add_together(*others)
        for widget in (head, self._sentence, self.legend):
            self.body.addWidget(widget)
        self.body.addWidget(self._axes, 1)
        self.body.addWidget(self._in_sight)
        self.body.addWidget(self._fault)
        self._show_parts(None)

    @property
    def chart(self) -> ChartView | None:
        """The chart, once there was something to draw."""
        return self._chart

    @property
    def numbers(self) -> ChartTable | None:
        """The table, once it was asked for."""
        return self._numbers

    @property
    def sentence(self) -> str:
        """What the chart comes to in words, or why there is none."""
        return self._sentence.text()

    @property
    def fault(self) -> str:
        """Why the picture could not be saved, or empty."""
        return self._fault.text()

    def offer(self, make: Callable[[], Made]) -> None:
        """Show what ``make`` returns as soon as any part of the card can be seen."""
        self._make = make
        self.update()

    def show_now(self) -> None:
        """Show what was offered, seen or not."""
        make, self._make = self._make, None
        if make is None:
            return
        try:
            self._show(make())
        except UserError as refusal:
            self._show(str(refusal))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and take note of being seen."""
        super().paintEvent(event)
        if self._make is not None and not self._soon.isActive():
            self._soon.start()

    def save(self, path: Path) -> None:
        """Write the chart into a file, and say in the card where that fails."""
        from sijoint_desktop.ui.history.export import save_chart  # noqa: PLC0415 - with pyqtgraph

        picture = None if self._chart is None else self._chart.drawn
        fault = ""
        try:
            if picture is not None:
                save_chart(picture, path)
        except UserError as refusal:
            fault = str(refusal)
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def _make_tools(self) -> tuple[tuple[QWidget, ...], tuple[QWidget, ...]]:
        style = self._style
        self._closer = IconButton("zoom-in", tr("Look closer"), style=style)
        self._farther = IconButton("zoom-out", tr("See more"), style=style)
        self._all = IconButton("rotate-ccw", tr("See all"), style=style)
        self._as_table = Button(tr("Show as table"), ButtonKind.TEXT, style=style, height=_TOOL_PX)
        self._copy = Button(tr("Copy table"), ButtonKind.TEXT, style=style, height=_TOOL_PX)
        self._save = Button(tr("Save picture"), ButtonKind.TEXT, style=style, height=_TOOL_PX)
        self._closer.clicked.connect(self._on_closer)
        self._farther.clicked.connect(self._on_farther)
        self._all.clicked.connect(self._on_all)
        self._as_table.clicked.connect(self._on_as_table)
        self._copy.clicked.connect(self._on_copy)
        self._save.clicked.connect(self._on_save)
        for button in (self._as_table, self._copy, self._save):
            button.setAccessibleName(f"{button.text()}: {self._name}")
        for icon in (self._closer, self._farther, self._all):
            icon.setAccessibleName(f"{icon.toolTip()}: {self._name}")
        zooms = (self._closer, self._farther, self._all)
        return zooms, (self._as_table, self._copy, self._save)

    def _show(self, found: Made) -> None:
        words = found if isinstance(found, str) else found.sentence
        self._sentence.setText(words)
        self._fault.hide()
        if isinstance(found, str):
            self._show_parts(None)
            return
        self._made_chart().show_picture(found)
        self._show_parts(found)
        if self._numbers is not None and self._numbers.isVisibleTo(self):
            self._numbers.show_table(found.table())

    def _show_parts(self, picture: Picture | None) -> None:
        table = self._numbers is not None and self._is_table
        there = picture is not None
        self._sentence.setVisible(bool(self._sentence.text()))
        self._axes.setVisible(not there and self._high)
        self._as_table.setVisible(there)
        self.legend.show_items(picture.legend if picture is not None else ())
        self.legend.setVisible(there and not table)
        if self._chart is not None:
            self._chart.setVisible(there and not table)
        if self._numbers is not None:
            self._numbers.setVisible(there and table)
        in_time = picture is not None and picture.in_time
        for tool in (self._closer, self._farther, self._all):
            tool.setVisible(in_time and not table)
        self._in_sight.setVisible(bool(self._in_sight.text()) and in_time and not table)
        self._save.setVisible(there and not table)
        self._copy.setVisible(there and table)

    def _made_chart(self) -> ChartView:
        if self._chart is None:
            self._chart = ChartView(style=self._style, high=self._high)
            self._chart.view_changed.connect(self._on_view_changed)
            self.body.insertWidget(self.body.indexOf(self._axes), self._chart, 1)
        return self._chart

    def _on_view_changed(self, words: str) -> None:
        """Say which time is in sight, unless it is all there is."""
        chart = self._chart
        if chart is not None and chart.sight is not None:
            whole = chart.sight.is_whole
            self._in_sight.setText("" if whole else tr("In sight: {time}", time=words))
            self._in_sight.setVisible(not whole)

    def _on_closer(self) -> None:
        if self._chart is not None:
            self._chart.zoom(ZOOM_STEP)

    def _on_farther(self) -> None:
        if self._chart is not None:
            self._chart.zoom(1 / ZOOM_STEP)

    def _on_all(self) -> None:
        if self._chart is not None:
            self._chart.show_all()

    def _on_as_table(self) -> None:
        picture = None if self._chart is None else self._chart.drawn
        if picture is None:
            return
        self._is_table = not self._is_table
        self._as_table.setText(tr("Show as chart") if self._is_table else tr("Show as table"))
        self._as_table.setAccessibleName(f"{self._as_table.text()}: {self._name}")
        if self._numbers is None:
            self._numbers = ChartTable(self._name, style=self._style)
            self.body.insertWidget(self.body.indexOf(self._axes), self._numbers, 1)
        if self._is_table:
            self._numbers.show_table(picture.table())
        self._show_parts(picture)

    def _on_copy(self) -> None:
        if self._numbers is not None:
            self._numbers.copy()

    def _on_save(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        start = str(Path(folder) / f"{file_name(self._name, tr('Chart'))}.png")
        kinds = f"{tr('PNG picture')} (*.png);;{tr('SVG drawing')} (*.svg)"
        chosen, kind = QFileDialog.getSaveFileName(self, tr("Save picture"), start, kinds)
        if chosen:
            self.save(with_ending(Path(chosen), kind))


def with_ending(path: Path, kind: str) -> Path:
    """Return the path with the ending of the chosen kind, where the person wrote none of them."""
    if path.suffix.lower() in (".png", ".svg"):
        return path
    return path.with_name(path.name + (".svg" if "svg" in kind else ".png"))
