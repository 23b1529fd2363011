"""Obeys robots.txt: its rules, its Crawl-delay, and what follows where there is none to be had."""

from __future__ import annotations

import asyncio
import logging
import math
import re
from dataclasses import dataclass
from time import monotonic

from scrapy import Request, signals
from scrapy.core.downloader import Downloader, Slot
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.misc import build_from_crawler

from newscrawl.counts import PORTAL_LEFT
from newscrawl.crawling.failures import NotSent, Stopped
from newscrawl.reasons import FORBIDDEN, UNREACHABLE

logger = logging.getLogger(__name__)
PRODUCT_TOKEN = "newscrawl"
FRAMEWORK_TOKEN = "Scrapy"
ROBOTS_MAX_BYTES = 500 * 1024  # RFC 9309, 2.5: the least that a crawler must read, and enough
# "<!DOCTYPE html><html>...": a page sent with status 200 in place of "not found".
MARKUP = re.compile(rb"\s*<(?:!doctype|html|head|body|\?xml)\b", re.IGNORECASE)


def robots_rules(body: bytes) -> bytes:
    r"""The part of a robots.txt body that is read as rules; a page or binary data has none.

    >>> robots_rules(b"\xef\xbb\xbfUser-agent: *\nDisallow: /cari\n")
    b'User-agent: *\nDisallow: /cari\n'
    >>> robots_rules(b"<!DOCTYPE html><p>User-agent: *"), robots_rules(b"\x1f\x8b\x08\x00")
    (b'', b'')
    """
    body = body.removeprefix(b"\xef\xbb\xbf")
    if len(body) > ROBOTS_MAX_BYTES:
        head = body[:ROBOTS_MAX_BYTES]
        # A line cut short would be another rule: "Disallow: /" for "Disallow: /cari".
        body = head[: max(head.rfind(b"\n"), head.rfind(b"\r")) + 1]
    if MARKUP.match(body) or b"\0" in body:
        return b""
    return body


@dataclass(frozen=True)
class Unreachable:
    """A host whose robots.txt could not be read; `since` is on the monotonic clock, in seconds."""

    since: float
    reason: str = UNREACHABLE
    detail: str | None = UNREACHABLE


