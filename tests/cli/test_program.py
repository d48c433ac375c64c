"""The real program, started as a person or a script starts it, on a machine without a display."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.starting import program

EIGHT = {
    "pelvic_tilt",
    "cat_cow",
    "figure4_supine",
    "hip_flexor_lunge",
    "glute_bridge",
    "bird_dog",
    "hip_rotation_supine",
    "si_belt",
}


def test_version_and_help_load_no_qt(tmp_path: Path) -> None:
    code = (
        "import sys; from sijoint_desktop.__main__ import main; status = main([sys.argv[1]]);"
        "sys.exit(status or 'PySide6' in sys.modules or 'numpy' in sys.modules)"
    )
    for flag in ("--help", "--version"):
        done = subprocess.run(
            [sys.executable, "-c", code, flag],
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "sijoint-desktop" in done.stdout


def test_the_exercises_and_routines_that_come_with_it(tmp_path: Path) -> None:
    done = program(tmp_path, "exercises", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert {entry["id"] for entry in json.loads(done.stdout)} >= EIGHT
    done = program(tmp_path, "routines", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert "first_gentle" in {entry["id"] for entry in json.loads(done.stdout)}
    assert list(tmp_path.iterdir()) == []  # looking leaves nothing behind


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.svg", b"<?xml")])
def test_a_still_is_drawn_without_a_display(tmp_path: Path, name: str, start: bytes) -> None:
    done = program(tmp_path, "render", "bird_dog", "--out", name, "--size", "300x200")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(start)


def test_a_sheet_is_written_without_a_display(tmp_path: Path) -> None:
    done = program(tmp_path, "sheet", "first_gentle", "--pdf", "sheet.pdf")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_the_motion_of_an_exercise_as_numbers(tmp_path: Path) -> None:
    done = program(tmp_path, "motion", "glute_bridge", "--json", "m.json", "--fps", "24")
    assert (done.returncode, done.stderr) == (0, "")
    document = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert {"joints", "parents", "positions", "contacts", "angles", "phases"} <= document.keys()


def test_what_comes_with_it_passes_its_own_check(tmp_path: Path) -> None:
    content = Path(__file__).parents[2] / "assets" / "content"
    files = sorted(str(path) for path in content.rglob("*.toml"))
    done = program(tmp_path, "check", *files)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count(": no faults\n") == len(files)


def test_bad_input_is_one_line_and_status_2(tmp_path: Path) -> None:
    done = program(tmp_path, "render", "bird_dgo", "--out", "a.png")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "sijoint-desktop: there is no exercise 'bird_dgo'; did you mean bird_dog?\n"
    )
    assert list(tmp_path.iterdir()) == []
