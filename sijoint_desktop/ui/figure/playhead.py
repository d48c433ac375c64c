"""Where on a timeline a figure is, by a clock that is asked and never counted."""

from collections.abc import Callable

from sijoint_desktop.motion.timeline import Phase, PhaseKind, Timeline
from sijoint_desktop.ui.figure.moment import Moment, breath_at


class Playhead:
    """Time on a timeline: it goes on with the clock while it runs, at a speed, and can be set."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._timeline: Timeline | None = None
        self._at = 0.0
        self._read_at = 0.0
        self._speed = 1.0
        self._running = False

    @property
    def timeline(self) -> Timeline | None:
        """The timeline, or None before there is one."""
        return self._timeline

    @property
    def time(self) -> float:
        """Seconds from the start of the timeline, as of the last look at the clock."""
        return self._at

    @property
    def running(self) -> bool:
        """Tell whether time goes on."""
        return self._running

    @property
    def phase(self) -> Phase | None:
        """The phase at the present time."""
        if self._timeline is None or not self._timeline.phases:
            return None
        return self._timeline.phase_at(self._at)

    @property
    def ended(self) -> bool:
        """Tell whether a timeline that does not loop is over."""
        line = self._timeline
        return line is not None and not line.loop and self._at >= line.duration_s

    def take(self, timeline: Timeline) -> None:
        """Start at the beginning of another timeline."""
        self._timeline = timeline
        self.seek(0.0)

    def seek(self, t: float) -> None:
        """Go to a time in seconds."""
        self._at = self._timeline.wrap(t) if self._timeline is not None else 0.0
        self._read_at = self._now()

    def run(self, *, on: bool) -> None:
        """Let time go on, or stand still."""
        self.advance()
        self._running = on
        self._read_at = self._now()

    def set_speed(self, speed: float) -> None:
        """Go at a multiple of true time from now on."""
        self.advance()
        self._speed = speed

    def advance(self) -> None:
        """Look at the clock: take in the time that has passed since the last look."""
        now = self._now()
        if self._running and self._timeline is not None:
            self._at = self._timeline.wrap(self._at + (now - self._read_at) * self._speed)
        self._read_at = now

    def skip(self) -> None:
        """Forget the time that has passed since the last look, as nobody could see it."""
        self._read_at = self._now()

    def moment(self) -> Moment:
        """Return what to show now."""
        if self.phase is None or self._timeline is None:
            return Moment(0.0)
        return moment_at(self._timeline, self._at)

    def moment_of_row(self, row: float) -> Moment:
        """Return what to show at a row of the clip, within the move that it belongs to."""
        for phase in self._timeline.phases if self._timeline is not None else ():
            low, high = sorted((phase.row_start, phase.row_end))
            if phase.kind is PhaseKind.MOVE and low < row < high:
                share = (row - phase.row_start) / (phase.row_end - phase.row_start)
                at = phase.start_s + share * phase.duration_s
                return Moment(row, phase.row_start, phase.row_end, breath_at(phase, at))
        return Moment(row)


def moment_at(timeline: Timeline, t: float) -> Moment:
    """Return what to show at a time of a timeline, in seconds from its start."""
    phase, row = timeline.phase_at(t), timeline.row_at(t)
    breath = breath_at(phase, t)
    if phase.kind is not PhaseKind.MOVE:
        return Moment(row, breath=breath)
    return Moment(row, phase.row_start, phase.row_end, breath)
