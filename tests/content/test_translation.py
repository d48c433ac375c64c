"""Shipped files read in another language still fit together."""

import tomllib

import pytest

from sijoint_desktop.content.library import library_from
from sijoint_desktop.content.translation import translated
from tests.content.samples import EXERCISES
from tests.fakes.pseudo import untranslated


@pytest.mark.usefixtures("pseudo")
def test_the_phases_of_the_steps_are_those_of_the_movement() -> None:
    files = {path.name: tomllib.loads(path.read_text("utf-8")) for path in EXERCISES.iterdir()}
    library = library_from({name: translated(tables) for name, tables in files.items()})
    for each in library:
        rows = [row for row in each.motion.rows if not row.via]
        moved = {name for row in rows for name in (row.phase, row.hold_phase)}
        said = {name for step in each.steps for name in step.phases}
        assert said <= moved
        assert [name for name in moved if untranslated(name)] == []
