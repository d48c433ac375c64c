"""What no text of the program may say, and how long its sentences may be."""

import re
from collections.abc import Iterator

_LONGEST_SENTENCE = 25
"""Words; a reading age of 9 to 11 (CLINICAL brief, section f) allows few longer ones."""

_FORBIDDEN = re.compile(
    r"\b(cure[sd]?|curing|reset(s|ting)?|re-?align\w*|misalign\w*|unstable joints?|out of place"
    r"|diagnos\w+|treat(s|ed|ing|ments?)?|fix(es|ed|ing)?|guarantee\w*|clinically proven"
    r"|safe for everyone|approved)\b|!",
    re.IGNORECASE,
)
"""Claims that the program must not make (CLINICAL brief, section f), and exclamation marks."""

_QUOTED = re.compile("\u201c[^\u201d]*\u201d")
"""Words between curly quotes are talked about, not claimed."""


def wording_faults(text: str) -> Iterator[str]:
    """Yield what is wrong with the words of a text: a claim that it makes, a sentence too long."""
    found = _FORBIDDEN.search(_QUOTED.sub("", text))
    if found:
        yield f"says {found[0]!r}; expected words without such a claim"
    longest = max(len(sentence.split()) for sentence in re.split(r"[.?:]", text))
    if longest > _LONGEST_SENTENCE:
        yield f"has a sentence of {longest} words; expected at most {_LONGEST_SENTENCE}"
