"""The same text in many places: which stored articles are copies of an earlier one, over all portals.

Two texts are the same where they share most of their runs of three words (MinHash estimates the share, Jaccard's) and
say the same of the same: a text that only has its slots filled anew, such as the gold price of another day or the
prayer times of another town, is no copy. Copies are marked and never deleted.
"""

from __future__ import annotations

import re
import sqlite3
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from operator import eq
from pathlib import Path
from typing import Any

import msgspec

from newscrawl.storing.caches import connected, copied, reading, remove, takes
from newscrawl.storing.query import TOKEN, folded
from newscrawl.storing.records import Column
from newscrawl.storing.search import Index
from newscrawl.storing.wanted import Place, Wanted

CACHE = "signatures.sqlite"
SCHEMA = 2  # raise it when signatures are made in another way
PERMUTATIONS, BANDS, SEED = 128, 32, 42
BAND = PERMUTATIONS // BANDS * 4  # bytes
SIMILAR = 0.72  # estimated: of pairs that share 0.8, the estimate of one in a hundred is lower
SHINGLE = 3  # words
SHORTEST = 20  # words: fewer are too few to tell a copy by
DAYS = 7  # between two copies
SUBSTITUTED = 2  # numbers or names: one that differs may be a correction
NUMBERS_DIFFER, NAMES_DIFFER = 0.25, 0.34  # share of them that stand in each other's place
MICROSECONDS = 86_400_000_000  # of a day

WORD_OR_NUMBER = re.compile(r"([^\W\d_]+)|\d+(?:[.,:]\d+)*")
WEEKDAY = re.compile(r"\b(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu)\b")
MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember".split()
DAY = re.compile(rf"\b(\d{{1,2}})(?:/(\d{{1,2}})\b| ({'|'.join(MONTHS)})\b)", re.I)
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")

COLUMNS = (
    Column("cluster", str, False, "", "The id of the first article with this text; its own where there is no other."),
    Column("first", bool, False, True, "True for the first of its cluster, and for an article without copies."),
    Column("similarity", float, False, None, "Share of the text (0 to 1) in common with the earlier copy that is most "
           "like it, estimated; null for the first."),
)  # fmt: skip


class NoRensa(Exception):
    """The package that makes signatures is not installed. The message is one line."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a text says: its numbers, each behind the word before it, the days it names (day and month), those of the
    week, and the names within its sentences."""

    numbers: frozenset[str]
    days: frozenset[str]
    weekdays: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Traits:
        """The traits of a text.

        >>> sorted(Traits.of("Harga emas hari ini, Jumat (24/7/2026), naik di Antam menjadi Rp 2.500.000.").numbers)
        ['jumat 2026', 'rp 2.500.000']
        """
        days = {f"{m[1]}/{m[2] or MONTHS.index(m[3].lower()) + 1}" for m in DAY.finditer(text)}
        rest = DAY.sub(" ", text)
        numbers, word = set(), ""
        for found in WORD_OR_NUMBER.finditer(rest):
            if found[1]:
                word = found[1].lower()
            else:
                numbers.add(f"{word} {found[0]}")
        weekdays = (found.replace("'", "").replace("’", "") for found in WEEKDAY.findall(text))
        return cls(frozenset(numbers), frozenset(days), frozenset(weekdays), frozenset(NAME.findall(text)))


def is_series(one: Traits, other: Traits) -> bool:
    """Whether two texts that are much alike are two of a series, its slots filled anew, and no copies.

    What a copy leaves out or adds stands in one of them alone; what is filled anew differs in both, a number behind the
    same word. Two that name days, and none in common, are of two days.

    >>> monday, tuesday = (Traits.of(f"Harga emas pada {n} Juli 2026 naik.") for n in (20, 21))
    >>> is_series(monday, tuesday), is_series(monday, monday)
    (True, False)
    """
    if one.days and other.days:
        if not one.days & other.days:
            return True
    elif one.weekdays and other.weekdays and not one.weekdays & other.weekdays:
        return True
    there, here = Counter(map(_before, one.numbers - other.numbers)), Counter(map(_before, other.numbers - one.numbers))
    return _many_differ((there & here).total(), one.numbers, other.numbers, NUMBERS_DIFFER) or _many_differ(
        min(len(one.names - other.names), len(other.names - one.names)), one.names, other.names, NAMES_DIFFER
    )


