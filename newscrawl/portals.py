"""The base of every portal: how articles are recognised, discovered, fetched and joined.

A portal's file says what differs: a loader, the form of its addresses, and its listings. The rest is here.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Generator, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, ClassVar
from urllib.parse import urljoin, urlsplit
from zoneinfo import ZoneInfo

import scrapy
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.archive import Days
from newscrawl.failures import why
from newscrawl.items import Article, Dropped, Kind
from newscrawl.listings import Listing, Series
from newscrawl.loaders import ArticleLoader
from newscrawl.page import NotAnArticle, Page
from newscrawl.plan import Plan
from newscrawl.reading import Reading, block_of, covers, join, read

DAY_IN_ADDRESS = re.compile(r"/(20\d\d|19\d\d)/(\d\d?)/(\d\d?)/")
# A card this far from the day it is listed under is a promotion, not that day's news.
STRAY_DAYS = 7
# A listing of one day with more pages than this repeats itself in a way we do not see.
MAX_LISTING_PAGES = 400
# Pages that may be lost one behind the other; one more, and the listing is given up.
MAX_LISTING_FAILURES = 2
# Articles go before further listings, so that memory stays flat in a long archive.
ARTICLE_PRIORITY, PAGE_PRIORITY = 10, 20
# What a later run may still get: a check or block in the way says nothing about the article.
TEMPORARY = frozenset({"robot check", "provider block", "empty page", "not HTML"})


@dataclass(frozen=True, slots=True)
class Identity:
    """What an address says: the record's id, its canonical form, the kind, and the day it carries."""

    id: str
    url: str
    kind: Kind
    day: date | None


@dataclass(frozen=True, slots=True)
class Parts:
    """The pages of one article so far: what was read, how many there are, the last number asked for."""

    articles: list[Article]
    count: int
    number: int = 1
    missing: int = 0

    def lost(self) -> Parts:
        """The same with the page that was asked for given up."""
        return Parts(self.articles, self.count, self.number, self.missing + 1)


