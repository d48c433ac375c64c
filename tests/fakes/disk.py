"""A real disk that is small, may fill up, and may turn read-only; only root may make one."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk_at(disk: Path) -> Iterator[Path]:
    """Mount a disk of 300 kB at a folder that is made for it; skips the test without root."""
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if made.returncode != 0:
        pytest.skip("a small disk needs root")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def remount(disk: Path, option: str) -> None:
    """Change a disk that is mounted, such as to "ro" or to "size=2m"."""
    subprocess.run(["mount", "-o", f"remount,{option}", str(disk)], check=True)
