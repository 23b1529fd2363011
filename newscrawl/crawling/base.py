"""A spider that crawls a portal: what it is asked, what time it is, and what it counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import scrapy
from scrapy import Request
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector

from newscrawl.crawling.headers import age_of
from newscrawl.crawling.repeated import Repeated
from newscrawl.discovery.days import Days, Ranges, is_past
from newscrawl.discovery.lists import Lists
from newscrawl.items import Identity
from newscrawl.portals.form import Portal
from newscrawl.portals.moments import Moments
from newscrawl.portals.plan import Plan, crawl_time
from newscrawl.reading.rules import MATCHED

# In a request's meta: an error page is no page, whatever HTTPERROR_ALLOW_ALL and its like say.
ONLY_PAGES: dict[str, Any] = {"handle_httpstatus_list": []}


class Crawling(scrapy.Spider):
    """A spider of one portal.

    It owns what a crawl knows while it runs: `plan`, `days` and `ranges` (what of its lists is open), `lists` (what
    their pages were like), `repeated` (what articles' pages said), `in_vain` (by rule, or form of a listing, the
    address of a page on which it found nothing), `unfinished` (the articles found that have not ended, by id).
    """

    portal: type[Portal]
    plan: Plan

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name)
        self.arguments = arguments
        self.days = Days(strange=self.say_strange)
        self.ranges = Ranges()
        self.lists = Lists(self.portal.series_at)
        self.repeated = Repeated()
        self.in_vain: dict[str, str] = {}
        self.unfinished: dict[str, Request] = {}
        self.moments = Moments(lambda id: self.days.memory.address_of(id))

    def identify(self, url: str) -> Identity | None:
        """The article an address stands for, of two of one moment the one that has its words; else null."""
        return self.moments.identify(self.portal, url)

    def stands_for(self, url: str, id: str) -> bool:
        """True for an address of the article with this id, whatever its words, unless another one is known by them."""
        said, moment = self.identify(url), self.portal.identify(url)
        if said is None or moment is None or said.id == id:
            return said is not None
        is_of_moment = self.portal.by_moment and f"{id}-".startswith(f"{moment.id}-")
        return is_of_moment and said.id not in self.unfinished and not self.moments.address_of(said.id)

    def now(self) -> datetime:
        """The moment of the crawl in the portal's zone; a replay says which in NEWSCRAWL_NOW."""
        return crawl_time(self.settings, self.portal.zone)

    def fetched_at(self, response: Response) -> datetime:
        """When a page was fetched: now, or when it was saved."""
        zone = ZoneInfo(self.portal.zone)
        moment = saved_at(response) or sent_at(response) or datetime.now(zone)
        return moment.astimezone(zone).replace(microsecond=0)

    def read_on(self, response: Response) -> date:
        """The day, in the portal's zone, on which the site made a page: at the latest when it was asked for."""
        if saved := saved_at(response):
            return saved.astimezone(ZoneInfo(self.portal.zone)).date()
        seconds = meta_of(response).get("download_latency", 0.0)
        return (self.now() - timedelta(seconds=seconds + age_of(response))).date()

    def is_old_copy(self, day: str | None, response: Response) -> bool:
        """True for a page of a day's list that is over by now, and was not when a cache took its copy of the page."""
        is_copy = day is not None and age_of(response) > 0
        return is_copy and is_past(str(day), self.now().date()) and not is_past(str(day), self.read_on(response))

    def say_strange(self, day: str, reason: str) -> None:
        """The lists of a day that was over gave no article, or not those of the whole day."""

    def count(self, key: str, by: int = 1) -> None:
        """Count in the crawl's statistics; a callback replayed without a crawler counts nowhere."""
        crawler = getattr(self, "crawler", None)
        if by and crawler and crawler.stats:
            crawler.stats.inc_value(key, by)

    def looked(self, rule: str, url: str, *, found: int) -> None:
        """Keep where a rule, or a form of a listing, found nothing: the least address, in whatever order they come."""
        if not found:
            self.in_vain[rule] = min(url, self.in_vain.get(rule, url))

    def rule_counts(self, url: str) -> RuleCounts | StatsCollector | None:
        """Where the rules that the page of an address is read by are counted; null without a crawler.

        A collector (STATS_CLASS) that counts in a way of its own, or gives a copy of what it counts, counts itself.
        """
        stats: StatsCollector | None = getattr(getattr(self, "crawler", None), "stats", None)
        if stats is None:
            return None
        is_plain = type(stats).inc_value is StatsCollector.inc_value and stats.get_stats() is stats.get_stats()
        return RuleCounts(stats.get_stats(), partial(self.looked, url=url, found=0)) if is_plain else stats


class RuleCounts:
    """Counts rules in the crawl's statistics themselves: seventy a page by Scrapy's own way are 3 % of a crawl.

    `in_vain` is told of each rule that has found nothing, as long as it has not.
    """

    def __init__(self, stats: dict[str, Any], in_vain: Callable[[str], None]) -> None:
        self.stats = stats
        self.in_vain = in_vain

    def inc_value(self, key: str, count: int = 1) -> None:
        """Count, from 0 on: a rule that gave nothing is known, too."""
        number = self.stats[key] = self.stats.get(key, 0) + count
        if not number:
            self.in_vain(key.removeprefix(MATCHED))


def meta_of(response: Response) -> dict[str, Any]:
    """The meta of an answer; empty for one that nobody asked for."""
    return response.meta if response.request else {}


def saved_at(response: Response) -> datetime | None:
    """When a page that is replayed was saved, aware; null for one that comes from the network."""
    saved = meta_of(response).get("captured_at")
    return datetime.fromisoformat(saved) if saved else None


def sent_at(response: Response) -> datetime | None:
    """When a page was asked for that is kept as it was sent, aware; null for one that is not kept."""
    sent = meta_of(response).get("sent_at")
    return datetime.fromisoformat(sent) if sent else None
