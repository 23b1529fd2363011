"""The index of what a portal's durable files hold, in SQLite: it can be deleted at any time and is read back."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from newscrawl.reasons import says
from newscrawl.storing.caches import remove
from newscrawl.storing.lines import KINDS, SUFFIX, digest_of, is_complete

SCHEMA = 3  # raise it when the tables change: an index of another schema is rebuilt
MISSING = "it was missing"
DAMAGED = "it was damaged"

TABLES = f"""
BEGIN;
CREATE TABLE files (name TEXT PRIMARY KEY, size INTEGER NOT NULL, tail BLOB NOT NULL, changed INTEGER NOT NULL
                    ) WITHOUT ROWID;
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


@dataclass(frozen=True)
class Version:
    """The latest stored version of an article: `revision` counts from 1.

    `published_at` is an ISO 8601 time with an offset, or None where the record has none or something else.
    `start` is where its line begins in the file of articles of `day`.
    """

    revision: int
    complete: bool
    published_at: str | None
    digest: bytes
    day: str
    start: int


class Index:
    """An open index. Raises sqlite3.Error, and UnicodeDecodeError where a text in it is none.

    What is put into it is to be put within a transaction of `db`.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def close(self) -> None:
        self.db.close()

    # -- what it says --------------------------------------------------------------------------------

    def rows(self, query: str, *values: Any) -> list[Any]:
        """The rows that a query gives."""
        return self.db.execute(query, values).fetchall()

    def row(self, query: str, *values: Any) -> Any:
        """The first row that a query gives, or None."""
        return next(iter(self.rows(query, *values)), None)

    def version(self, id: str) -> Version | None:
        """The latest stored version of an article, or None."""
        row = self.row("SELECT revision, complete, published_at, digest, day, start FROM articles WHERE id = ?", id)
        return row and Version(row[0], bool(row[1]), *row[2:])

    def count(self) -> int:
        """How many articles are stored."""
        return int(self.row("SELECT count(*) FROM articles")[0])

    def dropped(self, id: str) -> str | None:
        """Why an article was dropped for good, or None if it was not, or was stored since."""
        row = self.row(GET_DROPPED, id)
        return row and str(row[0])

    def last_missed(self, id: str) -> tuple[str, date] | None:
        """The address of an article that was not had, and the day on which it was asked for last; or None."""
        row = self.row("SELECT url, day FROM missed WHERE id = ?", id)
        return row and (str(row[0]), date.fromisoformat(row[1]))

    def published_in(self, moments: Collection[str]) -> list[tuple[str, str]]:
        """Ids and times of publication, as they are written, of all articles that were published at some moments."""
        found = self.db.execute("SELECT id, published_at FROM articles WHERE published_at IS NOT NULL")
        return [(id, moment) for id, moment in found if moment in moments]

    def published_since(self, moment: datetime) -> dict[str, datetime]:
        """Times of publication, by id, of the articles that were published at an aware moment or later."""
        before = (moment.astimezone(UTC) - timedelta(days=1)).date().isoformat()  # as text, in whatever zone
        found = self.db.execute("SELECT id, published_at FROM articles WHERE published_at >= ?", (before,))
        return {id: at for id, text in found if (at := datetime.fromisoformat(text)) >= moment}

    def days_missed(self, id: str, revision: int, said: int, but: str) -> int:
        """On how many days but one an article was not had since its revision, and at least so much was said of it."""
        query = "SELECT count(*) FROM tries WHERE id = ? AND revision = ? AND said >= ? AND day != ?"
        return int(self.row(query, id, revision, said, but)[0])

    def has_worse(self, id: str, digest: bytes) -> bool:
        """Whether the worse copy of an article that was kept last is this one."""
        row = self.row("SELECT digest FROM worse WHERE id = ?", id)
        return row is not None and row[0] == digest

    def is_done(self, mark: str) -> bool:
        return self.row("SELECT 1 FROM done WHERE scope = ?", mark) is not None

    def size_of(self, name: str) -> int:
        """The length of a file, in bytes, as far as it is indexed."""
        row = self.row("SELECT size FROM files WHERE name = ?", name)
        return int(row[0]) if row else 0

    def sizes(self) -> dict[str, int]:
        """Likewise of each file."""
        return dict(self.db.execute("SELECT name, size FROM files"))

    # -- what is put into it -------------------------------------------------------------------------

    def put(self, name: str, record: dict[str, Any], start: int) -> bool:
        """Index one line of the file, which begins at byte `start`; returns whether it is a record of that kind."""
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
                self.db.execute("INSERT OR REPLACE INTO worse VALUES (?, ?)", (id, digest_of(record)))
                return True
            moment = _moment(record.get("published_at"))
            row = (id, number or 1, is_complete(record), moment, digest_of(record), day, start)
            self.db.execute(PUT_ARTICLE, row)
        except (ValueError, OverflowError):
            return False  # not written by this store: an id or a number that SQLite cannot hold
        return True

    def _put_dropped(self, id: str, revision: int, day: str, record: dict[str, Any]) -> None:
        reason, again = str(record.get("reason")), record.get("again")
        self.db.execute(PUT_MISSED, (id, revision, day, str(record.get("url")), again is True))
        self.db.execute(PUT_TRY, (id, revision, day, int(says(reason))))
        if again is False:
            self.db.execute(PUT_DROPPED, (id, revision, reason))

    def put_size(self, name: str, size: int, tail: bytes, changed: int) -> None:
        """Remember how far a file is indexed, its last bytes before that, and when it was changed (ns since 1970)."""
        self.db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (name, size, tail, changed))

    def put_done(self, mark: str) -> None:
        self.db.execute("INSERT OR IGNORE INTO done VALUES (?)", (mark,))

    def forget(self) -> None:
        """Empty the index."""
        for table in ("files", *KINDS, "missed", "tries", "done"):  # done too: its articles may be gone
            self.db.execute(f"DELETE FROM {table}")


def open_index(path: Path) -> tuple[Index, str]:
    """The index at a path, a new one if that is unfit; and what was wrong with it, empty for nothing."""
    fault = "" if path.exists() else MISSING
    db: sqlite3.Connection | None = None
    try:
        if not fault:
            db = sqlite3.connect(path)
            fault = _fault_of(db)
        if db is None or fault:
            if db is not None:
                db.close()
            remove(path)
            db = sqlite3.connect(path)
        db.text_factory = bytes.decode  # raises UnicodeDecodeError, and no error that may be another
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")  # a commit that is lost is read back
        if fault:
            db.executescript(TABLES)
    except BaseException:
        if db is not None:
            db.close()
        raise
    return Index(db), fault


def _fault_of(db: sqlite3.Connection) -> str:
    """Why an index is unfit; empty for one that is not."""
    try:
        if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            return DAMAGED
        if db.execute("PRAGMA user_version").fetchone()[0] != SCHEMA:
            return "it was of another version"
        return "" if _tables(db) == _wanted_tables() else DAMAGED
    except UnicodeDecodeError:  # of a message that quotes the damage
        return DAMAGED
    except sqlite3.OperationalError:
        raise  # locked, unreadable, disk full: a new index would fare no better
    except sqlite3.DatabaseError:
        return DAMAGED


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
