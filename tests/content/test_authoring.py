"""The guide for writing an exercise stays true: its example is sound, its tables are complete."""

import re
from pathlib import Path

import pytest

from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.model import CautionTag, Position, Purpose
from sijoint_desktop.content.own import with_own
from sijoint_desktop.motion.check import check_spec
from sijoint_desktop.motion.model import Base, ContactKind, MotionSpec, RootMode
from tests.content.samples import shipped_files

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "authoring.md").read_text(encoding="utf-8")
EXAMPLE = DOCS / "examples" / "small_knee_bend.toml"


def motion_faults(spec: MotionSpec, name: str) -> list[str]:
    return [f"{name}: {fault}" for fault in check_spec(spec)]


def test_the_worked_example_joins_the_library() -> None:
    files = {EXAMPLE.name: EXAMPLE.read_text(encoding="utf-8")}
    library, faults = with_own(parse_library(shipped_files()), files, motion_faults)
    assert faults == ()
    assert library.get("small_knee_bend").own


def test_every_passage_of_the_guide_stands_in_the_example() -> None:
    example = EXAMPLE.read_text(encoding="utf-8").splitlines()
    for passage in re.findall(r"```toml\n(.*?)```", GUIDE, flags=re.DOTALL):
        for line in passage.splitlines():
            assert line in example


@pytest.mark.parametrize("kind", [CautionTag, Position, Purpose, Base, RootMode, ContactKind])
def test_the_guide_names_every_word_that_a_file_may_use(kind: type) -> None:
    words = set(re.findall(r"[a-z0-9_]+", GUIDE))
    assert [str(member) for member in kind if str(member) not in words] == []  # type: ignore[attr-defined]


def test_every_exercise_that_the_guide_points_to_is_there() -> None:
    named = set(re.findall(r"`(\w+\.toml)`", GUIDE)) - {"heel_slide.toml"}
    assert named <= set(shipped_files())
