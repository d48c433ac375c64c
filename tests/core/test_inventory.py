"""The packages of an installed program are found with their licences."""

from pathlib import Path

import pytest

from sijoint_desktop.core.inventory import parts_of

DISTRIBUTIONS = {
    "our_tool": "Requires-Dist: Some.Library>=2\nRequires-Dist: not_there; sys_platform == 'x'\n"
    "Requires-Dist: sound; extra == 'sound'\n",
    "some_library": "License-Expression: MIT\nRequires-Dist: deep\n"
    "Requires-Dist: sound; extra == 'more'\n",
    "deep": "Classifier: License :: OSI Approved :: BSD License\nRequires-Dist: our-tool\n",
    "sound": "License: Zlib\n and its text\n",
    "stranger": "License-Expression: GPL-3.0\n",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, more in DISTRIBUTIONS.items():
        folder = tmp_path / f"{name}-1.0.dist-info"
        folder.mkdir()
        head = f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n"
        (folder / "METADATA").write_text(head + more, encoding="utf-8")
        (folder / "LICENSE.txt").write_text(f"The licence of {name}", encoding="utf-8")
        record = f"{folder.name}/LICENSE.txt,,\n{name}/licenses.py,,\n"
        (folder / "RECORD").write_text(record, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def test_all_that_it_needs_is_found_and_nothing_else(site: Path) -> None:
    found = {part.name: part.licence for part in parts_of("our-tool")}
    assert found == {"deep": "BSD License", "some_library": "MIT", "sound": "Zlib"}


def test_the_texts_of_the_licences_can_be_read(site: Path) -> None:
    for part in parts_of("our-tool"):
        [path] = part.texts
        assert path.read_text(encoding="utf-8") == f"The licence of {part.name}"


def test_an_unknown_program_has_no_parts() -> None:
    assert parts_of("no-such-program") == ()


def test_each_part_of_this_program_has_version_and_licence() -> None:
    parts = parts_of("sijoint-desktop")
    assert {"numpy", "PySide6_Essentials", "shiboken6", "SQLAlchemy"} <= {p.name for p in parts}
    assert all(part.version and part.licence for part in parts)
