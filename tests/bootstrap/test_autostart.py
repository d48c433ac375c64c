"""What makes each system start the program at log-in, and the option that follows it."""

import configparser
import plistlib
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from sijoint_desktop.bootstrap.autostart import (
    AutostartKeeper,
    Entry,
    FileEntry,
    RegistryEntry,
    autostart_entry,
    desktop_entry,
    start_command,
)
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.settings.options import defaults
from sijoint_desktop.ui.preferences import Preferences
from tests.fakes.pseudo import gap

NONE: Mapping[str, str] = {}
ENDINGS = {"linux": ".desktop", "darwin": ".plist"}
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1)


def entry_at(home: Path, platform: str = "linux", folder: Path | None = None) -> FileEntry:
    made = autostart_entry(folder, platform=platform, environment=NONE, home=home, sealed=False)
    assert isinstance(made, FileEntry)
    return made


class Scene:
    def __init__(self, entry: Entry, *, on: bool = False) -> None:
        self.said: list[str] = []
        self.preferences = Preferences(defaults().changed("autostart", on), lambda _settings: None)
        self.keeper = AutostartKeeper(self.preferences, entry, self._say)

    def _say(self, _heading: str, text: str) -> None:
        self.said.append(text)

    @property
    def on(self) -> bool:
        return self.preferences.settings.flag("autostart")


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_the_option_writes_a_file_and_takes_it_away_again(
    qapp: QApplication, tmp_path: Path, platform: str
) -> None:
    entry = entry_at(tmp_path, platform)
    scene = Scene(entry)
    assert not any(tmp_path.rglob("*"))
    scene.preferences.set("autostart", True)
    assert [path.suffix for path in entry.path.parent.iterdir()] == [ENDINGS[platform]]
    scene.preferences.set("autostart", False)
    assert not entry.path.exists()
    assert scene.said == []


def test_linux_is_given_a_desktop_entry_that_starts_unseen(tmp_path: Path) -> None:
    entry = entry_at(tmp_path)
    entry.write()
    assert entry.path == tmp_path / ".config/autostart/io.github.sijoint.Desktop.desktop"
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(entry.path, encoding="utf-8")
    fields = parser["Desktop Entry"]
    assert exec_words(entry.content.decode()) == [
        sys.executable,
        "-m",
        "sijoint_desktop",
        "--background",
    ]
    assert fields["TryExec"] == sys.executable
    if shutil.which("desktop-file-validate"):
        subprocess.run(["desktop-file-validate", entry.path], check=True)


def test_macos_is_given_a_job_for_launchd(tmp_path: Path) -> None:
    entry = entry_at(tmp_path, "darwin")
    entry.write()
    job = plistlib.loads(entry.path.read_bytes())
    assert entry.path.parent == tmp_path / "Library" / "LaunchAgents"
    assert job["Label"] == entry.path.stem
    assert job["ProgramArguments"][-1] == "--background"
    assert job["RunAtLoad"] is True


def test_windows_is_given_a_value_in_the_registry(qapp: QApplication, tmp_path: Path) -> None:
    def key() -> QSettings:
        return QSettings(str(tmp_path / "run.ini"), QSettings.Format.IniFormat)

    on_windows = autostart_entry(None, platform="win32", environment=NONE)
    assert isinstance(on_windows, RegistryEntry)
    assert on_windows.command.endswith("--background")
    entry = RegistryEntry(on_windows.name, on_windows.command, key)
    scene = Scene(entry)
    scene.preferences.set("autostart", True)
    assert key().value(on_windows.name) == on_windows.command
    scene.preferences.set("autostart", False)
    assert not key().contains(on_windows.name)


def test_the_folder_of_settings_may_be_elsewhere(tmp_path: Path) -> None:
    for named, base in (("/etc/mine", Path("/etc/mine")), ("relative", tmp_path / ".config")):
        environment = {"XDG_CONFIG_HOME": named}
        entry = autostart_entry(
            None, platform="linux", environment=environment, home=tmp_path, sealed=False
        )
        assert isinstance(entry, FileEntry)
        assert entry.path.parent == base / "autostart"


