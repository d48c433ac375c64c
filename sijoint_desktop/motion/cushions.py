"""Reading ``[[motion.cushion]]``: pillows that stay where they are while the body moves."""

from sijoint_desktop.motion.model import Cushion
from sijoint_desktop.motion.table import Table

_FLOOR = 1e-6


def parse_cushions(top: Table) -> tuple[Cushion, ...]:
    """Return the cushions of a motion; faults are noted in the table's list."""
    cushions = []
    for entry in top.tables("cushion"):
        at, size = entry.numbers("at", 3), entry.numbers("size", 3)
        if at is None or size is None:
            missing = "at" if at is None else "size"
            entry.fault(missing, "missing; expected a list of 3 numbers")
        elif min(size) <= 0 or at[2] < size[2] / 2 - _FLOOR:
            entry.fault("size", "expected lengths above 0 that keep the cushion above the floor")
        else:
            cushions.append(Cushion((at[0], at[1], at[2]), (size[0], size[1], size[2])))
        entry.close()
    return tuple(cushions)
