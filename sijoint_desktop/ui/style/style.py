"""The look of the program as one object: theme, text scale, fonts, space and icons."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPixmap

from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.ui.style.icons import IconCache, tinted
from sijoint_desktop.ui.style.text import TextRole, load_fonts, make_font
from sijoint_desktop.ui.style.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, INK, LIGHT, Theme

# Boxes hold text that doubles and air that need not, so they grow by three fifths of it.
_SPACE_SHARE = 0.6


class Style(QObject):
    """Theme, text scale and everything drawn from them; emits ``changed`` when either changes.

    Give it to a widget by its constructor. Connect ``changed`` to a bound method only.
    """

    changed = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        text_percent: int = 100,
        motion: MotionChoice = MotionChoice.FOLLOW,
    ) -> None:
        super().__init__(parent)
        load_fonts()
        self._hints = QGuiApplication.styleHints()
        self._choice = choice
        self._scale = _scale_of(text_percent)
        self._motion = motion
        self._icons = IconCache()
        self._theme = self._wanted_theme()
        self._hints.colorSchemeChanged.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        """The colours now in use."""
        return self._theme

    @property
    def scale(self) -> float:
        """The text scale, 0.9 to 2.0."""
        return self._scale

    @property
    def reduced_motion(self) -> bool:
        """Tell whether things should stay still: by the person's choice, or the desktop's."""
        if self._motion is not MotionChoice.FOLLOW:
            return self._motion is MotionChoice.NEVER
        accessibility = self._hints.accessibility()
        # Qt says so only from 6.12 on
        wish = getattr(accessibility, "motionPreference", None)
        return wish is not None and "Reduc" in str(wish())

    def apply(self, choice: ThemeChoice, text_percent: int, motion: MotionChoice) -> None:
        """Show another theme, text size (90 to 200 percent) or amount of motion, at once."""
        before = (self._theme, self._scale, self._motion)
        self._choice, self._scale, self._motion = choice, _scale_of(text_percent), motion
        self._theme = self._wanted_theme()
        if before != (self._theme, self._scale, self._motion):
            self._icons.clear()
            self.changed.emit()

    def color(self, token: str) -> QColor:
        """Return the colour of a token of the present theme."""
        return self._theme.color(token)

    def font(self, role: TextRole, *, tabular: bool = False) -> QFont:
        """Return the font of a role at the present scale; ``tabular`` for numbers that align."""
        return make_font(role, self._scale, tabular=tabular)

    def px(self, n: float) -> int:
        """Return a height or target size of ``n`` px at 100 %, grown to hold larger text."""
        return round(n * (1 + (self._scale - 1) * _SPACE_SHARE))

    def icon(self, name: str, token: str = INK, size: int = 20, *, gap: int = 0) -> QIcon:
        """Return an icon in a token colour for buttons; it grows with the text.

        ``gap`` adds empty pixels to its right, since Qt sets the word close to it.
        """
        colours = tinted(self._theme, token)
        return self._icons.icon(name, self.icon_px(size), colours, self._ratio(), gap)

    def pixmap(self, name: str, size: int = 20, token: str = INK) -> QPixmap:
        """Return an icon as a picture of ``size`` px at 100 %; it grows with the text."""
        colour = tinted(self._theme, token)[0]
        return self._icons.pixmap(name, self.icon_px(size), colour, self._ratio())

    def icon_px(self, size: int = 20) -> int:
        """Return the edge of an icon of ``size`` px at 100 %."""
        return round(size * (1 + (self._scale - 1) * 0.8))

    def _on_system_changed(self, _scheme: Qt.ColorScheme) -> None:
        wanted = self._wanted_theme()
        if wanted is not self._theme:
            self._theme = wanted
            self._icons.clear()
            self.changed.emit()

    def _wanted_theme(self) -> Theme:
        fixed = {
            ThemeChoice.LIGHT: LIGHT,
            ThemeChoice.DARK: DARK,
            ThemeChoice.CONTRAST_LIGHT: CONTRAST_LIGHT,
            ThemeChoice.CONTRAST_DARK: CONTRAST_DARK,
        }
        if self._choice is not ThemeChoice.SYSTEM:
            return fixed[self._choice]
        dark = self._hints.colorScheme() == Qt.ColorScheme.Dark
        accessibility = self._hints.accessibility()
        if accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST_DARK if dark else CONTRAST_LIGHT
        return DARK if dark else LIGHT

    @staticmethod
    def _ratio() -> float:
        return max((s.devicePixelRatio() for s in QGuiApplication.screens()), default=1.0)


def _scale_of(percent: int) -> float:
    return min(200, max(90, percent)) / 100


__all__ = ["MotionChoice", "Style", "TextRole", "Theme", "ThemeChoice"]
