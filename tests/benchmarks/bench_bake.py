"""How long baking a clip takes, against a floor of plain numpy work measured in the same run."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from sijoint_desktop.content.library import parse_library
from sijoint_desktop.motion.clip import bake

CONTENT = Path(__file__).parents[2] / "assets" / "content" / "exercises"
ROUNDS = 15


def median_ms(work: Callable[[], object]) -> float:
    """Return the median duration of ``ROUNDS`` calls in milliseconds."""
    samples = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        samples.append((time.perf_counter() - start) * 1000)
    return statistics.median(samples)


def main() -> None:
    """Print one line for each exercise."""
    library = parse_library({p.name: p.read_text("utf-8") for p in sorted(CONTENT.glob("*.toml"))})
    for exercise in library.exercises:
        clip = bake(exercise.motion)
        rows = len(clip.positions)
        matrices = np.repeat(np.eye(3)[None], rows * 23, axis=0)
        floor = median_ms(lambda m=matrices: m @ m)
        took = median_ms(lambda spec=exercise.motion: bake(spec))
        print(
            f"{exercise.id:<22} {rows:4d} rows  bake {took:6.2f} ms"
            f"  one product of all frames {floor:5.2f} ms  ratio {took / floor:5.1f}"
        )


if __name__ == "__main__":
    main()
