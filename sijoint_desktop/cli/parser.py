"""The command line: which commands there are, what they take, and the help that explains them."""

import argparse
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import NoReturn, TypeAlias

from sijoint_desktop import __version__
from sijoint_desktop.app.clinician_report import ReportPart
from sijoint_desktop.cli.argument_types import (
    WEEKDAYS,
    Member,
    day,
    folder,
    frames,
    layers,
    member,
    picture,
    pixels,
    report_parts,
    seconds,
    time_of_day,
    web_page,
    weekdays,
)
from sijoint_desktop.cli.ports import PROGRAM, FigureForm, Ground, LayerName, Paper
from sijoint_desktop.content.model import Level
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.model import View
from sijoint_desktop.sheet.model import MOST_PER_PAGE

_DESCRIPTION = """\
Guided home exercises for mild, come-and-go pain of the sacroiliac (SI) joint.
Without a command the window opens. The commands below need no display.
It gives general information. It is not a medical device and does not replace a clinician."""

_EPILOG = """\
The data folder is --data-dir, else the variable SIJOINT_DATA_DIR, else the usual place of your
system. Bad input gives one line on standard error and exit status 2, and no file is half-written.
'sijoint-desktop COMMAND --help' explains one command."""

_SHOWN = "id of an exercise or of a self-test; 'exercises' lists the exercises"


