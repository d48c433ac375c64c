"""What comes with the program."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sijoint_desktop.bootstrap.shipped import (
    load_guide,
    load_library,
    load_routines,
    load_self_tests,
)
from sijoint_desktop.content.guide import without_links
from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.self_test import parse_self_tests
from sijoint_desktop.core.language import LANGUAGES, speak
from tests.content.samples import shipped_files, shipped_self_tests

_ROOT = Path(__file__).parents[2]
_CONTENT, _DOCS = _ROOT / "assets" / "content", _ROOT / "docs"


def test_the_shipped_content_is_complete() -> None:
    library = load_library()
    routines = load_routines(library)
    files = (_CONTENT / "exercises").glob("*.toml")
    assert sorted(library.ids) == sorted(file.stem for file in files)
    assert routines[0].id == "first_gentle"
    assert len(routines) == len(list((_CONTENT / "routines").glob("*.toml")))


def test_what_is_built_in_is_what_the_files_say() -> None:
    assert load_library() == parse_library(shipped_files())
    assert load_self_tests() == parse_self_tests(shipped_self_tests())


@pytest.fixture
def spoken() -> Iterator[None]:
    yield
    speak("en")


def test_the_guide_is_in_english_where_it_is_not_translated(spoken: None) -> None:
    speak("xx")
    assert load_guide().startswith("# User guide")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_guide_is_in_the_language_in_use(spoken: None, code: str) -> None:
    speak(code)
    files = (_DOCS / f"guide.{code}.md", _DOCS / "guide.md")
    [path] = [path for path in files if path.exists()][:1]
    assert load_guide() == without_links(path.read_text(encoding="utf-8"))
