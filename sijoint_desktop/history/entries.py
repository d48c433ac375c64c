"""What a person tells the program beside sessions: pain, checks, plans, pauses and activities."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from sijoint_desktop.core.ids import ExerciseId, RoutineId, SessionId
from sijoint_desktop.core.side import Side
from sijoint_desktop.history.records import local_moment, require_nrs, require_score, require_utc
from sijoint_desktop.routine.course import Reason, RuleId, StepTaken, Verdict
from sijoint_desktop.routine.ladder import Step
from sijoint_desktop.triage.urgency import Urgency

MOST_ACTIVITIES = 3
"""How many activities of their own a person scores; clinical brief d."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing on record; ``id`` is never used twice, also not on two computers."""

    id: str

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("an entry needs an id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated(Entry):
    """An entry of one moment: in UTC, with the person's local date and offset to UTC."""

    at: datetime
    local_date: date
    utc_offset_minutes: int

    def __post_init__(self) -> None:
        Entry.__post_init__(self)
        require_utc(self.at)

    @property
    def local_at(self) -> datetime:
        """The moment as the person's own clock showed it."""
        return local_moment(self.at, self.utc_offset_minutes)


class PainKind(StrEnum):
    """What a pain score was asked for."""

    FREE = "free"
    MORNING_AFTER = "morning_after"  # of the session that it names


@dataclass(frozen=True, slots=True, kw_only=True)
class PainEntry(Dated):
    """A pain score 0-10 without a session; several a day are usual."""

    nrs: int
    kind: PainKind = PainKind.FREE
    session_id: SessionId | None = None
    woke: bool = False  # the pain woke the person in the night before
    note: str = ""

    def __post_init__(self) -> None:
        Dated.__post_init__(self)
        require_nrs(self.nrs)
        if self.kind is PainKind.MORNING_AFTER and self.session_id is None:
            raise ValueError("the morning after belongs to a session")


class HurtChoice(StrEnum):
    """What a person chose after "that hurt"."""

    GO_ON = "go_on"
    EASIER = "easier"
    SKIP = "skip"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class HurtEvent(Dated):
    """One "that hurt" in a session; ``nrs`` is 0-10, or None where it was not answered."""

    session_id: SessionId
    slot: int
    exercise_id: ExerciseId
    side: Side | None = None
    place: str = ""
    nrs: int | None = None
    sharp: bool = False
    new_numbness: bool = False
    choice: HurtChoice = HurtChoice.GO_ON

    def __post_init__(self) -> None:
        Dated.__post_init__(self)
        require_nrs(self.nrs)


@dataclass(frozen=True, slots=True, kw_only=True)
class FiredRule:
    """A rule that led to the level of a check, with the codes of the answers behind it."""

    id: str
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRecord(Dated):
    """One result that a person was shown; what they answered stays on record for good.

    ``sitting`` is shared by the results of one sitting, in which going back corrects a mistaken
    tick: the latest one counts. ``left_at`` is when the result page was left, and None until then.
    ``corrected`` holds earlier answers of the sitting, the oldest first, by the code of their
    question. ``reasons`` (in words), ``minor`` (under 18) and ``lasting`` (facts that stay) are
    what the lock looks at; ``profile`` and ``scores`` are as the rule set of that day called them.
    """

    sitting: str
    rule_set: str
    level: Urgency
    reasons: tuple[str, ...] = ()
    minor: bool = False
    lasting: tuple[str, ...] = ()
    answers: Mapping[str, str | int] = field(default_factory=dict)
    corrected: Mapping[str, tuple[str | int, ...]] = field(default_factory=dict)
    rules: tuple[FiredRule, ...] = ()
    profile: str | None = None
    scores: Mapping[str, int] = field(default_factory=dict)
    routine_id: RoutineId | None = None
    left_at: datetime | None = None

    def __post_init__(self) -> None:
        Dated.__post_init__(self)
        require_utc(self.left_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescreen(Dated):
    """The short questions before a session, by id; true stands for yes and for not sure."""

    answers: Mapping[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckDraft(Dated):
    """A check that was put aside half-way; ``page`` is where it goes on.

    ``corrected`` holds earlier answers of the sitting, as in a result.
    """

    page: str
    answers: Mapping[str, str | int] = field(default_factory=dict)
    corrected: Mapping[str, tuple[str | int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance(Dated):
    """The person says "I was seen and cleared"; ``seen_on`` is the local date of that visit."""

    seen_on: date
    note: str = ""

    def __post_init__(self) -> None:
        Dated.__post_init__(self)
        if self.seen_on > self.local_date:
            raise ValueError(f"nobody can have been seen on {self.seen_on}, a day still to come")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPause(Dated):
    """The rules of progression sent the person to a clinician, for a reason in words."""

    rule: RuleId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanChange(Dated):
    """A change of the dose: what moved, from what to what, why, and who decided it."""

    routine_id: RoutineId
    step: Step
    up: bool
    automatic: bool  # else the person's own choice, which only ever goes down
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        Dated.__post_init__(self)
        if self.up and not self.automatic:
            raise ValueError("a person's own choice makes the plan easier, never harder")

    @property
    def taken(self) -> StepTaken:
        """The step in the form that the next decision looks at."""
        return StepTaken(self.at, self.step, self.up)


class PauseKind(StrEnum):
    """Why nothing is planned for some days."""

    REST = "rest"
    SICKNESS = "sickness"
    FLARE = "flare"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause(Dated):
    """Days without a plan, from the first to the last one; None where it is still open."""

    kind: PauseKind
    first_day: date
    last_day: date | None = None

    def __post_init__(self) -> None:
        Dated.__post_init__(self)
        if self.last_day is not None and self.last_day < self.first_day:
            raise ValueError(f"a pause cannot end on {self.last_day}, before it began")

    def covers(self, day: date) -> bool:
        """Tell whether a day belongs to the pause."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Dated):
    """Something of the person's own life that the pain makes hard; ``ended_on`` retires it."""

    name: str
    ended_on: date | None = None

    def __post_init__(self) -> None:
        Dated.__post_init__(self)
        if not self.name.strip():
            raise ValueError("an activity needs a name")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityScore(Dated):
    """How well an activity went, 0 (not at all) to 10 (as before the pain)."""

    activity_id: str
    score: int

    def __post_init__(self) -> None:
        Dated.__post_init__(self)
        require_score(self.score, "a score")


@dataclass(frozen=True, slots=True, kw_only=True)
class BeltDay(Dated):
    """A day on which the belt was worn, with the minutes where they are known."""

    minutes: int | None = None

    def __post_init__(self) -> None:
        Dated.__post_init__(self)
        if self.minutes is not None and not 0 < self.minutes <= 24 * 60:
            raise ValueError(f"a day has no {self.minutes} minutes of belt")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRoutine(Dated):
    """A routine of the person's own, as the text of a routine file; ``id`` is that of its file."""

    name: str
    text: str
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark(Dated):
    """Words of the person's own at a day of the chart, such as "new mattress"."""

    words: str


KINDS: Mapping[str, type[Dated]] = {
    "pains": PainEntry,
    "hurts": HurtEvent,
    "checks": CheckRecord,
    "rescreens": Rescreen,
    "check_drafts": CheckDraft,
    "clearances": Clearance,
    "plan_pauses": PlanPause,
    "plan_changes": PlanChange,
    "pauses": Pause,
    "activities": Activity,
    "activity_scores": ActivityScore,
    "belt_days": BeltDay,
    "own_routines": OwnRoutine,
    "marks": Mark,
}
"""Every kind of entry by the name of its list, in the database as in an exported file."""

BINDING = (CheckRecord, Rescreen, HurtEvent, PlanPause, Clearance)
"""What the lock is derived from: it can be added to, but not changed or taken away."""


def kind_name(kind: type[Dated]) -> str:
    """Return the name of the list of a kind of entry."""
    return next(name for name, known in KINDS.items() if known is kind)
