"""What the network itself said to each request, robots.txt too: nearest to it, so that nothing is hidden on the way."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached
from twisted.python.failure import Failure

from newscrawl.crawling.failures import why


@dataclass(frozen=True, slots=True)
class Answer:
    """What one request got: a status, or a fault in words with its detail.

    `ahead` is how many seconds this machine's clock is ahead of the Date in the answer, `expires` when the host's
    certificate ends.
    """

    url: str
    host: str
    status: int | None = None
    fault: str = ""
    detail: str = ""
    ahead: float | None = None
    expires: datetime | None = None


class Witness:
    """Downloader middleware: keeps every answer and every failure in the spider's `look`."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Witness:
        return cls(crawler)

    def keep(self, answer: Answer) -> None:
        spider: Any = self.crawler.spider
        spider.look.answers.append(answer)

    def process_response(self, request: Request, response: Response) -> Response:
        host = urlparse_cached(request).hostname or ""
        ahead = clock_ahead(response.headers.get("Date"), response.headers.get("Age"), time.time())
        expires = certificate_end(response.certificate)
        self.keep(Answer(request.url, host, response.status, ahead=ahead, expires=expires))
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        if isinstance(exception, IgnoreRequest):  # it was never sent
            return
        fault, detail = why(Failure(exception))  # type: ignore[no-untyped-call]
        if "certificate verify failed" in str(exception):
            fault, detail = "certificate not verified", ""
        self.keep(Answer(request.url, urlparse_cached(request).hostname or "", fault=fault, detail=detail or ""))


def clock_ahead(date: bytes | None, age: bytes | None, now: float) -> float | None:
    """Seconds that `now` (since 1970) is ahead of a Date header; an answer from a cache is `age` seconds old.

    >>> clock_ahead(b"Fri, 24 Jul 2026 11:00:00 GMT", b"60", 1784890865.0)
    5.0
    >>> clock_ahead(b"kemarin", None, 0.0), clock_ahead(None, None, 0.0)
    (None, None)
    """
    try:
        moment = parsedate_to_datetime((date or b"").decode("latin-1"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    old = float(age) if age and age.isdigit() else 0.0
    return now - moment.timestamp() - old


def certificate_end(certificate: Any) -> datetime | None:
    """When a certificate of Twisted's ends; null for none."""
    stamp = certificate.original.get_notAfter() if certificate is not None else None
    return datetime.strptime(stamp.decode("ascii"), "%Y%m%d%H%M%SZ").replace(tzinfo=UTC) if stamp else None
