"""A ledger over records in memory: what the one over a file has to say the same as."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.history.consistency import week_starts_of
from sijoint_desktop.history.entries import Dated, PainEntry
from sijoint_desktop.history.ledger import Effort, Score, SessionLine, line_of, score_of
from sijoint_desktop.history.records import SessionRecord
from tests.fakes.entries import FakeEntryRepository

if TYPE_CHECKING:
    from sijoint_desktop.core.ids import ExerciseId
    from sijoint_desktop.core.side import Side

_E = TypeVar("_E", bound=Dated)


class FakeLedger:
    """Stands for history/ledger.py; it counts the times it was opened and can fail."""

    def __init__(self, sessions: Iterable[SessionRecord] = (), *entries: Dated) -> None:
        self.sessions = tuple(sessions)
        self.kept = FakeEntryRepository(*entries)
        self.reads = 0
        self.fault = ""

    def first_day(self) -> date | None:
        days = [record.local_date for record in self.sessions]
        days += [entry.local_date for entry in self.kept.all(PainEntry)]
        return min(days, default=None)

    def lines(self, first: date, last: date) -> tuple[SessionLine, ...]:
        self.reads += 1
        if self.fault:
            raise UserError(self.fault)
        ordered = sorted(self.sessions, key=lambda each: (each.started_at, each.id))
        return tuple(line_of(each) for each in ordered if first <= each.local_date <= last)

    def scores(self, first: date, last: date) -> tuple[Score, ...]:
        return tuple(score_of(each) for each in self.entries(PainEntry, first, last))

    def efforts(self, first: date, last: date) -> tuple[Effort, ...]:
        sums: defaultdict[tuple[date, ExerciseId, Side | None], list[float]] = defaultdict(list)
        for record in self.sessions:
            if first <= record.local_date <= last:
                for rep in record.reps:
                    sums[record.local_date, rep.exercise_id, rep.side].append(rep.held_s)
        return tuple(
            Effort(*key, len(sums[key]), Seconds(sum(sums[key])))
            for key in sorted(sums, key=lambda key: (key[0], key[1], key[2] or "both"))
        )

    def entries(self, kind: type[_E], first: date, last: date) -> tuple[_E, ...]:
        return tuple(each for each in self.kept.all(kind) if first <= each.local_date <= last)

    def week_starts(self, first: date, last: date) -> frozenset[date]:
        return week_starts_of([each for each in self.sessions if first <= each.local_date <= last])
