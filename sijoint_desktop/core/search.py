"""Finds words as people type them: whatever their case, accents and hyphens."""

import unicodedata
from collections.abc import Iterator

_BLANKS = str.maketrans("-_", "  ")


def plain(text: str) -> str:
    """Return the text as it is compared: without case, accents, hyphens or doubled blanks."""
    return " ".join(_letters(text).split())


def holds_all(text: str, words: str) -> bool:
    """Tell whether every word that was typed stands somewhere in a text; no words always do."""
    within = plain(text)
    return all(word in within for word in plain(words).split())


def places_of(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each place of a text where words stand together, counted in letters.

    Places do not overlap. No words stand nowhere.
    """
    wanted = plain(words)
    folded = [_letters(letter) for letter in text]
    # one letter may be compared as two, or as none: which letter each of them came from
    origins = [number for number, letters in enumerate(folded) for _each in letters]
    within = "".join(folded)
    at = within.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        following = origins[end] if end < len(origins) else len(text)
        yield origins[at], max(following, origins[end - 1] + 1)
        at = within.find(wanted, end)


def _letters(text: str) -> str:
    small = text.casefold()
    if not small.isascii():
        spread = unicodedata.normalize("NFKD", small)
        small = "".join(mark for mark in spread if not unicodedata.combining(mark))
    return small.translate(_BLANKS)
