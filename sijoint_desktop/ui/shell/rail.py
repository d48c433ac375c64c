"""The navigation rail: one item for each page, icons alone where room is short."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.style import Style, TextRole

WIDE_PX = 176
_GAP_PX = 4
_BESIDE_WORD_PX = 64  # both margins, what is left of the icon, and the gap beside it


@dataclass(frozen=True, slots=True)
class RailItem:
    """A page as the rail names it; ``foot`` items stand at the bottom."""

    key: str
    word: str
    icon: str
    keys: str = ""  # its shortcut, for the tool-tip
    foot: bool = False


class _RailButton(QPushButton):
    """One page of the rail, which a screen reader calls a radio button.

    Each is alone in its group: within one, Tab would reach only the page that is open.
    """

    chosen = Signal(str)

    def __init__(self, item: RailItem) -> None:
        super().__init__()
        self._key, self._word = item.key, item.word
        self.setProperty("ringRadius", 10)
        self.setCheckable(True)
        self.setAccessibleName(item.word)
        keys = QKeySequence(item.keys).toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{item.word}  {keys}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        alone = QButtonGroup(self)
        alone.setExclusive(False)
        alone.addButton(self)
        self.setAutoExclusive(True)  # changes no more than what it is called
        self.toggled.connect(self._on_toggled)  # a screen reader toggles and does not click

    def show_word(self, *, shown: bool) -> None:
        """Show the word beside the icon, or the icon alone."""
        self.setText(self._word if shown else "")
        self.setProperty("rail", "wide" if shown else "narrow")
        # the style sheet looks at the property only now, and may set back the font
        self.style().polish(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the page above or below with the arrow keys."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mark(self, *, on: bool) -> None:
        """Show whether this page is open, without choosing it."""
        self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(False)

    def _on_toggled(self, _on: bool) -> None:
        self.chosen.emit(self._key)


class Rail(QFrame):
    """Shows the pages and which one is open; ``chosen`` carries the key of the item pressed.

    What does not fit in the height opens from an arrow at the foot, so that no page is lost.
    """

    chosen = Signal(str)

    def __init__(
        self, items: Sequence[RailItem], *, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._items = tuple(items)
        self._narrow = False
        self.setProperty("rail", "true")
        self.setAccessibleName(tr("Pages"))
        self._buttons: list[_RailButton] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(_GAP_PX)
        self._more = self._make_more()
        for index, item in enumerate(self._items):
            if item.foot and not self._items[index - 1].foot:
                self._column.addStretch(1)
            self._column.addWidget(self._make_button(item))
        self._column.addWidget(self._more)
        self._restyle()
        style.changed.connect(self._restyle)

    @property
    def narrow(self) -> bool:
        """Tell whether icons stand alone."""
        return self._narrow

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or icons with words."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._restyle()

    def show_current(self, key: str) -> None:
        """Mark the page that is open; an unknown key marks none."""
        for index, item in enumerate(self._items):
            button = self._buttons[index]
            button.mark(on=item.key == key)
            button.setFont(self._font(bold=item.key == key))
        self._paint_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move what does not fit into the menu of the arrow."""
        super().resizeEvent(event)
        self._fit()

    def _make_button(self, item: RailItem) -> "_RailButton":
        button = _RailButton(item)
        button.chosen.connect(self.chosen)
        self._buttons.append(button)
        return button

    def _make_more(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("ringRadius", 10)
        button.setAccessibleName(tr("More pages"))
        button.setToolTip(tr("More pages"))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.triggered.connect(self._on_more)
        button.setMenu(menu)
        button.hide()
        return button

    def _on_more(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))

    def _font(self, *, bold: bool) -> QFont:
        return self._style.font(TextRole.BODY_BOLD if bold else TextRole.BODY)

    def _restyle(self) -> None:
        side = 12
        target = self._target()
        self._column.setContentsMargins(side, 16, side, 16)
        inside = target if self._narrow else self._wide_px() - 2 * side - 1
        self.setFixedWidth(inside + 2 * side + 1)
        for page in self._buttons:
            page.show_word(shown=not self._narrow)
        for button in (*self._buttons, self._more):
            button.setFixedHeight(target)
            button.setFixedWidth(inside)
            button.setFont(self._font(bold=button.isChecked()))
        self._paint_icons()
        self._fit()

    def _wide_px(self) -> int:
        """Return the width in which every word fits, bold as that of the page that is open."""
        words = QFontMetrics(self._font(bold=True))
        widest = max((words.horizontalAdvance(item.word) for item in self._items), default=0)
        return max(self._style.px(WIDE_PX), widest + self._style.icon_px(20) + _BESIDE_WORD_PX)

    def _target(self) -> int:
        return self._style.px(44)

    def _paint_icons(self) -> None:
        gap = 0 if self._narrow else 10
        edge = self._style.icon_px(20)
        for index, item in enumerate(self._items):
            button = self._buttons[index]
            token = "accent" if button.isChecked() else "ink2"
            button.setIcon(self._style.icon(item.icon, token, gap=gap))
            button.setIconSize(QSize(edge + gap, edge))
        self._more.setIcon(self._style.icon("chevron-down", "ink2"))
        self._more.setIconSize(QSize(edge, edge))

    def _fit(self) -> None:
        room = self.height() - 32
        step = self._target() + _GAP_PX
        fits = max(1, (room + _GAP_PX) // step)
        hidden: tuple[RailItem, ...] = ()
        if fits < len(self._items):
            hidden = self._items[fits - 1 :]
        menu = self._more.menu()
        menu.clear()
        for index, item in enumerate(self._items):
            self._buttons[index].setVisible(item not in hidden)
            if item in hidden:
                action = menu.addAction(self._style.icon(item.icon, "ink2"), item.word)
                action.setData(item.key)
        self._more.setVisible(bool(hidden))