def _before(number: str) -> str:
    return number.partition(" ")[0]


def _many_differ(differ: int, one: frozenset[str], other: frozenset[str], share: float) -> bool:
    return differ >= SUBSTITUTED and differ > share * min(len(one), len(other))


@dataclass(frozen=True, slots=True)
class Signature:
    """A text for comparison: MinHash values (32 bits each), and what it says."""

    hashes: bytes
    traits: Traits

    def similarity(self, other: Signature) -> float:
        """The share of runs of words in common, estimated."""
        one, two = (memoryview(hashes).cast("I") for hashes in (self.hashes, other.hashes))
        return float(sum(map(eq, one, two)) / PERMUTATIONS)


def signature(text: str) -> Signature | None:
    """The signature of a text; None where it is too short to have one. Raises NoRensa."""
    try:
        from rensa import RMinHash  # type: ignore[import-untyped]  # here: nothing else needs it
    except ModuleNotFoundError as error:
        raise NoRensa("duplicates are found with rensa: pip install 'newscrawl[duplicates]'") from error
    words = TOKEN.findall(folded(text))
    if len(words) < SHORTEST:
        return None
    minhash = RMinHash(PERMUTATIONS, SEED)
    minhash.update([" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)])
    return Signature(array("I", minhash.digest()).tobytes(), Traits.of(text))


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
        self.kept: dict[int, dict[tuple[int, bytes], list[tuple[str, Signature]]]] = {}

    def alike(self, at: int, given: Signature) -> tuple[str, float] | None:
        """The article within the window that is most like this one, if it is a copy, and how much."""
        for day in [day for day in self.kept if day < (at - self.span) // MICROSECONDS]:
            del self.kept[day]
        seen: dict[str, Signature] = {}
        for key in _bands(given):
            for buckets in self.kept.values():
                seen.update(buckets.get(key, ()))
        pairs = (
            (given.similarity(other), id) for id, other in seen.items() if not is_series(given.traits, other.traits)
        )
        similarity, id = max(pairs, default=(0.0, ""))
        return (id, similarity) if similarity >= SIMILAR else None

    def add(self, at: int, id: str, given: Signature) -> None:
        buckets = self.kept.setdefault(at // MICROSECONDS, {})
        for key in _bands(given):
            buckets.setdefault(key, []).append((id, given))


def _bands(given: Signature) -> Iterator[tuple[int, bytes]]:
    return ((start, given.hashes[start : start + BAND]) for start in range(0, len(given.hashes), BAND))


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

    def __init__(self, path: Path, *, is_kept: bool = True) -> None:
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
                "SELECT hashes, traits FROM signatures WHERE id = ? AND revision = ?", (place.id, place.revision)
            ).fetchone()
            if row:
                given = Signature(row[0], msgspec.json.decode(row[1], type=Traits)) if row[0] else None
            else:
                given = signature(index.record(place).text)
                traits = msgspec.json.encode(given.traits) if given else b""
                values: tuple[Any, ...] = (place.id, place.revision, given.hashes if given else b"", traits)
                self.db.execute("INSERT OR REPLACE INTO signatures VALUES (?, ?, ?, ?)", values)
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
                db.execute("SELECT id, revision, hashes, traits FROM signatures LIMIT 1")
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
                CREATE TABLE signatures (id TEXT PRIMARY KEY, revision INTEGER, hashes BLOB, traits BLOB) WITHOUT ROWID;
                PRAGMA user_version = {SCHEMA};
                """
            )
        except sqlite3.Error:
            db.close()
            raise
        return db
