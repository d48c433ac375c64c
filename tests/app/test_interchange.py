import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sijoint_desktop.app.interchange import export_json
from tests.fakes.records import NOON, make_rep, make_session
from tests.fakes.strategies import session_records

NOW = datetime(2026, 11, 22, 18, 40, tzinfo=UTC)
DESCRIPTION = Path(__file__).parents[2] / "docs" / "data-format.md"


def test_the_document_names_its_form_and_says_everything() -> None:
    record = make_session(
        ended_at=NOON + timedelta(minutes=5), nrs_before=4, nrs_after=3, reps=(make_rep(),)
    )
    document = export_json([record], NOW)
    assert document == {
        "format": "sijoint-history",
        "version": 1,
        "exported_at": "2026-11-22T18:40:00.000000Z",
        "sessions": [
            {
                "id": "a",
                "routine_id": "first_gentle",
                "routine_name": "First gentle routine",
                "started_at": "2026-11-22T12:00:00.000000Z",
                "ended_at": "2026-11-22T12:05:00.000000Z",
                "local_date": "2026-11-22",
                "utc_offset_minutes": 0,
                "status": "running",
                "nrs_before": 4,
                "nrs_after": 3,
                "planned_reps": 8,
                "note": "",
                "reps": [
                    {
                        "slot": 0,
                        "exercise_id": "pelvic_tilt",
                        "side": None,
                        "set_number": 1,
                        "rep_number": 1,
                        "held_s": 3.0,
                        "planned_hold_s": 3.0,
                        "finished_at": "2026-11-22T12:00:10.000000Z",
                    }
                ],
            }
        ],
    }


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in keys(inner)}
    return {key for inner in value for key in keys(inner)} if isinstance(value, list) else set()


def test_the_description_tells_every_field() -> None:
    document = export_json([make_session(reps=(make_rep(),))], NOW)
    described = DESCRIPTION.read_text(encoding="utf-8")
    assert {key for key in keys(document) if f"`{key}`" not in described} == set()


@given(st.lists(session_records(), max_size=4, unique_by=lambda record: record.id))
def test_the_same_history_gives_the_same_text_in_any_order_and_is_plain_json(records) -> None:
    text = json.dumps(export_json(records, NOW), allow_nan=False)
    assert text == json.dumps(export_json(reversed(records), NOW))
    assert len(json.loads(text)["sessions"]) == len(records)
