"""The Help page: the keys, when to stop and get help, and what the program is made of."""

from PySide6.QtCore import QFile, QIODevice, Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from sijoint_desktop import __version__
from sijoint_desktop.ui.style.layout import Card, FlowLayout, Page
from sijoint_desktop.ui.style.style import Style
from sijoint_desktop.ui.style.widgets import Banner, Button, Text, TextRole

KEYS: tuple[tuple[str, str], ...] = (
    ("Ctrl+1 to Ctrl+6", "Today, Check, Exercises, Routines, History, Learn"),
    ("Ctrl+comma", "Settings"),
    ("F1", "Help"),
    ("Ctrl+Enter", "Start the routine"),
    ("Ctrl+N", "New check"),
    ("Ctrl+O", "Open a routine file"),
    ("Ctrl+Z, Ctrl+Shift+Z", "Undo, redo"),
    ("Ctrl+P", "Print the routine sheet"),
    ("Ctrl+E", "Export your data"),
    ("Ctrl+plus, Ctrl+minus, Ctrl+0", "Larger text, smaller text, usual text"),
    ("F11", "Full screen"),
    ("Ctrl+Q", "Quit"),
)

SESSION_KEYS: tuple[tuple[str, str], ...] = (
    ("Space", "Pause and go on"),
    ("Right, Left", "Next, back"),
    ("R", "Do this one again"),
    ("P", "That hurt: stops at once"),
    ("F", "View for the floor, three metres away"),
    ("Esc", "End; asks first"),
)

BUILDER_KEYS: tuple[tuple[str, str], ...] = (
    ("Ctrl+Up, Ctrl+Down", "Move the exercise up, down"),
    ("Ins, Ctrl+F", "Add an exercise"),
    ("Enter", "Go to its dose; in the list to add from, add it"),
    ("Del", "Remove the exercise"),
)

CHART_KEYS: tuple[tuple[str, str], ...] = (
    ("Left, Right", "Read out the day before, the day after"),
    ("Home, End", "Read out the first, the last"),
    ("Plus, minus, 0", "Look closer, see more, see all"),
    ("Shift+Left, Shift+Right", "Move along"),
    ("Ctrl+C", "Copy the rows of a table"),
    ("Enter, Del", "Edit, delete what is marked in the table of everything"),
    ("Ctrl+F", "Search in that table"),
)

STOP_SIGNS: tuple[str, ...] = (
    "Numb or tingling skin between your legs, or around your bottom.",
    "New trouble passing water or holding it, or with your bowels.",
    "A leg that is weak, or is getting weaker.",
    "Numbness or pain going down both legs.",
    "Strong pain after a fall or another injury.",
    "Fever, or feeling very ill, together with back pain.",
)

STOP_RULES: tuple[str, ...] = (
    "Stop an exercise when it hurts sharply, or when pain runs down a leg.",
    "A light pull or tired muscles are fine. If pain is still worse the next day, do less.",
    "See a doctor or a physiotherapist if pain gets worse over a week or wakes you every night.",
    "Pregnant, a new hip, weak bones, or another illness? Ask your doctor first.",
)

ABOUT = (
    "SI Joint Desktop shows gentle exercises for mild pain around the sacroiliac joint. It is "
    "general information and educational source code. It is not a medical device, it does not "
    "diagnose, and its rules have not yet been reviewed by a clinician."
)

LICENCES: tuple[tuple[str, str, str], ...] = (
    ("Atkinson Hyperlegible (typeface)", "SIL Open Font License 1.1", ":/fonts/LICENSE.txt"),
    ("Lucide (icons)", "ISC License", ":/icons/LICENSE.txt"),
)

LIBRARIES = (
    "Made with Python, Qt for Python (LGPL 3), NumPy (BSD), SQLAlchemy and Alembic (MIT), "
    "PyQtGraph (MIT) and platformdirs (MIT). The program itself is under the MIT License."
)


