"""Looks after the file of a history: that it is sound, and that there is a copy of this day."""

import os
import sqlite3
from datetime import date
from pathlib import Path

from sijoint_desktop.core.errors import UserError
from sijoint_desktop.core.language import tr
from sijoint_desktop.store.backups import back_up_daily
from sijoint_desktop.store.sqlite_file import is_sound


def look_after(database: Path, today: date) -> bool:
    """Copy the database unless the newest copy shows it as it is; tell whether it is sound.

    A damaged file is not copied, so that no good copy gives way to it. Where nothing can be written
    there is no copy, and no complaint: the person knows by then. Raises UserError where the copy
    could not be made, which changes nothing.
    """
    if not database.exists():
        return True
    try:
        if not is_sound(database):
            return False
        if os.access(database.parent, os.W_OK):
            back_up_daily(database, today)
    except (OSError, sqlite3.Error) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise UserError(
            tr(
                "Today's copy of your history could not be made ({reason}). What you recorded is "
                "safe; the next start tries again.",
                reason=reason,
            )
        ) from fault
    return True
