"""A script, a clinic or a test asks for files, and gets them whole or a clear sentence."""

import json
from pathlib import Path

import pytest

from sijoint_desktop.cli.ports import FigureForm, Ground, LayerName, Options, Paper
from sijoint_desktop.content.model import Level
from sijoint_desktop.content.self_test import parse_self_test
from sijoint_desktop.content.timeline import self_test_timeline
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.model import View
from sijoint_desktop.motion.timeline import build_timeline
from tests.cli.asking import ROUTINE, WINDOW, assert_refused
from tests.content.samples import NOD, REACH, edited
from tests.content.test_self_test import LIFT

DATA_COMMANDS = ("export", "import", "backup", "restore")


def test_no_command_opens_the_window(command, ports) -> None:
    assert command() == (WINDOW, "", "")
    assert ports.options == [Options(None)]


@pytest.mark.parametrize(
    "words", [("--data-dir", "mine", "exercises"), ("exercises", "--data-dir", "mine")]
)
def test_the_data_folder_may_be_named_before_or_after_the_command(command, ports, words) -> None:
    assert command(*words)[0] == 0
    assert ports.options == [Options(Path("mine"))]


def test_the_data_folder_may_be_named_for_the_window(command, ports) -> None:
    assert command("--data-dir", "mine")[0] == WINDOW
    assert ports.options == [Options(Path("mine"))]


def test_the_window_may_open_unseen(command, ports) -> None:
    assert command("--background", "--data-dir", "mine")[0] == WINDOW
    assert ports.options == [Options(Path("mine"), background=True)]


@pytest.mark.parametrize("words", [("--help",), ("render", "--help"), ("--version",)])
def test_help_and_version_need_neither_data_nor_window(command, ports, words) -> None:
    status, out, err = command(*words)
    assert (status, err, ports.options) == (0, "", [])
    assert "sijoint-desktop" in out


def test_help_names_every_command(command) -> None:
    _, out, _ = command("--help")
    for name in (
        "sheet",
        "render",
        "motion",
        "exercises",
        "routines",
        "check",
        "export",
        "import",
        "backup",
    ):
        assert f"    {name} " in out
    assert "SIJOINT_DATA_DIR" in out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("dance",), "dance"),
        (("exercises", "--jsn"), "--jsn"),
        (("render", "reach"), "--out"),
        (("render", "reach", "--out", "a.bmp"), "ending in .png, .svg, .gif or .webp"),
        (("render", "reach", "--out", "a.png", "--layers", "bones"), "expected one of muscles"),
        (("render", "reach", "--out", "a.png", "--theme", "pink"), "one of light, dark, print"),
        (("render", "reach", "--out", "a.png", "--time", "-1"), "expected seconds, 0 or more"),
        (("render", "reach", "--out", "a.png", "--time", "nan"), "expected seconds, 0 or more"),
        (("render", "reach", "--out", "a.png", "--size", "9x9"), "each 16 to 8000 pixels"),
        (("render", "reach", "--out", "a.png", "--size", "big"), "expected WIDTHxHEIGHT"),
        (("render", "reach", "--out", "a.png", "--view", "top"), "three_quarter, side, front"),
        (("render", "reach", "--out", "a.png", "--side", "both"), "expected one of left, right"),
        (("render", "reach", "--out", "a.png", "--style", "ink"), "expected one of body, stick"),
        (("render", "reach", "--out", "a.png", "--mistake", "slump"), "known are shrug"),
        (("render", "reech", "--out", "a.png"), "did you mean reach?"),
        (("motion", "reech", "--json", "a.json"), "did you mean reach?"),
        (("motion", "reach", "--json", "a.json", "--fps", "0"), "whole number from 1 to 240"),
        (("motion", "reach", "--json", "a.json", "--fps", "٣"), "whole number from 1 to 240"),
        (("sheet", "shirt"), "did you mean short?"),
        (("sheet", "short", "--paper", "a3"), "expected one of a4, letter"),
        (("sheet", "missing.toml"), "missing.toml: cannot be read: no such file"),
        (("export",), "--json"),
        (("export", "--json", "no/folder/a.json"), "cannot write no/folder/a.json: no such file"),
        (("--data-dir", "", "exercises"), "expected a folder"),
    ],
)
def test_bad_input_gets_one_line_and_leaves_no_file(command, tmp_path, words, expected) -> None:
    assert_refused(command(*words), expected)
    assert list(tmp_path.iterdir()) == []


