"""The palette and the one application style sheet, filled in from the theme."""

from string import Template

from PySide6.QtGui import QPalette

from sijoint_desktop.ui.style.tokens import TOKENS, Theme

# Text sizes are set in code by role, so no font appears here. Cards, chips of phases, charts and
# the figure paint themselves.
_OFF_ON_WHITE, _OFF_ON_BLACK = "#595959", "#A6A6A6"  # 7 to 1, and yet not the ink
_SHEET = Template("""
QToolTip { background: $surface; color: $ink; border: ${edge}px solid $control; padding: 6px 8px; }
QMenuBar { background: $window; color: $ink; border-bottom: 1px solid $line; padding: 0 12px; }
QMenuBar::item { padding: 6px 8px; margin: 0 2px; border-radius: 6px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $soft; color: $accent; }
QMenu { background: $surface; color: $ink; border: ${edge}px solid $control; padding: 6px; }
QMenu::item { padding: 7px 28px 7px 32px; border-radius: 6px; border: ${edge}px solid transparent; }
QMenu::item:selected { background: $soft; color: $accent; border-color: $pick_edge; }
QMenu::item:disabled { color: $off; }
QMenu::indicator { width: 16px; height: 16px; left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }

QPushButton[kind] { border-radius: 10px; padding: 0 20px; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: none; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; }
QPushButton[kind="outline"] {
    background: $surface; color: $ink; border: ${edge}px solid $control; }
QPushButton[kind="outline"]:hover, QPushButton[kind="outline"]:pressed { background: $soft; }
QPushButton[kind="text"] {
    background: transparent; color: $accent; border: none; padding: 0 4px; }
QPushButton[kind="text"]:hover { color: $accent_hover; text-decoration: underline; }
QPushButton[kind="danger"] { background: $surface; color: $red_text; border: 2px solid $red; }
QPushButton[kind="danger"]:hover, QPushButton[kind="danger"]:pressed { background: $red_ground; }
QPushButton::menu-indicator {
    subcontrol-position: right center; right: 6px; width: 18px; height: 18px; }
QPushButton[kind="primary"]::menu-indicator { image: url(:/icons/own/down_on_$accented.svg); }
QPushButton[kind="outline"]::menu-indicator { image: url(:/icons/own/down_on_$ground.svg); }
QPushButton[kind]:disabled {
    background: $sunken; color: $off; border: ${edge}px $off_edge $line; text-decoration: none; }
QPushButton[kind="text"]:disabled { background: transparent; border: none; }

QPushButton[chip="true"] {
    background: $surface; color: $ink; border: ${edge}px solid $control; padding: 0 14px; }
QPushButton[chip="true"]:hover { background: $soft; }
QPushButton[chip="true"]:checked {
    background: $soft; color: $accent; border: 2px solid $accent; padding: 0 13px; }

QFrame[segments="true"] {
    background: $surface; border: ${edge}px solid $control; border-radius: 10px; }
QPushButton[segment] { background: transparent; color: $ink; border: none; padding: 0 4px; }
QPushButton[segment="inner"], QPushButton[segment="last"] { border-left: 1px solid $line; }
QPushButton[segment]:hover { background: $sunken; }
QPushButton[segment]:checked {
    background: $soft; color: $accent; border-bottom: ${mark}px solid $accent; }
QPushButton[segment="first"] { border-top-left-radius: 9px; border-bottom-left-radius: 9px; }
QPushButton[segment="last"] { border-top-right-radius: 9px; border-bottom-right-radius: 9px; }
QPushButton[segment="only"] { border-radius: 9px; }

QPushButton[nrs="true"] {
    background: $surface; color: $ink; border: ${edge}px solid $control; border-radius: 10px;
    padding: 0; }
QPushButton[nrs="true"]:hover { background: $soft; }
QPushButton[nrs="true"]:checked { background: $accent; color: $on_accent; border-color: $accent; }

QToolButton { background: transparent; border: none; border-radius: 10px; color: $ink; }
QToolButton:hover { background: $sunken; border: ${hover_edge}px solid $line; }
QToolButton:checked { background: $soft; color: $accent; border: ${hover_edge}px solid $accent; }
QToolButton::menu-indicator { image: none; }
QFrame[rail="true"] { background: $window; border: none; border-right: 1px solid $line; }
QPushButton[rail] {
    background: transparent; border: none; border-radius: 10px; color: $ink2; padding: 0; }
QPushButton[rail="wide"] { text-align: left; padding-left: 12px; }
QPushButton[rail]:hover { background: $sunken; border: ${hover_edge}px solid $line; }
QPushButton[rail]:checked {
    background: $soft; color: $accent; border: ${hover_edge}px solid $accent; }

QLabel[tag="true"] {
    background: $sunken; color: $ink2; border: ${hover_edge}px solid $line; border-radius: 6px;
    padding: 0 8px; }

QLineEdit, QSpinBox, QPlainTextEdit, QTextEdit, QDateTimeEdit {
    background: $surface; color: $ink; border: ${edge}px solid $control; border-radius: 10px;
    padding: 0 12px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit, QTextEdit { padding: 8px 12px; }
QAbstractSpinBox { padding-right: 30px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    background: transparent; border: none; width: 26px; }
QAbstractSpinBox QLineEdit { background: transparent; border: none; padding: 0 0 0 10px; }
QAbstractSpinBox::up-arrow { image: url(:/icons/own/up_on_$ground.svg); width: 12px; height: 12px; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow, QDateTimeEdit::down-arrow {
    image: url(:/icons/own/down_on_$ground.svg); width: 12px; height: 12px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { width: 18px; height: 18px; }
QLineEdit:disabled, QSpinBox:disabled {
    background: $sunken; color: $off; border: ${edge}px $off_edge $control; }
QComboBox {
    background: $surface; color: $ink; border: ${edge}px solid $control; border-radius: 10px;
    padding: 0 12px; }
QComboBox:hover { background: $soft; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 28px; }
QComboBox QAbstractItemView {
    background: $surface; color: $ink; border: ${edge}px solid $control; outline: 0;
    selection-background-color: $soft; selection-color: $accent; }

QCheckBox, QRadioButton { color: $ink; spacing: 10px; }
QCheckBox:disabled, QRadioButton:disabled { color: $ink2; }
QCheckBox::indicator, QRadioButton::indicator { width: ${tick}px; height: ${tick}px; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $control; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover { background: $ink2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QSlider { min-height: 26px; }
QSlider::groove:horizontal { background: $sunken; height: 6px; border-radius: 3px;
    border: ${hover_edge}px solid $line; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 3px; }
QSlider::handle:horizontal { background: $surface; border: 3px solid $ink; width: 12px;
    height: 12px; margin: -6px 0; border-radius: 9px; }

QTableView, QListView, QTreeView {
    background: $surface; color: $ink; border: ${edge}px solid $line; gridline-color: $line;
    selection-background-color: $soft; selection-color: $ink; outline: 0; }
QHeaderView::section {
    background: $window; color: $ink2; border: none; border-bottom: 1px solid $line;
    padding: 6px 8px; text-align: left; }
QDialog, QMessageBox { background: $window; }
""")


