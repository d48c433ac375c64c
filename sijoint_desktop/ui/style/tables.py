"""The table of the design system: rows to look at and to choose, without lines between cells."""

from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from sijoint_desktop.ui.style.style import Style, TextRole

_SHEET = """
QTableView { border: none; }
QTableView::item { padding: 0 8px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
"""


class RowsTable(QTableView):
    """A table whose rows are chosen whole; a press on a heading sorts by it."""

    def __init__(self, name: str, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setStyleSheet(_SHEET)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)

    def set_rows(self, row_px: int, least_rows: int) -> None:
        """Set the height of a row at 100 % text, and how many rows always have room."""
        self.setFont(self._style.font(TextRole.BODY, tabular=True))
        self.verticalHeader().setDefaultSectionSize(self._style.px(row_px))
        self.setMinimumHeight(self._style.px(row_px) * least_rows)
