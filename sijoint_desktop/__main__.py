"""Start the program: read the command line and hand over to the window or to a command."""

import sys
from collections.abc import Sequence

from sijoint_desktop.cli.ports import Options, Ports
from sijoint_desktop.cli.run import run


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status.

    ``argv`` is the command line without the program's name; None takes that of the process.
    """
    return run(argv, ports=_ports, window=_window)


def _ports(options: Options) -> Ports:
    from sijoint_desktop.bootstrap.commands import ports  # noqa: PLC0415 - loads Qt; --help needs none

    return ports(options)


def _window(options: Options) -> int:
    from sijoint_desktop.bootstrap.program import run_window  # noqa: PLC0415 - see above

    return run_window(options)


if __name__ == "__main__":
    sys.exit(main())
