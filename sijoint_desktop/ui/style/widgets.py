"""The widgets of the design system, all in one place to import from."""

from sijoint_desktop.ui.style.banner import Banner, FaultBanner
from sijoint_desktop.ui.style.buttons import Button, ButtonKind, Chip, IconButton, Segments
from sijoint_desktop.ui.style.choice_box import ChoiceBox
from sijoint_desktop.ui.style.labels import IconLabel, NoteText, Tag, Text, bullet
from sijoint_desktop.ui.style.layout import Card, FlowLayout, Page, foot_row
from sijoint_desktop.ui.style.one_of import OneOf
from sijoint_desktop.ui.style.scale import NrsScale, pain_word
from sijoint_desktop.ui.style.search import SearchField
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.tick import Tick

__all__ = [
    "Banner",
    "Button",
    "ButtonKind",
    "Card",
    "Chip",
    "ChoiceBox",
    "FaultBanner",
    "FlowLayout",
    "IconButton",
    "IconLabel",
    "NoteText",
    "NrsScale",
    "OneOf",
    "Page",
    "SearchField",
    "Segments",
    "Style",
    "Tag",
    "Text",
    "TextRole",
    "Tick",
    "bullet",
    "foot_row",
    "pain_word",
]
