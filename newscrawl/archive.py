"""Where a back archive stands: the days whose listings are open, and those that are done."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from datetime import date


class Days:
    """Counts what is still open for each day; a day is done when its listings and articles have all ended well.

    `is_done` and `mark_done` are given by whoever remembers days between runs, `forget` by whoever keeps something
    while a day is open; alone it remembers nothing.
    """

    # Days listed at the same time: enough that the listings of one are not waited for, few enough to stay flat.
    AT_ONCE = 3

    def __init__(self) -> None:
        self.open: Counter[str] = Counter()
        self.spoiled: set[str] = set()
        self.is_done: Callable[[str], bool] = lambda _: False
        self.mark_done: Callable[[str], None] = lambda _: None
        self.forget: Callable[[str], object] = lambda _: None
        self._room: asyncio.Event | None = None

    def begin(self, day: str | None) -> None:
        """One more listing page or article of the day is on its way."""
        if day:
            self.open[day] += 1

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
        self.forget(day)
        if day in self.spoiled:
            self.spoiled.discard(day)
        else:
            self.mark_done(day)
        if self._room:
            self._room.set()

    async def room(self) -> None:
        """Wait until another day may be begun."""
        while len(self.open) >= self.AT_ONCE:
            self._room = asyncio.Event()
            await self._room.wait()


def scope(day: str, channels: tuple[str, ...]) -> str:
    """The name under which a day is remembered: other channels are another job."""
    return f"{day} {','.join(channels) or 'all'}"


def is_past(day: str, today: date) -> bool:
    """True for a day to which no articles are added any more."""
    return date.fromisoformat(day) < today
