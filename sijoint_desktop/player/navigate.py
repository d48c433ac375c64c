"""Says where "back", "next" and "repeat" lead on a script."""

from collections.abc import Collection, Iterator

from sijoint_desktop.routine.script import Part, Script, Segment

LEAST_COUNTED_HOLD_S = 2.0
"""A shorter stop belongs to the tempo: such repetitions are counted, not held."""

BACK_GRACE_S = 1.5  # within this time of a start, "back" means the repetition before


def block_start(script: Script, index: int) -> int:
    """Return the first segment of the block that the segment with this index belongs to."""
    block = script.segments[index].block
    while index > 0 and script.segments[index - 1].block == block:
        index -= 1
    return index


def after_block(script: Script, index: int) -> int | None:
    """Return the first segment of the next block; None in the last block."""
    block = script.segments[index].block
    return next((i for i, s in enumerate(script.segments) if s.block > block), None)


def after_slot(script: Script, index: int) -> int | None:
    """Return the first segment of the next exercise, the rest before it; None in the last."""
    slot = script.segments[index].slot
    return next((i for i, s in enumerate(script.segments) if s.slot > slot), None)


def slot_start(script: Script, slot: int) -> int:
    """Return the first segment of "get ready" of an exercise; raises ValueError for none such."""
    for index, segment in enumerate(script.segments):
        if segment.slot == slot and segment.part is not Part.REST_EXERCISE:
            return index
    raise ValueError(f"there is no exercise {slot}; there are {script.slots}")


def following(script: Script, index: int) -> int | None:
    """Return the next segment; None after the last."""
    return index + 1 if index + 1 < len(script.segments) else None


def rep_end(script: Script, index: int) -> int | None:
    """Return the segment that ends the repetition of a segment; None outside of one."""
    block = script.segments[index].block
    return next((i for i in _block(script, block) if script.segments[i].ends_rep), None)


def is_counted(segment: Segment) -> bool:
    """Tell whether a segment belongs to a repetition that is counted and not held."""
    return segment.part is Part.REPEAT and segment.hold_s < LEAST_COUNTED_HOLD_S


def counted_run(script: Script, index: int) -> tuple[int, ...]:
    """Return the segments of the set and side that a segment repeats in; none where it has a hold.

    What follows the last repetition, such as the way out, is not part of it.
    """
    here = script.segments[index]
    if not is_counted(here):
        return ()
    key = (here.slot, here.set_number)
    first = last = index
    while first > 0 and _repeats(script.segments[first - 1], key):
        first -= 1
    while last + 1 < len(script.segments) and _repeats(script.segments[last + 1], key):
        last += 1
    return tuple(range(first, last + 1))


def after_reps(script: Script, done: Collection[int]) -> int | None:
    """Return where a session goes on whose repetitions ending in ``done`` are on record.

    It is the start of the first repetition after the last one of them, or of the script where
    none is; None where nothing is left to do.
    """
    if not done:
        return 0
    left = [i for i, s in enumerate(script.segments) if s.ends_rep and i > max(done)]
    return block_start(script, left[0]) if left else None


def _repeats(segment: Segment, key: tuple[int, int]) -> bool:
    return segment.part is Part.REPEAT and (segment.slot, segment.set_number) == key


def _block(script: Script, block: int) -> Iterator[int]:
    return (i for i, s in enumerate(script.segments) if s.block == block)


def repetition(script: Script, index: int) -> int:
    """Return the start of this repetition or, outside of one, of the last one before.

    Where there is none before, it is the start of the script.
    """
    while index > 0 and script.segments[index].part is not Part.REPEAT:
        index -= 1
    return block_start(script, index)


def back(script: Script, index: int, position_s: float) -> int:
    """Return where "back" leads: the start of this repetition or, near it, the one before."""
    first = block_start(script, index)
    if script.segments[index].part is not Part.REPEAT:
        return repetition(script, first)
    if position_s - script.segments[first].start_s > BACK_GRACE_S or first == 0:
        return first
    return repetition(script, first - 1)
