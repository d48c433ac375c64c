"""Hands and feet brought exactly to what they rest on, for many moments at once.

A hold states that one contact lasts from one row to another. Holds of the same kind are solved
together whatever the limb, so the cost grows with the number of kinds and not of moves.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion import dofs as dof
from sijoint_desktop.motion import forward as fwd
from sijoint_desktop.motion import props
from sijoint_desktop.motion import rotation as rot
from sijoint_desktop.motion import skeleton as bones
from sijoint_desktop.motion.breathing import skin_shift
from sijoint_desktop.motion.dofs import Dofs
from sijoint_desktop.motion.forward import Body
from sijoint_desktop.motion.joints import FRAME_INDEX, JOINT_INDEX
from sijoint_desktop.motion.limbs import ELBOW, KNEE, aimed, two_bone
from sijoint_desktop.motion.model import Contact, ContactKind
from sijoint_desktop.motion.rotation import Array, Index, Mask, Y, Z

LEG = (bones.THIGH, bones.SHANK)
ARM = (bones.UPPER_ARM, bones.FOREARM)
_OPEN_FINGERS_DOWN, _CLOSED_FINGERS_DOWN = 1.2, 0.6  # slope of hands that hold the belt
_UP = np.array([0.0, 0.0, 1.0])
_FORWARDS = np.array([1.0, 0.0, 0.0])


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


class _Batch:
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
            fits += solver(_Batch(kinds[key], body, dofs))
    return fits


def _flat(batch: _Batch) -> list[Fit]:
    yaw = rot.about(Z, batch.outwards * batch.of(lambda c: c.yaw))
    lean, knee = batch.scalar(dof.FOOT_LEANS), batch.scalar(dof.KNEE_LEANS)
    level = rot.to_matrix(yaw)
    foot = rot.to_matrix(rot.multiply(yaw, rot.about(rot.X, -batch.outwards * lean)))
    ankle = np.zeros((len(batch.rows), 3))
    ankle[:, :2] = batch.places("leg")
    # the foot rolls about the edge that it leans over, which stays where it is on the floor
    edge = np.zeros_like(ankle)
    edge[:, 1] = bones.FOOT_HALF_BREADTH * np.sign(lean) * batch.outwards
    edge[:, 2] = -bones.ANKLE_HEIGHT
    ankle[:, 2] = bones.ANKLE_HEIGHT
    ankle += rot.turn(level, edge) - rot.turn(foot, edge)
    tilt = rot.to_matrix(rot.about(rot.X, -batch.outwards * knee))
    across = rot.cross(rot.turn(tilt, _UP), level[..., 0])  # the knee tracks over the toes
    hip = batch.body.legs[batch.rows, batch.side, 0]
    pole = rot.cross(rot.unit(ankle - hip), across)
    frames = two_bone(hip, ankle, LEG, batch.pole("pelvis", pole), KNEE)
    _place_leg(batch, frames, foot, 0.0)
    return _fits(batch, hip, ankle, batch.body.legs[batch.rows, batch.side, 2], LEG)


def _kneel(batch: _Batch) -> list[Fit]:
    yaw = rot.about(Z, -batch.outwards * batch.of(lambda c: c.yaw))
    heights = (bones.KNEELING_KNEE_HEIGHT, bones.KNEELING_ANKLE_HEIGHT)
    knee, ankle = _lying_bone(batch, "leg", rot.turn(rot.to_matrix(yaw), -_FORWARDS), heights)
    foot = rot.to_matrix(rot.multiply(yaw, rot.about(Y, bones.KNEELING_FOOT_PITCH)))
    frames = _aimed_leg(batch, knee, ankle)
    _place_leg(batch, frames, foot, bones.KNEELING_TOE_EXTENSION)
    return _knee_fits(batch, knee)


def _side(batch: _Batch) -> list[Fit]:
    heights = (bones.SIDE_KNEE_HEIGHT, bones.SIDE_ANKLE_HEIGHT)
    knee, ankle = _lying_bone(batch, "leg", _heading(batch), heights)
    bent = rot.transposed(batch.frame(fwd.SHANK)) @ batch.frame(fwd.FOOT)
    upper, lower = _aimed_leg(batch, knee, ankle)
    _place_leg(batch, (upper, lower), lower @ bent, batch.scalar(dof.TOES))
    return _knee_fits(batch, knee)


def _heading(batch: _Batch) -> Array:
    """Return the directions (M, 3) on the floor that the contacts' yaw states."""
    yaw = rot.about(Z, batch.outwards * batch.of(lambda c: c.yaw))
    return rot.turn(rot.to_matrix(yaw), _FORWARDS)


