"""Pictures made without a window are read back as what they claim to be."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image, ImageChops
from PySide6.QtWidgets import QApplication

from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.model import Exercise, Level
from sijoint_desktop.content.timeline import dose_timeline
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.timeline import PhaseKind
from sijoint_desktop.ui.shell.pictures import Picture, look_of, save_loop, save_moment
from tests.content.samples import shipped_files

pytestmark = pytest.mark.usefixtures("qapp")
LIBRARY = parse_library(shipped_files())


def picture(name: str = "bird_dog", **more: object) -> Picture:
    exercise: Exercise = LIBRARY.get(name)
    timeline = dose_timeline(exercise, exercise.doses[Level.STANDARD])
    asked = {"size": (160, 120), "look": look_of("body", "light", None), **more}
    return Picture(shown=exercise, timeline=timeline, **asked)  # type: ignore[arg-type]


def differ(one: Path, other: Path) -> bool:
    with Image.open(one) as first, Image.open(other) as second:
        images = (first.convert("RGB"), second.convert("RGB"))
        return ImageChops.difference(*images).getbbox() is not None


@pytest.mark.parametrize("ending", ["gif", "webp"])
def test_a_loop_plays_the_whole_movement_for_ever(tmp_path: Path, ending: str) -> None:
    shown = picture()
    save_loop(tmp_path / f"a.{ending}", shown, fps=10)
    with Image.open(tmp_path / f"a.{ending}") as loop:
        assert loop.format == ending.upper()
        assert loop.size == (160, 120)
        assert loop.info["loop"] == 0
        total_ms = 0
        for frame in range(loop.n_frames):
            loop.seek(frame)
            loop.load()
            total_ms += loop.info["duration"]
    assert 10 < loop.n_frames <= shown.timeline.duration_s * 10
    assert total_ms == pytest.approx(shown.timeline.duration_s * 1000, abs=100)


def test_a_mistake_is_shown_in_turn_with_the_right_way(tmp_path: Path) -> None:
    save_loop(tmp_path / "a.gif", picture(mistake="hips_open"), fps=10)
    with Image.open(tmp_path / "a.gif") as loop:
        assert loop.n_frames == 2
        shown = []
        for frame in range(2):
            loop.seek(frame)
            assert loop.info["duration"] == 2000
            shown.append(loop.convert("RGB"))
    assert ImageChops.difference(*shown).getbbox() is not None


def test_too_many_frames_are_refused_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="at most 3000: lower --fps"):
        save_loop(tmp_path / "a.gif", picture("figure4_supine"), fps=240)
    assert list(tmp_path.iterdir()) == []


def test_without_pillow_one_sentence_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "PIL", None)
    with pytest.raises(UserError, match="need Pillow"):
        save_loop(tmp_path / "a.gif", picture(), fps=10)


@pytest.mark.parametrize(
    "other",
    [
        {"look": look_of("stick", "light", None)},
        {"look": look_of("body", "dark", None)},
        {"look": look_of("body", "print", None)},
        {"look": look_of("body", "light", ("contacts",))},
        {"side": Side.LEFT},
        {"view": "above"},
        {"mistake": "leg_too_high"},
    ],
    ids=lambda other: next(iter(other)),
)
def test_every_choice_changes_the_picture(tmp_path: Path, other: dict[str, object]) -> None:
    save_moment(tmp_path / "plain.png", picture(side=Side.RIGHT), time_s=4.0)
    save_moment(tmp_path / "other.png", picture(**{"side": Side.RIGHT, **other}), time_s=4.0)
    assert differ(tmp_path / "plain.png", tmp_path / "other.png")


def test_arrows_and_ghost_are_shown_within_a_move_only(tmp_path: Path) -> None:
    looks = {
        name: look_of("body", "light", layers)
        for name, layers in (("with", ("ghost", "arrows")), ("without", ()))
    }
    phases = picture().timeline.phases
    move, hold = (next(p for p in phases if p.kind is kind) for kind in PhaseKind if kind != "rest")
    for phase, differs in ((move, True), (hold, False)):
        when = phase.start_s + phase.duration_s / 2
        for name, look in looks.items():
            save_moment(tmp_path / f"{name}.png", picture(look=look), time_s=when)
        assert differ(tmp_path / "with.png", tmp_path / "without.png") is differs


def test_an_svg_is_a_titled_vector_picture(tmp_path: Path) -> None:
    save_moment(tmp_path / "a.svg", picture(), time_s=0.0)
    root = ET.fromstring((tmp_path / "a.svg").read_text())  # noqa: S314 - our own file
    assert root.attrib["viewBox"] == "0 0 160 120"
    assert root.findtext("{http://www.w3.org/2000/svg}title") == LIBRARY.get("bird_dog").name
    assert not root.findall(".//{http://www.w3.org/2000/svg}image")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert QApplication.instance() is not None
    with pytest.raises(UserError, match="cannot write"):
        save_moment(tmp_path / "no" / "a.png", picture(), time_s=0.0)
