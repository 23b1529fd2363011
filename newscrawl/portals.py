"""The base of every portal: how articles are recognised, discovered, fetched and joined.

A portal's file says what differs: a loader, the form of its addresses, and its listings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, ClassVar, get_args
from urllib.parse import urlsplit

from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.archive import Days, Ranges
from newscrawl.captions import BRACKET_CREDIT
from newscrawl.discovery import Discovery, Lists
from newscrawl.identity import crawl_time
from newscrawl.items import Kind
from newscrawl.joining import Joining
from newscrawl.listings import Feed, Listing, Payload, Rendered, Sitemap
from newscrawl.loaders import ArticleLoader
from newscrawl.plan import Plan
from newscrawl.rows import Row

# All that a portal's file needs.
__all__ = [
    "BRACKET_CREDIT",
    "ArticleLoader",
    "Feed",
    "Listing",
    "Payload",
    "Portal",
    "Rendered",
    "Row",
    "Sitemap",
    "crawl_time",
]

PUBLIC_DESCRIPTION = "public description only"
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")  # WIB, WITA, WIT
EVIDENCE = re.compile(rf"real page \(\d{{4}}\)|structure of \d{{4}}|{PUBLIC_DESCRIPTION}")


class Portal(Discovery, Joining):
    """Base of all portals. A subclass sets:

    - recognised by its address (identity.py): article_url, example; where they differ also name (the class's in small
      letters), domains (the example's host without "www."), kinds, variants, day_in_address and zone;
    - read by its loader: Loader;
    - discovered (discovery.py, listings.py): listings; channel_names or channels, tags and searches where it has them;
      browser where its listings are of no use without one;
    - joined from its pages (joining.py): all_pages, numbered_page.
    """

    off: ClassVar[str | None] = None
    """Why this portal is not crawled unless it is asked for by name and with consent: one line, or null."""
    evidence: ClassVar[tuple[str, ...]] = (PUBLIC_DESCRIPTION,)
    """What its rules were made from: "real page (2023)", "structure of 2026"; "public description only": today's."""
    experimental: ClassVar[bool]
    """True where nobody has seen a page of today, no real one and no model of one. Follows from `evidence`."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """A portal without its attributes fails at import, not at night."""
        super().__init_subclass__(**kwargs)
        cls.name = getattr(cls, "name", None) or cls.__name__.lower()
        if cls.channel_names:
            cls.channels = dict.fromkeys(cls.channel_names.split(), "")
        if isinstance(getattr(cls, "example", None), str):
            host = (urlsplit(cls.example).hostname or "").removeprefix("www.")
            cls.domains = getattr(cls, "domains", (host,))
            cls.home = host if host in cls.domains and "//www." not in cls.example else f"www.{cls.domains[0]}"
        if fault := next(cls._faults(), None):
            raise TypeError(f"{cls.__name__}{fault}")
        cls.allowed_domains = list(cls.domains)
        cls.experimental = PUBLIC_DESCRIPTION in cls.evidence or not cls.evidence

    @classmethod
    def _faults(cls) -> Iterator[str]:
        """What is wrong with the attributes, as words behind the class's name."""
        if missing := [a for a in ("article_url", "example", "Loader") if not hasattr(cls, a)]:
            yield f" needs {', '.join(missing)}"
        for name in ("domains", "listings", "variants", "evidence"):
            if not isinstance(getattr(cls, name), tuple):
                yield f".{name} is no tuple: write ({getattr(cls, name)!r},)"
        bases = cls.__mro__[1:]
        known = {name for base in bases for name in (*vars(base), *vars(base).get("__annotations__", {}))}
        for name in vars(cls):
            if not name.startswith("_") and name not in known:
                near = get_close_matches(name, known, 1)
                yield f".{name} is read by nothing" + (f"; did you mean {near[0]}?" if near else "")
        if not isinstance(cls.article_url, re.Pattern) or "id" not in cls.article_url.groupindex:
            yield '.article_url is no re.compile(r"...(?P<id>...)...") with a group id'
        if "kinds" in vars(cls) and "form" not in cls.article_url.groupindex:
            yield ".kinds needs a group form in article_url"
        if strange := [kind for kind in cls.kinds.values() if kind not in get_args(Kind)]:
            yield f".kinds: {strange[0]!r} is none of {', '.join(get_args(Kind))}"
        if cls.identify(cls.example) is None:
            yield ".example is not recognised by article_url"
        if not cls.is_own(cls.example):
            yield ".example is on none of the hosts in domains"
        if wrong := [words for words in cls.evidence if not EVIDENCE.fullmatch(words)]:
            allowed = f'"real page (2023)", "structure of 2026", "{PUBLIC_DESCRIPTION}"'
            yield f".evidence: {wrong[0]!r}; allowed: {allowed}"
        for zone in (cls.zone, cls.Loader.zone):
            if zone not in ZONES:
                yield f".zone: {zone!r} is none of {', '.join(ZONES)}"
        per_channel = any(listing.per_channel for listing in cls.listings)
        if cls.listings and cls.channels and not per_channel:
            yield " has channels, but no listing with {channel} in it"
        if per_channel and not cls.channels:
            yield " has a listing with {channel} in it, but no channels"
        by_day = "".join("d" if listing.by_day else "r" for listing in cls.listings)
        if "dr" in by_day and by_day.rfind("d") > by_day.index("dr"):
            yield ".listings: those by day stand together"

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name)
        self.arguments = arguments
        self.days = Days()
        self.ranges = Ranges()
        self.needing_browser = set()
        self.lists = Lists()

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

    def parse(self, response: Response) -> Iterator[Any]:
        """What the portal makes of any of its pages; asked by `scrapy parse URL`, never by a crawl."""
        series = self.series_at(response.url)
        return self.parse_listing(response, series) if series else self.parse_article(response)
