"""The durable JSON Lines files of one portal, and the index of what they hold.

``data/<portal>/articles-YYYY-MM-DD.jsonl``, ``worse-...`` and ``dropped-...``, one of each for a day of crawling,
are the truth. ``index.sqlite`` only answers "is it stored?" quickly: it can be deleted at any time and is read back
from the files. A line is written by one write(2) and is on the disk before the index hears of it; a line that a
crash tore, so that it has no end, is cut off before anything is written after it.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Literal, Self

from newscrawl.files import sync_folder
from newscrawl.reasons import says
from newscrawl.storing.worse import why_worse

Outcome = Literal["stored", "revised", "unchanged", "worse"]

INDEX = "index.sqlite"
LOCK = ".lock"
SCHEMA = 2  # raise it when the tables change: an index of another schema is rebuilt
KINDS = ("articles", "worse", "dropped")  # what the files are called, before their day
MISSING = "it was missing"
DAMAGED = "it was damaged"
TAIL = 64  # bytes of a file's last line that the index remembers, to notice a replaced file
LONGEST = 64 * 1024 * 1024  # bytes of a line; what is longer is no record: a power cut may leave a GiB of zeros
BLOCK = 1024 * 1024
SUFFIX = ".jsonl"
OF_THE_VERSION = frozenset({"revision", "schema_version", "worse", "reason"})  # what no page says

TABLES = f"""
BEGIN;
CREATE TABLE files (name TEXT PRIMARY KEY, size INTEGER NOT NULL, tail BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, complete INTEGER NOT NULL,
                       published_at TEXT, digest BLOB NOT NULL, day TEXT NOT NULL, start INTEGER NOT NULL
                       ) WITHOUT ROWID;
