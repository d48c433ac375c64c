"""Measure what one frame of the figure costs; run it as ``python tests/benchmarks/bench_paint.py``.

Prints median and 95th percentile of painting a body-style frame at 900x600 with antialiasing, and
how that compares with painting the same polygons from stored points, both in the same run.
"""

# ruff: noqa: E402 - the package is found beside this file when it is not installed
import os
import sys
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import numpy as np
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.model import Exercise
from sijoint_desktop.motion.timeline import PhaseKind
from sijoint_desktop.ui.figure import canvas, scene
from sijoint_desktop.ui.figure import painter as figure_painter
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import Layer, screen_look
from sijoint_desktop.ui.figure.miniatures import short_timeline
from sijoint_desktop.ui.figure.moment import Moment
from sijoint_desktop.ui.figure.view import FigureView
from sijoint_desktop.ui.style.tokens import LIGHT

WIDTH, HEIGHT, FRAMES = 900, 600, 120
LAYERS = frozenset({Layer.MUSCLES, Layer.ARROWS, Layer.GHOST})


def moments(exercise: Exercise) -> list[Moment]:
    timeline = short_timeline(exercise)
    found = []
    for t in np.linspace(0.0, timeline.duration_s * 0.999, FRAMES).tolist():
        phase, row = timeline.phase_at(t), timeline.row_at(t)
        moving = phase.kind is PhaseKind.MOVE
        found.append(Moment(row, phase.row_start, phase.row_end) if moving else Moment(row))
    return found


class Recording:
    """Takes down the points of all that one frame paints, and paints them again."""

    def __init__(self, view: FigureView, moment: Moment, pools: dict[int, canvas.Pool]) -> None:
        self._steps: list[tuple[bool, canvas.Sketch]] = []
        self._mask = (0, 0)
        self._ghost = moment.stop if moment.moving else None
        self._view = view
        self._image = QImage(400, 300, QImage.Format.Format_ARGB32_Premultiplied)
        self._pools = pools
        paint, soften = canvas.paint_sketch, scene._soften

        def taken(painter: QPainter, sketch: canvas.Sketch, pool: canvas.Pool) -> None:
            self._steps.append((painter.device() is not target, sketch))
            paint(painter, sketch, pool)

        def softened(mask: QImage, wide: int, high: int) -> None:
            self._mask = (wide, high)
            soften(mask, wide, high)

        target = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
        figure_painter.paint_sketch = scene.paint_sketch = taken
        scene._soften = softened
        surface = QPainter(target)
        view.paint(surface, moment)
        surface.end()
        figure_painter.paint_sketch = scene.paint_sketch = paint
        scene._soften = soften

    def replay(self, surface: QPainter) -> None:
        surface.drawPixmap(0, 0, self._view._backdrop(self._ghost))
        for on_mask, sketch in self._steps:
            pool = self._pools.setdefault(sketch.count, canvas.Pool(sketch.count))
            if on_mask:
                self._shadow(surface, sketch, pool)
            else:
                canvas.paint_sketch(surface, sketch, pool)

    def _shadow(self, surface: QPainter, sketch: canvas.Sketch, pool: canvas.Pool) -> None:
        wide, high = self._mask
        self._image.fill(0)
        inner = QPainter(self._image)
        canvas.paint_sketch(inner, sketch, pool)
        inner.end()
        scene._soften(self._image, wide, high)
        surface.save()
        surface.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
        surface.setOpacity(0.17)
        step = scene._SHADOW_STEP
        place = QRectF(120.0, 300.0, wide * step, high * step)
        surface.drawImage(place, self._image, QRectF(0, 0, wide, high))
        surface.restore()


def measure(exercise: Exercise, clips: ClipStore) -> tuple[list[float], list[float]]:
    view = FigureView(exercise.motion, clips.get(exercise), screen_look(LIGHT, layers=LAYERS))
    area = QRectF(0, 0, WIDTH, HEIGHT).adjusted(32, 24, -32, -24)
    view.resize(QSize(WIDTH, HEIGHT), 1.0, area)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    whole, stored = [], []
    pools: dict[int, canvas.Pool] = {}
    for number, moment in enumerate(moments(exercise)):
        begun = perf_counter()
        painter = QPainter(image)
        view.paint(painter, moment)
        painter.end()
        took = perf_counter() - begun
        recording = Recording(view, moment, pools)
        begun = perf_counter()
        painter = QPainter(image)
        recording.replay(painter)
        painter.end()
        replayed = perf_counter() - begun
        if number > 2:  # caches are warm
            whole.append(took * 1000.0)
            stored.append(replayed * 1000.0)
    return whole, stored


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    folder = ROOT / "assets" / "content" / "exercises"
    files = {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.toml"))}
    clips = ClipStore()
    every: list[float] = []
    floors: list[float] = []
    print(f"painting {WIDTH}x{HEIGHT}, body style, antialiased, {FRAMES} frames each")
    for exercise in parse_library(files).exercises:
        whole, stored = measure(exercise, clips)
        every += whole
        floors += stored
        middle, floor = np.median(whole), np.median(stored)
        print(
            f"  {exercise.id:<22} median {middle:5.2f} ms  p95 {np.percentile(whole, 95):5.2f} ms"
            f"  stored points {floor:5.2f} ms  ratio {middle / floor:4.2f}"
        )
    # frame by frame, since exercises with more on show would otherwise be set against others
    ratio = float(np.median(np.divide(every, floors)))
    print(f"frame_median_ms {np.median(every):.2f} (limit 8.00)")
    print(f"frame_p95_ms {np.percentile(every, 95):.2f}")
    print(f"stored_points_median_ms {np.median(floors):.2f}")
    print(f"ratio {ratio:.2f} (limit 1.50)")
    app.quit()


if __name__ == "__main__":
    main()
