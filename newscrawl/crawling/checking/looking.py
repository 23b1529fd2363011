"""A look at a portal by the spider that crawls it: robots.txt, one listing, a few articles; nothing is stored."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, ClassVar

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from newscrawl.counts import NOT_REACHED
from newscrawl.crawling.base import meta_of
from newscrawl.crawling.checking.witness import Answer
from newscrawl.crawling.failures import request_of, why
from newscrawl.crawling.spider.portal import PortalSpider, crawling
from newscrawl.discovery.cards import merged
from newscrawl.discovery.lists import obstacle
from newscrawl.discovery.series import Series
from newscrawl.items import Article, Dropped, Identity
from newscrawl.portals.form import Portal
from newscrawl.portals.status import way
from newscrawl.reading.article import Reading
from newscrawl.reasons import REFUSED

MOST_LISTINGS = 3  # of a portal: each is asked for only where the one before gave no article
UNWANTED = frozenset({*REFUSED, NOT_REACHED})  # then nothing more is asked of the portal

# Over the settings of a crawl: nobody is asked for long. What is given with -s goes before.
BRIEF: dict[str, Any] = {"RETRY_TIMES": 0, "NEWSCRAWL_RETRY_AFTER_MAX": 0, "LOG_ENABLED": False}
# Over all settings: nothing is stored or counted.
NOTHING_STORED: dict[str, Any] = {"NEWSCRAWL_DATA": "", "FEEDS": {}}
EXTENSIONS = {
    "newscrawl.crawling.showing.progress.Progress": None,
    "newscrawl.crawling.keeping.recorder.RunRecorder": None,
}
MIDDLEWARES = {"newscrawl.crawling.checking.witness.Witness": 960}  # nearer to the network than all others


@dataclass(slots=True)
class Listed:
    """A page of a listing: how many cards, articles among them, and articles with a time; or why there is none."""

    url: str
    way: str
    fault: str = ""
    cards: int = 0
    articles: int = 0
    timed: int = 0
    response: Response | None = None


@dataclass(slots=True)
class Looked:
    """An article that was asked for: `end` is the article, or why there is none."""

    identity: Identity
    listed_at: datetime | None
    response: Response | None = None
    reading: Reading | None = None
    end: Article | Dropped | None = None


@dataclass(slots=True)
class Look:
    """What was seen of a portal; `wanted` is how many articles are to be fetched."""

    portal: type[Portal]
    wanted: int
    answers: list[Answer] = field(default_factory=list)
    lists: list[Listed] = field(default_factory=list)
    articles: dict[str, Looked] = field(default_factory=dict)
    stats: dict[str, Any] = field(default_factory=dict)
    ended: str = ""  # why Scrapy closed the spider

    @property
    def listed(self) -> Listed | None:
        """The page of a listing that gave articles."""
        return next((listed for listed in self.lists if listed.articles), None)


class Looking(PortalSpider):
    """Asks a portal for very little: a listing of yesterday, or of now, and a few of its articles."""

    look: ClassVar[Look]

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Looking:
        spider = super().from_crawler(crawler, *args, **kwargs)
        assert isinstance(spider, Looking)
        crawler.signals.connect(spider.article_ended, signals.item_scraped)
        crawler.signals.connect(spider.article_ended, signals.item_dropped)
        return spider

    async def start(self) -> AsyncIterator[Any]:
        for request in self.listing_from(0):
            yield request

    def listing_from(self, level: int) -> Iterator[Request]:
        """The first listing from a level on: of yesterday, which is whole, and of its first channel."""
        found = self.level_from(level, ())
        if found is None or len(self.look.lists) >= MOST_LISTINGS:
            return
        listing = self.portal.listings[found]
        day = (self.now().date() - timedelta(days=1)).isoformat() if listing.by_day else None
        channel = next(iter(self.portal.channels)) if listing.per_channel else None
        yield self.listing_request(Series(found, day, channel))

    def parse_listing(self, response: Response, series: Series) -> Iterator[Any]:
        """Articles to look at; where there are none, the sitemap that the page leads to, or the next listing."""
        self.listing_ended(series, response.request, well=True)
        listing = self.portal.at(series.level)
        listed = Listed(response.url, way(listing), response=response)
        self.look.lists.append(listed)
        try:
            cards = merged(listing.read(response, self.clock(response)))
        except ValueError as error:
            cards, listed.fault = [], str(error)
        leading = [card for card in cards if card.leads_on and self.portal.is_own(card.url)]
        found = [(identity, card) for card in cards if (identity := self.portal.identify(card.url))]
        articles = {identity.id: (identity, card) for identity, card in found if identity.kind == "article"}
        listed.cards, listed.articles = len(cards), len(articles)
        listed.timed = sum(card.published is not None for _, card in articles.values())
        if leading and not articles and not series.sitemaps:
            self.look.lists.pop()
            ages = [card.modified.timestamp() if card.modified else 0.0 for card in leading]
            newest = leading[ages.index(max(ages))]
            yield self.listing_request(replace(series, number=2, sitemaps=(newest.url,)))
            return
        if not articles:
            listed.fault = listed.fault or obstacle(response) or ""
            yield from self.listing_from(series.level + 1)
        for identity, card in spread([*articles.values()], self.look.wanted):
            self.look.articles[identity.id] = Looked(identity, card.published)
            yield self.article_request(identity, series.day)

    def listing_failed(self, failure: Failure) -> Iterator[Any]:
        """A listing that could not be had; the next is asked, unless the portal has said that it does not want us."""
        request = request_of(failure)
        series: Series = request.cb_kwargs["series"]
        self.listing_ended(series, request, well=False)
        reason, detail = why(failure)
        listed = Listed(request.url, way(self.portal.at(series.level)), self.in_words(reason, detail))
        listed.response = failure.value.response if isinstance(failure.value, HttpError) else None
        self.look.lists.append(listed)
        if reason not in UNWANTED:
            yield from self.listing_from(series.level + 1)

    def in_words(self, reason: str, detail: str | None) -> str:
        """A reason as the network gave it, where what came of it says less."""
        last = next((answer for answer in reversed(self.look.answers) if answer.fault), None)
        if reason == NOT_REACHED:
            return last.fault if last else detail or reason
        if reason == "connection failed" and last:
            return last.fault
        if reason.startswith("robots.txt") and self.look.answers:
            answer = self.look.answers[-1]
            return f"{reason} ({answer.fault or f'HTTP {answer.status}'})"
        return f"{reason} ({detail})" if detail and detail.startswith("HTTP ") else reason

    def read_response(self, response: Response) -> Reading:
        looked = self.look.articles.get(meta_of(response).get("article_id", ""))
        is_first = looked is not None and looked.response is None
        if is_first and looked:
            looked.response = response
        reading = super().read_response(response)
        if is_first and looked:
            looked.reading = reading
        return reading

    def article_failed(self, failure: Failure) -> Iterator[Dropped]:
        request = request_of(failure)
        if (looked := self.look.articles.get(request.meta["article_id"])) and isinstance(failure.value, HttpError):
            looked.response = failure.value.response
        yield from super().article_failed(failure)

    def article_ended(self, item: Any) -> None:
        """An article was read, or there is a reason why not."""
        if isinstance(item, Article | Dropped) and item.id in self.look.articles:
            self.look.articles[item.id].end = item

    def closed(self, reason: str) -> None:
        assert self.crawler.stats
        self.look.stats = dict(self.crawler.stats.get_stats())
        self.look.ended = reason


def spread(found: list[Any], wanted: int) -> list[Any]:
    """As many of a list as are wanted, from all over it.

    >>> spread([1, 2, 3, 4, 5], 3), spread([1, 2], 3), spread([1, 2], 0)
    ([1, 3, 5], [1, 2], [])
    """
    if wanted < 2 or len(found) <= wanted:
        return found[:wanted]
    return [found[round(n * (len(found) - 1) / (wanted - 1))] for n in range(wanted)]


def looking_at(portal: type[Portal], wanted: int) -> tuple[type[Looking], Look]:
    """A spider that looks at a portal and fetches `wanted` articles, and where it keeps what it sees."""
    look = Look(portal, wanted)
    return crawling(portal, Looking, look=look), look
