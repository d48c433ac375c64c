"""Writes the planned days of a routine as a calendar file (iCalendar, RFC 5545).

Times are local and name no zone, so that six in the evening stays six in the evening on a journey
and when the clocks change. The same routine always has the same UID: a calendar that takes the file
in again moves the days instead of doubling them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from sijoint_desktop.content.library import Library
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Timings, routine_minutes

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""The names of RFC 5545, Monday first as in ``date.weekday``."""

MOST_WEEKS = 52
MOST_REMIND_MINUTES = 24 * 60
_NAMESPACE = UUID("5d0c7f3e-52c5-4d0a-9f0e-6a1a54f0b9c2")
_LINE_OCTETS = 75  # RFC 5545, section 3.1


@dataclass(frozen=True, slots=True)
class PlannedDays:
    """When a routine is planned: on weekdays (0 is Monday) at a local time, for some weeks.

    ``remind_minutes`` before the start an alarm shows; None for no alarm. Raises UserError for what
    no calendar can hold.
    """

    weekdays: frozenset[int]
    at: time
    first: date
    weeks: int = 12
    remind_minutes: int | None = None

    def __post_init__(self) -> None:
        if not self.weekdays or not self.weekdays <= set(range(7)):
            raise UserError(tr("no day was chosen; choose at least one day of the week"))
        if not 1 <= self.weeks <= MOST_WEEKS:
            found, most = self.weeks, MOST_WEEKS
            raise UserError(tr("{found} weeks; expected 1 to {most}", found=found, most=most))
        minutes = self.remind_minutes
        if minutes is not None and not 0 <= minutes <= MOST_REMIND_MINUTES:
            words = tr(
                "{found} minutes before; expected 0 to {most}",
                found=minutes,
                most=MOST_REMIND_MINUTES,
            )
            raise UserError(words)

    @property
    def start(self) -> datetime:
        """The first planned moment, without a zone."""
        ahead = min((day - self.first.weekday()) % 7 for day in self.weekdays)
        return datetime.combine(self.first + timedelta(days=ahead), self.at.replace(tzinfo=None))

    @property
    def last(self) -> datetime:
        """The end of the last day of the last week, without a zone."""
        end = self.first + timedelta(weeks=self.weeks, days=-1)
        return datetime.combine(end, time(23, 59, 59))


@dataclass(frozen=True, slots=True)
class Planned:
    """What is done on the planned days."""

    routine_id: str
    name: str
    minutes: int
    exercises: tuple[str, ...]


def planned_routine(routine: Routine, library: Library, timings: Timings | None = None) -> Planned:
    """Return what a calendar says of a routine; its minutes follow from the timings."""
    names = tuple(library.get(slot.exercise_id).name for slot in routine.slots)
    minutes = routine_minutes(routine, library, timings)
    return Planned(str(routine.id), routine.name, minutes, names)


def calendar_text(what: Planned, days: PlannedDays, now: datetime) -> str:
    """Return the text of the file, with the line ends that the format asks for.

    ``now`` is the present moment, aware.
    """
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//SI Joint Desktop//Planned days//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        f"UID:{uuid5(_NAMESPACE, what.routine_id)}",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART:{_local(days.start)}",
        f"DURATION:PT{max(what.minutes, 1)}M",
        f"RRULE:FREQ=WEEKLY;UNTIL={_local(days.last)};BYDAY={_by_day(days)};WKST=MO",
        f"SUMMARY:{_escaped(what.name)}",
        f"DESCRIPTION:{_escaped(_description(what))}",
        "TRANSP:OPAQUE",
        *_alarm(what, days),
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line))


def _alarm(what: Planned, days: PlannedDays) -> tuple[str, ...]:
    if days.remind_minutes is None:
        return ()
    return (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(what.name)}",
        f"TRIGGER:-PT{days.remind_minutes}M",
        "END:VALARM",
    )


def _by_day(days: PlannedDays) -> str:
    return ",".join(WEEKDAYS[day] for day in sorted(days.weekdays))


def _description(what: Planned) -> str:
    return "\n".join((*what.exercises, tr("Stop at once when pain is sharp or gets worse.")))


def _local(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S}"


def _escaped(text: str) -> str:
    for char, instead in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(char, instead)
    return "".join(char for char in text if char.isprintable())


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets; no letter is cut in two."""
    part = ""
    for char in line:
        if len(f"{part}{char}".encode()) > _LINE_OCTETS:
            yield part
            part = " "
        part += char
    yield part
