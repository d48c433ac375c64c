"""Whole sessions of shipped exercises, in virtual time: nothing drifts, and the figure keeps up."""

import random
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.content.timeline import dose_timeline
from sijoint_desktop.motion.clip import Clip, bake
from sijoint_desktop.motion.timeline import Section
from sijoint_desktop.player.events import Event, RepFinished, SessionFinished
from sijoint_desktop.player.session import Session
from sijoint_desktop.player.snapshot import State
from sijoint_desktop.routine.script import Part, Script, compile_script
from tests.routine.courses import library, plan, slot

FORTY_MINUTES = 40 * 60
PARTS = {Part.ENTER: Section.ENTER, Part.REPEAT: Section.REPEAT, Part.EXIT: Section.EXIT}
ROUTINE = plan(slot("glute_bridge"), slot("figure4_supine"), slot("bird_dog"))


def long_script() -> Script:
    """Every shipped exercise at its easier dose, as often as fills forty minutes."""
    slots = [slot(exercise.id) for exercise in library().exercises]
    script = compile_script(plan(*slots), library())
    while script.duration_s < FORTY_MINUTES:
        slots += slots
        script = compile_script(plan(*slots), library())
    return script


@cache
def clip_of(exercise_id: str, side: str | None) -> Clip:
    return bake(library().get(exercise_id).motion, side=side)


def test_a_session_of_forty_minutes_ends_on_its_computed_length_however_time_is_cut() -> None:
    script = long_script()
    chance = random.Random(40)  # noqa: S311
    session = Session(script)
    begun = now = 86_400.25
    events: list[Event] = [*session.start(begun)]
    while session.state is not State.FINISHED:
        before = now
        now += chance.choice((1 / 60, 1 / 30, 0.4, 1.9))
        events += session.advance(now)
    assert before < begun + script.duration_s <= now
    assert events[-1] == SessionFinished(completed=True)
    reps = [event for event in events if isinstance(event, RepFinished)]
    assert len(reps) == script.planned_reps
    assert all(rep.held_s == rep.planned_hold_s for rep in reps)


def test_pauses_all_through_a_long_session_cost_nothing() -> None:
    script = long_script()
    chance = random.Random(41)  # noqa: S311
    session = Session(script)
    now = stood = 0.0
    session.start(now)
    while session.state is not State.FINISHED:
        now += 1.0
        session.advance(now)
        if session.state is State.RUNNING and chance.random() < 0.03:
            session.pause(now)
            pause = float(chance.randrange(1, 600))
            session.resume(now + pause)
            for _ in range(3):
                pause += 1.0
                session.advance(now + pause)
            now, stood = now + pause, stood + pause
    assert stood > FORTY_MINUTES
    assert now - stood == pytest.approx(script.duration_s, abs=1.0)


@settings(max_examples=40, deadline=None)
@given(st.floats(0.0, 1.0))
def test_the_pose_on_show_is_that_of_the_exercise_at_the_players_phase(share: float) -> None:
    script = compile_script(ROUTINE, library())
    session = Session(script)
    session.start(0.0)
    now = 0.0
    while now < share * script.duration_s:
        now = min(now + 1.0, share * script.duration_s)
        session.advance(now)
    shown = session.snapshot(now)
    segment = script.segments[shown.segment]
    if segment.part not in PARTS:
        assert segment.row_start == segment.row_end == shown.row  # it waits where it begins
        return
    exercise = library().get(shown.exercise_id).at(shown.level)
    timeline = dose_timeline(exercise, ROUTINE.slots[shown.slot].dose, PARTS[segment.part])
    phase = next(
        p
        for p in timeline.phases
        if (p.name, p.row_start) == (segment.phase_name, segment.row_start)
    )
    last = max(p.end_s for p in timeline.phases if p.row_end == segment.row_end)
    gone = (now - segment.start_s) / segment.duration_s
    at_s = min(phase.start_s + gone * segment.duration_s, last)
    clip = clip_of(shown.exercise_id, shown.side)
    expected = clip.pose(timeline.row_at(at_s))
    assert np.allclose(clip.pose(shown.row).positions, expected.positions, atol=0.003)


def test_an_extra_set_is_done_by_its_side_alone_and_counted_as_a_set() -> None:
    both = slot("figure4_supine")
    script = compile_script(plan(replace(both, extra_set="right")), library())
    per_set = {
        number: {s.side for s in script.segments if s.set_number == number and s.ends_rep}
        for number in range(1, both.dose.sets + 2)
    }
    assert per_set[both.dose.sets + 1] == {"right"}
    assert all(per_set[n] == {"left", "right"} for n in range(1, both.dose.sets + 1))
