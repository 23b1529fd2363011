"""What stands between the crawl and a host: its robots.txt, where it sends us, and pages that are here already."""

from __future__ import annotations

import asyncio
import logging
import math
import re
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
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest, NotConfigured, ResponseDataLossError
from scrapy.http import Response, TextResponse
from scrapy.http.request import NO_CALLBACK
from scrapy.responsetypes import responsetypes
from scrapy.robotstxt import RobotParser
from scrapy.utils.defer import deferred_from_coro
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.misc import build_from_crawler

from newscrawl.counts import PORTAL_LEFT
from newscrawl.crawling.downloader import STOPPED
from newscrawl.reading.decoding import ACCEPTED, CutBody, TooLarge, UnknownCoding, decoded, ends_whole
from newscrawl.storing.unread import kept_files, read_kept, response_of

if TYPE_CHECKING:
    from scrapy.core.downloader import Downloader
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

# Counted by this name: why the portal, or a host of it, was left before everything was asked for.

SECONDS = re.compile(r"[0-9]+(?:\.[0-9]*)?", re.ASCII)
LONGEST_PAUSE = 31 * 86400.0

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
    - Crawl-delay, the longer of the two, becomes the least delay of the request's download slot, in seconds. A host
      that wants more than NEWSCRAWL_CRAWL_DELAY_MAX is left: it is asked for nothing else (IgnoreRequest "stopped").
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
        host = urlparse_cached(request).netloc
        if seconds > self._longest_delay:
            if not self._stats.get_value(PORTAL_LEFT):
                said = f"{host} asks for a Crawl-delay of {seconds:g} s, more than NEWSCRAWL_CRAWL_DELAY_MAX"
                logger.error("%s: it is left, as is every host that does", said, extra={"spider": self.crawler.spider})
                self._stats.set_value(PORTAL_LEFT, said)
            raise IgnoreRequest(f"{STOPPED}: a Crawl-delay of {seconds:g} s")
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
                "host": host,
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
    """Unpacks bodies and makes sure that they are whole; Scrapy's own passes on what there is of one that was cut.

    A body that was cut is asked for again like one that the network lost, then fails with ResponseDataLossError. So
    is one that lasts as long as its connection and lacks the end that its kind has, or that the site says is a part
    (HTTP 206). Of an answer that is no success only the status counts: its body is left empty where it cannot be
    unpacked.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self.crawler = crawler

    def process_request(self, request: Request) -> None:  # type: ignore[override]  # no spider, nothing to return
        """Ask for the codings that are read to their end."""
        request.headers.setdefault("Accept-Encoding", ", ".join(ACCEPTED))

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """The response unpacked, or the request to be made again."""
        if request.method == "HEAD":
            return response
        named = b",".join(response.headers.getlist("Content-Encoding")).decode("latin-1").lower()
        codings = [coding for name in named.split(",") if (coding := name.strip())]
        is_good = 200 <= response.status < 300
        most = request.meta.get("download_maxsize", self._max_size)
        try:
            if response.status == 206:  # which answers a Range, and none was asked for
                raise CutBody("HTTP 206, a part of the page")
            body = decoded(response.body, codings, most)
            if is_good and not codings and "partial" in response.flags and not ends_whole(body):
                raise CutBody("the connection ended before the page")
        except (CutBody, UnknownCoding, TooLarge) as error:
            if not is_good:
                body = b""
            elif isinstance(error, TooLarge):
                raise DownloadCancelledError(f"{response.url}: {error}") from None
            else:
                return self._again(request, error)
        return unpacked(response, body) if codings else response

    def _again(self, request: Request, error: Exception) -> Request:
        """The request once more; raises ResponseDataLossError when it was made often enough."""
        assert self.crawler.spider
        settings = self.crawler.settings
        again = None
        if settings.getbool("RETRY_ENABLED") and not request.meta.get("dont_retry"):
            again = get_retry_request(request, spider=self.crawler.spider, reason="cut body")
        if again is None:
            raise ResponseDataLossError(str(error))
        return again


def unpacked(response: Response, body: bytes) -> Response:
    """The response with its body unpacked, and of the class that the body is of."""
    headers = response.headers.copy()
    del headers["Content-Encoding"]
    kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
    # A character set that was found in packed bytes is none.
    encoding = {"encoding": None} if issubclass(kind, TextResponse) else {}
    return response.replace(cls=kind, headers=headers, body=body, **encoding)


class RetryAfterMiddleware:
    """When a site answers 429 or 503 with Retry-After, nothing is asked of its slot for that long.

    No longer than NEWSCRAWL_RETRY_AFTER_MAX seconds, those of pauses without a page between them together. A site that
    wants more of us (429) is left: the crawl ends. A page that is to be away for longer (503) is given up at once.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.longest = crawler.settings.getfloat("NEWSCRAWL_RETRY_AFTER_MAX")
        self.until: dict[str, float] = {}
        self.waited: dict[str, float] = {}  # seconds since the last page

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> RetryAfterMiddleware:
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        while (left := self.until.get(slot_of(request), 0.0) - monotonic()) > 0:
            if not self.crawler.crawling:
                raise IgnoreRequest(STOPPED)
            await asyncio.sleep(min(left, 0.5))

    async def process_response(self, request: Request, response: Response) -> Response:
        slot = slot_of(request)
        if response.status < 400:
            self.waited.pop(slot, None)
        seconds = retry_after(response.headers.get("Retry-After")) if response.status in (429, 503) else None
        if not seconds:
            return response
        more = monotonic() + seconds - max(monotonic(), self.until.get(slot, 0.0))
        if more <= 0:  # what was on its way already is told the same
            return response
        if self.waited.get(slot, 0.0) + more > self.longest:
            self.refuse(request, response, seconds)
            return response
        logger.info("%s asks for a pause of %g s (HTTP %d)", slot, seconds, response.status)
        self.waited[slot] = self.waited.get(slot, 0.0) + more
        self.until[slot] = monotonic() + seconds
        self.hold(slot, seconds)
        return response

    def refuse(self, request: Request, response: Response, seconds: float) -> None:
        """A pause that is not waited for: no second try of the page, and where all pages are meant, the end."""
        request.meta["dont_retry"] = True
        said = f"asks for a pause of {seconds:g} s (HTTP {response.status}), more than NEWSCRAWL_RETRY_AFTER_MAX"
        if response.status == 503:
            logger.warning("%s %s: given up", response.url, said)
            return
        assert self.crawler.stats
        assert self.crawler.engine
        if not self.crawler.stats.get_value(PORTAL_LEFT):
            logger.error("%s %s: the portal is left for the next run", slot_of(request), said)
            self.crawler.stats.set_value(PORTAL_LEFT, said)
            deferred_from_coro(self.crawler.engine.close_spider_async(reason="asked to stay away"))

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
    else:
        try:
            moment = parsedate_to_datetime(text)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # "-0000"
            seconds = (moment - (now or datetime.now(UTC))).total_seconds()
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    return seconds if 0 < seconds <= LONGEST_PAUSE else None


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
