import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.player.events import (
    CountdownBeat,
    DoneAwaited,
    Event,
    HalfWay,
    Paused,
    PauseReason,
    RepFinished,
    Resumed,
    SegmentStarted,
    SessionFinished,
)
from sijoint_desktop.player.navigate import after_reps
from sijoint_desktop.player.session import Session
from sijoint_desktop.player.snapshot import State
from sijoint_desktop.routine.script import Part, Script, SegmentKind
from tests.player.scripts import STEP, TWO_EXERCISES, make_script, plain_slot, scripts

ONE_EXERCISE = make_script(plain_slot(0, 3))
ticks = st.integers(1, 128)  # in steps; 128 of them are just not a gap


def walk(session: Session, now: float, until: float, step: float = 0.5) -> list[Event]:
    """Look at the session every ``step`` seconds, and at the last moment exactly."""
    events: list[Event] = []
    while now < until:
        now = min(now + step, until)
        events += session.advance(now)
    return events


def run_through(script: Script, start: float = 0.0, step: float = 0.5) -> list[Event]:
    session = Session(script)
    events = [*session.start(start), *walk(session, start, start + script.duration_s, step)]
    assert session.state is State.FINISHED
    return events


def reps_of(events: list[Event]) -> list[RepFinished]:
    return [event for event in events if isinstance(event, RepFinished)]


def started(script: Script, at: float) -> tuple[Session, float]:
    session = Session(script)
    session.start(0.0)
    walk(session, 0.0, at)
    return session, at


# --- running through ------------------------------------------------------------------------


@given(scripts())
def test_a_script_in_virtual_time_ends_exactly_on_its_length(script: Script) -> None:
    session = Session(script)
    session.start(0.0)
    walk(session, 0.0, script.duration_s - STEP)
    assert session.state is State.RUNNING
    assert session.advance(script.duration_s)[-1] == SessionFinished(completed=True)
    assert script.duration_s == sum(segment.duration_s for segment in script.segments)


@given(scripts(), st.lists(ticks, min_size=1), st.lists(ticks, min_size=1))
def test_cutting_time_differently_gives_the_same_events(
    script: Script, first: list[int], second: list[int]
) -> None:
    def events(cuts: list[int]) -> list[Event]:
        session = Session(script)
        found, now, index = [*session.start(0.0)], 0.0, 0
        while session.state is not State.FINISHED:
            now += cuts[index % len(cuts)] * STEP
            found += session.advance(now)
            index += 1
        return found

    assert events(first) == events(second)


@given(scripts())
def test_events_name_every_repetition_of_the_script_once_and_in_order(script: Script) -> None:
    finished = [
        (rep.slot, rep.rep_number, rep.held_s, rep.planned_hold_s)
        for rep in reps_of(run_through(script))
    ]
    assert finished == [
        (s.slot, s.rep_number, s.hold_s, s.hold_s) for s in script.segments if s.ends_rep
    ]


def test_a_repetition_is_reported_before_the_next_segment_starts() -> None:
    events = run_through(ONE_EXERCISE)
    for index, event in enumerate(events):
        if isinstance(event, RepFinished):
            following = events[index + 1]
            assert isinstance(following, SegmentStarted)
            assert ONE_EXERCISE.segments[following.segment - 1].ends_rep


@given(st.floats(0.0, 1e6), st.sampled_from([0.033, 0.1, 1.0]))
def test_any_start_of_the_clock_gives_the_same_events(start: float, step: float) -> None:
    session = Session(ONE_EXERCISE)
    events = [*session.start(start), *walk(session, start, start + 100, step)]
    assert events == run_through(ONE_EXERCISE)


def test_one_look_may_cross_several_segments() -> None:
    short = make_script(
        [
            (SegmentKind.MOVE, Part.REPEAT, 0.5, 0, 1, False),
            (SegmentKind.HOLD, Part.REPEAT, 0.5, 0, 1, False),
            (SegmentKind.RETURN, Part.REPEAT, 0.5, 0, 1, True),
            (SegmentKind.REST, Part.REPEAT, 9.0, 0, 1, False),
        ]
    )
    session = Session(short)
    session.start(0.0)
    assert session.advance(1.5) == (
        SegmentStarted(1),
        CountdownBeat(0, rising=False),
        SegmentStarted(2),
        RepFinished(0, short.segments[0].exercise_id, short.segments[0].side, 1, 1, 0.5, 0.5),
        SegmentStarted(3),
    )


