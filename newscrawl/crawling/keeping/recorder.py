"""Watches a crawl: keeps the pages that could not be read, and writes down and judges the run when it ends."""

from __future__ import annotations

import logging
import platform
import resource
import sys
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl import __version__
from newscrawl.counts import (
    ALL_BUT_LATE,
    DAYS_DONE_BEFORE,
    DOUBTED,
    FAILED,
    INCOMPLETE,
    KEPT_DAMAGED,
    LATE_LEFT,
    NOT_REACHED,
    STORAGE_BUSY,
    STORAGE_FAILED,
)
from newscrawl.crawling.base import meta_of
from newscrawl.crawling.headers import content_type_of
from newscrawl.crawling.keeping.pipelines import StorageLost, StorePipeline
from newscrawl.crawling.nightly.limits import limits_of
from newscrawl.crawling.spider import catching_up
from newscrawl.crawling.spider.looking_back import LATE
from newscrawl.crawling.spider.portal import PortalComponent, PortalSpider
from newscrawl.discovery.endings import asked_address
from newscrawl.items import Article, Dropped
from newscrawl.judging.counted import counted
from newscrawl.judging.exitcodes import Exit, exit_status, reread_status
from newscrawl.judging.findings import UNREADABLE, Thresholds
from newscrawl.judging.judgement import PAGES, judge
from newscrawl.judging.runs import ARCHIVE, CHANNELS, DAILY, REREAD, SEARCH, TAG, URLS, Finding, Run, save
from newscrawl.judging.tally import Tally, least
from newscrawl.judging.volume import numbering
from newscrawl.reading.doubts.partial import HALF_READ, half_read
from newscrawl.reasons import CAME_LATE, WALLS, Says, says
from newscrawl.storing.unread import KeptPage, Unread

logger = logging.getLogger(__name__)

# A block may be a template that has changed: the words of a robot check stand in many a login form.
KEPT = frozenset({*UNREADABLE, *WALLS}) - {"empty page"}
PACKAGES = ("scrapy", "twisted", "parsel", "lxml", "dateparser")
OURS = frozenset({NOT_REACHED, "not passed on", "storage failed", "reader failed", "address too long"})  # no site's
SHORT = "far less text than usual"


