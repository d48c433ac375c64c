"""The Routines page: which routines there are, and what the chosen one asks for."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from sijoint_desktop.content.library import Library
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Timings
from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.routines.choice import RoutineChoice
from sijoint_desktop.ui.routines.detail import RoutineDetail
from sijoint_desktop.ui.routines.minutes import count_line, spending
from sijoint_desktop.ui.style.layout import empty
from sijoint_desktop.ui.style.widgets import Banner, Page, Style, Text, TextRole

if TYPE_CHECKING:
    from sijoint_desktop.ui.figure.clips import ClipStore
    from sijoint_desktop.ui.figure.look import Look

_TWO_COLUMNS_PX = 900
_SIDE_PX = 348
_UNBOUND = 16_777_215  # Qt's own word for no greatest width


class RoutinesPage(Page):
    """Routines to choose from beside the exercises of the chosen one.

    ``start_requested`` and ``print_requested`` carry the chosen Routine; ``exercise_requested``
    names an exercise whose row was pressed, ``check_requested`` wishes for the check. ``routines``,
    the plan first, ``may_start`` and ``timings`` are asked again at each ``refresh``.
    """

    start_requested = Signal(object)
    print_requested = Signal(object)
    exercise_requested = Signal(str)
    check_requested = Signal()

    def __init__(
        self,
        *,
        style: Style,
        library: Library,
        routines: Callable[[], Sequence[Routine]],
        may_start: Callable[[], bool],
        clips: "ClipStore",
        look: "Callable[[], Look]",
        timings: Callable[[], Timings],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._library = library
        self._timings = timings
        self._ask_routines = routines
        self._may_start = may_start
        self._routines = tuple(routines())
        self._wide: bool | None = None
        self.miniatures = Miniatures(clips, look, self)
        self.choices: list[RoutineChoice] = []
        self.detail = RoutineDetail(library, self.miniatures, style=style)
        self.closed = Banner(
            "amber",
            "Exercises are paused",
            "No session can be started now. The Check page says why, and what opens them again.",
            style=style,
            action="Open the Check page",
        )
        self.closed.acted.connect(self.check_requested)
        self._build()
        self.detail.start_requested.connect(self.start_requested)
        self.detail.print_requested.connect(self.print_requested)
        self.detail.exercise_requested.connect(self.exercise_requested)
        style.changed.connect(self._on_style_changed)
        self._fill()

    def _build(self) -> None:
        # the height follows from the width alone; least heights of wrapped text would add to it
        self.content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        style = self._style
        self.body.addWidget(Text("Routines", TextRole.H1, style=style))
        self.nothing = Text("No routine yet.", TextRole.BODY, "ink2", style=style)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.closed)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(24)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self._list = QWidget()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._column = column
        self._arrange()

    def refresh(self) -> None:
        """Ask for the routines, the timings and the look of the figure again."""
        self.miniatures.forget()
        self._routines = tuple(self._ask_routines())
        self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again, since the plan may have changed."""
        super().showEvent(event)
        if self._routines != tuple(self._ask_routines()):
            self.refresh()
        self._show_closed()

    def _fill(self) -> None:
        """List the routines, and show the one that was chosen, else the first."""
        shown = self.detail.routine
        empty(self._column)
        self.choices = []
        for routine in self._routines:
            facts = count_line(routine, spending(routine, self._library, self._timings()))
            choice = RoutineChoice(routine, facts, style=self._style)
            choice.picked.connect(self._on_picked)
            self.choices.append(choice)
            self._column.addWidget(choice)
        self._column.addStretch(1)
        self.nothing.setVisible(not self._routines)
        self.detail.setVisible(bool(self._routines))
        ids = [routine.id for routine in self._routines]
        place = ids.index(shown.id) if shown is not None and shown.id in ids else 0
        if self._routines:
            self.choices[place].setChecked(True)
            self.detail.show_routine(self._routines[place], self._timings())
        self._show_closed()

    def _show_closed(self) -> None:
        allowed = self._may_start()
        self.closed.setVisible(not allowed)
        self.detail.start.setEnabled(allowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between two columns and one."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        scale = self._style.scale
        wide = self.viewport().width() >= _TWO_COLUMNS_PX * scale**0.6
        side = round(_SIDE_PX * scale**0.5)
        self._list.setMinimumWidth(side if wide else 0)
        self._list.setMaximumWidth(side if wide else _UNBOUND)
        if wide == self._wide:
            return
        self._wide = wide
        for part in (self.detail, self._list):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._list, 0, 1 if wide else 0)
        self._grid.addWidget(self.detail, 0 if wide else 1, 0)
        self._grid.setColumnStretch(0, 1)

    def _on_picked(self, routine: object) -> None:
        if isinstance(routine, Routine):
            self.detail.show_routine(routine, self._timings())

    def _on_style_changed(self) -> None:
        self.miniatures.forget()
        self._arrange()
