"""The spider of any portal: Scrapy's name for a form, made where Scrapy asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from scrapy.crawler import Crawler
from scrapy.http import Response

from newscrawl.crawling.catching_up import since_last_news
from newscrawl.crawling.probing import Probing
from newscrawl.judging.runs import load
from newscrawl.portals.form import Portal
from newscrawl.portals.plan import Plan


class PortalSpider(Probing):
    """Crawls the portal whose form it is given by `spider_of`."""

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> PortalSpider:
        """Raises ValueError for arguments that `Plan.parse` refuses, and where a browser is needed and not there."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.plan = plan = Plan.parse(spider.arguments, cls.portal, now := spider.now())
        if plan.lists_lately and (data := crawler.settings.get("NEWSCRAWL_DATA")):
            past = load(Path(data) / spider.name, 1, wanted=lambda run: run.is_nightly and run.news_age >= 0, now=now)
            spider.plan = replace(plan, since=since_last_news(past, now))
        if spider.plan.browser:
            from newscrawl.crawling.browser import finding  # loaded by no plain crawl

            if finding.needed(cls.portal, spider.plan, crawler.settings):
                from newscrawl.crawling.browser.switching import switch_on

                switch_on(spider)
        return spider

    def parse(self, response: Response) -> Iterator[Any]:
        """What the portal makes of any of its pages; asked by `scrapy parse URL`, never by a crawl."""
        series = self.portal.series_at(response.url)
        return self.parse_listing(response, series) if series else self.parse_article(response)


_made: dict[type[Portal], type[PortalSpider]] = {}


def spider_of(portal: type[Portal]) -> type[PortalSpider]:
    """The spider class that crawls a portal; the same each time."""
    if portal not in _made:
        _made[portal] = _spider_of(portal)
    return _made[portal]


def _spider_of(portal: type[Portal]) -> type[PortalSpider]:
    return type(
        portal.__name__,
        (PortalSpider,),
        {
            "__doc__": portal.__doc__,
            "__module__": portal.__module__,
            "name": portal.name,
            "portal": portal,
            "allowed_domains": list(portal.domains),
            "custom_settings": portal.custom_settings,
        },
    )


def spider_in(crawler: Crawler) -> PortalSpider:
    """The spider of a crawl of a portal that has begun."""
    assert isinstance(crawler.spider, PortalSpider)
    return crawler.spider
