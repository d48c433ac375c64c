"""The timeline scrubber: named phases in proportion to their time, and a knob on them."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from sijoint_desktop.core.language import number, tr
from sijoint_desktop.motion.timeline import Phase, Timeline
from sijoint_desktop.ui.figure.marks import mark_for
from sijoint_desktop.ui.style.style import Style, TextRole

FRAME_S = 1.0 / 30.0
"""How far one frame step goes."""

_KNOB = 18.0
_BAR = 10.0
_GAP = 3.0
_NAME_GAP = 6.0
_SIDE = _KNOB / 2.0 + 2.0
_STEPS_PER_S = 1000


@dataclass(frozen=True, slots=True)
class _Stretch:
    phase: Phase
    rect: QRectF


class TimelineScrubber(QSlider):
    """A slider over the seconds of a timeline; its value is in milliseconds.

    Left and Right step a frame, Ctrl+Left and Ctrl+Right a phase, Space plays or pauses, Home and
    End go to the ends. ``sought`` carries the seconds that a person chose.
    """

    sought = Signal(float)
    play_toggled = Signal()

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._style = style
        self._timeline: Timeline | None = None
        self.setAccessibleName(tr("Timeline"))
        self.setToolTip(
            tr(
                "Left and right: one frame. Ctrl with left or right: one phase. "
                "Space: play or pause."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSingleStep(round(FRAME_S * _STEPS_PER_S))
        self.setProperty("ringRadius", 8)
        self.valueChanged.connect(self._on_value)  # a screen reader sets the value itself
        style.changed.connect(self._on_style_changed)

    def take(self, timeline: Timeline) -> None:
        """Show the phases of another timeline, from its start."""
        self._timeline = timeline
        self.setRange(0, round(timeline.duration_s * _STEPS_PER_S))
        self.set_seconds(0.0)
        self._describe()
        self.update()

    @property
    def seconds(self) -> float:
        """Where the knob stands, in seconds."""
        return self.value() / _STEPS_PER_S

    def set_seconds(self, t: float) -> None:
        """Move the knob without asking for anything."""
        value = round(t * _STEPS_PER_S)
        if value == self.value():
            return
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)
        self._describe()

    def sizeHint(self) -> QSize:
        """Ask for a line of names above the bar."""
        return QSize(320, self._names_height() + 24)

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return QSize(160, self._names_height() + 24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, jump or play."""
        control = Qt.KeyboardModifier.ControlModifier in event.modifiers()
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        way = moves.get(Qt.Key(event.key()))
        if way is not None:
            self._seek(self._next_phase(way) if control else self.seconds + way * FRAME_S)
        elif event.key() == Qt.Key.Key_Space:
            self.play_toggled.emit()
        elif event.key() == Qt.Key.Key_Home:
            self._seek(0.0)
        elif event.key() == Qt.Key.Key_End:
            self._seek(self.maximum() / _STEPS_PER_S)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the person points."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._seek(self._seconds_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while it is held down."""
        if self.isSliderDown():
            self._seek(self._seconds_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Let go of the knob."""
        self.setSliderDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint names, stretches and the knob."""
        if self._timeline is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        present = self._phase()
        stretches = list(self._stretches())
        self._paint_names(painter, stretches, present)
        theme = self._style.theme
        for stretch in stretches:
            on = stretch.phase is present
            colour = theme.color(mark_for(stretch.phase).token if on else "line")
            painter.setPen(Qt.PenStyle.NoPen)
            if theme.contrast and not on:
                painter.setPen(QPen(theme.color("line"), 1))
                colour = theme.color("sunken")
            painter.setBrush(colour)
            radius = min(_BAR / 2.0, stretch.rect.width() / 2.0)
            painter.drawRoundedRect(stretch.rect, radius, radius)
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("ink"), 3))
        knob = QPointF(self._x_at(self.seconds), self._bar_top() + _BAR / 2.0)
        painter.drawEllipse(knob, _KNOB / 2.0 - 1.5, _KNOB / 2.0 - 1.5)
        painter.end()

    def _paint_names(
        self, painter: QPainter, stretches: list[_Stretch], present: Phase | None
    ) -> None:
        """Write the names for which there is room, that of the present phase in its colour."""
        baseline = self._names_height() - 6.0
        for stretch, left in self._placed(stretches, present):
            on = stretch.phase is present
            token = mark_for(stretch.phase).token if on else "ink2"
            painter.setFont(self._name_font(on=on))
            painter.setPen(QColor(self._style.theme.color(token)))
            painter.drawText(QPointF(left, baseline), stretch.phase.name)

    def _placed(
        self, stretches: list[_Stretch], present: Phase | None
    ) -> list[tuple[_Stretch, float]]:
        """Return where names begin: the present one first, then those that still find room.

        A name that would touch the one before it may begin later, as long as it ends above its
        own stretch.
        """
        placed: list[tuple[_Stretch, float]] = []
        taken: list[tuple[float, float]] = []
        for stretch in sorted(stretches, key=lambda s: s.phase is not present):
            font = self._name_font(on=stretch.phase is present)
            width = QFontMetricsF(font).horizontalAdvance(stretch.phase.name)
            left = min(stretch.rect.left(), self.width() - width - 2.0)
            for start, stop in taken:
                if start <= left < stop + _NAME_GAP <= stretch.rect.right() - width:
                    left = stop + _NAME_GAP
            if all(
                left >= stop + _NAME_GAP or left + width + _NAME_GAP <= start
                for start, stop in taken
            ):
                taken.append((left, left + width))
                placed.append((stretch, left))
        return placed

    def _name_font(self, *, on: bool) -> QFont:
        return self._style.font(TextRole.CAPTION_BOLD if on else TextRole.CAPTION)

    def _stretches(self) -> Iterator[_Stretch]:
        phases = self._timeline.phases if self._timeline is not None else ()
        top = self._bar_top()
        for phase in phases:
            left, right = self._x_at(phase.start_s), self._x_at(phase.end_s)
            last = phase is phases[-1]
            wide = max(right - left - (0.0 if last else _GAP), 2.0)
            yield _Stretch(phase, QRectF(left, top, wide, _BAR))

    def _phase(self) -> Phase | None:
        if self._timeline is None or not self._timeline.phases:
            return None
        # at the very end it is still the last phase, not the first of the next round
        return self._timeline.phase_at(min(self.seconds, self._timeline.duration_s - 1e-6))

    def _next_phase(self, way: int) -> float:
        if self._timeline is None:
            return 0.0
        starts = [phase.start_s for phase in self._timeline.phases]
        if way > 0:
            return min((s for s in starts if s > self.seconds + 1e-3), default=self.seconds)
        return max((s for s in starts if s < self.seconds - FRAME_S), default=0.0)

    def _on_value(self) -> None:
        self._describe(exactly=True)
        self.sought.emit(self.seconds)

    def _describe(self, *, exactly: bool = False) -> None:
        """Say the phase; the seconds only of a moment that was sought, not ten times a second."""
        phase = self._phase()
        words = phase.name if phase is not None else ""
        if words and exactly:
            seconds = number(self.seconds, 1)
            words = tr("{phase}, {seconds} seconds", phase=words, seconds=seconds)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def _seek(self, t: float) -> None:
        self.set_seconds(min(max(t, 0.0), self.maximum() / _STEPS_PER_S))
        self._on_value()

    def _x_at(self, t: float) -> float:
        whole = max(self.maximum() / _STEPS_PER_S, 1e-6)
        return _SIDE + (self.width() - 2.0 * _SIDE) * min(t / whole, 1.0)

    def _seconds_at(self, x: float) -> float:
        share = (x - _SIDE) / max(self.width() - 2.0 * _SIDE, 1.0)
        return min(max(share, 0.0), 1.0) * self.maximum() / _STEPS_PER_S

    def _bar_top(self) -> float:
        return self._names_height() + 5.0

    def _names_height(self) -> int:
        return round(QFontMetricsF(self._style.font(TextRole.CAPTION_BOLD)).height()) + 4

    def _on_style_changed(self) -> None:
        self.updateGeometry()
        self.update()
