"""What the pages are made from, handed to them by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sijoint_desktop.app.recording import Recorder
from sijoint_desktop.content.article import Article, Signs
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import Timings
from sijoint_desktop.settings.options import Settings
from sijoint_desktop.ui.bridge import Bridge
from sijoint_desktop.ui.preferences import Preferences
from sijoint_desktop.ui.style.style import Style


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that a page may need; each page is given only its share.

    ``prepare_store`` begins to load the store in the background. ``recorder`` opens it if need be
    and raises UserError where nothing can be stored. ``export_document`` is everything recorded,
    for a JSON file, and raises the same. ``first_run`` tells that nothing was recorded yet.
    ``fitting`` is what the last check says of the person. ``articles`` are what there is to read,
    ``signs`` the warning signs of a level as the rules of the check word them.
    """

    style: Style
    preferences: Preferences
    library: Library
    routines: tuple[Routine, ...]
    bridge: Bridge
    clock: Clock
    data_folder: Path
    prepare_store: Callable[[], None]
    recorder: Callable[[], Recorder]
    export_document: Callable[[], dict[str, object]]
    first_run: bool
    fitting: Callable[[], Fitting]
    articles: Callable[[], tuple[Article, ...]]
    signs: Callable[[Signs], tuple[str, ...]]


def timings_of(settings: Settings) -> Timings:
    """Return the times of a session as they are set."""
    return Timings(
        get_ready_s=settings.number("get_ready_s"),
        first_ready_s=settings.number("first_ready_s"),
        side_change_s=settings.number("side_change_s"),
        rest_sets_s=settings.number("rest_sets_s"),
        rest_exercises_s=settings.number("rest_exercises_s"),
    )
