"""Which exercises go with which pattern, as its file states it; clinical brief b.3."""

from collections.abc import Mapping
from dataclasses import dataclass

from sijoint_desktop.content.fields import Bounds, line, lines, whole
from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.motion.table import Table
from sijoint_desktop.triage.parse import open_table
from sijoint_desktop.triage.pattern import PATTERNS, Profile

PREGNANT, AFTER_BIRTH = "pregnant", "after_birth"
"""Plans that come before every pattern."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a plan: its exercise, and what may stand in for it, the best first."""

    exercise: str
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanOutline:
    """The places of a plan in order of importance, and what does not go with it and why."""

    name: str
    places: tuple[Place, ...]
    leave_out: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Plans:
    """Every plan by the profile (or the time around a birth) it is for."""

    outlines: Mapping[str, PlanOutline]
    mixed: PlanOutline
    leading: Mapping[Profile, str]
    core: tuple[str, ...]
    glute: tuple[str, ...]
    because: Mapping[str, str]
    least: int
    most: int

    def mixed_of(self, first: Profile, second: Profile) -> PlanOutline:
        """Return the plan for a mix of two patterns; what either leaves out is left out."""
        leading = tuple(self._leading_place(profile) for profile in (first, second))
        foundation, *rest = self.mixed.places
        leave_out = {**self.outlines[first].leave_out, **self.outlines[second].leave_out}
        return PlanOutline(self.mixed.name, (foundation, *leading, *rest), leave_out)

    def _leading_place(self, profile: Profile) -> Place:
        wanted = self.leading[profile]
        places = self.outlines[profile].places
        return next((place for place in places if place.exercise == wanted), Place(wanted))


def parse_plans(text: str, name: str = "plans.toml") -> Plans:
    """Read the plans; raises ContentError with every fault."""
    table = open_table(text, name)
    because = table.table("because")
    mixed = table.table("mixed")
    leading = mixed.table("leading")
    entries = table.tables("plan")
    found = Plans(
        outlines={line(entry, "profile"): _outline(entry) for entry in entries},
        mixed=_outline(mixed),
        leading={profile: line(leading, profile) for profile in PATTERNS},
        core=lines(table, "core", at_least=1),
        glute=lines(table, "glute", at_least=1),
        because={key: line(because, key) for key in because},
        least=whole(table, "least", Bounds(1, 10, "exercises")),
        most=whole(table, "most", Bounds(1, 10, "exercises")),
    )
    for part in (table, mixed, leading, *entries):
        part.close()
    needed = (*PATTERNS, Profile.NONE, PREGNANT, AFTER_BIRTH)
    missing = [key for key in needed if key not in found.outlines]
    if missing:
        table.fault("plan", f"there is none for {', '.join(missing)}")
    for exercise in _named(found) - found.because.keys():
        table.fault("because", f"{exercise!r} is in a plan without a reason")
    if table.faults:
        raise ContentError(table.faults)
    return found


def _named(plans: Plans) -> set[str]:
    outlines = (*plans.outlines.values(), plans.mixed)
    places = [place for outline in outlines for place in outline.places]
    return {i for place in places for i in (place.exercise, *place.instead)} | {
        *plans.core,
        *plans.glute,
    }


def _outline(entry: Table) -> PlanOutline:
    return PlanOutline(
        name=line(entry, "name"),
        places=tuple(_place(place) for place in entry.tables("exercises")),
        leave_out={line(left, "id"): line(left, "why") for left in entry.tables("leave_out")},
    )


def _place(entry: Table) -> Place:
    place = Place(line(entry, "id"), entry.texts("instead"))
    entry.close()
    return place
