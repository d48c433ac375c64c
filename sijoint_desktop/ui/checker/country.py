"""Asks once for the country, so that a result names the right emergency number."""

from PySide6.QtWidgets import QComboBox

from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.settings.options import BY_KEY, ELSEWHERE
from sijoint_desktop.ui.style.widgets import Card, Style, Text, TextRole

QUESTION = mark("Country, for emergencies")


class CountryCard(Card):
    """The country as the system has it, to be changed where that is wrong."""

    def __init__(self, guess: str, *, style: Style) -> None:
        super().__init__(style=style)
        question = Text(tr(QUESTION), TextRole.BODY_BOLD, style=style)
        self.body.addWidget(question)
        self.choice = QComboBox()
        for code, name in BY_KEY["country"].choices_in_words()[1:]:  # all but that of the computer
            self.choice.addItem(name, code)
        self.choice.setFont(style.font(TextRole.BODY))
        self.choice.setMinimumHeight(style.px(44))
        self.choice.setAccessibleName(tr(QUESTION))
        question.setBuddy(self.choice)
        known = self.choice.findData(guess)
        self.choice.setCurrentIndex(known if known >= 0 else self.choice.findData(ELSEWHERE))
        self.body.addWidget(self.choice)

    @property
    def country(self) -> str:
        """The two letters of the country that is chosen now."""
        return str(self.choice.currentData())
