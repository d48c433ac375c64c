"""The banner that says in plain words what happened and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.buttons import Button, ButtonKind, IconButton
from sijoint_desktop.ui.style.labels import NoteText
from sijoint_desktop.ui.style.layout import Card
from sijoint_desktop.ui.style.style import Style

_BESIDE_MOST = 1.4  # the text scale up to which words and what can be done stand side by side


class Banner(Card):
    """A message on a coloured ground with an icon, a heading and one or two sentences.

    ``level`` is soft, sunken, amber or red. With ``action`` there is a button, whose press is
    ``acted``; with ``closable`` a cross, whose press hides the banner and is ``closed``, and
    ``closed_by_hand`` with the banner itself.
    """

    acted = Signal()
    closed = Signal()
    closed_by_hand = Signal(object)

    def __init__(
        self,
        level: str,
        heading: str,
        text: str = "",
        *,
        style: Style,
        action: str = "",
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, level=level, padding=16, parent=parent)
        row = QHBoxLayout()
        row.setSpacing(16)
        self._note = NoteText(level, heading, text, style=style)
        self._act = Button(action, ButtonKind.TEXT, style=style) if action else None
        self._said = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._said.addWidget(self._note, 1)
        if self._act is not None:
            self._act.clicked.connect(self.acted)
            self._said.addWidget(self._act)
        row.addLayout(self._said, 1)
        if closable:
            cross = IconButton("x", tr("Close this message"), style=style)
            cross.clicked.connect(self._on_closed)
            row.addWidget(cross, alignment=Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        style.changed.connect(self._arrange)
        self._arrange()

    def _arrange(self) -> None:
        """Put what can be done beside the words, or below them in large text."""
        beside = self._style.scale <= _BESIDE_MOST
        way, place = QBoxLayout.Direction, Qt.AlignmentFlag
        self._said.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._said.setSpacing(16 if beside else 4)
        if self._act is not None:
            at = place.AlignVCenter if beside else place.AlignRight
            self._said.setAlignment(self._act, at)

    @property
    def heading(self) -> str:
        """What happened, in a few words."""
        return self._note.heading.text()

    @property
    def text(self) -> str:
        """What it means and what to do."""
        return self._note.text.text()

    def show_text(self, text: str) -> None:
        """Say something else below the heading."""
        self._note.text.setText(text)
        self._note.text.setVisible(bool(text))
        self.setAccessibleDescription(text)

    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()
        self.closed_by_hand.emit(self)


class FaultBanner:
    """The place in a layout where one banner says what went wrong, until nothing is wrong."""

    def __init__(self, layout: QBoxLayout, place: int, *, style: Style) -> None:
        self._layout, self._place, self._style = layout, place, style
        self._banner: Banner | None = None

    @property
    def text(self) -> str:
        """What it says below its heading; empty where nothing is wrong."""
        return "" if self._banner is None else self._banner.text

    def say(self, heading: str, text: str) -> None:
        """Say something in place of what was said; without text nothing is wrong any more."""
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
        if text:
            self._banner = Banner("amber", heading, text, style=self._style)
            self._layout.insertWidget(self._place, self._banner)
