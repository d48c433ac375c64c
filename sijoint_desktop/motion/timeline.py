"""When each phase of an exercise happens for a given dose, and which row of its clip is then shown.

Row numbers depend on the motion alone: every move has its own stretch of rows with the easing
baked in, and a hold stands on one row. A longer hold or a slower tempo therefore shows the same
clip at other times, and nothing is baked again.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.model import Breath, MotionSpec, Role, Row, Section

__all__ = ["Breath", "Phase", "PhaseKind", "Role", "Section", "Timeline", "build_timeline"]

ROWS_PER_SECOND = 40
"""How finely moves are baked; at 1.5 m/s and 5 m/s2 a straight line between two rows is off by
less than a millimetre."""

_NOMINAL_MOVE_S = 2.4
"""The length at which a move whose time the dose sets is baked."""


class PhaseKind(StrEnum):
    """Whether the figure moves, holds the effort, or rests."""

    MOVE = "move"
    HOLD = "hold"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Phase:
    """A named stretch of time; ``row_start`` to ``row_end`` of the clip pass evenly in it."""

    name: str
    kind: PhaseKind
    section: Section
    role: Role
    breath: Breath
    start_s: Seconds
    end_s: Seconds
    row_start: float
    row_end: float

    @property
    def duration_s(self) -> Seconds:
        """The length of the phase."""
        return Seconds(self.end_s - self.start_s)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The phases of an exercise, or of one section of it, without gaps from 0 to its end."""

    phases: tuple[Phase, ...]
    duration_s: Seconds
    loop: bool

    def wrap(self, t: float) -> float:
        """Return the time inside the timeline: wrapped where it loops, else held at its ends."""
        if self.loop and self.duration_s > 0:
            return t % self.duration_s
        return min(max(t, 0.0), self.duration_s)

    def phase_at(self, t: float) -> Phase:
        """Return the phase at a time in seconds; on a boundary the one that begins there."""
        starts = [phase.start_s for phase in self.phases]
        return self.phases[max(bisect_right(starts, self.wrap(t)) - 1, 0)]

    def row_at(self, t: float) -> float:
        """Return the row of the clip to show at a time in seconds."""
        phase, inside = self.phase_at(t), self.wrap(t)
        share = min((inside - phase.start_s) / phase.duration_s, 1.0)
        return phase.row_start + share * (phase.row_end - phase.row_start)


def row_counts(spec: MotionSpec) -> tuple[int, ...]:
    """Return how many rows of the clip each timeline row's move takes; 0 for the first.

    Where the dose sets the time of a sweep through via poses, its parts are of equal length.
    """
    counts = [0]
    for sweep in _sweeps(spec.rows[1:]):
        for row in sweep:
            seconds = _NOMINAL_MOVE_S / len(sweep) if isinstance(row.move, Role) else row.move
            counts.append(max(round(seconds * ROWS_PER_SECOND), 8))
    return tuple(counts)


def _sweeps(rows: tuple[Row, ...]) -> Iterator[list[Row]]:
    sweep: list[Row] = []
    for row in rows:
        sweep.append(row)
        if not row.via:
            yield sweep
            sweep = []


def build_timeline(
    spec: MotionSpec,
    *,
    effort_s: float,
    return_s: float,
    pause_s: float,
    hold_s: float,
    section: Section | None = None,
) -> Timeline:
    """Lay the phases out in time for the seconds of a dose, or those of one section only.

    Phases of no length are left out. Raises ValueError where a move would take no time.
    """
    dose = {
        Role.EFFORT: effort_s,
        Role.RETURN: return_s,
        Role.PAUSE: pause_s,
        Role.HOLD: hold_s,
    }
    phases: list[Phase] = []
    now = 0.0
    for draft in _drafts(spec, dose):
        if section is not None and draft.section is not section:
            continue
        if draft.seconds <= 0:
            if draft.kind is PhaseKind.MOVE:
                raise ValueError(f"the move {draft.name} would take {draft.seconds:g} s")
            continue
        phases.append(draft.at(now))
        now += draft.seconds
    loop = spec.loop if section is None else section is Section.REPEAT
    return Timeline(tuple(phases), Seconds(now), loop)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A phase that does not know yet when it starts."""

    name: str
    kind: PhaseKind
    section: Section
    role: Role
    breath: Breath
    seconds: float
    row_start: int
    row_end: int

    def at(self, start: float) -> Phase:
        return Phase(
            self.name,
            self.kind,
            self.section,
            self.role,
            self.breath,
            Seconds(start),
            Seconds(start + self.seconds),
            float(self.row_start),
            float(self.row_end),
        )


def _drafts(spec: MotionSpec, dose: dict[Role, float]) -> Iterator[_Draft]:
    at = begun = 0  # the clip's row now, and where the phase under way began
    seconds = 0.0
    for row, count in zip(spec.rows, row_counts(spec), strict=True):
        at += count
        if isinstance(row.move, Role):
            seconds = dose[row.move]  # of the whole sweep, whatever the number of its parts
        elif count:
            seconds += row.move
        if row.via and not row.phase:
            continue
        if count:
            yield _move(row, seconds, begun, at)
        yield _hold(row, _length(row.hold, dose), at)
        begun, seconds = at, 0.0


def _length(value: Seconds | Role, dose: dict[Role, float]) -> float:
    return dose[value] if isinstance(value, Role) else value


def _role(value: Seconds | Role) -> Role:
    return value if isinstance(value, Role) else Role.OTHER


def _move(row: Row, seconds: float, begun: int, at: int) -> _Draft:
    kind, role = PhaseKind.MOVE, _role(row.move)
    return _Draft(row.phase, kind, row.section, role, row.breath, seconds, begun, at)


def _hold(row: Row, seconds: float, at: int) -> _Draft:
    kind = PhaseKind.REST if row.rest or row.hold is Role.PAUSE else PhaseKind.HOLD
    role = _role(row.hold)
    return _Draft(row.hold_phase, kind, row.section, role, row.hold_breath, seconds, at, at)
