"""Firm things that an exercise needs in the room: their places, their sizes, what rests on them.

All of them are boxes with edges along the room's axes. Lengths are in statures. A chair seat of
.252 is 44 cm high for 1.75 m: the height of a kitchen chair, at which knees and hips are square.
"""

from collections.abc import Iterable
from dataclasses import replace

from sijoint_desktop.motion.model import Box, Stuff, Vector
from sijoint_desktop.motion.table import Table

SEAT_HEIGHT = 0.252
SEATED_HIP_HEIGHT = 0.050
"""From the seat to the hip centres: the depth of the buttock under a sitting body."""

_SEAT_HALF: Vector = (0.120, 0.120, 0.011)
_LEG = 0.010
_BACK_TOP, _BACK_LOW = 0.500, 0.380
_WALL_HALF: Vector = (0.300, 0.006, 0.530)


def parse_room(top: Table) -> tuple[Box, ...]:
    """Read ``[motion.room]``: ``chair`` is the middle of its seat, ``wall`` how far left it is."""
    entry = top.table("room")
    boxes: tuple[Box, ...] = ()
    seat = entry.numbers("chair", 2)
    if seat:
        boxes += chair_at(seat[0], seat[1])
    if entry.has("wall"):
        boxes += wall_at(entry.number("wall"))
    entry.close()
    return boxes


def chair_at(x: float, y: float) -> tuple[Box, ...]:
    """Return a chair that faces forward, the middle of its seat at ``x`` and ``y``."""
    deep, wide, thick = _SEAT_HALF
    below = SEAT_HEIGHT - 2 * thick
    legs = [
        Box((x + along * (deep - _LEG), y + aside * (wide - _LEG), below / 2), _upright(below / 2))
        for along in (-1, 1)
        for aside in (-1, 1)
    ]
    back = x - deep + _LEG
    rise = (_BACK_TOP - SEAT_HEIGHT) / 2
    posts = [
        Box((back, y + aside * (wide - _LEG), SEAT_HEIGHT + rise), _upright(rise))
        for aside in (-1, 1)
    ]
    rest = (_BACK_TOP - _BACK_LOW) / 2
    return (
        *legs,
        Box((x, y, SEAT_HEIGHT - thick), _SEAT_HALF),
        *posts,
        Box((back, y, _BACK_LOW + rest), (_LEG * 0.8, wide - 2 * _LEG, rest)),
    )


def _upright(half: float) -> Vector:
    return (_LEG, _LEG, half)


def chair_feet(boxes: Iterable[Box]) -> dict[str, Vector]:
    """Return where on the floor the feet of the chair stand, by name; nothing without a chair."""
    legs = [box for box in boxes if box.stuff is Stuff.WOOD and box.centre[2] <= box.half[2]]
    places = sorted((leg.centre[0], leg.centre[1], 0.0) for leg in legs)
    names = ("chair_back_r", "chair_back_l", "chair_front_r", "chair_front_l")
    return dict(zip(names, places, strict=False))


def wall_at(y: float) -> tuple[Box, ...]:
    """Return a piece of wall along the figure's side, its surface ``y`` to the left."""
    outwards = 1.0 if y > 0 else -1.0
    return (Box((0.0, y + outwards * _WALL_HALF[1], _WALL_HALF[2]), _WALL_HALF, Stuff.WALL),)


def mirrored_room(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Return the boxes with left and right exchanged."""
    return tuple(
        replace(box, centre=(box.centre[0], -box.centre[1], box.centre[2])) for box in boxes
    )
