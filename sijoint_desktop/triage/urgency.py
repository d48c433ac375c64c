"""The five levels of urgency, from self-care to emergency, and their order."""

from collections.abc import Iterable
from enum import StrEnum


class Urgency(StrEnum):
    """How urgent something is; clinical brief, its opening. Members grow from mild to grave."""

    SELF_CARE = "self_care"  # normal plan and progression
    LIMITED = "self_care_limited"  # beginner doses for two weeks, filters on
    CLINICIAN = "clinician"  # be seen within 1-2 weeks, no exercises first
    URGENT = "urgent"  # the same day, or within 24-48 hours
    EMERGENCY = "emergency"  # ambulance, emergency department or maternity unit now

    @property
    def rank(self) -> int:
        """The place in the order of urgency, 0 for self-care to 4 for emergency."""
        return _ORDER.index(self)

    @property
    def locks(self) -> bool:
        """Tell whether plan, session start and practice are closed at this level."""
        return self.rank >= Urgency.CLINICIAN.rank


_ORDER = tuple(Urgency)


def highest(levels: Iterable[Urgency]) -> Urgency:
    """Return the most urgent of some levels; self-care where there is none."""
    return max(levels, key=lambda level: level.rank, default=Urgency.SELF_CARE)