def test_each_data_folder_has_an_entry_of_its_own(tmp_path: Path) -> None:
    usual, other = entry_at(tmp_path), entry_at(tmp_path, folder=tmp_path / "Anna's data")
    assert usual.path != other.path
    words = exec_words(other.content.decode())
    assert words[-3:] == ["--data-dir", str(tmp_path / "Anna's data"), "--background"]


def test_an_appimage_starts_by_its_file_and_not_by_what_is_mounted() -> None:
    command = start_command(None, {"APPIMAGE": "/home/anna/SI Joint.AppImage"})
    assert command == ("/home/anna/SI Joint.AppImage", "--background")


def exec_words(text: str) -> list[str]:
    """Read the words of the Exec line as the desktop entry specification says."""
    [line] = [each for each in text.split("\n") if each.startswith("Exec=")]
    value = line.removeprefix("Exec=").replace("\\\\", "\\")
    quoted = re.findall(r'"((?:[^"\\]|\\.)*)"', value)
    return [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in quoted]


@given(st.lists(WORDS, min_size=1, max_size=3))
def test_any_words_come_out_of_the_entry_as_they_were(words: list[str]) -> None:
    assert exec_words(desktop_entry(words)) == words


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_what_was_switched_off_elsewhere_is_shown_as_off(
    qapp: QApplication, tmp_path: Path, line: str
) -> None:
    entry = entry_at(tmp_path)
    entry.write()
    assert Scene(entry).on
    before = f"{entry.content.decode()}{line}\n"
    entry.path.write_text(before, encoding="utf-8")
    scene = Scene(entry, on=True)
    assert not scene.on
    assert entry.path.read_text(encoding="utf-8") == before
    scene.preferences.set("autostart", True)
    assert entry.is_there()


def test_a_program_that_has_moved_renews_its_entry(qapp: QApplication, tmp_path: Path) -> None:
    entry = entry_at(tmp_path)
    FileEntry(entry.path, b"[Desktop Entry]\nExec=/old/place\n").write()
    Scene(entry)
    assert entry.path.read_bytes() == entry.content


def test_a_folder_that_cannot_be_written_is_said_and_the_option_stays_off(
    qapp: QApplication, tmp_path: Path
) -> None:
    (tmp_path / ".config").write_text("a file in the place of the folder")
    scene = Scene(entry_at(tmp_path))
    scene.preferences.set("autostart", True)
    assert not scene.on
    [sentence] = scene.said
    assert str(tmp_path / ".config") in sentence
    assert "cannot start with the computer" in sentence


def test_an_entry_that_cannot_be_deleted_is_said_and_the_option_stays_on(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = entry_at(tmp_path)
    entry.write()
    scene = Scene(entry)

    def refused(*_arguments: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refused)
    scene.preferences.set("autostart", False)
    assert scene.on
    assert "cannot be deleted" in scene.said[0]
    scene.keeper.forget()


def test_a_registry_that_cannot_be_written_is_said(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "run.ini").mkdir()
    entry = RegistryEntry(
        "SI", "start", lambda: QSettings(str(tmp_path / "run.ini"), QSettings.Format.IniFormat)
    )
    with pytest.raises(UserError, match="cannot be written"):
        entry.write()


def test_a_flatpak_says_what_to_do_instead(qapp: QApplication, tmp_path: Path) -> None:
    entry = autostart_entry(None, platform="linux", environment=NONE, home=tmp_path, sealed=True)
    scene = Scene(entry)
    scene.preferences.set("autostart", True)
    assert not scene.on
    assert "settings of your desktop" in scene.said[0]
    assert not any(tmp_path.rglob("*"))


def test_erasing_everything_takes_the_entry_along(qapp: QApplication, tmp_path: Path) -> None:
    entry = entry_at(tmp_path)
    scene = Scene(entry)
    scene.preferences.set("autostart", True)
    scene.keeper.forget()
    assert not entry.path.exists()


@pytest.mark.usefixtures("pseudo", "qapp")
def test_a_refusal_is_said_in_the_language_in_use(tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("a file in the place of the folder")
    sealed = autostart_entry(None, platform="linux", environment=NONE, home=tmp_path, sealed=True)
    for entry in (entry_at(tmp_path), sealed):
        scene = Scene(entry)
        scene.preferences.set("autostart", True)
        assert [text for text in scene.said if gap(text)] == []
        assert scene.said
