"""A language that nobody speaks: every translated word is longer and in brackets, so gaps show."""

import gettext
import re
from collections.abc import Iterable
from textwrap import wrap

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QWidget,
)

_OPEN, _SHUT = "\u2e22", "\u2e25"
_LETTERS = str.maketrans("aeiounAEIOUN", "àéîöûñÀÉÎÖÛÑ")
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>)")
_LONGEST_WORD = 6
_WORD = re.compile(r"[A-Za-z]{3,}")


class Pseudo(gettext.NullTranslations):
    """Translates every text to itself with accents, brackets and a third more letters."""

    def gettext(self, message: str) -> str:
        parts = _KEPT.split(message)
        accented = "".join(p if i % 2 else p.translate(_LETTERS) for i, p in enumerate(parts))
        letters = sum(len(p) for p in parts[::2])
        longer = " ".join(wrap("~" * (letters // 3), _LONGEST_WORD))
        return f"{_OPEN}{accented}{longer}{_SHUT}" if message else ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


def untranslated(text: str) -> bool:
    """Tell whether words of a text stand outside all brackets, so that tr has not seen them."""
    bare, depth = [], 0
    for char in re.sub(r"<[^<>]*>|&\w+;", " ", text):
        depth += (char == _OPEN) - (char == _SHUT)
        if depth == 0:
            bare.append(char)
    return bool(_WORD.search("".join(bare)))


def words_of(widget: QWidget) -> list[str]:
    """Return every text of a widget and of all in it: shown, named, described and told on hover."""
    found: list[str] = []
    for each in (widget, *widget.findChildren(QWidget)):
        found += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        if isinstance(each, QLabel | QAbstractButton):
            found.append(each.text())
        elif isinstance(each, QComboBox):
            found += [each.itemText(row) for row in range(each.count())]
        elif isinstance(each, QLineEdit):
            found.append(each.placeholderText())
        elif isinstance(each, QAbstractSpinBox):
            found += [getattr(each, "prefix", str)(), getattr(each, "suffix", str)()]
        elif isinstance(each, QGroupBox):
            found.append(each.title())
    return [text for text in dict.fromkeys(found) if text]


def gap(text: str, own: Iterable[str] = ()) -> bool:
    """Tell whether tr has not seen words of a text; ``own`` are words that stay."""
    kept = re.compile("|".join(map(re.escape, ("SI Joint Desktop", *own))))
    return untranslated(kept.sub("", text))


def gaps(widget: QWidget, own: Iterable[str] = ()) -> list[str]:
    """Return the texts of a widget that tr has not seen; ``own`` are words that stay."""
    return [text for text in words_of(widget) if gap(text, own)]
