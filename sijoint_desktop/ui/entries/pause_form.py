"""The form for days that the plan was put aside: a rest, an illness or a flare-up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QCheckBox, QWidget

from sijoint_desktop.app.corrections import Change
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.entries import Pause, PauseKind
from sijoint_desktop.routine.flare import FLARE_EASY_DAYS
from sijoint_desktop.ui.entries.form import Do, Form
from sijoint_desktop.ui.style.day_field import DayField
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Segments


class PauseForm(Form):
    """Asks again for the days of a pause; of a flare-up only for its first day."""

    def __init__(
        self,
        do: Do,
        now: Callable[[], datetime],
        pause: Pause,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Edit these days"), do, style=style, parent=parent)
        self._now = now
        self._pause = pause
        today = now().date()
        self.kind = Segments(
            [(PauseKind.REST, tr("Rest")), (PauseKind.SICKNESS, tr("Illness"))],
            style=style,
            name=tr("Why you paused"),
        )
        first, last = tr("First day"), tr("Last day")
        self.first = DayField(pause.first_day, style=style, name=first)
        self.over = QCheckBox(tr("These days are over"))
        self.over.setFont(style.font(TextRole.BODY))
        self.over.setChecked(pause.last_day is not None)
        self.last = DayField(pause.last_day or max(today, pause.first_day), style=style, name=last)
        if pause.kind is PauseKind.FLARE:
            self._add(self.first, first)
        else:
            self.kind.set_value(pause.kind)
            self._add(self.kind, tr("Why you paused"))
            self._add(self.first, first)
            self._add(self.over)
            self._add(self.last, last)
            self.last.setEnabled(self.over.isChecked())
            self.over.toggled.connect(self.last.setEnabled)
        self._fields.addStretch(1)

    def changes(self) -> tuple[str, tuple[Change, ...]]:
        """Return the days as they stand in the form; raises UserError where they cannot be."""
        old = self._pause
        if self.first.day > self._now().date():
            raise UserError(tr("The first day is still to come. Choose when it began."))
        if old.kind is PauseKind.FLARE:
            new = _flare_from(old, self.first.day)
        else:
            last = self.last.day if self.over.isChecked() else None
            if last is not None and last < self.first.day:
                raise UserError(tr("The last day is before the first one. Choose a later day."))
            kind = PauseKind(self.kind.value)
            new = replace(old, kind=kind, first_day=self.first.day, last_day=last)
        if new == old:
            return "", ()
        words = tr("Edit days")
        if new.id == old.id:
            return words, (Change(old, new),)
        return words, (Change(old, None), Change(None, new))


def _flare_from(old: Pause, first: date) -> Pause:
    """Return a flare-up with another first day; there is one entry a day."""
    return replace(
        old,
        id=f"flare-{first.isoformat()}",
        first_day=first,
        last_day=first + timedelta(days=FLARE_EASY_DAYS - 1),
    )
