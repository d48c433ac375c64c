"""Build the one-folder program with PyInstaller, try it, and say how large and how quick it is.

    python packaging/freeze.py

It needs uv on the path. The result is ``dist/sijoint-desktop`` (on macOS the .app as well).
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from fresh import BUILD, DIST, ROOT, build_wheel, environment, run
from notices import collect
from smoke import smoke, start_s

PYINSTALLER = "pyinstaller==6.22.3"
SLOWEST = 1.5  # times the start from source
_ICONS = """
import sys
from pathlib import Path
from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

drawing, folder = QSvgRenderer(sys.argv[1]), Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
for size in (16, 24, 32, 48, 64, 128, 256, 512):
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    image.save(str(folder / f"{size}.png"))
large = Image.open(folder / "512.png")
large.save(folder / "app.ico", sizes=[(size, size) for size in (16, 24, 32, 48, 64, 128, 256)])
large.save(folder / "app.icns")
"""


def main() -> None:
    """Freeze the program in an environment made for that, try it, and measure it."""
    wheel = build_wheel()
    programs = environment(BUILD / "env", f"{wheel}[sound,pictures]", PYINSTALLER)
    python = programs / ("python.exe" if os.name == "nt" else "python")
    scratch = BUILD / "sijoint-desktop"
    run(python, "-c", _ICONS, ROOT / "assets" / "app.svg", scratch / "icons")
    with tempfile.TemporaryDirectory() as name:
        plain = environment(Path(name) / "env", f"{wheel}[sound,pictures]")
        collect(plain / python.name, scratch / "licences")
        run(
            programs / "pyinstaller", "--noconfirm", "--log-level", "ERROR",
            "--workpath", BUILD, "--distpath", DIST,
            ROOT / "packaging" / "sijoint-desktop.spec", cwd=BUILD,
        )  # fmt: skip
        frozen = DIST / "sijoint-desktop" / f"sijoint-desktop{'.exe' if os.name == 'nt' else ''}"
        smoke(frozen, Path(name) / "frozen")
        ratio = start_s(frozen, Path(name) / "a") / start_s(plain / frozen.name, Path(name) / "b")
    size_mb = sum(p.lstat().st_size for p in frozen.parent.rglob("*") if p.is_file()) / 1e6
    print(f"{frozen.parent}: {size_mb:.0f} MB; starts in {ratio:.2f} x the time from source")
    if ratio > SLOWEST:
        sys.exit(f"the start takes more than {SLOWEST:g} times that from source")


if __name__ == "__main__":
    main()
