"""What leaves the window: paper, files and sound."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from sijoint_desktop.core.language import tr
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.script import routine_minutes
from sijoint_desktop.ui.main_window import MainWindow
from sijoint_desktop.ui.services import Services, timings_of
from sijoint_desktop.ui.shell.figures import Figures

if TYPE_CHECKING:
    from sijoint_desktop.sheet.model import Sheet
    from sijoint_desktop.ui.session.audio import QtAudio
    from sijoint_desktop.ui.session.run import Outlets
    from sijoint_desktop.ui.session.voice import QtVoice


class Outputs(QObject):
    """Prints and plays a tone; says in the window how it went."""

    def __init__(self, services: Services, figures: Figures, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._figures = figures
        self._window = window
        self._audio: QtAudio | None = None
        self._outlets: Outlets | None = None
        self._voice: QtVoice | None = None

    @property
    def outlets(self) -> "Outlets":
        """Tones, voice and what keeps the screen awake, made once."""
        if self._outlets is None:
            from sijoint_desktop.ui.session.awake import ScreenKeeper  # noqa: PLC0415
            from sijoint_desktop.ui.session.run import Outlets  # noqa: PLC0415
            from sijoint_desktop.ui.session.voice import QtVoice  # noqa: PLC0415

            self._voice = QtVoice(self)
            self._outlets = Outlets(self.audio, self._voice, ScreenKeeper(self))
            self.apply_sound()
        return self._outlets

    @property
    def audio(self) -> "QtAudio":
        """What plays tones, at the volume that is set."""
        if self._audio is None:
            from sijoint_desktop.ui.session.audio import QtAudio  # noqa: PLC0415

            self._audio = QtAudio(self)
        self.apply_sound()
        return self._audio

    def apply_sound(self) -> None:
        """Follow the sound settings, if there is something to play them."""
        settings = self._services.preferences.settings
        if self._audio is not None:
            self._audio.set_level(settings.number("volume") / 100, on=settings.flag("sound"))
        if self._outlets is not None:
            volume = settings.number("voice_volume") / 100
            self._outlets.voice.set_level(volume, on=settings.flag("voice"))

    def preview_sound(self) -> str:
        """Play a tone; return one sentence if it cannot be heard."""
        from sijoint_desktop.ui.session.audio import Cue  # noqa: PLC0415

        if not self._services.preferences.settings.flag("sound"):
            return tr("Tones are off. Switch them on to hear one.")
        self.audio.prepare()
        self.audio.play(Cue.START)
        return self.audio.trouble

    def preview_voice(self) -> str:
        """Say a few words; return one sentence if they cannot be heard."""
        if not self._services.preferences.settings.flag("voice"):
            return tr("Spoken words are off. Switch them on to hear some.")
        self.outlets.voice.prepare()
        if self._voice is not None and not self._voice.is_known:
            self._voice.settled.connect(self._on_voice, Qt.ConnectionType.SingleShotConnection)
            return ""
        return self._say_something()

    def _on_voice(self) -> None:
        trouble = self._say_something()
        if trouble:
            self._window.messages.say(tr("Spoken words"), trouble, "soft")

    def _say_something(self) -> str:
        self.outlets.voice.say(tr("Next: bridge, left side"))
        heard = self._voice is not None and self._voice.speaks
        if heard:
            return ""
        return tr("No voice for this language was found on this computer. The tones stay.")

    def print_routine(self, routine: Routine) -> None:
        """Show the sheet of a routine before it is printed or saved."""
        from sijoint_desktop.sheet.compose import compose_sheet  # noqa: PLC0415

        services = self._services
        settings = services.preferences.settings
        sheet = compose_sheet(
            routine,
            services.library,
            start=services.clock.now().date(),
            name=settings.text("name"),
            minutes=routine_minutes(routine, services.library, timings_of(settings)),
        )
        self.show_sheet(sheet)

    def print_card(self, routine: Routine) -> None:
        """Show the card of the one exercise that a routine holds, at its level and dose."""
        from sijoint_desktop.sheet.compose import compose_card  # noqa: PLC0415

        [slot] = routine.slots
        exercise = self._services.library.get(slot.exercise_id)
        self.show_sheet(compose_card(exercise, level=slot.level, dose=slot.dose))

    def show_sheet(self, sheet: "Sheet") -> None:
        """Show a sheet of any kind before it is printed or saved."""
        from sijoint_desktop.ui.figure.look import FigureStyle  # noqa: PLC0415 - with the figure
        from sijoint_desktop.ui.printing.paper import Paper  # noqa: PLC0415
        from sijoint_desktop.ui.printing.preview import SheetPreview  # noqa: PLC0415
        from sijoint_desktop.ui.printing.stills import still_drawers  # noqa: PLC0415

        services = self._services
        settings = services.preferences.settings
        preview = SheetPreview(
            sheet,
            still_drawers(services.library, self._figures.clips),
            style=services.style,
            paper=Paper(settings.text("paper")),
            figure_style=FigureStyle(settings.text("figure_style")),
            parent=self._window,
        )
        preview.open()
