"""The words and key poses of a sheet of paper, before anybody decides where they stand."""

from dataclasses import dataclass
from datetime import date

from sijoint_desktop.content.model import Level
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.side import Side

MOST_PER_PAGE = 3
"""More exercises than this on a page is what "as many as fit" is for."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Still:
    """One key pose to draw: a row of the exercise's baked clip, and where the movement goes next.

    ``arrows_to_row`` is the row that the motion arrows lead to; None draws no arrow.
    """

    exercise_id: ExerciseId
    side: Side | None
    row: float
    caption: str
    arrows_to_row: float | None = None
    level: Level = Level.STANDARD


@dataclass(frozen=True, slots=True)
class Note:
    """A labelled paragraph below an exercise, such as "Feel" or "Easier"."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ExerciseBlock:
    """Everything that paper says about one exercise; its parts stay together on a page.

    ``number`` is empty on a card. ``boxes`` holds the words beside the tick boxes, one a side.
    ``drawn_side`` says which side the pictures show; empty where both sides work together.
    ``not_for`` says who should leave the exercise out or do it another way. ``upright`` pictures
    are taller than wide.
    """

    number: str
    name: str
    dose: str
    dose_detail: str
    steps: tuple[str, ...]
    take_care: str
    not_for: str
    stills: tuple[Still, ...]
    boxes: tuple[str, ...] = ()
    drawn_side: str = ""
    notes: tuple[Note, ...] = ()
    upright: bool = False


@dataclass(frozen=True, slots=True)
class LogDay:
    """One column of the log: a short weekday and the day of the month."""

    weekday: str
    day: str


@dataclass(frozen=True, slots=True)
class Log:
    """The table to fill in by hand, a column a day; ``note`` stands below it."""

    heading: str
    days: tuple[LogDay, ...]
    rows: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a report; ``small`` is for what a reader in a hurry may skip."""

    spans: tuple[Span, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of words below the names of their columns; every row has a cell for each column.

    The names may be empty, all of them, where the rows speak for themselves. ``shares`` are the
    widths of the columns as parts of the whole, and add up to 1.
    """

    columns: tuple[str, ...]
    shares: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        widths = {len(self.columns), len(self.shares), *map(len, self.rows)}
        if len(widths) != 1 or abs(sum(self.shares) - 1.0) > 1e-6:
            raise ValueError(f"every row of a table has {len(self.columns)} cells: {self!r}")


@dataclass(frozen=True, slots=True)
class Dots:
    """Scores that belong together: days counted from the first day of the graph, and 0 to 10.

    ``filled`` ones are discs and the others rings; ``joined`` draws a line through them.
    """

    name: str
    points: tuple[tuple[float, float], ...]
    filled: bool = False
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Graph:
    """Pain scores of 0 to 10 between two days, both included; ``words`` say what is to be seen."""

    words: str
    first: date
    last: date
    dots: tuple[Dots, ...]

    def __post_init__(self) -> None:
        days = self.days
        if any(not (0 <= x <= days and 0 <= y <= 10) for dots in self.dots for x, y in dots.points):
            raise ValueError(f"a score lies outside of its graph: {self!r}")

    @property
    def days(self) -> int:
        """How many days the graph is wide."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a report and what stands below it, in the order of reading."""

    heading: str
    parts: tuple[Paragraph | Table | Graph, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A complete document for paper; the pages are found only when it is laid out.

    ``stop_rules`` holds one framed paragraph of spans for each rule, beside an octagon unless
    ``stop_sign`` is False. ``note`` is the clinician's, below the head. ``per_page`` is how many
    exercises stand on a page, 0 for as many as fit. ``sections`` are those of a report. ``log`` is
    None on a card and in a report.
    """

    title: str
    subtitle: str
    aside: tuple[str, ...]
    stop_rules: tuple[tuple[Span, ...], ...]
    blocks: tuple[ExerciseBlock, ...]
    log: Log | None
    footer: str
    large_print: bool = False
    stop_sign: bool = True
    note: str = ""
    per_page: int = 0
    sections: tuple[Section, ...] = ()

    def __post_init__(self) -> None:
        if not 0 <= self.per_page <= MOST_PER_PAGE:
            raise ValueError(f"a page holds 1 to {MOST_PER_PAGE} exercises: {self.per_page}")
