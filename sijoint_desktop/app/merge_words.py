"""Says in words what joining two histories does, before it is done and after."""

from collections.abc import Iterator, Mapping

from sijoint_desktop.app.merge import Changes
from sijoint_desktop.core.language import mark, plural, tr
from sijoint_desktop.history.archive import LISTS

_WORDS: Mapping[str, str] = {
    "sessions": mark("sessions"),
    "pains": mark("pain scores"),
    "hurts": mark("times it hurt"),
    "checks": mark("checks"),
    "rescreens": mark("questions before a session"),
    "check_drafts": mark("checks put aside"),
    "clearances": mark("visits that cleared you"),
    "plan_pauses": mark("pauses of the plan"),
    "plan_changes": mark("changes of the dose"),
    "pauses": mark("days off"),
    "activities": mark("activities"),
    "activity_scores": mark("scores of activities"),
    "belt_days": mark("days with the belt"),
    "own_routines": mark("routines of your own"),
    "marks": mark("notes"),
}
"""What a list is called."""


def told(changes: Changes, *, done: bool) -> list[str]:
    """Return what a merge did, or would do, in one line for each list that it touches."""
    lines = []
    for name in LISTS:
        words = ", ".join(_counts(*changes.count(name)))
        if words:
            lines.append(f"{tr(_WORDS[name])}: {words}")
    if changes.held_back:
        held_back = plural(
            "{n} left out: exercise is closed here, and a file does not open it",
            "{n} left out: exercise is closed here, and a file does not open it",
            changes.held_back,
        )
        lines.append(held_back)
    if changes.is_empty:
        lines.append(tr("Everything in this file is here already."))
    elif not done:
        lines.append(tr("Nothing was changed yet."))
    return lines


def _counts(new: int, changed: int, deleted: int) -> Iterator[str]:
    if new:
        yield plural("{n} new", "{n} new", new)
    if changed:
        yield plural("{n} changed", "{n} changed", changed)
    if deleted:
        yield plural("{n} deleted", "{n} deleted", deleted)
