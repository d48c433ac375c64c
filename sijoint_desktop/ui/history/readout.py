"""The small box with the words of one session, beside the pointer or the arrow keys."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from sijoint_desktop.ui.style.style import Style, TextRole


class Readout(QLabel):
    """The words at the pointer, light on dark or the other way round."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_words(self, day: str, scores: str) -> None:
        """Show a day in bold and its scores below, a line each."""
        self.words = f"{day}: {scores}"
        lines = "<br>".join(escape(line) for line in scores.splitlines())
        self.setText(f"<b>{escape(day)}</b><br>{lines}")
        self.adjustSize()
        self.show()

    def restyle(self, style: Style) -> None:
        """Take over colours and text size."""
        theme = style.theme
        self.setFont(style.font(TextRole.CAPTION))
        self.setStyleSheet(
            f"background: {theme.ink}; color: {theme.surface}; "
            "border-radius: 8px; padding: 6px 12px;"
        )
        self.adjustSize()
