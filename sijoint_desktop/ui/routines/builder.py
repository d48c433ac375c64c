"""The builder: a routine of the person's own, put together exercise by exercise."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QUndoStack
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.routine.edit import (
    added,
    brought_back,
    is_full,
    left_out,
    moved,
    removed,
    slot_for,
    with_slot,
)
from sijoint_desktop.routine.model import Routine, Slot
from sijoint_desktop.routine.script import Timings
from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.routines.inspector import Inspector
from sijoint_desktop.ui.routines.left_out import LeftOutList
from sijoint_desktop.ui.routines.lines import row_lines
from sijoint_desktop.ui.routines.minutes import facts_line, spending, time_words
from sijoint_desktop.ui.routines.name_field import NameField
from sijoint_desktop.ui.routines.picker import Picker
from sijoint_desktop.ui.routines.reason import ReasonDialog
from sijoint_desktop.ui.routines.slot_list import EXERCISE_MIME, PLACE_MIME, RowList
from sijoint_desktop.ui.routines.time_bar import TimeBar
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    IconButton,
    NoteText,
    Page,
    Style,
    Text,
    TextRole,
)

if TYPE_CHECKING:
    from sijoint_desktop.ui.figure.clips import ClipStore
    from sijoint_desktop.ui.figure.look import Look

_TWO_COLUMNS_PX = 860
_ONE_LINE_PX = 820
_SIDE_PX = 348
_UNBOUND = 16_777_215  # Qt's own word for no greatest width


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
        self._stack = stack
        self._routine: Routine | None = None
        self._current = 0
        self._wide: bool | None = None
        self.miniatures = Miniatures(clips, look, self)
        self.back = IconButton("arrow-left", "Back to all routines", style=style)
        self.name = NameField(style=style)
        self.undo = Button("Undo", ButtonKind.TEXT, "undo-2", style=style)
        self.redo = Button("Redo", ButtonKind.TEXT, "redo-2", style=style)
        self.print_sheet = Button("Print sheet", ButtonKind.OUTLINE, "printer", style=style)
        self.finish = Button("Done", ButtonKind.PRIMARY, style=style)
        self.total = Text("", TextRole.H2, style=style, wrap=False, tabular=True)
        self.split = Text("", TextRole.BODY, "ink2", style=style)
        self.bar = TimeBar(style=style)
        self.nothing = Text("No exercise yet. Add the first one.", TextRole.BODY, style=style)
        self.list = RowList("Exercises of this routine", PLACE_MIME, self.miniatures, style=style)
        self.add = Button("Add exercise", ButtonKind.OUTLINE, "plus", style=style)
        self.left_out = LeftOutList(library, style=style)
        self.refusal = NoteText("amber", "", "", style=style)
        self.inspector = Inspector(style=style)
        self.picker = Picker(library, self.miniatures, style=style)
        self._build()
        self._connect()

    @property
    def routine(self) -> Routine | None:
        """The routine on show."""
        return self._routine

    def show_routine(self, routine: Routine) -> None:
        """Show a routine as it is now; another one than before begins with its first exercise."""
        if self._routine is None or self._routine.id != routine.id:
            self._current = 0
            self.picker.setVisible(not routine.slots)
            self.refusal.hide()
        self._routine = routine
        self._current = max(0, min(self._current, len(routine.slots) - 1))
        self.name.show_name(routine.name)
        spent = spending(routine, self._library, self._timings())
        self.total.setText(f"{spent.minutes} min")
        self.split.setText(facts_line(routine, self._library, spent))
        self.bar.show_times(spent.slots, time_words(routine, self._library, spent))
        self.bar.setVisible(bool(routine.slots))
        self.nothing.setVisible(not routine.slots)
        self.list.show_lines(
            row_lines(routine, self._library, spent, self._fitting()), self._current
        )
        self.left_out.show_routine(routine)
        self.add.setEnabled(not is_full(routine))
        self._show_side()

    def refresh(self) -> None:
        """Show everything anew, in other times or another look of the figure."""
        self.miniatures.forget()
        if self._routine is not None:
            self.show_routine(self._routine)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between two columns and one."""
        super().resizeEvent(event)
        self._arrange()

    # --- building ---------------------------------------------------------------------

    def _build(self) -> None:
        # the height follows from the width alone; least heights of wrapped text would add to it
        self.content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.refusal.hide()
        self.picker.hide()
        self.body.addLayout(self._heading())
        self.body.addWidget(self.refusal)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(16)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
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
        hint = "Drag, or Ctrl+Up and Ctrl+Down, to reorder. Del takes one out."
        row.addWidget(Text(hint, TextRole.CAPTION, "ink2", style=self._style), 1)
        column.addLayout(row)
        column.addWidget(self.left_out)
        column.addStretch(1)
        self._side = QWidget()
        self._side_column = side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.picker)
        side.addWidget(self.inspector)
        side.addStretch(1)
        self._arrange()

    def _heading(self) -> QBoxLayout:
        title = QHBoxLayout()
        title.setSpacing(12)
        title.addWidget(self.back)
        title.addWidget(self.name, 1)
        actions = QHBoxLayout()
        actions.setSpacing(12)
        actions.addStretch(1)
        for button in (self.undo, self.redo, self.print_sheet, self.finish):
            actions.addWidget(button)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addLayout(title, 1)
        self._top.addLayout(actions)
        return self._top

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_requested)
        self.finish.clicked.connect(self.back_requested)
        self.print_sheet.clicked.connect(self._on_print)
        self.name.renamed.connect(self._on_renamed)
        self.undo.clicked.connect(self._stack.undo)
        self.redo.clicked.connect(self._stack.redo)
        self._stack.indexChanged.connect(self._on_stack)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self.list.moved.connect(self._on_moved)
        self.list.removed.connect(self._on_removed)
        self.list.dropped.connect(self._on_dropped)
        self.add.clicked.connect(self._on_add)
        self.picker.added.connect(self._on_added)
        self.picker.closed.connect(self._on_picker_closed)
        self.left_out.back_wished.connect(self._on_bring_back)
        inspector = self.inspector
        inspector.slot_changed.connect(self._on_slot)
        inspector.move_wished.connect(self._on_step)
        inspector.swap_wished.connect(self._on_swap)
        inspector.leave_out_wished.connect(self._on_leave_out)
        inspector.remove_wished.connect(self._on_remove)
        inspector.exercise_requested.connect(self.exercise_requested)
        self._style.changed.connect(self._on_style_changed)
        self.verticalScrollBar().valueChanged.connect(self._keep_side_in_sight)
        for keys in ("Ins", QKeySequence.StandardKey.Find):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_add)
        self._on_stack(0)

    def _arrange(self) -> None:
        scale = self._style.scale
        stacked = self.viewport().width() < _ONE_LINE_PX * scale**0.9
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._top.setDirection(way)
        wide = self.viewport().width() >= _TWO_COLUMNS_PX * scale**0.6
        side = round(_SIDE_PX * scale**0.5)
        self._side.setMinimumWidth(side if wide else 0)
        self._side.setMaximumWidth(side if wide else _UNBOUND)
        if wide == self._wide:
            return
        self._wide = wide
        for part in (self._main, self._side):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._main, 0, 0)
        self._grid.addWidget(self._side, 0 if wide else 1, 1 if wide else 0)
        self._grid.setColumnStretch(0, 1)

    def _keep_side_in_sight(self, _value: int = 0) -> None:
        """Let the right column follow the scrolling, as far as the left one reaches."""
        needed = sum(part.height() for part in (self.inspector, self.picker) if part.isVisible())
        room = max(0, self._main.height() - needed)
        above = self.verticalScrollBar().value() - self._main.y()
        down = min(max(0, above), room) if self._wide else 0
        if self._side_column.contentsMargins().top() != down:
            self._side_column.setContentsMargins(0, down, 0, 0)

    def _show_side(self) -> None:
        """Show the dose of the current exercise, or what can be added."""
        routine = self._routine
        if routine is None:
            return
        if self.picker.isVisibleTo(self._side):
            taken = frozenset(str(slot.exercise_id) for slot in routine.slots)
            self.picker.show_for(self._fitting(), taken)
        shown = bool(routine.slots) and not self.picker.isVisibleTo(self._side)
        self.inspector.setVisible(shown)
        if shown:
            slot = routine.slots[self._current]
            line = self.list.rows.lines[self._current]
            self.inspector.show_slot(slot, line.exercise, line, len(routine.slots))
        self.bar.choose(self._current if routine.slots else -1)
        self._keep_side_in_sight()

    # --- changing ---------------------------------------------------------------------

    def _tell(self, routine: Routine, words: str, key: str = "") -> None:
        self.refusal.hide()
        self.edited.emit(routine, words, key)

    def _name_at(self, place: int) -> str:
        routine = self._routine
        return "" if routine is None else self._library.get(routine.slots[place].exercise_id).name

    def _on_slot(self, slot: object, words: str, field: str) -> None:
        if self._routine is not None and isinstance(slot, Slot):
            changed = with_slot(self._routine, self._current, slot)
            self._tell(changed, words, f"{self._current} {field}")

    def _on_renamed(self, name: str) -> None:
        if self._routine is not None and name != self._routine.name:
            self._tell(replace(self._routine, name=name), "renaming")

    def _on_moved(self, start: int, end: int) -> None:
        if self._routine is not None and start != end:
            name = self._name_at(start)
            self._current = end
            self._tell(moved(self._routine, start, end), f"moving {name}")

    def _on_step(self, step: int) -> None:
        if self._routine is not None and 0 <= self._current + step < len(self._routine.slots):
            self._on_moved(self._current, self._current + step)

    def _on_removed(self, place: int) -> None:
        if self._routine is not None and self._routine.slots:
            self._tell(removed(self._routine, place), f"removing {self._name_at(place)}")

    def _on_remove(self) -> None:
        self._on_removed(self._current)

    def _on_dropped(self, mime: str, words: str, before: int) -> None:
        if mime == EXERCISE_MIME:
            self._put(words, before)
        elif words.isdigit():
            start = int(words)
            self._on_moved(start, before - 1 if before > start else before)

    def _on_added(self, exercise_id: str) -> None:
        self._put(exercise_id, None)

    def _put(self, exercise_id: str, place: int | None) -> None:
        """Put an exercise in; what the person must not start is refused, with the reason."""
        routine = self._routine
        if routine is None or is_full(routine):
            return
        exercise = self._library.get(exercise_id)
        judgement = self._fitting().judgement(exercise)
        if judgement is not None and not judgement.startable:
            reason = max(judgement.reasons, key=lambda each: each.verdict)
            self._refuse(f"{exercise.name} was not added", reason.text)
            return
        self._current = len(routine.slots) if place is None else place
        self._tell(added(routine, slot_for(exercise), place), f"adding {exercise.name}")

    def _refuse(self, heading: str, text: str) -> None:
        self.refusal.heading.setText(heading)
        self.refusal.text.setText(text)
        for part in (self.refusal.heading, self.refusal.text, self.refusal):
            part.show()
        self.refusal.setAccessibleName(f"{heading}. {text}")
        self.verticalScrollBar().setValue(0)

    def _on_swap(self) -> None:
        self._ask(swap=True)

    def _on_leave_out(self) -> None:
        self._ask(swap=False)

    def _ask(self, *, swap: bool) -> None:
        if self._routine is None:
            return
        self.dialog = ReasonDialog(
            self._routine,
            self._current,
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
        why = self.dialog.why
        if self._routine is None or why is None:
            return
        name, other = self._name_at(self._current), self.dialog.instead
        words = f"leaving out {name}" if other is None else f"swapping {name}"
        self._tell(left_out(self._routine, self._current, why, other), words)

    def _on_bring_back(self, index: int) -> None:
        if self._routine is not None:
            exercise = self._library.get(self._routine.left_out[index].slot.exercise_id)
            self._tell(brought_back(self._routine, index), f"bringing back {exercise.name}")

    # --- following --------------------------------------------------------------------

    def _on_chosen(self, place: int) -> None:
        self._current = place
        self.picker.hide()
        self._show_side()

    def _on_opened(self, place: int) -> None:
        self._on_chosen(place)
        self.ensureWidgetVisible(self.inspector)
        self.inspector.level.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self.picker.show()
        self._show_side()
        self.ensureWidgetVisible(self.picker.search)
        self.picker.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picker_closed(self) -> None:
        self.picker.hide()
        self._show_side()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_print(self) -> None:
        if self._routine is not None and self._routine.slots:
            self.print_requested.emit(self._routine)

    def _on_stack(self, _index: int) -> None:
        self.undo.setEnabled(self._stack.canUndo())
        self.redo.setEnabled(self._stack.canRedo())
        self.undo.setToolTip(f"Undo {self._stack.undoText()}".strip())
        self.redo.setToolTip(f"Redo {self._stack.redoText()}".strip())

    def _on_style_changed(self) -> None:
        self._arrange()
        self.refresh()
