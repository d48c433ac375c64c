"""The bridge between what is stored and the pages."""

from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.ui.bridge import Bridge, NoEntries, NoLedger
from tests.fakes.records import NOON, done_on


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
