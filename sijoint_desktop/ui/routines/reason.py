"""Asks why an exercise goes, and what shall stand in for it."""

from PySide6.QtWidgets import QWidget

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.routine.edit import alternatives
from sijoint_desktop.routine.model import Routine, WhyLeftOut
from sijoint_desktop.ui.figure.miniatures import Miniatures
from sijoint_desktop.ui.routines.dialog import ScrollingDialog
from sijoint_desktop.ui.routines.lines import offer_line
from sijoint_desktop.ui.routines.slot_list import EXERCISE_MIME, RowList
from sijoint_desktop.ui.style.widgets import Chip, FlowLayout, OneOf, Style, Text, TextRole

REASONS = {
    WhyLeftOut.HURTS: mark("It hurts"),
    WhyLeftOut.POSITION: mark("I cannot get into this position"),
    WhyLeftOut.EQUIPMENT: mark("I lack the equipment"),
    WhyLeftOut.DISLIKE: mark("I just do not like it"),
    WhyLeftOut.NOT_SUITED: mark("Left out after your last check"),
}
_ASKED = tuple(why for why in REASONS if why is not WhyLeftOut.NOT_SUITED)


class ReasonDialog(ScrollingDialog):
    """For a swap it offers what may stand in; ``why`` and ``instead`` hold the answer."""

    def __init__(
        self,
        routine: Routine,
        place: int,
        *,
        swap: bool,
        library: Library,
        fitting: Fitting,
        miniatures: Miniatures,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        exercise = library.get(routine.slots[place].exercise_id)
        words = (tr("Leave out {exercise}"), tr("Leave out"), tr("Why leave out {exercise}?"))
        if swap:
            words = (tr("Swap {exercise}"), tr("Swap"), tr("Why swap {exercise}?"))
        title, verb, question = (text.format(exercise=exercise.name) for text in words)
        super().__init__(title, verb, style=style, parent=parent)
        self._routine, self._place, self._swap = routine, place, swap
        self._library, self._fitting = library, fitting
        self._offers: tuple[Exercise, ...] = ()
        self._group = OneOf(self)
        self.list = RowList(tr("What to do instead"), EXERCISE_MIME, miniatures, style=style)
        self.list.setDragEnabled(False)
        self.instead_heading = Text(tr("Do this instead"), TextRole.H2, style=style)
        self.hurts = Text(
            tr(
                "Stop at once when it is sharp or gets worse. If it keeps hurting, see a clinician."
            ),
            TextRole.BODY,
            "amber_text",
            style=style,
        )
        self._build(question, style)
        self._group.idToggled.connect(self._on_reason)
        self.list.opened.connect(self._on_opened)
        self._show_answer()
        self.resize(round(560 * style.scale**0.6), round(620 if swap else 320 * style.scale**0.6))

    @property
    def why(self) -> WhyLeftOut | None:
        """The reason that was chosen."""
        chosen = self._group.checkedId()
        return _ASKED[chosen] if chosen >= 0 else None

    @property
    def instead(self) -> Exercise | None:
        """What stands in; None where the exercise just goes."""
        row = self.list.currentIndex().row()
        return self._offers[row] if self._swap and 0 <= row < len(self._offers) else None

    def choose(self, why: WhyLeftOut) -> None:
        """Choose a reason."""
        self._group.button(_ASKED.index(why)).setChecked(True)

    def _build(self, question: str, style: Style) -> None:
        body = self.page.body
        body.addWidget(Text(question, TextRole.H2, style=style))
        chips = FlowLayout(gap=8)
        for number, why in enumerate(_ASKED):
            chip = Chip(tr(REASONS[why]), style=style)
            self._group.add(chip, number)
            chips.addWidget(chip)
        body.addLayout(chips)
        body.addWidget(self.hurts)
        body.addWidget(self.instead_heading)
        body.addWidget(self.list)
        body.addStretch(1)

    def _on_reason(self, _number: int, on: bool) -> None:
        if on:
            self._show_answer()

    def _show_answer(self) -> None:
        why = self.why
        self.hurts.setVisible(why is WhyLeftOut.HURTS)
        shown = self._swap and why is not None
        self.instead_heading.setVisible(shown)
        self.list.setVisible(shown)
        if shown and why is not None:
            self._offers = alternatives(
                self._routine, self._place, why, self._fitting.person, self._library
            )
            self.list.show_lines([offer_line(e, self._fitting) for e in self._offers], 0)
        self.done_button.setEnabled(why is not None and (bool(self._offers) or not self._swap))

    def _on_opened(self, _row: int) -> None:
        if self.done_button.isEnabled():
            self.accept()