def test_exercises_are_listed(command) -> None:
    status, out, _ = command("exercises")
    assert status == 0
    assert out.splitlines()[0].split(maxsplit=2)[:2] == ["E90", "reach"]
    assert "Steady, standing" in out


def test_exercises_are_listed_as_json(command) -> None:
    _, out, _ = command("exercises", "--json")
    first, second = json.loads(out)
    assert (first["id"], first["name"], second["id"]) == ("reach", "Arm reach", "nod")
    assert first["doses"]["standard"] == "8 each side, hold 3 s"


def test_routines_are_listed(command) -> None:
    assert "Short one" in command("routines")[1]
    (routine,) = json.loads(command("routines", "--json")[1])
    assert (routine["id"], routine["name"]) == ("short", "Short one")
    assert routine["exercises"] == [
        {"id": "reach", "level": "beginner", "dose": "4 each side, hold 2 s"}
    ]


def test_a_sheet_is_written_where_it_was_asked_for(command, ports, tmp_path) -> None:
    status, out, _ = command(
        "sheet", "short", "--pdf", "mine.pdf", "--paper", "letter", "--large-print"
    )
    assert (status, out) == (0, "mine.pdf\n")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.pdf"]
    assert (tmp_path / "mine.pdf").read_bytes() == b"a sheet"
    (request,) = ports.sheets
    assert (request.routine.id, request.paper, request.large_print) == ("short", Paper.LETTER, True)


def test_a_sheet_without_a_file_is_called_like_the_routine(command, ports, tmp_path) -> None:
    assert command("sheet", "short")[1] == "short.pdf\n"
    assert (tmp_path / "short.pdf").exists()
    assert (ports.sheets[0].paper, ports.sheets[0].large_print) == (Paper.A4, False)


def test_a_sheet_is_made_with_every_choice(command, ports, tmp_path) -> None:
    words = ("--per-page", "2", "--style", "stick", "--name", "Anna", "--note", "Left leg first")
    assert command("sheet", "short", "--html", "mine.html", *words) == (0, "mine.html\n", "")
    (request,) = ports.sheets
    assert (request.per_page, request.form) == (2, FigureForm.STICK)
    assert (request.name, request.note) == ("Anna", "Left leg first")
    assert request.path.suffix == ".html"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.html"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--per-page", "4"), "--per-page"),
        (("--html", "mine.pdf"), "ending in .html"),
        (("--html", "a.html", "--pdf", "a.pdf"), "not allowed with"),
    ],
)
def test_a_sheet_that_cannot_be_made_so_is_refused(command, tmp_path, words, said) -> None:
    assert_refused(command("sheet", "short", *words), said)
    assert not list(tmp_path.iterdir())


def test_a_sheet_of_a_routine_file(command, ports, tmp_path) -> None:
    text = edited(ROUTINE, '"short"', '"other"')
    (tmp_path / "other.toml").write_text(text, encoding="utf-8")
    assert command("sheet", "other.toml") == (0, "other.pdf\n", "")
    assert ports.sheets[0].routine.id == "other"


def test_a_still_shows_the_first_hold_as_the_exercise_prefers(command, ports, tmp_path) -> None:
    assert command("render", "reach", "--out", "a.png") == (0, "a.png\n", "")
    assert (tmp_path / "a.png").read_bytes() == b"a picture"
    (request,) = ports.pictures
    spec = request.shown.motion
    timeline = build_timeline(spec, effort_s=2, return_s=2, pause_s=1, hold_s=3)
    assert (request.timeline, request.time_s) == (timeline, timeline.phases[2].start_s)
    assert (request.size, request.view, request.side) == ((900, 600), None, None)
    assert (request.mistake, request.form) == (None, FigureForm.BODY)
    assert (request.layers, request.ground) == (None, Ground.LIGHT)


