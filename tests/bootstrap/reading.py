"""What a screen reader, a keyboard and an eye find on a page of the running program."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


def controls(page: QWidget) -> list[QWidget]:
    """Return what can be worked with on a page: controls, and all else that takes the keyboard."""
    return [widget for widget in page.findChildren(QWidget) if _is_control(widget, page)]


def _is_control(widget: QWidget, page: QWidget) -> bool:
    inner = widget.objectName().startswith("qt_")  # the line edit within a spin box, and such
    if inner or isinstance(widget, QScrollBar) or not widget.isVisibleTo(page):
        return False
    if type(widget) in (QScrollArea, QAbstractScrollArea) or _is_viewport(widget):
        return False
    return isinstance(widget, INTERACTIVE) or _takes_tab(widget)


def _is_viewport(widget: QWidget) -> bool:
    """Say whether a widget is the inside of one that scrolls, which has the keyboard for it."""
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def _takes_tab(widget: QWidget) -> bool:
    wanted = Qt.FocusPolicy.TabFocus
    return bool(widget.focusPolicy() & wanted) and not isinstance(widget, QAbstractScrollArea)


def spoken_name(widget: QWidget) -> str:
    """Return what a screen reader calls a widget.

    On Linux the name of a combo box is its choice; its label says what it is a choice of.
    """
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):
        labels = interface.relations(QAccessible.RelationFlag.Label)
        return " ".join(label.text(QAccessible.Text.Name) for label, _kind in labels).strip()
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def description(widget: QWidget) -> str:
    """Return what a screen reader says of a widget beyond its name."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description).strip()


def nameless(page: QWidget) -> list[str]:
    """Return what a screen reader would call nothing."""
    return [f"{type(w).__name__} {w.geometry()}" for w in controls(page) if not spoken_name(w)]


def tab_order(page: QWidget) -> list[str]:
    """Return the names of what Tab reaches and is in sight, in the order of Tab."""
    order, widget = [], page.nextInFocusChain()
    while widget is not page:
        if _takes_tab(widget) and widget.isVisibleTo(page) and page.isAncestorOf(widget):
            order.append(spoken_name(widget))
        widget = widget.nextInFocusChain()
    return order


def within_tab(page: QWidget) -> set[QWidget]:
    """Return what Tab reaches, following the chain that it follows."""
    reached: set[QWidget] = set()
    widget = page.nextInFocusChain()
    while widget is not page:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached |= {widget, widget.focusProxy() or widget}
        widget = widget.nextInFocusChain()
    return reached


def beyond_tab(page: QWidget) -> list[str]:
    """Return the controls that Tab does not reach."""
    reached = within_tab(page)
    enabled = [widget for widget in controls(page) if widget.isEnabled()]
    return [f"{type(w).__name__} {spoken_name(w)!r}" for w in enabled if w not in reached]


def clipped(page: QWidget) -> list[str]:
    """Return the labels and buttons that have less room than their words need."""
    short = [
        f"{type(area).__name__}: {area.widget().width()} wide, shown {area.viewport().width()}"
        for area in [page, *page.findChildren(QScrollArea)]
        if isinstance(area, QScrollArea) and area.isVisibleTo(page) and _hides_a_side(area)
    ]
    short += [
        f"{type(control).__name__} {spoken_name(control)!r} lies beyond the edge"
        for control in controls(page)
        if not _scrolls(control, page) and not page.rect().contains(_place(control, page))
    ]
    for widget in page.findChildren(QWidget):
        if widget.isVisibleTo(page) and _squeezes(widget):
            short.append(f"{type(widget).__name__} {widget.accessibleName()!r} is too narrow")
        if not isinstance(widget, QLabel | QAbstractButton) or not widget.isVisibleTo(page):
            continue
        if not widget.text() or _fits(widget):
            continue
        short.append(f"{type(widget).__name__} {widget.text()[:50]!r} {widget.size().toTuple()}")
    return short


def _hides_a_side(area: QScrollArea) -> bool:
    """Say whether something within is wider than the area and no bar brings it in sight."""
    barred = area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    inside = area.widget()
    return inside is not None and not barred and inside.width() > area.viewport().width() + 1


def _scrolls(widget: QWidget, page: QWidget) -> bool:
    """Say whether a widget of a page can be scrolled into sight."""
    holder: QWidget | None = widget
    while holder not in (page, None):
        holder = holder.parentWidget()
        if isinstance(holder, QAbstractScrollArea):
            return True
    return False


def _place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def _squeezes(widget: QWidget) -> bool:
    """Say whether the parts of a widget need more room beside each other than it has."""
    layout = widget.layout()
    return layout is not None and layout.minimumSize().width() > widget.width() + 1


def _fits(widget: QLabel | QAbstractButton) -> bool:
    """Say whether all words of a widget fit into it."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) <= widget.height() + 1
    wanted = widget.minimumSizeHint()
    return wanted.width() <= widget.width() + 1 and wanted.height() <= widget.height() + 1
