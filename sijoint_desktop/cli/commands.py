"""The commands that need no display, each from its parsed arguments to its file or its lines."""

import argparse
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from sijoint_desktop.app.calendar_file import PlannedDays, calendar_text, planned_routine
from sijoint_desktop.cli import data
from sijoint_desktop.cli.check import check_files
from sijoint_desktop.cli.files import write_json
from sijoint_desktop.cli.ports import PictureRequest, Ports, SheetRequest
from sijoint_desktop.cli.triage import triage
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Demonstration, Exercise, Level
from sijoint_desktop.content.timeline import dose_timeline, self_test_timeline
from sijoint_desktop.content.words import dose_in_words, purpose_and_position
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.files import ROUTINE_ENDING, read_text, replacing, write_text
from sijoint_desktop.motion.mistake import held_mistake
from sijoint_desktop.motion.model import MotionSpec
from sijoint_desktop.motion.table import close_match
from sijoint_desktop.motion.timeline import Role, Timeline
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.parse import parse_routine

SOUND, FAULTY = 0, 2

_STILL_SIZE, _LOOP_SIZE = (900, 600), (480, 320)  # pixels

_STATURE_M = 1.75
"""The body height that motion is written for; all its lengths grow with it."""

Command = Callable[[argparse.Namespace, Ports, TextIO, TextIO], int]
"""Takes the arguments, the ports, standard output and standard error; returns the exit status."""


def sheet(arguments: argparse.Namespace, ports: Ports, out: TextIO, _err: TextIO) -> int:
    """Write the sheet of a routine as PDF, or as a web page."""
    library = ports.library()
    routine = _find_routine(arguments.routine, library, ports)
    target: Path = arguments.html or arguments.pdf or Path(f"{routine.id}.pdf")
    with replacing(target) as draft:
        ports.write_sheet(
            SheetRequest(
                routine,
                library,
                draft,
                paper=arguments.paper,
                large_print=arguments.large_print,
                per_page=arguments.per_page,
                form=arguments.style,
                name=arguments.name,
                note=arguments.note,
            )
        )
    out.write(f"{target}\n")
    return SOUND


def render(arguments: argparse.Namespace, ports: Ports, out: TextIO, _err: TextIO) -> int:
    """Draw one moment of a movement, the whole of it, or a mistake, in turn with the right way."""
    shown, timeline = _find_shown(arguments.exercise, arguments.level, ports)
    _require_mistake(shown, arguments.mistake)
    target: Path = arguments.out
    request = PictureRequest(
        shown=shown,
        timeline=timeline,
        path=target,
        time_s=_first_hold(timeline) if arguments.time is None else arguments.time,
        size=(0, 0),
        view=arguments.view,
        side=arguments.side,
        mistake=arguments.mistake,
        form=arguments.style,
        layers=arguments.layers,
        ground=arguments.theme,
        fps=arguments.fps,
    )
    size = arguments.size or (_LOOP_SIZE if request.moves else _STILL_SIZE)
    with replacing(target) as draft:
        ports.render(replace(request, path=draft, size=size))
    out.write(f"{target}\n")
    return SOUND


def motion(arguments: argparse.Namespace, ports: Ports, out: TextIO, _err: TextIO) -> int:
    """Write where every joint is at each frame as JSON; an exercise at its standard dose.

    A mistake is its one pose, held for two seconds.
    """
    shown, timeline = _find_shown(arguments.exercise, Level.STANDARD, ports)
    _require_mistake(shown, arguments.mistake)
    from sijoint_desktop.motion.export import motion_json  # noqa: PLC0415 - needs numpy, which is slow to load

    spec = shown.motion
    if arguments.mistake is not None:
        spec, timeline = held_mistake(spec, arguments.mistake)
    document = motion_json(
        spec,
        shown.id,
        timeline,
        fps=arguments.fps,
        side=arguments.side,
        stature_m=_STATURE_M,
    )
    write_json(document, arguments.json, out)
    return SOUND


def exercises(arguments: argparse.Namespace, ports: Ports, out: TextIO, _err: TextIO) -> int:
    """List the exercises, in the order of their codes."""
    library = ports.library()
    if arguments.json:
        _write_list((_exercise_entry(exercise) for exercise in library), out)
        return SOUND
    for one in library:
        where = purpose_and_position(one.purpose, one.position)
        out.write(f"{one.code}  {one.id:<20} {one.name:<32} {where}\n")
    return SOUND


def routines(arguments: argparse.Namespace, ports: Ports, out: TextIO, _err: TextIO) -> int:
    """List the routines."""
    library = ports.library()
    found = ports.routines(library)
    if arguments.json:
        _write_list((_routine_entry(routine, library) for routine in found), out)
        return SOUND
    for one in found:
        out.write(f"{one.id:<20} {one.name:<40} {len(one.slots)} exercises\n")
    return SOUND


