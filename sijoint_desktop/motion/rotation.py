"""Rotations as unit quaternions (w, x, y, z) and as matrices, for any number at once.

Quaternions have the shape (..., 4), rotation vectors (..., 3) in radians, matrices (..., 3, 3).
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
Mask = NDArray[np.bool_]
Index = NDArray[np.intp]

X, Y, Z = 1, 2, 3
"""The places of the three axes in a quaternion."""

_TINY = 1e-12


def about(axis: int, degrees: ArrayLike) -> Array:
    """Return the quaternion of a turn about one axis (X, Y or Z)."""
    half = np.radians(np.asarray(degrees, dtype=np.float64)) / 2
    q = np.zeros((*half.shape, 4))
    q[..., 0] = np.cos(half)
    q[..., axis] = np.sin(half)
    return q


def multiply(*factors: Array) -> Array:
    """Return the product of quaternions; the last one is applied first."""
    product = factors[0]
    for q in factors[1:]:
        product = _product(product, q)
    return product


def _product(p: Array, q: Array) -> Array:
    out = np.empty(np.broadcast_shapes(p.shape, q.shape))
    w, x, y, z = (p[..., i] for i in range(4))
    a, b, c, d = (q[..., i] for i in range(4))
    out[..., 0] = w * a - x * b - y * c - z * d
    out[..., 1] = w * b + x * a + y * d - z * c
    out[..., 2] = w * c - x * d + y * a + z * b
    out[..., 3] = w * d + x * c - y * b + z * a
    return out


def inverse(q: Array) -> Array:
    """Return the opposite turn of unit quaternions."""
    conjugate: Array = q * np.array([1.0, -1.0, -1.0, -1.0])
    return conjugate


def normalised(q: Array) -> Array:
    """Return quaternions scaled to length 1."""
    scaled: Array = q / np.linalg.norm(q, axis=-1, keepdims=True)
    return scaled


def halved(q: Array) -> Array:
    """Return the turn half as far, the short way round."""
    turn: Array = np.where(q[..., :1] < 0, -q, q)
    turn[..., 0] += 1.0
    return normalised(turn)


def to_vector(q: Array) -> Array:
    """Return rotation vectors of at most half a turn."""
    q = np.where(q[..., :1] < 0, -q, q)
    sine = np.linalg.norm(q[..., 1:], axis=-1, keepdims=True)
    angle = 2 * np.arctan2(sine, q[..., :1])
    vector: Array = q[..., 1:] * np.where(sine > _TINY, angle / np.maximum(sine, _TINY), 2.0)
    return vector


def from_vector(vector: Array) -> Array:
    """Return the quaternions of rotation vectors."""
    half = np.sqrt(np.einsum("...i,...i->...", vector, vector)) / 2
    q = np.empty((*vector.shape[:-1], 4))
    q[..., 0] = np.cos(half)
    # sin(h) / (2 h), which numpy's sinc gives without a division by zero
    q[..., 1:] = vector * (np.sinc(half / np.pi) / 2)[..., None]
    return q


def to_matrix(q: Array) -> Array:
    """Return the matrices of unit quaternions."""
    w, x, y, z = (q[..., i] for i in range(4))
    m = np.empty((*q.shape[:-1], 3, 3))
    xx, yy, zz = 2 * x * x, 2 * y * y, 2 * z * z
    xy, xz, yz = 2 * x * y, 2 * x * z, 2 * y * z
    wx, wy, wz = 2 * w * x, 2 * w * y, 2 * w * z
    m[..., 0, 0], m[..., 0, 1], m[..., 0, 2] = 1 - yy - zz, xy - wz, xz + wy
    m[..., 1, 0], m[..., 1, 1], m[..., 1, 2] = xy + wz, 1 - xx - zz, yz - wx
    m[..., 2, 0], m[..., 2, 1], m[..., 2, 2] = xz - wy, yz + wx, 1 - xx - yy
    return m


def from_matrix(m: Array) -> Array:
    """Return the quaternions of rotation matrices; exact for every angle (Shepperd 1978)."""
    d = np.einsum("...ii->...i", m)
    total = d.sum(axis=-1)
    squares = np.stack([total, *(2 * d[..., i] - total for i in range(3))], axis=-1)
    rows = np.empty((*squares.shape, 4))  # four candidates; the one with the largest square is used
    for i in range(4):
        rows[..., i, i] = 1 + squares[..., i]
    skew = (m[..., 2, 1], m[..., 0, 2], m[..., 1, 0]), (m[..., 1, 2], m[..., 2, 0], m[..., 0, 1])
    for i in range(3):
        rows[..., 0, i + 1] = rows[..., i + 1, 0] = skew[0][i] - skew[1][i]
    for i, j, k in ((1, 2, 2), (1, 3, 1), (2, 3, 0)):
        rows[..., i, j] = rows[..., j, i] = skew[0][k] + skew[1][k]
    best = squares.argmax(axis=-1)[..., None, None]
    q: Array = np.take_along_axis(rows, best, axis=-2)[..., 0, :]
    return normalised(q)


def transposed(m: Array) -> Array:
    """Return the opposite turns of rotation matrices."""
    return np.swapaxes(m, -1, -2)


def turn(m: Array, vector: ArrayLike) -> Array:
    """Return vectors (..., 3) turned by matrices."""
    return (m @ np.asarray(vector, dtype=np.float64)[..., None])[..., 0]


def unit(vector: Array) -> Array:
    """Return vectors scaled to length 1."""
    length = np.sqrt(np.einsum("...i,...i->...", vector, vector))
    scaled: Array = vector / np.maximum(length, _TINY)[..., None]
    return scaled


def from_axes(y: Array, z: Array) -> Array:
    """Return the frames whose y and z axes are given, at right angles and of length 1."""
    return np.stack([cross(y, z), y, z], axis=-1)


def cross(a: Array, b: Array) -> Array:
    """Return cross products; several times as fast as numpy's for small arrays."""
    out = np.empty(np.broadcast_shapes(a.shape, b.shape))
    out[..., 0] = a[..., 1] * b[..., 2] - a[..., 2] * b[..., 1]
    out[..., 1] = a[..., 2] * b[..., 0] - a[..., 0] * b[..., 2]
    out[..., 2] = a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]
    return out


def dot(a: Array, b: Array) -> Array:
    """Return dot products with a last axis of length 1."""
    product: Array = np.einsum("...i,...i->...", a, b)[..., None]
    return product


def yxz_degrees(m: Array) -> tuple[Array, Array, Array]:
    """Return a, b, c in degrees of turns composed as about Y by a, then X by b, then Z by c."""
    a = np.arctan2(m[..., 0, 2], m[..., 2, 2])
    b = np.arcsin(np.clip(-m[..., 1, 2], -1.0, 1.0))
    c = np.arctan2(m[..., 1, 0], m[..., 1, 1])
    return np.degrees(a), np.degrees(b), np.degrees(c)
