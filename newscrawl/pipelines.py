"""The last step of an article: into the portal's files."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.utils.defer import deferred_from_coro

from newscrawl.archive import is_past, scope
from newscrawl.items import Article, Dropped, to_record
from newscrawl.reasons import AGAIN, Says, is_final
from newscrawl.store import Store, StoreBusy, StoreFailed

logger = logging.getLogger(__name__)


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
        self.asked_again: set[str] = set()  # ids of articles that no listing of this run has shown
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
        days.pending = lambda: self.pending(store)
        days.published = lambda id: known.published_at if (known := store.stored(id)) else None

    def pending(self, store: Store) -> list[tuple[str, str]]:
        """Articles that earlier runs have not had and this one asks for again; says how many are too many."""
        settings = self.crawler.settings
        most = settings.getint("NEWSCRAWL_PENDING_MOST")
        try:
            found = store.pending(settings.getint("NEWSCRAWL_PENDING_DAYS"))
        except StoreFailed as error:
            self.fail(error)
            return []
        if len(found) > most:
            more = len(found) - most
            logger.warning("%d articles of earlier runs are left for the next run (NEWSCRAWL_PENDING_MOST)", more)
        return found[:most]

    def mark_done(self, day: str, spider: Any) -> None:
        """Remember a day of an archive whose articles have all ended well."""
        if self.store and not self.stat("storage/failed") and is_past(day, spider.now().date()):
            try:
                self.store.mark_done(scope(day, spider.plan.channels))
            except StoreFailed as error:
                self.fail(error)

    def close_spider(self) -> None:
        for item in self.leftover():
            with suppress(StorageLost):
                self.write(item)
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
        try:
            if isinstance(item, Dropped):
                end = self.end_of(item)
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

    def end_of(self, item: Dropped) -> str:
        """How an article that was not had is counted; says on the item which try it was and whether it was the last."""
        spider: Any = self.crawler.spider
        said = spider.said(item.reason, item.detail, item.id)
        item.again = said is not Says.SURE
        if self.store and item.id:
            unsure, missing = (self.store.days_tried(item.id, n) for n in (Says.UNSURE, Says.MISSING))
            item.tries = self.store.days_tried(item.id)
            tries = self.crawler.settings.getint("NEWSCRAWL_TRIES")
            item.again = not is_final(said, unsure, missing, tries)
        # A page that was none on an earlier day was counted then; one that fails again is a fault of this night, too.
        known = item.id in self.asked_again or (item.tries > 1 and said is not Says.FAILED)
        again = f" {AGAIN}" if known else ""
        return f"articles/{'failed' if said is Says.FAILED else 'dropped'}/{item.reason}{again}"

    def count(self, key: str) -> None:
        assert self.crawler.stats
        self.crawler.stats.inc_value(key)

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
