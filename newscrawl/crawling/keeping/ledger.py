"""Every article that was found ends as exactly one thing, and the sum is kept.

found = stored + revised + unchanged + worse (by reason) + already stored + dropped (by reason) + failed (by reason)
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from datetime import datetime, time, timedelta
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from scrapy.spidermiddlewares.base import BaseSpiderMiddleware
from twisted.python.failure import Failure

from newscrawl.counts import ALREADY_STORED, ASKED_AGAIN, DROPPED, FOUND, FOUND_AGAIN
from newscrawl.crawling.base import meta_of
from newscrawl.crawling.engine.scheduler import Scheduler
from newscrawl.crawling.failures import NotSent, failed
from newscrawl.crawling.keeping.pipelines import StorageLost, StorePipeline
from newscrawl.crawling.spider.fetching import ONCE_MORE
from newscrawl.crawling.spider.portal import PortalComponent
from newscrawl.discovery.addresses import is_of_another
from newscrawl.discovery.days import Days
from newscrawl.discovery.sift import is_listed_anew, listed_moment
from newscrawl.items import Article, Dropped
from newscrawl.reasons import EARLIER, FORBIDDEN
from newscrawl.storing.index import Version
from newscrawl.storing.store import Store

# The reason of an article that something on its way dropped, which had not been asked to say why.
NOT_PASSED_ON = "not passed on"
# In a request's meta: its number among those that the spider made.
NUMBER = "made"
MORE_DAYS = "days"  # likewise: under which it was listed besides


class LedgerMiddleware(PortalComponent, BaseSpiderMiddleware):
    """Lets through one request an article: what was found before in this run, or is stored, is not fetched.

    Listings and the further pages of an article always pass. What is stored but younger than
    NEWSCRAWL_REVISIT_HOURS passes too, since articles change after publication.

    It stands next to the spider, and DepartureMiddleware next to the engine: what other middlewares drop in between,
    or the engine refuses, fails as a request does that gives no page. Its errback hears of it, so that an article has
    its line, and its day, its range and the listings behind it do not wait.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.revisit = timedelta(hours=crawler.settings.getfloat("NEWSCRAWL_REVISIT_HOURS"))
        self.seen: dict[str | None, set[str]] = {}  # ids by the day they were listed under
        self.numbers = count(1)
        # What the spider made and DepartureMiddleware has not seen yet, by the response it was made of.
        self.requests: dict[Response | None, dict[int, Request]] = {}
        self.items: dict[Response | None, dict[str, Article | Dropped]] = {}
        self.at_gate: Request | None = None  # offered to the scheduler
        self.refusals: set[asyncio.Task[None]] = set()
        crawler.signals.connect(self.end_article, signals.item_scraped)
        crawler.signals.connect(self.end_article, signals.item_dropped)
        crawler.signals.connect(self.fail_article, signals.spider_error)
        crawler.signals.connect(self.fail_article, signals.item_error)
        crawler.signals.connect(self.offer, signals.request_scheduled)
        crawler.signals.connect(self.refuse, signals.request_dropped)
        crawler.signals.connect(self.wait_for_refusals, signals.spider_idle)

    @property
    def days(self) -> Days:
        return self.spider.days

    @property
    def open(self) -> dict[str, Request]:
        """The articles found that have not ended."""
        return self.spider.unfinished

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Pass on what the spider begins with; it may wait for a listing, which must not be lost in silence."""
        async for output in start:
            waiting = deque([output])
            while waiting:
                if (passed := self._get_processed(waiting.popleft(), None)) is None:
                    continue
                yield passed
                # Whoever asks for the next has passed this one on, or dropped it.
                number = passed.meta.get(NUMBER) if isinstance(passed, Request) else None
                if number in self.requests.get(None, {}) and "series" in passed.cb_kwargs:
                    waiting.extend(self.fail_request(self.requests[None].pop(number)))

    def get_processed_request(self, request: Request, response: Response | None) -> Request | None:
        id = request.meta.get("article_id")
        if id is None or request.meta.get("part") or ONCE_MORE in request.meta:
            return self.set_out(request, response)
        if pipeline := self.crawler.get_item_pipeline(StorePipeline):
            pipeline.shown.show(id)
        if any(id in ids for ids in self.seen.values()):
            self.stats.inc_value(FOUND_AGAIN)
            self.list_earlier(id, request)
            self.list_again(id, request.meta.get("day"))
            return None
        self.remember(id, request.meta.get("day"))
        self.stats.inc_value(FOUND)
        if pipeline and request.meta.get("asked_again"):
            self.stats.inc_value(ASKED_AGAIN)
            pipeline.asked_again.add(id)
        if pipeline and (store := pipeline.store) and (end := self.end_of_known(id, store, request)):
            self.stats.inc_value(end)
            self.date_stored(request.meta.get("day"), id, store)
            return None
        self.open[id] = request
        self.days.begin(request.meta.get("day"))
        return self.set_out(request, response)

    def remember(self, id: str, day: str | None) -> None:
        """Keep the ids of the days that are listed now: of a long archive no more is needed."""
        if day not in self.seen and self.spider.plan.archive:  # else two days, which list the same articles
            for over in [known for known in self.seen if known and known not in self.days.open]:
                del self.seen[over]
        self.seen.setdefault(day, set()).add(id)

    def get_processed_item(self, item: Any, response: Response | None) -> Any:
        if isinstance(item, Article | Dropped) and item.id:
            self.items.setdefault(response, {})[item.id] = item
        return item

    def set_out(self, request: Request, response: Response | None) -> Request:
        """Remember a request until it has passed the other middlewares."""
        request.meta[NUMBER] = number = next(self.numbers)
        self.requests.setdefault(response, {})[number] = request
        return request

    def let_depart(self, output: Any, response: Response | None) -> Any:
        """What has passed the other middlewares; null for a request that need not be made."""
        if isinstance(output, Request):
            if NUMBER not in output.meta and "article_id" in output.meta:  # another middleware's own
                output = self.get_processed_request(output, response)
            if output is not None:
                self.requests.get(response, {}).pop(output.meta.get(NUMBER, 0), None)
        elif isinstance(output, Article | Dropped) and output.id:
            self.items.get(response, {}).pop(output.id, None)
        return output

    def stranded(self, response: Response | None) -> Iterator[Any]:
        """What comes of all that was made of a response and did not pass."""
        for request in self.requests.pop(response, {}).values():
            yield from self.fail_request(request)
        for id, item in self.items.pop(response, {}).items():
            yield item if isinstance(item, Dropped) else self.not_passed_on(id, item.url)

    def not_passed_on(self, id: str, url: str) -> Dropped:
        return self.spider.not_stored(id, url, NOT_PASSED_ON, "a spider middleware dropped it", self.spider.now())

    def fail_request(self, request: Request, why: NotSent | None = None) -> Iterator[Any]:
        """What a request's errback makes of its not having been sent."""
        if request.errback:
            yield from request.errback(failed(request, why or self.reason_of(request))) or ()

    def reason_of(self, request: Request) -> NotSent:
        """Why a spider middleware dropped a request, as far as Scrapy's own tell."""
        settings = self.crawler.settings
        longest, deepest = settings.getint("URLLENGTH_LIMIT"), settings.getint("DEPTH_LIMIT")
        if 0 < longest < len(request.url):
            return NotSent("address too long", f"{len(request.url)} characters, at most {longest}")
        if 0 < deepest < request.meta.get("depth", 0):
            return NotSent("beyond DEPTH_LIMIT", f"depth {request.meta['depth']}, at most {deepest}")
        return NotSent(NOT_PASSED_ON, "a spider middleware dropped it")

    def offer(self, request: Request) -> None:
        """A request is offered to the scheduler, unless someone else who hears of it refuses it without a word."""
        if isinstance(self.engine.scheduler, Scheduler):
            self.settle()
            self.at_gate = request
            asyncio.get_running_loop().call_soon(self.settle)

    def settle(self) -> None:
        """By now the scheduler has been given what was offered, or never will be."""
        request, self.at_gate = self.at_gate, None
        gate: Any = self.engine.scheduler
        if request is not None and gate is not None and gate.latest is not request:
            self.refuse(request)

    def refuse(self, request: Request) -> None:
        """The engine drops a request: its errback is told, and what it makes of that goes the usual way."""
        if not self.crawler.crawling or self.crawler.engine is None:
            return
        why = NotSent(NOT_PASSED_ON, "the scheduler, or who hears of its requests, refused it")
        scraper = self.engine.scraper
        outcome = scraper.handle_spider_output_async(self.fail_request(request, why), request, failed(request, why))
        task = asyncio.ensure_future(outcome)
        self.refusals.add(task)
        task.add_done_callback(self.refusals.discard)

    def wait_for_refusals(self) -> None:
        """The crawl has not ended while a refusal is on its way."""
        if self.refusals:
            raise DontCloseSpider

    def list_earlier(self, id: str, request: Request) -> None:
        """An article of an earlier run is listed after all; if it is waiting to be asked for, its day waits, too."""
        pipeline = self.crawler.get_item_pipeline(StorePipeline)
        if pipeline is None or id not in pipeline.asked_again:
            return
        pipeline.asked_again.discard(id)
        self.stats.inc_value(ASKED_AGAIN, -1)
        if id in self.open:
            self.open[id].meta["day"] = request.meta.get("day")
            self.days.begin(request.meta.get("day"))

    def list_again(self, id: str, day: str | None) -> None:
        """An article is listed under another day, too, which waits for it, and hears when it was published."""
        if (request := self.open.get(id)) and day and day not in days_of(request):
            request.meta.setdefault(MORE_DAYS, []).append(day)
            self.days.begin(day)
        elif request is None and (pipeline := self.crawler.get_item_pipeline(StorePipeline)) and pipeline.store:
            self.date_stored(day, id, pipeline.store)

    def end_of_known(self, id: str, store: Store, request: Request) -> str | None:
        """How an article that needs no fetching is counted, or null for one that does."""
        spider = self.spider
        if spider.plan.again:
            return None
        stored, zone = store.stored(id), spider.portal.zone
        listed = listed_moment(request.meta.get("listed_at"), request.meta.get("day"), zone)
        if stored and stored.complete and not self.may_have_changed(stored, spider.now()):
            if is_listed_anew(listed, stored.published_at, self.revisit):
                return None
            known = store.record(id) or {}  # from its file: asked last
            return None if is_of_another(request.url, str(known.get("url"))) else ALREADY_STORED
        if not stored and (reason := store.dropped(id)) and reason != FORBIDDEN:  # one night's mistake must not last
            url, day = store.ask(lambda index: index.last_missed(id)) or (request.url, spider.now().date())
            missed = datetime.combine(day, time.max, ZoneInfo(zone)).isoformat()
            if not (is_listed_anew(listed, missed, self.revisit) or is_of_another(request.url, url)):
                return f"{DROPPED}{reason} {EARLIER}"
        return None

    def may_have_changed(self, stored: Version, now: datetime) -> bool:
        """True for an article that was published so lately that portals still correct it."""
        if not stored.published_at:
            return False
        return now - datetime.fromisoformat(stored.published_at) < self.revisit

    def end_article(self, item: Any, exception: BaseException | None = None) -> None:
        """An article is stored, unchanged, dropped or failed: its day waits for one less."""
        if isinstance(item, Article | Dropped) and item.id and (request := self.open.pop(item.id, None)):
            well = item.complete if isinstance(item, Article) else not item.again
            for day in days_of(request):
                self.date(day, item.published_at if isinstance(item, Article) else None)
                self.days.end(day, well=well and not isinstance(exception, StorageLost))

    def date(self, day: str, published: datetime | None) -> None:
        """Tell the day under which an article was listed when it was published."""
        zone = ZoneInfo(self.spider.portal.zone)
        with suppress(OverflowError):  # a time at an end of the calendar
            self.days.dated(day, published.astimezone(zone) if published else None)

    def date_stored(self, day: str | None, id: str, store: Store) -> None:
        """Likewise of an article that needs no fetching."""
        if day and (known := store.stored(id)) and known.published_at:
            self.date(day, datetime.fromisoformat(known.published_at))

    def fail_article(self, response: Response | None, failure: Failure) -> None:
        """A callback or pipeline raised: the article it was about has failed, and the next run tries it again."""
        id = meta_of(response).get("article_id") if response is not None else None
        if id is None or (request := self.open.pop(id, None)) is None:
            return
        detail, spider = repr(failure.value)[:200], self.spider
        item = spider.not_stored(id, request.url, "reader failed", detail, spider.now())
        if pipeline := self.crawler.get_item_pipeline(StorePipeline):
            with suppress(StorageLost):
                pipeline.write(item)
        for day in days_of(request):
            self.days.end(day, well=False)


def days_of(request: Request) -> list[str]:
    """The days under which an article was listed."""
    day: str | None = request.meta.get("day")
    return [*([day] if day else []), *request.meta.get(MORE_DAYS, ())]
