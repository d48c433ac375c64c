from datetime import datetime, timedelta

import pytest

from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.records import local_parts
from tests.fakes.records import NOON, make_rep, make_session

NAIVE = NOON.replace(tzinfo=None)


@pytest.mark.parametrize(
    "changes",
    [
        {"nrs_before": 11},
        {"nrs_after": -1},
        {"nrs_after": True},
        {"nrs_before": 2.5},
        {"planned_reps": -1},
        {"started_at": NAIVE},
        {"ended_at": NAIVE},
    ],
)
def test_a_session_is_valid_or_not_made(changes) -> None:
    with pytest.raises(ValueError, match=r"."):
        make_session(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"slot": -1},
        {"set_number": 0},
        {"rep_number": 0},
        {"held_s": Seconds(-1.0)},
        {"held_s": Seconds(float("nan"))},
        {"finished_at": NAIVE},
    ],
)
def test_a_repetition_is_valid_or_not_made(changes) -> None:
    with pytest.raises(ValueError, match=r"."):
        make_rep(**changes)


def test_a_moment_without_a_zone_has_no_parts() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local_parts(datetime.now() - timedelta(days=1))  # noqa: DTZ005
