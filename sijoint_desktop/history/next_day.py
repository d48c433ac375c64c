"""Compares pain on the day after a day with a session and after one without, claiming no cause."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from statistics import mean, median

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

_NO_CAUSE = "This does not say that one leads to the other."
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
        have = f"{len(compared.with_session)} and {len(compared.without)}"
        return (
            f"This needs pain scores on at least {LEAST_DAYS} days after a session and "
            f"{LEAST_DAYS} days after none. So far there are {have}."
        )
    one, other = (
        f"{mean(nrs for _day, nrs in days):.1f}"
        for days in (compared.with_session, compared.without)
    )
    return (
        f"The day after a session, pain was {one} on average ({len(compared.with_session)} days); "
        f"the day after none, {other} ({len(compared.without)} days). {_NO_CAUSE}"
    )


def next_day_picture(compared: NextDay) -> Picture:
    """Return both kinds of days side by side: the wider a bar, the more days had that pain.

    Raises ValueError where there are too few days.
    """
    if not compared.enough:
        raise ValueError(f"fewer than {LEAST_DAYS} days of a kind are not compared")
    kinds = (("After a session", compared.with_session), ("After none", compared.without))
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
        title="The day after",
        sentence=next_day_sentence(compared),
        start=0.4,
        end=2.6,
        levels=(level(lambda: detail),),
        table=partial(_table, compared),
        legend=((Sign.PALE, "Days with this pain"), (Sign.DISC, "Middle")),
        ticks=tuple(
            (float(place), f"{name} ({len(days)} days)")
            for place, (name, days) in enumerate(kinds, start=1)
        ),
    )


def _words(nrs: int, count: int) -> str:
    return f"Pain {nrs} on {count} day{'' if count == 1 else 's'}"


def _table(compared: NextDay) -> Table:
    rows = [(day, nrs, "Session") for day, nrs in compared.with_session]
    rows += [(day, nrs, "No session") for day, nrs in compared.without]
    return Table(("Date", "Pain", "The day before"), tuple(sorted(rows, reverse=True)))