def calendar(arguments: argparse.Namespace, ports: Ports, out: TextIO, _err: TextIO) -> int:
    """Write the planned days of a routine for a calendar."""
    library = ports.library()
    routine = _find_routine(arguments.routine, library, ports)
    now = ports.data.now()
    days = PlannedDays(
        arguments.days,
        arguments.at,
        arguments.first or now.date(),
        arguments.weeks,
        arguments.remind,
    )
    target: Path = arguments.ics or Path(f"{routine.id}.ics")
    text = calendar_text(planned_routine(routine, library), days, now)
    write_text(target, text)
    out.write(f"{target}\n")
    return SOUND


def check(arguments: argparse.Namespace, ports: Ports, out: TextIO, err: TextIO) -> int:
    """Judge files; name the sound ones on standard output and every fault on standard error."""
    status = SOUND
    for name, faults in check_files(arguments.files, ports.library(), motion_faults):
        if not faults:
            out.write(f"{name}: no faults\n")
        for fault in faults:
            err.write(f"{fault}\n")
            status = FAULTY
    return status


def preview(arguments: argparse.Namespace, ports: Ports, _out: TextIO, _err: TextIO) -> int:
    """Open a window that shows a file as it is being written."""
    path: Path = arguments.file
    read_text(path)  # says at once where there is no such file
    return ports.preview(path)


COMMANDS: Mapping[str, Command] = {
    "sheet": sheet,
    "render": render,
    "motion": motion,
    "exercises": exercises,
    "routines": routines,
    "calendar": calendar,
    "check": check,
    "preview": preview,
    "triage": triage,
    "export": data.export,
    "import": data.import_file,
    "backup": data.backup,
    "restore": data.restore,
}


def motion_faults(spec: MotionSpec, name: str) -> Iterable[str]:
    """Yield what keeps a motion from working: poses out of reach, over a limit or unsupported."""
    from sijoint_desktop.motion.check import check_spec  # noqa: PLC0415 - needs numpy, slow to load

    return (f"{name}: motion: {sentence}" for sentence in check_spec(spec))


def _find_routine(word: str, library: Library, ports: Ports) -> Routine:
    """Return the routine of an id, or the one in a file where the word ends as such a file does."""
    if word.lower().endswith((ROUTINE_ENDING, ".toml")):
        return parse_routine(read_text(Path(word)), word, library)
    found = {str(routine.id): routine for routine in ports.routines(library)}
    if word in found:
        return found[word]
    hint = close_match(word, found) or "; known are " + ", ".join(found)
    raise UserError(f"there is no routine {word!r}{hint}")


def _find_shown(word: str, level: Level, ports: Ports) -> tuple[Demonstration, Timeline]:
    """Return an exercise at a level, or a self-test, with its phases."""
    library = ports.library()
    if word not in library:
        for test in ports.self_tests():
            if test.id == word:
                return test, self_test_timeline(test)
    exercise = library.get(word)
    return exercise.at(level), dose_timeline(exercise.at(level), exercise.doses[level])


def _require_mistake(shown: Demonstration, mistake: str | None) -> None:
    known = [str(drawn.id) for drawn in shown.motion.mistakes]
    if mistake is not None and mistake not in known:
        hint = "; known are " + ", ".join(known) if known else "; none is drawn"
        raise UserError(f"{shown.id} has no mistake {mistake!r}{hint}")


def _first_hold(timeline: Timeline) -> float:
    for phase in timeline.phases:
        if phase.role is Role.HOLD:
            return phase.start_s
    return 0.0


def _write_list(entries: Iterable[Mapping[str, object]], out: TextIO) -> None:
    out.write(json.dumps(list(entries), indent=2) + "\n")


def _exercise_entry(exercise: Exercise) -> dict[str, object]:
    return {
        "id": exercise.id,
        "name": exercise.name,
        "code": exercise.code,
        "summary": exercise.summary,
        "purpose": exercise.purpose,
        "position": exercise.position,
        "equipment": list(exercise.equipment),
        "sides": exercise.sides,
        "doses": {
            str(level): dose_in_words(dose, exercise.sides)
            for level, dose in exercise.doses.items()
        },
        "mistakes": [str(drawn.id) for drawn in exercise.motion.mistakes],
    }


def _routine_entry(routine: Routine, library: Library) -> dict[str, object]:
    return {
        "id": routine.id,
        "name": routine.name,
        "summary": routine.summary,
        "exercises": [
            {
                "id": slot.exercise_id,
                "level": slot.level,
                "dose": dose_in_words(slot.dose, library.get(slot.exercise_id).sides),
            }
            for slot in routine.slots
        ],
    }
