"""How a body is described to the painter: stations on bones, links between them, parts of links.

A station is an ellipsoid fixed to a segment frame. Two linked stations are painted as the convex
hull of their outlines, so a chain of them is a tapered limb. Lengths are shares of stature.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.core.side import swap_suffix
from sijoint_desktop.motion.joints import FRAME_INDEX, JOINT_INDEX

Array = NDArray[np.float64]
Indices = NDArray[np.intp]
Vec = tuple[float, float, float]

_BULKY = 0.014

ROOM = "room"
"""The frame and joint of stations that stand in the room and not on a body."""

_FRAMES = {**FRAME_INDEX, ROOM: len(FRAME_INDEX)}
_JOINTS = {**JOINT_INDEX, ROOM: len(JOINT_INDEX)}

FADE = -0.6
"""What share of the halo a part keeps at its joint with the next part: less than none, so that
no line is drawn across a knee, and the line comes in again along its sides."""


class Tone(StrEnum):
    """Which colour of the look a link takes."""

    SHIRT = "shirt"
    TROUSERS = "trousers"
    SKIN = "skin"
    BONE = "bone"
    CUSHION = "cushion"


@dataclass(frozen=True, slots=True)
class Station:
    """An ellipsoid at an offset from a joint, in the axes of a segment frame."""

    name: str
    frame: str
    joint: str
    offset: Vec
    axes: Vec
    nearer: float = 0.0  # statures by which it counts as nearer to the eye than it is


@dataclass(frozen=True, slots=True)
class Chain:
    """Links of one tone along stations; ``lit`` names the chains of stations that catch light."""

    tone: Tone
    links: tuple[tuple[str, str], ...]
    lit: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PartSpec:
    """A part that is ordered as a whole; ``joints`` are stations where its halo fades."""

    name: str
    chains: tuple[Chain, ...]
    joints: tuple[str, ...] = ()
    limb: tuple[str, str] | None = None  # root station and its middle, to tell near from far


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive links of one tone, and the light on them."""

    tone: Tone
    start: int
    stop: int
    lit_start: int
    lit_stop: int
    ends: tuple[int, int]  # its first and last station


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its links as ranges of the geometry's arrays."""

    name: str
    runs: tuple[Run, ...]
    start: int
    stop: int
    limb: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Geometry:
    """A whole figure as arrays: n stations, m links, k lit links, p parts."""

    index: Mapping[str, int]
    frame: Indices
    joint: Indices
    offset: Array  # (n, 3)
    axes: Array  # (n, 3)
    links: Indices  # (m, 2)
    twice: Indices  # (2m, 2), once for the halo and once for the colour
    halo: Array  # (m, 2)
    lit: Indices  # (k, 2)
    parts: tuple[Part, ...]
    part_index: Mapping[str, int]
    bulky: Indices  # (b,) stations large enough to tell what hides what
    member: Array  # (p, b)
    nearer: Array  # (n,) statures by which stations count as nearer to the eye in the order


def chain(*names: str) -> tuple[tuple[str, str], ...]:
    """Return the links that join the stations in turn."""
    return tuple(pairwise(names))


def both_sides(stations: Iterable[Station]) -> tuple[Station, ...]:
    """Return left-side stations (suffix ``_l``) followed by their mirror images."""
    left = tuple(stations)
    right = tuple(
        Station(
            swap_suffix(s.name),
            swap_suffix(s.frame),
            swap_suffix(s.joint),
            (s.offset[0], -s.offset[1], s.offset[2]),
            s.axes,
        )
        for s in left
    )
    return left + right


def mirrored_parts(parts: Iterable[PartSpec]) -> tuple[PartSpec, ...]:
    """Return left-side parts followed by their mirror images."""
    left = tuple(parts)
    return left + tuple(_mirror(part) for part in left)


def build(stations: Sequence[Station], parts: Sequence[PartSpec]) -> Geometry:
    """Turn stations and parts into arrays; raises KeyError for a station that does not exist."""
    index = {station.name: i for i, station in enumerate(stations)}
    links: list[tuple[int, int]] = []
    lit: list[tuple[int, int]] = []
    halo: list[tuple[float, float]] = []
    built: list[Part] = []
    for part in parts:
        start, runs = len(links), []
        for piece in part.chains:
            a, b = len(links), len(lit)
            links += [(index[x], index[y]) for x, y in piece.links]
            lit += [(index[x], index[y]) for x, y in piece.lit]
            halo += [(_halo(x, part), _halo(y, part)) for x, y in piece.links]
            ends = (index[piece.links[0][0]], index[piece.links[-1][1]])
            runs.append(Run(piece.tone, a, len(links), b, len(lit), ends))
        limb = (index[part.limb[0]], index[part.limb[1]]) if part.limb else None
        built.append(Part(part.name, tuple(runs), start, len(links), limb))
    member = np.zeros((len(built), len(stations)))
    for i, done in enumerate(built):
        member[i, sorted({x for link in links[done.start : done.stop] for x in link})] = 1.0
    size = np.array([max(s.axes) for s in stations])
    largest = max(max(s.axes) for s in stations if s.frame != ROOM)
    bulky = np.flatnonzero(member.any(0) & (size >= _BULKY * min(1.0, largest / 0.08)))
    return Geometry(
        index=index,
        frame=np.array([_FRAMES[s.frame] for s in stations], dtype=np.intp),
        joint=np.array([_JOINTS[s.joint] for s in stations], dtype=np.intp),
        offset=np.array([s.offset for s in stations]),
        axes=np.array([s.axes for s in stations]),
        links=np.array(links, dtype=np.intp),
        twice=np.array(links * 2, dtype=np.intp),
        halo=np.array(halo),
        lit=np.array(lit, dtype=np.intp).reshape(-1, 2),
        parts=tuple(built),
        part_index={part.name: i for i, part in enumerate(built)},
        bulky=bulky,
        member=member[:, bulky],
        nearer=np.array([s.nearer for s in stations]),
    )


def _halo(station: str, part: PartSpec) -> float:
    return FADE if station in part.joints else 1.0


def _mirror(part: PartSpec) -> PartSpec:
    def swap(links: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        return tuple((swap_suffix(x), swap_suffix(y)) for x, y in links)

    return PartSpec(
        swap_suffix(part.name),
        tuple(Chain(c.tone, swap(c.links), swap(c.lit)) for c in part.chains),
        tuple(swap_suffix(name) for name in part.joints),
        (swap_suffix(part.limb[0]), swap_suffix(part.limb[1])) if part.limb else None,
    )
