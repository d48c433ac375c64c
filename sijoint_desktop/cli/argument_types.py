"""Reads the words of a command line into values, and names what was expected instead."""

import argparse
import math
import re
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeVar

from sijoint_desktop.app.clinician_report import ReportPart
from sijoint_desktop.cli.ports import (
    LOOP_ENDINGS,
    STILL_ENDINGS,
    FigureForm,
    Ground,
    LayerName,
    Paper,
)
from sijoint_desktop.content.model import Level
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.model import View

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_SIZE = re.compile(r"(\d{1,5})[xX×](\d{1,5})")
_LEAST_PIXELS, _MOST_PIXELS = 16, 8000
_MOST_FRAMES = 240

Member = TypeVar("Member", Side, View, Paper, FigureForm, Level, Ground, LayerName, ReportPart)


def member(kind: type[Member]) -> Callable[[str], Member]:
    """Return what reads one member of an enumeration."""

    def read(text: str) -> Member:
        try:
            return kind(text)
        except ValueError:
            raise argparse.ArgumentTypeError(
                f"{text!r}; expected one of {', '.join(kind)}"
            ) from None

    return read


def folder(text: str) -> Path:
    """Read the path of a folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("is empty; expected a folder")
    return Path(text).expanduser()


def picture(text: str) -> Path:
    """Read the name of a picture or a loop."""
    endings = (*STILL_ENDINGS, *LOOP_ENDINGS)
    if Path(text).suffix.lower() not in endings:
        raise argparse.ArgumentTypeError(f"{text!r}; expected a file ending in {_either(endings)}")
    return Path(text)


def web_page(text: str) -> Path:
    """Read the name of a web page."""
    if Path(text).suffix.lower() != ".html":
        raise argparse.ArgumentTypeError(f"{text!r}; expected a file ending in .html")
    return Path(text)


def report_parts(text: str) -> frozenset[ReportPart]:
    """Read the parts of a report, with commas between them."""
    read = member(ReportPart)
    return frozenset(read(name) for name in text.split(","))


def layers(text: str) -> tuple[LayerName, ...]:
    """Read what is shown with the figure, with commas between; none for nothing."""
    read = member(LayerName)
    return () if text == "none" else tuple(read(name) for name in text.split(","))


def _either(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"


def seconds(text: str) -> float:
    """Read seconds, 0 or more."""
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if not 0 <= found < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r}; expected seconds, 0 or more")
    return found


def frames(text: str) -> int:
    """Read frames a second."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= _MOST_FRAMES):
        raise argparse.ArgumentTypeError(
            f"{text!r}; expected a whole number from 1 to {_MOST_FRAMES}"
        )
    return int(text)


def pixels(text: str) -> tuple[int, int]:
    """Read width and height in pixels."""
    found = _SIZE.fullmatch(text)
    sides = [int(number) for number in found.groups()] if found else [0]
    if not all(_LEAST_PIXELS <= number <= _MOST_PIXELS for number in sides):
        limits = f"{_LEAST_PIXELS} to {_MOST_PIXELS}"
        raise argparse.ArgumentTypeError(f"{text!r}; expected WIDTHxHEIGHT, each {limits} pixels")
    return sides[0], sides[1]


def weekdays(text: str) -> frozenset[int]:
    """Read days of the week, with commas between them; Monday is 0."""
    words = [word.strip().lower() for word in text.split(",")]
    unknown = [word for word in words if word not in WEEKDAYS]
    if unknown:
        raise argparse.ArgumentTypeError(
            f"{unknown[0]!r} is no day; expected some of {','.join(WEEKDAYS)}"
        )
    return frozenset(WEEKDAYS.index(word) for word in words)


def time_of_day(text: str) -> time:
    """Read a time of the day."""
    try:
        return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 - a time of day has no zone
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no time of day; expected HH:MM such as 18:00"
        ) from None


def day(text: str) -> date:
    """Read a date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no date; expected YYYY-MM-DD such as 2026-03-09"
        ) from None
