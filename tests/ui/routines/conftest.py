"""A style, figures, a small library and routines for the tests of the Routines page."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

import sijoint_desktop._resources_rc  # noqa: F401 - fonts and icons
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Level
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.routine.model import Routine, Slot, SlotSides
from sijoint_desktop.settings.options import ThemeChoice
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import Look, screen_look
from sijoint_desktop.ui.style.style import Style
from tests.content.samples import sample_library


@pytest.fixture(autouse=True, scope="module")
def collected() -> Iterator[None]:
    """Free what the tests leave in this thread; timers may not be stopped from another one."""
    yield
    gc.collect()


@pytest.fixture(scope="session")
def library() -> Library:
    """Two exercises: one on each side, one with both sides together."""
    return sample_library()


@pytest.fixture(scope="session")
def routines(library: Library) -> tuple[Routine, ...]:
    """A routine of both, and a short one on the left alone."""
    reach, nod = (library.get(name) for name in ("reach", "nod"))
    both = Routine(
        RoutineId("both"),
        "Reach and nod",
        "For stiff shoulders.",
        (
            Slot(reach.id, Level.BEGINNER, reach.doses[Level.BEGINNER]),
            Slot(nod.id, Level.STANDARD, nod.doses[Level.STANDARD]),
        ),
    )
    short = Routine(
        RoutineId("short"),
        "Left reach",
        "For a stiff left shoulder.",
        (Slot(reach.id, Level.BEGINNER, reach.doses[Level.BEGINNER], SlotSides.LEFT),),
    )
    return both, short


@pytest.fixture
def style(qapp: QApplication) -> Iterator[Style]:
    """The light style at 100 %."""
    made = Style(choice=ThemeChoice.LIGHT)
    yield made
    made.deleteLater()


@pytest.fixture(scope="session")
def clips() -> ClipStore:
    """Figures, baked once for all tests."""
    return ClipStore()


@pytest.fixture
def parts(style: Style, library: Library, clips: ClipStore) -> dict[str, object]:
    """What the page is built from, besides routines and timings."""

    def look() -> Look:
        return screen_look(style.theme)

    return {"style": style, "library": library, "clips": clips, "look": look}
