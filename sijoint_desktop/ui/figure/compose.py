"""Turn a pose into a sketch: parts in depth order, each with halo, colour and light."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sijoint_desktop.motion.joints import FRAME_INDEX, JOINT_INDEX
from sijoint_desktop.motion.model import BREATH_CHANNELS
from sijoint_desktop.ui.figure.belt import HOSTS
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.canvas import Sketch
from sijoint_desktop.ui.figure.geometry import Part, Run, Tone
from sijoint_desktop.ui.figure.head import HeadPlace, sketch_head
from sijoint_desktop.ui.figure.look import FigureStyle, Layer, Look, mix
from sijoint_desktop.ui.figure.muscles import MuscleSketch
from sijoint_desktop.ui.figure.order import part_order
from sijoint_desktop.ui.figure.outline import (
    Projected,
    hulls,
    lit_hulls,
    place,
    project,
)
from sijoint_desktop.ui.figure.props import Props
from sijoint_desktop.ui.figure.stick import stick_belly, stick_head, stick_joints
from sijoint_desktop.ui.figure.things import geometry_of, with_things

if TYPE_CHECKING:
    from sijoint_desktop.motion.clip import Pose

Array = NDArray[np.float64]
Indices = NDArray[np.intp]

FAR_DEPTH = 0.10
"""Statures behind the middle of the body at which a far limb is fully pale."""

_FAR_SHARE = 0.36
_SHADES = 48
_LIT_SHARE = 0.14
_TRUNK_AT_EYE, _LIMB_AT_EYE = 0.035, 0.075
"""Statures by which what cloth usually covers must be nearer than the cloth to lie over it."""


_ARM_PARTS = ("upper_arm", "forearm", "hand")


@dataclass(frozen=True, slots=True)
class Blocks:
    """Where the outlines of a whole figure begin in the sketch."""

    halo: int
    fill: int
    lit: int


def compose_figure(
    pose: "Pose",
    camera: Camera,
    look: Look,
    *,
    count: int,
    previous: Indices | None = None,
    muscles: Sequence[str] = (),
    breath: float = 0.0,
) -> tuple[Sketch, Indices]:
    """Return the figure's outlines with the order of its parts, to be handed in as ``previous``."""
    return _Composer(pose, camera, look, count, breath).compose(previous, muscles)


def silhouette(pose: "Pose", camera: Camera, look: Look, count: int) -> Sketch:
    """Return the plain shape of a pose in the ghost's colour."""
    geometry = geometry_of(look.style)
    seen = project(camera, *place(geometry, pose), count)
    sketch = Sketch(count)
    grown = 0.0015 * pose.stature_m * camera.scale
    start = sketch.add(hulls(seen, geometry.links, grown))
    sketch.blend(look.colours.ghost, look.ghost, start, sketch.size)
    return sketch


