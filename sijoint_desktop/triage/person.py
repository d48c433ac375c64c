"""What a check tells about a person that decides which exercises suit them."""

from collections.abc import Iterator

from sijoint_desktop.content.model import CautionTag
from sijoint_desktop.content.suitability import Person
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.question import Reply

_BENDY = (
    *("hm_palms_floor", "hm_thumb_forearm", "hm_childhood_bendy", "hm_dislocations"),
    "hm_double_jointed",
)
_LEAST_WEEKS = {"wk_0_15": 0, "wk_16_19": 16, "wk_20_27": 20, "wk_28_36": 28, "wk_37_plus": 37}
_PROPPED_FROM_WEEKS = 16
_UNSTEADY_FROM_YEARS = 65
_NOT_PREGNANT_FROM_YEARS = 60  # as in the questions file, which asks nobody from this age on

_FROM_CODES = {
    # nobody asks which way the surgeon went, so both sets of rules hold
    CautionTag.HIP_REPLACEMENT: ("hip_replacement_recent", "hip_replacement_old"),
    CautionTag.HIP_REPLACEMENT_ANTERIOR: ("hip_replacement_recent", "hip_replacement_old"),
    CautionTag.KNEEL: ("kneel_hurts",),
    CautionTag.KNEE_PAIN: ("kneel_hurts",),
    CautionTag.WRIST: ("wrist_pain",),
    CautionTag.FLOOR: ("floor_transfer_hard",),
    CautionTag.DIZZY_SUPINE: ("dizzy_on_back",),
    CautionTag.OSTEOPOROSIS: ("osteoporosis_known", "steroids_long"),
    CautionTag.OUTER_HIP_PAIN: ("outer_hip_pain",),
    CautionTag.PUBIC_PAIN: ("pubic_pain",),
}


def person_of(answers: Answers) -> Person:
    """Return what the answers say of a person; what was not sure or not asked stays unknown."""
    known = dict(_known(answers))
    return Person(known, _LEAST_WEEKS.get(str(answers.get("gestation_band"))))


def lies_propped(answers: Answers) -> bool:
    """Tell whether the person lies down for a self-test only propped up, and for a minute at most.

    That is from 16 weeks of pregnancy on, and where the weeks or the pregnancy are not known
    (clinical brief b.2).
    """
    weeks = _LEAST_WEEKS.get(str(answers.get("gestation_band")), _PROPPED_FROM_WEEKS)
    status = answers.get("pregnancy_status")
    return status in ("pregnant", Reply.NOT_SURE) and weeks >= _PROPPED_FROM_WEEKS


def _known(answers: Answers) -> Iterator[tuple[CautionTag, bool]]:
    for tag, codes in _FROM_CODES.items():
        applies = _any(answers, codes)
        if applies is not None:
            yield tag, applies
    status = answers.get("pregnancy_status")
    if status is None and _cannot_be_pregnant(answers):
        status = "none"
    if status not in (None, Reply.NOT_SURE):
        yield CautionTag.PREGNANCY, status == "pregnant"
        yield CautionTag.AFTER_BIRTH, str(status).startswith("postpartum")
    bendy = sum(answers.yes(code) for code in _BENDY) >= 2
    diagnosed = _any(answers, ("hypermobility_diag",))
    if bendy or diagnosed is not None:
        yield CautionTag.HYPERMOBILE, bendy or bool(diagnosed)
    age = answers.number("age")
    if age is not None:
        unsteady = answers.yes("leg_buckles") or answers.yes("walk_difficulty")
        yield CautionTag.BALANCE, unsteady or age >= _UNSTEADY_FROM_YEARS


def _cannot_be_pregnant(answers: Answers) -> bool:
    """Tell whether the check did not ask about pregnancy since there can be none."""
    return answers.get("sex") == "male" or (answers.number("age") or 0) >= _NOT_PREGNANT_FROM_YEARS


def _any(answers: Answers, codes: tuple[str, ...]) -> bool | None:
    """Tell whether any of some findings is there; None where that is not known."""
    values = [answers.get(code) for code in codes]
    if Reply.YES in values:
        return True
    return None if None in values or Reply.NOT_SURE in values else False
