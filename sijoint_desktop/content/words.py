"""Plain words for what an exercise is and how much of it to do, the same on screen and on paper."""

from sijoint_desktop.content.model import Dose, Level, Position, Purpose, Sides
from sijoint_desktop.core.language import mark, number, plural, tr
from sijoint_desktop.core.side import Side

_PURPOSE = "purpose"  # the context of the words for what an exercise is for

_PURPOSES = {
    Purpose.MOBILISE: mark("Loosen", "purpose"),
    Purpose.RELEASE: mark("Stretch", "purpose"),
    Purpose.STABILISE: mark("Steady", "purpose"),
    Purpose.SUPPORT: mark("Support", "purpose"),
}

_POSITIONS = {
    Position.SUPINE: mark("On your back"),
    Position.PRONE: mark("On your front"),
    Position.SIDE_LYING: mark("On your side"),
    Position.QUADRUPED: mark("Hands and knees"),
    Position.KNEELING: mark("Kneeling"),
    Position.HALF_KNEELING: mark("On one knee"),
    Position.SEATED: mark("Sitting"),
    Position.STANDING: mark("Standing"),
}

_PURPOSE_AND_POSITION = {
    Position.SUPINE: mark("{purpose}, on your back"),
    Position.PRONE: mark("{purpose}, on your front"),
    Position.SIDE_LYING: mark("{purpose}, on your side"),
    Position.QUADRUPED: mark("{purpose}, hands and knees"),
    Position.KNEELING: mark("{purpose}, kneeling"),
    Position.HALF_KNEELING: mark("{purpose}, on one knee"),
    Position.SEATED: mark("{purpose}, sitting"),
    Position.STANDING: mark("{purpose}, standing"),
}

_LEVEL = "level"  # the context of the names of dose levels

_LEVELS = {
    Level.BEGINNER: mark("Easier", "level"),
    Level.STANDARD: mark("Standard", "level"),
    Level.PROGRESSED: mark("Harder", "level"),
}

LEAST_NAMED_HOLD_S = 2.0
"""A shorter stop belongs to the tempo, and nobody counts it."""


def purpose_word(purpose: Purpose) -> str:
    """Return what an exercise is for, in a word: Loosen, Stretch, Steady or Support."""
    return tr(_PURPOSES[purpose], _PURPOSE)


def position_word(position: Position) -> str:
    """Return the position of an exercise, such as "Hands and knees"."""
    return tr(_POSITIONS[position])


def purpose_and_position(purpose: Purpose, position: Position) -> str:
    """Return both as one phrase, such as "Loosen, on your back"."""
    return tr(_PURPOSE_AND_POSITION[position], purpose=purpose_word(purpose))


def level_word(level: Level) -> str:
    """Return the name of a dose level: Easier, Standard or Harder."""
    return tr(_LEVELS[level], _LEVEL)


def dose_in_words(dose: Dose, sides: Sides, only: Side | None = None) -> str:
    """Return how much to do, such as "8 each side, hold 3 s" or "2 × 15".

    ``only`` names the side where a routine trains one side alone.
    """
    if dose.wear_minutes:
        return tr("Wear it {span}", span=minutes_span(*dose.wear_minutes))
    amount = _amount(dose) if sides is Sides.TOGETHER else _amount_of_side(dose, only)
    if dose.hold_s >= LEAST_NAMED_HOLD_S:
        return tr("{amount}, hold {seconds} s", amount=amount, seconds=number(dose.hold_s))
    return amount


def dose_detail(dose: Dose) -> str:
    """Return the sets and the days, such as "One set, 3 days a week"."""
    if dose.wear_minutes:
        return tr("When you need it, then take it off")
    days, rest = days_in_words(dose.days_per_week), number(dose.rest_s)
    if dose.sets == 1:
        return tr("One set, {days}", days=days)
    if dose.reps == 1:  # said as "3 times" already
        return tr("Rest {seconds} s between, {days}", seconds=rest, days=days)
    return tr(
        "{sets} sets, rest {seconds} s between, {days}", sets=dose.sets, seconds=rest, days=days
    )


def days_in_words(days: tuple[int, int]) -> str:
    """Return the least and most days a week in words: "every day", "5 to 7 days a week"."""
    least, most = days
    if least == 7:
        return tr("every day")
    if least != most:
        return tr("{least} to {most} days a week", least=least, most=most)
    return plural("{n} day a week", "{n} days a week", most)


def minutes_span(least: int, most: int) -> str:
    """Return a span of minutes in words, in hours where both are full hours."""
    if least % 60 == 0 and most % 60 == 0:
        least, most = least // 60, most // 60
        if least == most:
            return plural("{n} hour", "{n} hours", most)
        return tr("{least} to {most} hours", least=least, most=most)
    if least == most:
        return plural("{n} minute", "{n} minutes", most)
    return tr("{least} to {most} minutes", least=least, most=most)


def _amount(dose: Dose) -> str:
    """Return "2 × 8", "8 times" or "Once"."""
    if dose.sets > 1 and dose.reps > 1:
        return f"{dose.sets} × {dose.reps}"
    return plural("Once", "{n} times", dose.sets * dose.reps)


def _amount_of_side(dose: Dose, only: Side | None) -> str:
    """Return the amount with its side: "8 each side", "3 times each side", "2 × 8 on the left"."""
    plain = dose.sets == 1 and dose.reps > 1
    amount = str(dose.reps) if plain else _amount(dose)
    if only is None:
        return tr("{amount} each side", amount=amount)
    if only is Side.LEFT:
        return tr("{amount} on the left", amount=amount)
    return tr("{amount} on the right", amount=amount)
