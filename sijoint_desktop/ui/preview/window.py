"""Shows a content file as it is saved: the figure of the last good version, and every fault."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise, SelfTest
from sijoint_desktop.content.suitability import Fitting
from sijoint_desktop.content.timeline import self_test_timeline
from sijoint_desktop.core.language import plural, tr
from sijoint_desktop.ui.figure.transport import FigurePlayer
from sijoint_desktop.ui.library.exercise_page import ExercisePage
from sijoint_desktop.ui.library.notes import Section
from sijoint_desktop.ui.preview.watcher import FileWatcher
from sijoint_desktop.ui.style.layout import empty
from sijoint_desktop.ui.style.widgets import Card, NoteText, Page, Style, Text, TextRole

if TYPE_CHECKING:
    from sijoint_desktop.ui.figure.clips import ClipStore
    from sijoint_desktop.ui.figure.look import Look

Read = Callable[[], tuple[Exercise | SelfTest | None, tuple[str, ...]]]

_MOST_FAULTS = 12  # more would push the figure out of sight; they come as others go


class SelfTestFace(Page):
    """A self-test: its figure, its steps, what to notice and when to stop."""

    def __init__(self, *, style: Style, clips: "ClipStore", look: "Callable[[], Look]") -> None:
        super().__init__(style=style)
        self._name = Text("", TextRole.H1, style=style)
        self._player = FigurePlayer(style=style, clips=clips, look=look)
        self._words = QVBoxLayout()
        self._words.setSpacing(12)
        for part in (self._name, self._player):
            self.body.addWidget(part)
        card = Card(style=style)
        card.body.addLayout(self._words)
        self.body.addWidget(card)
        self.body.addStretch(1)

    def show_test(self, test: SelfTest) -> None:
        """Show a self-test."""
        self._name.setText(test.name)
        self._player.show_motion(test, self_test_timeline(test))
        empty(self._words)
        steps = [step.text for step in test.steps]
        for heading, lines, bullets in (
            (tr("Steps"), steps, True),
            (tr("What to notice"), [test.notice], False),
            (tr("When to stop"), [test.stop], False),
        ):
            self._words.addWidget(Section(heading, lines, style=self._style, bullets=bullets))


class PreviewWindow(QWidget):
    """One file in a window; ``read`` reads and judges it anew.

    With a fault the last good version stays, so that the figure is there to compare with.
    """

    def __init__(
        self,
        path: Path,
        read: Read,
        *,
        style: Style,
        library: Library,
        clips: "ClipStore",
        look: "Callable[[], Look]",
    ) -> None:
        super().__init__()
        self._read = read
        self._style = style
        self.setWindowTitle(path.name)
        self.setAutoFillBackground(True)
        self.resize(1180, 800)
        self._faults = Card(style=style, level="amber", padding=16)
        self._note = NoteText("amber", "", "", style=style)
        self._faults.body.addWidget(self._note)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self._faults.body.addLayout(self._lines)
        self.page = ExercisePage(
            style=style,
            library=library,
            clips=clips,
            look=look,
            fitting=Fitting,
            routine_ids=tuple,
            why_paused=tuple,
        )
        page = self.page
        for unused in (page.back, page.add, page.compare, page.print_card, page.practise):
            unused.hide()
        self._test = SelfTestFace(style=style, clips=clips, look=look)
        self._nothing = QWidget()
        self._faces = QStackedWidget()
        for face in (self._nothing, self.page, self._test):
            self._faces.addWidget(face)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 0)
        column.addWidget(self._faults)
        column.addWidget(self._faces, 1)
        self._watcher = FileWatcher(path, self)
        self._watcher.saved.connect(self.reload)
        self.reload()

    @property
    def faults(self) -> tuple[str, ...]:
        """The faults that are shown, in words."""
        items = (self._lines.itemAt(index) for index in range(self._lines.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(widget.text() for widget in widgets if isinstance(widget, Text))

    def reload(self) -> None:
        """Read the file again and show what it says now."""
        shown, faults = self._read()
        if isinstance(shown, Exercise):
            self.page.show_one(shown, self.page.dose.level)
            self._faces.setCurrentWidget(self.page)
        elif isinstance(shown, SelfTest):
            self._test.show_test(shown)
            self._faces.setCurrentWidget(self._test)
        self._show_faults(faults, kept=shown is None and self._faces.currentIndex() > 0)

    def _show_faults(self, faults: tuple[str, ...], *, kept: bool) -> None:
        empty(self._lines)
        count = plural("{n} fault", "{n} faults", len(faults))
        self._note.heading.setText(count)
        self._note.heading.show()
        kept_words = tr("The figure is still that of the last version without one.")
        self._note.text.setText(kept_words)
        self._note.text.setVisible(kept)
        for fault in faults[:_MOST_FAULTS]:
            line = Text(fault, TextRole.BODY, "amber_text", style=self._style)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(line)
        self._faults.setVisible(bool(faults))
