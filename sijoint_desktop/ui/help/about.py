"""About the program: version, licences, where the data is, and what a report of a fault needs."""

import platform
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QFile, QIODevice, QLocale, QSysInfo, Qt, qVersion
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from sijoint_desktop import __version__
from sijoint_desktop.core.inventory import Part
from sijoint_desktop.core.language import mark, tr
from sijoint_desktop.ui.style.folder import FolderPlace
from sijoint_desktop.ui.style.widgets import (
    Button,
    Card,
    FlowLayout,
    Page,
    Style,
    Text,
    TextRole,
    foot_row,
)

ABOUT = mark(
    "SI Joint Desktop shows gentle exercises for mild pain around the sacroiliac joint. It is "
    "general information and educational source code. It is not a medical device, it does not "
    "diagnose, and its rules have not yet been reviewed by a clinician."
)
LICENCES: tuple[tuple[str, str, str], ...] = (
    (mark("Licence of this program"), mark("The program itself: MIT License"), ":/LICENSE"),
    (
        mark("Licence of the typeface"),
        mark("Typeface, Atkinson Hyperlegible: SIL Open Font License 1.1"),
        ":/fonts/LICENSE.txt",
    ),
    (mark("Licence of the icons"), mark("Icons, Lucide: ISC License"), ":/icons/LICENSE.txt"),
)
"""The words on a button, what they stand for, and the text."""

QT_NOTE = mark(
    "Qt for Python is used under the LGPL 3. Its libraries are separate files, and you may put "
    "your own build of the same version in their place."
)
_MISSING = mark("The text of this licence is missing from this copy of the program.")


class AboutView(Page):
    """Shows the versions in use; ``parts`` are the packages that the program is made of."""

    def __init__(
        self,
        folder: Path,
        parts: Callable[[], Sequence[Part]],
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, within=True, parent=parent)
        self._parts = tuple(parts())
        for card in (self._about(), self._data(folder), self._report(), self._made_of()):
            self.body.addWidget(card)
        self.body.addStretch(1)

    def details(self) -> str:
        """Return what helps to find a fault; it names no person, no folder and no record."""
        screen = QGuiApplication.primaryScreen()
        size, ratio = screen.size(), screen.devicePixelRatio()
        lines = (
            f"SI Joint Desktop {__version__} ({'built' if _is_built() else 'from source'})",
            f"Python {platform.python_version()}, Qt {qVersion()}, PySide6 {pyside_version}",
            f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}",
            f"{QGuiApplication.platformName()}, {size.width()} x {size.height()} at {ratio:g}",
            f"{QLocale.system().name()}, {self._style.theme.name}, {self._style.scale:.0%}",
            ", ".join(f"{part.name} {part.version}" for part in self._parts),
        )
        return "\n".join(lines) + "\n"

    def _about(self) -> Card:
        card = Card(style=self._style)
        heading = f"SI Joint Desktop {__version__}"
        card.body.addWidget(Text(heading, TextRole.H2, style=self._style))
        card.body.addWidget(Text(tr(ABOUT), TextRole.BODY, style=self._style))
        return card

    def _data(self, folder: Path) -> Card:
        card = Card(style=self._style)
        card.body.addWidget(Text(tr("Your data"), TextRole.H2, style=self._style))
        words = tr("Everything you record stays in this folder on this computer.")
        card.body.addWidget(Text(words, TextRole.BODY, style=self._style))
        card.body.addWidget(FolderPlace(folder, style=self._style))
        return card

    def _report(self) -> Card:
        card = Card(style=self._style)
        words = tr(
            "Versions, system, screen, theme and text size help to find a fault. They hold nothing "
            "about you, and go nowhere before you paste them."
        )
        card.body.addWidget(
            Text(tr("When something does not work"), TextRole.H2, style=self._style)
        )
        card.body.addWidget(Text(words, TextRole.BODY, style=self._style))
        self.copy = Button(tr("Copy details"), style=self._style)
        self.copy.clicked.connect(self._on_copy)
        self._copied = Text("", TextRole.CAPTION, "ink2", style=self._style)
        self._copied.hide()
        card.body.addWidget(self.copy)
        card.body.addWidget(self._copied)
        return card

    def _made_of(self) -> Card:
        style = self._style
        card = Card(style=style)
        card.body.addWidget(Text(tr("What it is made of"), TextRole.H2, style=style))
        for _button, words, _path in LICENCES:
            card.body.addWidget(Text(tr(words), TextRole.BODY, style=style))
        versions = f"Python {platform.python_version()}, Qt {qVersion()}."
        card.body.addWidget(Text(versions, TextRole.BODY, style=style))
        card.body.addWidget(Text(tr(QT_NOTE), TextRole.BODY, style=style))
        buttons = QWidget()
        row = FlowLayout(buttons, gap=12)
        for words, _licence, path in LICENCES:
            row.addWidget(_LicenceButton(tr(words), path, style=style))
        if self._parts:
            self.licences = Button(tr("Licences of the packages"), style=style)
            self.licences.clicked.connect(self._on_licences)
            row.addWidget(self.licences)
        card.body.addWidget(buttons)
        card.body.addSpacing(8)
        card.body.addLayout(self._table())
        return card

    def _table(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        top = Qt.AlignmentFlag.AlignTop
        for index, part in enumerate(self._parts):
            name = f"{part.name} {part.version}"
            grid.addWidget(Text(name, TextRole.BODY, style=self._style), index, 0, top)
            licence = Text(part.licence, TextRole.BODY, "ink2", style=self._style)
            grid.addWidget(licence, index, 1, top)
        if not self._parts:
            words = tr("The list of packages is missing from this copy of the program.")
            grid.addWidget(Text(words, TextRole.BODY, "ink2", style=self._style), 0, 0, 1, 2)
        return grid

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details())
        self._copied.setText(tr("The details were copied."))
        self._copied.show()

    def _on_licences(self) -> None:
        text = "\n\n".join(_licence_of(part) for part in self._parts)
        LicenceDialog(self.licences.text(), text, style=self._style, parent=self.window()).open()


class _LicenceButton(Button):
    """Opens the full text of a licence."""

    def __init__(self, words: str, path: str, *, style: Style) -> None:
        super().__init__(words, style=style)
        self._path = path
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        text = _resource(self._path)
        LicenceDialog(self.text(), text, style=self._style, parent=self.window()).open()


class LicenceDialog(QDialog):
    """A text to be scrolled and copied, as long as it is."""

    def __init__(self, title: str, text: str, *, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        field = QPlainTextEdit(text)
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setAccessibleName(title)
        field.setFont(style.font(TextRole.CAPTION))
        column.addWidget(field)
        close = Button(tr("Close"), style=style)
        close.clicked.connect(self.accept)
        column.addLayout(foot_row([close]))
        letters = QFontMetrics(field.font()).averageCharWidth() * 84
        self.resize(min(letters, parent.width() - 40), min(style.px(560), parent.height() - 40))


def _is_built() -> bool:
    return bool(getattr(sys, "frozen", False))


def _licence_of(part: Part) -> str:
    """Return the licence of a package with the texts that came with it."""
    texts = [_text(path) for path in part.texts]
    return "\n\n".join((f"{part.name} {part.version}: {part.licence}", *filter(None, texts)))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return tr(_MISSING)


def _resource(path: str) -> str:
    file = QFile(path)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return tr(_MISSING)
    text = bytes(file.readAll().data()).decode()
    file.close()
    return text
