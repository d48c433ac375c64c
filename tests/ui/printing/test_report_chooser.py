from datetime import date

from sijoint_desktop.app.clinician_report import ReportPart
from sijoint_desktop.ui.printing.report_chooser import ReportChooser
from sijoint_desktop.ui.style.style import Style
from tests.fakes.pseudo import untranslated, words_of

TODAY = date(2026, 11, 25)


def opened(qtbot) -> tuple[ReportChooser, list[tuple[date | None, frozenset[ReportPart]]]]:
    chooser = ReportChooser(TODAY, style=Style())
    qtbot.addWidget(chooser)
    said: list[tuple[date | None, frozenset[ReportPart]]] = []
    chooser.chosen.connect(lambda since, parts: said.append((since, parts)))
    chooser.show()
    return chooser, said


def test_the_last_three_months_and_every_part_are_offered(qtbot) -> None:
    chooser, said = opened(qtbot)
    chooser.show_it.click()
    assert said == [(date(2026, 8, 26), frozenset(ReportPart))]


def test_parts_can_be_left_out_and_all_of_the_time_be_taken(qtbot) -> None:
    chooser, said = opened(qtbot)
    chooser.spans.set_value("")
    for part in ReportPart:
        if part is not ReportPart.PAIN:
            chooser.chips[part].click()
    chooser.show_it.click()
    assert said == [(None, frozenset({ReportPart.PAIN}))]


def test_a_report_of_nothing_cannot_be_asked_for(qtbot) -> None:
    chooser, said = opened(qtbot)
    for chip in chooser.chips.values():
        chip.click()
    assert not chooser.show_it.isEnabled()
    assert not said


def test_every_word_is_translated(qtbot, pseudo: None) -> None:
    chooser, _said = opened(qtbot)
    words = [*words_of(chooser), chooser.windowTitle()]
    assert [text for text in words if untranslated(text)] == []
