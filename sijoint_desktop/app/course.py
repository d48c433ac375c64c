"""Reads the course of a plan, as the rules of progression see it, from everything on record."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise, takewhile

from sijoint_desktop.app.diary import MORNING_FROM, MORNING_UNTIL
from sijoint_desktop.app.plan import PLAN_ID, Plan
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import CautionTag
from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.entries import (
    CheckRecord,
    Clearance,
    HurtEvent,
    PainEntry,
    PainKind,
    Pause,
    PauseKind,
    PlanChange,
)
from sijoint_desktop.history.records import Origin, SessionRecord
from sijoint_desktop.history.safety import Readable, standing_checks
from sijoint_desktop.routine.course import Circumstances, Course, Off, Reading
from sijoint_desktop.routine.ladder import holds_all_of
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.parse import parse_routine
from sijoint_desktop.routine.progression import RESTART_DAYS
from sijoint_desktop.routine.response import SETTLED_WITHIN, Hurt, Response
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.person import person_of
from sijoint_desktop.triage.urgency import Urgency

LASTING_AFTER = timedelta(hours=48)
LASTING_UNTIL = timedelta(hours=96)
"""Between these, pain that is still up counts as lasting; clinical brief d says over 48 hours."""

LIMITED_FOR = timedelta(days=14)
"""How long a plan with limits stays at beginner doses; clinical brief, LIMITED."""

LATE_PREGNANCY_WEEKS = 28

_LOOK_BACK = timedelta(days=7)  # what an alarm of the week before the plan needs


def course_of(
    entries: Readable, sessions: Sequence[SessionRecord], plan: Plan, library: Library, today: date
) -> Course:
    """Return the course of a plan from everything on record."""
    hurts: defaultdict[SessionId, list[HurtEvent]] = defaultdict(list)
    for hurt in entries.all(HurtEvent):
        hurts[hurt.session_id].append(hurt)
    done = [session for session in sessions if _was_tried(session, hurts)]
    begun = _begun(plan, done, today)
    last = max((s.local_date for s in done if s.local_date <= today), default=begun)
    first = min(begun - _LOOK_BACK, last)
    pains = _Pains(sessions, entries.all(PainEntry))
    of_plan = _PlanTest(plan.routine, library)
    seen = [
        _response(session, hurts.pop(session.id, []), pains, of_plan)
        for session in done
        if session.local_date >= first
    ]
    recorded = {session.id for session in sessions}
    seen += [_alone(each) for name, each in hurts.items() if name not in recorded]
    changes = [c for c in entries.all(PlanChange) if c.routine_id == plan.routine.id]
    pauses = entries.all(Pause)
    return Course(
        plan=plan.routine,
        circumstances=circumstances(entries, begun, today, _under_way(done, today)),
        responses=tuple(sorted(seen, key=lambda r: r.started_at)),
        readings=tuple(_readings(sessions, entries.all(PainEntry))),
        taken=tuple(change.taken for change in changes if change.local_date >= begun),
        off=tuple(_off(pauses)),
        flares=tuple(p.first_day for p in pauses if p.kind is PauseKind.FLARE),
    )


def circumstances(
    entries: Readable, begun: date, today: date, under_way: date | None = None
) -> Circumstances:
    """Return what about the person sets the pace, from their checks and clearance."""
    cleared = max(entries.all(Clearance), key=lambda c: c.at, default=None)
    cleared_at = None if cleared is None else cleared.at
    cleared_on = None if cleared is None else cleared.local_date
    checks = sorted(
        standing_checks(entries.all(CheckRecord)), key=lambda c: (c.at, c.id), reverse=True
    )
    if not checks:
        return Circumstances(begun, under_way, cleared_at=cleared_at, cleared_on=cleared_on)
    check = checks[0]
    person = person_of(Answers(check.answers))
    pregnant = person.has(CautionTag.PREGNANCY)
    # the pregnancy has gone on since the check
    weeks = (
        None
        if person.weeks is None
        else person.weeks + max(0, (today - check.local_date).days // 7)
    )
    late = pregnant is True and (weeks is None or weeks >= LATE_PREGNANCY_WEEKS)
    # a result with limits that is found again at each check does not begin its two weeks again
    limited = list(takewhile(lambda c: c.level is Urgency.LIMITED, checks))
    return Circumstances(
        plan_since=begun,
        under_way_since=under_way,
        beginner_until=limited[-1].local_date + LIMITED_FOR if limited else None,
        pregnant=pregnant is True,
        keep_only=late,
        slow=person.has(CautionTag.AFTER_BIRTH) is True,
        hypermobile=person.has(CautionTag.HYPERMOBILE) is True,
        checked_on=check.local_date,
        cleared_at=cleared_at,
        cleared_on=cleared_on,
    )


def _was_tried(session: SessionRecord, hurts: dict[SessionId, list[HurtEvent]]) -> bool:
    """Tell whether something was done, or hurt before the first repetition was over."""
    told = session.nrs_worst is not None or session.id in hurts
    return bool(session.reps) or told or session.origin is Origin.PAPER


def _begun(plan: Plan, done: Sequence[SessionRecord], today: date) -> date:
    """Return the first day of a plan.

    One of the program's routines was done before its first change made it the person's own: the
    sessions before that belong to it as well.
    """
    days = [today if plan.since is None else plan.since]
    if plan.routine.id != PLAN_ID:
        days += [s.local_date for s in done if s.routine_id == plan.routine.id]
    return min(days)


def _under_way(done: Sequence[SessionRecord], today: date) -> date | None:
    """Return the first day of the sessions without a break of over three weeks, up to today."""
    days = [*(s.local_date for s in done if s.local_date <= today), today]
    first = today
    for earlier, later in reversed(list(pairwise(days))):
        if (later - earlier).days > RESTART_DAYS:
            break
        first = earlier
    return first if len(days) > 1 else None


class _PlanTest:
    """Tells whether a session held the whole dose of the plan, from the routine kept with it."""

    def __init__(self, plan: Routine, library: Library) -> None:
        self._plan = plan
        self._library = library
        self._known: dict[str, bool] = {}  # sessions mostly repeat the same routine

    def __call__(self, session: SessionRecord) -> bool:
        if session.origin is Origin.PAPER:
            return False
        if not session.routine_text:  # of a version that did not keep it
            return session.routine_id == self._plan.id
        if session.routine_text not in self._known:
            self._known[session.routine_text] = self._holds(session.routine_text)
        return self._known[session.routine_text]

    def _holds(self, text: str) -> bool:
        try:
            done = parse_routine(text, "session", self._library)
        except ContentError:  # an exercise of it is gone
            return False
        return holds_all_of(done, self._plan)


class _Pains:
    """Answers from all scores how the body took a session, in the days after it."""

    def __init__(self, sessions: Sequence[SessionRecord], pains: Sequence[PainEntry]) -> None:
        self._pains = sorted(pains, key=lambda p: p.at)
        self._starts = sorted(
            (s.started_at, s.nrs_before) for s in sessions if s.nrs_before is not None
        )

    def morning(self, session: SessionRecord) -> int | None:
        """Return the pain 12 to 36 hours later.

        Where nobody was asked, the pain before a session at that time stands for it.
        """
        asked = [
            p
            for p in self._after(session, timedelta(), MORNING_UNTIL)
            if p.kind is PainKind.MORNING_AFTER
            and (p.session_id == session.id or p.at - session.last_moment >= MORNING_FROM)
        ]
        if asked:
            own = [p.nrs for p in asked if p.session_id == session.id]
            return own[0] if own else asked[0].nrs
        return next(iter(self._before(session, MORNING_FROM, MORNING_UNTIL)), None)

    def woke(self, session: SessionRecord) -> bool:
        """Tell whether pain woke the person in the night after."""
        return any(p.woke for p in self._after(session, timedelta(), MORNING_UNTIL))

    def lasted(self, session: SessionRecord) -> bool:
        """Tell whether the pain stayed up from the session to over 48 hours later."""
        if session.nrs_before is None:
            return False
        allowed = session.nrs_before + SETTLED_WITHIN
        late = [p.nrs for p in self._after(session, LASTING_AFTER, LASTING_UNTIL)]
        late += self._before(session, LASTING_AFTER, LASTING_UNTIL)
        early = [p.nrs for p in self._after(session, timedelta(), LASTING_AFTER)]
        early += self._before(session, timedelta(), LASTING_AFTER)
        return bool(late) and all(nrs > allowed for nrs in (*early, *late))

    def _after(
        self, session: SessionRecord, least: timedelta, most: timedelta
    ) -> Sequence[PainEntry]:
        end = session.last_moment
        first = bisect_left(self._pains, end + least, key=lambda p: p.at)
        return list(takewhile(lambda p: p.at <= end + most, self._pains[first : first + _MOST]))

    def _before(self, session: SessionRecord, least: timedelta, most: timedelta) -> Sequence[int]:
        end = session.last_moment
        first = bisect_left(self._starts, end + least, key=lambda start: start[0])
        near = takewhile(lambda start: start[0] <= end + most, self._starts[first : first + _MOST])
        return [nrs for at, nrs in near if at > session.started_at and nrs is not None]


_MOST = 200  # nobody notes their pain more often within four days


def _response(
    session: SessionRecord, hurts: Sequence[HurtEvent], pains: _Pains, of_plan: _PlanTest
) -> Response:
    held = [rep for rep in session.reps if rep.held_s >= rep.planned_hold_s]
    return Response(
        id=session.id,
        day=session.local_date,
        started_at=session.started_at,
        before=session.nrs_before,
        worst=session.nrs_worst,
        effort=session.effort,
        whole=len(held) >= session.planned_reps,
        form_ok=session.form_ok is True,
        hurts=tuple(_hurt(each) for each in hurts),
        morning=pains.morning(session),
        woke=pains.woke(session),
        lasted=pains.lasted(session),
        of_plan=of_plan(session),
    )


def _alone(hurts: Sequence[HurtEvent]) -> Response:
    """Return what hurt in a session that was taken off the record: that it hurt stays known."""
    first = hurts[0]
    return Response(
        id=first.session_id,
        day=first.local_date,
        started_at=first.at,
        before=None,
        worst=None,
        hurts=tuple(_hurt(each) for each in hurts),
        of_plan=False,
    )


def _hurt(event: HurtEvent) -> Hurt:
    return Hurt(event.exercise_id, event.nrs, event.sharp, event.new_numbness)


def _readings(sessions: Iterable[SessionRecord], pains: Iterable[PainEntry]) -> Iterator[Reading]:
    for session in sessions:
        if session.nrs_before is not None:
            yield Reading(session.local_date, session.nrs_before)
    for pain in pains:
        yield Reading(pain.local_date, pain.nrs)


def _off(pauses: Iterable[Pause]) -> Iterator[Off]:
    """Yield rests and illnesses in order, without what they have in common twice."""
    free: date | None = date.min  # the first day after all that was given
    for pause in sorted(pauses, key=lambda p: p.first_day):
        if free is None:  # one is open, and takes in all that follow
            return
        first = max(pause.first_day, free)
        if pause.last_day is None or pause.last_day >= first:
            yield Off(first, pause.last_day)
            free = None if pause.last_day is None else pause.last_day + timedelta(days=1)
