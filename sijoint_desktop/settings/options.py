"""Everything that a person can set, in one declared table, and the values they chose.

Settings are a frozen value: ``changed`` returns another one, and refuses what does not fit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.settings.countries import COUNTRIES

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
    LOOK = "How it looks"
    SOUND = "Sound"
    TIMES = "Times in a session"
    PAPER = "On paper"
    HIDDEN = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be set.

    ``choices`` are pairs of (value, word shown) for a choice of one; ``least`` and ``most`` bound a
    number; ``unit`` is shown behind it. The type is that of ``default``.
    """

    key: str
    default: Value
    label: str
    group: Group
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int = 0
    step: int = 1
    unit: str = ""

    def fault(self, value: object) -> str | None:
        """Say what is wrong with a value for this option, or return None."""
        wanted = type(self.default)
        if type(value) is not wanted:
            return f"{self.key}: expected {_TYPE_WORDS[wanted]}, got {value!r}"
        if self.choices and value not in [key for key, _word in self.choices]:
            known = ", ".join(key for key, _word in self.choices)
            return f"{self.key}: {value!r} is not one of {known}"
        if isinstance(value, int) and wanted is int and not self.least <= value <= self.most:
            return f"{self.key}: {value} is not between {self.least} and {self.most}"
        if isinstance(value, str) and len(value) > _LONGEST_TEXT:
            return f"{self.key}: longer than {_LONGEST_TEXT} characters"
        return None


_TYPE_WORDS: Mapping[type, str] = {str: "a text", int: "a whole number", bool: "true or false"}
_LONGEST_TEXT = 4000


def _seconds(
    key: str, default: int, label: str, *, least: int, most: int, text: str = ""
) -> Option:
    return Option(key, default, label, Group.TIMES, text, least=least, most=most, unit="s")


def _tone(key: str, label: str, default: str, names: tuple[str, ...]) -> Option:
    choices = tuple((name, name.capitalize()) for name in names)
    return Option(key, default, label, Group.LOOK, "Of the figure on screen.", choices=choices)


ELSEWHERE = "ZZ"
"""Stands for a country whose number is not known; ISO 3166-1 gives the code to nobody."""

FIGURE_OPTIONS = ("figure_style", "skin", "hair", "clothes")
"""The options that the figure's look follows."""

OPTIONS: tuple[Option, ...] = (
    Option("name", "", "Your name", Group.YOU, "Used to greet you, and nowhere else."),
    Option(
        "country",
        "",
        "Your country",
        Group.YOU,
        "For the emergency number.",
        choices=(("", "Same as the computer"), *COUNTRIES, (ELSEWHERE, "Another country")),
    ),
    Option(
        "theme",
        ThemeChoice.SYSTEM.value,
        "Colours",
        Group.LOOK,
        choices=(
            (ThemeChoice.SYSTEM.value, "Same as the computer"),
            (ThemeChoice.LIGHT.value, "Light"),
            (ThemeChoice.DARK.value, "Dark"),
            (ThemeChoice.CONTRAST_LIGHT.value, "High contrast on white"),
            (ThemeChoice.CONTRAST_DARK.value, "High contrast on black"),
        ),
    ),
    Option(
        "text_percent",
        100,
        "Text size",
        Group.LOOK,
        "Ctrl and plus or minus change it at any time.",
        least=100,
        most=200,
        step=10,
        unit="%",
    ),
    Option(
        "figure_style",
        "body",
        "Figure",
        Group.LOOK,
        "The same movement, drawn as a body or as a stick figure.",
        choices=(("body", "Body"), ("stick", "Stick figure")),
    ),
    _tone("skin", "Skin", "fair", ("light", "fair", "tan", "brown", "dark")),
    _tone("hair", "Hair", "brown", ("brown", "black", "fair", "red", "grey")),
    _tone("clothes", "Clothes", "blue", ("blue", "green", "plum", "sand")),
    Option(
        "motion",
        MotionChoice.FOLLOW.value,
        "Moving figures",
        Group.LOOK,
        "Without movement the figure shows one key position after another.",
        choices=(
            (MotionChoice.FOLLOW.value, "Same as the computer"),
            (MotionChoice.ALWAYS.value, "Always"),
            (MotionChoice.NEVER.value, "Never"),
        ),
    ),
    Option("sound", True, "Tones in a session", Group.SOUND, "Tones count you in and out."),
    Option("volume", 70, "Loudness of tones", Group.SOUND, least=0, most=100, step=5, unit="%"),
    Option(
        "half_way",
        True,
        "Half-way tone",
        Group.SOUND,
        "In the middle of a hold of 20 seconds or more.",
    ),
    Option(
        "voice",
        True,
        "Spoken words",
        Group.SOUND,
        "Says what comes next, where this computer has a voice.",
    ),
    Option(
        "voice_volume",
        80,
        "Loudness of the voice",
        Group.SOUND,
        least=0,
        most=100,
        step=5,
        unit="%",
    ),
    Option(
        "flash",
        False,
        "Flash with each tone",
        Group.SOUND,
        "The edge of the screen lights up for a moment.",
    ),
    _seconds(
        "first_ready_s",
        10,
        "Get ready, first exercise",
        least=3,
        most=60,
        text="Time to lie or kneel down.",
    ),
    _seconds("get_ready_s", 5, "Get ready, other exercises", least=3, most=60),
    _seconds("side_change_s", 5, "Change of side", least=3, most=60),
    _seconds("rest_sets_s", 15, "Rest between sets", least=0, most=180),
    _seconds("rest_exercises_s", 20, "Rest between exercises", least=0, most=180),
    _seconds(
        "recount_s", 3, "Count in after a pause", least=1, most=10, text="Time to get back into it."
    ),
    Option(
        "counted_sets",
        CountedSets.TIMED.value,
        "Sets without a hold",
        Group.TIMES,
        choices=(
            (CountedSets.TIMED.value, "Go on by themselves"),
            (CountedSets.WAIT.value, "Wait until I press Done"),
        ),
    ),
    Option(
        "paper",
        "a4",
        "Paper",
        Group.PAPER,
        choices=(("a4", "A4"), ("letter", "Letter")),
    ),
    Option("articles_read", "", "Learn pages that were read", Group.HIDDEN),
    Option("page", "today", "Page shown last", Group.HIDDEN),
    Option("window", "", "Window geometry", Group.HIDDEN),
)

