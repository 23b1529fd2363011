"""What came onto the lists of a day after an earlier run had read them: they are read once more, a day later."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Generator, Iterable, Iterator
from dataclasses import replace
from typing import Any

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl import counts
from newscrawl.crawling.failures import request_of, why
from newscrawl.crawling.spider.walk import MAX_LISTING_PAGES, Walk
from newscrawl.discovery.cards import Card, is_before
from newscrawl.discovery.endings import REMOVED, out_of_order, sent_away, sent_home
from newscrawl.discovery.listings import Listing, page_of
from newscrawl.discovery.lists import obstacle
from newscrawl.discovery.series import Series
from newscrawl.discovery.sift import Sifted, listed_moment
from newscrawl.items import Identity

# In a request's meta: of an article that came late.
LATE = "late"
# Behind all others: what these lists show as well did not come late.
LAST = -20


class LookingBack(Walk):
    """A spider that also asks for what is new on the lists of the days from `plan.late` to before those that it crawls.

    Articles that are known are not asked for, and nothing is lost with a page of such a list: it was read in its time,
    and what does not come the next run asks for again.
    """

    def __init__(self, name: str | None = None, **arguments: str) -> None:
        super().__init__(name, **arguments)
        self.late: set[str] = set()  # ids of articles of those days that lists show, and of those that are new
        self.came_late: set[str] = set()
        self.has_begun = self.has_looked = False  # whether all other lists, and those, were asked for
        self.open_pages: Counter[bool] = Counter()  # of lists, asked for and not dealt with: of those days, and others

    async def start(self) -> AsyncIterator[Any]:
        """What the crawl begins with, and the days before where the first of its lists are by day."""
        async for output in super().start():
            yield output
        self.has_begun = True
        level = self.level_from(0, ()) if self.plan.late else None
        if level is not None and self.portal.listings[level].by_day:
            await self.days.ended()  # a site that has enough of us by then has given all of its news
            for day in self.plan.late_days:
                for request in self.series_of(level, day, ()):
                    yield request
        self.has_looked = True

    @property
    def has_had_lists(self) -> bool:
        """True once all lists were had, but for what came late onto those of the days before."""
        return self.has_begun and not self.open_pages[False]

    @property
    def late_left(self) -> int:
        """How many pages of lists of the days before did not come, or were not asked for any more."""
        return self.open_pages[True] + bool(self.plan.late and not self.has_looked)

    def listing_request(self, series: Series) -> Request:
        is_late = series.late or series.day in [day.isoformat() for day in self.plan.late_days]
        request = super().listing_request(replace(series, late=is_late))
        self.open_pages[is_late] += 1
        if is_late:
            request.priority = LAST
            self.days.found(series.day)  # it is no empty day, whatever comes
        return request

    def parse_listing(self, response: Response, series: Series) -> Iterator[Any]:
        if not series.late:
            yield from super().parse_listing(response, series)
            self.open_pages[False] -= 1  # not where the crawl was stopped in the midst of it
            return
        try:
            is_list = yield from self.look_back(response, series)
            self.open_pages[True] -= is_list
        finally:
            self.listing_ended(series, response.request, well=False)

    def listing_failed(self, failure: Failure) -> Iterator[Any]:
        request = request_of(failure)
        if (series := request.cb_kwargs["series"]).late:
            self.open_pages[True] -= why(failure)[0] == REMOVED
            self.listing_ended(series, request, well=False)
        else:
            yield from super().listing_failed(failure)
            self.open_pages[False] -= why(failure)[0] != counts.NOT_REACHED

    def listing_dropped(self, response: Response, series: Series, *, stopped: bool) -> None:
        super().listing_dropped(response, series, stopped=stopped or series.late)

    def followed(self, sifted: Sifted, series: Series) -> Iterator[Request]:
        yield from super().followed(sifted, series)
        yield from self.late_requests(sifted.late, series)

    def listing_over(self, series: Series) -> Generator[Request, None, bool]:
        """A list of all days that was read down to the first one is read on to the end of the day before."""
        listing = self.portal.at(series.level)
        is_read = series.is_range and series.oldest is not None and series.oldest < self.plan.since
        is_next = not (series.peeks or series.doubted or series.failures or series.sitemaps or series.barren)
        if self.plan.late and is_read and is_next and listing.paged and self.has_page(series):
            yield self.listing_request(replace(series, late=True))
        return (yield from super().listing_over(series))

    def look_back(self, response: Response, series: Series) -> Generator[Request, None, bool]:
        """What is new on a page of the day before, then its next page until one has nothing of that day.

        Returns whether it was one.
        """
        listing = self.portal.at(series.level)
        try:
            cards = listing.read(response, self.clock(response))
        except ValueError:
            return False
        sieve = self.sieve()
        sifted = sieve.sift(cards, series, paged=listing.paged)
        if series.day and self.lists.is_of_other_day(listing, series, sifted):  # and so may be all that follows
            return True
        days = [(sieve.day_of(identity, card, series), identity, card) for identity, card in sifted.wanted]
        others = [(identity, card) for day, identity, card in days if day is None or day < self.plan.since]
        yield from self.late_requests([*sifted.late, *others], series)
        ahead = series.next(sifted.keys, sifted.articles)
        is_told = bool(series.day or sifted.days)
        is_over = self.plan.late is None or is_before(sifted.days, sifted.articles, self.plan.late)
        if sifted.fresh and is_told and not is_over and listing.paged and self.has_page(ahead):
            yield self.listing_request(ahead)
        return bool(cards) or series.number > 1 or self.is_empty(response, series)

    def is_empty(self, response: Response, series: Series) -> bool:
        """True for a first page without cards that is a list all the same: a small channel has none of many a day."""
        is_html = isinstance(self.portal.at(series.level), Listing)
        if sent_home(response, series) or sent_away(response) or obstacle(response):
            return False
        return not (is_html and out_of_order(page_of(response)))

    def has_page(self, series: Series) -> bool:
        """True where the portal may show the page that a list stands at."""
        return series.number <= (self.portal.at(series.level).pages or MAX_LISTING_PAGES)

    def late_requests(self, cards: Iterable[tuple[Identity, Card]], series: Series) -> Iterator[Request]:
        """The requests for those articles of the day before that no run knows, which it counts.

        And for those that robots.txt forbade: one night's mistake must not last.
        """
        for identity, card in cards:
            if identity.id in self.late:
                continue
            self.late.add(identity.id)
            self.count(counts.LATE_SHOWN)
            is_new, memory = identity.id not in self.unfinished, self.days.memory
            is_forbidden = is_new and memory.is_forbidden(identity.id)
            if not (is_forbidden or (is_new and memory.is_new(identity.id))):
                continue
            if not is_forbidden:
                self.count(counts.LATE)
                self.came_late.add(identity.id)
            request = self.article_request(identity)
            request.meta["listed_at"] = listed_moment(card.published, series.day, self.portal.zone)
            request.meta[LATE] = True
            if is_forbidden:
                request.meta["asked_again"] = True
            yield request
