"""A field for a day, written as the language in use writes it, with a calendar to choose from."""

from datetime import date

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QDateTimeEdit

from sijoint_desktop.ui.style.date_format import day_format
from sijoint_desktop.ui.style.style import Style, TextRole

_FIELD_PX = 44


class CalendarField(QDateTimeEdit):
    """What opens a calendar to choose a day from."""

    def __init__(self, moment: QDateTime, form: str, *, style: Style, name: str) -> None:
        super().__init__()
        self._style = style
        self.setAccessibleName(name)
        self.setDisplayFormat(form)
        self.setCalendarPopup(True)
        self.setDateTime(moment)
        self._restyle()
        style.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFont(self._style.font(TextRole.BODY))
        self.setFixedHeight(self._style.px(_FIELD_PX))
        self.setMinimumWidth(self._style.px(240))


class DayField(CalendarField):
    """A day without a time."""

    def __init__(self, day: date, *, style: Style, name: str) -> None:
        shown = QDateTime(QDate(day.year, day.month, day.day), QTime())
        super().__init__(shown, day_format(), style=style, name=name)

    @property
    def day(self) -> date:
        """The day that is chosen."""
        return date(self.date().year(), self.date().month(), self.date().day())