class _Parser(argparse.ArgumentParser):
    """An argument parser whose faults are one sentence, without the usage lines."""

    def error(self, message: str) -> NoReturn:
        raise UserError(f"{message} (see {self.prog} --help)")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser for the whole command line; a wrong one raises UserError."""
    parser = _Parser(
        prog=PROGRAM,
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_data_dir(parser, None)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    parser.add_argument(
        "--background", action="store_true", help="open in the tray or minimised, as at log-in"
    )
    parser.set_defaults(command=None)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for define in (
        _add_sheet,
        _add_render,
        _add_motion,
        _add_lists,
        _add_calendar,
        _add_open,
        _add_check,
        _add_preview,
        _add_triage,
        _add_data,
    ):
        define(commands.add_parser)
    return parser


_Add: TypeAlias = Callable[..., argparse.ArgumentParser]


def _add_sheet(add: _Add) -> None:
    sheet = _command(add, "sheet", "write the sheet of a routine as PDF or as a web page")
    sheet.add_argument("routine", metavar="ROUTINE", help="id of a routine, or a routine file")
    where = sheet.add_mutually_exclusive_group()
    where.add_argument(
        "--pdf", metavar="FILE", type=Path, help="where to write (default: ROUTINE.pdf here)"
    )
    where.add_argument(
        "--html", metavar="FILE", type=web_page, help="write a web page for screen readers instead"
    )
    _add_paper(sheet)
    sheet.add_argument(
        "--per-page",
        metavar="N",
        type=int,
        choices=range(1, MOST_PER_PAGE + 1),
        default=0,
        help="exercises on a page, 1 to 3 (default: as many as fit)",
    )
    _add_choice(
        sheet, "--style", FigureForm, "how to draw the figure (default: body)", FigureForm.BODY
    )
    sheet.add_argument("--name", metavar="WORDS", default="", help="whom the sheet is for")
    sheet.add_argument("--note", metavar="WORDS", default="", help="a note from the clinician")


def _add_paper(command: argparse.ArgumentParser) -> None:
    _add_choice(command, "--paper", Paper, "size of the paper (default: a4)", Paper.A4)
    command.add_argument("--large-print", action="store_true", help="larger letters and pictures")


def _add_render(add: _Add) -> None:
    render = _command(add, "render", "draw an exercise: one moment, or the whole movement")
    render.add_argument("exercise", metavar="EXERCISE", help=_SHOWN)
    render.add_argument(
        "--out",
        metavar="FILE",
        type=picture,
        required=True,
        help="ending in .png or .svg for one moment, in .gif or .webp for the whole movement",
    )
    render.add_argument(
        "--time", metavar="S", type=seconds, help="seconds from the start (default: the hold)"
    )
    _add_choice(render, "--level", Level, "the dose (default: standard)", Level.STANDARD)
    _add_choice(render, "--view", View, "where to look from (default: the view of the exercise)")
    _add_choice(render, "--side", Side, "which side of the body does it (default: as it was drawn)")
    render.add_argument(
        "--size",
        metavar="WxH",
        type=pixels,
        help="pixels (default: 900x600, or 480x320 for the whole movement)",
    )
    render.add_argument(
        "--mistake",
        metavar="ID",
        help="show this common mistake; .gif and .webp show it in turn with the right way",
    )
    _add_choice(
        render, "--style", FigureForm, "how to draw the figure (default: body)", FigureForm.BODY
    )
    render.add_argument(
        "--layers",
        metavar="NAME,...",
        type=layers,
        help=f"what to show with it, of {', '.join(LayerName)}; none for nothing"
        " (default: muscles,arrows)",
    )
    _add_choice(render, "--theme", Ground, "the colours (default: light)", Ground.LIGHT)
    render.add_argument(
        "--fps",
        metavar="N",
        type=frames,
        default=12,
        help="frames a second of the whole movement, 1 to 240 (default: 12)",
    )


def _add_motion(add: _Add) -> None:
    motion = _command(add, "motion", "write where every joint is, as numbers in JSON")
    motion.add_argument("exercise", metavar="EXERCISE", help=_SHOWN)
    motion.add_argument(
        "--json", metavar="FILE", required=True, help="where to write; - is standard output"
    )
    motion.add_argument(
        "--fps",
        metavar="N",
        type=frames,
        default=30,
        help="frames a second, 1 to 240 (default: 30)",
    )
    motion.add_argument("--mistake", metavar="ID", help="hold this common mistake instead")
    _add_choice(motion, "--side", Side, "which side of the body does it (default: as it was drawn)")


def _add_lists(add: _Add) -> None:
    for name, words in (("exercises", "list the exercises"), ("routines", "list the routines")):
        listing = _command(add, name, words)
        listing.add_argument("--json", action="store_true", help="as a JSON list of objects")


def _add_calendar(add: _Add) -> None:
    calendar = _command(add, "calendar", "write the planned days of a routine for a calendar")
    calendar.add_argument("routine", metavar="ROUTINE", help="id of a routine, or a routine file")
    calendar.add_argument(
        "--ics", metavar="FILE", type=Path, help="where to write (default: ROUTINE.ics here)"
    )
    calendar.add_argument(
        "--days",
        metavar="DAY,...",
        type=weekdays,
        default=weekdays("mon,wed,fri"),
        help=f"of {','.join(WEEKDAYS)} (default: mon,wed,fri)",
    )
    calendar.add_argument(
        "--at",
        metavar="HH:MM",
        type=time_of_day,
        default=time(18),
        help="local time (default: 18:00)",
    )
    calendar.add_argument(
        "--from", dest="first", metavar="DATE", type=day, help="first day (default: today)"
    )
    calendar.add_argument(
        "--weeks", metavar="N", type=int, default=12, help="how many, 1 to 52 (default: 12)"
    )
    calendar.add_argument("--remind", metavar="MIN", type=int, help="an alarm so long before")


def _add_open(add: _Add) -> None:
    opened = _command(add, "open", "open the window and take a routine file in")
    opened.add_argument("file", metavar="FILE", type=Path, help="a routine file; needs a display")


def _add_check(add: _Add) -> None:
    check = _command(
        add, "check", "judge exercise, self-test and routine files and name every fault"
    )
    check.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="an exercise, self-test or routine file"
    )


def _add_triage(add: _Add) -> None:
    triage = _command(add, "triage", "judge answers to the symptom check")
    triage.add_argument(
        "answers",
        metavar="ANSWERS.json",
        type=Path,
        help='a file with {"age", "sex", "findings"}, or a list of those',
    )


def _add_preview(add: _Add) -> None:
    preview = _command(add, "preview", "show an exercise file in a window while you write it")
    preview.add_argument(
        "file", metavar="FILE", type=Path, help="an exercise or self-test file; needs a display"
    )


def _add_data(add: _Add) -> None:
    export = _command(add, "export", "write everything that was recorded to a file")
    form = export.add_mutually_exclusive_group(required=True)
    for flag, words in (
        ("--json", "everything, to be imported again; - is standard output"),
        ("--csv", "sessions and pain as a table; - is standard output"),
        ("--fhir", "pain scores as a FHIR bundle; - is standard output"),
    ):
        form.add_argument(flag, metavar="FILE", help=words)
    form.add_argument(
        "--report", metavar="FILE", type=Path, help="a PDF for a clinician; .html for a web page"
    )
    export.add_argument(
        "--parts",
        metavar="NAME,...",
        type=report_parts,
        default=frozenset(ReportPart),
        help=f"what the report shows, of {', '.join(ReportPart)} (default: all)",
    )
    export.add_argument(
        "--since", metavar="DATE", type=day, help="the first day of the report, as 2026-11-30"
    )
    export.add_argument("--name", metavar="WORDS", default="", help="whose report it is")
    _add_paper(export)
    merge = _command(add, "import", "join an exported JSON file with what is on record")
    merge.add_argument("file", metavar="FILE", type=Path, help="a file that export --json wrote")
    merge.add_argument("--dry-run", action="store_true", help="tell what would change, and stop")
    backup = _command(add, "backup", "copy the database")
    backup.add_argument(
        "file", metavar="FILE", type=Path, nargs="?", help="where to (default: the data folder)"
    )
    restore = _command(add, "restore", "put a copy of the database in its place")
    restore.add_argument("file", metavar="FILE", type=Path, help="a copy that backup made")


def _command(add: _Add, name: str, words: str) -> argparse.ArgumentParser:
    sentence = words[0].upper() + words[1:] + "."
    command = add(name, help=words, description=sentence, allow_abbrev=False)
    _add_data_dir(command, argparse.SUPPRESS)  # a folder named before the command stays
    return command


def _add_data_dir(parser: argparse.ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        "--data-dir",
        metavar="DIR",
        type=folder,
        default=default,
        help="keep the data in this folder",
    )


def _add_choice(
    parser: argparse.ArgumentParser,
    flag: str,
    kind: type[Member],
    words: str,
    default: Member | None = None,
) -> None:
    names = "|".join(kind)
    parser.add_argument(flag, metavar=names, type=member(kind), default=default, help=words)
