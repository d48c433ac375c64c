"""Plain words for what an exercise is and how much of it to do, the same on screen and on paper."""

from sijoint_desktop.content.model import Dose, Level, Position, Purpose, Sides
from sijoint_desktop.core.side import Side

_PURPOSES = {
    Purpose.MOBILISE: "Loosen",
    Purpose.RELEASE: "Stretch",
    Purpose.STABILISE: "Steady",
    Purpose.SUPPORT: "Support",
}

_POSITIONS = {
    Position.SUPINE: "On your back",
    Position.PRONE: "On your front",
    Position.SIDE_LYING: "On your side",
    Position.QUADRUPED: "Hands and knees",
    Position.KNEELING: "Kneeling",
    Position.HALF_KNEELING: "On one knee",
    Position.SEATED: "Sitting",
    Position.STANDING: "Standing",
}

_LEVELS = {Level.BEGINNER: "Easier", Level.STANDARD: "Standard", Level.PROGRESSED: "Harder"}

LEAST_NAMED_HOLD_S = 2.0
"""A shorter stop belongs to the tempo, and nobody counts it."""


def purpose_word(purpose: Purpose) -> str:
    """Return what an exercise is for, in a word: Loosen, Stretch, Steady or Support."""
    return _PURPOSES[purpose]


def position_word(position: Position) -> str:
    """Return the position of an exercise, such as "Hands and knees"."""
    return _POSITIONS[position]


def level_word(level: Level) -> str:
    """Return the name of a dose level: Easier, Standard or Harder."""
    return _LEVELS[level]


def dose_in_words(dose: Dose, sides: Sides, only: Side | None = None) -> str:
    """Return how much to do, such as "8 each side, hold 3 s" or "2 × 15".

    ``only`` names the side where a routine trains one side alone.
    """
    if dose.wear_minutes:
        return f"Wear it {minutes_span(*dose.wear_minutes)}"
    where = _where(sides, only)
    text = f"{_count(dose, bare=bool(where))}{where}"
    if dose.hold_s >= LEAST_NAMED_HOLD_S:
        text += f", hold {dose.hold_s:g} s"
    return text


def dose_detail(dose: Dose) -> str:
    """Return the sets and the days, such as "One set, 3 days a week"."""
    if dose.wear_minutes:
        return "When you need it, then take it off"
    rest = f"rest {dose.rest_s:g} s between"
    if dose.sets == 1:
        sets = "One set"
    elif dose.reps == 1:  # said as "3 times" already
        sets = rest.capitalize()
    else:
        sets = f"{dose.sets} sets, {rest}"
    return f"{sets}, {days_in_words(dose.days_per_week)}"


def days_in_words(days: tuple[int, int]) -> str:
    """Return the least and most days a week in words: "every day", "5 to 7 days a week"."""
    least, most = days
    if least == 7:
        return "every day"
    if least != most:
        return f"{least} to {most} days a week"
    return "1 day a week" if most == 1 else f"{most} days a week"


def minutes_span(least: int, most: int) -> str:
    """Return a span of minutes in words, in hours where both are full hours."""
    if least % 60 == 0 and most % 60 == 0:
        least, most, unit = least // 60, most // 60, "hour"
    else:
        unit = "minute"
    number = str(least) if least == most else f"{least} to {most}"
    return f"{number} {unit}" if most == 1 else f"{number} {unit}s"


def _where(sides: Sides, only: Side | None) -> str:
    if sides is Sides.TOGETHER:
        return ""
    return f" on the {only}" if only else " each side"


def _count(dose: Dose, *, bare: bool) -> str:
    """Return "8", "8 times", "2 × 8", "once" or "3 times"; bare where a side follows."""
    sets, reps = dose.sets, dose.reps
    if sets > 1 and reps > 1:
        return f"{sets} × {reps}"
    times = sets * reps
    if times == 1:
        return "Once"
    return str(times) if bare and sets == 1 else f"{times} times"
