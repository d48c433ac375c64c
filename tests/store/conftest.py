from collections.abc import Iterator
from pathlib import Path

import pytest

from sijoint_desktop.store.database import Database, open_database
from sijoint_desktop.store.identity import DATABASE_NAME
from tests.fakes.disk import small_disk_at


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / DATABASE_NAME


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    opened = open_database(path)
    yield opened
    opened.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 300 kB."""
    with small_disk_at(tmp_path / "disk") as disk:
        yield disk
