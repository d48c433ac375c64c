"""Putting the plan aside for some days: the choice of why, and the card while it lasts."""

from datetime import date

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.history.entries import Pause, PauseKind
from sijoint_desktop.ui.style.layout import Card
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Text, TextRole
from sijoint_desktop.ui.today.words import pause_words

KINDS = (
    (PauseKind.REST, mark("I need some days of rest")),
    (PauseKind.SICKNESS, mark("I am ill")),
    (PauseKind.FLARE, mark("My pain has flared up")),
)


class ChoiceButton(Button):
    """A button that opens a short list; ``chosen`` carries the key of the line that was taken."""

    chosen = Signal(str)

    def __init__(self, text: str, *, style: Style) -> None:
        super().__init__(text, ButtonKind.TEXT, style=style)
        self._look = style
        self.menu_of_choices = QMenu(self)
        self.menu_of_choices.setAccessibleName(text)
        self.menu_of_choices.triggered.connect(self._on_triggered)
        self.clicked.connect(self._on_clicked)

    def set_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Offer lines, as (key, words)."""
        self.menu_of_choices.clear()
        for key, words in choices:
            action = self.menu_of_choices.addAction(words)
            action.setData(key)

    def _on_clicked(self) -> None:
        self.menu_of_choices.setFont(self._look.font(TextRole.BODY))
        self.menu_of_choices.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())


class PauseCard(Card):
    """Says that the plan rests and why nothing is lost; ``ended`` comes when it goes on."""

    ended = Signal()

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, level="soft", parent=parent)
        self._heading = Text("", TextRole.H2, style=style)
        self._text = Text("", TextRole.BODY, "ink2", style=style)
        self.go_on = Button(tr("Go on with the plan"), ButtonKind.PRIMARY, style=style)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._text)
        self.body.addSpacing(8)
        self.body.addWidget(self.go_on)
        self.go_on.clicked.connect(self.ended)
        self.hide()

    def show_pause(self, pause: Pause | None, today: date) -> None:
        """Show a rest or an illness that is under way, or hide where there is none."""
        self.setVisible(pause is not None)
        if pause is not None:
            heading, text = pause_words(pause, today)
            self._heading.setText(heading)
            self._text.setText(text)
