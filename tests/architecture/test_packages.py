"""What the packages say of the program agrees with the program."""

import configparser
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from sijoint_desktop.bootstrap.application import name_application

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
MIME_TYPE = "application/x-sijoint-routine"


@pytest.fixture
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    (path,) = LINUX.glob("*.desktop")
    parser.read(path, encoding="utf-8")
    return parser["Desktop Entry"]


def test_a_window_belongs_to_the_desktop_entry(
    qapp: QApplication, entry: configparser.SectionProxy
) -> None:
    name_application(qapp)
    (path,) = LINUX.glob("*.desktop")
    assert qapp.desktopFileName() == path.stem == entry["Icon"] == entry["StartupWMClass"]
    assert qapp.applicationDisplayName() == entry["Name"]
    assert not qapp.windowIcon().pixmap(64).isNull()


def test_the_newest_release_is_the_version_that_is_built() -> None:
    (path,) = LINUX.glob("*.metainfo.xml")
    releases = ElementTree.parse(path).findall("releases/release")  # noqa: S314 - our own file
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert releases[0].get("version") == project["version"]


def test_routine_files_are_one_type_everywhere(entry: configparser.SectionProxy) -> None:
    (path,) = LINUX.glob("*.mime.xml")
    kind = ElementTree.parse(path).getroot()[0]  # noqa: S314 - our own file
    glob = kind.find("{*}glob")
    assert kind.get("type") == MIME_TYPE
    assert entry["MimeType"] == f"{MIME_TYPE};"
    assert glob is not None
    ending = str(glob.get("pattern")).removeprefix("*.")
    for other in ("sijoint-desktop.spec", "windows/sijoint-desktop.iss"):
        assert ending in (ROOT / "packaging" / other).read_text(encoding="utf-8")
