"""A number with a button for less and one for more; it can also be typed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSpinBox, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.widgets import IconButton, Style, TextRole


class Stepper(QWidget):
    """Whole numbers within bounds; ``changed`` carries what a person set, not what was shown."""

    changed = Signal(int)

    def __init__(
        self,
        name: str,
        bounds: tuple[int, int],
        *,
        style: Style,
        unit: str = "",
        step: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self.box = _Number()
        self.box.setAccessibleName(name)
        self.box.setRange(*bounds)
        self.box.setSingleStep(step)
        self.box.setSuffix(f" {unit}" if unit else "")
        self.box.setKeyboardTracking(False)
        self.box.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.less = IconButton("minus", tr("Less: {name}", name=name), style=style)
        self.more = IconButton("plus", tr("More: {name}", name=name), style=style)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.less, self.box, self.more):
            row.addWidget(part)
        row.addStretch(1)  # spare room goes beside them, not between
        self.less.clicked.connect(self.box.stepDown)
        self.more.clicked.connect(self.box.stepUp)
        self.box.valueChanged.connect(self._on_changed)
        style.changed.connect(self._restyle)
        self._restyle()

    @property
    def value(self) -> int:
        """The number on show."""
        return self.box.value()

    def show_value(self, value: int) -> None:
        """Show a number without saying that it was changed."""
        self.box.blockSignals(True)
        self.box.setValue(value)
        self.box.blockSignals(False)
        self._mark_ends()

    def _on_changed(self, value: int) -> None:
        self._mark_ends()
        self.changed.emit(value)

    def _mark_ends(self) -> None:
        self.less.setEnabled(self.box.value() > self.box.minimum())
        self.more.setEnabled(self.box.value() < self.box.maximum())

    def _restyle(self) -> None:
        self.box.setFont(self._style.font(TextRole.BODY_BOLD, tabular=True))
        self.box.setFixedHeight(max(32, self._style.px(40)))
        metrics = self.box.fontMetrics()
        self.box.setFixedWidth(metrics.horizontalAdvance("888 s") + 28)


class _Number(QSpinBox):
    """A box without arrows; the style sheet of the window would leave its text no room."""

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the window: a number is a change of the routine, not a text."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._widen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._widen()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._widen()

    def _widen(self) -> None:
        self.lineEdit().setGeometry(self.rect().adjusted(4, 2, -4, -2))
