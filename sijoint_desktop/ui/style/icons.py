"""Icons drawn in the colours of the theme from the Lucide line drawings in the resources."""

from PySide6.QtCore import QByteArray, QFile, QIODevice, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sijoint_desktop.ui.style.tokens import Theme

# These carry their meaning by their body, not by an outline.
_FILLED = frozenset({"play", "pause"})


def icon_svg(name: str, colour: str, size: int) -> bytes:
    """Return the drawing of an icon in a colour, its stroke suited to ``size`` pixels.

    Raises ValueError when there is no icon of that name.
    """
    file = QFile(f":/icons/{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise ValueError(f"there is no icon named {name!r}")
    svg = bytes(file.readAll().data()).decode()
    file.close()
    # 1.9 px at 20 px; large icons keep the weight they were drawn with
    width = "2.28" if size <= 24 else "2"
    svg = svg.replace('stroke-width="2"', f'stroke-width="{width}"').replace("currentColor", colour)
    if name in _FILLED:
        svg = svg.replace('fill="none"', f'fill="{colour}"')
    return svg.encode()


class IconCache:
    """Keeps every icon that was drawn, by name, size, colour and screen resolution."""

    def __init__(self) -> None:
        self._pixmaps: dict[tuple[str, int, str, float], QPixmap] = {}

    def pixmap(self, name: str, size: int, colour: str, ratio: float) -> QPixmap:
        """Return an icon of ``size`` device-independent pixels in a ``#RRGGBB`` colour."""
        key = (name, size, colour, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            found = self._pixmaps[key] = _draw(icon_svg(name, colour, size), size, ratio)
        return found

    def icon(
        self, name: str, size: int, colours: tuple[str, str], ratio: float, gap: int = 0
    ) -> QIcon:
        """Return an icon in its (usual, not available) colours, with a gap to its right."""
        icon = QIcon()
        usual, disabled = (
            _widened(self.pixmap(name, size, colour, ratio), size, gap) for colour in colours
        )
        icon.addPixmap(usual, QIcon.Mode.Normal)
        icon.addPixmap(usual, QIcon.Mode.Active)
        icon.addPixmap(usual, QIcon.Mode.Selected)
        icon.addPixmap(disabled, QIcon.Mode.Disabled)
        return icon

    def clear(self) -> None:
        """Forget the icons of a theme that is no longer shown."""
        self._pixmaps.clear()


def _draw(svg: bytes, size: int, ratio: float) -> QPixmap:
    pixels = max(1, round(size * ratio))
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _widened(pixmap: QPixmap, size: int, gap: int) -> QPixmap:
    if not gap:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(round((size + gap) * ratio), pixmap.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide


def tinted(theme: Theme, token: str) -> tuple[str, str]:
    """Return the usual colour of an icon and the one for "not available"."""
    return theme.color(token).name(), theme.ink2


__all__ = ["IconCache", "icon_svg", "tinted"]
