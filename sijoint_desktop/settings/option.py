"""What an option is: its kind of value, its words, and the values that fit it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = str | int | bool


class ThemeChoice(StrEnum):
    """What the person chose to see; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast_light"
    CONTRAST_DARK = "contrast_dark"


class MotionChoice(StrEnum):
    """Whether figures and rings move; FOLLOW does what the desktop asks for."""

    FOLLOW = "follow"
    ALWAYS = "always"
    NEVER = "never"


class CountedSets(StrEnum):
    """What ends a set whose repetitions are counted and not held."""

    TIMED = "timed"
    WAIT = "wait"


class Group(StrEnum):
    """The headings under which options are shown; HIDDEN ones are remembered, not asked."""

    YOU = "You"
    WEEK = "Your week"
    LOOK = "How it looks"
    SOUND = "Sound"
    TIMES = "Times in a session"
    PAPER = "On paper"
    HIDDEN = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be set.

    ``choices`` are pairs of (value, word shown) for a choice of one. With ``several`` any number of
    them may be chosen, also none: the value has their keys in the order of the table with blanks
    between. ``least`` and ``most`` bound a number; ``unit`` is shown behind it. The type is that of
    ``default``.
    """

    key: str
    default: Value
    label: str
    group: Group
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    several: bool = False
    least: int = 0
    most: int = 0
    step: int = 1
    unit: str = ""

    def fault(self, value: object) -> str | None:
        """Say what is wrong with a value for this option, or return None."""
        wanted = type(self.default)
        if type(value) is not wanted:
            return f"{self.key}: expected {_TYPE_WORDS[wanted]}, got {value!r}"
        if self.choices and not self._is_chosen_from(str(value)):
            known = ", ".join(key for key, _word in self.choices)
            return f"{self.key}: {value!r} is not {'among' if self.several else 'one of'} {known}"
        if isinstance(value, int) and wanted is int and not self.least <= value <= self.most:
            return f"{self.key}: {value} is not between {self.least} and {self.most}"
        if isinstance(value, str) and len(value) > _LONGEST_TEXT:
            return f"{self.key}: longer than {_LONGEST_TEXT} characters"
        return None

    def _is_chosen_from(self, value: str) -> bool:
        keys = [key for key, _word in self.choices]
        if not self.several:
            return value in keys
        chosen = value.split()
        return value == " ".join(key for key in keys if key in chosen)


_TYPE_WORDS: Mapping[type, str] = {str: "a text", int: "a whole number", bool: "true or false"}
_LONGEST_TEXT = 4000
