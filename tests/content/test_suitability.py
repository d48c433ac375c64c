"""Each tag of the cautions binds, and what is not known about a person counts against."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.content.library import Library, parse_library
from sijoint_desktop.content.model import CautionTag, Exercise
from sijoint_desktop.content.parse import parse_exercise
from sijoint_desktop.content.suitability import Person, Verdict, judge, stand_in
from tests.content.samples import NOD, REACH, edited, shipped_files

TAGS = [tag for tag in CautionTag if tag is not CautionTag.GENERAL]
_ASKED = [
    tag for tag in TAGS if tag not in (CautionTag.PREGNANCY_SUPINE, CautionTag.LATE_PREGNANCY)
]
SHIPPED = parse_library(shipped_files())


def with_caution(tag: str, action: str = "avoid") -> Exercise:
    """A standing exercise with one caution."""
    old = 'tag = "general"\naction = "ask"'
    text = edited(REACH, old, f'tag = "{tag}"\naction = "{action}"')
    return parse_exercise(text, "reach.toml")


def person(*has: CautionTag, weeks: int | None = None) -> Person:
    """A person of whom all is known, and only this applies."""
    return Person({tag: tag in has for tag in _ASKED}, weeks)


def somebody_with(tag: CautionTag) -> Person:
    if tag in (CautionTag.PREGNANCY_SUPINE, CautionTag.LATE_PREGNANCY):
        return person(CautionTag.PREGNANCY, weeks=28)
    return person(tag)


@pytest.mark.parametrize("tag", TAGS)
def test_each_tag_hides_what_it_says_to_avoid_and_nothing_else(tag: CautionTag) -> None:
    exercise = with_caution(tag)
    found = judge(exercise, somebody_with(tag))
    assert found.verdict is Verdict.HIDDEN
    assert not found.startable
    assert [reason.tag for reason in found.reasons] == [tag]
    assert found.reasons[0].text == exercise.cautions[0].text
    assert judge(exercise, person()).verdict is Verdict.SUITS


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_that_nobody_asked_about_denies(tag: CautionTag) -> None:
    found = judge(with_caution(tag), Person({}))
    assert found.verdict is Verdict.HIDDEN
    assert found.reasons[0].unknown


@pytest.mark.parametrize(("action", "verdict"), [("adapt", Verdict.ADAPT), ("ask", Verdict.ASK)])
def test_adapt_and_ask_are_milder_than_avoid(action: str, verdict: Verdict) -> None:
    found = judge(with_caution("knee_pain", action), person(CautionTag.KNEE_PAIN))
    assert found.verdict is verdict
    assert found.suggested is (verdict is Verdict.ADAPT)


@pytest.mark.parametrize(
    ("weeks", "verdict"),
    [
        (0, Verdict.SUITS),
        (15, Verdict.SUITS),
        (16, Verdict.SWAP),
        (19, Verdict.SWAP),
        (20, Verdict.HIDDEN),
        (37, Verdict.HIDDEN),
        (None, Verdict.HIDDEN),
    ],
)
def test_lying_flat_is_swapped_from_week_16_and_hidden_from_week_20(
    weeks: int | None, verdict: Verdict
) -> None:
    tilt = SHIPPED.get("pelvic_tilt")
    assert judge(tilt, person(CautionTag.PREGNANCY, weeks=weeks)).verdict is verdict


def test_the_floor_hides_kneeling_and_moves_lying_to_a_bed() -> None:
    stiff = person(CautionTag.FLOOR)
    assert judge(SHIPPED.get("cat_cow"), stiff).verdict is Verdict.HIDDEN
    on_bed = judge(SHIPPED.get("pelvic_tilt"), stiff)
    assert on_bed.verdict is Verdict.ADAPT
    assert "bed" in on_bed.reasons[-1].text


def test_dizziness_hides_lying_on_the_back_alone() -> None:
    dizzy = person(CautionTag.DIZZY_SUPINE)
    assert judge(SHIPPED.get("glute_bridge"), dizzy).verdict is Verdict.HIDDEN
    assert judge(SHIPPED.get("cat_cow"), dizzy).startable


@pytest.mark.parametrize(
    "tag", [CautionTag.HYPERMOBILE, CautionTag.PREGNANCY, CautionTag.AFTER_BIRTH]
)
def test_long_stretches_are_left_out_whatever_their_file_says(tag: CautionTag) -> None:
    stretch = SHIPPED.get("hip_flexor_lunge")
    assert judge(stretch, person(tag, weeks=10)).verdict is Verdict.HIDDEN
    assert judge(stretch, person()).verdict is Verdict.SUITS


def test_a_person_without_anything_may_do_everything() -> None:
    assert [e.id for e in SHIPPED if judge(e, person()).verdict is not Verdict.SUITS] == []


def test_a_caution_names_what_to_do_instead() -> None:
    old, new = 'tag = "general"\naction = "ask"', 'tag = "wrist"\naction = "avoid"'
    text = edited(REACH, old, f'{new}\ninstead = "nod"')
    library = Library((parse_exercise(text, "reach.toml"), parse_exercise(NOD, "nod.toml")))
    found = stand_in(library.get("reach"), person(CautionTag.WRIST), library)
    assert found is not None
    assert found.id == "nod"


_PEOPLE = st.builds(
    Person,
    known=st.dictionaries(st.sampled_from(_ASKED), st.booleans()),
    weeks=st.none() | st.integers(0, 42),
)


@given(someone=_PEOPLE, tag=st.sampled_from(_ASKED))
def test_one_more_condition_or_one_answer_less_never_opens_an_exercise(
    someone: Person, tag: CautionTag
) -> None:
    free = Person({**someone.known, tag: False}, someone.weeks)
    has = Person({**someone.known, tag: True}, someone.weeks)
    unknown = Person({k: v for k, v in someone.known.items() if k is not tag}, someone.weeks)
    for exercise in SHIPPED:
        lowest = judge(exercise, free).verdict
        assert judge(exercise, has).verdict >= lowest
        assert judge(exercise, unknown).verdict >= judge(exercise, has).verdict


@given(someone=_PEOPLE, exercise=st.sampled_from(SHIPPED.exercises))
def test_what_stands_in_is_never_hidden_itself(someone: Person, exercise: Exercise) -> None:
    other = stand_in(exercise, someone, SHIPPED)
    if other is not None:
        assert other.id != exercise.id
        assert judge(other, someone).suggested


@pytest.mark.parametrize("tag", TAGS)
def test_every_exercise_that_one_tag_hides_has_one_that_stands_in(tag: CautionTag) -> None:
    someone = somebody_with(tag)
    hidden = [e for e in SHIPPED if not judge(e, someone).suggested]
    assert [e.id for e in hidden if stand_in(e, someone, SHIPPED) is None] == []


@pytest.mark.parametrize(
    ("tag", "exercise_id", "other_id"),
    [
        (CautionTag.PREGNANCY_SUPINE, "glute_bridge", "sit_to_stand"),
        (CautionTag.OSTEOPOROSIS, "childs_pose", "quad_rock_back"),
        (CautionTag.PUBIC_PAIN, "hip_flexor_lunge", "knee_to_chest"),
    ],
)
def test_what_the_brief_names_stands_in(tag: CautionTag, exercise_id: str, other_id: str) -> None:
    other = stand_in(SHIPPED.get(exercise_id), somebody_with(tag), SHIPPED)
    assert other is not None
    assert other.id == other_id
