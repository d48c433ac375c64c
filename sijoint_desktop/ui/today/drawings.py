"""The two small drawings of the Today page: this week's days and the pain of 14 days."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from sijoint_desktop.core.dates import short_weekday
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.today.words import CHART_DAYS, Day, DayMark, near_date, pain_sentence


class _Drawing(QLabel):
    """A label that paints itself; a screen reader finds a picture with a name and a text."""

    def __init__(self, name: str, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        blank = QPixmap(1, 1)
        blank.fill(Qt.GlobalColor.transparent)
        self.setPixmap(blank)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        style.changed.connect(self._on_style_changed)

    def _on_style_changed(self) -> None:
        self.updateGeometry()
        self.update()


class WeekStrip(_Drawing):
    """Seven days, each with a mark of its own shape.

    Disc with tick: done. Ring with dot: today. Dashed ring: planned. Small ring: to come. Two bars:
    pause. Dash: free.
    """

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(tr("This week"), style=style, parent=parent)
        self._days: tuple[Day, ...] = ()

    def show_days(self, days: Sequence[Day]) -> None:
        """Show the seven days of a week."""
        self._days = tuple(days)
        self.setAccessibleDescription(". ".join(day.words for day in days))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a row of discs with the days' names below."""
        return QSize(self._style.px(240), self._style.px(70))

    def minimumSizeHint(self) -> QSize:
        """Fit narrow cards by drawing the discs closer."""
        return QSize(self._style.px(210), self._style.px(70))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the seven days."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min(self._style.px(44), self.width() / 7)
        radius = min(self._style.px(14), step * 0.4)
        for index, day in enumerate(self._days):
            centre = QPointF(step * (index + 0.5), radius + 4)
            self._draw_mark(painter, day, centre, radius)
            role = TextRole.CAPTION_BOLD if day.today else TextRole.CAPTION
            painter.setFont(self._style.font(role))
            painter.setPen(self._style.color("ink" if day.today else "ink2"))
            top = centre.y() + radius + 4
            box = QRectF(centre.x() - step / 2, top, step, self.height() - top)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(box, flags, short_weekday(day.on))

    def _draw_mark(self, painter: QPainter, day: Day, centre: QPointF, radius: float) -> None:
        accent = self._style.color("accent")
        quiet = self._style.color("control")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day.done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(centre, radius, radius)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(_pen(self._style.color("on_accent"), radius * 0.17))
            tick = ((-0.42, 0.04), (-0.1, 0.36), (0.44, -0.3))
            painter.drawPolyline([centre + QPointF(x, y) * radius for x, y in tick])
        elif day.mark is DayMark.OPEN:
            painter.setPen(_pen(accent, 2.5))
            painter.drawEllipse(centre, radius - 1, radius - 1)
            painter.setBrush(accent)
            painter.drawEllipse(centre, radius * 0.18, radius * 0.18)
        elif day.mark is DayMark.PLANNED:
            pen = _pen(quiet, 1.5)
            pen.setDashPattern([2.2, 2.6])
            painter.setPen(pen)
            painter.drawEllipse(centre, radius - 1, radius - 1)
        elif day.mark is DayMark.AHEAD:
            painter.setPen(_pen(quiet, 1.5))
            painter.drawEllipse(centre, radius * 0.3, radius * 0.3)
        elif day.mark is DayMark.PAUSED:
            painter.setPen(_pen(quiet, 3))
            for side in (-1, 1):
                x = centre.x() + side * radius * 0.25
                top, bottom = centre.y() - radius * 0.4, centre.y() + radius * 0.4
                painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        else:
            painter.setPen(_pen(quiet, 3))
            painter.drawLine(centre - QPointF(radius * 0.4, 0), centre + QPointF(radius * 0.4, 0))


class PainChart(_Drawing):
    """Pain before the sessions of the last 14 days on a scale that is always 0 to 10."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        name = tr("Pain before sessions, last 14 days")
        super().__init__(name, style=style, parent=parent)
        self._points: tuple[tuple[date, int], ...] = ()
        self._today = date(2000, 1, 1)

    def show_points(self, points: Sequence[tuple[date, int]], today: date) -> None:
        """Show (day, pain 0-10), the oldest first."""
        self._points, self._today = tuple(points), today
        said = "; ".join(f"{near_date(day, today)}: {value}" for day, value in points)
        told = pain_sentence(points)
        self.setAccessibleDescription(f"{told}. {said}" if said else told)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of three lines of grid and the dates."""
        return QSize(self._style.px(260), self._style.px(138))

    def minimumSizeHint(self) -> QSize:
        """Fit narrow cards."""
        return QSize(self._style.px(160), self._style.px(138))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the grid, the line and its points."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._style.font(TextRole.CAPTION, tabular=True))
        text_height = painter.fontMetrics().height()
        # time runs to the right, in whatever direction a language is written
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        left = painter.fontMetrics().horizontalAdvance("10") + 12
        area = QRectF(self.rect()).adjusted(left, text_height / 2, -8, -text_height - 6)
        self._draw_grid(painter, area, text_height)
        self._draw_line(painter, area)

    def _draw_grid(self, painter: QPainter, area: QRectF, text_height: int) -> None:
        for value in (0, 5, 10):
            y = area.bottom() - value / 10 * area.height()
            painter.setPen(QPen(self._style.color("line"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self._style.color("ink2"))
            box = QRectF(0, y - text_height / 2, area.left() - 8, text_height)
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, str(value))
        first = self._today - timedelta(days=CHART_DAYS - 1)
        below = QRectF(area.left(), area.bottom() + 6, area.width(), text_height)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, near_date(first, self._today))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, tr("Today"))

    def _draw_line(self, painter: QPainter, area: QRectF) -> None:
        first = self._today - timedelta(days=CHART_DAYS - 1)
        accent = self._style.color("accent")
        dots = [
            QPointF(
                area.left() + (day - first).days / (CHART_DAYS - 1) * area.width(),
                area.bottom() - value / 10 * area.height(),
            )
            for day, value in self._points
        ]
        painter.setPen(_pen(accent, 2.5))
        if len(dots) > 1:
            painter.drawPolyline(dots)
        painter.setPen(_pen(accent, 2))
        for index, dot in enumerate(dots):
            last = index == len(dots) - 1
            painter.setBrush(accent if last else self._style.color("surface"))
            painter.drawEllipse(dot, 5.5 if last else 3.5, 5.5 if last else 3.5)


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(
        colour,
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
