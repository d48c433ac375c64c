import pytest

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.sheet.pages import page_range


@pytest.mark.parametrize(
    ("text", "pages"),
    [("", [0, 1, 2]), (" 2 ", [1]), ("2-3", [1, 2]), ("1 – 2", [0, 1]), ("2-99", [1, 2])],
)
def test_a_range_is_read_as_it_is_written(text: str, pages: list[int]) -> None:
    assert list(page_range(text, 3)) == pages


@pytest.mark.parametrize("text", ["0", "4", "3-2", "x", "1,2", "-", "1-2-3", "²"])
def test_pages_that_are_not_there_are_named(text: str) -> None:
    with pytest.raises(UserError, match="from 1 to 3"):
        page_range(text, 3)
