"""What the style sheet cannot say: tick boxes, choices, small arrows and the focus ring."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFocusFrame,
    QMenu,
    QMenuBar,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from shiboken6 import isValid

from sijoint_desktop.ui.style.style import Style

RING_PX = 2
RING_GAP_PX = 3
_OUTSET = RING_PX + RING_GAP_PX
_NO_RING = (QAbstractItemView, QMenu, QMenuBar)


class ControlStyle(QProxyStyle):
    """Fusion with ticks, choices and arrows in token colours, and no dotted focus rectangle."""

    def __init__(self, style: Style) -> None:
        super().__init__("Fusion")
        self._style = style

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a primitive; the focus rectangle is left to the ring around the control."""
        primitive = QStyle.PrimitiveElement
        if element == primitive.PE_FrameFocusRect:
            return
        if element in (primitive.PE_IndicatorCheckBox, primitive.PE_IndicatorMenuCheckMark):
            on = QStyle.StateFlag.State_On in option.state
            enabled = QStyle.StateFlag.State_Enabled in option.state
            self._draw_box(painter, option.rect, ticked=on, enabled=enabled)
        elif element == primitive.PE_IndicatorRadioButton:
            on = QStyle.StateFlag.State_On in option.state
            self._draw_round(painter, option.rect, chosen=on)
        elif element in (primitive.PE_IndicatorArrowDown, primitive.PE_IndicatorSpinDown):
            self._draw_chevron(painter, option.rect, 1)
        elif element in (primitive.PE_IndicatorArrowUp, primitive.PE_IndicatorSpinUp):
            self._draw_chevron(painter, option.rect, -1)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def _draw_round(self, painter: QPainter, rect: QRect, *, chosen: bool) -> None:
        theme = self._style.theme
        radius = min(rect.width(), rect.height()) / 2 - 1
        centre = QPointF(rect.center()) + QPointF(0.5, 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.control), 1.5))
        painter.setBrush(QColor(theme.accent if chosen else theme.surface))
        painter.drawEllipse(centre, radius, radius)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.on_accent))
            painter.drawEllipse(centre, radius * 0.42, radius * 0.42)
        painter.restore()

    def _draw_box(self, painter: QPainter, rect: QRect, *, ticked: bool, enabled: bool) -> None:
        theme = self._style.theme
        edge = min(rect.width(), rect.height())
        box = QRectF(0, 0, edge - 2, edge - 2)
        box.moveCenter(QPointF(rect.center()) + QPointF(0.5, 0.5))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # in high contrast there is no paler colour for a box that cannot be ticked
        line = Qt.PenStyle.SolidLine if enabled else Qt.PenStyle.DotLine
        painter.setPen(QPen(QColor(theme.accent if ticked else theme.control), 1.5, line))
        painter.setBrush(QColor(theme.accent if ticked else theme.surface))
        painter.drawRoundedRect(box, min(6.0, edge * 0.25), min(6.0, edge * 0.25))
        if ticked:
            painter.setPen(_round_pen(theme.on_accent, edge * 0.12))
            points = ((0.24, 0.53), (0.43, 0.72), (0.76, 0.32))
            painter.drawPolyline(
                QPolygonF([box.topLeft() + QPointF(x, y) * box.width() for x, y in points])
            )
        painter.restore()

    def _draw_chevron(self, painter: QPainter, rect: QRect, down: int) -> None:
        centre = QPointF(rect.center()) + QPointF(0.5, 0.5)
        reach = 4.0 * min(1.5, self._style.scale)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_round_pen(self._style.theme.ink, 1.9))
        painter.drawPolyline(
            QPolygonF(
                [
                    centre + QPointF(-reach, -reach / 2 * down),
                    centre + QPointF(0, reach / 2 * down),
                    centre + QPointF(reach, -reach / 2 * down),
                ]
            )
        )
        painter.restore()


class _RingStyle(QProxyStyle):
    """Puts a focus frame above its control and three pixels away from it."""

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in (
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        ):
            return _OUTSET
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0  # Qt's own mask is a rectangle, and would cut the corners of a round ring
        return super().styleHint(hint, option, widget, data)


class _Ring(QFocusFrame):
    """The ring itself: 2 px in ink, around whatever has the keyboard."""

    def __init__(self, style: Style, ring_style: _RingStyle, parent: QWidget) -> None:
        super().__init__(parent)
        self._style = style
        self.setStyle(ring_style)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the control."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Keep only the band of the ring, so that what moves under it costs no repaint here."""
        inset = RING_PX + 1.0
        inner = QPainterPath()
        radius = max(self._radius() - inset, 0.0)
        hole = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        inner.addRoundedRect(hole, radius, radius)
        rest = QRegion(inner.toFillPolygon().toPolygon())
        self.setMask(QRegion(self.rect()).subtracted(rest))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the ring with corners that run parallel to those of the control."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._style.theme.ink), RING_PX))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = self._radius()
        painter.drawRoundedRect(box, radius, radius)

    def _radius(self) -> float:
        """Return the radius of the ring's own corners, in pixels."""
        given = self.widget().property("ringRadius")
        radius = float(given) if isinstance(given, int | float) else 10.0
        return min(radius + RING_GAP_PX + 1, self.height() / 2 - 1.0)


class FocusRing(QObject):
    """Moves one ring to the control that has the keyboard.

    Lists and menus show their own current row instead. A control can say how round it is by its
    property ``ringRadius`` (pixels), or by ``ring`` = False that it draws its own ring.
    """

    def __init__(self, style: Style, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._style = style
        self._ring: _Ring | None = None
        self._ring_style = _RingStyle("Fusion")
        self._ring_style.setParent(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show)
        app.focusChanged.connect(self._on_focus_changed)

    def remove(self) -> None:
        """Take the ring away for good."""
        self._app.focusChanged.disconnect(self._on_focus_changed)
        if self._ring is not None and isValid(self._ring):
            self._ring.deleteLater()
        self._ring = None

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        ring = self._ring if self._ring is not None and isValid(self._ring) else None
        wanted = new is not None and _takes_ring(new)
        if ring is not None and not wanted:
            ring.setWidget(None)  # type: ignore[arg-type]  # Qt documents null as "no widget"
        if wanted and new is not None:
            if ring is None:
                ring = self._ring = _Ring(self._style, self._ring_style, new.window())
            ring.setWidget(new)
            ring.fit()  # another control of the same size may be rounder
            # a control that is still to be scrolled into sight leaves the ring hidden
            self._later.start()

    def _show(self) -> None:
        ring = self._ring if self._ring is not None and isValid(self._ring) else None
        focus = self._app.focusWidget()
        if ring is not None and focus is not None and _takes_ring(focus):
            ring.show()


def _takes_ring(widget: QWidget) -> bool:
    if isinstance(widget, _NO_RING) or widget.property("ring") is False:
        return False
    # Qt sets this once the keyboard was used to move; a click alone draws no ring
    by_keys = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    return by_keys and not widget.isWindow()


def _round_pen(colour: str, width: float) -> QPen:
    return QPen(
        QColor(colour),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