def _lying_bone(
    batch: _Batch, limb: str, heading: Array, heights: tuple[float, float]
) -> tuple[Array, Array]:
    """Return both ends of shanks or forearms whose ends are at the stated heights."""
    length = bones.SHANK if limb == "leg" else bones.FOREARM
    rise = heights[1] - heights[0]
    at = batch.places(limb)
    near = np.concatenate([at, np.full((len(at), 1), heights[0])], axis=1)
    along = float(np.sqrt(length**2 - rise**2)) * heading
    return near, near + along + rise * _UP


def _aimed_leg(batch: _Batch, knee: Array, ankle: Array) -> tuple[Array, Array]:
    hip = batch.body.legs[batch.rows, batch.side, 0]
    return aimed(hip, knee, ankle, batch.frame(fwd.THIGH)[..., 1])


def _knee_fits(batch: _Batch, knee: Array) -> list[Fit]:
    hip, placed = (batch.body.legs[batch.rows, batch.side, joint] for joint in (0, 1))
    return _fits(batch, hip, knee, placed, (bones.THIGH, 0.0), straight=True)


def _leg_on(batch: _Batch) -> list[Fit]:
    _, ankle = batch.touched()
    bent = rot.transposed(batch.frame(fwd.SHANK)) @ batch.frame(fwd.FOOT)
    hip = batch.body.legs[batch.rows, batch.side, 0]
    pole = batch.pole("pelvis", batch.frame(fwd.THIGH)[..., 0])
    upper, lower = two_bone(hip, ankle, LEG, pole, KNEE)
    toes = batch.scalar(dof.TOES)
    _place_leg(batch, (upper, lower), lower @ bent, toes)
    return _fits(batch, hip, ankle, batch.body.legs[batch.rows, batch.side, 2], LEG)


def _place_leg(
    batch: _Batch, frames: tuple[Array, Array], foot: Array, toes: Array | float
) -> None:
    rows, side, legs, limbs = batch.rows, batch.side, batch.body.legs, batch.body.limbs
    limbs[rows, side, fwd.THIGH], limbs[rows, side, fwd.SHANK] = frames
    knee = legs[rows, side, 0] - bones.THIGH * frames[0][..., 2]
    ankle = knee - bones.SHANK * frames[1][..., 2]
    legs[rows, side, 1], legs[rows, side, 2] = knee, ankle
    toes = np.broadcast_to(toes, len(rows))
    limbs[rows, side, fwd.FOOT : fwd.TOE + 1], legs[rows, side, 3:] = fwd.foot_parts(
        foot, ankle, toes
    )


def _palm(batch: _Batch) -> list[Fit]:
    yaw = rot.to_matrix(rot.about(Z, batch.outwards * batch.of(lambda c: c.yaw)))
    fingers = rot.turn(yaw, (1.0, 0.0, -bones.PALM_SLOPE))
    wrist = np.full((len(batch.rows), 3), bones.PALM_WRIST_HEIGHT)
    wrist[:, :2] = batch.places("arm")
    return _place_arm(batch, wrist, _hand(fingers, -_UP, batch.outwards))


def _forearm(batch: _Batch) -> list[Fit]:
    heading = _heading(batch)
    heights = (bones.FOREARM_ELBOW_HEIGHT, bones.FOREARM_WRIST_HEIGHT)
    elbow, wrist = _lying_bone(batch, "arm", heading, heights)
    roll = np.radians(bones.FOREARM_HAND_ROLL)
    inwards = rot.cross(_UP, heading) * batch.outwards[:, None]
    palm = -np.cos(roll) * _UP - np.sin(roll) * inwards
    hand = _hand(rot.unit(wrist - elbow), palm, batch.outwards)
    shoulder = batch.body.arms[batch.rows, batch.side, 0]
    frames = aimed(shoulder, elbow, wrist, batch.frame(fwd.UPPER_ARM)[..., 1], ELBOW)
    _set_arm(batch, frames, hand)
    placed = batch.body.arms[batch.rows, batch.side, 1]
    return _fits(batch, shoulder, elbow, placed, (bones.UPPER_ARM, 0.0), straight=True)


def _arm_on(batch: _Batch) -> list[Fit]:
    frame, point = batch.touched()
    stated = batch.of(lambda c: c.fingers is not None)
    # a default that is never used where nothing is stated
    fingers = rot.unit(rot.turn(frame, batch.of(lambda c: c.fingers or (0.0, 0.0, -1.0))))
    palm = rot.turn(frame, batch.of(lambda c: c.palm or (-1.0, 0.0, 0.0)))
    hand = _hand(fingers, palm, batch.outwards)
    wrist = point - np.where(stated, batch.of(lambda c: c.grip), 0.0)[:, None] * fingers
    return _place_arm(batch, wrist, hand, follows=~stated)


