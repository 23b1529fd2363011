"""How a portal's articles are found: its listings, each tried where the one before gave nothing or ends too early."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import quote
from zoneinfo import ZoneInfo

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.archive import Days, Ranges
from newscrawl.dates import read_timestamp
from newscrawl.decoding import has_end
from newscrawl.endings import (
    FEW,
    REMOVED,
    Template,
    asked_address,
    is_cut,
    is_partial,
    out_of_order,
    says_not_found,
    says_nothing,
    sent_away,
)
from newscrawl.failures import why
from newscrawl.identity import Identity, Recognition, saved_at
from newscrawl.listings import Card, Listing, Rendered, Series, Source, absolute, page_of
from newscrawl.page import NotAnArticle, Page
from newscrawl.plan import Plan
from newscrawl.reasons import Says, says
from newscrawl.walls import block_of

# A card or two of a full page may be missing, as a removed article is: this share of them is full all the same.
NEARLY = 0.8
# A card this far from the day it is listed under is a promotion, not that day's news.
STRAY_DAYS = 7
# A listing with more pages than this repeats itself in a way we do not see; a portal may declare more.
MAX_LISTING_PAGES = 400
# As many pages of a listing of all days are read while no card has told its day.
MAX_UNDATED_PAGES = 40
# Pages that may be lost one behind the other; one more, and the listing is given up.
MAX_LISTING_FAILURES = 2
# So many of a growing list say how far back it reaches; a promoted card among them does not count.
LAST_CARDS = 10
# As many undated cards of one page are fetched: a sitemap may hold the whole past.
MAX_UNDATED_CARDS = 500
# Pages without a new address of the portal's articles, one behind the other: past its end a list shows its own links.
MAX_BARREN_PAGES = 2
# Sitemaps of one index, those of indexes inside it included: one may lead to itself, or to new ones for ever.
MAX_SITEMAPS = 400
# A page that is asked for once more comes behind all others: what kept it from us may have gone by then.
LATER = -10
# Articles of earlier runs come after all that is new.
PENDING_PRIORITY = -10
# Obstacles that were put there, unlike an empty answer.
REFUSED = frozenset({"blocked", "too many requests"})
BLOCKS = frozenset({"robot check", "provider block"})
# Seconds or milliseconds since 1970.
EPOCH = re.compile(r"\d{10}(?:\d{3})?")


class Lists:
    """What this run has seen of its listings' pages, by the form of their addresses."""

    def __init__(self) -> None:
        self.templates: dict[str, Template] = {}  # of the last page with articles
        self.full: dict[str, int] = {}  # most cards of a page that was followed by another
        self.endless: set[str] = set()  # whose pages lack the end of their HTML
        self.ended: set[str] = set()  # of which a page had it


