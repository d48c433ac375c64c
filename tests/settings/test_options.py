"""The table of options and the values it allows."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.settings.options import (
    BY_KEY,
    OPTIONS,
    Group,
    MotionChoice,
    Settings,
    ThemeChoice,
    back_to_defaults,
    defaults,
    read_values,
    usual_paper,
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
letters = st.text("abcdefg_", min_size=1, max_size=10)
keys = st.sampled_from([option.key for option in OPTIONS]) | letters


def holds(settings: Settings) -> bool:
    return set(settings.values) == set(BY_KEY) and not any(
        BY_KEY[key].fault(value) for key, value in settings.values.items()
    )


def test_the_defaults_fit_their_own_options() -> None:
    assert holds(defaults())
    assert len(BY_KEY) == len(OPTIONS)


def test_the_choices_for_theme_and_motion_are_those_that_the_style_knows() -> None:
    assert {key for key, _ in BY_KEY["theme"].choices} == {str(choice) for choice in ThemeChoice}
    assert {key for key, _ in BY_KEY["motion"].choices} == {str(choice) for choice in MotionChoice}


def test_what_a_person_can_set_has_a_label() -> None:
    assert all(option.label for option in OPTIONS if option.group is not Group.HIDDEN)


def test_the_times_of_a_session_start_as_promised() -> None:
    settings = defaults()
    times = {key: settings.number(key) for key in BY_KEY if key.endswith("_s")}
    assert times == {
        "first_ready_s": 10,
        "get_ready_s": 5,
        "side_change_s": 5,
        "rest_sets_s": 15,
        "rest_exercises_s": 20,
        "recount_s": 3,
    }
    assert settings.number("volume") == 70
    assert settings.flag("sound")


def test_days_are_any_of_the_week_in_its_order() -> None:
    days = BY_KEY["planned_days"]
    for fits in ("", "wed", "mon fri", "mon tue wed thu fri sat sun"):
        assert days.fault(fits) is None
    for wrong in ("fri mon", "mon mon", "monday", "mon  fri", "mon,fri"):
        assert "among" in (days.fault(wrong) or "")


def test_some_options_go_back_to_their_defaults_and_the_others_stay() -> None:
    changed = defaults(paper="letter").changed("volume", 5).changed("name", "Anna")
    back = back_to_defaults(changed.changed("paper", "a4"), ["volume", "paper"], paper="letter")
    assert (back.number("volume"), back.text("name"), back.text("paper")) == (70, "Anna", "letter")


@given(st.dictionaries(keys, json_values, max_size=8))
def test_whatever_a_file_holds_the_settings_fit(raw: dict[str, object]) -> None:
    settings, faults = read_values(raw)
    assert holds(settings)
    assert set(settings.unknown) == set(raw) - set(BY_KEY)
    assert len(faults) == sum(
        BY_KEY[key].fault(value) is not None for key, value in raw.items() if key in BY_KEY
    )


@given(keys, json_values)
def test_a_change_either_fits_or_is_refused(key: str, value: object) -> None:
    before = defaults()
    if key in BY_KEY and BY_KEY[key].fault(value) is None:
        after = before.changed(key, value)  # type: ignore[arg-type]
        assert holds(after)
        assert after.values[key] == value
    else:
        with pytest.raises(UserError, match=re.escape(key)):
            before.changed(key, value)  # type: ignore[arg-type]
    assert before == defaults()


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("theme", "purple", "'purple' is not one of system, light"),
        ("text_percent", 300, "300 is not between 90 and 200"),
        ("text_percent", "100", "expected a whole number"),
        ("text_percent", True, "expected a whole number"),
        ("sound", 1, "expected true or false"),
        ("name", None, "expected a text"),
        ("name", "x" * 5000, "longer than"),
        ("colour", "red", "no setting named"),
    ],
)
def test_a_refused_value_is_explained(key: str, value: object, expected: str) -> None:
    with pytest.raises(UserError, match=expected):
        defaults().changed(key, value)  # type: ignore[arg-type]


def test_asking_for_the_wrong_type_is_a_programming_error() -> None:
    settings = defaults()
    for read, key in (
        (settings.text, "volume"),
        (settings.number, "sound"),
        (settings.flag, "name"),
    ):
        with pytest.raises(TypeError, match=key):
            read(key)


def test_going_back_to_defaults_keeps_what_is_only_remembered() -> None:
    set_up = defaults().changed("page", "history").changed("volume", 5).changed("window", "abc")
    fresh = back_to_defaults(set_up, paper="letter")
    assert fresh.text("page") == "history"
    assert fresh.text("window") == "abc"
    assert fresh.number("volume") == 70
    assert fresh.text("paper") == "letter"


@pytest.mark.parametrize(("land", "paper"), [("US", "letter"), ("ca", "letter"), ("DE", "a4")])
def test_paper_is_the_usual_one_of_the_country(land: str, paper: str) -> None:
    assert usual_paper(land) == paper
