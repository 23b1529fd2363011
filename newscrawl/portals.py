"""The base of every portal: how articles are recognised, discovered, fetched and joined.

A portal's file says what differs: a loader, the form of its addresses, and its listings.
"""

from __future__ import annotations

import re
from typing import Any, ClassVar

from scrapy.crawler import Crawler

from newscrawl.archive import Days, Ranges
from newscrawl.discovery import Discovery
from newscrawl.identity import crawl_time
from newscrawl.joining import Joining
from newscrawl.plan import Plan

__all__ = ["Portal", "crawl_time"]

PUBLIC_DESCRIPTION = "public description only"
EVIDENCE = re.compile(rf"real page \(\d{{4}}\)|structure of \d{{4}}|{PUBLIC_DESCRIPTION}")


class Portal(Discovery, Joining):
    """Base of all portals. A subclass sets:

    - recognised by its address (identity.py): name, domains, article_url, example; where they differ also
      kinds, variants, day_in_address and zone;
    - read by its loader: Loader;
    - discovered (discovery.py, listings.py): listings; channels and tags where it has them;
    - joined from its pages (joining.py): all_pages, numbered_page.
    """

    off: ClassVar[str | None] = None
    """Why this portal is not crawled unless it is asked for by name and with consent: one line, or null."""
    evidence: ClassVar[tuple[str, ...]] = (PUBLIC_DESCRIPTION,)
    """What its rules were made from: "real page (2023)", "structure of 2026", "public description only"."""
    experimental: ClassVar[bool]
    """True where nobody has seen a page of it: no real one, no model of one. Follows from `evidence`."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """A portal without its attributes fails at import, not at night."""
        super().__init_subclass__(**kwargs)
        missing = [a for a in ("name", "domains", "article_url", "example", "Loader") if not hasattr(cls, a)]
        if missing:
            raise TypeError(f"{cls.__name__} needs {', '.join(missing)}")
        if cls.identify(cls.example) is None:
            raise TypeError(f"{cls.__name__}.example is not recognised by article_url")
        if wrong := [words for words in cls.evidence if not EVIDENCE.fullmatch(words)]:
            raise TypeError(f"{cls.__name__}.evidence: {wrong[0]!r} is not {EVIDENCE.pattern}")
        if cls.listings and any(listing.per_channel for listing in cls.listings) != bool(cls.channels):
            raise TypeError(f"{cls.__name__} has channels and no listing of one, or a listing of a channel and none")
        by_day = "".join("d" if listing.by_day else "r" for listing in cls.listings)
        if "dr" in by_day and by_day.rfind("d") > by_day.index("dr"):
            raise TypeError(f"{cls.__name__}.listings: those by day stand together")
        cls.allowed_domains = list(cls.domains)
        cls.experimental = set(cls.evidence) <= {PUBLIC_DESCRIPTION}

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name)
        self.arguments = arguments
        self.days = Days()
        self.ranges = Ranges()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Portal:
        """Raises ValueError for arguments that `Plan.parse` refuses."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.plan = Plan.parse(spider.arguments, cls, spider.now())
        return spider
