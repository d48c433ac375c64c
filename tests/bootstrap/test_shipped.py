"""What comes with the program."""

from sijoint_desktop.bootstrap.shipped import load_library, load_routines


def test_the_shipped_content_is_complete() -> None:
    library = load_library()
    routines = load_routines(library)
    assert len(library) == 8
    assert [len(routine.slots) for routine in routines] == [8]
