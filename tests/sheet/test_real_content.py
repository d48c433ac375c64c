from datetime import date

import pytest

from sijoint_desktop.content.model import Level, Sides
from sijoint_desktop.content.words import dose_in_words
from sijoint_desktop.sheet.compose import compose_card, compose_sheet
from tests.sheet.real import real_library, real_routine

START = date(2026, 11, 26)


def test_the_first_routine_makes_a_complete_sheet() -> None:
    sheet = compose_sheet(real_routine(), real_library(), start=START, name="", minutes=11)
    assert len(sheet.blocks) == 8
    for block, slot in zip(sheet.blocks, real_routine().slots, strict=True):
        exercise = real_library().get(slot.exercise_id)
        assert block.name == exercise.name
        assert block.dose.startswith(dose_in_words(slot.dose, exercise.sides))
        assert len(block.steps) >= 2
        assert block.take_care
        assert 2 <= len(block.stills) <= 4
        assert block.boxes
        assert bool(block.drawn_side) is (exercise.sides is not Sides.TOGETHER)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("exercise", real_library(), ids=lambda e: e.id)
def test_every_exercise_has_a_card_at_every_level(exercise, level: Level) -> None:  # type: ignore[no-untyped-def]
    (block,) = compose_card(exercise, level=level).blocks
    assert block.dose == dose_in_words(exercise.doses[level], exercise.sides)
    assert {"Breathe", "You should feel"} <= {note.label for note in block.notes}


@pytest.mark.parametrize("exercise", real_library(), ids=lambda e: e.id)
def test_no_caption_says_the_same_twice(exercise) -> None:  # type: ignore[no-untyped-def]
    (block,) = compose_card(exercise).blocks
    for still in block.stills:
        parts = still.caption.lower().replace("\N{NO-BREAK SPACE}", " ").split(", ")
        assert len(parts) == len(set(parts)), still.caption


def test_the_figure_4_stretch_is_shown_with_both_ways_in_between() -> None:
    (block,) = compose_card(real_library().get("figure4_supine")).blocks
    assert [still.caption.split(",")[0] for still in block.stills] == [
        "Start",
        "Cross",
        "Reach behind",
        "Pull",
    ]


def test_a_danger_of_the_belt_is_never_left_out() -> None:
    (block,) = compose_card(real_library().get("si_belt")).blocks
    assert "Take it off" in block.take_care
    assert "Wear it" in block.dose
