"""Which articles the lists of a run show, and which of those stored before they do not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from math import ceil

from newscrawl.discovery.sift import PINNED

# Longer numbers are moments: 20260724093012.
MOST_DIGITS = 9


class Shown:
    """What the lists of a run show, beside what earlier runs `stored` of its days: times of publication by id.

    A list that shows the newest only goes back as far as it does: what is older than what it shows again, pinned ones
    passed over, is no loss. Where it shows nothing again it does not come to what was known. Lists of `whole` days have
    all of them.

    >>> day = {n: datetime.fromisoformat(f"2026-07-24T0{n}:00:00+07:00") for n in range(6)}
    >>> lists = Shown({f"a-{n}": moment for n, moment in day.items()})
    >>> lists.counts
    (6, 6)
    >>> for id in ("a-0", "a-2", "a-5", "a-7", "a-bola-8"):
    ...     lists.show(id)
    >>> lists.counts, sorted(lists.numbers)
    ((4, 2), [0, 2, 5, 7])
    >>> lists.whole = True
    >>> lists.counts
    (6, 3)
    """

    def __init__(self, stored: Mapping[str, datetime] | None = None, *, whole: bool = False) -> None:
        self.stored = dict(stored or {})
        self.whole = whole
        self.again: set[str] = set()
        self.numbers: set[int] = set()  # those of ids that are a number behind the portal's name

    def show(self, id: str) -> None:
        """A list shows an article."""
        if id in self.stored:
            self.again.add(id)
        number = id.partition("-")[2]
        if number.isdecimal() and len(number) <= MOST_DIGITS:
            self.numbers.add(int(number))

    @property
    def counts(self) -> tuple[int, int]:
        """How many of those stored lists reach back to, and how many of these no list shows."""
        again = sorted(self.stored[id] for id in self.again if not self.whole)
        begin = again[min(ceil(PINNED * len(again)), len(again) - 1)] if again else None
        reached = {id for id, moment in self.stored.items() if begin is None or moment >= begin}
        return len(reached), len(reached - self.again)