class Discovery(Recognition):
    """A spider that goes through its portal's listings.

    A listing by day is asked once for each day of the plan. Any other is a range: asked once, newest first, until
    a page lies before `since`, repeats, is empty, or is the last that there is; articles of other days are counted
    and not fetched.
    """

    channel_names: ClassVar[str] = ""  # "news bola", where their names are all there is to them
    channels: ClassVar[dict[str, str]] = {}  # name -> number in listings
    listings: ClassVar[tuple[Source, ...]] = ()
    tags: ClassVar[Source | tuple[Source, ...]] = ()  # {tag}
    searches: ClassVar[Source | tuple[Source, ...]] = ()  # {words}
    browser: ClassVar[bool] = False  # whether listings that need a browser are asked where nobody says so

    plan: Plan
    days: Days
    ranges: Ranges

    needing_browser: set[int]  # levels that were passed over for want of one
    lists: Lists  # what their pages were seen to be like

    if TYPE_CHECKING:

        def article_request(self, identity: Identity, day: str | None = None) -> Request: ...

    async def start(self) -> AsyncIterator[Any]:
        """The addresses given, the tag, or the listings of each day."""
        for url in self.plan.urls:
            if identity := self.identify(url):
                yield self.article_request(identity)
        if self.plan.tag or self.plan.search:
            words = quote(self.plan.search, safe="") if self.plan.search else None
            if (level := self.topic_from(-1, words)) is not None:
                yield self.listing_request(Series(level, tag=self.plan.tag, words=words))
        if self.plan.urls or self.plan.tag or self.plan.search:
            return
        by_day: list[tuple[int, tuple[str, ...]]] = [(0, self.plan.channels)]
        level = self.level_from(0, self.plan.channels)
        if level is not None and not self.listings[level].by_day:
            for request in [*self.series_of(level, None, self.plan.channels)]:
                yield request
            await self.ranges.ended()
            by_day = self.ranges.left
        for day in self.plan.days if by_day else ():
            if not self.plan.is_open(day) and self.days.is_done(day.isoformat()):
                self.count("days/done before")
                continue
            await self.days.room()
            # All of them are begun before the first may end: a day is done when none of its channels is open.
            for request in [request for level, channels in by_day for request in self.series_of(level, day, channels)]:
                yield request
        for request in self.asked_again():
            yield request

    def asked_again(self) -> Iterator[Request]:
        """Articles that earlier runs have not had, whether listed still or not; a run of past days has its own."""
        for id, url in self.days.pending() if self.plan.corrected else ():
            if (identity := self.identify(url)) and identity.id == id:
                request = self.article_request(identity)
                request.priority = PENDING_PRIORITY
                request.meta["asked_again"] = True
                yield request

    @classmethod
    def topics(cls) -> tuple[Source, ...]:
        """The ways to a tag, then those to a search: levels -1, -2, ..."""
        return sum(((ways,) if isinstance(ways, Source) else ways or () for ways in (cls.tags, cls.searches)), ())

    @classmethod
    def at(cls, level: int) -> Source:
        """The listing at a level."""
        return cls.topics()[-1 - level] if level < 0 else cls.listings[level]

    def may_ask(self, level: int) -> bool:
        """False for a listing that needs a browser where none is switched on; that is counted once for each."""
        if self.plan.browser or not isinstance(self.at(level), Rendered):
            return True
        if level not in self.needing_browser:
            self.needing_browser.add(level)
            self.count("listings/need a browser")
        return False

    def level_from(self, level: int, channels: tuple[str, ...]) -> int | None:
        """The first listing from `level` on that lists these channels alone (all: any listing)."""
        found = (n for n in range(level, len(self.listings)) if not channels or self.listings[n].per_channel)
        return next(filter(self.may_ask, found), None)

    def topic_from(self, level: int, words: str | None) -> int | None:
        """The first way to a tag, or to a search for `words`, from `level` on, downwards."""
        found = (n for n in range(level, -1 - len(self.topics()), -1) if ("{words" in self.at(n).url) == bool(words))
        return next(filter(self.may_ask, found), None)

    def series_of(
        self, level: int, day: date | None, channels: tuple[str, ...], oldest: date | None = None
    ) -> Iterator[Request]:
        """First pages of a day's listing at a level, or of a range's: one, or one a channel; a range's only once."""
        found = self.level_from(level, channels)
        if found is None:
            return
        names: tuple[str | None, ...] = (None,)
        if self.listings[found].per_channel:
            names = channels or tuple(self.channels)
        for channel in names:
            if day:
                yield self.listing_request(Series(found, day.isoformat(), channel))
            elif self.ranges.is_new(found, channel):
                yield self.listing_request(Series(found, channel=channel, oldest=oldest))

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

    def listing_request(self, series: Series) -> Request:
        listing = self.at(series.level)
        if series.sitemaps and series.number > 1:
            url = series.sitemaps[series.number - 2]
        else:
            url = self.page_address(series, series.number)
        payload = listing.payload(series.number)
        request = Request(
            url,
            callback=self.parse_listing,
            errback=self.listing_failed,
            method="GET" if payload is None else "POST",
            body=payload,
            headers=None if payload is None else {"Content-Type": "application/json"},
            priority=LATER if series.doubted else 0,
            cb_kwargs={"series": series},
            meta={"download_slot": self.name, **self.browser_meta(listing, series)},
        )
        self.count(f"listings/{listing.url}/asked")
        # The ledger ends what is dropped on its way.
        self.days.begin(series.day)
        if series.is_range:
            self.ranges.begin()
        return request

    def page_address(self, series: Series, number: int) -> str:
        """The address of a page of the list that `series` goes through."""
        return self.at(series.level).page(
            number,
            day=date.fromisoformat(series.day) if series.day else None,
            channel=series.channel,
            channel_id=self.channels.get(series.channel or ""),
            tag=series.tag,
            words=series.words,
        )

    def browser_meta(self, listing: Source, series: Series) -> dict[str, Any]:
        """What a request of a listing that needs a browser says of it; nothing for any other listing."""
        if not isinstance(listing, Rendered):
            return {}
        from newscrawl.browser import page_meta  # loaded by no plain crawl

        spider: Any = self
        return page_meta(spider, listing, partial(self.reaches_back, listing, series) if series.is_range else None)

    def reaches_back(self, listing: Source, series: Series, response: Response) -> bool:
        """True for a list, newest first, of which the last cards lie before the plan's days."""
        cards = merged(listing.read(response, self.clock(response)))[-LAST_CARDS:]
        found = [(identity, card) for card in cards if (identity := self.identify(card.url))]
        days = [day for identity, card in found if (day := self.day_of(identity, card, series))]
        return is_before(days, len(found), self.plan.since)

    def parse_listing(self, response: Response, series: Series) -> Iterator[Any]:
        """Articles of one page of a listing, then its next page until a page repeats or is empty."""
        well = False
        try:
            well = yield from self.listed(response, series)
        finally:  # also when it raises: a day that is never ended would hold up the archive
            self.listing_ended(series, response.request, well=well)

    def listing_ended(self, series: Series, request: Request | None, *, well: bool) -> None:
        """A page of a listing has been dealt with; once for each request."""
        if request is not None:
            if "ended" in request.meta:
                return
            request.meta["ended"] = True
        self.days.end(series.day, well=well)
        if series.is_range:
            self.ranges.end()

    def listing_dropped(self, response: Response, series: Series, *, stopped: bool = False) -> None:
        """A page of a listing was had, and something on the way passed over what it lists, or the rest of it."""
        if response.request and "ended" not in response.request.meta:
            if not stopped:
                self.say_lost(response.url, "what it lists was not passed on")
            self.listing_ended(series, response.request, well=False)

    def listed(self, response: Response, series: Series) -> Generator[Any, None, bool]:
        """What `parse_listing` yields; returns whether the listing can be believed so far."""
        listing = self.at(series.level)
        self.days.read(series.day, self.read_on(response))
        try:
            cards = listing.read(response, self.clock(response))
        except ValueError as error:
            block = obstacle(response)
            self.count("listings/blocked", block in BLOCKS)
            return (yield from self.again_or_lost(series, response.url, block or str(error), once=block is not None))
        if not cards and (block := obstacle(response)):
            self.count("listings/blocked", block in BLOCKS)
            yield from self.listing_lost(series, response.url, block)
            return False
        self.count("listings/pages")
        if not cards and series.number == 1:
            if not series.doubted:
                yield self.listing_request(series.doubt("empty"))
                return True
            if isinstance(listing, Listing) and out_of_order(page_of(response)):
                yield from self.listing_lost(series, response.url, "an error page")
                return False
        whole = True
        if isinstance(listing, Listing) and cards and has_end(response.body):
            self.lists.ended.add(listing.url)
            if listing.url in self.lists.endless:  # so the pages that lacked it were cut
                self.lists.endless.discard(listing.url)
                self.say_lost(response.url, "a page before it was cut")
                whole = False
        elif isinstance(listing, Listing) and listing.url not in self.lists.endless and is_cut(response):
            if not series.doubted:
                yield self.listing_request(series.doubt("cut"))
                return True
            whole = not is_partial(response) and listing.url not in self.lists.ended  # else its template lacks the end
            if whole:
                self.lists.endless.add(listing.url)
            else:
                self.say_lost(response.url, "cut body")
        listed = [(card, self.identify(card.url)) for card in merged(cards)]
        # An article is known by its id, whatever hangs on its address.
        keyed = [(identity.id if identity else card.url, card, identity) for card, identity in listed]
        new = [entry for entry in keyed if entry[0] not in series.seen]
        shown = frozenset(
            key for key, card, identity in (keyed if listing.paged else ())
            if identity and not self.is_stray(identity, card, series)
        )  # fmt: skip
        fresh = shown.difference(series.seen)
        if series.number > 1 and not series.sitemaps:
            others = bool(new) and not fresh and series.barren + 1 < MAX_BARREN_PAGES
            fault = self.fault_of(response, series, shown, fresh=bool(fresh), others=others)
            if not cards and not series.doubted:
                yield self.listing_request(series.doubt(fault or "empty"))
                return True
            if fault:
                return (yield from self.end_doubted(series, asked_address(response), fault))
        articles, undated, days = 0, 0, []
        for _, card, identity in new:
            if card.leads_on:
                continue
            day = self.day_of(identity, card, series) if identity else None
            if identity is None or identity.kind != "article" or is_stray(day, series):
                self.count("listings/other cards")
                continue
            articles += 1
            if series.is_range and day:
                days.append(day)
                if not self.plan.since <= day <= self.plan.until:
                    self.count("listings/other days")
                    continue
            elif series.is_range and not self.plan.archive:
                undated += 1
                if undated > MAX_UNDATED_CARDS:  # the whole past of a portal, and nothing tells which is new
                    self.count("listings/undated")
                    continue
            self.days.found(series.day)
            request = self.article_request(identity, series.day)
            request.meta["listed_at"] = card.published
            yield request
        self.count(f"listings/{listing.url}/articles", articles)
        if sitemaps := self.sitemaps_of([card for _, card, _ in new], series, response.url):
            series = replace(series, sitemaps=series.sitemaps + sitemaps)
        oldest = min(filter(None, (series.oldest, reach(days))), default=None)
        if series.sitemaps:  # they are known by their index: what is in them need not be remembered
            return (yield from self.turned(series.next([], articles, oldest)))
        ahead = series.next([key for key, _, _ in new], articles, oldest, barren=not fresh)
        if fresh:
            ahead = self.remembered(response, ahead, shown, len(keyed))
        if not new or ahead.barren >= MAX_BARREN_PAGES or is_before(days, articles, self.plan.since):
            return (yield from self.listing_over(ahead)) and whole
        return (yield from self.turned(ahead)) and whole

    def read_on(self, response: Response) -> date:
        """The day, in the portal's zone, on which the site made a page: at the latest when it was asked for."""
        if saved := saved_at(response):
            return saved.astimezone(ZoneInfo(self.zone)).date()
        seconds = response.meta.get("download_latency", 0.0) if response.request else 0.0
        return (self.now() - timedelta(seconds=seconds)).date()

    def is_stray(self, identity: Identity, card: Card, series: Series) -> bool:
        return is_stray(self.day_of(identity, card, series), series)

    def remembered(self, response: Response, ahead: Series, shown: frozenset[str], size: int) -> Series:
        """What comes behind a page with new articles; keeps what tells where its list ends."""
        listing = self.at(ahead.level)
        leads_on = False
        if isinstance(listing, Listing) and listing.paged:
            page = page_of(response)
            self.lists.templates[listing.url] = Template.of(page, listing.links(page))
            leads_on = any(number >= ahead.number for number in self.pages_linked(page, ahead))
        if ahead.number > 2:
            self.lists.full[listing.url] = max(ahead.size, self.lists.full.get(listing.url, 0))
        return ahead.showed(shown, size, leads_on=leads_on)

    def pages_linked(self, page: Page, series: Series) -> set[int]:
        """The numbers of this very list's pages that a page links to."""
        found = set()
        for link in {link.get("href", "") for link in page.root.iter("a")}:
            if (url := absolute(page.base, link)) and (at := self.series_at(url)):
                same = (at.level, at.day, at.channel, at.tag, at.words)
                if same == (series.level, series.day, series.channel, series.tag, series.words):
                    found.add(at.number)
        return found

    def is_full(self, series: Series) -> bool:
        """True where the last page that was read is likely to have one behind it: see endings.py."""
        listing = self.at(series.level)
        usual = listing.step if listing.step > 1 else max(series.largest, self.lists.full.get(listing.url, 0))
        return series.leads_on or (series.size >= NEARLY * usual if usual else len(series.last) >= FEW)

    def fault_of(self, response: Response, series: Series, shown: frozenset[str], *, fresh: bool, others: bool) -> str:
        """Why a page is not the one behind a full page; empty where it is, or is the list's believable end.

        It shows these articles, `fresh` ones among them or not; or only `others`, other cards than before.
        """
        listing = self.at(series.level)
        repeated = series.number > 2 and bool(shown & series.last) and not (shown - series.last) & series.first
        if (repeated and not fresh) or not self.is_full(series):
            return ""
        if sent_away(response):
            return f"sent to {response.url}"
        if not isinstance(listing, Listing):
            return "" if fresh or others or listing.has_list(response) else "no list"
        page = page_of(response)
        known, own = self.lists.templates.get(listing.url), Template.of(page, listing.links(page))
        if own.is_front and known and not known.is_front:
            return "the front page"
        if fresh:
            return ""
        if shown:
            return "page 1 again" if shown & series.first else "a page before it again"
        if others:
            return "" if known is None or not known.tells or known.fits(own) else "no page of the list"
        return self.fault_of_empty(page, series)

    def fault_of_empty(self, page: Page, series: Series) -> str:
        """Likewise for a page of HTML without an article of the list."""
        known, own = self.lists.templates.get(self.at(series.level).url), Template.of(page)
        if out_of_order(page) or (own.says_fault and not (known and known.says_fault)):
            return "an error page"
        linked = self.pages_linked(page, series) - ({1} if series.is_range else set())
        if linked or (known and known.fits(own)) or says_nothing(page):
            return ""
        return REMOVED if says_not_found(page) else "no page of the list"

    def end_doubted(self, series: Series, url: str, fault: str) -> Generator[Request, None, bool]:
        """Ask once more for a page that is no believable end; believe only in the same "removed" twice."""
        if not series.doubted and not series.failures:
            yield self.listing_request(series.doubt(fault))
            return True
        if fault == REMOVED and (series.doubted in (REMOVED, "empty") or series.failures):
            return (yield from self.listing_over(series))
        yield from self.listing_lost(series, url, f"no end of a list: {fault}")
        return False

    def again_or_lost(self, series: Series, url: str, reason: str, *, once: bool) -> Generator[Request, None, bool]:
        """Ask once more for a page that cannot be read, unless `once` is enough; else it is lost."""
        if once or series.doubted or series.failures:
            yield from self.listing_lost(series, url, reason)
            return False
        yield self.listing_request(series.doubt(reason))
        return True

    def clock(self, response: Response) -> Callable[[str], datetime | None]:
        """Reads the times of a listing: printed ones to the day at least, machine-made, seconds or ms since 1970."""
        now = saved_at(response) or self.now()

        def when(text: str) -> datetime | None:
            text = text.strip()
            if EPOCH.fullmatch(text):
                return datetime.fromtimestamp(int(text[:10]), ZoneInfo(self.zone))
            stamp = read_timestamp(text, now=now, zone=self.zone) if text else None
            return stamp.value if stamp and stamp.precision not in ("week", "month", "year") else None

        return when

    def day_of(self, identity: Identity, card: Card, series: Series) -> date | None:
        """The day of an article by its address or card; in a range also by what is stored of it."""
        if identity.day or card.published or not series.is_range:
            return identity.day or self.local_day(card.published)
        if stored := self.days.published(identity.id):
            return self.local_day(datetime.fromisoformat(stored))
        # What was last changed before the plan's days was not published in them.
        changed = self.local_day(card.modified)
        return changed if changed and changed < self.plan.since else None

    def local_day(self, moment: datetime | None) -> date | None:
        """The day of an aware moment in the portal's zone; null for none."""
        return moment.astimezone(ZoneInfo(self.zone)).date() if moment else None

    def sitemaps_of(self, cards: list[Card], series: Series, url: str) -> tuple[str, ...]:
        """The sitemaps an index leads to that may have articles of the plan's days and were not met before."""
        leading = (card for card in cards if card.leads_on and self.is_own(card.url))
        wanted = (card.url for card in leading if self.may_be_new(self.local_day(card.modified)))
        known = {url, self.page_address(series, 1), *series.sitemaps}
        found = [address for address in dict.fromkeys(wanted) if address not in known]
        if len(series.sitemaps) + len(found) > MAX_SITEMAPS:
            self.logger.warning("only %d sitemaps are read, %s leads to more", MAX_SITEMAPS, url)
            self.count("listings/cut short")
        return tuple(found[: MAX_SITEMAPS - len(series.sitemaps)])

    def may_be_new(self, changed: date | None) -> bool:
        """False for a sitemap last changed before the plan's days."""
        return changed is None or changed >= self.plan.since

    def turned(self, series: Series) -> Generator[Request, None, bool]:
        """Ask for the page `series` stands at; where there is none, or no further one may be had, the end."""
        listing = self.at(series.level)
        is_last = series.number > len(series.sitemaps) + 1 if series.sitemaps else not listing.paged
        if is_last:
            return (yield from self.listing_over(series))
        most = listing.pages or (MAX_SITEMAPS + 1 if series.sitemaps else MAX_LISTING_PAGES)
        if series.is_range and not series.oldest and not listing.pages and not series.sitemaps:
            most = MAX_UNDATED_PAGES
        if series.number <= most:
            yield self.listing_request(series)
            return True
        if series.is_range:
            if not listing.pages:
                self.logger.warning("listing given up after %d pages: %s", most, listing.url)
            return (yield from self.listing_over(series))
        if listing.pages:
            return (yield from self.listing_cut(series))
        self.logger.warning(
            "listing given up after %d pages: %s %s", most, listing.url, series.day or series.tag or series.words
        )
        self.count("listings/lost")
        return False

    def listing_cut(self, series: Series) -> Generator[Request, None, bool]:
        """A portal shows no more pages of this day: the next listing by day may have the rest."""
        self.count("listings/cut short")
        level = self.next_level(series)
        if level is None or not self.at(level).by_day:
            form = self.at(series.level).url
            self.logger.warning("listing cut short at %d pages: %s %s", series.number - 1, form, series.day)
            self.count("listings/lost")
            return False
        yield from self.next_way(series, level)
        return True

    def listing_over(self, series: Series) -> Generator[Request, None, bool]:
        """The last page was read; a listing that gave nothing, or ends behind `since`, leaves to the next."""
        if not series.is_range:
            return True if series.articles else (yield from self.listing_empty(series))
        if series.oldest and series.oldest < self.plan.since:
            return True
        if series.articles and not series.oldest and not self.plan.archive:
            return True  # nothing tells how far it reaches
        if not series.articles:
            return (yield from self.listing_empty(series))
        yield from self.leave(series)
        return True

    def listing_empty(self, series: Series) -> Generator[Request, None, bool]:
        """A listing that gave no article: ask the next way. A day of which none gave any is not done: see `Days`."""
        self.count("listings/empty")
        yield from self.leave(series)
        return series.day is not None

    def leave(self, series: Series) -> Generator[Request, None, int | None]:
        """Ask the next listing for what this one has not; returns its level. Where there is none, the lack is kept."""
        level = self.next_level(series)
        if level is not None:
            yield from self.next_way(series, level)
        elif series.is_range and (series.articles or series.oldest) and not self.reaches(series):
            self.count("listings/short of since")
            self.ranges.short.append(series.oldest)
        return level

    def reaches(self, series: Series) -> bool:
        """True for a list of which a card is of the first day asked for, or of one before."""
        return series.oldest is not None and series.oldest <= self.plan.since

    def next_level(self, series: Series) -> int | None:
        """The next listing that may have what this one has not, or null."""
        if series.level < 0:
            return self.topic_from(series.level - 1, series.words)
        for level in range(series.level + 1, len(self.listings)):
            listing = self.listings[level]
            # One listing of all channels for each that failed would be asked again and again for a day.
            wide = not self.plan.channels and not (series.day and listing.by_day)
            if (not series.channel or listing.per_channel or wide) and self.may_ask(level):
                return level
        return None

    def next_way(self, series: Series, level: int) -> Iterator[Request]:
        """First pages of the listing at a level for what `series` lacks; a range is asked once."""
        if level < 0:
            yield self.listing_request(Series(level, tag=series.tag, words=series.words))
            return
        listing = self.listings[level]
        channels = (series.channel,) if series.channel and listing.per_channel else ()
        if series.day and listing.by_day:
            yield from self.series_of(level, date.fromisoformat(series.day), channels)
        elif listing.by_day:
            self.ranges.leave(level, channels)
        else:
            yield from self.series_of(level, None, channels, series.oldest)

    def listing_failed(self, failure: Failure) -> Iterator[Any]:
        """A page of a listing could not be had; beyond the last page many sites answer 404."""
        request: Request = failure.request  # type: ignore[attr-defined]
        series: Series = request.cb_kwargs["series"]
        reason, detail = why(failure)
        if reason == REMOVED and sent_away(request):  # gone is where it was sent to
            reason, detail = "redirected away", request.url
        asked = asked_address(request)
        if reason == "not reached":  # the crawl is ending
            self.listing_ended(series, request, well=False)
            return
        again = says(reason, detail) is Says.FAILED
        if again and reason != REMOVED:
            self.count("listings/unreachable")
        self.count("listings/blocked", reason in REFUSED)
        well = False
        try:
            if reason == REMOVED and series.number > 1 and not series.sitemaps:
                full = self.is_full(series)
                well = yield from self.end_doubted(series, asked, reason) if full else self.listing_over(series)
            elif reason == REMOVED and series.level > 0 and series.is_range and not series.sitemaps:
                well = yield from self.listing_empty(series)  # one that was tried for want of a better
            else:
                yield from self.listing_lost(series, asked, reason)
        finally:
            self.listing_ended(series, request, well=well)

    def listing_lost(self, series: Series, url: str, reason: str) -> Iterator[Request]:
        """Go on behind a page that is lost; a first page is asked for from the next listing."""
        if series.number > 1:
            self.say_lost(url, reason)
            if series.failures < MAX_LISTING_FAILURES or series.sitemaps:
                yield from self.turned(series.skip())
            elif series.is_range:
                yield from self.listing_over(series)
            return
        level = self.next_level(series)
        is_lost = level is None or not (series.day and self.at(level).by_day)  # else the day is asked for once more
        self.say_lost(url, reason, by=is_lost)
        yield from self.listing_empty(series)

    def say_lost(self, url: str, reason: str, by: int = 1) -> None:
        self.logger.warning("listing lost: %s (%s)", url, reason)
        self.count("listings/lost", by)

    def closed(self, reason: str) -> None:
        """Say in one line that listings of all days do not reach back to the first day asked for."""
        if self.ranges.short:
            known = [day for day in self.ranges.short if day]
            reached = f"only to {max(known)}" if len(known) == len(self.ranges.short) else "to no day that is known"
            self.logger.warning("the listings reach back %s, and not to since=%s", reached, self.plan.since)


