"""The parts of the forms: a moment, a score that may stay open, a number, a few lines of text."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.date_format import clock_format, day_format
from sijoint_desktop.ui.style.day_field import CalendarField
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, NrsScale, Text, pain_word

_LINES = 3
_FIELD_PX = 44


class MomentField(CalendarField):
    """A day and a time on the person's own clock."""

    def __init__(self, moment: datetime, *, style: Style, name: str = "") -> None:
        form = f"{day_format()}, {clock_format()}"
        day, time = QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute)
        super().__init__(QDateTime(day, time), form, style=style, name=name or tr("Day and time"))
        self._given = moment
        self._shown = self.dateTime()

    @property
    def moment(self) -> datetime:
        """The moment, aware; exactly the one that was given where nobody changed it.

        Another one is in the time zone of the computer, with the offset of that day.
        """
        if self.dateTime() == self._shown:
            return self._given
        day, time = self.date(), self.time()
        naive = datetime(  # noqa: DTZ001 - the zone of the computer comes with astimezone
            day.year(), day.month(), day.day(), time.hour(), time.minute()
        )
        return naive.astimezone()


class ScoreField(QWidget):
    """A score of 0 to 10 with its question above; "Leave open" takes an answer back.

    ``ends`` names 0 and 10 (none and worst pain where None), and ``word`` says a value.
    """

    def __init__(
        self,
        label: str,
        value: int | None = None,
        *,
        style: Style,
        optional: bool = True,
        ends: tuple[str, str] | None = None,
        word: Callable[[int], str] = pain_word,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(Text(label, TextRole.BODY_BOLD, style=style), 1)
        self._scale = NrsScale(style=style, name=label, value=value, ends=ends, word=word)
        self._clear = Button(tr("Leave open"), ButtonKind.TEXT, style=style, height=32)
        self._clear.setAccessibleName(tr("Leave open: {question}", question=label))
        self._clear.setAutoDefault(False)
        self._clear.clicked.connect(self._on_clear)
        self._optional = optional
        self._scale.chosen.connect(self._on_chosen)
        head.addWidget(self._clear)
        column.addLayout(head)
        column.addWidget(self._scale)
        self._show_clear()

    @property
    def value(self) -> int | None:
        """The score, or None where it was left open."""
        return self._scale.value

    def choose(self, value: int | None) -> None:
        """Show a score, or none."""
        self._scale.set_value(value)
        self._show_clear()

    def _show_clear(self) -> None:
        self._clear.setVisible(self._optional and self.value is not None)

    def _on_chosen(self, _value: int) -> None:
        self._show_clear()

    def _on_clear(self) -> None:
        self.choose(None)


class NoteField(QPlainTextEdit):
    """A few lines of text; Tab goes on to the next control."""

    def __init__(self, text: str, *, style: Style, name: str = "") -> None:
        super().__init__(text)
        self._style = style
        self.setAccessibleName(name or tr("Note"))
        self.setTabChangesFocus(True)
        self._restyle()
        style.changed.connect(self._restyle)

    @property
    def words(self) -> str:
        """The text without the space around it."""
        return self.toPlainText().strip()

    def _restyle(self) -> None:
        self.setFont(self._style.font(TextRole.BODY))
        line = self.fontMetrics().lineSpacing()
        self.setFixedHeight(line * _LINES + 28)


class ActivityScoreField(ScoreField):
    """How well an activity goes, 0 to 10."""

    def __init__(
        self, label: str, value: int | None = None, *, style: Style, optional: bool = True
    ) -> None:
        super().__init__(
            label,
            value,
            style=style,
            optional=optional,
            ends=(tr("Not at all"), tr("As before")),
            word=activity_word,
        )


def activity_word(value: int) -> str:
    """Return the spoken value of how well an activity goes, 0 to 10."""
    if value in (0, 10):
        return tr("as before the pain") if value else tr("not at all")
    if value <= 3:
        return tr("with great trouble")
    return tr("with some trouble") if value <= 6 else tr("well", "activity")


class NumberField(QSpinBox):
    """A whole number from 0 on, with what it counts behind it."""

    def __init__(
        self, value: int, most: int, *, style: Style, name: str, unit: str = "", width: int = 92
    ) -> None:
        super().__init__()
        self._style = style
        self._width = width
        self.setRange(0, most)
        self.setSuffix(f" {unit}" if unit else "")
        self.setValue(value)
        self.setAccessibleName(name)
        self.lineEdit().setTextMargins(10, 0, 0, 0)  # the style sheet has no say in there
        self._restyle()
        style.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFont(self._style.font(TextRole.BODY))
        self.setFixedHeight(self._style.px(_FIELD_PX))
        self.setMinimumWidth(self._style.px(self._width))
