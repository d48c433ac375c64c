"""Everything that draws the figure, loaded when it is first wanted since numpy comes with it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from sijoint_desktop.content.model import Exercise
from sijoint_desktop.ui.services import Services
from sijoint_desktop.ui.today.show import CORNER_PX

if TYPE_CHECKING:
    from collections.abc import Callable

    from sijoint_desktop.ui.figure.clips import ClipStore
    from sijoint_desktop.ui.figure.look import Look
    from sijoint_desktop.ui.figure.stage import FigureStage


_CLIPS_KEPT = 4  # a clip weighs 0.9 MB and bakes in a moment
_CAPTION_PX = 40  # room above the figure for the name of the exercise


class Figures:
    """Makes stages and stills that share one store of baked clips and one look."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._clips: ClipStore | None = None

    @property
    def clips(self) -> "ClipStore":
        """The baked clips of every exercise that was shown."""
        if self._clips is None:
            from sijoint_desktop.ui.figure.clips import ClipStore  # noqa: PLC0415

            self._clips = ClipStore(_CLIPS_KEPT)
        return self._clips

    def look(self) -> "Look":
        """Return the look of the figure in the present theme and the chosen style."""
        from sijoint_desktop.ui.figure.look import FigureStyle, screen_look  # noqa: PLC0415

        settings = self._services.preferences.settings
        return screen_look(
            self._services.style.theme,
            style=FigureStyle(settings.text("figure_style")),
            skin=settings.text("skin"),
            hair=settings.text("hair"),
            clothes=settings.text("clothes"),
        )

    def look_on_window(self) -> "Look":
        """Return the same look for a figure that stands on the ground of the page."""
        from sijoint_desktop.ui.figure.look import rgb  # noqa: PLC0415

        look, ground = self.look(), rgb(self._services.style.theme.window)
        return replace(look, colours=replace(look.colours, ground=ground, halo=ground))

    def refresh_stages(self, window: QWidget) -> None:
        """Let every stage of a window ask for its look again; none was made before a clip was."""
        if self._clips is not None:
            from sijoint_desktop.ui.figure.stage import FigureStage  # noqa: PLC0415

            for stage in window.findChildren(FigureStage):
                stage.refresh_look()

    def make_stage(self, parent: QWidget | None = None) -> "FigureStage":
        """Return a new stage."""
        return self._make_stage(self.look, parent)

    def make_illustration(self) -> "StageMover":
        """Return a stage for a card, which plays an exercise by itself."""
        return StageMover(self._make_stage(self.look, None))

    def make_mover(self, ground: str) -> "StageMover":
        """Return a stage that plays an exercise by itself, over and over.

        ``ground`` is the token of what lies behind it: stage or window.
        """
        return StageMover(
            self._make_stage(self.look_on_window if ground == "window" else self.look, None)
        )

    def _make_stage(self, look: "Callable[[], Look]", parent: QWidget | None) -> "FigureStage":
        from sijoint_desktop.ui.figure.stage import FigureStage  # noqa: PLC0415

        return FigureStage(style=self._services.style, clips=self.clips, look=look, parent=parent)


class StageMover:
    """Lets a stage play the repetition of an exercise; satisfies the Today page's ``Mover``."""

    def __init__(self, stage: "FigureStage") -> None:
        self._stage = stage
        stage.set_frame(_CAPTION_PX, 0, (CORNER_PX, CORNER_PX))

    @property
    def widget(self) -> QWidget:
        """The stage."""
        return self._stage

    def show_exercise(self, exercise: Exercise) -> None:
        """Show one repetition of an exercise from its start."""
        from sijoint_desktop.ui.figure.miniatures import short_timeline  # noqa: PLC0415

        self._stage.show_motion(exercise, short_timeline(exercise), None)

    def set_moving(self, moving: bool) -> None:
        """Let it play, or stand still."""
        if moving:
            self._stage.play()
        else:
            self._stage.pause()
