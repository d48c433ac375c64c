"""The minutes of a routine are the player's, and all of them are accounted for."""

import pytest

from sijoint_desktop.content.library import Library
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Timings, compile_script, routine_minutes
from sijoint_desktop.ui.routines.minutes import (
    Spending,
    clock_text,
    count_line,
    spending,
    split_line,
    spoken_time,
)


@pytest.mark.parametrize("timings", [Timings(), Timings(get_ready_s=0, rest_exercises_s=60)])
def test_the_parts_add_up_to_the_session(
    routines: tuple[Routine, ...], library: Library, timings: Timings
) -> None:
    for routine in routines:
        spent = spending(routine, library, timings)
        script = compile_script(routine, library, timings)
        assert spent.total_s == pytest.approx(script.duration_s)
        assert sum(spent.slots) == pytest.approx(script.duration_s)
        assert spent.minutes == routine_minutes(routine, library, timings)
        assert 0 < spent.moving_s < spent.total_s


def test_longer_rests_are_not_movement(routines: tuple[Routine, ...], library: Library) -> None:
    short = spending(routines[0], library, Timings())
    long = spending(routines[0], library, Timings(rest_exercises_s=80))
    assert long.moving_s == pytest.approx(short.moving_s)
    assert long.total_s == pytest.approx(short.total_s + 60)


@pytest.mark.parametrize(
    ("seconds", "short", "spoken"),
    [
        (0, "0:00", "0 seconds"),
        (1, "0:01", "1 second"),
        (59.6, "1:00", "1 minute"),
        (125, "2:05", "2 minutes 5 seconds"),
    ],
)
def test_times_in_figures_and_in_words(seconds: float, short: str, spoken: str) -> None:
    assert clock_text(seconds) == short
    assert spoken_time(seconds) == spoken


def test_the_lines_say_how_long_and_how_it_divides(routines: tuple[Routine, ...]) -> None:
    spent = Spending(total_s=640, moving_s=415, slots=(300, 340))
    assert split_line(spent) == "7 min moving, 4 min getting ready and resting"
    assert count_line(routines[0], spent) == "11 min, 2 exercises"
    assert count_line(routines[1], spent) == "11 min, 1 exercise"
