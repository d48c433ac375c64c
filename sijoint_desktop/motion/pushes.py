"""Reading ``[[motion.push]]``: where the figure pushes without moving; an arrow alone shows it."""

from sijoint_desktop.motion.joints import JOINTS
from sijoint_desktop.motion.model import Push, Vector
from sijoint_desktop.motion.table import Table, close_match


def parse_pushes(top: Table) -> tuple[Push, ...]:
    """Return the pushes of a motion; faults are noted in the table's list."""
    pushes = []
    for entry in top.tables("push"):
        joint = entry.text("joint")
        if joint not in JOINTS:
            entry.fault("joint", f"unknown joint {joint!r}{close_match(joint, JOINTS)}")
        direction = _vector(entry, "direction")
        if not any(direction):
            entry.fault("direction", "missing or without a length; expected 3 numbers")
        pushes.append(Push(joint, _vector(entry, "offset"), direction))
        entry.close()
    return tuple(pushes)


def _vector(entry: Table, key: str) -> Vector:
    numbers = entry.numbers(key, 3)
    return (numbers[0], numbers[1], numbers[2]) if numbers else (0.0, 0.0, 0.0)
