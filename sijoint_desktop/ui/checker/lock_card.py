"""Says on the Check page why exercise is closed, and takes the day of "I was seen and cleared"."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from sijoint_desktop.core.language import tr
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.triage.lock import LockState, Opening
from sijoint_desktop.ui.lock.looks import LOOKS
from sijoint_desktop.ui.lock.panel import heading, opening_lines, why_lines
from sijoint_desktop.ui.style.day_field import DayField
from sijoint_desktop.ui.style.widgets import (
    Button,
    Card,
    FlowLayout,
    IconLabel,
    Style,
    Text,
    TextRole,
)


class LockCard(Card):
    """The lock in words; ``cleared_on`` carries the day on which the person was seen."""

    cleared_on = Signal(object)

    def __init__(self, lock: LockState, contacts: Contacts, today: date, *, style: Style) -> None:
        ground, icon, edge = LOOKS[lock.level]
        super().__init__(style=style, level=ground, edge_px=edge)
        self._token = f"{ground}_text"
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconLabel(icon, 24, ground, style=style))
        head.addWidget(Text(heading(lock), TextRole.H2, self._token, style=style), 1)
        self.body.addLayout(head)
        for line in (*why_lines(lock), *opening_lines(lock)):
            self._say(line)
        self._say(tr("Is it worse? Call {number}.", number=contacts.emergency_words))
        if Opening.CLEARANCE in lock.openings:
            self._add_clearance(today)

    def refuse(self, words: str) -> None:
        """Say why the day was not taken."""
        self._trouble.setText(words)
        self._trouble.show()

    def _add_clearance(self, today: date) -> None:
        style = self._style
        asked = tr("Were you seen and cleared for exercise? Choose the day.")
        self._say(asked, TextRole.BODY_BOLD)
        name = tr("The day on which you were seen")
        self.seen_on = DayField(today, style=style, name=name)
        self.cleared = Button(tr("I was seen and cleared"), style=style)
        self.cleared.clicked.connect(self._on_cleared)
        row = FlowLayout(gap=12)
        row.addWidget(self.seen_on)
        row.addWidget(self.cleared)
        self.body.addLayout(row)
        self._trouble = self._say("")
        self._trouble.hide()

    def _say(self, words: str, role: TextRole = TextRole.BODY) -> Text:
        text = Text(words, role, self._token, style=self._style)
        self.body.addWidget(text)
        return text

    def _on_cleared(self) -> None:
        self.cleared_on.emit(self.seen_on.day)
