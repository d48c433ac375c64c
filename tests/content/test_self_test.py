"""Self-tests are read like exercises, and a broken one is told every fault."""

import pytest

from sijoint_desktop.content.integrity import self_test_faults
from sijoint_desktop.content.self_test import parse_self_test, parse_self_tests
from sijoint_desktop.content.timeline import self_test_timeline
from sijoint_desktop.core.errors import ContentError
from tests.content.samples import REACH, edited, shipped_self_tests

_MOTION = REACH[REACH.index("[motion]") :].split("[[motion.mistake]]")[0]

LIFT = f"""\
format = 1
id = "lift"
name = "Arm lift"
summary = "Lift one arm and notice how it feels."
sides = "each"
side_word = "arm up"
notice = "Notice whether one arm feels heavier."
stop = "Stop at once if it hurts."
codes = ["arm_heavy"]
sources = ["Made up for tests"]
hold_s = 5
tempo = {{ effort_s = 2, return_s = 3, pause_s = 1 }}

[[step]]
text = "Stand tall."
phases = ["Ready"]

[[step]]
text = "Lift the arm."
phases = ["Reach", "Hold"]

[[step]]
text = "Lower it."
phases = ["Lower"]

{_MOTION}"""


def test_a_self_test_has_its_own_tempo_and_no_dose() -> None:
    test = parse_self_test(LIFT, "lift.toml")
    assert test.codes == ("arm_heavy",)
    hold = next(p for p in self_test_timeline(test).phases if p.name == "Hold")
    assert hold.duration_s == 5
    assert list(self_test_faults(test)) == []


def test_a_broken_one_is_told_every_fault() -> None:
    broken = LIFT
    for old, new in (
        ('stop = "Stop at once if it hurts."\n', ""),
        ("hold_s = 5", "hold_s = 500"),
        ('codes = ["arm_heavy"]', "codes = []"),
        ('id = "lift"', 'id = "left"'),
    ):
        broken = edited(broken, old, new)
    with pytest.raises(ContentError) as caught:
        parse_self_test(broken, "lift.toml")
    assert caught.value.faults == (
        "lift.toml: id: 'left'; expected 'lift', as the file is called",
        "lift.toml: stop: missing; expected a text in quotes",
        "lift.toml: codes: has 0 entries; expected at least 1",
        "lift.toml: hold_s: 500; expected seconds from 0 to 120",
    )


def test_wording_and_phases_are_judged() -> None:
    text = edited(edited(LIFT, 'phases = ["Lower"]', 'phases = ["Down"]'), "feels.", "cures.")
    test = parse_self_test(text, "lift.toml")
    assert list(self_test_faults(test)) == [
        "lift.toml: summary: says 'cures'; expected words without such a claim",
        "lift.toml: step.3.phases: 'Down' is no phase; expected Ready, Reach, Hold, Lower, Pause",
    ]


def test_what_ships_is_sound() -> None:
    for test in parse_self_tests(shipped_self_tests()):
        assert list(self_test_faults(test)) == []
