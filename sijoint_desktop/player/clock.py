"""The clock that a session runs on: time is asked for, never assumed."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Where the time comes from; the fake in tests/fakes/clock.py stands for it."""

    def monotonic(self) -> float:
        """Return seconds since an arbitrary moment; they never go back, and may stop in suspend."""
        ...

    def boot(self) -> float:
        """Return seconds that count suspend too, where the system has such a clock."""
        ...

    def now(self) -> datetime:
        """Return the present moment, aware, in the local time zone."""
        ...
