"""The top line of the builder: back, the name, undo and redo, print and done."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.routines.name_field import NameField
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, FlowLayout, IconButton, Style

_GAP = 12


class BuilderTop(QWidget):
    """``left`` says that the person is done; Undo and Redo work on the stack."""

    left = Signal()

    def __init__(self, stack: QUndoStack, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stack = stack
        self.back = IconButton("arrow-left", tr("Back to all routines"), style=style)
        self.name = NameField(style=style)
        self.undo = Button(tr("Undo"), ButtonKind.TEXT, "undo-2", style=style)
        self.redo = Button(tr("Redo"), ButtonKind.TEXT, "redo-2", style=style)
        self.print_sheet = Button(tr("Print sheet"), ButtonKind.OUTLINE, "printer", style=style)
        self.finish = Button(tr("Done"), ButtonKind.PRIMARY, style=style)
        title = QHBoxLayout()
        title.setSpacing(_GAP)
        title.addWidget(self.back)
        title.addWidget(self.name, 1)
        self._actions = QWidget()
        actions = FlowLayout(self._actions, gap=_GAP)
        for button in self._buttons:
            actions.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP)
        self._row.addLayout(title, 1)
        self._row.addWidget(self._actions)
        self.back.clicked.connect(self.left)
        self.finish.clicked.connect(self.left)
        self.undo.clicked.connect(stack.undo)
        self.redo.clicked.connect(stack.redo)
        stack.indexChanged.connect(self._on_stack)
        self._on_stack(0)

    def fit(self, width: int, *, stacked: bool) -> None:
        """Put the buttons beside the name, or below it in as many rows as they need.

        They go below where they are to be ``stacked``, or where they leave the name too little of
        the ``width`` in pixels.
        """
        row = sum(button.sizeHint().width() + _GAP for button in self._buttons)
        beside = row + self.back.sizeHint().width() + self.name.pencil.sizeHint().width() + 2 * _GAP
        stacked = stacked or width - beside < self.name.heading.calm_width
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        self._actions.setMinimumWidth(0 if stacked else row - _GAP)

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return self.undo, self.redo, self.print_sheet, self.finish

    def _on_stack(self, _index: int) -> None:
        self.undo.setEnabled(self._stack.canUndo())
        self.redo.setEnabled(self._stack.canRedo())
        undo, redo = self._stack.undoText(), self._stack.redoText()
        self.undo.setToolTip(tr("Undo {change}", change=undo) if undo else tr("Undo"))
        self.redo.setToolTip(tr("Redo {change}", change=redo) if redo else tr("Redo"))
