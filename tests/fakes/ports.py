"""What the commands need, without a painter and without a database."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sijoint_desktop.cli.ports import Options, PictureRequest, Ports, SheetRequest, TriageKit
from sijoint_desktop.content.library import Library
from sijoint_desktop.content.model import SelfTest
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.routine.model import Routine


@dataclass
class FakePorts:
    """Writes short files where pictures are asked for, and remembers what was asked."""

    library: Library
    routines: tuple[Routine, ...]
    document: Mapping[str, object] = field(default_factory=lambda: {"format": 1, "sessions": []})
    fault: UserError | OSError | None = None  # raised by whatever writes, after the first bytes
    triage: TriageKit | None = None
    notices: tuple[str, ...] = ()  # said while exporting
    options: list[Options] = field(default_factory=list)
    pictures: list[PictureRequest] = field(default_factory=list)
    self_tests: tuple[SelfTest, ...] = ()
    previews: list[Path] = field(default_factory=list)
    sheets: list[SheetRequest] = field(default_factory=list)

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
            export_document=self._export,
        )

    def _triage(self) -> TriageKit:
        assert self.triage is not None
        return self.triage

    def _render(self, request: PictureRequest) -> None:
        self.pictures.append(request)
        request.path.write_bytes(b"a picture")
        self._fail()

    def _preview(self, path: Path) -> int:
        self.previews.append(path)
        return 0

    def _write_sheet(self, request: SheetRequest) -> None:
        self.sheets.append(request)
        request.path.write_bytes(b"a sheet")
        self._fail()

    def _export(self, say: Callable[[str], None]) -> Mapping[str, object]:
        for notice in self.notices:
            say(notice)
        self._fail()
        return self.document

    def _fail(self) -> None:
        if self.fault is not None:
            raise self.fault
