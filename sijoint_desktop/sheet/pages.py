"""Which pages of a sheet somebody asks for, as they write it."""

import re

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr

_RANGE = re.compile(r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?")


def page_range(text: str, count: int) -> range:
    """Return the pages, counted from 0, that a text such as "2" or "2-3" asks for; all if empty.

    Raises UserError where the sheet, of ``count`` pages, has none of them.
    """
    if not text.strip():
        return range(count)
    found = _RANGE.fullmatch(text.strip())
    first = int(found[1]) if found else 0
    last = int(found[2] or first) if found else 0
    if not 1 <= first <= last or first > count:
        raise UserError(
            tr(
                "There are no pages \u201c{pages}\u201d. Write one page or a range from 1 to "
                "{count}, such as 2-3.",
                pages=text.strip(),
                count=count,
            )
        )
    return range(first - 1, min(last, count))
