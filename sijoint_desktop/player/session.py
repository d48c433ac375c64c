"""Leads through a script: a state machine that is told the time and never asks for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.player import navigate
from sijoint_desktop.player.events import (
    CountdownBeat,
    DoneAwaited,
    Event,
    Paused,
    PauseReason,
    RepFinished,
    Resumed,
    SegmentStarted,
    SessionFinished,
)
from sijoint_desktop.player.marks import BEATS, Mark, cut_short, marks_of, rep_finished
from sijoint_desktop.player.snapshot import Moment, Outline, Snapshot, State, snapshot_of
from sijoint_desktop.routine.script import Script

GAP_S = 2.0
RECOUNT_S = 3.0

_GOING = (State.RUNNING, State.RECOUNT)


@dataclass(frozen=True, slots=True)
class _Recount:
    """The re-count under way: when it began and how many of its beats were given."""

    begun: float
    beats: int = 0


class Session:
    """A script being done: one state and one position on the script.

    Every request takes ``now`` in monotonic seconds and returns the events that it caused, in
    order. ``boot`` is the same moment on a clock that counts suspend; where it is given, a sleep
    of the computer is noticed. While running the position is ``now - origin``, never a sum of
    ticks, so the way in which time is cut into steps does not matter.

    With ``waits_for_done`` the end of a counted set, one without a hold, is awaited from the
    person. A session that was cut off goes on at ``segment``, standing still, where the
    repetitions that end in ``done`` are on record already.
    """

    def __init__(
        self,
        script: Script,
        *,
        recount_s: float = RECOUNT_S,
        waits_for_done: bool = False,
        segment: int = 0,
        done: Iterable[int] = (),
    ) -> None:
        if not script.segments:
            raise UserError(tr("This routine has no exercises. Add one first."))
        self._outline = Outline.of(script)
        self._marks = marks_of(script)
        self._starts = {
            m.segment: i for i, m in enumerate(self._marks) if isinstance(m.event, SegmentStarted)
        }
        self._recount_s = recount_s
        self._waits_for_done = waits_for_done
        self._state = State.READY
        self._reason: PauseReason | None = None
        # where it stands while it does not run
        self._position_s: float = script.segments[segment].start_s
        self._origin = 0.0  # when the script would have begun, had it run without a stop
        self._recount = _Recount(0.0)
        self._cursor = self._starts[segment]  # the first mark still to come
        self._segment = segment
        self._seen = 0.0
        self._seen_boot: float | None = None
        self._done = frozenset(done)  # segments whose repetition was reported

    @property
    def state(self) -> State:
        """The present state."""
        return self._state

    @property
    def script(self) -> Script:
        """The script that the session leads through."""
        return self._outline.script

    def start(self, now: float, boot: float | None = None) -> tuple[Event, ...]:
        """Begin at the first segment; does nothing once begun.

        A session that was cut off stands still there, until the person is in position again.
        """
        if self._state is not State.READY:
            return ()
        self._seen, self._seen_boot = now, boot
        if self._segment:
            self._state = State.PAUSED
            return self._go(self._segment, now) + self._stand(now, PauseReason.CUT_OFF)
        self._state, self._origin = State.RUNNING, now
        return self._emit(now)

    def advance(self, now: float, boot: float | None = None) -> tuple[Event, ...]:
        """Return what has happened since the last look, across any number of segments.

        More than two seconds without a look are a gap: the session then pauses where it was seen
        last, and nothing of the gap counts as done.
        """
        if self._state not in _GOING:
            return ()
        if self._unseen(now, boot) > GAP_S:
            return self._stand(self._seen, PauseReason.GAP)
        self._seen, self._seen_boot = now, boot
        counted = self._count(now) if self._state is State.RECOUNT else ()
        return counted + self._emit(now)

    def pause(self, now: float, boot: float | None = None) -> tuple[Event, ...]:
        """Stand still at once; a pause costs nothing of the time to be held."""
        events = self.advance(now, boot)
        if self._state not in _GOING:
            return events
        return events + self._stand(now, PauseReason.ASKED)

    def resume(self, now: float, boot: float | None = None) -> tuple[Event, ...]:
        """Go on after a short re-count; does nothing unless paused."""
        if self._state is State.AWAITING:
            return self.done(now, boot)
        if self._state is not State.PAUSED:
            return ()
        self._state, self._reason, self._recount = State.RECOUNT, None, _Recount(now)
        self._seen, self._seen_boot = now, boot
        return self._count(now)

    def next(self, now: float, boot: float | None = None) -> tuple[Event, ...]:
        """Skip to the next repetition, rest, or way into or out of the position.

        Of a hold that is left before its end, the seconds that were held are reported.
        """
        events = self.advance(now, boot) + self._cut(now)
        return events + self._go(navigate.after_block(self.script, self._segment), now)

    def done(self, now: float, boot: float | None = None) -> tuple[Event, ...]:
        """Take the person's word that this counted set is done, and go on with what follows.

        Pressed before the count of the screen is through, the rest of its repetitions is
        reported; in a set with a hold it does nothing.
        """
        events = self.advance(now, boot)
        if self._state is State.AWAITING:
            self._state, self._origin = State.RUNNING, now - self._position_s
            self._seen, self._seen_boot = now, boot
            return events + self._emit(now)
        if not self._waits_for_done or self._state is not State.RUNNING:
            return events
        run = navigate.counted_run(self.script, self._segment)
        left = [i for i in run if self.script.segments[i].ends_rep and i not in self._done]
        if not run:
            return events
        self._done |= frozenset(left)
        reported = tuple(rep_finished(self.script.segments[i]) for i in left)
        return events + reported + self._go(navigate.following(self.script, run[-1]), now)

    def skip_exercise(self, now: float, boot: float | None = None) -> tuple[Event, ...]:
        """Go on with the rest before the next exercise, or to the end after the last one."""
        events = self.advance(now, boot) + self._cut(now)
        return events + self._go(navigate.after_slot(self.script, self._segment), now)

    def jump(self, slot: int, now: float, boot: float | None = None) -> tuple[Event, ...]:
        """Go to "get ready" of the exercise with this number, from 0; the state stays as it is.

        Raises ValueError where there is no such exercise.
        """
        target = navigate.slot_start(self.script, slot)
        events = self.advance(now, boot) + self._cut(now)
        return events + self._go(target, now)

    def back(self, now: float, boot: float | None = None) -> tuple[Event, ...]:
        """Go to the start of this repetition or, just after that start, to the one before."""
        events = self.advance(now, boot)
        target = navigate.back(self.script, self._segment, self._where(now))
        return events + self._go(target, now)

    def repeat(self, now: float, boot: float | None = None) -> tuple[Event, ...]:
        """Do this repetition again or, between repetitions, the last one.

        A repetition that was reported as finished is not reported a second time.
        """
        events = self.advance(now, boot)
        return events + self._go(navigate.repetition(self.script, self._segment), now)

    def end(self, now: float, boot: float | None = None) -> tuple[Event, ...]:
        """End early; what was finished up to now is reported first."""
        events = self.advance(now, boot) + self._cut(now)
        if self._state is State.FINISHED:
            return events
        return events + self._finish(self._where(now), completed=False)

    def snapshot(self, now: float) -> Snapshot:
        """Return what a screen may show at ``now``; call ``advance`` with the same time first."""
        recounting = self._state is State.RECOUNT
        left_s = max(self._recount.begun + self._recount_s - now, 0.0) if recounting else 0.0
        moment = Moment(
            state=self._state,
            pause_reason=self._reason,
            position_s=self._where(now),
            segment=self._segment,
            recount_left_s=left_s,
            recount_s=self._recount_s,
            reps_done=len(self._done),
            waits_for_done=self._waits_for_done,
        )
        return snapshot_of(self._outline, moment)

    def _where(self, now: float) -> float:
        """Return the position, never outside of the segment that was entered last."""
        position_s = now - self._origin if self._state is State.RUNNING else self._position_s
        segment = self.script.segments[self._segment]
        return min(max(position_s, segment.start_s), segment.end_s)

    def _unseen(self, now: float, boot: float | None) -> float:
        """Return the seconds since the last look, on the clock that counted more of them."""
        if boot is None or self._seen_boot is None:
            return now - self._seen
        return max(now - self._seen, boot - self._seen_boot)

    def _stand(self, at: float, reason: PauseReason) -> tuple[Event, ...]:
        self._position_s = self._where(at)
        self._state, self._reason = State.PAUSED, reason
        return (Paused(reason),)

    def _count(self, now: float) -> tuple[Event, ...]:
        """Return the beats of the re-count that are due; at its end the session runs again."""
        begun, given = self._recount.begun, self._recount.beats
        beats = [k for k in BEATS if k <= self._recount_s]
        due = [k for k in beats if now >= begun + (self._recount_s - k)]
        events: list[Event] = [CountdownBeat(k, rising=True) for k in due[given:]]
        self._recount = _Recount(begun, len(due))
        if now >= begun + self._recount_s:
            self._state = State.RUNNING
            self._origin = begun + self._recount_s - self._position_s
            events += [CountdownBeat(0, rising=True), Resumed()]
        return tuple(events)

    def _emit(self, now: float) -> tuple[Event, ...]:
        """Return the marks that were reached, each once, and follow them."""
        events: list[Event] = []
        while self._state is State.RUNNING and now >= (
            self._origin + self._marks[self._cursor].at_s
        ):
            mark = self._marks[self._cursor]
            self._cursor += 1
            events += self._follow(mark)
        return tuple(events)

    def _follow(self, mark: Mark) -> tuple[Event, ...]:
        self._segment = mark.segment
        match mark.event:
            case RepFinished() if mark.segment in self._done:
                return ()
            case RepFinished():
                self._done |= {mark.segment}
            case DoneAwaited() if not self._waits_for_done:
                return ()
            case DoneAwaited():
                self._position_s, self._state = mark.at_s, State.AWAITING
            case SessionFinished():
                return self._finish(mark.at_s, completed=bool(self._done))
        return (mark.event,)

    def _cut(self, now: float) -> tuple[Event, ...]:
        """Return what was held of the repetition that is being left, if it has a hold."""
        if self._state in (State.READY, State.FINISHED):
            return ()
        last = navigate.rep_end(self.script, self._segment)
        if last is None or last in self._done:
            return ()
        held = cut_short(self.script, self._segment, self._where(now))
        if held is not None and held.whole:  # only its way back was left out
            self._done |= {last}
        return () if held is None else (held,)

    def _finish(self, position_s: float, *, completed: bool) -> tuple[Event, ...]:
        self._position_s = position_s
        self._state, self._reason = State.FINISHED, None
        return (SessionFinished(completed),)

    def _go(self, target: int | None, now: float) -> tuple[Event, ...]:
        """Move to the start of a segment, or to the end; the state stays as it is."""
        if self._state in (State.READY, State.FINISHED):
            return ()
        if target is None:
            return self._finish(self.script.duration_s, completed=bool(self._done))
        if self._state is State.AWAITING:
            self._state = State.RUNNING
        self._position_s = self.script.segments[target].start_s
        self._origin = now - self._position_s
        self._cursor = self._starts[target] + 1
        return self._follow(self._marks[self._cursor - 1])
