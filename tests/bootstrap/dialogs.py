"""A tour of the dialogs of the running program: each is opened as a person opens it, and closed."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication, QDialog

from sijoint_desktop.app.corrections import Change
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.archive import Item
from sijoint_desktop.history.entries import (
    Activity,
    ActivityScore,
    BeltDay,
    Mark,
    PainEntry,
    PauseKind,
)
from sijoint_desktop.history.records import local_parts
from sijoint_desktop.ui.data.work import Busy
from sijoint_desktop.ui.entries.view import EntriesView
from sijoint_desktop.ui.routines.builder import BuilderPage
from tests.bootstrap.touring import opened, press
from tests.bootstrap.walking import Walk
from tests.fakes.records import done_on, make_pause

SMALLEST = QSize(864, 576)
"""What a dialog has on a screen of 960 x 640: it leaves a tenth of it to be seen."""

ROUTINE_THEN = "The routine of then"
"""What a session on record was called, in the words of its day."""

Opening = tuple[str, Callable[[], object]]


def dialogs(walk: Walk) -> Iterator[tuple[str, QDialog]]:
    """Yield every dialog of the program by its name, open, at most as large as a small screen."""
    put_on_record(walk)
    ways = (of_routines(walk), of_records(walk), of_paper(walk), of_the_data(walk), of_help(walk))
    for name, open_it in chain.from_iterable(ways):
        open_it()
        [dialog] = open_dialogs(walk)
        dialog.resize(on_a_small_screen(dialog))
        for _round in range(2):  # a row that takes another line asks for another layout
            QApplication.processEvents()
        yield name, dialog
        dialog.done(0)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def on_a_small_screen(dialog: QDialog) -> QSize:
    """Return the size of a dialog that opens on a small screen, and not on that of the test."""
    screen = dialog.screen().availableGeometry().size() * 0.9
    bounded = dialog.size().boundedTo(SMALLEST)
    wide = SMALLEST.width() if dialog.width() >= screen.width() else bounded.width()
    high = SMALLEST.height() if dialog.height() >= screen.height() else bounded.height()
    return QSize(wide, high)


def open_dialogs(walk: Walk) -> list[QDialog]:
    """Return the dialogs that stand over the window."""
    found = walk.now.window.findChildren(QDialog)
    return [dialog for dialog in found if dialog.isWindow() and dialog.isVisible()]


def put_on_record(walk: Walk) -> None:
    """Put one thing of each kind on record that can be edited."""
    for item in items(walk):
        walk.services.store.corrections().make(Change(None, item))
    walk.services.bridge.touch()


def items(walk: Walk) -> tuple[Item, ...]:
    """Return one thing of each kind that can be edited, each under a name of its own."""
    at, day, offset = local_parts(walk.clock.now())
    moment: dict[str, Any] = {"at": at, "local_date": day, "utc_offset_minutes": offset}
    first, last = day - timedelta(days=20), day - timedelta(days=15)
    return (
        done_on(day - timedelta(days=1), 4, 3, routine_name=ROUTINE_THEN),
        PainEntry(id="pain", nrs=4, **moment),
        Mark(id="note", words="new mattress", **moment),
        BeltDay(id="belt", minutes=60, **moment),
        Activity(id="stairs", name="Climbing stairs", **moment),
        ActivityScore(id="score", activity_id="stairs", score=4, **moment),
        make_pause(PauseKind.FLARE, first, last, "flare-up"),
        make_pause(PauseKind.REST, first, last, "rest"),
    )


def of_records(walk: Walk) -> Iterator[Opening]:
    """Add and edit each kind of entry in the table of History."""
    page = opened(walk, "history")
    press(tr("Table"), page)
    view = page.findChild(EntriesView)
    assert view is not None
    for name, action in view.menu.entries.items():
        yield f"add: {name}", action.trigger
    yield "activities", view.activities_button.click
    for item in items(walk):
        if not isinstance(item, Activity):
            yield f"edit: {item.id}", lambda item=item: edit(view, item)


def edit(view: EntriesView, item: Item) -> None:
    """Open the form for one line of the table."""
    view.table.choose(item.id)
    assert view.edit_button.isEnabled(), item.id
    view.edit_button.click()


def of_routines(walk: Walk) -> Iterator[Opening]:
    """Plan the days of a routine; swap or leave out an exercise of it."""
    window = walk.now.window
    yield "calendar", window.menus.calendar_wished.emit
    routines = window.page("routines")
    routines.show_routine(RoutineId("carries_load_poorly"))  # type: ignore[attr-defined]
    opened(walk, "routines")
    press(tr("Change"), routines)
    builder = opened(walk, "builder")
    assert isinstance(builder, BuilderPage)
    builder.list.setCurrentIndex(builder.list.model().index(0, 0))
    for words in (tr("Swap"), tr("Leave out")):
        yield words, lambda words=words: press(words, builder)


def of_paper(walk: Walk) -> Iterator[Opening]:
    """Look at a sheet before it is printed; choose what a report shows."""
    yield "report", walk.now.window.menus.report_wished.emit
    yield "sheet", lambda: press(tr("Print sheet"), opened(walk, "routines"))


def of_the_data(walk: Walk) -> Iterator[Opening]:
    """See the copies, go back to one, erase everything; wait for what takes long."""
    assembly, menus = walk.now.assembly, walk.now.window.menus
    assert assembly is not None
    office, keeping = assembly.data_desk.office, assembly.data_desk.keeping
    yield "no copies", menus.copies_wished.emit
    office.data.back_up()
    yield "copies", menus.copies_wished.emit
    yield "going back", lambda: keeping.restore(Path("sijoint-2026-11-22.db"))
    yield "erasing", menus.erase_wished.emit
    busy = Busy(tr("Making a copy"), style=walk.services.style, parent=walk.now.window)
    yield "waiting", busy.show


def of_help(walk: Walk) -> Iterator[Opening]:
    """Read the licences."""
    walk.now.window.menus.help_wished.emit("about")
    page = opened(walk, "help")
    for words in (tr("Licence of this program"), tr("Licences of the packages")):
        yield words, lambda words=words: press(words, page)