class RobotsMiddleware(RobotsTxtMiddleware):
    """Obeys robots.txt as RFC 9309 and the people behind a host mean it.

    In place of Scrapy's own, of which versions 2.14 to 2.19 let concurrent requests through while the
    robots.txt is in flight. One robots.txt is fetched for a host and judges every request to it.

    - A request is refused (NotSent "forbidden by robots.txt") when the group for our own name or the
      group for Scrapy forbids it; a name without a group of its own falls back to `*`.
    - Crawl-delay, the longer of the two, becomes the least delay of the request's download slot, in seconds. A host
      that wants more than NEWSCRAWL_CRAWL_DELAY_MAX is left: it is asked for nothing else (Stopped).
    - 4xx, 429 apart: there are no rules. Anything else but 2xx, or no answer: the host is refused
      (NotSent "robots.txt unreachable"), and a request asks again after `RETRY_PAUSE` seconds.

    ROBOTSTXT_USER_AGENT replaces our own name. Stats are Scrapy's `robotstxt/*` and
    `robotstxt/unreachable`, the requests refused because no robots.txt could be read.
    """

    RETRY_PAUSE = 60.0

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._agents = (self._robotstxt_useragent or PRODUCT_TOKEN, FRAMEWORK_TOKEN)
        self._fetches: dict[str, asyncio.Task[RobotParser | Unreachable]] = {}
        self._told: set[str] = set()  # hosts of which it was said that theirs cannot be read
        self._least_delays: dict[str, float] = {}
        self._longest_delay = crawler.settings.getfloat("NEWSCRAWL_CRAWL_DELAY_MAX", math.inf)
        crawler.signals.connect(self._spider_opened, signals.spider_opened)

    async def robot_parser(self, request: Request) -> RobotParser:
        """The rules of the request's host; raises IgnoreRequest if they could not be read."""
        netloc = urlparse_cached(request).netloc
        fetch = self._fetches.get(netloc)
        if fetch is None or self._is_stale(fetch):
            fetch = self._fetches[netloc] = asyncio.create_task(self._fetch_robots(request))
        # The task is shared: a request that is cancelled must not take it away from the others.
        rules = await asyncio.shield(fetch)
        if isinstance(rules, Unreachable):
            self._stats.inc_value("robotstxt/unreachable")
            raise NotSent(rules.reason, rules.detail)
        return rules

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Refuse the request or let it pass, at the pace that the rules `rp` ask for."""
        if rp is None:
            return
        if not all(rp.allowed(request.url, agent) for agent in self._agents):
            logger.debug("Forbidden by robots.txt: %s", request, extra={"spider": self.crawler.spider})
            self._stats.inc_value("robotstxt/forbidden")
            raise NotSent(FORBIDDEN)
        delays = (rp.crawl_delay(agent) or 0.0 for agent in self._agents)
        self._obey_crawl_delay(request, max((delay for delay in delays if delay > 0), default=0.0))  # NaN is not

    def _is_stale(self, fetch: asyncio.Task[RobotParser | Unreachable]) -> bool:
        if not fetch.done():
            return False
        if fetch.cancelled():
            return True
        rules = fetch.result()
        return isinstance(rules, Unreachable) and monotonic() - rules.since >= self.RETRY_PAUSE

    async def _fetch_robots(self, request: Request) -> RobotParser | Unreachable:
        url = urlparse_cached(request)
        robots_request = Request(
            f"{url.scheme}://{url.netloc}/robots.txt",
            priority=self.DOWNLOAD_PRIORITY,
            meta={
                "dont_obey_robotstxt": True,
                "allow_offsite": True,  # a robots.txt that redirects to another host is still this host's
                "download_slot": self._downloader.get_slot_key(request),
            },
            callback=NO_CALLBACK,
        )
        assert self.crawler.engine
        self._stats.inc_value("robotstxt/request_count")
        try:
            response = await self.crawler.engine.download_async(robots_request)
            self._stats.inc_value("robotstxt/response_count")
            self._stats.inc_value(f"robotstxt/response_status_count/{response.status}")
            if 200 <= response.status < 300:
                return await self._parsed(robots_rules(response.body), request)
            if 400 <= response.status < 500 and response.status != 429:
                return await self._parsed(b"", request)
            reason = f"status {response.status}"
        except Exception as error:  # whatever went wrong, the rules are not known
            if isinstance(error, Stopped):  # the crawl is ending, and that was said
                return Unreachable(monotonic(), error.reason, error.detail)
            if not isinstance(error, IgnoreRequest):
                self._stats.inc_value(f"robotstxt/exception_count/{type(error)}")
            reason = f"{type(error).__name__}: {error}"
        logger.log(
            logging.DEBUG if url.netloc in self._told else logging.ERROR,
            "%s unreachable (%s): the host is refused, and asked again after %g s",
            robots_request,
            reason,
            self.RETRY_PAUSE,
            extra={"spider": self.crawler.spider},
        )
        self._told.add(url.netloc)
        return Unreachable(since=monotonic())

    async def _parsed(self, rules: bytes, request: Request) -> RobotParser:
        parser: RobotParser = build_from_crawler(self._parserimpl, self.crawler, rules)
        await self.crawler.signals.send_catch_log_async(
            signal=signals.robots_parsed, robotparser=parser, request=request
        )
        return parser

    @property
    def _downloader(self) -> Downloader:
        assert self.crawler.engine
        return self.crawler.engine.downloader

    def _obey_crawl_delay(self, request: Request, seconds: float) -> None:
        host = urlparse_cached(request).netloc
        if seconds > self._longest_delay:
            if not self._stats.get_value(PORTAL_LEFT):
                said = f"{host} asks for a Crawl-delay of {seconds:g} s, more than NEWSCRAWL_CRAWL_DELAY_MAX"
                logger.error("%s: it is left, as is every host that does", said, extra={"spider": self.crawler.spider})
                self._stats.set_value(PORTAL_LEFT, said)
            raise Stopped(f"stopped: a Crawl-delay of {seconds:g} s")
        downloader = self._downloader
        key = downloader.get_slot_key(request)
        if seconds <= self._least_delays.get(key, 0.0):
            return
        self._least_delays[key] = seconds
        # The very slot that the request will wait in: one is made if there is none yet.
        _, slot = downloader._get_slot(request)
        _slow_down(slot, seconds)
        # Idle slots are thrown away; the next slot of this name is made from these settings.
        kept = {"concurrency": slot.concurrency, "delay": slot.delay, "jitter": slot.jitter}
        downloader.per_slot_settings[key] = kept
        said = f"Crawl-delay {seconds:g} s of {host}: slot {key} waits {slot.delay:g} s between requests"
        logger.info("%s", said, extra={"spider": self.crawler.spider})

    def _spider_opened(self) -> None:
        # Connected only now to be called after AutoThrottle, which lowers a slot's delay on the same signal.
        self.crawler.signals.connect(self._response_downloaded, signals.response_downloaded)

    def _response_downloaded(self, response: Response, request: Request) -> None:
        key = request.meta.get("download_slot", "")
        slot = self._downloader.slots.get(key)
        if slot is not None and key in self._least_delays:
            _slow_down(slot, self._least_delays[key])


def _slow_down(slot: Slot, seconds: float) -> None:
    # Jitter may halve a delay: it goes when the shortest wait would fall below `seconds`.
    if slot.delay * (1 - slot.jitter) < seconds:
        slot.delay = max(slot.delay, seconds)
        slot.jitter = 0.0
