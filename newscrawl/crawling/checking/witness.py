"""What the network itself said to each request, robots.txt too: nearest to it, so that nothing is hidden on the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached
from twisted.python.failure import Failure

from newscrawl.crawling.component import Component
from newscrawl.crawling.engine.clock import ahead
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


class Witness(Component):
    """Downloader middleware: keeps every answer and every failure in the spider's `look`."""

    def keep(self, answer: Answer) -> None:
        spider: Any = self.crawler.spider
        spider.look.answers.append(answer)

    def process_response(self, request: Request, response: Response) -> Response:
        behind, end = ahead(response, datetime.now(UTC)), certificate_end(response.certificate)
        host = urlparse_cached(request).hostname or ""
        self.keep(Answer(request.url, host, response.status, ahead=None if behind is None else -behind, expires=end))
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        if isinstance(exception, IgnoreRequest):  # it was never sent
            return
        fault, detail = why(Failure(exception))  # type: ignore[no-untyped-call]
        if "certificate verify failed" in str(exception):
            fault, detail = "certificate not verified", ""
        self.keep(Answer(request.url, urlparse_cached(request).hostname or "", fault=fault, detail=detail or ""))


def certificate_end(certificate: Any) -> datetime | None:
    """When a certificate of Twisted's ends; null for none."""
    stamp = certificate.original.get_notAfter() if certificate is not None else None
    return datetime.strptime(stamp.decode("ascii"), "%Y%m%d%H%M%SZ").replace(tzinfo=UTC) if stamp else None
