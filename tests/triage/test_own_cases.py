"""Cases written from the text of the rules and judged by hand, at the edges where rules meet."""

import pytest

from sijoint_desktop.triage.urgency import Urgency
from tests.triage.shipped import judged

E, U, C, L, S = reversed(Urgency)
SJ = "buttock_pain fortin_one_finger"  # 4 points: it looks like the SI joint

IBP = "slow_onset better_with_movement no_better_with_rest night_wake_2nd_half duration:over_3mo"
NICE_2 = "duration:over_3mo onset_age_band:40_44 better_with_movement"  # with buttock pain
STIFF_6 = "sit_long_stiff morning_stiff_short feels_stuck"

# age, sex, findings, level, profile, why
CASES = (
    (34, "female", "ces_bladder_feel:not_sure duration:over_3mo", E, "none", "not sure is yes"),
    (50, "male", "stress_leak_only ces_bladder_leak", E, "none", "old drops clear nothing"),
    (28, "female", f"{SJ} stress_leak_only pain_avg_week:2", L, "none", "drops alone"),
    (45, "male", "leg_numb_tingle_new:not_sure", U, "none", "not sure is urgent"),
    (45, "male", f"{SJ} leg_numb_tingle_old:not_sure", S, "none", "not sure of a mild sign is no"),
    (45, "male", f"{SJ} leg_numb_tingle_old", C, "none", "old root damage"),
    (67, "female", f"{SJ} trauma_minor pain_avg_week:3", U, "none", "a small fall at 67"),
    (64, "female", f"{SJ} trauma_minor pain_avg_week:3", C, "none", "a small fall at 64"),
    (55, "male", "anticoag trauma_minor", U, "none", "a fall on blood thinners"),
    (70, "male", "renal_colic duration:under_2wk", U, "none", "colic alone stays urgent"),
    (70, "male", "pain_sudden_severe pain_not_mechanical renal_colic", E, "none", "E6 at 70"),
    (31, "female", "renal_colic pregnancy_status:pregnant", E, "none", "colic in pregnancy"),
    (31, "female", "uti_symptoms pregnancy_status:pregnant", U, "none", "U6"),
    (31, "female", f"{SJ} uti_symptoms", C, "none", "a urine infection otherwise"),
    (29, "female", "fever_chills pregnancy_status:postpartum_6wk_12mo", U, "none", "not 6 weeks"),
    (40, "male", "fever_chills tb_risk", U, "none", "TB is not on the list of E1"),
    (58, "male", f"{SJ} cancer_history pain_avg_week:6", C, "none", "cancer with no more"),
    (58, "male", f"{SJ} cancer_history walk_difficulty", U, "none", "U1"),
    (58, "male", "cancer_history leg_buckles", E, "none", "E3"),
    (44, "male", f"{SJ} known_aaa duration:over_3mo", C, "none", "old pain, known aneurysm"),
    (44, "male", f"{SJ} steroids_long walk_difficulty duration:2_6wk", U, "none", "U3"),
    (22, "female", f"{SJ} impact_pain_buildup", C, "none", "stress fracture possible"),
    (22, "female", f"{SJ} impact_pain_buildup low_energy_periods", U, "none", "U5"),
    (61, "female", f"{SJ} night_pain_unrelenting", C, "none", "keeps awake, old pain, 61"),
    (61, "female", f"{SJ} night_pain_unrelenting constant_pain", U, "none", "U9"),
    (49, "female", f"{SJ} night_pain_unrelenting constant_pain", C, "none", "U9 not yet"),
    (66, "male", f"{SJ} first_episode sit_long_stiff feels_stuck", C, "stiff", "first spell at 66"),
    (51, "male", f"{SJ} first_episode sit_long_stiff feels_stuck", L, "stiff", "first spell at 51"),
    (17, "male", f"{SJ} fig4_tight hard_seat_ache", C, "tight", "adults only"),
    (40, "male", f"{SJ} sit_long_stiff desk_sedentary hip_flexor_tight hamstring_tight",
     S, "mixed", "3 and 3"),
    (40, "male", f"{SJ} {STIFF_6} fig4_tight hard_seat_ache hip_flexor_tight belt_helps",
     S, "mixed", "the two highest of three"),
    (40, "male", f"{SJ} {STIFF_6} hip_flexor_tight sore_knots",
     S, "stiff", "6 and 3 are too far apart"),
    (40, "male", f"{SJ} sit_long_stiff", S, "none", "2 points make no pattern"),
    (40, "male", "side:left sit_long_stiff feels_stuck", S, "none", "gate 1: unsure"),
    (40, "male", f"{SJ} bending_moves_pain sit_long_stiff feels_stuck", S, "none", "gate 1"),
    (40, "male", "buttock_pain bending_moves_pain", C, "not_sij", "gate -1"),
    (40, "male", f"{SJ} groin_pain_main", C, "none", "groin: gate 1, and clinician on its own"),
    (30, "female", f"{SJ} hypermobility_diag hm_palms_floor hm_dislocations",
     L, "unstable", "3 points once"),
    (30, "female", "pregnancy_status:postpartum_0_6wk pubic_pain walk_difficulty", U, "none", "U8"),
    (38, "male", f"{SJ} {IBP} onset_age_band:35_39", C, "none", "5 of 5"),
    (52, "male", f"{SJ} {IBP} onset_age_band:under_35 known_axspa", L, "none", "under care"),
    (52, "male", f"{SJ} known_axspa eye_red_now", U, "none", "care does not silence the eye"),
    (30, "female", "renal_colic pregnancy_status:not_sure", E, "none", "E4, perhaps pregnant"),
    (30, "female", "fever_chills pregnancy_status:not_sure", E, "none", "E1, perhaps pregnant"),
    (30, "female", "uti_symptoms pregnancy_status:not_sure", U, "none", "U6, perhaps pregnant"),
    (40, "male", "fever_chills:not_sure immune_weak", E, "none", "not sure in a combination"),
    (40, "male", "fever_chills leg_numb_tingle_new", E, "none", "fever and a new nerve sign"),
    (40, "male", "fever_chills leg_numb_tingle_old", U, "none", "an old nerve sign is not new"),
    (65, "female", "cannot_bear_weight", E, "none", "E2 by age alone"),
    (64, "female", "cannot_bear_weight", U, "none", "a year too young for E2"),
    (59, "male", "pain_sudden_severe pain_not_mechanical", U, "none", "a year too young for E6"),
    (40, "male", "foot_drop_new gca_signs", U, "none", "two urgent signs stay urgent"),
    (67, "female", "duration:under_2wk walk_difficulty", U, "none", "U3 by age alone"),
    (67, "female", f"{SJ} duration:6wk_3mo walk_difficulty", C, "none", "U3 is for new pain"),
    (25, "female", "pregnancy_status:postpartum_6wk_12mo groin_pain_main walk_difficulty",
     U, "none", "U7 in the year after birth"),
    (42, "male", f"{SJ} {NICE_2} ibd_uveitis nsaid_good", C, "none", "3 of 9 and uveitis"),
    (42, "male", f"{SJ} {NICE_2} psoriasis", L, "none", "3 of 9"),
    (35, "female", "buttock_pain tailbone_pain", C, "not_sij", "gate 0"),
    (40, "male", "unsafe_thoughts:not_sure", E, "none", "not sure about self-harm"),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case[-1] for case in CASES])
def test_a_case_is_judged_as_by_hand(case: tuple[int, str, str, Urgency, str, str]) -> None:
    age, sex, findings, level, profile, _ = case
    result = judged(*findings.split(), age=age, sex=sex)
    assert (result.level, result.profile) == (level, profile)
