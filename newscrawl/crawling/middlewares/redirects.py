"""Follows a host's redirects as far as they stay inside the portal."""

from __future__ import annotations

from scrapy import Request
from scrapy.downloadermiddlewares import redirect
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.crawling.failures import NotSent
from newscrawl.portals.identity import is_within, port_of
from newscrawl.reasons import SENT_AWAY


class RedirectMiddleware(redirect.RedirectMiddleware):
    """Follows redirects inside the portal; one that leads elsewhere fails the request with NotSent.

    Scrapy's offsite filter drops such a request without a word to its errback, and an article would be lost
    from the count.
    """

    def process_response(  # type: ignore[override]  # without the spider argument that Scrapy deprecates
        self, request: Request, response: Response
    ) -> Request | Response:
        result = super().process_response(request, response)
        domains: list[str] = getattr(self.crawler.spider, "allowed_domains", None) or []
        if isinstance(result, Request) and domains:
            if not is_within(urlparse_cached(result).hostname or "", domains):
                raise NotSent(SENT_AWAY, result.url)
            if port_of(result.url) not in (None, port_of(request.url)):  # another server than the portal's
                raise NotSent(SENT_AWAY, f"other port: {result.url}")
        return result