def style_sheet(theme: Theme, tick_px: int = 22) -> str:
    """Return the application's style sheet for a theme and a size of tick boxes in pixels."""
    values: dict[str, str] = {token: getattr(theme, token) for token in TOKENS}
    values["edge"] = str(theme.edge_px)
    # Under high contrast a soft ground alone is too little: an edge joins it.
    values["hover_edge"] = "1" if theme.contrast else "0"
    # Under high contrast there is no ground that says "not available": a broken edge does.
    values["off_edge"] = "dashed" if theme.contrast else "solid"
    values["off"] = (
        (_OFF_ON_BLACK if theme.dark else _OFF_ON_WHITE) if theme.contrast else (theme.ink2)
    )
    values["tick"] = str(tick_px)
    # what stands on the accent needs the other colour
    values["accented"] = "light" if theme.dark else "dark"
    values["ground"] = "dark" if theme.dark else "light"
    values["mark"] = "4" if theme.contrast else "0"
    values["pick_edge"] = theme.accent if theme.contrast else "transparent"
    return _SHEET.substitute(values)


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme, for everything that the style sheet leaves to Qt."""
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.window,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.ink2,
        QPalette.ColorRole.Button: theme.surface,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.BrightText: theme.red,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.return_,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.Light: theme.surface,
        QPalette.ColorRole.Midlight: theme.sunken,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.control,
        QPalette.ColorRole.Shadow: theme.ink,
    }
    result = QPalette()
    for role, value in roles.items():
        result.setColor(role, value)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, theme.ink2)
    return result
