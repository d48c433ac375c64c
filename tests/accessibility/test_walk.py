"""A person who sees nothing does a check, takes its routine, begins it and looks back.

Everything is found by its name and worked by its first action, as a screen reader does it.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from tests.accessibility.desktop import running_program
from tests.accessibility.reader import Reader, Thing

AGE = 44
CHECK_STEPS, WHERE_STEP = 9, 5
PAGES = ("Today", "Check", "Exercises", "Routines", "History", "Learn", "Settings", "Help")


INNER_PAGES = (
    ("Exercises", "Compare two", "Compare two exercises"),
    ("Routines", "Change", "Exercises of this routine"),
    ("Learn", "Read: Your SI joints", "The pelvis from behind"),
)


@dataclass(slots=True)
class Count:
    """The controls that were met so far."""

    began: float = field(default_factory=time.monotonic)
    controls: int = 0
    described: int = 0
    nameless: list[str] = field(default_factory=list)

    def meet(self, where: str, reader: Reader) -> None:
        """Count the controls in sight."""
        controls = [thing for thing in reader.things() if thing.is_control]
        self.controls += len(controls)
        self.described += sum(bool(thing.description) for thing in controls)
        self.nameless += [f"{where}: {thing.role}" for thing in controls if not thing.named]

    def __str__(self) -> str:
        """Say it on one line."""
        named = self.controls - len(self.nameless)
        share = f"{self.controls} controls met, {named} named, {self.described} described as well"
        return f"{share}, {time.monotonic() - self.began:.1f} s"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    with running_program(Path(tmp_path_factory.mktemp("data"))) as address:
        made = Reader(address, "sijoint-desktop")
        yield made
        made.close()


def test_a_check_a_session_and_its_history_by_names_and_actions_alone(reader: Reader) -> None:
    count = Count()
    check(reader, count)
    session(reader, count)
    history(reader, count)
    print(f"\nfrom check to history: {reader.acts} acts, {count}")  # noqa: T201
    assert not count.nameless


def test_every_control_of_every_page_is_named(reader: Reader) -> None:
    count = Count()
    for page in PAGES:
        open_page(reader, page)
        count.meet(page, reader)
    for page, opener, shows in INNER_PAGES:
        open_page(reader, page)
        reader.press(opener)
        reader.sees(shows)
        count.meet(shows, reader)
    print(f"\n{len(PAGES)} pages and what opens from them: {count}")  # noqa: T201
    assert not count.nameless


def test_figure_and_timeline_are_worked_and_followed(reader: Reader) -> None:
    open_page(reader, "Exercises")
    reader.press("Compare two")
    reader.sees("Figure: Pelvic tilt")
    reader.press("Pause")
    timeline = reader.wait_for(lambda: reader.find("Timeline", "slider"), "the timeline")
    reader.press("One frame on")
    reader.press("One frame back")
    reader.listen()
    assert timeline.place in reader.changed
    for seconds, phase in ((1.0, "Begin"), (2.5, "Flatten")):
        reader.set_value(timeline, 1000 * seconds)
        told = f"{phase}, {seconds} seconds"
        reader.wait_for(partial(is_told, reader, "Figure: Pelvic tilt", phase), phase)
        reader.wait_for(partial(is_told, reader, "Timeline", told), told)


def test_a_danger_sign_that_a_reader_ticks_closes_exercise_and_is_said(reader: Reader) -> None:
    reader.said.clear()
    open_page(reader, "Check")
    reader.press("Check my symptoms")
    reader.hears("Step 1: ")
    reader.wait_for(partial(answered, reader), "a way on from the first step")
    reader.press("Continue")
    reader.hears("Step 2: ")
    reader.press("You cannot hold your poo, or feel it coming", "check box")
    reader.press("Continue")
    reader.hears("Get emergency help now")
    assert reader.find("Use this routine") is None
    reader.press("Close")
    open_page(reader, "Today")
    reader.sees("Reason: You cannot hold your poo, or feel it coming")
    assert reader.find("Start") is None
    open_page(reader, "Exercises")
    reader.act(card(reader, "Sit to stand"))
    reader.sees("Figure: Sit to stand")
    told = reader.find("Exercises are paused")
    assert told is not None
    assert "Reason: You cannot hold your poo, or feel it coming" in told.description
    practise = reader.find("Practise")
    assert practise is not None
    assert not practise.enabled


def card(reader: Reader, exercise: str) -> Thing:
    """Return the card of an exercise among all of them."""

    def found() -> Thing | None:
        cards = (thing for thing in reader.things() if thing.role == "list item")
        return next((thing for thing in cards if thing.name.startswith(exercise)), None)

    return reader.wait_for(found, f"the card of {exercise}")


def check(reader: Reader, count: Count) -> None:
    """Go through the check: one place hurts, all else is answered with no."""
    reader.press("Check", "radio button")
    reader.press("Check my symptoms")
    for step in range(1, CHECK_STEPS):
        reader.hears(f"Step {step}: ")
        if step == WHERE_STEP:
            mark(reader, "Your left buttock, below the belt line")
        count.meet(f"step {step} of the check", reader)
        reader.wait_for(partial(answered, reader), f"a way on from step {step} of the check")
        reader.press("Continue")
    assert reader.hears("You can exercise at home").endswith("or pain that grows.")
    count.meet("the result of the check", reader)
    reader.press("Use this routine")
    reader.sees("Your routine for today")


def mark(reader: Reader, place: str) -> None:
    """Mark a place on the drawn body; the list below it then says the same."""
    reader.press(place, "check box")
    reader.wait_for(partial(is_ticked, reader, place), f"a mark at {place}")
    reader.wait_for(
        partial(is_ticked, reader, "Bottom or back of the pelvis"), "the same in the list"
    )


def answered(reader: Reader) -> bool:
    """Answer what has no answer yet; an answer may bring another question."""
    choices: dict[str, list[Thing]] = {}
    for thing in reader.things():
        if not thing.enabled:
            continue
        question, colon, _word = thing.name.rpartition(": ")
        if thing.role == "radio button" and colon:
            choices.setdefault(question, []).append(thing)
        elif thing.role == "spin box" and reader.value(thing) != AGE:
            reader.set_value(thing, AGE)
        elif thing.name in ("None of these", "I leave the tests out") and not thing.checked:
            reader.act(thing)
    for question, words in choices.items():
        if not any(thing.checked for thing in words):
            calm = (f"{question}: No", f"{question}: 2, mild")
            reader.act(next((thing for thing in words if thing.name in calm), words[0]))
    going_on = reader.find("Continue", "push button")
    return going_on is not None and going_on.enabled


def session(reader: Reader, count: Count) -> None:
    """Begin the routine, do one repetition by ear, and end it."""
    reader.press("Start")
    reader.sees("First, five quick questions")
    count.meet("before the session", reader)
    for thing in reader.things():
        if thing.name.startswith("No: ") or thing.name == "Pain now: 2, mild":
            reader.act(thing)
    reader.press("Start")
    reader.hears("Get ready")
    count.meet("in the session", reader)
    ring = reader.find("Seconds left", "progress bar")
    assert ring is not None
    first = reader.value(ring)
    reader.press("Next")
    assert reader.hears("Breathe in. ").startswith("Breathe in. Let your ribs widen")
    reader.hears("Draw in")
    assert reader.changed.count(ring.place) >= 2
    assert reader.value(ring) != first
    figure = "Figure: Belly breathing with brace"
    reader.wait_for(partial(is_told, reader, figure, "Draw in"), "the figure in its phase")
    reader.hears("Hold")
    reader.hears("Let go")
    reader.press("Pause")
    reader.hears("Paused")
    reader.press("End")
    reader.press("End here")
    reader.hears("Session ended")
    count.meet("after the session", reader)
    for thing in reader.things():
        if thing.name in ("Worst pain during the session: 3, mild", "Pain now: 1, mild"):
            reader.act(thing)
    reader.press("Save")
    reader.hears("Session saved")
    reader.press("Done")


def is_told(reader: Reader, name: str, description: str) -> bool:
    """Tell whether the first thing of this name is described so."""
    thing = reader.find(name)
    return thing is not None and thing.description == description


def history(reader: Reader, count: Count) -> None:
    """Read of the session in the chart, in the calendar and in the table."""
    reader.press("History", "radio button")
    chart = reader.wait_for(lambda: reader.find("Pain, 0 to 10", "graphic"), "the chart of pain")
    assert chart.description == "Your pain before your session was 2."
    cells = [thing.name for thing in reader.things() if thing.role == "cell"]
    assert any(name.startswith("Today, ") and "done" in name for name in cells)
    count.meet("charts", reader)
    reader.press("Shown as: Table", "radio button")
    reader.sees("Everything on record")
    count.meet("table", reader)
    row = [thing.name for thing in reader.things() if thing.role == "cell"][:6]
    assert row[1].startswith("My routine from")
    assert row[2].endswith("ended early")
    assert row[3:] == ["2", "3", "1"]


def open_page(reader: Reader, page: str) -> None:
    """Open a page of the rail."""
    reader.press(page, "radio button")
    reader.wait_for(partial(is_ticked, reader, page, "radio button"), f"the page {page}")


def is_ticked(reader: Reader, name: str, role: str = "check box") -> bool:
    """Tell whether a box is ticked, a page of the rail is open, or a place is marked."""
    box = reader.find(name, role)
    return box is not None and box.checked
