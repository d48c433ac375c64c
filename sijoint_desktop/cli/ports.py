"""What the commands need from the rest of the program, and what they ask of it, as values."""

from __future__ import annotations  # the types below are loaded by the commands, not by a window

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from sijoint_desktop.app.merge import Changes
    from sijoint_desktop.content.library import Library
    from sijoint_desktop.content.model import Demonstration, SelfTest
    from sijoint_desktop.core.side import Side
    from sijoint_desktop.history.archive import Archive
    from sijoint_desktop.motion.model import View
    from sijoint_desktop.motion.timeline import Timeline
    from sijoint_desktop.routine.model import Routine
    from sijoint_desktop.routine.plans import Plans
    from sijoint_desktop.sheet.model import Sheet
    from sijoint_desktop.triage.checker import Checker

PROGRAM = "sijoint-desktop"
"""The name that lines on standard error begin with."""


class Paper(StrEnum):
    """The sizes of paper that a sheet can be made for."""

    A4 = "a4"
    LETTER = "letter"


class FigureForm(StrEnum):
    """The two styles in which the figure is drawn."""

    BODY = "body"
    STICK = "stick"


class LayerName(StrEnum):
    """What can be shown on top of the plain figure."""

    MUSCLES = "muscles"
    ARROWS = "arrows"
    GHOST = "ghost"
    CONTACTS = "contacts"
    BREATH = "breath"


class Ground(StrEnum):
    """The colours that a picture is drawn in."""

    LIGHT = "light"
    DARK = "dark"
    PRINT = "print"


STILL_ENDINGS = (".png", ".svg")
LOOP_ENDINGS = (".gif", ".webp")
"""The kinds of picture, by the ending of the file."""


@dataclass(frozen=True, slots=True)
class Options:
    """What every start of the program may state; ``None`` leaves the choice to the program.

    ``routine_file`` is to be taken in once the window is there, which with ``background`` stays in
    the tray or minimised.
    """

    data_dir: Path | None = None
    routine_file: Path | None = None
    background: bool = False


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """A picture of a movement; ``path`` is free to be written, and its ending says of what kind.

    .png and .svg show ``time_s`` of ``timeline``; .gif and .webp show all of it at ``fps`` frames a
    second. With ``mistake`` (the id of a drawn mistake) a still shows that fault instead, and a
    moving picture the right way and that fault in turn. ``side``,
    ``view`` and ``layers`` are those of the window where None.
    """

    shown: Demonstration
    timeline: Timeline
    path: Path
    time_s: float
    size: tuple[int, int]  # pixels
    view: View | None = None
    side: Side | None = None
    mistake: str | None = None
    form: FigureForm = FigureForm.BODY
    layers: tuple[LayerName, ...] | None = None
    ground: Ground = Ground.LIGHT
    fps: int = 12

    @property
    def moves(self) -> bool:
        """Whether the whole movement is asked for."""
        return self.path.suffix.lower() in LOOP_ENDINGS


@dataclass(frozen=True, slots=True)
class SheetRequest:
    """One routine sheet; ``path`` is free to be written, and ending in .html makes it a web page.

    ``per_page`` is how many exercises stand on a page, 0 for as many as fit.
    """

    routine: Routine
    library: Library
    path: Path
    paper: Paper = Paper.A4
    large_print: bool = False
    per_page: int = 0
    form: FigureForm = FigureForm.BODY
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """A report that is composed already, to be written like a sheet; it draws no exercise."""

    sheet: Sheet
    path: Path
    paper: Paper = Paper.A4


@dataclass(frozen=True, slots=True)
class TriageKit:
    """What answers are judged and planned with."""

    checker: Checker
    plans: Plans
    library: Library


class Data(Protocol):
    """The person's data; sentences that should be read once go to ``say``."""

    def now(self) -> datetime:
        """Return the present moment, aware."""
        ...

    def archive(self, say: Callable[[str], None]) -> Archive:
        """Return everything on record."""
        ...

    def merge(self, theirs: Archive, rehearse: bool, say: Callable[[str], None]) -> Changes:
        """Join an archive with what is on record, or only tell what that would change."""
        ...

    def back_up(self) -> Path:
        """Copy the database to the folder of the copies, and return the copy."""
        ...

    def copy_to(self, target: Path) -> None:
        """Copy the database to a file that is not there yet."""
        ...

    def restore(self, copy: Path) -> Path | None:
        """Put a copy in the place of the database; return what was there before."""
        ...


@dataclass(frozen=True, slots=True)
class Ports:
    """The functions that paint and that know the person's data, handed in from outside.

    Each raises UserError with one sentence where it cannot do what is asked.
    """

    library: Callable[[], Library]
    routines: Callable[[Library], tuple[Routine, ...]]
    triage: Callable[[], TriageKit]
    self_tests: Callable[[], tuple[SelfTest, ...]]
    render: Callable[[PictureRequest], None]
    preview: Callable[[Path], int]  # opens a window on a file; returns the exit status
    write_sheet: Callable[[SheetRequest], None]
    write_report: Callable[[ReportRequest], None]
    data: Data
