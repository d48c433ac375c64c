"""The magnifier: beside the figure, where there is room."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from sijoint_desktop.motion.clip import Clip
from sijoint_desktop.ui.figure.camera import VIEWS, fit_camera
from sijoint_desktop.ui.figure.inset import inset_circle, paint_inset
from sijoint_desktop.ui.figure.look import Look
from sijoint_desktop.ui.figure.view import frame_points

WIDE = QRectF(0, 0, 600, 300)


def test_it_stays_inside_a_wide_picture_and_out_of_a_narrow_one() -> None:
    circle = inset_circle(WIDE)
    assert circle is not None
    assert WIDE.contains(circle)
    assert inset_circle(QRectF(0, 0, 200, 400)) is None


def test_it_paints_only_its_own_place(qapp: object, clip: Clip, plain_look: Look) -> None:
    image = QImage(QSize(600, 300), QImage.Format.Format_ARGB32_Premultiplied)
    ground = QColor(*plain_look.colours.ground)
    image.fill(ground)
    painter = QPainter(image)
    camera = fit_camera(frame_points(clip), WIDE, *VIEWS["front"])
    paint_inset(painter, clip.pose(0.0), camera, plain_look, WIDE)
    painter.end()
    circle = inset_circle(WIDE)
    assert circle is not None
    assert image.pixelColor(circle.center().toPoint()) != ground
    for x, y in ((5, 5), (300, 150), (595, 295)):
        assert image.pixelColor(x, y) == ground
