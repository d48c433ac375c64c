"""Puts a snapshot into the words of the screen, so that a page only sets what changed."""

from dataclasses import dataclass

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.core.language import mark, number, plural, tr
from sijoint_desktop.core.side import Side, side_in_capitals
from sijoint_desktop.motion.timeline import Breath
from sijoint_desktop.player.events import PauseReason
from sijoint_desktop.player.navigate import LEAST_COUNTED_HOLD_S
from sijoint_desktop.player.snapshot import Coming, Snapshot, State
from sijoint_desktop.routine.script import Exercises, Part, SegmentKind

_KIND_WORDS = {
    SegmentKind.GET_READY: mark("Get ready", "phase"),
    SegmentKind.MOVE: mark("Move", "phase"),
    SegmentKind.HOLD: mark("Hold", "phase"),
    SegmentKind.RETURN: mark("Return", "phase"),
    SegmentKind.REST: mark("Rest", "phase"),
    SegmentKind.SIDE_CHANGE: mark("Change sides", "phase"),
}

_BREATHS = {Breath.IN: mark("Breathe in"), Breath.OUT: mark("Breathe out")}

PAUSED_MARK = "paused"
_RECOUNT_FROM = 3
_STILL_PARTS = (Part.READY, Part.SIDE_CHANGE, Part.REST_SET, Part.REST_EXERCISE)

_PAUSE_LINES = {
    PauseReason.ASKED: mark("Paused. Press Space to go on."),
    PauseReason.GAP: mark(
        "The computer was away for a while, so the session waited for you. That time does not "
        "count. Press Space to go on."
    ),
    PauseReason.CUT_OFF: mark(
        "This is where your session was cut off. Get into position, then press Space."
    ),
}


@dataclass(frozen=True, slots=True)
class Words:
    """Every text of the player; two equal values look the same."""

    exercise: str
    place: str
    place_short: str  # without the word "Exercise"
    minutes: str
    badge: str
    line: str
    breath: str  # such as "Breathe in", while that is the way to breathe, else empty
    headline: str  # large over the figure while the next exercise is shown, else empty
    mark: str  # the kind of phase, for its colour and shape, or "paused"
    phase: str  # its own name
    phase_short: str  # the word of its kind, for the floor
    number: str
    total: int  # of which ``number`` is a part
    below: str
    repetition: str
    set_of: str
    set_word: str  # names an extra set as one
    next_mark: str
    next_text: str
    next_short: str
    reps_done: int
    asks_done: bool  # the set ends when the person says so

    @property
    def said(self) -> tuple[str, ...]:
        """What a screen reader says when a phase begins: phase, side and line, nothing twice."""
        return ("" if self.line.startswith(self.phase) else self.phase, self.badge, self.line)


def words_of(shown: Snapshot, exercises: Exercises) -> Words:
    """Return the words for a snapshot."""
    exercise = exercises.get(shown.exercise_id).at(shown.level)
    mark, phase, short = _phase(shown)
    count, total, below = _ring(shown)
    rest = shown.part is Part.REST_EXERCISE
    next_mark, next_text, next_short = _coming(shown.coming, shown, exercises)
    place = {"number": shown.slot + 1, "count": shown.slots}
    breath = _BREATHS.get(shown.breath, "") if shown.state is State.RUNNING else ""
    return Words(
        exercise=exercise.name,
        place=tr("Exercise {number} of {count}", **place),
        place_short=tr("{number} of {count}", **place),
        minutes=tr("About {minutes} min left", minutes=shown.minutes_left),
        badge=side_words(exercise, shown.side),
        line=_line(shown, exercise),
        breath=tr(breath) if breath else "",
        headline=tr("Next: {exercise}", exercise=exercise.name) if rest else "",
        mark=mark,
        phase=phase,
        phase_short=short,
        number=count,
        total=total,
        below=below,
        repetition=tr("{number} of {count}", number=shown.rep_number, count=shown.reps),
        set_of=tr("{number} of {count}", number=shown.set_number, count=shown.sets),
        set_word=tr("extra set") if shown.extra_set else tr("set", "of repetitions"),
        next_mark=next_mark,
        next_text=next_text,
        next_short=next_short,
        reps_done=shown.reps_done,
        asks_done=shown.asks_done,
    )


