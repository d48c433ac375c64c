"""A process that is killed while it writes: what it was told is kept is kept."""

import random
import signal
import subprocess
import sys
from pathlib import Path

from sijoint_desktop.store.database import open_database

ROOT = Path(__file__).parents[2]
KILLS = 25
WRITER = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.store.database import open_database
from tests.fakes.records import make_rep, make_session

database = open_database(Path(sys.argv[1]))
name = sys.argv[3]
database.sessions.begin(make_session(name, reps=(make_rep(9001), make_rep(9002))))
print("begun", flush=True)
for number in range(1, 9000):
    database.sessions.add_rep(SessionId(name), make_rep(number))
    print(number, flush=True)
"""


def write_until_killed(path: Path, name: str, lines: int) -> int:
    """Return how many repetitions the writer was told are kept when the kill struck."""
    command = [sys.executable, "-c", WRITER, str(path), str(ROOT), name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "begun\n"
        told = 0
        for _ in range(lines):
            told = int(writer.stdout.readline())
        # it goes on writing until the signal strikes somewhere inside a later transaction
        writer.send_signal(signal.SIGKILL)
        for line in writer.stdout:
            told = int(line) if line.endswith("\n") else told
    return told


def test_no_repetition_that_was_acknowledged_is_lost_when_the_process_is_killed(
    path: Path,
) -> None:
    open_database(path).close()
    chance = random.Random(7)  # noqa: S311
    told = {
        f"run{kill}": write_until_killed(path, f"run{kill}", chance.randrange(1, 40))
        for kill in range(KILLS)
    }
    database = open_database(path)
    assert database.notices == ()  # the integrity check at opening found nothing
    kept = {
        record.id: {rep.rep_number for rep in record.reps}
        for record in database.sessions.sessions()
    }
    database.close()
    assert kept.keys() == told.keys()
    for name, number in told.items():
        whole = set(range(1, number + 1)) | {9001, 9002}
        # the one after the last acknowledged may have been committed and not yet announced
        assert kept[name] in (whole, whole | {number + 1})
