"""The reasons against an exercise are true: left out, to be asked about, or a matter of care."""

import pytest

from sijoint_desktop.content.model import CautionTag
from sijoint_desktop.content.suitability import Judgement, Reason, Verdict
from sijoint_desktop.ui.library.left_out import reason_lines

WORDS = "Sore wrists? Rest on your fists."


def lines(verdict: Verdict, *, unknown: bool) -> tuple[str, ...]:
    reason = Reason(CautionTag.WRIST, verdict, WORDS, unknown)
    return reason_lines(Judgement(verdict, (reason,)))


@pytest.mark.parametrize("verdict", [Verdict.ADAPT, Verdict.ASK, Verdict.SWAP, Verdict.HIDDEN])
def test_what_is_known_is_said_as_it_stands(verdict: Verdict) -> None:
    assert lines(verdict, unknown=False) == (WORDS,)


def test_what_nobody_asked_about_is_called_left_out_only_where_it_is() -> None:
    asked = "It was not asked whether this applies to you"
    (hidden,) = lines(Verdict.HIDDEN, unknown=True)
    assert hidden == f"{asked}, so it is left out to be safe: {WORDS}"
    for verdict in (Verdict.ASK, Verdict.SWAP):
        assert lines(verdict, unknown=True) == (f"{asked}: {WORDS}",)


def test_mere_care_that_nobody_asked_about_stays_with_the_cautions() -> None:
    assert lines(Verdict.ADAPT, unknown=True) == ()
