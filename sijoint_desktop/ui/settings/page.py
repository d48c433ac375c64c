"""The Settings page: one card for each group of the option table, applied as soon as changed."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.settings.options import OPTIONS, Group, Settings, Value
from sijoint_desktop.ui.preferences import Preferences
from sijoint_desktop.ui.settings.fields import Field, FieldRow
from sijoint_desktop.ui.style.layout import Card, Page
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Banner, Button, ButtonKind, Text, TextRole


class SettingsPage(Page):
    """Shows every option that can be set, the way back to defaults, and ``data`` at its foot.

    ``preview_sound`` plays a tone and returns one sentence, empty when all is well.
    """

    def __init__(
        self,
        *,
        style: Style,
        preferences: Preferences,
        data: QWidget,
        preview_sound: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, parent=parent)
        self._preferences = preferences
        self._preview_sound = preview_sound
        self._fields: dict[str, Field] = {}
        self._before_reset: Settings | None = None
        self._sound_note = Text("", TextRole.CAPTION, "ink2", style=style)
        self._undo = Banner(
            "soft", "All settings are back to usual", style=style, action="Undo", closable=True
        )
        self._undo.acted.connect(self._on_undo)
        self._build(data)
        for key in self._fields:
            self._on_changed(key)
        preferences.changed.connect(self._on_changed)

    def field(self, key: str) -> QWidget:
        """Return the control of an option."""
        return self._fields[key].widget

    def _build(self, data: QWidget) -> None:
        self.body.addWidget(Text("Settings", TextRole.H1, style=self._style))
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
        card.body.addWidget(Text(group.value, TextRole.H2, style=self._style))
        for option in OPTIONS:
            if option.group is not group:
                continue
            field = Field(option, style=self._style, parent=self)
            field.edited.connect(self._on_edited)
            self._fields[option.key] = field
            preview = self._preview_button() if option.key == "volume" else None
            card.body.addWidget(FieldRow(option, field, style=self._style, extra=preview))
        if group is Group.SOUND:
            card.body.addWidget(self._sound_note)
            self._sound_note.hide()
        return card

    def _preview_button(self) -> Button:
        button = Button("Play a tone", ButtonKind.TEXT, "volume-2", style=self._style)
        button.clicked.connect(self._on_preview)
        return button

    def _reset_button(self) -> Button:
        reset = Button("Back to defaults", ButtonKind.OUTLINE, "rotate-ccw", style=self._style)
        reset.clicked.connect(self._on_reset)
        return reset

    def _on_edited(self, key: str, value: Value) -> None:
        try:
            self._preferences.set(key, value)
        except UserError:
            # the control is bounded like the option, so this is a value half typed
            self._on_changed(key)

    def _on_changed(self, key: str) -> None:
        if key in self._fields:
            self._fields[key].show_value(self._preferences.settings.values[key])

    def _on_preview(self) -> None:
        said = self._preview_sound()
        self._sound_note.setText(said)
        self._sound_note.setVisible(bool(said))

    def _on_reset(self) -> None:
        self._before_reset = self._preferences.reset()
        self._undo.show()
        self.verticalScrollBar().setValue(0)

    def _on_undo(self) -> None:
        if self._before_reset is not None:
            self._preferences.replace(self._before_reset)
        self._undo.hide()
