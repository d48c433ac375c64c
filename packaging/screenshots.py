"""Takes the pictures for README and docs from the running program, with made-up history.

Without arguments it writes docs/pictures. ``--every FOLDER`` writes each page in light and dark, at
100 % and 200 % text, for looking a change over; with ``--language de`` in another language.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")

from PySide6.QtCore import QEventLoop, QRectF, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from sijoint_desktop.bootstrap.program import Program
from sijoint_desktop.bootstrap.shipped import load_checker, load_library, load_routines
from sijoint_desktop.cli.ports import Options
from sijoint_desktop.content.model import Sides
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.core.language import LANGUAGES, tr
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.entries import (
    BeltDay,
    CheckRecord,
    Mark,
    PainEntry,
    Pause,
    PauseKind,
)
from sijoint_desktop.history.records import RepRecord, SessionRecord, SessionStatus, local_parts
from sijoint_desktop.settings.options import defaults
from sijoint_desktop.store.database import open_database
from sijoint_desktop.store.settings_file import SettingsFile
from sijoint_desktop.triage.answers import Answers, closed_world
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.triage.urgency import Urgency

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sijoint_desktop.content.library import Library
    from sijoint_desktop.history.entries import Dated
    from sijoint_desktop.routine.model import Routine
    from sijoint_desktop.ui.checker.page import CheckPage
    from sijoint_desktop.ui.checker.wizard import CheckWizard

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SIZES = {100: (1280, 800), 200: (960, 640)}
NOW = datetime.now().astimezone()
STIFF = Answers(
    {
        "age": 44,
        "sex": "female",
        "duration": "2_6wk",
        "side": "left",
        "unable_floor": "no",
        "pain_avg_week": 3,
        **dict.fromkeys(("buttock_pain", "fortin_one_finger", "rise_from_sit_pain"), Reply.YES),
        **dict.fromkeys(("sit_long_stiff", "feels_stuck", "morning_stiff_short"), Reply.YES),
    }
)
"""A check of somebody with mild stiffness on the left."""


def sample_sessions(routine: Routine, library: Library) -> Iterator[SessionRecord]:
    """Yield two months of sessions whose pain falls from 5 to 2, with a week away."""
    for number, days_ago in enumerate(d for d in range(60, 0, -1) if d % 7 not in (2, 4, 6)):
        if 30 <= days_ago <= 38:
            continue
        moment = (NOW - timedelta(days=days_ago)).replace(hour=8, minute=10)
        started_at, local_date, offset = local_parts(moment)
        before = max(2, round(5 - number / 9) + (number % 3 == 0) - (number % 5 == 0))
        slots = len(routine.slots) if number % 6 else 3
        reps = tuple(
            rep
            for slot in range(slots)
            for rep in sample_reps(routine, library, slot, number, started_at)
        )
        yield SessionRecord(
            id=SessionId(f"{number:032x}"),
            routine_id=routine.id,
            routine_name=routine.name,
            started_at=started_at,
            ended_at=started_at + timedelta(minutes=11),
            local_date=local_date,
            utc_offset_minutes=offset,
            status=SessionStatus.COMPLETED if number % 6 else SessionStatus.ENDED_EARLY,
            nrs_before=before,
            nrs_after=max(0, before - number % 2),
            nrs_worst=min(4, before + number % 3) if before < 4 else before,
            planned_reps=len(reps),
            note="",
            reps=reps,
        )


def sample_reps(
    routine: Routine, library: Library, slot: int, number: int, started_at: datetime
) -> Iterator[RepRecord]:
    """Yield what was done of one exercise: longer holds with time, a little less on the right."""
    exercise = library.get(routine.slots[slot].exercise_id)
    sides = (None,) if exercise.sides is Sides.TOGETHER else tuple(Side)
    for side in sides:
        for rep in range(1, 4 + number // 12):
            held = 3 + number / 8 - (0.4 if side is Side.RIGHT else 0)
            yield RepRecord(
                slot=slot,
                exercise_id=exercise.id,
                side=side,
                set_number=1,
                rep_number=rep,
                held_s=Seconds(round(held, 1)),
                planned_hold_s=Seconds(5.0),
                finished_at=started_at + timedelta(minutes=1 + slot, seconds=5 * rep),
            )


def sample_entries() -> Iterator[Dated]:
    """Yield checks, mornings after, scores between, a flare-up, belt days and a note."""
    answers = dict(closed_world(STIFF, load_checker().catalogue).replies)
    for days_ago in (58, 24):
        yield CheckRecord(
            answers=answers,
            sitting=f"check-{days_ago}",
            rule_set="1",
            level=Urgency.SELF_CARE,
            **moment_of(f"check-{days_ago}", days_ago),
        )
    for number, days_ago in enumerate(range(57, 1, -4)):
        nrs = max(1, round(5 - number / 4) - number % 2)
        yield PainEntry(nrs=nrs, **moment_of(f"pain-{days_ago}", days_ago, hour=20))
    first = (NOW - timedelta(days=20)).date()
    yield Pause(
        kind=PauseKind.FLARE,
        first_day=first,
        last_day=first + timedelta(days=5),
        **moment_of("flare", 20),
    )
    for days_ago in (9, 8, 6):
        yield BeltDay(minutes=60, **moment_of(f"belt-{days_ago}", days_ago))
    yield Mark(words="New mattress", **moment_of("note", 12))


def moment_of(name: str, days_ago: int, hour: int = 10) -> dict[str, Any]:
    """Return the fields that every entry has."""
    at, local_date, offset = local_parts((NOW - timedelta(days=days_ago)).replace(hour=hour))
    return {"id": name, "at": at, "local_date": local_date, "utc_offset_minutes": offset}


def fill_history(folder: Path) -> None:
    """Store the sample sessions and entries where the program will look for them."""
    library = load_library()
    database = open_database(folder / "sijoint.db")
    for record in sample_sessions(load_routines(library)[0], library):
        database.sessions.begin(record)
    for entry in sample_entries():
        database.entries.put(entry)
    database.close()


def wait(milliseconds: int) -> None:
    """Let the program run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Studio:
    """A running program that pictures are taken of."""

    def __init__(self, app: QApplication, folder: Path, *, theme: str, percent: int) -> None:
        self._program = Program(app, Options(folder))
        for key, value in (("theme", theme), ("text_percent", percent), ("sound", False)):
            self._program.preferences.set(key, value)
        self._program.preferences.set("name", "Anna")
        self.window = self._program.window
        self.window.resize(*SIZES[percent])
        loop = QEventLoop()
        self._program.filled.connect(loop.quit)
        self.window.show()
        loop.exec()
        wait(1500)

    def open(self, page: str) -> QWidget:
        """Open a page and let it settle."""
        self.window.open_page(page)
        wait(1800)
        return self.window.page(page)

    def check(self, step: str) -> None:
        """Do a check of mild stiffness up to a step of it, such as "where" or "result"."""
        page = cast("CheckPage", self.open("check"))
        if page.wizard is None:
            page.start()
        wizard = cast("CheckWizard", page.wizard)
        catalogue = load_checker().catalogue
        wizard.sitting = wizard.sitting.answered(closed_world(STIFF, catalogue).replies)
        for _ in Page:
            if wizard.sitting.page != step:
                wizard.currentPage().initializePage()
                wizard.next()
        wizard.currentPage().initializePage()
        wait(2500)

    def exercise(self, name: str) -> None:
        """Open one exercise and let it come to its hold."""
        self.window.page("exercise").show_exercise(name)  # type: ignore[attr-defined]
        self.window.open_page("exercise")
        wait(4300)

    def session(self, exercise: str) -> None:
        """Begin a session of one exercise, as far as the questions before it."""
        self.exercise(exercise)
        self.press(tr("Practise"), self.window.page("exercise"))
        wait(800)

    def answer(self) -> None:
        """Answer the safety questions with No and the pain with 2, then start."""
        page = self.window.page("session")
        for question in page.before.questions:  # type: ignore[attr-defined]
            question.button(yes=False).click()
        for button in page.findChildren(QPushButton):
            if button.text() == "2" and button.isVisible():
                button.click()
        self.press(tr("Start"), page)
        wait(400)

    def build(self, name: str) -> None:
        """Open a suggested routine in the builder and choose its fourth exercise."""
        page = self.open("routines")
        page.show_routine(name)  # type: ignore[attr-defined]
        self.press(tr("Change"), page)
        builder = self.window.page("builder")
        builder.list.setCurrentIndex(builder.list.rows.index(3))  # type: ignore[attr-defined]
        wait(1800)

    def press(self, word: str, within: QWidget) -> None:
        """Click the visible button with this word."""
        for button in within.findChildren(QPushButton):
            if button.text().strip() == word and button.isVisible():
                button.click()
                return
        raise LookupError(word)

    def key(self, key: Qt.Key) -> None:
        """Type a key."""
        self.window.activateWindow()  # without it no window has the keyboard, off the screen
        wait(200)
        QTest.keyClick(self.window.page("session"), key)

    def shoot(self, path: Path) -> None:
        """Save what the window shows."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.window.grab().save(os.fspath(path))
        print(path)

    def close(self) -> None:
        """Close the program."""
        self.window.close()
        self._program.close()


def sheet_picture(path: Path) -> None:
    """Save the first page of the routine sheet."""
    from sijoint_desktop.sheet.compose import compose_sheet  # noqa: PLC0415
    from sijoint_desktop.ui.figure.clips import ClipStore  # noqa: PLC0415
    from sijoint_desktop.ui.figure.look import FigureStyle  # noqa: PLC0415
    from sijoint_desktop.ui.printing.layout import lay_out  # noqa: PLC0415
    from sijoint_desktop.ui.printing.painter import paint_pages  # noqa: PLC0415
    from sijoint_desktop.ui.printing.paper import Paper, page_layout, page_of  # noqa: PLC0415
    from sijoint_desktop.ui.printing.stills import still_drawer  # noqa: PLC0415
    from sijoint_desktop.ui.style.text import FAMILY  # noqa: PLC0415

    library = load_library()
    sheet = compose_sheet(
        load_routines(library)[0], library, start=NOW.date(), name="Anna", minutes=11
    )
    page = page_of(page_layout(Paper.A4))
    layout = lay_out(sheet, page, FAMILY)
    image = QImage(1240, 1754, QImage.Format.Format_RGB32)
    dots_per_metre = round(150 / 0.0254)
    image.setDotsPerMeterX(dots_per_metre)
    image.setDotsPerMeterY(dots_per_metre)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw = still_drawer(library, ClipStore(), FigureStyle.BODY)
    paint_pages(painter, cast("object", image), layout.pages[:1], draw, FAMILY)  # type: ignore[arg-type]
    painter.end()
    image.scaledToWidth(900, Qt.TransformationMode.SmoothTransformation).save(os.fspath(path))
    print(path, QRectF(image.rect()))


PAGES: dict[str, Callable[[Studio], object]] = {
    "today": lambda studio: studio.open("today"),
    "exercises": lambda studio: studio.open("exercises"),
    "exercise": lambda studio: studio.exercise("bird_dog"),
    "routines": lambda studio: studio.open("routines"),
    "builder": lambda studio: studio.build("carries_load_poorly"),
    "history": lambda studio: studio.open("history"),
    "settings": lambda studio: studio.open("settings"),
    "help": lambda studio: studio.open("help"),
}


def take_check(studio: Studio, out: Path, mark: str) -> None:
    """Take the check: a drawing to mark, a self-test, the result."""
    for step, name in (("where", "where"), ("self_tests", "self-test"), ("result", "result")):
        studio.check(step)
        studio.shoot(out / f"check-{name}-{mark}.png")
    wizard = cast("CheckPage", studio.window.page("check")).wizard
    cast("CheckWizard", wizard).accept()


def take_all(app: QApplication, folder: Path, out: Path, *, theme: str, percent: int) -> None:
    """Take every page in one theme and text size, a session last."""
    studio = Studio(app, folder, theme=theme, percent=percent)
    mark = theme if percent == 100 else f"{theme}-{percent}"
    for name, show in PAGES.items():
        show(studio)
        studio.shoot(out / f"{name}-{mark}.png")
    take_check(studio, out, mark)
    studio.session("bird_dog")
    studio.shoot(out / f"before-{mark}.png")
    studio.answer()
    studio.key(Qt.Key.Key_Right)
    wait(3200)
    studio.shoot(out / f"session-{mark}.png")
    studio.close()


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--every", type=Path, metavar="FOLDER")
    parser.add_argument("--language", choices=LANGUAGES, default="en")
    chosen = parser.parse_args()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        folder, first_folder = Path(name) / "data", Path(name) / "first"
        for each in (folder, first_folder):
            each.mkdir()
            SettingsFile(each).save(defaults().changed("language", chosen.language))
        if chosen.every:
            first = Studio(app, first_folder, theme="light", percent=100)
            first.shoot(chosen.every / "first-light.png")
            first.close()
        fill_history(folder)
        if chosen.every:
            for theme in ("light", "dark"):
                for percent in SIZES:
                    take_all(app, folder, chosen.every, theme=theme, percent=percent)
        else:
            for theme in ("light", "dark"):
                take_all(app, folder, PICTURES, theme=theme, percent=100)
            sheet_picture(PICTURES / "sheet.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())
