from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.app.clinician_report import ReportPart, compose_clinician_report
from sijoint_desktop.core.ids import ExerciseId, RoutineId, SessionId
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.archive import Archive, Item, Kept
from sijoint_desktop.history.entries import (
    CheckRecord,
    Clearance,
    FiredRule,
    HurtEvent,
    PainEntry,
    PainKind,
    Pause,
    PauseKind,
    PlanChange,
    PlanPause,
    Rescreen,
    kind_name,
)
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.routine.course import RuleId, Verdict
from sijoint_desktop.routine.ladder import Step, StepKind
from sijoint_desktop.sheet.model import Graph, Paragraph, Sheet, Table
from sijoint_desktop.triage.urgency import Urgency
from tests.fakes.pseudo import gap
from tests.fakes.records import done_on, make_rep
from tests.routine.courses import slot
from tests.sheet.real import real_library
from tests.triage.shipped import CATALOGUE

TODAY = date(2026, 11, 25)
NAMES = [exercise.name for exercise in real_library()]  # read while English is spoken
AT = datetime(2026, 10, 3, 8, 30, tzinfo=UTC)
SHARP = {"nrs": 7, "sharp": True, "new_numbness": True}
WHEN = {"at": AT, "local_date": AT.date(), "utc_offset_minutes": 120}


def archive(*items: Item) -> Archive:
    def key(item: Item) -> tuple[str, str]:
        return ("sessions" if isinstance(item, SessionRecord) else kind_name(type(item))), item.id

    return Archive({key(item): Kept(item, AT) for item in items})


def report(*items: Item, since: date | None = None, **more: object) -> Sheet:
    return compose_clinician_report(
        archive(*items), real_library(), CATALOGUE, today=TODAY, since=since, **more
    )


def told(sheet: Sheet, part: ReportPart) -> str:
    (section,) = [one for one in sheet.sections if one.heading == part.words]
    found: list[str] = []
    for each in section.parts:
        if isinstance(each, Table):
            found += [" | ".join(row) for row in each.rows]
        elif isinstance(each, Paragraph):
            found.append(" ".join(span.text for span in each.spans))
        else:
            found.append(each.words)
    return "\n".join(found)


def session(day: int, before: int, after: int) -> SessionRecord:
    left, right = (
        make_rep(
            1,
            exercise_id=ExerciseId("bird_dog"),
            side=side,
            held_s=Seconds(held),
            planned_hold_s=Seconds(2.0),
        )
        for side, held in ((Side.LEFT, 3.0), (Side.RIGHT, 1.0))
    )
    when = TODAY - timedelta(days=day)
    return done_on(when, before, after, id=SessionId(f"s{day}"), reps=(left, right), planned_reps=4)


