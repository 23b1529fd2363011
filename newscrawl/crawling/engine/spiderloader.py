"""How Scrapy finds the portals: a file that cannot be used costs only its own portal."""

from __future__ import annotations

from typing import Any

from scrapy import Request, Spider

from newscrawl.crawling.spider.portal import spider_of
from newscrawl.portals.registry import broken, portals


class PortalLoader:
    """Scrapy's SPIDER_LOADER_CLASS over `portals()`."""

    @classmethod
    def from_settings(cls, _: Any) -> PortalLoader:
        return cls()

    def load(self, spider_name: str) -> type[Spider]:
        """The portal of that name. Raises KeyError with the reason for one whose file is broken."""
        try:
            return spider_of(portals()[spider_name])
        except KeyError:
            raise KeyError(broken().get(spider_name, f"Spider not found: {spider_name}")) from None

    def find_by_request(self, request: Request) -> list[str]:
        """Names of the portals whose hosts a request goes to."""
        return [name for name, portal in portals().items() if spider_of(portal).handles_request(request)]

    def list(self) -> list[str]:
        """The names of all portals."""
        return [*portals()]
