"""The small controls of the transport: the round play button, the speed menu and the hint."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from sijoint_desktop.core.language import number, tr
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import IconLabel, Text

SPEEDS: tuple[float, ...] = (0.25, 0.5, 1.0, 1.5, 2.0)
"""Speeds that can be chosen, as multiples of true time."""

_PLAY_EDGE = 40
_PILL_HEIGHT = 32
_PILL_PADDING = 9


class PlayButton(QPushButton):
    """The round button that plays and pauses."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._playing = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_playing(playing=False)
        self._restyle()
        style.changed.connect(self._restyle)

    def set_playing(self, *, playing: bool) -> None:
        """Show what a press does now."""
        self._playing = playing
        self.setAccessibleName(tr("Pause", "figure") if playing else tr("Play", "figure"))
        self.setToolTip(tr("Pause (Space)") if playing else tr("Play (Space)"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint a filled disc with the icon on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        theme = self._style.theme
        hovered = theme.accent_hover if self.underMouse() else theme.accent
        painter.setBrush(QColor(theme.accent_pressed if self.isDown() else hovered))
        painter.drawEllipse(QRectF(self.rect()))
        icon = self._style.pixmap("pause" if self._playing else "play", 20, "on_accent")
        edge = icon.width() / icon.devicePixelRatio()
        nudge = 0.0 if self._playing else 1.0
        left, top = (self.width() - edge) / 2.0 + nudge, (self.height() - edge) / 2.0
        painter.drawPixmap(round(left), round(top), icon)
        painter.end()

    def sizeHint(self) -> QSize:
        """Return a square that grows with the text."""
        edge = self._style.px(_PLAY_EDGE)
        return QSize(edge, edge)

    def _restyle(self) -> None:
        edge = self._style.px(_PLAY_EDGE)
        self.setFixedSize(edge, edge)
        self.setProperty("ringRadius", edge // 2)
        self.update()


class SpeedButton(QPushButton):
    """A pill with the present speed; its menu offers the others."""

    speed_chosen = Signal(float)

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._speed = 1.0
        menu = QMenu(self)
        self._group = QActionGroup(menu)
        for speed in SPEEDS:
            action = QAction(speed_word(speed), menu, checkable=True)
            action.setData(speed)
            action.setChecked(speed == 1.0)
            self._group.addAction(action)
            menu.addAction(action)
        self._group.triggered.connect(self._on_triggered)
        self._menu = menu
        self.clicked.connect(self._on_clicked)
        self.setToolTip(tr("Speed"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._restyle()
        style.changed.connect(self._restyle)

    @property
    def speed(self) -> float:
        """The chosen speed."""
        return self._speed

    def choose(self, speed: float) -> None:
        """Choose a speed of SPEEDS and tell others; raises ValueError for another."""
        self._group.actions()[SPEEDS.index(speed)].trigger()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the pill, the speed and an arrow that points to the menu."""
        theme, style = self._style.theme, self._style
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("control"), theme.edge_px))
        painter.setBrush(theme.color("sunken" if self.isDown() else "surface"))
        inset = theme.edge_px / 2.0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0)
        icon = style.pixmap("chevron-down", 16)
        edge = round(icon.width() / icon.devicePixelRatio())
        painter.drawPixmap(self.width() - edge - _PILL_PADDING, (self.height() - edge) // 2, icon)
        painter.setPen(theme.color("ink"))
        painter.setFont(style.font(TextRole.CAPTION, tabular=True))
        words = self.rect().adjusted(_PILL_PADDING, 0, -edge - _PILL_PADDING, 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), speed_word(self._speed))
        painter.end()

    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _on_triggered(self, action: QAction) -> None:
        self._speed = float(action.data())
        self._restyle()
        self.speed_chosen.emit(self._speed)

    def _restyle(self) -> None:
        self.setAccessibleName(tr("Speed: {times}", times=speed_word(self._speed)))
        font = self._style.font(TextRole.CAPTION, tabular=True)
        self.setFont(font)
        height = max(32, self._style.px(_PILL_HEIGHT))
        words = self.fontMetrics().horizontalAdvance(speed_word(0.25))
        self.setFixedSize(words + self._style.icon_px(16) + 2 * _PILL_PADDING, height)
        self.setProperty("ringRadius", height // 2)
        self.update()


class HintChip(QWidget):
    """Says that the picture can be turned; it lets clicks through."""

    def __init__(self, words: str, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("rotate-3d", 18, style=style))
        row.addWidget(Text(words, TextRole.CAPTION, style=style, wrap=False))
        self._restyle()
        style.changed.connect(self._restyle)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the pill."""
        theme = self._style.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("control"), theme.edge_px))
        painter.setBrush(theme.color("surface"))
        inset = theme.edge_px / 2.0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0)
        painter.end()

    def _restyle(self) -> None:
        self.setFixedHeight(max(32, self._style.px(_PILL_HEIGHT)))
        self.adjustSize()
        self.update()


def speed_word(speed: float) -> str:
    """Return a speed as it is written on the button."""
    return f"{number(speed)}×"
