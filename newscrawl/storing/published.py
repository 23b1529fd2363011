"""When each stored article of a portal was published: from the store's own index where it fits, else from the files."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from newscrawl.storing.lines import ARTICLES, lines_of
from newscrawl.storing.records import read_line
from newscrawl.storing.store import INDEX


def published(folder: Path) -> Iterator[tuple[str, str | None]]:
    """Id and `published_at` of the latest version of each article in `data/<portal>`, in no order.

    Raises OSError. A running crawl is not disturbed, nor waited for.
    """
    sizes = {path.name: path.stat().st_size for path in folder.glob(ARTICLES)}
    with suppress(sqlite3.Error), closing(_index(folder)) as index:
        known = dict(index.execute("SELECT name, size FROM files WHERE name LIKE 'articles-%'"))
        if all(known.get(name, 0) >= size for name, size in sizes.items()) and known.keys() <= sizes.keys():
            rows = index.execute("SELECT id, published_at FROM articles").fetchall()
            yield from rows
            return
    latest: dict[str, tuple[int, str | None]] = {}
    for name in sorted(sizes):
        with (folder / name).open("rb") as file:
            for line, _, _ in lines_of(file, sizes[name]):
                record = read_line(line)
                if record is not None and record.revision >= latest.get(record.id, (0, None))[0]:
                    latest[record.id] = record.revision, record.published_at
    for id, (_, at) in latest.items():
        yield id, at


def days_done(folder: Path) -> Iterator[str]:
    """The days (as 2026-07-24) whose lists of all channels the store remembers as done; none without its index."""
    with suppress(sqlite3.Error), closing(_index(folder)) as index:
        for (scope,) in index.execute("SELECT scope FROM done").fetchall():
            day, _, channels = str(scope).partition(" ")
            if channels == "all":
                yield day


def _index(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{(folder / INDEX).resolve().as_uri()}?mode=ro", uri=True)