def test_a_still_is_drawn_as_asked(command, ports) -> None:
    words = "--time 2 --view above --side right --size 300x200 --mistake shrug --style stick"
    more = "--layers ghost,breath --theme print"
    assert command("render", "reach", "--out", "a.SVG", *words.split(), *more.split())[0] == 0
    (request,) = ports.pictures
    assert request.time_s == 2
    assert (request.size, request.view, request.side) == ((300, 200), View.ABOVE, Side.RIGHT)
    assert (request.mistake, request.form) == ("shrug", FigureForm.STICK)
    assert request.layers == (LayerName.GHOST, LayerName.BREATH)
    assert (request.ground, request.moves, request.path.suffix) == (Ground.PRINT, False, ".SVG")


def test_a_whole_movement_is_smaller_and_at_the_level_asked_for(command, ports) -> None:
    words = ("--level", "progressed", "--fps", "20", "--layers", "none")
    assert command("render", "reach", "--out", "a.gif", *words)[0] == 0
    (request,) = ports.pictures
    assert (request.moves, request.size, request.fps) == (True, (480, 320), 20)
    assert request.layers == ()
    dose = ports.library.get("reach").doses[Level.PROGRESSED]
    hold = next(p for p in request.timeline.phases if p.name == "Hold")
    assert hold.duration_s == dose.hold_s


def test_a_self_test_is_drawn_by_its_id(command, ports) -> None:
    ports.self_tests = (parse_self_test(LIFT, "lift.toml"),)
    assert command("render", "lift", "--out", "a.webp")[0] == 0
    assert ports.pictures[0].shown is ports.self_tests[0]


@pytest.mark.parametrize("fault", [UserError("no room for it"), OSError(28, "No space left")])
def test_a_fault_while_writing_leaves_the_older_file_alone(command, ports, tmp_path, fault) -> None:
    (tmp_path / "a.png").write_text("older")
    ports.fault = fault
    assert_refused(command("render", "reach", "--out", "a.png"), "no ")
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]
    assert (tmp_path / "a.png").read_text() == "older"


def test_a_folder_is_not_overwritten(command, tmp_path) -> None:
    (tmp_path / "a.png").mkdir()
    assert_refused(command("render", "reach", "--out", "a.png"), "not an ordinary file")


def test_a_locked_database_is_told_in_one_line(command, ports) -> None:
    ports.fault = UserError("the data folder is in use\nby another program")
    assert_refused(command("export", "--json", "-"), "in use by another program")


def test_motion_is_written_as_numbers(command, tmp_path) -> None:
    words = ("motion", "reach", "--json", "m.json", "--fps", "24", "--side", "right")
    assert command(*words) == (0, "", "")
    document = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert (document["exercise"], document["fps"]) == ("reach", 24)
    seconds = 1 + 2 + 3 + 2 + 1  # ready, reach, hold, lower, pause
    assert len(document["positions"]) in range(seconds * 24, seconds * 24 + 2)
    assert len(document["positions"][0]) == len(document["joints"])


def test_a_mistake_is_written_as_one_pose_that_is_held(command, tmp_path) -> None:
    assert command("motion", "reach", "--json", "m.json", "--mistake", "shrug") == (0, "", "")
    document = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert [phase["name"] for phase in document["phases"]] == ["shrug"]
    assert document["positions"][0] == document["positions"][-1]


def test_an_unknown_mistake_is_answered_with_those_there_are(command) -> None:
    status, _out, err = command("motion", "reach", "--json", "-", "--mistake", "haste")
    assert status == 2
    assert "reach has no mistake 'haste'; known are" in err


def test_the_motion_of_a_self_test_is_written_as_numbers(command, ports, tmp_path) -> None:
    ports.self_tests = (parse_self_test(LIFT, "lift.toml"),)
    assert command("motion", "lift", "--json", "m.json") == (0, "", "")
    document = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    assert document["exercise"] == "lift"
    timeline = self_test_timeline(ports.self_tests[0])
    assert document["phases"][-1]["to_s"] == pytest.approx(timeline.duration_s)


def test_sound_files_are_named(command, tmp_path) -> None:
    (tmp_path / "reach.toml").write_text(REACH, encoding="utf-8")
    (tmp_path / "short.toml").write_text(ROUTINE, encoding="utf-8-sig")
    assert command("check", "reach.toml", "short.toml") == (
        0,
        "reach.toml: no faults\nshort.toml: no faults\n",
        "",
    )


