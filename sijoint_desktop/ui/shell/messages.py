"""The place above the pages where a fault is said in plain words."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sijoint_desktop.ui.style.announce import announce
from sijoint_desktop.ui.style.style import Style

if TYPE_CHECKING:
    from sijoint_desktop.ui.style.banner import Banner

_MOST = 3


class Messages(QWidget):
    """Shows the latest messages until each is closed; the same one is not shown twice."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 12, 24, 0)
        self._column.setSpacing(8)
        self._banners: list[Banner] = []
        self.hide()

    def say(self, heading: str, text: str, level: str = "amber") -> None:
        """Show a message; ``level`` is amber for a fault, soft for good news."""
        # most starts have nothing to say
        from sijoint_desktop.ui.style.banner import Banner  # noqa: PLC0415

        for old in self._banners:
            if (old.heading, old.text) == (heading, text):
                return
        self._add(Banner(level, heading, text, style=self._style, closable=True))

    def ask(self, heading: str, text: str, *, action: str) -> "Banner":
        """Show a message with a button; its cross is the other answer."""
        from sijoint_desktop.ui.style.banner import Banner  # noqa: PLC0415 - as above

        banner = Banner("soft", heading, text, style=self._style, action=action, closable=True)
        self._add(banner)
        return banner

    def clear(self) -> None:
        """Take every message away."""
        for banner in tuple(self._banners):
            self.drop(banner)

    def _add(self, banner: "Banner") -> None:
        if len(self._banners) >= _MOST:
            self.drop(self._banners[0])
        banner.closed_by_hand.connect(self.drop)
        self._banners.append(banner)
        self._column.addWidget(banner)
        self.show()
        announce(banner, banner.heading, banner.text)

    @property
    def texts(self) -> tuple[str, ...]:
        """What is shown now, as "heading: text", the oldest first."""
        return tuple(f"{banner.heading}: {banner.text}" for banner in self._banners)

    def drop(self, banner: "Banner") -> None:
        """Take a message away, if it is still there."""
        if banner not in self._banners:
            return
        self._banners.remove(banner)
        self._column.removeWidget(banner)
        banner.deleteLater()
        self.setVisible(bool(self._banners))
