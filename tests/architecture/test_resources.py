"""Generated things stay honest: the resource list and module say what is in assets/."""

from pathlib import Path

import pytest

from tests.architecture.scripts import ROOT, script


def test_resource_list_and_module_are_fresh() -> None:
    assert script("hatch_build").is_fresh(ROOT)


def test_a_changed_asset_makes_the_resources_stale(tmp_path: Path) -> None:
    build = script("hatch_build")
    (tmp_path / "assets").mkdir()
    (tmp_path / "sijoint_desktop").mkdir()
    asset = tmp_path / "assets" / "note.txt"
    asset.write_text("one")
    build.generate(tmp_path)
    assert build.is_fresh(tmp_path)
    asset.write_text("two")
    assert not build.is_fresh(tmp_path)


def test_the_same_assets_give_the_same_bytes(tmp_path: Path) -> None:
    build = script("hatch_build")
    (tmp_path / "assets").mkdir()
    (tmp_path / "sijoint_desktop").mkdir()
    (tmp_path / "assets" / "note.txt").write_text("one")
    build.generate(tmp_path)
    first = (tmp_path / build.MODULE).read_bytes()
    build.generate(tmp_path)
    assert (tmp_path / build.MODULE).read_bytes() == first


def test_a_broken_content_file_stops_the_build_and_is_named(tmp_path: Path) -> None:
    build = script("hatch_build")
    folder = tmp_path / "assets" / "content" / "exercises"
    folder.mkdir(parents=True)
    (folder / "reach.toml").write_text("id = x\n")
    with pytest.raises(SystemExit, match=r"reach\.toml: .*line 1"):
        build.generate(tmp_path)


def test_a_changed_content_file_makes_the_resources_stale(tmp_path: Path) -> None:
    build = script("hatch_build")
    folder = tmp_path / "assets" / "content" / "exercises"
    folder.mkdir(parents=True)
    (tmp_path / "sijoint_desktop").mkdir()
    (tmp_path / "assets" / "note.txt").write_text("one")
    (folder / "reach.toml").write_text("format = 1")
    build.generate(tmp_path)
    assert build.is_fresh(tmp_path)
    (folder / "reach.toml").write_text("format = 2")
    assert not build.is_fresh(tmp_path)
