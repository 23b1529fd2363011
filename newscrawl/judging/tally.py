"""What the articles that a run has read are like, counted one by one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from statistics import median, quantiles
from typing import Any
from urllib.parse import urlsplit

from newscrawl.items import ARTICLE_FIELDS, Article
from newscrawl.judging.recurring import RecurringLines

QUARTERED = 12  # texts: a quarter of fewer is chance
# What many articles seldom have alike: fields, and the first picture.
COMPARED = ("title", "authors", "published_at", "text", "summary", "image")


@dataclass(slots=True)
class Tally:
    """`filled` counts the articles that have a field, `values` those that have a value, by hash; `lengths`: characters.

    `earlier` counts those published before `since`. `lacking` has by field an article's address that has it not,
    `unread` and `incomplete` are addresses of articles that could not be read, and not with all pages. `answered` are
    the places of which a page was had, `silent` counts the articles of each of which none could be had.
    """

    read: int = 0
    filled: Counter[str] = field(default_factory=Counter)
    lacking: dict[str, str] = field(default_factory=dict)
    unread: str = ""
    incomplete: str = ""
    values: dict[str, Counter[int]] = field(default_factory=lambda: {name: Counter() for name in COMPARED})
    latest: datetime | None = None  # publication
    since: datetime | None = None
    earlier: int = 0
    lengths: list[int] = field(default_factory=list)
    lines: RecurringLines = field(default_factory=RecurringLines)
    answered: set[str] = field(default_factory=set)
    silent: Counter[str] = field(default_factory=Counter)

    def add(self, article: Article, *, is_undated: bool = False) -> None:
        """Count an article; of one that is listed `is_undated` only its page tells the day."""
        self.read += 1
        empty = {name for name in ARTICLE_FIELDS if getattr(article, name) in (None, "", [])}
        self.filled.update(name for name in ARTICLE_FIELDS if name not in empty)
        self.lacking |= {name: least(article.url, self.lacking.get(name)) for name in empty}
        for name, values in self.values.items():
            value = getattr(article, name) if name != "image" else article.images and article.images[0].url
            values[hash(str(value))] += bool(value)
        if published := article.published_at:
            self.latest = max(published, self.latest or published)
            self.earlier += is_undated and self.since is not None and published < self.since
        if article.kind == "article":
            self.lengths.append(len(article.text))
            self.lines.add(article.text)

    def asked(self, url: str, *, had: bool) -> None:
        """Count an article that was asked for at this address, and of which a page was had or not."""
        if had:
            self.answered.add(place_of(url))
        else:
            self.silent[place_of(url)] += 1

    def counted(self) -> dict[str, Any]:
        """The fields of a Run that follow from the articles counted."""
        return {
            "read": self.read,
            "earlier": self.earlier,
            "coverage": {name: self._percent(self.filled[name]) for name in ARTICLE_FIELDS if self.read},
            "text_length": int(median(self.lengths)) if self.lengths else None,
            "text_length_low": int(quantiles(self.lengths, n=4)[0]) if len(self.lengths) >= QUARTERED else None,
            "texts": self.lines.texts,
            "recurring": self.lines.found(),
            "silent": {place: n for place, n in self.silent.items() if place not in self.answered},
            "most_frequent": {name: self._percent(max(v.values())) for name, v in self.values.items() if v},
        }

    def _percent(self, count: int) -> float:
        return round(100 * count / self.read, 1)


def least(url: str, other: str | None) -> str:
    """The lesser of two addresses, so that a run's examples are the same in whatever order its pages come.

    >>> least("https://a.example/2", None), least("https://a.example/2", "https://a.example/1")
    ('https://a.example/2', 'https://a.example/1')
    """
    return min(url, other or url)


def place_of(url: str) -> str:
    """The host of an address and its first folder, which is a channel's own on many sites.

    >>> place_of("https://bola.a.example/read/12/x"), place_of("https://a.example/12/x"), place_of("https://a.example/x")
    ('bola.a.example/read', 'a.example', 'a.example')
    """
    parts = urlsplit(url)
    first, _, rest = parts.path.strip("/").partition("/")
    return f"{parts.netloc}/{first}" if rest and first.isalpha() else parts.netloc
