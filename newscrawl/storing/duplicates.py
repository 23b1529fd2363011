"""The same text in many places: which stored articles are copies of an earlier one, over all portals.

Two texts are the same where most runs of three words of the shorter one stand in the other, too (MinHash estimates how
many), and they say the same of the same: a text that only has its slots filled anew, such as the gold price of another
day or the prayer times of another town, is no copy. Copies are marked and never deleted.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from newscrawl.storing.caches import connected, copied, reading, remove, takes
from newscrawl.storing.records import Column
from newscrawl.storing.search import Index
from newscrawl.storing.signatures import MICROSECONDS, Signature, signature
from newscrawl.storing.wanted import Place, Wanted

CACHE = "signatures.sqlite"
SCHEMA = 3  # raise it when signatures are made in another way
BAND = 3 * 4  # bytes: of pairs that share half of their words, 996 of 1,000 have one of the 42 bands in common
DAYS = 7  # between two copies

COLUMNS = (
    Column("cluster", str, False, "", "The id of the first article with this text; its own where there is no other."),
    Column("first", bool, False, True, "True for the first of its cluster, and for an article without copies."),
    Column("similarity", float, False, None, "Share of the text (0 to 1) in common with the earlier copy that is most "
           "like it, estimated; null for the first."),
)  # fmt: skip


@dataclass(slots=True)
class Clusters:
    """The copies that were found: `copies` has each article's first and its similarity, `sizes` the clusters."""

    articles: int = 0
    copies: dict[str, tuple[str, float]] = field(default_factory=dict)
    sizes: Counter[str] = field(default_factory=Counter)

    def of(self, id: str) -> tuple[str, bool, float | None]:
        """The values of COLUMNS for an article."""
        first, similarity = self.copies.get(id, (id, None))
        return first, similarity is None, None if similarity is None else round(similarity, 3)

    def of_cluster(self, first: str) -> list[str]:
        """The copies of an article, in order of publication."""
        return [id for id, (of, _) in self.copies.items() if of == first]


class Window:
    """Signatures of the last days, found by bands of their values."""

    def __init__(self, days: int) -> None:
        self.span = days * MICROSECONDS
        self.kept: dict[int, dict[tuple[int, bytes], list[tuple[str, int, Signature]]]] = {}

    def alike(self, at: int, given: Signature) -> tuple[str, float] | None:
        """The article within the window that is most like this one, if it is a copy, and how much."""
        for day in [day for day in self.kept if day < (at - self.span) // MICROSECONDS]:
            del self.kept[day]
        seen: dict[str, tuple[int, Signature]] = {}
        for key in _bands(given):
            for buckets in self.kept.values():
                seen.update((id, (when, other)) for id, when, other in buckets.get(key, ()))
        alike = sorted(((given.similarity(other), id) for id, (_, other) in seen.items()), reverse=True)
        return next(((id, share) for share, id in alike if given.is_copy(seen[id][1], share, at - seen[id][0])), None)

    def add(self, at: int, id: str, given: Signature) -> None:
        buckets = self.kept.setdefault(at // MICROSECONDS, {})
        for key in _bands(given):
            buckets.setdefault(key, []).append((id, at, given))


def _bands(given: Signature) -> Iterator[tuple[int, bytes]]:
    return ((start, given.hashes[start : start + BAND]) for start in range(0, len(given.hashes) - BAND + 1, BAND))


def clusters(articles: Iterable[tuple[str, int, Signature | None]], days: int = DAYS) -> Clusters:
    """The clusters among articles (id, instant, signature) in order of publication."""
    found, window = Clusters(), Window(days)
    for id, at, given in articles:
        found.articles += 1
        if given is None:
            continue
        if alike := window.alike(at, given):
            first, _ = found.copies.get(alike[0], (alike[0], 0.0))
            found.copies[id] = first, alike[1]
            found.sizes[first] += 1
        window.add(at, id, given)
    return found


def in_index(index: Index, wanted: Wanted, days: int = DAYS) -> Clusters:
    """The clusters among stored articles; those of unknown date are compared with none. Raises NoRensa, SearchFailed.

    Signatures are kept beside the index, in `signatures.sqlite`, a cache that may be deleted, where the index is.
    """
    with index.failing(), closing(Cache(index.data / CACHE, is_kept=index.is_kept)) as cache:
        return clusters(cache.signatures(index, index.places(wanted)), days)


class Cache:
    """Signatures that were made before."""

    def __init__(self, path: Path, *, is_kept: bool) -> None:
        self.path, self.is_kept = path, is_kept and takes(path)
        self.db = self._opened()

    def close(self) -> None:
        self.db.commit()
        self.db.close()

    def signatures(self, index: Index, places: Iterable[Place]) -> Iterator[tuple[str, int, Signature | None]]:
        """Id, instant and signature of articles; what was not known is read and kept."""
        made = 0
        for place in places:
            if place.instant is None:
                continue
            row = self.db.execute(
                "SELECT made FROM signatures WHERE id = ? AND revision = ?", (place.id, place.revision)
            ).fetchone()
            if row:
                given = msgspec.msgpack.decode(row[0], type=Signature | None)
            else:
                record = index.record(place)
                given = signature(record.text, record.portal)
                values: tuple[Any, ...] = (place.id, place.revision, msgspec.msgpack.encode(given))
                self.db.execute("INSERT OR REPLACE INTO signatures VALUES (?, ?, ?)", values)
                made += 1
                if made % 1_000 == 0:
                    self.db.commit()
            yield place.id, place.instant, given

    def _opened(self) -> sqlite3.Connection:
        if self.is_kept:
            db = connected(self.path)
        else:
            given = reading(self.path)
            db = copied(given) if given else connected(None)
        db.isolation_level = "DEFERRED"  # many rows a transaction
        try:
            if db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA:
                db.execute("SELECT id, revision, made FROM signatures LIMIT 1")
                return db
        except sqlite3.DatabaseError:
            pass
        db.close()
        if self.is_kept:
            remove(self.path)
        db = connected(self.path if self.is_kept else None)
        db.isolation_level = "DEFERRED"
        try:
            db.executescript(
                f"""
                CREATE TABLE signatures (id TEXT PRIMARY KEY, revision INTEGER, made BLOB) WITHOUT ROWID;
                PRAGMA user_version = {SCHEMA};
                """
            )
        except sqlite3.Error:
            db.close()
            raise
        return db
