"""After a session: the pain now, then what was done and that it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QWidget,
)

from sijoint_desktop.core.language import number, plural, tr
from sijoint_desktop.history.records import SessionAnswers
from sijoint_desktop.player.events import RepFinished
from sijoint_desktop.routine.script import Exercises, Script
from sijoint_desktop.ui.session.column import centred
from sijoint_desktop.ui.style.announce import announce
from sijoint_desktop.ui.style.scale import effort_word
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Card, NrsScale, Page, Text, Tick


@dataclass(frozen=True, slots=True)
class DoneLine:
    """What was done of one exercise."""

    name: str
    done: int
    planned: int
    held_s: float

    @property
    def text(self) -> str:
        """The line in words, such as "6 of 8 repetitions, held 12 s"."""
        done = plural(
            "{done} of {n} repetition", "{done} of {n} repetitions", self.planned, done=self.done
        )
        if self.held_s < 1:
            return done
        return tr("{done}, held {seconds} s", done=done, seconds=number(self.held_s, 0))


def done_lines(
    script: Script, reps: Sequence[RepFinished], exercises: Exercises
) -> tuple[DoneLine, ...]:
    """Return what was done, one line for each exercise of the script, in its order."""
    lines = []
    for slot in range(script.slots):
        planned = [s for s in script.segments if s.slot == slot and s.ends_rep]
        done = [rep for rep in reps if rep.slot == slot]
        held_s = sum(rep.held_s for rep in done)
        name = exercises.get(planned[0].exercise_id).name
        lines.append(DoneLine(name, len(done), len(planned), held_s))
    return tuple(lines)


class AfterFace(QStackedWidget):
    """Asks how it was, then shows what was done and what follows from it.

    ``save_wished`` carries the SessionAnswers; each answer may be left out. ``check_wished`` asks
    for a check, which is offered where something hurt too much.
    """

    save_wished = Signal(object)
    closed = Signal()
    check_wished = Signal()

    def __init__(
        self, exercises: Exercises, *, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._exercises = exercises
        self.worst = NrsScale(style=style, name=tr("Worst pain during the session"), size=44)
        self.pain = NrsScale(style=style, name=tr("Pain now"), size=44)
        self.effort = NrsScale(
            style=style,
            name=tr("How hard it was"),
            size=44,
            ends=(tr("Easy", "effort"), tr("All I had")),
            word=effort_word,
        )
        self.form = Tick(tr("I did the movements as shown, with control"), style=style)
        self.note = QLineEdit()
        self.note.setAccessibleName(tr("Note"))
        self.note.setPlaceholderText(tr("A note for yourself"))
        self.note.setMaxLength(400)
        self.save = Button(tr("Save"), ButtonKind.PRIMARY, "check", style=style, height=60)
        self.done = Button(tr("Done"), ButtonKind.PRIMARY, style=style, height=60)
        for button in (self.save, self.done):
            button.setAutoDefault(True)
        self._asking = Page(style=style)
        self._summary = Page(style=style)
        self.addWidget(self._asking)
        self.addWidget(self._summary)
        self._build_asking()
        self._lines = self._build_summary()
        self.save.clicked.connect(self._on_save)
        self.done.clicked.connect(self.closed)

    @property
    def trouble(self) -> str:
        """What is said about a save that failed; empty without one."""
        return self._trouble.text()

    @property
    def summary(self) -> str:
        """What is said about the whole session, pain and saving."""
        parts = (self._saved_heading.text(), self._pain_line.text(), self._saved.text())
        return " ".join(part for part in parts if part)

    def open(self, *, completed: bool, reps_done: int, planned: int, saved: bool) -> None:
        """Ask for the pain after a session."""
        for scale in (self.worst, self.pain, self.effort):
            scale.set_value(None)
        self.form.set_ticked(False)
        self.note.clear()
        self.show_trouble("")
        heading = tr("That was the last one") if completed else tr("Session ended")
        self._heading.setText(heading)
        count = plural(
            "{done} of {n} repetition done.",
            "{done} of {n} repetitions done.",
            planned,
            done=reps_done,
        )
        kept = tr("They are saved.") if saved and reps_done else ""
        self._count.setText(f"{count} {kept}".strip())
        self.setCurrentWidget(self._asking)
        announce(self, self._heading.text(), self._count.text())
        self.worst.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, text: str) -> None:
        """Say why the session could not be saved yet, or nothing."""
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))
        announce(self._trouble, text)

    def show_summary(
        self, lines: Sequence[DoneLine], pain: str, *, saved: bool, next_step: str = ""
    ) -> None:
        """Show what was done, the pain in words, what follows, and whether it was saved."""
        self._next_step.setText(next_step)
        self._next_step.setVisible(bool(next_step))
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for row, line in enumerate(lines):
            name = Text(line.name, TextRole.BODY_BOLD, style=self._style)
            done = Text(line.text, TextRole.BODY, "ink2", style=self._style)
            self._lines.addWidget(name, row, 0)
            self._lines.addWidget(done, row, 1)
        self._pain_line.setText(pain)
        self._pain_line.setVisible(bool(pain))
        self._saved_heading.setText(tr("Session saved") if saved else tr("Session done"))
        kept = tr("It is kept on this computer, and you find it in History.")
        self._saved.setText(kept if saved else tr("It was not saved."))
        self.setCurrentWidget(self._summary)
        announce(self, self._saved_heading.text(), pain, next_step, self._saved.text())
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_asking(self) -> None:
        style = self._style
        self._heading = Text("", TextRole.H1, style=style)
        self._count = Text("", TextRole.BODY, "ink2", style=style)
        column = centred(self._asking)
        column.addWidget(self._heading)
        column.addWidget(self._count)
        why = tr("Your answers decide the next dose. You can leave each of them out.")
        column.addWidget(Text(why, TextRole.BODY, "ink2", style=style))
        for question, scale in (
            (tr("What was the worst pain during the session?"), self.worst),
            (tr("How strong is your pain now?"), self.pain),
            (tr("How hard was it?"), self.effort),
        ):
            card = Card(style=style)
            card.body.addWidget(Text(question, TextRole.H2, style=style))
            card.body.addWidget(scale)
            if scale is self.effort:
                card.body.addWidget(self.form)
            column.addWidget(card)
        self.note.setFont(style.font(TextRole.BODY))
        self.note.setMinimumHeight(style.px(44))
        column.addWidget(self.note)
        self._trouble = Text("", TextRole.BODY, "amber_text", style=style)
        column.addWidget(self._trouble)
        column.addLayout(_left(self.save))
        column.addStretch(1)

    def _build_summary(self) -> QGridLayout:
        style = self._style
        column = centred(self._summary)
        self._pain_line = Text("", TextRole.LEAD, style=style)
        self._saved = Text("", TextRole.BODY, "ink2", style=style)
        card = Card(style=style)
        card.body.addWidget(Text(tr("What you did"), TextRole.H2, style=style))
        lines = QGridLayout()
        lines.setHorizontalSpacing(24)
        lines.setVerticalSpacing(8)
        lines.setColumnStretch(0, 1)
        lines.setColumnStretch(1, 1)
        card.body.addLayout(lines)
        self._saved_heading = Text("", TextRole.H1, style=style)
        self._next_step = Text("", TextRole.BODY, style=style)
        column.addWidget(self._saved_heading)
        column.addWidget(self._pain_line)
        column.addWidget(card)
        column.addWidget(self._next_step)
        column.addWidget(self._saved)
        self.check = Button(tr("Check my symptoms"), style=style, height=60)
        self.check.hide()
        self.check.clicked.connect(self.check_wished)
        row = _left(self.done)
        row.insertWidget(1, self.check)
        column.addLayout(row)
        column.addStretch(1)
        return lines

    def _on_save(self) -> None:
        scores = (self.pain.value, self.worst.value, self.effort.value)
        form_ok = self.form.ticked if any(s is not None for s in scores) else None
        note = self.note.text().strip() or None
        self.save_wished.emit(SessionAnswers(*scores, form_ok, note))


def _left(button: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
