"""Which lists of a portal are asked, in which order, and how."""

from __future__ import annotations

import logging
import re
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl import counts
from newscrawl.crawling.base import ONLY_PAGES, saved_at
from newscrawl.crawling.spider.fetching import LATER, PAST_CACHES
from newscrawl.crawling.spider.joining import Joining
from newscrawl.discovery.cards import is_before, merged
from newscrawl.discovery.days import NONE
from newscrawl.discovery.listings import Rendered, Source
from newscrawl.discovery.series import Series
from newscrawl.discovery.sift import Sieve
from newscrawl.reading.times.dates import read_timestamp
from newscrawl.reasons import TOLD_ONCE

# Seconds or milliseconds since 1970.
EPOCH = re.compile(r"\d{10}(?:\d{3})?")
# So many of a growing list say how far back it reaches; a promoted card among them does not count.
LAST_CARDS = 10
RECENT = timedelta(days=31)  # as long no day of a portal has been without an article
# Articles of earlier runs come after all that is new.
PENDING_PRIORITY = -10


class Asking(Joining):
    """A spider that asks for its portal's lists: level by level, each where the one before has not enough.

    A listing by day is asked once for each day of the plan. Any other is a range: asked once, newest first.
    """

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name, **arguments)
        self.needing_browser: set[int] = set()  # levels that were passed over for want of one
        self.told: set[str] = set()  # why listings were lost

    def parse_listing(self, response: Response, series: Series) -> Iterator[Any]:
        """What a page of a list gives."""
        raise NotImplementedError

    def listing_failed(self, failure: Failure) -> Iterator[Any]:
        """What follows from a page of a list that could not be had."""
        raise NotImplementedError

    async def start(self) -> AsyncIterator[Any]:
        """The addresses given, the tag, or the listings of each day."""
        for url in self.plan.urls:
            if identity := self.identify(url):
                yield self.article_request(identity)
        if self.plan.tag or self.plan.search:
            words = quote(self.plan.search, safe="") if self.plan.search else None
            if (level := self.topic_from(-1, words)) is not None:
                yield self.listing_request(Series(level, tag=self.plan.tag, words=words))
        if self.plan.urls or self.plan.tag or self.plan.search:
            return
        by_day: list[tuple[int, tuple[str, ...]]] = [(0, self.plan.channels)]
        level = self.level_from(0, self.plan.channels)
        if level is not None and not self.portal.listings[level].by_day:
            for request in [*self.series_of(level, None, self.plan.channels)]:
                yield request
            await self.ranges.ended()
            by_day = self.ranges.left
        for day in self.plan.days if by_day else ():
            if not self.plan.is_open(day) and self.days.memory.is_done(day.isoformat()):
                self.count(counts.DAYS_DONE_BEFORE)
                continue
            await self.days.room()
            # All of them are begun before the first may end: a day is done when none of its channels is open.
            for request in [request for level, channels in by_day for request in self.series_of(level, day, channels)]:
                yield request
        for request in self.asked_again():
            yield request

    def asked_again(self) -> Iterator[Request]:
        """Articles that earlier runs have not had, whether listed still or not; a run of past days has its own."""
        for id, url in self.days.memory.pending() if self.plan.corrected else ():
            if (identity := self.identify(url)) and identity.id == id:
                request = self.article_request(identity)
                request.priority = PENDING_PRIORITY
                request.meta["asked_again"] = True
                yield request

    def may_ask(self, level: int) -> bool:
        """False for a listing that needs a browser where none is switched on; that is counted once for each."""
        if self.plan.browser or not isinstance(self.portal.at(level), Rendered):
            return True
        if level not in self.needing_browser:
            self.needing_browser.add(level)
            self.count(counts.NEED_BROWSER)
        return False

    def level_from(self, level: int, channels: tuple[str, ...]) -> int | None:
        """The first listing from `level` on that lists these channels alone (all: any listing)."""
        found = (
            n for n in range(level, len(self.portal.listings)) if not channels or self.portal.listings[n].per_channel
        )
        return next(filter(self.may_ask, found), None)

    def topic_from(self, level: int, words: str | None) -> int | None:
        """The first way to a tag, or to a search for `words`, from `level` on, downwards."""
        found = (
            n
            for n in range(level, -1 - len(self.portal.topics()), -1)
            if ("{words" in self.portal.at(n).url) == bool(words)
        )
        return next(filter(self.may_ask, found), None)

    def series_of(
        self, level: int, day: date | None, channels: tuple[str, ...], behind: Series | None = None
    ) -> Iterator[Request]:
        """First pages of a day's listing at a level, or of a range's: one, or one a channel; a range's only once."""
        found = self.level_from(level, channels)
        if found is None:
            return
        names: tuple[str | None, ...] = (None,)
        if self.portal.listings[found].per_channel:
            names = channels or tuple(self.portal.channels)
        for channel in names:
            if day:
                yield self.listing_request(Series(found, day.isoformat(), channel))
            elif self.ranges.is_new(found, channel):
                yield self.listing_request((behind or Series(found)).continued(found, channel))

    def listing_request(self, series: Series) -> Request:
        listing = self.portal.at(series.level)
        payload = listing.payload(series.number)
        request = Request(
            self.address_of(series),
            callback=self.parse_listing,
            errback=self.listing_failed,
            method="GET" if payload is None else "POST",
            body=payload,
            headers={
                **({} if payload is None else {"Content-Type": "application/json"}),
                **(PAST_CACHES if series.doubted else {}),
            },
            priority=LATER if series.doubted else 0,
            cb_kwargs={"series": series},
            meta={"download_slot": self.name, **ONLY_PAGES, **self.browser_meta(listing, series)},
        )
        self.count(counts.listing(listing.url, counts.ASKED))
        # The ledger ends what is dropped on its way.
        self.days.begin(series.day)
        if series.is_range and not series.late:
            self.ranges.begin()
        return request

    def address_of(self, series: Series) -> str:
        """The address of the page that a list stands at."""
        is_behind = series.sitemaps and series.number > 1
        return series.sitemaps[series.number - 2] if is_behind else self.page_address(series, series.number)

    def page_address(self, series: Series, number: int) -> str:
        """The address of a page of the list that `series` goes through."""
        return self.portal.at(series.level).page(
            number,
            day=date.fromisoformat(series.day) if series.day else None,
            channel=series.channel,
            channel_id=self.portal.channels.get(series.channel or ""),
            tag=series.tag,
            words=series.words,
        )

    def browser_meta(self, listing: Source, series: Series) -> dict[str, Any]:
        """What a request of a listing that needs a browser says of it; nothing for any other listing."""
        if not isinstance(listing, Rendered):
            return {}
        from newscrawl.crawling.browser.pages import page_meta  # loaded by no plain crawl

        return page_meta(self, listing, partial(self.reaches_back, listing, series) if series.is_range else None)

    def sieve(self) -> Sieve:
        """What tells the articles of the plan's days among a list's cards."""
        plan, today = self.plan, self.now().date()
        days = plan.since, plan.until, plan.archive, today, plan.late
        return Sieve(self.identify, self.days.memory, self.portal.zone, *days)

    def reaches_back(self, listing: Source, series: Series, response: Response) -> bool:
        """True for a list, newest first, of which the last cards lie before the plan's days."""
        sieve = self.sieve()
        cards = merged(listing.read(response, self.clock(response)))[-LAST_CARDS:]
        found = [(identity, card) for card in cards if (identity := self.identify(card.url))]
        days = [day for identity, card in found if (day := sieve.day_of(identity, card, series))]
        return is_before(days, len(found), self.plan.since)

    def clock(self, response: Response) -> Callable[[str], datetime | None]:
        """Reads the times of a listing: printed ones to the day at least, machine-made, seconds or ms since 1970."""
        now = saved_at(response) or self.now()

        def when(text: str) -> datetime | None:
            text = text.strip()
            if EPOCH.fullmatch(text):
                return datetime.fromtimestamp(int(text[:10]), ZoneInfo(self.portal.zone))
            stamp = read_timestamp(text, now=now, zone=self.portal.zone) if text else None
            return stamp.value if stamp and stamp.precision not in ("week", "month", "year") else None

        return when

    def listing_empty(self, series: Series) -> Generator[Request, None, bool]:
        """A listing that gave no article: ask the next way. A day of which none gave any is not done: see `Days`."""
        self.count(counts.LISTINGS_EMPTY)
        yield from self.leave(series)
        return series.day is not None

    def listing_cut(self, series: Series) -> Generator[Request, None, bool]:
        """A portal shows no more pages of this day: the next listing by day may have the rest."""
        self.count(counts.LISTINGS_CUT_SHORT)
        level = self.next_level(series)
        if level is None or not self.portal.at(level).by_day:
            form = self.portal.at(series.level).url
            self.logger.warning("listing cut short at %d pages: %s %s", series.number - 1, form, series.day)
            self.count(counts.LISTINGS_LOST)
            return False
        yield from self.next_way(series, level)
        return True

    def leave(self, series: Series) -> Generator[Request, None, int | None]:
        """Ask the next listing for what this one has not; returns its level. Where there is none, the lack is kept."""
        level = self.next_level(series)
        if level is not None:
            yield from self.next_way(series, level)
        elif series.is_range and (series.articles or series.oldest):
            is_short = not self.reaches(series)  # even if not, of its first day it may show the end alone
            self.count(counts.LISTINGS_APART, not series.known and (is_short or self.plan.corrected is not None))
            if is_short:
                self.count(counts.SHORT_OF_SINCE)
                self.ranges.short.append(series.oldest)
        return level

    def reaches(self, series: Series) -> bool:
        """True for a list of which a card is of the first day asked for, or of one before."""
        return series.oldest is not None and series.oldest <= self.plan.since

    def next_level(self, series: Series) -> int | None:
        """The next listing that may have what this one has not, or null."""
        if series.level < 0:
            return self.topic_from(series.level - 1, series.words)
        for level in range(series.level + 1, len(self.portal.listings)):
            listing = self.portal.listings[level]
            # One listing of all channels for each that failed would be asked again and again for a day.
            wide = not self.plan.channels and not (series.day and listing.by_day)
            if (not series.channel or listing.per_channel or wide) and self.may_ask(level):
                return level
        return None

    def next_way(self, series: Series, level: int) -> Iterator[Request]:
        """First pages of the listing at a level for what `series` lacks; a range is asked once."""
        if level < 0:
            yield self.listing_request(Series(level, tag=series.tag, words=series.words))
            return
        listing = self.portal.listings[level]
        channels = (series.channel,) if series.channel and listing.per_channel else ()
        if series.day and listing.by_day:
            yield from self.series_of(level, date.fromisoformat(series.day), channels)
        elif listing.by_day:
            self.ranges.leave(level, channels)
        else:
            yield from self.series_of(level, None, channels, series)

    def say_lost(self, url: str, reason: str, by: int = 1) -> None:
        again = reason in TOLD_ONCE and reason in self.told
        self.logger.log(logging.DEBUG if again else logging.WARNING, "listing lost: %s (%s)", url, reason)
        self.told.add(reason)
        self.count(counts.LISTINGS_LOST, by)
        self.count(counts.LOST_BECAUSE + reason, by)

    def say_strange(self, day: str, reason: str) -> None:
        is_old = self.now().date() - date.fromisoformat(day) > RECENT  # those without any are judged by their number
        if reason != NONE or not (is_old or self.plan.channels or not self.portal.listings[0].by_day):
            self.say_lost(f"the lists of {day}", reason)

    def closed(self, reason: str) -> None:
        """Say in one line that listings of all days do not reach back to the first day asked for."""
        if short := self.ranges.short:
            reached = "to no day that is known" if None in short else f"only to {max(filter(None, short))}"
            self.logger.warning("the listings reach back %s, and not to since=%s", reached, self.plan.since)
