"""Says where "back", "next" and "repeat" lead on a script."""

from sijoint_desktop.routine.script import Part, Script

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
