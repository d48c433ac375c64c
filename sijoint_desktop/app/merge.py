"""Joins what two computers have on record: no doubles, nothing lost, no lock opened."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sijoint_desktop.history.archive import Archive, Kept, Key
from sijoint_desktop.history.entries import BINDING, CheckRecord, Clearance
from sijoint_desktop.history.plain import to_plain
from sijoint_desktop.history.safety import lock_on
from sijoint_desktop.triage.lock import LockState

_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a merge does to the archive of this computer; nothing else is touched.

    ``put`` are items that are new or newer, ``added`` the keys of the new ones among them.
    ``remove`` are items deleted on the other computer, with the moment. ``held_back`` counts checks
    and clearances, and changed safety records, that would open what is closed here.
    """

    put: Mapping[Key, Kept]
    added: frozenset[Key]
    remove: Mapping[Key, datetime]
    held_back: int = 0

    def count(self, name: str) -> tuple[int, int, int]:
        """Return how many items of a list are added, changed and removed."""
        added = Counter(key[0] for key in self.added)[name]
        put = Counter(key[0] for key in self.put)[name]
        return added, put - added, Counter(key[0] for key in self.remove)[name]

    @property
    def is_empty(self) -> bool:
        """Whether everything of the other archive is here already."""
        return not self.put and not self.remove


def merge(mine: Archive, theirs: Archive, now: datetime) -> Changes:
    """Return what has to change here so that both archives are joined; ``now`` is aware.

    Items are the same where list and id are. The latest edit wins, also against a deletion that
    came before it. What a lock stands on is never replaced by something milder nor deleted, and
    what would open a lock that stands here is left out: closed stays closed. What was left out may
    open nothing any more beside what was put, so it is tried until nothing changes: the same merge
    done again then has nothing to do.
    """
    joined, changes = mine, _round(mine, theirs, now)
    put, remove = dict(changes.put), dict(changes.remove)
    while changes.held_back and not changes.is_empty:
        joined = _applied(joined, changes)
        changes = _round(joined, theirs, now)
        put |= changes.put
        remove |= changes.remove
    added = frozenset(key for key in put if key not in mine.kept)
    return Changes(put, added, remove, changes.held_back)


def _applied(mine: Archive, changes: Changes) -> Archive:
    """Return an archive after what a merge does to it."""
    touched = changes.put.keys() | changes.remove.keys()
    kept = {key: value for key, value in mine.kept.items() if key not in touched}
    deleted = {key: value for key, value in mine.deleted.items() if key not in touched}
    return Archive(kept | dict(changes.put), deleted | dict(changes.remove))


def _round(mine: Archive, theirs: Archive, now: datetime) -> Changes:
    """Return what can be joined without opening what is closed in ``mine``."""
    put = {key: kept for key, kept in theirs.kept.items() if _wins(key, mine, theirs)}
    remove = {key: at for key, at in theirs.deleted.items() if _wins(key, mine, theirs)}
    held_back = _openers(mine, put, now)
    put = {key: kept for key, kept in put.items() if key not in held_back}
    added = frozenset(key for key in put if key not in mine.kept)
    return Changes(put, added, remove, len(held_back))


def _openers(mine: Archive, put: Mapping[Key, Kept], now: datetime) -> frozenset[Key]:
    """Return what has to be left out, so that what is closed here stays closed.

    The lock to keep is the one with everything else of the other archive: a graver sign from there
    counts already. Asked again after the merge, the answer is the same. Where a later check of a
    milder level, or other words under the same id, would open what is closed, they are left out.
    """
    before = lock_on(mine, now)
    if before is None:
        return frozenset()
    openers = frozenset(key for key, kept in put.items() if _may_open(kept))
    closed = lock_on(_with(mine, put, openers), now)
    if closed is None or not _still_stands(before, closed):
        milder = (key for key, kept in put.items() if _is_milder(kept, before))
        changed = (key for key, kept in put.items() if isinstance(kept.item, BINDING))
        return openers.union(milder, (key for key in changed if key in mine.kept))
    if _still_stands(closed, lock_on(_with(mine, put), now)):
        return frozenset()
    return openers


def _wins(key: Key, mine: Archive, theirs: Archive) -> bool:
    """Tell whether what the other computer has under a key takes the place of what is here."""
    return _rank(key, theirs) > _rank(key, mine)


def _rank(key: Key, archive: Archive) -> tuple[int, datetime, bool, str]:
    """Return what decides between two states of one key; the order is the same on all computers."""
    kept, deleted = archive.kept.get(key), archive.deleted.get(key)
    if kept is None:
        return 0, deleted or _NEVER, deleted is not None, ""
    text = json.dumps(to_plain(kept.item), sort_keys=True)
    return _binding(kept), kept.updated_at, False, text


def _binding(kept: Kept) -> int:
    if isinstance(kept.item, CheckRecord):
        return 1 + kept.item.level.rank
    return 1 if isinstance(kept.item, BINDING) else 0


def _may_open(kept: Kept) -> bool:
    if isinstance(kept.item, CheckRecord):
        return not kept.item.level.locks
    return isinstance(kept.item, Clearance)


def _is_milder(kept: Kept, lock: LockState) -> bool:
    return isinstance(kept.item, CheckRecord) and kept.item.level.rank < lock.level.rank


def _still_stands(before: LockState, after: LockState | None) -> bool:
    return after is not None and all(alarm in after.standing for alarm in before.standing)


def _with(
    archive: Archive, put: Mapping[Key, Kept], without: frozenset[Key] = frozenset()
) -> Archive:
    added = {key: kept for key, kept in put.items() if key not in without}
    return Archive({**archive.kept, **added}, archive.deleted)
