"""The stored records as one file: each article once, in order of publication, with the same types throughout.

The ending of the file chooses its form. `.jsonl` keeps every value as it is stored, times as ISO 8601 with the
printed offset. `.csv` has the same texts, made harmless for spreadsheets (see `spreadsheets.harmless`); a list is JSON
in its cell, a null an empty cell. `.parquet` holds times as instants, `timestamp[us, tz=ZONE]` with the portal's zone:
pandas, DuckDB and datasets all read the right instant, but the offset a page printed (+08:00 for WITA) is no longer
there. `.xlsx` is a workbook, `.db` a SQLite database with a full-text index.

Memory stays flat: a first pass notes where each record's line is, in a temporary database on the disk (SQLite's
choice of folder: SQLITE_TMPDIR, TMPDIR, /var/tmp), a second one reads the lines in order.
"""

from __future__ import annotations

import gc
import os
import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

from newscrawl.storing.lines import ARTICLES, lines_of
from newscrawl.storing.parquet import schema
from newscrawl.storing.records import COLUMNS, EPOCH, MICROSECOND, Column, Record, decoded, instant, read_line
from newscrawl.storing.records import values as values_of
from newscrawl.storing.spreadsheets import plain
from newscrawl.storing.writing import WRITERS, ExportFailed, JsonLines, Writer, writing

__all__ = ["WRITERS", "ExportFailed", "Extra", "NothingStored", "Outcome", "export", "plain", "schema"]

OPEN_FILES = 64  # of the store at once: an archive has one for each day of crawling
BLOCK = 32 * 1024  # bytes read at once: what was published one after the other mostly stands together
BUFFER = 256 * 1024  # bytes read at once in the order of the files
BLOCKS = 128  # of them kept

# Rows are only added here, and sorted at the end: a key would have them written in random order. `within` says whether
# a record lies within the days asked for, null where nobody knows.
# The database has no name ("") and is gone with its connection.
TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -16384;
CREATE TABLE lines (id TEXT, revision INTEGER, instant INTEGER, within INTEGER, file INTEGER, start INTEGER,
                    length INTEGER);
"""
# A line read again later has the same id and revision: the last one counts, as in the store's index.
RECORDS = """
(SELECT *, row_number() OVER (PARTITION BY id{revision} ORDER BY revision DESC, rowid DESC) AS place FROM lines)
WHERE place = 1
"""
ALL, LATEST = RECORDS.format(revision=", revision"), RECORDS.format(revision="")
ORDER = "ORDER BY instant IS NULL, instant, id, revision"


class NothingStored(Exception):
    """The folders hold no record. The message is one line that says which folder."""


@dataclass(slots=True)
class Outcome:
    """How many records were written, how many had no `published_at` to compare, and which lines were broken.

    `cut` counts texts that the form cannot hold whole, `empty` names the folders that hold no record.
    """

    records: int = 0
    undated: int = 0
    broken: int = 0
    first_broken: str = ""
    cut: int = 0
    empty: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Extra:
    """Columns behind those of a record, and what gives their values, by the record's id."""

    columns: tuple[Column, ...]
    of: Callable[[str], tuple[Any, ...]]


NO_EXTRA = Extra((), lambda _: ())


def export(
    folders: Path | Mapping[Path, str],
    output: Path | IO[bytes],
    zone: str,
    *,
    since: date | None = None,
    until: date | None = None,
    all_revisions: bool = False,
    extra: Extra = NO_EXTRA,
    seen: Callable[[Sequence[Any]], object] | None = None,
) -> Outcome:
    """Write the records of `folders` (`data/<portal>`) to a file in the form of its ending, to a stream as JSON Lines.

    `folders` is one in `zone`, or several each with its own. `since` and `until` are days of `published_at` in a
    folder's zone and included; they leave out records without it. The
    latest revision of each article is written, or all of them, by instant of publication (unknown last), then id,
    then revision. What a running crawl adds meanwhile is not read. Raises NothingStored, ExportFailed, and OSError
    of a stream. `seen` is given the values of each record.
    """
    zones = {folders: zone} if isinstance(folders, Path) else folders
    days = {folder: _bounds(since, until, of) for folder, of in zones.items()} if since or until else {}
    columns = (*COLUMNS, *extra.columns)
    if not isinstance(output, Path):
        stream = JsonLines(output, zone, columns)
        outcome = _export(zones, stream, days, extra, all_revisions, seen)
        stream.close()
        return outcome
    with writing(output, zone, columns) as writer:
        return _export(zones, writer, days, extra, all_revisions, seen)


