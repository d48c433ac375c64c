"""Buttons of every kind, chips and segments."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QIcon
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from sijoint_desktop.ui.style.one_of import OneOf
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.tokens import INK


class ButtonKind(StrEnum):
    """How much a button asks to be pressed; one PRIMARY on a page, DANGER for "That hurt"."""

    PRIMARY = "primary"
    OUTLINE = "outline"
    TEXT = "text"
    DANGER = "danger"


_ICON_GAP = 5
_TIGHT_PADDING, _TIGHT_GAP = 3, 3
_SEGMENT_ROOM, _SEGMENT_LEAST = 30, 12
_ICON_TOKEN = {
    ButtonKind.PRIMARY: "on_accent",
    ButtonKind.OUTLINE: "ink",
    ButtonKind.TEXT: "accent",
    ButtonKind.DANGER: "red",
}


class Button(QPushButton):
    """A button with a verb on it; ``height`` is 44, or 60 for Start and in a session."""

    def __init__(
        self,
        text: str,
        kind: ButtonKind = ButtonKind.OUTLINE,
        icon: str | None = None,
        *,
        style: Style,
        height: int = 44,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._style = style
        self._kind = kind
        self._icon_name = icon
        self._height = height
        self.setProperty("kind", kind.value)
        self.setProperty("ringRadius", 10)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._restyle()
        style.changed.connect(self._restyle)

    def set_icon_name(self, name: str | None) -> None:
        """Show another icon, or none."""
        self._icon_name = name
        self._restyle()

    def _restyle(self) -> None:
        big = self._height >= 60
        role = TextRole.LEAD_BOLD if big else TextRole.BODY_BOLD
        self.setFont(self._style.font(role))
        self.setFixedHeight(self._style.px(self._height))
        if big:
            self.setMinimumWidth(self._style.px(150))
        if self._icon_name:
            size = 24 if big else 20
            token = _ICON_TOKEN[self._kind]
            self.setIcon(self._style.icon(self._icon_name, token, size, gap=_ICON_GAP))
            edge = self._style.icon_px(size)
            self.setIconSize(QSize(edge + _ICON_GAP, edge))
        else:
            self.setIcon(QIcon())


class IconButton(QToolButton):
    """A button with an icon only; its name is the tool-tip and what a screen reader says."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        style: Style,
        size: int = 36,
        icon_size: int = 20,
        token: str = INK,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._icon_name = icon
        self._token = token
        self._size = size
        self._icon_size = icon_size
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_name(name)
        self._restyle()
        style.changed.connect(self._restyle)

    def set_name(self, name: str) -> None:
        """Say what the button does now."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def set_icon_name(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self._restyle()

    def _restyle(self) -> None:
        edge = max(32, self._style.px(self._size))
        self.setFixedSize(edge, edge)
        icon_edge = self._style.icon_px(self._icon_size)
        self.setIconSize(QSize(icon_edge, icon_edge))
        self.setIcon(self._style.icon(self._icon_name, self._token, self._icon_size))


class Chip(QPushButton):
    """One of several choices that go together; chosen shows a tick, an edge and bold text.

    A ``tight`` one asks for no more than word and tick need; who lays it out adds room.
    """

    def __init__(
        self,
        text: str,
        *,
        style: Style,
        checked: bool = False,
        height: int = 36,
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._style = style
        self._height = height
        self._tight = tight
        self.setCheckable(True)
        self.setChecked(checked)
        self.setProperty("chip", "true")
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._restyle()
        self.toggled.connect(self._on_toggled)
        style.changed.connect(self._restyle)

    def _on_toggled(self, _checked: bool) -> None:
        self._restyle()

    def _restyle(self) -> None:
        on = self.isChecked()
        height = max(32, self._style.px(self._height))
        self.setFont(self._style.font(TextRole.CAPTION_BOLD if on else TextRole.CAPTION))
        self.setFixedHeight(height)
        # a round end is half of a height that is not known to the style sheet
        padding = f" padding: 0 {_TIGHT_PADDING}px;" if self._tight else ""
        self.setStyleSheet(f"QPushButton {{ border-radius: {height // 2}px;{padding} }}")
        self.setProperty("ringRadius", height // 2)
        tick, gap = (14, _TIGHT_GAP) if self._tight else (16, _ICON_GAP)
        self.setIcon(self._style.icon("check", "accent", tick, gap=gap) if on else QIcon())
        edge = self._style.icon_px(tick)
        self.setIconSize(QSize(edge + gap, edge))


class _Segment(QPushButton):
    """One of several; it has room for its bold word, so that choosing moves nothing."""

    def __init__(self, word: str, *, style: Style) -> None:
        super().__init__(word)
        self._style = style
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        """Return the size with room at both sides of the word."""
        return QSize(self._word_px() + _SEGMENT_ROOM, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the size that the word itself needs."""
        return QSize(self._word_px() + _SEGMENT_LEAST, super().minimumSizeHint().height())

    def _word_px(self) -> int:
        metrics = QFontMetrics(self._style.font(TextRole.CAPTION_BOLD))
        return metrics.horizontalAdvance(self.text())


