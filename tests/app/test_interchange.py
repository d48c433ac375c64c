"""What is exported comes back unchanged, and a file with a fault changes nothing."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sijoint_desktop.app.interchange import export_json, import_json
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.archive import Archive, Kept
from sijoint_desktop.history.entries import KINDS
from sijoint_desktop.history.plain import field_shapes
from sijoint_desktop.store.database import open_database
from tests.fakes.records import NOON, make_pain, make_rep, make_session
from tests.fakes.strategies import archives

NOW = datetime(2026, 11, 22, 18, 40, tzinfo=UTC)
DOCS = Path(__file__).parents[2] / "docs"
DESCRIPTION = DOCS / "data-format.md"


def through_text(document: dict[str, object]) -> Any:
    return json.loads(json.dumps(document, allow_nan=False))


@settings(max_examples=60, deadline=None)
@given(archives())
def test_what_is_exported_is_imported_unchanged(archive: Archive) -> None:
    document = through_text(export_json(archive, NOW))
    back = import_json(document, "a.json")
    assert back == archive
    assert export_json(back, NOW) == document


@settings(max_examples=15, deadline=None)
@given(archive=archives())
def test_an_empty_store_takes_in_everything_and_exports_the_same(
    tmp_path_factory: pytest.TempPathFactory, archive: Archive
) -> None:
    path = tmp_path_factory.mktemp("data") / "h.db"
    database = open_database(path, now=lambda: NOW)
    rehearsed = database.merge(archive, rehearse=True)
    assert database.archive() == Archive()
    assert database.merge(archive) == rehearsed
    database.close()
    again = open_database(path)
    assert again.archive() == archive
    assert again.merge(archive).is_empty
    again.close()


def test_a_file_of_the_first_form_is_read() -> None:
    document = through_text(export_json(archive_of_one(), NOW))
    [session] = document["sessions"]
    later = {"updated_at", "nrs_worst", "effort", "form_ok", "origin", "routine_text", "timings"}
    old = {key: value for key, value in session.items() if key not in later}
    first = {
        "format": "sijoint-history",
        "version": 1,
        "exported_at": document["exported_at"],
        "sessions": [old],
    }
    [kept] = import_json(first, "a.json").kept.values()
    assert kept == Kept(make_session(reps=(make_rep(),)), NOW)


def archive_of_one() -> Archive:
    return Archive({("sessions", "a"): Kept(make_session(reps=(make_rep(),)), NOON)})


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("nrs_before", 11, "sessions[0]: a pain score is a whole number"),
        ("nrs_before", 3.5, "sessions[0].nrs_before: expected a whole number"),
        ("status", "asleep", "sessions[0].status: 'asleep' is not one of running"),
        ("started_at", "yesterday", "sessions[0].started_at: 'yesterday' is not a moment"),
        ("started_at", "2026-11-22T12:00:00", "needs its time zone"),
        ("local_date", "22.11.2026", "is not a date"),
        ("reps", [{}], "sessions[0].reps[0].slot: is missing"),
        ("reps", "none", "sessions[0].reps: expected a list"),
        ("note", None, "sessions[0].note: expected text"),
        ("planned_reps", True, "expected a whole number"),
    ],
)
def test_the_way_to_a_fault_is_told(key: str, value: object, words: str) -> None:
    document = through_text(export_json(archive_of_one(), NOW))
    document["sessions"][0][key] = value
    with pytest.raises(UserError) as refusal:
        import_json(document, "a.json")
    assert words in str(refusal.value)
    assert str(refusal.value).startswith("a.json: ")


def test_one_id_twice_is_a_fault() -> None:
    document = through_text(export_json(archive_of_one(), NOW))
    document["sessions"] *= 2
    with pytest.raises(UserError, match="there twice"):
        import_json(document, "a.json")


def test_one_repetition_twice_is_a_fault() -> None:
    document = through_text(export_json(archive_of_one(), NOW))
    document["sessions"][0]["reps"] *= 2
    with pytest.raises(UserError, match="repetition is there twice"):
        import_json(document, "a.json")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_a_file_holds_there_is_an_archive_or_one_sentence(data: st.DataObject) -> None:
    archive = Archive({("pains", "p"): Kept(make_pain("p"), NOON), **archive_of_one().kept})
    document = through_text(export_json(archive, NOW))
    part: Any = document
    for _ in range(data.draw(st.integers(0, 3))):
        if not isinstance(part, dict | list) or not part:
            break
        parent, key = part, data.draw(st.sampled_from(sorted(keys_of(part), key=str)))
        part = parent[key]
        if data.draw(st.booleans()):
            parent[key] = data.draw(JSON)
            break
    with suppress(UserError):  # anything else is a traceback for a person
        assert isinstance(import_json(document, "a.json"), Archive)


def keys_of(part: Any) -> Any:
    return part if isinstance(part, dict) else range(len(part))


def test_the_description_tells_every_list_and_field() -> None:
    described = DESCRIPTION.read_text(encoding="utf-8")
    document = export_json(archive_of_one(), NOW)
    names = {*document, *keys(document["sessions"]), "updated_at", "deleted_at", "list"}
    for kind in KINDS.values():
        names |= {field.name for field, _ in field_shapes(kind)}
    assert {name for name in names if f"`{name}`" not in described} == set()


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in keys(inner)}
    return {key for inner in value for key in keys(inner)} if isinstance(value, list) else set()
