"""Unpacks bodies and makes sure that they are whole."""

from __future__ import annotations

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares import httpcompression
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import DownloadCancelledError, ResponseDataLossError
from scrapy.http import Response, TextResponse
from scrapy.responsetypes import responsetypes

from newscrawl.reading.decoding import ACCEPTED, CutBody, TooLarge, UnknownCoding, decoded, ends_whole


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
