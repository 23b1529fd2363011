"""What leaves the spider for the engine: seen, held back while too much waits, and missed where it does not come."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from scrapy import Request
from scrapy.http import Response

from newscrawl.crawling.base import meta_of
from newscrawl.crawling.engine.scheduler import Scheduler
from newscrawl.crawling.keeping.ledger import LedgerMiddleware
from newscrawl.crawling.spider.portal import PortalComponent

# Requests that wait to be sent before a page's further ones are made, and seconds between two looks at them.
MOST_WAITING = 1000
PAUSE = 0.1


class DepartureMiddleware(PortalComponent):
    """Stands next to the engine and sees what leaves; the ledger hears of what does not."""

    @property
    def ledger(self) -> LedgerMiddleware:
        ledger = self.crawler.get_spider_middleware(LedgerMiddleware)
        assert ledger
        return ledger

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        async for output in start:
            if (departing := self.ledger.let_depart(output, None)) is not None:
                yield departing
                await self.room()
        for output in self.ledger.stranded(None):
            yield output

    async def process_spider_output(self, response: Response, result: AsyncIterator[Any]) -> AsyncIterator[Any]:
        ledger, fault = self.ledger, None
        id = meta_of(response).get("article_id")
        answered, stopped = False, False
        try:
            async for output in result:
                if (departing := ledger.let_depart(output, response)) is not None:
                    answered = answered or is_about(departing, id)
                    yield departing
                    if stopped := not await self.room():
                        break
        except Exception as error:
            fault = error
        if not stopped:
            for output in ledger.stranded(response):
                answered = answered or is_about(output, id)
                yield output
        if response.request and "series" in response.request.cb_kwargs:
            self.spider.listing_dropped(response, response.request.cb_kwargs["series"], stopped=stopped)
        if fault:
            raise fault
        if id in ledger.open and not answered:  # a middleware did not even look at what the page gave
            yield ledger.not_passed_on(id, response.url)

    async def room(self) -> bool:
        """Wait while MOST_WAITING requests wait to be sent; False when the crawl is stopped in the meantime.

        A sitemap may list 100,000 articles, and each request takes 3 kB; those not made yet cost a stop nothing.
        """
        engine = self.engine
        waiting: Any = engine.scheduler
        if not isinstance(waiting, Scheduler):
            return True
        while len(waiting) >= MOST_WAITING:
            if self.is_stopping:
                return False
            # A page so large that nothing is fetched before it is dealt with cannot wait for it.
            if engine.scraper.slot is None or engine.scraper.slot.needs_backout():
                return True
            await asyncio.sleep(PAUSE)
        return True

    @property
    def is_stopping(self) -> bool:
        engine = self.crawler.engine
        return engine is None or not engine.running or engine._slot is None or engine._slot.closing is not None


def is_about(output: Any, id: str | None) -> bool:
    """True for an item or a further request of this article."""
    about = output.meta.get("article_id") if isinstance(output, Request) else getattr(output, "id", None)
    return about is not None and about == id
