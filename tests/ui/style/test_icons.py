"""The icons that are shipped are those that are used, and each can be drawn."""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from sijoint_desktop import _resources_rc  # noqa: F401
from sijoint_desktop.ui.style.style import Style, ThemeChoice

ROOT = Path(__file__).parents[3]
SHIPPED = sorted(path.stem for path in (ROOT / "assets" / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", SHIPPED)
def test_every_icon_can_be_drawn(qtbot: QtBot, name: str) -> None:
    image = Style(choice=ThemeChoice.LIGHT).pixmap(name, 24).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))


def test_no_icon_is_shipped_for_nothing() -> None:
    package = ROOT / "sijoint_desktop"
    sources = (p for p in package.rglob("*.py") if p.name != "_resources_rc.py")
    text = "".join(path.read_text(encoding="utf-8") for path in sources)
    assert [name for name in SHIPPED if f'"{name}"' not in text] == []


def test_the_shipped_icons_are_those_that_are_fetched() -> None:
    script = (ROOT / "packaging" / "fetch_assets.py").read_text(encoding="utf-8")
    match = re.search(r'ICONS = """(.*?)"""', script, re.DOTALL)
    assert match is not None
    assert sorted(match[1].split()) == SHIPPED


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_licences_come_along(folder: str) -> None:
    text = (ROOT / "assets" / folder / "LICENSE.txt").read_text(encoding="utf-8")
    assert "SIL Open Font License" in text if folder == "fonts" else "ISC License" in text
