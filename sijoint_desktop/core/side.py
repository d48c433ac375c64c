"""Left and right of the person's own body, written and mirrored in one place."""

from enum import StrEnum


class Side(StrEnum):
    """A side of the person's own body."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT

    @property
    def suffix(self) -> str:
        """The joint-name suffix of this side, ``_l`` or ``_r``."""
        return "_l" if self is Side.LEFT else "_r"


def swap_suffix(name: str) -> str:
    """Return a joint or angle name with its side suffix exchanged; a name without one stays."""
    if name.endswith("_l"):
        return name[:-2] + "_r"
    if name.endswith("_r"):
        return name[:-2] + "_l"
    return name
