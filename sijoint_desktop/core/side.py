"""Left and right of the person's own body, written and mirrored in one place."""

from enum import StrEnum

from sijoint_desktop.core.language import tr


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


def side_label(side: Side, part: str = "") -> str:
    """Return a side as it begins a line, such as "Left", or "Left leg back" with a part."""
    if side is Side.LEFT:
        return tr("Left {part}", part=part) if part else tr("Left", "side")
    return tr("Right {part}", part=part) if part else tr("Right", "side")


def side_in_text(side: Side, part: str = "") -> str:
    """Return a side as it stands within a line, such as "left" or "left leg back"."""
    if side is Side.LEFT:
        return tr("left {part}", part=part) if part else tr("left", "side")
    return tr("right {part}", part=part) if part else tr("right", "side")


def side_in_capitals(side: Side, part: str = "") -> str:
    """Return a side that must not be overlooked, such as "LEFT" or "LEFT leg back"."""
    if side is Side.LEFT:
        return tr("LEFT {part}", part=part) if part else tr("LEFT", "side")
    return tr("RIGHT {part}", part=part) if part else tr("RIGHT", "side")
