"""The search field and the filters above the exercises."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QWidget,
)

from sijoint_desktop.content.model import Exercise, Position, Purpose
from sijoint_desktop.content.words import position_word, purpose_word
from sijoint_desktop.ui.library.filters import Filter, positions_present, purpose_counts
from sijoint_desktop.ui.style.widgets import Chip, FlowLayout, Style, TextRole

_HINT = "Ctrl F"
_AT_END = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class SearchField(QLineEdit):
    """A field with a magnifier; it names its key until something is typed, and Esc empties it."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setAccessibleName("Search exercises")
        self.setPlaceholderText("Search exercises")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", 10)
        self.textChanged.connect(self._on_text_changed)
        self._restyle()
        style.changed.connect(self._restyle)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the magnifier and the name of the key."""
        super().paintEvent(event)
        edge = self._style.icon_px(20)
        painter = QPainter(self)
        painter.drawPixmap(
            self._style.px(14),
            (self.height() - edge) // 2,
            self._style.pixmap("search", 20, "ink2"),
        )
        if not self.text() and self.width() >= self._needed() + self._hint_width():
            painter.setFont(self._style.font(TextRole.CAPTION))
            painter.setPen(self._style.color("ink2"))
            area = self.rect().adjusted(0, 0, -self._style.px(14), 0)
            painter.drawText(area, _AT_END, _HINT)
        painter.end()

    def _on_text_changed(self, text: str) -> None:
        self.setClearButtonEnabled(bool(text))

    def _needed(self) -> int:
        """Return the width that the magnifier and the words in the empty field take."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return words + self._style.icon_px(20) + self._style.px(44)

    def _hint_width(self) -> int:
        metrics = QFontMetrics(self._style.font(TextRole.CAPTION))
        return metrics.horizontalAdvance(_HINT) + self._style.px(28)

    def _restyle(self) -> None:
        style = self._style
        self.setFont(style.font(TextRole.BODY))
        self.setFixedHeight(style.px(44))
        self.setMaximumWidth(round(320 * style.scale))
        self.setMinimumWidth(self._needed())
        # the style sheet would pale it below what can be read
        self.setStyleSheet(f"QLineEdit {{ placeholder-text-color: {style.theme.ink2}; }}")
        self.setTextMargins(style.icon_px(20) + style.px(14), 0, 0, 0)


class FilterRow(QWidget):
    """Chips for the purpose, with counts, and a choice of the position."""

    changed = Signal()

    def __init__(
        self, exercises: tuple[Exercise, ...], *, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._purposes: list[Purpose | None] = [None, *Purpose]
        self._positions: list[Position | None] = [None, *positions_present(exercises)]
        self._group = QButtonGroup(self)
        row = FlowLayout(self, gap=8)
        counts = purpose_counts(exercises)
        for index, purpose in enumerate(self._purposes):
            word = purpose_word(purpose) if purpose else "All"
            count = counts[purpose] if purpose else len(exercises)
            chip = Chip(f"{word} {count}", style=style, checked=purpose is None)
            self._group.addButton(chip, index)
            row.addWidget(chip)
        self.position = QComboBox()
        self.position.setAccessibleName("Position")
        self.position.addItems(
            [
                position_word(position) if position else "Any position"
                for position in self._positions
            ]
        )
        row.addWidget(self.position)
        self._restyle()
        self._group.idToggled.connect(self._on_toggled)
        self.position.currentIndexChanged.connect(self._on_position)
        style.changed.connect(self._restyle)

    @property
    def first(self) -> QWidget:
        """The first control in the row."""
        return self._group.button(0)

    @property
    def last(self) -> QWidget:
        """The last control in the row."""
        return self.position

    @property
    def chips(self) -> list[QAbstractButton]:
        """The purpose chips, "All" first."""
        return self._group.buttons()

    def wanted(self, text: str) -> Filter:
        """Return the chosen filters, joined by what was typed."""
        return Filter(
            text=text,
            purpose=self._purposes[self._group.checkedId()],
            position=self._positions[self.position.currentIndex()],
        )

    def clear(self) -> None:
        """Choose everything again."""
        self._group.button(0).setChecked(True)
        self.position.setCurrentIndex(0)

    def _on_toggled(self, _index: int, on: bool) -> None:
        if on:
            self.changed.emit()

    def _on_position(self, _index: int) -> None:
        self.changed.emit()

    def _restyle(self) -> None:
        height = max(32, self._style.px(36))
        self.position.setFont(self._style.font(TextRole.CAPTION))
        self.position.setFixedHeight(height)
        self.position.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.position.setStyleSheet(f"QComboBox {{ border-radius: {height // 2}px; }}")
        self.position.setProperty("ringRadius", height // 2)
