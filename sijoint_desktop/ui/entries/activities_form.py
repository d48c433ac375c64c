"""The form for up to three activities of the person's own: how well they go, and which they are."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sijoint_desktop.app.corrections import Change
from sijoint_desktop.app.moment import stamp_at
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.history.entries import MOST_ACTIVITIES, Activity, ActivityScore
from sijoint_desktop.ui.entries.fields import ActivityScoreField
from sijoint_desktop.ui.entries.form import Do, Form
from sijoint_desktop.ui.entries.forms import Result
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Button, ButtonKind, Text

_WHAT = mark(
    "Name up to three things that the pain makes hard, such as climbing stairs. Score them now and "
    "again every week or two: 0 is not at all, 10 is as well as before the pain."
)
_NAME_MOST = 60


class _Row(QWidget):
    """One activity: its name, or the field for a new one, and the score of today."""

    def __init__(self, activity: Activity | None, number: int, *, style: Style) -> None:
        super().__init__()
        self._activity = activity
        self.retired = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        name = activity.name if activity else tr("Activity {number}", number=number)
        self.name = QLineEdit(activity.name if activity else "")
        self.name.setMaxLength(_NAME_MOST)
        self.name.setPlaceholderText(tr("For example: climbing stairs"))
        self.name.setAccessibleName(tr("Name of activity {number}", number=number))
        self.name.setFont(style.font(TextRole.BODY))
        self.name.setFixedHeight(style.px(44))
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        self.away = Button(tr("Put away"), ButtonKind.TEXT, style=style)
        self.away.setAccessibleName(tr("Put away: {activity}", activity=name))
        self.away.setAutoDefault(False)
        self.away.setCheckable(True)
        self.away.setVisible(activity is not None)
        self.away.toggled.connect(self._on_away)
        head.addWidget(self.away)
        column.addLayout(head)
        self.score = ActivityScoreField(tr("How well it goes today"), style=style)
        column.addWidget(self.score)

    def changes(self, now: datetime) -> tuple[Change, ...]:
        """Return what the row changes: the name, the score, or that it is put away."""
        name, old = self.name.text().strip(), self._activity
        if self.retired and old is not None:
            return (Change(old, replace(old, ended_on=now.date())),)
        if not name:
            return ()
        made: tuple[Change, ...] = ()
        activity = old
        if activity is None:
            activity = Activity(name=name, **stamp_at(now))
            made = (Change(None, activity),)
        elif activity.name != name:
            activity = replace(activity, name=name)
            made = (Change(old, activity),)
        if self.score.value is None:
            return made
        score = ActivityScore(activity_id=activity.id, score=self.score.value, **stamp_at(now))
        return (*made, Change(None, score))

    def _on_away(self, away: bool) -> None:
        self.retired = away
        self.away.setText(tr("Keep it") if away else tr("Put away"))
        self.name.setEnabled(not away)
        self.score.setEnabled(not away)


class ActivitiesForm(Form):
    """Shows the activities that are scored now, and fields for as many as may be added."""

    def __init__(
        self,
        do: Do,
        now: Callable[[], datetime],
        activities: Sequence[Activity],
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("My activities"), do, style=style, parent=parent)
        self._now = now
        self._add(Text(tr(_WHAT), TextRole.BODY, "ink2", style=style))
        known = [each for each in activities if each.ended_on is None][:MOST_ACTIVITIES]
        spare: list[Activity | None] = [None] * (MOST_ACTIVITIES - len(known))
        self.rows = tuple(
            _Row(activity, number, style=style)
            for number, activity in enumerate([*known, *spare], start=1)
        )
        for row in self.rows:
            self._add(row)
        self._fields.addStretch(1)

    def changes(self) -> Result:
        """Return what all rows change together."""
        changes: list[Change] = []
        for number, row in enumerate(self.rows):
            # apart in time, so that they keep their order
            changes += row.changes(self._now() + timedelta(microseconds=number))
        return tr("My activities"), tuple(changes)
