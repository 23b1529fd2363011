"""Where a back archive stands: the days whose listings are open, and those that are done."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import date


class Memory:
    """What a crawl is told of earlier runs, and tells later ones; this one remembers nothing."""

    def is_done(self, day: str) -> bool:
        """True for a day that need not be listed again."""
        return False

    def mark_done(self, day: str) -> None:
        """Remember a day of which all has ended well."""

    def published(self, id: str) -> str | None:
        """When a stored article was published, ISO 8601; null where it is not stored or undated."""
        return None

    def pending(self) -> list[tuple[str, str]]:
        """Ids and addresses of articles that earlier runs have not had."""
        return []


class Days:
    """Counts what is still open for each day, and tells `memory` which are done.

    A day is done when its listings and articles, of which there must be some, have all ended well, and every page of
    its listings was read after the day had ended: a list that is read before midnight says nothing about the rest of
    its day, however late its articles end. Where its lists gave no article once it had ended, or only such as were
    published on other days, `strange` is told which of the two: something else stands in their place, or the site took
    no heed of the day.
    """

    # Days listed at the same time: enough that the listings of one are not waited for, few enough to stay flat.
    AT_ONCE = 3
    SOME = 3  # articles that say by themselves that a list is not their day's

    def __init__(self, memory: Memory | None = None, strange: Callable[[str, bool], object] = lambda *_: None) -> None:
        self.memory = memory or Memory()
        self.strange = strange
        self.open: Counter[str] = Counter()
        self.listed: Counter[str] = Counter()  # articles
        self.read_on: dict[str, date] = {}  # the day on which the first page of its listings was read
        self.empty = 0  # days of which no listing gave any article
        self.spoiled: set[str] = set()
        self.published: dict[str, Counter[bool]] = {}  # articles of known date by whether they are of the day
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

    def dated(self, day: str | None, published: date | None) -> None:
        """An article that the day's lists showed was published on this day of the portal's zone."""
        if day and published:
            self.published.setdefault(day, Counter())[published.isoformat() == day] += 1

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
        published = self.published.pop(day, Counter())
        is_other = published[False] >= self.SOME and not published[True]
        if self.is_over(day) and day not in self.spoiled and (is_other or not listed):
            self.spoiled.add(day)
            self.strange(day, not listed)
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
