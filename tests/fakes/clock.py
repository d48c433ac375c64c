"""A clock that stands still until it is told to move."""

from datetime import UTC, datetime, timedelta, tzinfo

START = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


class FakeClock:
    """Stands for player/clock.py; it moves only by ``advance``, ``suspend`` and ``set_now``."""

    def __init__(self, start: datetime = START, zone: tzinfo | None = None) -> None:
        self._monotonic = 1000.0
        self._boot = 5000.0
        self._now = start.astimezone(zone) if zone is not None else start

    def monotonic(self) -> float:
        return self._monotonic

    def boot(self) -> float:
        return self._boot

    def now(self) -> datetime:
        return self._now

    def advance(self, seconds: float) -> None:
        """Let time pass, in real seconds also across a change of summer time."""
        self._monotonic += seconds
        self.suspend(seconds)

    def suspend(self, seconds: float) -> None:
        """Let the computer sleep: monotonic stands still, the others go on."""
        self._boot += seconds
        zone = self._now.tzinfo
        self._now = (self._now.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(zone)

    def set_now(self, moment: datetime) -> None:
        """Put the wall clock somewhere else, as a person or a time server does."""
        self._now = moment
