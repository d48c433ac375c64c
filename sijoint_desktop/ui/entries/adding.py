"""The menu of what can be added to the record, each with its form."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.history.entries import Activity
from sijoint_desktop.history.records import SessionRecord
from sijoint_desktop.history.safety import Readable
from sijoint_desktop.ui.entries.activities_form import ActivitiesForm
from sijoint_desktop.ui.entries.editor import Editor
from sijoint_desktop.ui.entries.forms import BeltForm, MarkForm, PainForm
from sijoint_desktop.ui.entries.paper_form import PaperForm, Sheets
from sijoint_desktop.ui.style.style import Style, TextRole


@dataclass(frozen=True, slots=True)
class OnRecord:
    """Where the table reads from; each call may raise UserError."""

    sessions: Callable[[], tuple[SessionRecord, ...]]
    entries: Callable[[], Readable]
    now: Callable[[], datetime]


class AddMenu(QMenu):
    """Opens the form for what is chosen; ``failed`` says why that is not possible now."""

    failed = Signal(str)

    def __init__(
        self, on_record: OnRecord, editor: Editor, sheets: Sheets, *, style: Style, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._record = on_record
        self._editor = editor
        self._sheets = sheets
        self._style = style
        self._over = parent
        self.entries = {}
        for key, words, slot in (
            ("pain", tr("A pain score\u2026"), self._on_pain),
            ("paper", tr("A session done on paper\u2026"), self._on_paper),
            ("note", tr("A note at a day\u2026"), self._on_note),
            ("belt", tr("A day with the belt\u2026"), self._on_belt),
        ):
            self.entries[key] = self.addAction(words)
            self.entries[key].triggered.connect(slot)
        self._restyle()
        style.changed.connect(self._restyle)

    def open_activities(self) -> None:
        """Open the form for the activities of the person's own."""
        try:
            known = self._record.entries().all(Activity)
        except UserError as fault:
            self.failed.emit(str(fault))
            return
        now, do = self._record.now, self._editor.do
        form = ActivitiesForm(do, now, known, style=self._style, parent=self._over)
        form.open()

    def _on_pain(self) -> None:
        self._open(PainForm)

    def _on_note(self) -> None:
        self._open(MarkForm)

    def _on_belt(self) -> None:
        self._open(BeltForm)

    def _open(self, kind: type[PainForm | MarkForm | BeltForm]) -> None:
        now = self._record.now
        kind(self._editor.do, now, style=self._style, parent=self._over).open()

    def _on_paper(self) -> None:
        now, do = self._record.now, self._editor.do
        try:
            form = PaperForm(do, now, self._sheets, style=self._style, parent=self._over)
        except UserError as fault:
            self.failed.emit(str(fault))
            return
        form.open()

    def _restyle(self) -> None:
        self.setFont(self._style.font(TextRole.BODY))
