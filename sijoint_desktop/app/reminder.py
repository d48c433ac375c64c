"""Tells from the records when the check is due again, and what to do while exercise is closed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sijoint_desktop.content.suitability import Person
from sijoint_desktop.history.entries import CheckRecord, HurtEvent, PainEntry
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.safety import Readable, standing_checks
from sijoint_desktop.triage.advice import Advice, advice
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.due import DueReason, LastCheck, PainNoted, due
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.triage.lock import Hurt, LockState
from sijoint_desktop.triage.person import person_of
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.triage.rescreen import check_first


def last_check(entries: Readable) -> CheckRecord | None:
    """Return the last result that counts, or None before the first check."""
    checks = standing_checks(entries.all(CheckRecord))
    return max(checks, key=lambda check: (check.at, check.id), default=None)


def person_now(entries: Readable, today: date) -> Person | None:
    """Return what is known of the person today; a pregnancy has gone on since the last check."""
    check = last_check(entries)
    if check is None:
        return None
    person = person_of(Answers(check.answers))
    if person.weeks is None:
        return person
    since = max(0, (today - check.local_date).days)
    return replace(person, weeks=person.weeks + since // 7)


def check_due(
    entries: Readable, sessions: Iterable[SessionRecord], today: date
) -> tuple[DueReason, ...]:
    """Return every reason for a full check now, from pain scores and what hurt since the last."""
    check = last_check(entries)
    if check is None:
        return due(None, today)
    pain = check.answers.get("pain_avg_week")
    last = LastCheck(
        check.left_at or check.at, check.local_date, pain if isinstance(pain, int) else 0
    )
    pains = [PainNoted(entry.at, entry.nrs) for entry in entries.all(PainEntry)]
    pains += [
        PainNoted(each.started_at, each.nrs_before)
        for each in sessions
        if each.nrs_before is not None
    ]
    hurts: defaultdict[str, list[Hurt]] = defaultdict(list)
    for each in entries.all(HurtEvent):
        hurts[each.session_id].append(Hurt(each.at, each.nrs or 0, each.new_numbness))
    return due(last, today, pains, (tuple(of_one) for of_one in hurts.values()))


def advice_on(lock: LockState, entries: Readable, contacts: Contacts) -> Advice:
    """Return what to do while a lock stands, with what the checks behind it have said.

    Where a check is all that is needed, it says so and sends nobody to a doctor for it.
    Where a check told of thoughts of self-harm the crisis line comes first, for as long as the lock
    stands. Without a check behind it, pregnancy is not known; a man was not asked.
    """
    if lock.needs_only_check:
        return check_first(contacts)
    moments = {alarm.at for alarm in lock.standing}
    checks = [
        check
        for check in standing_checks(entries.all(CheckRecord))
        if (check.left_at or check.at) in moments
    ]
    unsafe = any(_says(check, "unsafe_thoughts", Reply.YES, Reply.NOT_SURE) for check in checks)
    latest = max(checks, key=lambda check: check.at, default=None)
    known = latest is not None and (
        "pregnancy_status" in latest.answers or _says(latest, "sex", "male")
    )
    pregnant = None
    if latest is not None and known:
        pregnant = _says(latest, "pregnancy_status", "pregnant", Reply.NOT_SURE)
    return advice(lock.level, contacts, pregnant=pregnant, unsafe=unsafe)


def _says(check: CheckRecord, code: str, *replies: object) -> bool:
    return check.answers.get(code) in replies
