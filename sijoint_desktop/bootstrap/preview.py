"""Opens the window that shows an exercise file while it is being written."""

from functools import partial
from pathlib import Path

from sijoint_desktop.bootstrap.application import application, require_display
from sijoint_desktop.bootstrap.folder import data_folder
from sijoint_desktop.bootstrap.languages import speak_language
from sijoint_desktop.bootstrap.shipped import load_library
from sijoint_desktop.cli.commands import motion_faults
from sijoint_desktop.cli.ports import Options
from sijoint_desktop.content.files import read_shown
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise, SelfTest
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.files import read_text
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.store.settings_file import SettingsFile
from sijoint_desktop.ui.figure.clips import ClipStore
from sijoint_desktop.ui.figure.look import FigureStyle, Look, screen_look
from sijoint_desktop.ui.preview.window import PreviewWindow
from sijoint_desktop.ui.style.install import StyleInstaller
from sijoint_desktop.ui.style.style import Style


def run_preview(options: Options, path: Path) -> int:
    """Show a file until its window is closed; raises UserError where there is no display."""
    require_display()
    app = application()
    settings = SettingsFile(data_folder(options)).load().settings
    speak_language(settings.text("language"))
    style = Style(
        app,
        choice=ThemeChoice(settings.text("theme")),
        text_percent=settings.number("text_percent"),
        motion=MotionChoice(settings.text("motion")),
    )
    StyleInstaller(app, style).complete()
    form = FigureStyle(settings.text("figure_style"))

    def look() -> Look:
        return screen_look(style.theme, style=form)

    library = load_library()
    window = PreviewWindow(
        path,
        partial(read_file, path, library),
        style=style,
        library=library,
        clips=ClipStore(),
        look=look,
    )
    window.show()
    return app.exec()


def read_file(path: Path, library: Library) -> tuple[Exercise | SelfTest | None, tuple[str, ...]]:
    """Read and judge a file; one that cannot be read has that as its fault."""
    try:
        return read_shown(read_text(path), path.name, library, motion_faults)
    except UserError as fault:
        return None, (str(fault),)
