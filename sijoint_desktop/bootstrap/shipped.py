"""Reads the exercises, routines and the check that come with the program from Qt resources."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QFile, QIODevice

import sijoint_desktop._resources_rc  # noqa: F401 - makes the files under ":/" known to Qt
from sijoint_desktop.core.errors import UserError

if TYPE_CHECKING:
    from sijoint_desktop.content.article import Article, Signs
    from sijoint_desktop.content.library import Library
    from sijoint_desktop.content.model import SelfTest
    from sijoint_desktop.routine.model import Routine
    from sijoint_desktop.routine.plans import Plans
    from sijoint_desktop.triage.checker import Checker
    from sijoint_desktop.triage.emergency_numbers import EmergencyNumbers


def load_library() -> "Library":
    """Return the exercises that come with the program."""
    from sijoint_desktop.content.library import parse_library  # noqa: PLC0415 - after the paint

    return parse_library(_texts(":/content/exercises"))


def load_self_tests() -> "tuple[SelfTest, ...]":
    """Return the self-tests of the check."""
    from sijoint_desktop.content.self_test import parse_self_tests  # noqa: PLC0415 - after the paint

    return parse_self_tests(_texts(":/content/self_tests"))


def load_routines(library: "Library") -> "tuple[Routine, ...]":
    """Return the routines that come with the program."""
    from sijoint_desktop.routine.parse import parse_routines  # noqa: PLC0415 - after the paint

    return parse_routines(_texts(":/content/routines"), library)


def load_checker() -> "Checker":
    """Return the symptom checker that comes with the program."""
    from sijoint_desktop.triage.checker import parse_checker  # noqa: PLC0415 - after the paint

    return parse_checker(_texts(":/triage"))


def load_articles() -> "tuple[Article, ...]":
    """Return the pages that there are to read."""
    from sijoint_desktop.content.article import parse_articles  # noqa: PLC0415 - when opened

    return parse_articles(_texts(":/content/learn"))


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
    texts = {}
    for name in QDir(folder).entryList(["*.toml"], QDir.Filter.Files, QDir.SortFlag.Name):
        file = QFile(f"{folder}/{name}")
        if not file.open(QIODevice.OpenModeFlag.ReadOnly):
            raise UserError(f"the part {name} of this program cannot be read; install it again")
        texts[name] = bytes(file.readAll().data()).decode()
        file.close()
    return texts
