"""The clothed body as data: what surrounds each bone, in shares of stature.

Breadths and depths follow adult reference proportions at 1.75 m (pelvis 0.19, chest 0.19 x 0.12,
thigh 0.09, calf 0.064, upper arm 0.053, head 0.105 x 0.086), rounded to what reads well in a
picture. Side parts are written for the left and mirrored.
"""

from sijoint_desktop.ui.figure.geometry import (
    Chain,
    PartSpec,
    Station,
    Tone,
    both_sides,
    build,
    chain,
    mirrored_parts,
)

_S, _T, _K = Tone.SHIRT, Tone.TROUSERS, Tone.SKIN

_TRUNK = (
    Station("crotch", "pelvis", "pelvis", (0.000, 0, -0.050), (0.034, 0.044, 0.012)),
    Station("hips", "pelvis", "pelvis", (-0.004, 0, -0.010), (0.053, 0.089, 0.030)),
    Station("iliac", "pelvis", "pelvis", (-0.006, 0, 0.030), (0.053, 0.087, 0.024)),
    Station("waistband", "pelvis", "pelvis", (-0.004, 0, 0.062), (0.050, 0.080, 0.014)),
    Station("hem", "pelvis", "pelvis", (-0.004, 0, 0.052), (0.0525, 0.0835, 0.010)),
    Station("waist", "lumbar", "l5s1", (0.018, 0, 0.056), (0.0475, 0.0715, 0.020)),
    Station("ribs", "t12", "t12l1", (0.011, 0, 0.004), (0.052, 0.0755, 0.022)),
    Station("chest", "thorax", "t12l1", (0.012, 0, 0.045), (0.058, 0.0835, 0.026)),
    Station("bust", "thorax", "t12l1", (0.009, 0, 0.080), (0.057, 0.0885, 0.026)),
    Station("armpit", "thorax", "t12l1", (0.003, 0, 0.110), (0.047, 0.086, 0.022)),
    Station("collar", "t1", "neck", (0.006, 0, -0.014), (0.029, 0.044, 0.012)),
)

_TRUNK_SIDES = (
    Station("buttock_l", "pelvis", "pelvis", (-0.027, 0.043, -0.010), (0.036, 0.043, 0.043)),
    Station("flank_l", "pelvis", "pelvis", (-0.004, 0.044, 0.008), (0.040, 0.036, 0.022)),
    Station(
        "shoulder_cap_l", "clavicle_l", "shoulder_l", (0, -0.022, 0.002), (0.028, 0.026, 0.026)
    ),
)

_HEAD = (
    Station("neck_base", "t1", "neck", (0.006, 0, -0.016), (0.029, 0.033, 0.012)),
    Station("neck_top", "neck", "head", (0.004, 0, -0.016), (0.026, 0.028, 0.018)),
    Station("skull", "head", "head", (0.006, 0, 0.028), (0.051, 0.0425, 0.051)),
    Station("face", "head", "head", (0.029, 0, 0.004), (0.030, 0.034, 0.044)),
    Station("jaw", "head", "head", (0.035, 0, -0.028), (0.0185, 0.0195, 0.0165)),
    Station("nose_tip", "head", "head", (0.0618, 0, -0.002), (0.0066, 0.0054, 0.0056)),
    Station("nose_root", "head", "head", (0.0545, 0, 0.020), (0.0046, 0.0048, 0.0060)),
    Station("hair", "head", "head", (-0.001, 0, 0.034), (0.0535, 0.0460, 0.0490)),
    Station("nape", "head", "head", (-0.018, 0, 0.010), (0.032, 0.0395, 0.0360)),
)

