"""The commands about the person's data, with an archive in memory."""

import csv
import io
import json
from pathlib import Path

import pytest

from sijoint_desktop.cli.ports import TriageKit
from sijoint_desktop.history.archive import Archive, Kept
from sijoint_desktop.history.entries import PainEntry
from sijoint_desktop.routine.plans import parse_plans
from tests.cli.asking import assert_refused
from tests.fakes.records import NOON, done_on, make_pain
from tests.triage.shipped import CHECK, FILES

ONE_PAIN = json.dumps(
    {
        "format": "sijoint-history",
        "version": 2,
        "exported_at": "2026-11-22T12:00:00Z",
        "pains": [{"id": "a"}],
    }
)


def some() -> Archive:
    session = done_on(NOON.date(), 4, 3, note="=1+1", nrs_worst=5)
    pain = make_pain("p1", hours=3, woke=True)
    return Archive(
        {("sessions", session.id): Kept(session, NOON), ("pains", "p1"): Kept(pain, NOON)}
    )


def test_what_is_exported_is_imported_once(command, ports, tmp_path) -> None:
    ports.archive = some()
    assert command("export", "--json", "all.json") == (0, "", "")
    assert command("import", "all.json")[1] == "Everything in this file is here already.\n"
    ports.archive = Archive()
    status, out, _ = command("import", "all.json", "--dry-run")
    assert (status, out) == (0, "sessions: 1 new\npain scores: 1 new\nNothing was changed yet.\n")
    assert ports.archive == Archive()
    assert command("import", "all.json")[1] == "sessions: 1 new\npain scores: 1 new\n"
    assert ports.archive == some()


def test_the_table_has_a_row_for_each_session_and_pain_and_no_formulas(command, ports) -> None:
    ports.archive = some()
    _, out, _ = command("export", "--csv", "-")
    session, pain = csv.DictReader(io.StringIO(out))
    assert (session["date"], session["time"], session["kind"]) == (
        "2026-11-22",
        "09:00:00",
        "session_guided",
    )
    assert (session["pain_before"], session["pain_worst"], session["pain_after"]) == ("4", "5", "3")
    assert session["note"] == "'=1+1"
    assert (pain["kind"], pain["pain"], pain["woke"]) == ("pain_free", "4", "True")


def test_the_bundle_has_an_observation_for_each_score(command, ports) -> None:
    ports.archive = some()
    _, out, _ = command("export", "--fhir", "-")
    bundle = json.loads(out)
    scores = [entry["resource"]["valueInteger"] for entry in bundle["entry"]]
    assert sorted(scores) == [3, 4, 4, 5]
    assert len({entry["fullUrl"] for entry in bundle["entry"]}) == 4


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is no JSON"),
        ("[]", "not a history"),
        ('{"format": "sijoint-history"}', "version"),
        ('{"format": "sijoint-history", "version": 99}', "newer version"),
        ('{"format": "sijoint-history", "version": 2}', "exported_at: is missing"),
        (ONE_PAIN, "pains[0].at: is missing"),
        ("[" * 100_000, "nested too deep"),
    ],
)
def test_a_bad_file_is_named_in_one_line_and_changes_nothing(
    command,
    ports,
    tmp_path,
    text: str,
    words: str,
) -> None:
    ports.archive = some()
    (tmp_path / "bad.json").write_text(text)
    assert_refused(command("import", "bad.json"), words)
    assert ports.archive == some()
    assert len(ports.archive.all(PainEntry)) == 1


def test_a_backup_goes_to_a_file_or_to_the_data_folder(command, tmp_path) -> None:
    assert command("backup", "copy.db")[:2] == (0, "copy.db\n")
    assert (tmp_path / "copy.db").read_bytes() == b"a copy"
    assert command("backup")[1].strip().endswith("sijoint-2026-11-22.db")


def test_restoring_says_where_the_former_data_is(command, ports) -> None:
    status, out, _ = command("restore", "copy.db")
    assert status == 0
    assert "before-restore.db" in out
    assert [path.name for path in ports.restored] == ["copy.db"]


def test_what_is_to_be_said_does_not_mix_with_the_document(command, ports) -> None:
    ports.notices = ("A damaged file was kept.",)
    status, out, err = command("export", "--json", "-")
    assert (status, json.loads(out)["format"]) == (0, "sijoint-history")
    assert err == "sijoint-desktop: A damaged file was kept.\n"


def test_one_form_is_chosen(command) -> None:
    assert_refused(command("export", "--json", "a", "--csv", "b"), "not allowed with")


def test_a_report_for_a_clinician_shows_the_parts_and_days_asked_for(command, ports) -> None:
    ports.archive = some()
    ports.triage = TriageKit(CHECK, parse_plans(FILES["plans.toml"]), ports.library)
    words = (
        "--parts",
        "pain,dates",
        "--since",
        "2026-11-01",
        "--name",
        "Anna",
        "--paper",
        "letter",
    )
    assert command("export", "--report", "report.pdf", *words) == (0, "report.pdf\n", "")
    (request,) = ports.reports
    assert [section.heading for section in request.sheet.sections] == ["At a glance", "Pain"]
    assert request.sheet.subtitle.startswith("Anna.")
    assert request.paper == "letter"
    assert Path("report.pdf").read_bytes() == b"a report"


@pytest.mark.parametrize(
    ("words", "said"), [(("--parts", "pain,all"), "danger-signs"), (("--since", "x"), "no date")]
)
def test_a_report_of_nonsense_is_refused(command, words, said) -> None:
    assert_refused(command("export", "--report", "report.pdf", *words), said)
    assert not Path("report.pdf").exists()
