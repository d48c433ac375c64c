"""What comes with the program."""

from pathlib import Path

from sijoint_desktop.bootstrap.shipped import load_library, load_routines, load_self_tests
from sijoint_desktop.content.library import parse_library
from sijoint_desktop.content.self_test import parse_self_tests
from tests.content.samples import shipped_files, shipped_self_tests

_CONTENT = Path(__file__).parents[2] / "assets" / "content"


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
