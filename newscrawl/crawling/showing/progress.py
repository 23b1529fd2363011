"""How far a crawl is: one live line on a terminal, a plain line now and then in a pipe, a file or a log."""

from __future__ import annotations

import logging
import sys
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.settings import BaseSettings
from scrapy.utils.asyncio import AsyncioLoopingCall, create_looping_call
from twisted.internet.task import LoopingCall

from newscrawl.counts import DAYS_DONE_BEFORE, LISTING_PAGES, balance
from newscrawl.crawling.base import Crawling
from newscrawl.crawling.component import Component

if TYPE_CHECKING:
    from newscrawl.crawling.showing.liveline import LiveLine

logger = logging.getLogger(__name__)

REFRESH = 0.5  # seconds between two states of the live line
WINDOW = 30.0  # seconds over which pages a second are counted: at one a second fewer would jump about
MINUTE, HOUR, DAY = 60, 3600, 86400


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A crawl at one moment.

    `listings` are pages read; `days` is how many are done, of how many planned, or None outside a back archive;
    `known` are articles of which nothing new is stored; `rate` is in pages a second; `left` in seconds, if known.
    """

    portal: str
    listings: int = 0
    days: tuple[int, int] | None = None
    found: int = 0
    stored: int = 0
    revised: int = 0
    known: int = 0
    dropped: int = 0
    failed: int = 0
    rate: float = 0.0
    left: float | None = None


def snapshot(
    portal: str, stats: Mapping[str, Any], days: tuple[int, int] | None, rate: float, left: float | None
) -> Snapshot:
    """The state that Scrapy's stats and what they do not hold amount to.

    >>> snapshot("okezone", {"articles/found": 3, "articles/failed/timeout": 1}, None, 0.5, None).failed
    1
    """
    sums = balance(dict(stats))
    return Snapshot(
        portal,
        listings=int(stats.get(LISTING_PAGES, 0)),
        days=days,
        found=sums["found"],
        stored=sums["stored"],
        revised=sums["revised"],
        known=sums["unchanged"] + sums["worse"] + sums["already stored"],
        dropped=sums["dropped"],
        failed=sums["failed"],
        rate=rate,
        left=left,
    )


def line(at: Snapshot, width: int | None = None) -> str:
    """A snapshot in words: in short ones where `width` columns are too few, then without the least important parts.

    >>> at = Snapshot("okezone", days=(31, 365), found=9041, stored=8714, dropped=212, failed=3, rate=0.94, left=97200)
    >>> line(at)
    'okezone: 31 of 365 days, 9041 found, 8714 stored, 212 dropped, 3 failed, 0.9 pages/s, 27h left'
    >>> line(at, 80)
    'okezone 31/365 days 8714/9041 stored 212 dropped 3 failed 0.9/s 27h left'
    >>> line(at, 50)
    'okezone 31/365 days 8714/9041 stored 27h left'
    """
    parts = [  # rank (the highest goes first), words, short words where there are any
        (1, *_place(at)),
        (2, f"{at.found} found, {at.stored} stored", f"{at.stored}/{at.found} stored"),
        (7, f"{at.revised} revised" if at.revised else "", ""),
        (8, f"{at.known} known" if at.known else "", ""),
        (5, f"{at.dropped} dropped", ""),
        (4, f"{at.failed} failed", ""),
        (6, f"{at.rate:.1f} pages/s", f"{at.rate:.1f}/s"),
        (3, f"{duration(at.left)} left" if at.days else "", ""),
    ]
    parts = [part for part in parts if part[1]]
    text = f"{at.portal}: {', '.join(words for _, words, _ in parts)}"
    if width is None or len(text) <= width:
        return text
    while len(text := " ".join([at.portal, *(short or words for _, words, short in parts)])) > width and parts:
        parts.remove(max(parts))
    return text[:width]


def _place(at: Snapshot) -> tuple[str, str]:
    if at.days is None:
        return f"{at.listings} listings", ""
    done, planned = at.days
    return f"{done} of {planned} days", f"{done}/{planned} days"


def duration(seconds: float | None) -> str:
    """A time of some length, no finer than it can be foretold; "?" for one that is not known.

    >>> duration(None), duration(42.7), duration(150), duration(3900), duration(97200), duration(864000)
    ('?', '42s', '2m', '1h05m', '27h', '10d')
    """
    if seconds is None:
        return "?"
    whole = int(seconds)
    if whole < HOUR:
        return f"{whole}s" if whole < MINUTE else f"{whole // MINUTE}m"
    if whole < 10 * HOUR:
        return f"{whole // HOUR}h{whole % HOUR // MINUTE:02}m"
    return f"{whole // HOUR}h" if whole < 4 * DAY else f"{whole // DAY}d"


def time_left(ended: int, remaining: int, elapsed: float) -> float | None:
    """Seconds that `remaining` days take if they go like the `ended` ones of this run; None before the first.

    >>> time_left(2, 10, 3600.0), time_left(0, 10, 3600.0)
    (18000.0, None)
    """
    return remaining * elapsed / ended if ended else None


class Rate:
    """What a count grows by in a second, over the last WINDOW seconds or since the last time it was asked for.

    >>> rate = Rate()
    >>> [rate(count, now) for count, now in ((0, 100.0), (20, 110.0), (80, 140.0), (80, 170.0))]
    [0.0, 2.0, 2.0, 0.0]
    """

    def __init__(self) -> None:
        self.samples: deque[tuple[float, int]] = deque()

    def __call__(self, count: int, now: float) -> float:
        self.samples.append((now, count))
        while len(self.samples) > 2 and self.samples[1][0] <= now - WINDOW:
            self.samples.popleft()
        since, before = self.samples[0]
        return (count - before) / (now - since) if now > since else 0.0


class Progress(Component):
    """Shows a live line on a terminal; elsewhere logs a line each NEWSCRAWL_PROGRESS_SECONDS, at 0 or less none.

    A log that is to hold warnings only, or nothing, has neither.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.seconds = crawler.settings.getfloat("NEWSCRAWL_PROGRESS_SECONDS")
        self.rate = Rate()
        self.began = 0.0
        self.days: set[str] = set()  # of a back archive: those begun in this run
        self.live: LiveLine | None = None
        self.tasks: list[AsyncioLoopingCall | LoopingCall] = []
        crawler.signals.connect(self.spider_opened, signals.spider_opened)
        crawler.signals.connect(self.request_scheduled, signals.request_scheduled)
        crawler.signals.connect(self.spider_closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if is_quiet(crawler.settings):
            raise NotConfigured
        return cls(crawler)

    def spider_opened(self, spider: Spider) -> None:
        self.began = monotonic()
        self.rate(0, self.began)
        self.live = live_line(self.crawler.settings)
        if self.live:
            self.live.start()
            self.repeat(lambda: self.show(spider), REFRESH)
        if self.seconds > 0 and (self.live is None or self.crawler.settings.get("LOG_FILE")):
            self.repeat(lambda: self.log(spider), self.seconds, now=False)

    def repeat(self, action: Callable[[], None], seconds: float, *, now: bool = True) -> None:
        task = create_looping_call(action)
        task.start(seconds, now=now)
        self.tasks.append(task)

    def show(self, spider: Spider) -> None:
        if self.live:
            self.live.show(line(self.snapshot(spider, monotonic()), self.live.width))

    def log(self, spider: Spider) -> None:
        logger.info("%s", line(self.snapshot(spider, monotonic())), extra={"spider": spider})

    def request_scheduled(self, request: Request) -> None:
        """A listing of a day is on its way: the day has begun."""
        series = request.cb_kwargs.get("series")
        if series and series.day:
            self.days.add(series.day)

    def snapshot(self, spider: Spider, now: float) -> Snapshot:
        """The crawl at `now`, in seconds of the monotonic clock."""
        stats = self.stats.get_stats()
        rate = self.rate(int(stats.get("response_received_count", 0)), now)
        if not isinstance(spider, Crawling) or not spider.plan.archive:
            return snapshot(spider.name, stats, None, rate, None)
        ended = len(self.days - spider.days.open.keys())
        done = ended + int(stats.get(DAYS_DONE_BEFORE, 0))
        planned = (spider.plan.until - spider.plan.since).days + 1
        return snapshot(spider.name, stats, (done, planned), rate, time_left(ended, planned - done, now - self.began))

    def spider_closed(self) -> None:
        for task in self.tasks:
            if task.running:
                task.stop()
        if self.live:
            self.live.stop()


def is_quiet(settings: BaseSettings) -> bool:
    """True where the log leaves out INFO, or where Scrapy's own progress line is off, as it is in its shell."""
    level = settings.get("LOG_LEVEL")
    number = level if isinstance(level, int) else logging.getLevelNamesMapping().get(level, logging.NOTSET)
    return number > logging.INFO or not settings.getbool("LOG_ENABLED") or not settings.getfloat("LOGSTATS_INTERVAL")


def is_terminal(stream: object) -> bool:
    """True for a stream that a person looks at; what stands for standard output may have no such question."""
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())


def live_line(settings: BaseSettings) -> LiveLine | None:
    """A line on the terminal behind standard error, or None: there is none, it is dumb, or a feed is printed (-o -)."""
    printed = "stdout:" in settings.getdict("FEEDS") and is_terminal(sys.stdout)
    if printed or not is_terminal(sys.stderr):
        return None
    from newscrawl.crawling.showing.liveline import LiveLine, console  # rich: no night under cron has a use for it

    shown = console()
    return LiveLine(shown, redirect_stdout=is_terminal(sys.stdout)) if shown.is_interactive else None
