"""What stands on the pages of the check beside the questions."""

from dataclasses import dataclass

from sijoint_desktop.core.language import mark
from sijoint_desktop.triage.flow import Page


@dataclass(frozen=True, slots=True)
class PageWords:
    """The name of a page among the steps, its heading, and the lines below that, marked."""

    step: str
    heading: str
    lines: tuple[str, ...]


_TICK = mark("Tick what fits. Not sure? Tick it.")
_TICK_AGAIN = mark("Tick all that may fit.")

PAGE_WORDS = {
    Page.START: PageWords(
        mark("Before you start"),
        mark("Before you start"),
        (
            mark("Danger signs first, then a gentle start: about 4 minutes."),
            mark("For adults. It replaces no doctor. Your answers stay on this computer."),
        ),
    ),
    Page.EMERGENCY_SIGNS: PageWords(
        mark("Emergency signs"),
        mark("Emergency signs"),
        (mark("Rare, but each needs a doctor now."), _TICK),
    ),
    Page.WARNING_SIGNS: PageWords(mark("Warning signs"), mark("Warning signs"), (_TICK_AGAIN,)),
    Page.ABOUT_YOU: PageWords(mark("About you"), mark("About you"), (_TICK_AGAIN,)),
    Page.WHERE: PageWords(
        mark("Where it hurts"),
        mark("Where it hurts"),
        (),
    ),
    Page.HOW: PageWords(mark("How it is"), mark("How it is"), ()),
    Page.TRIGGERS: PageWords(mark("What sets it off"), mark("What sets it off"), ()),
    Page.SELF_TESTS: PageWords(
        mark("Simple self-tests"),
        mark("Simple self-tests"),
        (mark("You may leave them out. Stop at once if it hurts sharply."),),
    ),
    Page.RESULT: PageWords(mark("Result"), mark("Your result"), ()),
}

PROPPED = mark(
    "You are pregnant, so for tests on your back: prop your back up on pillows, lie for less than "
    "a minute, and turn to your left side if you feel faint."
)
"""Said before the self-tests from 16 weeks on, or where the weeks are not known; brief b.2."""
