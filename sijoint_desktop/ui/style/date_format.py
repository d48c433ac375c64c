"""The formats in which Qt's fields show a day and a time of day, in the language in use."""

import re

from sijoint_desktop.core.dates import in_date_order
from sijoint_desktop.core.language import habits

_DAY = {ord("1"): "d", ord("2"): "MMM", ord("3"): "yyyy"}


def day_format() -> str:
    """Return the format of Qt for a day, such as "d MMM yyyy"."""
    # letters between the parts would be taken for parts, so they are quoted
    return re.sub(r"[^\W\d_]+", r"'\g<0>'", in_date_order("1", "2", "3")).translate(_DAY)


def clock_format() -> str:
    """Return the format of Qt for a time of day, such as "HH:mm"."""
    return "h:mm ap" if habits().half_day_clock else "HH:mm"
