"""Words are looked up when they are shown, and counted and written as the reader is used to."""

from collections.abc import Iterator
from datetime import date, time

import pytest

from sijoint_desktop.core.dates import (
    clock_words,
    date_in_words,
    short_date,
    short_date_with_year,
    week_start,
)
from sijoint_desktop.core.language import (
    Habits,
    listed,
    mark,
    number,
    plural,
    speak,
    tr,
    whole_number,
)
from tests.fakes.pseudo import Pseudo, untranslated


class Boastful(Pseudo):
    """Tells of itself where it is asked for no words, as the catalogs of gettext do."""

    def gettext(self, message: str) -> str:
        return super().gettext(message) or "Content-Type: text/plain"


SAVED = mark("Saved")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    speak("en")


def test_a_marked_constant_is_shown_in_the_language_of_the_moment() -> None:
    assert tr(SAVED) == "Saved"
    speak("xx", Pseudo())
    assert tr(SAVED) != "Saved"
    assert not untranslated(tr(SAVED))


def test_values_take_their_places_and_bare_braces_are_left_alone() -> None:
    assert tr("{name} is done", name="{x}") == "{x} is done"
    assert tr("{as it is}") == "{as it is}"


def test_no_words_stay_no_words_in_every_language() -> None:
    speak("xx", Boastful())
    assert tr("") == ""


def test_one_thing_and_many_things_are_said_apart() -> None:
    assert [plural("{n} day", "{n} days", n) for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]


def test_words_are_listed_as_in_a_sentence() -> None:
    lists = [(), ("mat",), ("mat", "chair"), ("mat", "chair", "belt")]
    assert [listed(words) for words in lists] == [
        *("", "mat", "mat and chair", "mat, chair and belt")
    ]


def test_numbers_and_dates_follow_the_country() -> None:
    day = date(2026, 11, 26)
    assert [number(2.5), number(2.0), number(2, 1)] == ["2.5", "2", "2.0"]
    assert (whole_number(1234), short_date_with_year(day)) == ("1,234", "26 Nov 2026")
    assert (date_in_words(day), short_date(day)) == ("26 November 2026", "26 Nov")
    assert (clock_words(time(14, 5)), week_start(day)) == ("14:05", date(2026, 11, 23))
    speak("en", habits=Habits(",", first_weekday=6, month_first=True, half_day_clock=True))
    assert (number(2.5), whole_number(1234)) == ("2,5", "1.234")
    assert short_date_with_year(day) == "Nov 26, 2026"
    assert (date_in_words(day), short_date(day)) == ("November 26, 2026", "Nov 26")
    assert [clock_words(time(hour, 5)) for hour in (0, 9, 12, 14)] == [
        *("12:05 am", "9:05 am", "12:05 pm", "2:05 pm")
    ]
    assert week_start(day) == date(2026, 11, 22)
    assert week_start(date(2026, 11, 22)) == date(2026, 11, 22)
