"""What comes with the program."""

from pathlib import Path

from sijoint_desktop.bootstrap.shipped import load_library, load_routines

_CONTENT = Path(__file__).parents[2] / "assets" / "content"


def test_the_shipped_content_is_complete() -> None:
    library = load_library()
    routines = load_routines(library)
    files = (_CONTENT / "exercises").glob("*.toml")
    assert sorted(library.ids) == sorted(file.stem for file in files)
    assert [len(routine.slots) for routine in routines] == [8]
