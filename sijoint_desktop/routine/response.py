"""How the body answered a session: the zone of its pain, and the rule of the next morning."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sijoint_desktop.core.ids import ExerciseId

AMBER_FROM = 3
RED_FROM = 6
"""Worst pain in a session (NRS 0-10) from which its zone is amber and red; clinical brief d."""

MOST_RISE = 2
"""How far above its start score an amber session may go; more is red. Clinical brief d."""

SETTLED_WITHIN = 1
"""How far above its start score the pain may be the next morning; clinical brief d."""

HARD_FROM = 7
"""Effort (0-10) from which a session was too hard to add to; clinical brief d."""


class Zone(StrEnum):
    """How much a session hurt; UNKNOWN where nobody said."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    UNKNOWN = "unknown"


ZONES = ((Zone.RED, RED_FROM), (Zone.AMBER, AMBER_FROM), (Zone.GREEN, 0))
"""From which worst pain (NRS 0-10) a session lies in a zone, the gravest first; clinical brief d.

In the red zone the exercise is stopped, in the amber one nothing is made harder.
"""


@dataclass(frozen=True, slots=True)
class Hurt:
    """One "that hurt" during a session; ``nrs`` is 0-10, or None where it was not answered."""

    exercise_id: ExerciseId
    nrs: int | None
    sharp: bool = False
    new_numbness: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """One session as the rules of progression see it.

    Scores are 0-10, or None where they were not answered. ``whole`` tells that the whole dose was
    done, ``form_ok`` that the person ticked good form, ``morning`` is the pain 12-36 h later,
    ``woke`` that it woke them that night, ``lasted`` that it was still raised after 48 h. A session
    that did not hold the dose of the plan, such as an easy day, a single exercise or one from paper
    (``of_plan`` is false), can only speak against more.
    """

    id: str
    day: date  # the local calendar date of the start
    started_at: datetime  # aware
    before: int | None
    worst: int | None
    effort: int | None = None
    whole: bool = True
    form_ok: bool = True
    hurts: tuple[Hurt, ...] = ()
    morning: int | None = None
    woke: bool = False
    lasted: bool = False
    of_plan: bool = True

    @property
    def worst_felt(self) -> int | None:
        """The highest pain of the session that anything on record tells of, 0-10."""
        known = [hurt.nrs for hurt in self.hurts if hurt.nrs is not None]
        if self.worst is not None:
            known.append(self.worst)
        return max(known, default=None)

    @property
    def zone(self) -> Zone:
        """The zone of clinical brief d; where two rules disagree, the stricter one counts."""
        worst = self.worst_felt
        if any(hurt.sharp or hurt.new_numbness for hurt in self.hurts) or _rises(self.hurts):
            return Zone.RED
        if worst is None:
            return Zone.AMBER if self.hurts else Zone.UNKNOWN
        zone = next(zone for zone, least in ZONES if worst >= least)
        if zone is Zone.GREEN:
            return Zone.AMBER if self.hurts else zone
        too_far = self.before is not None and worst - self.before > MOST_RISE
        return Zone.RED if too_far else zone

    @property
    def settled(self) -> bool | None:
        """Whether the pain was back by the next morning; None while that is not known."""
        if self.woke or self.lasted:
            return False
        if self.morning is None or self.before is None:
            return None
        return self.morning <= self.before + SETTLED_WITHIN

    @property
    def easy(self) -> bool:
        """Whether nothing speaks against adding to it: green, whole, good form, effort up to 6."""
        effort_known = self.effort is not None and self.effort < HARD_FROM
        return self.zone is Zone.GREEN and self.whole and self.form_ok and effort_known

    @property
    def calm(self) -> bool:
        """Whether nothing in it speaks against more."""
        calm = self.zone in (Zone.GREEN, Zone.UNKNOWN) and self.settled is not False
        return calm and (self.effort is None or self.effort < HARD_FROM)

    @property
    def neutral(self) -> bool:
        """Whether it is passed over in counting easy sessions: not of the plan, and no trouble."""
        return not self.of_plan and self.calm


def _rises(hurts: tuple[Hurt, ...]) -> bool:
    """Tell whether an exercise hurt more from one time to the next, whatever came between."""
    last: dict[ExerciseId, int] = {}
    for hurt in hurts:
        if hurt.nrs is None:
            continue
        if hurt.nrs > last.get(hurt.exercise_id, hurt.nrs):
            return True
        last[hurt.exercise_id] = hurt.nrs
    return False