def test_every_fault_of_every_file_is_told(command, tmp_path) -> None:
    (tmp_path / "reach.toml").write_text(edited(REACH, "reps = 8", "reps = 0"), encoding="utf-8")
    (tmp_path / "nod.toml").write_text(
        edited(edited(NOD, '["Lower"]', '["Up"]'), '"reach"', '"leap"'), encoding="utf-8"
    )
    (tmp_path / "short.toml").write_text(edited(ROUTINE, '"reach"', '"leap"'), encoding="utf-8")
    (tmp_path / "torn.toml").write_text("format = \n", encoding="utf-8")
    (tmp_path / "latin.toml").write_bytes(b'name = "Gr\xf6\xdfe"\n')
    names = ("reach", "nod", "short", "torn", "latin", "gone")
    status, out, err = command("check", *(f"{name}.toml" for name in names))
    assert (status, out) == (2, "")
    told = err.splitlines()
    for expected in (
        "reach.toml: dose.standard.reps: 0; expected whole repetitions from 1 to 50",
        "nod.toml: step.3.phases: 'Up' is no phase; expected Ready, Reach, Hold, Lower, Pause",
        "nod.toml: harder.1.exercise: 'leap' is no other exercise; known are reach",
        "short.toml: exercise.1.id: there is no exercise 'leap'; known are reach, nod",
        "latin.toml: is not a text in UTF-8: byte 11 does not belong there",
        "gone.toml: cannot be read: no such file or directory",
    ):
        assert expected in told, err
    assert any(line.startswith("torn.toml: line 1, column 10: ") for line in told)
    assert len(told) == 7


def test_a_pose_out_of_reach_is_a_fault(command, tmp_path) -> None:
    text = edited(REACH, "shoulder_flexion_l = 120", "shoulder_flexion_l = 290")
    (tmp_path / "reach.toml").write_text(text, encoding="utf-8")
    status, _, err = command("check", "reach.toml")
    assert status == 2
    assert "reach.toml: motion" in err
    assert "shoulder_flexion_l" in err


def test_a_new_exercise_and_its_routine_are_checked_together(command, tmp_path) -> None:
    leap = edited(edited(REACH, '"reach"', '"leap"'), "E90", "E92")
    (tmp_path / "leap.toml").write_text(leap, encoding="utf-8")
    (tmp_path / "new.toml").write_text(edited(ROUTINE, '"reach"', '"leap"'), encoding="utf-8")
    status, _, err = command("check", "new.toml", "leap.toml")
    assert (status, err) == (0, "")


def test_planned_days_are_written_for_a_calendar(command, tmp_path) -> None:
    target = tmp_path / "days.ics"
    words = ("--days", "tue,thu", "--at", "07:30", "--from", "2026-11-26", "--remind", "10")
    status, out, err = command("calendar", "short", "--ics", str(target), *words)
    assert (status, out, err) == (0, f"{target}\n", "")
    text = target.read_bytes().decode()
    assert "DTSTART:20261126T073000\r\n" in text
    assert "BYDAY=TU,TH" in text
    assert "TRIGGER:-PT10M" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--days", "mon,someday"), "'someday' is no day; expected some of mon,tue"),
        (("--at", "6pm"), "'6pm' is no time of day; expected HH:MM"),
        (("--from", "soon"), "'soon' is no date; expected YYYY-MM-DD"),
        (("--weeks", "99"), "99 weeks; expected 1 to 52"),
    ],
)
def test_planned_days_that_make_no_sense_are_refused(command, tmp_path, words, said) -> None:
    target = tmp_path / "days.ics"
    assert_refused(command("calendar", "short", "--ics", str(target), *words), said)
    assert not target.exists()


@pytest.mark.parametrize("words", [("mine.sijroutine",), ("open", "mine.sijroutine")])
def test_a_routine_file_opens_the_window_with_it(command, ports, words) -> None:
    assert command(*words)[0] == WINDOW
    assert ports.options == [Options(None, Path("mine.sijroutine").absolute())]