def side_words(exercise: Exercise, side: Side | None) -> str:
    """Return the side in words, such as "LEFT leg back", or nothing where both work together."""
    return side_in_capitals(side, exercise.side_word) if side else ""


def kind_word(kind: SegmentKind) -> str:
    """Return the word of a kind of phase, such as "Hold"."""
    return tr(_KIND_WORDS[kind], "phase")


def end_question(reps_done: int) -> str:
    """Return the question before a session is ended early."""
    if reps_done == 0:
        return tr("End here? No repetition is finished yet.")
    return plural(
        "End here? The {n} repetition you did is saved.",
        "End here? The {n} repetitions you did are saved.",
        reps_done,
    )


def _phase(shown: Snapshot) -> tuple[str, str, str]:
    if shown.state is State.PAUSED:
        return PAUSED_MARK, tr("Paused"), tr("Paused")
    if shown.state is State.AWAITING:
        return shown.kind.value, tr("Your set"), tr("Your set")
    if shown.state is State.RECOUNT:
        ready = kind_word(SegmentKind.GET_READY)
        return SegmentKind.GET_READY.value, ready, ready
    return shown.kind.value, _name(shown), kind_word(shown.kind)


def _name(of: Snapshot | Coming) -> str:
    """Return the name of a phase; where nothing moves it is that of its kind."""
    own = "" if of.part in _STILL_PARTS else of.phase_name
    return own or kind_word(of.kind)


def _ring(shown: Snapshot) -> tuple[str, int, str]:
    """Return the large number, of how many it is, and what stands below it."""
    if shown.state is State.RECOUNT:
        return str(shown.recount_left), _RECOUNT_FROM, tr("then go on")
    if shown.part is Part.REPEAT and shown.hold_s < LEAST_COUNTED_HOLD_S:
        return str(shown.rep_number), shown.reps, tr("of {count}", count=shown.reps)
    below = plural("of {n} second", "of {n} seconds", shown.seconds_total)
    return str(shown.seconds_left), shown.seconds_total, below


def _line(shown: Snapshot, exercise: Exercise) -> str:
    if shown.state is State.PAUSED and shown.pause_reason is not None:
        return tr(_PAUSE_LINES[shown.pause_reason])
    if shown.state is State.AWAITING:
        return tr("Take your time. Press Done when you have done them all.")
    match shown.part:
        case Part.READY | Part.REST_EXERCISE:
            return exercise.steps[0].text
        case Part.REST_SET:
            return _between_sets(shown, exercise)
        case Part.SIDE_CHANGE:
            return tr("Now the {side}.", side=side_words(exercise, shown.side))
        case _:
            return _step(exercise, shown.phase_name) or exercise.breath


def _between_sets(shown: Snapshot, exercise: Exercise) -> str:
    if shown.extra_set:
        side = side_words(exercise, shown.side)
        return tr("Let go and breathe. One extra set with the {side} comes next.", side=side)
    return tr(
        "Let go and breathe. Set {number} of {count} comes next.",
        number=shown.set_number,
        count=shown.sets,
    )


def _step(exercise: Exercise, phase_name: str) -> str:
    return next((step.text for step in exercise.steps if phase_name in step.phases), "")


def _coming(coming: Coming | None, shown: Snapshot, exercises: Exercises) -> tuple[str, str, str]:
    """Return the mark, the text and the short text of what comes next."""
    if coming is None:
        return "", tr("The end"), tr("The end")
    exercise = exercises.get(coming.exercise_id).at(coming.level)
    phase = _name(coming)
    seconds = number(coming.duration_s)
    side = side_words(exercise, coming.side)
    text = _step(exercise, phase) or phase
    if coming.kind is SegmentKind.HOLD:
        text = tr("{phase} for {seconds} s", phase=phase, seconds=seconds)
    elif coming.part is Part.REST_EXERCISE:
        text = tr("Rest, then {exercise}", exercise=exercise.name)
    elif coming.kind is SegmentKind.REST:
        text = tr("{phase}, {seconds} s", phase=phase, seconds=seconds)
    elif coming.kind is SegmentKind.SIDE_CHANGE:
        text = tr("Change to the {side}", side=side)
    elif coming.kind is SegmentKind.GET_READY:
        text = tr("Get ready for {exercise}", exercise=exercise.name)
    elif coming.side is not shown.side and side:
        text = tr("{phase}, {side}", phase=phase, side=side)
    return coming.kind.value, text, phase
