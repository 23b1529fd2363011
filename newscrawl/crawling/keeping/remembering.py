"""What earlier runs tell a crawl: what is stored and done, and which days may have been listed in part."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from newscrawl.crawling.spider.catching_up import MOST_LATE, ONE_DAY, showed_part
from newscrawl.crawling.spider.portal import PortalSpider
from newscrawl.discovery.addresses import is_of_another
from newscrawl.discovery.days import Memory, is_past, mark_of
from newscrawl.items import Article
from newscrawl.judging.runs import Run
from newscrawl.reasons import FORBIDDEN
from newscrawl.storing.store import Store, StoreFailed

logger = logging.getLogger(__name__)

# As many runs as nights are caught up.
MOST_RUNS = 14


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
        self.doubtful = doubtful_since([run for run in spider.past if run.is_nightly][-MOST_RUNS:], spider.portal.zone)
        self.store = store
        self.spider = spider
        self.written = written
        self.fail = fail
        self.has_failed = has_failed

    def is_done(self, day: str) -> bool:
        if self.doubtful and date.fromisoformat(day) >= self.doubtful:
            return False
        if self.spider.caught_up and date.fromisoformat(day) >= self.spider.now().date() - ONE_DAY - MOST_LATE:
            return False  # by a run that was stopped: none has looked back at it, and this one looks further back
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

    def is_new(self, id: str) -> bool:
        is_known = id in self.written or self.store.stored(id) or self.store.dropped(id)
        return not is_known and self.store.ask(lambda index: index.last_missed(id)) is None

    def is_forbidden(self, id: str) -> bool:
        return id not in self.written and self.store.dropped(id) == FORBIDDEN

    def address_of(self, id: str) -> str | None:
        return address_of(self.store, id)

    def text_of(self, id: str) -> str:
        return str((self.store.record(id) or {}).get("text") or "")

    def whose(self, article: Article) -> str | None:
        if article.published_at is None:
            return None
        moment, title = article.published_at.isoformat(), article.title.casefold()
        try:
            others = self.store.ask(lambda index: index.published_in([moment]))
        except StoreFailed as error:
            self.fail(error)
            return None
        known = (self.store.record(id) or {} for id, _ in others if id != article.id)
        return next((str(one["url"]) for one in known if str(one.get("title")).casefold() == title), None)

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


def address_of(store: Store, id: str) -> str | None:
    """The address of an article that is stored, or has not been had; null for one of which nothing is known."""
    if known := store.record(id):
        return str(known["url"])
    missed = store.ask(lambda index: index.last_missed(id))
    return missed and missed[0]


def doubtful_since(past: Sequence[Run], zone: str) -> date | None:
    """The first day of which lists that were read to their end may have shown a part, as the latest runs found.

    What such a run listed is listed once more until one finds nothing amiss: what makes its days be caught up must
    not find them done. `past` are nightly runs, oldest first.

    >>> from datetime import datetime
    >>> from newscrawl.judging.runs import Finding
    >>> at = datetime.fromisoformat("2026-07-24T05:30:00+07:00")
    >>> few, other, unread = (
    ...     Run("a", at, at, findings=[Finding(name, "")]) for name in ("few articles", "other addresses", "unread")
    ... )
    >>> [doubtful_since(past, "Asia/Jakarta") for past in ([few], [other], [unread], [few, Run("a", at, at)])]
    [datetime.date(2026, 7, 23), datetime.date(2026, 7, 23), None, None]
    """
    since: date | None = None
    for run in reversed(past):
        if run.finish_reason != "finished" or not showed_part(run):
            break
        yesterday = run.began.astimezone(ZoneInfo(zone)).date() - timedelta(days=1)
        since = date.fromisoformat(run.arguments.get("since", yesterday.isoformat()))
    return since
