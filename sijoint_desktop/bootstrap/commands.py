"""What the commands need to paint and to export; none of it needs a display.

Qt's painting and the store are slow to load, and most commands need neither. So the imports inside
the functions are there on purpose.
"""

import os
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sijoint_desktop.bootstrap.folder import data_folder
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
    SheetRequest,
    TriageKit,
)
from sijoint_desktop.player.system_clock import SystemClock
from sijoint_desktop.store.identity import DATABASE_NAME

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

    from sijoint_desktop.content.library import Library
    from sijoint_desktop.history.records import SessionRecord


def ports(options: Options) -> Ports:
    """Return the functions that commands paint and export with."""

    def export_document(say: Callable[[str], None]) -> Mapping[str, object]:
        from sijoint_desktop.app.interchange import export_json  # noqa: PLC0415

        stored = _stored_sessions(data_folder(options) / DATABASE_NAME, say)
        return export_json(stored, SystemClock().now())

    def library() -> "Library":
        return load_whole_library(data_folder(options), _say)

    return Ports(
        library=library,
        routines=load_routines,
        triage=_triage_kit,
        self_tests=load_self_tests,
        render=_render,
        preview=partial(_preview, options),
        write_sheet=_write_sheet,
        export_document=export_document,
    )


def _say(notice: str) -> None:
    sys.stderr.write(f"{PROGRAM}: {notice}\n")


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
    from sijoint_desktop.ui.shell.sheets import save_sheet  # noqa: PLC0415

    _application = headless_application()
    save_sheet(
        request.path,
        request.routine,
        request.library,
        start=SystemClock().now().date(),
        paper=request.paper.value,
        large_print=request.large_print,
    )


def _stored_sessions(path: Path, say: Callable[[str], None]) -> "tuple[SessionRecord, ...]":
    if not path.exists():
        return ()  # opening the store would make one
    from sijoint_desktop.store.database import open_database  # noqa: PLC0415

    database = open_database(path)
    try:
        for notice in database.notices:
            say(notice)
        return database.sessions.sessions()
    finally:
        database.close()
