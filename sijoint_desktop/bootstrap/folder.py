"""Finds the folder that keeps the person's data."""

import os
from collections.abc import Mapping
from pathlib import Path

from sijoint_desktop.cli.ports import Options

DATA_DIR_VARIABLE = "SIJOINT_DATA_DIR"


def data_folder(options: Options, environment: Mapping[str, str] = os.environ) -> Path:
    """Return where the person's data is: as stated, by the variable, or in the usual place."""
    if options.data_dir is not None:
        return options.data_dir.expanduser().absolute()
    named = environment.get(DATA_DIR_VARIABLE, "")
    if named:
        return Path(named).expanduser().absolute()
    import platformdirs  # noqa: PLC0415 - a stated folder needs no look at the system

    return Path(platformdirs.user_data_dir("sijoint-desktop", appauthor=False))


def is_stated(options: Options, environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether the data is elsewhere than in the usual place."""
    return options.data_dir is not None or bool(environment.get(DATA_DIR_VARIABLE))
