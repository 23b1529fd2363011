"""The last step of an article: into the portal's files."""

from __future__ import annotations

import logging
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from newscrawl import counts
from newscrawl.crawling.keeping.remembering import StoreMemory
from newscrawl.crawling.spider.portal import PortalComponent
from newscrawl.discovery.shown import Shown
from newscrawl.items import Article, Dropped, to_record
from newscrawl.reasons import AGAIN, CAME_LATE, Says, is_final, says
from newscrawl.storing.index import Index
from newscrawl.storing.lines import is_complete
from newscrawl.storing.store import Store, StoreBusy, StoreFailed
from newscrawl.storing.versions import differing, still_dated

logger = logging.getLogger(__name__)

MOST_DAYS = 31  # of which is looked whether lists show again what was stored: as many as nights catch up, and more
LINES_AT_ONCE = 500  # of what was not reached, when a crawl is stopped


class StorageLost(DropItem):
    """The item could not be stored; the crawl is ending."""


class StorePipeline(PortalComponent):
    """Stores articles and the reasons of those not stored under NEWSCRAWL_DATA/PORTAL, and counts them.

    Where NEWSCRAWL_DATA is empty it only counts. A storage that fails ends the crawl: `storage/failed` in the stats.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.keeps = bool(crawler.settings.get("NEWSCRAWL_DATA"))
        self.store: Store | None = None
        self.written: set[str] = set()  # ids of what this run has stored or dropped
        self.asked_again: set[str] = set()  # ids of articles that no listing of this run has shown
        self.shown = Shown()
        self.anew: dict[str, dict[str, str]] = {}  # of what this run stored first: time, then title by id

    def open_spider(self) -> None:
        spider = self.spider
        if not self.keeps:
            return
        assert spider.folder
        store = Store(spider.folder, spider.now().date())
        try:
            store.open(spider.begin)
        except (StoreBusy, StoreFailed) as error:
            self.fail(error)
            return
        self.say(store.notes)
        self.store = store
        self.count_held(counts.HELD_BEFORE)
        spider.days.memory = StoreMemory(store, spider, self.written, self.fail, self.has_failed)
        by_day = not spider.plan.archive and any(first.by_day for first in spider.portal.listings[:1])
        self.shown = Shown(self.stored_lately(store), whole=by_day)

    def close_spider(self) -> None:
        left = self.spider.not_reached()
        for start in range(0, len(left), LINES_AT_ONCE):
            self.write_left(left[start : start + LINES_AT_ONCE])
        if self.store:
            self.count_held(counts.HELD)
            for key, number in zip((counts.KNOWN, counts.UNLISTED), self.shown.counts, strict=True):
                self.stats.set_value(key, number)
            until, known = self.spider.read_until, (self.shown.stored[id] for id in self.shown.again)
            overdue = int(self.stats.get_value(counts.OVERDUE) or 0)
            self.count(counts.DUE, overdue + sum(until is not None and at < until for at in known))
            self.say(self.store.notes)  # what was mended on the way
            self.store.close()
            self.store = None

    def say(self, notes: list[str]) -> None:
        """Tell once what the store has mended."""
        for note in notes:
            logger.warning("%s", note)
        notes.clear()

    def process_item(self, item: Any) -> Any:
        if not isinstance(item, Article | Dropped):
            return item
        end = self.write(item)
        if isinstance(item, Dropped):
            raise DropItem(f"{item.reason}: {item.url}" + (f" ({item.detail})" if item.detail else ""))
        if end == counts.UNCHANGED:
            raise DropItem(f"unchanged: {item.url}")
        if end.startswith(counts.WORSE):
            raise DropItem(f"a worse copy of what is stored, kept aside: {item.url} ({end.removeprefix(counts.WORSE)})")
        return item

    def write(self, item: Article | Dropped) -> str:
        """Store it or its reason, and count it; returns the key. Raises StorageLost where the storage fails."""
        spider = self.spider
        end = counts.STORED
        try:
            if isinstance(item, Dropped):
                end = self.drop(item)
            elif self.store:
                record = to_record(item)
                known = self.store.record(record["id"])
                said = {**record}
                is_overdue = known is None and self.is_overdue(item)
                if known and not (spider.plan.again or spider.is_reread):  # mended rules may know better
                    record |= still_dated(known, record)
                outcome = self.store.add(record, again=spider.plan.again, reread=spider.is_reread)
                self.compare(known, said, outcome)
                self.count(counts.OVERDUE, is_overdue)
                end = counts.WORSE + record["worse"] if outcome == "worse" else f"articles/{outcome}"
                item.revision = record["revision"]
            elif self.keeps:
                raise StoreFailed("closed")
        except StoreFailed as error:
            self.fail(error)
            self.count(counts.FAILED + "storage failed")
            raise StorageLost("storage failed") from None
        self.count(end)
        if item.id:
            self.written.add(item.id)
        return end

    def is_overdue(self, article: Article) -> bool:
        """True for an article that no run knew, though the last one has read the lists of when it was published."""
        spider, moment = self.spider, article.published_at
        if spider.read_until is None or moment is None or article.published_precision == "day":
            return False
        is_of_lists = spider.plan.since <= moment.astimezone(ZoneInfo(spider.portal.zone)).date()
        is_seen = article.id in spider.came_late or not spider.days.memory.is_new(article.id)
        return is_of_lists and moment < spider.read_until and not is_seen

    def compare(self, known: dict[str, Any] | None, record: dict[str, Any], outcome: str) -> None:
        """Count what a page says otherwise than a whole article stored; remember what is stored for the first time."""
        if outcome == "stored" and record["published_at"] and self.spider.plan.corrected:
            self.anew.setdefault(record["published_at"], {})[record["id"]] = record["title"].casefold()
        elif known and is_complete(known) and outcome in ("revised", "unchanged") and not self.spider.is_reread:
            self.count(counts.READ_AGAIN)
            for name in differing(known, record):
                self.count(counts.DIFFERS + name)

    def stored_lately(self, store: Store) -> dict[str, datetime]:
        """What earlier runs stored of the days that this one lists, where they end today and are few."""
        plan, zone, memory = self.spider.plan, ZoneInfo(self.spider.portal.zone), self.spider.days.memory
        if plan.corrected is None or len(plan.days) > MOST_DAYS:
            return {}
        begin = datetime.combine(plan.since, time.min, zone)
        try:
            found = store.ask(lambda index: index.published_since(begin))
            done = {day for day in plan.days if not plan.is_open(day) and memory.is_done(day.isoformat())}
        except StoreFailed as error:
            self.fail(error)
            return {}
        return {id: moment for id, moment in found.items() if moment.astimezone(zone).date() not in done}

    def count_held(self, key: str) -> None:
        """Count the articles in the files; at the end also those there under another number."""
        assert self.store
        try:
            self.count_copies(self.store)
            self.stats.set_value(key, self.store.ask(Index.count))
        except StoreFailed as error:
            self.fail(error)

    def count_copies(self, store: Store) -> None:
        """Count what this run stored of which an earlier one had stored the same under another number."""
        for id, moment in store.ask(lambda index: index.published_in(self.anew)) if self.anew else ():
            titles = self.anew[moment]
            if id not in titles and (known := store.record(id)) and str(known["title"]).casefold() in titles.values():
                self.count(counts.COPIES)

    def drop(self, item: Dropped) -> str:
        """Write why an article was not had, which try it was and whether it was the last; returns how it is counted."""
        end = self.judged(item)
        if self.store and not (self.spider.is_reread and item.again):
            self.store.drop(to_record(item))  # in `scrapy reread` nobody was asked: a page that is no better is no try
        return end

    def judged(self, item: Dropped) -> str:
        """Set which try it was and whether there is another; returns how the article is counted."""
        settings = self.crawler.settings
        said = says(item.reason)
        item.again = said is not Says.SURE
        end = (counts.FAILED if said is Says.FAILED else counts.DROPPED) + item.reason
        if self.keeps and not self.store:
            raise StoreFailed("closed")
        if self.store is None or (self.spider.is_reread and item.again):
            return end
        if item.id:
            item.tries, unsure, missing = (self.store.days_tried(item.id, n) for n in (0, Says.UNSURE, Says.MISSING))
            item.again = not is_final(said, unsure, missing, settings.getfloat("NEWSCRAWL_TRIES"))
            is_last = item.tries == 1 + int(settings.getfloat("NEWSCRAWL_PENDING_DAYS"))
            if is_last if item.again else said is Says.UNSURE:
                self.count(counts.GIVEN_UP + item.reason)
        # A page that was none on an earlier day was counted then; one that fails again is a fault of this night, too.
        known = item.id in self.asked_again or (item.tries > 1 and said is not Says.FAILED)
        return f"{end} {CAME_LATE}" if item.id in self.spider.came_late else f"{end} {AGAIN}" if known else end

    def write_left(self, items: list[Dropped]) -> None:
        """Store and count the reasons of many articles at once: one by one, a long list would hold up a stop."""
        try:
            ends = [self.judged(item) for item in items]
            if self.store:
                self.store.drop_all([to_record(item) for item in items])
        except StoreFailed as error:
            self.fail(error)
            self.count(counts.FAILED + "storage failed", len(items))
            return
        for end in ends:
            self.count(end)

    def count(self, key: str, number: int = 1) -> None:
        self.stats.inc_value(key, number)

    def has_failed(self) -> bool:
        """True where nothing more can be stored."""
        return self.store is None or bool(self.stats.get_value(counts.STORAGE_FAILED))

    def fail(self, error: Exception) -> None:
        """Say it, count it, and end the crawl: what cannot be stored need not be fetched."""
        if self.stats.get_value(counts.STORAGE_FAILED):
            return
        logger.error("storage failed: %s", error)
        self.stats.set_value(counts.STORAGE_FAILED, str(error))
        self.stats.set_value(counts.STORAGE_BUSY, isinstance(error, StoreBusy))
        self.end_crawl("storage failed")
