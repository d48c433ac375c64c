"""What stands on the pages of the check beside the questions."""

from dataclasses import dataclass

from sijoint_desktop.triage.flow import Page


@dataclass(frozen=True, slots=True)
class PageWords:
    """The name of a page among the steps, its heading, and the lines below that."""

    step: str
    heading: str
    lines: tuple[str, ...]


_TICK = "Tick what fits. Not sure? Tick it."
_TICK_AGAIN = "Tick all that may fit."

PAGE_WORDS = {
    Page.START: PageWords(
        "Before you start",
        "Before you start",
        (
            "Danger signs first, then a gentle start: about 4 minutes.",
            "For adults. It replaces no doctor. Your answers stay on this computer.",
        ),
    ),
    Page.EMERGENCY_SIGNS: PageWords(
        "Emergency signs",
        "Emergency signs",
        ("Rare, but each needs a doctor now.", _TICK),
    ),
    Page.WARNING_SIGNS: PageWords("Warning signs", "Warning signs", (_TICK_AGAIN,)),
    Page.ABOUT_YOU: PageWords("About you", "About you", (_TICK_AGAIN,)),
    Page.WHERE: PageWords(
        "Where it hurts",
        "Where it hurts",
        (),
    ),
    Page.HOW: PageWords("How it is", "How it is", ()),
    Page.TRIGGERS: PageWords("What sets it off", "What sets it off", ()),
    Page.SELF_TESTS: PageWords(
        "Simple self-tests",
        "Simple self-tests",
        ("You may leave them out. Stop at once if it hurts sharply.",),
    ),
    Page.RESULT: PageWords("Result", "Your result", ()),
}

PROPPED = (
    "You are pregnant, so for tests on your back: prop your back up on pillows, lie for less than "
    "a minute, and turn to your left side if you feel faint."
)
"""Said before the self-tests from 16 weeks on, or where the weeks are not known; brief b.2."""
