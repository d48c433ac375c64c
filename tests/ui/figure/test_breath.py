"""The picture breathes: quietly with the layer, fully where the exercise is the breath itself."""

import numpy as np
import pytest

from sijoint_desktop.motion.clip import Pose, bake
from sijoint_desktop.motion.solve import Path
from sijoint_desktop.ui.figure.body import BODY
from sijoint_desktop.ui.figure.camera import VIEWS, Camera
from sijoint_desktop.ui.figure.canvas import Sketch
from sijoint_desktop.ui.figure.look import Look
from sijoint_desktop.ui.figure.muscles import MuscleSketch, muscle
from sijoint_desktop.ui.figure.outline import place
from sijoint_desktop.ui.figure.stick import stick_belly
from tests.motion import shipped


def key_pose(phase: str) -> Pose:
    spec = shipped.spec("breathing_brace")
    row = Path(spec).key_rows[[row.phase for row in spec.rows].index(phase)]
    return bake(spec).pose(row)


def top(pose: Pose, station: str, breath: float = 0.0) -> float:
    """Return the height of the skin over a station of a body that lies on its back."""
    centres, axes = place(BODY, pose, breath)
    number = BODY.index[station]
    return float(centres[number, 2] + np.linalg.norm(axes[number, :, 2]))


@pytest.mark.parametrize("station", ["waist", "ribs", "waistband"])
def test_the_belly_rises_as_the_breath_goes_in_and_sinks_as_it_is_drawn_in(station: str) -> None:
    soft, full, drawn = (top(key_pose(n), station) for n in ("Ready", "Breathe in", "Draw in"))
    assert full > soft + 0.008
    assert drawn < soft - 0.001


def test_the_back_stays_on_the_floor() -> None:
    for station in ("waist", "chest", "iliac"):
        ends = []
        for phase in ("Breathe in", "Draw in"):
            centres, axes = place(BODY, key_pose(phase))
            number = BODY.index[station]
            ends.append(centres[number, 2] - np.linalg.norm(axes[number, :, 2]))
        assert abs(ends[0] - ends[1]) < 0.004


def test_a_quiet_breath_moves_any_other_figure_a_little() -> None:
    lying = bake(shipped.spec("pelvic_tilt")).pose(0)
    rise = top(lying, "waist", 1.0) - top(lying, "waist", -1.0)
    assert 0.005 < rise < 0.030


def test_the_layer_adds_nothing_to_a_motion_that_breathes_itself() -> None:
    full = key_pose("Breathe in")
    assert top(full, "waist", 1.0) == top(full, "waist", 0.0)


def test_muscles_and_the_line_of_a_stick_figure_rise_too(plain_look: Look) -> None:
    camera = Camera(*VIEWS["side"], target=(0.0, 0.0, 0.0), focal=2000.0, centre=(0.0, 0.0))
    heights = []
    for phase in ("Breathe in", "Draw in"):
        sketch = Sketch(24)
        working = MuscleSketch(sketch, camera, key_pose(phase), plain_look)
        working.paint(muscle("abdominals")[0], (), clipped=False)
        line = Sketch(24)
        stick_belly(line, camera, key_pose(phase), plain_look)
        heights.append([np.concatenate(drawn.blocks)[:, :, 1].min() for drawn in (sketch, line)])
    (muscle_full, line_full), (muscle_drawn, line_drawn) = heights
    assert muscle_full < muscle_drawn  # the page counts downwards
    assert line_full < line_drawn
