"""The pain scale of 0 to 10 as eleven equal buttons."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.labels import Text
from sijoint_desktop.ui.style.one_of import OneOf
from sijoint_desktop.ui.style.style import Style, TextRole


def pain_word(value: int) -> str:
    """Return the spoken value of a pain of 0 to 10 on the numeric rating scale."""
    if not 0 <= value <= 10:
        raise ValueError(f"pain must be 0 to 10, got {value}")
    if value == 0:
        return tr("no pain")
    if value == 10:
        return tr("the worst you can imagine")
    if value <= 3:
        return tr("mild", "pain")
    return tr("moderate", "pain") if value <= 6 else tr("strong", "pain")


def effort_word(value: int) -> str:
    """Return the spoken value of an effort of 0 to 10; 7 is where it gets hard."""
    if not 0 <= value <= 10:
        raise ValueError(f"effort must be 0 to 10, got {value}")
    if value in (0, 10):
        return tr("all you had") if value else tr("no effort")
    if value <= 3:
        return tr("easy", "effort")
    return tr("some effort") if value <= 6 else tr("hard", "effort")


class NrsScale(QWidget):
    """Eleven buttons, by default from None to Worst; nothing is chosen at first.

    Keys: 0 to 9, T for ten, Left and Right. ``size`` is 36, or 60 in a session. ``ends`` names the
    first and the last, and ``word`` says a value.
    """

    chosen = Signal(int)

    def __init__(
        self,
        *,
        style: Style,
        name: str = "",
        value: int | None = None,
        size: int = 36,
        ends: tuple[str, str] | None = None,
        word: Callable[[int], str] = pain_word,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._size = size
        self._word = word
        self._value: int | None = None
        self._group = OneOf(self)
        name = name or tr("Pain")
        first, last = ends or (tr("None", "pain"), tr("Worst", "pain"))
        self.setAccessibleName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._spoken = Text(" ", TextRole.BODY_BOLD, style=style, wrap=False)
        self._grid.addWidget(self._spoken, 0, 0, 1, 11)
        for number in range(11):
            self._grid.addWidget(self._make_button(number, name), 1, number)
        none = Text(first, TextRole.CAPTION, "ink2", style=style, wrap=False)
        worst = Text(last, TextRole.CAPTION, "ink2", style=style, wrap=False)
        self._grid.addWidget(none, 2, 0, 1, 5)
        self._grid.addWidget(worst, 2, 6, 1, 5, Qt.AlignmentFlag.AlignRight)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._restyle()
        self.set_value(value)
        self._group.idToggled.connect(self._on_toggled)
        style.changed.connect(self._restyle)

    @property
    def value(self) -> int | None:
        """The chosen pain, 0 to 10, or None."""
        return self._value

    def set_value(self, value: int | None) -> None:
        """Show a value, or nothing chosen, without emitting ``chosen``."""
        self._value = value
        if value is None:
            self._group.clear()
        else:
            self._group.button(value).setChecked(True)
        self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit, or ten by T."""
        text = event.text().lower()
        if text == "t" or (len(text) == 1 and text in "0123456789"):
            number = 10 if text == "t" else int(text)
            self._group.button(number).setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._group.button(number).setChecked(True)
        else:
            super().keyPressEvent(event)

    def _make_button(self, number: int, name: str) -> QPushButton:
        button = QPushButton(str(number))
        button.setCheckable(True)
        button.setProperty("nrs", "true")
        button.setAccessibleName(f"{name}: {number}, {self._word(number)}")
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group.add(button, number)
        return button

    def _on_toggled(self, number: int, on: bool) -> None:
        if on and number != self._value:
            self._value = number
            self._say()
            self.chosen.emit(number)

    def _say(self) -> None:
        spoken = " " if self._value is None else f"{self._value}: {self._word(self._value)}"
        self._spoken.setText(spoken)

    def _restyle(self) -> None:
        edge = self._style.px(self._size)
        self._grid.setHorizontalSpacing(4 if self._size < 60 else 6)
        role = TextRole.BODY if self._size < 60 else TextRole.LEAD_BOLD
        for button in self._group.buttons():
            button.setFont(self._style.font(role, tabular=True))
            button.setFixedHeight(edge)
            button.setMinimumWidth(min(edge, 60))
            button.setMaximumWidth(edge)
