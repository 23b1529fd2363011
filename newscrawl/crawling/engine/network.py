"""Ends a crawl that has no network: one line and a true exit status in place of a loss for each listing and article."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.counts import NO_NETWORK
from newscrawl.crawling.failures import NETWORK, Stopped
from newscrawl.crawling.spider.portal import PortalComponent
from newscrawl.portals.form import Portal

logger = logging.getLogger(__name__)

FAULTS = (CannotResolveHostError, DownloadConnectionRefusedError, DownloadFailedError)
ENOUGH = 3  # failures of a host that has never answered; fewer where requests are tried less often
HOSTS = 3  # hosts of the portal that are asked before the network is given up: one alone may be dead


class NetworkMiddleware(PortalComponent):
    """Nearest to the network: ends the crawl when no host of the portal can be reached and none ever has been.

    A timeout is no proof; nor is any failure once something was received.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.enough = min(ENOUGH, crawler.settings.getint("RETRY_TIMES") + 1)
        self.heard = False
        self.faults: Counter[str] = Counter()  # by host
        self.words = ""  # of the latest
        self.question: asyncio.Task[None] | None = None

    def process_response(self, request: Request, response: Response) -> Response:
        self.heard = True
        return response

    async def process_exception(self, request: Request, exception: Exception) -> None:
        """Count a host that cannot be reached; when it is enough, ask others, and end the crawl if none answers."""
        if self.heard or not isinstance(exception, FAULTS) or isinstance(exception, ResponseDataLossError):
            return
        self.words = next(words for kind, words in NETWORK if isinstance(exception, kind))
        host = urlparse_cached(request).hostname or ""
        self.faults[host] += 1
        if request.meta.get("is_there"):
            return
        if self.faults[host] >= self.enough:
            self.question = self.question or asyncio.create_task(self.ask_others())
            await asyncio.shield(self.question)
        if self.ended:
            raise Stopped("stopped: no network")

    @property
    def ended(self) -> bool:
        return bool(self.stats.get_value(NO_NETWORK))

    async def ask_others(self) -> None:
        """Ask hosts of the portal that have not failed yet for their robots.txt, and end the crawl if none answers."""
        spider = self.spider
        for host in [host for host in hosts(spider.portal) if host not in self.faults][: HOSTS - len(self.faults)]:
            meta = {"is_there": True, "dont_retry": True, "dont_obey_robotstxt": True, "download_slot": spider.name}
            try:
                await self.engine.download_async(
                    Request(f"https://{host}/robots.txt", meta=meta, callback=NO_CALLBACK, priority=1000)
                )
            except Exception as error:  # that it answers at all is all that is asked
                self.heard = self.heard or not isinstance(error, FAULTS)
            if self.heard:
                return
        asked = ", ".join(self.faults)
        logger.error(
            "no network: %s could not be reached (%s); the crawl ends, the next run tries again", asked, self.words
        )
        self.stats.set_value(NO_NETWORK, 1)
        self.end_crawl("no network")


def hosts(portal: type[Portal]) -> Iterator[str]:
    """Hosts of a portal, each once: its home, those of its listings, that of its example."""
    addresses = (f"https://{portal.home}/", *(listing.url for listing in portal.listings), portal.example)
    names = dict.fromkeys(urlsplit(address).hostname or "" for address in addresses)
    yield from (name for name in names if name and "{" not in name)
