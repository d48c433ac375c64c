"""The Help page: the user guide, the keys, safety information, and about the program."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sijoint_desktop.core.inventory import Part
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.ui.help.about import AboutView
from sijoint_desktop.ui.help.guide import GuideView
from sijoint_desktop.ui.help.keys import KeysView
from sijoint_desktop.ui.help.safety import SafetyTexts, SafetyView
from sijoint_desktop.ui.style.layout import WIDE_PAGE_PX
from sijoint_desktop.ui.style.widgets import FlowLayout, Segments, Style, Text, TextRole

SECTIONS = (
    ("guide", mark("User guide")),
    ("shortcuts", mark("Keys")),
    ("safety", mark("Safety")),
    ("about", mark("About")),
)
"""Key and word of each part of the page."""


class HelpPage(QWidget):
    """Shows one of four sections; each is made when it is first wanted.

    ``guide`` gives the user guide as Markdown, ``parts`` the packages the program is made of.
    """

    country_requested = Signal()

    def __init__(
        self,
        *,
        style: Style,
        guide: Callable[[], str],
        safety: SafetyTexts,
        data_folder: Path,
        parts: Callable[[], Sequence[Part]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._guide = guide
        self._safety = safety
        self._data_folder = data_folder
        self._parts = parts
        self._made: dict[str, QWidget] = {}
        words = [(key, tr(word)) for key, word in SECTIONS]
        self.sections = Segments(words, style=style, name=tr("Help"), height=44)
        self._stack = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(16)
        heading = FlowLayout(gap=24)
        heading.addWidget(Text(tr("Help"), TextRole.H1, style=style, wrap=False))
        heading.addWidget(self.sections)
        self._column.addLayout(heading)
        self._column.addWidget(self._stack, 1)
        self.sections.chosen.connect(self.show_section)
        self.show_section("guide")

    @property
    def shown(self) -> str:
        """The section that is shown."""
        return self.sections.value

    def show_section(self, name: str) -> None:
        """Show "guide", "shortcuts", "safety" or "about"."""
        self.sections.set_value(name)
        if name not in self._made:
            self._made[name] = self._make(name)
            self._stack.addWidget(self._made[name])
        self._stack.setCurrentWidget(self._made[name])

    def section(self, name: str) -> QWidget:
        """Return a section that was shown."""
        return self._made[name]

    def refresh(self) -> None:
        """Show the emergency numbers of the country that is set now."""
        safety = self._made.get("safety")
        if isinstance(safety, SafetyView):
            safety.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width with the margins, as the other pages do."""
        super().resizeEvent(event)
        side = 24 if self.width() < WIDE_PAGE_PX else 40
        self._column.setContentsMargins(side, 24, side, 24)

    def _make(self, name: str) -> QWidget:
        if name == "guide":
            return GuideView(self._guide(), style=self._style)
        if name == "safety":
            safety = SafetyView(self._safety, style=self._style)
            safety.country_requested.connect(self.country_requested)
            return safety
        if name == "about":
            return AboutView(self._data_folder, self._parts, style=self._style)
        return KeysView(style=self._style)