_ARM = (
    Station("shoulder_l", "upper_arm_l", "shoulder_l", (0, -0.002, -0.004), (0.031, 0.030, 0.031)),
    Station(
        "deltoid_l", "upper_arm_l", "shoulder_l", (0.002, 0.001, -0.040), (0.030, 0.028, 0.030)
    ),
    Station("sleeve_l", "upper_arm_l", "shoulder_l", (0.003, 0, -0.090), (0.0290, 0.0272, 0.005)),
    Station("biceps_l", "upper_arm_l", "shoulder_l", (0.003, 0, -0.085), (0.0252, 0.0232, 0.030)),
    Station("arm_low_l", "upper_arm_l", "shoulder_l", (0.002, 0, -0.135), (0.0232, 0.0215, 0.030)),
    Station("elbow_l", "upper_arm_l", "elbow_l", (0, 0, 0), (0.0202, 0.0200, 0.0202)),
    Station("forearm_l", "forearm_l", "elbow_l", (0.002, 0, -0.038), (0.0222, 0.0212, 0.032)),
    Station("forearm_low_l", "forearm_l", "elbow_l", (0.001, 0, -0.095), (0.0180, 0.0170, 0.030)),
    Station("wrist_l", "forearm_l", "wrist_l", (0, 0, 0), (0.0145, 0.0132, 0.0145)),
    Station("palm_l", "hand_l", "wrist_l", (0.003, 0, -0.032), (0.0215, 0.0095, 0.021)),
    Station("knuckles_l", "hand_l", "wrist_l", (0.001, 0, -0.056), (0.0210, 0.0085, 0.010)),
    Station("fingers_l", "hand_l", "wrist_l", (0, -0.004, -0.080), (0.0175, 0.0070, 0.010)),
    Station(
        "finger_tips_l", "hand_l", "wrist_l", (-0.001, -0.007, -0.100), (0.0130, 0.0058, 0.008)
    ),
    Station("thumb_root_l", "hand_l", "wrist_l", (0.012, -0.002, -0.016), (0.0095, 0.0090, 0.010)),
    Station("thumb_l", "hand_l", "wrist_l", (0.0275, -0.006, -0.038), (0.0072, 0.0068, 0.009)),
    Station("thumb_tip_l", "hand_l", "wrist_l", (0.0325, -0.009, -0.058), (0.0058, 0.0054, 0.007)),
)

_LEG = (
    Station("hip_l", "thigh_l", "hip_l", (-0.002, 0.010, -0.010), (0.050, 0.045, 0.046)),
    Station("thigh_l", "thigh_l", "hip_l", (0.003, 0.004, -0.080), (0.0465, 0.0430, 0.045)),
    Station("thigh_low_l", "thigh_l", "hip_l", (0.004, 0.001, -0.165), (0.0385, 0.0358, 0.045)),
    Station("knee_high_l", "thigh_l", "knee_l", (0.003, 0, 0.036), (0.0335, 0.0318, 0.034)),
    Station("knee_l", "thigh_l", "knee_l", (0.002, 0, 0.004), (0.0312, 0.0298, 0.0312)),
    Station("knee_low_l", "shank_l", "knee_l", (-0.003, 0, -0.032), (0.0308, 0.0292, 0.032)),
    Station("calf_l", "shank_l", "knee_l", (-0.0085, 0.001, -0.074), (0.0318, 0.0300, 0.040)),
    Station("calf_low_l", "shank_l", "knee_l", (-0.004, 0, -0.142), (0.0252, 0.0240, 0.040)),
    Station("cuff_l", "shank_l", "knee_l", (-0.001, 0, -0.204), (0.0222, 0.0212, 0.005)),
    Station("shin_low_l", "shank_l", "knee_l", (-0.001, 0, -0.200), (0.0186, 0.0178, 0.020)),
    Station("ankle_l", "shank_l", "ankle_l", (0, 0, 0), (0.0190, 0.0178, 0.0190)),
    Station("heel_l", "foot_l", "ankle_l", (-0.026, 0, -0.020), (0.0195, 0.0172, 0.0185)),
    Station("instep_l", "foot_l", "ankle_l", (0.030, -0.001, -0.018), (0.024, 0.0200, 0.0195)),
    Station("ball_l", "foot_l", "ball_l", (-0.002, 0.002, 0.006), (0.018, 0.0262, 0.0120)),
    Station("toes_l", "toe_l", "ball_l", (0.022, 0.002, 0.003), (0.014, 0.0235, 0.0090)),
    Station("big_toe_l", "toe_l", "ball_l", (0.034, -0.009, 0.003), (0.0115, 0.0115, 0.0085)),
)

_PELVIS_LINKS = (
    ("buttock_l", "buttock_l"),
    ("buttock_r", "buttock_r"),
    ("buttock_l", "iliac"),
    ("buttock_r", "iliac"),
    *chain("crotch", "hips", "iliac", "waistband"),
)
_SHIRT_LINKS = (
    *chain("hem", "waist", "ribs", "chest", "bust", "armpit", "collar"),
    ("shoulder_cap_l", "collar"),
    ("shoulder_cap_r", "collar"),
    ("shoulder_cap_l", "armpit"),
    ("shoulder_cap_r", "armpit"),
)
_HEAD_LINKS = (
    *chain("neck_base", "neck_top"),
    *chain("neck_top", "skull", "face", "jaw"),
    ("neck_top", "jaw"),
    ("nose_root", "nose_tip"),
)

