"""The Settings page: one card for each group of the option table, applied as soon as changed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from sijoint_desktop.app.nudge import Ways
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.settings.options import BY_KEY, OPTIONS, Group, Option, Value
from sijoint_desktop.ui.preferences import Preferences
from sijoint_desktop.ui.settings.fields import Field, FieldRow, Heading
from sijoint_desktop.ui.style.layout import Card, Page
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Banner, Button, ButtonKind, Text, TextRole

_AROUND_PX = 60  # what is seen around a control that is brought into sight


class SettingsPage(Page):
    """Shows every option that can be set, the way back to defaults, and ``data`` at its foot.

    ``preview_sound`` plays a tone, ``preview_voice`` speaks, and ``preview_reminder`` reminds; each
    returns one sentence, empty when all is well. ``ways`` tells how this desktop can remind.
    """

    def __init__(
        self,
        *,
        style: Style,
        preferences: Preferences,
        data: QWidget,
        preview_sound: Callable[[], str],
        preview_voice: Callable[[], str],
        preview_reminder: Callable[[], str],
        ways: Callable[[], Ways],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._preferences = preferences
        self._preview_sound = preview_sound
        self._preview_voice = preview_voice
        self._preview_reminder = preview_reminder
        self._ways = ways
        self._fields: dict[str, Field] = {}
        self._rows: dict[str, FieldRow] = {}
        self._headings: dict[Group, Heading] = {}
        self._before_reset: dict[str, Value] = {}
        self._sound_note = Text("", TextRole.CAPTION, "ink2", style=style)
        self._reminder_note = Text("", TextRole.CAPTION, "ink2", style=style)
        self._notes = {Group.SOUND: self._sound_note, Group.WEEK: self._reminder_note}
        self._undo = Banner(
            "soft", tr("Back to defaults"), style=style, action=tr("Undo"), closable=True
        )
        self._undo.acted.connect(self._on_undo)
        self._build(data)
        for key in self._fields:
            self._on_changed(key)
        preferences.changed.connect(self._on_changed)

    def field(self, key: str) -> QWidget:
        """Return the control of an option."""
        return self._fields[key].widget

    def show_field(self, key: str) -> None:
        """Bring the control of an option into sight and give it the keyboard."""
        field = self._fields[key].widget
        for layout in (self.content.layout(), self.body):
            layout.activate()  # type: ignore[union-attr]  # set by Page
        self.ensureWidgetVisible(field, 0, self._style.px(_AROUND_PX))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Say how this desktop can remind; a tray or a service may have come or gone."""
        super().showEvent(event)
        ways = self._ways()
        _note(self._reminder_note, ways.missing())
        stays = self._preferences.settings.flag("stay_in_tray")
        self.field("stay_in_tray").setEnabled(ways.tray or stays)

    def _build(self, data: QWidget) -> None:
        self.body.addWidget(Text(tr("Settings", "page"), TextRole.H1, style=self._style))
        self.body.addWidget(self._undo)
        self._undo.hide()
        for group in Group:
            if group is not Group.HIDDEN:
                self.body.addWidget(self._group_card(group))
        self.body.addWidget(self._reset_button())
        self.body.addWidget(data)
        self.body.addStretch(1)

    def _group_card(self, group: Group) -> Card:
        card = Card(style=self._style)
        heading = Heading(group, style=self._style)
        heading.reset_wished.connect(self._on_section_reset)
        self._headings[group] = heading
        card.body.addWidget(heading)
        for option in OPTIONS:
            if option.group is group:
                card.body.addWidget(self._row(option))
        if group in self._notes:
            card.body.addWidget(self._notes[group])
            self._notes[group].hide()
        return card

    def _row(self, option: Option) -> FieldRow:
        field = Field(option, style=self._style, parent=self)
        field.edited.connect(self._on_edited)
        previews = {
            "reminders": (tr("Show one now"), "bell", self._on_preview_reminder),
            "volume": (tr("Play a tone"), "volume-2", self._on_preview_sound),
            "voice_volume": (tr("Say something"), "volume-2", self._on_preview_voice),
        }
        extra = None
        if option.key in previews:
            words, icon, act = previews[option.key]
            extra = Button(words, ButtonKind.TEXT, icon, style=self._style)
            extra.clicked.connect(act)
        row = FieldRow(option, field, style=self._style, extra=extra)
        row.reset_wished.connect(self._on_reset_one)
        self._fields[option.key], self._rows[option.key] = field, row
        return row

    def _reset_button(self) -> Button:
        words = tr("All back to defaults")
        reset = Button(words, ButtonKind.OUTLINE, "rotate-ccw", style=self._style)
        reset.clicked.connect(self._on_reset)
        return reset

    def _on_edited(self, key: str, value: Value) -> None:
        try:
            self._preferences.set(key, value)
        except UserError:
            # the control is bounded like the option, so this is a value half typed
            self._on_changed(key)

    def _on_changed(self, key: str) -> None:
        if key not in self._fields:
            return
        now, usual = self._preferences.settings.values, self._preferences.defaults.values
        self._fields[key].show_value(now[key])
        self._rows[key].show_changed(now[key] != usual[key])
        group = BY_KEY[key].group
        changed = any(now[o.key] != usual[o.key] for o in OPTIONS if o.group is group)
        self._headings[group].show_changed(changed)

    def _on_preview_sound(self) -> None:
        _note(self._sound_note, self._preview_sound())

    def _on_preview_voice(self) -> None:
        _note(self._sound_note, self._preview_voice())

    def _on_preview_reminder(self) -> None:
        _note(self._reminder_note, self._preview_reminder() or self._ways().missing())

    def _on_reset_one(self, key: str) -> None:
        self._preferences.reset([key])
        self._fields[key].widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_section_reset(self, group: object) -> None:
        self._reset([option.key for option in OPTIONS if option.group is group])

    def _on_reset(self) -> None:
        self._reset(None)
        self.verticalScrollBar().setValue(0)

    def _reset(self, keys: list[str] | None) -> None:
        before, now = self._preferences.reset(keys).values, self._preferences.settings.values
        self._before_reset = {key: old for key, old in before.items() if old != now[key]}
        self._undo.show()

    def _on_undo(self) -> None:
        for key, value in self._before_reset.items():
            self._preferences.set(key, value)
        self._undo.hide()


def _note(label: Text, said: str) -> None:
    label.setText(said)
    label.setVisible(bool(said))
