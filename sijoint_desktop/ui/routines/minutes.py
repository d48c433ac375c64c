"""Says where the minutes of a routine go, without a window."""

import math
from dataclasses import dataclass

from sijoint_desktop.content.library import Library
from sijoint_desktop.core.language import plural, tr
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.order import position_changes
from sijoint_desktop.routine.script import Part, Timings, compile_script

_MOVING = frozenset({Part.ENTER, Part.REPEAT, Part.EXIT})


@dataclass(frozen=True, slots=True)
class Spending:
    """The time of a routine in seconds; ``slots`` has the time of each exercise with its rests."""

    total_s: float
    moving_s: float
    slots: tuple[float, ...]

    @property
    def minutes(self) -> int:
        """The whole routine in minutes, rounded up."""
        return math.ceil(self.total_s / 60)

    @property
    def moving_minutes(self) -> int:
        """The minutes spent moving and holding, rounded to the nearest; never above the whole."""
        return min(round(self.moving_s / 60), self.minutes)


def spending(routine: Routine, library: Library, timings: Timings) -> Spending:
    """Return where the time of a routine goes; all parts add up to the whole."""
    segments = compile_script(routine, library, timings).segments
    slots = [0.0] * len(routine.slots)
    for segment in segments:
        slots[segment.slot] += segment.duration_s
    moving = math.fsum(s.duration_s for s in segments if s.part in _MOVING)
    return Spending(math.fsum(slots), moving, tuple(slots))


def clock_text(seconds: float) -> str:
    """Return seconds as minutes and seconds, such as "2:05"."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def spoken_time(seconds: float) -> str:
    """Return seconds in words, such as "2 minutes 5 seconds"."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [plural("{n} minute", "{n} minutes", minutes)] if minutes else []
    if rest or not minutes:
        parts.append(plural("{n} second", "{n} seconds", rest))
    return " ".join(parts)


def split_line(spent: Spending) -> str:
    """Say how much of a routine is movement and how much is changing over."""
    moving = spent.moving_minutes
    return tr(
        "{moving} min moving, {rest} min getting ready and resting",
        moving=moving,
        rest=spent.minutes - moving,
    )


def facts_line(routine: Routine, library: Library, spent: Spending) -> str:
    """Say where the minutes go and how often the position changes; nothing of an empty routine."""
    if not routine.slots:
        return ""
    return f"{split_line(spent)}. {changes_line(routine, library)}."


def changes_line(routine: Routine, library: Library) -> str:
    """Say how often a routine asks for another position."""
    changes = position_changes([library.get(slot.exercise_id) for slot in routine.slots])
    return plural("{n} change of position", "{n} changes of position", changes)


def time_words(routine: Routine, library: Library, spent: Spending) -> str:
    """Say in words where the time of a routine goes, for a screen reader."""
    parts = (
        f"{library.get(slot.exercise_id).name} {spoken_time(seconds)}"
        for slot, seconds in zip(routine.slots, spent.slots, strict=True)
    )
    return tr("Where the time goes: {parts}.", parts=", ".join(parts))


def count_line(routine: Routine, spent: Spending) -> str:
    """Say how long a routine is and how many exercises it has."""
    return plural(
        "{minutes} min, {n} exercise",
        "{minutes} min, {n} exercises",
        len(routine.slots),
        minutes=spent.minutes,
    )
