"""What a picture of a motion shows: a row of its clip, what it moves towards, and the breath."""

import math
from dataclasses import dataclass

from sijoint_desktop.motion.model import Breath
from sijoint_desktop.motion.timeline import Phase

_FREE_BREATH_S = 4.0
"""Length of an easy breath where the exercise asks for none: 15 a minute."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A row, the stretch of rows it is on its way through, and the breath.

    ``breath`` is -1 (out) to 1 (in). Without a stretch nothing moves: no arrows and no ghost.
    """

    row: float
    start: float = 0.0
    stop: float = 0.0
    breath: float = 0.0

    @property
    def moving(self) -> bool:
        """Tell whether the moment is part of a move."""
        return self.start != self.stop

    @property
    def share(self) -> float:
        """How much of the move is done, 0 to 1."""
        if not self.moving:
            return 0.0
        return min(max((self.row - self.start) / (self.stop - self.start), 0.0), 1.0)


def breath_at(phase: Phase, t: float) -> float:
    """Return how full the chest is at a time within a phase: -1 after breathing out, 1 after in."""
    inside = t - phase.start_s
    if phase.breath is Breath.FREE:
        return -math.cos(2.0 * math.pi * inside / _FREE_BREATH_S) * 0.6
    share = min(max(inside / max(phase.duration_s, 1e-6), 0.0), 1.0)
    eased = share * share * (3.0 - 2.0 * share)
    return 2.0 * eased - 1.0 if phase.breath is Breath.IN else 1.0 - 2.0 * eased
