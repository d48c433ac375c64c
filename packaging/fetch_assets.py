"""Fetch the font and the icons from their npm packages into assets/, licence files beside them.

Run it when a version below changes or an icon is added to ``ICONS``::

    python packaging/fetch_assets.py

It needs ``npm`` on the path and the packages ``fonttools`` and ``brotli`` in the Python that runs
it; neither is a dependency of the program. The fonts come split by script. Qt does not combine two
files of one family, so Latin and Latin extended are merged into one TTF file each.
"""

from __future__ import annotations

import importlib
import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

FONT_PACKAGE = "@fontsource/atkinson-hyperlegible"
FONT_VERSION = "5.3.0"
ICON_PACKAGE = "lucide-static"
ICON_VERSION = "1.62.0"

WEIGHTS = {"400": "Regular", "700": "Bold"}
SCRIPTS = ("latin", "latin-ext")
ICONS = """
arrow-left arrow-right bell book-open calendar chart-line check chevron-down chevron-left
chevron-right circle-minus clipboard-list columns-2 download ellipsis folder-open grip-vertical hand
info life-buoy list-checks maximize minus octagon-alert pause pencil person-standing play plus
printer redo-2 replace rotate-3d rotate-ccw save search settings shield-alert skip-back skip-forward
step-back step-forward sun triangle-alert undo-2 volume-2 x zoom-in zoom-out
"""


def unpack(package: str, version: str, scratch: Path) -> Path:
    """Download one npm package and return the folder with its files."""
    command = ["npm", "pack", "--silent", f"{package}@{version}"]
    done = subprocess.run(command, cwd=scratch, capture_output=True, text=True, check=True)
    folder = scratch / package.replace("/", "-").lstrip("@")
    with tarfile.open(scratch / done.stdout.strip().splitlines()[-1]) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def merge_fonts(package: Path, target: Path) -> None:
    """Write one TTF file for each weight, made of the scripts that the program is written in."""
    # by name, since the package is not there when the program itself is checked
    merger = importlib.import_module("fontTools.merge").Merger
    read_font = importlib.import_module("fontTools.ttLib").TTFont

    target.mkdir(parents=True, exist_ok=True)
    for weight, name in WEIGHTS.items():
        parts = []
        for script in SCRIPTS:
            source = package / "files" / f"atkinson-hyperlegible-{script}-{weight}-normal.woff2"
            font = read_font(source, recalcTimestamp=False)
            font.flavor = None
            parts.append(package / f"{script}-{weight}.ttf")
            font.save(parts[-1])
        merged = merger().merge([str(part) for part in parts])
        # the time of merging would make every run differ
        merged.recalcTimestamp = False
        merged["head"].created = merged["head"].modified = read_font(parts[0])["head"].created
        merged.save(target / f"AtkinsonHyperlegible-{name}.ttf")
    text = (package / "LICENSE").read_text(encoding="utf-8")
    (target / "LICENSE.txt").write_text(text, encoding="utf-8", newline="\n")


def copy_icons(package: Path, target: Path) -> None:
    """Copy the icons that the program uses, in their shortest form."""
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.svg"):
        old.unlink()
    for name in ICONS.split():
        svg = (package / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        svg = re.sub(r"<!--.*?-->|\s*class=\"[^\"]*\"", "", svg, flags=re.DOTALL)
        svg = re.sub(r"\s+", " ", svg).replace("> <", "><").strip()
        (target / f"{name}.svg").write_text(svg + "\n", encoding="utf-8", newline="\n")
    text = (package / "LICENSE").read_text(encoding="utf-8")
    (target / "LICENSE.txt").write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Fetch both packages and fill assets/fonts and assets/icons."""
    assets = Path(__file__).resolve().parents[1] / "assets"
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        merge_fonts(unpack(FONT_PACKAGE, FONT_VERSION, scratch), assets / "fonts")
        copy_icons(unpack(ICON_PACKAGE, ICON_VERSION, scratch), assets / "icons")


if __name__ == "__main__":
    main()
