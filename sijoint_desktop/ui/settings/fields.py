"""Turns an option of the table into the control that sets it."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.core.language import tr
from sijoint_desktop.settings.options import Group, Option, Value
from sijoint_desktop.ui.settings.picks import Picks
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    IconButton,
    Segments,
    Text,
    TextRole,
)

_SEGMENTS_MOST = 3
_SEGMENTS_LETTERS = 44  # what fits side by side in the largest text
_TYPING_MS = 400
_BESIDE_MOST = 1.4  # the text scale up to which a label and its control fit beside each other


class Field(QObject):
    """One control; ``edited`` carries the key and the new value when the person changed it."""

    edited = Signal(str, object)

    def __init__(self, option: Option, *, style: Style, parent: QObject) -> None:
        super().__init__(parent)
        self._option = option
        self._style = style
        self.widget = self._make()
        style.changed.connect(self._restyle)
        self._restyle()

    @property
    def key(self) -> str:
        """The key of the option."""
        return self._option.key

    def show_value(self, value: Value) -> None:
        """Show a value without saying that it was edited."""
        widget = self.widget
        widget.blockSignals(True)
        if isinstance(widget, QCheckBox):
            widget.setChecked(bool(value))
        elif isinstance(widget, Segments | Picks):
            widget.set_value(str(value))
        elif isinstance(widget, QComboBox):
            widget.setCurrentIndex(widget.findData(value))
        elif isinstance(widget, QSpinBox | QSlider):
            widget.setValue(int(value))
        elif isinstance(widget, QLineEdit) and widget.text() != value:
            widget.setText(str(value))
        widget.blockSignals(False)

    def _make(self) -> QWidget:
        option = self._option
        if isinstance(option.default, bool):
            return self._check()
        if option.several:
            return self._picks()
        if option.choices:
            words = [word for _key, word in option.choices_in_words()]
            few = len(words) <= _SEGMENTS_MOST and len("".join(words)) <= _SEGMENTS_LETTERS
            return self._segments() if few else self._combo()
        if isinstance(option.default, int):
            return self._slider() if option.unit == "%" and option.least == 0 else self._spin()
        return self._line()

    def _check(self) -> QWidget:
        box = QCheckBox(tr("On", "switch"))
        box.setAccessibleName(self._option.words)
        box.toggled.connect(self._on_value)
        return box

    def _segments(self) -> QWidget:
        segments = Segments(
            self._option.choices_in_words(), style=self._style, name=self._option.words
        )
        segments.chosen.connect(self._on_value)
        return segments

    def _picks(self) -> QWidget:
        picks = Picks(self._option.choices_in_words(), style=self._style, name=self._option.words)
        picks.chosen.connect(self._on_value)
        return picks

    def _combo(self) -> QWidget:
        combo = QComboBox()
        for key, word in self._option.choices_in_words():
            combo.addItem(word, key)
        combo.setAccessibleName(self._option.words)
        combo.currentIndexChanged.connect(self._on_index)
        return combo

    def _spin(self) -> QWidget:
        spin = QSpinBox()
        spin.setRange(self._option.least, self._option.most)
        spin.setSingleStep(self._option.step)
        spin.setSuffix(f" {tr(self._option.unit, 'unit')}" if self._option.unit else "")
        spin.setAccessibleName(self._option.words)
        spin.setKeyboardTracking(False)
        spin.lineEdit().setTextMargins(10, 0, 0, 0)  # the style sheet has no say in there
        spin.valueChanged.connect(self._on_value)
        return spin

    def _slider(self) -> QWidget:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(self._option.least, self._option.most)
        slider.setSingleStep(self._option.step)
        slider.setPageStep(self._option.step * 2)
        slider.setAccessibleName(self._option.words)
        slider.valueChanged.connect(self._on_value)
        return slider

    def _line(self) -> QWidget:
        line = QLineEdit()
        line.setMaxLength(60)
        line.setAccessibleName(self._option.words)
        # saved when typing rests, not at every letter
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._on_text)
        line.textEdited.connect(self._on_typing)
        line.editingFinished.connect(self._on_text)
        return line

    def _on_value(self, value: object) -> None:
        self.edited.emit(self._option.key, value)

    def _on_index(self, index: int) -> None:
        if isinstance(self.widget, QComboBox):
            self.edited.emit(self._option.key, self.widget.itemData(index))

    def _on_typing(self, _text: str) -> None:
        self._typing.start()

    def _on_text(self) -> None:
        self._typing.stop()
        if isinstance(self.widget, QLineEdit):
            self.edited.emit(self._option.key, self.widget.text())

    def _restyle(self) -> None:
        widget, style = self.widget, self._style
        if isinstance(widget, Segments | Picks):
            return
        widget.setFont(style.font(TextRole.BODY))
        if isinstance(widget, QSlider):
            widget.setFixedWidth(style.px(220))
        else:
            widget.setFixedHeight(style.px(44))
        if isinstance(widget, QComboBox | QLineEdit | QSpinBox):
            wide = 130 if isinstance(widget, QSpinBox) else 260
            widget.setMinimumWidth(round(wide * min(1.6, style.scale)))


class FieldRow(QWidget):
    """A label with its explanation at the left, the control at the right; below it for large text.

    Before the control stands the way back to the default, once another value is set: a press
    is ``reset_wished`` with the key.
    """

    reset_wished = Signal(str)

    def __init__(self, option: Option, field: Field, *, style: Style, extra: QWidget | None = None):
        super().__init__()
        self._key = option.key
        back_to_default = tr("{option}: back to default", option=option.words)
        self.reset = IconButton("rotate-ccw", back_to_default, style=style)
        keep_room(self.reset)
        self.reset.clicked.connect(self._on_reset)
        self._style = style
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 6, 0, 6)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        label = Text(option.words, TextRole.BODY, style=style)
        label.setBuddy(field.widget)
        words.addWidget(label)
        if option.help:
            words.addWidget(Text(tr(option.help), TextRole.CAPTION, "ink2", style=style))
            # a screen reader may never come to what holds the parts of a choice
            for part in (field.widget, *field.widget.findChildren(QAbstractButton)):
                part.setAccessibleDescription(tr(option.help))
        words.addStretch(1)
        self._row.addLayout(words, 1)
        self._end = self._at_the_end(field.widget, extra)
        self._row.addLayout(self._end)
        style.changed.connect(self._restyle)
        self._restyle()

    def _at_the_end(self, control: QWidget, extra: QWidget | None) -> QBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addStretch(1)
        row.addWidget(self.reset, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(control, alignment=Qt.AlignmentFlag.AlignVCenter)
        end = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        if extra is not None:
            end.addWidget(extra, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        end.addLayout(row)
        return end

    def _restyle(self) -> None:
        beside = self._style.scale <= _BESIDE_MOST
        ways = QBoxLayout.Direction
        for row in (self._row, self._end):
            row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
            row.setSpacing(24 if beside else 4)

    def show_changed(self, changed: bool) -> None:
        """Offer the way back where the value is not the default."""
        self.reset.setVisible(changed)

    def _on_reset(self) -> None:
        self.reset_wished.emit(self._key)


class Heading(QWidget):
    """The heading of a group of options; the way back for all of them is ``reset_wished``."""

    reset_wished = Signal(object)  # Group

    def __init__(self, group: Group, *, style: Style) -> None:
        super().__init__()
        self._group = group
        self._reset = Button(tr("Back to defaults"), ButtonKind.TEXT, style=style)
        self._reset.setAccessibleName(tr("{group}: back to defaults", group=group.heading))
        keep_room(self._reset)
        self._reset.clicked.connect(self._on_reset)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(group.heading, TextRole.H2, style=style), 1)
        row.addWidget(self._reset)

    def show_changed(self, changed: bool) -> None:
        """Offer the way back where a value of the group is not its default."""
        self._reset.setVisible(changed)

    def _on_reset(self) -> None:
        self.reset_wished.emit(self._group)


def keep_room(widget: QWidget) -> None:
    """Keep the room of a widget while it is hidden, so that nothing moves when it comes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
