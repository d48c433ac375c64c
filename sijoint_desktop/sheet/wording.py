"""The fixed sentences of paper: when to stop, what the log asks for, and dates in words."""

from datetime import date, timedelta

from sijoint_desktop.core.dates import short_weekday
from sijoint_desktop.core.language import capital, mark, tr
from sijoint_desktop.sheet.model import Log, LogDay, Span

LOG_DAYS = 14

_STOP_RULES = (
    mark(
        "**Stop** an exercise if pain is sharp, reaches 6 out of 10, grows with each repetition, "
        "or if you feel new numbness."
    ),
    mark(
        "**Call your local emergency number** if you go numb between the legs, have new trouble "
        "with your bladder or bowel, or a leg is getting weaker."
    ),
)

_ASIDE = (mark("Slow and easy. Breathe."), mark("Stretch, not pain."))

FOOTER = mark("Made with SI Joint Desktop. General information, not a diagnosis.")

_LOG_NOTE = mark(
    "0 is no pain, 10 the worst you can imagine. If the next morning is more than 1 point above "
    "the pain before, do less next time."
)
"""The 24-hour rule: back to the start score, or within 1 point of it, by the next morning."""

_LOG_ROWS = (
    *(mark("Done (tick)"), mark("Pain before, 0–10"), mark("Pain after, 0–10")),
    mark("Next morning, 0–10"),
)


def stop_rules() -> tuple[tuple[Span, ...], ...]:
    """Return the red zone of the pain rules, and the signs of pressed nerves that cannot wait."""
    return tuple(spans_of(tr(rule)) for rule in _STOP_RULES)


def aside() -> tuple[str, ...]:
    """Return the advice that stands beside the title."""
    return tuple(map(tr, _ASIDE))


def spans_of(text: str) -> tuple[Span, ...]:
    """Return the runs of a text, bold where it stands between double asterisks."""
    parts = enumerate(text.split("**"))
    return tuple(Span(part.strip(), bold=bool(n % 2)) for n, part in parts if part.strip())


def two_week_log(start: date) -> Log:
    """Return the log of the fourteen days from ``start`` on."""
    days = (start + timedelta(days=n) for n in range(LOG_DAYS))
    return Log(
        heading=tr("Two-week log"),
        days=tuple(LogDay(short_weekday(day), str(day.day)) for day in days),
        rows=tuple(map(tr, _LOG_ROWS)),
        note=tr(_LOG_NOTE),
    )


def sentence(text: str) -> str:
    """Return text as one sentence: a capital first and a full stop last."""
    text = " ".join(text.split())
    end = "" if not text or text[-1] in ".?!" else "."
    return capital(text) + end
