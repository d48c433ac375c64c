from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.history.entries import BeltDay, Mark, PainKind, PauseKind
from sijoint_desktop.history.happenings import NOTHING, Happenings
from sijoint_desktop.history.ledger import line_of, score_of
from sijoint_desktop.history.pain import pain_picture, told
from sijoint_desktop.history.picture import DAY_S, Picture, Sign
from sijoint_desktop.history.time_axis import day_start_s
from tests.fakes.records import NOON, done_on, make_check, make_pain, make_pause

FIRST = date(2026, 9, 1)
MOMENT = {"at": NOON, "local_date": NOON.date(), "utc_offset_minutes": 0}


def picture(
    sessions=(), pains=(), happenings: Happenings = NOTHING, first=FIRST, today=date(2026, 11, 30)
) -> Picture:
    pain = told(map(line_of, sessions), map(score_of, pains), happenings)
    return pain_picture(pain, first, today)


def marks(shown: Picture, sign: Sign) -> list[tuple[float, float]]:
    detail = shown.detail(30 * DAY_S)
    [points] = [each for each in detail.points if each.sign is sign]
    return list(zip(points.xs, points.ys, strict=True))


def readings(shown: Picture, days: float = 30) -> list[str]:
    return [str(stop) for stop in shown.detail(days * DAY_S).stops]


def test_before_worst_after_and_morning_after_have_marks_of_their_own() -> None:
    session = done_on(FIRST, 4, 3, nrs_worst=6)
    morning = make_pain(
        at=datetime(2026, 9, 2, 7, tzinfo=UTC),
        local_date=date(2026, 9, 2),
        nrs=2,
        kind=PainKind.MORNING_AFTER,
        session_id=session.id,
    )
    shown = picture([session], [morning])
    nine = day_start_s(FIRST) + 9 * 3600
    assert marks(shown, Sign.RING) == [(nine, 4)]
    assert marks(shown, Sign.DISC) == [(nine, 3)]
    assert marks(shown, Sign.DIAMOND) == [(day_start_s(FIRST) + DAY_S + 7 * 3600, 2)]
    [reach] = [b for b in shown.detail(DAY_S).bars if b.sign is Sign.BEFORE_WORST]
    assert (reach.xs, reach.lows, reach.highs) == ((nine,), (4.0,), (6.0,))
    assert readings(shown) == [
        "Tue 1 September 2026: Before 4, worst 6, after 3",
        "Wed 2 September 2026: Morning after 2",
    ]


def test_several_entries_of_a_day_are_read_out_with_their_times_and_make_its_band() -> None:
    pains = [
        make_pain(
            str(nrs), at=datetime(2026, 9, 1, hour, 30, tzinfo=UTC), local_date=FIRST, nrs=nrs
        )
        for hour, nrs in ((20, 7), (6, 1))
    ]
    shown = picture([done_on(FIRST, 4, 3)], pains)
    assert readings(shown) == [
        "Tue 1 September 2026: 06:30 Pain 1\n09:00 Before 4, after 3\n20:30 Pain 7"
    ]
    [band] = [b for b in shown.detail(DAY_S).bars if b.sign is Sign.WASH]
    assert (band.lows, band.highs, band.width) == ((1.0,), (7.0,), DAY_S)


def test_what_happened_is_marked_and_read_out_on_its_day() -> None:
    happenings = Happenings(
        checks=(make_check(),),
        belt_days=(BeltDay(id="b", minutes=60, **MOMENT),),
        marks=(Mark(id="m", words="New <mattress>", **MOMENT),),
        pauses=(make_pause(PauseKind.FLARE, date(2026, 11, 10), date(2026, 11, 12)),),
    )
    shown = picture([done_on(NOON.date(), 3)], (), happenings)
    assert [flag.words for flag in shown.flags] == ["Check: exercise at home", "New <mattress>"]
    assert readings(shown)[-1] == (
        "Sun 22 November 2026: Before 3\nCheck: exercise at home\nNew <mattress>\n"
        "Belt worn for 60 minutes"
    )
    [flare] = [each for each in shown.stretches if each.grounded]
    assert (flare.word, flare.end - flare.start) == ("Flare-up", 3 * DAY_S)
    words = [word for _sign, word in shown.legend]
    assert {"Check", "Your note", "Belt worn"} <= set(words)
    assert "Moved up" not in words  # nothing in the legend that is not drawn


