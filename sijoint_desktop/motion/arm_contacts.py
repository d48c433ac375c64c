"""Hands and forearms brought exactly to what they rest on or hold."""

import numpy as np

from sijoint_desktop.core.side import Side
from sijoint_desktop.motion import dofs as dof
from sijoint_desktop.motion import forward as fwd
from sijoint_desktop.motion import props
from sijoint_desktop.motion import rotation as rot
from sijoint_desktop.motion import skeleton as bones
from sijoint_desktop.motion.batch import UP, Batch, Fit, fits_of, heading_of, lying_bone
from sijoint_desktop.motion.limbs import ELBOW, aimed, two_bone
from sijoint_desktop.motion.rotation import Array, Mask, Z

_ARM = (bones.UPPER_ARM, bones.FOREARM)
_OPEN_FINGERS_DOWN, _CLOSED_FINGERS_DOWN = 1.2, 0.6  # slope of hands that hold the belt


def palm(batch: Batch) -> list[Fit]:
    """Put palms on the floor."""
    yaw = rot.to_matrix(rot.about(Z, batch.outwards * batch.of(lambda c: c.yaw)))
    fingers = rot.turn(yaw, (1.0, 0.0, -bones.PALM_SLOPE))
    wrist = np.full((len(batch.rows), 3), bones.PALM_WRIST_HEIGHT)
    wrist[:, :2] = batch.places("arm")
    return _place_arm(batch, wrist, _hand(fingers, -UP, batch.outwards))


def forearm(batch: Batch) -> list[Fit]:
    """Put elbows, forearms and hands on the floor."""
    heading = heading_of(batch)
    heights = (bones.FOREARM_ELBOW_HEIGHT, bones.FOREARM_WRIST_HEIGHT)
    elbow, wrist = lying_bone(batch, "arm", heading, heights)
    roll = np.radians(bones.FOREARM_HAND_ROLL)
    inwards = rot.cross(UP, heading) * batch.outwards[:, None]
    palm = -np.cos(roll) * UP - np.sin(roll) * inwards
    hand = _hand(rot.unit(wrist - elbow), palm, batch.outwards)
    shoulder = batch.body.arms[batch.rows, batch.side, 0]
    frames = aimed(shoulder, elbow, wrist, batch.frame(fwd.UPPER_ARM)[..., 1], ELBOW)
    _set_arm(batch, frames, hand)
    placed = batch.body.arms[batch.rows, batch.side, 1]
    return fits_of(batch, shoulder, elbow, placed, (bones.UPPER_ARM, 0.0), straight=True)


def arm_on(batch: Batch) -> list[Fit]:
    """Put hands on other segments."""
    frame, point = batch.touched()
    stated = batch.of(lambda c: c.fingers is not None)
    # a default that is never used where nothing is stated
    fingers = rot.unit(rot.turn(frame, batch.of(lambda c: c.fingers or (0.0, 0.0, -1.0))))
    palm = rot.turn(frame, batch.of(lambda c: c.palm or (-1.0, 0.0, 0.0)))
    hand = _hand(fingers, palm, batch.outwards)
    wrist = point - np.where(stated, batch.of(lambda c: c.grip), 0.0)[:, None] * fingers
    return _place_arm(batch, wrist, hand, follows=~stated)


def belt(batch: Batch) -> list[Fit]:
    """Let hands hold the ends of the belt."""
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


def _place_arm(batch: Batch, wrist: Array, hand: Array, follows: Mask | None = None) -> list[Fit]:
    shoulder = batch.body.arms[batch.rows, batch.side, 0]
    pole = batch.pole("thorax", -batch.frame(fwd.UPPER_ARM)[..., 0])
    upper, lower = two_bone(shoulder, wrist, _ARM, pole, ELBOW)
    if follows is not None and follows.any():
        bent = rot.transposed(batch.frame(fwd.FOREARM)) @ batch.frame(fwd.HAND)
        hand = np.where(follows[:, None, None], lower @ bent, hand)
    _set_arm(batch, (upper, lower), hand)
    return fits_of(batch, shoulder, wrist, batch.body.arms[batch.rows, batch.side, 2], _ARM)


def _set_arm(batch: Batch, frames: tuple[Array, Array], hand: Array) -> None:
    rows, side, arms, limbs = batch.rows, batch.side, batch.body.arms, batch.body.limbs
    limbs[rows, side, fwd.UPPER_ARM], limbs[rows, side, fwd.FOREARM] = frames
    limbs[rows, side, fwd.HAND] = hand
    elbow = arms[rows, side, 0] - bones.UPPER_ARM * frames[0][..., 2]
    wrist = elbow - bones.FOREARM * frames[1][..., 2]
    arms[rows, side, 1], arms[rows, side, 2] = elbow, wrist
    arms[rows, side, 3] = wrist - bones.HAND * hand[..., 2]
