"""Puts everything on record into one list of lines in words, to look at, to sort and to filter."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any

from sijoint_desktop.core.dates import (
    clock_words,
    short_date,
    short_date_with_year,
    short_weekday,
    weekday_and_date,
)
from sijoint_desktop.core.language import mark, plural, tr
from sijoint_desktop.core.search import holds_all, plain
from sijoint_desktop.history.archive import Item
from sijoint_desktop.history.entries import (
    Activity,
    ActivityScore,
    BeltDay,
    CheckRecord,
    Clearance,
    Dated,
    HurtEvent,
    Mark,
    PainEntry,
    PainKind,
    Pause,
    PauseKind,
    PlanChange,
    PlanPause,
    Rescreen,
)
from sijoint_desktop.history.records import Origin, SessionRecord, SessionStatus
from sijoint_desktop.history.safety import Readable

_STATUS_WORDS = {
    SessionStatus.COMPLETED: "",
    SessionStatus.ENDED_EARLY: mark("ended early", "session"),
    SessionStatus.RUNNING: mark("not finished", "session"),
}
_PAUSE_WORDS = {
    PauseKind.REST: mark("Days off"),
    PauseKind.SICKNESS: mark("Days sick"),
    PauseKind.FLARE: mark("Easy days"),
}


class LineKind(StrEnum):
    """What a line tells of."""

    SESSION = "session"
    PAIN = "pain"
    NOTE = "note"
    SAFETY = "safety"

    @property
    def words(self) -> str:
        """What lines of the kind are called."""
        return tr(_KIND_WORDS[self])


_KIND_WORDS = {
    LineKind.SESSION: mark("Sessions"),
    LineKind.PAIN: mark("Pain"),
    LineKind.NOTE: mark("Notes and days"),
    LineKind.SAFETY: mark("Checks and plan"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list; pain scores are 0-10, or None where there is none.

    ``at`` is the moment on the person's own clock. ``pain`` is that before a session, or the score
    of an entry without one.
    """

    item: Item
    kind: LineKind
    at: datetime
    what: str
    details: str = ""
    pain: int | None = None
    worst: int | None = None
    after: int | None = None
    note: str = ""

    @property
    def when(self) -> str:
        """Day and time in words, such as "Sun 22 Nov 2026, 09:00"."""
        return moment_in_words(self.at)

    @property
    def text(self) -> str:
        """All words of the line, to search in."""
        return " ".join((self.when, self.what, self.details, self.note))


def moment_in_words(at: datetime) -> str:
    """Return day and time in words, such as "Sun 22 Nov 2026, 09:00"."""
    day = weekday_and_date(short_weekday(at), short_date_with_year(at))
    return f"{day}, {clock_words(at)}"


def lines(
    sessions: Iterable[SessionRecord], entries: Readable, since: date | None = None
) -> list[Line]:
    """Return a line for everything that a person may want to look up, the newest first.

    What is older than ``since``, a local date, is left out.
    """
    first = since or date.min
    found = [_of_session(session) for session in sessions if session.local_date >= first]
    names = {each.id: each.name for each in entries.all(Activity)}
    words: dict[type[Dated], Callable[[Any], Line]] = {
        **_WORDS,
        ActivityScore: partial(_of_score, names),
    }
    for kind, word in words.items():
        found += [word(entry) for entry in entries.all(kind) if entry.local_date >= first]
    found.sort(key=lambda line: (line.at, line.item.id), reverse=True)
    return found


def matching(found: Iterable[Line], kinds: frozenset[LineKind], words: str = "") -> Iterator[Line]:
    """Yield the lines of these kinds (of all where empty) that hold every one of the words."""
    wanted = plain(words)
    for line in found:
        if kinds and line.kind not in kinds:
            continue
        if not wanted or holds_all(line.text, words):
            yield line