class RunRecorder(PortalComponent):
    """Extension: `run` is the crawl's record once it has ended; see `Run` for what it holds."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.limits = Thresholds.of(crawler.settings)
        self.run: Run | None = None
        self.path: Path | None = None  # its file
        self.started_at: datetime | None = None
        self.past: list[Run] = []
        self.unread: Unread | None = None
        self.doubtful: set[str] = set()  # ids of articles that were read in part
        self.tally = Tally()
        self.not_kept = 0
        self.short = 0.0
        for handler, signal in (
            (self.spider_opened, signals.spider_opened),
            (self.item_ended, signals.item_scraped),
            (self.item_ended, signals.item_dropped),
            (self.raised, signals.spider_error),
            (self.half_read, half_read),
            (self.spider_closed, signals.spider_closed),
        ):
            crawler.signals.connect(handler, signal)

    @property
    def folder(self) -> Path | None:
        return self.spider.folder if self.crawler.spider else None

    def spider_opened(self) -> None:
        spider = self.spider
        self.started_at = spider.now()
        self.tally.since = datetime.combine(spider.plan.since, time.min, self.started_at.tzinfo)
        if damaged := self.crawler.settings.getint("NEWSCRAWL_REREAD_DAMAGED"):
            self.stats.set_value(KEPT_DAMAGED, damaged)
        if not self.stats.get_value(STORAGE_BUSY):
            spider.begin()  # where the storage did not come so far
        if self.folder and not self.stats.get_value(STORAGE_FAILED):
            megabytes = self.crawler.settings.getfloat("NEWSCRAWL_UNREAD_MB")
            self.unread = Unread(self.folder, int(megabytes * 1024 * 1024))
            # All of them: those with a finding are left out of the comparison, however many they are.
            self.past = [run for run in spider.past if run.finish_reason == "finished"]
        usual = [r.text_length for r in self.past if r.is_nightly and r.text_length and not r.found("text shorter")]
        if usual:
            self.short = self.crawler.settings.getfloat("NEWSCRAWL_SHORT_TEXT") * median(usual)

    # -- while it runs -------------------------------------------------------------------------------

    def item_ended(self, item: Any, response: Any, exception: BaseException | None = None) -> None:
        """An article is stored or unchanged, or there is a reason why it is not."""
        page = response if isinstance(response, Response) else None
        if isinstance(item, Dropped) and item.tries <= 1 and item.reason not in OURS:
            self.tally.asked(item.url, had=says(item.reason) is not Says.FAILED)
        if isinstance(item, Article):
            if isinstance(exception, StorageLost):
                return
            meta = meta_of(page) if page is not None else {}
            is_undated = not (meta.get("day") or meta.get(LATE)) and meta.get("listed_at", item) is None
            self.tally.add(item, is_undated=is_undated)
            self.tally.asked(asked_address(page) if page is not None else item.url, had=True)
            if not item.complete and item.id not in self.doubtful:
                self.stats.inc_value(INCOMPLETE)
                self.tally.incomplete = least(item.url, self.tally.incomplete)
            if item.kind == "article" and page is not None and item.complete and len(item.text) < self.short:
                self.half_read(page, SHORT)
            if item.id not in self.doubtful and self.unread is not None:
                self.unread.forget(item.id)
        elif isinstance(item, Dropped) and item.reason in KEPT and page is not None:
            self.keep(page, item.id, item.reason, item.detail)
            if item.reason in UNREADABLE:
                self.tally.unread = least(item.url, self.tally.unread)
        elif isinstance(item, Dropped) and item.id and not item.again and self.unread is not None:
            self.unread.forget(item.id)  # removed since

    def raised(self, response: Any, failure: Failure) -> None:
        """A callback raised: the page is kept for the reader that has been mended."""
        if isinstance(response, Response) and response.request:
            self.keep(response, response.meta.get("article_id"), "reader failed", repr(failure.value)[:200])

    def half_read(self, response: Response, reason: str) -> None:
        """An article was read, but perhaps not all of it."""
        id = meta_of(response).get("article_id")
        if id and id not in self.doubtful:
            self.doubtful.add(id)
            self.stats.inc_value(DOUBTED + reason)
            self.keep(response, id, HALF_READ, reason)

    def keep(self, response: Response, id: str | None, reason: str, detail: str | None) -> None:
        if self.unread is None or id is None or response.meta.get("part"):
            return  # a page from the middle is no article: the whole is fetched again
        at, kind = self.spider.fetched_at(response), content_type_of(response)
        page = KeptPage(id, response.url, at, reason, detail, kind, response.body)
        try:
            self.unread.keep(page)
        except OSError as error:  # the crawl's own storage says it louder
            self.not_kept += 1
            logger.warning("not kept: %s (%s)", response.url, error)

    # -- when it ends --------------------------------------------------------------------------------

    def spider_closed(self, reason: str) -> None:
        """Write the record of the run, and judge it."""
        if self.stats.get_value(STORAGE_BUSY) or self.started_at is None:
            return  # the folder is another run's
        spider = self.spider
        is_lost = bool(spider.plan.late and self.stats.get_value(STORAGE_FAILED))  # what came late, perhaps
        self.stats.set_value(LATE_LEFT, max(spider.late_left, is_lost))
        if reason != "finished" and self.has_all_but_late(spider):
            self.stats.set_value(ALL_BUT_LATE, reason)
            reason = "finished"
        stats = {**self.stats.get_stats(), "finish_reason": reason}
        run = self.recorded(stats, self.started_at)
        findings = judge(run, self.past, self.limits, ruled=not spider.portal.by_shape)
        if (found := spider.caught_up) and found.missed and reason == "finished":  # said once
            findings = [*findings, catching_up.gap(spider.name, found.missed)]
        run = replace(run, findings=[replace(finding, example=self.example_of(finding)) for finding in findings])
        self.write(replace(run, exit_status=self.status(stats, run)))

    def has_all_but_late(self, spider: PortalSpider) -> bool:
        """True for a crawl that ends while it only looks for what came late onto the lists of the days before."""
        ended = self.stats.get_stats()
        missed = [key for key in ended if key.startswith(FAILED + NOT_REACHED) and not key.endswith(CAME_LATE)]
        has_stored = not ended.get(STORAGE_FAILED)
        return has_stored and spider.plan.late is not None and spider.has_had_lists and not missed

    def example_of(self, finding: Finding) -> str:
        """The address of an article, or a list's page, that shows what was found; empty where none is known."""
        tally, lacking = self.tally, self.tally.lacking.get(finding.about, "")
        rule = self.spider.in_vain.get(finding.about, "")
        return {
            "dead selector": rule or (tally.unread if finding.about in ("title", "text") else lacking),
            "field lost": lacking,
            "listing empty": rule,
            "half-read": tally.incomplete if finding.about == PAGES else "",
            "unread": tally.unread,
        }.get(finding.name, "")

    def recorded(self, stats: dict[str, Any], started_at: datetime) -> Run:
        """The run as it was counted, not judged yet."""
        spider, unread = self.spider, self.unread
        pipeline = self.crawler.get_item_pipeline(StorePipeline)
        elapsed = (datetime.now(started_at.tzinfo) - stats["start_time"]).total_seconds()
        run = Run(
            portal=spider.name,
            started_at=started_at,
            finished_at=spider.now(),
            scope=scope_of(spider),
            experimental=spider.portal.experimental,
            arguments={} if spider.is_reread else dict(spider.arguments),
            finish_reason=stats["finish_reason"],
            days=max(len(spider.plan.days) - int(stats.get(DAYS_DONE_BEFORE, 0)), 0),
            news_age=-1.0 if (last := self.tally.latest) is None else hours(started_at - last),
            empty_days=spider.days.empty,
            full=dict(spider.lists.full),
            endless=len(spider.lists.endless),
            unread=0 if unread is None else len(unread),
            unread_lost=0 if unread is None else unread.lost,
            not_kept=self.not_kept,
            seconds=round(elapsed, 1),
            pages_per_second=round(stats.get("response_received_count", 0) / max(elapsed, 0.001), 2),
            peak_memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024),
            versions={"newscrawl": __version__, "python": platform.python_version()}
            | {p: version(p) for p in PACKAGES},
            **self.tally.counted(),
            **numbering(pipeline.shown.numbers if pipeline else (), self.past, spider.plan.since),
            **counted(stats),
        )
        levels = [listing.url for listing in spider.portal.listings]
        order = sorted(run.listings, key=lambda form: levels.index(form) if form in levels else len(levels))
        return replace(run, listings={form: run.listings[form] for form in order})

    def status(self, stats: dict[str, Any], run: Run | None) -> Exit:
        """The exit status that follows from what was counted and found."""
        findings = run.findings if run else ()
        is_quiet = bool(run and not run.found_listed and not run.found("no articles"))
        status = exit_status(stats, findings, failed_share=self.limits.failed, is_quiet=is_quiet)
        return reread_status(stats, status) if self.spider.is_reread else status

    def settle(self) -> Exit:
        """The exit status of the crawl now that all has ended; the record says the same.

        A feed (-o) may have failed after the run was judged. A run that nobody can judge is not a good one.
        """
        status = self.status(self.stats.get_stats(), self.run)
        if self.run and self.run.exit_status != status:
            self.write(replace(self.run, exit_status=status))
        is_lost = self.crawler.settings["NEWSCRAWL_DATA"] and not self.path
        return Exit.STORAGE if status is Exit.DONE and is_lost else status

    def write(self, run: Run) -> None:
        """Keep the record, also where what was kept before says something else about this run."""
        self.run = run
        if self.folder and self.unread is not None:
            try:
                kept = self.crawler.settings.getint("NEWSCRAWL_RUNS_KEPT")
                self.path = save(self.folder, run, kept, self.path)
                found = self.spider.caught_up
                if run.is_nightly and not (found and found.missed and run.finish_reason != "finished"):  # told then
                    most = timedelta(days=limits_of(self.crawler.settings).catch_up)
                    since = date.min if found else self.spider.plan.since
                    catching_up.end(self.folder, since, run.started_at.date() - most)
            except OSError as error:
                self.path = None
                logger.error("the record of this run could not be written: %s", error)


def hours(span: timedelta) -> float:
    """A span in hours, none that is negative."""
    return round(max(span / timedelta(hours=1), 0.0), 1)


def scope_of(spider: PortalSpider) -> str:
    """What a crawl looks at."""
    plan = spider.plan
    if spider.is_reread:
        return REREAD
    if plan.urls or plan.tag or plan.search:
        return URLS if plan.urls else TAG if plan.tag else SEARCH
    if plan.archive:
        return ARCHIVE
    return f"{CHANNELS} {','.join(sorted(plan.channels))}" if plan.channels else DAILY
