"""The ways a portal lists its articles, and where the paging of one stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Listing:
    """One way a portal lists its articles, page by page.

    `url` is a format with {day}, {channel}, {channel_id}, {tag}, {number} (1, 2, ...) and {offset}
    (number - 1 times `step`); `first` is the first page's address where it differs. `cards` selects the
    links of the list. A listing with {channel} in it is asked once a channel.
    """

    url: str
    cards: str
    step: int = 1
    first: str | None = None

    @property
    def per_channel(self) -> bool:
        return "{channel" in self.url

    def page(self, number: int, **values: Any) -> str:
        form = self.first if number == 1 and self.first else self.url
        return form.format(number=number, offset=(number - 1) * self.step, **values)


@dataclass(frozen=True, slots=True)
class Series:
    """Where the paging of one listing stands: its level among the portal's listings, its page, what was seen."""

    level: int
    day: str | None = None
    channel: str | None = None
    tag: str | None = None
    number: int = 1
    articles: int = 0
    seen: frozenset[str] = frozenset()
    failures: int = 0

    def next(self, cards: list[str], articles: int) -> Series:
        """The next page, after one that listed `cards`, `articles` of them articles."""
        return replace(
            self,
            number=self.number + 1,
            articles=self.articles + articles,
            seen=self.seen.union(cards),
            failures=0,
        )

    def skip(self) -> Series:
        """The next page, after one that was lost."""
        return replace(self, number=self.number + 1, failures=self.failures + 1)