def _of_session(session: SessionRecord) -> Line:
    done = tr("{done} of {planned} done", done=len(session.reps), planned=session.planned_reps)
    parts = [_minutes(session.minutes), done, tr(_STATUS_WORDS[session.status], "session")]
    if session.origin is Origin.PAPER:
        parts = [done, tr("on paper")]
    return Line(
        item=session,
        kind=LineKind.SESSION,
        at=session.local_start,
        what=session.routine_name,
        details=", ".join(part for part in parts if part),
        pain=session.nrs_before,
        worst=session.nrs_worst,
        after=session.nrs_after,
        note=session.note,
    )


def _of_score(names: Mapping[str, str], score: ActivityScore) -> Line:
    name = names.get(score.activity_id, tr("An activity"))
    return _line(score, LineKind.NOTE, name, tr("{score} of 10", score=score.score))


def _of_pain(entry: PainEntry) -> Line:
    morning = entry.kind is PainKind.MORNING_AFTER
    return _line(
        entry,
        LineKind.PAIN,
        tr("Pain, morning after") if morning else tr("Pain"),
        tr("it woke you") if entry.woke else "",
        pain=entry.nrs,
        note=entry.note,
    )


def _of_hurt(hurt: HurtEvent) -> Line:
    signs = ((tr("sharp", "pain"), hurt.sharp), (tr("new numbness"), hurt.new_numbness))
    # the place is stored as the English line that was chosen
    place = tr(hurt.place) if hurt.place else ""
    parts = [place, *(word for word, there in signs if there)]
    details = ", ".join(part for part in parts if part)
    return _line(hurt, LineKind.PAIN, tr("That hurt"), details, pain=hurt.nrs)


def _of_belt(day: BeltDay) -> Line:
    minutes = _minutes(day.minutes) if day.minutes else ""
    return _line(day, LineKind.NOTE, tr("Belt worn"), minutes)


def _of_mark(mark: Mark) -> Line:
    return _line(mark, LineKind.NOTE, tr("Note"), note=mark.words)


def _of_pause(pause: Pause) -> Line:
    first, last = pause.first_day, pause.last_day
    if last is None:
        details = tr("from {first}, still open", first=short_date(first))
    else:
        details = tr("from {first} to {last}", first=short_date(first), last=short_date(last))
    return _line(pause, LineKind.NOTE, tr(_PAUSE_WORDS[pause.kind]), details)


def _of_check(check: CheckRecord) -> Line:
    return _line(check, LineKind.SAFETY, tr("Check", "noun"), "; ".join(check.reasons))


def _of_rescreen(rescreen: Rescreen) -> Line:
    yes = sum(rescreen.answers.values())
    details = tr("nothing new")
    if yes:
        details = plural(
            "{n} answered with yes or not sure", "{n} answered with yes or not sure", yes
        )
    return _line(rescreen, LineKind.SAFETY, tr("Questions before a session"), details)


def _of_clearance(clearance: Clearance) -> Line:
    details = tr("on {date}", date=short_date_with_year(clearance.seen_on))
    return _line(clearance, LineKind.SAFETY, tr("Seen and cleared"), details, note=clearance.note)


def _of_plan_pause(pause: PlanPause) -> Line:
    return _line(pause, LineKind.SAFETY, tr("Plan paused"), pause.reason)


def _of_plan_change(change: PlanChange) -> Line:
    what = tr("Dose moved up") if change.up else tr("Dose moved down")
    return _line(change, LineKind.SAFETY, what)


def _minutes(count: int) -> str:
    return tr("{minutes} min", minutes=count)


_WORDS: Mapping[type[Dated], Callable[[Any], Line]] = {
    PainEntry: _of_pain,
    HurtEvent: _of_hurt,
    BeltDay: _of_belt,
    Mark: _of_mark,
    Pause: _of_pause,
    CheckRecord: _of_check,
    Rescreen: _of_rescreen,
    Clearance: _of_clearance,
    PlanPause: _of_plan_pause,
    PlanChange: _of_plan_change,
}


def _line(entry: Dated, kind: LineKind, what: str, details: str = "", **more: Any) -> Line:
    return Line(entry, kind, entry.local_at, what, details, **more)
