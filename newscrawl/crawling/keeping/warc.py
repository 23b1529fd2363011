"""Raw pages: every article page and listing of a crawl kept as it was sent (storing/raw.py)."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from newscrawl.counts import RAW_PAGES, STORAGE_FAILED
from newscrawl.crawling.keeping.pipelines import StorePipeline
from newscrawl.crawling.spider.portal import PortalComponent
from newscrawl.storing.raw import FOLDER, WarcFile, mended
from newscrawl.storing.store import StoreFailed

logger = logging.getLogger(__name__)

# In a request's meta: when it was sent, ISO 8601 in UTC; the article's `fetched_at` is the same moment.
SENT = "sent_at"


class RawPages(PortalComponent):
    """Keeps what is downloaded for articles and listings, where NEWSCRAWL_WARC is set.

    It hears of an answer before anything has changed it. robots.txt is no page, what a browser shows was not sent so,
    and what another middleware answers was not downloaded. A file that cannot be written ends the crawl.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        settings = crawler.settings
        if not settings.getbool("NEWSCRAWL_WARC") or not settings.get("NEWSCRAWL_DATA"):
            raise NotConfigured
        self.is_replay = bool(settings.get("REPLAY_DIR"))
        self.file: WarcFile | None = None
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.response_downloaded, signals.response_downloaded)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    def spider_opened(self, spider: Any) -> None:
        """Mend what a killed run left, and begin; the store is open by now, and with it the folder ours alone."""
        if self.stats.get_value(STORAGE_FAILED):
            return
        folder = Path(self.crawler.settings["NEWSCRAWL_DATA"]) / spider.name / FOLDER
        try:
            for note in mended(folder):
                logger.warning("%s", note)
            robots = "obey" if self.crawler.settings.getbool("ROBOTSTXT_OBEY") else "ignore"
            agent = self.crawler.settings.get("USER_AGENT") or ""
            self.file = WarcFile(folder, spider.name, {"http-header-user-agent": agent, "robots": robots})
        except OSError as error:
            self.fail(error, folder)

    def response_downloaded(self, response: Response, request: Request) -> None:
        """Write a pair, before anything is made of the page."""
        if self.file is None or request.callback is NO_CALLBACK or request.meta.get("playwright"):
            return
        moment = self.moment(request)
        request.meta[SENT] = moment.isoformat()
        try:
            self.file.add(response, request, moment)
        except OSError as error:
            self.fail(error, self.file.path)
            return
        self.stats.inc_value(RAW_PAGES)

    def moment(self, request: Request) -> datetime:
        """When it was sent: that of its saved page in a replay."""
        if self.is_replay and (saved := request.meta.get("captured_at")):
            return datetime.fromisoformat(saved).astimezone(UTC).replace(microsecond=0)
        waited = timedelta(seconds=request.meta.get("download_latency", 0.0))
        return (datetime.now(UTC) - waited).replace(microsecond=0)

    def spider_closed(self) -> None:
        if self.file is not None:
            try:
                self.file.close()
            except OSError as error:
                self.fail(error, self.file.path)
            self.file = None

    def fail(self, error: OSError, path: Path) -> None:
        """Say it and end the crawl, as where the store fails."""
        file, self.file = self.file, None
        if file is not None:
            with suppress(OSError):
                file.close()
        if pipeline := self.crawler.get_item_pipeline(StorePipeline):
            pipeline.fail(StoreFailed(f"{path}: {error.strerror or error}: raw pages cannot be kept"))
