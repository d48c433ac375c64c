"""The field for searching a page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.ui.style.style import Style, TextRole

_HINT = mark("Ctrl F", "key")
_AT_END = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class SearchField(QLineEdit):
    """A field with a magnifier; it names its key until something is typed, and Esc empties it."""

    def __init__(self, words: str, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setAccessibleName(words)
        self.setPlaceholderText(words)
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
            painter.drawText(area, _AT_END, tr(_HINT, "key"))
        painter.end()

    def _on_text_changed(self, text: str) -> None:
        self.setClearButtonEnabled(bool(text))

    def _needed(self) -> int:
        """Return the width that the magnifier and the words in the empty field take."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return words + self._style.icon_px(20) + self._style.px(44)

    def _hint_width(self) -> int:
        metrics = QFontMetrics(self._style.font(TextRole.CAPTION))
        return metrics.horizontalAdvance(tr(_HINT, "key")) + self._style.px(28)

    def _restyle(self) -> None:
        style = self._style
        self.setFont(style.font(TextRole.BODY))
        self.setFixedHeight(style.px(44))
        self.setMaximumWidth(round(320 * style.scale))
        self.setMinimumWidth(self._needed())
        # the style sheet would pale it below what can be read
        self.setStyleSheet(f"QLineEdit {{ placeholder-text-color: {style.theme.ink2}; }}")
        self.setTextMargins(style.icon_px(20) + style.px(14), 0, 0, 0)
