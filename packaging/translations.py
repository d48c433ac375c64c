"""Keeps assets/locale in step with the code and the content: lists every text that can be read.

    .venv/bin/python packaging/translations.py update   # new texts in, old ones out
    .venv/bin/python packaging/translations.py check    # say what is missing or does not fit
    .venv/bin/python packaging/translations.py fill de FILE.json   # take in {text: translation}

The keys of FILE.json are English texts, with the context before a vertical bar where there is one
("phase|Open"). The value for a text about a number is a list: one thing, many things.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

from sijoint_desktop.content.translation import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "assets/locale"
LANGUAGES = ("de", "es")
_NOTE = """\
{language} words of SI Joint Desktop.
A translation by the makers of the program; it awaits the review of a native clinician."""
_NAMES = {"de": "German", "es": "Spanish"}
_FIELD = re.compile(r"\{(\w*)[^{}]*\}")
# gettext wants a date; that of the last change is in the version control
_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Text:
    """An English text that somebody reads; ``many`` is its other form where it counts."""

    words: str
    many: str
    context: str
    place: str


def code_texts(root: Path = ROOT) -> Iterator[Text]:
    """Yield the texts in calls of tr, plural and mark; stops at one that is no plain text."""
    for path in sorted((root / "sijoint_desktop").rglob("*.py")):
        if path.name != "_resources_rc.py":
            place = path.relative_to(root).as_posix()
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                    yield from _called(node, node.func.id, place)


def _called(call: ast.Call, name: str, place: str) -> Iterator[Text]:
    if name not in ("tr", "plural", "mark"):
        return
    words = [_literal(arg, f"{place}:{call.lineno}") for arg in call.args[:2]]
    if not words or not words[0]:
        return  # a marked constant, listed where it was marked
    if len(words) > 1 and not words[1]:
        raise SystemExit(f"{place}:{call.lineno}: beside a text its context is written out as well")
    if name == "plural":
        yield Text(words[0], words[1], "", place)
    else:
        yield Text(words[0], "", words[1] if len(words) > 1 else "", place)


def _literal(node: ast.expr, where: str) -> str:
    if isinstance(node, ast.JoinedStr):
        raise SystemExit(f"{where}: an f-string is never found in a catalog; hand over values")
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return str(cast("ast.Constant", node).value) if is_text else ""


def content_texts(root: Path = ROOT) -> Iterator[Text]:
    """Yield the texts of the files in assets/ that somebody reads."""
    for path in sorted((root / "assets").rglob("*.toml")):
        found: list[tuple[str, str]] = []

        def note(words: str, context: str, found: list[tuple[str, str]] = found) -> str:
            found.append((words, context))
            return words

        translated(tomllib.loads(path.read_text(encoding="utf-8")), note)
        place = path.relative_to(root).as_posix()
        for words, context in found:
            yield Text(words, "", context, place)


def template(root: Path = ROOT) -> Catalog:
    """Return a catalog of every text, without translations."""
    catalog = Catalog(project="SI Joint Desktop", creation_date=_EPOCH, fuzzy=False)
    for text in (*code_texts(root), *content_texts(root)):
        words = (text.words, text.many) if text.many else text.words
        catalog.add(words, context=text.context or None, locations=[(text.place, 0)])
    return catalog


def read(language: str) -> Catalog:
    """Return the catalog of a language as it is on disk, or an empty one."""
    path = LOCALE / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language, project="SI Joint Desktop", creation_date=_EPOCH)
    with path.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def write(language: str, catalog: Catalog) -> None:
    """Write the catalog of a language, in the order of the texts."""
    catalog.header_comment = "\n".join(
        f"# {line}" for line in _NOTE.format(language=_NAMES[language]).splitlines()
    )
    catalog.revision_date, catalog.fuzzy = _EPOCH, False
    catalog.version, catalog.msgid_bugs_address = "1", ""
    catalog.last_translator = catalog.language_team = ""
    LOCALE.mkdir(exist_ok=True)
    with (LOCALE / f"{language}.po").open("wb") as file:
        write_po(
            file, catalog, width=100, sort_output=True, ignore_obsolete=True, include_lineno=False
        )


def update() -> None:
    """Bring every catalog to the texts that there are now."""
    listed = template()
    for language in LANGUAGES:
        catalog = read(language)
        catalog.update(listed, no_fuzzy_matching=True)
        write(language, catalog)


def faults(language: str) -> Iterator[str]:
    """Yield what is wrong with a catalog: a text that is missing, or does not fit its English."""
    catalog = read(language)
    for wanted in template():
        if not wanted.id:
            continue
        found = catalog.get(wanted.id, wanted.context)
        if found is None:
            yield f"{language}: not listed: {_key(wanted)!r}"
        else:
            yield from (f"{language}: {fault}: {_key(wanted)!r}" for fault in _misfits(found))


def _misfits(message: Message) -> Iterator[str]:
    strings = _forms(message.string)
    if not all(strings):
        yield "not translated"
        return
    wanted = {*_FIELD.findall(_forms(message.id)[-1])}
    for text in strings:
        given = {*_FIELD.findall(text)}
        # one thing may be written as a word
        if given - wanted or (wanted - given) - ({"n"} if len(strings) > 1 else set()):
            yield f"expected the fields {sorted(wanted)}, found {sorted(given)} in {text!r}"


def _forms(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, tuple | list) else (str(value or ""),)


def _key(message: Message) -> str:
    words = _forms(message.id)[0]
    return f"{message.context}|{words}" if message.context else words


def fill(language: str, path: Path) -> None:
    """Take translations from a JSON file into the catalog of a language."""
    catalog = read(language)
    given = json.loads(path.read_text(encoding="utf-8"))
    known = {_key(message): message for message in catalog if message.id}
    for key, words in given.items():
        if key not in known:
            sys.stderr.write(f"{path}: {key!r} is no text of the program\n")
            continue
        known[key].string = tuple(words) if isinstance(words, list) else words
    write(language, catalog)


def open_texts(language: str) -> dict[str, str | list[str]]:
    """Return what is still to be translated, as ``fill`` takes it."""
    rows = (message for message in read(language) if message.id)
    return {
        _key(row): ["", ""] if isinstance(row.id, tuple | list) else ""
        for row in rows
        if not all(_forms(row.string))
    }


def main() -> int:
    """Do what the command line asks."""
    what, *rest = sys.argv[1:] or ["check"]
    if what == "update":
        update()
    elif what == "fill":
        fill(rest[0], Path(rest[1]))
    elif what == "open":
        json.dump(open_texts(rest[0]), sys.stdout, ensure_ascii=False, indent=1)
    else:
        found = [fault for language in LANGUAGES for fault in faults(language)]
        sys.stderr.write("".join(f"{fault}\n" for fault in found))
        return 1 if found else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
