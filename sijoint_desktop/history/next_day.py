"""Compares pain on the day after a day with a session and after one without, claiming no cause."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from statistics import mean, median

from sijoint_desktop.core.language import number, plural, tr
from sijoint_desktop.history.consistency import days_with_exercise
from sijoint_desktop.history.ledger import Score, SessionLine
from sijoint_desktop.history.picture import (
    Bars,
    Detail,
    Picture,
    Points,
    Sign,
    Stop,
    Table,
    level,
)

LEAST_DAYS = 3
"""Fewer days of a kind are not compared."""

_HALF = 0.42  # of the place of one kind of day that the widest bar may take


@dataclass(frozen=True, slots=True)
class NextDay:
    """The first pain score (0-10) of every day after one with a session, and after one without."""

    with_session: tuple[tuple[date, int], ...] = ()
    without: tuple[tuple[date, int], ...] = ()

    @property
    def enough(self) -> bool:
        """Tell whether there are enough days of each kind to set them side by side."""
        return min(len(self.with_session), len(self.without)) >= LEAST_DAYS


def next_day(lines: Sequence[SessionLine], scores: Iterable[Score]) -> NextDay:
    """Return the first score of each day, by whether the day before it had a session.

    Days before the first session count for neither: nobody had begun yet.
    """
    done = days_with_exercise(lines)
    if not done:
        return NextDay()
    begun = min(done)
    first: dict[date, tuple[float, int]] = {}
    told = [(line.local_date, line.local_s, line.nrs_before) for line in lines]
    told += [(score.local_date, score.local_s, score.nrs) for score in scores]
    for day, place, nrs in told:
        if nrs is not None and (place, nrs) < first.get(day, (float("inf"), 0)):
            first[day] = (place, nrs)
    kinds: dict[bool, list[tuple[date, int]]] = {True: [], False: []}
    for day, (_place, nrs) in sorted(first.items()):
        before = day - timedelta(days=1)
        if before >= begun:
            kinds[before in done].append((day, nrs))
    return NextDay(tuple(kinds[True]), tuple(kinds[False]))


def next_day_sentence(compared: NextDay) -> str:
    """Say how the two kinds of days compare, with their counts, or what is still missing."""
    if not compared.enough:
        return tr(
            "This needs pain scores on at least {least} days after a session and {least} days "
            "after none. So far there are {first} and {second}.",
            least=LEAST_DAYS,
            first=len(compared.with_session),
            second=len(compared.without),
        )
    one, other = (
        number(mean(nrs for _day, nrs in days), 1)
        for days in (compared.with_session, compared.without)
    )
    return tr(
        "The day after a session, pain was {one} on average ({days} days); the day after none, "
        "{other} ({others} days). This does not say that one leads to the other.",
        one=one,
        days=len(compared.with_session),
        other=other,
        others=len(compared.without),
    )


def next_day_picture(compared: NextDay) -> Picture:
    """Return both kinds of days side by side: the wider a bar, the more days had that pain.

    Raises ValueError where there are too few days.
    """
    if not compared.enough:
        raise ValueError(f"fewer than {LEAST_DAYS} days of a kind are not compared")
    kinds = (
        (tr("After a session"), compared.with_session),
        (tr("After none"), compared.without),
    )
    bars: list[Bars] = []
    stops: list[Stop] = []
    medians: list[tuple[float, float]] = []
    for place, (name, days) in enumerate(kinds, start=1):
        counts = Counter(nrs for _day, nrs in days)
        most = max(counts.values())
        medians.append((float(place), median(nrs for _day, nrs in days)))
        for nrs, count in sorted(counts.items()):
            width = 2 * _HALF * count / most
            bars.append(Bars((float(place),), (nrs - 0.3,), (nrs + 0.3,), Sign.PALE, width))
            words = partial(_words, nrs, count)
            stops.append(Stop(float(place), float(nrs), name, words))
    xs, ys = zip(*medians, strict=True)
    detail = Detail(bars=tuple(bars), points=(Points(xs, ys, Sign.DISC),), stops=tuple(stops))
    return Picture(
        title=tr("The day after"),
        sentence=next_day_sentence(compared),
        start=0.4,
        end=2.6,
        levels=(level(lambda: detail),),
        table=partial(_table, compared),
        legend=((Sign.PALE, tr("Days with this pain")), (Sign.DISC, tr("Middle", "score"))),
        ticks=tuple(
            (float(place), plural("{kind} ({n} day)", "{kind} ({n} days)", len(days), kind=name))
            for place, (name, days) in enumerate(kinds, start=1)
        ),
    )


def _words(nrs: int, count: int) -> str:
    return plural("Pain {nrs} on {n} day", "Pain {nrs} on {n} days", count, nrs=nrs)


def _table(compared: NextDay) -> Table:
    rows = [(day, nrs, tr("Session")) for day, nrs in compared.with_session]
    rows += [(day, nrs, tr("No session")) for day, nrs in compared.without]
    return Table((tr("Date"), tr("Pain"), tr("The day before")), tuple(sorted(rows, reverse=True)))