BY_KEY: Mapping[str, Option] = MappingProxyType({option.key: option for option in OPTIONS})


@dataclass(frozen=True, slots=True)
class Settings:
    """What the person set; every option has a value that fits.

    ``unknown`` keeps keys of a newer version, so that saving does not lose them.
    """

    values: Mapping[str, Value]
    unknown: Mapping[str, object] = field(default_factory=dict)

    def text(self, key: str) -> str:
        """Return a text or choice; raises TypeError for an option of another type."""
        value = self.values[key]
        if not isinstance(value, str):
            raise TypeError(f"{key} is not a text")
        return value

    def number(self, key: str) -> int:
        """Return a whole number; raises TypeError for an option of another type."""
        value = self.values[key]
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"{key} is not a number")
        return value

    def flag(self, key: str) -> bool:
        """Return a yes or no; raises TypeError for an option of another type."""
        value = self.values[key]
        if not isinstance(value, bool):
            raise TypeError(f"{key} is not a yes or no")
        return value

    def changed(self, key: str, value: Value) -> "Settings":
        """Return these settings with one option changed; raises UserError if it does not fit."""
        option = BY_KEY.get(key)
        if option is None:
            raise UserError(f"there is no setting named {key!r}")
        fault = option.fault(value)
        if fault:
            raise UserError(f"setting {fault}")
        return Settings({**self.values, key: value}, self.unknown)


def defaults(*, paper: str = "a4") -> Settings:
    """Return the settings of a first start; ``paper`` is the usual one where the person lives."""
    settings = Settings({option.key: option.default for option in OPTIONS})
    return settings.changed("paper", paper)


def back_to_defaults(settings: Settings, *, paper: str = "a4") -> Settings:
    """Return the defaults for all that is shown; what is only remembered stays."""
    fresh = dict(defaults(paper=paper).values)
    kept = {o.key: settings.values[o.key] for o in OPTIONS if o.group is Group.HIDDEN}
    return Settings({**fresh, **kept}, settings.unknown)


def read_values(
    raw: Mapping[str, object], *, paper: str = "a4"
) -> tuple[Settings, tuple[str, ...]]:
    """Return settings from what a file held, and one sentence for each value that did not fit.

    A value that does not fit is replaced by its default; an unknown key is kept as it is.
    """
    values = dict(defaults(paper=paper).values)
    unknown: dict[str, object] = {}
    faults: list[str] = []
    for key, value in raw.items():
        option = BY_KEY.get(key)
        if option is None:
            unknown[key] = value
            continue
        fault = option.fault(value)
        if fault:
            faults.append(fault)
        else:
            values[key] = value  # type: ignore[assignment]  # its type was checked by fault()
    return Settings(values, unknown), tuple(faults)


def usual_paper(territory: str) -> str:
    """Return the paper in use in a country, by its two letters: Letter or A4.

    Source: Unicode CLDR, territories whose paper size is US-Letter.
    """
    letter = {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
    return "letter" if territory.upper() in letter else "a4"
