"""Shows one movement done wrong or done right: a figure, or words where none is drawn."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.motion.joints import JOINT_INDEX
from sijoint_desktop.ui.style.widgets import Style, TextRole

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose
    from sijoint_desktop.ui.figure.look import Look

_WORDS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)
_LOW, _TALL, _MOST_PX = 0.44, 0.68, 340  # height of the figure by width, and at most
_EDGE = 3
_RADIUS = 10


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both halves of a comparison, seen from one place: same camera, scale and moment.

    ``mark`` is the joint where the fault shows; ``close_up`` shows only what lies around it.
    """

    wrong: "Pose"
    right: "Pose"
    view: str
    mark: str
    close_up: bool


class MistakePanel(QLabel):
    """One half of a comparison.

    Wrong is marked by a cross and a dashed edge, right by a tick and an accent edge, never by red.
    """

    def __init__(self, *, wrong: bool, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._wrong = wrong
        self._words = ""
        self._shown: tuple[Comparison, Look] | None = None
        # an empty picture makes a screen reader call it an image
        self.setPixmap(QPixmap(1, 1))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        style.changed.connect(self._on_style_changed)

    @property
    def drawn(self) -> bool:
        """Whether a figure is shown."""
        return self._shown is not None

    @property
    def _share(self) -> float:
        """The height of the figure's place by its width: those who stand need more of it."""
        if self._shown is None:
            return _LOW
        # numpy stays out of the start-up
        import numpy as np  # noqa: PLC0415

        from sijoint_desktop.ui.figure.camera import VIEWS  # noqa: PLC0415

        comparison = self._shown[0]
        both = np.concatenate([comparison.wrong.positions, comparison.right.positions])
        azimuth, elevation = np.radians(VIEWS[comparison.view])
        across = both[:, 0] * np.cos(azimuth) + both[:, 1] * np.sin(azimuth)
        high = np.ptp(both[:, 2]) * np.cos(elevation)
        return float(np.clip(high / max(np.ptp(across), 0.1), _LOW, _TALL))

    def show_words(self, words: str) -> None:
        """Say in words what is wrong or right."""
        self._words, self._shown = words, None
        self._name()
        self.update()

    def show_figure(self, comparison: Comparison, look: "Look", words: str) -> None:
        """Show this half of a comparison; ``words`` say the same to a screen reader."""
        self._words, self._shown = words, (comparison, look)
        self._name()
        self.update()

    def figure_rect(self) -> QRectF:
        """Return the place of the figure inside the panel."""
        top = self._heading_height()
        return QRectF(self.rect()).adjusted(12, top, -12, -10)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that a figure, or the words, need at a width."""
        metrics = QFontMetrics(self._style.font(TextRole.BODY))
        words = metrics.boundingRect(QRect(0, 0, max(width - 32, 1), 10_000), _WORDS, self._words)
        figure = min(round(width * self._share), _MOST_PX)
        return self._heading_height() + max(figure, words.height() + 24)

    def sizeHint(self) -> QSize:
        """Return a size for a panel in a usual column."""
        return QSize(300, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(160, self._heading_height() + 90)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground, the heading with its mark, and the figure or the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.fillPath(shape, QColor(self._style.theme.stage))
        painter.save()
        painter.setClipPath(shape)
        self._paint_content(painter)
        painter.restore()
        self._paint_edge(painter, shape)
        self._paint_heading(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        if self._shown is not None:
            self._paint_figure(painter, *self._shown)
            return
        painter.setFont(self._style.font(TextRole.BODY))
        painter.setPen(QColor(self._style.theme.ink))
        painter.drawText(self.figure_rect(), _WORDS, self._words)

    def _paint_figure(self, painter: QPainter, comparison: Comparison, look: "Look") -> None:
        # numpy stays out of the start-up
        import numpy as np  # noqa: PLC0415

        from sijoint_desktop.ui.figure.camera import VIEWS, close_up, fit_camera  # noqa: PLC0415
        from sijoint_desktop.ui.figure.inset import SEEN_M  # noqa: PLC0415
        from sijoint_desktop.ui.figure.painter import (  # noqa: PLC0415
            paint_backdrop,
            paint_figure,
        )
        from sijoint_desktop.ui.figure.room import room_corners  # noqa: PLC0415
        from sijoint_desktop.ui.figure.scene import mat_for  # noqa: PLC0415

        both = np.stack([comparison.wrong.positions, comparison.right.positions])
        pose = comparison.wrong if self._wrong else comparison.right
        azimuth, elevation = VIEWS[comparison.view]
        rect, stature = self.figure_rect(), pose.stature_m
        beside = room_corners(pose.scene.boxes, stature)
        camera = fit_camera(both, rect, azimuth, elevation, stature_m=stature, beside=beside)
        if comparison.close_up:
            around = comparison.wrong.positions[JOINT_INDEX[comparison.mark]]
            camera = close_up(camera, around, rect, SEEN_M)
            below = self.rect().adjusted(0, self._heading_height(), 0, 0)
            painter.setClipRect(below, Qt.ClipOperation.IntersectClip)  # the heading stays free
        paint_backdrop(painter, camera, look, mat=mat_for(both))
        mark = comparison.mark if self._wrong else None
        paint_figure(painter, pose, camera, look, mark=mark)

    def _paint_edge(self, painter: QPainter, shape: QPainterPath) -> None:
        theme = self._style.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.line), theme.edge_px))
        painter.drawPath(shape)
        pen = QPen(QColor(theme.ink if self._wrong else theme.accent), _EDGE)
        if self._wrong:
            pen.setDashPattern([2.6, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.width(), _EDGE + 3))
        painter.drawPath(shape.translated(0, _EDGE / 2))
        painter.restore()

    def _paint_heading(self, painter: QPainter) -> None:
        theme, style = self._style.theme, self._style
        token = "ink" if self._wrong else "accent"
        edge = style.icon_px(20)
        top = _EDGE + 6
        painter.drawPixmap(12, top, style.pixmap("x" if self._wrong else "check", 20, token))
        painter.setFont(style.font(TextRole.CAPTION_BOLD))
        painter.setPen(QColor(getattr(theme, token)))
        area = QRect(12 + edge + 8, top, self.width() - edge - 32, edge)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(area, flags, self._heading)

    @property
    def _heading(self) -> str:
        return tr("Not like this") if self._wrong else tr("Like this")

    def _heading_height(self) -> int:
        return _EDGE + 6 + self._style.icon_px(20) + 6

    def _name(self) -> None:
        self.setAccessibleName(f"{self._heading}: {self._words}")

    def _on_style_changed(self) -> None:
        self.updateGeometry()
        self.update()
