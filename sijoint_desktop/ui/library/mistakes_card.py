"""Leafs through the common mistakes of an exercise, each beside the right way."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from sijoint_desktop.content.model import Exercise, Mistake
from sijoint_desktop.core.language import tr
from sijoint_desktop.motion.mistake import right_row
from sijoint_desktop.sheet.wording import sentence
from sijoint_desktop.ui.library.mistake_panel import Comparison, MistakePanel
from sijoint_desktop.ui.style.widgets import Card, IconButton, Style, Text, TextRole

if TYPE_CHECKING:
    from collections.abc import Callable

    from sijoint_desktop.ui.figure.clips import ClipStore
    from sijoint_desktop.ui.figure.look import Look

_LEAST_PANEL_PX = 250


class MistakesCard(Card):
    """One mistake at a time, "n of m" with arrows; what is drawn comes first."""

    def __init__(
        self,
        clips: "ClipStore",
        look: "Callable[[], Look]",
        *,
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(style=style, padding=20, parent=parent)
        self._clips = clips
        self._look = look
        self._exercise: Exercise | None = None
        self._mistakes: tuple[Mistake, ...] = ()
        self._at = 0
        self.title = Text("", TextRole.BODY_BOLD, style=style)
        self.place = Text("", TextRole.CAPTION, "ink2", style=style, wrap=False, tabular=True)
        self.back = IconButton("chevron-left", tr("Mistake before"), style=style, size=32)
        self.next = IconButton("chevron-right", tr("Next mistake"), style=style, size=32)
        self.wrong = MistakePanel(wrong=True, style=style)
        self.right = MistakePanel(wrong=False, style=style)
        self.instead = Text("", TextRole.BODY, "ink2", style=style)
        self._build()
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        style.changed.connect(self.refresh)

    def _build(self) -> None:
        pager = QHBoxLayout()
        pager.setSpacing(4)
        for widget in (self.place, self.back, self.next):
            pager.addWidget(widget)
        heading = QHBoxLayout()
        heading.setSpacing(12)
        heading.addWidget(self.title, 1)
        heading.addLayout(pager)
        heading.setAlignment(pager, Qt.AlignmentFlag.AlignTop)
        self.title.setContentsMargins(0, 6, 0, 6)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(12)
        self._pair.addWidget(self.wrong, 1)
        self._pair.addWidget(self.right, 1)
        self.body.addLayout(heading)
        self.body.addLayout(self._pair)
        self.body.addWidget(self.instead)

    @property
    def mistake(self) -> Mistake | None:
        """The mistake on show."""
        return self._mistakes[self._at] if self._mistakes else None

    def show_exercise(self, exercise: Exercise) -> None:
        """Show the first mistake of another exercise; without any, the card hides."""
        self._exercise = exercise
        self._mistakes = tuple(sorted(exercise.mistakes, key=_is_words))
        self._at = 0
        self.setVisible(bool(self._mistakes))
        self.refresh()

    def refresh(self) -> None:
        """Show the present mistake anew, in other colours or another style of figure."""
        mistake = self.mistake
        if mistake is None:
            return
        count = len(self._mistakes)
        self.title.setText(tr("Common mistake: {mistake}", mistake=mistake.wrong))
        self.place.setText(tr("{number} of {count}", number=self._at + 1, count=count))
        for widget in (self.place, self.back, self.next):
            widget.setVisible(count > 1)
        drawn = self._draw(mistake)
        if not drawn:
            self.wrong.show_words(sentence(mistake.wrong))
            self.right.show_words(sentence(mistake.right))
        self.instead.setText(tr("Do this instead: {movement}.", movement=mistake.right))
        self.instead.setVisible(drawn)
        for panel in (self.wrong, self.right):
            panel.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the halves below each other where there is no room side by side."""
        super().resizeEvent(event)
        room = self.width() - 2 * 20 - 12 >= 2 * _LEAST_PANEL_PX * self._style.scale**0.5
        way = QBoxLayout.Direction.LeftToRight if room else QBoxLayout.Direction.TopToBottom
        if self._pair.direction() != way:
            self._pair.setDirection(way)

    def _draw(self, mistake: Mistake) -> bool:
        """Draw both halves with one camera, which sees as much as both figures need."""
        comparison = self._comparison(mistake)
        if comparison is None:
            return False
        # the arrows and the ghost belong to the movement, and this is one moment of it
        look = self._look().with_layers()
        self.wrong.show_figure(comparison, look, mistake.wrong)
        self.right.show_figure(comparison, look, mistake.right)
        return True

    def _comparison(self, mistake: Mistake) -> Comparison | None:
        exercise = self._exercise
        if exercise is None or mistake.motion_id is None:
            return None
        # numpy stays out of the start-up
        from sijoint_desktop.ui.figure.view import mark_of  # noqa: PLC0415

        spec = exercise.motion
        fault = next((fault for fault in spec.mistakes if fault.id == mistake.motion_id), None)
        if fault is None:
            return None
        clip = self._clips.get(exercise)
        return Comparison(
            wrong=clip.mistake_pose(fault.id),
            right=clip.pose(right_row(spec, fault.id)),
            view=fault.view.value,
            mark=mark_of(spec, clip, fault.id),
            close_up=fault.close_up,
        )

    def _on_back(self) -> None:
        self._turn(-1)

    def _on_next(self) -> None:
        self._turn(1)

    def _turn(self, step: int) -> None:
        self._at = (self._at + step) % len(self._mistakes)
        self.refresh()


def _is_words(mistake: Mistake) -> bool:
    return mistake.motion_id is None
