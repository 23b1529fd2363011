"""Answers with the pages that are here already, in `scrapy reread`."""

from __future__ import annotations

from pathlib import Path

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from newscrawl.crawling.component import Component
from newscrawl.crawling.failures import NotSent
from newscrawl.reasons import KEPT_DAMAGED
from newscrawl.storing.unread import kept_files, read_kept, response_of


class KeptPagesMiddleware(Component):
    """Answers with the pages that were kept because they could not be read, in `scrapy reread`."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        if not settings.getbool("NEWSCRAWL_REREAD") or settings.get("NEWSCRAWL_REREAD_WARC"):
            raise NotConfigured
        assert crawler.spider
        folder = Path(settings["NEWSCRAWL_DATA"]) / crawler.spider.name
        self.paths = {page.id: path for path, page in kept_files(folder)}

    def process_request(self, request: Request) -> Response | None:
        """The kept page of an article; its further pages come from the site."""
        id = request.meta.get("article_id")
        if id is None or request.meta.get("part"):
            return None
        try:
            return response_of(read_kept(self.paths[id]), request)
        except (KeyError, FileNotFoundError):
            raise NotSent("request failed", "its kept page is gone") from None
        except (OSError, ValueError) as error:
            raise NotSent(KEPT_DAMAGED, str(error)) from None