class _Composer:
    """One frame in the making; nothing of it outlives the frame."""

    def __init__(self, pose: "Pose", camera: Camera, look: Look, count: int, breath: float) -> None:
        self._pose = pose
        self._camera = camera
        self._look = look
        self._breath = breath
        self._geometry = with_things(look.style, pose.scene)
        self._body = look.style is FigureStyle.BODY
        self._sketch = Sketch(count)
        self._placed = place(self._geometry, pose, breath)
        self._seen: Projected = project(camera, *self._placed, count)
        self._depth: list[float] = self._seen.depth.tolist()
        colours = look.colours
        self._tones = {
            Tone.SHIRT: colours.shirt,
            Tone.TROUSERS: colours.trousers,
            Tone.SKIN: colours.skin,
            Tone.BONE: colours.bone,
            Tone.CUSHION: colours.cushion,
        }
        self._height = pose.stature_m * camera.scale  # page units of a standing person

    def compose(self, previous: Indices | None, muscles: Sequence[str]) -> tuple[Sketch, Indices]:
        geometry, look = self._geometry, self._look
        if previous is not None and len(previous) != len(geometry.parts):
            previous = None
        nearer = self._geometry.nearer * self._pose.stature_m
        ordered = replace(self._seen, depth=self._seen.depth + nearer)
        order = part_order(geometry, ordered, previous)
        blocks = self._outlines()
        working = MuscleSketch(self._sketch, self._camera, self._pose, look, self._breath)
        wanted = working.hosted(muscles) if Layer.MUSCLES in look.layers else []
        props = Props(self._sketch, self._camera, self._pose, look)
        shown = self._arms_over_belt(order) if props.belt_worn else order.tolist()
        props.arrange(geometry, self._placed, self._seen, shown)
        done: set[str] = set()
        for number in shown:
            part = geometry.parts[number]
            props.before(part.name, done)
            self._paint(part, blocks)
            done.add(part.name)
            props.after(part.name, done)
            for muscle in [m for m in wanted if m.hosts <= done]:
                wanted.remove(muscle)
                spans = tuple(self._span(blocks, host) for host in muscle.ordered_hosts)
                working.paint(muscle, spans, clipped=self._body)
        props.last()
        return self._sketch, order

    def _arms_over_belt(self, order: Indices) -> list[int]:
        """Keep arms that are before the trunk in front of the belt, which follows the thighs."""
        parts = self._geometry.parts
        numbers: list[int] = order.tolist()
        places = [i for i, number in enumerate(numbers) if parts[number].name in HOSTS]
        trunk = next(i for i, number in enumerate(numbers) if parts[number].name == "trunk")
        between = numbers[trunk : places[-1] + 1]
        arms = [n for n in between if parts[n].name.startswith(_ARM_PARTS)]
        kept = [n for n in between if n not in arms]
        return numbers[:trunk] + kept + arms + numbers[places[-1] + 1 :]

    def halo_width(self) -> float:
        """Width of the line round each part in page units; relatively wider when small."""
        wide = max(0.0031 * self._height, min(0.8, 0.0055 * self._height))
        return wide * (0.72 if self._look.outline else 1.0)

    def _outlines(self) -> Blocks:
        geometry, seen = self._geometry, self._seen
        links = len(geometry.links)
        grow = np.full((2 * links, 2), min(0.35, 0.001 * self._height))
        grow[:links] = geometry.halo * self.halo_width()
        halo = self._sketch.add(hulls(seen, geometry.twice, grow))
        fill = halo + links
        lit = 0
        if self._body:
            lit = self._sketch.add(lit_hulls(seen, geometry.lit))
        return Blocks(halo, fill, lit)

    def _paint(self, part: Part, blocks: Blocks) -> None:
        sketch, colours = self._sketch, self._look.colours
        sketch.fill(colours.halo, blocks.halo + part.start, blocks.halo + part.stop)
        far = self._far(part)
        for run in self._far_to_near(part):
            tone = mix(self._tones[run.tone], colours.pale, far)
            sketch.fill(tone, blocks.fill + run.start, blocks.fill + run.stop)
            if self._body:
                light = mix(tone, colours.light, _LIT_SHARE)
                sketch.fill(light, blocks.lit + run.lit_start, blocks.lit + run.lit_stop)
        if part.name == "head":
            self._paint_head(far)
        if not self._body:
            self._paint_joints(part, far)
            if part.name == "trunk" and BREATH_CHANNELS[0] in self._pose.channels:
                stick_belly(sketch, self._camera, self._pose, self._look)

    def _far_to_near(self, part: Part) -> tuple[Run, ...]:
        """Order the runs of a part: cloth lies over skin, unless that points at the eye."""
        if len(part.runs) != 2:
            return part.runs
        under, over = (self._run_depth(run) for run in part.runs)
        least = _LIMB_AT_EYE if part.limb else _TRUNK_AT_EYE
        if under - over > least * self._pose.stature_m:
            return part.runs[::-1]
        return part.runs

    def _run_depth(self, run: Run) -> float:
        first, last = run.ends
        return (self._depth[first] + self._depth[last]) / 2.0

    def _paint_joints(self, part: Part, far: float) -> None:
        """Mark the joints of a stick figure by rings."""
        stations = [self._geometry.index[name] for name in stick_joints(part.name)]
        if not stations:
            return
        links = np.array([(i, i) for i in stations], dtype=np.intp)
        colours = self._look.colours
        tone = mix(colours.bone, colours.pale, far)
        self._sketch.put(tone, hulls(self._seen, links, 0.0030 * self._height))
        self._sketch.put(colours.joint, hulls(self._seen, links, -0.0048 * self._height))

    def _paint_head(self, far: float) -> None:
        skin = mix(self._look.colours.skin, self._look.colours.pale, far)
        if not self._body:
            stick_head(self._sketch, self._seen, self._look)
            return
        place = HeadPlace(
            self._pose.positions[JOINT_INDEX["head"]],
            self._pose.frames[FRAME_INDEX["head"]],
            self._pose.stature_m,
            self._seen,
        )
        sketch_head(self._sketch, self._camera, place, self._look, skin=skin)

    def _far(self, part: Part) -> float:
        """How pale a limb is: 0 beside or before the trunk, more the farther behind it."""
        if part.limb is None:
            return 0.0
        root, middle = part.limb
        behind = self._depth[middle] - self._depth[root]
        share = behind / (FAR_DEPTH * self._pose.stature_m)
        # few different shades, so that mixed colours can be kept
        return _FAR_SHARE * round(min(max(share, 0.0), 1.0) * _SHADES) / _SHADES

    def _span(self, blocks: Blocks, host: str) -> tuple[int, int]:
        part = self._geometry.parts[self._geometry.part_index[host]]
        return blocks.fill + part.start, blocks.fill + part.stop
