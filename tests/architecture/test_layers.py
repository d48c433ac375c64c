"""The house stays as drawn: what may know what, and what is loaded when."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "sijoint_desktop"
BELOW_UI = [
    "core",
    "motion",
    "content",
    "settings",
    "routine",
    "player",
    "sheet",
    "history",
    "app",
    "cli",
    "store",
]


def loaded_after(statement: str) -> set[str]:
    """Return the top-level modules that a fresh process has loaded after a statement."""
    code = f"{statement}\nimport sys\nprint(*{{m.partition('.')[0] for m in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return set(done.stdout.split())


def modules_of(package: str) -> list[str]:
    """Return the dotted names of all modules of one of our packages, migrations left out."""
    files = sorted((PACKAGE / package).rglob("*.py"))
    names = (".".join(f.relative_to(PACKAGE.parent).with_suffix("").parts) for f in files)
    return [n.removesuffix(".__init__") for n in names if ".migrations." not in n]


def test_no_package_below_the_window_loads_qt() -> None:
    names = [name for package in BELOW_UI for name in modules_of(package)]
    loaded = loaded_after("\n".join(f"import {name}" for name in names))
    assert not loaded & {"PySide6", "shiboken6", "pyqtgraph"}


def test_content_and_routines_are_read_without_numpy() -> None:
    names = [name for package in ("core", "content", "routine") for name in modules_of(package)]
    assert "numpy" not in loaded_after("\n".join(f"import {name}" for name in names))


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.name))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    if path.name == "_resources_rc.py":
        return
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    assert docstring, f"{path.name} has no docstring"
    assert docstring.splitlines()[0].rstrip().endswith("."), (
        f"{path.name}: first line is no sentence"
    )
