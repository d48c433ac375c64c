"""Dates are written in the language of the program, not in that of the computer."""

from datetime import date

from sijoint_desktop.core.dates import date_in_words, short_month, weekday_word


def test_a_date_in_words() -> None:
    assert date_in_words(date(2026, 11, 26)) == "26 November 2026"


def test_every_month_and_weekday_has_its_own_word() -> None:
    assert [short_month(date(2026, month, 1)) for month in (1, 5, 9, 12)] == [
        *("Jan", "May", "Sep", "Dec")
    ]
    assert [weekday_word(date(2026, 11, day)) for day in (23, 29)] == ["Monday", "Sunday"]
