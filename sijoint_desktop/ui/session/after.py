"""After a session: the pain now, then what was done and that it is saved."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QWidget

from sijoint_desktop.player.events import RepFinished
from sijoint_desktop.routine.script import Exercises, Script
from sijoint_desktop.ui.session.column import centred
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Card, NrsScale, Page, Text

_SAVED = "It is kept on this computer, and you find it in History."
_NOT_SAVED = "It was not saved."


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
        word = "repetition" if self.planned == 1 else "repetitions"
        held = f", held {self.held_s:.0f} s" if self.held_s >= 1 else ""
        return f"{self.done} of {self.planned} {word}{held}"


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
    """Asks for the pain now, then shows what was done.

    ``save_wished`` carries the pain 0-10 or None, where it was left out.
    """

    save_wished = Signal(object)
    closed = Signal()

    def __init__(
        self, exercises: Exercises, *, style: Style, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._exercises = exercises
        self.pain = NrsScale(style=style, name="Pain now", size=44)
        self.save = Button("Save", ButtonKind.PRIMARY, "check", style=style, height=60)
        self.done = Button("Done", ButtonKind.PRIMARY, style=style, height=60)
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
        self.pain.set_value(None)
        self.show_trouble("")
        self._heading.setText("That was the last one" if completed else "Session ended")
        count = f"{reps_done} of {planned} repetitions done."
        self._count.setText(f"{count} They are saved." if saved and reps_done else count)
        self.setCurrentWidget(self._asking)
        self.pain.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, text: str) -> None:
        """Say why the session could not be saved yet, or nothing."""
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))

    def show_summary(self, lines: Sequence[DoneLine], pain: str, *, saved: bool) -> None:
        """Show what was done, the pain before and after in words, and whether it was saved."""
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
        self._saved_heading.setText("Session saved" if saved else "Session done")
        self._saved.setText(_SAVED if saved else _NOT_SAVED)
        self.setCurrentWidget(self._summary)
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_asking(self) -> None:
        style = self._style
        self._heading = Text("", TextRole.H1, style=style)
        self._count = Text("", TextRole.BODY, "ink2", style=style)
        column = centred(self._asking)
        column.addWidget(self._heading)
        column.addWidget(self._count)
        card = Card(style=style)
        card.body.addWidget(Text("How strong is your pain now?", TextRole.H2, style=style))
        card.body.addWidget(Text("You can leave this out.", TextRole.BODY, "ink2", style=style))
        card.body.addWidget(self.pain)
        column.addWidget(card)
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
        card.body.addWidget(Text("What you did", TextRole.H2, style=style))
        lines = QGridLayout()
        lines.setHorizontalSpacing(24)
        lines.setVerticalSpacing(8)
        lines.setColumnStretch(0, 1)
        lines.setColumnStretch(1, 1)
        card.body.addLayout(lines)
        self._saved_heading = Text("", TextRole.H1, style=style)
        column.addWidget(self._saved_heading)
        column.addWidget(self._pain_line)
        column.addWidget(card)
        column.addWidget(self._saved)
        column.addLayout(_left(self.done))
        column.addStretch(1)
        return lines

    def _on_save(self) -> None:
        self.save_wished.emit(self.pain.value)


def _left(button: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row
