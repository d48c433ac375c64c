"""Any valid session that hypothesis can think of."""

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from sijoint_desktop.core.ids import ExerciseId, RoutineId, SessionId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.records import RepRecord, SessionRecord, SessionStatus
from tests.fakes.repository import rep_key

_FIRST = datetime(2020, 1, 1, tzinfo=UTC)
instants = st.timedeltas(timedelta(0), timedelta(days=7300)).map(_FIRST.__add__)
texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
pains = st.none() | st.integers(0, 10)
holds = st.floats(0, 600).map(Seconds)
reps = st.builds(
    RepRecord,
    slot=st.integers(0, 9),
    exercise_id=texts.map(ExerciseId),
    side=st.none() | st.sampled_from(Side),
    set_number=st.integers(1, 3),
    rep_number=st.integers(1, 30),
    held_s=holds,
    planned_hold_s=holds,
    finished_at=instants,
)


def in_order(done: list[RepRecord]) -> tuple[RepRecord, ...]:
    return tuple(
        sorted(
            done,
            key=lambda rep: (
                rep.finished_at,
                rep.slot,
                rep.set_number,
                rep.rep_number,
                rep.side or "both",
            ),
        )
    )


@st.composite
def session_records(draw: st.DrawFn) -> SessionRecord:
    started_at = draw(instants)
    offset = draw(st.integers(-12 * 60, 14 * 60))
    zone = timezone(timedelta(minutes=offset))
    return SessionRecord(
        id=SessionId(draw(st.uuids()).hex),
        routine_id=RoutineId(draw(texts)),
        routine_name=draw(texts),
        started_at=started_at,
        ended_at=draw(st.none() | instants),
        local_date=started_at.astimezone(zone).date(),
        utc_offset_minutes=offset,
        status=draw(st.sampled_from(SessionStatus)),
        nrs_before=draw(pains),
        nrs_after=draw(pains),
        planned_reps=draw(st.integers(0, 500)),
        note=draw(texts),
        reps=in_order(draw(st.lists(reps, max_size=6, unique_by=rep_key))),
    )
