"""Shows the texts of shipped files in the language in use; their English is what is looked up."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from sijoint_desktop.core.language import mark, tr

LookUp: TypeAlias = Callable[[str, str], str]
"""Gives the words for an English text and its context, which is mostly empty."""

_PHASE = "phase"
"""The context of the names of phases: "Open" is there what a knee does."""

_HELD = {"dose": mark("Hold", "phase"), "pause": mark("Pause", "phase")}
"""What motion.spec calls a hold for which the file has no name."""

_TEXTS = frozenset(
    (
        *("name", "title", "heading", "summary", "text", "words", "note", "notice", "stop"),
        *("beginner", "standard", "progressed", "wrong", "right", "cues", "feel", "breath"),
        *(
            "side_word",
            "muscles",
            "equipment",
            "ask",
            "sign",
            "said",
            "means",
            "why",
            "source",
            "sources",
        ),
    )
)
"""The keys of which the value is a text to read, or a list of them, wherever they stand."""

_ALL_TEXTS = frozenset(("because", "options"))
"""The keys of tables of which every value is a text to read."""

_MOVEMENT = "motion"
"""The table of joint angles; of its words only the names of the phases are read by anybody."""


def translated(tables: Mapping[str, object], look_up: LookUp = tr) -> dict[str, object]:
    """Return the tables of a shipped file with every text that a person reads looked up."""
    return {key: _value(key, value, _TEXTS, look_up) for key, value in tables.items()}


def _value(key: str, value: object, texts: frozenset[str], look_up: LookUp) -> object:
    if isinstance(value, str):
        if key in ("phase", "phases", "hold_phase"):
            return look_up(value, _PHASE)
        return look_up(value, "") if key in texts and value else value
    if isinstance(value, list):
        return [_value(key, item, texts, look_up) for item in value]
    if isinstance(value, Mapping):
        if key == _MOVEMENT:
            texts = frozenset()
        elif value.get("hold") in _HELD and "hold_phase" not in value:
            value = {**value, "hold_phase": _HELD[str(value["hold"])]}
        elif key in _ALL_TEXTS:
            texts = frozenset(value)
        return {name: _value(name, item, texts, look_up) for name, item in value.items()}
    return value
