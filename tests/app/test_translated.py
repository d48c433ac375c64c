"""What merges, copies, corrections and refusals say is in the language that is spoken."""

from datetime import time
from pathlib import Path

import pytest

from sijoint_desktop.app.calendar_file import PlannedDays
from sijoint_desktop.app.copies import Backup
from sijoint_desktop.app.corrections import why_fixed
from sijoint_desktop.app.interchange import import_json, import_text
from sijoint_desktop.app.merge import Changes
from sijoint_desktop.app.merge_words import told
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.archive import LISTS, Kept
from sijoint_desktop.history.records import SessionStatus
from tests.fakes.pseudo import untranslated
from tests.fakes.records import NOON, done_on, make_check

DAY = NOON.date()

pytestmark = pytest.mark.usefixtures("pseudo")


def test_a_merge_is_told_list_by_list() -> None:
    old = {(name, "old"): Kept(done_on(DAY), NOON) for name in LISTS}
    new = {(name, "new"): Kept(done_on(DAY), NOON) for name in LISTS}
    gone = {(name, "gone"): NOON for name in LISTS}
    changes = Changes({**old, **new}, frozenset(new), gone, held_back=2)
    lines = told(changes, done=False) + told(Changes({}, frozenset(), {}), done=True)
    assert len(lines) == len(LISTS) + 3
    assert [line for line in lines if untranslated(line)] == []


def test_why_something_stays_and_what_a_copy_is() -> None:
    running = done_on(DAY, status=SessionStatus.RUNNING)
    words = [why_fixed(make_check()), why_fixed(running)]
    words += [Backup(Path("copy"), DAY, before).words for before in ("", "import", "restore")]
    assert [text for text in words if text is None or untranslated(text)] == []


@pytest.mark.parametrize(
    "refused",
    [
        lambda: PlannedDays(frozenset(), time(18), DAY),
        lambda: PlannedDays(frozenset({1}), time(18), DAY, weeks=99),
        lambda: PlannedDays(frozenset({1}), time(18), DAY, remind_minutes=-1),
        lambda: import_text("{", "f"),
        lambda: import_json([], "f"),
        lambda: import_json({"format": "sijoint-history", "version": 99}, "f"),
    ],
)
def test_a_refusal(refused) -> None:
    with pytest.raises(UserError) as refusal:
        refused()
    assert not untranslated(str(refusal.value))
