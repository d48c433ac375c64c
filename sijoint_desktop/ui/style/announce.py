"""Lets a screen reader say what a person who sees reads without looking for it."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent


def announce(where: QObject, *sentences: str, urgent: bool = False) -> None:
    """Have sentences said, the empty ones left out; urgent ones at once, in the middle of others.

    For phases, results and messages; what the keyboard moves to is said anyway.
    """
    ends = tuple(".?!:")
    said = " ".join(s if s.endswith(ends) else f"{s}." for s in sentences if s)
    if not said:
        return
    event = QAccessibleAnnouncementEvent(where, said)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
