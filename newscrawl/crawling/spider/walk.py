"""How a portal's lists are gone through: page by page, until one ends that can be believed."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Any

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl import counts
from newscrawl.crawling.failures import request_of, why
from newscrawl.crawling.spider.asking import Asking
from newscrawl.discovery.cards import Card, is_before
from newscrawl.discovery.days import NONE, OTHER_DAY
from newscrawl.discovery.endings import REMOVED, asked_address, out_of_order, sent_away, sent_home
from newscrawl.discovery.listings import Listing, Source, page_of
from newscrawl.discovery.lists import obstacle
from newscrawl.discovery.payload import Payload
from newscrawl.discovery.series import Series
from newscrawl.discovery.sift import Sifted
from newscrawl.reasons import REFUSED, SENT_AWAY, WALLS, Says, says

# A listing with more pages than this repeats itself in a way we do not see; a portal may declare more.
MAX_LISTING_PAGES = 400
MAX_UNDATED_PAGES = 40  # of a listing of all days are read while no card has told its day
# Pages that may be lost one behind the other; one more, and the listing is given up.
MAX_LISTING_FAILURES = 2
# Pages without a new address of the portal's articles, one behind the other: past its end a list shows its own links.
MAX_BARREN_PAGES = 2
# Sitemaps of one index, those of indexes inside it included: one may lead to itself, or to new ones for ever.
MAX_SITEMAPS = 400
# What is asked for next, and in the end whether the listing can be believed so far.
Steps = Generator[Request, None, bool]
SKIPPED = "the page before it has fewer cards than are counted on"
OLD_COPY, BEHIND = "a cache's old copy", "no end of a list: there are articles behind it"


class Walk(Asking):
    """A spider that goes through its portal's lists.

    A page of a range is followed by the next until one lies before `since`, repeats, is empty, or is the last that
    there is; articles of other days are counted and not fetched.
    """

    def parse_listing(self, response: Response, series: Series) -> Iterator[Any]:
        """Articles of one page of a listing, then its next page until a page repeats or is empty."""
        well = False
        try:
            well = yield from self.read_listing(response, series)
        finally:  # also when it raises: a day that is never ended would hold up the archive
            self.listing_ended(series, response.request, well=well)

    def listing_ended(self, series: Series, request: Request | None, *, well: bool) -> None:
        """A page of a listing has been dealt with; once for each request."""
        if request is not None:
            if "ended" in request.meta:
                return
            request.meta["ended"] = True
        self.days.end(series.day, well=well)
        if series.is_range and not series.late:
            self.ranges.end()

    def listing_dropped(self, response: Response, series: Series, *, stopped: bool) -> None:
        """A page of a listing was had, and something on the way passed over what it lists, or the rest of it."""
        if response.request and "ended" not in response.request.meta:
            if not stopped:
                self.say_lost(response.url, "what it lists was not passed on")
            self.listing_ended(series, response.request, well=False)

    def read_listing(self, response: Response, series: Series) -> Steps:
        """What `parse_listing` yields; returns whether the listing can be believed so far."""
        listing = self.portal.at(series.level)
        cards, unread = list[Card](), ""
        try:
            cards = listing.read(response, self.clock(response))
            if series.sitemaps and not (cards or series.is_check or listing.has_list(response)):
                unread = "no list"
        except ValueError as error:
            unread = str(error)
        if series.peeks and not cards:
            return (yield from self.listing_over(series))
        if block := sent_home(response, series) or (None if cards else obstacle(response)):
            self.count(counts.LISTINGS_BLOCKED, block in WALLS)
            yield from self.listing_lost(series, response.url, block)
            return False
        if unread:
            return (yield from self.again_or_lost(series, response.url, unread))
        self.count(counts.LISTING_PAGES)
        if doubt := self.doubt_of(listing, response, series, cards):
            yield self.listing_request(series.doubt(doubt))
            return True
        return (yield from self.go_through(listing, response, series, cards))

    def go_through(self, listing: Source, response: Response, series: Series, cards: list[Card]) -> Steps:
        """The articles of a page that was had, and what comes behind it; returns likewise."""
        self.days.read(series.day, self.read_on(response))
        if not cards and series.number == 1 and isinstance(listing, Listing) and out_of_order(page_of(response)):
            yield from self.listing_lost(series, response.url, "an error page")
            return False
        old = OLD_COPY if self.is_old_copy(series.day, response) else ""
        if loss := self.lists.loss_of(listing, response, has_cards=bool(cards)) or old:
            self.say_lost(response.url, loss)
        sifted = self.sieve().sift(cards, series, paged=listing.paged)
        self.looked(listing.url, response.url, found=sifted.articles)
        other = self.days.is_over(series.day) and self.lists.is_of_other_day(listing, series, sifted)
        if other or sifted.is_far_behind(series):
            if series.doubted or series.failures:  # what it shows are articles all the same
                yield from self.followed(sifted, series)
            return (yield from self.again_or_lost(series, asked_address(response), OTHER_DAY if other else OLD_COPY))
        if series.number > 1 and not series.sitemaps:
            others = bool(sifted.keys) and not sifted.fresh and series.barren + 1 < MAX_BARREN_PAGES
            fault = self.lists.fault_of(listing, response, series, sifted, others=others)
            if series.peeks and (fault or not sifted.fresh):
                return (yield from self.listing_over(series))
            if series.peeks:
                self.say_lost(self.page_address(series, series.number - 1), loss := BEHIND)
                series = replace(series, peeks=False)
            repeats = bool(sifted.shown) and not sifted.fresh and self.lists.is_full(listing, series)
            if (not cards or repeats) and not series.doubted:
                yield self.listing_request(series.doubt(fault or ("empty" if not cards else "repeated")))
                return True
            if fault:
                return (yield from self.end_doubted(series, asked_address(response), fault))
            if sifted.fresh and self.lists.skips(listing, series):
                self.say_lost(self.page_address(series, series.number), loss := SKIPPED)
        yield from self.followed(sifted, series)
        return (yield from self.gone_on(listing, response, series, sifted)) and not loss

    def doubt_of(self, listing: Source, response: Response, series: Series, cards: list[Card]) -> str:
        """Why a page that was asked for once is asked for once more; empty where it is not."""
        if series.doubted or series.peeks:
            return ""
        if not cards and series.number == 1:
            return "empty"
        if self.is_old_copy(series.day, response):
            return OLD_COPY
        return "cut" if self.lists.may_be_cut(listing, response) else ""

    def followed(self, sifted: Sifted, series: Series) -> Iterator[Request]:
        """The requests for a page's articles; counts them, and what is not followed."""
        alone = not self.plan.archive and self.lists.is_new(self.address_of(series))
        of_part = self.lists.counted(series.part, sifted, alone=alone) if series.part else ()
        for key, number in (*sifted.counts.items(), *of_part):
            self.count(key, number)
        self.count(counts.listing(self.portal.at(series.level).url, counts.ARTICLES), sifted.articles)
        for identity, card in sifted.wanted:
            self.days.found(series.day)
            request = self.article_request(identity, series.day)
            request.meta["listed_at"] = card.published
            yield request

    def gone_on(self, listing: Source, response: Response, series: Series, sifted: Sifted) -> Steps:
        """Ask for what comes behind a page; returns whether the listing can be believed so far."""
        series = replace(series, known=series.known or sifted.known)
        series = self.with_sitemaps(sifted, series, response.url)
        oldest = min(filter(None, (series.oldest, sifted.oldest)), default=None)
        if series.sitemaps:  # they are known by their index: what is in them need not be remembered
            return (yield from self.turned(series.next([], sifted.articles, oldest)))
        ahead = series.next(sifted.keys, sifted.articles, oldest, barren=not sifted.fresh)
        if sifted.fresh:
            ahead = self.lists.remembered(listing, response, ahead, sifted)
        is_past = is_before(sifted.days, sifted.articles, since := self.plan.since) and not sifted.jumps(series, since)
        if not sifted.keys:
            return (yield from self.end_believed(series))
        if ahead.barren >= MAX_BARREN_PAGES or is_past:
            return (yield from self.listing_over(ahead))
        return (yield from self.turned(ahead))

    def end_doubted(self, series: Series, url: str, fault: str) -> Steps:
        """Ask once more for a page that is no believable end; believe only in the same "removed" twice."""
        if not series.doubted and not series.failures:
            yield self.listing_request(series.doubt(fault))
            return True
        if fault == REMOVED and (series.doubted in (REMOVED, "empty") or series.failures):
            return (yield from self.end_believed(series))
        yield from self.listing_lost(series, url, f"no end of a list: {fault}")
        return False

    def end_believed(self, series: Series) -> Steps:
        """Believe in an end behind a full page where the page behind it has nothing new either."""
        listing = self.portal.at(series.level)
        is_last = series.number == 1 or series.barren or series.number >= (listing.pages or MAX_LISTING_PAGES)
        if is_last or not self.lists.is_full(listing, series):
            return (yield from self.listing_over(series))
        yield self.listing_request(replace(series, number=series.number + 1, doubted="", peeks=True))
        return True

    def again_or_lost(self, series: Series, url: str, reason: str) -> Steps:
        """Ask once more for a page that cannot be read; then it is lost."""
        if series.doubted or series.failures:
            yield from self.listing_lost(series, url, reason)
            return False
        yield self.listing_request(series.doubt(reason))
        return True

    def with_sitemaps(self, sifted: Sifted, series: Series, url: str) -> Series:
        """The series with the sitemaps an index leads to that may have articles of the plan's days, each once."""
        known = {url, self.page_address(series, 1), *series.sitemaps, *series.passed}
        own = (card for card in sifted.leading if self.portal.is_own(card.url))
        wanted, passed = ([u for u in dict.fromkeys(some) if u not in known] for some in self.sieve().split(own))
        room = MAX_SITEMAPS - len(series.sitemaps)
        if len(wanted) > room:
            self.logger.warning("only %d sitemaps are read, %s leads to more", MAX_SITEMAPS, url)
            self.count(counts.LISTINGS_CUT_SHORT)
        is_untrue = series.is_check and bool(sifted.wanted) and room > 0
        return series.leading_to(wanted[:room], passed if room > len(wanted) else [], is_untrue=is_untrue)

    def turned(self, series: Series) -> Steps:
        """Ask for the page `series` stands at; where there is none, or no further one may be had, the end."""
        listing = self.portal.at(series.level)
        if series.number > len(series.sitemaps) + 1 if series.sitemaps else not listing.paged:
            return (yield from self.listing_over(series))
        most = listing.pages or (MAX_SITEMAPS + 1 if series.sitemaps else MAX_LISTING_PAGES)
        if series.is_range and not series.oldest and not listing.pages and not series.sitemaps:
            most = MAX_UNDATED_PAGES
        if series.number <= most:
            yield self.listing_request(series)
            return True
        if not listing.pages:
            self.logger.warning("listing given up after %d pages: %s", most, self.page_address(series, most))
        if series.is_range:
            return (yield from self.listing_over(series))
        if listing.pages:
            return (yield from self.listing_cut(series))
        self.count(counts.LISTINGS_LOST)
        return False

    def listing_over(self, series: Series) -> Steps:
        """The last page was read; a listing that gave nothing, or ends behind `since`, leaves to the next."""
        if not series.is_range:
            return True if series.articles else (yield from self.listing_empty(series))
        if series.oldest and series.oldest < self.plan.since:
            return True
        if series.articles and not series.oldest and not self.plan.archive:
            self.count(counts.LISTINGS_APART, not series.known)
            return True  # nothing tells how far it reaches
        if not series.articles:
            if series.channel and isinstance(self.portal.at(series.level), Listing | Payload):  # a channel's newest
                self.say_lost(self.page_address(series, 1), NONE)
            return (yield from self.listing_empty(series))
        yield from self.leave(series)
        return True

    def listing_failed(self, failure: Failure) -> Iterator[Any]:
        """A page of a listing could not be had; beyond the last page many sites answer 404."""
        request = request_of(failure)
        series: Series = request.cb_kwargs["series"]
        reason, detail = why(failure)
        if reason == REMOVED and sent_away(request):  # gone is where it was sent to
            reason, detail = SENT_AWAY, request.url
        if series.number > 1 and detail == f"HTTP {self.portal.at(series.level).past_end}":
            reason = REMOVED
        asked = asked_address(request)
        if reason == counts.NOT_REACHED:  # the crawl is ending
            self.listing_ended(series, request, well=False)
            return
        if says(reason) is Says.FAILED and reason != REMOVED:
            self.count(counts.LISTINGS_UNREACHABLE)
        self.count(counts.LISTINGS_BLOCKED, reason in REFUSED)
        well = False
        try:
            if series.peeks:
                well = yield from self.listing_over(series)
            elif series.is_check:
                well = yield from self.turned(series.skip())
            elif reason == REMOVED and series.number > 1 and not series.sitemaps:
                full = self.lists.is_full(self.portal.at(series.level), series)
                well = yield from self.end_doubted(series, asked, reason) if full else self.listing_over(series)
            elif reason == REMOVED and series.level > 0 and series.is_range and not series.sitemaps:
                well = yield from self.listing_empty(series)  # one that was tried for want of a better
            else:
                yield from self.listing_lost(series, asked, reason)
        finally:
            self.listing_ended(series, request, well=well)

    def listing_lost(self, series: Series, url: str, reason: str) -> Iterator[Request]:
        """Go on behind a page that is lost; a first page is asked for from the next listing."""
        if series.number > 1:
            self.say_lost(url, reason)
            if series.failures < MAX_LISTING_FAILURES or series.sitemaps:
                yield from self.turned(series.skip())
            elif series.is_range:
                yield from self.listing_over(series)
            return
        level = self.next_level(series)
        # else the day is asked for once more
        is_lost = level is None or not (series.day and self.portal.at(level).by_day)
        self.days.elsewhere.update(() if is_lost else (series.day,))
        self.say_lost(url, reason, by=is_lost)
        yield from self.listing_empty(series)
