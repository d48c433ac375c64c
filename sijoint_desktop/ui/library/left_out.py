"""What is left out for the person's safety, why, and what to do instead."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise
from sijoint_desktop.content.suitability import Fitting, Judgement, Reason, Verdict, stand_in
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.library.links import ExerciseLink
from sijoint_desktop.ui.library.notes import CautionBox, Line
from sijoint_desktop.ui.style.layout import empty
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Card,
    FlowLayout,
    Style,
    Text,
    TextRole,
)


def reason_lines(judgement: Judgement, least: Verdict = Verdict.ADAPT) -> tuple[str, ...]:
    """Return the reasons of a judgement in words, from a verdict on, each once.

    What only asks for care, and was never asked about, is left to the cautions on the page.
    """
    wanted = [reason for reason in judgement.reasons if reason.verdict >= least]
    return tuple(
        dict.fromkeys(
            _worded(reason)
            for reason in wanted
            if not (reason.unknown and reason.verdict is Verdict.ADAPT)
        )
    )


def _worded(reason: Reason) -> str:
    if not reason.unknown:
        return reason.text
    if reason.verdict is not Verdict.HIDDEN:
        return tr("It was not asked whether this applies to you: {reason}", reason=reason.text)
    return tr(
        "It was not asked whether this applies to you, so it is left out to be safe: {reason}",
        reason=reason.text,
    )


class LeftOutCard(Card):
    """The exercises that are left out; ``exercise_requested`` names one to open.

    ``show_all_requested`` wishes to see them among the others, marked.
    """

    exercise_requested = Signal(str)
    show_all_requested = Signal()

    def __init__(self, library: Library, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, parent=parent)
        self._library = library
        self._heading = Text("", TextRole.H2, style=style)
        self.show_all = Button(tr("Show them among the others"), ButtonKind.TEXT, style=style)
        self.show_all.clicked.connect(self.show_all_requested)
        self.body.addWidget(self._heading)
        self.body.addWidget(self.show_all, alignment=Qt.AlignmentFlag.AlignLeft)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)
        self.links: list[ExerciseLink] = []

    def show_exercises(self, hidden: Sequence[Exercise], fitting: Fitting) -> None:
        """Show which exercises are left out, and hide the card where there is none."""
        empty(self._rows)
        self.links = []
        self._heading.setText(tr("Left out for you: {count}", count=len(hidden)))
        for exercise in hidden:
            self._add(exercise, fitting)
        self.setVisible(bool(hidden))

    def _add(self, exercise: Exercise, fitting: Fitting) -> None:
        style, judgement = self._style, fitting.judgement(exercise)
        if judgement is None or fitting.person is None:
            return
        self._rows.addWidget(Line(style=style))
        self._rows.addWidget(Text(exercise.name, TextRole.BODY_BOLD, style=style))
        for line in reason_lines(judgement, Verdict.HIDDEN):
            self._rows.addWidget(Text(line, TextRole.BODY, "ink2", style=style))
        other = stand_in(exercise, fitting.person, self._library)
        links = QWidget()
        row = FlowLayout(links, gap=8)
        if other is not None:
            row.addWidget(self._link(other, tr("Instead: {exercise}", exercise=other.name)))
        row.addWidget(self._link(exercise, tr("Look at {exercise}", exercise=exercise.name)))
        self._rows.addWidget(links)

    def _link(self, exercise: Exercise, words: str) -> ExerciseLink:
        link = ExerciseLink(exercise, words, style=self._style)
        link.opened.connect(self.exercise_requested)
        self.links.append(link)
        return link


class FitNote(QWidget):
    """Says on the page of an exercise what about the person speaks against it, and what instead.

    ``exercise_requested`` names what stands in for it; ``swap_requested`` carries this exercise and
    the other, to change them in the person's routine in one step.
    """

    exercise_requested = Signal(str)
    swap_requested = Signal(str, str)

    def __init__(self, library: Library, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._style = style
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._pair = ("", "")
        self.swap: Button | None = None
        self.link: ExerciseLink | None = None

    def show_exercise(self, exercise: Exercise, fitting: Fitting, *, in_routine: bool) -> bool:
        """Show how an exercise suits the person, and return whether it may be started."""
        empty(self._column)
        self.swap = self.link = None
        judgement = fitting.judgement(exercise)
        lines = () if judgement is None else reason_lines(judgement)
        self.setVisible(bool(lines))
        if judgement is None or not lines or fitting.person is None:
            return True
        for line in lines:
            self._column.addWidget(CautionBox(line, style=self._style))
        if judgement.verdict >= Verdict.ASK:
            self._offer(exercise, stand_in(exercise, fitting.person, self._library), in_routine)
        return judgement.startable

    def _offer(self, exercise: Exercise, other: Exercise | None, in_routine: bool) -> None:
        if other is None:
            return
        links = QWidget()
        row = FlowLayout(links, gap=12)
        self.link = ExerciseLink(
            other, tr("Instead: {exercise}", exercise=other.name), style=self._style
        )
        self.link.opened.connect(self.exercise_requested)
        row.addWidget(self.link)
        if in_routine:
            self._pair = (str(exercise.id), str(other.id))
            self.swap = Button(tr("Swap it in my routine"), style=self._style)
            self.swap.clicked.connect(self._on_swap)
            row.addWidget(self.swap)
        self._column.addWidget(links)

    def _on_swap(self) -> None:
        self.swap_requested.emit(*self._pair)
