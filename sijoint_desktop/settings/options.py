"""The values that a person chose from the table of options.

Settings are a frozen value: ``changed`` returns another one, and refuses what does not fit.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.settings.option import (
    CountedSets,
    Group,
    MotionChoice,
    Option,
    ThemeChoice,
    Value,
)
from sijoint_desktop.settings.table import BY_KEY, ELSEWHERE, FIGURE_OPTIONS, OPTIONS, WEEKDAYS

__all__ = [
    "BY_KEY",
    "ELSEWHERE",
    "FIGURE_OPTIONS",
    "OPTIONS",
    "WEEKDAYS",
    "CountedSets",
    "Group",
    "MotionChoice",
    "Option",
    "Settings",
    "ThemeChoice",
    "Value",
    "back_to_defaults",
    "defaults",
    "read_values",
    "usual_paper",
]


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


def back_to_defaults(
    settings: Settings, keys: Iterable[str] | None = None, *, paper: str = "a4"
) -> Settings:
    """Return the defaults for some options, or for all that are shown; the rest stays."""
    shown = [option.key for option in OPTIONS if option.group is not Group.HIDDEN]
    fresh = defaults(paper=paper).values
    wanted = {key: fresh[key] for key in (shown if keys is None else keys)}
    return Settings({**settings.values, **wanted}, settings.unknown)


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