SESSIONS = [session(day, 6 - (40 - day) // 8, 5 - (40 - day) // 8) for day in range(40, 0, -2)]


def test_it_tells_the_time_how_often_and_how_pain_moved() -> None:
    sheet = report(*SESSIONS, name="Anna")
    assert sheet.subtitle == "Anna. Made on 25 November 2026."
    glance = told(sheet, ReportPart.DATES)
    assert "16 October 2026 to 25 November 2026" in glance
    assert "20 on 20 days" in glance
    assert "40 of 80 planned (50 %)" in told(sheet, ReportPart.ADHERENCE)
    assert "fell from" in told(sheet, ReportPart.PAIN)


def test_the_graph_shows_every_score_where_it_belongs() -> None:
    pain = PainEntry(id="p", nrs=7, **WHEN)
    (section,) = [s for s in report(*SESSIONS, pain).sections if s.heading == "Pain"]
    (graph,) = [part for part in section.parts if isinstance(part, Graph)]
    by_name = {dots.name: dots for dots in graph.dots}
    assert len(by_name["before a session"].points) == 20
    assert graph.first == AT.date()
    assert by_name["at other times"].points == (((10 * 60 + 30) / 1440, 7.0),)


def test_left_and_right_are_never_swapped() -> None:
    hurt = HurtEvent(
        id="h",
        session_id=SessionId("s40"),
        slot=0,
        exercise_id=ExerciseId("bird_dog"),
        side=Side.LEFT,
        nrs=6,
        sharp=True,
        **WHEN,
    )
    sides = told(report(*SESSIONS, hurt), ReportPart.SIDES)
    left, right = "20 repetitions, 60 s held, hurt once", "20 repetitions, 20 s held"
    assert f"Bird-dog | {left} | {right}" in sides
    assert "once on the left, never on the right" in sides


def test_danger_signs_stand_with_their_answers_and_their_moment() -> None:
    check = CheckRecord(
        id="c",
        sitting="x",
        rule_set="1",
        level=Urgency.URGENT,
        answers={"cancer_history": "yes", "fever_chills": "not_sure", "gone": "yes"},
        rules=(FiredRule(id="U3", because=("cancer_history", "fever_chills", "gone")),),
        **WHEN,
    )
    screen = Rescreen(id="r", answers={"saddle_bladder_bowel": True}, **WHEN)
    clean = Rescreen(id="r2", answers={"saddle_bladder_bowel": False}, **WHEN)
    seen = Clearance(id="l", seen_on=date(2026, 10, 2), **WHEN)
    words = told(report(check, screen, clean, seen), ReportPart.DANGER_SIGNS)
    assert "3 Oct 2026, 10:30 | Check: Get medical advice today | Cancer at any time" in words
    assert "Fever, chills or shaking: Not sure" in words
    assert words.count("Before a session") == 1
    assert "Seen and cleared, says the person | On 2 Oct 2026" in words


def test_doses_are_told_from_the_first_to_the_last_and_breaks_with_their_days() -> None:
    rest = Pause(id="b", kind=PauseKind.FLARE, first_day=date(2026, 10, 20), last_day=None, **WHEN)
    sheet = report(*SESSIONS, rest)
    dose = "2 repetitions, both sides, hold 2 s"
    expected = f"Bird-dog | {dose} (16 Oct 2026) | {dose} (23 Nov 2026)"
    assert expected in told(sheet, ReportPart.DOSES)
    assert "Break for a flare-up | 20 Oct 2026 still open" in told(sheet, ReportPart.ADHERENCE)


def test_only_the_chosen_parts_and_days_are_shown() -> None:
    chosen = frozenset({ReportPart.PAIN, ReportPart.DATES})
    sheet = report(*SESSIONS, since=date(2026, 11, 20), parts=chosen)
    assert [section.heading for section in sheet.sections] == ["At a glance", "Pain"]
    assert "2 on 2 days" in told(sheet, ReportPart.DATES)


@pytest.mark.parametrize("part", ReportPart)
def test_an_empty_history_says_so_in_every_part(part: ReportPart) -> None:
    assert told(report(), part).startswith("No")


@given(
    scores=st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 10)), max_size=60),
    offset=st.integers(-720, 840),
)
@settings(max_examples=40, deadline=None)
def test_any_scores_at_any_hour_of_any_zone_make_a_report(
    scores: list[tuple[int, int]], offset: int
) -> None:
    latest = datetime(2026, 11, 25, 0, 0, tzinfo=UTC) - timedelta(minutes=offset)
    pains = []
    for number, (hours, nrs) in enumerate(scores):
        at = latest - timedelta(hours=hours)
        local = (at + timedelta(minutes=offset)).date()
        pains.append(
            PainEntry(
                id=str(number),
                at=at,
                local_date=local,
                utc_offset_minutes=offset,
                nrs=nrs,
                kind=PainKind.FREE,
            )
        )
    sheet = report(*pains)
    if scores:
        worst = max(nrs for _hours, nrs in scores)
        assert f"{worst} at worst" in told(sheet, ReportPart.DATES)


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("some", [(), SESSIONS[:1], SESSIONS])
def test_every_word_is_translated(some: tuple[SessionRecord, ...]) -> None:
    pause = Pause(id="b", kind=PauseKind.REST, first_day=date(2026, 10, 20), last_day=None, **WHEN)
    step = Step(StepKind.REPS, slot("pelvic_tilt"), slot("glute_bridge"))
    others = (
        HurtEvent(
            id="h", session_id="s", slot=0, exercise_id="bird_dog", side=Side.LEFT, **SHARP, **WHEN
        ),
        CheckRecord(id="c", sitting="x", rule_set="1", level=Urgency.CLINICIAN, **WHEN),
        Rescreen(id="r", answers={"legs": True}, **WHEN),
        Clearance(id="l", seen_on=date(2026, 10, 2), **WHEN),
        PlanPause(id="q", rule=RuleId.WOKE, reason="", **WHEN),
        PlanChange(
            id="m",
            routine_id=RoutineId("mine"),
            step=step,
            up=False,
            automatic=False,
            verdict=Verdict.STEP_BACK,
            reasons=(),
            **WHEN,
        ),
        pause,
        replace(pause, id="e", kind=PauseKind.FLARE, last_day=TODAY),
    )
    sheet = report(*some, *(others if some else ()), name="Anna")
    words = [sheet.title, sheet.subtitle, sheet.footer, *sheet.aside]
    for part in ReportPart:
        words += [part.words, *told(sheet, part).splitlines()]
    assert [text for text in words if gap(text, ("Anna", *NAMES))] == []
