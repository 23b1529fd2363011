"""The last step of an article: into the portal's files."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.utils.defer import deferred_from_coro

from newscrawl.archive import is_past, scope
from newscrawl.items import Article, Dropped, to_record
from newscrawl.store import Store, StoreBusy, StoreFailed

logger = logging.getLogger(__name__)

LINES_AT_ONCE = 500  # of what was not reached, when a crawl is stopped


class StorageLost(DropItem):
    """The item could not be stored; the crawl is ending."""


class StorePipeline:
    """Stores articles and the reasons of those not stored under NEWSCRAWL_DATA/PORTAL, and counts them.

    Where NEWSCRAWL_DATA is empty it only counts. A storage that fails ends the crawl: `storage/failed` in the stats.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.keeps = bool(crawler.settings.get("NEWSCRAWL_DATA"))
        self.store: Store | None = None
        self.leftover: Callable[[], list[Dropped]] = list  # what has not ended when the crawl closes

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> StorePipeline:
        return cls(crawler)

    def open_spider(self) -> None:
        spider: Any = self.crawler.spider
        if not self.keeps:
            return
        store = Store(Path(self.crawler.settings["NEWSCRAWL_DATA"]) / spider.name, spider.now().date())
        try:
            store.open()
        except (StoreBusy, StoreFailed) as error:
            self.fail(error)
            return
        for note in store.notes:
            logger.warning("%s", note)
        self.store = store
        days, plan = spider.days, spider.plan
        days.is_done = lambda day: not plan.again and store.done(scope(day, plan.channels))
        days.mark_done = lambda day: self.mark_done(day, spider)
        days.published = lambda id: known.published_at if (known := store.stored(id)) else None

    def mark_done(self, day: str, spider: Any) -> None:
        """Remember a day of an archive whose articles have all ended well."""
        if self.store and not self.stat("storage/failed") and is_past(day, spider.now().date()):
            try:
                self.store.mark_done(scope(day, spider.plan.channels))
            except StoreFailed as error:
                self.fail(error)

    def close_spider(self) -> None:
        left = self.leftover()
        for start in range(0, len(left), LINES_AT_ONCE):
            self.write_left(left[start : start + LINES_AT_ONCE])
        if self.store:
            self.store.close()
            self.store = None

    def process_item(self, item: Any) -> Any:
        if not isinstance(item, Article | Dropped):
            return item
        end = self.write(item)
        if isinstance(item, Dropped):
            raise DropItem(f"{item.reason}: {item.url}" + (f" ({item.detail})" if item.detail else ""))
        if end == "articles/unchanged":
            raise DropItem(f"unchanged: {item.url}")
        return item

    def write(self, item: Article | Dropped) -> str:
        """Store it or its reason, and count it; returns the key. Raises StorageLost where the storage fails."""
        end = "articles/stored"
        if isinstance(item, Dropped):
            end = f"articles/{'failed' if item.again else 'dropped'}/{item.reason}"
        try:
            if self.store and isinstance(item, Article):
                record = to_record(item)
                end = f"articles/{self.store.add(record)}"
                item.revision = record["revision"]
            elif self.store:
                self.store.drop(to_record(item))
            elif self.keeps:
                raise StoreFailed("closed")
        except StoreFailed as error:
            self.fail(error)
            self.count("articles/failed/storage failed")
            raise StorageLost("storage failed") from None
        self.count(end)
        return end

    def write_left(self, items: list[Dropped]) -> None:
        """Store and count the reasons of many articles at once: one by one, a long list would hold up a stop."""
        try:
            if self.store:
                self.store.drop_all([to_record(item) for item in items])
            elif self.keeps:
                raise StoreFailed("closed")
        except StoreFailed as error:
            self.fail(error)
            self.count("articles/failed/storage failed", len(items))
            return
        for item in items:
            self.count(f"articles/failed/{item.reason}")

    def count(self, key: str, number: int = 1) -> None:
        assert self.crawler.stats
        self.crawler.stats.inc_value(key, number)

    def stat(self, key: str) -> Any:
        assert self.crawler.stats
        return self.crawler.stats.get_value(key)

    def fail(self, error: Exception) -> None:
        """Say it, count it, and end the crawl: what cannot be stored need not be fetched."""
        assert self.crawler.stats
        assert self.crawler.engine
        if self.stat("storage/failed"):
            return
        logger.error("storage failed: %s", error)
        self.crawler.stats.set_value("storage/failed", str(error))
        self.crawler.stats.set_value("storage/busy", isinstance(error, StoreBusy))
        deferred_from_coro(self.crawler.engine.close_spider_async(reason="storage failed"))
