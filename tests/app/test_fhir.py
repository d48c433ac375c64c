"""The bundle for health records, judged by the models of the standard itself."""

import pytest
from fhir.resources.bundle import Bundle
from fhir.resources.R4B.bundle import Bundle as EarlierBundle
from hypothesis import HealthCheck, given, settings

from sijoint_desktop.app.fhir import export_fhir
from sijoint_desktop.history.archive import Archive, Kept
from tests.fakes.records import NOON, done_on, make_pain
from tests.fakes.strategies import archives


@pytest.mark.parametrize("standard", [Bundle, EarlierBundle], ids=["R5", "R4B"])
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(archive=archives())
def test_any_history_is_a_valid_bundle(standard, archive: Archive) -> None:
    document = export_fhir(archive, NOON)
    read = standard.model_validate(document)
    assert len(read.entry or []) == len(document.get("entry", []))  # type: ignore[arg-type]


def test_each_score_keeps_its_address_its_moment_and_its_occasion() -> None:
    session, pain = done_on(NOON.date(), 4, 3), make_pain("p", utc_offset_minutes=120)
    kept = {("sessions", session.id): Kept(session, NOON), ("pains", "p"): Kept(pain, NOON)}
    first, again = (Bundle.model_validate(export_fhir(Archive(kept), NOON)) for _ in range(2))
    told = [
        (
            each.resource.valueInteger,
            each.resource.note[0].text,
            str(each.resource.effectiveDateTime),
        )
        for each in first.entry
    ]
    assert told == [
        (4, "before exercise", "2026-11-22 09:00:00+00:00"),
        (3, "after exercise", "2026-11-22 09:11:00+00:00"),
        (4, "free", "2026-11-22 14:00:00+02:00"),
    ]
    assert [each.fullUrl for each in first.entry] == [each.fullUrl for each in again.entry]
