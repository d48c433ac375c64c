"""Baked clips on demand: nothing is computed before it is looked at, and little is kept."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from sijoint_desktop.core.side import Side

if TYPE_CHECKING:
    from sijoint_desktop.content.model import Demonstration
    from sijoint_desktop.motion.clip import Clip
    from sijoint_desktop.motion.model import MotionSpec

_KEPT = 10
"""Clips kept at most: some 0.9 MB each; the least recently used goes first."""


class ClipStore:
    """Bakes each motion once per side, and forgets those not used for longest."""

    def __init__(self, kept: int = _KEPT) -> None:
        self._kept = kept
        self._clips: OrderedDict[tuple[int, Side | None], tuple[MotionSpec, Clip]] = OrderedDict()

    def get(self, exercise: "Demonstration", side: Side | None = None) -> "Clip":
        """Return the clip of an exercise; without a side, of the side that it is written for."""
        return self.of(exercise.motion, side)

    def of(self, spec: "MotionSpec", side: Side | None = None) -> "Clip":
        """Return the clip of a motion."""
        wanted = None if spec.authored_side is None else (side or spec.authored_side)
        key = (id(spec), wanted)
        if key in self._clips:
            self._clips.move_to_end(key)
            return self._clips[key][1]
        from sijoint_desktop.motion.clip import bake  # noqa: PLC0415 - numpy, not at start

        clip = bake(spec, side=wanted)
        # the motion is kept beside its clip, so that its id cannot pass to another one
        self._clips[key] = (spec, clip)
        while len(self._clips) > self._kept:
            self._clips.popitem(last=False)
        return clip

    def __len__(self) -> int:
        return len(self._clips)
