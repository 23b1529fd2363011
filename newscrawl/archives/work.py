"""One archive file in, its rows and what became of its records out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import IO, Any

from newscrawl.archives import stopping
from newscrawl.archives.captures import STORED, Reader, Wanted
from newscrawl.archives.folder import FORMAT, Folder, replacing, rules_version, write_json
from newscrawl.archives.foreign import what_it_is
from newscrawl.archives.inputs import NoInput, Unit, opened
from newscrawl.archives.records import NoArchive, ReadFailed, Records
from newscrawl.archives.table import UnitWriter
from newscrawl.portals.registry import spare_what_is_loaded

TELL = 1.0  # seconds between two words on how far a unit is


@dataclass(frozen=True, slots=True)
class Step:
    """How far a unit is: bytes of its file, pages that were read, articles among them."""

    key: str
    bytes: int = 0
    pages: int = 0
    articles: int = 0


class Unbalanced(AssertionError):
    """Records that ended as nothing: a fault of ours."""


def read_unit(unit: Unit, tell: Callable[[Step], object], *, root: Path, wanted: Wanted) -> dict[str, Any]:
    """Read one archive file into the folder; returns what its done file says, or {"failed": why}.

    Only what the disk of the folder fails with is raised (OSError).
    """
    spare_what_is_loaded()
    folder = Folder(root)
    try:
        with stopping.held(), opened(unit.address) as file:
            return _read(unit, file, folder, wanted, tell)
    except ReadFailed as error:
        return {"failed": f"could not be read: {error}"}
    except (NoArchive, NoInput) as error:
        return {"failed": str(error)}


def _read(
    unit: Unit, file: IO[bytes], folder: Folder, wanted: Wanted, tell: Callable[[Step], object]
) -> dict[str, Any]:
    reader = Reader(wanted, unit.name)
    records = Records(file, reader.why_not)
    ends: Counter[str] = Counter()
    by_portal: dict[str, dict[str, int]] = {}
    output, done = folder.units / f"{unit.key}.parquet", folder.done / f"{unit.key}.json"
    pages, unchecked, told = 0, 0, monotonic()
    with replacing(output) as out, closing(UnitWriter(out)) as writer:
        for record in records:
            stopping.check()
            row, end = (None, record.end) if record.end else reader.row(record)
            ends[end] += 1
            pages += not record.end
            if row:
                unchecked += not record.checked
                of_portal = by_portal.setdefault(row["portal"], {"rows": 0, "bytes": 0})
                of_portal["rows"] += 1
                of_portal["bytes"] += writer.add(row)
            if monotonic() - told >= TELL:
                told = monotonic()
                tell(Step(unit.key, record.at, pages, ends[STORED]))
        if not ends:  # what was read of it before stays
            raise NoArchive(what_it_is(file) or "; ".join(map(str, records.faults)) or "no record in it")
        done.unlink(missing_ok=True)  # what it says will no longer be there
    if writer.count != ends[STORED]:
        raise Unbalanced(f"{unit.name}: {ends[STORED]} stored, {writer.count} written")
    said = {
        "format": FORMAT,
        "address": unit.name,
        "bytes": unit.size,
        "rules": rules_version(),
        "records": sum(ends.values()),
        "ends": dict(sorted(ends.items())),
        "rows": writer.count,
        "unchecked": unchecked,  # rows of records that no checksum and no digest vouches for
        "portals": dict(sorted(by_portal.items())),
        "faults": [str(fault) for fault in records.faults],
    }
    if not writer.count:
        output.unlink()
    write_json(done, said)
    tell(Step(unit.key, unit.size or 0, pages, ends[STORED]))
    return said
