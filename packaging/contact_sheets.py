"""Draws every exercise and self-test as a contact sheet and writes the list that shows them.

A sheet has the key poses from the exercise's own view, the last of them from a second view, and
below each drawn mistake beside the right way. It writes docs/exercises.
"""

from __future__ import annotations

import io
import os
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPen

from sijoint_desktop.bootstrap.shipped import load_library, load_self_tests
from sijoint_desktop.content.model import Exercise, Level, SelfTest
from sijoint_desktop.content.timeline import self_test_timeline
from sijoint_desktop.content.words import dose_in_words, level_word, position_word
from sijoint_desktop.core.side import Side
from sijoint_desktop.motion.mistake import right_row
from sijoint_desktop.motion.timeline import PhaseKind, Role
from sijoint_desktop.sheet.stills import key_poses
from sijoint_desktop.sheet.wording import sentence
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import screen_look
from sijoint_desktop.ui.figure.still import key_rows, paint_still
from sijoint_desktop.ui.style.text import FAMILY, load_fonts
from sijoint_desktop.ui.style.tokens import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sijoint_desktop.content.model import Demonstration
    from sijoint_desktop.motion.clip import Clip

FOLDER = Path(__file__).parents[1] / "docs" / "exercises"
CELL_W, CELL_H, WORDS_H, GAP = 290, 200, 44, 6
WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
MOVE = PhaseKind.MOVE
COLOURS = 96
WIDE = 6  # pictures beside each other


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture of a sheet with the words below it."""

    words: str
    colour: str
    paint: Callable[[QPainter, QRectF], None]


def row_of_poses(shown: Demonstration, clip: Clip) -> Iterator[Cell]:
    """Yield the key poses in their order, and the last once more from a second view."""
    draw = partial(_still, shown, clip)
    stops = list(_stops(shown))
    for words, row in stops:
        yield Cell(words, LIGHT.ink, partial(draw, row=row))
    second = "front" if shown.motion.camera.value == "side" else "side"
    held = _effort(shown)
    words, row = next((stop for stop in stops if stop[1] == held), stops[-1])
    yield Cell(f"{words}, from the {second}", LIGHT.ink2, partial(draw, row=row, view=second))


def row_of_mistakes(shown: Demonstration, clip: Clip) -> Iterator[Cell]:
    """Yield the right way and the mistake, for each mistake that is drawn."""
    if not isinstance(shown, Exercise):
        return
    views = {fault.id: fault.view.value for fault in shown.motion.mistakes}
    for mistake in shown.mistakes:
        if mistake.motion_id is None:
            continue
        fault, draw = mistake.motion_id, partial(_still, shown, clip, with_mistakes=True)
        right = partial(draw, row=right_row(shown.motion, fault), view=views[fault])
        yield Cell(f"\N{CHECK MARK} {mistake.right}", LIGHT.accent, right)
        wrong = partial(draw, row=0.0, mistake_id=fault)
        yield Cell(f"\N{MULTIPLICATION X} {mistake.wrong}", LIGHT.amber_text, wrong)


def _stops(shown: Demonstration) -> Iterator[tuple[str, float]]:
    if isinstance(shown, Exercise):
        side = Side.LEFT if shown.side_word else None
        for still in key_poses(shown, shown.doses[Level.STANDARD], side):
            yield still.caption, still.row
    elif isinstance(shown, SelfTest):
        timeline = self_test_timeline(shown)
        for row in key_rows(timeline, most=16):
            ends = [p.name for p in timeline.phases if p.row_end == row and p.kind is MOVE]
            yield (ends[0] if ends else "Start"), row


def _effort(shown: Demonstration) -> float | None:
    """Return the row that a self-test is held in; it ends where it began."""
    if not isinstance(shown, SelfTest):
        return None
    holds = [p.row_end for p in self_test_timeline(shown).phases if p.role is Role.HOLD]
    return holds[0] if holds else None


def _still(
    shown: Demonstration, clip: Clip, painter: QPainter, area: QRectF, **options: object
) -> None:
    row = options.pop("row")
    paint_still(
        painter,
        area,
        clip,
        row,  # type: ignore[arg-type]
        look=screen_look(LIGHT),
        spec=shown.motion,
        **options,  # type: ignore[arg-type]
    )


def sheet(shown: Demonstration) -> QImage:
    """Return the contact sheet of an exercise or a self-test."""
    clip = ClipStore().get(shown, Side.LEFT if shown.side_word else None)
    rows = [list(row_of_poses(shown, clip)), list(row_of_mistakes(shown, clip))]
    rows = [row[i : i + WIDE] for row in rows for i in range(0, len(row), WIDE)]
    width = max(len(row) for row in rows) * (CELL_W + GAP) + GAP
    height = len(rows) * (CELL_H + WORDS_H + GAP) + GAP
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.stage))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(FAMILY)
    font.setPixelSize(15)
    painter.setFont(font)
    for down, row in enumerate(rows):
        for right, cell in enumerate(row):
            x, y = GAP + right * (CELL_W + GAP), GAP + down * (CELL_H + WORDS_H + GAP)
            cell.paint(painter, QRectF(x, y, CELL_W, CELL_H))
            painter.setPen(QPen(QColor(cell.colour)))
            below = QRectF(x + 4, y + CELL_H, CELL_W - 8, WORDS_H)
            painter.drawText(below, WRAPPED, cell.words)
    painter.end()
    return image


def write_small(image: QImage, path: Path) -> None:
    """Write a picture with few colours, so that the folder stays small."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Qt accepts the name of the format as text, though its signature asks for bytes
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    with Image.open(io.BytesIO(buffer.data().data())) as full:
        small = full.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


