"""The places that hurt are marked on the drawing, on the side that is meant, or in the list."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from sijoint_desktop.core.side import Side
from sijoint_desktop.settings.options import ThemeChoice
from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.ui.checker.body_map import REGIONS, BodyMap, View
from sijoint_desktop.ui.style.style import Style
from tests.triage.shipped import CATALOGUE
from tests.ui.checker.test_wizard import DONE


@pytest.fixture
def body(qtbot):
    style = Style(choice=ThemeChoice.LIGHT)
    made = BodyMap(style=style)
    qtbot.addWidget(made)
    made.resize(800, 420)
    made.show()
    yield made
    style.deleteLater()


def button(body: BodyMap, code: str, side: Side | None = None):
    return next(b for b in body.buttons if (b.region.code, b.region.side) == (code, side))


def press(target) -> None:
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.rect().center())


def test_left_and_right_are_on_the_side_that_the_words_say(body: BodyMap) -> None:
    for view in body.views:
        for place in view.buttons:
            middle = place.geometry().center().x() - view.width() / 2
            if place.region.side is None:
                assert abs(middle) < 3
                continue
            drawn_left = middle < 0
            persons_left = place.region.side is Side.LEFT
            assert drawn_left is (persons_left if view.view is View.BACK else not persons_left)
            assert f"Your {place.region.side}" in place.accessibleName()


def test_a_language_written_from_the_right_leaves_the_sides_of_the_body(
    body: BodyMap, write_from_the_right
) -> None:
    view = body.views[0]
    from_the_left = view.grab().toImage()
    write_from_the_right()
    assert view.grab().toImage() == from_the_left


@pytest.mark.parametrize("side", list(Side))
def test_one_press_says_what_hurts_and_on_which_side(body: BodyMap, side: Side, qtbot) -> None:
    with qtbot.waitSignal(body.marked) as marked:
        press(button(body, "buttock_pain", side))
    assert marked.args[0]["buttock_pain"] == Reply.YES
    assert marked.args[0]["side"] == side
    assert marked.args[0]["groin_pain_main"] == Reply.NO


def test_both_sides_are_both_and_the_middle_is_the_middle(body: BodyMap) -> None:
    press(button(body, "tailbone_pain"))
    assert body.answers()["side"] == "middle"
    press(button(body, "buttock_pain", Side.LEFT))
    assert body.answers()["side"] == "left"
    press(button(body, "groin_pain_main", Side.RIGHT))
    assert body.answers()["side"] == "both"
    press(button(body, "buttock_pain", Side.LEFT))
    assert body.answers()["side"] == "right"


def test_a_press_beside_the_ellipse_marks_nothing(body: BodyMap) -> None:
    place = button(body, "buttock_pain", Side.LEFT)
    QTest.mouseClick(place, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert not place.isChecked()


def test_the_keyboard_marks_a_place(body: BodyMap) -> None:
    place = button(body, "fortin_one_finger", Side.RIGHT)
    place.setFocus()
    QTest.keyClick(place, Qt.Key.Key_Space)
    assert place.isChecked()


def test_a_place_that_a_screen_reader_toggles_is_marked(body: BodyMap, qtbot) -> None:
    with qtbot.waitSignal(body.marked) as marked:
        button(body, "groin_pain_main", Side.RIGHT).toggle()
    assert marked.args[0]["groin_pain_main"] == Reply.YES


def test_answers_come_back_onto_the_drawing(body: BodyMap, qtbot) -> None:
    with qtbot.assertNotEmitted(body.marked):
        body.show_answers(Answers({"buttock_pain": Reply.YES, "side": "right"}))
    marked = [b.region.words for b in body.buttons if b.isChecked()]
    assert marked == ["Your right buttock, below the belt line"]


def test_every_place_is_a_question_of_the_check() -> None:
    assert {region.code for region in REGIONS} <= set(CATALOGUE.findings)


def test_drawing_and_list_say_the_same(stand) -> None:
    start = {c: v for c, v in DONE.replies.items() if c not in ("side", "buttock_pain")}
    check = stand(start, Page.WHERE)
    page = check.questions
    page.none.setChecked(False)
    press(button(page.body_map, "buttock_pain", Side.LEFT))
    assert page.rows["buttock_pain"].box.isChecked()
    assert page.rows["side"].button("left").isChecked()
    page.rows["outer_hip_pain"].box.click()
    assert button(page.body_map, "outer_hip_pain", Side.LEFT).isChecked()
    assert not button(page.body_map, "outer_hip_pain", Side.RIGHT).isChecked()
    assert check.go_on.isEnabled()
