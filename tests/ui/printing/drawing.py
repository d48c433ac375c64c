"""A drawing that stands for the figure: quick, and nothing but lines."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from sijoint_desktop.sheet.model import Still

FAMILY = "Atkinson Hyperlegible"


class Drawn:
    """Draws a cross for each still, and keeps what it was asked for."""

    def __init__(self) -> None:
        self.stills: list[Still] = []

    def __call__(self, painter: QPainter, area: QRectF, still: Still) -> None:
        self.stills.append(still)
        painter.setPen(QColor(0, 0, 0))
        painter.drawLine(area.topLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomLeft())
