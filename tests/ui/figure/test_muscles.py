"""Working muscles: known by name, on the right side, and only where they can be seen."""

import numpy as np
import pytest

from sijoint_desktop.core.side import swap_suffix
from sijoint_desktop.motion.clip import Clip
from sijoint_desktop.ui.figure.camera import Camera
from sijoint_desktop.ui.figure.compose import compose_figure
from sijoint_desktop.ui.figure.look import Look, print_look, screen_look
from sijoint_desktop.ui.figure.muscles import MUSCLE_NAMES, muscle
from sijoint_desktop.ui.style.tokens import LIGHT
from tests.content.samples import EXERCISES, parse_library

FRONT, BACK = (
    Camera(azimuth, 5.0, (0.0, 0.0, 0.9), 1500.0, (300.0, 300.0)) for azimuth in (90.0, -90.0)
)


def painted(clip: Clip, camera: Camera, name: str, look: Look) -> int:
    plain, _ = compose_figure(clip.pose(0.0), camera, look, count=28)
    shown, _ = compose_figure(clip.pose(0.0), camera, look, count=28, muscles=(name,))
    return len(shown.fills) - len(plain.fills)


def test_every_muscle_of_the_exercise_files_can_be_drawn() -> None:
    files = {f.stem: f.read_text(encoding="utf-8") for f in EXERCISES.glob("*.toml")}
    for exercise in parse_library(files).exercises:
        for name in exercise.motion.muscles:
            assert muscle(name), f"{exercise.id}: {name}"


@pytest.mark.parametrize("name", sorted(MUSCLE_NAMES))
def test_name_without_a_side_means_both(name: str) -> None:
    left, right = muscle(name)
    assert (left,) == muscle(name + "_l")
    assert (right,) == muscle(name + "_r")
    assert right.ordered_hosts == tuple(swap_suffix(host) for host in left.ordered_hosts)


def test_unknown_muscle_is_refused() -> None:
    with pytest.raises(KeyError):
        muscle("wing_l")


@pytest.mark.parametrize(("name", "camera", "other"), [("glute_max", BACK, FRONT)])
def test_muscle_shows_from_its_own_side(
    clip: Clip, name: str, camera: Camera, other: Camera
) -> None:
    look = screen_look(LIGHT)
    assert painted(clip, camera, name, look) > 0
    assert painted(clip, other, name, look) == 0


def test_paper_marks_muscles_by_dots(clip: Clip) -> None:
    sketch, _ = compose_figure(clip.pose(0.0), BACK, print_look(), count=28, muscles=("glute_max",))
    assert any(fill.dots > 0 for fill in sketch.fills)


def test_bellies_lie_within_their_hosts(clip: Clip) -> None:
    sketch, _ = compose_figure(
        clip.pose(0.0), BACK, screen_look(LIGHT), count=28, muscles=("glute_max_l",)
    )
    clipped = [fill for fill in sketch.fills if fill.clip]
    assert clipped
    outlines = np.concatenate(sketch.blocks)
    assert np.isfinite(outlines).all()
