"""The stick along the back: over the back when that faces the eye, else behind the body."""

import pytest

from sijoint_desktop.motion.clip import bake
from sijoint_desktop.ui.figure.camera import VIEWS, Camera
from sijoint_desktop.ui.figure.canvas import Sketch
from sijoint_desktop.ui.figure.look import Look
from sijoint_desktop.ui.figure.rod import RodSketch
from tests.motion import shipped


def painted(view: str, look: Look, name: str = "hip_hinge") -> list[str]:
    """Return after which parts the stick is painted, of trunk and head painted in this order."""
    camera = Camera(*VIEWS[view], target=(0.0, 0.0, 0.9), focal=2000.0, centre=(0.0, 0.0))
    sketch = Sketch(24)
    rod = RodSketch(sketch, camera, bake(shipped.spec(name)).pose(0), look)
    done: set[str] = set()
    found = []
    for part in ("thigh_l", "trunk", "head", "upper_arm_l"):
        for step in (rod.before, rod.after):
            size = sketch.size
            step(part, done)
            if sketch.size > size:
                found.append(f"{step.__name__} {part}")
            done.add(part)
    return found


@pytest.mark.parametrize(
    ("view", "place"), [("front", "before trunk"), ("rear", "after head"), ("side", "before trunk")]
)
def test_it_is_painted_once_at_its_place(plain_look: Look, view: str, place: str) -> None:
    assert painted(view, plain_look) in ([place], ["after head"] if view == "side" else [place])


def test_without_a_stick_nothing_is_painted(plain_look: Look) -> None:
    assert painted("rear", plain_look, "bird_dog") == []
