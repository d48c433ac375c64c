"""The builder: a routine of the person's own, put together exercise by exercise."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QUndoStack
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.core.language import tr
from sijoint_desktop.routine.edit import (
    is_full,
)
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Timings
from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.routines.builder_side import BuilderSide
from sijoint_desktop.ui.routines.builder_top import BuilderTop
from sijoint_desktop.ui.routines.changes import RoutineChanges
from sijoint_desktop.ui.routines.columns import Columns
from sijoint_desktop.ui.routines.inspector import Inspector
from sijoint_desktop.ui.routines.left_out import LeftOutList
from sijoint_desktop.ui.routines.lines import row_lines
from sijoint_desktop.ui.routines.minutes import facts_line, spending, time_words
from sijoint_desktop.ui.routines.picker import Picker
from sijoint_desktop.ui.routines.reason import ReasonDialog
from sijoint_desktop.ui.routines.slot_list import PLACE_MIME, RowList
from sijoint_desktop.ui.routines.time_bar import TimeBar
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    NoteText,
    Page,
    Style,
    Text,
    TextRole,
)

if TYPE_CHECKING:
    from sijoint_desktop.ui.figure.clips import ClipStore
    from sijoint_desktop.ui.figure.look import Look

_ONE_LINE_PX = 820


class BuilderPage(Page):
    """One routine at a time; give it one with ``show_routine``.

    It keeps nothing: ``edited`` carries the changed Routine, what was done in words, and what was
    changed, and whoever keeps it shows the routine again. ``stack`` is what Undo and Redo work on.
    """

    edited = Signal(object, str, str)
    back_requested = Signal()
    print_requested = Signal(object)
    exercise_requested = Signal(str)

    def __init__(
        self,
        *,
        style: Style,
        library: Library,
        clips: "ClipStore",
        look: "Callable[[], Look]",
        timings: Callable[[], Timings],
        fitting: Callable[[], Fitting],
        stack: QUndoStack,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._library = library
        self._timings = timings
        self._fitting = fitting
        self.changes = RoutineChanges(library, fitting, self)
        self.miniatures = Miniatures(clips, look, self)
        self.top = BuilderTop(stack, style=style)
        self.name, self.finish = self.top.name, self.top.finish
        self.total = Text("", TextRole.H2, style=style, wrap=False, tabular=True)
        self.split = Text("", TextRole.BODY, "ink2", style=style)
        self.bar = TimeBar(style=style)
        self.nothing = Text(tr("No exercise yet. Add the first one."), TextRole.BODY, style=style)
        self.list = RowList(
            tr("Exercises of this routine"), PLACE_MIME, self.miniatures, style=style
        )
        self.add = Button(tr("Add exercise"), ButtonKind.OUTLINE, "plus", style=style)
        self.left_out = LeftOutList(library, style=style)
        self.refusal = NoteText("amber", "", "", style=style)
        self.inspector = Inspector(style=style)
        self.picker = Picker(library, self.miniatures, style=style)
        self.side = BuilderSide(self.inspector, self.picker)
        self._build()
        self._connect()

    @property
    def routine(self) -> Routine | None:
        """The routine on show."""
        return self.changes.routine

    def show_routine(self, routine: Routine) -> None:
        """Show a routine as it is now; another one than before begins with its first exercise."""
        if self.changes.take(routine):
            self.side.pick(on=not routine.slots)
            self.refusal.hide()
        self.name.show_name(routine.name)
        self._arrange()
        spent = spending(routine, self._library, self._timings())
        self.total.setText(tr("{minutes} min", minutes=spent.minutes))
        self.split.setText(facts_line(routine, self._library, spent))
        self.bar.show_times(spent.slots, time_words(routine, self._library, spent))
        self.bar.setVisible(bool(routine.slots))
        self.nothing.setVisible(not routine.slots)
        self.list.show_lines(
            row_lines(routine, self._library, spent, self._fitting()), self.changes.current
        )
        self.left_out.show_routine(routine)
        self.add.setEnabled(not is_full(routine))
        self._show_side()

    def refresh(self) -> None:
        """Show everything anew, in other times or another look of the figure."""
        self.miniatures.forget()
        if self.changes.routine is not None:
            self.show_routine(self.changes.routine)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between two columns and one."""
        super().resizeEvent(event)
        self._arrange()

    # --- building ---------------------------------------------------------------------

    def _build(self) -> None:
        # the height follows from the width alone; least heights of wrapped text would add to it
        self.content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.refusal.hide()
        self.body.addWidget(self.top)
        self.body.addWidget(self.refusal)
        self._main = QWidget()
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        times = QHBoxLayout()
        times.setSpacing(10)
        times.addWidget(self.total, alignment=Qt.AlignmentFlag.AlignTop)
        times.addWidget(self.split, 1)
        column.addLayout(times)
        for part in (self.bar, self.nothing, self.list):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.add)
        hint = tr("Drag, or Ctrl+Up and Ctrl+Down, to reorder. Del takes one out.")
        row.addWidget(Text(hint, TextRole.CAPTION, "ink2", style=self._style), 1)
        column.addLayout(row)
        column.addWidget(self.left_out)
        column.addStretch(1)
        self._columns = Columns(self._main, self.side)
        self.body.addLayout(self._columns)
        self.body.addStretch(1)
        self._arrange()

    def _connect(self) -> None:
        changes, inspector = self.changes, self.inspector
        changes.edited.connect(self._on_edited)
        changes.refused.connect(self._on_refused)
        self.top.left.connect(self.back_requested)
        self.top.print_sheet.clicked.connect(self._on_print)
        self.top.name.renamed.connect(changes.rename)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.list.moved.connect(changes.move)
        self.list.removed.connect(changes.remove)
        self.list.dropped.connect(changes.drop)
        self.add.clicked.connect(self._on_add)
        self.picker.added.connect(changes.put)
        self.picker.closed.connect(self._on_picker_closed)
        self.left_out.back_wished.connect(changes.bring_back)
        inspector.slot_changed.connect(changes.change_slot)
        inspector.move_wished.connect(changes.step)
        inspector.swap_wished.connect(self._on_swap)
        inspector.leave_out_wished.connect(self._on_leave_out)
        inspector.remove_wished.connect(changes.remove_current)
        inspector.exercise_requested.connect(self.exercise_requested)
        self._style.changed.connect(self._on_style_changed)
        self.verticalScrollBar().valueChanged.connect(self._keep_side_in_sight)
        self.list.offer(
            (tr("Move up"), inspector.up),
            (tr("Move down"), inspector.down),
            (tr("Swap…"), inspector.swap),
            (tr("Leave out…"), inspector.leave_out),
            (tr("Remove"), inspector.remove),
            (tr("Show exercise"), inspector.show_page),
        )
        for keys in ("Ins", QKeySequence.StandardKey.Find):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_add)

    def _arrange(self) -> None:
        scale = self._style.scale
        margins = self.body.contentsMargins()
        self.top.fit(
            self.viewport().width() - margins.left() - margins.right(),
            stacked=self.viewport().width() < _ONE_LINE_PX * scale**0.9,
        )
        self._columns.fit(self.viewport().width(), scale)

    def _keep_side_in_sight(self, _value: int = 0) -> None:
        above = self.verticalScrollBar().value() - self._main.y()
        self.side.follow(above if self._columns.two else 0, self._main.height())

    def _show_side(self) -> None:
        """Show the dose of the current exercise, or what can be added."""
        routine, place = self.changes.routine, self.changes.current
        if routine is None:
            return
        if self.side.picking:
            taken = frozenset(str(slot.exercise_id) for slot in routine.slots)
            self.picker.show_for(self._fitting(), taken)
        self.side.show_dose(there=bool(routine.slots))
        if routine.slots:
            line = self.list.rows.lines[place]
            self.inspector.show_slot(routine.slots[place], line.exercise, line, len(routine.slots))
        self.bar.choose(place if routine.slots else -1)
        self._keep_side_in_sight()

    # --- wishes -----------------------------------------------------------------------

    def _on_refused(self, heading: str, text: str) -> None:
        self.refusal.heading.setText(heading)
        self.refusal.text.setText(text)
        for part in (self.refusal.heading, self.refusal.text, self.refusal):
            part.show()
        self.refusal.setAccessibleName(f"{heading}. {text}")
        self.verticalScrollBar().setValue(0)

    def _on_edited(self, routine: object, words: str, field: str) -> None:
        self.refusal.hide()
        self.edited.emit(routine, words, field)

    def _on_swap(self) -> None:
        self._ask(swap=True)

    def _on_leave_out(self) -> None:
        self._ask(swap=False)

    def _ask(self, *, swap: bool) -> None:
        if self.changes.routine is None:
            return
        self.dialog = ReasonDialog(
            self.changes.routine,
            self.changes.current,
            swap=swap,
            library=self._library,
            fitting=self._fitting(),
            miniatures=self.miniatures,
            style=self._style,
            parent=self,
        )
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(self._on_reason)
        self.dialog.open()

    def _on_reason(self) -> None:
        if self.dialog.why is not None:
            self.changes.leave_out(self.dialog.why, self.dialog.instead)

    # --- following --------------------------------------------------------------------

    def _on_chosen(self, place: int) -> None:
        self.changes.current = place
        self.side.pick(on=False)
        self._show_side()

    def _on_opened(self, place: int) -> None:
        self._on_chosen(place)
        self.ensureWidgetVisible(self.inspector)
        self.inspector.level.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self.side.pick(on=True)
        self._show_side()
        self.ensureWidgetVisible(self.picker.search)
        self.picker.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picker_closed(self) -> None:
        self.side.pick(on=False)
        self._show_side()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_print(self) -> None:
        if self.changes.routine is not None and self.changes.routine.slots:
            self.print_requested.emit(self.changes.routine)

    def _on_style_changed(self) -> None:
        self._arrange()
        self.refresh()
