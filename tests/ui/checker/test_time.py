"""A check with nothing wrong takes under four minutes, each word and click counted."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from sijoint_desktop.triage.answers import Answers
from sijoint_desktop.triage.flow import Page
from sijoint_desktop.triage.question import Kind, Question, Reply, Value
from sijoint_desktop.ui.checker.country import QUESTION
from sijoint_desktop.ui.checker.words import PAGE_WORDS
from tests.triage.shipped import CHECK, walk

DOC = Path(__file__).parents[3] / "docs" / "checker.md"

LETTERS_A_MINUTE = 238 * 4.6
"""Silent reading of adults: 238 words of 4.6 letters, so short words go faster. Brysbaert 2019."""
SECONDS_A_CHOICE = 2.7
"""To make up one's mind, point and click: keystroke-level model, Card 1980."""
SECONDS_A_CLICK = 1.3
"""To point and click where nothing is left to decide, such as Continue; as above."""

LONGEST = "A woman of 50, pain of more than 3 months, since before 45"
"""Nearly everything can matter for her, so she needs a little longer."""

CALM: dict[str, Value] = {"side": "left", "buttock_pain": Reply.YES, "duration": "2_6wk"}
LONG: dict[str, Value] = {**CALM, "duration": "over_3mo"}
PEOPLE: dict[str, dict[str, Value]] = {
    "A man, pain of 2 to 6 weeks": {**CALM, "sex": "male"},
    "A woman, pain of 2 to 6 weeks": {**CALM, "sex": "female"},
    "A man, pain of more than 3 months": {**LONG, "sex": "male"},
    "A woman, pain of more than 3 months": {**LONG, "sex": "female"},
    "A woman of 50, pain of more than 3 months, since 45 or later": {
        **LONG,
        "sex": "female",
        "age": 50,
        "onset_age_band": "45_plus",
    },
    LONGEST: {**LONG, "sex": "female", "age": 50, "onset_age_band": "35_39"},
}


def words_of(question: Question) -> Iterator[str]:
    if question.kind is Kind.YES_NO:
        yield question.sign
        return
    yield question.ask
    yield from question.options.values()


def time_of(page: Page, answers: Answers) -> tuple[float, int]:
    """Return the seconds that a page takes, and how many questions it asks."""
    shown = CHECK.flow.shown(page, answers)
    questions = [q for part in shown for q in part.questions]
    read = [PAGE_WORDS[page].heading, *PAGE_WORDS[page].lines]
    choices = 0
    if page is Page.SELF_TESTS:  # left out with one choice, unread
        questions, choices = [], 1
    else:
        read += [QUESTION] if page is Page.START else []  # the country, which the system guesses
        read += [part.section.heading for part in shown]
        read += [words for question in questions for words in words_of(question)]
        choices += sum(q.kind is not Kind.YES_NO and not q.optional for q in questions)
        # "None of these", or the one tick; one mark on the drawing tells place and side at once
        choices += page is not Page.WHERE and any(q.kind is Kind.YES_NO for q in questions)
    letters = sum(character.isalnum() for words in read for character in words)
    seconds = letters / LETTERS_A_MINUTE * 60 + choices * SECONDS_A_CHOICE + SECONDS_A_CLICK
    return seconds, len(questions)


def time_of_check(person: Mapping[str, Value]) -> tuple[float, int]:
    answers, pages = walk(person)
    parts = [time_of(page, answers) for page in pages if page is not Page.RESULT]
    return sum(seconds for seconds, _ in parts), sum(questions for _, questions in parts)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_check_with_nothing_wrong_is_short(name: str) -> None:
    seconds, _ = time_of_check(PEOPLE[name])
    assert seconds < (250 if name == LONGEST else 240)


@pytest.mark.parametrize("name", PEOPLE)
def test_the_documentation_states_the_count_as_it_is(name: str) -> None:
    seconds, questions = time_of_check(PEOPLE[name])
    whole = round(seconds)
    row = f"| {name} | {questions} | {whole // 60} min {whole % 60} s |"
    assert row in DOC.read_text(encoding="utf-8")


def test_a_page_on_screen_shows_as_many_questions_as_are_counted(stand) -> None:
    answers, _ = walk(PEOPLE["A man, pain of 2 to 6 weeks"])
    check = stand(answers.replies, Page.WARNING_SIGNS)
    visible = [row for row in check.questions.rows.values() if row.isVisible()]
    assert len(visible) == time_of(Page.WARNING_SIGNS, answers)[1]
