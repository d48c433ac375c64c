"""The forms: what they ask, what they keep, and what they refuse."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, QDateTime, Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from sijoint_desktop.core.language import Habits, speak
from sijoint_desktop.history.entries import (
    Activity,
    ActivityScore,
    BeltDay,
    Mark,
    PainEntry,
    Pause,
    PauseKind,
)
from sijoint_desktop.history.records import Origin, SessionStatus
from sijoint_desktop.settings.options import MotionChoice, ThemeChoice
from sijoint_desktop.ui.entries.activities_form import ActivitiesForm
from sijoint_desktop.ui.entries.form import Form
from sijoint_desktop.ui.entries.forms import BeltForm, MarkForm, PainForm
from sijoint_desktop.ui.entries.paper_form import PaperForm
from sijoint_desktop.ui.entries.pause_form import PauseForm
from sijoint_desktop.ui.style.style import Style
from tests.fakes.pseudo import gap, gaps
from tests.fakes.records import make_pause
from tests.ui.entries.conftest import Desk


def opened(desk: Desk, key: str) -> Form:
    desk.view.menu.entries[key].trigger()
    QApplication.processEvents()
    return next(form for form in desk.view.findChildren(Form) if form.isVisible())


def activities(desk: Desk) -> ActivitiesForm:
    desk.view.activities_button.click()
    return next(form for form in desk.view.findChildren(ActivitiesForm) if form.isVisible())


def test_a_pain_score_without_a_session(desk: Desk) -> None:
    form = opened(desk, "pain")
    assert isinstance(form, PainForm)
    form.save()
    assert form.fault.startswith("No pain score is chosen.")
    form.pain.choose(5)
    form.woke.setChecked(True)
    form.note.setPlainText("  long drive ")
    form.save()
    entry = desk.entries.all(PainEntry)[-1]
    assert (entry.nrs, entry.woke, entry.note) == (5, True, "long drive")
    assert entry.at == desk.clock.now()


def test_a_pain_score_of_another_day(desk: Desk) -> None:
    form = opened(desk, "pain")
    assert isinstance(form, PainForm)
    form.pain.choose(3)
    form.when.setDateTime(form.when.dateTime().addDays(-2))
    form.save()
    assert desk.entries.all(PainEntry)[0].local_date == date(2026, 11, 20)


def test_a_time_still_to_come_is_refused(desk: Desk) -> None:
    form = opened(desk, "pain")
    assert isinstance(form, PainForm)
    form.pain.choose(3)
    form.when.setDateTime(form.when.dateTime().addDays(2))
    form.save()
    assert form.fault.startswith("This day and time are still to come.")


def test_an_edit_that_leaves_the_time_alone_keeps_it_to_the_second(desk: Desk) -> None:
    before = desk.entries.get(PainEntry, "p")
    desk.choose("Pain")
    desk.view.edit()
    form = next(form for form in desk.view.findChildren(PainForm) if form.isVisible())
    form.pain.choose(1)
    form.save()
    after = desk.entries.get(PainEntry, "p")
    assert (after.at, after.utc_offset_minutes) == (before.at, before.utc_offset_minutes)
    assert after.nrs == 1


def pause_form(desk: Desk, what: str) -> PauseForm:
    desk.choose(what)
    desk.view.edit()
    return next(form for form in desk.view.findChildren(PauseForm) if form.isVisible())


def test_days_off_that_nobody_ended_can_be_ended_later_and_taken_back(desk: Desk) -> None:
    desk.entries.put(make_pause(PauseKind.REST, date(2026, 11, 2), None, "off"))
    desk.view.refresh()
    form = pause_form(desk, "Days off")
    assert not form.last.isEnabled()
    form.kind.set_value(PauseKind.SICKNESS)
    form.over.setChecked(True)
    form.last.setDate(QDate(2026, 11, 1))
    form.save()
    assert form.fault.startswith("The last day is before the first one.")
    form.last.setDate(QDate(2026, 11, 4))
    form.save()
    after = desk.entries.get(Pause, "off")
    assert (after.kind, after.last_day) == (PauseKind.SICKNESS, date(2026, 11, 4))
    desk.choose("Days sick")
    desk.view.remove()
    assert desk.entries.all(Pause) == ()
    desk.editor.undo()
    desk.editor.undo()
    assert desk.entries.get(Pause, "off").last_day is None


def test_a_flare_up_moves_to_another_day(desk: Desk) -> None:
    for day in (16, 20):
        first, last = date(2026, 11, day), date(2026, 11, day + 1)
        desk.entries.put(make_pause(PauseKind.FLARE, first, last, f"flare-{first}"))
    desk.view.refresh()
    form = pause_form(desk, "Easy days")
    assert not form.over.isVisible()
    form.first.setDate(QDate(2026, 11, 23))
    form.save()
    assert form.fault.startswith("The first day is still to come.")
    form.first.setDate(QDate(2026, 11, 16))
    form.save()
    assert form.fault.startswith("There is an entry for this day already.")
    form.first.setDate(QDate(2026, 11, 18))
    form.save()
    days = [(p.first_day.day, p.covers(date(2026, 11, 19))) for p in desk.entries.all(Pause)]
    assert sorted(days) == [(16, False), (18, True)]


def test_a_note_needs_words(desk: Desk) -> None:
    form = opened(desk, "note")
    assert isinstance(form, MarkForm)
    form.save()
    assert form.fault.startswith("The note is empty.")
    form.words.setPlainText("new mattress")
    form.save()
    assert [mark.words for mark in desk.entries.all(Mark)] == ["new mattress"]


def test_one_entry_a_day_for_the_belt(desk: Desk) -> None:
    for minutes in (0, 60):
        form = opened(desk, "belt")
        assert isinstance(form, BeltForm)
        form.minutes.setValue(minutes)
        form.save()
    assert form.fault.startswith("There is an entry for this day already.")
    form.reject()
    [day] = desk.entries.all(BeltDay)
    assert day.minutes is None


def test_a_belt_day_can_move_to_another_day(desk: Desk) -> None:
    opened(desk, "belt").save()
    desk.choose("Belt worn")
    desk.view.edit()
    form = next(form for form in desk.view.findChildren(BeltForm) if form.isVisible())
    form.when.setDateTime(form.when.dateTime().addDays(-1))
    form.minutes.setValue(30)
    form.save()
    [day] = desk.entries.all(BeltDay)
    assert (day.local_date, day.minutes) == (date(2026, 11, 21), 30)
    desk.editor.undo()
    assert desk.entries.all(BeltDay)[0].local_date == date(2026, 11, 22)


def test_a_session_on_paper_is_added_as_it_was_done(desk: Desk) -> None:
    form = opened(desk, "paper")
    assert isinstance(form, PaperForm)
    yesterday = desk.clock.now() - timedelta(days=1)
    form.when.setDateTime(QDateTime(yesterday.date(), form.when.time()))
    form.parts._spins[0][0].setValue(0)
    form.before.choose(4)
    form.after.choose(3)
    form.save()
    record = desk.sessions.sessions()[0]
    assert record.origin is Origin.PAPER
    assert record.status is SessionStatus.ENDED_EARLY
    assert {rep.slot for rep in record.reps} == set(range(1, len(form.parts.done)))
    assert (record.nrs_before, record.nrs_worst, record.nrs_after) == (4, None, 3)
    assert "on paper" in desk.view.table.model().index(3, 2).data()


def test_a_session_on_paper_in_which_nothing_was_done_is_refused(desk: Desk) -> None:
    form = opened(desk, "paper")
    assert isinstance(form, PaperForm)
    for sets, _reps in form.parts._spins:
        sets.setValue(0)
    form.save()
    assert form.fault.startswith("Nothing is marked as done.")
    assert len(desk.sessions.sessions()) == 1


def test_another_routine_shows_its_own_exercises(desk: Desk) -> None:
    form = opened(desk, "paper")
    assert isinstance(form, PaperForm)
    for index in range(form.routine.count()):
        form.routine.setCurrentIndex(index)
        assert len(form.parts.done) == len(form._routines[index].slots)


def test_three_activities_are_named_scored_and_put_away(desk: Desk) -> None:
    form = activities(desk)
    for row, (name, score) in zip(form.rows, (("Stairs", 4), ("Car", None)), strict=False):
        row.name.setText(name)
        row.score.choose(score)
    form.save()
    assert [each.name for each in desk.entries.all(Activity)] == ["Stairs", "Car"]
    assert [each.score for each in desk.entries.all(ActivityScore)] == [4]
    assert "Stairs" in desk.rows()
    form = activities(desk)
    assert [row.name.text() for row in form.rows] == ["Stairs", "Car", ""]
    form.rows[0].name.setText("Stairs at work")
    form.rows[1].away.click()
    form.save()
    stairs, car = desk.entries.all(Activity)
    assert stairs.name == "Stairs at work"
    assert car.ended_on == desk.clock.now().date()
    desk.editor.undo()
    assert desk.entries.all(Activity)[1].ended_on is None


def test_a_score_may_be_left_open_again(desk: Desk) -> None:
    desk.choose("First gentle routine")
    desk.view.edit()
    form = next(form for form in desk.view.findChildren(Form) if form.isVisible())
    form.before._clear.click()
    form.save()
    assert desk.sessions.sessions()[0].nrs_before is None


def test_tab_leaves_the_note(desk: Desk) -> None:
    form = opened(desk, "note")
    assert form.words.tabChangesFocus()
    assert form.windowModality() is not Qt.WindowModality.NonModal


def test_a_form_that_was_open_for_a_while_takes_the_time_it_is_now(desk: Desk) -> None:
    form = opened(desk, "pain")
    assert isinstance(form, PainForm)
    desk.clock.advance(600)
    form.when.setDateTime(form.when.dateTime().addSecs(300))
    form.pain.choose(3)
    form.save()
    assert form.fault == ""


def test_every_word_of_the_table_and_its_forms_is_translated(pseudo: None, desk: Desk) -> None:
    assert gaps(desk.view) == []
    model = desk.view.table.model()
    headings = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert [word for word in headings if gap(word)] == []
    for key in desk.view.menu.entries:
        form = opened(desk, key)
        assert (key, gaps(form), gap(form.windowTitle())) == (key, [], False)
        form.save()  # refused or kept, it says so in the language
        assert not gap(desk.editor.undo_words)
        assert (key, gaps(form)) == (key, [])
        form.reject()
    assert gaps(activities(desk)) == []


def test_a_day_is_written_in_the_order_of_the_country(desk: Desk) -> None:
    form = opened(desk, "pain")
    assert isinstance(form, PainForm)
    assert form.when.displayFormat() == "d MMM yyyy, HH:mm"
    form.reject()
    speak("en", habits=Habits(month_first=True, half_day_clock=True))
    try:
        form = opened(desk, "pain")
        assert isinstance(form, PainForm)
        assert form.when.displayFormat() == "MMM d, yyyy, h:mm ap"
    finally:
        speak("en")


def test_a_short_form_leaves_no_empty_room_and_a_long_one_scrolls(desk: Desk) -> None:
    short = opened(desk, "belt")
    short_height = short.height()
    assert not short.findChildren(QScrollArea)[0].verticalScrollBar().maximum()
    short.reject()
    long = opened(desk, "paper")
    assert short_height < long.height() - 100
    assert long.findChildren(QScrollArea)[0].verticalScrollBar().maximum()


def test_the_longest_name_of_a_routine_does_not_widen_the_form(desk: Desk, style: Style) -> None:
    style.apply(ThemeChoice.LIGHT, 200, MotionChoice.FOLLOW)
    form = opened(desk, "paper")
    assert isinstance(form, PaperForm)
    sight = form.findChildren(QScrollArea)[0].viewport()
    for field in (form.routine, form.parts):
        assert field.mapTo(sight, field.rect().topRight()).x() <= sight.width()
