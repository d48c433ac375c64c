"""What stands on the pages of the check beside the questions."""

from dataclasses import dataclass

from sijoint_desktop.triage.flow import Page


@dataclass(frozen=True, slots=True)
class PageWords:
    """The name of a page among the steps, its heading, and the lines below that."""

    step: str
    heading: str
    lines: tuple[str, ...]


PAGE_WORDS = {
    Page.START: PageWords(
        "Before you start",
        "Before you start",
        (
            (
                "This check asks about danger signs first. Then it looks for a gentle place to "
                "start. It takes about four minutes."
            ),
            (
                "It does not name an illness, and it does not replace a doctor or a "
                "physiotherapist. It is for adults. Your answers stay on this computer."
            ),
        ),
    ),
    Page.EMERGENCY_SIGNS: PageWords(
        "Emergency signs",
        "Do any of these apply to you?",
        (
            (
                "They are rare. But each one needs a doctor now, not an exercise. Tick all that "
                "fit. If you are not sure about one, tick it."
            ),
        ),
    ),
    Page.WARNING_SIGNS: PageWords(
        "Other warning signs",
        "Have you noticed any of these?",
        ("Most people have none or one. Tick all that fit. Not sure about one? Tick it.",),
    ),
    Page.ABOUT_YOU: PageWords(
        "About you",
        "What should the exercises respect?",
        ("Tick all that fit you. Not sure about one? Tick it.",),
    ),
    Page.WHERE: PageWords(
        "Where it hurts",
        "Where does it hurt?",
        ("Left and right are those of your own body. Tick every place that fits.",),
    ),
    Page.HOW: PageWords("How it is", "How is the pain?", ("Think of the last week.",)),
    Page.TRIGGERS: PageWords(
        "What sets it off",
        "What sets it off, and what eases it?",
        ("Tick all that fit. This helps to choose the exercises.",),
    ),
    Page.SELF_TESTS: PageWords(
        "Simple self-tests",
        "A few simple self-tests",
        ("You may leave them out. Stop a test at once if it hurts sharply.",),
    ),
    Page.RESULT: PageWords("Result", "Your result", ()),
}

PROPPED = (
    "You are pregnant, so for tests on your back: prop your back up on pillows, lie for less than "
    "a minute, and turn to your left side if you feel faint."
)
"""Said before the self-tests from 16 weeks on, or where the weeks are not known; brief b.2."""
