"""Gives the rest of what is known about an exercise: form, breath, versions, muscles, sources."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Exercise, Variant
from sijoint_desktop.core.language import listed, tr
from sijoint_desktop.sheet.wording import sentence
from sijoint_desktop.ui.library.links import ExerciseLink
from sijoint_desktop.ui.library.notes import Line, Section
from sijoint_desktop.ui.style.layout import empty
from sijoint_desktop.ui.style.widgets import Card, Style, Text, TextRole


class FormCard(Card):
    """Form cues, breath, muscles, equipment and the sources of one exercise."""

    def show_exercise(self, exercise: Exercise) -> None:
        """Show another exercise."""
        empty(self.body)
        style = self._style
        self.body.setSpacing(12)
        self.body.addWidget(Section(tr("Good form"), exercise.cues, style=style, bullets=True))
        self.body.addWidget(Section(tr("Breath"), (exercise.breath,), style=style))
        if exercise.muscles:
            words = sentence(listed(exercise.muscles))
            self.body.addWidget(Section(tr("Muscles at work"), (words,), style=style))
        if exercise.equipment:
            words = sentence(listed(exercise.equipment))
            self.body.addWidget(Section(tr("What you need"), (words,), style=style))
        if exercise.sources:
            self.body.addWidget(Line(style=style))
            sources = tr("Sources: {sources}.", sources="; ".join(exercise.sources))
            self.body.addWidget(Text(sources, TextRole.CAPTION, "ink2", style=style))


class VersionsCard(Card):
    """Easier and harder versions of one exercise.

    ``exercise_requested`` names a version that is an exercise of its own.
    """

    exercise_requested = Signal(str)

    def __init__(self, library: Library, *, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style=style, parent=parent)
        self._library = library
        self.links: list[ExerciseLink] = []

    def show_exercise(self, exercise: Exercise) -> None:
        """Show another exercise; with nothing to say the card hides."""
        empty(self.body)
        self.links = []
        self.body.setSpacing(12)
        self._add_versions(tr("Easier"), exercise.easier)
        self._add_versions(tr("Harder"), exercise.harder)
        self.setVisible(bool(exercise.easier or exercise.harder))

    def _add_versions(self, heading: str, versions: Iterable[Variant]) -> None:
        versions = tuple(versions)
        if not versions:
            return
        style = self._style
        section = Section(heading, (v.text for v in versions), style=style, bullets=True)
        self.body.addWidget(section)
        for version in versions:
            if version.exercise and version.exercise in self._library:
                other = self._library.get(version.exercise)
                link = ExerciseLink(other, tr("Open {exercise}", exercise=other.name), style=style)
                link.opened.connect(self.exercise_requested)
                self.links.append(link)
                self.body.addWidget(link)
