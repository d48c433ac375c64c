"""Says in plain words where a TOML text is broken, for people who write one by hand."""

import re

_NO_QUOTE = "a text has no quotation mark at its end"
_WANTED = "expected a name, the sign = and a value"
_WORDS = {
    r"Illegal character '\n'": _NO_QUOTE,
    "Unterminated string": _NO_QUOTE,
    "Expected '=' after a key in a key/value pair": _WANTED,
    "Invalid statement": _WANTED,
    "Invalid value": "this is no value; expected a text in quotes, a number, true, false or a list",
    "Expected newline or end of document after a statement": "something stands behind the value; "
    "expected one entry a line, and a decimal point in numbers such as 1.5",
    "Cannot overwrite a value": "this name has a value already",
    "Unclosed array": "a list has no ] at its end",
    "Unclosed inline table": "a { has no } at its end",
    "Expected ']' at the end of a table declaration": "a heading has no ] at its end",
    "Expected ']]' at the end of an array declaration": "a heading has no ]] at its end",
}
"""What the reader of the standard library says, in words that tell what to write instead."""


def toml_sentence(message: str) -> str:
    """Return a reader's message with its place first: ``line 3, column 7: expected a name, ...``.

    Words that are not known are kept as they are.
    """
    found = re.fullmatch(r"(.*) \(at (line \d+, column \d+|end of document)\)", message, re.DOTALL)
    if found is None:
        return message
    place = "end of the file" if found[2] == "end of document" else found[2]
    return f"{place}: {_WORDS.get(found[1], found[1])}"
