"""Safety information: whom to call, the danger signs, when not to exercise and when to stop."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sijoint_desktop.content.article import Article, Signs
from sijoint_desktop.core.language import tr
from sijoint_desktop.sheet.wording import stop_rules
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.ui.reading.passage import passage_card
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Card,
    IconLabel,
    Page,
    Style,
    Text,
    TextRole,
)

_ICON_PX = 32
_ARTICLES = ("get_help", "who_it_suits")


@dataclass(frozen=True, slots=True)
class SafetyTexts:
    """Where the words come from: the articles, the signs as the check words them, the numbers."""

    articles: Callable[[], Sequence[Article]]
    signs: Callable[[Signs], Sequence[str]]
    contacts: Callable[[], Contacts]


class SafetyView(Page):
    """Says when to get help and when to stop, in the words of the check, Learn and the sheet."""

    country_requested = Signal()

    def __init__(self, texts: SafetyTexts, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, within=True, parent=parent)
        self._texts = texts
        self._call = Text("", TextRole.H2, "red_text", style=style)
        self._crisis = Text("", TextRole.BODY, "red_text", style=style)
        self._advice = Text("", TextRole.BODY, "red_text", style=style)
        self.body.addWidget(self._call_card())
        self.body.addWidget(self._stop_card())
        articles = {article.id: article for article in texts.articles()}
        for name in _ARTICLES:
            for passage in articles[name].passages:
                signs = texts.signs(passage.signs) if passage.signs else ()
                self.body.addWidget(passage_card(passage, signs, style=style))
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the numbers of the country that is set now."""
        contacts = self._texts.contacts()
        self._call.setText(tr("In an emergency call {numbers}.", numbers=contacts.emergency_words))
        self._crisis.setText(
            tr("If you think of harming yourself, call {line}.", line=contacts.crisis_words)
        )
        line = contacts.advice
        self._advice.setText(
            tr(
                "Advice when it can wait: {name}, {number} ({country}).",
                name=line.name,
                number=line.number,
                country=contacts.country,
            )
            if line
            else ""
        )
        self._advice.setVisible(line is not None)

    def _call_card(self) -> Card:
        style = self._style
        card = Card(style=style, level="red", edge_px=2)
        row = QHBoxLayout()
        row.setSpacing(16)
        icon = IconLabel("octagon-alert", _ICON_PX, "red", style=style)
        row.addWidget(icon, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        for text in (self._call, self._advice, self._crisis):
            words.addWidget(text)
        change = Button(tr("Change the country"), ButtonKind.TEXT, style=style)
        change.clicked.connect(self.country_requested)
        words.addWidget(change, alignment=Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        card.body.addLayout(row)
        return card

    def _stop_card(self) -> Card:
        card = Card(style=self._style)
        card.body.addWidget(Text(tr("While you exercise"), TextRole.H2, style=self._style))
        for rule in stop_rules():
            words = " ".join(span.text for span in rule)
            card.body.addWidget(Text(words, TextRole.BODY, style=self._style))
        return card
