from datetime import date, timedelta

from sijoint_desktop.history.consistency import Schedule, weeks
from sijoint_desktop.history.picture import DAY_S, Sign
from sijoint_desktop.history.weekly import weekly_picture
from tests.fakes.records import done_on

SUNDAY = date(2026, 11, 22)


def test_weeks_show_days_done_against_days_planned() -> None:
    schedule = Schedule(frozenset({0, 2, 4}), date(2026, 11, 9))
    done = [done_on(date(2026, 11, day)) for day in (9, 11, 14, 16)]
    shown = weekly_picture(weeks(done, SUNDAY, 2, schedule))
    bars = {each.sign: each.highs for each in shown.detail(30 * DAY_S).bars}
    assert bars == {Sign.SOLID: (3.0, 1.0), Sign.OUTLINE: (3.0, 3.0)}
    assert shown.sentence == (
        "4 days with exercise, 2 a week on average. "
        "Of 6 planned days that are over, 3 had exercise."
    )
    assert [str(stop) for stop in shown.detail(30 * DAY_S).stops] == [
        "Week of 9 November 2026: 3 days with exercise of 3 planned",
        "Week of 16 November 2026: 1 day with exercise of 3 planned",
    ]
    assert shown.table().rows[0] == (date(2026, 11, 16), 1, 3, 1, 11)


def test_a_day_that_is_not_over_is_neither_kept_nor_missed() -> None:
    schedule = Schedule(frozenset(range(7)), SUNDAY)
    shown = weekly_picture(weeks([], SUNDAY, 1, schedule))
    assert shown.sentence == "No days with exercise in this time."
    assert "planned days" not in weekly_picture(weeks([done_on(SUNDAY)], SUNDAY, 1)).sentence


def test_long_times_are_shown_by_month_as_days_a_week() -> None:
    done = [done_on(SUNDAY - timedelta(days=2 * n)) for n in range(700)]
    shown = weekly_picture(weeks(done, SUNDAY, 200))
    stops = shown.detail(shown.end - shown.start).stops
    assert len(stops) < 50
    assert str(stops[1]).endswith("days with exercise a week")
