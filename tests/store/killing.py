"""Kills a real process again and again while it writes, copies, migrates or imports."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sijoint_desktop.app.resume import cut_off
from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.store.backups import backups, good_backups
from sijoint_desktop.store.database import open_database
from tests.fakes.records import make_pain
from tests.routine.courses import library

ROOT = Path(__file__).parents[2]
KINDS = ("write", "session", "backup", "migration", "import")
_LONGEST_S = 0.12  # of waiting before a kill

_HEAD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from sijoint_desktop.store.database import open_database
path, number = Path(sys.argv[1]), int(sys.argv[3])
"""
_SCRIPTS = {
    "write": """
from tests.fakes.records import make_pain
database = open_database(path)
print("ready", flush=True)
for each in range(1, 100000):
    database.entries.put(make_pain(f"{number}-{each}"))
    print(each, flush=True)
""",
    "session": """
from dataclasses import replace
from sijoint_desktop.app.recording import Recorder
from sijoint_desktop.player.events import RepFinished
from sijoint_desktop.player.session import Session
from sijoint_desktop.routine.script import Timings, compile_script
from tests.fakes.clock import FakeClock
from tests.routine.courses import library, plan
clock, database, done = FakeClock(), open_database(path), 0
routine = replace(plan(), name=str(number))
script = compile_script(routine, library(), Timings())
recorder = Recorder(database.sessions, database.entries, clock)
print("ready", flush=True)
while True:
    session_id = recorder.begin(routine, script.planned_reps, 2, Timings())
    session = Session(script)
    session.start(clock.monotonic())
    for _ in range(int(script.duration_s) + 1):
        clock.advance(1)
        for event in session.advance(clock.monotonic()):
            recorder.record(session_id, [event])
            if isinstance(event, RepFinished):
                done += 1
                print(done, flush=True)
""",
    "backup": """
import os
from datetime import date
from sijoint_desktop.store.backups import back_up_daily
print("ready", flush=True)
for each in range(1, 100000):
    os.utime(path)
    back_up_daily(path, date(2026, 11, 1 + each % 28))
    print(each, flush=True)
""",
    "migration": """
import sijoint_desktop.store.migration, alembic.command, alembic.config
print("ready", flush=True)
open_database(path).close()
print(1, flush=True)
""",
    "import": """
from datetime import UTC, datetime
from sijoint_desktop.history.archive import Archive, Kept
from tests.fakes.records import make_pain
at = datetime(2026, 11, 22, tzinfo=UTC)
database = open_database(path)
print("ready", flush=True)
for each in range(1, 100000):
    names = [f"{number}-{each}-{part}" for part in range(40)]
    database.merge(Archive({("pains", name): Kept(make_pain(name), at) for name in names}))
    print(each, flush=True)
""",
}


def kill_often(kind: str, folder: Path, *, kills: int, seed: int) -> list[str]:
    """Kill a process of a kind so many times, and return one sentence for everything amiss."""
    chance = random.Random(seed)  # noqa: S311
    faults: list[str] = []
    path = folder / "h.db"
    if kind != "migration":
        with closing(open_database(path)) as database:
            for number in range(200):
                database.entries.put(make_pain(f"first-{number}", note="x" * 200))
    for number in range(kills):
        if kind == "migration":
            path = folder / f"{number}.db"
            _make_old(path)
        told = _kill_once(kind, path, number, chance.uniform(0, _LONGEST_S))
        faults += [f"{kind} {number}: {fault}" for fault in _CHECKS[kind](path, number, told)]
    return faults


def _kill_once(kind: str, path: Path, number: int, wait_s: float) -> int:
    """Return what the process said last before it was killed; 0 where it said nothing."""
    command = [sys.executable, "-c", _HEAD + _SCRIPTS[kind], str(path), str(ROOT), str(number)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(wait_s)  # the moment of death is the subject of the test
        process.send_signal(signal.SIGKILL)
        told = 0
        for line in process.stdout:
            told = int(line) if line.endswith("\n") else told
    # one that fell over by itself would prove nothing; a migration may be done before the kill
    assert process.returncode in (-signal.SIGKILL, 0), f"{kind} ended with {process.returncode}"
    return told


def _pains(path: Path) -> tuple[set[str], tuple[str, ...]]:
    with closing(open_database(path)) as database:
        return {entry.id for entry in database.entries.all(PainEntry)}, database.notices


def _after_writing(path: Path, number: int, told: int) -> list[str]:
    kept, notices = _pains(path)
    lost = {f"{number}-{each}" for each in range(1, told + 1)} - kept
    return [*notices, *(f"{name} is lost" for name in lost)]


def _after_session(path: Path, number: int, told: int) -> list[str]:
    with closing(open_database(path)) as database:
        done = [s for s in database.sessions.sessions() if s.routine_name == str(number)]
        reps = sum(len(session.reps) for session in done)
        faults = [*database.notices, *([f"{reps} of {told} reps"] if reps < told else [])]
    for session in done[-1:]:
        goes_on = cut_off(session, library(), session.last_moment)
        if goes_on is None and len(session.reps) < session.planned_reps:
            faults.append("does not go on")
        elif goes_on is not None and len(goes_on.done) != len(session.reps):
            faults.append("goes on elsewhere")
    return faults


def _after_import(path: Path, number: int, told: int) -> list[str]:
    kept, notices = _pains(path)
    lost = {f"{number}-{each}-{part}" for each in range(1, told + 1) for part in range(40)} - kept
    half = len([name for name in kept if name.startswith(f"{number}-")]) % 40
    return [*notices, *(f"{name} is lost" for name in lost), *(["half an import"] if half else [])]


def _after_backup(path: Path, _number: int, told: int) -> list[str]:
    made = backups(path)
    bad = {each.path.name for each in made} - {each.path.name for each in good_backups(path)}
    few = [f"{len(made)} copies of {told}"] if len(made) < min(told, 7) else []
    return [*few, *(f"{name} is damaged" for name in bad), *_pains(path)[1]]


def _after_migration(path: Path, _number: int, _told: int) -> list[str]:
    with closing(open_database(path)) as database:
        sessions = database.sessions.sessions()
        whole = len(sessions) == 2 and sum(len(session.reps) for session in sessions) == 4
        return [*database.notices, *([] if whole else ["rows are lost"])]


def _make_old(path: Path) -> None:
    text = (ROOT / "tests" / "reference" / "database-0001.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(path)) as old:
        old.executescript(text)


_CHECKS: dict[str, Callable[[Path, int, int], list[str]]] = {
    "write": _after_writing,
    "session": _after_session,
    "backup": _after_backup,
    "migration": _after_migration,
    "import": _after_import,
}
