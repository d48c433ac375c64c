"""The real clock of the computer."""

import time
from datetime import datetime


class SystemClock:
    """Reads the time from the operating system; satisfies ``Clock``."""

    def monotonic(self) -> float:
        """Return seconds that never go back; on Linux they stand still in suspend."""
        return time.monotonic()

    def boot(self) -> float:
        """Return seconds that count suspend too; the monotonic ones where there is no such clock.

        Windows and macOS do not offer the boot clock by this name. Wall-clock time does not stand
        in for it, because setting the clock would look like a gap.
        """
        if hasattr(time, "CLOCK_BOOTTIME"):
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        return time.monotonic()

    def now(self) -> datetime:
        """Return the present moment, aware, in the local time zone."""
        return datetime.now().astimezone()
