"""The tables of a report for a clinician: sides, checks with danger signs, and doses."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sijoint_desktop.app.report_material import Material
from sijoint_desktop.core.dates import clock_words, short_date_with_year
from sijoint_desktop.core.language import number, plural, tr, whole_number
from sijoint_desktop.core.side import Side, side_label
from sijoint_desktop.history.effort import times_word
from sijoint_desktop.history.entries import (
    CheckRecord,
    Clearance,
    Dated,
    HurtEvent,
    PlanChange,
    PlanPause,
    Rescreen,
)
from sijoint_desktop.history.records import RepRecord
from sijoint_desktop.history.safety import standing_checks
from sijoint_desktop.sheet.model import Graph, Paragraph, Span, Table
from sijoint_desktop.sheet.wording import sentence
from sijoint_desktop.triage.advice import HEADINGS
from sijoint_desktop.triage.question import Reply
from sijoint_desktop.triage.rescreen import QUESTIONS

if TYPE_CHECKING:
    from sijoint_desktop.core.ids import ExerciseId

_MOST_ROWS = 12
"""More rows are not read in a minute; an export holds them all."""

Parts = Iterator[Paragraph | Table | Graph]
_Moment = tuple[Dated, str, str]  # what is told, what it was, and in words


def sides_part(seen: Material) -> Parts:
    """Yield what was done on the left and on the right, and where it hurt."""
    done: defaultdict[ExerciseId, defaultdict[Side, list[RepRecord]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for rep in (rep for session in seen.sessions for rep in session.reps):
        if rep.side is not None:
            done[rep.exercise_id][rep.side].append(rep)
    hurts = seen.all(HurtEvent)
    if not done and not hurts:
        yield paragraph(tr("Nothing was done on one side at a time."))
        return
    rows = []
    for exercise, sides in done.items():
        hurt = [event.side for event in hurts if event.exercise_id == exercise]
        cells = (_side_words(sides[side], hurt.count(side)) for side in Side)
        rows.append((seen.name(exercise), *cells))
    if rows:
        headings = (tr("Exercise"), *(side_label(side) for side in Side))
        yield Table(headings, (0.4, 0.3, 0.3), tuple(rows))
    if hurts:
        left, right = (sum(event.side is side for event in hurts) for side in Side)
        words = tr(
            '"That hurt" was pressed {times}: {left} on the left, {right} on the right.',
            times=times_word(len(hurts)),
            left=times_word(left),
            right=times_word(right),
        )
        yield paragraph(words)


def danger_signs_part(seen: Material) -> Parts:
    """Yield every check, yes before a session, sharp pain, pause and clearance with its moment."""
    found: list[_Moment] = [*_checks(seen), *_between(seen)]
    if not found:
        yield paragraph(tr("No check was recorded in this time."))
        return
    found.sort(key=_newest_first)
    rows = []
    for entry, what, words in found[:_MOST_ROWS]:
        at = entry.local_at
        rows.append((f"{short_date_with_year(at.date())}, {clock_words(at)}", what, words))
    headings = (tr("When"), tr("What"), tr("Answers and reasons"))
    yield Table(headings, (0.2, 0.3, 0.5), tuple(rows))
    more = len(found) - _MOST_ROWS
    if more > 0:
        words = plural(
            "{n} earlier one is in the export.", "{n} earlier ones are in the export.", more
        )
        yield paragraph(words)


def doses_part(seen: Material) -> Parts:
    """Yield the first and the latest dose of every exercise, and why doses moved."""
    spans: dict[ExerciseId, list[str]] = {}
    for session in seen.sessions:
        reps: defaultdict[ExerciseId, list[RepRecord]] = defaultdict(list)
        for rep in session.reps:
            reps[rep.exercise_id].append(rep)
        for exercise, those in reps.items():
            words = f"{_dose_words(those)} ({short_date_with_year(session.local_date)})"
            spans.setdefault(exercise, [words, words])[1] = words
    if not spans:
        yield paragraph(tr("No repetition was recorded in this time."))
        return
    rows = tuple((seen.name(exercise), *words) for exercise, words in spans.items())
    headings = (tr("Exercise"), tr("First done"), tr("Last done"))
    yield Table(headings, (0.3, 0.35, 0.35), rows)
    for change in seen.all(PlanChange)[-_MOST_ROWS // 2 :]:
        moved = tr("{date}, {exercise} moved down.")
        if change.up:
            moved = tr("{date}, {exercise} moved up.")
        why = " ".join(sentence(reason.words) for reason in change.reasons)
        day, name = short_date_with_year(change.local_date), seen.name(change.step.exercise_id)
        yield Paragraph(
            (
                Span(moved.format(date=day, exercise=name), bold=True),
                Span(why if change.automatic else tr("The person's own choice.")),
            ),
            small=True,
        )


def paragraph(text: str) -> Paragraph:
    """Return plain words as a paragraph."""
    return Paragraph((Span(text),))


def _checks(seen: Material) -> Iterator[_Moment]:
    for check in standing_checks(seen.all(CheckRecord)):
        codes = dict.fromkeys(code for rule in check.rules for code in rule.because)
        said = [_answer_words(seen, check, code) for code in codes]
        reasons = "; ".join(filter(None, said)) or "; ".join(check.reasons) or tr("No danger sign")
        yield check, tr("Check: {level}", level=tr(HEADINGS[check.level])), reasons


def _answer_words(seen: Material, check: CheckRecord, code: str) -> str:
    """Return one answer of a check, or nothing where its question is no longer asked."""
    value = check.answers.get(code)
    if value is None or code not in seen.catalogue:
        return ""
    question = seen.catalogue[code]
    if not question.accepts(value):
        return f"{question.sign}: {value}"
    return question.sign if value == Reply.YES else f"{question.sign}: {question.words(value)}"


def _between(seen: Material) -> Iterator[_Moment]:
    """Yield what bound or opened exercise between checks."""
    says = {question.id: question.says for question in QUESTIONS}
    for screen in seen.all(Rescreen):
        yes = [tr(says.get(key, key)) for key, answer in screen.answers.items() if answer]
        if yes:
            yield screen, tr("Before a session: yes or not sure"), "; ".join(yes)
    for hurt in seen.all(HurtEvent):
        if hurt.sharp or hurt.new_numbness:
            signs = ((tr("sharp pain"), hurt.sharp), (tr("new numbness"), hurt.new_numbness))
            words = [seen.name(hurt.exercise_id), *(word for word, there in signs if there)]
            if hurt.nrs is not None:
                words.append(tr("pain {nrs} of 10", nrs=hurt.nrs))
            yield hurt, tr('"That hurt" in a session'), ", ".join(words)
    for pause in seen.all(PlanPause):
        yield pause, tr("The plan paused itself"), pause.reason
    for word in seen.all(Clearance):
        on = tr("On {date}", date=short_date_with_year(word.seen_on))
        yield word, tr("Seen and cleared, says the person"), on


def _newest_first(moment: _Moment) -> float:
    return -moment[0].at.timestamp()


def _side_words(reps: list[RepRecord], hurt: int) -> str:
    held = round(sum(rep.held_s for rep in reps))
    parts = {"repetitions": _repetitions(len(reps)), "seconds": whole_number(held)}
    if hurt:
        return tr("{repetitions}, {seconds} s held, hurt {times}", **parts, times=times_word(hurt))
    return tr("{repetitions}, {seconds} s held", **parts)


def _repetitions(count: int) -> str:
    return plural("{number} repetition", "{number} repetitions", count, number=whole_number(count))


def _dose_words(reps: list[RepRecord]) -> str:
    sets = len({(rep.side, rep.set_number) for rep in reps})
    sides = len({rep.side for rep in reps})
    hold = max(rep.planned_hold_s for rep in reps)
    amount = _repetitions(len(reps))
    if sets != sides:
        in_sets = plural("{n} set", "{n} sets", sets)
        amount = tr("{repetitions} in {sets}", repetitions=amount, sets=in_sets)
    words = tr("{amount}, hold {hold} s")
    if sides > 1:
        words = tr("{amount}, both sides, hold {hold} s")
    return words.format(amount=amount, hold=number(hold))
