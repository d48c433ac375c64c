"""Pictures without a window, for commands: one moment as PNG or SVG, a movement as GIF or WebP."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from sijoint_desktop.content.model import Demonstration
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.files import write_bytes
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.mistake import right_row
from sijoint_desktop.motion.timeline import Timeline
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import (
    DEFAULT_LAYERS,
    FigureStyle,
    Layer,
    Look,
    print_look,
    screen_look,
)
from sijoint_desktop.ui.figure.playhead import moment_at
from sijoint_desktop.ui.figure.still import paint_still
from sijoint_desktop.ui.figure.view import FigureView, view_angles
from sijoint_desktop.ui.picture_bytes import png_bytes, svg_bytes
from sijoint_desktop.ui.style.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from PIL import Image

_MOST_FRAMES = 3000
_SHOWN_MS = 2000  # how long the right way and a mistake stand, in turn
_MARGIN = 0.05
_COLOURS = 128  # of a GIF, which has at most 256; fewer make the file smaller
_QUALITY = 80  # of a WebP, 0 to 100


@dataclass(frozen=True, slots=True)
class Picture:
    """What is to be seen: a movement from a view, in a look, on so many pixels."""

    shown: Demonstration
    timeline: Timeline
    size: tuple[int, int]
    look: Look
    view: str | None = None
    side: Side | None = None
    mistake: str | None = None


def look_of(form: str, ground: str, layers: tuple[str, ...] | None) -> Look:
    """Return a look by names: body or stick; light, dark or print; the layers, None the usual."""
    style = FigureStyle(form)
    chosen = DEFAULT_LAYERS if layers is None else frozenset(Layer(name) for name in layers)
    if ground == "print":
        return print_look(style=style, layers=chosen)
    return screen_look(DARK if ground == "dark" else LIGHT, style=style, layers=chosen)


def save_moment(path: Path, picture: Picture, time_s: float) -> None:
    """Draw one moment into a .png or .svg file; raises UserError where it cannot be written."""
    clip = ClipStore().get(picture.shown, picture.side)
    moment = moment_at(picture.timeline, time_s)
    layers = picture.look.layers
    paint = partial(
        paint_still,
        rect=QRectF(0, 0, *picture.size),
        clip=clip,
        row=moment.row,
        look=picture.look,
        view=picture.view,
        spec=picture.shown.motion,
        arrows_to_row=moment.stop if moment.moving and Layer.ARROWS in layers else None,
        ghost_row=moment.stop if moment.moving and Layer.GHOST in layers else None,
        mistake_id=picture.mistake,
    )
    vectors = path.suffix.lower() == ".svg"
    write_bytes(path, _svg(picture, paint) if vectors else png_bytes(_image(picture, paint)))


def save_loop(path: Path, picture: Picture, fps: int) -> None:
    """Draw the whole movement into a .gif or .webp file that repeats for ever.

    Of a mistake the right way and the mistake are shown in turn. Frames that look alike become one
    that stands for longer. Raises UserError where Pillow is not installed, the movement has too
    many frames, or the file cannot be written.
    """
    try:
        from PIL import Image  # noqa: PLC0415 - an optional library, loaded where it is needed
    except ImportError:
        raise UserError(
            'moving pictures need Pillow: install it with pip install "sijoint-desktop[pictures]"'
        ) from None
    if picture.mistake is not None:
        frames, lengths = _distinct(_in_turn(picture, picture.mistake), _SHOWN_MS)
    else:
        frames, lengths = _distinct(_frames(picture, _count(picture, fps)), 1000 / fps)
    buffer = io.BytesIO()
    first, *others = frames
    gif = path.suffix.lower() == ".gif"
    if gif:
        palette = frames[len(frames) // 2].quantize(_COLOURS)
        first, *others = [
            frame.quantize(palette=palette, dither=Image.Dither.NONE) for frame in frames
        ]
    first.save(
        buffer,
        "GIF" if gif else "WEBP",
        save_all=True,
        append_images=others,
        duration=lengths,
        loop=0,
        **({"optimize": True} if gif else {"quality": _QUALITY, "method": 4}),
    )
    write_bytes(path, buffer.getvalue())


def _count(picture: Picture, fps: int) -> int:
    count = max(2, round(picture.timeline.duration_s * fps))
    if count > _MOST_FRAMES:
        raise UserError(
            f"the movement would have {count} frames; expected at most {_MOST_FRAMES}: lower --fps"
        )
    return count


def _in_turn(picture: Picture, mistake: str) -> Iterator[QImage]:
    """Yield the right way and a mistake, both with one camera."""
    spec = picture.shown.motion
    paint = partial(
        paint_still,
        rect=QRectF(0, 0, *picture.size),
        clip=ClipStore().get(picture.shown, picture.side),
        row=right_row(spec, mistake),
        look=picture.look,
        view=picture.view or next(m.view.value for m in spec.mistakes if m.id == mistake),
        spec=spec,
    )
    yield _image(picture, partial(paint, with_mistakes=True))
    yield _image(picture, partial(paint, mistake_id=mistake))


def _frames(picture: Picture, count: int) -> Iterator[QImage]:
    """Yield the frames of a movement at even moments."""
    clip = ClipStore().get(picture.shown, picture.side)
    view = FigureView(picture.shown.motion, clip, picture.look)
    name = picture.view or picture.shown.motion.camera.value
    view.aim(*view_angles(name, picture.shown.motion, clip))
    area = QRectF(0, 0, *picture.size)
    dx, dy = area.width() * _MARGIN, area.height() * _MARGIN
    view.resize(QSize(*picture.size), 1.0, area.adjusted(dx, dy, -dx, -dy))
    for number in range(count):
        moment = moment_at(picture.timeline, picture.timeline.duration_s * number / count)
        yield _image(picture, partial(view.paint, moment=moment))


def _distinct(
    images: Iterator[QImage], milliseconds: float
) -> "tuple[list[Image.Image], list[int]]":
    """Return the frames that differ from the one before, and how long each of them stands."""
    frames: list[Image.Image] = []
    starts: list[int] = []
    last: bytes | None = None
    count = 0
    for image in images:
        data = _rgb(image)
        if data != last:
            starts.append(round(count * milliseconds))
            frames.append(_pillow(data, image.size()))
        last = data
        count += 1
    ends = [*starts[1:], round(count * milliseconds)]
    return frames, [end - start for start, end in zip(starts, ends, strict=True)]


def _rgb(image: QImage) -> bytes:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)  # kept while its memory is read
    width, stride = 3 * plain.width(), plain.bytesPerLine()
    memory = bytes(plain.constBits())
    return b"".join(memory[y * stride : y * stride + width] for y in range(plain.height()))


def _pillow(data: bytes, size: QSize) -> "Image.Image":
    from PIL import Image  # noqa: PLC0415 - see above

    return Image.frombytes("RGB", (size.width(), size.height()), data)


def _paint_on_ground(
    picture: Picture, paint: Callable[[QPainter], None], painter: QPainter
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, *picture.size), QColor(*picture.look.colours.ground))
    paint(painter)


def _image(picture: Picture, paint: Callable[[QPainter], None]) -> QImage:
    image = QImage(QSize(*picture.size), QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        width, height = picture.size
        raise UserError(f"a picture of {width}x{height} pixels is too large")
    painter = QPainter(image)
    _paint_on_ground(picture, paint, painter)
    painter.end()
    return image


def _svg(picture: Picture, paint: Callable[[QPainter], None]) -> bytes:
    whole = partial(_paint_on_ground, picture, paint)
    return svg_bytes(QSize(*picture.size), whole, title=picture.shown.name)
