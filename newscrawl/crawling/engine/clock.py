"""Holds this machine's clock against the site's: by a wrong one whole days are listed too early or too late."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from newscrawl.counts import CLOCK_LEAST, CLOCK_MOST
from newscrawl.crawling.headers import age_of, http_date
from newscrawl.crawling.spider.portal import PortalComponent


class Clock(PortalComponent):
    """Extension: by how many seconds answers were sent after this machine's now, the most and the least of them."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        crawler.signals.connect(self.heard, signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        settings = crawler.settings
        told = settings.get("NEWSCRAWL_NOW") or settings.get("REPLAY_DIR") or settings.getbool("NEWSCRAWL_REREAD")
        if told:
            raise NotConfigured
        return super().from_crawler(crawler)

    def heard(self, response: Response, request: Request) -> None:
        """Keep what an answer says of the time, in seconds."""
        if (seconds := ahead(response, datetime.now(UTC))) is not None:
            self.stats.max_value(CLOCK_MOST, seconds)
            self.stats.min_value(CLOCK_LEAST, seconds)


def ahead(response: Response, now: datetime) -> int | None:
    """By how many seconds the site's clock is ahead of `now`, by Date and Age; null where it does not say.

    >>> headers = {"Date": "Fri, 24 Jul 2026 11:00:00 GMT", "Age": "60"}
    >>> now = datetime(2026, 7, 24, 10, 0, tzinfo=UTC)
    >>> ahead(Response("https://a.example/", headers=headers), now), ahead(Response("https://a.example/"), now)
    (3660, None)
    """
    sent = http_date(response.headers.get("Date"))
    return None if sent is None else round((sent - now).total_seconds()) + age_of(response)
