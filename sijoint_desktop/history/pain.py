"""Makes the chart of pain over time: points, usual pain, daily band, gaps and marks."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from datetime import time as clock
from functools import partial

from sijoint_desktop.core.dates import clock_words
from sijoint_desktop.core.language import mark, plural, tr
from sijoint_desktop.history.entries import PainKind
from sijoint_desktop.history.happenings import NOTHING, Happenings, belt_flags, flags, stretches
from sijoint_desktop.history.ledger import Score, SessionLine
from sijoint_desktop.history.picture import (
    DAY_S,
    Bars,
    Detail,
    Flag,
    Picture,
    Points,
    Sign,
    Stop,
    Stretch,
    Table,
    broken_line,
    level,
)
from sijoint_desktop.history.series import (
    PainPoint,
    Period,
    average_sentence,
    chance_band,
    first_of,
    gaps,
    grouped,
    middle,
    pain_points,
    pain_sentence,
    period_words,
    usual_pain,
)
from sijoint_desktop.history.time_axis import day_at, day_start_s

_BELT_Y = 0.15
_MARK = "mark"  # the context of the names of marks
_SIGNS = {
    Sign.SQUARE: mark("Check", "mark"),
    Sign.UP: mark("Moved up", "mark"),
    Sign.DOWN: mark("Eased off", "mark"),
    Sign.FLAG: mark("Your note", "mark"),
    Sign.BELT: mark("Belt worn", "mark"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """The pain of one span as it was told: points of sessions, scores beside them, happenings."""

    points: tuple[PainPoint, ...]
    scores: tuple[Score, ...]
    happenings: Happenings = NOTHING

    @property
    def empty(self) -> bool:
        """Tell whether no score is known."""
        return not self.points and not self.scores

    @property
    def first_day(self) -> date:
        """The day of the first score."""
        days = [point.local_date for point in self.points[:1]]
        return min(days + [score.local_date for score in self.scores[:1]])


@dataclass(slots=True)
class _Time:
    """What lies in one day, week, month or year."""

    points: list[PainPoint] = field(default_factory=list)
    scores: list[Score] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)

    def known(self) -> list[int]:
        told = [nrs for p in self.points for nrs in (p.before, p.worst, p.after) if nrs is not None]
        return told + [score.nrs for score in self.scores]


def told(
    lines: Iterable[SessionLine], scores: Iterable[Score], happenings: Happenings = NOTHING
) -> Told:
    """Return what was told of pain, in order of time."""
    ordered = sorted(scores, key=lambda score: (score.local_s, score.nrs))
    return Told(pain_points(lines), tuple(ordered), happenings)


def pain_picture(pain: Told, first: date, today: date) -> Picture:
    """Return the chart of pain, 0 to 10, from ``first`` to ``today``, both included."""
    marks = (*flags(pain.happenings), *belt_flags(pain.happenings))
    paused = tuple(stretches(pain.happenings, today))
    away = tuple(
        Stretch(gap.start_s, gap.end_s, tr("away", "chart"))
        for gap in gaps(pain.points)
        if not any(pause.start < gap.end_s and pause.end > gap.start_s for pause in paused)
    )
    sentence = average_sentence(pain.points) or pain_sentence(pain.points)
    return Picture(
        title=tr("Pain, 0 to 10"),
        sentence=sentence,
        start=day_start_s(first),
        end=day_start_s(today + timedelta(days=1)),
        levels=tuple(
            level(partial(_detail, pain, period, marks), period.most_days) for period in Period
        ),
        table=lambda: _table(pain, marks),
        legend=_legend(pain, marks),
        flags=tuple(mark for mark in marks if mark.sign is not Sign.BELT),
        stretches=(*paused, *away),
        band=chance_band(pain.points),
    )


def _detail(pain: Told, period: Period, marks: Sequence[Flag]) -> Detail:
    points = grouped(pain.points, period)
    times = _times(pain, period, marks)
    width = period.days * DAY_S
    daily = [(day_start_s(day) + width / 2, time.known()) for day, time in times.items()]
    bands = [(x, min(known), max(known)) for x, known in daily if len(known) > 1]
    runs = tuple(tuple((v.local_s, v.value) for v in run) for run in usual_pain(points))
    belts = sorted({mark.x for mark in marks if mark.sign is Sign.BELT})
    return Detail(
        bars=(
            _bars(bands, Sign.WASH, width),
            _bars(_reaches(points) if period.days < 30 else (), Sign.BEFORE_WORST),
        ),
        curves=(broken_line(runs),),
        points=(
            _marks([(x, _BELT_Y) for x in belts], Sign.BELT, period),
            _marks(_loose(pain.scores, PainKind.FREE), Sign.DOT, period),
            _marks(_of(points, "after"), Sign.DISC),
            _marks(_loose(pain.scores, PainKind.MORNING_AFTER), Sign.DIAMOND, period),
            _marks(_of(points, "before"), Sign.RING, period),
        ),
        stops=tuple(_stop(day, time, period) for day, time in times.items()),
    )


def _times(pain: Told, period: Period, marks: Sequence[Flag]) -> dict[date, _Time]:
    """Return what lies in each day or longer period that holds anything, in order."""
    times: defaultdict[date, _Time] = defaultdict(_Time)
    for point in pain.points:
        times[first_of(period, point.local_date)].points.append(point)
    for score in pain.scores:
        times[first_of(period, score.local_date)].scores.append(score)
    for flag in marks if period is Period.SESSION else ():
        times[day_at(flag.x)].flags.append(flag)
    return dict(sorted(times.items()))


def _bars(found: Sequence[tuple[float, int, int]], sign: Sign, width: float = 0.0) -> Bars:
    return Bars(
        tuple(x for x, _low, _high in found),
        tuple(float(low) for _x, low, _high in found),
        tuple(float(high) for _x, _low, high in found),
        sign,
        width,
    )


def _reaches(points: Sequence[PainPoint]) -> list[tuple[float, int, int]]:
    return [
        (point.local_s, point.before, point.worst)
        for point in points
        if point.before is not None and point.worst is not None and point.worst > point.before
    ]


def _of(points: Sequence[PainPoint], which: str) -> list[tuple[float, int]]:
    scored = ((point.local_s, getattr(point, which)) for point in points)
    return [(x, nrs) for x, nrs in scored if nrs is not None]


def _loose(scores: Sequence[Score], kind: PainKind) -> list[tuple[float, int]]:
    return [(score.local_s, score.nrs) for score in scores if score.kind is kind]


def _marks(
    places: Sequence[tuple[float, float]], sign: Sign, period: Period = Period.SESSION
) -> Points:
    if period is not Period.SESSION:  # single scores would run into each other
        return Points((), (), sign)
    return Points(tuple(x for x, _y in places), tuple(float(y) for _x, y in places), sign)


def _stop(day: date, time: _Time, period: Period) -> Stop:
    places = [(p.local_s, p.before if p.before is not None else p.after) for p in time.points]
    places += [(score.local_s, score.nrs) for score in time.scores]
    known = [(x, nrs) for x, nrs in places if nrs is not None]
    x, y = known[0] if known else (time.flags[0].x if time.flags else day_start_s(day), 0)
    if period is not Period.SESSION:
        x = day_start_s(day) + period.days * DAY_S / 2
        usual = middle(p.before for p in time.points)
        y = y if usual is None else usual
    return Stop(x, float(y), period_words(period, day), lambda: _time_words(time, period))


def _time_words(time: _Time, period: Period) -> str:
    """Say what lies in a day, line by line; of a longer period the medians."""
    if period is not Period.SESSION:
        count = len(time.points)
        usual = _words(
            middle(p.before for p in time.points),
            middle(p.worst for p in time.points),
            middle(p.after for p in time.points),
        )
        known = time.known()
        low, high = min(known), max(known)
        lines = [tr("All scores from {lowest} to {highest}", lowest=low, highest=high)]
        if count:
            in_all = plural(
                "{scores} in {n} session", "{scores} in {n} sessions", count, scores=usual
            )
            lines.insert(0, in_all)
        return "\n".join(lines)
    said = [(p.local_s, _words(p.before, p.worst, p.after)) for p in time.points]
    said += [(score.local_s, _score_words(score)) for score in time.scores]
    said.sort()
    several = len(said) > 1
    lines = [f"{_clock(x)} {words}" if several else words for x, words in said]
    return "\n".join([*lines, *(flag.words for flag in time.flags)])


def _words(before: int | None, worst: int | None, after: int | None) -> str:
    given = {"before": before, "worst": worst, "after": after}
    known = tuple(name for name, nrs in given.items() if nrs is not None)
    return tr(_SCORES[known], **given) if known else ""


_SCORES = {
    ("before",): mark("Before {before}"),
    ("worst",): mark("Worst {worst}"),
    ("after",): mark("After {after}"),
    ("before", "worst"): mark("Before {before}, worst {worst}"),
    ("before", "after"): mark("Before {before}, after {after}"),
    ("worst", "after"): mark("Worst {worst}, after {after}"),
    ("before", "worst", "after"): mark("Before {before}, worst {worst}, after {after}"),
}
"""The words for the scores that are known."""


def _score_words(score: Score) -> str:
    if score.kind is PainKind.MORNING_AFTER:
        return tr("Morning after {nrs}", nrs=score.nrs)
    return tr("Pain {nrs}", nrs=score.nrs)


def _clock(local_s: float) -> str:
    minutes = int(local_s % DAY_S // 60)
    return clock_words(clock(minutes // 60, minutes % 60))


def _legend(pain: Told, marks: Sequence[Flag]) -> tuple[tuple[Sign, str], ...]:
    kinds = {score.kind for score in pain.scores}
    seen = {mark.sign for mark in marks}
    items = [
        (Sign.USUAL, tr("Usual before"), any(p.before is not None for p in pain.points)),
        (Sign.BEFORE_WORST, tr("Before to worst"), bool(pain.points)),
        (Sign.DISC, tr("After", "score"), any(point.after is not None for point in pain.points)),
        (Sign.DIAMOND, tr("Morning after"), PainKind.MORNING_AFTER in kinds),
        (Sign.DOT, tr("Other times"), PainKind.FREE in kinds),
        (Sign.WASH, tr("Lowest to highest"), True),
        (Sign.BAND, tr("Can be chance"), chance_band(pain.points) is not None),
        *((sign, tr(word, _MARK), sign in seen) for sign, word in _SIGNS.items()),
    ]
    return tuple((sign, word) for sign, word, there in items if there)


def _table(pain: Told, marks: Sequence[Flag]) -> Table:
    session = tr("Session")
    rows: list[tuple[float, tuple[str | int | date | None, ...]]] = [
        (p.local_s, (p.local_date, _clock(p.local_s), p.before, p.worst, p.after, None, session))
        for p in pain.points
    ]
    rows += [
        (s.local_s, (s.local_date, _clock(s.local_s), None, None, None, s.nrs, _kind_words(s)))
        for s in pain.scores
    ]
    rows += [(mark.x, (day_at(mark.x), "", *[None] * 4, mark.words)) for mark in marks]
    rows.sort(key=lambda row: row[0], reverse=True)
    headings = (
        *(tr("Date"), tr("Time"), tr("Before", "score"), tr("Worst", "score")),
        *(tr("After", "score"), tr("Pain"), tr("What")),
    )
    return Table(headings, tuple(row for _x, row in rows))


def _kind_words(score: Score) -> str:
    if score.kind is PainKind.MORNING_AFTER:
        return tr("Morning after")
    return tr("Without a session")
