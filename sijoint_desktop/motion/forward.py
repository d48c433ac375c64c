"""From degrees of freedom to segment frames and joint positions, and back."""

from dataclasses import dataclass

import numpy as np

from sijoint_desktop.motion import dofs as dof
from sijoint_desktop.motion import rotation as rot
from sijoint_desktop.motion import skeleton as bones
from sijoint_desktop.motion.dofs import Dofs
from sijoint_desktop.motion.joints import FRAMES, JOINTS
from sijoint_desktop.motion.rotation import Array, Y

CLAVICLE, UPPER_ARM, FOREARM, HAND, THIGH, SHANK, FOOT, TOE = range(8)
"""The places of the segments in one side's frames."""

_ARM_JOINTS, _LEG_JOINTS = slice(7, 15), slice(15, 27)
_TRUNK_FRAMES = 7
_SIGNS = dof.OUTWARDS


@dataclass(frozen=True, slots=True)
class Body:
    """Any number of solved poses: frames (N, 23, 3, 3) and positions (N, 27, 3), in statures."""

    frames: Array
    positions: Array

    @property
    def limbs(self) -> Array:
        """The frames of the limbs as (N, side, segment, 3, 3), a view."""
        return self.frames[:, _TRUNK_FRAMES:].reshape(-1, 2, 8, 3, 3)

    @property
    def arms(self) -> Array:
        """Shoulders, elbows, wrists, hands as (N, side, 4, 3), a view."""
        return self.positions[:, _ARM_JOINTS].reshape(-1, 2, 4, 3)

    @property
    def legs(self) -> Array:
        """Hips, knees, ankles, heels, balls, toes as (N, side, 6, 3), a view."""
        return self.positions[:, _LEG_JOINTS].reshape(-1, 2, 6, 3)


def forward(dofs: Dofs) -> Body:
    """Compute every frame and joint, with the pelvis where the root scalars put it."""
    count = len(dofs.turns)
    body = Body(np.empty((count, len(FRAMES), 3, 3)), np.empty((count, len(JOINTS), 3)))
    _trunk(body, dofs)
    _arms(body, dofs)
    _legs(body, dofs)
    return body


def _trunk(body: Body, dofs: Dofs) -> None:
    frames, points = body.frames, body.positions
    whole = rot.to_matrix(dofs.turns[:, :4])
    half = rot.to_matrix(rot.halved(dofs.turns[:, 1:4]))
    frames[:, 0] = whole[:, 0]
    for region in range(3):  # each link of the spine takes half the turn of its region
        below = frames[:, 2 * region]
        frames[:, 2 * region + 1] = below @ half[:, region]
        frames[:, 2 * region + 2] = below @ whole[:, region + 1]
    pelvis, lumbar, _, thorax, _, neck, head = (frames[:, i] for i in range(_TRUNK_FRAMES))
    points[:, 0] = dofs.scalars[:, dof.ROOT]
    points[:, 1] = points[:, 0] + rot.turn(pelvis, bones.PELVIS_TO_L5S1)
    points[:, 2] = points[:, 1] + rot.turn(lumbar, bones.L5S1_TO_T12L1)
    points[:, 3] = points[:, 2] + rot.turn(thorax, bones.T12L1_TO_CHEST)
    points[:, 4] = points[:, 2] + rot.turn(thorax, bones.T12L1_TO_NECK)
    points[:, 5] = points[:, 4] + rot.turn(neck, bones.NECK_TO_HEAD)
    points[:, 6] = points[:, 5] + rot.turn(head, bones.HEAD_TO_TOP)


def _arms(body: Body, dofs: Dofs) -> None:
    limbs, arms = body.limbs, body.arms
    thorax = body.frames[:, None, 3]
    limbs[:, :, CLAVICLE] = thorax @ rot.to_matrix(dofs.turns[:, dof.GIRDLES])
    limbs[:, :, UPPER_ARM] = thorax @ rot.to_matrix(dofs.turns[:, dof.SHOULDERS])
    elbow = rot.to_matrix(rot.about(Y, -dofs.scalars[:, dof.ELBOWS]))
    limbs[:, :, FOREARM] = limbs[:, :, UPPER_ARM] @ elbow
    limbs[:, :, HAND] = limbs[:, :, FOREARM] @ rot.to_matrix(dofs.turns[:, dof.WRISTS])
    outwards = _SIGNS[:, None] * bones.SHOULDER_HALF_WIDTH
    arms[:, :, 0] = body.positions[:, None, 3] + limbs[:, :, CLAVICLE, :, 1] * outwards
    for joint, (segment, length) in enumerate(
        ((UPPER_ARM, bones.UPPER_ARM), (FOREARM, bones.FOREARM), (HAND, bones.HAND))
    ):
        arms[:, :, joint + 1] = arms[:, :, joint] - length * limbs[:, :, segment, :, 2]


