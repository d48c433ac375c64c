"""Legs brought exactly to what they rest on."""

import numpy as np

from sijoint_desktop.motion import dofs as dof
from sijoint_desktop.motion import forward as fwd
from sijoint_desktop.motion import rotation as rot
from sijoint_desktop.motion import skeleton as bones
from sijoint_desktop.motion.batch import FORWARDS, UP, Batch, Fit, fits_of, heading_of, lying_bone
from sijoint_desktop.motion.limbs import KNEE, aimed, two_bone
from sijoint_desktop.motion.rotation import Array, Y, Z

_LEG = (bones.THIGH, bones.SHANK)


def flat(batch: Batch) -> list[Fit]:
    """Put soles on the floor; the knees track over the toes."""
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
    across = rot.cross(rot.turn(tilt, UP), level[..., 0])  # the knee tracks over the toes
    hip = batch.body.legs[batch.rows, batch.side, 0]
    pole = rot.cross(rot.unit(ankle - hip), across)
    frames = two_bone(hip, ankle, _LEG, batch.pole("pelvis", pole), KNEE)
    _place_leg(batch, frames, foot, 0.0)
    return fits_of(batch, hip, ankle, batch.body.legs[batch.rows, batch.side, 2], _LEG)


def kneel(batch: Batch) -> list[Fit]:
    """Put knees and insteps on the floor."""
    yaw = rot.about(Z, -batch.outwards * batch.of(lambda c: c.yaw))
    heights = (bones.KNEELING_KNEE_HEIGHT, bones.KNEELING_ANKLE_HEIGHT)
    knee, ankle = lying_bone(batch, "leg", rot.turn(rot.to_matrix(yaw), -FORWARDS), heights)
    foot = rot.to_matrix(rot.multiply(yaw, rot.about(Y, bones.KNEELING_FOOT_PITCH)))
    frames = _aimed_leg(batch, knee, ankle)
    _place_leg(batch, frames, foot, bones.KNEELING_TOE_EXTENSION)
    return _kneefits_of(batch, knee)


def heel(batch: Batch) -> list[Fit]:
    """Put long legs on the back of their heels, toes up."""
    ankle = np.zeros((len(batch.rows), 3))
    ankle[:, :2], ankle[:, 2] = batch.places("leg"), bones.HEEL_ANKLE_HEIGHT
    hip = batch.body.legs[batch.rows, batch.side, 0]
    forwards = rot.unit((ankle - hip) * (1.0, 1.0, 0.0))
    out = rot.cross(UP, forwards) * batch.outwards[:, None]
    yaw = np.radians(batch.of(lambda c: c.yaw))[:, None]
    toes_up = np.cos(yaw) * UP + np.sin(yaw) * out
    drop = np.radians(bones.HEEL_FOOT_DROP)
    y = rot.unit(rot.cross(toes_up, forwards))
    foot = rot.from_axes(y, np.sin(drop) * toes_up - np.cos(drop) * forwards)
    frames = two_bone(hip, ankle, _LEG, batch.pole("pelvis", toes_up), KNEE)
    _place_leg(batch, frames, foot, 0.0)
    return fits_of(batch, hip, ankle, batch.body.legs[batch.rows, batch.side, 2], _LEG)


def side(batch: Batch) -> list[Fit]:
    """Put the outsides of knees and ankles on the floor."""
    heights = (bones.SIDE_KNEE_HEIGHT, bones.SIDE_ANKLE_HEIGHT)
    knee, ankle = lying_bone(batch, "leg", heading_of(batch), heights)
    bent = rot.transposed(batch.frame(fwd.SHANK)) @ batch.frame(fwd.FOOT)
    upper, lower = _aimed_leg(batch, knee, ankle)
    _place_leg(batch, (upper, lower), lower @ bent, batch.scalar(dof.TOES))
    return _kneefits_of(batch, knee)


def _aimed_leg(batch: Batch, knee: Array, ankle: Array) -> tuple[Array, Array]:
    hip = batch.body.legs[batch.rows, batch.side, 0]
    return aimed(hip, knee, ankle, batch.frame(fwd.THIGH)[..., 1])


def _kneefits_of(batch: Batch, knee: Array) -> list[Fit]:
    hip, placed = (batch.body.legs[batch.rows, batch.side, joint] for joint in (0, 1))
    return fits_of(batch, hip, knee, placed, (bones.THIGH, 0.0), straight=True)


def leg_on(batch: Batch) -> list[Fit]:
    """Put ankles on other segments."""
    _, ankle = batch.touched()
    bent = rot.transposed(batch.frame(fwd.SHANK)) @ batch.frame(fwd.FOOT)
    hip = batch.body.legs[batch.rows, batch.side, 0]
    pole = batch.pole("pelvis", batch.frame(fwd.THIGH)[..., 0])
    upper, lower = two_bone(hip, ankle, _LEG, pole, KNEE)
    toes = batch.scalar(dof.TOES)
    _place_leg(batch, (upper, lower), lower @ bent, toes)
    return fits_of(batch, hip, ankle, batch.body.legs[batch.rows, batch.side, 2], _LEG)


def _place_leg(batch: Batch, frames: tuple[Array, Array], foot: Array, toes: Array | float) -> None:
    rows, side, legs, limbs = batch.rows, batch.side, batch.body.legs, batch.body.limbs
    limbs[rows, side, fwd.THIGH], limbs[rows, side, fwd.SHANK] = frames
    knee = legs[rows, side, 0] - bones.THIGH * frames[0][..., 2]
    ankle = knee - bones.SHANK * frames[1][..., 2]
    legs[rows, side, 1], legs[rows, side, 2] = knee, ankle
    toes = np.broadcast_to(toes, len(rows))
    limbs[rows, side, fwd.FOOT : fwd.TOE + 1], legs[rows, side, 3:] = fwd.foot_parts(
        foot, ankle, toes
    )
