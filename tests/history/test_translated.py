"""Everything that charts, calendar, numbers and table say is in the language that is spoken."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.side import Side
from sijoint_desktop.history.consistency import CalendarDay, DayState, day_words
from sijoint_desktop.history.effort import Measure, exercise_picture, sides_picture
from sijoint_desktop.history.entries import (
    Activity,
    ActivityScore,
    BeltDay,
    Mark,
    PainKind,
    PauseKind,
)
from sijoint_desktop.history.lines import LineKind, lines
from sijoint_desktop.history.next_day import NextDay, next_day_picture, next_day_sentence
from sijoint_desktop.history.overview import Overview, facts, read_overview
from sijoint_desktop.history.pain import pain_picture
from sijoint_desktop.history.picture import DAY_S, Picture
from sijoint_desktop.history.records import Origin, SessionStatus
from sijoint_desktop.history.series import Range, after_sentence, pain_sentence
from sijoint_desktop.history.time_axis import place_ticks
from sijoint_desktop.history.weekly import weekly_picture
from sijoint_desktop.triage.urgency import Urgency
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.ledger import FakeLedger
from tests.fakes.pseudo import gap
from tests.fakes.records import (
    NOON,
    done_on,
    make_check,
    make_clearance,
    make_hurt,
    make_pain,
    make_pause,
    make_rep,
    make_rescreen,
)

TODAY = NOON.date()
AT = {"at": NOON, "local_date": TODAY, "utc_offset_minutes": 0}
OWN = ("First gentle routine", "Bridge", "Stairs", "new mattress", "left buttock", "Numb")

pytestmark = pytest.mark.usefixtures("pseudo")


def gaps(words: Iterator[str]) -> list[str]:
    said = list(words)
    assert said
    return [text for text in said if gap(text, OWN)]


def reps(day: date) -> tuple:
    sides = (Side.LEFT, Side.RIGHT, Side.LEFT, None)
    return tuple(
        make_rep(number, side=side, held_s=float(day.day % 5 + number))
        for number, side in enumerate(sides, start=1)
    )


SESSIONS = [
    done_on(TODAY - timedelta(days=day), 6 - day % 4, 5 - day % 3, nrs_worst=7, reps=reps(TODAY))
    for day in range(300, 0, -3)
]
ENTRIES = (
    make_pain("a", woke=True),
    make_pain("b", kind=PainKind.MORNING_AFTER, session_id="s", hours=1),
    make_hurt("c", place="left buttock", sharp=True, new_numbness=True, side=Side.LEFT),
    Activity(id="d", name="Stairs", **AT),
    ActivityScore(id="e", activity_id="d", score=6, **AT),
    ActivityScore(id="e2", activity_id="gone", score=6, **AT),
    BeltDay(id="f", minutes=90, **AT),
    Mark(id="g", words="new mattress", **AT),
    *(make_pause(kind, TODAY, name=kind.value) for kind in PauseKind),
    make_pause(PauseKind.FLARE, TODAY, TODAY, name="over"),
    *(make_check(each.value, reasons=("Numb",), level=each) for each in Urgency),
    make_rescreen({"legs": True}, "i"),
    make_rescreen({"legs": False}, "j"),
    make_clearance("k"),
)


@pytest.fixture
def seen() -> Overview:
    ledger = FakeLedger(SESSIONS, *ENTRIES)
    return read_overview(ledger, Range.ALL, TODAY, frozenset({0, 2, 4}))


def said_by(picture: Picture) -> Iterator[str]:
    yield from (picture.title, picture.sentence)
    yield from (word for _sign, word in picture.legend)
    yield from (flag.words for flag in picture.flags)
    yield from (stretch.word for stretch in picture.stretches)
    yield from (word for _place, word in picture.ticks or place_ticks(0.0, 100 * DAY_S, 4))
    for level in picture.levels:
        yield from (str(stop) for stop in level.make().stops)
    table = picture.table()
    yield from table.headings
    yield from (cell for row in table.rows for cell in row if isinstance(cell, str) and cell)


def test_the_chart_of_pain(seen: Overview) -> None:
    assert gaps(said_by(pain_picture(seen.told, seen.first, TODAY))) == []
    points = seen.told.points
    for some in (points, points[:1], points[:2], points[1:3], points[:4], points[-9:]):
        assert gaps(iter((pain_sentence(some), after_sentence(some)))) == []


def test_the_other_charts(seen: Overview) -> None:
    span = {"first": seen.first, "today": TODAY}
    efforts = FakeLedger(SESSIONS).efforts(date.min, date.max)
    one, hurts = ExerciseId("pelvic_tilt"), (make_hurt(side=Side.LEFT),)
    assert gaps(said_by(weekly_picture(seen.weeks))) == []
    for some in (efforts, efforts[:1], efforts[:4]):
        for measure in Measure:
            assert gaps(said_by(exercise_picture(some, one, "Bridge", measure, **span))) == []
            assert gaps(said_by(sides_picture(some, hurts, measure, **span))) == []
    days = tuple((TODAY - timedelta(days=number), number) for number in range(4))
    assert gaps(said_by(next_day_picture(NextDay(days, days)))) == []
    assert gaps(iter([next_day_sentence(NextDay())])) == []


def test_the_numbers(seen: Overview) -> None:
    assert gaps(f"{fact.words}. {fact.below}" for fact in facts(seen)) == []
    ledger = FakeLedger(SESSIONS[-1:])
    few = [read_overview(ledger, span, TODAY) for span in Range]
    assert gaps(f"{fact.words}. {fact.below}" for each in few for fact in facts(each)) == []
    assert gaps(span.words for span in Range) == []


def test_the_calendar() -> None:
    days = [
        CalendarDay(TODAY, state, count, 7 * count) for state in DayState for count in (0, 1, 2)
    ]
    assert gaps(day_words(day, is_today=day.sessions == 1) for day in days) == []


def test_the_table() -> None:
    early = done_on(TODAY, status=SessionStatus.ENDED_EARLY)
    running = done_on(TODAY, status=SessionStatus.RUNNING)
    paper = done_on(TODAY, origin=Origin.PAPER)
    found = lines((early, running, paper), FakeEntryRepository(*ENTRIES))
    assert gaps(words for line in found for words in (line.when, line.what, line.details)) == []
    assert gaps(kind.words for kind in LineKind) == []
