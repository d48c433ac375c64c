"""Which pattern answers match: first whether it looks like the SI joint, then of what kind.

The patterns are working labels for choosing a gentle start (clinical brief b), not findings: no
home test can measure the joint, and every weight is set by experts and not validated.
"""

from dataclasses import dataclass
from enum import StrEnum

from sijoint_desktop.content.fields import Bounds, line, whole
from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.motion.table import Table
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.condition import Clause, codes_of, holds
from sijoint_desktop.triage.parse import open_table
from sijoint_desktop.triage.question import Catalogue
from sijoint_desktop.triage.rules import Sets, read_condition, read_sets

HONESTY_NOTE = mark(
    "Stiff, tight and bears load poorly are working labels. No home test can measure how much "
    "your SI joint moves; in everyone it is about 2 degrees. The label only helps to choose a "
    "gentle place to start."
)
"""Shown with every pattern; sources in the clinical brief, section b."""


class Profile(StrEnum):
    """What answers look most like."""

    STIFF = "stiff"
    UNSTABLE = "unstable"  # "bears load poorly" wherever a person reads it
    TIGHT = "tight"
    MIXED = "mixed"
    NONE = "none"  # unsure: the general starter plan
    NOT_SIJ = "not_sij"

    @property
    def words(self) -> str:
        """Complete "Your answers look most like ..."."""
        return tr(_WORDS[self])


_WORDS = {
    Profile.STIFF: mark("stiffness"),
    Profile.UNSTABLE: mark("a pelvis that bears load poorly"),
    Profile.TIGHT: mark("tight muscles"),
    Profile.MIXED: mark("a mix of two patterns"),
    Profile.NONE: mark("no clear pattern"),
    Profile.NOT_SIJ: mark("something other than the SI joint"),
}

PATTERNS = (Profile.STIFF, Profile.UNSTABLE, Profile.TIGHT)
"""The profiles that have a score of their own."""


@dataclass(frozen=True, slots=True)
class Points:
    """What one finding adds to a score; ``words`` name it."""

    codes: frozenset[str]
    points: int
    words: str
    when: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """A score, and every finding that counted towards it."""

    total: int
    counted: tuple[Points, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A profile with the scores that led to it; ``leading`` are the patterns it is made of."""

    profile: Profile
    gate: Score
    scores: dict[Profile, Score]
    leading: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class PatternTable:
    """The points of each finding, and the limits between profiles."""

    gate: tuple[Points, ...]
    patterns: dict[Profile, tuple[Points, ...]]
    fits_from: int
    unsure_from: int
    pattern_from: int
    mixed_within: int

    def match(self, answers: Answers) -> Pattern:
        """Return the pattern that answers match; the gate comes first."""
        gate = _score(self.gate, answers)
        scores = {profile: _score(self.patterns[profile], answers) for profile in PATTERNS}
        if gate.total < self.unsure_from:
            return Pattern(Profile.NOT_SIJ, gate, scores, ())
        leading = self._leading(scores) if gate.total >= self.fits_from else ()
        if len(leading) > 1:
            return Pattern(Profile.MIXED, gate, scores, leading)
        return Pattern(leading[0] if leading else Profile.NONE, gate, scores, leading)

    def _leading(self, scores: dict[Profile, Score]) -> tuple[Profile, ...]:
        """Return the highest pattern, and the second where it is as good as level with it."""
        first, second, _ = sorted(PATTERNS, key=lambda profile: -scores[profile].total)
        if scores[first].total < self.pattern_from:
            return ()
        close = scores[second].total >= max(
            self.pattern_from, scores[first].total - self.mixed_within
        )
        return (first, second) if close else (first,)


def _score(rows: tuple[Points, ...], answers: Answers) -> Score:
    counted = tuple(row for row in rows if holds(row.when, answers))
    return Score(sum(row.points for row in counted), counted)


def parse_pattern(text: str, catalogue: Catalogue, name: str = "pattern.toml") -> PatternTable:
    """Read the points; raises ContentError with every fault."""
    table = open_table(text, name)
    sets = read_sets(table)
    limit = Bounds(0, 20, "points")
    found = PatternTable(
        gate=_rows(table, "gate", catalogue, sets),
        patterns={profile: _rows(table, profile, catalogue, sets) for profile in PATTERNS},
        fits_from=whole(table, "fits_from", limit),
        unsure_from=whole(table, "unsure_from", limit),
        pattern_from=whole(table, "pattern_from", limit),
        mixed_within=whole(table, "mixed_within", limit),
    )
    table.close()
    if table.faults:
        raise ContentError(table.faults)
    return found


def _rows(table: Table, key: str, catalogue: Catalogue, sets: Sets) -> tuple[Points, ...]:
    return tuple(_row(entry, catalogue, sets) for entry in table.tables(key))


def _row(entry: Table, catalogue: Catalogue, sets: Sets) -> Points:
    when = read_condition(entry, "when", entry.raw("when"), catalogue, sets)
    codes = codes_of(when)
    words = line(entry, "words", empty=True)
    if not words and len(codes) == 1:
        words = catalogue[next(iter(codes))].sign
    if not words:
        entry.fault("words", "missing; a row about several questions needs a name")
    points = whole(entry, "points", Bounds(-5, 5, "points"))
    entry.close()
    return Points(codes, points, words, when)
