"""Whoever writes a file by hand is told in plain words where it is broken."""

import pytest

from sijoint_desktop.content.parse import parse_toml
from sijoint_desktop.core.errors import ContentError


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('name = "Bridge\n', "line 1, column 15: a text has no quotation mark at its end"),
        ('name = "Bridge', "end of the file: a text has no quotation mark at its end"),
        ('name "Bridge"\n', "line 1, column 6: expected a name, the sign = and a value"),
        ("name = Bridge\n", "line 1, column 8: this is no value; expected a text in quotes"),
        ("hold_s = 1,5\n", "line 1, column 11: something stands behind the value"),
        ("a = 1\na = 2\n", "line 2, column 6: this name has a value already"),
        ("[motion\n", "line 1, column 8: a heading has no ] at its end"),
        ("[a]\n[a]\n", "line 2, column 3: Cannot declare ('a',) twice"),
    ],
)
def test_a_slip_of_the_pen_is_told_with_its_place(text: str, told: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse_toml(text, "any.toml")
    (fault,) = caught.value.faults
    assert fault.startswith(f"any.toml: {told}")
