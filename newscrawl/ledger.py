"""Every article that was found ends as exactly one thing, and the sum is kept.

found = stored + revised + unchanged + already stored + dropped (by reason) + failed (by reason)
"""

from __future__ import annotations

from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.spidermiddlewares.base import BaseSpiderMiddleware
from scrapy.statscollectors import StatsCollector

from newscrawl.pipelines import StorePipeline

FOUND = "articles/found"
ENDS = ("stored", "revised", "unchanged", "already stored", "dropped", "failed")


class LedgerMiddleware(BaseSpiderMiddleware):
    """Lets through one request an article: what was found before in this run, or is stored, is not fetched.

    Listings and the further pages of an article always pass.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        assert crawler.stats
        self.stats: StatsCollector = crawler.stats
        self.seen: set[str] = set()

    def get_processed_request(self, request: Request, response: Response | None) -> Request | None:
        id = request.meta.get("article_id")
        if id is None or request.meta.get("part"):
            return request
        if id in self.seen:
            self.stats.inc_value("articles/found again")
            return None
        self.seen.add(id)
        self.stats.inc_value(FOUND)
        pipeline = self.crawler.get_item_pipeline(StorePipeline)
        store = pipeline.store if pipeline else None
        spider = self.crawler.spider
        if store is None or getattr(getattr(spider, "plan", None), "again", False):
            return request
        stored = store.stored(id)
        if stored and stored.complete:
            self.stats.inc_value("articles/already stored")
            return None
        if not stored and (reason := store.dropped(id)):
            self.stats.inc_value(f"articles/dropped/{reason} (an earlier run)")
            return None
        return request


def balance(stats: dict[str, Any]) -> dict[str, int]:
    """How the articles found ended: `found` and each of ENDS, dropped and failed summed over their reasons.

    >>> balance({"articles/found": 3, "articles/stored": 1, "articles/dropped/removed": 2})["dropped"]
    2
    """
    sums = {"found": int(stats.get(FOUND, 0))}
    for end in ENDS:
        sums[end] = sum(int(v) for k, v in stats.items() if k == f"articles/{end}" or k.startswith(f"articles/{end}/"))
    return sums


def reasons(stats: dict[str, Any], end: str) -> dict[str, int]:
    """Counts by reason of what was `dropped` or `failed`, the most frequent first."""
    prefix = f"articles/{end}/"
    found = {k.removeprefix(prefix): int(v) for k, v in stats.items() if k.startswith(prefix)}
    return dict(sorted(found.items(), key=lambda item: -item[1]))
