"""Puts everything on record into one documented JSON document, and reads such a document back.

docs/data-format.md tells every list and field. Moments are UTC with microseconds and a final Z.
Every list is sorted by moment and id, so the same history always gives the same document.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.archive import LISTS, SESSIONS, Archive, Item, Kept, Key
from sijoint_desktop.history.entries import KINDS
from sijoint_desktop.history.plain import PlainError, from_plain, read_moment, to_plain, utc_text
from sijoint_desktop.history.records import SessionRecord

FORMAT = "sijoint-history"
VERSION = 2  # 1 had sessions alone


def export_json(archive: Archive, now: datetime) -> dict[str, object]:
    """Return everything on record as a value for ``json.dumps``; ``now`` is aware."""
    document: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": utc_text(now),
    }
    lists: dict[str, list[dict[str, object]]] = {name: [] for name in LISTS}
    ordered = sorted(archive.kept.items(), key=lambda pair: (pair[1].at, pair[0]))
    for (name, _id), kept in ordered:
        stamp = {"updated_at": utc_text(kept.updated_at)}
        lists[name].append(to_plain(kept.item) | stamp)
    deleted = [
        {"list": name, "id": item_id, "deleted_at": utc_text(moment)}
        for (name, item_id), moment in sorted(archive.deleted.items())
    ]
    return {**document, **lists, "deleted": deleted}


def import_text(text: str, name: str) -> Archive:
    """Return what the text of an exported file holds; ``name`` is that of the file.

    Raises UserError with the way to the first fault, and then nothing of it can be used.
    """
    try:
        document = json.loads(text)
    except json.JSONDecodeError as fault:
        words = tr(
            "{name}: is no JSON: line {line}, column {column}. Nothing was changed.",
            name=name,
            line=fault.lineno,
            column=fault.colno,
        )
        raise UserError(words) from None
    except RecursionError:
        words = tr("{name}: is nested too deep. Nothing was changed.", name=name)
        raise UserError(words) from None
    return import_json(document, name)


def import_json(document: Any, name: str) -> Archive:
    """Return what a document holds; ``name`` is that of its file.

    Raises UserError with the way to the first fault, and then nothing of it can be used.
    """
    if not isinstance(document, Mapping) or document.get("format") != FORMAT:
        raise UserError(
            tr("{name} is not a history of this program. Choose a file it exported.", name=name)
        )
    version = document.get("version")
    if type(version) is not int or version < 1:
        words = tr(
            "{name}: version: {found}; expected a whole number from 1",
            name=name,
            found=repr(version),
        )
        raise UserError(words)
    if version > VERSION:
        raise UserError(
            tr(
                "{name} was written by a newer version of this program (form {version}). Update "
                "the program to read it. Nothing was changed.",
                name=name,
                version=version,
            )
        )
    try:
        return _read(document)
    except PlainError as fault:
        where = str(fault).lstrip(".")  # by the names of the file, which are English
        words = tr("{name}: {fault}. Nothing was changed.", name=name, fault=where)
        raise UserError(words) from None


def _kind_of(name: str) -> type[Item]:
    return SessionRecord if name == SESSIONS else KINDS[name]


def _read(document: Mapping[str, Any]) -> Archive:
    exported_at = _moment(document, "exported_at")
    kept: dict[Key, Kept] = {}
    for name in LISTS:
        for way, plain in _rows(document, name):
            try:
                item = from_plain(_kind_of(name), plain)
                _require_single_reps(item)
                stamp = _moment(plain, "updated_at") if "updated_at" in plain else exported_at
            except PlainError as fault:
                raise PlainError(f"{way}{fault}") from None
            key = (name, str(item.id))
            if key in kept:
                raise PlainError(f"{way}.id: {item.id!r} is there twice")
            kept[key] = Kept(item, stamp)
    return Archive(kept, dict(_deleted(document, kept)))


def _require_single_reps(item: Item) -> None:
    if isinstance(item, SessionRecord):
        keys = {(rep.slot, rep.side, rep.set_number, rep.rep_number) for rep in item.reps}
        if len(keys) < len(item.reps):
            raise PlainError(".reps: one repetition is there twice")


def _deleted(
    document: Mapping[str, Any], kept: Mapping[Key, Kept]
) -> Iterator[tuple[Key, datetime]]:
    for way, plain in _rows(document, "deleted"):
        if not isinstance(plain, Mapping):
            raise PlainError(f"{way}: expected a table")
        name, item_id = plain.get("list"), plain.get("id")
        if name not in LISTS or not isinstance(item_id, str) or (name, item_id) in kept:
            raise PlainError(f"{way}: names nothing that can have been deleted")
        yield (name, item_id), _moment(plain, "deleted_at")


def _rows(document: Mapping[str, Any], name: str) -> Iterator[tuple[str, Any]]:
    rows = document.get(name, [])
    if not isinstance(rows, list):
        raise PlainError(f"{name}: expected a list")
    return ((f"{name}[{number}]", row) for number, row in enumerate(rows))


def _moment(plain: Mapping[str, Any], key: str) -> datetime:
    if key not in plain:
        raise PlainError(f".{key}: is missing")
    try:
        return read_moment(plain[key])
    except PlainError as fault:
        raise PlainError(f".{key}{fault}") from None
