"""The list of steps beside the check: what is done, where one is, and what is to come."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.ui.checker.words import PAGE_WORDS
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, IconButton, Style, Text, TextRole

_DISC_PX, _ROW_PX = 28, 44


class Steps(QWidget):
    """The nine steps; ``close_wished`` is "Save and close"."""

    close_wished = Signal()

    def __init__(self, *, style: Style) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 28, 16, 24)
        column.setSpacing(0)
        self._style = style
        self._column = column
        self._title = Text(tr("Symptom check"), TextRole.H2, style=style)
        column.addWidget(self._title)
        column.addSpacing(8)
        self._rows = {
            page: _Step(number, page, style=style) for number, page in enumerate(Page, start=1)
        }
        for row in self._rows.values():
            column.addWidget(row)
        column.addStretch(1)
        close = tr("Save and close")
        self.close_button = Button(close, ButtonKind.TEXT, style=style)
        self.close_icon = IconButton("save", close, style=style)
        draft = tr("Your answers are kept as a draft.")
        kept = Text(draft, TextRole.CAPTION, "ink2", style=style)
        self._wide_only = (self.close_button, kept)
        for button in (self.close_button, self.close_icon):
            button.clicked.connect(self.close_wished)
            column.addWidget(button)
        column.addWidget(kept)
        self._narrow = self._over = False
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the discs alone, or the names of the steps as well."""
        self._narrow = narrow
        self._title.setVisible(not narrow)
        self._offer_close()
        for row in self._rows.values():
            row.set_narrow(narrow=narrow)
        side, edge = (12, 4) if narrow else (24, 24)
        self._column.setContentsMargins(side, edge, side, edge)
        self.setFixedWidth(self._style.px(60 if narrow else 248))

    def show_at(self, page: Page, done: tuple[Page, ...]) -> None:
        """Mark the present step and those behind it."""
        for key, row in self._rows.items():
            row.mark(current=key is page, done=key in done and key is not page)
        self._over = page is Page.RESULT
        self._offer_close()

    def _offer_close(self) -> None:
        """Offer to put the check aside while there is something to put aside."""
        for widget in self._wide_only:
            widget.setVisible(not self._narrow and not self._over)
        self.close_icon.setVisible(self._narrow and not self._over)


class _Step(QLabel):
    """A disc with a number or a tick, and the name of the step."""

    def __init__(self, number: int, page: Page, *, style: Style) -> None:
        self._name = tr(PAGE_WORDS[page].step)
        super().__init__(self._name)
        self._narrow = False
        self._style = style
        self._number = number
        self._current = self._done = False
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._restyle()
        style.changed.connect(self._restyle)

    def mark(self, *, current: bool, done: bool) -> None:
        """Show whether the step is the present one, or done."""
        self._current, self._done = current, done
        words = tr("Step {number}, {name}, to come")
        if current:
            words = tr("Step {number}, {name}, you are here")
        elif done:
            words = tr("Step {number}, {name}, done")
        self.setAccessibleName(words.format(number=self._number, name=self._name))
        self._restyle()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the disc alone, or the name as well."""
        self._narrow = narrow
        self.setText("" if narrow else self._name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the disc and the words."""
        wide = super().sizeHint().width()
        return QSize(wide, self.heightForWidth(wide))

    def heightForWidth(self, width: int) -> int:
        """Return room for the disc, and for the words in as many lines as they take."""
        if self._narrow:
            return self._style.px(_DISC_PX) + 2
        return max(self._style.px(_ROW_PX), super().heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the disc; the words are the label's own."""
        super().paintEvent(event)
        theme = self._style.theme
        edge = self._style.px(_DISC_PX)
        disc = QRectF(1, (self.height() - edge) / 2, edge, edge)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = "accent" if self._current else "soft" if self._done else "surface"
        painter.setBrush(theme.color(ground))
        todo = not self._current and not self._done
        painter.setPen(QPen(theme.color("control"), theme.edge_px) if todo else Qt.PenStyle.NoPen)
        painter.drawEllipse(disc)
        if self._done:
            tick = self._style.pixmap("check", 16, "accent")
            side = self._style.icon_px(16)
            painter.drawPixmap(
                int(disc.center().x() - side / 2), int(disc.center().y() - side / 2), tick
            )
            return
        painter.setFont(self._style.font(TextRole.CAPTION_BOLD))
        painter.setPen(theme.color("on_accent" if self._current else "ink2"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _restyle(self) -> None:
        self.setFont(self._style.font(TextRole.BODY_BOLD if self._current else TextRole.BODY))
        palette = self.palette()
        token = "ink" if self._current else "ink2"
        palette.setColor(self.foregroundRole(), self._style.color(token))
        self.setPalette(palette)
        self.setContentsMargins(self._style.px(_DISC_PX) + 12, 0, 0, 0)
        self.updateGeometry()
