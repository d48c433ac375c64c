"""Text by role, tags, pictures of icons and the banner for messages."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.tokens import INK


class Text(QLabel):
    """A text of one role and colour; it wraps at the width it is given.

    ``tabular`` gives the digits one width; ``wrap`` = False keeps it on one line.
    """

    def __init__(
        self,
        text: str,
        role: TextRole = TextRole.BODY,
        token: str = INK,
        *,
        style: Style,
        wrap: bool = True,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._style = style
        self._role = role
        self._token = token
        self._tabular = tabular
        self._line_px = 0
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        policy = self.sizePolicy()
        # Preferred, not Minimum: the least height depends on the width that is given
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self._restyle()
        style.changed.connect(self._restyle)

    def set_role(self, role: TextRole) -> None:
        """Show the text in another size."""
        if role is not self._role:
            self._role = role
            self._restyle()

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._heights.clear()

    def hasHeightForWidth(self) -> bool:
        """Say that a wrapped text is as high as its width makes it."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width, in pixels."""
        if not self.wordWrap():
            return self._line_px
        if width not in self._heights:
            margins = self.contentsMargins()
            inner = width - margins.left() - margins.right()
            lines = self._lay_out(max(1, inner)).lineCount()
            edges = margins.top() + margins.bottom()
            self._heights[width] = max(1, lines) * self._line_px + edges
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Return the size at which the text is pleasant to read."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(hint.width()))

    def minimumSizeHint(self) -> QSize:
        """Return the least size: the longest word, or the whole line where it may not wrap."""
        return QSize(super().minimumSizeHint().width(), self._line_px)

    @property
    def calm_width(self) -> int:
        """The width from which on no word is broken and some three lines are enough."""
        letters, words = self.fontMetrics(), self.text()
        longest = max(map(letters.horizontalAdvance, words.split()), default=0)
        return max(longest, letters.horizontalAdvance(words) // 3) + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines at the line height of the role, which a label cannot do by itself."""
        if not self.wordWrap() or self.selectedText():
            super().paintEvent(event)
            return
        area = self.contentsRect()
        layout = self._lay_out(max(1, area.width()))
        spare = area.height() - layout.lineCount() * self._line_px
        share = {Qt.AlignmentFlag.AlignTop: 0.0, Qt.AlignmentFlag.AlignBottom: 1.0}
        vertical = self.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
        top = area.top() + max(0.0, spare * share.get(vertical, 0.5))
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(area.left(), top))

    def _lay_out(self, width: int) -> QTextLayout:
        # a line separator starts a new line within one paragraph
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y + (self._line_px - line.height()) / 2))
            y += self._line_px
        layout.endLayout()
        return layout

    def _restyle(self) -> None:
        self._line_px = self._role.line_pixels(self._style.scale)
        self._heights.clear()
        self.setFont(self._style.font(self._role, tabular=self._tabular))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), self._style.color(self._token))
        self.setPalette(palette)


class Tag(QLabel):
    """A short word about a thing, on a sunken ground; it cannot be pressed."""

    def __init__(self, text: str, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._style = style
        self.setProperty("tag", "true")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._restyle()
        style.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFont(self._style.font(TextRole.CAPTION))
        self.setFixedHeight(self._style.px(24))


class IconLabel(QLabel):
    """The picture of an icon; it says nothing to a screen reader unless it has a name."""

    def __init__(
        self,
        icon: str,
        size: int = 20,
        token: str = INK,
        *,
        style: Style,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._icon = (icon, size, token)
        self.setAccessibleName(name)
        self._restyle()
        style.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setPixmap(self._style.pixmap(*self._icon))
        edge = self._style.icon_px(self._icon[1])
        self.setFixedSize(edge, edge)


def bullet(words: str, token: str = INK, *, style: Style) -> QHBoxLayout:
    """Return an entry of a list: a dot, and its words beside it."""
    row = QHBoxLayout()
    row.setSpacing(10)
    dot = Text("\u2022", TextRole.BODY, token, style=style, wrap=False)
    row.addWidget(dot, alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(words, TextRole.BODY, token, style=style), 1)
    return row


_BANNER_LOOK = {
    "soft": ("info", "accent", "ink"),
    "sunken": ("info", "ink2", "ink"),
    "amber": ("triangle-alert", "amber", "amber_text"),
    "red": ("octagon-alert", "red", "red_text"),
}


def banner_look(level: str) -> tuple[str, str, str]:
    """Return (icon, its token, the text token) of a banner level."""
    return _BANNER_LOOK[level]


class NoteText(QWidget):
    """An icon with a bold line and a text below it, as it stands in a banner or note."""

    def __init__(self, level: str, heading: str, text: str, *, style: Style) -> None:
        super().__init__()
        icon, icon_token, text_token = banner_look(level)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(
            IconLabel(icon, 24, icon_token, style=style), alignment=Qt.AlignmentFlag.AlignTop
        )
        column = QVBoxLayout()
        column.setSpacing(2)
        self.heading = Text(heading, TextRole.BODY_BOLD, text_token, style=style)
        quiet = "ink2" if level in ("sunken", "soft") else text_token
        self.text = Text(text, TextRole.BODY, quiet, style=style)
        column.addWidget(self.heading)
        column.addWidget(self.text)
        self.heading.setVisible(bool(heading))
        self.text.setVisible(bool(text))
        row.addLayout(column, 1)
