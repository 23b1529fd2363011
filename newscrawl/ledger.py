"""Every article that was found ends as exactly one thing, and the sum is kept.

found = stored + revised + unchanged + already stored + dropped (by reason) + failed (by reason)
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.spidermiddlewares.base import BaseSpiderMiddleware
from scrapy.statscollectors import StatsCollector
from twisted.python.failure import Failure

from newscrawl.archive import Days
from newscrawl.items import Article, Dropped
from newscrawl.pipelines import StorageLost, StorePipeline
from newscrawl.store import Store, Stored

FOUND = "articles/found"
ENDS = ("stored", "revised", "unchanged", "already stored", "dropped", "failed")
# The reason of an article that was found before the crawl was stopped and not fetched any more.
NOT_REACHED = "not reached"
# Asked of robots.txt again, which costs nothing: one night's mistake in it must not last.
FORBIDDEN = "forbidden by robots.txt"
# Behind the reason of an article that was dropped before and not asked for this time.
EARLIER = "(an earlier run)"


class LedgerMiddleware(BaseSpiderMiddleware):
    """Lets through one request an article: what was found before in this run, or is stored, is not fetched.

    Listings and the further pages of an article always pass. What is stored but younger than
    NEWSCRAWL_REVISIT_HOURS passes too, since articles change after publication.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        assert crawler.stats
        self.stats: StatsCollector = crawler.stats
        self.revisit = timedelta(hours=crawler.settings.getfloat("NEWSCRAWL_REVISIT_HOURS"))
        self.seen: dict[str | None, set[str]] = {}  # ids by the day they were listed under
        self.open: dict[str, Request] = {}
        self.days = Days()
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.ended, signals.item_scraped)
        crawler.signals.connect(self.ended, signals.item_dropped)
        crawler.signals.connect(self.raised, signals.spider_error)
        crawler.signals.connect(self.raised, signals.item_error)

    def spider_opened(self) -> None:
        """Take part in the spider's archive, and in the closing of the store."""
        spider: Any = self.crawler.spider
        self.days = getattr(spider, "days", self.days)
        if spider.plan.archive:  # else there are two days, which often list the same articles
            self.days.forget = lambda day: self.seen.pop(day, None)
        if pipeline := self.crawler.get_item_pipeline(StorePipeline):
            pipeline.leftover = self.leftover

    async def process_spider_output_async(  # type: ignore[override]  # no spider: Scrapy deprecates the argument
        self, response: Response | None, result: AsyncIterator[Any]
    ) -> AsyncIterator[Any]:
        """What a callback yields; when the crawl is being stopped, no further request of it: a list may be long."""
        async for output in result:
            if isinstance(output, Request) and not self.crawler.crawling:
                if isinstance(result, AsyncGenerator):
                    await result.aclose()  # a listing that was not read to its end is not believed
                return
            if (processed := self._get_processed(output, response)) is not None:
                yield processed

    def get_processed_request(self, request: Request, response: Response | None) -> Request | None:
        id = request.meta.get("article_id")
        if id is None or request.meta.get("part"):
            return request
        if any(id in ids for ids in self.seen.values()):
            self.stats.inc_value("articles/found again")
            return None
        self.seen.setdefault(request.meta.get("day"), set()).add(id)
        self.stats.inc_value(FOUND)
        pipeline = self.crawler.get_item_pipeline(StorePipeline)
        if pipeline and (store := pipeline.store) and (end := self.known(id, store)):
            self.stats.inc_value(end)
            return None
        self.open[id] = request
        self.days.begin(request.meta.get("day"))
        return request

    def known(self, id: str, store: Store) -> str | None:
        """How an article that needs no fetching is counted, or null for one that does."""
        spider: Any = self.crawler.spider
        if spider.plan.again:
            return None
        stored = store.stored(id)
        if stored and stored.complete and not self.may_have_changed(stored, spider.now()):
            return "articles/already stored"
        if not stored and (reason := store.dropped(id)) and reason != FORBIDDEN:
            return f"articles/dropped/{reason} {EARLIER}"
        return None

    def may_have_changed(self, stored: Stored, now: datetime) -> bool:
        """True for an article that was published so lately that portals still correct it."""
        if not stored.published_at:
            return False
        return now - datetime.fromisoformat(stored.published_at) < self.revisit

    def ended(self, item: Any, exception: BaseException | None = None) -> None:
        """An article is stored, unchanged, dropped or failed: its day waits for one less."""
        if isinstance(item, Article | Dropped) and item.id and (request := self.open.pop(item.id, None)):
            well = item.complete if isinstance(item, Article) else not item.again
            self.days.end(request.meta.get("day"), well=well and not isinstance(exception, StorageLost))

    def raised(self, response: Response | None, failure: Failure) -> None:
        """A callback or pipeline raised: the article it was about has failed, and the next run tries it again."""
        id = response.meta.get("article_id") if response is not None and response.request else None
        if id is None or (request := self.open.pop(id, None)) is None:
            return
        spider: Any = self.crawler.spider
        item = Dropped(spider.name, id, request.url, "reader failed", repr(failure.value)[:200], True, spider.now())
        if pipeline := self.crawler.get_item_pipeline(StorePipeline):
            with suppress(StorageLost):
                pipeline.write(item)
        self.days.end(request.meta.get("day"), well=False)

    def leftover(self) -> list[Dropped]:
        """What was found and has not ended when the crawl closes; the next run tries it again."""
        spider: Any = self.crawler.spider
        left = [Dropped(spider.name, id, r.url, NOT_REACHED, None, True, spider.now()) for id, r in self.open.items()]
        self.open.clear()
        return left


def balance(stats: dict[str, Any]) -> dict[str, int]:
    """How the articles found ended: `found` and each of ENDS, dropped and failed summed over their reasons.

    >>> balance({"articles/found": 3, "articles/stored": 1, "articles/dropped/removed": 2})["dropped"]
    2
    """
    sums = {"found": int(stats.get(FOUND, 0))}
    for end in ENDS:
        sums[end] = sum(int(v) for k, v in stats.items() if k == f"articles/{end}" or k.startswith(f"articles/{end}/"))
    return sums


def unbalanced(stats: dict[str, Any]) -> int:
    """How many of the articles found ended in no way, or in two (negative): 0 in a crawl without a fault."""
    sums = balance(stats)
    return sums["found"] - sum(sums[end] for end in ENDS)


def reasons(stats: dict[str, Any], end: str) -> dict[str, int]:
    """Counts by reason of what was `dropped` or `failed`, the most frequent first."""
    prefix = f"articles/{end}/"
    found = {k.removeprefix(prefix): int(v) for k, v in stats.items() if k.startswith(prefix)}
    return dict(sorted(found.items(), key=lambda item: -item[1]))
