"""Reading the self-tests of the check: movements that are tried once, shown by the same figure."""

from collections.abc import Mapping

from sijoint_desktop.content.dose import DOSE_BOUNDS, parse_tempo
from sijoint_desktop.content.fields import amount, format_one, line, lines
from sijoint_desktop.content.model import SelfTest, Sides
from sijoint_desktop.content.parse import own_id, parse_toml, read_all, read_motion, read_steps
from sijoint_desktop.core.errors import ContentError
from sijoint_desktop.core.ids import ExerciseId
from sijoint_desktop.core.units import Seconds
from sijoint_desktop.motion.table import Table


def parse_self_test(text: str, name: str) -> SelfTest:
    """Read one self-test file; ``name`` is its file name, whose stem must be the test's id.

    Raises ContentError with every fault, each as "file: key: what was found; expected ...".
    """
    return self_test_from(parse_toml(text, name), name)


def self_test_from(tables: Mapping[str, object], name: str) -> SelfTest:
    """Read a self-test from the tables of its file; raises ContentError with every fault."""
    faults: list[str] = []
    table = Table(tables, f"{name}: ", faults)
    format_one(table)
    test = SelfTest(
        id=ExerciseId(own_id(table, name)),
        name=line(table, "name"),
        summary=line(table, "summary"),
        sides=table.choice("sides", Sides),
        side_word=line(table, "side_word", empty=True),
        steps=read_steps(table),
        sources=lines(table, "sources", at_least=1),
        motion=read_motion(table, name),
        notice=line(table, "notice"),
        stop=line(table, "stop"),
        codes=lines(table, "codes", at_least=1),
        tempo=parse_tempo(table),
        hold_s=Seconds(amount(table, "hold_s", DOSE_BOUNDS["hold_s"])),
    )
    table.close()
    if faults:
        raise ContentError(faults)
    return test


def parse_self_tests(files: Mapping[str, str]) -> tuple[SelfTest, ...]:
    """Read self-test files, given as file name -> text, in the order of their names.

    Raises ContentError with every fault of every file.
    """
    return _all(*read_all(files, parse_self_test))


def self_tests_from(files: Mapping[str, Mapping[str, object]]) -> tuple[SelfTest, ...]:
    """Read the tables of self-test files, given as file name -> tables, by their names.

    Raises ContentError with every fault of every file.
    """
    return _all(*read_all(files, self_test_from))


def _all(tests: list[SelfTest], faults: list[str]) -> tuple[SelfTest, ...]:
    if faults:
        raise ContentError(faults)
    return tuple(tests)