class Segments(QFrame):
    """A choice of one among two to four, in one frame; arrow keys move the choice.

    ``options`` are pairs of (key, word on the segment). ``chosen`` carries the key.
    """

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        style: Style,
        value: str | None = None,
        name: str = "",
        height: int = 36,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._height = height
        self._keys: list[str] = [key for key, _word in options]
        self.setProperty("segments", "true")
        self.setAccessibleName(name)
        self._group = OneOf(self)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        for index, (_key, word) in enumerate(options):
            self._row.addWidget(self._segment(index, word, name))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_value(value if value is not None else self._keys[0])
        self._restyle()
        self._group.idClicked.connect(self._on_clicked)
        self._group.idToggled.connect(self._on_toggled)
        style.changed.connect(self._restyle)

    @property
    def value(self) -> str:
        """The key of the present choice, empty after ``clear``."""
        chosen = self._group.checkedId()
        return self._keys[chosen] if chosen >= 0 else ""

    @property
    def buttons(self) -> tuple[QAbstractButton, ...]:
        """The segments in their order."""
        return tuple(self._group.buttons())

    def set_value(self, key: str) -> None:
        """Choose without emitting ``chosen``; raises ValueError for an unknown key."""
        button = self._group.button(self._keys.index(key))
        self._last = key
        button.setChecked(True)

    def clear(self) -> None:
        """Choose nothing, where none of the options is true any more; emits nothing."""
        self._group.clear()
        self._last = ""

    def _segment(self, index: int, word: str, name: str) -> QPushButton:
        button = _Segment(word, style=self._style)
        last = len(self._keys) - 1
        place = "only" if last == 0 else {0: "first", last: "last"}.get(index, "inner")
        button.setProperty("segment", place)
        button.setAccessibleName(f"{name}: {word}" if name else word)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._group.add(button, index)
        return button

    def _on_clicked(self, index: int) -> None:
        self._announce(self._keys[index])

    def _on_toggled(self, index: int, on: bool) -> None:
        self._group.button(index).setFont(self._segment_font(on=on))
        # arrow keys and screen readers toggle without a click
        if on:
            self._announce(self._keys[index])

    def _announce(self, key: str) -> None:
        if key != self._last:
            self._last = key
            self.chosen.emit(key)

    def _segment_font(self, *, on: bool) -> QFont:
        return self._style.font(TextRole.CAPTION_BOLD if on else TextRole.CAPTION)

    def _restyle(self) -> None:
        edge = self._style.theme.edge_px
        self._row.setContentsMargins(edge, edge, edge, edge)
        self.setFixedHeight(max(32, self._style.px(self._height)))
        for button in self._group.buttons():
            button.setFont(self._segment_font(on=button.isChecked()))
            button.updateGeometry()
