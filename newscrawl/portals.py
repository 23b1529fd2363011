"""The base of every portal: how articles are recognised, discovered, fetched and joined.

A portal's file says what differs: a loader, the form of its addresses, and its listings.
"""

from __future__ import annotations

from typing import Any, ClassVar

from scrapy.crawler import Crawler

from newscrawl.archive import Days, Ranges
from newscrawl.discovery import Discovery
from newscrawl.identity import crawl_time
from newscrawl.joining import Joining
from newscrawl.plan import Plan

__all__ = ["Portal", "crawl_time"]


class Portal(Discovery, Joining):
    """Base of all portals. A subclass sets:

    - recognised by its address (identity.py): name, domains, article_url, example; where they differ also
      kinds, variants, day_in_address and zone;
    - read by its loader: Loader;
    - discovered (discovery.py, listings.py): listings; channels, tags and searches where it has them; browser where
      its listings are of no use without one;
    - joined from its pages (joining.py): all_pages, numbered_page.
    """

    off: ClassVar[str | None] = None
    """Why this portal is not crawled unless it is asked for by name and with consent: one line, or null."""
    evidence: ClassVar[tuple[str, ...]] = ()
    """What its rules were made from: "real page (2023)", "structure of 2026", "public description only"."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """A portal without its attributes fails at import, not at night."""
        super().__init_subclass__(**kwargs)
        missing = [a for a in ("name", "domains", "article_url", "example", "Loader") if not hasattr(cls, a)]
        if missing:
            raise TypeError(f"{cls.__name__} needs {', '.join(missing)}")
        if cls.identify(cls.example) is None:
            raise TypeError(f"{cls.__name__}.example is not recognised by article_url")
        if cls.listings and any(listing.per_channel for listing in cls.listings) != bool(cls.channels):
            raise TypeError(f"{cls.__name__} has channels and no listing of one, or a listing of a channel and none")
        by_day = "".join("d" if listing.by_day else "r" for listing in cls.listings)
        if "dr" in by_day and by_day.rfind("d") > by_day.index("dr"):
            raise TypeError(f"{cls.__name__}.listings: those by day stand together")
        cls.allowed_domains = list(cls.domains)

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name)
        self.arguments = arguments
        self.days = Days()
        self.ranges = Ranges()
        self.needing_browser = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Portal:
        """Raises ValueError for arguments that `Plan.parse` refuses, and where a browser is needed and not there."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.plan = Plan.parse(spider.arguments, cls, spider.now())
        if spider.plan.browser:
            from newscrawl import browser  # loaded by no plain crawl

            if browser.needed(cls, spider.plan, crawler.settings):
                browser.switch_on(spider)
        return spider
