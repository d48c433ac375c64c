"""Everybody can work with every page: it is named, Tab gets there, large text is not cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sijoint_desktop.ui.shell.rail import Rail
from tests.bootstrap.dialogs import dialogs
from tests.bootstrap.reading import (
    beyond_tab,
    clipped,
    controls,
    description,
    nameless,
    tab_order,
    within_tab,
)
from tests.bootstrap.touring import opened, pages, steps_of_a_check
from tests.bootstrap.walking import Walk


def test_every_control_of_every_page_has_a_name(walk: Walk) -> None:
    walk.start()
    walk.checks()
    without, met = {}, []
    for name, page in pages(walk):
        met += [description(control) for control in controls(page)]
        if found := nameless(page):
            without[name] = found
    named, described = len(met) - sum(map(len, without.values())), sum(map(bool, met))
    print(f"{len(met)} controls, {named} named, {described} described as well")  # noqa: T201
    assert not without


def test_tab_reaches_every_control_of_every_page(walk: Walk) -> None:
    walk.start()
    walk.checks()
    missed, enabled, reached = {}, 0, 0
    for name, page in pages(walk):
        open_now = {control for control in controls(page) if control.isEnabled()}
        enabled += len(open_now)
        reached += len(open_now & within_tab(page))
        if found := beyond_tab(page):
            missed[name] = found
    print(f"{reached} of {enabled} controls that work are reached by Tab")  # noqa: T201
    assert not missed


def test_tab_comes_to_what_is_made_late_where_it_is_seen(walk: Walk) -> None:
    walk.start()
    walk.checks()
    walk.today.begin_figure()  # it comes by itself in a moment
    QApplication.processEvents()
    order = tab_order(walk.today)
    [figure] = [name for name in order if name.startswith("Figure: ")]
    assert order.index("Take a break") + 1 == order.index(figure)
    order = tab_order(opened(walk, "routines"))
    more = order.index("More to do with this routine")
    assert [name[:2] for name in order[more + 1 : more + 3]] == ["1.", "2."]
    tests = next(page for name, page in steps_of_a_check(walk) if name == "check: self_tests")
    order = tab_order(tests)
    [figure] = [name for name in order if name.startswith("Figure: ")]
    assert order.index(figure) + 1 == order.index("Let the figure stand still")
    asked = order.index("What does this mean? Which leg is heavy to lift?")
    assert order[asked - 1] == "Show me: Straight-leg lift"
    assert order[asked + 1].startswith("Which leg is heavy to lift?: ")


def test_what_a_screen_reader_toggles_counts_like_a_press(walk: Walk) -> None:
    walk.start()
    rail = walk.now.window.findChild(Rail)
    assert rail is not None
    for name in ("History", "Today"):
        [item] = [b for b in rail.findChildren(QAbstractButton) if b.accessibleName() == name]
        item.toggle()
        assert walk.now.window.current == name.lower()
    assert walk.starts_from_the_menu()
    walk.session.before.questions[0].button(yes=True).toggle()
    assert walk.session.before.blocked


@pytest.mark.parametrize("percent", [90, 200])
def test_no_words_are_cut_off_at_the_smallest_window(walk: Walk, percent: int) -> None:
    walk.start()
    walk.checks()
    walk.now.preferences.set("text_percent", percent)
    walk.now.window.resize(960, 640)
    short = {name: found for name, page in pages(walk) if (found := clipped(page))}
    assert not short


def test_every_dialog_can_be_worked_with_in_the_largest_text(walk: Walk) -> None:
    walk.start()
    walk.checks()
    walk.now.preferences.set("text_percent", 200)
    walk.now.window.resize(960, 640)
    found = {
        name: wrong
        for name, dialog in dialogs(walk)
        if (wrong := [*nameless(dialog), *beyond_tab(dialog), *clipped(dialog)])
    }
    assert not found


def test_what_is_nameless_unreachable_or_cut_off_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    button = QPushButton("", page)
    button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    label = QLabel("Words that need more room than this", page)
    label.setFixedWidth(20)
    page.resize(800, 400)
    page.show()
    assert len(nameless(page)) == len(beyond_tab(page)) == len(clipped(page)) == 1
    button.setText("Go on")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    label.setFixedWidth(600)
    button.resize(200, 60)
    assert not [*nameless(page), *beyond_tab(page), *clipped(page)]
    button.move(700, 0)
    assert clipped(page) == ["QPushButton 'Go on' lies beyond the edge"]
