"""The keys of a session, the same in the window and in the floor view."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_KEYS = Qt.Key
_PAUSE = (_KEYS.Key_Space, _KEYS.Key_MediaTogglePlayPause, _KEYS.Key_B, _KEYS.Key_Period)


class SessionKeys(QObject):
    """Turns keys into wishes; a presenter remote sends Page Up and Page Down.

    Its button for a black screen, which sends B or a full stop, pauses.

    Shortcuts are used since Space on a button that has the focus would press that button.
    """

    pause_wished = Signal()
    next_wished = Signal()
    back_wished = Signal()
    repeat_wished = Signal()
    hurt_wished = Signal()
    floor_wished = Signal()
    end_wished = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._shortcuts: list[QShortcut] = []
        for keys, signal in (
            (_PAUSE, self.pause_wished),
            ((_KEYS.Key_Right, _KEYS.Key_PageDown), self.next_wished),
            ((_KEYS.Key_Left, _KEYS.Key_PageUp), self.back_wished),
            ((_KEYS.Key_R,), self.repeat_wished),
            ((_KEYS.Key_P,), self.hurt_wished),
            ((_KEYS.Key_F,), self.floor_wished),
            ((_KEYS.Key_Escape,), self.end_wished),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), widget)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(signal)
                self._shortcuts.append(shortcut)
