"""Reads the exercises, routines and the check that come with the program from Qt resources."""

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDir, QFile, QIODevice

import sijoint_desktop._resources_rc  # noqa: F401 - makes the files under ":/" known to Qt
from sijoint_desktop.content.translation import translated
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import language, tr

if TYPE_CHECKING:
    from sijoint_desktop.content.article import Article, Signs
    from sijoint_desktop.content.library import Library
    from sijoint_desktop.content.model import SelfTest
    from sijoint_desktop.core.inventory import Part
    from sijoint_desktop.routine.model import Routine
    from sijoint_desktop.routine.plans import Plans
    from sijoint_desktop.triage.checker import Checker
    from sijoint_desktop.triage.emergency_numbers import EmergencyNumbers


def load_library() -> "Library":
    """Return the exercises that come with the program."""
    from sijoint_desktop.content.library import library_from  # noqa: PLC0415 - after the paint

    return library_from(_gathered(":/content/exercises.json"))


def load_self_tests() -> "tuple[SelfTest, ...]":
    """Return the self-tests of the check."""
    from sijoint_desktop.content.self_test import self_tests_from  # noqa: PLC0415 - after the paint

    return self_tests_from(_gathered(":/content/self_tests.json"))


def load_routines(library: "Library") -> "tuple[Routine, ...]":
    """Return the routines that come with the program."""
    from sijoint_desktop.routine.parse import routines_from  # noqa: PLC0415 - after the paint

    return routines_from(_tables(":/content/routines"), library)


def load_checker() -> "Checker":
    """Return the symptom checker that comes with the program."""
    from sijoint_desktop.triage.checker import parse_checker  # noqa: PLC0415 - after the paint

    return parse_checker(_texts(":/triage"))


def load_articles() -> "tuple[Article, ...]":
    """Return the pages that there are to read."""
    from sijoint_desktop.content.article import articles_from  # noqa: PLC0415 - when opened

    return articles_from(_tables(":/content/learn"))


def load_guide() -> str:
    """Return the user guide in the language in use, or in English where there is none in it."""
    from sijoint_desktop.content.guide import without_links  # noqa: PLC0415 - when opened

    own = f":/docs/guide.{language()}.md"
    path = own if QFile.exists(own) else ":/docs/guide.md"
    return without_links(resource(path).decode())


def load_parts() -> "tuple[Part, ...]":
    """Return the packages that the program is made of."""
    from sijoint_desktop.core.inventory import parts_of  # noqa: PLC0415 - when opened

    return parts_of("sijoint-desktop")


def load_signs(level: "Signs") -> tuple[str, ...]:
    """Return the warning signs of a level, as the rules of the check word them."""
    return tuple(rule.words for rule in load_checker().rules.rules if rule.level == level.value)


def load_plans() -> "Plans":
    """Return which exercises go with which pattern."""
    from sijoint_desktop.routine.plans import parse_plans  # noqa: PLC0415 - after the paint

    return parse_plans(_texts(":/triage")["plans.toml"])


def load_emergency_numbers() -> "EmergencyNumbers":
    """Return whom to call in each country."""
    from sijoint_desktop.triage.emergency_numbers import (  # noqa: PLC0415 - after the paint
        parse_emergency_numbers,
    )

    return parse_emergency_numbers(_texts(":/triage")["emergency_numbers.toml"])


def _texts(folder: str) -> dict[str, str]:
    """Return the text files of a resource folder, by name."""
    names = QDir(folder).entryList(["*.toml"], QDir.Filter.Files, QDir.SortFlag.Name)
    return {name: resource(f"{folder}/{name}").decode() for name in names}


def _tables(folder: str) -> dict[str, dict[str, object]]:
    """Return the tables of the TOML files of a resource folder, by name, in the language in use."""
    import tomllib  # noqa: PLC0415 - after the paint

    files = _texts(folder).items()
    return {name: translated(tomllib.loads(text)) for name, text in files}


def _gathered(path: str) -> dict[str, dict[str, object]]:
    """Return the tables of files that the build gathered in one resource, as ``_tables`` does."""
    files: dict[str, dict[str, Any]] = json.loads(resource(path))
    return {name: translated(tables) for name, tables in files.items()}


def resource(path: str) -> bytes:
    """Return what the program brings along under a name; raises UserError where it is damaged."""
    file = QFile(path)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        name = path.rpartition("/")[2]
        raise UserError(
            tr("the part {name} of this program cannot be read; install it again", name=name)
        )
    try:
        return bytes(file.readAll().data())
    finally:
        file.close()
