"""What happened beside sessions that a chart marks: checks, plan, pauses, belt, notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from sijoint_desktop.core.language import mark, plural, tr
from sijoint_desktop.history.entries import (
    BeltDay,
    CheckRecord,
    Dated,
    Mark,
    Pause,
    PauseKind,
    PlanChange,
)
from sijoint_desktop.history.ledger import Ledger, place_s
from sijoint_desktop.history.picture import Flag, Sign, Stretch
from sijoint_desktop.history.safety import standing_checks
from sijoint_desktop.history.time_axis import day_start_s
from sijoint_desktop.triage.urgency import Urgency

_LEVEL_WORDS = {
    Urgency.SELF_CARE: mark("Check: exercise at home"),
    Urgency.LIMITED: mark("Check: exercise at home, with limits"),
    Urgency.CLINICIAN: mark("Check: see someone first"),
    Urgency.URGENT: mark("Check: get medical advice"),
    Urgency.EMERGENCY: mark("Check: get emergency help"),
}
_CHART = "chart"  # the context of words in a narrow place on one
_PAUSE_WORDS = {
    PauseKind.FLARE: mark("Flare-up", "chart"),
    PauseKind.SICKNESS: mark("sick", "chart"),
    PauseKind.REST: mark("rest", "chart"),
}


@dataclass(frozen=True, slots=True)
class Happenings:
    """What happened in a time, each kind the oldest first."""

    checks: tuple[CheckRecord, ...] = ()
    changes: tuple[PlanChange, ...] = ()
    pauses: tuple[Pause, ...] = ()
    belt_days: tuple[BeltDay, ...] = ()
    marks: tuple[Mark, ...] = ()

    def since(self, first: date) -> "Happenings":
        """Return what happened from a day on."""
        return Happenings(
            checks=tuple(each for each in self.checks if each.local_date >= first),
            changes=tuple(each for each in self.changes if each.local_date >= first),
            pauses=tuple(each for each in self.pauses if _touches(each, first, date.max)),
            belt_days=tuple(each for each in self.belt_days if each.local_date >= first),
            marks=tuple(each for each in self.marks if each.local_date >= first),
        )


NOTHING = Happenings()


def read_happenings(ledger: Ledger, first: date, last: date) -> Happenings:
    """Return what happened between two days, both included; raises UserError as the ledger does."""
    pauses = ledger.entries(Pause, date.min, date.max)  # one may have begun long before
    return Happenings(
        checks=_standing(ledger.entries(CheckRecord, first, last)),
        changes=ledger.entries(PlanChange, first, last),
        pauses=tuple(each for each in pauses if _touches(each, first, last)),
        belt_days=ledger.entries(BeltDay, first, last),
        marks=ledger.entries(Mark, first, last),
    )


def flags(happenings: Happenings) -> tuple[Flag, ...]:
    """Return the marks above the chart, in order of time."""
    found = [
        *(Flag(_x(each), Sign.SQUARE, tr(_LEVEL_WORDS[each.level])) for each in happenings.checks),
        *(_change(each) for each in happenings.changes),
        *(Flag(_x(each), Sign.FLAG, each.words) for each in happenings.marks),
    ]
    return tuple(sorted(found, key=lambda flag: flag.x))


def belt_flags(happenings: Happenings) -> tuple[Flag, ...]:
    """Return the days on which the belt was worn, at their noon."""
    return tuple(
        Flag(day_start_s(day.local_date) + 43_200, Sign.BELT, _belt_words(day))
        for day in happenings.belt_days
    )


def stretches(happenings: Happenings, today: date) -> Iterator[Stretch]:
    """Yield the pauses as stretches of time; one that is still open lasts until today."""
    for pause in happenings.pauses:
        last = max(pause.first_day, pause.last_day or today)
        yield Stretch(
            day_start_s(pause.first_day),
            day_start_s(last + timedelta(days=1)),
            tr(_PAUSE_WORDS[pause.kind], _CHART),
            grounded=pause.kind is PauseKind.FLARE,
        )


def _standing(checks: tuple[CheckRecord, ...]) -> tuple[CheckRecord, ...]:
    return tuple(sorted(standing_checks(checks), key=lambda check: (check.at, check.id)))


def _touches(pause: Pause, first: date, last: date) -> bool:
    return pause.first_day <= last and (pause.last_day is None or pause.last_day >= first)


def _change(change: PlanChange) -> Flag:
    sign, words = (Sign.UP, tr("Moved up")) if change.up else (Sign.DOWN, tr("Eased off"))
    return Flag(_x(change), sign, words)


def _belt_words(day: BeltDay) -> str:
    if day.minutes is None:
        return tr("Belt worn")
    return plural("Belt worn for {n} minute", "Belt worn for {n} minutes", day.minutes)


def _x(entry: Dated) -> float:
    return place_s(entry.at, entry.utc_offset_minutes)
