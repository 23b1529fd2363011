"""What Scrapy builds of our classes for a crawl: middlewares, extensions, pipelines."""

from __future__ import annotations

from typing import Self

from scrapy.core.engine import ExecutionEngine
from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro


class Component:
    """A part of a crawl that Scrapy builds by its `crawler`."""

    def __init__(self, crawler: Crawler) -> None:
        assert crawler.stats
        self.crawler = crawler
        self.stats = crawler.stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    @property
    def engine(self) -> ExecutionEngine:
        """The engine of a crawl that has begun."""
        assert self.crawler.engine
        return self.crawler.engine

    def end_crawl(self, reason: str) -> None:
        """End the crawl, with what is on its way."""
        deferred_from_coro(self.engine.close_spider_async(reason=reason))
