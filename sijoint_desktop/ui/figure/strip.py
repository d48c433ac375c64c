"""Key poses side by side, in place of movement, for people who do not want things to move."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from sijoint_desktop.ui.figure.still import key_rows, paint_still

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Clip
    from sijoint_desktop.motion.timeline import Timeline
    from sijoint_desktop.ui.figure.view import FigureView

_BAR = 4.0
_SAME_M = 0.01
"""Poses of which no joint differs by more than this look the same."""


def strip_rows(timeline: "Timeline", clip: "Clip") -> tuple[float, ...]:
    """Return the rows worth a picture of their own: two to four poses that differ."""
    rows: list[float] = []
    for row in key_rows(timeline, most=6):
        if all(_apart(clip, row, other) > _SAME_M for other in rows):
            rows.append(row)
    return tuple(rows[:4])


def shown_step(timeline: "Timeline", clip: "Clip", t: float) -> int:
    """Return which picture belongs to a time: the pose that the phase leads to."""
    row = timeline.phase_at(t).row_end
    apart = [_apart(clip, row, other) for other in strip_rows(timeline, clip)]
    return apart.index(min(apart))


def paint_strip(
    painter: QPainter, view: "FigureView", timeline: "Timeline", t: float, area: QRectF
) -> None:
    """Paint the key poses of a timeline in a row (or two), the present one underlined."""
    rows = strip_rows(timeline, view.clip)
    look = view.look
    painter.fillRect(painter.viewport(), QColor(*look.colours.ground))
    across = len(rows) if area.width() > 1.1 * area.height() else (len(rows) + 1) // 2
    down = -(-len(rows) // max(across, 1))
    wide, high = area.width() / across, area.height() / down
    step = shown_step(timeline, view.clip, t)
    for i, row in enumerate(rows):
        cell = QRectF(area.x() + i % across * wide, area.y() + i // across * high, wide, high)
        following = rows[i + 1] if i + 1 < len(rows) else None
        paint_still(
            painter,
            cell.adjusted(4, 4, -4, -8),
            view.clip,
            row,
            look=look,
            view=view.nearest_view,
            spec=view.spec,
            arrows_to_row=following,
        )
        if i == step:
            bar = QRectF(cell.x() + 8, cell.bottom() - _BAR - 2, cell.width() - 16, _BAR)
            painter.fillRect(bar, QColor(*look.colours.contact))


def _apart(clip: "Clip", row: float, other: float) -> float:
    moved = clip.pose(row).positions - clip.pose(other).positions
    return float(np.abs(moved).max())
