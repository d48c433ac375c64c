"""Contacts of one kind laid out row by row, so that many moments are solved at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.motion import dofs as dof
from sijoint_desktop.motion import rotation as rot
from sijoint_desktop.motion import skeleton as bones
from sijoint_desktop.motion.breathing import skin_shift
from sijoint_desktop.motion.dofs import Dofs
from sijoint_desktop.motion.forward import Body
from sijoint_desktop.motion.joints import FRAME_INDEX, JOINT_INDEX
from sijoint_desktop.motion.model import Contact
from sijoint_desktop.motion.rotation import Array, Index, Z

UP = np.array([0.0, 0.0, 1.0])
FORWARDS = np.array([1.0, 0.0, 0.0])


@dataclass(frozen=True, slots=True)
class Hold:
    """A contact of one limb from row ``start`` up to, not including, row ``stop``."""

    limb: str
    contact: Contact
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a limb met a hold, row by row: what is missing, and how far it is stretched.

    ``gap`` is in statures, ``stretch`` is the share of the limb's full length.
    """

    hold: Hold
    gap: Array
    stretch: Array


class Batch:
    """Holds of one kind laid out row by row."""

    def __init__(self, holds: Sequence[Hold], body: Body, dofs: Dofs) -> None:
        self._holds = holds
        self._counts = np.array([hold.stop - hold.start for hold in holds])
        self.rows = np.concatenate([np.arange(hold.start, hold.stop) for hold in holds])
        left_right = np.array([0 if hold.limb.endswith("_l") else 1 for hold in holds])
        self.side: Index = np.repeat(left_right, self._counts)
        self.outwards = dof.OUTWARDS[self.side]
        self.body, self.dofs = body, dofs

    def fits(self, gap: Array, stretch: Array) -> list[Fit]:
        """Return the figures of all rows hold by hold."""
        ends = np.cumsum(self._counts)[:-1]
        parts = zip(self._holds, np.split(gap, ends), np.split(stretch, ends), strict=True)
        return [Fit(*part) for part in parts]

    def each(self, values: Sequence[object]) -> NDArray[Any]:
        """Return one value per hold repeated over its rows."""
        return np.repeat(np.array(values), self._counts, axis=0)

    def of(self, read: Callable[[Contact], object]) -> NDArray[Any]:
        """Return what ``read`` finds in each hold's contact, repeated over its rows."""
        return self.each([read(hold.contact) for hold in self._holds])

    def scalar(self, both: slice) -> Array:
        """Return one of the limb's own scalars, given the place of the left one and the right."""
        values: Array = self.dofs.scalars[self.rows, both.start + self.side]
        return values

    def places(self, limb: str) -> Array:
        """Return where on the floor the legs or arms rest, as (M, 2)."""
        both = self.dofs.scalars[self.rows, dof.PLACES[limb]].reshape(-1, 2, 2)
        places: Array = both[np.arange(len(self.rows)), self.side]
        return places

    def frame(self, segment: int) -> Array:
        """Return a limb segment's frames (M, 3, 3)."""
        frames: Array = self.body.limbs[self.rows, self.side, segment]
        return frames

    def touched(self) -> tuple[Array, Array]:
        """Return the frames of the touched segments and the touched points on their skin."""
        index = self.of(lambda c: FRAME_INDEX[c.segment])
        origin = self.of(lambda c: JOINT_INDEX[bones.origin_of(c.segment)])
        local = self.of(
            lambda c: (*c.offset[:2], c.offset[2] - c.along * bones.length_of(c.segment))
        )
        local = local + skin_shift(index, local, self.dofs.scalars[self.rows, dof.BREATH])
        frame = self.body.frames[self.rows, index]
        return frame, self.body.positions[self.rows, origin] + rot.turn(frame, local)

    def pole(self, segment: str, default: Array) -> Array:
        """Return the stated poles in the frame of a trunk segment, else the default ones."""
        if all(hold.contact.pole is None for hold in self._holds):
            return default
        stated = self.of(lambda c: c.pole is not None)[:, None]
        local = self.of(lambda c: c.pole or (0.0, 0.0, 0.0))
        frame = self.body.frames[self.rows, FRAME_INDEX[segment]]
        return np.where(stated, rot.turn(frame, local), default)


def heading_of(batch: Batch) -> Array:
    """Return the directions (M, 3) on the floor that the contacts' yaw states."""
    yaw = rot.about(Z, batch.outwards * batch.of(lambda c: c.yaw))
    return rot.turn(rot.to_matrix(yaw), FORWARDS)


def lying_bone(
    batch: Batch, limb: str, heading: Array, heights: tuple[float, float]
) -> tuple[Array, Array]:
    """Return both ends of shanks or forearms whose ends are at the stated heights."""
    length = bones.SHANK if limb == "leg" else bones.FOREARM
    rise = heights[1] - heights[0]
    at = batch.places(limb)
    near = np.concatenate([at, np.full((len(at), 1), heights[0])], axis=1)
    along = float(np.sqrt(length**2 - rise**2)) * heading
    return near, near + along + rise * UP


def fits_of(
    batch: Batch,
    near: Array,
    wanted: Array,
    placed: Array,
    lengths: tuple[float, float],
    *,
    straight: bool = False,
) -> list[Fit]:
    """Return how well limbs met their holds: ``lengths`` of its bones, or ``straight`` for one."""
    gap = np.linalg.norm(wanted - placed, axis=1)
    stretch = np.linalg.norm(wanted - near, axis=1) / sum(lengths)
    return batch.fits(gap, np.zeros_like(stretch) if straight else stretch)
