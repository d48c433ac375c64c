import pytest

from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.model import Level
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.core.side import Side
from sijoint_desktop.player.session import Session
from sijoint_desktop.routine.model import Routine, Slot
from sijoint_desktop.routine.script import compile_script
from sijoint_desktop.ui.session.words import Words, end_question, side_words, words_of
from tests.content.samples import NOD, REACH

QUICK = (
    NOD.replace('id = "nod"', 'id = "quick"')
    .replace("E91", "E92")
    .replace("hold_s = 2", "hold_s = 0")
)
LIBRARY = parse_library({"reach": REACH, "nod": NOD, "quick": QUICK})


def session(*names: str, level: Level = Level.BEGINNER) -> Session:
    slots = [Slot(LIBRARY.get(n).id, level, LIBRARY.get(n).doses[level]) for n in names]
    routine = Routine(RoutineId("test"), "Test", "", tuple(slots))
    return Session(compile_script(routine, LIBRARY))


def words_at(led: Session, seconds: float) -> Words:
    led.start(0.0)
    now = 0.0
    while now < seconds:
        now += 0.5
        led.advance(now)
    return words_of(led.snapshot(now), LIBRARY)


def test_get_ready_shows_the_first_step_which_says_the_position() -> None:
    words = words_at(session("reach"), 1)
    assert words.phase == "Get ready"
    assert words.line == "Stand tall."
    assert (words.number, words.below) == ("9", "of 10 seconds")
    assert words.badge == "LEFT arm up"
    assert (words.place, words.minutes) == ("Exercise 1 of 1", "About 2 min left")


def test_a_movement_shows_its_own_name_step_and_what_comes_next() -> None:
    words = words_at(session("reach"), 10.5)
    assert (words.phase, words.phase_short, words.mark) == ("Reach", "Move", "move")
    assert words.line == "Reach up."
    assert words.next_text == "Hold for 2 s"


def test_a_phase_is_said_with_its_side_and_nothing_twice() -> None:
    assert words_at(session("reach"), 1).said == ("Get ready", "LEFT arm up", "Stand tall.")
    assert words_at(session("reach"), 10.5).said == ("", "LEFT arm up", "Reach up.")


def test_before_a_movement_its_step_is_the_next_thing() -> None:
    assert words_at(session("reach"), 12.5).next_text == "Lower the arm."


def test_a_repetition_without_a_hold_shows_its_number() -> None:
    words = words_at(session("quick"), 10.5)
    assert (words.number, words.below) == ("1", "of 4")


def test_the_side_is_named_before_it_changes() -> None:
    led = session("reach")
    words = words_at(led, 36)
    assert words.next_text == "Change to the RIGHT arm up"
    words = words_of(_advanced(led, 36, 39), LIBRARY)
    assert (words.phase, words.line) == ("Change sides", "Now the RIGHT arm up.")


def _advanced(led: Session, now: float, until: float):
    while now < until:
        now += 0.5
        led.advance(now)
    return led.snapshot(now)


def test_between_exercises_the_next_one_is_the_headline() -> None:
    words = words_at(session("nod", "reach"), 38)
    assert words.headline == "Next: Arm reach"
    assert words.phase == "Rest"
    assert words.next_text == "Get ready for Arm reach"


def test_between_sets_it_says_which_set_comes() -> None:
    led = session("nod", level=Level.PROGRESSED)
    led.start(0.0)
    now = 0.0
    while words_of(led.snapshot(now), LIBRARY).phase != "Rest":
        now += 0.5
        led.advance(now)
    assert words_of(led.snapshot(now), LIBRARY).line.endswith("Set 2 of 2 comes next.")


def test_the_last_movement_is_followed_by_the_end() -> None:
    led = session("nod")
    words = words_at(led, led.script.duration_s - 1)
    assert words.next_text == "The end"


@pytest.mark.parametrize(
    ("done", "said"),
    [
        (0, "End here? No repetition is finished yet."),
        (1, "End here? The 1 repetition you did is saved."),
        (5, "End here? The 5 repetitions you did are saved."),
    ],
)
def test_the_question_before_the_end_counts_in_words(done: int, said: str) -> None:
    assert end_question(done) == said


def test_a_side_without_a_word_is_only_the_side() -> None:
    exercise = LIBRARY.get("reach")
    assert side_words(exercise, None) == ""
    assert side_words(exercise, Side.RIGHT) == "RIGHT arm up"
