"""A download handler that has every host answered by the benchmark's server on 127.0.0.1, over real HTTP."""

from __future__ import annotations

import json
from urllib.parse import urlsplit, urlunsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response


class LoopbackHandler(HTTP11DownloadHandler):
    """Scrapy's own handler; connects to 127.0.0.1:LOOPBACK_PORT whatever the address's host and scheme.

    The server finds the host in the Host header, and the response has the address that was asked for.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._server = f"127.0.0.1:{crawler.settings.getint('LOOPBACK_PORT')}"

    async def download_request(self, request: Request) -> Response:
        parts = urlsplit(request.url)
        there = request.replace(url=urlunsplit(("http", self._server, parts.path, parts.query, "")))
        there.headers["Host"] = parts.netloc
        response = await super().download_request(there)
        return response.replace(url=request.url)


def loopback_settings(port: int) -> dict[str, str]:
    """What both spiders are given to be answered by the server at `port`."""
    handler = f"{LoopbackHandler.__module__}.{LoopbackHandler.__qualname__}"
    return {
        "DOWNLOAD_HANDLERS": json.dumps({"http": handler, "https": handler}),
        "LOOPBACK_PORT": str(port),
        "DOWNLOAD_DELAY": "0",
        "LOG_LEVEL": "WARNING",
    }
