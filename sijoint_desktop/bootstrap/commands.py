"""What the commands need to paint and to export; none of it needs a display.

Qt's painting and the store are slow to load, and most commands need neither. So the imports inside
the functions are there on purpose.
"""

import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sijoint_desktop.app.shelf import shelf_of
from sijoint_desktop.bootstrap.data_commands import StoredData
from sijoint_desktop.bootstrap.folder import data_folder
from sijoint_desktop.bootstrap.languages import speak_language
from sijoint_desktop.bootstrap.own_exercises import load_whole_library
from sijoint_desktop.bootstrap.shipped import (
    load_checker,
    load_library,
    load_plans,
    load_routines,
    load_self_tests,
)
from sijoint_desktop.cli.ports import (
    PROGRAM,
    Options,
    PictureRequest,
    Ports,
    ReportRequest,
    SheetRequest,
    TriageKit,
)
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.player.system_clock import SystemClock
from sijoint_desktop.store.glance import Glimpse
from sijoint_desktop.store.identity import DATABASE_NAME
from sijoint_desktop.store.settings_file import SettingsFile

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from sijoint_desktop.content.library import Library
    from sijoint_desktop.routine.model import Routine


def ports(options: Options) -> Ports:
    """Return the functions that commands paint and export with, in the person's language."""
    loaded = SettingsFile(data_folder(options)).load()
    if loaded.message:
        _say(loaded.message)
    speak_language(loaded.settings.text("language"))

    def library() -> "Library":
        return load_whole_library(data_folder(options), _say)

    return Ports(
        library=library,
        routines=partial(_routines, data_folder(options) / DATABASE_NAME),
        triage=_triage_kit,
        self_tests=load_self_tests,
        render=_render,
        preview=partial(_preview, options),
        write_sheet=_write_sheet,
        write_report=_write_report,
        data=StoredData(data_folder(options)),
    )


def _say(notice: str) -> None:
    sys.stderr.write(f"{PROGRAM}: {notice}\n")


def _routines(database: Path, library: "Library") -> "tuple[Routine, ...]":
    """Return the person's own routines and those of the program, without the archived ones."""
    shipped = load_routines(library)
    try:
        shelf = shelf_of(Glimpse(database, ()), library, shipped)
    except UserError as fault:
        _say(f"your own routines are not known now: {fault}")
        return shipped
    return (*shelf.own, *shelf.suggested)


def _triage_kit() -> TriageKit:
    return TriageKit(load_checker(), load_plans(), load_library())


def headless_application() -> "QGuiApplication":
    """Return an application object that needs no display, made now if there is none."""
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415

    present = QGuiApplication.instance()
    if isinstance(present, QGuiApplication):
        return present
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication(sys.argv[:1])


def _render(request: PictureRequest) -> None:
    from sijoint_desktop.ui.shell.pictures import (  # noqa: PLC0415
        Picture,
        look_of,
        save_loop,
        save_moment,
    )

    _application = headless_application()  # painting text needs one for as long as it takes
    picture = Picture(
        shown=request.shown,
        timeline=request.timeline,
        size=request.size,
        look=look_of(request.form, request.ground, request.layers),
        view=request.view,
        side=request.side,
        mistake=request.mistake,
    )
    if request.moves:
        save_loop(request.path, picture, request.fps)
    else:
        save_moment(request.path, picture, request.time_s)


def _preview(options: Options, path: Path) -> int:
    from sijoint_desktop.bootstrap.preview import run_preview  # noqa: PLC0415 - opens a window

    return run_preview(options, path)


def _write_sheet(request: SheetRequest) -> None:
    from sijoint_desktop.ui.shell.sheets import SheetChoices, save_sheet  # noqa: PLC0415

    _application = headless_application()
    save_sheet(
        request.path,
        request.routine,
        request.library,
        start=SystemClock().now().date(),
        choices=SheetChoices(
            paper=request.paper.value,
            large_print=request.large_print,
            per_page=request.per_page,
            form=request.form.value,
            name=request.name,
            note=request.note,
        ),
    )


def _write_report(request: ReportRequest) -> None:
    from sijoint_desktop.ui.shell.sheets import save_report  # noqa: PLC0415

    _application = headless_application()
    save_report(request.path, request.sheet, request.paper.value)
