"""A passage of an article as a card, on the ground of its urgency where it lists danger signs."""

from collections.abc import Sequence

from sijoint_desktop.content.article import ITEM, Passage, Signs
from sijoint_desktop.ui.style.widgets import Card, Style, Text, TextRole, bullet

_LEVELS = {Signs.EMERGENCY: "red", Signs.URGENT: "amber"}


def passage_card(passage: Passage, signs: Sequence[str], *, style: Style) -> Card:
    """Return the heading and the words of a passage, ``signs`` being those that it lists."""
    level = _LEVELS[passage.signs] if passage.signs else "surface"
    ink = f"{level}_text" if passage.signs else "ink"
    card = Card(style=style, level=level)
    card.body.addWidget(Text(passage.heading, TextRole.H2, ink, style=style))
    for text in (*passage.paragraphs, *(ITEM + sign for sign in signs)):
        if text.startswith(ITEM):
            card.body.addLayout(bullet(text.removeprefix(ITEM), ink, style=style))
        else:
            card.body.addWidget(Text(text, TextRole.BODY, ink, style=style))
    return card
