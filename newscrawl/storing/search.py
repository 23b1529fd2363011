"""An index of the words of all stored articles, and what is found in it.

`data/search.sqlite` is a cache: it may be deleted at any time, and is brought up to the stored files whenever it is
asked; where `data` cannot be written, in a temporary file. It holds no text: what is shown is read from the files.
Only whole lines are read, so that a crawl may run meanwhile; of several processes one brings it up to date and the
others wait.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from datetime import datetime
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from newscrawl.storing.caches import ASIDE, connected, copied, reading, remove, takes
from newscrawl.storing.database import SEARCHED, TOKENS
from newscrawl.storing.lines import ARTICLES, lines_of, tail_of
from newscrawl.storing.locking import alone
from newscrawl.storing.records import Record, decoded, instant, read_line
from newscrawl.storing.wanted import Place, Wanted

INDEX = "search.sqlite"
LOCK = ".search.lock"
SCHEMA = 1  # raise it when the tables change
LINES_AT_ONCE = 1_000  # in a transaction: what was read is kept when the reading is stopped
TOLD = 50_000_000  # bytes; reading more takes so long that it is said

# `words` has no texts in it, and cannot forget any: an article's earlier versions stay there, and lead nowhere.
TABLES = f"""
PRAGMA journal_mode = WAL;
CREATE TABLE files (name TEXT PRIMARY KEY, size INTEGER NOT NULL, tail BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL,
                       portal TEXT NOT NULL, instant INTEGER, day TEXT, section TEXT NOT NULL, file TEXT NOT NULL,
                       start INTEGER NOT NULL, length INTEGER NOT NULL);
