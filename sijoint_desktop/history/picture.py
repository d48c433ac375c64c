"""A chart as data: what is drawn, what is read out, and the same as a table and in one sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from math import inf, nan

DAY_S = 86_400.0
Value = str | int | float | date | None


class Sign(StrEnum):
    """A mark of a chart or the calendar, the same in the picture and in its legend."""

    USUAL = "usual"  # thick line
    SECOND = "second"  # dashed line
    BEFORE_WORST = "before_worst"  # ring with a bar
    RING = "ring"
    DISC = "disc"
    DIAMOND = "diamond"
    SQUARE = "square"
    DOT = "dot"
    UP = "up"  # triangle
    DOWN = "down"
    FLAG = "flag"
    BELT = "belt"
    WASH = "wash"  # pale ground behind points
    PALE = "pale"  # pale bar
    SOLID = "solid"  # bar
    OUTLINE = "outline"  # empty bar
    BAND = "band"  # across the whole chart
    DONE = "done"
    PARTLY = "partly"
    MISSED = "missed"
    FLARE = "flare"
    REST = "rest"
    PLANNED = "planned"
    TODAY = "today"
    NONE = "none"  # nothing is drawn


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points in order of ``xs``; nan in ``ys`` breaks it."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    sign: Sign = Sign.USUAL

    def within(self, low: float, high: float) -> "Curve":
        """Return the part between two places, with one point beyond each so that it reaches."""
        part = _between(self.xs, low, high)
        return Curve(self.xs[part], self.ys[part], self.sign)


@dataclass(frozen=True, slots=True)
class Points:
    """Single marks, in order of ``xs``."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    sign: Sign

    def within(self, low: float, high: float) -> "Points":
        """Return the marks between two places, with one beyond each."""
        part = _between(self.xs, low, high)
        return Points(self.xs[part], self.ys[part], self.sign)


@dataclass(frozen=True, slots=True)
class Bars:
    """Upright bars in order of ``xs``, each ``width`` wide in the units of the axis.

    A width of 0 stands for a bar of the same few pixels at any zoom.
    """

    xs: tuple[float, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    sign: Sign
    width: float = 0.0

    def within(self, low: float, high: float) -> "Bars":
        """Return the bars between two places, with one beyond each."""
        part = _between(self.xs, low, high)
        return Bars(self.xs[part], self.lows[part], self.highs[part], self.sign, self.width)


@dataclass(frozen=True, slots=True)
class Flag:
    """A mark above the chart, with its words."""

    x: float
    sign: Sign
    words: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time with its word; ``grounded`` ones have a ground of their own, others only the word."""

    start: float
    end: float
    word: str
    grounded: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where pointer and arrow keys read out: where its dot is, and what to say there."""

    x: float
    y: float
    heading: str
    words: Callable[[], str]

    def __str__(self) -> str:
        return f"{self.heading}: {self.words()}"


@dataclass(frozen=True, slots=True)
class Detail:
    """Layers to draw, later ones above earlier ones, and where they are read out."""

    bars: tuple[Bars, ...] = ()
    curves: tuple[Curve, ...] = ()
    points: tuple[Points, ...] = ()
    stops: tuple[Stop, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """A detail for when up to ``most_days`` are in sight, made when it is first wanted."""

    make: Callable[[], Detail]
    most_days: float = inf


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a chart as headed rows; None is an empty cell."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """One chart. The axis runs from ``start`` to ``end``, and ``top`` is the highest value.

    ``levels`` go from fine to coarse. ``ticks`` are places with their words; without them the axis
    is one of time and can be zoomed. ``band`` lies across the whole width.
    """

    title: str
    sentence: str
    start: float
    end: float
    levels: tuple[Level, ...]
    table: Callable[[], Table]
    top: float = 10.0
    step: float = 2.0
    legend: tuple[tuple[Sign, str], ...] = ()
    flags: tuple[Flag, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    band: tuple[float, float] | None = None
    ticks: tuple[tuple[float, str], ...] = ()

    def __post_init__(self) -> None:
        if not self.start < self.end:
            raise ValueError(f"a chart is wider than nothing: {self.start} to {self.end}")
        if not self.levels:
            raise ValueError("a chart has at least one level")

    @property
    def in_time(self) -> bool:
        """Tell whether the axis is one of time."""
        return not self.ticks

    def detail(self, width: float) -> Detail:
        """Return the layers for when ``width`` of the axis is in sight."""
        days = width / DAY_S
        fitting = (each for each in self.levels if days <= each.most_days)
        return next(fitting, self.levels[-1]).make()


def level(make: Callable[[], Detail], most_days: float = inf) -> Level:
    """Return a level that makes its detail once and keeps it."""
    return Level(cache(make), most_days)


def broken_line(
    runs: tuple[tuple[tuple[float, float], ...], ...], sign: Sign = Sign.USUAL
) -> Curve:
    """Return a line through each run of points, with breaks between the runs."""
    xs: list[float] = []
    ys: list[float] = []
    for run in runs:
        xs += [x for x, _ in run] + [run[-1][0] if run else nan]
        ys += [y for _, y in run] + [nan]
    return Curve(tuple(xs), tuple(ys), sign)


def round_top(highest: float) -> tuple[float, float]:
    """Return the top of an axis at or above a value, and the step between its lines."""
    step = 1.0
    while step * 5 < highest:
        step *= 2 if str(step)[0] in "15" else 2.5
    return max(1.0, -(-highest // step)) * step, step


def _between(xs: tuple[float, ...], low: float, high: float) -> slice:
    return slice(max(0, bisect_left(xs, low) - 1), bisect_right(xs, high) + 1)
