"""Everything on record as one table: find, add, edit, delete, and take it back."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from sijoint_desktop.app.corrections import Change, why_fixed
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import mark, plural, tr, whole_number
from sijoint_desktop.history.lines import lines
from sijoint_desktop.history.series import Range
from sijoint_desktop.ui.entries.adding import AddMenu, OnRecord
from sijoint_desktop.ui.entries.editor import Editor
from sijoint_desktop.ui.entries.filters import Filters
from sijoint_desktop.ui.entries.forms import EDITORS
from sijoint_desktop.ui.entries.model import LinesModel
from sijoint_desktop.ui.entries.paper_form import Sheets
from sijoint_desktop.ui.entries.table import LinesTable
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Card,
    FaultBanner,
    FlowLayout,
    Text,
)

_EMPTY = mark("Nothing is on record in this time. Choose a longer one above, or add something.")
_NOT_FOUND = mark("Nothing matches. Take a filter off, or search for something else.")


class EntriesView(Card):
    """The table with its tools; call ``show_span`` first, and ``refresh`` when data changed."""

    def __init__(
        self,
        on_record: OnRecord,
        editor: Editor,
        sheets: Sheets,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, padding=16, parent=parent)
        self._record = on_record
        self._editor = editor
        self._span = Range.THREE_MONTHS
        self._model = LinesModel()
        self._fault = FaultBanner(self.body, 0, style=style)
        self.table = LinesTable(self._model, style=style)
        self.filters = Filters(style=style)
        self.menu = AddMenu(on_record, editor, sheets, style=style, parent=self)
        self.words = Text("", TextRole.BODY, "ink2", style=style)
        self.reason = Text("", TextRole.CAPTION, "ink2", style=style)
        self.body.addWidget(self._tools())
        for widget, stretch in ((self.filters, 0), (self.words, 0), (self.table, 1)):
            self.body.addWidget(widget, stretch)
        self._room = QWidget()  # keeps the tools at the top where there is no table
        self.body.addWidget(self._room, 1)
        self.body.addWidget(self.reason)
        self._connect()
        self._on_steps()
        self._on_rows()

    @property
    def widget(self) -> QWidget:
        """The view as the page that shows it takes it."""
        return self

    def refresh(self) -> None:
        """Read everything on record again; what was chosen stays chosen."""
        chosen = [line.item.id for line in self.table.chosen]
        today = self._record.now().date()
        days = self._span.days
        since = None if days is None else today - timedelta(days=days - 1)
        fault = ""
        try:
            self._model.show(lines(self._record.sessions(), self._record.entries(), since))
        except UserError as refusal:
            fault = str(refusal)
        self._fault.say(tr("Your history cannot be read now"), fault)
        if chosen:
            self.table.choose(chosen[0])
        self._on_rows()

    def show_span(self, span: Range) -> None:
        """Show what lies within a time."""
        self._span = span
        self.refresh()

    def edit(self) -> None:
        """Open the form for the line that is chosen, if it has one."""
        if self.edit_button.isEnabled():
            [line] = self.table.chosen
            form = EDITORS[type(line.item)]
            form(
                self._editor.do, self._record.now, line.item, style=self._style, parent=self
            ).open()

    def remove(self) -> None:
        """Delete the lines that are chosen; Undo brings them back."""
        if not self.remove_button.isEnabled():
            return
        chosen = self.table.chosen
        what = plural("Delete {n} line", "Delete {n} lines", len(chosen))
        if len(chosen) == 1:
            what = tr("Delete {entry}", entry=chosen[0].what)
        try:
            self._editor.do(what, [Change(line.item, None) for line in chosen])
        except UserError as fault:
            self._fault.say(tr("Nothing was deleted"), str(fault))

    def _tools(self) -> QWidget:
        style = self._style
        holder = QWidget()
        row = FlowLayout(holder, gap=12)
        self.add_button = Button(tr("Add"), ButtonKind.PRIMARY, style=style)
        self.add_button.setMenu(self.menu)
        self.edit_button = Button(tr("Edit"), style=style)
        self.remove_button = Button(tr("Delete"), style=style)
        self.undo_button = Button(tr("Undo"), ButtonKind.OUTLINE, "rotate-ccw", style=style)
        self.activities_button = Button(tr("My activities"), style=style)
        for button in (self.add_button, self.edit_button, self.remove_button, self.undo_button):
            row.addWidget(button)
        row.addWidget(self.activities_button)
        return holder

    def _connect(self) -> None:
        self.edit_button.clicked.connect(self.edit)
        self.remove_button.clicked.connect(self.remove)
        self.undo_button.clicked.connect(self._editor.undo)
        self.activities_button.clicked.connect(self.menu.open_activities)
        self.menu.failed.connect(self._on_failed)
        self.filters.changed.connect(self._on_filter)
        self.table.edit_wished.connect(self.edit)
        self.table.remove_wished.connect(self.remove)
        self.table.picked.connect(self._on_picked)
        self._editor.changed.connect(self._on_steps)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filters.take_focus)

    def _on_filter(self) -> None:
        self._model.filter(self.filters.kinds, self.filters.text)
        self._on_rows()

    def _on_rows(self) -> None:
        rows = self._model.rowCount()
        count = plural("{count} line", "{count} lines", rows, count=whole_number(rows))
        nothing = tr(_NOT_FOUND if self.filters.is_on else _EMPTY)
        self.words.setText(count if rows else nothing)
        self.table.setVisible(bool(rows))
        self._room.setVisible(not rows)
        self.filters.setVisible(bool(rows) or self.filters.is_on)
        self._on_picked()

    def _on_picked(self) -> None:
        chosen = self.table.chosen
        fixed = next((why for line in chosen if (why := why_fixed(line.item))), "")
        has_form = len(chosen) == 1 and type(chosen[0].item) in EDITORS
        self.edit_button.setEnabled(has_form and not fixed)
        self.remove_button.setEnabled(bool(chosen) and not fixed)
        self.reason.setText(fixed)
        self.reason.setVisible(bool(fixed))

    def _on_steps(self) -> None:
        words = self._editor.undo_words
        self.undo_button.setEnabled(bool(words))
        self.undo_button.setToolTip(tr("Undo: {change}", change=words) if words else "")

    def _on_failed(self, sentence: str) -> None:
        self._fault.say(tr("This is not possible now"), sentence)
