"""What stands between the crawl and a host: its robots.txt, where it sends us, and pages that are here already."""

from __future__ import annotations

import asyncio
import logging
import re
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.core.downloader import Slot
from scrapy.downloadermiddlewares import httpcompression, redirect
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.misc import build_from_crawler

from newscrawl.unread import kept_files, read_kept, response_of

if TYPE_CHECKING:
    from scrapy.core.downloader import Downloader
    from scrapy.crawler import Crawler

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
    why: str = "robots.txt unreachable"


class RobotsMiddleware(RobotsTxtMiddleware):
    """Obeys robots.txt as RFC 9309 and the people behind a host mean it.

    In place of Scrapy's own, of which versions 2.14 to 2.19 let concurrent requests through while the
    robots.txt is in flight. One robots.txt is fetched for a host and judges every request to it.

    - A request is refused (IgnoreRequest "Forbidden by robots.txt") when the group for our own name or the
      group for Scrapy forbids it; a name without a group of its own falls back to `*`.
    - Crawl-delay, the longer of the two, becomes the least delay of the request's download slot, in seconds.
    - 4xx, 429 apart: there are no rules. Anything else but 2xx, or no answer: the host is refused
      (IgnoreRequest "robots.txt unreachable"), and a request asks again after `RETRY_PAUSE` seconds.

    ROBOTSTXT_USER_AGENT replaces our own name. Stats are Scrapy's `robotstxt/*` and
    `robotstxt/unreachable`, the requests refused because no robots.txt could be read.
    """

    RETRY_PAUSE = 60.0

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._agents = (self._robotstxt_useragent or PRODUCT_TOKEN, FRAMEWORK_TOKEN)
        self._fetches: dict[str, asyncio.Task[RobotParser | Unreachable]] = {}
        self._least_delays: dict[str, float] = {}
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
            raise IgnoreRequest(rules.why)
        return rules

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Refuse the request or let it pass, at the pace that the rules `rp` ask for."""
        if rp is None:
            return
        if not all(rp.allowed(request.url, agent) for agent in self._agents):
            logger.debug(
                "Forbidden by robots.txt: %(request)s",
                {"request": request},
                extra={"spider": self.crawler.spider},
            )
            self._stats.inc_value("robotstxt/forbidden")
            raise IgnoreRequest("Forbidden by robots.txt")
        self._obey_crawl_delay(request, max(rp.crawl_delay(agent) or 0.0 for agent in self._agents))

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
            if str(error).startswith("stopped"):  # the crawl is ending, and that was said
                return Unreachable(since=monotonic(), why=str(error))
            if not isinstance(error, IgnoreRequest):
                self._stats.inc_value(f"robotstxt/exception_count/{type(error)}")
            reason = f"{type(error).__name__}: {error}"
        logger.error(
            "%(request)s unreachable (%(reason)s): the host is refused, and asked again after %(pause)g s",
            {"request": robots_request, "reason": reason, "pause": self.RETRY_PAUSE},
            extra={"spider": self.crawler.spider},
        )
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
        downloader = self._downloader
        key = downloader.get_slot_key(request)
        if seconds <= self._least_delays.get(key, 0.0):
            return
        self._least_delays[key] = seconds
        # The very slot that the request will wait in: one is made if there is none yet.
        _, slot = downloader._get_slot(request)
        _slow_down(slot, seconds)
        # Idle slots are thrown away; the next slot of this name is made from these settings.
        downloader.per_slot_settings[key] = {
            "concurrency": slot.concurrency,
            "delay": slot.delay,
            "jitter": slot.jitter,
        }
        logger.info(
            "Crawl-delay %(seconds)g s of %(host)s: slot %(slot)s waits %(delay)g s between requests",
            {
                "seconds": seconds,
                "host": urlparse_cached(request).netloc,
                "slot": key,
                "delay": slot.delay,
            },
            extra={"spider": self.crawler.spider},
        )

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


class RedirectMiddleware(redirect.RedirectMiddleware):
    """Follows redirects inside the portal; one that leads elsewhere fails the request with IgnoreRequest.

    Scrapy's offsite filter drops such a request without a word to its errback, and an article would be lost
    from the count.
    """

    def process_response(  # type: ignore[override]  # without the spider argument that Scrapy deprecates
        self, request: Request, response: Response
    ) -> Request | Response:
        result = super().process_response(request, response)
        domains: list[str] = getattr(self.crawler.spider, "allowed_domains", None) or []
        if isinstance(result, Request) and domains:
            host = (urlparse_cached(result).hostname or "").lower()
            if not any(host == domain or host.endswith("." + domain) for domain in domains):
                raise IgnoreRequest(f"offsite: {result.url}")
            if port_of(result.url) not in (None, port_of(request.url)):  # another server than the portal's
                raise IgnoreRequest(f"other port: {result.url}")
        return result


def port_of(url: str) -> int | None:
    """The port an address names, null for its scheme's own.

    >>> port_of("https://a.example:443/"), port_of("http://a.example/"), port_of("http://a.example:8080/")
    (None, None, 8080)
    """
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        return -1
    return None if port == {"http": 80, "https": 443}.get(parts.scheme) else port


class HttpCompressionMiddleware(httpcompression.HttpCompressionMiddleware):
    """A gzip body that was cut fails the request with EOFError; Scrapy's own passes on what there is of it."""

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        decoded = httpcompression.HttpCompressionMiddleware._decode(body, encoding, max_size)
        if encoding in (b"gzip", b"x-gzip"):
            stream = zlib.decompressobj(wbits=31)
            stream.decompress(body)
            if not stream.eof:
                raise EOFError("the compressed body ends too early")
        return decoded