_CENTRE_PARTS = (
    PartSpec(
        "trunk",
        (
            Chain(_T, _PELVIS_LINKS, chain("hips", "iliac", "waistband")),
            Chain(_S, _SHIRT_LINKS, chain("hem", "waist", "ribs", "chest", "bust", "armpit")),
        ),
        ("crotch", "hips", "buttock_l", "buttock_r", "shoulder_cap_l", "shoulder_cap_r"),
    ),
    PartSpec("head", (Chain(_K, _HEAD_LINKS, ()),), ("neck_base",)),
)

_ARM_ROOT, _LEG_ROOT = ("shoulder_l", "bust"), ("hip_l", "hips")

_LEFT_PARTS = (
    PartSpec(
        "upper_arm_l",
        (
            Chain(
                _K,
                chain("biceps_l", "arm_low_l", "elbow_l"),
                chain("biceps_l", "arm_low_l", "elbow_l", "forearm_l"),
            ),
            Chain(
                _S,
                chain("shoulder_l", "deltoid_l", "sleeve_l"),
                chain("shoulder_l", "deltoid_l", "sleeve_l"),
            ),
        ),
        ("shoulder_l", "elbow_l"),
        _ARM_ROOT,
    ),
    PartSpec(
        "forearm_l",
        (
            Chain(
                _K,
                chain("elbow_l", "forearm_l", "forearm_low_l", "wrist_l"),
                (
                    ("arm_low_l", "elbow_l"),
                    *chain("elbow_l", "forearm_l", "forearm_low_l", "wrist_l"),
                ),
            ),
        ),
        ("elbow_l", "wrist_l"),
        _ARM_ROOT,
    ),
    PartSpec(
        "hand_l",
        (
            Chain(
                _K,
                (
                    *chain("wrist_l", "palm_l", "knuckles_l", "fingers_l", "finger_tips_l"),
                    *chain("wrist_l", "thumb_root_l", "thumb_l", "thumb_tip_l"),
                    ("palm_l", "thumb_root_l"),
                ),
                chain("wrist_l", "palm_l", "knuckles_l"),
            ),
        ),
        ("wrist_l",),
        _ARM_ROOT,
    ),
    PartSpec(
        "thigh_l",
        (
            Chain(
                _T,
                chain("hip_l", "thigh_l", "thigh_low_l", "knee_high_l", "knee_l"),
                (
                    ("flank_l", "hip_l"),
                    *chain("hip_l", "thigh_l", "thigh_low_l", "knee_l", "knee_low_l"),
                ),
            ),
        ),
        ("hip_l", "knee_l"),
        _LEG_ROOT,
    ),
    PartSpec(
        "shank_l",
        (
            Chain(_K, chain("shin_low_l", "ankle_l"), chain("shin_low_l", "ankle_l", "instep_l")),
            Chain(
                _T,
                chain("knee_l", "knee_low_l", "calf_l", "calf_low_l", "cuff_l"),
                (("knee_high_l", "knee_l"), *chain("knee_l", "calf_l", "calf_low_l", "cuff_l")),
            ),
        ),
        ("knee_l", "ankle_l"),
        _LEG_ROOT,
    ),
    PartSpec(
        "foot_l",
        (
            Chain(
                _K,
                (
                    ("ankle_l", "heel_l"),
                    ("ankle_l", "instep_l"),
                    ("heel_l", "instep_l"),
                    ("heel_l", "ball_l"),
                    *chain("instep_l", "ball_l", "toes_l"),
                    ("ball_l", "big_toe_l"),
                ),
                (*chain("ankle_l", "instep_l", "ball_l"),),
            ),
        ),
        ("ankle_l",),
        _LEG_ROOT,
    ),
)

BODY_STATIONS = (
    *_TRUNK,
    *both_sides(_TRUNK_SIDES),
    *_HEAD,
    *both_sides(_ARM),
    *both_sides(_LEG),
)

BODY_PARTS = (*_CENTRE_PARTS, *mirrored_parts(_LEFT_PARTS))

BODY = build(BODY_STATIONS, BODY_PARTS)
"""The clothed figure."""
