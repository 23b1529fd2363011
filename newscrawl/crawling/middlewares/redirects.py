"""Follows a host's redirects as far as they stay inside the portal."""

from __future__ import annotations

from urllib.parse import urlsplit

from scrapy import Request
from scrapy.downloadermiddlewares import redirect
from scrapy.http import Response
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.crawling.failures import NotSent
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
            host = (urlparse_cached(result).hostname or "").lower()
            if not any(host == domain or host.endswith("." + domain) for domain in domains):
                raise NotSent(SENT_AWAY, result.url)
            if port_of(result.url) not in (None, port_of(request.url)):  # another server than the portal's
                raise NotSent(SENT_AWAY, f"other port: {result.url}")
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
