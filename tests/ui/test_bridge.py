"""The bridge between what is stored and the pages."""

from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.ui.bridge import Bridge, NoEntries, NoLedger
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.records import NOON, done_on, make_pain


def test_sessions_are_read_once_after_each_change(qapp) -> None:
    reads: list[int] = []

    def source() -> tuple[SessionRecord, ...]:
        reads.append(1)
        return (done_on(NOON.date(), nrs_after=len(reads)),)

    bridge = Bridge()
    assert bridge.sessions() == ()
    bridge.open_with(source, NoEntries(), NoLedger())
    assert bridge.sessions() == bridge.sessions()
    assert len(reads) == 1
    bridge.touch()
    assert bridge.sessions()[0].nrs_after == 2
    bridge.open_with(lambda: (), NoEntries(), NoLedger())
    assert bridge.sessions() == ()


def test_entries_are_read_once_after_each_change(qapp) -> None:
    kept = FakeEntryRepository(make_pain("one"))
    bridge = Bridge()
    bridge.open_with(lambda: (), kept, NoLedger())
    first, version = bridge.read().all(PainEntry), bridge.version()
    kept.put(make_pain("two"))
    assert bridge.read().all(PainEntry) is first
    bridge.touch()
    assert len(bridge.read().all(PainEntry)) == 2
    assert bridge.version() != version
