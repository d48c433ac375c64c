"""Which side comes first today."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from sijoint_desktop.core.language import tr
from sijoint_desktop.core.side import Side, side_label
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Chip, OneOf, Text

_SIDES = (Side.LEFT, Side.RIGHT)


class StartSide(QWidget):
    """A question with two answers, of which one may be chosen already."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = OneOf(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)  # room for the ring around what has the focus
        row.setSpacing(12)
        text = tr("Which side first?")
        row.addWidget(Text(text, TextRole.BODY, style=style, wrap=False))
        for number, side in enumerate(_SIDES):
            chip = Chip(side_label(side), style=style, height=44)
            chip.setAccessibleName(f"{text} {side_label(side)}")
            chip.setMinimumWidth(style.px(84))
            self._group.add(chip, number)
            row.addWidget(chip, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    @property
    def side(self) -> Side | None:
        """The side that is chosen; None leaves each exercise as it is."""
        number = self._group.checkedId()
        return _SIDES[number] if number >= 0 else None

    def offer(self, side: Side | None) -> None:
        """Ask anew, with the usual side chosen if there is one."""
        self._group.clear()
        if side is not None:
            self._group.button(_SIDES.index(side)).setChecked(True)

    def choose(self, side: Side) -> None:
        """Choose a side, as a click does."""
        self._group.button(_SIDES.index(side)).click()
