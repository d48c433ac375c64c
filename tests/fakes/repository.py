"""A repository that keeps its sessions in memory, and can be told to have a full disk."""

from dataclasses import asdict, replace
from datetime import datetime

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.ids import SessionId
from sijoint_desktop.history.records import (
    Origin,
    RepRecord,
    SessionAnswers,
    SessionRecord,
    SessionStatus,
)
from sijoint_desktop.history.safety import LockedError
from sijoint_desktop.triage.lock import LockState


def rep_key(rep: RepRecord) -> tuple[int, str, int, int]:
    return rep.slot, rep.side or "", rep.set_number, rep.rep_number


class FakeSessionRepository:
    """Stands for history/repository.py."""

    def __init__(self, *sessions: SessionRecord, lock: LockState | None = None) -> None:
        self.lock = lock
        self._kept = {record.id: record for record in sessions}
        self.disk_full = False

    def begin(self, record: SessionRecord) -> SessionRecord:
        self._may_write()
        if record.origin is Origin.GUIDED and self.lock is not None:
            raise LockedError(self.lock)
        if record.id in self._kept:
            raise ValueError(record.id)
        return self._keep(record)

    def add_rep(self, session_id: SessionId, rep: RepRecord) -> None:
        self._may_write()
        record = self.get(session_id)
        others = [kept for kept in record.reps if rep_key(kept) != rep_key(rep)]
        reps = sorted([*others, rep], key=lambda kept: (kept.finished_at, rep_key(kept)))
        self._keep(replace(record, reps=tuple(reps)))

    def set_answers(self, session_id: SessionId, answers: SessionAnswers) -> SessionRecord:
        self._may_write()
        given = {name: value for name, value in asdict(answers).items() if value is not None}
        return self._keep(replace(self.get(session_id), **given))

    def finish(
        self, session_id: SessionId, status: SessionStatus, ended_at: datetime
    ) -> SessionRecord:
        self._may_write()
        return self._keep(replace(self.get(session_id), status=status, ended_at=ended_at))

    def put(self, record: SessionRecord) -> SessionRecord:
        self._may_write()
        if record.status is SessionStatus.RUNNING:
            raise ValueError(record.id)
        return self._keep(record)

    def remove(self, session_id: SessionId) -> SessionRecord:
        self._may_write()
        return self._kept.pop(session_id)

    def get(self, session_id: SessionId) -> SessionRecord:
        return self._kept[session_id]

    def sessions(self) -> tuple[SessionRecord, ...]:
        return tuple(sorted(self._kept.values(), key=lambda record: (record.started_at, record.id)))

    def _keep(self, record: SessionRecord) -> SessionRecord:
        self._kept[record.id] = record
        return record

    def _may_write(self) -> None:
        if self.disk_full:
            raise UserError("The disk is full.")
