"""A session page with a figure, a clock and a store that can be read and pushed about."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QLabel, QWidget

import sijoint_desktop._resources_rc  # noqa: F401 - the icons
from sijoint_desktop.app.recording import Recorder
from sijoint_desktop.content.model import Level
from sijoint_desktop.core.ids import RoutineId
from sijoint_desktop.routine.model import Routine, Slot
from sijoint_desktop.routine.script import Timings
from sijoint_desktop.triage.emergency_numbers import Contacts
from sijoint_desktop.ui.session.audio import Cue
from sijoint_desktop.ui.session.page import SessionPage
from sijoint_desktop.ui.session.run import Outlets, Ways
from sijoint_desktop.ui.style.style import Style, ThemeChoice
from tests.content.samples import sample_library
from tests.fakes.clock import FakeClock
from tests.fakes.entries import FakeEntryRepository
from tests.fakes.repository import FakeSessionRepository


class FakeStage(QLabel):
    """Stands for ui/figure/stage.py: remembers what it was told to show."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: tuple[str, str] = ("", "")
        self.row: float | None = None

    def show_motion(self, exercise, timeline, side) -> None:
        self.shown = (exercise.id, side.value if side else "")

    def set_row(self, row: float) -> None:
        self.row = row

    def prepare(self, exercise, side) -> None:
        pass

    def moved_px(self, row: float) -> float:
        return abs(row - (self.row or 0.0)) * 100.0

    def set_frame(self, top: int, bottom: int, radii: tuple[float, float]) -> None:
        pass


class FakeAudio:
    """Stands for ui/session/audio.py: writes down what would be heard."""

    def __init__(self) -> None:
        self.heard: list[Cue] = []
        self.trouble = ""

    def prepare(self) -> None:
        pass

    def set_level(self, volume: float, *, on: bool) -> None:
        pass

    def play(self, cue: Cue) -> None:
        self.heard.append(cue)


class FakeVoice:
    """Stands for ui/session/voice.py: writes down what would be said."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.hushed = 0

    def prepare(self) -> None:
        pass

    def set_level(self, volume: float, *, on: bool) -> None:
        pass

    def say(self, words: str) -> None:
        if words:
            self.said.append(words)

    def hush(self) -> None:
        self.hushed += 1


class FakeAwake:
    """Stands for ui/session/awake.py: remembers the last wish."""

    def __init__(self) -> None:
        self.wish = ""

    def hold(self) -> None:
        self.wish = "hold"

    def rest(self) -> None:
        self.wish = "rest"

    def release(self) -> None:
        self.wish = "release"


LIBRARY = sample_library()


def routine(*names: str) -> Routine:
    """The easier dose of each exercise."""
    slots = []
    for name in names:
        exercise = LIBRARY.get(name)
        slots.append(Slot(exercise.id, Level.BEGINNER, exercise.doses[Level.BEGINNER]))
    return Routine(RoutineId("test"), "Test routine", "", tuple(slots))


@dataclass
class Stand:
    """The page with everything that it was given."""

    page: SessionPage
    clock: FakeClock
    repository: FakeSessionRepository
    entries: FakeEntryRepository
    audio: FakeAudio
    voice: FakeVoice
    awake: FakeAwake
    ways: list[Ways]
    stages: list[FakeStage] = field(default_factory=list)

    def answer(self, pain: int = 2) -> None:
        """Say no three times and choose a pain."""
        for question in self.page.before.questions:
            question.button(yes=False).click()
        self.page.before.pain.set_value(None)
        self.page.before.pain.chosen.emit(pain)

    def start(self, *names: str) -> None:
        self.page.begin(routine(*(names or ("nod", "reach"))))
        self.answer()
        self.page.before.start.click()

    def go(self, seconds: float, step: float = 0.5) -> None:
        """Let time pass in steps, as the ticker would."""
        for _ in range(round(seconds / step)):
            self.clock.advance(step)
            self.page.lead.look()

    def to_the_end(self) -> None:
        while self.page.under_way:
            self.go(1.0)

    @property
    def shown(self):
        """What the player says now."""
        assert self.page.run is not None
        return self.page.run.session.snapshot(self.clock.monotonic())


@pytest.fixture
def stand(qtbot) -> Iterator[Stand]:
    style = Style(choice=ThemeChoice.LIGHT)
    clock, repository, audio = FakeClock(), FakeSessionRepository(), FakeAudio()
    voice, awake, ways = FakeVoice(), FakeAwake(), [Ways()]
    entries = FakeEntryRepository()
    stages: list[FakeStage] = []

    def make_stage(parent: QWidget) -> FakeStage:
        stages.append(FakeStage(parent))
        return stages[-1]

    page = SessionPage(
        style=style,
        library=LIBRARY,
        stages=make_stage,
        recorder=lambda: Recorder(repository, entries, clock),
        clock=clock,
        outlets=Outlets(audio, voice, awake),
        contacts=Contacts,
        next_step=lambda: "The dose stays as it is.",
        timings=Timings,
        ways=lambda: ways[-1],
    )
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    yield Stand(page, clock, repository, entries, audio, voice, awake, ways, stages)
    page.lead.stand()
