from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.history.time_axis import date_ticks


def test_three_months_are_named_by_month() -> None:
    ticks = date_ticks(date(2026, 8, 27), date(2026, 11, 26), 6)
    assert [word for _, word in ticks] == ["September", "October", "November"]


def test_two_weeks_are_named_by_day() -> None:
    words = [word for _, word in date_ticks(date(2026, 11, 9), date(2026, 11, 22), 7)]
    assert words == ["9 Nov", "11 Nov", "13 Nov", "15 Nov", "17 Nov", "19 Nov", "21 Nov"]


def test_a_new_year_is_named() -> None:
    words = [word for _, word in date_ticks(date(2025, 12, 1), date(2026, 11, 30), 12)]
    assert words[:3] == ["Dec", "Jan 2026", "Feb"]


@given(st.dates(date(2000, 1, 1), date(2050, 1, 1)), st.integers(0, 12_000), st.integers(5, 12))
def test_dates_fit_lie_inside_and_rise(first, length, most) -> None:
    last = first + timedelta(days=length)
    days = [day for day, _ in date_ticks(first, last, most)]
    assert len(days) <= most
    assert days == sorted(set(days))
    assert all(first <= day <= last for day in days)
