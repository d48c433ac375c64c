"""One question of the check as a control: a sign to tick, a choice, a pain scale or a number."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.core.language import tr
from sijoint_desktop.triage.question import Kind, Question, Reply, Value
from sijoint_desktop.ui.style.widgets import IconButton, NrsScale, OneOf, Style, Text, TextRole

_SCALE_PX = 32  # eleven of these fit beside the steps at 200 % text
_UNSET = -1  # the spin box below its range, where it shows a word in place of a number


class Row(QWidget):
    """A question with its control; ``answered`` carries (code, value).

    The explanation opens below it from "What does this mean?". ``demo_wished`` carries the code.
    """

    answered = Signal(str, object)
    demo_wished = Signal(str)

    def __init__(self, question: Question, *, style: Style) -> None:
        super().__init__()
        self.question = question
        self._style = style
        self._tools = QHBoxLayout()
        self._means = Text(question.means, TextRole.CAPTION, "ink2", style=style)
        self._means.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(6)
        self.help = IconButton("info", "", style=style)
        self.help.setCheckable(True)
        self.help.toggled.connect(self._on_help)
        self._name_help()

    def set_value(self, value: Value | None) -> None:
        """Show an answer, or none, without emitting ``answered``."""
        raise NotImplementedError

    def offer_demo(self, name: str) -> None:
        """Add a button that asks to see the self-test of this name."""
        self.demo = IconButton("play", tr("Show me: {name}", name=name), style=self._style)
        self.demo.clicked.connect(self._on_demo)
        self._tools.insertWidget(0, self.demo)
        # Tab goes there before the explanation, as the eye does, and not after the answers
        self.setTabOrder(self.help, self.demo)
        self.setTabOrder(self.demo, self.help)

    def _head(self, *widgets: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for widget in widgets:
            stretch = 1 if isinstance(widget, Text) else 0
            row.addWidget(widget, stretch)
        self._tools.addWidget(self.help)
        row.addLayout(self._tools)
        self._column.addLayout(row)
        self._column.addWidget(self._means)

    def _on_demo(self) -> None:
        self.demo_wished.emit(self.question.code)

    def _on_help(self, opened: bool) -> None:
        self._means.setVisible(opened)
        self._name_help()

    def _name_help(self) -> None:
        sign = self.question.sign
        if self.help.isChecked():
            self.help.set_name(tr("Hide: {sign}", sign=sign))
        else:
            self.help.set_name(tr("What does this mean? {sign}", sign=sign))


class _Label(Text):
    """The words of a tick; a click on them ticks."""

    clicked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick, as a click on the box does."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()
        super().mouseReleaseEvent(event)


class TickRow(Row):
    """A sign to tick; the words wrap beside the box."""

    def __init__(self, question: Question, *, style: Style) -> None:
        super().__init__(question, style=style)
        self.box = QCheckBox()
        self.box.setAccessibleName(question.sign)
        self.box.setAccessibleDescription(question.means)
        self.box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        label = _Label(question.sign, style=style)
        label.clicked.connect(self.box.click)
        self._head(self.box, label)
        self.box.toggled.connect(self._on_toggled)  # a screen reader toggles, and never clicks

    def set_value(self, value: Value | None) -> None:
        """Show an answer, or none, without emitting ``answered``."""
        self.box.blockSignals(True)
        self.box.setChecked(value in (Reply.YES, Reply.NOT_SURE))
        self.box.blockSignals(False)

    def _on_toggled(self, ticked: bool) -> None:
        self.answered.emit(self.question.code, Reply.YES if ticked else Reply.NO)


class ChoiceRow(Row):
    """A choice of one among a few, one below the other; nothing is chosen at first."""

    def __init__(self, question: Question, *, style: Style) -> None:
        super().__init__(question, style=style)
        self._head(Text(question.ask, TextRole.BODY_BOLD, style=style))
        self._group = OneOf(self)
        self._keys: list[str] = [*question.options, Reply.NOT_SURE]
        for index, key in enumerate(self._keys):
            button = QRadioButton(question.words(key))
            button.setFont(style.font(TextRole.BODY))
            button.setMinimumHeight(style.px(32))
            button.setAccessibleName(f"{question.sign}: {question.words(key)}")
            self._group.add(button, index)
            self._column.addWidget(button)
        if question.code == "sex":
            self._group.button(len(question.options)).hide()
        # a screen reader toggles and does not click
        self._group.idToggled.connect(self._on_toggled)

    def button(self, key: str) -> QAbstractButton:
        """Return the button of an option."""
        return self._group.button(self._keys.index(key))

    def set_value(self, value: Value | None) -> None:
        """Show an answer, or none, without emitting ``answered``."""
        self._group.blockSignals(True)
        self._group.clear()
        if value in self._keys:
            self._group.button(self._keys.index(str(value))).setChecked(True)
        self._group.blockSignals(False)

    def _on_toggled(self, index: int, on: bool) -> None:
        if on:
            self.answered.emit(self.question.code, self._keys[index])


class ScaleRow(Row):
    """A pain of 0 to 10."""

    def __init__(self, question: Question, *, style: Style) -> None:
        super().__init__(question, style=style)
        self._head(Text(question.ask, TextRole.BODY_BOLD, style=style))
        self.scale = NrsScale(style=style, name=question.sign, size=_SCALE_PX)
        self._column.addWidget(self.scale)
        self.scale.chosen.connect(self._on_chosen)

    def set_value(self, value: Value | None) -> None:
        """Show an answer, or none, without emitting ``answered``."""
        self.scale.set_value(value if isinstance(value, int) else None)

    def _on_chosen(self, value: int) -> None:
        self.answered.emit(self.question.code, value)


class NumberRow(Row):
    """A whole number, such as an age; it says so while none was entered."""

    def __init__(self, question: Question, *, style: Style) -> None:
        super().__init__(question, style=style)
        self._head(Text(question.ask, TextRole.BODY_BOLD, style=style))
        self.box = QSpinBox()
        self.box.setRange(_UNSET, question.most)
        self.box.setSpecialValueText("–")
        self.box.setValue(_UNSET)
        self.box.setFont(style.font(TextRole.BODY))
        self.box.setFixedHeight(style.px(44))
        self.box.setFixedWidth(style.px(110))
        self.box.lineEdit().setTextMargins(10, 0, 0, 0)  # the style sheet has no say in there
        self.box.setAccessibleName(question.sign)
        self._column.addWidget(self.box)
        self.box.valueChanged.connect(self._on_changed)

    def set_value(self, value: Value | None) -> None:
        """Show an answer, or none, without emitting ``answered``."""
        self.box.blockSignals(True)
        self.box.setValue(value if isinstance(value, int) else _UNSET)
        self.box.blockSignals(False)

    def _on_changed(self, value: int) -> None:
        if value != _UNSET:
            self.answered.emit(self.question.code, value)


_ROWS = {
    Kind.YES_NO: TickRow,
    Kind.CHOICE: ChoiceRow,
    Kind.SCALE: ScaleRow,
    Kind.NUMBER: NumberRow,
}


def make_row(question: Question, *, style: Style) -> Row:
    """Return the row that a question of its kind is answered in."""
    return _ROWS[question.kind](question, style=style)
