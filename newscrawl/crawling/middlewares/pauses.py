"""Keeps the pauses that a site asks for with Retry-After."""

from __future__ import annotations

import asyncio
import logging
import re
from datetime import UTC, datetime
from time import monotonic

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.counts import PORTAL_LEFT
from newscrawl.crawling.component import Component
from newscrawl.crawling.failures import Stopped
from newscrawl.crawling.headers import http_date

logger = logging.getLogger(__name__)
SECONDS = re.compile(r"[0-9]+(?:\.[0-9]*)?", re.ASCII)
LONGEST_PAUSE = 31 * 86400.0


class RetryAfterMiddleware(Component):
    """When a site answers 429 or 503 with Retry-After, nothing is asked of its slot for that long.

    No longer than NEWSCRAWL_RETRY_AFTER_MAX seconds, those of pauses without a page between them together. A site that
    wants more of us (429) is left: the crawl ends. A page that is to be away for longer (503) is given up at once.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.longest = crawler.settings.getfloat("NEWSCRAWL_RETRY_AFTER_MAX")
        self.until: dict[str, float] = {}
        self.waited: dict[str, float] = {}  # seconds since the last page
        # Not process_response: by then the slot has sent the next request.
        crawler.signals.connect(self.heed, signals.response_downloaded)

    async def process_request(self, request: Request) -> None:
        while (left := self.until.get(slot_of(request), 0.0) - monotonic()) > 0:
            if not self.crawler.crawling:
                raise Stopped
            await asyncio.sleep(min(left, 0.5))

    def heed(self, response: Response, request: Request) -> None:
        """Keep the pause that an answer asks for, from before its slot is free for another request."""
        slot = slot_of(request)
        if response.status < 400:
            self.waited.pop(slot, None)
        seconds = retry_after(response.headers.get("Retry-After")) if response.status in (429, 503) else None
        if not seconds:
            return
        more = monotonic() + seconds - max(monotonic(), self.until.get(slot, 0.0))
        if more <= 0:  # what was on its way already is told the same
            return
        if self.waited.get(slot, 0.0) + more > self.longest:
            self.refuse(request, response, seconds)
            return
        logger.info("%s asks for a pause of %g s (HTTP %d)", slot, seconds, response.status)
        self.waited[slot] = self.waited.get(slot, 0.0) + more
        self.until[slot] = monotonic() + seconds
        self.hold(slot, seconds)

    def refuse(self, request: Request, response: Response, seconds: float) -> None:
        """A pause that is not waited for: no second try of the page, and where all pages are meant, the end."""
        request.meta["dont_retry"] = True
        said = f"asks for a pause of {seconds:g} s (HTTP {response.status}), more than NEWSCRAWL_RETRY_AFTER_MAX"
        if response.status == 503:
            logger.warning("%s %s: given up", response.url, said)
            return
        if not self.stats.get_value(PORTAL_LEFT):
            logger.error("%s %s: the portal is left for the next run", slot_of(request), said)
            self.stats.set_value(PORTAL_LEFT, said)
            self.end_crawl("asked to stay away")

    def hold(self, name: str, seconds: float) -> None:
        """Requests that wait in the slot's queue already are held by its clock, which needs a delay to go by."""
        if slot := self.engine.downloader.slots.get(name):
            slot.delay = slot.delay or 0.001
            slot.lastseen = monotonic() + seconds


def slot_of(request: Request) -> str:
    """The name of the slot a request is throttled in."""
    return str(request.meta.get("download_slot") or urlparse_cached(request).hostname)


def retry_after(header: bytes | None, now: datetime | None = None) -> float | None:
    """Seconds a Retry-After header asks for, as a number or a date; null if it asks for none.

    A pause of more than `LONGEST_PAUSE` is no pause but a mistake.

    >>> [retry_after(value.encode()) for value in ("120", "1.5", "0", "-5", "soon", "²", "1e400", "9" * 400)]
    [120.0, 1.5, None, None, None, None, None, None]
    >>> moment = datetime(2026, 7, 24, 11, tzinfo=UTC)
    >>> [retry_after(b"Fri, 24 Jul 2026 11:00:30 " + zone, moment) for zone in (b"GMT", b"-0000")]
    [30.0, 30.0]
    """
    text = (header or b"").decode("latin-1").strip()
    if SECONDS.fullmatch(text):
        seconds = float(text)
    elif (moment := http_date(header)) is not None:
        seconds = (moment - (now or datetime.now(UTC))).total_seconds()
    else:
        return None
    return seconds if 0 < seconds <= LONGEST_PAUSE else None
