"""Judging a whole library: one sentence for each thing that no single file can show to be wrong."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import Demonstration, Dose, Exercise, Level, SelfTest, Sides
from sijoint_desktop.content.wording import wording_faults
from sijoint_desktop.motion.model import MotionSpec
from sijoint_desktop.motion.timeline import build_timeline

MotionCheck = Callable[[MotionSpec, str], Iterable[str]]
"""Bakes a motion and yields its faults; handed in, because baking needs numpy."""

_LENGTHS: Mapping[str, int] = {
    "name": 32,
    "summary": 110,
    "side_word": 20,
    "muscles": 40,
    "breath": 130,
    "feel": 130,
    "step": 140,
    "cue": 80,
    "wrong": 70,
    "right": 80,
    "caution": 200,
    "variant": 110,
    "note": 80,
}
"""The most characters that fit the pages and the printed sheet."""


def faults(library: Library, motion_check: MotionCheck | None = None) -> Iterator[str]:
    """Yield one sentence for every fault of the library; nothing where it is sound."""
    for exercise in library:
        yield from exercise_faults(exercise, library, motion_check)


def exercise_faults(
    exercise: Exercise,
    library: Library,
    motion_check: MotionCheck | None = None,
    name: str | None = None,
) -> Iterator[str]:
    """Yield one sentence for every fault of one exercise, seen among those of the library.

    ``name`` is the file's name in the sentences, else that of the exercise's id.
    """
    name = name or f"{exercise.id}.toml"
    for sentence in _sentences(exercise, library):
        yield f"{name}: {sentence}"
    if motion_check is not None:
        yield from motion_check(exercise.motion, name)


def self_test_faults(
    test: SelfTest, motion_check: MotionCheck | None = None, name: str | None = None
) -> Iterator[str]:
    """Yield one sentence for every fault of a self-test; ``name`` as for ``exercise_faults``."""
    name = name or f"{test.id}.toml"
    words = [("name", "name", test.name), ("summary", "summary", test.summary)]
    words += [("notice", "step", test.notice), ("stop", "caution", test.stop)]
    for check in (_wording([*words, *_step_texts(test)]), _phases(test), _sides(test)):
        yield from (f"{name}: {sentence}" for sentence in check)
    if motion_check is not None:
        yield from motion_check(test.motion, name)


def _sentences(exercise: Exercise, library: Library) -> Iterator[str]:
    yield from _wording(texts(exercise))
    yield from _phases(exercise)
    yield from _sides(exercise)
    yield from _mistakes(exercise)
    yield from _variants(exercise, library)
    yield from _levels(exercise)


def texts(exercise: Exercise) -> Iterator[tuple[str, str, str]]:
    """Yield (key, kind of text, text) for every text that a person reads, except the sources."""
    for kind in ("name", "summary", "side_word", "breath", "feel"):
        yield kind, kind, getattr(exercise, kind)
    yield from _step_texts(exercise)
    for key, kind, entries in (
        ("muscles", "muscles", exercise.muscles),
        ("cues", "cue", exercise.cues),
    ):
        for number, entry in enumerate(entries, start=1):
            yield f"{key}.{number}", kind, entry
    for number, mistake in enumerate(exercise.mistakes, start=1):
        yield f"mistake.{number}.wrong", "wrong", mistake.wrong
        yield f"mistake.{number}.right", "right", mistake.right
    for number, caution in enumerate(exercise.cautions, start=1):
        yield f"caution.{number}.text", "caution", caution.text
    for key, variants in (("easier", exercise.easier), ("harder", exercise.harder)):
        for number, variant in enumerate(variants, start=1):
            yield f"{key}.{number}.text", "variant", variant.text
    for level, dose in exercise.doses.items():
        yield f"dose.{level}.note", "note", dose.note


def _step_texts(exercise: Demonstration) -> Iterator[tuple[str, str, str]]:
    for number, step in enumerate(exercise.steps, start=1):
        for key, text in (("text", step.text), *step.at_level.items()):
            yield f"step.{number}.{key}", "step", text


def _wording(worded: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    for key, kind, text in worded:
        if len(text) > _LENGTHS[kind]:
            yield f"{key}: has {len(text)} characters; expected at most {_LENGTHS[kind]}"
        yield from (f"{key}: {fault}" for fault in wording_faults(text))


def _phases(exercise: Demonstration) -> Iterator[str]:
    timeline = build_timeline(exercise.motion, effort_s=1, return_s=1, pause_s=1, hold_s=1)
    known = list(dict.fromkeys(phase.name for phase in timeline.phases))
    for number, step in enumerate(exercise.steps, start=1):
        for name in step.phases:
            if name not in known:
                yield f"step.{number}.phases: {name!r} is no phase; expected {', '.join(known)}"


def _sides(exercise: Demonstration) -> Iterator[str]:
    together, authored = exercise.sides is Sides.TOGETHER, exercise.motion.authored_side
    if together and authored is not None:
        yield f"sides: 'together', yet the motion has a side, {authored}; expected each"
    if not together and authored is None:
        yield f"sides: {str(exercise.sides)!r}, yet the motion has no side; expected together"
    if not together and not exercise.side_word:
        yield "side_word: is empty; expected a word after LEFT and RIGHT"


def _mistakes(exercise: Exercise) -> Iterator[str]:
    drawn = {mistake.id for mistake in exercise.motion.mistakes}
    seen: set[str] = set()
    for number, mistake in enumerate(exercise.mistakes, start=1):
        if mistake.id in seen:
            yield f"mistake.{number}.id: {mistake.id!r} is there twice"
        seen.add(mistake.id)
        if mistake.motion_id is not None and mistake.motion_id not in drawn:
            known = ", ".join(sorted(drawn)) or "none"
            place = f"mistake.{number}.motion_id"
            yield f"{place}: {mistake.motion_id!r} is not drawn; drawn are {known}"
    unnamed = drawn - {mistake.motion_id for mistake in exercise.mistakes}
    for name in sorted(unnamed):
        yield f"motion.mistake: {name!r} is drawn, yet no mistake has it as its motion_id"


def _variants(exercise: Exercise, library: Library) -> Iterator[str]:
    named = [
        (f"{key}.{number}.exercise", variant.exercise)
        for key, variants in (("easier", exercise.easier), ("harder", exercise.harder))
        for number, variant in enumerate(variants, start=1)
    ]
    cautions = enumerate(exercise.cautions, start=1)
    named += [(f"caution.{number}.instead", caution.instead) for number, caution in cautions]
    for key, other in named:
        if other is not None and (other not in library or other == exercise.id):
            known = ", ".join(name for name in library.ids if name != exercise.id)
            yield f"{key}: {other!r} is no other exercise; known are {known}"


def _levels(exercise: Exercise) -> Iterator[str]:
    """Compare neighbouring levels: each may ask for as much as the one below, or more."""
    for lower, upper in pairwise(Level):
        less, more = _work(exercise.doses[lower]), _work(exercise.doses[upper])
        for what, low, high in zip(
            ("seconds of work", "seconds of one hold", "minutes worn"), less, more, strict=True
        ):
            if low > high:
                yield f"dose.{upper}: {high:g} {what}; expected at least the {low:g} of {lower}"


def _work(dose: Dose) -> tuple[float, float, float]:
    once = dose.tempo.effort_s + dose.hold_s + dose.tempo.return_s
    worn = dose.wear_minutes[1] if dose.wear_minutes else 0
    return dose.sets * dose.reps * once, dose.hold_s, worn