CREATE TABLE worse (id TEXT PRIMARY KEY, digest BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE dropped (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE missed (id TEXT PRIMARY KEY, revision INTEGER NOT NULL, day TEXT NOT NULL, url TEXT NOT NULL,
                     again INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE tries (id TEXT, revision INTEGER, day TEXT, said INTEGER NOT NULL,
                    PRIMARY KEY (id, revision, day)) WITHOUT ROWID;
CREATE TABLE done (scope TEXT PRIMARY KEY) WITHOUT ROWID;
PRAGMA user_version = {SCHEMA};
COMMIT;
"""
# The revision decides which line is the latest, so the order in which files are read back does not matter.
PUT_ARTICLE = """
INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET revision = excluded.revision,
complete = excluded.complete, published_at = excluded.published_at, digest = excluded.digest, day = excluded.day,
start = excluded.start WHERE excluded.revision >= revision
"""
PUT_DROPPED = """
INSERT INTO dropped VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET revision = excluded.revision,
reason = excluded.reason WHERE excluded.revision >= revision
"""
# The latest line of an article that was not had, and the days on which it was asked for in vain.
PUT_MISSED = """
INSERT INTO missed VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET revision = excluded.revision,
day = excluded.day, url = excluded.url, again = excluded.again
WHERE (excluded.revision, excluded.day) >= (revision, day)
"""
PUT_TRY = """
INSERT INTO tries VALUES (?, ?, ?, ?) ON CONFLICT (id, revision, day) DO UPDATE SET said = max(said, excluded.said)
"""
GET_PENDING = """
SELECT missed.id, missed.url, min(tries.day) AS first FROM missed
JOIN tries ON tries.id = missed.id AND tries.revision = missed.revision
LEFT JOIN articles ON articles.id = missed.id LEFT JOIN dropped ON dropped.id = missed.id
WHERE missed.again AND missed.day BETWEEN ? AND ? AND NOT coalesce(articles.complete, 0)
AND missed.revision >= coalesce(articles.revision, 0)
AND (missed.revision > coalesce(dropped.revision, -1) OR dropped.reason = 'forbidden by robots.txt')
GROUP BY missed.id HAVING count(*) <= ? ORDER BY first DESC, missed.id DESC
"""
GET_HALVES = "SELECT id FROM articles WHERE NOT complete AND day BETWEEN ? AND ? ORDER BY day DESC, id DESC"
GET_DROPPED = """
SELECT reason FROM dropped LEFT JOIN articles USING (id)
WHERE id = ? AND dropped.revision >= coalesce(articles.revision, 0)
"""


class StoreBusy(Exception):
    """Another run holds the folder. The message is one line with the folder and, if known, the pid."""


class StoreFailed(Exception):
    """A file or the index could not be read or written. The message is one line: which, why, what became."""


@dataclass(frozen=True)
class Stored:
    """The latest stored version of an article: ``revision`` counts from 1.

    ``published_at`` is an ISO 8601 time with an offset, or None where the record has none or something else.
    ``start`` is where its line begins in the file of articles of ``day``.
    """

    revision: int
    complete: bool
    published_at: str | None
    digest: bytes
    day: str
    start: int


class Store:
    """What one portal has stored so far, held by one run at a time.

    ``folder`` is ``data/<portal>``, created when missing; ``day`` is the day of the crawl and names the files
    that are written. ``notes`` tells the user what was mended: lines cut off, skipped or read back, an index
    rebuilt. Every method but ``close`` raises StoreFailed when the disk fails.
    """

    def __init__(self, folder: Path, day: date) -> None:
        self.folder = folder
        self.day = day
        self.notes: list[str] = []
        self._lock: int | None = None
        self._db: sqlite3.Connection | None = None
        self._files: dict[str, int] = {}  # name of a file of this day -> its descriptor
        self._sizes: dict[str, int] = {}  # name of a file of this day -> its length as the index knows it

    def open(self) -> None:
        """Take the folder, mend what a crash left behind, and bring the index up to the files.

        Raises StoreBusy when another run holds the folder, StoreFailed when it cannot be used.
        """
        if self._lock is not None:
            raise RuntimeError(f"the store of {self.folder} is open already")
        try:
            with self._failing("cannot be opened"):
                if not self.folder.exists():
                    self.folder.mkdir(parents=True, exist_ok=True)  # another run may be making it this moment
                    sync_folder(self.folder.parent)
                self._take_lock()
                self._catch_up(self._open_index())
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the files and the index and let the folder go. Closing twice does nothing."""
        descriptors = [*self._files.values(), *([] if self._lock is None else [self._lock])]
        self._files.clear()
        self._sizes.clear()
        try:
            if self._db is not None:
                self._db.close()
        finally:
            self._db = self._lock = None
            for descriptor in descriptors:  # the lock last: nothing is written once another run may start
                os.close(descriptor)

    def __enter__(self) -> Self:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def stored(self, id: str) -> Stored | None:
        """The latest stored version of the article, or None."""
        row = self._row("SELECT revision, complete, published_at, digest, day, start FROM articles WHERE id = ?", id)
        return row and Stored(row[0], bool(row[1]), *row[2:])

    def record(self, id: str) -> dict[str, Any] | None:
        """The latest stored version of the article as it was written, None if there is none."""
        if (last := self.stored(id)) is None:
            return None
        name = _file_name("articles", last.day)
        with self._failing("cannot be read", name), (self.folder / name).open("rb") as file:
            file.seek(last.start)
            record = _parse(file.readline(LONGEST))
        if record is None or record.get("id") != id:
            raise StoreFailed(f"{self.folder / name}: was changed while this run was storing here")
        return record

    def dropped(self, id: str) -> str | None:
        """Why the article was dropped for good, or None if it was not, or was stored since."""
        row = self._row(GET_DROPPED, id)
        return row and str(row[0])

    def days_tried(self, id: str, said: int = 0) -> int:
        """On how many days, this one included, the article was asked for and not had since it was last stored.

        With `said` only those on which at least that much was said of it (`reasons.Says`).
        """
        last = self.stored(id)
        rows = self._rows(
            "SELECT count(*) FROM tries WHERE id = ? AND revision = ? AND said >= ? AND day != ?",
            (id, last.revision if last else 0, said, self.day.isoformat()),
        )
        return int(rows[0][0]) + 1

    def pending(self, days: int) -> list[tuple[str, str]]:
        """Ids and addresses of the articles to be asked for again, those that were missed last first.

        They were dropped with ``again`` at the last attempt, which was on an earlier day but at most ``days`` ago,
        on no more than ``days`` days, and were not stored as a whole since. Behind them come those of which only a
        half is stored, since as many days at most.
        """
        span = (self.day - timedelta(days=days)).isoformat(), (self.day - timedelta(days=1)).isoformat()
        rows, halves = self._rows(GET_PENDING, (*span, days)), self._rows(GET_HALVES, span)
        found = {str(id): str(url) for id, url, _ in rows}
        for (id,) in halves:
            if id not in found and self.dropped(id) is None and (half := self.record(id)):
                found[id] = str(half.get("url"))
        return list(found.items())

    def add(self, record: dict[str, Any], *, again: bool = False, reread: bool = False) -> Outcome:
        """Store an article unless this version is stored; when this returns, the line is on the disk.

        ``record`` has a string ``id``; ``title``, ``text``, ``updated_at`` tell versions apart; ``complete``
        (true unless given) says whether all its pages were read. It is written as given, with
        ``record["revision"]`` set to 1 for a new article and one more for each later version.

        A worse copy of what is stored (see ``why_worse``, to which ``again`` is given) is no version of it: it is
        kept in the day's ``worse-`` file with ``worse``, why, and ``revision``, the version that it would have
        replaced; the same one once. ``record["worse"]`` then says why, also where it was kept before.

        With ``reread`` the very same page (``fetched_at``) that other rules make more or less of is the next version,
        too, whatever the field; ``record["reason"]`` then says which fields they are.

        Raises StoreFailed when the line could not be written (the file is then as long as before) or only the
        index could not (the message says so); TypeError or ValueError for what JSON cannot hold.
        """
        self._settle()
        last = self.stored(record["id"])
        old = self.record(record["id"]) if last and reread else None
        changed = reread_fields(old, record) if old else []
        same = last is not None and last.digest == _digest(record) and (last.complete or not _is_complete(record))
        if same and not changed:
            return "unchanged"
        old = old or (self.record(record["id"]) if last else None)
        if last and old and (why := why_worse(old, record, again=again)):
            record |= {"revision": last.revision, "worse": why}
            if not self._is_kept(record):
                self._append("worse", record)
            return "worse"
        record["revision"] = last.revision + 1 if last else 1
        if changed:
            record["reason"] = f"read again: {', '.join(changed)}"
        self._append("articles", record)
        return "revised" if last else "stored"

    def drop(self, line: dict[str, Any]) -> None:
        """Write why an article was not stored: ``line`` has ``id`` (or None), ``url``, ``reason``, ``again``.

        With ``again`` false it is dropped for good. The line also gets the ``revision`` that is stored so far
        (0: none): it tells, after a rebuild too, whether the article was stored since. Raises as ``add``.
        """
        self.drop_all([line])

    def drop_all(self, lines: Sequence[dict[str, Any]]) -> None:
        """Write several lines as ``drop`` would, all of them or none: hundreds cost little more than one."""
        self._settle()
        known = [self.stored(line["id"]) if line["id"] is not None else None for line in lines]
        revisions = (last.revision if last else 0 for last in known)
        records = [{**line, "revision": number} for line, number in zip(lines, revisions, strict=True)]
        self._append("dropped", *records)

    def done(self, scope: str) -> bool:
        """Whether a scope, such as a day of the archive, was marked done; a rebuilt index has forgotten."""
        return self._row("SELECT 1 FROM done WHERE scope = ?", scope) is not None

    def mark_done(self, scope: str) -> None:
        """Remember that the scope needs no listing again."""
        with self._failing("the index cannot be written"), self._index as index:
            index.execute("INSERT OR IGNORE INTO done VALUES (?)", (scope,))

    def _is_kept(self, record: dict[str, Any]) -> bool:
        """Whether the worse copy of the article that was kept last is this one."""
        row = self._row("SELECT digest FROM worse WHERE id = ?", record["id"])
        return row is not None and row[0] == _digest(record)

    def _row(self, query: str, key: str) -> Any:
        """The first row that a query gives for a key, or None."""
        return next(iter(self._rows(query, (key,))), None)

    def _rows(self, query: str, values: tuple[Any, ...]) -> list[Any]:
        """The rows that a query gives; the index is rebuilt where a text in it is none."""
        with self._failing("the index cannot be read"):
            try:
                return self._index.execute(query, values).fetchall()
            except UnicodeDecodeError:  # which no check of SQLite's looks for
                with self._index:
                    self._forget()
                self._catch_up(DAMAGED)
                return self._index.execute(query, values).fetchall()

    @property
    def _index(self) -> sqlite3.Connection:
        if self._db is None:
            raise RuntimeError(f"the store of {self.folder} is not open")
        return self._db

    @contextmanager
    def _failing(self, what: str, name: str = "") -> Iterator[None]:
        """Turn what the system or SQLite raises into StoreFailed."""
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            raise StoreFailed(f"{self.folder / name}: {what}: {_reason(error)}") from error

    def _take_lock(self) -> None:
        self._lock = os.open(self.folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            pid = os.pread(self._lock, 20, 0).decode("ascii", "replace").strip()
            raise StoreBusy(f"{self.folder}: another run{pid and f' (pid {pid})'} is storing here") from error
        with suppress(OSError):  # the pid is a courtesy, the lock does not need it
            os.ftruncate(self._lock, 0)
            os.pwrite(self._lock, f"{os.getpid()}\n".encode(), 0)

    def _open_index(self) -> str:
        """Connect to the index, to a new one if it is unfit; returns what was wrong with the old one."""
        path = self.folder / INDEX
        fault = "" if path.exists() else MISSING
        if not fault:
            self._db = sqlite3.connect(path)
            try:
                if self._db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                    fault = DAMAGED
                elif self._db.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
                    fault = "it was of another version"
                elif _tables(self._db) != _wanted_tables():
                    fault = DAMAGED
            except UnicodeDecodeError:  # of a message that quotes the damage
                fault = DAMAGED
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise  # locked, unreadable, disk full: a new index would fare no better
                fault = DAMAGED
        if fault:
            if self._db is not None:
                self._db.close()
            for suffix in ("-wal", "-shm", ""):  # a write-ahead log must not outlive its database
                Path(f"{path}{suffix}").unlink(missing_ok=True)
            self._db = sqlite3.connect(path)
        self._index.text_factory = bytes.decode  # raises UnicodeDecodeError, and no error that may be another
        self._index.execute("PRAGMA journal_mode = WAL")
        self._index.execute("PRAGMA synchronous = NORMAL")  # a commit that is lost is read back
        if fault:
            self._index.executescript(TABLES)
        return fault

    def _catch_up(self, fault: str = "") -> None:
        """Read into the index what the files have and it has not; all of them when they contradict it."""
        names = sorted(path.name for kind in KINDS for path in self.folder.glob(f"{kind}-*{SUFFIX}"))
        with self._index as index:
            known: dict[str, tuple[int, bytes]] = {}
            try:
                known = {name: (size, tail) for name, size, tail in index.execute("SELECT * FROM files")}
                faults = (self._contradiction(name, *entry) for name, entry in known.items())
                contradiction = next(filter(None, faults), "")
            except UnicodeDecodeError:
                contradiction = DAMAGED
            if not fault and (fault := contradiction):
                known = {}
                self._forget()
            read = {name: self._read_back(name, known.get(name, (0, b""))[0]) for name in names}
            sizes = dict(index.execute("SELECT name, size FROM files"))
        self._sizes = {name: sizes.get(name, 0) for name in self._files}
        if not fault:
            self.notes += [f"read back {_many(count, 'line')} of {name}" for name, count in read.items() if count]
        elif names or fault != MISSING:  # a new folder has nothing to tell
            files, records = _many(len(names), "file"), _many(sum(read.values()), "record")
            self.notes.append(f"index rebuilt from {files} ({records}): {fault}")

    def _forget(self) -> None:
        """Empty the index."""
        for table in ("files", *KINDS, "missed", "tries", "done"):  # done too: its articles may be gone
            self._index.execute(f"DELETE FROM {table}")

    def _contradiction(self, name: str, size: int, tail: bytes) -> str:
        """How the file differs from what the index knows of it; empty if it only grew."""
        try:
            with (self.folder / name).open("rb") as file:
                if os.fstat(file.fileno()).st_size < size:
                    return f"{name} is shorter than it was"
                same = os.pread(file.fileno(), len(tail), size - len(tail)) == tail
                return "" if same else f"{name} was changed"
        except FileNotFoundError:
            return f"{name} is gone"

    def _read_back(self, name: str, start: int) -> int:
        """Index the lines from byte ``start`` on, cut a torn last one; returns how many were indexed."""
        path, end, count, torn = self.folder / name, start, 0, 0
        skipped: list[int] = []  # where the lines begin that are not records
        with path.open("rb") as file:
            file.seek(start)
            for line, length, is_whole in lines_of(file):
                if not is_whole:
                    torn = length
                    break
                record = _parse(line)
                if record is not None and self._put(name, record, end):
                    count += 1
                else:
                    skipped.append(end)
                end += length
            if torn:
                os.truncate(path, end)
                self.notes.append(f"cut a torn last line of {_many(torn, 'byte')} in {name}")
            self._put_size(name, end, os.pread(file.fileno(), min(TAIL, end), max(0, end - TAIL)))
        if skipped:
            where = f"in {name}, the first at byte {skipped[0]:,}"
            self.notes.append(f"skipped {_many(len(skipped), 'broken line')} {where}")
        return count

    def _put(self, name: str, record: dict[str, Any], start: int) -> bool:
        """Index one line of the file, which begins at byte ``start``; returns whether it is a record of that kind."""
        kind, _, day = name.removesuffix(SUFFIX).partition("-")
        id, revision = record.get("id"), record.get("revision")
        number = revision if isinstance(revision, int) else None
        try:
            if kind == "dropped":
                if isinstance(id, str):
                    self._put_dropped(id, number or 0, day[:10], record)
                return True
            if not isinstance(id, str):
                return False
            if kind == "worse":
                self._index.execute("INSERT OR REPLACE INTO worse VALUES (?, ?)", (id, _digest(record)))
                return True
            moment = _moment(record.get("published_at"))
            row = (id, number or 1, _is_complete(record), moment, _digest(record), day, start)
            self._index.execute(PUT_ARTICLE, row)
        except (ValueError, OverflowError):
            return False  # not written by this store: an id or a number that SQLite cannot hold
        return True

    def _put_dropped(self, id: str, revision: int, day: str, record: dict[str, Any]) -> None:
        reason, detail, again = str(record.get("reason")), record.get("detail"), record.get("again")
        said = says(reason, detail if isinstance(detail, str) else None)
        self._index.execute(PUT_MISSED, (id, revision, day, str(record.get("url")), again is True))
        self._index.execute(PUT_TRY, (id, revision, day, int(said)))
        if again is False:
            self._index.execute(PUT_DROPPED, (id, revision, reason))

    def _put_size(self, name: str, size: int, tail: bytes) -> None:
        self._index.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (name, size, tail))

    def _settle(self) -> None:
        """Mend what a failed or interrupted write left, so that no line is glued or stored twice."""
        for name, file in self._files.items():
            with self._failing("cannot be written", name):
                state = os.fstat(file)
                if not state.st_nlink:
                    raise StoreFailed(f"{self.folder / name}: was deleted while this run was writing to it")
                if state.st_size != self._sizes.get(name, 0):
                    self._catch_up()

    def _append(self, kind: str, *records: dict[str, Any]) -> None:
        name = _file_name(kind, self.day.isoformat())
        lines = [_encode(record) + b"\n" for record in records]
        block = b"".join(lines)
        if name not in self._files:
            self._open_file(name)
        file, size = self._files[name], self._sizes.get(name, 0)
        try:
            written = os.write(file, block)
            if written < len(block):
                raise OSError(errno.ENOSPC, f"only {written:,} of {len(block):,} bytes could be written")
            if kind != "dropped":
                os.fdatasync(file)
        except OSError as error:
            outcome = f"the line was not stored, the file is {size:,} bytes long as before"
            try:
                os.ftruncate(file, size)
            except OSError as second:
                outcome = f"the line was not stored and could not be cut off again: {_reason(second)}"
            raise StoreFailed(f"{self.folder / name}: {_reason(error)}: {outcome}") from error
        with self._failing("stored, but not in the index until it is read back", name), self._index:
            start = size
            for record, line in zip(records, lines, strict=True):
                self._put(name, record, start)
                start += len(line)
            self._put_size(name, size + len(block), block[-TAIL:])
        self._sizes[name] = size + len(block)

    def _open_file(self, name: str) -> None:
        path = self.folder / name
        with self._failing("cannot be opened", name):
            is_new = not path.exists()
            self._files[name] = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
            if is_new:
                sync_folder(self.folder)
            row = self._index.execute("SELECT size FROM files WHERE name = ?", (name,)).fetchone()
            self._sizes[name] = row[0] if row else 0
        self._settle()


def reread_fields(stored: Mapping[str, Any], record: Mapping[str, Any]) -> list[str]:
    """The fields in which two readings of the very same page differ; none for those of two pages.

    >>> reread_fields({"fetched_at": "T", "authors": [], "revision": 2}, {"fetched_at": "T", "authors": ["Rani"]})
    ['authors']
    """
    if stored.get("fetched_at") is None or stored["fetched_at"] != record.get("fetched_at"):
        return []
    known = [name for name in record if name in stored and name not in OF_THE_VERSION]  # not what is new in the schema
    return [name for name in known if record[name] != stored[name]]


def lines_of(file: IO[bytes], most: int | None = None) -> Iterator[tuple[bytes, int, bool]]:
    """The lines of a file from where it stands, at most ``most`` bytes: each with its length and whether it has an end.

    Of a line that is longer than LONGEST only the beginning is given, without its end: so much memory is enough.

    >>> from io import BytesIO
    >>> list(lines_of(BytesIO(b"{}\\n{"), 4))
    [(b'{}\\n', 3, True), (b'{', 1, False)]
    """
    left = float("inf") if most is None else most
    while line := file.readline(int(min(LONGEST, left))):
        part, length = line, len(line)
        while part and not part.endswith(b"\n") and length < left:
            part = file.readline(int(min(BLOCK, left - length)))
            length += len(part)
        yield line, length, part.endswith(b"\n")
        left -= length


def _file_name(kind: str, day: str) -> str:
    return f"{kind}-{day}{SUFFIX}"


@cache
def _wanted_tables() -> frozenset[tuple[bytes, bytes]]:
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(TABLES)
        return _tables(db)


def _tables(db: sqlite3.Connection) -> frozenset[tuple[bytes, bytes]]:
    """The tables of an index, with their columns."""
    db.text_factory = bytes
    return frozenset(db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))


def _moment(value: Any) -> str | None:
    """A time in ISO 8601 that can be compared with others, else None: with an offset, and within the years there are.

    >>> _moment("2026-07-24T09:00:00+07:00"), _moment("2026-07-24T09:00:00"), _moment("kemarin"), _moment(7)
    ('2026-07-24T09:00:00+07:00', None, None, None)
    """
    with suppress(ValueError, OverflowError):
        if isinstance(value, str) and (moment := datetime.fromisoformat(value)).tzinfo:
            return value if 1 < moment.astimezone(UTC).year < 9999 else None
    return None


def _encode(value: Any) -> bytes:
    """The value as one line of JSON in UTF-8; half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.

    >>> _encode({"title": "Ma\\ud800ret", "tags": []}).decode()
    '{"title": "Ma\ufffdret", "tags": []}'
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def _parse(line: bytes) -> dict[str, Any] | None:
    """The record of a whole line, None if the line is torn or broken."""
    with suppress(ValueError, RecursionError):
        if line.endswith(b"\n") and isinstance(record := json.loads(line.decode()), dict):
            return record
    return None


def _digest(record: dict[str, Any]) -> bytes:
    """What tells two versions of an article apart, the same for a record as given and as read back."""
    version = _encode([record.get(key) for key in ("title", "text", "updated_at")])
    return hashlib.blake2b(version, digest_size=16).digest()


def _is_complete(record: dict[str, Any]) -> bool:
    return bool(record.get("complete", True))


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _reason(error: OSError | sqlite3.Error) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
