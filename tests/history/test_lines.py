from datetime import timedelta

from sijoint_desktop.history.entries import (
    Activity,
    ActivityScore,
    BeltDay,
    Mark,
    PainKind,
    Pause,
    PauseKind,
)
from sijoint_desktop.history.lines import LineKind, lines, matching
from sijoint_desktop.history.records import Origin, SessionStatus
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.records import NOON, done_on, make_check, make_hurt, make_pain

DAY = NOON.date()
AT = {"at": NOON, "local_date": DAY, "utc_offset_minutes": 120}


def told(*entries, sessions=(), since=None) -> list[tuple[str, str]]:
    found = lines(sessions, FakeEntryRepository(*entries), since)
    return [(line.what, line.details) for line in found]


def test_a_session_tells_how_long_how_much_and_how_it_ended() -> None:
    early = done_on(DAY, 4, 3, planned_reps=8, status=SessionStatus.ENDED_EARLY)
    paper = done_on(DAY - timedelta(days=1), planned_reps=8, origin=Origin.PAPER)
    assert told(sessions=(early, paper)) == [
        ("First gentle routine", "11 min, 1 of 8 done, ended early"),
        ("First gentle routine", "1 of 8 done, on paper"),
    ]
    assert told(sessions=(done_on(DAY),)) == [("First gentle routine", "11 min, 1 of 8 done")]


def test_every_kind_of_entry_has_words() -> None:
    entries = (
        make_pain("a", woke=True),
        make_pain("b", kind=PainKind.MORNING_AFTER, session_id="s"),
        make_hurt("c", place="left buttock", sharp=True),
        Activity(id="d", name="Stairs", **AT),
        ActivityScore(id="e", activity_id="d", score=6, **AT),
        BeltDay(id="f", minutes=90, **AT),
        Mark(id="g", words="new mattress", **AT),
        Pause(id="h", kind=PauseKind.SICKNESS, first_day=DAY, **AT),
        Pause(id="i", kind=PauseKind.REST, first_day=DAY, last_day=DAY, **AT),
        make_check("j", reasons=("Numb between the legs",)),
    )
    assert sorted(told(*entries)) == [
        ("Belt worn", "90 min"),
        ("Check", "Numb between the legs"),
        ("Days off", "from 22 Nov to 22 Nov"),
        ("Days sick", "from 22 Nov, still open"),
        ("Note", ""),
        ("Pain", "it woke you"),
        ("Pain, morning after", ""),
        ("Stairs", "6 of 10"),
        ("That hurt", "left buttock, sharp"),
    ]


def test_the_newest_comes_first_by_the_clock_the_person_had() -> None:
    [line] = lines((), FakeEntryRepository(Mark(id="m", words="x", **AT)))
    assert line.when == "Sun 22 Nov 2026, 14:00"
    found = lines((done_on(DAY, 1, 1),), FakeEntryRepository(make_pain(hours=1)))
    assert [line.kind for line in found] == [LineKind.PAIN, LineKind.SESSION]


def test_what_is_older_than_a_day_is_left_out() -> None:
    old, new = done_on(DAY - timedelta(days=1)), done_on(DAY)
    assert len(told(sessions=(old, new), since=DAY)) == 1
    assert len(told(sessions=(old, new))) == 2


def test_lines_are_found_by_kind_and_by_every_word() -> None:
    entries = FakeEntryRepository(
        make_pain("a", note="after the Stairs"), make_pain("b"), Mark(id="m", words="stairs", **AT)
    )
    found = lines((), entries)
    assert len(list(matching(found, frozenset(), "STAIRS"))) == 2
    assert len(list(matching(found, frozenset({LineKind.PAIN}), "stairs"))) == 1
    assert len(list(matching(found, frozenset(), "stairs nov 2026 after"))) == 1
    assert len(list(matching(found, frozenset(), "stáirs"))) == 2
    assert len(list(matching(found, frozenset({LineKind.SAFETY})))) == 0
