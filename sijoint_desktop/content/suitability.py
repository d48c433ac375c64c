"""Decides whether an exercise suits a person, says why not, and names what stands in for it.

The cautions of the exercise files are enforced here. What is not known about a person counts
against an exercise: the brief's rule is to deny where a field is unknown (clinical brief f, 5).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import (
    Caution,
    CautionAction,
    CautionTag,
    Exercise,
    Position,
    Purpose,
)
from sijoint_desktop.core.language import mark, tr

SWAP_SUPINE_FROM_WEEKS = 16
HIDE_SUPINE_FROM_WEEKS = 20
"""Weeks of pregnancy from which lying on the back is swapped, and from which it is hidden; the
guidance differs, and the brief takes the stricter one (clinical brief b.3)."""

LATE_FROM_WEEKS = 28

ON_THE_FLOOR = frozenset(
    {
        Position.SUPINE,
        Position.PRONE,
        Position.SIDE_LYING,
        Position.QUADRUPED,
        Position.KNEELING,
        Position.HALF_KNEELING,
    }
)
_ON_A_BED = frozenset({Position.SUPINE, Position.SIDE_LYING})
_NO_END_RANGE = (CautionTag.HYPERMOBILE, CautionTag.PREGNANCY, CautionTag.AFTER_BIRTH)


class Verdict(IntEnum):
    """How an exercise suits a person, from well to not at all."""

    SUITS = 0
    ADAPT = 1  # with the change that the reason names
    ASK = 2  # not suggested before a clinician was asked
    SWAP = 3  # something else is offered first
    HIDDEN = 4  # not to be started


@dataclass(frozen=True, slots=True)
class Person:
    """What of a person decides which exercises suit them.

    ``known`` holds True or False for each tag that was asked about; one that is not there is
    unknown. ``weeks`` are the least weeks of a pregnancy, None where there is none or nobody said.
    """

    known: Mapping[CautionTag, bool]
    weeks: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", MappingProxyType(dict(self.known)))

    def has(self, tag: CautionTag) -> bool | None:
        """Tell whether a tag applies; None where that is not known."""
        if tag in (CautionTag.PREGNANCY_SUPINE, CautionTag.LATE_PREGNANCY):
            pregnant = self.known.get(CautionTag.PREGNANCY)
            least = LATE_FROM_WEEKS if tag is CautionTag.LATE_PREGNANCY else SWAP_SUPINE_FROM_WEEKS
            return self.weeks is None or self.weeks >= least if pregnant else pregnant
        return self.known.get(tag)

    @property
    def hides_supine(self) -> bool:
        """Tell whether a pregnancy is so far on, or so little known, that no one lies flat."""
        return self.weeks is None or self.weeks >= HIDE_SUPINE_FROM_WEEKS


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks against an exercise as it is, in words for the person."""

    tag: CautionTag
    verdict: Verdict
    text: str
    unknown: bool  # it counts since nobody asked


@dataclass(frozen=True, slots=True)
class Judgement:
    """How an exercise suits a person, and every reason for it."""

    verdict: Verdict
    reasons: tuple[Reason, ...]

    @property
    def startable(self) -> bool:
        """Whether it may be started at all."""
        return self.verdict is not Verdict.HIDDEN

    @property
    def suggested(self) -> bool:
        """Whether a plan may choose it by itself."""
        return self.verdict <= Verdict.ADAPT


def judge(exercise: Exercise, person: Person) -> Judgement:
    """Return how an exercise suits a person; the gravest of the reasons decides."""
    reasons = (*_from_cautions(exercise, person), *_from_position(exercise, person))
    return Judgement(max((r.verdict for r in reasons), default=Verdict.SUITS), reasons)


@dataclass(frozen=True, slots=True)
class Fitting:
    """What the last check says of the person; ``person`` is None before there was one.

    ``suited`` holds the exercises that its plan chose.
    """

    person: Person | None = None
    suited: frozenset[str] = frozenset()

    def judgement(self, exercise: Exercise) -> Judgement | None:
        """Return how an exercise suits the person, or None where nobody was asked yet."""
        return None if self.person is None else judge(exercise, self.person)

    def left_out(self, exercise: Exercise) -> bool:
        """Tell whether the person must not start an exercise."""
        judgement = self.judgement(exercise)
        return judgement is not None and not judgement.startable


