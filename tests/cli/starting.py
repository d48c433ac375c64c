"""Starting the real program as a person or a script does, on a machine without a display."""

import os
import subprocess
import sys
from pathlib import Path

import sijoint_desktop

SOURCE = str(Path(sijoint_desktop.__file__).parents[1])


def program(folder: Path, *words: str, platform: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program in a folder with its data in ``data`` there; without a display by default."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    kept.pop("DISPLAY", None)
    kept.pop("WAYLAND_DISPLAY", None)
    if platform:
        kept["QT_QPA_PLATFORM"] = platform
    return subprocess.run(
        [sys.executable, "-m", "sijoint_desktop", *words],
        cwd=folder,
        env=kept | {"SIJOINT_DATA_DIR": str(folder / "data"), "PYTHONPATH": SOURCE},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