def page(exercises: tuple[Exercise, ...], tests: tuple[SelfTest, ...]) -> str:
    """Return the list of all sheets with steps, doses and cautions, made from the files."""
    lines = [
        "# Every exercise at a glance",
        "",
        "Made by `packaging/contact_sheets.py` from the exercise files: key poses, the last of",
        "them from a second view, and common mistakes beside the right way.",
    ]
    for exercise in exercises:
        lines += ["", f"## {exercise.code} {exercise.name}", "", exercise.summary, ""]
        lines += [f"![{exercise.name}]({exercise.id}.png)", ""]
        lines += [f"{n}. {step.text}" for n, step in enumerate(exercise.steps, 1)]
        doses = [
            f"{level_word(level)}: {dose_in_words(dose, exercise.sides)}"
            for level, dose in exercise.doses.items()
        ]
        lines += ["", f"{position_word(exercise.position)}. {sentence('; '.join(doses))}"]
        mistakes = [f"{sentence(m.wrong)} {sentence(m.right)}" for m in exercise.mistakes]
        lines += [*_listed("Common mistakes", mistakes)]
        lines += [*_listed("Take care", [caution.text for caution in exercise.cautions])]
        lines += [*_listed("Easier", [variant.text for variant in exercise.easier])]
        lines += [*_listed("Harder", [variant.text for variant in exercise.harder])]
    lines += ["", "# The self-tests of the check"]
    for test in tests:
        lines += ["", f"## {test.name}", "", test.summary, "", f"![{test.name}]({test.id}.png)", ""]
        lines += [f"{n}. {step.text}" for n, step in enumerate(test.steps, 1)]
        lines += ["", f"Notice: {test.notice}", "", f"Stop: {test.stop}"]
    return "\n".join(lines) + "\n"


def _listed(heading: str, texts: list[str]) -> Iterator[str]:
    yield from ("", f"{heading}:", "")
    yield from (f"- {text}" for text in texts)


def main() -> int:
    """Write every sheet and the list."""
    _application = QGuiApplication(sys.argv[:1])
    load_fonts()
    library, tests = load_library(), load_self_tests()
    FOLDER.mkdir(exist_ok=True)
    shown: list[Demonstration] = [*library.exercises, *tests]
    for each in shown:
        write_small(sheet(each), FOLDER / f"{each.id}.png")
    (FOLDER / "README.md").write_text(page(library.exercises, tests), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
