"""Planned days as a calendar file: read back by the rules of RFC 5545."""

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.app.calendar_file import MOST_WEEKS, Planned, PlannedDays, calendar_text
from sijoint_desktop.core.errors import UserError

NOW = datetime(2026, 11, 25, 22, 0, tzinfo=timezone(timedelta(hours=1)))
WHAT = Planned("stiff", "For stiffness", 8, ("Pelvic tilt", "Cat-cow"))
DAYS = PlannedDays(frozenset({0, 2, 4}), time(18, 0), date(2026, 11, 26), weeks=2)


def properties(text: str) -> list[tuple[str, str]]:
    """Unfold the lines, and split each at its first colon."""
    assert text.endswith("\r\n")
    unfolded = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    return [tuple(line.split(":", 1)) for line in unfolded]  # type: ignore[misc]


def value(text: str, name: str) -> str:
    [found] = [v for n, v in properties(text) if n == name]
    return found


def plain(escaped: str) -> str:
    for shown, meant in (("\\n", "\n"), ("\\,", ","), ("\\;", ";"), ("\\\\", "\\")):
        escaped = escaped.replace(shown, meant)
    return escaped


def occurrences(text: str) -> list[datetime]:
    """Return the moments that the rule gives: the start, then by weekday until the end."""
    rule = dict(part.split("=") for part in value(text, "RRULE").split(";"))
    start = datetime.fromisoformat(value(text, "DTSTART"))
    until = datetime.fromisoformat(rule["UNTIL"])
    names = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
    wanted = {names.index(day) for day in rule["BYDAY"].split(",")}
    days = (start + timedelta(days=n) for n in range((until - start).days + 1))
    return [day for day in days if day.weekday() in wanted]


def test_the_days_are_those_that_were_planned_and_the_first_is_the_start() -> None:
    found = occurrences(calendar_text(WHAT, DAYS, NOW))
    assert [f"{day:%a %d %H:%M}" for day in found] == [
        "Fri 27 18:00",
        "Mon 30 18:00",
        "Wed 02 18:00",
        "Fri 04 18:00",
        "Mon 07 18:00",
        "Wed 09 18:00",
    ]


def test_times_are_local_and_only_the_stamp_is_in_utc() -> None:
    text = calendar_text(WHAT, DAYS, NOW)
    assert value(text, "DTSTART") == "20261127T180000"
    assert value(text, "DTSTAMP") == "20261125T210000Z"
    assert "TZID" not in text


def test_the_uid_is_that_of_the_routine_whatever_is_planned() -> None:
    later = PlannedDays(frozenset({6}), time(9, 0), date(2027, 1, 1))
    uid = value(calendar_text(WHAT, DAYS, NOW), "UID")
    assert value(calendar_text(WHAT, later, NOW + timedelta(days=9)), "UID") == uid
    other = Planned("tight", "For stiffness", 8, ())
    assert value(calendar_text(other, DAYS, NOW), "UID") != uid


def test_an_alarm_is_there_only_when_it_is_asked_for() -> None:
    assert "VALARM" not in calendar_text(WHAT, DAYS, NOW)
    with_alarm = PlannedDays(frozenset({1}), time(7, 30), date(2026, 11, 26), remind_minutes=10)
    names = properties(calendar_text(WHAT, with_alarm, NOW))
    begin, end = names.index(("BEGIN", "VALARM")), names.index(("END", "VALARM"))
    assert dict(names[begin:end])["TRIGGER"] == "-PT10M"
    assert names.index(("BEGIN", "VEVENT")) < begin < end < names.index(("END", "VEVENT"))


@settings(deadline=None, max_examples=60)
@given(
    name=st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=120),
    weekdays=st.sets(st.integers(0, 6), min_size=1),
    first=st.dates(date(2020, 1, 1), date(2090, 1, 1)),
    weeks=st.integers(1, MOST_WEEKS),
)
def test_any_name_comes_back_and_every_week_has_every_day(
    name: str, weekdays: set[int], first: date, weeks: int
) -> None:
    days = PlannedDays(frozenset(weekdays), time(6, 15), first, weeks)
    text = calendar_text(Planned("own_1", name, 9, ()), days, NOW)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert plain(value(text, "SUMMARY")) == "".join(c for c in name if c.isprintable())
    found = occurrences(text)
    assert len(found) == weeks * len(weekdays)
    assert found[0] == datetime.fromisoformat(value(text, "DTSTART"))
    assert first <= found[0].date()
    assert found[-1].date() < first + timedelta(weeks=weeks)


@pytest.mark.parametrize(
    ("weekdays", "weeks", "remind", "said"),
    [
        (frozenset(), 2, None, "at least one day"),
        (frozenset({7}), 2, None, "at least one day"),
        (frozenset({1}), 0, None, "0 weeks; expected 1 to 52"),
        (frozenset({1}), 2, -5, "-5 minutes before; expected 0 to 1440"),
    ],
)
def test_what_no_calendar_can_hold_is_refused(
    weekdays: frozenset[int], weeks: int, remind: int | None, said: str
) -> None:
    with pytest.raises(UserError, match=said):
        PlannedDays(weekdays, time(8, 0), date(2026, 1, 1), weeks, remind)
