"""What a crawl of a portal is told of earlier runs: by its store."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection

from newscrawl.crawling.spider import PortalSpider
from newscrawl.discovery.addresses import is_of_another
from newscrawl.discovery.days import Memory, is_past, mark_of
from newscrawl.storing.store import Store, StoreFailed

logger = logging.getLogger(__name__)


class StoreMemory(Memory):
    """What a crawl of a portal is told of earlier runs: by its store."""

    def __init__(
        self,
        store: Store,
        spider: PortalSpider,
        written: Collection[str],
        fail: Callable[[Exception], None],
        has_failed: Callable[[], bool],
    ) -> None:
        """`written` are the ids of what this run has stored or dropped; `fail` is told where the store fails."""
        self.store = store
        self.spider = spider
        self.written = written
        self.fail = fail
        self.has_failed = has_failed

    def is_done(self, day: str) -> bool:
        return not self.spider.plan.again and self.store.is_done(mark_of(day, self.spider.plan.channels))

    def mark_done(self, day: str) -> None:
        """Remember a day of an archive whose articles have all ended well."""
        if not self.has_failed() and is_past(day, self.spider.now().date()):
            try:
                self.store.mark_done(mark_of(day, self.spider.plan.channels))
            except StoreFailed as error:
                self.fail(error)

    def published(self, id: str, url: str) -> str | None:
        known = self.store.record(id)
        return known.get("published_at") if known and not is_of_another(url, str(known.get("url"))) else None

    def is_known(self, id: str) -> bool:
        return id not in self.written and bool(self.store.stored(id) or self.store.dropped(id))

    def pending(self) -> list[tuple[str, str]]:
        """Articles that earlier runs have not had and this one asks for again; says how many are too many."""
        settings = self.spider.settings
        most = int(settings.getfloat("NEWSCRAWL_PENDING_MOST"))
        try:
            found = self.store.pending(int(settings.getfloat("NEWSCRAWL_PENDING_DAYS")))
        except StoreFailed as error:
            self.fail(error)
            return []
        if len(found) > most:
            more = len(found) - most
            logger.warning("%d articles of earlier runs are left for the next run (NEWSCRAWL_PENDING_MOST)", more)
        return found[:most]
