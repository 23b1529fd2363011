"""Where a back archive stands: the days whose listings are open, and those that are done."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time

from newscrawl.items import Article

# Why the lists of a day that was over are lost, though each of their pages could be read.
NONE, OTHER_DAY, PART_OF_DAY = "no article in it", "a page of another day", "a part of the day only"
SOME = 3  # articles that say by themselves that a list is not their day's
# With as many articles of known time, of which the first is later or the last earlier, the rest of the day was cut off.
MANY, FIRST, LAST = 50, time(10), time(15)


@dataclass(slots=True)
class Told:
    """When the articles of a day's lists were published: how many on it and on others, and from when to when on it.

    Midnight sharp is no time but a day.
    """

    own: int = 0
    others: int = 0
    timed: int = 0
    first: time = time.max
    last: time = time.min

    def add(self, day: str, published: datetime) -> None:
        """One more article, and when it was published on the portal's clock."""
        if published.date().isoformat() != day:
            self.others += 1
            return
        self.own += 1
        if (moment := published.time()) != time.min:
            self.timed += 1
            self.first, self.last = min(self.first, moment), max(self.last, moment)

    @property
    def fault(self) -> str:
        """Why they are not those of the whole day; empty where they may be."""
        if self.others >= SOME and not self.own:
            return OTHER_DAY
        return PART_OF_DAY if self.timed >= MANY and (self.first > FIRST or self.last < LAST) else ""


class Memory:
    """What a crawl is told of earlier runs, and tells later ones; this one remembers nothing."""

    def is_done(self, day: str) -> bool:
        """True for a day that need not be listed again."""
        return False

    def mark_done(self, day: str) -> None:
        """Remember a day of which all has ended well."""

    def published(self, id: str, url: str) -> str | None:
        """When a stored article was published, ISO 8601; null where it is undated, not stored, or another by `url`."""
        return None

    def is_known(self, id: str) -> bool:
        """True for an article that an earlier run has stored, or dropped for good."""
        return False

    def is_new(self, id: str) -> bool:
        """True for an article of which no run, this one included, has stored anything, not even why it was not had."""
        return True

    def is_forbidden(self, id: str) -> bool:
        """True for an article that an earlier run has not asked for because robots.txt forbade it."""
        return False

    def address_of(self, id: str) -> str | None:
        """The address of an article that an earlier run has stored, or has not had; null for any other."""
        return None

    def text_of(self, id: str) -> str:
        """The text of an article that is stored; empty for any other."""
        return ""

    def whose(self, article: Article) -> str | None:
        """The address of another article that is stored with an article's headline and moment; null for none."""
        return None

    def pending(self) -> list[tuple[str, str]]:
        """Ids and addresses of articles that earlier runs have not had."""
        return []


class Days:
    """Counts what is still open for each day, and tells `memory` which are done.

    A day is done when its listings and articles, of which there must be some, have all ended well, and every page of
    its listings was read after the day had ended: a list that is read before midnight says nothing about the rest of
    its day, however late its articles end. Where its lists gave no article once it had ended, only such as were
    published on other days, or only those of a part of it, `strange` is told which: something else stands in their
    place, the site took no heed of the day, or shows no more pages or an old copy.
    """

    # Days listed at the same time: enough that the listings of one are not waited for, few enough to stay flat.
    AT_ONCE = 3

    def __init__(self, memory: Memory | None = None, strange: Callable[[str, str], object] = lambda *_: None) -> None:
        self.memory = memory or Memory()
        self.strange = strange
        self.open: Counter[str] = Counter()
        self.listed: Counter[str] = Counter()  # articles
        self.read_on: dict[str, date] = {}  # the day on which the first page of its listings was read
        self.empty = 0  # days of which no listing gave any article
        self.spoiled: set[str] = set()
        self.elsewhere: set[str | None] = set()  # a list of them is lost and not told: the next may have it all
        self.told: dict[str, Told] = {}
        self._room: asyncio.Event | None = None

    def begin(self, day: str | None) -> None:
        """One more listing page or article of the day is on its way."""
        if day:
            self.open[day] += 1

    def read(self, day: str | None, on: date) -> None:
        """A page of the day's listings was read, on this day of the portal's zone."""
        if day:
            self.read_on[day] = min(on, self.read_on.get(day, on))

    def found(self, day: str | None) -> None:
        """An article of the day was found."""
        if day:
            self.listed[day] += 1

    def is_over(self, day: str | None) -> bool:
        """True for a day that had ended when its lists were read."""
        return day is not None and day in self.read_on and is_past(day, self.read_on[day])

    def dated(self, day: str | None, published: datetime | None) -> None:
        """An article that the day's lists showed was published at this moment of the portal's clock."""
        if day and published:
            self.told.setdefault(day, Told()).add(day, published)

    def end(self, day: str | None, *, well: bool = True) -> None:
        """One of them has ended; not `well`: the day must be listed again by the next run."""
        if not day or day not in self.open:
            return
        if not well:
            self.spoiled.add(day)
        self.open[day] -= 1
        if self.open[day]:
            return
        del self.open[day]
        listed = self.listed.pop(day, 0)
        self.empty += not listed
        fault = self.told.pop(day, Told()).fault if listed else NONE
        is_told = day in self.spoiled and not (fault == NONE and day in self.elsewhere)
        if self.is_over(day) and fault and not is_told:
            self.spoiled.add(day)
            self.strange(day, fault)
        read_on = self.read_on.pop(day, None)
        if day in self.spoiled or not listed:  # no day is without news
            self.spoiled.discard(day)
        elif read_on is None or is_past(day, read_on):
            self.memory.mark_done(day)
        if self._room:
            self._room.set()

    async def room(self) -> None:
        """Wait until another day may be begun."""
        while len(self.open) >= self.AT_ONCE:
            self._room = asyncio.Event()
            await self._room.wait()

    async def ended(self) -> None:
        """Wait until no day is open."""
        while self.open:
            self._room = asyncio.Event()
            await self._room.wait()


class Ranges:
    """Listings of all days of a crawl: those begun, how many pages are open, and what they leave to listings by day.

    `short` has the oldest day reached (null: not known) of each that ended before the first day asked for.
    """

    def __init__(self) -> None:
        self.open = 0
        self.left: list[tuple[int, tuple[str, ...]]] = []
        self.short: list[date | None] = []
        self._begun: set[tuple[int, str | None]] = set()
        self._all_ended: asyncio.Event | None = None

    def is_new(self, level: int, channel: str | None) -> bool:
        """True the first time that a level, or a channel of it, is asked for."""
        new = (level, channel) not in self._begun
        self._begun.add((level, channel))
        return new

    def begin(self) -> None:
        """One more page is on its way."""
        self.open += 1

    def end(self) -> None:
        """One of them has ended."""
        self.open -= 1
        if self.open <= 0 and self._all_ended:
            self._all_ended.set()

    def leave(self, level: int, channels: tuple[str, ...]) -> None:
        """What is lacking is to be listed by day, at a level, of these channels (none: all)."""
        if (level, channels) not in self.left:
            self.left.append((level, channels))

    async def ended(self) -> None:
        """Wait until no page is open."""
        if self.open > 0:
            self._all_ended = asyncio.Event()
            await self._all_ended.wait()


def mark_of(day: str, channels: tuple[str, ...]) -> str:
    """The name under which a day is remembered: other channels are another job."""
    return f"{day} {','.join(channels) or 'all'}"


def is_past(day: str, today: date) -> bool:
    """True for a day to which no articles are added any more."""
    return date.fromisoformat(day) < today
