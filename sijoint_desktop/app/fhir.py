"""Puts pain scores into a FHIR bundle, which health records take in; valid as R4 and as R5."""

from collections.abc import Iterator
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from sijoint_desktop.history.archive import Archive
from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.history.records import SessionRecord, local_moment

_PAIN = {
    "coding": [
        {
            "system": "http://loinc.org",
            "code": "72514-3",  # pain severity, 0-10 verbal numeric rating, reported
            "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
        }
    ],
    "text": "Pain from 0 to 10",
}
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"


def export_fhir(archive: Archive, now: datetime) -> dict[str, object]:
    """Return a bundle with one observation for each pain score; ``now`` is aware."""
    found = [row for session in archive.sessions for row in _of_session(session)]
    found += [
        (entry.at, entry.utc_offset_minutes, entry.nrs, entry.kind.replace("_", " "), entry.id)
        for entry in archive.all(PainEntry)
    ]
    found.sort(key=lambda row: (row[0], row[4]))
    entries = [_entry(*row) for row in found]
    bundle: dict[str, object] = {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": now.isoformat(timespec="seconds"),
    }
    return bundle | ({"entry": entries} if entries else {})  # FHIR has no empty lists


def _of_session(session: SessionRecord) -> Iterator[tuple[datetime, int, int, str, str]]:
    moments = (
        (session.nrs_before, session.started_at, "before exercise"),
        (session.nrs_worst, session.last_moment, "worst during exercise"),
        (session.nrs_after, session.last_moment, "after exercise"),
    )
    for nrs, at, words in moments:
        if nrs is not None:
            yield at, session.utc_offset_minutes, nrs, words, f"{session.id}/{words}"


def _entry(at: datetime, offset: int, nrs: int, words: str, key: str) -> dict[str, object]:
    # the same score has the same address in every export, so that a record keeps it once
    address = f"urn:uuid:{uuid5(NAMESPACE_URL, f'sijoint:{key}')}"
    local = local_moment(at, offset)
    return {
        "fullUrl": address,
        "resource": {
            "resourceType": "Observation",
            "status": "final",
            "category": [{"coding": [{"system": _CATEGORY, "code": "survey"}]}],
            "code": _PAIN,
            "effectiveDateTime": local.isoformat(timespec="seconds"),
            "valueInteger": nrs,
            "note": [{"text": words}],
        },
    }
