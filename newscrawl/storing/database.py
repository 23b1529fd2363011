"""Records as a SQLite database that `datasette FILE.db` shows and searches as it is."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any

from newscrawl.items import Image
from newscrawl.storing.records import COLUMNS, Column, dumps

SEARCHED = ("title", "summary", "text", "authors", "tags")  # what `scrapy search` looks in, too
TOKENS = "unicode61 remove_diacritics 2"  # words without regard to case and accents
TYPES = {int: "INTEGER", bool: "INTEGER", float: "REAL"}
KEY = ("id", "revision", "file")  # of saved pages several may be of one article
ROWS_AT_ONCE = 500
LAST = (
    "CREATE INDEX articles_published_at ON articles (published_at)",
    "CREATE INDEX articles_portal ON articles (portal, published_at)",
    "INSERT INTO articles_fts (articles_fts) VALUES ('rebuild')",
    "COMMIT",
)


class Database:
    """A table `articles`, searched through `articles_fts` (FTS5), and a table `fields`: what each column means.

    Times are ISO 8601 with the printed offset, lists JSON, true and false 1 and 0. The file is written under the name
    of the open `file`, which must be empty; only `close` makes it whole.
    """

    cut = 0

    def __init__(self, file: IO[bytes], zone: str, columns: Sequence[Column] = COLUMNS) -> None:
        self.columns = columns
        self.rows: list[list[Any]] = []
        names = [
            f'"{column.name}" {TYPES.get(column.type, "TEXT") if not column.many else "TEXT"}' for column in columns
        ]
        key = ", ".join(name for name in KEY if any(column.name == name for column in columns))
        self.insert = f"INSERT OR REPLACE INTO articles VALUES ({', '.join('?' * len(columns))})"
        with _writing():
            self.db = sqlite3.connect(file.name, isolation_level=None)
        try:
            self._begin([*names, f"PRIMARY KEY ({key})"])
        except OSError:
            self.abandon()
            raise

    def _begin(self, parts: Sequence[str]) -> None:
        searched = ", ".join(SEARCHED)
        with _writing():
            self.db.executescript(
                f"""
                PRAGMA journal_mode = OFF;  -- a file that is not whole is thrown away
                PRAGMA synchronous = OFF;  -- who gave the file makes sure of the disk
                PRAGMA cache_size = -32768;
                CREATE TABLE articles ({", ".join(parts)});
                CREATE VIRTUAL TABLE articles_fts USING fts5({searched}, content="articles", tokenize="{TOKENS}");
                CREATE TABLE fields (name TEXT PRIMARY KEY, meaning TEXT NOT NULL);
                """
            )
            self.db.execute("BEGIN")
            self.db.executemany(
                "INSERT INTO fields VALUES (?, ?)", [(column.name, column.doc) for column in self.columns]
            )

    def write(self, values: Sequence[Any], size: int) -> None:
        cells = zip(self.columns, values, strict=True)
        self.rows.append([dumps(value) if c.many or c.type is Image else value for c, value in cells])
        if len(self.rows) >= ROWS_AT_ONCE:
            self._flush()

    def close(self) -> None:
        self._flush()
        with _writing():
            for statement in LAST:
                self.db.execute(statement)
            self.db.close()

    def abandon(self) -> None:
        self.db.close()

    def _flush(self) -> None:
        with _writing():
            self.db.executemany(self.insert, self.rows)
        self.rows.clear()


@contextmanager
def _writing() -> Iterator[None]:
    """What SQLite says of a full disk, or of a build without FTS5, as the OSError that any file would raise."""
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(errno.EIO, f"SQLite: {error}") from error
