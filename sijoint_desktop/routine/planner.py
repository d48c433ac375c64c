"""From the result of a check to a plan: four to six exercises, each with its reason.

The pattern chooses (clinical brief b.3); who the person is decides what of it suits, and what
stands in for the rest. A level that locks has no plan until a clinician has cleared the person.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise, Level, Purpose, Sides
from sijoint_desktop.content.suitability import Judgement, Person, Verdict, judge, stand_in
from sijoint_desktop.core.ids import ExerciseId, RoutineId
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.core.side import Side
from sijoint_desktop.routine.model import Routine, Slot
from sijoint_desktop.routine.plans import AFTER_BIRTH, PREGNANT, Place, PlanOutline, Plans
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.checker import Result
from sijoint_desktop.triage.pattern import Profile
from sijoint_desktop.triage.person import person_of
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.triage.urgency import Urgency

PLAN_ID = RoutineId("my_plan")


@dataclass(frozen=True, slots=True)
class Chosen:
    """An exercise of the plan: why it is there, how to adapt it, and what it stands in for."""

    exercise: Exercise
    because: str
    adapt: tuple[str, ...] = ()
    instead_of: Exercise | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An exercise that is not in the plan, and why."""

    exercise: Exercise
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A routine with the reason for each of its exercises and for what is missing."""

    routine: Routine
    chosen: tuple[Chosen, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]
    belt_trial: bool  # a snug belt may be tried for sore tasks; clinical brief e


def plan_for(
    result: Result,
    answers: Answers,
    library: Library,
    plans: Plans,
    *,
    cleared: bool = False,
) -> Plan | None:
    """Return the plan that a result leads to, or None where there is to be none.

    ``cleared`` tells that a clinician has seen and cleared the person since the check. It opens
    the clinician's level alone, to an adult whose pain looks like the SI joint.
    """
    open_ = not result.locked or (cleared and result.level is Urgency.CLINICIAN)
    adult = (answers.number("age") or 0) >= ADULT_FROM
    if not open_ or not adult or result.profile is Profile.NOT_SIJ:
        return None
    outline = _outline(result, answers, plans)
    choice = _Choice(library, plans, person_of(answers), outline)
    chosen = choice.chosen()
    level = Level.STANDARD if result.level is Urgency.SELF_CARE else Level.BEGINNER
    routine = Routine(
        PLAN_ID,
        outline.name,
        tr("Chosen from your check. It guides what you do; it does not name an illness."),
        tuple(_with_sides([_slot(one, level) for one in chosen], chosen, answers)),
    )
    return Plan(
        routine,
        chosen,
        choice.left_out(chosen),
        tuple(_notes(level, answers)),
        _belt_trial(result, answers),
    )


ADULT_FROM = 18


def _outline(result: Result, answers: Answers, plans: Plans) -> PlanOutline:
    status = answers.get("pregnancy_status")
    if status in ("pregnant", Reply.NOT_SURE):
        return plans.outlines[PREGNANT]
    if status == "postpartum_0_6wk":
        return plans.outlines[AFTER_BIRTH]
    leading = result.pattern.leading if result.pattern else ()
    if len(leading) > 1:
        return plans.mixed_of(leading[0], leading[1])
    return plans.outlines[result.profile]


@dataclass(frozen=True, slots=True)
class _Choice:
    """Fills the places of an outline with what there is and what suits."""

    library: Library
    plans: Plans
    person: Person
    outline: PlanOutline

    def chosen(self) -> tuple[Chosen, ...]:
        found: list[Chosen] = []
        for place in self.outline.places:
            one = self._fill(place, found)
            if one is not None:
                found.append(one)
        del found[self.plans.most :]
        for needed in (self.plans.core, self.plans.glute):
            if not any(one.exercise.id in needed for one in found) and (
                one := self._first(needed, found)
            ):
                self._make_room(found)
                found.append(one)
        for reserve in (self.plans.glute, self.plans.core):
            while len(found) < self.plans.least and (one := self._first(reserve, found)):
                found.append(one)
        return tuple(found)

    def _make_room(self, found: list[Chosen]) -> None:
        """Drop the least important exercise of a full plan that is not needed for core or glute."""
        if len(found) == self.plans.most:
            needed = (*self.plans.core, *self.plans.glute)
            spare = [one for one in found if one.exercise.id not in needed]
            found.remove(spare[-1] if spare else found[-1])

    def left_out(self, chosen: tuple[Chosen, ...]) -> tuple[LeftOut, ...]:
        ids = {one.exercise.id for one in chosen}
        return tuple(
            LeftOut(exercise, why)
            for exercise in self.library
            if exercise.id not in ids and (why := self._why_not(exercise))
        )

    def _why_not(self, exercise: Exercise) -> str:
        why = self.outline.leave_out.get(str(exercise.id))
        if why is not None:
            return why
        found = judge(exercise, self.person)
        return "" if found.suggested else " ".join(_texts(found))

    def _fill(self, place: Place, found: list[Chosen]) -> Chosen | None:
        original = self._known(place.exercise)
        names = [place.exercise, *place.instead]
        if original is not None:
            other = stand_in(original, self.person, self.library)
            own = {place.exercise for place in self.outline.places}
            names += [str(other.id)] if other and other.id not in own else []
        one = self._first(tuple(names), found)
        if one is None or one.exercise is original:
            return one
        return replace(one, instead_of=original)

    def _first(self, names: tuple[str, ...], found: list[Chosen]) -> Chosen | None:
        taken = {one.exercise.id for one in found}
        for name in names:
            exercise = self._known(name)
            if exercise is None or exercise.id in taken or name in self.outline.leave_out:
                continue
            fit = judge(exercise, self.person)
            if fit.suggested:
                why = self.plans.because.get(name)
                because = why or tr("it suits you better than what it replaces")
                words = tr("It is in your plan because {because}.", because=because)
                return Chosen(exercise, words, _texts(fit))
        return None

    def _known(self, name: str) -> Exercise | None:
        return self.library.get(name) if name in self.library else None


def _texts(found: Judgement) -> tuple[str, ...]:
    """Return the words of the reasons that decided, each once."""
    decided = [reason.text for reason in found.reasons if reason.verdict is found.verdict]
    return tuple(dict.fromkeys(decided)) if found.verdict is not Verdict.SUITS else ()


def _slot(one: Chosen, level: Level) -> Slot:
    return Slot(ExerciseId(one.exercise.id), level, one.exercise.doses[level])


def _with_sides(slots: list[Slot], chosen: tuple[Chosen, ...], answers: Answers) -> Iterator[Slot]:
    """Begin on the easier side; give the weaker and the tighter side one set more, once each.

    Pain on both sides, in the middle or swapping gets equal sets (clinical brief b.2).
    """
    sore = _one_side(answers, "side")
    weak = _one_side(answers, "aslr_heavy")
    tight = sore if answers.yes("fig4_tight") or answers.yes("hip_flexor_tight") else None
    open_emphasis = {Purpose.STABILISE: weak, Purpose.RELEASE: tight}
    for slot, one in zip(slots, chosen, strict=True):
        if one.exercise.sides is Sides.TOGETHER:
            yield slot
            continue
        extra = open_emphasis.pop(one.exercise.purpose, None)
        start = sore.other if sore else slot.start_side
        yield replace(slot, start_side=start, extra_set=extra)


def _one_side(answers: Answers, code: str) -> Side | None:
    value = answers.get(code)
    return Side(value) if value in ("left", "right") else None


_BEGIN_ON = {
    Side.LEFT: mark("Begin each exercise on your left side, the easier one."),
    Side.RIGHT: mark("Begin each exercise on your right side, the easier one."),
}
_HEAVIER = {
    Side.LEFT: mark("Your left leg felt heavier, so that side does one set more of one exercise."),
    Side.RIGHT: mark(
        "Your right leg felt heavier, so that side does one set more of one exercise."
    ),
}


def _notes(level: Level, answers: Answers) -> Iterator[str]:
    if level is Level.BEGINNER:
        yield tr("Small doses for the first two weeks. Then the check asks again.")
    sore, weak = _one_side(answers, "side"), _one_side(answers, "aslr_heavy")
    if sore:
        yield tr(_BEGIN_ON[sore.other])
    if weak:
        yield tr(_HEAVIER[weak])
    if answers.get("pregnancy_status") == "postpartum_0_6wk":
        yield tr(
            "Short walks are good. After a caesarean, wait for your check-up before you begin."
        )
    if answers.get("pregnancy_status") == "pregnant":
        yield tr("Do belly breathing with a gentle brace each day, sitting or lying on your side.")
        yield tr("Tell your midwife what you do. Dizzy? Stop, and roll to your left.")
    if answers.yes("stress_leak_only"):
        yield tr("Ask a pelvic floor physiotherapist about the drops. Exercises help many people.")


def _belt_trial(result: Result, answers: Answers) -> bool:
    expecting = answers.get("pregnancy_status") not in (None, "none")
    leading = result.pattern.leading if result.pattern else ()
    return expecting or Profile.UNSTABLE in leading
