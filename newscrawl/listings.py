"""The ways a portal lists its articles, and where the paging of one stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from string import Formatter
from typing import Any

# What stands in an address for each field of a listing's format.
FIELDS = {
    "day": r"\d{4}-\d\d-\d\d",
    "channel": r"[\w-]+",
    "channel_id": r"\d+",
    "tag": r"[\w-]+",
    "number": r"\d+",
    "offset": r"\d+",
}


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

    def match(self, url: str) -> dict[str, str] | None:
        """What an address of this listing says (day, channel, tag, number, offset), or null for another's.

        >>> Listing("https://{channel}.okezone.com/indeks/{day:%Y/%m/%d}/{offset}", "a").match(
        ...     "https://bola.okezone.com/indeks/2026/07/24/10")
        {'channel': 'bola', 'day': '2026/07/24', 'offset': '10'}
        """
        for form in (self.url, self.first):
            if form and (match := _pattern(form).fullmatch(url)):
                return match.groupdict()
        return None

    def page(self, number: int, **values: Any) -> str:
        """The address of a page, 1 being the first."""
        form = self.first if number == 1 and self.first else self.url
        return form.format(number=number, offset=(number - 1) * self.step, **values)


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """A listing's format as a pattern with a group for each of its fields."""
    pattern, seen = "", set()
    for literal, name, spec, _ in Formatter().parse(form):
        pattern += re.escape(literal)
        if name:
            value = re.sub(r"%[-#]?[A-Za-z]", r"\\d+", re.escape(spec)) if spec else FIELDS[name]
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>{value})"
            seen.add(name)
    return re.compile(pattern)


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
    doubted: bool = False

    def next(self, cards: list[str], articles: int) -> Series:
        """The next page, after one that listed `cards`, `articles` of them articles."""
        return replace(
            self,
            number=self.number + 1,
            articles=self.articles + articles,
            seen=self.seen.union(cards),
            failures=0,
            doubted=False,
        )

    def doubt(self) -> Series:
        """The same page once more: one without any card may be a slip of the site."""
        return replace(self, doubted=True)

    def skip(self) -> Series:
        """The next page, after one that was lost."""
        return replace(self, number=self.number + 1, failures=self.failures + 1, doubted=False)
