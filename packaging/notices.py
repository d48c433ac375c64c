"""Collects what the program is made of: the licence of every package in it, and an SBOM.

    python packaging/notices.py PYTHON FOLDER

writes into FOLDER, for the environment of PYTHON: ``THIRD-PARTY.md`` (name, version, licence and
where the source is), the licence texts that the packages bring, ours, those of typeface and icons,
and ``sbom.cdx.json`` (CycloneDX, made by cyclonedx-py, which uv fetches).
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from fresh import ROOT, run

CYCLONEDX = "cyclonedx-bom==7.5.0"
_LIST = """
import json
import importlib.metadata as metadata
from sijoint_desktop.core.inventory import part_from
rows = []
for found in metadata.distributions():
    part, about = part_from(found), found.metadata
    links = dict(line.split(", ", 1) for line in about.get_all("Project-URL") or [])
    rows.append({
        "name": part.name, "version": part.version, "licence": part.licence,
        "source": next((links[key] for key in links if key.lower() in
                        ("source", "source code", "repository", "code", "homepage")),
                       about["Home-page"] or ""),
        "texts": [str(path) for path in part.texts],
    })
print(json.dumps(sorted(rows, key=lambda row: row["name"].lower())))
"""
_HEAD = """# What SI Joint Desktop is made of

The program itself is under the MIT License (LICENSE.txt). These packages are in it, unchanged:

| package | version | licence | source |
| --- | --- | --- | --- |
"""
_TAIL = """
PySide6 and Qt are used under the LGPL version 3. Their libraries lie as separate files in the
program's folder, and may be replaced by your own build of the same version. Their source is
published by the Qt project beside each release. Typeface: Atkinson Hyperlegible (OFL 1.1), icons:
Lucide (ISC).
"""


def collect(python: Path, folder: Path) -> None:
    """Write the list, the texts and the SBOM of the environment of ``python`` into ``folder``."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    table = []
    for row in json.loads(run(python, "-c", _LIST)):
        table.append(f"| {row['name']} | {row['version']} | {row['licence']} | {row['source']} |")
        for number, text in enumerate(row["texts"]):
            shutil.copyfile(text, folder / f"{row['name']}-{number}-{Path(text).name}.txt")
    listing = _HEAD + "\n".join(table) + "\n" + _TAIL
    (folder / "THIRD-PARTY.md").write_text(listing, encoding="utf-8")
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE.txt")
    for part in ("fonts", "icons"):
        shutil.copyfile(ROOT / "assets" / part / "LICENSE.txt", folder / f"{part}-LICENSE.txt")
    sbom = folder / "sbom.cdx.json"
    run(
        "uv", "tool", "run", "--quiet", "--from", CYCLONEDX, "cyclonedx-py", "environment",
        "--output-reproducible", "--output-format", "JSON", "--output-file", sbom, python,
    )  # fmt: skip


if __name__ == "__main__":
    collect(Path(sys.argv[1]), Path(sys.argv[2]))
