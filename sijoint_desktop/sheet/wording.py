"""The fixed sentences of paper: when to stop, what the log asks for, and dates in words."""

from datetime import date, timedelta

from sijoint_desktop.core.dates import weekday_word
from sijoint_desktop.sheet.model import Log, LogDay, Span

LOG_DAYS = 14

STOP_RULES: tuple[tuple[Span, ...], ...] = (
    (
        Span("Stop", bold=True),
        Span(
            "an exercise if pain is sharp, reaches 6 out of 10, grows with each repetition, "
            "or if you feel new numbness."
        ),
    ),
    (
        Span("Call your local emergency number", bold=True),
        Span(
            "if you go numb between the legs, have new trouble with your bladder or bowel, "
            "or a leg is getting weaker."
        ),
    ),
)
"""The red zone of the pain rules, and the signs of pressed nerves that cannot wait."""

ASIDE = ("Slow and easy. Breathe.", "Stretch, not pain.")

FOOTER = "Made with SI Joint Desktop. General information, not a diagnosis."

LOG_NOTE = (
    "0 is no pain, 10 the worst you can imagine. If the next morning is more than 1 point above "
    "the pain before, do less next time."
)
"""The 24-hour rule: back to the start score, or within 1 point of it, by the next morning."""

LOG_ROWS = ("Done (tick)", "Pain before, 0–10", "Pain after, 0–10", "Next morning, 0–10")


def two_week_log(start: date) -> Log:
    """Return the log of the fourteen days from ``start`` on."""
    days = (start + timedelta(days=n) for n in range(LOG_DAYS))
    return Log(
        heading="Two-week log",
        days=tuple(LogDay(weekday_word(day)[:2], str(day.day)) for day in days),
        rows=LOG_ROWS,
        note=LOG_NOTE,
    )


def sentence(text: str) -> str:
    """Return text as one sentence: a capital first and a full stop last."""
    text = " ".join(text.split())
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".?!" else ".")
