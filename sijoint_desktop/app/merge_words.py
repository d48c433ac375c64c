"""Says in words what joining two histories does, before it is done and after."""

from collections.abc import Mapping

from sijoint_desktop.app.merge import Changes
from sijoint_desktop.history.archive import LISTS

_WORDS: Mapping[str, str] = {
    "pains": "pain scores",
    "hurts": "times it hurt",
    "rescreens": "questions before a session",
    "check_drafts": "checks put aside",
    "clearances": "visits that cleared you",
    "plan_pauses": "pauses of the plan",
    "plan_changes": "changes of the dose",
    "pauses": "days off",
    "activities": "activities",
    "activity_scores": "scores of activities",
    "belt_days": "days with the belt",
    "own_routines": "routines of your own",
    "marks": "notes",
}
"""What a list is called where its name in the file would not be understood."""


def told(changes: Changes, *, done: bool) -> list[str]:
    """Return what a merge did, or would do, in one line for each list that it touches."""
    lines = []
    for name in LISTS:
        parts = zip(changes.count(name), ("new", "changed", "deleted"), strict=True)
        words = ", ".join(f"{count} {word}" for count, word in parts if count)
        if words:
            lines.append(f"{_WORDS.get(name, name)}: {words}")
    if changes.held_back:
        lines.append(
            f"{changes.held_back} left out: exercise is closed here, and a file does not open it"
        )
    if changes.is_empty:
        lines.append("Everything in this file is here already.")
    elif not done:
        lines.append("Nothing was changed yet.")
    return lines
