"""The menu bar: every command of the window with its key."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from sijoint_desktop.core.language import tr
from sijoint_desktop.settings.options import BY_KEY
from sijoint_desktop.ui.preferences import Preferences
from sijoint_desktop.ui.shell.rail import RailItem

_TEXT_STEP = 10
_NOT_IN_SESSION = (
    *("page_", "help_", "check", "start", "print", "report", "open_routine", "calendar"),
    *("export_", "import", "copies", "erase", "undo", "redo"),
)
"""What is offered outside a session only, by how its name begins."""


class Menus(QObject):
    """Fills a menu bar; what a menu cannot do by itself it asks for by a signal."""

    page_wished = Signal(str)
    help_wished = Signal(str)  # a section of the Help page
    start_wished = Signal()
    check_wished = Signal()
    print_wished = Signal()
    report_wished = Signal()
    open_routine_wished = Signal()
    calendar_wished = Signal()
    export_wished = Signal(str)  # the key of a form of file
    import_wished = Signal()
    copies_wished = Signal()
    erase_wished = Signal()
    undo_wished = Signal()
    redo_wished = Signal()
    full_screen_wished = Signal()
    quit_wished = Signal()

    def __init__(
        self, bar: QMenuBar, pages: tuple[RailItem, ...], preferences: Preferences
    ) -> None:
        super().__init__(bar)
        self._preferences = preferences
        self._actions: dict[str, QAction] = {}
        self._themes = QActionGroup(self)
        self._fill_file(bar.addMenu(tr("&File")))
        self._fill_edit(bar.addMenu(tr("&Edit")))
        self._fill_session(bar.addMenu(tr("&Session")))
        self._fill_view(bar.addMenu(tr("&View")), pages)
        self._fill_help(bar.addMenu(tr("&Help")))
        preferences.changed.connect(self._on_preference)
        self._on_preference("theme")
        self._on_preference("text_percent")

    def action(self, name: str) -> QAction:
        """Return an action by its name, for example "print" or "full_screen"."""
        return self._actions[name]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all actions."""
        return tuple(self._actions)

    def set_in_session(self, running: bool) -> None:
        """Offer only what makes sense beside a running session."""
        for name, action in self._actions.items():
            if name.startswith(_NOT_IN_SESSION):
                action.setEnabled(not running)

    def _add(self, menu: QMenu, name: str, words: str, keys: str = "") -> QAction:
        action = QAction(words, self)
        if keys:
            action.setShortcuts([QKeySequence(key) for key in keys.split()])
        menu.addAction(action)
        self._actions[name] = action
        return action

    def _fill_file(self, menu: QMenu) -> None:
        self._add(menu, "check", tr("&New check"), "Ctrl+N").triggered.connect(self.check_wished)
        menu.addSeparator()
        self._add(menu, "open_routine", tr("&Open a routine\u2026"), "Ctrl+O").triggered.connect(
            self.open_routine_wished
        )
        self._add(menu, "print", tr("&Print the routine sheet\u2026"), "Ctrl+P").triggered.connect(
            self.print_wished
        )
        self._add(menu, "calendar", tr("Planned &days for a calendar\u2026")).triggered.connect(
            self.calendar_wished
        )
        self._fill_data(menu)
        menu.addSeparator()
        self._add(menu, "quit", tr("&Quit"), "Ctrl+Q").triggered.connect(self.quit_wished)

    def show_steps(self, undo: str, redo: str) -> None:
        """Name what would be taken back and done again; empty where there is nothing."""
        for name, words, step in (
            ("undo", undo, tr("&Undo: {change}", change=undo) if undo else tr("&Undo")),
            ("redo", redo, tr("&Redo: {change}", change=redo) if redo else tr("&Redo")),
        ):
            self._actions[name].setText(step)
            self._actions[name].setEnabled(bool(words))

    def _fill_data(self, menu: QMenu) -> None:
        exports = menu.addMenu(tr("&Export your data"))
        for key, words, keys in (
            ("json", tr("&Everything, for this program (JSON)\u2026"), "Ctrl+E"),
            ("csv", tr("A &table for a spreadsheet (CSV)\u2026"), ""),
            ("fhir", tr("&Pain scores for a health record (FHIR)\u2026"), ""),
        ):
            action = self._add(exports, f"export_{key}", words, keys)
            action.setData(key)
            action.triggered.connect(self._on_export)
        report = self._add(menu, "report", tr("&Report for a clinician\u2026"))
        report.triggered.connect(self.report_wished)
        bring = self._add(menu, "import", tr("&Bring in data\u2026"))
        bring.triggered.connect(self.import_wished)
        copies = self._add(menu, "copies", tr("&Copies of your history\u2026"))
        copies.triggered.connect(self.copies_wished)
        erase = self._add(menu, "erase", tr("E&rase everything\u2026"))
        erase.triggered.connect(self.erase_wished)

    def _fill_edit(self, menu: QMenu) -> None:
        self._add(menu, "undo", tr("&Undo"), "Ctrl+Z").triggered.connect(self.undo_wished)
        self._add(menu, "redo", tr("&Redo"), "Ctrl+Shift+Z Ctrl+Y").triggered.connect(
            self.redo_wished
        )
        self.show_steps("", "")

    def _fill_session(self, menu: QMenu) -> None:
        start = self._add(menu, "start", tr("&Start the routine"), "Ctrl+Enter Ctrl+Return")
        start.triggered.connect(self.start_wished)
        choose = self._add(menu, "page_practise", tr("&Practise one exercise\u2026"))
        choose.setData("exercises")
        choose.triggered.connect(self._on_page)

    def _fill_view(self, menu: QMenu, pages: tuple[RailItem, ...]) -> None:
        for item in pages:
            action = self._add(menu, f"page_{item.key}", item.word, item.keys)
            action.setData(item.key)
            action.triggered.connect(self._on_page)
        menu.addSeparator()
        themes = menu.addMenu(tr("&Colours"))
        for key, word in BY_KEY["theme"].choices_in_words():
            action = self._add(themes, f"theme_{key}", word)
            action.setCheckable(True)
            action.setData(key)
            self._themes.addAction(action)
            action.triggered.connect(self._on_theme)
        menu.addSeparator()
        larger = self._add(menu, "text_larger", tr("&Larger text"), "Ctrl++ Ctrl+=")
        smaller = self._add(menu, "text_smaller", tr("S&maller text"), "Ctrl+-")
        usual = self._add(menu, "text_usual", tr("&Usual text size"), "Ctrl+0")
        larger.triggered.connect(self._on_larger)
        smaller.triggered.connect(self._on_smaller)
        usual.triggered.connect(self._on_usual)
        menu.addSeparator()
        full = self._add(menu, "full_screen", tr("&Full screen"), "F11")
        full.setCheckable(True)
        full.triggered.connect(self.full_screen_wished)

    def _fill_help(self, menu: QMenu) -> None:
        for section, words, keys in (
            ("guide", tr("&User guide"), "F1"),
            ("shortcuts", tr("&Keys"), "Ctrl+F1"),
            ("safety", tr("&Safety information"), ""),
            ("about", tr("&About SI Joint Desktop"), ""),
        ):
            action = self._add(menu, f"help_{section}", words, keys)
            action.setData(section)
            action.triggered.connect(self._on_help)

    def _data_of_sender(self) -> str:
        sender = self.sender()
        return str(sender.data()) if isinstance(sender, QAction) else ""

    def _on_page(self) -> None:
        self.page_wished.emit(self._data_of_sender())

    def _on_export(self) -> None:
        self.export_wished.emit(self._data_of_sender())

    def _on_help(self) -> None:
        self.help_wished.emit(self._data_of_sender())

    def _on_theme(self) -> None:
        self._preferences.set("theme", self._data_of_sender())

    def _on_larger(self) -> None:
        self._set_text(self._preferences.settings.number("text_percent") + _TEXT_STEP)

    def _on_smaller(self) -> None:
        self._set_text(self._preferences.settings.number("text_percent") - _TEXT_STEP)

    def _on_usual(self) -> None:
        self._set_text(100)

    def _set_text(self, percent: int) -> None:
        option = BY_KEY["text_percent"]
        self._preferences.set("text_percent", min(option.most, max(option.least, percent)))

    def _on_preference(self, key: str) -> None:
        settings = self._preferences.settings
        if key == "theme":
            self._actions[f"theme_{settings.text('theme')}"].setChecked(True)
        elif key == "text_percent":
            percent, option = settings.number(key), BY_KEY[key]
            self._actions["text_larger"].setEnabled(percent < option.most)
            self._actions["text_smaller"].setEnabled(percent > option.least)
            self._actions["text_usual"].setEnabled(percent != option.default)
