"""Makes the charts of what was done: one exercise over time, and left against right."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import partial

from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.language import mark, plural, tr, whole_number
from sijoint_desktop.core.side import Side, side_label
from sijoint_desktop.history.entries import HurtEvent
from sijoint_desktop.history.ledger import Effort
from sijoint_desktop.history.picture import (
    DAY_S,
    Bars,
    Curve,
    Detail,
    Picture,
    Points,
    Sign,
    Stop,
    Table,
    Value,
    broken_line,
    level,
    round_top,
)
from sijoint_desktop.history.series import AWAY_DAYS, Period, first_of, period_words
from sijoint_desktop.history.time_axis import day_start_s

SAME_SHARE = 0.1
"""Left and right count as about the same up to this share of the larger; a working choice."""

_SHARE = 0.7  # of its day or longer period that a bar is wide


class Measure(StrEnum):
    """What is counted of an exercise."""

    HELD = "held"
    REPS = "reps"


_IN_A_DAY = {
    Measure.HELD: mark("Seconds held in a day"),
    Measure.REPS: mark("Repetitions in a day"),
}
_COMPARED = {
    Measure.HELD: mark("Left {left} seconds held, right {right}: {compared}."),
    Measure.REPS: mark("Left {left} repetitions, right {right}: {compared}."),
}
_BOTH_SIDES = {
    Measure.HELD: mark("Left {left}, right {right} seconds held"),
    Measure.REPS: mark("Left {left}, right {right} repetitions"),
}


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount in one day or longer period, a day with the exercise on average."""

    first: date
    place_s: float
    value: float


def exercises_done(efforts: Iterable[Effort]) -> tuple[ExerciseId, ...]:
    """Return the exercises that were done, those with the most days first."""
    days: defaultdict[ExerciseId, set[date]] = defaultdict(set)
    for effort in efforts:
        days[effort.exercise_id].add(effort.local_date)
    return tuple(sorted(days, key=lambda each: (-len(days[each]), each)))


def exercise_picture(
    efforts: Sequence[Effort],
    exercise: ExerciseId,
    name: str,
    measure: Measure,
    *,
    first: date,
    today: date,
) -> Picture:
    """Return the chart of one exercise from ``first`` to ``today``, both included."""
    daily = _daily((each for each in efforts if each.exercise_id == exercise), measure)
    top, step = round_top(max(daily.values(), default=1.0))
    return Picture(
        title=name,
        sentence=_exercise_sentence(daily, measure),
        start=day_start_s(first),
        end=day_start_s(today + timedelta(days=1)),
        levels=tuple(
            level(partial(_exercise_detail, daily, measure, period), period.most_days)
            for period in Period
        ),
        table=partial(_exercise_table, efforts, exercise),
        top=top,
        step=step,
        legend=((Sign.SOLID, tr(_IN_A_DAY[measure])),),
    )


def sides_picture(
    efforts: Sequence[Effort],
    hurts: Sequence[HurtEvent],
    measure: Measure,
    *,
    first: date,
    today: date,
) -> Picture:
    """Return the chart of all exercises that have sides, left against right."""
    daily = {side: _daily((e for e in efforts if e.side is side), measure) for side in Side}
    top, step = round_top(max((max(d.values(), default=1.0) for d in daily.values()), default=1.0))
    return Picture(
        title=tr("Left against right"),
        sentence=sides_sentence(efforts, hurts, measure),
        start=day_start_s(first),
        end=day_start_s(today + timedelta(days=1)),
        levels=tuple(
            level(partial(_sides_detail, daily, measure, period), period.most_days)
            for period in Period
        ),
        table=partial(_sides_table, efforts),
        top=top,
        step=step,
        legend=((Sign.USUAL, side_label(Side.LEFT)), (Sign.SECOND, side_label(Side.RIGHT))),
    )


def sides_sentence(efforts: Iterable[Effort], hurts: Iterable[HurtEvent], measure: Measure) -> str:
    """Say how left compares with right, and on which side it hurt; empty without any sides."""
    total = dict.fromkeys(Side, 0.0)
    for effort in efforts:
        if effort.side is not None:
            total[effort.side] += _value(effort, measure)
    left, right = round(total[Side.LEFT]), round(total[Side.RIGHT])
    if not left and not right:
        return ""
    hurt = dict.fromkeys(Side, 0)
    for event in hurts:
        if event.side is not None:
            hurt[event.side] += 1
    words = tr(
        _COMPARED[measure],
        left=whole_number(left),
        right=whole_number(right),
        compared=_comparison(left, right),
    )
    if any(hurt.values()):
        on_left, on_right = times_word(hurt[Side.LEFT]), times_word(hurt[Side.RIGHT])
        told = tr("It hurt {left} on the left, {right} on the right.", left=on_left, right=on_right)
        words = f"{words} {told}"
    return words


def has_sides(efforts: Iterable[Effort]) -> bool:
    """Tell whether anything was done on one side."""
    return any(effort.side is not None for effort in efforts)


def _exercise_detail(daily: dict[date, float], measure: Measure, period: Period) -> Detail:
    amounts = _amounts(daily, period)
    width = period.days * DAY_S * _SHARE
    xs = tuple(each.place_s for each in amounts)
    values = tuple(each.value for each in amounts)
    stops = tuple(
        Stop(
            each.place_s,
            each.value,
            period_words(period, each.first),
            partial(_amount_words, each, measure, period),
        )
        for each in amounts
    )
    return Detail(bars=(Bars(xs, (0.0,) * len(xs), values, Sign.SOLID, width),), stops=stops)