def stand_in(exercise: Exercise, person: Person, library: Library) -> Exercise | None:
    """Return what to do instead: named by a caution, else easier, else close to it.

    One of the same purpose that works the same muscles comes first. It is never one that is hidden
    from the same person; None where there is none.
    """
    for other_id in _named_instead(exercise, person):
        if other_id in library and judge(library.get(other_id), person).suggested:
            return library.get(other_id)
    others = [
        other
        for other in library
        if other.id != exercise.id
        and other.purpose is not Purpose.SUPPORT
        and judge(other, person).suggested
    ]
    return min(others, key=lambda other: _distance(exercise, other, person), default=None)


def _distance(
    exercise: Exercise, other: Exercise, person: Person
) -> tuple[bool, bool, Verdict, str]:
    """Return how far another exercise is from one, by purpose, muscles and fit."""
    shares = bool(set(exercise.motion.muscles) & set(other.motion.muscles))
    other_purpose = other.purpose is not exercise.purpose
    return other_purpose, not shares, judge(other, person).verdict, other.code


def _named_instead(exercise: Exercise, person: Person) -> Iterator[str]:
    for caution in exercise.cautions:
        if caution.instead is not None and person.has(caution.tag) is not False:
            yield caution.instead
    for variant in exercise.easier:
        if variant.exercise is not None:
            yield variant.exercise


def _from_cautions(exercise: Exercise, person: Person) -> Iterator[Reason]:
    for caution in exercise.cautions:
        if caution.tag is CautionTag.GENERAL:  # said to everybody
            continue
        applies = person.has(caution.tag)
        if applies is not False:
            verdict = _verdict_of(caution, person)
            yield Reason(caution.tag, verdict, caution.text, unknown=applies is None)


def _verdict_of(caution: Caution, person: Person) -> Verdict:
    if caution.action is CautionAction.AVOID:
        return Verdict.HIDDEN
    if caution.tag is CautionTag.PREGNANCY_SUPINE:
        return Verdict.HIDDEN if person.hides_supine else Verdict.SWAP
    return Verdict.ASK if caution.action is CautionAction.ASK else Verdict.ADAPT


_WORDS = {
    CautionTag.PREGNANCY_SUPINE: mark("From 16 weeks of pregnancy on, lying flat is left out."),
    CautionTag.DIZZY_SUPINE: mark("You get dizzy on your back, so lying flat is left out."),
    CautionTag.FLOOR: mark("Getting down to the floor is hard for you."),
    CautionTag.HYPERMOBILE: mark("With very bendy joints, long stretches are left out."),
    CautionTag.PREGNANCY: mark("In pregnancy, long stretches are left out."),
    CautionTag.AFTER_BIRTH: mark("In the year after birth, long stretches are left out."),
}
_ON_A_BED_INSTEAD = mark("Getting down to the floor is hard for you: do it on a firm bed.")


def _from_position(exercise: Exercise, person: Person) -> Iterator[Reason]:
    """Yield what the position and the purpose speak against, whatever the file says."""
    for tag, verdict in _against(exercise, person):
        applies = person.has(tag)
        on_a_bed = tag is CautionTag.FLOOR and verdict is Verdict.ADAPT
        if applies is not False:
            words = _ON_A_BED_INSTEAD if on_a_bed else _WORDS[tag]
            yield Reason(tag, verdict, tr(words), unknown=applies is None)


def _against(exercise: Exercise, person: Person) -> Iterator[tuple[CautionTag, Verdict]]:
    tags = {caution.tag for caution in exercise.cautions}
    if exercise.position is Position.SUPINE:
        yield CautionTag.DIZZY_SUPINE, Verdict.HIDDEN
        if CautionTag.PREGNANCY_SUPINE not in tags:
            verdict = Verdict.HIDDEN if person.hides_supine else Verdict.SWAP
            yield CautionTag.PREGNANCY_SUPINE, verdict
    if exercise.position in ON_THE_FLOOR:
        on_a_bed = exercise.position in _ON_A_BED
        yield CautionTag.FLOOR, Verdict.ADAPT if on_a_bed else Verdict.HIDDEN
    if exercise.purpose is Purpose.RELEASE:
        for tag in _NO_END_RANGE:
            yield tag, Verdict.HIDDEN