class Portal(scrapy.Spider):
    """Base of all portals. A subclass must set the attributes below that have no value."""

    # Recognised by its address.
    allowed_domains: ClassVar[list[str]]  # Scrapy's own name for `domains`
    domains: ClassVar[tuple[str, ...]]
    # Matches "host/path"; groups: id, id2 and id3, which are joined, and form where kinds differ.
    article_url: ClassVar[re.Pattern[str]]
    kinds: ClassVar[dict[str, Kind]] = {}  # article_url's group `form` -> kind
    one_series: ClassVar[bool] = False  # all kinds are numbered together: an id needs no word for its kind
    variants: ClassVar[tuple[tuple[re.Pattern[str], str], ...]] = ()  # what is rewritten to the canonical form
    example: ClassVar[str]
    # Read by its loader.
    Loader: ClassVar[type[ArticleLoader]]
    # Discovered through its listings, each tried where the one before gave nothing.
    zone: ClassVar[str] = "Asia/Jakarta"
    channels: ClassVar[dict[str, str]] = {}
    listings: ClassVar[tuple[Listing, ...]] = ()
    tags: ClassVar[Listing | None] = None
    # Joined from its pages.
    all_pages: ClassVar[str | None] = None
    numbered_page: ClassVar[str] = "{url}?page={number}"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """A portal without its attributes fails at import, not at night."""
        super().__init_subclass__(**kwargs)
        missing = [a for a in ("name", "domains", "article_url", "example", "Loader") if not hasattr(cls, a)]
        if missing:
            raise TypeError(f"{cls.__name__} needs {', '.join(missing)}")
        if cls.identify(cls.example) is None:
            raise TypeError(f"{cls.__name__}.example is not recognised by article_url")
        cls.allowed_domains = list(cls.domains)

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name)
        self.arguments = arguments
        self.days = Days()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Portal:
        """Raises ValueError for arguments that `Plan.parse` refuses."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.plan = Plan.parse(spider.arguments, cls, spider.now())
        return spider

    plan: Plan

    # -- recognised ----------------------------------------------------------------------------------

    @classmethod
    def identify(cls, url: str) -> Identity | None:
        """The article an address stands for, whatever its scheme, host variant, query or fragment; else null."""
        try:
            parts = urlsplit(url.strip())
        except ValueError:
            return None
        if parts.scheme not in ("http", "https"):
            return None
        place = re.sub(r"/{2,}", "/", (parts.hostname or "").lower() + parts.path).rstrip("/")
        for pattern, form in cls.variants:
            place = pattern.sub(form, place)
        match = cls.article_url.fullmatch(place)
        if not match:
            return None
        groups = match.groupdict()
        kind = cls.kinds.get(groups.get("form") or "", "article")
        steps = [groups[name] for name in ("id", "id2", "id3") if groups.get(name)]
        steps = steps if kind == "article" or cls.one_series else [groups["form"], *steps]
        number = re.sub(r"[^\w.-]+", "-", "-".join(steps))
        found = DAY_IN_ADDRESS.search(place)
        try:
            day = date(*(int(n) for n in found.groups())) if found else None
        except ValueError:
            day = None
        return Identity(f"{cls.name}-{number}", f"https://{place}", kind, day)

    def now(self) -> datetime:
        """The moment of the crawl in the portal's zone; a replay says which in NEWSCRAWL_NOW."""
        return crawl_time(self.settings, self.zone)

    def fetched_at(self, response: Response) -> datetime:
        """When a page was fetched: now, or when it was saved."""
        saved = response.meta.get("captured_at") if response.request else None
        moment = datetime.fromisoformat(saved) if saved else datetime.now(ZoneInfo(self.zone))
        return moment.astimezone(ZoneInfo(self.zone)).replace(microsecond=0)

    # -- discovered ----------------------------------------------------------------------------------

    async def start(self) -> AsyncIterator[Any]:
        """The addresses given, the tag, or the listings of each day."""
        for url in self.plan.urls:
            if identity := self.identify(url):
                yield self.article_request(identity)
        if self.plan.tag:
            yield self.listing_request(Series(level=-1, tag=self.plan.tag))
        if self.plan.urls or self.plan.tag:
            return
        for day in self.plan.days:
            if self.plan.archive and self.days.is_done(day.isoformat()):
                self.count("days/done before")
                continue
            await self.days.room()
            for request in self.series_of(0, day, self.plan.channels):
                yield request

    def series_of(self, level: int, day: date, channels: tuple[str, ...]) -> Iterator[Request]:
        """First pages of a day's listing at a level: one, or one a channel."""
        if channels:
            level = next((n for n in range(level, len(self.listings)) if self.listings[n].per_channel), level)
        if level >= len(self.listings):
            return
        names: tuple[str | None, ...] = (None,)
        if self.listings[level].per_channel:
            names = channels or tuple(self.channels)
        for channel in names:
            yield self.listing_request(Series(level, day.isoformat(), channel))

    @classmethod
    def series_at(cls, url: str) -> Series | None:
        """Where an address of one of the portal's listings stands, or null for any other page."""
        listings = [*enumerate(cls.listings), *([(-1, cls.tags)] if cls.tags else [])]
        for level, listing in listings:
            if (found := listing.match(url)) is None:
                continue
            number = int(found.get("number", int(found.get("offset", 0)) // listing.step + 1))
            digits = re.findall(r"\d+", found.get("day", ""))
            day = date(*map(int, digits)).isoformat() if len(digits) == 3 else None
            by_id = {value: name for name, value in cls.channels.items()}
            channel = found.get("channel") or by_id.get(found.get("channel_id", ""))
            return Series(level, day, channel, found.get("tag"), number)
        return None

    def listing_request(self, series: Series) -> Request:
        listing = self.tags if series.level < 0 else self.listings[series.level]
        assert listing is not None
        self.days.begin(series.day)
        url = listing.page(
            series.number,
            day=date.fromisoformat(series.day) if series.day else None,
            channel=series.channel,
            channel_id=self.channels.get(series.channel or ""),
            tag=series.tag,
        )
        return Request(
            url,
            callback=self.parse_listing,
            errback=self.listing_failed,
            cb_kwargs={"series": series},
            meta={"download_slot": self.name},
        )

    def parse_listing(self, response: Response, series: Series) -> Iterator[Any]:
        """Articles of one page of a listing, then its next page until a page repeats or is empty."""
        well = False
        try:
            well = yield from self.listed(response, series)
        finally:  # also when it raises: a day that is never ended would hold up the archive
            self.days.end(series.day, well=well)

    def listed(self, response: Response, series: Series) -> Generator[Any, None, bool]:
        """What `parse_listing` yields; returns whether the listing can be believed so far."""
        listing = self.tags if series.level < 0 else self.listings[series.level]
        assert listing is not None
        try:
            page = Page(response.body, response.url)
        except NotAnArticle as error:
            yield from self.listing_lost(series, response.url, str(error))
            return False
        links = (v if isinstance(v, str) else v.get("href", "") for v in page.select(listing.cards))
        cards = [card for link in links if (card := absolute(response.url, link))]
        if not cards and (block := block_of(page)):
            yield from self.listing_lost(series, response.url, block)
            return False
        self.count("listings/pages")
        if not cards and not series.doubted:
            yield self.listing_request(series.doubt())
            return True
        new = [card for card in dict.fromkeys(cards) if card not in series.seen]
        articles = 0
        for card in new:
            identity = self.identify(card)
            if identity is None or identity.kind != "article" or self.is_stray(identity, series):
                self.count("listings/other cards")
                continue
            articles += 1
            yield self.article_request(identity, series.day)
        if new and series.number >= MAX_LISTING_PAGES:
            self.logger.warning("listing given up after %d pages: %s", series.number, response.url)
            self.count("listings/lost")
            return False
        if new:
            yield self.listing_request(series.next(new, articles))
        elif not series.articles + articles:
            return (yield from self.listing_empty(series))
        return True

    def is_stray(self, identity: Identity, series: Series) -> bool:
        if not (identity.day and series.day):
            return False
        return abs(identity.day - date.fromisoformat(series.day)) > timedelta(days=STRAY_DAYS)

    def listing_empty(self, series: Series) -> Generator[Request, None, bool]:
        """A listing that gave no article: ask the next way; False where there is none, for no day is without news."""
        self.count("listings/empty")
        further = []
        if series.level >= 0 and series.day:
            channels = (series.channel,) if series.channel else ()
            further = list(self.series_of(series.level + 1, date.fromisoformat(series.day), channels))
        yield from further
        return bool(further)

    def listing_failed(self, failure: Failure) -> Iterator[Any]:
        """A page of a listing could not be had; beyond the last page many sites answer 404."""
        request: Request = failure.request  # type: ignore[attr-defined]
        series: Series = request.cb_kwargs["series"]
        reason, _, again = why(failure)
        if again:
            self.count("listings/unreachable")
        well = False
        try:
            if again or series.number == 1:
                yield from self.listing_lost(series, request.url, reason)
            else:
                well = True if series.articles else (yield from self.listing_empty(series))
        finally:
            self.days.end(series.day, well=well)

    def listing_lost(self, series: Series, url: str, reason: str) -> Iterator[Request]:
        """Go on behind a page that is lost; a first page is asked for from the next listing."""
        self.logger.warning("listing lost: %s (%s)", url, reason)
        if series.number > 1:
            self.count("listings/lost")
            if series.failures < MAX_LISTING_FAILURES:
                yield self.listing_request(series.skip())
            return
        if not (yield from self.listing_empty(series)):
            self.count("listings/lost")

    def count(self, key: str) -> None:
        """Count in the crawl's statistics; a callback replayed without a crawler counts nowhere."""
        crawler = getattr(self, "crawler", None)
        if crawler and crawler.stats:
            crawler.stats.inc_value(key)

    # -- fetched and joined --------------------------------------------------------------------------

    def article_request(self, identity: Identity, day: str | None = None) -> Request:
        """The request for an article that was found, under a day's listing or by itself."""
        request = self.page_request(
            identity.url, identity.id, self.parse_article, self.article_failed, ARTICLE_PRIORITY
        )
        request.meta["day"] = day
        return request

    def page_request(self, url: str, id: str, callback: Any, errback: Any, priority: int, **kwargs: Any) -> Request:
        return Request(
            url,
            callback=callback,
            errback=errback,
            cb_kwargs=kwargs,
            priority=priority,
            meta={"download_slot": self.name, "article_id": id, "part": priority == PAGE_PRIORITY},
        )

    def read_response(self, response: Response) -> Reading:
        """The page read; raises NotAnArticle, also for a page the site sent us to instead."""
        wanted = response.meta.get("article_id") if response.request else None
        identity = self.identify(response.url)
        if identity is None or (wanted and identity.id != wanted):
            raise NotAnArticle("redirected away", response.url)
        header = response.headers.get("Content-Type")
        return read(
            response.body,
            response.url,
            type(self),
            self.fetched_at(response),
            content_type=header.decode("latin-1") if header else None,
            stats=self.crawler.stats if getattr(self, "crawler", None) else None,
        )

    def parse_article(self, response: Response) -> Iterator[Any]:
        """The article, or why there is none; a page of several asks for the others first."""
        try:
            reading = self.read_response(response)
        except NotAnArticle as error:
            yield self.dropped(error, response)
            return
        if reading.page_count == 1 or reading.number != 1:
            yield reading.article
            return
        parts = Parts([reading.article], reading.page_count)
        if self.all_pages:
            url = self.all_pages.format(url=reading.article.url)
            yield self.page_request(
                url,
                reading.article.id,
                self.parse_all_pages,
                self.all_pages_failed,
                PAGE_PRIORITY,
                parts=parts,
            )
        else:
            yield self.next_part(parts)

    def parse_all_pages(self, response: Response, parts: Parts) -> Iterator[Any]:
        """The whole article on one page, if it holds page 1; else the numbered pages."""
        try:
            whole = self.read_response(response).article
        except NotAnArticle:
            yield self.next_part(parts)
            return
        first = parts.articles[0]
        if not covers(whole, first):
            yield self.next_part(parts)
            return
        joined = join([first, whole], parts.count, complete=True)
        joined.text = whole.text
        yield joined

    def all_pages_failed(self, failure: Failure) -> Iterator[Any]:
        yield self.next_part(failure.request.cb_kwargs["parts"])  # type: ignore[attr-defined]

    def next_part(self, parts: Parts) -> Request | Article:
        """The request for the next numbered page, or the article when there is none."""
        first = parts.articles[0]
        if parts.number >= parts.count:
            return join(parts.articles, len(parts.articles), complete=not parts.missing)
        further = Parts(parts.articles, parts.count, parts.number + 1, parts.missing)
        url = self.numbered_page.format(url=first.url, number=further.number)
        return self.page_request(url, first.id, self.parse_part, self.part_failed, PAGE_PRIORITY, parts=further)

    def parse_part(self, response: Response, parts: Parts) -> Iterator[Any]:
        """One numbered page; a page that shows page 1 again is missing."""
        try:
            reading = self.read_response(response)
        except NotAnArticle:
            yield self.next_part(parts.lost())
            return
        if any(reading.article.text == part.text for part in parts.articles):
            yield self.next_part(parts.lost())
            return
        count = max(parts.count, reading.page_count)
        yield self.next_part(Parts([*parts.articles, reading.article], count, parts.number, parts.missing))

    def part_failed(self, failure: Failure) -> Iterator[Any]:
        yield self.next_part(failure.request.cb_kwargs["parts"].lost())  # type: ignore[attr-defined]

    def article_failed(self, failure: Failure) -> Iterator[Dropped]:
        """Why an article's page could not be had."""
        request: Request = failure.request  # type: ignore[attr-defined]
        reason, detail, again = why(failure)
        url = request.meta.get("redirect_urls", [request.url])[0]
        yield Dropped(self.name, request.meta.get("article_id"), url, reason, detail, again, self.now())

    def dropped(self, error: NotAnArticle, response: Response) -> Dropped:
        """What is written of an article whose page is none; the address is the one that was asked for."""
        meta = response.meta if response.request else {}
        url = meta.get("redirect_urls", [response.url])[0]
        identity = self.identify(url)
        id = meta.get("article_id") or (identity.id if identity else None)
        again = error.reason in TEMPORARY
        return Dropped(self.name, id, url, error.reason, error.detail, again, self.fetched_at(response))


def absolute(base: str, link: str) -> str | None:
    """A link made absolute, or null for what is no address.

    >>> absolute("https://a.com/b/", "../c"), absolute("https://a.com/", "http://[iklan]/x")
    ('https://a.com/c', None)
    """
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return None


def crawl_time(settings: Any, zone: str) -> datetime:
    """Now in `zone`, or the setting NEWSCRAWL_NOW (ISO 8601 with offset). Raises ValueError if that is not one."""
    fixed = settings.get("NEWSCRAWL_NOW")
    if not fixed:
        return datetime.now(ZoneInfo(zone))
    moment = datetime.fromisoformat(fixed)
    if moment.tzinfo is None:
        raise ValueError(f"NEWSCRAWL_NOW={fixed!r} has no offset: write 2026-07-24T18:00:00+07:00")
    return moment.astimezone(ZoneInfo(zone))