def _legs(body: Body, dofs: Dofs) -> None:
    limbs, legs = body.limbs, body.legs
    pelvis = body.frames[:, None, 0]
    limbs[:, :, THIGH] = pelvis @ rot.to_matrix(dofs.turns[:, dof.HIPS])
    knee = rot.to_matrix(rot.about(Y, dofs.scalars[:, dof.KNEES]))
    limbs[:, :, SHANK] = limbs[:, :, THIGH] @ knee
    outwards = _SIGNS[:, None] * bones.HIP_HALF_WIDTH
    legs[:, :, 0] = body.positions[:, None, 0] + pelvis[..., 1] * outwards
    legs[:, :, 1] = legs[:, :, 0] - bones.THIGH * limbs[:, :, THIGH, :, 2]
    legs[:, :, 2] = legs[:, :, 1] - bones.SHANK * limbs[:, :, SHANK, :, 2]
    foot = limbs[:, :, SHANK] @ rot.to_matrix(dofs.turns[:, dof.ANKLES])
    limbs[:, :, FOOT : TOE + 1], legs[:, :, 3:] = foot_parts(
        foot, legs[:, :, 2], dofs.scalars[:, dof.TOES]
    )


def foot_parts(foot: Array, ankle: Array, toe_extension: Array) -> tuple[Array, Array]:
    """Return the frames (..., 2, 3, 3) of foot and toes, and heel, ball and toe (..., 3, 3)."""
    toe = foot @ rot.to_matrix(rot.about(Y, -toe_extension))
    heel = ankle + rot.turn(foot, bones.ANKLE_TO_HEEL)
    ball = ankle + rot.turn(foot, bones.ANKLE_TO_BALL)
    tip = ball + rot.turn(toe, bones.BALL_TO_TOE)
    return np.stack([foot, toe], axis=-3), np.stack([heel, ball, tip], axis=-2)


def inverse(body: Body, before: Dofs) -> Dofs:
    """Read the degrees of freedom back from solved poses.

    Leans and channels, which no joint shows, are taken from ``before``.
    """
    frames, limbs = body.frames, body.limbs
    turns = np.empty_like(before.turns)
    scalars = before.scalars.copy()
    turns[:, 0] = rot.from_matrix(frames[:, 0])
    for region in range(3):
        turns[:, region + 1] = _relative(frames[:, 2 * region], frames[:, 2 * region + 2])
    thorax, pelvis = frames[:, None, 3], frames[:, None, 0]
    turns[:, dof.GIRDLES] = _relative(thorax, limbs[:, :, CLAVICLE])
    turns[:, dof.SHOULDERS] = _relative(thorax, limbs[:, :, UPPER_ARM])
    turns[:, dof.WRISTS] = _relative(limbs[:, :, FOREARM], limbs[:, :, HAND])
    turns[:, dof.HIPS] = _relative(pelvis, limbs[:, :, THIGH])
    turns[:, dof.ANKLES] = _relative(limbs[:, :, SHANK], limbs[:, :, FOOT])
    scalars[:, dof.ELBOWS] = -hinge_degrees(limbs[:, :, UPPER_ARM], limbs[:, :, FOREARM])
    scalars[:, dof.KNEES] = hinge_degrees(limbs[:, :, THIGH], limbs[:, :, SHANK])
    scalars[:, dof.TOES] = -hinge_degrees(limbs[:, :, FOOT], limbs[:, :, TOE])
    scalars[:, dof.ROOT] = body.positions[:, 0]
    return Dofs(turns, scalars)


def _relative(upper: Array, lower: Array) -> Array:
    return rot.from_matrix(rot.transposed(upper) @ lower)


def hinge_degrees(upper: Array, lower: Array) -> Array:
    """Return the turn from one frame to the next about their common y axis, in degrees."""
    bent = rot.dot(upper[..., 0], lower[..., 2])[..., 0]
    straight = rot.dot(upper[..., 2], lower[..., 2])[..., 0]
    return np.degrees(np.arctan2(bent, straight))
