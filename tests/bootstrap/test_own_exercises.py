"""Own exercises are found in the data folder; a broken file is reported and harms nothing."""

import json
from pathlib import Path

from sijoint_desktop.bootstrap.own_exercises import load_whole_library
from tests.cli.starting import program

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "small_knee_bend.toml"


def folder(tmp_path: Path) -> Path:
    own = tmp_path / "exercises"
    own.mkdir()
    (own / EXAMPLE.name).write_bytes(EXAMPLE.read_bytes())
    (own / "broken.toml").write_text("id = 3\n", encoding="utf-8")
    (own / "bytes.toml").write_bytes(b"\xff\xfe\xfd")
    (own / "notes.txt").write_text("no exercise", encoding="utf-8")
    return tmp_path


def test_own_exercises_stand_beside_the_others_and_faults_are_said(tmp_path: Path) -> None:
    said: list[str] = []
    library = load_whole_library(folder(tmp_path), said.append)
    assert library.get("small_knee_bend").own
    assert "bird_dog" in library
    assert said[0] == "bytes.toml: cannot be read: it is not a text in UTF-8"
    assert any(fault.startswith("broken.toml: id: 3") for fault in said)


def test_without_own_exercises_nothing_is_said(tmp_path: Path) -> None:
    said: list[str] = []
    library = load_whole_library(tmp_path, said.append)
    assert not any(exercise.own for exercise in library)
    assert said == []


def test_commands_know_own_exercises_and_report_faults_on_standard_error(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    data = folder(tmp_path / "data")
    done = program(tmp_path, "--data-dir", str(data), "exercises", "--json")
    assert done.returncode == 0
    assert "small_knee_bend" in [entry["id"] for entry in json.loads(done.stdout)]
    assert "broken.toml: id: 3" in done.stderr
