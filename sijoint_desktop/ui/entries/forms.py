"""The forms for one entry each: a pain score, a note at a day, a day with the belt, a session."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from PySide6.QtWidgets import QCheckBox, QWidget

from sijoint_desktop.app.corrections import Change
from sijoint_desktop.app.moment import Stamp, stamp_at
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.history.archive import Item
from sijoint_desktop.history.entries import (
    ActivityScore,
    BeltDay,
    Dated,
    Mark,
    PainEntry,
    PainKind,
    Pause,
)
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.ui.entries.fields import (
    ActivityScoreField,
    MomentField,
    NoteField,
    NumberField,
    ScoreField,
)
from sijoint_desktop.ui.entries.form import Do, Form
from sijoint_desktop.ui.entries.pause_form import PauseForm
from sijoint_desktop.ui.style.scale import effort_word
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import Text

Result: TypeAlias = tuple[str, tuple[Change, ...]]
_DAY_MINUTES = 24 * 60
_LATER = mark("This day and time are still to come. Choose when it was.")


class _DatedForm(Form):
    """A form about a moment; ``entry`` is the one to edit, or None for a new one."""

    def __init__(
        self,
        title: str,
        do: Do,
        now: Callable[[], datetime],
        entry: Dated | None,
        *,
        style: Style,
        parent: QWidget | None,
    ) -> None:
        super().__init__(title, do, style=style, parent=parent)
        self._now = now
        self.when = MomentField(now() if entry is None else entry.local_at, style=style)
        self._add(self.when, tr("Day and time"))

    def _stamp(self, entry_id: str | None) -> Stamp:
        moment = self.when.moment
        if moment > self._now():
            raise UserError(tr(_LATER))
        return stamp_at(moment, entry_id)


class PainForm(_DatedForm):
    """Asks for a pain score, with or without a session before it."""

    def __init__(
        self,
        do: Do,
        now: Callable[[], datetime],
        entry: PainEntry | None = None,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        title = tr("Note your pain") if entry is None else tr("Edit this pain score")
        super().__init__(title, do, now, entry, style=style, parent=parent)
        self._entry = entry
        self.pain = ScoreField(
            tr("Your pain"), entry.nrs if entry else None, style=style, optional=False
        )
        self.woke = QCheckBox(tr("It woke me in the night before"))
        self.woke.setFont(style.font(TextRole.BODY))
        self.woke.setChecked(bool(entry and entry.woke))
        self.note = NoteField(entry.note if entry else "", style=style)
        self._add(self.pain)
        self._add(self.woke)
        self._add(self.note, tr("Note"))
        self._fields.addStretch(1)

    def changes(self) -> Result:
        """Return the entry as it stands in the form."""
        if self.pain.value is None:
            raise UserError(tr("No pain score is chosen. Press a number from 0 to 10."))
        old = self._entry
        entry = PainEntry(
            nrs=self.pain.value,
            kind=old.kind if old else PainKind.FREE,
            session_id=old.session_id if old else None,
            woke=self.woke.isChecked(),
            note=self.note.words,
            **self._stamp(old.id if old else None),
        )
        return _result(tr("Add pain score"), tr("Edit pain score"), old, entry)


class MarkForm(_DatedForm):
    """Asks for a note at a day, such as a new mattress."""

    def __init__(
        self,
        do: Do,
        now: Callable[[], datetime],
        entry: Mark | None = None,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        title = tr("Write a note") if entry is None else tr("Edit this note")
        super().__init__(title, do, now, entry, style=style, parent=parent)
        self._entry = entry
        self.words = NoteField(entry.words if entry else "", style=style)
        self._add(self.words, tr("Note"))
        self._fields.addStretch(1)

    def changes(self) -> Result:
        """Return the note as it stands in the form."""
        if not self.words.words:
            raise UserError(tr("The note is empty. Write a few words."))
        old = self._entry
        mark = Mark(words=self.words.words, **self._stamp(old.id if old else None))
        return _result(tr("Add note"), tr("Edit note"), old, mark)


class BeltForm(_DatedForm):
    """Asks for a day on which the belt was worn; there is one entry a day."""

    def __init__(
        self,
        do: Do,
        now: Callable[[], datetime],
        entry: BeltDay | None = None,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        title = (
            tr("Note a day with the belt") if entry is None else tr("Edit this day with the belt")
        )
        super().__init__(title, do, now, entry, style=style, parent=parent)
        self._entry = entry
        minutes = (entry.minutes or 0) if entry else 0
        self.minutes = NumberField(
            minutes,
            _DAY_MINUTES,
            style=style,
            name=tr("Minutes with the belt"),
            unit=tr("min", "unit"),
            width=160,
        )
        self.minutes.setSingleStep(15)
        self.minutes.setSpecialValueText(tr("not counted"))
        self._add(self.minutes, tr("How long"))
        self._fields.addStretch(1)

    def changes(self) -> Result:
        """Return the day as it stands in the form; another day takes the place of the old one."""
        parts = self._stamp(None)
        parts["id"] = f"belt-{parts['local_date'].isoformat()}"
        day = BeltDay(minutes=self.minutes.value() or None, **parts)
        old = self._entry
        if old is None or old.id == day.id:
            return _result(tr("Add belt day"), tr("Edit belt day"), old, day)
        return tr("Edit belt day"), (Change(old, None), Change(None, day))


class ActivityScoreForm(_DatedForm):
    """Asks again how well an activity went."""

    def __init__(
        self,
        do: Do,
        now: Callable[[], datetime],
        entry: ActivityScore,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Edit this score"), do, now, entry, style=style, parent=parent)
        self._entry = entry
        self.score = ActivityScoreField(
            tr("How well it went"), entry.score, style=style, optional=False
        )
        self._add(self.score)
        self._fields.addStretch(1)

    def changes(self) -> Result:
        """Return the score as it stands in the form."""
        value = self.score.value
        if value is None:
            raise UserError(tr("No score is chosen. Press a number from 0 to 10."))
        old = self._entry
        score = ActivityScore(activity_id=old.activity_id, score=value, **self._stamp(old.id))
        return _result("", tr("Edit score"), old, score)


class SessionForm(Form):
    """Asks again for the answers around a session; what was done stays as it was."""

    def __init__(
        self,
        do: Do,
        _now: Callable[[], datetime],
        session: SessionRecord,
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Edit this session"), do, style=style, parent=parent)
        self._session = session
        self._add(Text(session.routine_name, TextRole.BODY, "ink2", style=style))
        self.before = ScoreField(tr("Pain before"), session.nrs_before, style=style)
        self.worst = ScoreField(tr("Worst pain in the session"), session.nrs_worst, style=style)
        self.after = ScoreField(tr("Pain after"), session.nrs_after, style=style)
        self.effort = ScoreField(
            tr("How hard it was"),
            session.effort,
            style=style,
            ends=(tr("No effort"), tr("All you had")),
            word=effort_word,
        )
        self.note = NoteField(session.note, style=style)
        for field in (self.before, self.worst, self.after, self.effort):
            self._add(field)
        self._add(self.note, tr("Note"))

    def changes(self) -> Result:
        """Return the session with the answers of the form."""
        edited = replace(
            self._session,
            nrs_before=self.before.value,
            nrs_worst=self.worst.value,
            nrs_after=self.after.value,
            effort=self.effort.value,
            note=self.note.words,
        )
        return _result("", tr("Edit session"), self._session, edited)


EDITORS: dict[type[Item], Callable[..., Form]] = {
    SessionRecord: SessionForm,
    PainEntry: PainForm,
    Mark: MarkForm,
    BeltDay: BeltForm,
    ActivityScore: ActivityScoreForm,
    Pause: PauseForm,
}
"""The form for each kind of item that can be edited."""


def _result(added: str, edited: str, old: Item | None, new: Item) -> Result:
    if old == new:
        return "", ()
    return added if old is None else edited, (Change(old, new),)
