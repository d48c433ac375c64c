"""Which part is painted before which: far to near, without changing its mind needlessly."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.ui.figure.geometry import Geometry
from sijoint_desktop.ui.figure.outline import Projected

Array = NDArray[np.float64]
Indices = NDArray[np.intp]

_KEEP_M = 0.008
"""A pair keeps its order until the other order is clearer by this much depth."""


def part_order(geometry: Geometry, seen: Projected, previous: Indices | None) -> Indices:
    """Return part numbers from far to near.

    Two parts are compared only where they overlap on the page. ``previous`` is the order of the
    frame before, or None; it is kept while no overlapping pair clearly contradicts it.
    """
    ahead, overlap = _ahead(geometry, seen)
    if previous is not None:
        in_order = ahead[previous][:, previous]
        if not (in_order[_pairs(len(previous))] > _KEEP_M).any():
            return previous
        rank = np.empty(len(previous))
        rank[previous] = np.arange(len(previous))
        ahead = ahead + _KEEP_M * np.sign(rank[:, None] - rank[None, :]) * overlap
    mean = (geometry.member @ seen.depth[geometry.bulky]) / geometry.member.sum(1)
    return _sorted(ahead, mean)


@lru_cache(maxsize=4)
def _pairs(count: int) -> tuple[Indices, Indices]:
    """Return all pairs of places of which the first comes before the second."""
    first, second = np.triu_indices(count, 1)
    return first, second


def _ahead(geometry: Geometry, seen: Projected) -> tuple[Array, NDArray[np.bool_]]:
    """Depth by which part i is nearer than part j where both cover the same place (p, p)."""
    centre, radius = seen.centre[geometry.bulky], seen.radius[geometry.bulky]
    square = np.einsum("ij,ij->i", centre, centre)
    gap = square[:, None] + square - 2.0 * (centre @ centre.T)
    cover = np.maximum(radius[:, None] + radius - np.sqrt(np.maximum(gap, 0.0)), 0.0)
    weight = geometry.member @ cover @ geometry.member.T
    # sum of cover * (z_i - z_j) over member pairs, without building the (n, n) product
    forward = (geometry.member * seen.depth[geometry.bulky]) @ cover @ geometry.member.T
    nearer = forward - forward.T
    overlap = weight > 1e-9
    ahead = np.where(overlap, nearer / np.maximum(weight, 1e-9), 0.0)
    np.fill_diagonal(ahead, 0.0)
    return ahead, overlap


def _sorted(ahead: Array, mean: Array) -> Indices:
    """Take again and again the part that is least in front of those still to be painted."""
    left = list(range(len(mean)))
    rows = ahead.tolist()
    depth = mean.tolist()
    order: list[int] = []
    while left:
        chosen = min(
            left,
            key=lambda i: max(0.0, *(rows[i][j] for j in left)) + 1e-6 * depth[i],
        )
        order.append(chosen)
        left.remove(chosen)
    return np.array(order, dtype=np.intp)
