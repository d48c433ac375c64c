"""What the commands need, without a painter and without a database."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sijoint_desktop.app.merge import Changes, merge
from sijoint_desktop.cli.ports import (
    Options,
    PictureRequest,
    Ports,
    ReportRequest,
    SheetRequest,
    TriageKit,
)
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import SelfTest
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.history.archive import Archive
from sijoint_desktop.routine.model import Routine
from tests.fakes.clock import START


@dataclass
class FakePorts:
    """Writes short files where pictures are asked for, and remembers what was asked."""

    library: Library
    routines: tuple[Routine, ...]
    archive: Archive = field(default_factory=Archive)
    restored: list[Path] = field(default_factory=list)
    fault: UserError | OSError | None = None  # raised by whatever writes, after the first bytes
    triage: TriageKit | None = None
    notices: tuple[str, ...] = ()  # said while exporting
    options: list[Options] = field(default_factory=list)
    pictures: list[PictureRequest] = field(default_factory=list)
    self_tests: tuple[SelfTest, ...] = ()
    previews: list[Path] = field(default_factory=list)
    sheets: list[SheetRequest] = field(default_factory=list)
    reports: list[ReportRequest] = field(default_factory=list)

    def open(self, options: Options) -> Ports:
        self.options.append(options)
        return Ports(
            library=lambda: self.library,
            routines=lambda _library: self.routines,
            triage=self._triage,
            self_tests=lambda: self.self_tests,
            render=self._render,
            preview=self._preview,
            write_sheet=self._write_sheet,
            write_report=self._write_report,
            data=FakeData(self),
        )

    def _triage(self) -> TriageKit:
        assert self.triage is not None
        return self.triage

    def _render(self, request: PictureRequest) -> None:
        self.pictures.append(request)
        request.path.write_bytes(b"a picture")
        self.fail()

    def _preview(self, path: Path) -> int:
        self.previews.append(path)
        return 0

    def _write_sheet(self, request: SheetRequest) -> None:
        self.sheets.append(request)
        request.path.write_bytes(b"a sheet")
        self.fail()

    def _write_report(self, request: ReportRequest) -> None:
        self.reports.append(request)
        request.path.write_bytes(b"a report")
        self.fail()

    def fail(self) -> None:
        if self.fault is not None:
            raise self.fault


class FakeData:
    """The person's data, kept in the archive of the ports."""

    def __init__(self, ports: FakePorts) -> None:
        self._ports = ports

    def now(self) -> datetime:
        return START

    def archive(self, say: Callable[[str], None]) -> Archive:
        for notice in self._ports.notices:
            say(notice)
        self._ports.fail()
        return self._ports.archive

    def merge(self, theirs: Archive, rehearse: bool, say: Callable[[str], None]) -> Changes:
        changes = merge(self.archive(say), theirs, START)
        if not rehearse:
            self._ports.archive = Archive({**self._ports.archive.kept, **changes.put})
        return changes

    def back_up(self) -> Path:
        self._ports.fail()
        return Path("backups/sijoint-2026-11-22.db")

    def copy_to(self, target: Path) -> None:
        target.write_bytes(b"a copy")
        self._ports.fail()

    def restore(self, copy: Path) -> Path | None:
        self._ports.fail()
        self._ports.restored.append(copy)
        return Path("backups/sijoint-2026-11-22-before-restore.db")
