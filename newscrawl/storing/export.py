"""The stored records as one file: each article once, in order of publication, with the same types throughout.

The ending of the file chooses its form. `.jsonl` keeps every value as it is stored, times as ISO 8601 with the
printed offset. `.csv` has the same texts, made harmless for spreadsheets (see `harmless`); a list is JSON in its cell,
a null an empty cell. `.parquet` holds times
as instants, `timestamp[us, tz=ZONE]` with the portal's zone: pandas, DuckDB and datasets all read the right
instant, but the offset a page printed (+08:00 for WITA) is no longer there.

Memory stays flat: a first pass notes where each record's line is, in a temporary database on the disk (SQLite's
choice of folder: SQLITE_TMPDIR, TMPDIR, /var/tmp), a second one reads the lines in order.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sqlite3
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import MISSING, Field, dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from types import NoneType
from typing import IO, Any, Literal, Protocol, Self, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from newscrawl.files import replacing
from newscrawl.items import Article, Image
from newscrawl.storing.store import lines_of
from newscrawl.terminal import inert_json

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
INT64 = range(-(2**63), 2**63)
OPEN_FILES = 64  # of the store at once: an archive has one for each day of crawling
GROUP_BYTES = 4 * 1024 * 1024  # of stored lines in a row group of Parquet: with all its copies it takes some 30 MB

# A line read again later has the same id and revision: the last one counts, as in the store's index.
# The database has no name ("") and is gone with its connection.
TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = FILE;
PRAGMA cache_size = -16384;
CREATE TABLE lines (id TEXT, revision INTEGER, instant INTEGER, file INTEGER, start INTEGER, length INTEGER,
                    PRIMARY KEY (id, revision)) WITHOUT ROWID;
"""
ALL = "SELECT * FROM lines"
LATEST = "SELECT id, max(revision) AS revision, instant, file, start, length FROM lines GROUP BY id"
WITHIN = "instant BETWEEN ? AND ?"
ORDER = "ORDER BY instant IS NULL, instant, id, revision"


class NothingStored(Exception):
    """The folder holds no record. The message is one line that says which folder."""


class ExportFailed(Exception):
    """The file could not be made. The message is one line; what was at its place before is untouched."""


