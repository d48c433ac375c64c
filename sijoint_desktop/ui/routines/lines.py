"""Says what stands in the rows of a routine, the same in the list, the builder and the picker."""

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import CautionTag, Exercise, Level
from sijoint_desktop.content.suitability import Fitting, Verdict
from sijoint_desktop.content.words import dose_in_words, purpose_and_position
from sijoint_desktop.core.language import tr
from sijoint_desktop.core.side import Side
from sijoint_desktop.routine.model import Routine, Slot, SlotSides
from sijoint_desktop.ui.routines.minutes import Spending
from sijoint_desktop.ui.routines.row_paint import RowLine


def row_lines(
    routine: Routine, library: Library, spent: Spending, fitting: Fitting
) -> list[RowLine]:
    """Return the rows of a routine in order, with what the last check says against one."""
    lines = []
    for number, (slot, seconds) in enumerate(zip(routine.slots, spent.slots, strict=True), start=1):
        exercise = library.get(slot.exercise_id).at(slot.level)
        told = warning(exercise, fitting) or dose_warning(slot, exercise, fitting)
        lines.append(RowLine(exercise, slot_words(slot, exercise), number, seconds, told))
    return lines


def offer_line(exercise: Exercise, fitting: Fitting, *, taken: bool = False) -> RowLine:
    """Return the row of an exercise that can be put into a routine."""
    words = purpose_and_position(exercise.purpose, exercise.position)
    if taken:
        words = tr("{exercise}. It is in this routine.", exercise=words)
    return RowLine(exercise, words, warning=warning(exercise, fitting))


def slot_words(slot: Slot, exercise: Exercise) -> str:
    """Return the dose of a slot in words."""
    words = dose_in_words(slot.dose, exercise.sides, only_side(slot))
    if slot.extra_set is not None and only_side(slot) is None:
        if slot.extra_set is Side.LEFT:
            return tr("{dose}, one set more on the left", dose=words)
        return tr("{dose}, one set more on the right", dose=words)
    return words


def only_side(slot: Slot) -> Side | None:
    """Return the one side that a slot trains, None where it trains both."""
    return None if slot.sides is SlotSides.BOTH else Side(slot.sides.value)


def warning(exercise: Exercise, fitting: Fitting) -> str:
    """Return the gravest thing that the last check says against an exercise, or nothing."""
    judgement = fitting.judgement(exercise)
    if judgement is None or judgement.verdict is Verdict.SUITS:
        return ""
    gravest = max(judgement.reasons, key=lambda reason: reason.verdict)
    if not judgement.startable:
        return tr("Left out for you: {reason}", reason=gravest.text)
    if judgement.suggested:
        return tr("Take care: {reason}", reason=gravest.text)
    return tr("Ask first: {reason}", reason=gravest.text)


def dose_warning(slot: Slot, exercise: Exercise, fitting: Fitting) -> str:
    """Return what speaks against a dose, or nothing; clinical brief d.

    In pregnancy the harder level is not used; else a dose is large where it asks for more in all,
    or for a longer hold, than the harder level.
    """
    pregnant = fitting.person is not None and fitting.person.has(CautionTag.PREGNANCY)
    if pregnant and slot.level is Level.PROGRESSED:
        return tr("Take care: In pregnancy, stay with the easier or the standard level.")
    dose, most = slot.dose, exercise.doses[Level.PROGRESSED]
    if dose.sets * dose.reps > most.sets * most.reps or dose.hold_s > most.hold_s:
        usual = dose_in_words(most, exercise.sides)
        return tr("Take care: This is more than the harder level ({dose}).", dose=usual)
    return ""
