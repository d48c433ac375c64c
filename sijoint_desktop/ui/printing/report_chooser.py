"""Asks what a report for a clinician shall show before it is made."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sijoint_desktop.app.clinician_report import ReportPart
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.style.dialog import AskingDialog
from sijoint_desktop.ui.style.style import Style, TextRole
from sijoint_desktop.ui.style.widgets import (
    Button,
    ButtonKind,
    Chip,
    FlowLayout,
    Segments,
    Text,
)

_USUAL_SPAN = "92"


class ReportChooser(AskingDialog):
    """Lets a person choose the time and the parts; open it with ``open()``.

    ``chosen`` carries the first day (None for all there is) and the frozen set of parts. It is
    deleted when it is closed.
    """

    chosen = Signal(object, object)

    def __init__(self, today: date, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(tr("Report for a clinician"), 620, 480, style=style, parent=parent)
        self._today = today
        page = self._page
        said = tr("It is made from your records and goes to nobody by itself. You see it first.")
        page.body.addWidget(Text(said, style=style))
        page.body.addWidget(Text(tr("How far back?"), TextRole.BODY_BOLD, style=style))
        spans = [
            *(("42", tr("6 weeks")), ("92", tr("3 months"))),
            *(("366", tr("1 year")), ("", tr("All", "time"))),
        ]
        self.spans = Segments(spans, style=style, value=_USUAL_SPAN, name=tr("How far back"))
        page.body.addWidget(self.spans, alignment=Qt.AlignmentFlag.AlignLeft)
        page.body.addWidget(Text(tr("What shall it show?"), TextRole.BODY_BOLD, style=style))
        self.chips = {part: Chip(part.words, style=style, checked=True) for part in ReportPart}
        flow = FlowLayout(gap=12)
        for chip in self.chips.values():
            chip.toggled.connect(self._on_toggled)
            flow.addWidget(chip)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        page.body.addWidget(holder)
        page.body.addStretch(1)
        self.show_it = Button(tr("Show the report"), ButtonKind.PRIMARY, style=style)
        self.show_it.setDefault(True)
        self.show_it.clicked.connect(self._on_show)
        self._add_foot(self.show_it)

    def _parts(self) -> frozenset[ReportPart]:
        return frozenset(part for part, chip in self.chips.items() if chip.isChecked())

    def _on_toggled(self) -> None:
        self.show_it.setEnabled(bool(self._parts()))

    def _on_show(self) -> None:
        days = self.spans.value
        since = self._today - timedelta(days=int(days) - 1) if days else None
        self.chosen.emit(since, self._parts())
        self.accept()
