"""A drawn body, from behind and from the front, on which the places that hurt are marked.

Each place is a real button: the keyboard reaches it and a screen reader names it with its side in
words. The list beside it says the same and is enough alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLineF, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.core.side import Side
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.question import Reply, Value
from sijoint_desktop.ui.style.widgets import Style, TextRole

_WIDE, _HIGH = 330.0, 400.0
_BELT_Y = 122.0
_LEAST_WIDE_PX = 220
_HEADING_PX = 28


class View(StrEnum):
    """Where the body is seen from."""

    BACK = "back"
    FRONT = "front"


@dataclass(frozen=True, slots=True)
class Region:
    """A place on the body: the finding it stands for, and an ellipse in the person's own terms.

    ``said`` names it with its side, marked. ``out`` is how far its middle lies from the middle of
    the body, towards ``side``; it is drawn on the left or the right by ``x_of`` alone, so that no
    place can be on the wrong side.
    """

    code: str
    said: str
    view: View
    side: Side | None
    out: float
    y: float
    half_wide: float
    half_high: float

    @property
    def words(self) -> str:
        """The place with its side, as a person would say it."""
        return tr(self.said)


def x_of(region: Region) -> float:
    """Return the middle of a place across the drawing, 0 to 330.

    From behind the person's left is on the left; from the front it is on the right.
    """
    if region.side is None:
        return _WIDE / 2
    to_the_left = (region.side is Side.LEFT) is (region.view is View.BACK)
    return _WIDE / 2 + (-region.out if to_the_left else region.out)


def _pair(code: str, left: str, right: str, view: View, *ellipse: float) -> tuple[Region, Region]:
    return (
        Region(code, left, view, Side.LEFT, *ellipse),
        Region(code, right, view, Side.RIGHT, *ellipse),
    )


REGIONS = (
    Region(
        "midline_above_belt",
        mark("Your back, above the belt line"),
        View.BACK,
        None,
        *(0, 78, 26, 34),
    ),
    *_pair(
        "fortin_one_finger",
        mark("Your left SI joint, beside the dimple"),
        mark("Your right SI joint, beside the dimple"),
        View.BACK,
        *(24, 160, 15, 22),
    ),
    *_pair(
        "buttock_pain",
        mark("Your left buttock, below the belt line"),
        mark("Your right buttock, below the belt line"),
        View.BACK,
        *(44, 226, 24, 29),
    ),
    *_pair(
        "outer_hip_pain",
        mark("Your left outer hip"),
        mark("Your right outer hip"),
        View.BACK,
        *(82, 212, 13, 34),
    ),
    Region("tailbone_pain", mark("Your tailbone"), View.BACK, None, 0, 240, 11, 19),
    *_pair(
        "groin_pain_main",
        mark("Your left groin"),
        mark("Your right groin"),
        View.FRONT,
        *(40, 226, 17, 24),
    ),
    Region("pubic_pain", mark("Your pubic bone"), View.FRONT, None, 0, 262, 17, 14),
)


class RegionButton(QAbstractButton):
    """One place as a button that stays down; marked = filled, with a tick."""

    def __init__(self, region: Region, *, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.region = region
        self._style = style
        self.setCheckable(True)
        self.setAccessibleName(region.words)
        self.setToolTip(region.words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        style.changed.connect(self.update)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a press inside the ellipse alone."""
        path = QPainterPath()
        path.addEllipse(QRectF(self.rect()))
        return path.contains(pos)

    def sizeHint(self) -> QSize:
        """Return the size that the drawing gave it."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ellipse, its tick, and a ring where the keyboard is."""
        theme = self._style.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        on = self.isChecked()
        edge = QPen(theme.color("accent"), 1.5)
        edge.setStyle(Qt.PenStyle.SolidLine if on else Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(theme.color("accent" if on else "surface"))
        painter.drawEllipse(box)
        if on:
            tick = self._style.pixmap("check", 16, "on_accent")
            side = self._style.icon_px(16)
            middle = box.center()
            painter.drawPixmap(int(middle.x() - side / 2), int(middle.y() - side / 2), tick)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("ink"), 2))
            painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))


