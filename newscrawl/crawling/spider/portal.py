"""The spider of any portal: Scrapy's name for a form, made where Scrapy asks for one."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any, Self, TypeVar

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from newscrawl.crawling.component import Component
from newscrawl.crawling.nightly.limits import limits_of
from newscrawl.crawling.spider.catching_up import CatchUp, begin, begun_since, catch_up, late_day, read_until
from newscrawl.crawling.spider.probing import Probing
from newscrawl.judging.runs import Run, load
from newscrawl.portals.form import Portal
from newscrawl.portals.plan import Plan

logger = logging.getLogger(__name__)


class PortalSpider(Probing):
    """Crawls the portal whose form it is given by `spider_of`."""

    caught_up: CatchUp | None = None  # null for a crawl that was asked for days, or for part of the lists
    read_until: datetime | None = None  # what was published before then, the run before this one should have seen

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> PortalSpider:
        """Raises ValueError for arguments that `Plan.parse` refuses, and where a browser is needed and not there."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.plan = Plan.parse(spider.arguments, cls.portal, now := spider.now())
        if spider.plan.lists_lately and not spider.is_reread:
            spider.catch_up(now)  # the same moment: midnight may come between two
        if spider.plan.browser:
            from newscrawl.crawling.browser import finding  # loaded by no plain crawl

            if finding.needed(cls.portal, spider.plan, crawler.settings):
                from newscrawl.crawling.browser.switching import switch_on

                switch_on(spider)
        return spider

    @property
    def is_reread(self) -> bool:
        """True in `scrapy reread`: kept pages stand for the network; what they say otherwise is the rules' doing."""
        return self.settings.getbool("NEWSCRAWL_REREAD")

    @cached_property
    def folder(self) -> Path | None:
        """Where the portal's files are, data/PORTAL; None where nothing is stored."""
        return Path(data) / self.name if (data := self.settings.get("NEWSCRAWL_DATA")) else None

    @cached_property
    def past(self) -> list[Run]:
        """The portal's runs before this one, oldest first."""
        return load(self.folder, now=self.now()) if self.folder else []

    def catch_up(self, now: datetime) -> None:
        """Plan what runs before this one were to list and did not, besides today and yesterday."""
        if not self.folder:
            return
        settings = self.settings
        most, every_day = limits_of(settings).catch_up, settings.getbool("NEWSCRAWL_EVERY_DAY")
        found = catch_up(self.past, now, most, begun=begun_since(self.folder), every_day=every_day)
        self.caught_up = found
        if not found.was_unread:
            self.plan = replace(self.plan, since=found.since)
        else:
            self.arguments["since"] = found.since.isoformat()
            self.plan = Plan.parse(self.arguments, self.portal, now)
            logger.warning("%s: since %s, the lists of that day have not all been read yet", self.name, found.since)
        self.plan = replace(self.plan, late=late_day(self.past, found.since, now, most))
        self.read_until = None if found.was_unread else read_until(self.past)

    def begin(self) -> None:
        """Remember from which day on this crawl lists, until its record says so: it may be killed."""
        if self.folder and self.plan.lists_up_to_now and not self.is_reread:
            with suppress(OSError):  # the crawl's own storage says it louder
                begin(self.folder, self.plan.since)

    def parse(self, response: Response) -> Iterator[Any]:
        """What the portal makes of any of its pages; asked by `scrapy parse URL`, never by a crawl."""
        series = self.portal.series_at(response.url)
        return self.parse_listing(response, series) if series else self.parse_article(response)


S = TypeVar("S", bound=PortalSpider)
_made: dict[type[Portal], type[PortalSpider]] = {}


def spider_of(portal: type[Portal]) -> type[PortalSpider]:
    """The spider class that crawls a portal; the same each time."""
    if portal not in _made:
        _made[portal] = crawling(portal, PortalSpider)
    return _made[portal]


def crawling(portal: type[Portal], kind: type[S], **attributes: Any) -> type[S]:
    """A spider class of a kind that has the form of a portal."""
    named = {"__doc__": portal.__doc__, "__module__": portal.__module__, "name": portal.name, "portal": portal}
    of_scrapy = {"allowed_domains": list(portal.domains), "custom_settings": portal.custom_settings}
    return type(portal.__name__, (kind,), {**named, **of_scrapy, **attributes})


class PortalComponent(Component):
    """A part of crawls of portals alone: of `scrapy fetch`, say, nothing is an article of ours."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not issubclass(crawler.spidercls, PortalSpider):
            raise NotConfigured
        return cls(crawler)

    @property
    def spider(self) -> PortalSpider:
        """The spider of a crawl that has begun."""
        assert isinstance(self.crawler.spider, PortalSpider)
        return self.crawler.spider
