"""The same dose reads the same everywhere."""

from dataclasses import replace

import pytest

from sijoint_desktop.content.model import Dose, Level, Position, Purpose, Sides, Tempo
from sijoint_desktop.content.words import (
    days_in_words,
    dose_detail,
    dose_in_words,
    level_word,
    minutes_span,
    position_word,
    purpose_word,
)
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds

TEMPO = Tempo(Seconds(2), Seconds(2), Seconds(1))
DOSE = Dose(1, 8, Seconds(3), TEMPO, Seconds(45), (3, 3))


@pytest.mark.parametrize(
    ("sets", "reps", "hold", "sides", "expected"),
    [
        (1, 8, 3, Sides.EACH, "8 each side, hold 3 s"),
        (2, 10, 6, Sides.EACH, "2 × 10 each side, hold 6 s"),
        (1, 10, 1, Sides.TOGETHER, "10 times"),
        (2, 15, 1, Sides.TOGETHER, "2 × 15"),
        (1, 10, 2.5, Sides.TOGETHER, "10 times, hold 2.5 s"),
        (1, 1, 15, Sides.EACH, "Once each side, hold 15 s"),
        (3, 1, 30, Sides.EACH, "3 times each side, hold 30 s"),
        (1, 6, 2, Sides.ALTERNATING, "6 each side, hold 2 s"),
    ],
)
def test_a_dose_in_words(sets: int, reps: int, hold: float, sides: Sides, expected: str) -> None:
    dose = replace(DOSE, sets=sets, reps=reps, hold_s=Seconds(hold))
    assert dose_in_words(dose, sides) == expected


def test_one_side_alone_is_named_where_sides_take_turns() -> None:
    assert dose_in_words(DOSE, Sides.EACH, Side.RIGHT) == "8 on the right, hold 3 s"
    assert dose_in_words(DOSE, Sides.TOGETHER, Side.RIGHT) == "8 times, hold 3 s"


def test_a_belt_is_worn_for_minutes_or_hours() -> None:
    trial = replace(DOSE, wear_minutes=(15, 30))
    assert dose_in_words(trial, Sides.TOGETHER) == "Wear it 15 to 30 minutes"
    assert dose_detail(trial) == "When you need it, then take it off"
    task = replace(DOSE, wear_minutes=(60, 120))
    assert dose_in_words(task, Sides.TOGETHER) == "Wear it 1 to 2 hours"


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [(60, 60, "1 hour"), (1, 1, "1 minute"), (45, 45, "45 minutes"), (45, 60, "45 to 60 minutes")],
)
def test_spans_of_minutes(least: int, most: int, expected: str) -> None:
    assert minutes_span(least, most) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ((7, 7), "every day"),
        ((3, 3), "3 days a week"),
        ((5, 7), "5 to 7 days a week"),
        ((1, 1), "1 day a week"),
    ],
)
def test_days_of_a_week(days: tuple[int, int], expected: str) -> None:
    assert days_in_words(days) == expected


def test_the_detail_names_sets_and_days() -> None:
    assert dose_detail(DOSE) == "One set, 3 days a week"
    assert dose_detail(replace(DOSE, sets=3)) == "3 sets, rest 45 s between, 3 days a week"
    stretch = replace(DOSE, sets=3, reps=1)
    assert dose_detail(stretch) == "Rest 45 s between, 3 days a week"


def test_every_member_has_its_word() -> None:
    assert [purpose_word(purpose) for purpose in Purpose] == [
        *("Loosen", "Stretch", "Steady", "Support"),
    ]
    assert [level_word(level) for level in Level] == ["Easier", "Standard", "Harder"]
    assert all(position_word(position) for position in Position)
