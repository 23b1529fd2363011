"""A text for comparison: how much two texts have in common, and whether they are copies or two of a series."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from dataclasses import dataclass
from operator import eq

from newscrawl.storing.query import TOKEN, folded

PERMUTATIONS, SEED = 128, 42
# Share of the shorter text, estimated, that stands in the other one, too. A newsroom that takes a text rewrites some of
# it; one that prints its own once more on another day does not, but then it fills the slots of its templates anew.
TAKEN, ONCE_MORE = 0.65, 0.98
A_PART = 0.3  # of the longer text: a copy has at least so much of it
SHINGLE = 3  # words
SHORTEST = 20  # words: fewer are too few to tell a copy by
SUBSTITUTED = 2  # numbers or names: one that differs may be a correction
NUMBERS_DIFFER, NAMES_DIFFER = 0.25, 0.34  # share of them that stand in each other's place
MICROSECONDS = 86_400_000_000  # of a day
ANOTHER_DAY = MICROSECONDS // 2  # between two issues of a daily series

# A word, or a number: one with letters in it, such as a code, is one.
WORD_OR_NUMBER = re.compile(r"([^\W\d_]+)\b|[^\W\d_]*\d[^\W_]*(?:[.,:]\d+)*")
WEEKDAY = re.compile(r"\b(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu)\b")
TODAY = re.compile(r"\b(?:hari|pagi|siang|sore|malam|pekan) ini\b|\bbesok\b", re.I)
MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember".split()
DAY = re.compile(rf"\b(\d{{1,2}})(?:/(\d{{1,2}})\b| ({'|'.join(MONTHS)})\b)", re.I)
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")


class NoRensa(Exception):
    """The package that makes signatures is not installed. The message is one line."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a text says: its numbers, each behind the word before it, the days it names (day and month), those of the
    week, the names within its sentences and how often each comes, and whether it tells of its own day."""

    numbers: frozenset[str]
    days: frozenset[str]
    weekdays: frozenset[str]
    names: dict[str, int]
    is_of_today: bool

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
                word = found[1]
            else:
                numbers.add(f"{word.lower()} {found[0]}")
        weekdays = (found.replace("'", "").replace("’", "") for found in WEEKDAY.findall(text))
        names = dict(Counter(NAME.findall(text)))
        return cls(frozenset(numbers), frozenset(days), frozenset(weekdays), names, bool(TODAY.search(text)))

    @property
    def dated(self) -> bool:
        """True where a day is named."""
        return bool(self.days or self.weekdays)


def is_series(one: Traits, other: Traits, apart: int = 0) -> bool:
    """Whether two texts that are much alike are two of a series, its slots filled anew, and no copies.

    What a copy leaves out or adds stands in one of them alone; what is filled anew differs in both, a number behind the
    same word. Two that name days, and none in common, are of two days; so are two that name none and tell of "today",
    where they were published `apart` (microseconds).

    >>> monday, tuesday = (Traits.of(f"Harga emas pada {n} Juli 2026 naik.") for n in (20, 21))
    >>> is_series(monday, tuesday), is_series(monday, monday)
    (True, False)
    """
    if one.days and other.days:
        if not one.days & other.days:
            return True
    elif one.weekdays and other.weekdays and not one.weekdays & other.weekdays:
        return True
    if apart >= ANOTHER_DAY and one.is_of_today and other.is_of_today and not (one.dated or other.dated):
        return True
    there, here = Counter(map(_before, one.numbers - other.numbers)), Counter(map(_before, other.numbers - one.numbers))
    if _many_differ((there & here).total(), len(one.numbers), len(other.numbers), NUMBERS_DIFFER):
        return True
    names, others = Counter(one.names), Counter(other.names)
    named = min((names - others).total(), (others - names).total())
    return _many_differ(named, names.total(), others.total(), NAMES_DIFFER)


def _before(number: str) -> str:
    return number.partition(" ")[0]


def _many_differ(differ: int, of_one: int, of_other: int, share: float) -> bool:
    return differ >= SUBSTITUTED and differ > share * min(of_one, of_other)


@dataclass(frozen=True, slots=True)
class Signature:
    """A text for comparison: its portal, MinHash values (32 bits each) of so many runs of words, and what it says."""

    portal: str
    hashes: bytes
    size: int
    traits: Traits

    def similarity(self, other: Signature) -> float:
        """The share of runs of words in common, estimated."""
        one, two = (memoryview(hashes).cast("I") for hashes in (self.hashes, other.hashes))
        return float(sum(map(eq, one, two)) / PERMUTATIONS)

    def is_copy(self, other: Signature, similarity: float, apart: int) -> bool:
        """Whether two texts are copies, of which so much is in common, published so many microseconds apart."""
        shorter, longer = sorted((self.size, other.size))
        if shorter < A_PART * longer:
            return False
        common = similarity / (1 + similarity) * (shorter + longer)
        enough = ONCE_MORE if self.portal == other.portal and apart >= ANOTHER_DAY else TAKEN
        return common >= enough * shorter and not is_series(self.traits, other.traits, apart)


def signature(text: str, portal: str) -> Signature | None:
    """The signature of a portal's text; None where it is too short to have one. Raises NoRensa."""
    try:
        from rensa import RMinHash  # type: ignore[import-untyped]  # here: nothing else needs it
    except ModuleNotFoundError as error:
        raise NoRensa("duplicates are found with rensa: pip install 'newscrawl[duplicates]'") from error
    words = TOKEN.findall(folded(text))
    if len(words) < SHORTEST:
        return None
    minhash = RMinHash(PERMUTATIONS, SEED)
    runs = {" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)}
    minhash.update(list(runs))
    return Signature(portal, array("I", minhash.digest()).tobytes(), len(runs), Traits.of(text))
