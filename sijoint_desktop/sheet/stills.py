"""Choosing the few key poses that show an exercise on paper, from its timeline."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sijoint_desktop.content.model import Dose, Exercise, Level
from sijoint_desktop.content.timeline import dose_timeline
from sijoint_desktop.content.words import LEAST_NAMED_HOLD_S
from sijoint_desktop.core.language import mark, number, tr
from sijoint_desktop.core.side import Side
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.model import Breath
from sijoint_desktop.motion.timeline import Phase, PhaseKind, Role, Section
from sijoint_desktop.sheet.model import Still

MOST_STILLS = 4
"""More than four pictures of one exercise are no longer taken in at a glance."""

_PHASE = "phase"  # the context of the names of phases, as in content
_BREATHS = {Breath.IN: mark("Breathe in", "phase"), Breath.OUT: mark("Breathe out", "phase")}
"""What a phase is called that is nothing but a breath."""

_Stop = tuple[float, str]  # row of the clip, caption


def key_poses(
    exercise: Exercise, dose: Dose, side: Side | None, level: Level = Level.STANDARD
) -> tuple[Still, ...]:
    """Return one to four stills in the order of the movement: start, in between, end of effort.

    Each but the last carries the row that its arrows lead to. Where the way back is a movement of
    its own (a round back becomes a hollow one), the last carries an arrow too.
    """
    phases = _phases(exercise, dose)
    stops = _thinned(_distinct(_stops(phases, dose)))
    targets: list[float | None] = [row for row, _caption in stops[1:]]
    targets.append(_way_back(phases) if len(stops) == 2 else None)
    return tuple(
        Still(exercise.id, side, row, caption, target, level)
        for (row, caption), target in zip(stops, targets, strict=True)
    )


def _phases(exercise: Exercise, dose: Dose) -> tuple[Phase, ...]:
    # a hold of no length would leave no trace of its place
    timeline = dose_timeline(exercise, replace(dose, hold_s=max(dose.hold_s, Seconds(1.0))))
    return tuple(p for p in timeline.phases if p.section is not Section.EXIT)


def _stops(phases: Sequence[Phase], dose: Dose) -> Iterator[_Stop]:
    """Yield every place where the body comes to rest up to the end of the effort."""
    preparing = _moves(phases, Section.ENTER)
    first = next((p for p in phases if p.section is Section.REPEAT), phases[0])
    if len(preparing) > 1:  # getting into place is worth showing
        yield phases[0].row_start, tr("Start", "phase")
        for phase in preparing[:-1]:
            yield phase.row_end, phase.name
        yield first.row_start, preparing[-1].name
    else:
        yield first.row_start, _name_of_start(phases)
    yield from _efforts(phases, dose)


def _efforts(phases: Sequence[Phase], dose: Dose) -> Iterator[_Stop]:
    """Yield the end of every working move up to the hold; what follows the hold leads back."""
    hold = next((p.row_start for p in phases if p.role is Role.HOLD), math.inf)
    for phase in _moves(phases, Section.REPEAT):
        if phase.role is not Role.RETURN and phase.row_start < hold:
            words = _with_breath(phase)
            yield phase.row_end, _with_hold(words, dose) if phase.row_end == hold else words


def _moves(phases: Sequence[Phase], section: Section) -> list[Phase]:
    return [p for p in phases if p.section is section and p.kind is PhaseKind.MOVE]


def _name_of_start(phases: Sequence[Phase]) -> str:
    """Return the name of the way back where a move led into the start, else "Start"."""
    back = _returning(phases)
    if back is None or not _moves(phases, Section.ENTER):
        return tr("Start", "phase")
    return _with_breath(back)


def _returning(phases: Sequence[Phase]) -> Phase | None:
    backs = [p for p in _moves(phases, Section.REPEAT) if p.role is Role.RETURN]
    return backs[-1] if backs else None


def _way_back(phases: Sequence[Phase]) -> float | None:
    back = _returning(phases)
    return back.row_end if back and _moves(phases, Section.ENTER) else None


def _with_breath(phase: Phase) -> str:
    """Return a move with its breath, in words: a sign of its own would need a key."""
    if phase.breath is Breath.FREE or phase.name == tr(_BREATHS[phase.breath], _PHASE):
        return phase.name
    if phase.breath is Breath.IN:
        return tr("{move}, breathe\N{NO-BREAK SPACE}in", move=phase.name)
    return tr("{move}, breathe\N{NO-BREAK SPACE}out", move=phase.name)


def _with_hold(words: str, dose: Dose) -> str:
    if dose.wear_minutes or dose.hold_s < LEAST_NAMED_HOLD_S:
        return words
    held = number(dose.hold_s)
    return tr("{move}, hold {seconds}\N{NO-BREAK SPACE}s", move=words, seconds=held)


def _distinct(stops: Iterator[_Stop]) -> list[_Stop]:
    """Drop a stop on the same row as the one before it."""
    kept = list(stops)
    return kept[:1] + [b for a, b in pairwise(kept) if a[0] != b[0]]


def _thinned(stops: list[_Stop]) -> list[_Stop]:
    """Return at most four stops, the last among them; the plain start goes first."""
    if len(stops) <= MOST_STILLS:
        return stops
    rest = stops[1:]
    last = len(rest) - 1
    return [rest[round(i * last / (MOST_STILLS - 1))] for i in range(MOST_STILLS)]
