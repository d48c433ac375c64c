"""Why a dose moves, and what a plan holds, is said in the language that is spoken."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sijoint_desktop.player.readiness import plan_today
from sijoint_desktop.routine.course import Circumstances, Course, Reading
from sijoint_desktop.routine.ladder import LEVELS, Step, StepKind, step_in_words
from sijoint_desktop.routine.planner import plan_for
from sijoint_desktop.routine.plans import parse_plans
from sijoint_desktop.routine.progression import decide
from sijoint_desktop.routine.script import compile_script
from tests.fakes.pseudo import gap, untranslated
from tests.routine.courses import MONDAY, course, easy, exercise_of, hurt, library, on, plan, slot
from tests.routine.whole_library import WHOLE
from tests.triage.shipped import CHECK, FILES, answers

LIBRARY = library()  # read while English is spoken

pytestmark = pytest.mark.usefixtures("pseudo")

sessions = st.builds(
    easy,
    st.integers(0, 60),
    worst=st.none() | st.integers(0, 10),
    effort=st.none() | st.integers(0, 10),
    morning=st.none() | st.integers(0, 10),
    whole=st.booleans(),
    woke=st.booleans(),
    lasted=st.booleans(),
    of_plan=st.booleans(),
    hurts=st.sampled_from(((), (hurt("pelvic_tilt", 6),), (hurt("pelvic_tilt", None),))),
)
circumstances = st.builds(
    Circumstances,
    plan_since=st.just(MONDAY),
    beginner_until=st.none() | st.just(on(40)),
    keep_only=st.booleans(),
    pregnant=st.booleans(),
    checked_on=st.none() | st.just(on(70)),
)
readings = st.lists(st.builds(Reading, st.integers(0, 60).map(on), st.integers(0, 10)), max_size=9)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(sessions, max_size=6), circumstances, readings, st.integers(0, 90), st.booleans())
def test_the_reasons_of_every_decision(done, known, scores, day, flared) -> None:
    ordered = sorted(done, key=lambda each: each.started_at)
    seen: Course = course(*ordered, circumstances=known, readings=tuple(scores))
    seen = replace(seen, flares=(on(day),) if flared else ())
    decision = decide(seen, on(day), exercise_of)
    assert [each.words for each in decision.reasons if untranslated(each.words)] == []


def test_a_step() -> None:
    before, name = slot("pelvic_tilt"), "Pelvic tilt"
    after = replace(before, level=LEVELS[1])
    for kind in StepKind:
        assert not gap(step_in_words(Step(kind, before, after), name), (name,))


def test_the_plan_of_a_check() -> None:
    plans = parse_plans(FILES["plans.toml"])
    signs = ("buttock_pain", "fortin_one_finger", "aslr_heavy:left", "side:right")
    for more in ((), ("stress_leak_only",), ("pregnancy_status:pregnant",)):
        told = answers(*signs, *more, age=40)
        found = plan_for(CHECK.judge(told), told, WHOLE, plans)
        assert found is not None
        words = [*found.notes, found.routine.summary, *(one.because for one in found.chosen)]
        assert [text for text in words if untranslated(text)] == []


def test_what_fits_the_pain_of_today_and_what_lies_between_movements() -> None:
    routine = plan(slot("pelvic_tilt"), slot("figure4_supine"))
    gentle = plan_today(routine, 6, LIBRARY)
    assert not gap(gentle.reason, [LIBRARY.get(routine.slots[0].exercise_id).name])
    for pain, some in ((7, routine), (6, plan(slot("glute_bridge")))):
        told = plan_today(some, pain, LIBRARY).advice
        assert told is not None
        assert [text for text in (told.heading, *told.lines) if untranslated(text)] == []
    still = [s for s in compile_script(routine, LIBRARY).segments if s.row_start == s.row_end]
    words = {each.phase_name for each in still if each.part not in ("enter", "repeat", "exit")}
    assert len(words) == 3
    assert [text for text in words if untranslated(text)] == []
