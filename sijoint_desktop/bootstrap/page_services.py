"""Gathers what the pages may need: records and content beside what the window has.

It is imported when the window is painted, since it brings along whatever the content needs.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from sijoint_desktop.bootstrap.application import system_territory
from sijoint_desktop.bootstrap.own_exercises import load_whole_library
from sijoint_desktop.bootstrap.records import Records
from sijoint_desktop.bootstrap.shipped import (
    load_articles,
    load_checker,
    load_guide,
    load_parts,
    load_plans,
    load_routines,
    load_self_tests,
    load_signs,
)
from sijoint_desktop.bootstrap.store_keeper import StoreKeeper
from sijoint_desktop.bootstrap.window_data import WindowData
from sijoint_desktop.player.clock import Clock
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.ui.preferences import Preferences
from sijoint_desktop.ui.services import CheckContent, Services
from sijoint_desktop.ui.style.style import Style


def gather_services(
    folder: Path,
    store: StoreKeeper,
    data: WindowData,
    clock: Clock,
    *,
    preferences: Preferences,
    style: Style,
    contacts: Callable[[], Contacts],
    say_left_out: Callable[[str], None],
) -> Services:
    """Read the exercises and return all that pages may need of a data folder.

    ``contacts`` tells whom to call; ``say_left_out`` is told of each exercise of the person's own
    that cannot be used.
    """
    library = load_whole_library(folder, say_left_out)
    first_run = store.is_new()
    return Services(
        style=style,
        preferences=preferences,
        library=library,
        bridge=store.bridge,
        clock=clock,
        data_folder=folder,
        store=store,
        data=data,
        records=Records(store.bridge, clock, library, load_routines(library)),
        check=CheckContent(
            checker=cache(load_checker),
            plans=cache(load_plans),
            self_tests=cache(load_self_tests),
            contacts=contacts,
            territory=system_territory,
        ),
        first_run=first_run,
        articles=load_articles,
        signs=load_signs,
        guide=load_guide,
        parts=load_parts,
    )
