"""Make a .deb and an AppDir of the frozen program, and an AppImage where appimagetool is there.

    python packaging/freeze.py && python packaging/linux_packages.py

It needs dpkg-deb. The same frozen folder always gives the same .deb, byte by byte.
"""

from __future__ import annotations

import os
import shutil
import tomllib
from typing import TYPE_CHECKING

from fresh import BUILD, DIST, ROOT, STEADY, run

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = "io.github.sijoint.Desktop"
ARCHITECTURE = {"x86_64": "amd64", "aarch64": "arm64"}[os.uname().machine]
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
# What Qt links to beside what every Debian has; the names are those of Debian 12.
NEEDED = "libc6 (>= 2.34), libegl1, libgl1, libxkbcommon-x11-0, libxcb-cursor0, libxcb-icccm4,\
 libxcb-image0, libxcb-keysyms1, libxcb-render-util0, libxcb-shape0, libxcb-xkb1"
HELPFUL = "speech-dispatcher, libspeechd2"


def version() -> str:
    """Return the version that pyproject.toml states."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def stage(root: Path) -> None:
    """Lay out what an installed program looks like below ``root``."""
    shutil.rmtree(root, ignore_errors=True)
    home = root / "usr/lib/sijoint-desktop"
    shutil.copytree(DIST / "sijoint-desktop", home, symlinks=True)
    program = root / "usr/bin/sijoint-desktop"
    program.parent.mkdir(parents=True)
    program.symlink_to("../lib/sijoint-desktop/sijoint-desktop")
    linux, share = ROOT / "packaging/linux", root / "usr/share"
    icons = BUILD / "sijoint-desktop/icons"
    files = {
        linux / f"{APPLICATION_ID}.desktop": f"applications/{APPLICATION_ID}.desktop",
        linux / f"{APPLICATION_ID}.metainfo.xml": f"metainfo/{APPLICATION_ID}.metainfo.xml",
        linux / f"{APPLICATION_ID}.mime.xml": f"mime/packages/{APPLICATION_ID}.xml",
        ROOT / "assets/app.svg": f"icons/hicolor/scalable/apps/{APPLICATION_ID}.svg",
        home / "_internal/licences/THIRD-PARTY.md": "doc/sijoint-desktop/THIRD-PARTY.md",
        ROOT / "LICENSE": "doc/sijoint-desktop/copyright",
    } | {
        icons / f"{size}.png": f"icons/hicolor/{size}x{size}/apps/{APPLICATION_ID}.png"
        for size in SIZES
    }
    for source, place in files.items():
        target = share / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def build_deb() -> Path:
    """Build the .deb into dist/ and return it."""
    root = BUILD / "deb"
    stage(root)
    installed_kib = sum(p.lstat().st_size for p in root.rglob("*") if p.is_file()) // 1024
    control = root / "DEBIAN/control"
    control.parent.mkdir()
    control.write_text(
        f"Package: sijoint-desktop\nVersion: {version()}\nSection: misc\nPriority: optional\n"
        f"Architecture: {ARCHITECTURE}\nDepends: {NEEDED}\nRecommends: {HELPFUL}\n"
        f"Installed-Size: {installed_kib}\nMaintainer: The SI Joint Desktop contributors <>\n"
        "Description: Home exercises for mild sacroiliac-joint pain\n"
        " A figure shows every exercise from any side, a session counts the holds, charts show\n"
        " how the pain goes, and a sheet puts the routine on paper. Works without a network.\n",
        encoding="utf-8",
    )
    moment = int(STEADY["SOURCE_DATE_EPOCH"])
    for path in root.rglob("*"):
        os.utime(path, (moment, moment), follow_symlinks=False)
    deb = DIST / f"sijoint-desktop_{version()}_{ARCHITECTURE}.deb"
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, deb)
    return deb


def build_appdir() -> Path:
    """Lay out the AppDir in build/, pack it where appimagetool is there, and return the AppDir."""
    root = BUILD / "SIJointDesktop.AppDir"
    stage(root)
    (root / "AppRun").symlink_to("usr/bin/sijoint-desktop")
    for name in (f"{APPLICATION_ID}.desktop", f"{APPLICATION_ID}.svg"):
        (found,) = (root / "usr/share").rglob(name)
        shutil.copyfile(found, root / name)
    (root / ".DirIcon").symlink_to(f"{APPLICATION_ID}.svg")
    if shutil.which("appimagetool"):
        image = DIST / f"sijoint-desktop-{version()}-{os.uname().machine}.AppImage"
        run("appimagetool", "--no-appstream", root, image)
    return root


if __name__ == "__main__":
    for made in (build_deb(), build_appdir()):
        print(made)
