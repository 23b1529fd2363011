"""The raw pages of a portal that are read again: where each lies, and which of its captures an article is read from."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from newscrawl.archives.inputs import opened
from newscrawl.archives.payload import answer
from newscrawl.archives.records import NoArchive, ReadFailed, Record, Records
from newscrawl.crawling.keeping.remembering import address_of
from newscrawl.crawling.middlewares.kept import TABLES
from newscrawl.portals.form import Portal
from newscrawl.portals.moments import Moments
from newscrawl.storing.raw import FOLDER, SUFFIX
from newscrawl.storing.store import Store

GOOD = 200


def index(path: Path, folder: Path, portal: type[Portal], store: Store, say: Callable[[str], object]) -> list[str]:
    """Make an index at `path` of the raw pages under `folder` (data/PORTAL); returns the addresses to read again.

    An article is read from the page that its stored version came from, one that is not stored from its latest. `say` is
    given a line for each file that is not read, and each place in one. Raises OSError and sqlite3.Error of the index,
    and StoreFailed.
    """
    db = sqlite3.connect(path)
    try:
        db.executescript(TABLES)
        for file in sorted((folder / FOLDER).glob(f"*{SUFFIX}")):
            db.executemany("INSERT INTO pages VALUES (?, ?, ?, ?, ?)", _pages(file, say))
        latest = db.execute("SELECT url, max(at) FROM pages WHERE status = ? GROUP BY url ORDER BY url", (GOOD,))
        moments = Moments(lambda id: address_of(store, id))
        for url, at in latest.fetchall():
            identity = moments.identify(portal, url)
            if identity is None or identity.url != url:  # a listing, a further page, where a redirect led
                continue
            moment = stored_from(store, identity.id)
            is_kept = "SELECT 1 FROM pages WHERE url = ? AND at = ? AND status = ?"
            if moment is not None and db.execute(is_kept, (url, moment, GOOD)).fetchone():
                at = moment
            db.execute("INSERT OR REPLACE INTO asked VALUES (?, ?, ?)", (identity.id, url, at))
        db.commit()
        return [str(url) for (url,) in db.execute("SELECT url FROM asked ORDER BY id")]
    finally:
        db.close()


def stored_from(store: Store, id: str) -> int | None:
    """When the page was fetched that the stored version of an article came from, in seconds since 1970."""
    record = store.record(id)
    try:
        return int(datetime.fromisoformat(str(record["fetched_at"])).timestamp()) if record else None
    except (KeyError, ValueError):
        return None


def _pages(file: Path, say: Callable[[str], object]) -> Iterator[tuple[str, int, int, str, int]]:
    try:
        with opened(str(file)) as raw:
            records = Records(raw, lambda record: "" if record.type == "response" else "another record")
            for record in records:
                if row := _place(record, file):
                    yield row
    except ReadFailed as error:
        say(f"{file}: could not be read: {error}")
        return
    except NoArchive as error:
        say(f"{file}: {error}")
        return
    for fault in records.faults:
        say(f"{file}: {fault}")


def _place(record: Record, file: Path) -> tuple[str, int, int, str, int] | None:
    if record.end or (at := record.date) is None:
        return None
    status = answer(record.block).status
    return (record.url, int(at.timestamp()), status, str(file), record.at) if status else None