def _belt(batch: _Batch) -> list[Fit]:
    wrap, _, rise, tilt = batch.dofs.scalars[batch.rows, dof.BELT].T
    sides = [Side.RIGHT if side else Side.LEFT for side in batch.side]
    states = zip(wrap, sides, rise, tilt, strict=True)
    ends = np.array([props.belt_end(w, side, r, t) for w, side, r, t in states])
    azimuth = np.radians([props.belt_azimuth(w) for w in wrap])
    cosine, sine = np.cos(azimuth), batch.outwards * np.sin(azimuth)
    # the hand lies along the band, fingers towards its end and down, palm to the body
    down = -(_OPEN_FINGERS_DOWN + wrap * (_CLOSED_FINGERS_DOWN - _OPEN_FINGERS_DOWN))
    fingers = np.stack([np.abs(sine), -batch.outwards * cosine, down], axis=1)
    palm = np.stack([-cosine, -sine, np.zeros_like(wrap)], axis=1)
    pelvis = batch.body.frames[batch.rows, 0]
    fingers = rot.unit(rot.turn(pelvis, fingers))
    hand = _hand(fingers, rot.turn(pelvis, palm), batch.outwards)
    point = batch.body.positions[batch.rows, 0]
    point = point + rot.turn(pelvis, ends - palm * bones.HAND_HALF_DEPTH)
    return _place_arm(batch, point - batch.of(lambda c: c.grip)[:, None] * fingers, hand)


def _hand(fingers: Array, palm: Array, outwards: Array) -> Array:
    """Return hand frames: -z along the fingers, the palm facing the body's midline side of y."""
    z = -rot.unit(fingers)
    y = -outwards[:, None] * palm
    return rot.from_axes(rot.unit(y - rot.dot(y, z) * z), z)


def _place_arm(batch: _Batch, wrist: Array, hand: Array, follows: Mask | None = None) -> list[Fit]:
    shoulder = batch.body.arms[batch.rows, batch.side, 0]
    pole = batch.pole("thorax", -batch.frame(fwd.UPPER_ARM)[..., 0])
    upper, lower = two_bone(shoulder, wrist, ARM, pole, ELBOW)
    if follows is not None and follows.any():
        bent = rot.transposed(batch.frame(fwd.FOREARM)) @ batch.frame(fwd.HAND)
        hand = np.where(follows[:, None, None], lower @ bent, hand)
    _set_arm(batch, (upper, lower), hand)
    return _fits(batch, shoulder, wrist, batch.body.arms[batch.rows, batch.side, 2], ARM)


def _set_arm(batch: _Batch, frames: tuple[Array, Array], hand: Array) -> None:
    rows, side, arms, limbs = batch.rows, batch.side, batch.body.arms, batch.body.limbs
    limbs[rows, side, fwd.UPPER_ARM], limbs[rows, side, fwd.FOREARM] = frames
    limbs[rows, side, fwd.HAND] = hand
    elbow = arms[rows, side, 0] - bones.UPPER_ARM * frames[0][..., 2]
    wrist = elbow - bones.FOREARM * frames[1][..., 2]
    arms[rows, side, 1], arms[rows, side, 2] = elbow, wrist
    arms[rows, side, 3] = wrist - bones.HAND * hand[..., 2]


def _fits(
    batch: _Batch,
    near: Array,
    wanted: Array,
    placed: Array,
    lengths: tuple[float, float],
    *,
    straight: bool = False,
) -> list[Fit]:
    gap = np.linalg.norm(wanted - placed, axis=1)
    stretch = np.linalg.norm(wanted - near, axis=1) / sum(lengths)
    return batch.fits(gap, np.zeros_like(stretch) if straight else stretch)


_SOLVERS: dict[tuple[ContactKind, bool], Callable[[_Batch], list[Fit]]] = {
    (ContactKind.FLAT, True): _flat,
    (ContactKind.KNEEL, True): _kneel,
    (ContactKind.SIDE, True): _side,
    (ContactKind.ON, True): _leg_on,
    (ContactKind.PALM, False): _palm,
    (ContactKind.FOREARM, False): _forearm,
    (ContactKind.ON, False): _arm_on,
    (ContactKind.BELT, False): _belt,
}
