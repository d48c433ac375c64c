"""Turning a routine, or one exercise of it, into a sheet: all words and poses, no places yet."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import (
    Caution,
    CautionAction,
    CautionTag,
    Dose,
    Exercise,
    Level,
    Position,
    Sides,
)
from sijoint_desktop.content.words import (
    dose_detail,
    dose_in_words,
    position_word,
    purpose_word,
)
from sijoint_desktop.core.dates import date_in_words
from sijoint_desktop.core.language import capital, plural, tr
from sijoint_desktop.core.side import Side, side_in_capitals, side_label
from sijoint_desktop.routine.model import Routine, Slot, SlotSides
from sijoint_desktop.sheet.model import ExerciseBlock, Note, Sheet
from sijoint_desktop.sheet.stills import key_poses
from sijoint_desktop.sheet.wording import (
    FOOTER,
    LOG_DAYS,
    aside,
    sentence,
    stop_rules,
    two_week_log,
)

_UPRIGHT = (Position.STANDING, Position.SEATED, Position.KNEELING, Position.HALF_KNEELING)

_LATEST_START = date(MAXYEAR, 12, 31) - timedelta(days=LOG_DAYS)


def compose_sheet(
    routine: Routine,
    library: Library,
    *,
    start: date,
    name: str = "",
    minutes: int = 0,
    large_print: bool = False,
) -> Sheet:
    """Return the sheet of a routine: stop rules, a block for each exercise and a two-week log.

    ``name`` is the person's, or empty; ``minutes`` is the length of the routine, 0 if unknown.
    Raises UserError where the routine names an exercise that the library does not have.
    """
    exercises = [library.get(slot.exercise_id) for slot in routine.slots]
    blocks = tuple(
        _block(str(number), exercise, slot)
        for number, (exercise, slot) in enumerate(zip(exercises, routine.slots, strict=True), 1)
    )
    return Sheet(
        title=" ".join(routine.name.split()) or tr("Exercises"),
        subtitle=_subtitle(" ".join(name.split()), start, minutes, exercises),
        aside=aside(),
        stop_rules=stop_rules(),
        blocks=blocks,
        log=two_week_log(min(start, _LATEST_START)),
        footer=tr(FOOTER),
        large_print=large_print,
    )


def compose_card(
    exercise: Exercise,
    *,
    level: Level = Level.STANDARD,
    dose: Dose | None = None,
    large_print: bool = False,
) -> Sheet:
    """Return the card of one exercise: its block with everything there is to know, and no log.

    ``dose`` replaces the dose of the level.
    """
    slot = Slot(exercise.id, level, dose or exercise.doses[level])
    block = replace(_block("", exercise, slot), not_for="", notes=tuple(_notes(exercise)))
    words = (purpose_word(exercise.purpose), position_word(exercise.position))
    subtitle = ". ".join((*words, *map(capital, exercise.equipment))) + "."
    return Sheet(
        title=exercise.name,
        subtitle=subtitle,
        aside=aside(),
        stop_rules=stop_rules(),
        blocks=(block,),
        log=None,
        footer=tr(FOOTER),
        large_print=large_print,
    )


def _subtitle(name: str, start: date, minutes: int, exercises: Iterable[Exercise]) -> str:
    day = date_in_words(start)
    parts = [tr("{name}, from {day}.", name=name, day=day) if name else tr("From {day}.", day=day)]
    if minutes > 0:
        parts.append(plural("About {n} minute.", "About {n} minutes.", minutes))
    needed = dict.fromkeys(thing for exercise in exercises for thing in exercise.equipment)
    if needed:
        parts.append(tr("You need: {things}.", things=", ".join(needed)))
    return " ".join(parts)


def _block(number: str, exercise: Exercise, slot: Slot) -> ExerciseBlock:
    exercise = exercise.at(slot.level)
    side = _drawn_side(exercise, slot)
    return ExerciseBlock(
        number=number,
        name=exercise.name,
        dose=dose_in_words(slot.dose, exercise.sides, _only_side(exercise, slot)),
        dose_detail=_detail(exercise, slot),
        steps=tuple(step.text for step in exercise.steps),
        take_care=_take_care(exercise),
        not_for=" ".join(sentence(c.text) for c in exercise.cautions if _excludes(c)),
        stills=key_poses(exercise, slot.dose, side, slot.level),
        boxes=_boxes(exercise, slot),
        notes=(Note(tr("You should feel"), sentence(exercise.feel)),),
        drawn_side=_drawn_words(exercise, side),
        # a prop is shown enlarged beside the figure, which takes a wide picture
        upright=exercise.position in _UPRIGHT and not exercise.motion.props,
    )


def _only_side(exercise: Exercise, slot: Slot) -> Side | None:
    if exercise.sides is Sides.TOGETHER or slot.sides is SlotSides.BOTH:
        return None
    return Side(slot.sides.value)


def _drawn_side(exercise: Exercise, slot: Slot) -> Side | None:
    if exercise.sides is Sides.TOGETHER:
        return None
    return _only_side(exercise, slot) or slot.start_side


def _drawn_words(exercise: Exercise, side: Side | None) -> str:
    if side is None:
        return ""
    return tr("Pictures show: {side}", side=side_in_capitals(side, exercise.side_word))


def _boxes(exercise: Exercise, slot: Slot) -> tuple[str, ...]:
    """Return the words beside the boxes to tick: one for each set, on each side."""
    sets = range(1, slot.dose.sets + 1)
    if exercise.sides is Sides.TOGETHER:
        return (tr("Done"),) if len(sets) == 1 else tuple(tr("Set {n}", n=n) for n in sets)
    only = _only_side(exercise, slot)
    sides = (only,) if only else (slot.start_side, slot.start_side.other)
    if len(sets) == 1:
        return tuple(map(side_label, sides))
    return tuple(side_label(side, str(number)) for number in sets for side in sides)


def _detail(exercise: Exercise, slot: Slot) -> str:
    parts = [dose_detail(slot.dose)]
    # the note explains the level's own dose, and would contradict a dose that was changed
    if slot.dose.note and slot.dose == exercise.doses.get(slot.level):
        parts.append(slot.dose.note)
    return " ".join(sentence(part) for part in parts)


def _take_care(exercise: Exercise) -> str:
    """Return what applies to everybody: the most common fault the right way round, and limits."""
    rights = [mistake.right for mistake in exercise.mistakes[:1]]
    general = [c.text for c in exercise.cautions if c.tag is CautionTag.GENERAL]
    return " ".join(sentence(text) for text in (*rights, *general))


def _excludes(caution: Caution) -> bool:
    """Tell whether paper must say it: the reader's answers are not known there."""
    expecting = caution.tag in (CautionTag.PREGNANCY, CautionTag.PREGNANCY_SUPINE)
    return expecting or (
        caution.action is CautionAction.AVOID and caution.tag is not CautionTag.GENERAL
    )


def _notes(exercise: Exercise) -> Iterable[Note]:
    yield Note(tr("Breathe"), exercise.breath)
    yield Note(tr("You should feel"), exercise.feel)
    for mistake in exercise.mistakes:
        wrong, right = sentence(mistake.wrong), sentence(mistake.right)
        text = tr("{wrong} Instead: {right}", wrong=wrong, right=right)
        yield Note(tr("Common mistake"), text)
    asked = [c.text for c in exercise.cautions if c.tag is not CautionTag.GENERAL]
    if asked:
        yield Note(tr("Not for everyone"), " ".join(map(sentence, asked)))
    for variant in exercise.easier:
        yield Note(tr("Easier", "exercise"), sentence(variant.text))
    for variant in exercise.harder:
        yield Note(tr("Harder", "exercise"), sentence(variant.text))
