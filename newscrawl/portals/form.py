"""The base of every portal: how articles are recognised, discovered, fetched and joined.

A portal's file says what differs: a loader, the form of its addresses, and its listings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, ClassVar, get_args
from urllib.parse import urlsplit

from newscrawl.discovery.listings import Source
from newscrawl.discovery.series import Series
from newscrawl.items import Kind
from newscrawl.portals.identity import Recognition
from newscrawl.reading.loaders import ArticleLoader

PUBLIC_DESCRIPTION = "public description only"
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")  # WIB, WITA, WIT
EVIDENCE = re.compile(rf"real page \(\d{{4}}\)|structure of \d{{4}}|{PUBLIC_DESCRIPTION}")


class Portal(Recognition):
    """Base of all portals: a form, filled in by each, that knows no crawl. A subclass sets:

    - recognised by its address (identity.py): article_url, example; where they differ also name (the class's in small
      letters), domains (the example's host without "www."), kinds, variants, day_in_address and zone;
    - read by its loader: Loader;
    - discovered (discovery/): listings; channel_names or channels, tags and searches where it has them;
      browser where its listings are of no use without one;
    - joined from its pages (crawling/spider/joining.py): all_pages, numbered_page.
    """

    Loader: ClassVar[type[ArticleLoader]]
    all_pages: ClassVar[str | None] = None
    numbered_page: ClassVar[str] = "{url}?page={number}"

    channel_names: ClassVar[str] = ""  # "news bola", where their names are all there is to them
    channels: ClassVar[dict[str, str]] = {}  # name -> number in listings
    listings: ClassVar[tuple[Source, ...]] = ()
    tags: ClassVar[Source | tuple[Source, ...]] = ()  # {tag}
    searches: ClassVar[Source | tuple[Source, ...]] = ()  # {words}
    browser: ClassVar[bool] = False  # whether listings that need a browser are asked where nobody says so
    by_shape: ClassVar[bool] = False  # no rule knows its pages: a crawl, too, reads them by their shape
    custom_settings: ClassVar[Mapping[str, Any] | None] = None  # Scrapy's, for this portal alone

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
        cls.experimental = PUBLIC_DESCRIPTION in cls.evidence or not cls.evidence

    @classmethod
    def _faults(cls) -> Iterator[str]:
        """What is wrong with the attributes, as words behind the class's name."""
        if missing := [a for a in ("article_url", "example", "Loader") if not hasattr(cls, a)]:
            yield f" needs {', '.join(missing)}"
        for name in ("domains", "listings", "variants", "evidence"):
            if not isinstance(getattr(cls, name), tuple):
                yield f".{name} is no tuple: write ({getattr(cls, name)!r},)"
        yield from cls._faults_of_names()
        yield from cls._faults_of_addresses()
        if wrong := [words for words in cls.evidence if not EVIDENCE.fullmatch(words)]:
            allowed = f'"real page (2023)", "structure of 2026", "{PUBLIC_DESCRIPTION}"'
            yield f".evidence: {wrong[0]!r}; allowed: {allowed}"
        for zone in (cls.zone, cls.Loader.zone):
            if zone not in ZONES:
                yield f".zone: {zone!r} is none of {', '.join(ZONES)}"
        yield from cls._faults_of_listings()

    @classmethod
    def _faults_of_names(cls) -> Iterator[str]:
        bases = cls.__mro__[1:]
        known = {name for base in bases for name in (*vars(base), *vars(base).get("__annotations__", {}))}
        for name in vars(cls):
            if not name.startswith("_") and name not in known:
                if hasattr(ArticleLoader, name):
                    yield f".{name} belongs to its Loader: move it"
                near = get_close_matches(name, known, 1)
                yield f".{name} is read by nothing" + (f"; did you mean {near[0]}?" if near else "")

    @classmethod
    def _faults_of_addresses(cls) -> Iterator[str]:
        if not isinstance(cls.article_url, re.Pattern) or "id" not in cls.article_url.groupindex:
            yield '.article_url is no re.compile(r"...(?P<id>...)...") with a group id'
        if "kinds" in vars(cls) and "form" not in cls.article_url.groupindex:
            yield ".kinds needs a group form in article_url"
        if strange := [kind for kind in cls.kinds.values() if kind not in get_args(Kind)]:
            yield f".kinds: {strange[0]!r} is none of {', '.join(get_args(Kind))}"
        if cls.identify(cls.example) is None:
            yield f".example is not recognised by article_url, which is to fit {cls.place_of(cls.example)!r}"
        if not cls.is_own(cls.example):
            yield ".example is on none of the hosts in domains"

    @classmethod
    def _faults_of_listings(cls) -> Iterator[str]:
        per_channel = any(listing.per_channel for listing in cls.listings)
        if cls.listings and cls.channels and not per_channel:
            yield " has channels, but no listing with {channel} in it"
        if per_channel and not cls.channels:
            yield " has a listing with {channel} in it, but no channels"
        by_day = "".join("d" if listing.by_day else "r" for listing in cls.listings)
        if "dr" in by_day and by_day.rfind("d") > by_day.index("dr"):
            yield ".listings: those by day stand together"

    @classmethod
    def topics(cls) -> tuple[Source, ...]:
        """The ways to a tag, then those to a search: levels -1, -2, ..."""
        return sum(((ways,) if isinstance(ways, Source) else ways or () for ways in (cls.tags, cls.searches)), ())

    @classmethod
    def at(cls, level: int) -> Source:
        """The listing at a level."""
        return cls.topics()[-1 - level] if level < 0 else cls.listings[level]

    @classmethod
    def series_at(cls, url: str) -> Series | None:
        """Where an address of one of the portal's listings stands, or null for any other page."""
        listings = [*enumerate(cls.listings), *((-1 - n, topic) for n, topic in enumerate(cls.topics()))]
        unknown = None  # of a channel that is not declared: another listing may have this very address
        for level, listing in listings:
            if (found := listing.match(url)) is None:
                continue
            number = int(found.get("number", int(found.get("offset", 0)) // listing.step + 1))
            channel = found.get("channel")
            if "channel_id" in found:
                channel = next((name for name, id in cls.channels.items() if id == found["channel_id"]), None)
            series = Series(level, found.get("day"), channel, found.get("tag"), found.get("words"), number)
            if channel is None or channel in cls.channels:
                return series
            unknown = unknown or series
        return unknown
