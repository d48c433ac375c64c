"""A guard for every Qt upgrade: PySide6 6.12.0 loses references to None and aborts."""

import sys

from PySide6.QtCore import QObject


def test_void_calls_leave_the_reference_count_of_none_alone() -> None:
    subject = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        subject.setObjectName("name")
    assert sys.getrefcount(None) > before - 100