CREATE INDEX by_instant ON articles (instant);
CREATE INDEX by_day ON articles (portal, day);
CREATE VIRTUAL TABLE words USING fts5({", ".join(SEARCHED)}, content="", tokenize="{TOKENS}");
PRAGMA user_version = {SCHEMA};
"""
PUT = """
INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET number = excluded.number,
revision = excluded.revision, instant = excluded.instant, day = excluded.day, section = excluded.section,
file = excluded.file, start = excluded.start, length = excluded.length
"""


class SearchFailed(Exception):
    """The index or a file could not be read or written. The message is one line."""


class Index:
    """The index of `data`, brought up to date when it is opened. `zones` are those of the portals by name.

    `tell` takes a line for a person where the reading takes long. Every method raises SearchFailed.
    """

    def __init__(self, data: Path, zones: Mapping[str, str], tell: Callable[[str], object] = lambda _: None) -> None:
        self.data = data
        self.path = data / INDEX
        self.zones = {name: ZoneInfo(zone) for name, zone in zones.items()}
        self.tell = tell
        self.is_kept = True  # false: the folder cannot be written, what is read is forgotten
        self._db: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        self.is_kept = takes(self.path)
        try:
            with self.failing():
                self._begin()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._db:
            self._db.close()
            self._db = None

    def find(self, wanted: Wanted, most: int = -1) -> Iterator[Record]:
        """The latest versions of the articles, those published last first, of unknown date last; `most` of them."""
        for place in self._places(wanted, "instant IS NULL, instant DESC, id", most):
            yield self.record(place)

    def places(self, wanted: Wanted) -> Iterator[Place]:
        """Where they are, those published first first, of unknown date last."""
        return self._places(wanted, "instant IS NULL, instant, id", -1)

    def _places(self, wanted: Wanted, order: str, most: int) -> Iterator[Place]:
        where, values = wanted.where
        columns = "id, revision, instant, file, start, length"
        with self.failing():
            sql = f"SELECT {columns} FROM articles WHERE {where} ORDER BY {order} LIMIT ?"
            for row in self.db.execute(sql, [*values, most]):
                yield Place(*row)

    def place(self, id: str) -> Place | None:
        """Where an article is; null for one that is not stored."""
        with self.failing():
            sql = "SELECT id, revision, instant, file, start, length FROM articles WHERE id = ?"
            row = self.db.execute(sql, (id,)).fetchone()
        return Place(*row) if row else None

    def count(self, wanted: Wanted) -> int:
        """How many articles there are."""
        where, values = wanted.where
        with self.failing():
            return int(self.db.execute(f"SELECT count(*) FROM articles WHERE {where}", values).fetchone()[0])

    def days(self, wanted: Wanted) -> list[tuple[str, str | None, int]]:
        """Portal, day of publication (null where it is unknown) and number of articles."""
        where, values = wanted.where
        with self.failing():
            sql = f"SELECT portal, day, count(*) FROM articles WHERE {where} GROUP BY portal, day ORDER BY portal, day"
            return self.db.execute(sql, values).fetchall()

    @property
    def db(self) -> sqlite3.Connection:
        assert self._db, "the index is not open"
        return self._db

    def record(self, place: Place) -> Record:
        """The article at a place."""
        path = self.data / place.file
        with self.failing(), path.open("rb") as file:
            record = decoded(os.pread(file.fileno(), place.length, place.start))
        if record is None or record.id != place.id:
            raise SearchFailed(f"{path}: was changed while it was read: search again")
        return record

    def _begin(self) -> None:
        try:
            self._bring_up_to_date()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_FULL or not self.is_kept:
                raise
            self.close()
            self.is_kept = False  # there is perhaps room where temporary files are
            self._bring_up_to_date()

    def _bring_up_to_date(self) -> None:
        def waits() -> None:
            self.tell(f"{self.path.name}: waiting for another process that brings it up to date")

        with alone(self.data / LOCK, waits) if self.is_kept else nullcontext():
            try:
                self._open()
                self._catch_up()
            except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
                if isinstance(error, sqlite3.OperationalError) and "malformed" not in str(error):
                    raise  # locked, disk full: a new one would fare no better
                self._begin_anew()
                self._catch_up()

    def _open(self) -> None:
        if self.path.exists():
            if self.is_kept:
                self._take(connected(self.path))
            else:
                self._db = reading(self.path)
        if not self._db or self.db.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
            self._begin_anew()

    def _begin_anew(self) -> None:
        self.close()
        if self.is_kept:
            remove(self.path)
        self._take(connected(self.path if self.is_kept else None))
        self.db.executescript(TABLES)

    def _take(self, db: sqlite3.Connection) -> None:
        self._db = db  # first: what fails below is closed, too
        db.execute("PRAGMA synchronous = OFF")  # what a power cut damages is made anew
        db.execute("PRAGMA cache_size = -65536")

    def _catch_up(self) -> None:
        """Read what the files have and the index has not; all of them when they contradict it."""
        known = {name: (size, tail) for name, size, tail in self.db.execute("SELECT * FROM files")}
        if any(_differs(self.data / name, *entry) for name, entry in known.items()):
            self._begin_anew()
            known = {}
        paths = {path: path.stat().st_size for path in sorted(self.data.glob(f"*/{ARTICLES}"))}
        new = {p: size for p, size in paths.items() if size > known.get(self._name(p), (0, b""))[0]}
        todo = sum(size - known.get(self._name(path), (0, b""))[0] for path, size in new.items())
        if todo and not self.is_kept:
            self.tell(f"{self.data} {ASIDE}")
            self._take(copied(self.db))
        if todo > TOLD:
            self.tell(f"{self.path.name}: reading {todo / 1e6:,.0f} MB of new articles; this takes a while only once")
        for path, size in new.items():
            self._read(path, known.get(self._name(path), (0, b""))[0], size)

    def _name(self, path: Path) -> str:
        return path.relative_to(self.data).as_posix()

    def _read(self, path: Path, start: int, size: int) -> None:
        """Index the whole lines of a file between two bytes."""
        number = self.db.execute("SELECT coalesce(max(number), 0) FROM articles").fetchone()[0]
        name, zone = self._name(path), self.zones.get(path.parent.name)
        with path.open("rb") as file:
            file.seek(start)
            end, count = start, 0
            self.db.execute("BEGIN IMMEDIATE")
            try:
                for line, length, is_whole in lines_of(file, size - start):
                    if not is_whole:
                        break
                    if (record := read_line(line)) is not None:
                        number += 1
                        self._put(number, record, path.parent.name, zone, (name, end, length))
                    end, count = end + length, count + 1
                    if count % LINES_AT_ONCE == 0:
                        self._keep(name, end, file.fileno())
                        self.db.execute("BEGIN IMMEDIATE")
                self._keep(name, end, file.fileno())
            except BaseException:
                with suppress(sqlite3.Error):
                    self.db.execute("ROLLBACK")
                raise

    def _keep(self, name: str, end: int, file: int) -> None:
        self.db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (name, end, tail_of(file, end)))
        self.db.execute("COMMIT")

    def _put(
        self, number: int, record: Record, portal: str, zone: ZoneInfo | None, place: tuple[str, int, int]
    ) -> None:
        known = self.db.execute("SELECT revision FROM articles WHERE id = ?", (record.id,)).fetchone()
        if known and known[0] > record.revision:
            return
        at, day = None, None
        if record.published_at is not None:
            at, moment = instant(record.published_at), datetime.fromisoformat(record.published_at)
            day = (moment.astimezone(zone) if zone else moment).date().isoformat()
        section = f"|{'|'.join(record.section)}|".casefold()
        self.db.execute(PUT, (number, record.id, record.revision, portal, at, day, section, *place))
        texts = [
            value if isinstance(value := getattr(record, name), str) else "\n".join(value or ()) for name in SEARCHED
        ]
        self.db.execute(f"INSERT INTO words (rowid, {', '.join(SEARCHED)}) VALUES (?, ?, ?, ?, ?, ?)", [number, *texts])

    @contextmanager
    def failing(self) -> Iterator[None]:
        """What the system or SQLite raises becomes SearchFailed."""
        try:
            yield
        except sqlite3.Error as error:
            hint = "" if error.sqlite_errorcode == sqlite3.SQLITE_FULL else "; it may be deleted, it is made anew"
            raise SearchFailed(f"{self.path}: {error}{hint}") from error
        except OSError as error:
            raise SearchFailed(f"{error.filename or self.path}: {error.strerror or error}") from error


def _differs(path: Path, size: int, tail: bytes) -> bool:
    """Whether a file is not what was read of it, and more."""
    try:
        with path.open("rb") as file:
            return (
                os.fstat(file.fileno()).st_size < size or os.pread(file.fileno(), len(tail), size - len(tail)) != tail
            )
    except FileNotFoundError:
        return True
