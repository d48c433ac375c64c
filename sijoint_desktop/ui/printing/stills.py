"""Drawing the key poses of a sheet with the figure's own painter, in tones for paper."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from sijoint_desktop.content.library import Library
from sijoint_desktop.sheet.model import Still
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import FigureStyle, Layer, print_look
from sijoint_desktop.ui.figure.painter import PaintMemory
from sijoint_desktop.ui.figure.still import paint_still
from sijoint_desktop.ui.printing.painter import DrawFigure


def still_drawers(library: Library, clips: ClipStore) -> Mapping[FigureStyle, DrawFigure]:
    """Return what draws a key pose on paper, for each style of the figure."""
    return MappingProxyType({style: still_drawer(library, clips, style) for style in FigureStyle})


def still_drawer(library: Library, clips: ClipStore, style: FigureStyle) -> DrawFigure:
    """Return what draws a key pose on paper in one style; clips are baked when first drawn."""
    memory = PaintMemory()
    look = print_look(style=style).with_layers(Layer.ARROWS, Layer.CONTACTS)

    def draw(painter: QPainter, area: QRectF, still: Still) -> None:
        exercise = library.get(still.exercise_id).at(still.level)
        paint_still(
            painter,
            area,
            clips.get(exercise, still.side),
            still.row,
            look=look,
            spec=exercise.motion,
            arrows_to_row=still.arrows_to_row,
            memory=memory,
        )

    return draw
