from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.content.model import Exercise, Level, Sides
from sijoint_desktop.content.words import dose_in_words
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.side import Side
from sijoint_desktop.routine.model import SlotSides
from sijoint_desktop.sheet.compose import compose_card, compose_sheet
from sijoint_desktop.sheet.model import Sheet
from tests.sheet import samples

START = date(2026, 11, 26)


def sheet(*slots: samples.Slot, **options: object) -> Sheet:
    wanted = {"start": START, "name": "Anna", "minutes": 11, **options}
    return compose_sheet(samples.routine(*slots), samples.library(), **wanted)  # type: ignore[arg-type]


def test_the_head_says_what_for_whom_when_and_how_long() -> None:
    made = sheet()
    assert made.title == "Loosen and steady"
    assert made.subtitle == (
        "Anna, from 26 November 2026. About 11 minutes. You need: mat, SI belt."
    )


def test_name_and_length_are_left_out_where_they_are_not_known() -> None:
    made = sheet(samples.slot(replace(samples.BRIDGE, equipment=())), name="  ", minutes=0)
    assert made.subtitle.startswith("From 26 November 2026.")
    assert "minute" not in made.subtitle


def test_one_minute_is_singular() -> None:
    assert "About 1 minute." in sheet(minutes=1).subtitle


def test_every_exercise_has_a_block_in_order_and_complete() -> None:
    made = sheet()
    assert [block.number for block in made.blocks] == ["1", "2", "3", "4", "5", "6"]
    for block, exercise in zip(made.blocks, samples.EVERY, strict=True):
        assert block.name == exercise.name
        assert block.steps == tuple(step.text for step in exercise.steps)
        assert block.take_care.startswith("Stop when your hips")
        assert 1 <= len(block.stills) <= 4


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("exercise", samples.EVERY, ids=lambda e: e.id)
def test_the_dose_reads_as_it_does_on_screen(exercise: Exercise, level: Level) -> None:
    (block,) = sheet(replace(samples.slot(exercise), level=level)).blocks
    assert block.dose == dose_in_words(exercise.doses[level], exercise.sides)


def test_the_belt_says_how_long_to_wear_it_and_not_how_often() -> None:
    (block,) = sheet(samples.slot(samples.FITTING)).blocks
    assert block.dose == "Wear it 1 to 2 hours"
    assert "Only for sore tasks." in block.dose_detail
    assert not any("hold" in still.caption for still in block.stills)


def test_a_changed_dose_does_not_keep_the_note_of_its_level() -> None:
    own = replace(samples.FITTING.doses[Level.STANDARD], wear_minutes=(30, 60))
    (block,) = sheet(samples.slot(samples.FITTING, own=own)).blocks
    assert "sore tasks" not in block.dose_detail


SIDES = {"Left", "Right"}


@pytest.mark.parametrize("exercise", samples.EVERY, ids=lambda e: e.id)
def test_there_is_a_box_for_each_side_or_for_both_at_once(exercise: Exercise) -> None:
    (block,) = sheet(samples.slot(exercise)).blocks
    together = exercise.sides is Sides.TOGETHER
    assert {word.split()[0] for word in block.boxes} <= ({"Done", "Set"} if together else SIDES)
    assert block.drawn_side == ("" if together else "Pictures show: LEFT leg back")
    assert {still.side for still in block.stills} == {None if together else Side.LEFT}


def test_the_side_to_start_with_comes_first_and_is_drawn() -> None:
    (block,) = sheet(samples.slot(samples.BIRD_DOG, start=Side.RIGHT)).blocks
    assert block.boxes == ("Right", "Left")
    assert block.drawn_side == "Pictures show: RIGHT leg back"
    assert all(still.side is Side.RIGHT for still in block.stills)


def test_one_side_alone_has_one_box_and_says_so_in_the_dose() -> None:
    (block,) = sheet(samples.slot(samples.BIRD_DOG, SlotSides.RIGHT)).blocks
    assert block.boxes == ("Right",)
    assert "on the right" in block.dose
    assert all(still.side is Side.RIGHT for still in block.stills)


