"""What an installed program is made of: its packages with version, licence and licence texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata, PackageNotFoundError, distribution
from pathlib import Path

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_EXTRA = re.compile(r"extra\s*==")
_TEXT = re.compile(r"LICEN[SC]E|COPYING|NOTICE", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A package: its name, version and licence, and the files that hold its licence texts."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def parts_of(package: str) -> tuple[Part, ...]:
    """Return the packages that an installed one needs, those of its extras included where there.

    They come by name and without itself; there are none where nothing is known of the package.
    """
    found: dict[str, Part] = {}
    waiting = [(package, True)]
    while waiting:
        name, with_extras = waiting.pop()
        key = _key(name)
        if key in found:
            continue
        try:
            there = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or an extra that was left out
        found[key] = part_from(there)
        waiting += ((needed, False) for needed in _needed(there, with_extras=with_extras))
    found.pop(_key(package), None)
    return tuple(found[key] for key in sorted(found))


def part_from(found: Distribution) -> Part:
    """Return what the metadata of an installed package says."""
    about = found.metadata
    classifiers = (line for line in about.get_all("Classifier") or () if line.startswith("License"))
    licence = _first(about, "License-Expression") or ", ".join(
        line.rpartition(":: ")[2] for line in classifiers
    )
    texts = (path for path in found.files or () if _TEXT.search(path.name))
    return Part(
        name=about["Name"],
        version=about["Version"],
        licence=licence or _first(about, "License").strip().partition("\n")[0],
        texts=tuple(Path(str(found.locate_file(p))) for p in texts if p.suffix[:3] != ".py"),
    )


def _first(about: PackageMetadata, field: str) -> str:
    found: list[str] = about.get_all(field) or []
    return found[0] if found else ""


def _needed(found: Distribution, *, with_extras: bool) -> Iterator[str]:
    """Yield the names of the packages that a package asks for."""
    for line in found.requires or ():
        if with_extras or not _EXTRA.search(line):
            name = _NAME.match(line)
            if name is not None:
                yield name.group()


def _key(name: str) -> str:
    """Return a name as the package index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()
