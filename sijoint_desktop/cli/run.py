"""From the command line to an exit status: the one place where faults become a line."""

import io
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout, suppress
from dataclasses import replace
from typing import TextIO

from sijoint_desktop.cli.ports import PROGRAM, Options, Ports
from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.files import ROUTINE_ENDING

BAD_INPUT = 2
_INTERRUPTED = 130  # what shells report after Ctrl+C


def run(
    argv: Sequence[str] | None,
    *,
    ports: Callable[[Options], Ports],
    window: Callable[[Options], int],
) -> int:
    """Do what the command line asks and return the exit status: 0, or 2 with a line on stderr.

    ``argv`` is without the program's name; None takes that of the process. ``ports`` is called for
    a command, ``window`` where there is none, so that help needs neither.
    """
    out, err = _stream(sys.stdout), _stream(sys.stderr)
    try:
        return _run(argv, ports, window, out, err)
    except UserError as error:
        err.write(f"{PROGRAM}: {_one_line(error)}\n")
    except BrokenPipeError:  # the reader, such as head, has seen enough
        _leave_unread(out)
        return 0
    except OSError as error:
        from sijoint_desktop.core.files import reason  # noqa: PLC0415 - for a fault only

        where = f"{error.filename}: " if error.filename else ""
        err.write(f"{PROGRAM}: {where}{reason(error)}\n")
    except KeyboardInterrupt:
        return _INTERRUPTED
    return BAD_INPUT


def _run(
    argv: Sequence[str] | None,
    ports: Callable[[Options], Ports],
    window: Callable[[Options], int],
    out: TextIO,
    err: TextIO,
) -> int:
    words = list(sys.argv[1:] if argv is None else argv)
    if not words:
        return window(Options())  # the usual start, which waits for nothing
    if words[0].lower().endswith(ROUTINE_ENDING):  # a double click on such a file
        words.insert(0, "open")
    from sijoint_desktop.cli.parser import build_parser  # noqa: PLC0415 - see above

    try:
        with redirect_stdout(out):  # where there is no console, help has nowhere else to go
            arguments = build_parser().parse_args(words)
    except SystemExit as end:  # after --help and --version
        return end.code if isinstance(end.code, int) else 0
    options = Options(arguments.data_dir)
    if arguments.command is None:
        return window(replace(options, background=arguments.background))
    if arguments.command == "open":
        return window(replace(options, routine_file=arguments.file.absolute()))
    from sijoint_desktop.cli.commands import COMMANDS  # noqa: PLC0415 - the window needs none of them

    status = COMMANDS[arguments.command](arguments, ports(options), out, err)
    out.flush()
    return status


def _one_line(error: UserError) -> str:
    return " ".join(str(error).split())


def _leave_unread(out: TextIO) -> None:
    """Send what is still unwritten nowhere, so that the end of the process does not fail on it."""
    with suppress(io.UnsupportedOperation):  # not a stream of the system
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def _stream(stream: TextIO | None) -> TextIO:
    """Return a stream that takes every letter; a program without a console has none of its own."""
    if stream is None:
        return io.StringIO()
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream
