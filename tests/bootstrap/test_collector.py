"""What nothing refers to is freed in the thread of the window, and never in another."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from sijoint_desktop.bootstrap.collector import Collector


class Ring:
    """Garbage that only the collector can free; it notes which thread did so."""

    def __init__(self, freed_in: list[int]) -> None:
        self._me = self
        self._freed_in = freed_in

    def __del__(self) -> None:
        self._freed_in.append(threading.get_ident())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    parent = QObject()
    made = Collector(parent)
    made.begin()
    yield made
    made.end()
    parent.deleteLater()


def litter(freed_in: list[int]) -> None:
    """Make garbage, and far more objects than set off a collection."""
    Ring(freed_in)
    kept = [[number] for number in range(50_000)]
    assert kept


def test_a_thread_that_loads_frees_nothing(collector: Collector) -> None:
    freed_in: list[int] = []
    thread = threading.Thread(target=litter, args=(freed_in,))
    thread.start()
    thread.join()
    assert not freed_in


def test_garbage_is_freed_where_the_window_lives(qtbot: QtBot, collector: Collector) -> None:
    freed_in: list[int] = []
    thread = threading.Thread(target=litter, args=(freed_in,))
    thread.start()
    thread.join()
    more = [[number] for number in range(50_000)]
    qtbot.waitUntil(lambda: bool(freed_in), timeout=10_000)
    assert more
    assert set(freed_in) == {threading.get_ident()}


def test_python_collects_again_when_it_has_ended(collector: Collector) -> None:
    collector.end()
    assert gc.isenabled()