def test_a_routine_without_exercises_is_refused_in_words() -> None:
    with pytest.raises(UserError, match="no exercises"):
        Session(Script((), Seconds(0.0)))


# --- countdown ------------------------------------------------------------------------------


def test_beats_rise_before_a_start_and_fall_before_an_end_and_end_on_zero() -> None:
    session = Session(ONE_EXERCISE)
    session.start(0.0)
    heard = []
    now = 0.0
    while now < 14.0:  # get ready 5, way in 2, move 2, hold 5
        now += STEP
        heard += [(now, e) for e in session.advance(now) if isinstance(e, CountdownBeat)]
    assert heard == [
        (2.0, CountdownBeat(3, rising=True)),
        (3.0, CountdownBeat(2, rising=True)),
        (4.0, CountdownBeat(1, rising=True)),
        (5.0, CountdownBeat(0, rising=True)),
        (11.0, CountdownBeat(3, rising=False)),
        (12.0, CountdownBeat(2, rising=False)),
        (13.0, CountdownBeat(1, rising=False)),
        (14.0, CountdownBeat(0, rising=False)),
    ]


@given(scripts())
def test_no_beat_comes_before_the_segment_it_counts(script: Script) -> None:
    now_in = -1
    for event in run_through(script):
        if isinstance(event, SegmentStarted):
            now_in = event.segment
        elif isinstance(event, CountdownBeat):
            segment = script.segments[now_in]
            assert segment.kind is not SegmentKind.MOVE
            assert event.seconds_left < segment.duration_s or event.seconds_left == 0
            assert event.rising == (segment.kind is not SegmentKind.HOLD)


# --- pausing --------------------------------------------------------------------------------


