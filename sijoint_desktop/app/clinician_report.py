"""The history on a page or two for a clinician, in the parts that the person chooses to show."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from statistics import median

from sijoint_desktop.app.report_material import Material
from sijoint_desktop.app.report_tables import (
    Parts,
    danger_signs_part,
    doses_part,
    paragraph,
    sides_part,
)
from sijoint_desktop.content.library import Library
from sijoint_desktop.core.dates import date_in_words, short_date_with_year, week_start
from sijoint_desktop.core.language import mark, number, plural, tr, whole_number
from sijoint_desktop.history.archive import Archive
from sijoint_desktop.history.consistency import days_with_exercise
from sijoint_desktop.history.entries import CheckRecord, Pause, PauseKind
from sijoint_desktop.history.ledger import line_of
from sijoint_desktop.history.records import SessionStatus
from sijoint_desktop.history.safety import standing_checks
from sijoint_desktop.history.series import average_sentence, pain_points, pain_sentence
from sijoint_desktop.sheet.model import Dots, Graph, Section, Sheet, Table
from sijoint_desktop.sheet.wording import FOOTER
from sijoint_desktop.triage.advice import HEADINGS
from sijoint_desktop.triage.question import Catalogue

_LEAST_DAYS = 14  # a graph of fewer days looks busier than they were
_MOST_POINTS = 120
_PAUSES = {
    PauseKind.REST: mark("Break for rest"),
    PauseKind.SICKNESS: mark("Break for sickness"),
    PauseKind.FLARE: mark("Break for a flare-up"),
}


class ReportPart(StrEnum):
    """The parts of the report; the values name them on the command line."""

    DATES = "dates"
    ADHERENCE = "adherence"
    PAIN = "pain"
    SIDES = "sides"
    DANGER_SIGNS = "danger-signs"
    DOSES = "doses"

    @property
    def words(self) -> str:
        """The heading of the part."""
        return tr(_HEADINGS[self])


_HEADINGS = {
    ReportPart.DATES: mark("At a glance"),
    ReportPart.ADHERENCE: mark("How often"),
    ReportPart.PAIN: mark("Pain"),
    ReportPart.SIDES: mark("Left and right"),
    ReportPart.DANGER_SIGNS: mark("Checks and danger signs"),
    ReportPart.DOSES: mark("Doses"),
}


def compose_clinician_report(
    archive: Archive,
    library: Library,
    catalogue: Catalogue,
    *,
    today: date,
    since: date | None = None,
    name: str = "",
    parts: frozenset[ReportPart] = frozenset(ReportPart),
    large_print: bool = False,
) -> Sheet:
    """Return the report of what was recorded from ``since`` on, or of everything, up to today.

    ``library`` names the exercises and ``catalogue`` the answers of checks.
    """
    seen = Material(archive, library, catalogue, since or date.min, today)
    sections = (
        Section(part.words, tuple(_MAKERS[part](seen))) for part in ReportPart if part in parts
    )
    who = " ".join(name.split())
    made = tr("Made on {date}.", date=date_in_words(today))
    return Sheet(
        title=tr("Exercise report"),
        subtitle=f"{who}. {made}" if who else made,
        aside=(tr("For a doctor or physiotherapist"),),
        stop_rules=(),
        blocks=(),
        log=None,
        footer=" ".join((tr("What the person recorded, not a clinician's findings."), tr(FOOTER))),
        large_print=large_print,
        sections=tuple(sections),
    )


def _dates(seen: Material) -> Parts:
    if seen.first is None:
        yield paragraph(tr("No session and no pain score was recorded in this time."))
        return
    days = len(days_with_exercise(seen.sessions))
    count = len(seen.sessions)
    counted = plural("{sessions} on {n} day", "{sessions} on {n} days", days, sessions=count)
    first, last = date_in_words(seen.first), date_in_words(seen.today)
    rows = [
        (tr("Time"), tr("{first} to {last}", first=first, last=last)),
        (tr("Sessions"), counted),
    ]
    if seen.sessions:
        latest = max(session.local_date for session in seen.sessions)
        rows.append((tr("Latest session"), date_in_words(latest)))
    scores = _scores(seen)
    if scores:
        words = tr(
            "{middle} in the middle, {best} at best, {worst} at worst",
            middle=number(median(scores)),
            best=min(scores),
            worst=max(scores),
        )
        rows.append((tr("All pain scores, 0-10"), words))
    checks = list(standing_checks(seen.all(CheckRecord)))
    if checks:
        check = max(checks, key=lambda each: each.local_at)
        found = f"{date_in_words(check.local_date)}: {tr(HEADINGS[check.level])}"
        rows.append((tr("Last check"), found))
    yield Table(("", ""), (0.3, 0.7), tuple(rows))


def _adherence(seen: Material) -> Parts:
    days = days_with_exercise(seen.sessions)
    if not days or seen.first is None:
        yield paragraph(tr("No session was recorded in this time."))
        return
    weeks = (week_start(seen.today) - week_start(min(days))).days // 7 + 1
    done = sum(len(session.reps) for session in seen.sessions)
    planned = sum(session.planned_reps for session in seen.sessions)
    early = sum(session.status is not SessionStatus.COMPLETED for session in seen.sessions)
    often = plural(
        "{days} in {n} week, {average} a week",
        "{days} in {n} weeks, {average} a week",
        weeks,
        days=len(days),
        average=number(len(days) / weeks, 1),
    )
    middle = number(median(session.minutes for session in seen.sessions))
    rows = [
        (tr("Days with exercise"), often),
        (tr("Minutes in a session"), tr("{minutes} in the middle", minutes=middle)),
        (tr("Sessions ended early"), _of(early, len(seen.sessions))),
    ]
    if planned:
        rows.append((tr("Repetitions"), _share_words(done, planned)))
    rows += [(tr(_PAUSES[pause.kind]), _span_words(pause)) for pause in seen.pauses]
    yield Table(("", ""), (0.3, 0.7), tuple(rows))


def _of(part: int, whole: int) -> str:
    return tr("{part} of {whole}", part=part, whole=whole)


def _share_words(done: int, planned: int) -> str:
    return tr(
        "{done} of {planned} planned ({share} %)",
        done=whole_number(done),
        planned=whole_number(planned),
        share=round(100 * min(1.0, done / planned)),
    )


def _span_words(pause: Pause) -> str:
    first = short_date_with_year(pause.first_day)
    if pause.last_day is None:
        return tr("{first} still open", first=first)
    return tr("{first} to {last}", first=first, last=short_date_with_year(pause.last_day))


def _pain(seen: Material) -> Parts:
    points = pain_points([line_of(session) for session in seen.sessions])
    if not _scores(seen):
        yield paragraph(tr("No pain score was recorded in this time."))
        return
    said = average_sentence(points) or pain_sentence(points)
    if said:
        yield paragraph(said)
    first = min(seen.first or seen.today, seen.today - timedelta(days=_LEAST_DAYS - 1))
    starts = [(_place(each.local_start, first), each) for each in seen.sessions]
    before = [(x, float(each.nrs_before)) for x, each in starts if each.nrs_before is not None]
    after = [(x, float(each.nrs_after)) for x, each in starts if each.nrs_after is not None]
    other = [(_place(each.local_at, first), float(each.nrs)) for each in seen.pains]
    dots = (
        Dots(tr("before a session"), _thinned(before), joined=True),
        Dots(tr("after a session"), _thinned(after), filled=True),
        Dots(tr("at other times"), _thinned(other)),
    )
    count = len(_scores(seen))
    words = plural("{n} pain score from 0 to 10.", "{n} pain scores from 0 to 10.", count)
    yield Graph(said or words, first, seen.today, tuple(each for each in dots if each.points))


def _thinned(points: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Return the points, or the medians of weeks or longer where they are too many to see."""
    for days in (0, 7, 28, 91, 364):
        found = _medians(points, days) if days else sorted(points)
        if len(found) <= _MOST_POINTS:
            break
    return tuple(found)


def _medians(points: list[tuple[float, float]], days: int) -> list[tuple[float, float]]:
    groups: defaultdict[int, list[float]] = defaultdict(list)
    for x, score in points:
        groups[int(x / days)].append(score)
    return [(group * days + 0.5, median(scores)) for group, scores in sorted(groups.items())]


def _place(moment: datetime, first: date) -> float:
    """Return where a moment lies, in days from the first one on the person's own clock."""
    return (moment.date() - first).days + moment.hour / 24 + moment.minute / 1440


def _scores(seen: Material) -> list[int]:
    told = [score for s in seen.sessions for score in (s.nrs_before, s.nrs_worst, s.nrs_after)]
    return [score for score in told if score is not None] + [pain.nrs for pain in seen.pains]


_MAKERS: Mapping[ReportPart, Callable[[Material], Parts]] = {
    ReportPart.DATES: _dates,
    ReportPart.ADHERENCE: _adherence,
    ReportPart.PAIN: _pain,
    ReportPart.SIDES: sides_part,
    ReportPart.DANGER_SIGNS: danger_signs_part,
    ReportPart.DOSES: doses_part,
}