class HelpPage(Page):
    """Keys, safety information and about, as three cards on one page."""

    def __init__(self, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, parent=parent)
        self.body.addWidget(Text("Help", TextRole.H1, style=style))
        self._sections: dict[str, QWidget] = {
            "safety": self._safety(),
            "shortcuts": self._shortcuts(),
            "about": self._about(),
        }
        for card in self._sections.values():
            self.body.addWidget(card)
        self.body.addStretch(1)

    def show_section(self, name: str) -> None:
        """Scroll to "shortcuts", "safety" or "about"."""
        self.content.layout().activate()  # type: ignore[union-attr]  # set by Page
        self.verticalScrollBar().setValue(max(0, self._sections[name].y() - 16))

    def _safety(self) -> QWidget:
        card = Card(style=self._style)
        style = self._style
        card.body.addWidget(Text("When to stop and get help", TextRole.H2, style=style))
        signs = "\n".join(f"\u2022 {sign}" for sign in STOP_SIGNS)
        card.body.addWidget(
            Banner(
                "red", "Do not exercise, and get medical help now, if you have:", signs, style=style
            )
        )
        for rule in STOP_RULES:
            card.body.addWidget(Text(f"\u2022 {rule}", TextRole.BODY, style=style))
        text = "If you are in doubt, call your local emergency number or your doctor."
        card.body.addWidget(Text(text, TextRole.BODY_BOLD, style=style))
        return card

    def _shortcuts(self) -> QWidget:
        card = Card(style=self._style)
        style = self._style
        card.body.addWidget(Text("Keys", TextRole.H2, style=style))
        card.body.addLayout(self._table(KEYS))
        card.body.addSpacing(8)
        card.body.addWidget(Text("During a session", TextRole.BODY_BOLD, style=style))
        card.body.addLayout(self._table(SESSION_KEYS))
        card.body.addSpacing(8)
        card.body.addWidget(Text("While you change a routine", TextRole.BODY_BOLD, style=style))
        card.body.addLayout(self._table(BUILDER_KEYS))
        card.body.addSpacing(8)
        card.body.addWidget(Text("In a chart", TextRole.BODY_BOLD, style=style))
        card.body.addLayout(self._table(CHART_KEYS))
        return card

    def _table(self, rows: tuple[tuple[str, str], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for index, (keys, meaning) in enumerate(rows):
            grid.addWidget(Text(keys, TextRole.BODY_BOLD, style=self._style), index, 0)
            grid.addWidget(Text(meaning, TextRole.BODY, "ink2", style=self._style), index, 1)
        return grid

    def _about(self) -> QWidget:
        card = Card(style=self._style)
        style = self._style
        heading = f"About SI Joint Desktop {__version__}"
        card.body.addWidget(Text(heading, TextRole.H2, style=style))
        card.body.addWidget(Text(ABOUT, TextRole.BODY, style=style))
        card.body.addWidget(Text(LIBRARIES, TextRole.BODY, "ink2", style=style))
        buttons = QWidget()
        row = FlowLayout(buttons, gap=12)
        for name, licence, path in LICENCES:
            text = f"{name}: {licence}"
            card.body.addWidget(Text(text, TextRole.BODY, "ink2", style=style))
            button = _LicenceButton(name, path, style=style)
            row.addWidget(button)
        card.body.addWidget(buttons)
        return card


class _LicenceButton(Button):
    """Opens the full text of a licence."""

    def __init__(self, name: str, path: str, *, style: Style) -> None:
        super().__init__(f"Licence of {name.partition(' (')[0]}", style=style)
        self._path = path
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        dialog = LicenceDialog(self.text(), self._path, style=self._style, parent=self.window())
        dialog.open()


class LicenceDialog(QDialog):
    """The full text of a licence, to be scrolled and copied."""

    def __init__(self, title: str, path: str, *, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(640, 480)
        column = QVBoxLayout(self)
        text = QPlainTextEdit(_read(path))
        text.setReadOnly(True)
        text.setAccessibleName(title)
        text.setFont(style.font(TextRole.CAPTION))
        column.addWidget(text)
        close = Button("Close", style=style)
        close.clicked.connect(self.accept)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)


def _read(path: str) -> str:
    file = QFile(path)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return "The text of this licence is missing from this copy of the program."
    text = bytes(file.readAll().data()).decode()
    file.close()
    return text
