"""Hands and feet brought exactly to what they rest on, for many moments at once.

A hold states that one contact lasts from one row to another. Holds of the same kind are solved
together whatever the limb, so the cost grows with the number of kinds and not of moves.
"""

from collections.abc import Callable, Iterable

from sijoint_desktop.motion import arm_contacts, leg_contacts
from sijoint_desktop.motion.batch import Batch, Fit, Hold
from sijoint_desktop.motion.dofs import Dofs
from sijoint_desktop.motion.forward import Body
from sijoint_desktop.motion.model import ContactKind

__all__ = ["Fit", "Hold", "solve"]


def solve(body: Body, dofs: Dofs, holds: Iterable[Hold]) -> list[Fit]:
    """Move the limbs of a body, in place, so that every hold is met, and say how well it is.

    Feet on the floor come first, then legs that rest on legs, then hands.
    """
    fits: list[Fit] = []
    kinds: dict[tuple[ContactKind, bool], list[Hold]] = {}
    for hold in holds:
        kinds.setdefault((hold.contact.kind, hold.limb.startswith("leg")), []).append(hold)
    for key, solver in _SOLVERS.items():
        if key in kinds:
            fits += solver(Batch(kinds[key], body, dofs))
    return fits


_SOLVERS: dict[tuple[ContactKind, bool], Callable[[Batch], list[Fit]]] = {
    (ContactKind.FLAT, True): leg_contacts.flat,
    (ContactKind.KNEEL, True): leg_contacts.kneel,
    (ContactKind.HEEL, True): leg_contacts.heel,
    (ContactKind.SIDE, True): leg_contacts.side,
    (ContactKind.ON, True): leg_contacts.leg_on,
    (ContactKind.PALM, False): arm_contacts.palm,
    (ContactKind.FOREARM, False): arm_contacts.forearm,
    (ContactKind.ON, False): arm_contacts.arm_on,
    (ContactKind.BELT, False): arm_contacts.belt,
}