class BodyView(QWidget):
    """The body from one side, with the places on it; left and right are said in words."""

    def __init__(self, view: View, *, style: Style) -> None:
        super().__init__()
        self.view = view
        self._style = style
        self.buttons = tuple(
            RegionButton(region, style=style, parent=self)
            for region in REGIONS
            if region.view is view
        )
        self.setMinimumWidth(_LEAST_WIDE_PX)
        self.setFixedHeight(style.px(_HIGH))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        style.changed.connect(self._on_style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the places where the body now is."""
        super().resizeEvent(event)
        self._fit_height()
        for button in self.buttons:
            region = button.region
            box = QRectF(
                x_of(region) - region.half_wide,
                region.y - region.half_high,
                region.half_wide * 2,
                region.half_high * 2,
            )
            button.setGeometry(self._to_screen().mapRect(box).toAlignedRect())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the body, the belt line, and the words for left and right."""
        theme = self._style.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # the sides of a body stay where they are, in whatever direction a language is written
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setPen(QPen(theme.color("control"), theme.edge_px))
        painter.setBrush(theme.color("sunken"))
        painter.drawPath(self._to_screen().map(_body()))
        line = self._to_screen().map(QLineF(85, _BELT_Y, 245, _BELT_Y))
        belt = QPen(theme.color("ink2"), 2)
        belt.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(belt)
        painter.drawLine(line)
        self._write_belt_line(painter, line)
        self._write_sides(painter)

    def _write_belt_line(self, painter: QPainter, line: QLineF) -> None:
        """Write what the line is: beside its end, or above it where a word is too long for that."""
        words = tr("belt line")
        painter.setPen(self._style.color("ink2"))
        painter.setFont(self._style.font(TextRole.CAPTION))
        metrics = painter.fontMetrics()
        room = QRectF(line.x2() + 6, 0, self.width() - line.x2() - 6, self.height())
        if max(metrics.horizontalAdvance(word) for word in words.split()) <= room.width():
            room.moveTop(line.y2() - room.height() / 2)
            place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, place | Qt.TextFlag.TextWordWrap, words)
            return
        area = QRectF(0, 0, self.width(), line.y2() - 4)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, words)

    def _write_sides(self, painter: QPainter) -> None:
        painter.setPen(self._style.color("ink"))
        painter.setFont(self._style.font(TextRole.CAPTION_BOLD))
        area = self.rect().adjusted(4, 0, -4, -4)
        from_behind = self.view is View.BACK
        persons = (tr("Your left"), tr("Your right"))
        left, right = persons if from_behind else reversed(persons)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(area, bottom | Qt.AlignmentFlag.AlignLeft, left)
        painter.drawText(area, bottom | Qt.AlignmentFlag.AlignRight, right)
        heading = tr("From behind") if from_behind else tr("From the front")
        painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, heading)

    def _to_screen(self) -> QTransform:
        top = self._style.px(_HEADING_PX)
        scale = min(self.width() / _WIDE, (self.height() - top) / _HIGH)
        shift = (self.width() - _WIDE * scale) / 2
        return QTransform.fromTranslate(shift, top).scale(scale, scale)

    def _on_style(self) -> None:
        self._fit_height()
        self.update()

    def _fit_height(self) -> None:
        """Take no more height than the body has at this width, with a line above and below it."""
        body = self.width() * _HIGH / _WIDE + 2 * self._style.px(_HEADING_PX)
        self.setFixedHeight(min(self._style.px(_HIGH), round(body)))


class BodyMap(QWidget):
    """Both views. ``marked`` carries the answers {code: value} that a press gave, side included."""

    marked = Signal(object)

    def __init__(self, *, style: Style) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.views = tuple(BodyView(view, style=style) for view in View)
        for view in self.views:
            row.addWidget(view, 1)
        for button in self.buttons:
            button.toggled.connect(self._on_toggled)  # a screen reader toggles, and never clicks

    @property
    def buttons(self) -> tuple[RegionButton, ...]:
        """Every place of both views."""
        return tuple(button for view in self.views for button in view.buttons)

    def show_answers(self, answers: Answers) -> None:
        """Mark the places that the answers name."""
        side = answers.get("side")
        for button in self.buttons:
            region = button.region
            here = region.side is None or side not in (Side.LEFT, Side.RIGHT) or side == region.side
            button.blockSignals(True)
            button.setChecked(answers.yes(region.code) and here)
            button.blockSignals(False)

    def answers(self) -> Mapping[str, Value]:
        """Return what the marks say: each finding, and the side where they name one."""
        marked = [button.region for button in self.buttons if button.isChecked()]
        codes = {region.code for region in REGIONS}
        found: dict[str, Value] = dict.fromkeys(codes, Reply.NO)
        found.update((region.code, Reply.YES) for region in marked)
        sides = {region.side for region in marked if region.side is not None}
        if len(sides) == len(Side):
            found["side"] = "both"
        elif sides:
            found["side"] = str(sides.pop())
        elif marked:
            found["side"] = "middle"
        return found

    def _on_toggled(self) -> None:
        self.marked.emit(self.answers())


def _body() -> QPainterPath:
    """Return the outline from the ribs to the knees, one half mirrored onto the other."""
    half = QPainterPath()
    half.moveTo(-1, 0)  # the halves overlap, so that no seam is left between them
    half.lineTo(73, 0)
    half.cubicTo(66, 60, 54, 90, 58, 122)
    half.cubicTo(62, 150, 93, 190, 93, 230)
    half.cubicTo(93, 300, 76, 350, 72, _HIGH)
    half.lineTo(18, _HIGH)
    half.cubicTo(14, 360, 6, 330, -1, 293)
    half.closeSubpath()
    middle = QTransform.fromTranslate(_WIDE / 2, 0)
    right = middle.map(half)
    left = QTransform(middle).scale(-1, 1).map(half)
    return right.united(left).simplified()
