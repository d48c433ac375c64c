from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPicture

from sijoint_desktop.ui.printing.items import Words
from sijoint_desktop.ui.printing.painter import paint_pages
from sijoint_desktop.ui.printing.paper import Rect
from tests.ui.printing.drawing import FAMILY, Drawn


def test_the_first_words_are_black_in_a_preview_with_light_words_of_its_own() -> None:
    words = Words(Rect(1.0, 1.0, 40.0, 8.0), "Title", 18.0, bold=True, baseline=6.0)
    recording = QPicture()
    painter = QPainter(recording)
    paint_pages(painter, recording, [[words]], Drawn(), FAMILY)  # type: ignore[arg-type]
    painter.end()
    page = QImage(300, 100, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.setPen(QColor("white"))  # as the text of a dark theme is
    painter.drawPicture(0, 0, recording)
    painter.end()
    tones = {page.pixelColor(x, y).lightness() for x in range(150) for y in range(60)}
    assert min(tones) < 40