class RetryAfterMiddleware:
    """When a site answers 429 or 503 with Retry-After, nothing is asked of its slot for that long.

    A longer pause than NEWSCRAWL_RETRY_AFTER_MAX seconds is not waited for.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.longest = crawler.settings.getfloat("NEWSCRAWL_RETRY_AFTER_MAX")
        self.until: dict[str, float] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RetryAfterMiddleware:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        while (left := self.until.get(slot_of(request), 0.0) - monotonic()) > 0:
            if not self.crawler.crawling:
                raise IgnoreRequest("stopped while the site asked for a pause")
            await asyncio.sleep(min(left, 0.5))

    async def process_response(self, request: Request, response: Response) -> Response:
        seconds = retry_after(response.headers.get("Retry-After")) if response.status in (429, 503) else None
        if seconds and seconds <= self.longest:
            slot = slot_of(request)
            logger.info("%s asks for a pause of %d s (HTTP %d)", slot, seconds, response.status)
            self.until[slot] = max(self.until.get(slot, 0.0), monotonic() + seconds)
            self.hold(slot, seconds)
        return response

    def hold(self, name: str, seconds: float) -> None:
        """Requests that wait in the slot's queue already are held by its clock, which needs a delay to go by."""
        assert self.crawler.engine
        if slot := self.crawler.engine.downloader.slots.get(name):
            slot.delay = slot.delay or 0.001
            slot.lastseen = monotonic() + seconds


def slot_of(request: Request) -> str:
    """The name of the slot a request is throttled in."""
    return str(request.meta.get("download_slot") or urlparse_cached(request).hostname)


def retry_after(header: bytes | None, now: datetime | None = None) -> float | None:
    """Seconds a Retry-After header asks for, as a number or a date; null if it asks for none.

    >>> retry_after(b"120"), retry_after(b"soon")
    (120.0, None)
    >>> retry_after(b"Fri, 24 Jul 2026 11:00:30 GMT", datetime(2026, 7, 24, 11, tzinfo=UTC))
    30.0
    """
    text = (header or b"").decode("latin-1").strip()
    if text.isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds()) or None


class KeptPagesMiddleware:
    """Answers with the pages that were kept because they could not be read, in `scrapy reread`."""

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("NEWSCRAWL_REREAD"):
            raise NotConfigured
        assert crawler.spider
        folder = Path(crawler.settings["NEWSCRAWL_DATA"]) / crawler.spider.name
        self.paths = {page.id: path for path, page in kept_files(folder)}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> KeptPagesMiddleware:
        return cls(crawler)

    def process_request(self, request: Request) -> Response | None:
        """The kept page of an article; its further pages come from the site."""
        id = request.meta.get("article_id")
        if id is None or request.meta.get("part"):
            return None
        try:
            return response_of(read_kept(self.paths[id]), request)
        except (KeyError, OSError, ValueError):
            raise IgnoreRequest("its kept page is gone") from None
