"""Draws one exercise as a card: picture, name, purpose and position, and whether it is yours."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.core.language import tr
from sijoint_desktop.ui.library.model import LEFT_OUT_WORDS, AnyIndex, Role, subtitle
from sijoint_desktop.ui.style.style import Style, TextRole

GAP = 16
INSET = GAP // 2  # each cell carries half a gap on every side
RADIUS = 16
PICTURE_SHARE = 0.56  # height of the picture by its width, as in the design
RING_PX = 2
RING_GAP_PX = 3
_LEAST_WIDTH = 212
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class CardMetrics:
    """Sizes shared by all cards, in pixels; every text fits its place."""

    columns: int
    cell: QSize
    picture: QSize
    padding: int
    name_width: int

    def card(self, cell: QRect) -> QRect:
        """Return the card inside its cell."""
        return cell.adjusted(INSET, INSET, -INSET, -INSET)


NO_METRICS = CardMetrics(1, QSize(), QSize(), 0, 0)


def measure_cards(width: int, style: Style, exercises: Iterable[Exercise]) -> CardMetrics:
    """Return the sizes for cells that share ``width`` pixels; large text gets fewer columns."""
    least = round(_LEAST_WIDTH * style.scale**0.6)
    columns = max(1, width // (least + GAP))
    cell_width = width // columns
    padding = style.px(16)
    text_width = cell_width - GAP - 2 * padding
    name_metrics = QFontMetrics(style.font(TextRole.BODY_BOLD))
    line_metrics = QFontMetrics(style.font(TextRole.CAPTION))
    name_width = text_width - style.icon_px(20) - 8
    words = max(
        (
            _height(name_metrics, name_width, exercise.name)
            + _height(line_metrics, text_width, subtitle(exercise))
            for exercise in exercises
        ),
        default=0,
    )
    picture = QSize(cell_width - GAP, round((cell_width - GAP) * PICTURE_SHARE))
    text_height = style.px(13) + words + style.px(3) + style.px(15)
    return CardMetrics(
        columns=columns,
        cell=QSize(cell_width, picture.height() + text_height + GAP),
        picture=picture,
        padding=padding,
        name_width=name_width,
    )


def _height(metrics: QFontMetrics, width: int, text: str) -> int:
    return metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, text).height()


@dataclass(frozen=True, slots=True)
class CardState:
    """How a card stands out: the one that moves, and the one the keyboard is on."""

    active: bool = False
    focused: bool = False
    progress: float | None = None  # 0 to 1 of the movement, while it moves


PicturePainter = Callable[[QPainter, QRect, Exercise], None]


class CardDelegate(QStyledItemDelegate):
    """Paints the cards; what moves and what is focused it asks of the grid."""

    def __init__(
        self,
        style: Style,
        paint_picture: PicturePainter,
        state_of: Callable[[AnyIndex], CardState],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._paint_picture = paint_picture
        self._state_of = state_of
        self._metrics = NO_METRICS

    def set_metrics(self, metrics: CardMetrics) -> None:
        """Use these sizes from now on."""
        self._metrics = metrics

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """Return the size of a cell."""
        return self._metrics.cell

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one card."""
        exercise = index.data(Role.EXERCISE)
        if not isinstance(exercise, Exercise):
            return
        card = self._metrics.card(QRect(option.rect.topLeft(), self._metrics.cell))
        state = self._state_of(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, card, exercise)
        if state.progress is not None:
            self._paint_progress(painter, card, state.progress)
        self._paint_words(painter, card, exercise, in_routine=bool(index.data(Role.IN_ROUTINE)))
        if index.data(Role.LEFT_OUT):
            self._paint_left_out(painter, card)
        self._paint_edge(painter, card, state)
        painter.restore()

    def _paint_ground(self, painter: QPainter, card: QRect, exercise: Exercise) -> None:
        theme = self._style.theme
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(card), RADIUS, RADIUS)
        painter.fillPath(shape, QColor(theme.surface))
        picture = QRect(card.topLeft(), self._metrics.picture)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(picture, QColor(theme.stage))
        self._paint_picture(painter, picture, exercise)
        painter.fillRect(picture.x(), picture.bottom() + 1, picture.width(), 1, QColor(theme.line))
        painter.restore()

    def _paint_progress(self, painter: QPainter, card: QRect, progress: float) -> None:
        top = card.y() + self._metrics.picture.height() - 3
        width = round(card.width() * min(max(progress, 0.0), 1.0))
        painter.fillRect(card.x(), top, width, 4, QColor(self._style.theme.accent))

    def _paint_words(
        self, painter: QPainter, card: QRect, exercise: Exercise, *, in_routine: bool
    ) -> None:
        metrics, style = self._metrics, self._style
        area = card.adjusted(metrics.padding, metrics.picture.height(), -metrics.padding, 0)
        painter.setFont(style.font(TextRole.BODY_BOLD))
        painter.setPen(QColor(style.theme.ink))
        lines = painter.fontMetrics()
        height = _height(lines, metrics.name_width, exercise.name)
        name = QRect(area.x(), area.y() + style.px(13), metrics.name_width, height)
        painter.drawText(name, _WRAP, exercise.name)
        if in_routine:
            icon = style.icon_px(20)
            top = name.y() + (lines.height() - icon) // 2
            painter.drawPixmap(area.right() + 1 - icon, top, style.pixmap("check", 20, "accent"))
        painter.setFont(style.font(TextRole.CAPTION))
        painter.setPen(QColor(style.theme.ink2))
        top = name.bottom() + 1 + style.px(3)
        painter.drawText(
            QRect(area.x(), top, area.width(), card.bottom() - top), _WRAP, subtitle(exercise)
        )

    def _paint_left_out(self, painter: QPainter, card: QRect) -> None:
        """Paint a tag over the picture: an icon and words on amber ground."""
        style, theme = self._style, self._style.theme
        painter.setFont(style.font(TextRole.CAPTION))
        icon, gap = style.icon_px(16), style.px(6)
        words = painter.fontMetrics().horizontalAdvance(tr(LEFT_OUT_WORDS))
        height = painter.fontMetrics().height() + style.px(8)
        tag = QRect(card.x() + 8, card.y() + 8, words + icon + 3 * gap, height)
        painter.setPen(QPen(QColor(theme.amber), theme.edge_px))
        painter.setBrush(QColor(theme.amber_ground))
        painter.drawRoundedRect(QRectF(tag), 6, 6)
        top = tag.y() + (height - icon) // 2
        painter.drawPixmap(tag.x() + gap, top, style.pixmap("triangle-alert", 16, "amber"))
        painter.setPen(QColor(theme.amber_text))
        area = tag.adjusted(icon + 2 * gap, 0, 0, 0)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), tr(LEFT_OUT_WORDS))

    def _paint_edge(self, painter: QPainter, card: QRect, state: CardState) -> None:
        theme = self._style.theme
        width = 2 if state.active or state.focused else theme.edge_px
        colour = theme.accent if state.active or state.focused else theme.line
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), width))
        half = width / 2
        painter.drawRoundedRect(
            QRectF(card).adjusted(half, half, -half, -half), RADIUS - half, RADIUS - half
        )
        if state.focused:
            out = RING_GAP_PX + RING_PX / 2
            painter.setPen(QPen(QColor(theme.ink), RING_PX))
            painter.drawRoundedRect(
                QRectF(card).adjusted(-out, -out, out, out), RADIUS + out, RADIUS + out
            )
