"""Routines in the running program: changed, undone, kept over a restart, opened and refused."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from sijoint_desktop.app.calendar_file import PlannedDays
from sijoint_desktop.bootstrap.program import Program
from sijoint_desktop.cli.ports import Options
from sijoint_desktop.content.model import Level
from sijoint_desktop.routine.model import Routine
from sijoint_desktop.routine.parse import parse_routine, routine_text
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.ui.library.exercise_page import ExercisePage
from sijoint_desktop.ui.routines.builder import BuilderPage
from sijoint_desktop.ui.routines.detail import Wish
from sijoint_desktop.ui.routines.page import RoutinesPage
from tests.bootstrap.walking import Walk


class Shelves(Walk):
    """The same person, at the routines."""

    @property
    def page(self) -> RoutinesPage:
        page = self.now.window.page("routines")
        assert isinstance(page, RoutinesPage)
        return page

    @property
    def builder(self) -> BuilderPage:
        page = self.now.window.page("builder")
        assert isinstance(page, BuilderPage)
        return page

    def wishes(self, wish: Wish, routine_id: str) -> None:
        routine = self.services.records.shelf().find(routine_id)
        assert routine is not None
        self.page.wished.emit(wish, routine)

    def own(self) -> tuple[Routine, ...]:
        return self.services.records.shelf().own

    def menu(self, name: str) -> str:
        return self.now.window.menus.action(name).text()

    def does(self, name: str) -> None:
        self.now.window.menus.action(name).trigger()


@pytest.fixture
def shelves(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Shelves]:
    made = Shelves(qtbot, qapp, tmp_path / "data")
    made.start().window.open_page("routines")
    yield made
    made.close()


def test_changing_a_suggested_routine_makes_a_copy_that_is_kept_at_once(shelves: Shelves) -> None:
    shelves.wishes(Wish.CHANGE, "stiff")
    assert shelves.now.window.current == "builder"
    shelves.builder.inspector.reps.more.click()
    shelves.start()  # as after a crash: nothing was closed or saved by hand
    [mine] = shelves.own()
    assert mine.name == "For stiffness, my version"
    assert mine.slots[0].dose.reps == 6
    assert shelves.services.records.shelf().plan == "first_gentle"


def test_changing_the_routine_in_use_changes_what_today_starts(shelves: Shelves) -> None:
    shelves.wishes(Wish.CHANGE, "first_gentle")
    shelves.builder.inspector.remove.click()
    plan = shelves.services.records.plan().routine
    assert (plan.name, len(plan.slots)) == ("First two gentle weeks, my version", 5)


def test_undo_takes_everything_back_and_redo_does_it_again(shelves: Shelves) -> None:
    shelves.wishes(Wish.CHANGE, "stiff")
    states = [shelves.own()]
    builder = shelves.builder
    for act in (
        builder.inspector.down.click,
        builder.inspector.sets.more.click,
        builder.inspector.remove.click,
        lambda: builder.picker.added.emit("bird_dog"),
        lambda: builder.name.renamed.emit("Mornings"),
    ):
        act()
        states.append(shelves.own())
    assert len(set(states)) == 6
    assert shelves.menu("undo") == "&Undo: renaming"
    for state in reversed(states[:-1]):
        shelves.does("undo")
        assert shelves.own() == state
    shelves.does("undo")
    assert shelves.own() == ()
    assert shelves.now.window.current == "routines"
    for state in states:
        shelves.does("redo")
        assert shelves.own() == state


def test_several_presses_on_one_field_are_undone_as_one(shelves: Shelves) -> None:
    shelves.wishes(Wish.CHANGE, "stiff")
    before = shelves.own()
    for _ in range(4):
        shelves.builder.inspector.reps.more.click()
    assert shelves.menu("undo") == "&Undo: repetitions of Belly breathing with brace"
    shelves.does("undo")
    assert shelves.own() == before


def test_use_duplicate_archive_and_delete_go_back_too(shelves: Shelves) -> None:
    shelves.wishes(Wish.USE, "tight")
    assert shelves.services.records.plan().routine.id == "tight"
    shelves.wishes(Wish.DUPLICATE, "tight")
    [used, copy] = shelves.own()
    assert (used.id, copy.name) == ("tight", "For tight muscles 2")
    shelves.wishes(Wish.ARCHIVE, copy.id)
    assert shelves.own() == (used,)
    shelves.page.archive.click()
    shelves.wishes(Wish.UNARCHIVE, copy.id)
    shelves.wishes(Wish.DELETE, copy.id)
    shelves.does("undo")
    assert shelves.own() == (used, copy)
    for _ in range(4):
        shelves.does("undo")
    assert shelves.own() == ()
    assert shelves.services.records.plan().routine.id == "first_gentle"


def test_what_the_rules_change_meanwhile_is_not_undone_over(shelves: Shelves) -> None:
    shelves.wishes(Wish.CHANGE, "first_gentle")
    shelves.builder.inspector.reps.more.click()
    routine = shelves.services.records.plan().routine
    shelves.services.store.plan_keeper().change(replace(routine, slots=routine.slots[:2]))
    shelves.services.bridge.touch()
    assert not shelves.now.window.menus.action("undo").isEnabled()
    assert len(shelves.own()[0].slots) == 2


def test_what_the_rules_change_while_a_step_is_taken_back_is_kept(shelves: Shelves) -> None:
    shelves.wishes(Wish.CHANGE, "first_gentle")
    shelves.builder.inspector.reps.more.click()
    changed = []

    def as_the_rules_would() -> None:
        if not changed:
            changed.append(True)
            plan = shelves.services.records.plan().routine
            shelves.services.store.plan_keeper().change(replace(plan, slots=plan.slots[:2]))
            shelves.services.bridge.touch()

    shelves.services.bridge.changed.connect(as_the_rules_would)
    shelves.does("undo")
    assert changed
    assert len(shelves.own()[0].slots) == 2
    assert not shelves.now.window.menus.action("undo").isEnabled()
    assert not shelves.now.window.menus.action("redo").isEnabled()


def test_a_routine_that_a_screen_reader_toggles_is_shown(shelves: Shelves) -> None:
    [stiff] = [c for c in shelves.page.choices if c.routine.id == "stiff"]
    stiff.toggle()
    assert shelves.page.detail.routine is not None
    assert shelves.page.detail.routine.id == "stiff"


def test_an_exercise_added_to_a_suggested_routine_is_one_step(shelves: Shelves) -> None:
    adding = shelves.now.assembly._routines.adding
    target = shelves.services.records.shelf().find("stiff")
    adding._put(shelves.services.library.get("bird_dog"), Level.BEGINNER, target)
    [copy] = shelves.own()
    assert copy.slots[-1].exercise_id == "bird_dog"
    shelves.does("undo")
    assert shelves.own() == ()


def test_a_new_routine_is_built_used_and_followed_after_a_restart(shelves: Shelves) -> None:
    shelves.page.new.click()
    assert shelves.builder.nothing.isVisible()
    shelves.builder.picker.added.emit("cat_cow")
    shelves.builder.finish.click()
    [mine] = shelves.own()
    assert shelves.page.detail.routine == mine
    shelves.page.detail.use.click()
    shelves.start()
    assert shelves.services.records.plan().routine == mine


def test_a_saved_file_opens_again_as_the_same_routine(shelves: Shelves, tmp_path: Path) -> None:
    shelves.wishes(Wish.DUPLICATE, "stiff")
    [mine] = shelves.own()
    path = tmp_path / "mine.sijroutine"
    files = shelves.now.assembly._routines.files
    files.save_to(path, mine)
    assert parse_routine(path.read_text("utf-8"), path.name, shelves.services.library) == mine
    files.open_path(path)
    assert shelves.own() == (mine,), "the same one is not taken in twice"
    shelves.wishes(Wish.DELETE, mine.id)
    files.open_path(path)
    assert shelves.own() == (mine,)


def test_another_routine_with_a_known_id_comes_beside_it(shelves: Shelves, tmp_path: Path) -> None:
    stiff = shelves.services.records.shelf().find("stiff")
    assert stiff is not None
    path = tmp_path / "theirs.sijroutine"
    path.write_text(routine_text(replace(stiff, slots=stiff.slots[:2])), "utf-8")
    shelves.now.assembly._routines.files.open_path(path)
    [theirs] = shelves.own()
    assert theirs.id != "stiff"
    assert theirs.slots == stiff.slots[:2]


def test_a_wrong_file_dropped_into_the_window_says_what_was_expected(
    shelves: Shelves, tmp_path: Path
) -> None:
    path = tmp_path / "wrong.sijroutine"
    path.write_text(
        'format = 1\nid = "a"\nname = "A"\nsummary = ""\n[[exercise]]\nid = "bird_dogg"\n'
        'level = "beginner"\nreps = 900\n',
        "utf-8",
    )
    drop(shelves.now, path, tmp_path / "picture.png")
    [message] = shelves.now.window.messages.texts
    assert "wrong.sijroutine was not opened" in message
    assert "exercise.1.id: there is no exercise 'bird_dogg'; did you mean bird_dog?" in message
    assert "exercise.1.reps: 900; expected whole repetitions from 1 to 50" in message
    assert shelves.own() == ()


def test_a_file_that_is_no_text_or_not_there_says_so(shelves: Shelves, tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    drop(shelves.now, tmp_path / "a.toml", tmp_path / "b.toml")
    said = "\n".join(shelves.now.window.messages.texts)
    assert "a.toml: is not a text in UTF-8" in said
    assert "no such file" in said


def test_a_file_that_comes_during_a_session_waits(shelves: Shelves, tmp_path: Path) -> None:
    stiff = shelves.services.records.shelf().find("stiff")
    assert stiff is not None
    path = tmp_path / "theirs.sijroutine"
    path.write_text(routine_text(replace(stiff, id="theirs")), "utf-8")
    assert shelves.starts_from_the_menu()
    assert shelves.now.assembly is not None
    shelves.now.assembly.open_routine(path)
    assert shelves.now.window.current == "session"
    assert shelves.own() == ()
    assert "A session is running" in "\n".join(shelves.now.window.messages.texts)


def test_a_file_on_the_command_line_is_taken_in(
    shelves: Shelves, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "theirs.sijroutine"
    stiff = shelves.services.records.shelf().find("stiff")
    assert stiff is not None
    path.write_text(routine_text(replace(stiff, id="theirs")), "utf-8")
    shelves.close()
    made = Program(qapp, Options(tmp_path / "data", path), clock=shelves.clock)
    shelves.program = made
    qtbot.addWidget(made.window)
    with qtbot.waitSignal(made.filled, timeout=20_000):
        made.window.show()
    made._figures.wait()
    assert [routine.id for routine in shelves.own()] == ["theirs"]
    assert made.window.current == "routines"


def test_what_the_last_check_speaks_against_is_not_started_and_can_be_made_to_suit(
    shelves: Shelves,
) -> None:
    shelves.checks(hip_replacement_old=Reply.YES)
    shelves.wishes(Wish.USE, "tight")
    detail = shelves.page.detail
    assert detail.routine is not None
    assert detail.routine.id == "tight"
    assert detail.suit.isVisible()
    assert not detail.start.isEnabled()
    assert not shelves.starts_from_the_menu()
    assert "Seated figure-4" in "\n".join(shelves.now.window.messages.texts)
    shelves.page.wished.emit(Wish.SUIT, detail.routine)
    assert not shelves.page.detail.suit.isVisible()
    assert shelves.page.detail.start.isEnabled()
    [mine] = [routine for routine in shelves.own() if routine.left_out]
    assert "figure4_seated" not in {slot.exercise_id for slot in mine.slots}


def test_an_exercise_goes_into_a_routine_from_its_own_page(
    shelves: Shelves, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelves.wishes(Wish.DUPLICATE, "stiff")
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _place: shown.append(menu))
    shelves.now.assembly._routines.adding.offer("bird_dog", Level.STANDARD)
    [menu] = shown
    assert [action.text() for action in menu.actions()] == [
        "First two gentle weeks (in use)",
        "For stiffness 2",
        "A new routine",
    ]
    menu.actions()[1].trigger()
    assert shelves.own()[0].slots[-1].exercise_id == "bird_dog"
    assert shelves.own()[0].slots[-1].level is Level.STANDARD


def test_an_exercise_swapped_on_its_own_page_comes_back_with_undo(shelves: Shelves) -> None:
    shelves.checks(pregnancy_status="pregnant", weeks_at_check=30)
    shelves.wishes(Wish.USE, "first_gentle")
    shelves.now.assembly._exercises.show_exercise("glute_bridge")
    page = shelves.now.window.page("exercise")
    assert isinstance(page, ExercisePage)
    assert page.fit.swap is not None
    before = shelves.services.records.plan().routine
    page.fit.swap.click()
    after = shelves.services.records.plan().routine
    assert "glute_bridge" not in {slot.exercise_id for slot in after.slots}
    assert page.fit.swap is None
    assert shelves.menu("undo") == "&Undo: swapping Glute bridge"
    shelves.does("undo")
    assert shelves.services.records.plan().routine == before
    assert page.fit.swap is not None


def test_planned_days_go_into_a_calendar_file(shelves: Shelves, tmp_path: Path) -> None:
    shelves.does("calendar")
    dialog = shelves.now.assembly._routines.files.dialog
    for chip in dialog.chips:
        chip.setChecked(False)
    assert not dialog.done_button.isEnabled()
    dialog.chips[1].click()
    assert dialog.days.weekdays == {1}
    dialog.reject()
    days = PlannedDays(frozenset({1}), time(7, 30), date(2026, 11, 26))
    path = tmp_path / "days.ics"
    plan = shelves.services.records.plan().routine
    shelves.now.assembly._routines.files.save_calendar(path, plan, days)
    text = path.read_bytes().decode()
    assert "SUMMARY:First two gentle weeks\r\n" in text
    assert "BYDAY=TU" in text


def test_a_full_disk_says_so_and_shows_what_is_kept(
    shelves: Shelves, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelves.wishes(Wish.DUPLICATE, "stiff")
    shelves.page.wished.emit(Wish.CHANGE, shelves.own()[0])
    kept = shelves.own()
    full_disk(shelves, monkeypatch)
    shelves.builder.inspector.remove.click()
    assert "Your routine was not changed" in "\n".join(shelves.now.window.messages.texts)
    assert shelves.builder.routine == kept[0]
    assert shelves.own() == kept
    assert shelves.menu("undo") == "&Undo: duplicating For stiffness"


def full_disk(shelves: Shelves, monkeypatch: pytest.MonkeyPatch) -> None:
    from sijoint_desktop.core.errors import UserError  # noqa: PLC0415

    def refuse(_entry: object) -> None:
        raise UserError("The disk is full. Make room and try again.")

    monkeypatch.setattr(shelves.services.store.entries(), "put", refuse)


def drop(program: Program, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPoint(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    program.window.dropEvent(event)
