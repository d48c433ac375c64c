"""Says in place of exercises that they are paused: why, what to do, and what opens them again."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.core.dates import clock_words, date_in_words
from sijoint_desktop.core.language import tr
from sijoint_desktop.triage.advice import HEADINGS, Advice
from sijoint_desktop.triage.lock import LockState, Opening
from sijoint_desktop.triage.rescreen import CHECK_FIRST
from sijoint_desktop.ui.lock.looks import LOOKS
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Card,
    IconLabel,
    Style,
    Text,
    TextRole,
)


def heading(lock: LockState) -> str:
    """Return what a lock asks for, in a few words."""
    return tr(CHECK_FIRST if lock.needs_only_check else HEADINGS[lock.level])


def why_lines(lock: LockState) -> Iterator[str]:
    """Yield since when exercises are paused and why, in the words of the person's own answers."""
    since = date_in_words(lock.since.astimezone().date())
    yield tr("Exercises are paused since {day}.", day=since)
    for reason in lock.reasons:
        yield tr("Reason: {reason}", reason=reason)


def opening_lines(lock: LockState) -> Iterator[str]:
    """Yield what opens exercise again."""
    moment = lock.until.astimezone()
    later = f"{date_in_words(moment.date())}, {clock_words(moment)}"
    words = {
        Opening.CHECK: tr("They open again after a check that finds nothing against exercise."),
        Opening.LATER_CHECK: tr(
            "They open again after a check without these signs, from {moment} on.", moment=later
        ),
        Opening.CLEARANCE: tr(
            "They open when you were seen and cleared. You can say so on the Check page."
        ),
        Opening.ADULT_CHECK: tr("This program is for adults of 18 and over."),
    }
    for opening in lock.openings:
        yield words[opening]


class LockPanel(QWidget):
    """The reason and what to do, and nothing else; ``check_requested`` leads to the check."""

    check_requested = Signal()

    def __init__(self, lock: LockState, told: Advice, *, style: Style) -> None:
        super().__init__()
        ground, icon, edge = LOOKS[lock.level]
        token = f"{ground}_text"
        head = Card(style=style, level=ground, edge_px=edge)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(IconLabel(icon, 32, ground, style=style), alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(Text(heading(lock), TextRole.H1, token, style=style))
        for line in why_lines(lock):
            words.addWidget(Text(line, TextRole.BODY, token, style=style))
        row.addLayout(words, 1)
        head.body.addLayout(row)
        head.setAccessibleName(heading(lock))
        head.setAccessibleDescription(" ".join(why_lines(lock)))
        todo = Card(style=style)
        todo.body.addWidget(Text(tr("What to do"), TextRole.H2, style=style))
        for line in told.lines:
            todo.body.addWidget(Text(line, TextRole.LEAD, style=style))
        opens = Card(style=style, level="sunken")
        opens.body.addWidget(Text(tr("When exercises open again"), TextRole.H2, style=style))
        for line in opening_lines(lock):
            opens.body.addWidget(Text(line, TextRole.BODY, style=style))
        self.check = Button(tr("Go to the check"), ButtonKind.PRIMARY, style=style)
        self.check.clicked.connect(self.check_requested)
        opens.body.addWidget(self.check, alignment=Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (head, todo, opens):
            column.addWidget(card)
        column.addStretch(1)
