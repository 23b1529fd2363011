"""Scrapy's downloader, which waits for nothing when the crawl is ending."""

from __future__ import annotations

import logging
from time import monotonic
from typing import Any

from scrapy import Request
from scrapy.core import downloader
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.asyncio import AsyncioLoopingCall, create_looping_call
from twisted.internet.defer import Deferred
from twisted.internet.task import LoopingCall
from twisted.python.failure import Failure

from newscrawl.crawling.failures import Stopped

logger = logging.getLogger(__name__)

LOOK = 0.25  # seconds between two looks at whether the crawl is ending
GRACE = 10.0  # seconds that a page on its way may still take: those that answer at all answer in less


class Downloader(downloader.Downloader):
    """When the crawl is ending, what waits is given up at once, and what is on its way after `GRACE` seconds.

    Scrapy waits for both: for each of the requests in flight a Crawl-delay, a pause that the site asked for, or a
    time-out. A request that is given up fails with Stopped.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._fetches: dict[Request, Deferred[Any]] = {}
        self._closing_since: float | None = None
        self._watch: AsyncioLoopingCall | LoopingCall | None = None

    def fetch(self, request: Request) -> Deferred[Response | Request]:  # type: ignore[override]  # no spider
        """The response to a request, or the request to make in its place."""
        if self._watch is None:
            self._watch = create_looping_call(self._look)
            self._watch.start(LOOK, now=False)
        fetch: Deferred[Response | Request] = super().fetch(request)
        self._fetches[request] = fetch
        return fetch.addBoth(self._fetched, request)

    def close(self) -> None:
        if self._watch is not None and self._watch.running:
            self._watch.stop()
        super().close()

    def _fetched(self, result: Response | Request | Failure, request: Request) -> Response | Request | Failure:
        given_up = self._fetches.pop(request, None) is None
        if given_up and isinstance(result, Failure):
            raise Stopped
        return result

    @property
    def _is_closing(self) -> bool:
        engine = self.crawler.engine
        return bool(engine and engine._slot and engine._slot.closing)

    def _look(self) -> None:
        if not self._is_closing:
            return
        now = monotonic()
        if self._closing_since is None:
            self._closing_since = now
        on_their_way = {request for slot in self.slots.values() for request in slot.transferring}
        over = now - self._closing_since >= GRACE
        left = [r for r in self._fetches if over or r not in on_their_way or r.callback is NO_CALLBACK]
        if left:
            logger.info(
                "the crawl is ending: %d requests are given up", len(left), extra={"spider": self.crawler.spider}
            )
        for request in left:
            # Taken out first: an error that comes of it is no error of the site's.
            self._fetches.pop(request).cancel()
