"""Clips are baked when they are wanted, once, and only a few are kept."""

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.core.side import Side
from sijoint_desktop.ui.figure.clips import ClipStore


def test_clip_is_baked_once_for_each_side(exercise: Exercise) -> None:
    store = ClipStore()
    assert len(store) == 0
    left = store.get(exercise, Side.LEFT)
    assert store.get(exercise, Side.LEFT) is left
    assert store.get(exercise) is left  # written for the left
    assert store.get(exercise, Side.RIGHT) is not left
    assert len(store) == 2


def test_least_recently_used_clip_goes_first(exercise: Exercise) -> None:
    store = ClipStore(kept=1)
    left = store.get(exercise, Side.LEFT)
    store.get(exercise, Side.RIGHT)
    assert len(store) == 1
    assert store.get(exercise, Side.LEFT) is not left