def test_a_gap_is_named_away_and_a_pause_by_its_own_word() -> None:
    sessions = [done_on(FIRST + timedelta(days=n), 3) for n in (0, 1, 20, 40)]
    pause = make_pause(PauseKind.SICKNESS, FIRST + timedelta(days=3), FIRST + timedelta(days=18))
    shown = picture(sessions, (), Happenings(pauses=(pause,)))
    assert sorted(each.word for each in shown.stretches) == ["away", "sick"]


def test_nothing_and_one_entry_make_a_chart_too() -> None:
    assert picture().detail(DAY_S).stops == ()
    assert picture().sentence == ""
    one = picture([done_on(FIRST, 4)])
    assert one.sentence == "Your pain before your session was 4."
    assert one.band is None


def test_weeks_and_months_read_out_medians_when_much_is_in_sight() -> None:
    sessions = [done_on(FIRST + timedelta(days=n), 3 + n % 2, 2) for n in range(400)]
    shown = picture(sessions, first=FIRST, today=FIRST + timedelta(days=400))
    assert readings(shown, 400)[0].startswith("Week of 31 August 2026: Before 3, after 2 in 6")
    assert readings(shown, 4000)[0] == (
        "September 2026: Before 3, after 2 in 30 sessions\nAll scores from 2 to 4"
    )


def test_the_table_holds_every_score_and_happening_newest_first() -> None:
    happenings = Happenings(marks=(Mark(id="m", words="Moved house", **MOMENT),))
    shown = picture([done_on(FIRST, 4, 3, nrs_worst=6)], [make_pain(nrs=2)], happenings)
    assert shown.table().headings == ("Date", "Time", "Before", "Worst", "After", "Pain", "What")
    assert shown.table().rows == (
        (NOON.date(), "12:00", None, None, None, 2, "Without a session"),
        (NOON.date(), "", None, None, None, None, "Moved house"),
        (FIRST, "09:00", 4, 6, 3, None, "Session"),
    )


@pytest.mark.parametrize("offset", [-600, 0, 840])
def test_a_score_stays_in_its_own_local_day_across_zones(offset: int) -> None:
    at = datetime(2026, 10, 25, 23, 30, tzinfo=UTC)
    local = (at + timedelta(minutes=offset)).date()
    entry = make_pain(at=at, local_date=local, utc_offset_minutes=offset)
    [(x, _y)] = marks(picture((), [entry]), Sign.DOT)
    assert day_start_s(local) <= x < day_start_s(local) + DAY_S


moments = st.tuples(
    st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 29)),  # noqa: DTZ001 - local
    st.sampled_from((-720, -300, 0, 60, 120, 345, 840)),
    st.integers(0, 10),
)


@given(st.lists(moments, max_size=25))
def test_every_score_is_drawn_and_read_out_once_in_order_wherever_one_travelled(told_at) -> None:
    pains = [
        make_pain(
            str(n),
            at=(local - timedelta(minutes=offset)).replace(tzinfo=UTC),
            local_date=local.date(),
            utc_offset_minutes=offset,
            nrs=nrs,
        )
        for n, (local, offset, nrs) in enumerate(told_at)
    ]
    shown = picture((), pains, first=date(2026, 3, 1))
    dots = marks(shown, Sign.DOT)
    assert dots == sorted(dots)
    assert sorted(nrs for _x, nrs in dots) == sorted(nrs for _l, _o, nrs in told_at)
    assert all(shown.start <= x < shown.end for x, _y in dots)
    for days in (30, 400, 4000):
        stops = shown.detail(days * DAY_S).stops
        assert [stop.x for stop in stops] == sorted(stop.x for stop in stops)
    lines = "\n".join(stop.words() for stop in shown.detail(DAY_S).stops).splitlines()
    assert len(lines) == len(told_at)
