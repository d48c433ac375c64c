"""Every word on paper is in the language that is spoken, but for what the person wrote."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sijoint_desktop.content.library import Library, library_from
from sijoint_desktop.content.model import Level
from sijoint_desktop.content.translation import translated
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.routine.model import Slot, SlotSides
from sijoint_desktop.routine.planner import plan_for
from sijoint_desktop.routine.plans import parse_plans
from sijoint_desktop.sheet.check_summary import compose_check_summary
from sijoint_desktop.sheet.compose import compose_card, compose_sheet
from sijoint_desktop.sheet.model import Dots, Graph, Section, Sheet
from sijoint_desktop.sheet.pages import page_range
from sijoint_desktop.sheet.web_page import sheet_html
from sijoint_desktop.triage.advice import advice
from sijoint_desktop.triage.checker import parse_checker
from sijoint_desktop.triage.emergency_numbers import Contacts
from tests.fakes.pseudo import untranslated
from tests.sheet.real import CONTENT, real_routine
from tests.sheet.test_web_page import Page, drawn
from tests.triage.shipped import FILES, answers

_OWN = re.compile("Anna('s routine)?")
_STYLE = re.compile(r"<style>.*</style>", re.DOTALL)


@pytest.fixture
def library(pseudo: None) -> Library:
    return library_from({path.name: _tables(path.read_text("utf-8")) for path in _FILES})


_FILES = sorted((CONTENT / "exercises").glob("*.toml"))


def _tables(text: str) -> Mapping[str, object]:
    return translated(tomllib.loads(text))


def gaps(sheet: Sheet) -> list[str]:
    """Return what stands untranslated on a page, read out or seen, in the order of reading."""
    page = Page(_STYLE.sub("", sheet_html(sheet, drawn)))
    texts = [words for _tag, words in page.words]
    texts += [name for _tag, seen in page.found if (name := seen.get("aria-label"))]
    return [text for text in texts if untranslated(_OWN.sub("", text))]


def test_a_sheet_is_translated(library: Library) -> None:
    level = Level.STANDARD
    slots = tuple(
        Slot(each.id, level, each.doses[level], sides)
        for each in library
        for sides in (SlotSides.BOTH, SlotSides.RIGHT)
    )
    routine = replace(real_routine(), name="Anna's routine", slots=slots)
    sheet = compose_sheet(routine, library, start=date(2026, 11, 26), name="Anna", minutes=12)
    assert gaps(sheet) == []
    assert '<html lang="xx">' in sheet_html(sheet, drawn)
    assert gaps(compose_sheet(routine, library, start=date(2026, 11, 26))) == []


def test_every_card_is_translated(library: Library) -> None:
    assert [gap for exercise in library for gap in gaps(compose_card(exercise))] == []


@pytest.mark.parametrize(
    "findings",
    [
        ("ces_bowel", "fever_chills:not_sure"),
        ("buttock_pain", "fortin_one_finger", "side:left", "morning_stiff_short", "pain_now:3"),
        ("buttock_pain", "fortin_one_finger"),
        ("midline_above_belt",),
    ],
)
def test_the_summary_of_a_check_is_translated(library: Library, findings: tuple[str, ...]) -> None:
    checker, given = parse_checker(FILES), answers(*findings)
    result = checker.judge(given)
    sheet = compose_check_summary(
        result,
        given,
        checker,
        told=advice(result.level, Contacts(), pregnant=None),
        at=datetime(2026, 11, 25, 21, 30, tzinfo=UTC),
        name="Anna",
        plan=plan_for(result, given, library, parse_plans(FILES["plans.toml"])),
        corrected={"duration": ("2_6wk", "over_3mo"), "sex": ("male",)},
    )
    assert gaps(sheet) == []


def test_a_graph_and_the_page_numbers_are_translated(library: Library) -> None:
    graph = Graph("", date(2026, 11, 1), date(2026, 11, 26), (Dots("", ((1.0, 3.5),)),))
    (exercise, *_others) = library
    sheet = compose_card(exercise)
    report = replace(sheet, sections=(Section("", (graph,)),))
    assert gaps(report) == []
    assert not re.search(r'counter\(page\) " of "', sheet_html(report, drawn))


def test_why_there_are_no_such_pages_is_translated(pseudo: None) -> None:
    with pytest.raises(UserError) as refused:
        page_range("7-9", 2)
    assert not untranslated(str(refused.value))