def _export(
    folders: Mapping[Path, str],
    writer: Writer,
    days: Mapping[Path, range],
    extra: Extra,
    all_revisions: bool,
    seen: Callable[[Sequence[Any]], object] | None,
) -> Outcome:
    outcome = Outcome()
    try:
        with closing(Stored(*folders)) as stored, closing(sqlite3.connect("")) as places, without_cycles():
            places.executescript(TABLES)
            places.executemany("INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?)", stored.places(outcome, days))
            if len(outcome.empty) == len(folders):
                raise NothingStored(f"{' and '.join(outcome.empty)}: nothing is stored here yet")
            records = f"FROM {ALL if all_revisions else LATEST}"
            if days:
                outcome.undated = places.execute(f"SELECT count(*) {records} AND instant IS NULL").fetchone()[0]
            where = "AND within" if days else ""
            for place in places.execute(f"SELECT id, revision, file, start, length {records} {where} {ORDER}"):
                values = values_of(stored.record(*place)) + extra.of(place[0])
                writer.write(values, place[-1])
                if seen:
                    seen(values)
                outcome.records += 1
    except sqlite3.Error as error:
        raise ExportFailed(f"the order of the records could not be kept in a temporary file: {error}") from error
    outcome.cut = writer.cut
    return outcome


@contextmanager
def without_cycles() -> Iterator[None]:
    """No search for cycles: records have none, and looking for them takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _bounds(since: date | None, until: date | None, zone: str) -> range:
    """The instants of the days."""
    return range(_edge(since or date.min, time.min, zone), _edge(until or date.max, time.max, zone) + 1)


def _edge(day: date, moment: time, zone: str) -> int:
    return (datetime.combine(day, moment, ZoneInfo(zone)) - EPOCH) // MICROSECOND


class Stored:
    """The lines of portals' files, as far as they were written when this began."""

    def __init__(self, *folders: Path) -> None:
        found = [(path, path.stat().st_size) for folder in folders for path in sorted(folder.glob(ARTICLES))]
        self.folders, self.files = folders, found
        self._open: OrderedDict[int, IO[bytes]] = OrderedDict()
        self._blocks: dict[tuple[int, int], bytes] = {}

    def close(self) -> None:
        for file in self._open.values():
            file.close()
        self._open.clear()

    def places(
        self, outcome: Outcome, days: Mapping[Path, range] = {}
    ) -> Iterator[tuple[str, int, int | None, bool | None, int, int, int]]:
        """Of every record: id, revision, instant, whether it is within the days of its folder, and the file, first
        byte and length of its line.
        """
        empty = set(self.folders)
        for number, (path, size) in enumerate(self.files):
            start, within = 0, days.get(path.parent)
            with _reading(path), path.open("rb", BUFFER) as file:
                for line, length, is_whole in lines_of(file, size):
                    if (record := read_line(line)) is not None:
                        at = None if record.published_at is None else instant(record.published_at)
                        is_within = None if at is None or within is None else at in within
                        yield record.id, record.revision, at, is_within, number, start, length
                        empty.discard(path.parent)
                    elif is_whole:  # if not, it is a last line that is not whole yet, or was torn
                        outcome.broken += 1
                        name = f"{path.parent.name}/{path.name}" if len(self.folders) > 1 else path.name
                        outcome.first_broken = outcome.first_broken or f"{name} at byte {start:,}"
                    start += length
        outcome.empty = [str(folder) for folder in self.folders if folder in empty]

    def record(self, id: str, revision: int, number: int, start: int, length: int) -> Record:
        """The record at a place. Raises ExportFailed when it is no longer there."""
        with _reading(self.files[number][0]):
            first, before = divmod(start, BLOCK)
            count = (before + length - 1) // BLOCK + 1
            record = decoded(b"".join([self._block(number, first + n) for n in range(count)])[before : before + length])
        if record is None or (record.id, record.revision) != (id, revision):
            raise ExportFailed(f"{self.files[number][0]}: was changed while it was read: run the export again")
        return record

    def _block(self, number: int, block: int) -> bytes:
        """BLOCK bytes of a file, fewer at its end."""
        if (known := self._blocks.get((number, block))) is not None:
            return known
        if number not in self._open:
            if len(self._open) >= OPEN_FILES:
                self._open.popitem(last=False)[1].close()
            self._open[number] = self.files[number][0].open("rb")
        self._open.move_to_end(number)
        if len(self._blocks) >= BLOCKS:
            del self._blocks[next(iter(self._blocks))]
        read = self._blocks[number, block] = os.pread(self._open[number].fileno(), BLOCK, block * BLOCK)
        return read


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportFailed(f"{path}: cannot be read: {error.strerror}") from error