def test_paper_says_who_should_leave_an_exercise_out() -> None:
    blocks = {block.name: block for block in sheet().blocks}
    assert blocks["Glute bridge"].not_for == "Pregnant? Do not lie flat."
    assert blocks["Figure-4 stretch"].not_for == "New hip? Leave it out."
    assert blocks["Bird-dog"].not_for == ""


def test_a_limit_for_everybody_stands_under_take_care() -> None:
    blocks = {block.name: block for block in sheet().blocks}
    assert blocks["Glute bridge"].take_care.endswith("line up. Stop if it is sharp.")


def test_stop_rules_name_the_local_emergency_number_and_the_nerve_signs() -> None:
    text = " ".join(span.text for rule in sheet().stop_rules for span in rule)
    for words in ("sharp", "6 out of 10", "each repetition", "numb between the legs"):
        assert words in text
    assert "your local emergency number" in text


@given(start=st.dates(max_value=date(9999, 12, 1)))
def test_the_log_names_fourteen_days_in_a_row(start: date) -> None:
    log = sheet(start=start).log
    assert log is not None
    assert len(log.days) == 14
    assert log.days[0].day == str(start.day)
    assert log.days[0].weekday == log.days[7].weekday
    assert len({day.weekday for day in log.days}) == 7


def test_the_log_asks_for_pain_before_after_and_the_next_morning() -> None:
    log = sheet().log
    assert log is not None
    assert [str(row).split(",")[0] for row in log.rows] == [
        "Done (tick)",
        "Pain before",
        "Pain after",
        "Next morning",
    ]
    assert (log.days[0].weekday, log.days[0].day) == ("Thu", "26")
    assert (log.days[13].weekday, log.days[13].day) == ("Wed", "9")


def test_the_last_days_of_the_calendar_do_not_break_the_log() -> None:
    assert sheet(start=date.max).log is not None


def test_an_unknown_exercise_is_named() -> None:
    stranger = replace(samples.slot(samples.BRIDGE), exercise_id=samples.ExerciseId("e99"))
    with pytest.raises(UserError, match="e99"):
        sheet(stranger)


def test_a_card_tells_everything_about_one_exercise_and_has_no_log() -> None:
    card = compose_card(samples.FIGURE_4, level=Level.STANDARD)
    (block,) = card.blocks
    assert card.title == "Figure-4 stretch"
    assert card.subtitle == "Steady. On your back. Mat."
    assert card.log is None
    assert block.number == ""
    notes = {note.label: note.text for note in block.notes}
    assert notes["Not for everyone"] == "New hip? Leave it out."
    assert notes["Common mistake"] == (
        "The back arches. Instead: Stop when your hips, knees and shoulders line up."
    )
    assert {"Breathe", "You should feel", "Easier", "Harder"} <= set(notes)


def test_sheets_never_promise_what_exercise_cannot_do() -> None:
    text = repr(sheet()) + repr(compose_card(samples.BRIDGE))
    for word in ("cure", "reset", "realign", "unstable", "!"):
        assert word not in text


def test_large_print_is_the_same_sheet_in_another_size() -> None:
    assert replace(sheet(large_print=True), large_print=False) == sheet()


def test_there_is_a_box_for_each_set_on_each_side() -> None:
    twice = replace(samples.BRIDGE.doses[Level.STANDARD], sets=2)
    (bridge,) = compose_card(samples.BRIDGE, dose=twice).blocks
    assert bridge.boxes == ("Set 1", "Set 2")
    (dog,) = compose_card(samples.BIRD_DOG, dose=twice).blocks
    assert dog.boxes == ("Left 1", "Right 1", "Left 2", "Right 2")


def test_the_sheet_says_what_to_feel() -> None:
    sheet = compose_sheet(samples.routine(), samples.library(), start=date(2026, 11, 26))
    for block in sheet.blocks:
        assert [note.label for note in block.notes] == ["You should feel"]
        assert block.notes[0].text
