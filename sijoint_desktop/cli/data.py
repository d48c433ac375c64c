"""The commands about the person's data: export, import, backup and restore."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from sijoint_desktop.app.clinician_report import compose_clinician_report
from sijoint_desktop.app.fhir import export_fhir
from sijoint_desktop.app.interchange import export_json, import_text
from sijoint_desktop.app.merge_words import told
from sijoint_desktop.app.spreadsheet import export_csv
from sijoint_desktop.cli.files import STANDARD_STREAM, write_json
from sijoint_desktop.cli.ports import PROGRAM, Ports, ReportRequest
from sijoint_desktop.core.files import read_text, replacing

if TYPE_CHECKING:
    from sijoint_desktop.history.archive import Archive

_DONE = 0


def export(arguments: argparse.Namespace, ports: Ports, out: TextIO, err: TextIO) -> int:
    """Write everything that was recorded, as JSON, a table, a FHIR bundle or a report."""
    archive = ports.data.archive(_say_on(err))
    if arguments.report is not None:
        _write_report(archive, arguments, ports)
        out.write(f"{arguments.report}\n")
        return _DONE
    if arguments.csv is not None:
        _write_table(export_csv(archive), arguments.csv, out)
        return _DONE
    target = arguments.json or arguments.fhir
    write = export_json if arguments.json else export_fhir
    write_json(write(archive, ports.data.now()), target, out)
    return _DONE


def import_file(arguments: argparse.Namespace, ports: Ports, out: TextIO, err: TextIO) -> int:
    """Join an exported file with what is on record, and tell what changed."""
    theirs = import_text(read_text(arguments.file), str(arguments.file))
    changes = ports.data.merge(theirs, arguments.dry_run, _say_on(err))
    for line in told(changes, done=not arguments.dry_run):
        out.write(f"{line}\n")
    return _DONE


def backup(arguments: argparse.Namespace, ports: Ports, out: TextIO, _err: TextIO) -> int:
    """Copy the database to a file, or to the folder of the copies."""
    if arguments.file is None:
        out.write(f"{ports.data.back_up()}\n")
        return _DONE
    target: Path = arguments.file
    with replacing(target) as draft:
        draft.unlink()
        ports.data.copy_to(draft)
    out.write(f"{target}\n")
    return _DONE


def restore(arguments: argparse.Namespace, ports: Ports, out: TextIO, _err: TextIO) -> int:
    """Put a copy of the database in its place."""
    before = ports.data.restore(arguments.file)
    out.write(f"Restored from {arguments.file}.\n")
    if before is not None:
        out.write(f"What was there before is in {before}.\n")
    return _DONE


def _write_report(archive: "Archive", arguments: argparse.Namespace, ports: Ports) -> None:
    sheet = compose_clinician_report(
        archive,
        ports.library(),
        ports.triage().checker.catalogue,
        today=ports.data.now().date(),
        since=arguments.since,
        name=arguments.name,
        parts=arguments.parts,
        large_print=arguments.large_print,
    )
    with replacing(arguments.report) as draft:
        ports.write_report(ReportRequest(sheet, draft, arguments.paper))


def _write_table(text: str, target: str, out: TextIO) -> None:
    if target == STANDARD_STREAM:
        out.write(text)
        return
    with replacing(Path(target)) as draft, draft.open("w", encoding="utf-8", newline="") as file:
        file.write(text)


def _say_on(err: TextIO) -> Callable[[str], None]:
    def say(notice: str) -> None:
        err.write(f"{PROGRAM}: {notice}\n")

    return say
