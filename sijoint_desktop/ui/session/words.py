"""Puts a snapshot into the words of the screen, so that a page only sets what changed."""

from dataclasses import dataclass

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.timeline import Breath
from sijoint_desktop.player.events import PauseReason
from sijoint_desktop.player.navigate import LEAST_COUNTED_HOLD_S
from sijoint_desktop.player.snapshot import Coming, Snapshot, State
from sijoint_desktop.routine.script import Exercises, Part, SegmentKind

KIND_WORDS = {
    SegmentKind.GET_READY: "Get ready",
    SegmentKind.MOVE: "Move",
    SegmentKind.HOLD: "Hold",
    SegmentKind.RETURN: "Return",
    SegmentKind.REST: "Rest",
    SegmentKind.SIDE_CHANGE: "Change sides",
}

_BREATHS = {Breath.IN: "Breathe in", Breath.OUT: "Breathe out"}

PAUSED_MARK = "paused"
AWAITING_WORD = "Your set"
_AWAITING_LINE = "Take your time. Press Done when you have done them all."

_PAUSE_LINES = {
    PauseReason.ASKED: "Paused. Press Space to go on.",
    PauseReason.GAP: (
        "The computer was away for a while, so the session waited for you. That time does not "
        "count. Press Space to go on."
    ),
    PauseReason.CUT_OFF: (
        "This is where your session was cut off. Get into position, then press Space."
    ),
}


@dataclass(frozen=True, slots=True)
class Words:
    """Every text of the player; two equal values look the same."""

    exercise: str
    place: str
    minutes: str
    badge: str
    line: str
    breath: str  # "Breathe in" or "Breathe out" while that is the way to breathe, else empty
    headline: str  # large over the figure while the next exercise is shown, else empty
    mark: str  # the kind of phase, for its colour and shape, or "paused"
    phase: str  # its own name
    phase_short: str  # the word of its kind, for the floor
    number: str
    below: str
    repetition: str
    set_of: str
    set_word: str  # names an extra set as one
    next_mark: str
    next_text: str
    next_short: str
    reps_done: int
    asks_done: bool  # the set ends when the person says so


def words_of(shown: Snapshot, exercises: Exercises) -> Words:
    """Return the words for a snapshot."""
    exercise = exercises.get(shown.exercise_id).at(shown.level)
    mark, phase, short = _phase(shown)
    number, below = _ring(shown)
    rest = shown.part is Part.REST_EXERCISE
    next_mark, next_text, next_short = _coming(shown.coming, shown, exercises)
    return Words(
        exercise=exercise.name,
        place=f"Exercise {shown.slot + 1} of {shown.slots}",
        minutes=f"About {shown.minutes_left} min left",
        badge=side_words(exercise, shown.side),
        line=_line(shown, exercise),
        breath=_BREATHS.get(shown.breath, "") if shown.state is State.RUNNING else "",
        headline=f"Next: {exercise.name}" if rest else "",
        mark=mark,
        phase=phase,
        phase_short=short,
        number=number,
        below=below,
        repetition=f"{shown.rep_number} of {shown.reps}",
        set_of=f"{shown.set_number} of {shown.sets}",
        set_word="extra set" if shown.extra_set else "set",
        next_mark=next_mark,
        next_text=next_text,
        next_short=next_short,
        reps_done=shown.reps_done,
        asks_done=shown.asks_done,
    )


def side_words(exercise: Exercise, side: Side | None) -> str:
    """Return the side in words, such as "LEFT leg back", or nothing where both work together."""
    return f"{side.value.upper()} {exercise.side_word}".strip() if side else ""


def end_question(reps_done: int) -> str:
    """Return the question before a session is ended early."""
    if reps_done == 0:
        return "End here? No repetition is finished yet."
    if reps_done == 1:
        return "End here? The 1 repetition you did is saved."
    return f"End here? The {reps_done} repetitions you did are saved."


def _phase(shown: Snapshot) -> tuple[str, str, str]:
    if shown.state is State.PAUSED:
        return PAUSED_MARK, "Paused", "Paused"
    if shown.state is State.AWAITING:
        return shown.kind.value, AWAITING_WORD, AWAITING_WORD
    if shown.state is State.RECOUNT:
        ready = KIND_WORDS[SegmentKind.GET_READY]
        return SegmentKind.GET_READY.value, ready, ready
    word = KIND_WORDS[shown.kind]
    return shown.kind.value, shown.phase_name or word, word


def _ring(shown: Snapshot) -> tuple[str, str]:
    """Return the large number and what stands below it."""
    if shown.state is State.RECOUNT:
        return str(shown.recount_left), "then go on"
    if shown.part is Part.REPEAT and shown.hold_s < LEAST_COUNTED_HOLD_S:
        return str(shown.rep_number), f"of {shown.reps}"
    unit = "second" if shown.seconds_total == 1 else "seconds"
    return str(shown.seconds_left), f"of {shown.seconds_total} {unit}"


def _line(shown: Snapshot, exercise: Exercise) -> str:
    if shown.state is State.PAUSED and shown.pause_reason is not None:
        return _PAUSE_LINES[shown.pause_reason]
    if shown.state is State.AWAITING:
        return _AWAITING_LINE
    match shown.part:
        case Part.READY | Part.REST_EXERCISE:
            return exercise.steps[0].text
        case Part.REST_SET:
            extra = f"One extra set with the {side_words(exercise, shown.side)}"
            coming = extra if shown.extra_set else f"Set {shown.set_number} of {shown.sets}"
            return f"Let go and breathe. {coming} comes next."
        case Part.SIDE_CHANGE:
            return f"Now the {side_words(exercise, shown.side)}."
        case _:
            return _step(exercise, shown.phase_name) or exercise.breath


def _step(exercise: Exercise, phase_name: str) -> str:
    return next((step.text for step in exercise.steps if phase_name in step.phases), "")


def _coming(coming: Coming | None, shown: Snapshot, exercises: Exercises) -> tuple[str, str, str]:
    """Return the mark, the text and the short text of what comes next."""
    if coming is None:
        return "", "The end", "the end"
    exercise = exercises.get(coming.exercise_id).at(coming.level)
    kind = KIND_WORDS[coming.kind]
    name = coming.phase_name or kind
    seconds = f"{coming.duration_s:g} s"
    text = _step(exercise, name) or name
    if coming.kind is SegmentKind.HOLD:
        text = f"{name} for {seconds}"
    elif coming.part is Part.REST_EXERCISE:
        text = f"Rest, then {exercise.name}"
    elif coming.kind is SegmentKind.REST:
        text = f"{name}, {seconds}"
    elif coming.kind is SegmentKind.SIDE_CHANGE:
        text = f"Change to the {side_words(exercise, coming.side)}"
    elif coming.kind is SegmentKind.GET_READY:
        text = f"Get ready for {exercise.name}"
    elif coming.side is not shown.side and coming.side is not None:
        text = f"{name}, {side_words(exercise, coming.side)}"
    return coming.kind.value, text, name[:1].lower() + name[1:]
