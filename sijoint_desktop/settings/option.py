"""What an option is: its kind of value, its words, and the values that fit it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from sijoint_desktop.core.language import mark, tr

Value: TypeAlias = str | int | bool
Choices: TypeAlias = tuple[tuple[str, str], ...]


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
    """The groups in which options are shown; HIDDEN ones are remembered, not asked."""

    YOU = "you"
    WEEK = "week"
    LOOK = "look"
    SOUND = "sound"
    TIMES = "times"
    PAPER = "paper"
    HIDDEN = "hidden"

    @property
    def heading(self) -> str:
        """The words above the group."""
        return tr(_HEADINGS[self], "settings")


_HEADINGS: Mapping[Group, str] = {
    Group.YOU: mark("You", "settings"),
    Group.WEEK: mark("Your week", "settings"),
    Group.LOOK: mark("How it looks", "settings"),
    Group.SOUND: mark("Sound", "settings"),
    Group.TIMES: mark("Times in a session", "settings"),
    Group.PAPER: mark("On paper", "settings"),
    Group.HIDDEN: "",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be set.

    ``choices`` are pairs of (value, word) for a choice of one. With ``several`` any number of
    them may be chosen, also none: the value has their keys in the order of the table with blanks
    between. ``least`` and ``most`` bound a number; ``unit`` is shown behind it. The type is that of
    ``default``. All words are English ones that were marked, those of choices in their ``context``;
    ``say`` gives the choices in the language in use where looking each up is not enough.
    """

    key: str
    default: Value
    label: str
    group: Group
    help: str = ""
    choices: Choices = ()
    context: str = ""
    say: Callable[[], Choices] | None = None
    several: bool = False
    least: int = 0
    most: int = 0
    step: int = 1
    unit: str = ""

    @property
    def words(self) -> str:
        """What the option is called in the language in use."""
        return tr(self.label)

    def choices_in_words(self) -> Choices:
        """Return the choices as pairs of (value, word in the language in use)."""
        if self.say is not None:
            return self.say()
        return tuple((value, tr(word, self.context)) for value, word in self.choices)

    def fault(self, value: object) -> str | None:
        """Say what is wrong with a value for this option, or return None."""
        key, wanted = self.key, type(self.default)
        if type(value) is not wanted:
            kind = tr(_TYPE_WORDS[wanted])
            return tr("{key}: expected {kind}, got {value}", key=key, kind=kind, value=repr(value))
        if self.choices and not self._is_chosen_from(str(value)):
            known = ", ".join(known for known, _word in self.choices)
            pattern = tr("{key}: {value} is not one of {known}")
            if self.several:
                pattern = tr("{key}: {value} is not among {known}")
            return pattern.format(key=key, value=repr(value), known=known)
        if isinstance(value, int) and wanted is int and not self.least <= value <= self.most:
            pattern = tr("{key}: {value} is not between {least} and {most}")
            return pattern.format(key=key, value=value, least=self.least, most=self.most)
        if isinstance(value, str) and len(value) > _LONGEST_TEXT:
            return tr("{key}: longer than {n} characters", key=key, n=_LONGEST_TEXT)
        return None

    def _is_chosen_from(self, value: str) -> bool:
        keys = [key for key, _word in self.choices]
        if not self.several:
            return value in keys
        chosen = value.split()
        return value == " ".join(key for key in keys if key in chosen)


_TYPE_WORDS: Mapping[type, str] = {
    str: mark("a text"),
    int: mark("a whole number"),
    bool: mark("true or false"),
}
_LONGEST_TEXT = 4000
