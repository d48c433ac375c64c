"""Puts the program's style onto the application and keeps it there when it changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from sijoint_desktop.ui.style.sheet import palette, style_sheet
from sijoint_desktop.ui.style.style import Style, TextRole

if TYPE_CHECKING:
    from sijoint_desktop.ui.style.proxy import ControlStyle, FocusRing


class StyleInstaller(QObject):
    """Gives the application its controls, palette, style sheet and base font, now and later."""

    def __init__(self, app: QApplication, style: Style) -> None:
        super().__init__(app)
        self._app = app
        self._style = style
        self._controls: ControlStyle | None = None
        self._ring: FocusRing | None = None
        app.setStyle("Fusion")
        self._shown = ("", 0)
        self._apply()
        style.changed.connect(self._apply)

    def complete(self) -> None:
        """Add what can wait until the first window is painted: tick boxes and the focus ring."""
        if self._controls is None:
            from sijoint_desktop.ui.style.proxy import ControlStyle, FocusRing  # noqa: PLC0415

            self._controls = ControlStyle(self._style)
            self._app.setStyle(self._controls)
            self._ring = FocusRing(self._style, self._app)
            # a new style gives widgets back the fonts they had when first polished
            self._style.changed.emit()

    def remove(self) -> None:
        """Give the application a plain look again, for example at the end of a test."""
        self._style.changed.disconnect(self._apply)
        if self._ring is not None:
            self._ring.remove()
        self._app.setStyleSheet("")
        self._app.setStyle("Fusion")
        self._app.setPalette(self._app.style().standardPalette())
        self.deleteLater()

    def _apply(self) -> None:
        theme = self._style.theme
        self._app.setFont(self._style.font(TextRole.BODY))
        tick = self._style.px(22)
        if (theme.name, tick) != self._shown:
            self._shown = (theme.name, tick)
            # A sheet set on a widget that was never polished would give it back its present font
            # when it is first shown, whatever it was given in between.
            for widget in self._app.allWidgets():
                widget.ensurePolished()
            self._app.setPalette(palette(theme))
            self._app.setStyleSheet(style_sheet(theme, tick))


def install_style(app: QApplication, style: Style) -> StyleInstaller:
    """Apply ``style`` to the whole application, in full; the result lives as long as that."""
    installer = StyleInstaller(app, style)
    installer.complete()
    return installer