def merged(cards: list[Card]) -> list[Card]:
    """The cards of different addresses in order; of several of one, the first that has a time.

    >>> [card.published for card in merged([Card("a"), Card("b"), Card("a", datetime.min)])]
    [datetime.datetime(1, 1, 1, 0, 0), None]
    """
    found: dict[str, Card] = {}
    for card in cards:
        if card.url not in found or (card.published and not found[card.url].published):
            found[card.url] = card
    return list(found.values())


def reach(days: list[date]) -> date | None:
    """How far back a page of a list goes: its earliest day, one card in ten passed over as pinned; null for none."""
    return sorted(days)[len(days) // 10] if days else None


def is_before(days: list[date], articles: int, since: date) -> bool:
    """True for a page of a list, newest first, that lies before a day; one card in ten may be promoted.

    `days` are those known of its `articles`; where they are most of them, the others are no newer.
    """
    return 0 < articles <= 2 * len(days) and sum(day < since for day in days) * 10 >= len(days) * 9


def is_stray(day: date | None, series: Series) -> bool:
    """True for an article far from the day it is listed under."""
    if not (day and series.day):
        return False
    return abs(day - date.fromisoformat(series.day)) > timedelta(days=STRAY_DAYS)


def obstacle(response: Response) -> str | None:
    """What came in place of a listing: a robot check, a provider's block, nothing at all; null for none of them."""
    try:
        return block_of(page_of(response))
    except NotAnArticle as error:
        return error.reason if error.reason == "empty page" else None
