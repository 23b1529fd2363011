"""Download handlers for a crawl whose names are not resolved: all of them, or those of one host."""

from __future__ import annotations

from scrapy import Request
from scrapy.exceptions import CannotResolveHostError
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from benchmarks.loopback import LoopbackHandler


class OneHostDead(LoopbackHandler):
    """Every host is answered but index.okezone.com."""

    async def download_request(self, request: Request) -> Response:
        if self.is_dead(urlparse_cached(request).hostname or ""):
            raise CannotResolveHostError(f"DNS lookup failed: {urlparse_cached(request).hostname}")
        return await super().download_request(request)

    def is_dead(self, host: str) -> bool:
        return host == "index.okezone.com"


class NoNetwork(OneHostDead):
    """None is."""

    def is_dead(self, host: str) -> bool:
        return True
