"""The settings file: what is saved comes back, and a bad file costs nothing but itself."""

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.settings.options import defaults
from sijoint_desktop.store import settings_file
from sijoint_desktop.store.settings_file import SettingsFile


@pytest.fixture
def kept(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "data")


def test_without_a_file_the_defaults_hold_and_nothing_is_written(kept: SettingsFile) -> None:
    loaded = kept.load()
    assert loaded.settings == defaults()
    assert loaded.message == ""
    assert not kept.path.parent.exists()


def test_what_was_saved_comes_back(kept: SettingsFile) -> None:
    settings = defaults().changed("name", "Zoë Ł").changed("text_percent", 180)
    kept.save(settings)
    assert kept.load().settings == settings


@given(name=st.text(max_size=40), percent=st.integers(100, 200), sound=st.booleans())
def test_any_valid_settings_survive(
    tmp_path_factory: pytest.TempPathFactory, name: str, percent: int, sound: bool
) -> None:
    file = SettingsFile(tmp_path_factory.mktemp("data"))
    clean = "".join(letter for letter in name if not "\ud800" <= letter <= "\udfff")
    settings = defaults().changed("name", clean)
    settings = settings.changed("text_percent", percent).changed("sound", sound)
    file.save(settings)
    assert file.load().settings == settings


def test_only_the_owner_can_read_the_file(kept: SettingsFile) -> None:
    kept.save(defaults())
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600


def test_keys_of_a_newer_version_are_kept(kept: SettingsFile) -> None:
    kept.save(defaults())
    raw = json.loads(kept.path.read_text()) | {"mood": "alto", "goal": {"days": 4}}
    kept.path.write_text(json.dumps(raw))
    kept.save(kept.load().settings.changed("volume", 10))
    again = json.loads(kept.path.read_text())
    assert again["mood"] == "alto"
    assert again["goal"] == {"days": 4}
    assert again["volume"] == 10


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1, 2]", b"null", b"\xff\xfe\x00", b'{"a": ' * 5000, b"\x00" * 100],
    ids=["empty", "cut off", "list", "null", "not text", "deep", "zeros"],
)
def test_a_damaged_file_is_set_aside_and_said(kept: SettingsFile, content: bytes) -> None:
    kept.path.parent.mkdir()
    kept.path.write_bytes(content)
    loaded = kept.load()
    assert loaded.settings == defaults()
    aside = [p for p in kept.path.parent.iterdir() if p.name.startswith("settings-damaged-")]
    assert [p.read_bytes() for p in aside] == [content]
    assert aside[0].name in loaded.message
    assert kept.load().message == ""


def test_values_that_do_not_fit_are_replaced_one_by_one(kept: SettingsFile) -> None:
    kept.path.parent.mkdir()
    kept.path.write_text('{"volume": 40, "theme": "purple"}')
    loaded = kept.load()
    assert loaded.settings.number("volume") == 40
    assert loaded.settings.text("theme") == "system"
    assert "purple" in loaded.message


def test_a_full_disk_leaves_the_old_file(
    kept: SettingsFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.save(defaults().changed("volume", 20))

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(settings_file.os, "fsync", full)
    with pytest.raises(UserError, match="No space left on device"):
        kept.save(defaults().changed("volume", 90))
    assert kept.load().settings.number("volume") == 20
    assert [p.name for p in kept.path.parent.iterdir()] == [kept.path.name]


def test_a_folder_that_is_a_file_is_explained(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    file = SettingsFile(blocked)
    with pytest.raises(UserError, match="could not be saved"):
        file.save(defaults())
    assert "could not be read" in file.load().message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_left_alone(kept: SettingsFile) -> None:
    kept.save(defaults())
    kept.path.chmod(0)
    assert "could not be read" in kept.load().message
    assert kept.path.exists()