def _sides_detail(daily: dict[Side, dict[date, float]], measure: Measure, period: Period) -> Detail:
    amounts = {side: _amounts(daily[side], period) for side in Side}
    curves: list[Curve] = []
    points: list[Points] = []
    for side, line, sign in (
        (Side.LEFT, Sign.USUAL, Sign.RING),
        (Side.RIGHT, Sign.SECOND, Sign.DIAMOND),
    ):
        runs = _runs(amounts[side], period)
        curves.append(broken_line(runs, line))
        xs = tuple(each.place_s for each in amounts[side])
        if period is Period.SESSION:  # longer ones would run into each other
            points.append(Points(xs, tuple(each.value for each in amounts[side]), sign))
    by_day = {side: {each.first: each for each in amounts[side]} for side in Side}
    stops = []
    for day in sorted(by_day[Side.LEFT].keys() | by_day[Side.RIGHT].keys()):
        found = {side: by_day[side].get(day) for side in Side}
        shown = found[Side.LEFT] or found[Side.RIGHT]
        if shown is not None:
            words = partial(_sides_words, found, measure)
            stops.append(Stop(shown.place_s, shown.value, period_words(period, day), words))
    return Detail(curves=tuple(curves), points=tuple(points), stops=tuple(stops))


def _runs(
    amounts: Sequence[_Amount], period: Period
) -> tuple[tuple[tuple[float, float], ...], ...]:
    runs: list[list[tuple[float, float]]] = []
    before: date | None = None
    for each in amounts:
        if before is None or (each.first - before).days > max(AWAY_DAYS, 2 * period.days):
            runs.append([])
        runs[-1].append((each.place_s, each.value))
        before = each.first
    return tuple(tuple(run) for run in runs)


def _daily(efforts: Iterable[Effort], measure: Measure) -> dict[date, float]:
    """Return the amount of every day with any, in order."""
    daily: defaultdict[date, float] = defaultdict(float)
    for effort in efforts:
        daily[effort.local_date] += _value(effort, measure)
    return dict(sorted(daily.items()))


def _amounts(daily: dict[date, float], period: Period) -> list[_Amount]:
    groups: dict[date, list[float]] = {}
    for day, value in daily.items():
        groups.setdefault(first_of(period, day), []).append(value)
    half = period.days * DAY_S / 2
    return [
        _Amount(first, day_start_s(first) + half, sum(values) / len(values))
        for first, values in groups.items()
    ]


def _value(effort: Effort, measure: Measure) -> float:
    return effort.held_s if measure is Measure.HELD else float(effort.reps)


def _exercise_sentence(daily: dict[date, float], measure: Measure) -> str:
    values = list(daily.values())
    if not values:
        return ""
    days = plural("{n} day", "{n} days", len(values))
    count = min(7, len(values) // 2)
    if count == 0:
        return tr("Done on {days}: {amount}.", days=days, amount=_amount(values[0], measure))
    first, last = (round(sum(part) / count) for part in (values[:count], values[-count:]))
    amount = _amount(first, measure)
    if first == last:
        words = tr("Done on {days}, with {amount} in a day at the start and now.")
    else:
        words = tr("Done on {days}, from {amount} in a day at the start to {last} now.")
    return words.format(days=days, amount=amount, last=last)


def _amount(value: float, measure: Measure) -> str:
    if measure is Measure.HELD:
        return plural("{n} second held", "{n} seconds held", round(value))
    return plural("{n} repetition", "{n} repetitions", round(value))


def _amount_words(amount: _Amount, measure: Measure, period: Period) -> str:
    words = _amount(amount.value, measure)
    if period is Period.SESSION:
        return words
    return tr("{amount} in a day, on average", amount=words)


def _sides_words(found: dict[Side, _Amount | None], measure: Measure) -> str:
    left, right = (
        tr("none", "amount") if each is None else f"{each.value:.0f}"
        for each in (found[Side.LEFT], found[Side.RIGHT])
    )
    return tr(_BOTH_SIDES[measure], left=left, right=right)


def _comparison(left: int, right: int) -> str:
    if abs(left - right) <= SAME_SHARE * max(left, right):
        return tr("about the same")
    return tr("more on the left") if left > right else tr("more on the right")


def times_word(count: int) -> str:
    """Return how often something was: never, once, twice, or so many times."""
    if count == 0:
        return tr("never")
    return tr("twice") if count == 2 else plural("once", "{n} times", count)


def _exercise_table(efforts: Sequence[Effort], exercise: ExerciseId) -> Table:
    rows = tuple(
        (each.local_date, _side_word(each.side), each.reps, round(each.held_s))
        for each in reversed(efforts)
        if each.exercise_id == exercise
    )
    return Table((tr("Date"), tr("Side"), tr("Repetitions"), tr("Seconds held")), rows)


def _sides_table(efforts: Sequence[Effort]) -> Table:
    days = sorted({each.local_date for each in efforts if each.side is not None}, reverse=True)
    daily = {
        (side, measure): _daily((e for e in efforts if e.side is side), measure)
        for side in Side
        for measure in Measure
    }
    columns = [daily[side, measure] for measure in Measure for side in Side]
    rows: list[tuple[Value, ...]] = [
        (day, *(round(column.get(day, 0.0)) for column in columns)) for day in days
    ]
    held = (tr("Held left"), tr("Held right"))
    counted = (tr("Repetitions left"), tr("Repetitions right"))
    return Table((tr("Date"), *held, *counted), tuple(rows))


def _side_word(side: Side | None) -> str:
    return tr("Both", "sides") if side is None else side_label(side)