@dataclass(slots=True)
class Outcome:
    """How many records were written, how many had no `published_at` to compare, and which lines were broken."""

    records: int = 0
    undated: int = 0
    broken: int = 0
    first_broken: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One key of a record: `type` is str, int, bool, datetime or Image, of each value when there are `many`."""

    name: str
    type: type
    many: bool
    default: Any
    doc: str

    @classmethod
    def of(cls, field: Field[Any], hint: Any) -> Self:
        """The column of an Article's field.

        >>> [(c.name, c.type.__name__, c.many) for c in COLUMNS if c.name in ("published_precision", "tags")]
        [('published_precision', 'str', False), ('tags', 'str', True)]
        """
        if NoneType in get_args(hint):
            (hint,) = (arg for arg in get_args(hint) if arg is not NoneType)
        many = get_origin(hint) is list
        if many:
            (hint,) = get_args(hint)
        kind = str if get_origin(hint) is Literal else hint
        default = None if field.default is MISSING else field.default
        return cls(field.name, kind, many, default, field.metadata["doc"])

    def read(self, value: Any) -> Any:
        """The value as it stands in a record, a missing one (None) replaced. Raises ValueError if it is no such value.

        >>> [c.read(None) for c in COLUMNS if c.name in ("agency", "tags", "pages")]
        [None, [], 1]
        """
        if self.many:
            if not isinstance(value, list | None):
                raise ValueError(f"{self.name} is no list")
            return [self._one(one) for one in value or ()]
        return self.default if value is None else self._one(value)

    def _one(self, value: Any) -> Any:
        if self.type is Image:
            return _image(value)
        if type(value) is not (str if self.type is datetime else self.type):
            raise ValueError(f"{self.name} is of another type")
        if isinstance(value, int) and value not in INT64:
            raise ValueError(f"{self.name} is too large")
        if self.type is datetime:
            instant(str(value))
        return value


def instant(stamp: str) -> int:
    """Microseconds since 1970 in UTC of an ISO 8601 time. Raises ValueError if it is none or has no offset.

    >>> instant("2026-07-24T16:18:00+08:00") == instant("2026-07-24T15:18:00+07:00")
    True
    """
    moment = datetime.fromisoformat(stamp)
    if moment.tzinfo is None:
        raise ValueError(f"{stamp} has no offset")
    return (moment - EPOCH) // MICROSECOND


def _image(value: Any) -> dict[str, str | None]:
    image = {name: value.get(name) for name in IMAGE_FIELDS} if isinstance(value, dict) else {}
    if not isinstance(image.get("url"), str) or not all(isinstance(part, str | None) for part in image.values()):
        raise ValueError("images holds something else")
    return image


COLUMNS = tuple(Column.of(f, get_type_hints(Article)[f.name]) for f in fields(Article))
TIMES = tuple(column.name for column in COLUMNS if column.type is datetime)
LISTS = tuple(column.name for column in COLUMNS if column.many)
FLAGS = tuple(column.name for column in COLUMNS if column.type is bool)
IMAGE_FIELDS = tuple(f.name for f in fields(Image))


def read_line(line: bytes) -> dict[str, Any] | None:
    """The record of a stored line, with every key in order and its type; None for a torn or broken line.

    >>> record = read_line(b'{"id": "okezone-1", "tags": null, "views": 7}\\n')
    >>> record["id"], record["tags"], record["revision"], "views" in record
    ('okezone-1', [], 1, False)
    >>> read_line(b'{"id": "okezone-1", "tags": "Ekonomi"}\\n')
    """
    with suppress(ValueError, RecursionError):
        given = json.loads(line.decode())
        if line.endswith(b"\n") and isinstance(given, dict) and given.get("id"):
            record = {column.name: column.read(given.get(column.name)) for column in COLUMNS}
            if b"\\u" in line:
                json.dumps(record, ensure_ascii=False).encode()  # raises for half a surrogate pair
            return record
    return None


def schema(zone: str) -> Any:
    """The pyarrow schema of a Parquet file; every field's meaning is in its metadata.

    Other readers can be given it too: `datasets.Features.from_arrow_schema(schema("Asia/Jakarta"))`.
    """
    import pyarrow as pa  # type: ignore[import-untyped]  # here: no other command should wait for it

    types = {
        str: pa.string(),
        int: pa.int64(),
        bool: pa.bool_(),
        datetime: pa.timestamp("us", tz=zone),
        Image: pa.struct([(name, pa.string()) for name in IMAGE_FIELDS]),
    }
    columns = []
    for column in COLUMNS:
        kind = pa.list_(types[column.type]) if column.many else types[column.type]
        note = (
            f" Here the instant is kept, shown in {zone}, and not the printed offset." if column.name in TIMES else ""
        )
        columns.append(pa.field(column.name, kind, metadata={"description": column.doc + note}))
    return pa.schema(columns)


# What a spreadsheet takes for a formula, behind whatever it passes over; full-width signs count in some languages.
FORMULA = re.compile(r"'*(?:[\s\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])")
# A cell cannot hold most control characters, and a terminal obeys them.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2066-\u2069]")


def harmless(value: Any) -> Any:
    """A value as a spreadsheet may be given it: text that would be run as a formula has an apostrophe in front.

    Control characters and marks that turn the direction of text are left out. `plain` takes the apostrophe away.

    >>> harmless("=1+1"), harmless(" -5 derajat"), harmless("Suhu -5"), harmless(-5), harmless("'=1")
    ("'=1+1", "' -5 derajat", 'Suhu -5', -5, "''=1")
    """
    if not isinstance(value, str):
        return value
    text = CONTROLS.sub("", value)
    return f"'{text}" if FORMULA.match(text) else text


def plain(value: Any) -> Any:
    """The value that `harmless` made a cell of; `pandas.read_csv(FILE).map(plain)` has the texts as they were.

    >>> plain("'=1+1"), plain("''=1"), plain("'Suhu' -5"), plain(2.0)
    ('=1+1', "'=1", "'Suhu' -5", 2.0)
    """
    return value[1:] if isinstance(value, str) and value[:1] == "'" and FORMULA.match(value[1:]) else value


class Writer(Protocol):
    """Writes records into an open file in one form; `close` writes what is left, and leaves the file open."""

    def __init__(self, file: IO[bytes], zone: str) -> None: ...

    def write(self, record: dict[str, Any], size: int) -> None:
        """Add a record that was `size` bytes long in the store."""

    def close(self) -> None: ...


class JsonLines:
    """One object a line, in UTF-8."""

    def __init__(self, file: IO[bytes], zone: str) -> None:
        self.file = file

    def write(self, record: dict[str, Any], size: int) -> None:
        self.file.write(inert_json(json.dumps(record, ensure_ascii=False)).encode() + b"\n")

    def close(self) -> None:
        self.file.flush()


class Csv:
    """RFC 4180 in UTF-8 with a header; a list is JSON in its cell, a null an empty cell.

    The byte order mark tells Excel that it is UTF-8; every text is made `harmless`.
    """

    def __init__(self, file: IO[bytes], zone: str) -> None:
        self.text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
        self.rows = csv.DictWriter(self.text, [column.name for column in COLUMNS])
        self.rows.writeheader()

    def write(self, record: dict[str, Any], size: int) -> None:
        as_json = {name: json.dumps(record[name], ensure_ascii=False) for name in (*LISTS, *FLAGS)}
        self.rows.writerow({name: harmless(value) for name, value in {**record, **as_json}.items()})

    def close(self) -> None:
        self.text.detach()


class Parquet:
    """Row groups of a few MiB, compressed with zstd; times are instants (see `schema`)."""

    def __init__(self, file: IO[bytes], zone: str) -> None:
        import pyarrow.parquet as pq  # type: ignore[import-untyped]  # here: no other command should wait for it

        self.schema = schema(zone)
        self.groups = pq.ParquetWriter(file, self.schema, compression="zstd")
        self.rows: list[dict[str, Any]] = []
        self.size = 0

    def write(self, record: dict[str, Any], size: int) -> None:
        instants = {name: record[name] and instant(record[name]) for name in TIMES}
        self.rows.append({**record, **instants})
        self.size += size
        if self.size >= GROUP_BYTES:
            self._end_group()

    def close(self) -> None:
        self._end_group()
        self.groups.close()

    def _end_group(self) -> None:
        import pyarrow as pa

        if self.rows:
            self.groups.write_table(pa.Table.from_pylist(self.rows, self.schema))
            pa.default_memory_pool().release_unused()  # it would keep several groups' worth
        self.rows, self.size = [], 0


WRITERS: dict[str, type[Writer]] = {".jsonl": JsonLines, ".csv": Csv, ".parquet": Parquet}


def export(
    folder: Path,
    output: Path | IO[bytes],
    zone: str,
    *,
    since: date | None = None,
    until: date | None = None,
    all_revisions: bool = False,
) -> Outcome:
    """Write the records of `folder` (`data/<portal>`) to a file in the form of its ending, to a stream as JSON Lines.

    `since` and `until` are days of `published_at` in `zone` and included; they leave out records without it. The
    latest revision of each article is written, or all of them, by instant of publication (unknown last), then id,
    then revision. What a running crawl adds meanwhile is not read. Raises NothingStored, ExportFailed, and OSError
    of a stream.
    """
    if not isinstance(output, Path):
        return _export(folder, JsonLines(output, zone), zone, since, until, all_revisions)
    try:
        with replacing(output) as file:
            writer = WRITERS[output.suffix.lower()](file, zone)
            return _export(folder, writer, zone, since, until, all_revisions)
    except OSError as error:
        raise ExportFailed(f"{output}: {error.strerror or error}: not written") from error


def _export(
    folder: Path, writer: Writer, zone: str, since: date | None, until: date | None, all_revisions: bool
) -> Outcome:
    outcome = Outcome()
    try:
        with closing(writer), closing(Stored(folder)) as stored, closing(sqlite3.connect("")) as places:
            places.executescript(TABLES)
            places.executemany("REPLACE INTO lines VALUES (?, ?, ?, ?, ?, ?)", stored.places(outcome))
            if not places.execute("SELECT 1 FROM lines LIMIT 1").fetchone():
                raise NothingStored(f"{folder}: nothing is stored here yet")
            records = f"FROM ({ALL if all_revisions else LATEST})"
            bounds: tuple[int, ...] = ()
            if since or until:
                bounds = (_edge(since or date.min, time.min, zone), _edge(until or date.max, time.max, zone))
                outcome.undated = places.execute(f"SELECT count(*) {records} WHERE instant IS NULL").fetchone()[0]
            where = f"WHERE {WITHIN}" if bounds else ""
            for place in places.execute(f"SELECT id, revision, file, start, length {records} {where} {ORDER}", bounds):
                writer.write(stored.record(*place), place[-1])
                outcome.records += 1
    except sqlite3.Error as error:
        raise ExportFailed(f"the order of the records could not be kept in a temporary file: {error}") from error
    return outcome


def _edge(day: date, moment: time, zone: str) -> int:
    return (datetime.combine(day, moment, ZoneInfo(zone)) - EPOCH) // MICROSECOND


class Stored:
    """The lines of a portal's files, as far as they were written when this began."""

    def __init__(self, folder: Path) -> None:
        self.files = [(path, path.stat().st_size) for path in sorted(folder.glob("articles-*.jsonl"))]
        self._open: OrderedDict[int, IO[bytes]] = OrderedDict()

    def close(self) -> None:
        for file in self._open.values():
            file.close()
        self._open.clear()

    def places(self, outcome: Outcome) -> Iterator[tuple[str, int, int | None, int, int, int]]:
        """Of every record: id, revision, instant, and the file, first byte and length of its line."""
        for number, (path, size) in enumerate(self.files):
            start = 0
            with _reading(path), path.open("rb") as file:
                for line, length, is_whole in lines_of(file, size):
                    if record := read_line(line):
                        published_at = record["published_at"] and instant(record["published_at"])
                        yield record["id"], record["revision"], published_at, number, start, length
                    elif is_whole:  # if not, it is a last line that is not whole yet, or was torn
                        outcome.broken += 1
                        outcome.first_broken = outcome.first_broken or f"{path.name} at byte {start:,}"
                    start += length

    def record(self, id: str, revision: int, number: int, start: int, length: int) -> dict[str, Any]:
        """The record at a place. Raises ExportFailed when it is no longer there."""
        path = self.files[number][0]
        with _reading(path):
            if number not in self._open:
                if len(self._open) >= OPEN_FILES:
                    self._open.popitem(last=False)[1].close()
                self._open[number] = path.open("rb")
            self._open.move_to_end(number)
            record = read_line(os.pread(self._open[number].fileno(), length, start))
        if record is None or (record["id"], record["revision"]) != (id, revision):
            raise ExportFailed(f"{path}: was changed while it was read: run the export again")
        return record


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportFailed(f"{path}: cannot be read: {error.strerror}") from error
