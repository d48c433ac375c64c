"""Which part of a chart is in sight, and where in it one reads: values, without any window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sijoint_desktop.history.picture import DAY_S, Picture, Stop

LEAST_WIDTH = 5 * DAY_S
"""The closest that one can look, in the units of a time axis."""


@dataclass(frozen=True, slots=True)
class Sight:
    """The part from ``start`` to ``end`` of an axis that reaches from ``first`` to ``last``.

    It never leaves the axis, and is never narrower than ``least`` unless the axis is.
    """

    first: float
    last: float
    start: float
    end: float
    least: float

    def __post_init__(self) -> None:
        if not self.first <= self.start < self.end <= self.last:
            raise ValueError(f"not a part of the axis: {self!r}")

    @property
    def width(self) -> float:
        """How much of the axis is in sight."""
        return self.end - self.start

    @property
    def is_whole(self) -> bool:
        """Tell whether all of the axis is in sight."""
        return (self.start, self.end) == (self.first, self.last)

    def zoomed(self, factor: float, at: float | None = None) -> "Sight":
        """Bring ``factor`` times less into sight, around a place or around the middle."""
        middle = (self.start + self.end) / 2 if at is None else at
        before, after = (middle - self.start) / factor, (self.end - middle) / factor
        return self._of(middle - before, middle + after)

    def moved(self, by: float) -> "Sight":
        """Move along the axis, later where positive."""
        return self._of(self.start + by, self.end + by)

    def holding(self, place: float) -> "Sight":
        """Move along, if need be, so that a place is in sight."""
        if self.start <= place <= self.end:
            return self
        return self.moved(place - (self.start + self.end) / 2)

    def whole(self) -> "Sight":
        """Bring all of the axis into sight."""
        return replace(self, start=self.first, end=self.last)

    def _of(self, start: float, end: float) -> "Sight":
        axis = self.last - self.first
        width = min(axis, max(end - start, self.least))
        if width >= axis:
            return self.whole()
        start = min(max((start + end - width) / 2, self.first), self.last - width)
        return replace(self, start=start, end=min(self.last, start + width))


def sight_of(picture: Picture) -> Sight:
    """Return all of a picture in sight; one that is not of time cannot be zoomed."""
    start, end = picture.start, picture.end
    least = min(LEAST_WIDTH, end - start) if picture.in_time else end - start
    return Sight(start, end, start, end, least)


def nearest(stops: Sequence[Stop], x: float, y: float) -> Stop | None:
    """Return the stop nearest to ``x``, and of those at one place the one nearest to ``y``."""
    return min(stops, key=lambda stop: (abs(stop.x - x), abs(stop.y - y)), default=None)


def earlier(stops: Sequence[Stop], shown: Stop | None) -> Stop | None:
    """Return the stop before the one that is shown; from none, the last."""
    return _step(stops, shown, lambda place: max(0, place - 1))


def later(stops: Sequence[Stop], shown: Stop | None) -> Stop | None:
    """Return the stop after the one that is shown; from none, the last."""
    return _step(stops, shown, lambda place: min(len(stops) - 1, place + 1))


def _step(stops: Sequence[Stop], shown: Stop | None, to: Callable[[int], int]) -> Stop | None:
    if not stops:
        return None
    if shown is None:
        return stops[-1]
    here = nearest(stops, shown.x, shown.y)
    return stops[to(next(n for n, stop in enumerate(stops) if stop is here))]