@given(scripts(), st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_pause_at_any_moment_costs_nothing(script: Script, at: int, length: int) -> None:
    moment = (at * STEP) % script.duration_s
    session = Session(script)
    events = [*session.start(0.0), *walk(session, 0.0, moment)]
    events += session.pause(moment)
    row = session.snapshot(moment).row
    back_at = moment + length * STEP
    assert session.advance(back_at) == ()
    assert session.snapshot(back_at).row == row
    events += session.resume(back_at)
    events += walk(session, back_at, back_at + 3.0 + script.duration_s - moment)
    assert session.state is State.FINISHED
    pauses = (Paused, Resumed, CountdownBeat)
    without = [e for e in events if not isinstance(e, pauses)]
    assert without == [e for e in run_through(script) if not isinstance(e, pauses)]
    beats = [e for e in events if isinstance(e, CountdownBeat)]
    assert len(beats) == 4 + sum(isinstance(e, CountdownBeat) for e in run_through(script))


def test_going_on_counts_three_seconds_before_the_time_runs_again() -> None:
    session, now = started(ONE_EXERCISE, 10.0)
    session.pause(now)
    events = [*session.resume(100.0)]
    assert session.state is State.RECOUNT
    events += walk(session, 100.0, 102.5)
    assert session.snapshot(102.5).recount_left == 1
    assert session.snapshot(102.5).position_s == 10.0
    events += walk(session, 102.5, 103.0)
    assert events == [
        *(CountdownBeat(n, rising=True) for n in (3, 2, 1, 0)),
        Resumed(),
    ]
    assert session.state is State.RUNNING
    assert session.snapshot(103.0).position_s == 10.0


def test_a_pause_during_the_re_count_stands_at_the_same_place() -> None:
    session, now = started(ONE_EXERCISE, 10.0)
    session.pause(now)
    session.resume(50.0)
    walk(session, 50.0, 51.0)
    assert session.pause(51.0) == (Paused(PauseReason.ASKED),)
    assert session.snapshot(60.0).position_s == 10.0


# --- gaps -----------------------------------------------------------------------------------


def test_a_gap_of_the_monotonic_clock_pauses_where_the_session_was_seen_last() -> None:
    session, now = started(ONE_EXERCISE, 10.0)
    assert session.advance(now + 2.5) == (Paused(PauseReason.GAP),)
    shown = session.snapshot(now + 2.5)
    assert (shown.state, shown.pause_reason) == (State.PAUSED, PauseReason.GAP)
    assert shown.position_s == 10.0


def test_a_gap_that_only_the_boot_clock_saw_pauses_too() -> None:
    session = Session(ONE_EXERCISE)
    session.start(0.0, 500.0)
    session.advance(1.0, 501.0)
    assert session.advance(1.03, 3600.0) == (Paused(PauseReason.GAP),)
    assert session.snapshot(1.03).position_s == 1.0


def test_two_seconds_are_not_yet_a_gap() -> None:
    session, now = started(ONE_EXERCISE, 10.0)
    session.advance(now + 2.0)
    assert session.state is State.RUNNING


def test_a_request_after_a_gap_finds_the_session_paused() -> None:
    session, now = started(ONE_EXERCISE, 10.0)
    assert session.pause(now + 60) == (Paused(PauseReason.GAP),)
    assert not session.pause(now + 61)
    assert session.snapshot(now + 61).pause_reason is PauseReason.GAP


# --- next, back, repeat, end ----------------------------------------------------------------


def test_next_leaves_a_repetition_and_reports_what_was_held_of_it() -> None:
    session, now = started(ONE_EXERCISE, 12.0)  # in the hold of repetition 1, which began at 9
    held, moved_on = session.next(now)
    assert isinstance(held, RepFinished)
    assert (held.rep_number, held.held_s, held.planned_hold_s) == (1, 3.0, 5.0)
    assert not held.whole
    assert moved_on == SegmentStarted(6)
    assert session.snapshot(now).rep_number == 2
    assert session.snapshot(now).reps_done == 0
    events = walk(session, now, now + 200)
    assert [rep.rep_number for rep in reps_of(events)] == [2, 3]


def test_a_repetition_left_on_the_way_back_is_done_and_reported_once() -> None:
    session, now = started(ONE_EXERCISE, 15.0)
    assert session.snapshot(now).kind is SegmentKind.RETURN
    [rep] = reps_of(list(session.next(now)))
    assert rep.whole
    assert session.snapshot(now).reps_done == 1
    session.back(now)
    assert session.snapshot(now).rep_number == 1
    events = walk(session, now, now + 10.0)
    assert [again.rep_number for again in reps_of(events)] == []


def test_a_repetition_left_before_its_hold_leaves_no_record() -> None:
    session, now = started(ONE_EXERCISE, 8.0)
    assert session.next(now) == (SegmentStarted(6),)


def test_ending_in_a_hold_keeps_the_seconds_that_were_held() -> None:
    session, now = started(TWO_EXERCISES, 75.0)
    held, ended = session.end(now)
    assert isinstance(held, RepFinished)
    assert (held.held_s, held.planned_hold_s) == (4.0, 20.0)
    assert ended == SessionFinished(completed=False)


def test_a_repetition_cut_short_and_done_again_is_reported_whole() -> None:
    session, now = started(ONE_EXERCISE, 12.0)
    session.next(now)
    session.back(now)
    assert [(r.rep_number, r.held_s) for r in reps_of(walk(session, now, now + 12))] == [(1, 5.0)]


# --- counted sets, jumping, going on after a crash --------------------------------------------

COUNTED = make_script([*plain_slot(0, 3, hold=1.0), *plain_slot(1, 2)])


def waiting() -> tuple[Session, float]:
    """A session that waits for the person at the end of its first, counted set."""
    session = Session(COUNTED, waits_for_done=True)
    session.start(0.0)
    events = walk(session, 0.0, 60.0)
    assert events[-1] == DoneAwaited()
    return session, 60.0


def test_a_counted_set_waits_for_the_person_and_goes_on_at_once() -> None:
    session, now = waiting()
    assert session.state is State.AWAITING
    assert session.snapshot(now).reps_done == 3
    assert session.advance(now + 500) == ()  # however long it takes
    assert session.done(now + 500)[0] == SegmentStarted(14)
    assert session.state is State.RUNNING


def test_done_before_the_count_is_through_takes_the_person_at_their_word() -> None:
    session = Session(COUNTED, waits_for_done=True)
    session.start(0.0)
    walk(session, 0.0, 10.0)
    events = session.done(10.0)
    assert [rep.rep_number for rep in reps_of(list(events))] == [1, 2, 3]
    assert session.snapshot(10.0).part is Part.EXIT


def test_done_means_nothing_in_a_hold_or_where_sets_are_timed() -> None:
    session = Session(TWO_EXERCISES, waits_for_done=True)
    session.start(0.0)
    walk(session, 0.0, 12.0)
    assert session.done(12.0) == ()
    timed, now = started(COUNTED, 10.0)
    assert timed.done(now) == ()
    assert walk(timed, now, COUNTED.duration_s)[-1] == SessionFinished(completed=True)


def test_resume_and_next_lead_on_from_a_set_that_waits() -> None:
    for press in (Session.resume, Session.next):
        session, now = waiting()
        assert SegmentStarted(14) in press(session, now)
        assert session.state is State.RUNNING


def test_a_paused_person_can_jump_to_any_exercise() -> None:
    session, now = started(TWO_EXERCISES, 12.0)
    session.pause(now)
    session.jump(1, now)
    shown = session.snapshot(now)
    assert (shown.state, shown.slot, shown.part) == (State.PAUSED, 1, Part.READY)
    session.jump(0, now)
    assert session.snapshot(now).position_s == 0.0
    with pytest.raises(ValueError, match="no exercise 2"):
        session.jump(2, now)


@given(scripts(), st.data())
def test_a_session_cut_off_anywhere_goes_on_and_misses_no_repetition(
    script: Script, data: st.DataObject
) -> None:
    ends = [index for index, segment in enumerate(script.segments) if segment.ends_rep]
    done = ends[: data.draw(st.integers(0, len(ends)))]
    segment = after_reps(script, done)
    if segment is None:
        assert done == ends
        return
    session = Session(script, segment=segment, done=done)
    events = [*session.start(5.0)]
    if segment:
        assert events[-1] == Paused(PauseReason.CUT_OFF)
        events += session.resume(9.0)
    assert session.snapshot(5.0).reps_done == len(done)
    begun = 9.0 if segment else 5.0
    reps = reps_of([*events, *walk(session, begun, begun + 3 + script.duration_s)])
    assert [(r.slot, r.rep_number) for r in reps] == [
        (script.segments[i].slot, script.segments[i].rep_number) for i in ends[len(done) :]
    ]
    assert session.state is State.FINISHED


def test_only_a_long_hold_has_its_middle_announced() -> None:
    script = make_script([*plain_slot(0, 1, hold=20.0), *plain_slot(1, 1, hold=19.0)])
    session = Session(script)
    session.start(0.0)
    events = [(now, e) for now in range(1, 100) for e in session.advance(float(now))]
    assert [now for now, event in events if event == HalfWay()] == [5 + 2 + 2 + 10]


def test_next_goes_through_the_way_out_and_ends_after_it() -> None:
    session, now = started(ONE_EXERCISE, 12.0)
    for _ in range(3):
        session.next(now)
    assert session.snapshot(now).part is Part.EXIT
    assert session.next(now) == (SessionFinished(completed=False),)
    assert session.state is State.FINISHED


def test_next_while_paused_moves_on_and_stays_paused() -> None:
    session, now = started(ONE_EXERCISE, 12.0)
    session.pause(now)
    session.next(20.0)
    shown = session.snapshot(30.0)
    assert (shown.state, shown.rep_number, shown.position_s) == (State.PAUSED, 2, 18.0)


def test_back_goes_to_the_start_of_the_repetition_then_to_the_one_before() -> None:
    session, now = started(ONE_EXERCISE, 24.0)  # in the hold of repetition 2, which began at 18
    session.back(now)
    assert session.snapshot(now).position_s == 18.0
    session.back(now)
    assert (session.snapshot(now).rep_number, session.snapshot(now).position_s) == (1, 7.0)
    session.back(now)
    assert session.snapshot(now).position_s == 0.0


def test_back_from_the_rest_before_an_exercise_leads_to_the_last_repetition() -> None:
    session, now = started(TWO_EXERCISES, 45.0)
    assert session.snapshot(now).part is Part.REST_EXERCISE
    session.back(now)
    shown = session.snapshot(now)
    assert (shown.slot, shown.rep_number, shown.kind) == (0, 3, SegmentKind.MOVE)


def test_repeat_does_the_repetition_again_and_reports_it_once() -> None:
    session = Session(ONE_EXERCISE)
    events = [*session.start(0.0), *walk(session, 0.0, 17.5)]  # in the pause after repetition 1
    assert [rep.rep_number for rep in reps_of(events)] == [1]
    events += session.repeat(17.5)
    assert session.snapshot(17.5).position_s == 7.0
    events += walk(session, 17.5, 100.0)
    assert [rep.rep_number for rep in reps_of(events)] == [1, 2, 3]
    assert session.snapshot(100.0).reps_done == 3


def test_skipping_an_exercise_leads_to_the_rest_before_the_next() -> None:
    session, now = started(TWO_EXERCISES, 12.0)
    session.skip_exercise(now)
    shown = session.snapshot(now)
    assert (shown.slot, shown.part) == (1, Part.REST_EXERCISE)
    assert session.skip_exercise(now) == (SessionFinished(completed=False),)


def test_ending_early_keeps_what_was_finished_and_says_that_it_was_early() -> None:
    session, now = started(ONE_EXERCISE, 17.25)
    session.pause(now)
    assert session.end(40.0) == (SessionFinished(completed=False),)
    shown = session.snapshot(50.0)
    assert (shown.state, shown.reps_done, shown.position_s) == (State.FINISHED, 1, 17.25)
    assert session.end(60.0) == ()


def test_nothing_happens_before_the_start() -> None:
    session = Session(ONE_EXERCISE)
    assert (
        session.advance(1.0) == session.next(2.0) == session.back(3.0) == session.pause(4.0) == ()
    )
    assert session.snapshot(5.0).position_s == 0.0


# --- snapshot -------------------------------------------------------------------------------


def test_a_snapshot_says_everything_that_the_screen_shows() -> None:
    session, now = started(TWO_EXERCISES, 11.25)
    shown = session.snapshot(now)
    assert (shown.kind, shown.phase_name) == (SegmentKind.HOLD, "hold")
    assert (shown.seconds_left, shown.seconds_total) == (3, 5)
    assert shown.fraction_left == pytest.approx(2.75 / 5)
    assert (shown.rep_number, shown.reps, shown.slot, shown.slots) == (1, 9, 0, 2)
    assert shown.coming is not None
    assert shown.coming.kind is SegmentKind.RETURN
    assert shown.minutes_left == 2
    assert 0 < shown.slot_fraction < 1


@given(scripts(), st.integers(0, 10_000))
def test_seconds_left_round_up_and_the_row_stays_inside_its_segment(
    script: Script, at: int
) -> None:
    moment = (at * STEP) % script.duration_s
    session, now = started(script, moment)
    shown = session.snapshot(now)
    segment = script.segments[shown.segment]
    left = segment.end_s - moment
    assert left <= shown.seconds_left < left + 1
    assert segment.start_s <= moment < segment.end_s
    assert min(segment.row_start, segment.row_end) <= shown.row
    assert shown.row <= max(segment.row_start, segment.row_end)


@given(scripts(), st.integers(0, 10_000))
def test_the_number_is_another_one_when_it_is_said_to_be_due(script: Script, at: int) -> None:
    session, now = started(script, (at * STEP) % script.duration_s)
    shown = session.snapshot(now)
    assert 0 < shown.digit_due_s <= 1
    end_s = script.segments[shown.segment].end_s
    assert math.ceil(end_s - now) - (end_s - now) == pytest.approx(1 - shown.digit_due_s)


def test_the_number_of_a_re_count_is_due_by_the_re_count() -> None:
    session, now = started(ONE_EXERCISE, 10.25)
    session.pause(now)
    session.resume(20.0)
    session.advance(20.75)
    assert session.snapshot(20.75).digit_due_s == pytest.approx(0.25)


def test_looking_does_not_change_anything() -> None:
    session, now = started(ONE_EXERCISE, 9.5)
    assert session.snapshot(now) == session.snapshot(now)
    session.snapshot(now + 30)
    assert session.snapshot(now).position_s == 9.5


# --- anything a person may do ---------------------------------------------------------------


class AnyPerson(RuleBasedStateMachine):
    """Presses any button at any moment; a ledger of its own says what was really done."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.events: list[Event] = []

    @initialize(script=scripts(), waits=st.booleans())
    def begin(self, script: Script, waits: bool) -> None:
        self.script = script
        self.waits = waits
        self.session = Session(script, waits_for_done=waits)
        self.take(self.session.start(self.now))

    def take(self, events: tuple[Event, ...]) -> None:
        self.events += events

    @rule(n=ticks)
    def time_passes(self, n: int) -> None:
        self.now += n * STEP
        before = self.session.snapshot(self.now - n * STEP)
        self.take(self.session.advance(self.now))
        after = self.session.snapshot(self.now)
        if before.state in (State.PAUSED, State.AWAITING):
            assert after.position_s == before.position_s
        assert 0 <= after.position_s - before.position_s <= n * STEP

    @rule()
    def long_sleep(self) -> None:
        before = self.session.snapshot(self.now)
        self.now += 500
        self.take(self.session.advance(self.now))
        assert self.session.snapshot(self.now).position_s == before.position_s

    @rule()
    def pause(self) -> None:
        self.take(self.session.pause(self.now))
        assert self.session.state in (State.PAUSED, State.AWAITING, State.FINISHED)

    @rule()
    def press_done(self) -> None:
        self.take(self.session.done(self.now))

    @rule(slot=st.integers(0, 2))
    def jump(self, slot: int) -> None:
        if slot < self.script.slots:
            self.take(self.session.jump(slot, self.now))

    @rule()
    def resume(self) -> None:
        self.take(self.session.resume(self.now))

    @rule()
    def press_next(self) -> None:
        self.take(self.session.next(self.now))

    @rule()
    def press_back(self) -> None:
        self.take(self.session.back(self.now))

    @rule()
    def press_repeat(self) -> None:
        self.take(self.session.repeat(self.now))

    @precondition(lambda self: self.session.state is not State.FINISHED)
    @rule()
    def run_to_the_end(self) -> None:
        self.take(self.session.resume(self.now))
        while self.session.state is not State.FINISHED:
            self.now += 0.5
            self.take(self.session.advance(self.now))
            self.take(self.session.done(self.now))

    @invariant()
    def every_repetition_is_reported_once_at_most(self) -> None:
        keys = [(rep.slot, rep.rep_number) for rep in reps_of(self.events) if rep.whole]
        assert len(keys) == len(set(keys)) == self.session.snapshot(self.now).reps_done

    @invariant()
    def the_end_comes_once_and_last(self) -> None:
        ends = [isinstance(event, SessionFinished) for event in self.events]
        assert sum(ends) == (self.session.state is State.FINISHED)
        assert not any(ends[:-1])

    @invariant()
    def a_reported_repetition_was_gone_through_without_a_leap(self) -> None:
        """Between its first segment and its end, segments followed one another."""
        path: list[int] = []
        for event in self.events:
            if isinstance(event, SegmentStarted):
                path.append(event.segment)
            elif isinstance(event, RepFinished) and event.whole and not self.waits:
                end = path[-1]
                first = end
                while first and self.script.segments[first - 1].block == (
                    self.script.segments[end].block
                ):
                    first -= 1
                assert path[-(end - first + 1) :] == list(range(first, end + 1))


AnyPerson.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnyPerson = AnyPerson.TestCase
