"""The clinical angles of the figure, and how far each may go."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class LimitKind(StrEnum):
    """Which end of range applies to an exercise."""

    ACTIVE = "active"  # what a healthy adult reaches by muscle alone
    PASSIVE = "passive"  # what a stretch, or the body's own weight, may reach


@dataclass(frozen=True, slots=True)
class Limit:
    """The range of one clinical angle in degrees, with the origin of its figures.

    Positive is flexion, abduction, external rotation, dorsiflexion, inversion; extension for the
    wrist and the toes; to the left for side bend and rotation of the spine.
    """

    active: tuple[float, float]
    passive: tuple[float, float]
    source: str

    def range(self, kind: LimitKind) -> tuple[float, float]:
        """Return the least and the greatest angle in degrees."""
        return self.active if kind is LimitKind.ACTIVE else self.passive


_OWN = "own margin, to be confirmed by a clinician"

# AAOS: Joint Motion, 1965. CDC: Soucie et al. 2011, Haemophilia 17:500. Kapandji: The Physiology
# of the Joints. AMA: Guides to the Evaluation of Permanent Impairment.
TRUNK_LIMITS: Mapping[str, Limit] = MappingProxyType(
    {
        "pelvis_tilt": Limit((-180, 180), (-180, 180), "attitude in the world, not a joint"),
        "pelvis_list": Limit((-30, 30), (-40, 40), _OWN),
        "pelvis_rotation": Limit((-60, 60), (-90, 90), _OWN),
        "lumbar_flexion": Limit((-25, 50), (-35, 60), "AAOS and AMA 60 / 25; Kapandji 60 / 35"),
        "lumbar_lateral": Limit((-25, 25), (-30, 30), "AAOS 25; Kapandji 20"),
        "lumbar_rotation": Limit((-10, 10), (-15, 15), "Kapandji 5; White and Panjabi 10 in all"),
        "thoracic_flexion": Limit((-25, 45), (-25, 50), "Kapandji 45 / 25; AMA 50"),
        "thoracic_lateral": Limit((-20, 20), (-25, 25), "Kapandji 20"),
        "thoracic_rotation": Limit((-35, 35), (-40, 40), "Kapandji 35; AMA 30"),
        "cervical_flexion": Limit((-45, 45), (-63, 64), "AAOS 45 / 45; in-vivo means 64 / 63"),
        "cervical_lateral": Limit((-45, 45), (-49, 49), "AAOS 45; in-vivo mean 49"),
        "cervical_rotation": Limit((-60, 60), (-80, 80), "AAOS 60; Kapandji 80 to 90"),
    }
)
"""Angles of the pelvis and the three spine regions."""

LIMB_LIMITS: Mapping[str, Limit] = MappingProxyType(
    {
        "hip_flexion": Limit((-20, 120), (-25, 135), "AAOS 120 / 20; CDC means 134 / 18"),
        "hip_abduction": Limit((-30, 45), (-30, 50), "AAOS 45 / 30; Kapandji 45"),
        "hip_rotation": Limit((-45, 45), (-45, 60), "AAOS 45 / 45; Kapandji external 60"),
        "knee_flexion": Limit((-5, 140), (-10, 155), "AAOS 135; CDC 142; Kapandji 160 passive"),
        "ankle_dorsiflexion": Limit((-55, 20), (-65, 30), "AAOS 20 / 50; CDC means 14 / 62"),
        "ankle_inversion": Limit((-15, 35), (-20, 40), "AAOS 35 / 15"),
        "foot_rotation": Limit((-20, 20), (-30, 30), "Kapandji 35 to 45 in all; " + _OWN),
        "toe_extension": Limit((-30, 70), (-45, 90), "AAOS 70 / 45; Kapandji 90 passive"),
        "shoulder_flexion": Limit((-60, 180), (-60, 180), "AAOS 180 / 60; CDC means 172"),
        "shoulder_abduction": Limit((-45, 180), (-50, 180), "AAOS 180; Kapandji across 30 to 45"),
        "shoulder_rotation": Limit((-90, 90), (-100, 100), "AAOS 90 / 70 to 90; Kapandji 80 / 110"),
        "elbow_flexion": Limit((-5, 150), (-10, 160), "AAOS 150; CDC 150; Kapandji 160 passive"),
        "forearm_pronation": Limit((-80, 80), (-95, 95), "AAOS 80 / 80; CDC 82 / 91; " + _OWN),
        "wrist_extension": Limit((-80, 70), (-90, 90), "AAOS 70 / 80; Kapandji 85, 95 passive"),
        "wrist_deviation": Limit((-30, 20), (-45, 25), "AAOS 30 / 20; Kapandji ulnar 45"),
    }
)
"""Angles of one arm and one leg; a name in a file carries _l or _r."""

GIRDLE_LIMITS: Mapping[str, Limit] = MappingProxyType(
    {
        "girdle_protraction": Limit((-20, 25), (-20, 25), _OWN),
        "girdle_elevation": Limit((-10, 30), (-10, 30), _OWN),
    }
)
"""Glide of the shoulder blade, which moves the shoulder but is not measured in the clinic."""

SIDED_LIMITS: Mapping[str, Limit] = MappingProxyType({**LIMB_LIMITS, **GIRDLE_LIMITS})

CLINICAL_ANGLES: tuple[str, ...] = (
    *TRUNK_LIMITS,
    *(name + side for side in ("_l", "_r") for name in LIMB_LIMITS),
)
"""The 27 angles, those of the limbs once per side, in the order that reports use."""

AUTHORED_ANGLES: tuple[str, ...] = (
    *CLINICAL_ANGLES,
    *(name + side for side in ("_l", "_r") for name in GIRDLE_LIMITS),
)
"""Every angle that a motion file may state."""


def limit_of(angle: str) -> Limit:
    """Return the limit of an angle such as ``hip_flexion_l`` or ``lumbar_flexion``."""
    if angle in TRUNK_LIMITS:
        return TRUNK_LIMITS[angle]
    return SIDED_LIMITS[angle[:-2]]


def excess(angle: str, degrees: float, kind: LimitKind) -> float:
    """Return by how many degrees an angle is beyond its range, or 0."""
    least, most = limit_of(angle).range(kind)
    return max(least - degrees, degrees - most, 0.0)
