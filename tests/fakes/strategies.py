"""Any valid session that hypothesis can think of."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from sijoint_desktop.content.model import Dose, Level, Tempo
from sijoint_desktop.core.ids import ExerciseId, RoutineId, SessionId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.archive import Archive, Item, Kept
from sijoint_desktop.history.entries import (
    Activity,
    ActivityScore,
    BeltDay,
    CheckDraft,
    CheckRecord,
    Clearance,
    Dated,
    FiredRule,
    HurtChoice,
    HurtEvent,
    Mark,
    OwnRoutine,
    PainEntry,
    PainKind,
    Pause,
    PauseKind,
    PlanChange,
    PlanPause,
    Rescreen,
    kind_name,
)
from sijoint_desktop.history.records import Origin, RepRecord, SessionRecord, SessionStatus
from sijoint_desktop.routine.course import Reason, RuleId, Verdict
from sijoint_desktop.routine.ladder import Step, StepKind
from sijoint_desktop.routine.model import Slot, SlotSides
from sijoint_desktop.routine.segment import Timings
from sijoint_desktop.triage.urgency import Urgency
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
        nrs_worst=draw(pains),
        effort=draw(pains),
        form_ok=draw(st.none() | st.booleans()),
        origin=draw(st.sampled_from(Origin)),
        routine_text=draw(texts),
        timings=draw(st.none() | st.builds(Timings, get_ready_s=holds)),
    )


ids = st.uuids().map(lambda one: one.hex)
scores = st.integers(0, 10)
days = instants.map(datetime.date)
codes = st.dictionaries(texts, texts | st.integers(-99, 99), max_size=3)
corrections = st.dictionaries(texts, st.tuples(texts | st.integers(0, 9)), max_size=2)
sides = st.none() | st.sampled_from(Side)
doses = st.builds(
    Dose,
    sets=st.integers(1, 3),
    reps=st.integers(1, 20),
    hold_s=holds,
    tempo=st.builds(Tempo, holds, holds, holds),
    rest_s=holds,
    days_per_week=st.tuples(st.integers(1, 7), st.integers(1, 7)),
    note=texts,
    wear_minutes=st.none() | st.tuples(st.integers(1, 60), st.integers(60, 120)),
)
slots = st.builds(
    Slot,
    exercise_id=texts.map(ExerciseId),
    level=st.sampled_from(Level),
    dose=doses,
    sides=st.sampled_from(SlotSides),
    start_side=st.sampled_from(Side),
)
reasons = st.builds(
    Reason, rule=st.sampled_from(RuleId), words=texts, sessions=st.lists(ids, max_size=2).map(tuple)
)


def _dated(made: type[Dated], **more: st.SearchStrategy[object]) -> st.SearchStrategy[Dated]:
    """Entries of one kind; the moment, its local date and the offset belong together."""

    def build(entry_id: str, at: datetime, offset: int, values: dict[str, object]) -> Dated:
        local = at.astimezone(timezone(timedelta(minutes=offset))).date()
        moment = {"at": at, "local_date": local, "utc_offset_minutes": offset}
        return made(id=entry_id, **moment, **values)  # type: ignore[arg-type]

    offsets = st.integers(-12 * 60, 14 * 60)
    return st.builds(build, ids, instants, offsets, st.fixed_dictionaries(more))


_SESSION_IDS = ids.map(SessionId)
entries = st.one_of(
    _dated(
        PainEntry,
        nrs=scores,
        kind=st.sampled_from(PainKind),
        session_id=_SESSION_IDS,
        woke=st.booleans(),
        note=texts,
    ),
    _dated(
        HurtEvent,
        session_id=_SESSION_IDS,
        slot=st.integers(0, 9),
        exercise_id=texts.map(ExerciseId),
        side=sides,
        place=texts,
        nrs=pains,
        sharp=st.booleans(),
        new_numbness=st.booleans(),
        choice=st.sampled_from(HurtChoice),
    ),
    _dated(
        CheckRecord,
        sitting=ids,
        rule_set=texts,
        level=st.sampled_from(Urgency),
        reasons=st.lists(texts, max_size=2).map(tuple),
        minor=st.booleans(),
        lasting=st.lists(texts, max_size=2).map(tuple),
        answers=codes,
        corrected=corrections,
        rules=st.lists(
            st.builds(FiredRule, id=texts, because=st.lists(texts, max_size=2).map(tuple)),
            max_size=2,
        ).map(tuple),
        profile=st.none() | texts,
        scores=st.dictionaries(texts, st.integers(-9, 9), max_size=3),
        routine_id=st.none() | texts.map(RoutineId),
        left_at=st.none() | instants,
    ),
    _dated(Rescreen, answers=st.dictionaries(texts, st.booleans(), max_size=5)),
    _dated(PlanPause, rule=st.sampled_from(RuleId), reason=texts),
    _dated(CheckDraft, page=texts, answers=codes, corrected=corrections),
    _dated(Clearance, seen_on=st.just(datetime(2019, 1, 1, tzinfo=UTC).date()), note=texts),
    _dated(
        PlanChange,
        routine_id=texts.map(RoutineId),
        step=st.builds(Step, st.sampled_from(StepKind), slots, slots),
        up=st.just(False),
        automatic=st.booleans(),
        verdict=st.sampled_from(Verdict),
        reasons=st.lists(reasons, max_size=2).map(tuple),
    ),
    _dated(
        Pause,
        kind=st.sampled_from(PauseKind),
        first_day=st.just(datetime(2019, 1, 1, tzinfo=UTC).date()),
        last_day=st.none() | days,
    ),
    _dated(Activity, name=texts.map("a{}".format), ended_on=st.none() | days),
    _dated(ActivityScore, activity_id=ids, score=scores),
    _dated(BeltDay, minutes=st.none() | st.integers(1, 1440)),
    _dated(OwnRoutine, name=texts, text=texts, archived=st.booleans()),
    _dated(Mark, words=texts),
)


@st.composite
def archives(draw: st.DrawFn) -> Archive:
    """Any archive; ids are few, so that two archives have items in common."""
    few = st.sampled_from(["one", "two", "three", "four"])
    items: list[Item] = [
        replace(item, id=draw(few))
        for item in draw(st.lists(entries | session_records(), max_size=8))
    ]
    kept = {}
    for item in items:
        name = "sessions" if isinstance(item, SessionRecord) else kind_name(type(item))
        kept[name, str(item.id)] = Kept(item, draw(instants))
    graves = draw(st.dictionaries(st.tuples(st.sampled_from(["pains", "sessions"]), few), instants))
    return Archive(kept, {key: at for key, at in graves.items() if key not in kept})
