"""What is wrong with a motion that can be read: out of reach, over a limit, carried by nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sijoint_desktop.motion.clinical import clinical_angles
from sijoint_desktop.motion.contacts import Fit
from sijoint_desktop.motion.forward import Body
from sijoint_desktop.motion.limits import GIRDLE_LIMITS, LimitKind, excess, limit_of
from sijoint_desktop.motion.model import Base, ContactKind, MotionSpec, PoseSpec, RootMode
from sijoint_desktop.motion.solve import Path, Stance, fitted_poses, stance_between

REFERENCE_STATURE_MM = 1750.0
"""The stature at which messages give millimetres."""

REACH_MM = 0.1
"""What may be missing between a hand or foot and its contact."""

STRAIGHTEST = 0.995
"""The share of its full length to which a limb on a contact may be stretched.

A foot that carries a standing body is exempt: its leg is as straight as the stated knee angle.
"""

LIMIT_DEGREES = 1.0
"""By how much an angle may be over its limit: less than a goniometer can be read to."""

_SAMPLES = 8  # moments of every move that are looked at, beside its ends

_CARRIERS = {
    RootMode.KNEE: (("leg", ContactKind.KNEEL),),
    RootMode.STANDING: (("leg", ContactKind.FLAT),),
    RootMode.PROPPED: (("arm", ContactKind.FOREARM), ("leg", ContactKind.SIDE)),
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A key pose, or the way between two, as a message names it."""

    name: str
    standing: bool


def check_spec(spec: MotionSpec) -> Iterator[str]:
    """Yield one sentence for every fault of a motion, with its millimetres or degrees.

    Key poses and the ways between them are judged by the limits that the motion names, drawn
    mistakes by passive limits. A motion that something always carries is judged further.
    """
    loose = tuple(_loose(spec))
    yield from loose
    if loose:
        return
    yield from _pose_faults(tuple(spec.poses.values()), spec.base, spec.limits)
    mistakes = tuple(mistake.pose for mistake in spec.mistakes)
    yield from _pose_faults(mistakes, spec.base, LimitKind.PASSIVE)
    yield from _move_faults(spec)
    for level, variant in spec.variants.items():
        yield from (f"variant {level}: {fault}" for fault in check_spec(variant))


def _loose(spec: MotionSpec) -> Iterator[str]:
    """Yield the poses and moves in which nothing carries the body."""
    for pose in (*spec.poses.values(), *(mistake.pose for mistake in spec.mistakes)):
        if not _carried(Stance(pose.root, pose.contacts, None)):
            yield f"pose {pose.name!r}: nothing carries the body; expected {_wanted(pose)}"
    for before, after in pairwise(spec.rows):
        first, last = spec.poses[before.pose], spec.poses[after.pose]
        if not _carried(stance_between(first, last)):
            yield f"from {first.name!r} to {last.name!r}: nothing carries the body all the way"


def _wanted(pose: PoseSpec) -> str:
    wanted = (
        f"a {kind} contact of {'an' if limb == 'arm' else 'a'} {limb}"
        for limb, kind in _CARRIERS[pose.root.mode]
    )
    return " and ".join(wanted)


def _carried(stance: Stance) -> bool:
    if stance.root is None:
        return False
    touching = {(limb[:3], contact.kind) for limb, contact in stance.contacts.items()}
    return touching.issuperset(_CARRIERS.get(stance.root.mode, ()))


def _pose_faults(poses: Sequence[PoseSpec], base: Base, limits: LimitKind) -> Iterator[str]:
    if not poses:
        return
    body, fits = fitted_poses(poses, base)
    places = [_Place(f"pose {pose.name!r}", _stands(pose)) for pose in poses]
    yield from _fit_faults(fits, places)
    yield from _limit_faults(body, base, limits, places)
    for pose in poses:
        for angle, degrees in pose.angles.items():
            if angle[:-2] in GIRDLE_LIMITS and excess(angle, degrees, limits) > LIMIT_DEGREES:
                yield f"pose {pose.name!r}: {_over(angle, degrees, limits)}"


def _move_faults(spec: MotionSpec) -> Iterator[str]:
    path = Path(spec)
    rows: list[float] = []
    places: list[_Place] = []
    for (first, last), (before, after) in zip(
        pairwise(path.key_rows), pairwise(spec.rows), strict=True
    ):
        rows += list(np.linspace(first, last, _SAMPLES + 2)[1:-1])
        name = f"from {before.pose!r} to {after.pose!r}"
        places += [_Place(name, _stands(spec.poses[before.pose]))] * _SAMPLES
    body, fits = path.fits_at(np.array(rows))
    yield from _fit_faults(fits, places)
    yield from _limit_faults(body, spec.base, spec.limits, places)


def _stands(pose: PoseSpec) -> bool:
    return pose.root.mode is RootMode.STANDING


def _fit_faults(fits: Sequence[Fit], places: Sequence[_Place]) -> Iterator[str]:
    """Yield the worst of every hold that is not met."""
    for fit in fits:
        here = places[fit.hold.start : fit.hold.stop]
        limb, kind = fit.hold.limb, fit.hold.contact.kind
        gap_mm = fit.gap * REFERENCE_STATURE_MM
        stretch = [
            0.0 if place.standing and kind is ContactKind.FLAT else share
            for place, share in zip(here, fit.stretch.tolist(), strict=True)
        ]
        if gap_mm.max() > REACH_MM:
            place = here[int(np.argmax(gap_mm))].name
            yield f"{place}: {limb} misses its contact by {gap_mm.max():.1f} mm"
        elif max(stretch) > STRAIGHTEST:
            place = here[stretch.index(max(stretch))].name
            percent = f"{100 * max(stretch):.1f} % of its length"
            yield f"{place}: {limb} is stretched to {percent}; at most {100 * STRAIGHTEST:.1f} %"


def _limit_faults(
    body: Body, base: Base, limits: LimitKind, places: Sequence[_Place]
) -> Iterator[str]:
    """Yield the worst reading of every angle that is over its limit, place by place."""
    for angle, readings in clinical_angles(body.frames, base).items():
        worst: dict[str, float] = {}
        for here, degrees in zip(places, readings.tolist(), strict=True):
            over = excess(angle, degrees, limits)
            if over > LIMIT_DEGREES and over > excess(angle, worst.get(here.name, 0.0), limits):
                worst[here.name] = degrees
        for place, degrees in worst.items():
            yield f"{place}: {_over(angle, degrees, limits)}"


def _over(angle: str, degrees: float, limits: LimitKind) -> str:
    least, most = limit_of(angle).range(limits)
    return f"{angle} is {degrees:.1f} degrees, outside {least:g} to {most:g}"
