"""What a run has seen of its lists, and whether a page is the one behind a full page: the rule is in endings.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from newscrawl.counts import CHANNEL, CHANNELS_OWN, ONE_NUMBER
from newscrawl.discovery.addresses import absolute, is_of_another
from newscrawl.discovery.days import SOME
from newscrawl.discovery.endings import (
    FEW,
    REMOVED,
    Template,
    is_cut,
    is_partial,
    numbers,
    out_of_order,
    says_not_found,
    says_nothing,
    sent_away,
)
from newscrawl.discovery.listings import Listing, Source, page_of
from newscrawl.discovery.series import Series
from newscrawl.discovery.sift import Sifted
from newscrawl.reading.decoding import has_end
from newscrawl.reading.page import NotAnArticle, Page
from newscrawl.reading.walls import block_of

if TYPE_CHECKING:  # what is only read of a list does not wait for Scrapy
    from scrapy.http import Response

# A card or two of a full page may be missing, as a removed article is: this share of them is full all the same.
NEARLY = 0.8


class Lists:
    """What this run has seen of its listings' pages, by the form of their addresses.

    `series_at` says where an address of one of the portal's listings stands, null for any other.
    """

    def __init__(self, series_at: Callable[[str], Series | None]) -> None:
        self.series_at = series_at
        # The channel whose lists show an article (empty: several do) and the first of its addresses, by id.
        self.shown_by: dict[str, tuple[str, str]] = {}
        self.templates: dict[str, Template] = {}  # of the last page with articles
        self.full: dict[str, int] = {}  # most cards of a page that was followed by another
        self.endless: set[str] = set()  # whose pages lack the end of their HTML
        self.ended: set[str] = set()  # of which a page had it
        self.read: set[str] = set()  # addresses of pages

    def is_new(self, url: str) -> bool:
        """True the first time that a page is read: the sitemaps of an index may be those of channels, too."""
        is_new = url not in self.read
        self.read.add(url)
        return is_new

    def counted(self, channel: str, sifted: Sifted, *, alone: bool) -> Iterator[tuple[str, int]]:
        """How a page of a channel's list changes the counts of its articles, and of those that it `alone` shows.

        So is a channel what stands in a sitemap of news. One that tells no times of publication may be full tomorrow,
        and another in its place.
        """
        if not all(card.published for _, card in sifted.wanted) and "/" in channel:
            return
        yield CHANNEL + channel, len(sifted.wanted)
        for identity, _ in sifted.wanted if alone else ():
            first, url = self.shown_by.setdefault(identity.id, (channel, identity.url))
            if first != channel:
                self.shown_by[identity.id] = "", url
                yield ONE_NUMBER, is_of_another(url, identity.url)
            if first:
                yield CHANNELS_OWN + first, 1 if first == channel else -1

    def may_be_cut(self, listing: Source, response: Response) -> bool:
        """True for a page that lacks the end of its HTML, where its list's pages are not known to."""
        return isinstance(listing, Listing) and listing.url not in self.endless and is_cut(response)

    def loss_of(self, listing: Source, response: Response, *, has_cards: bool) -> str:
        """What is lost with a page of a list that has its end or lacks it again, in words; empty for nothing."""
        if not isinstance(listing, Listing):
            return ""
        if has_cards and has_end(response.body):
            self.ended.add(listing.url)
            if listing.url not in self.endless:
                return ""
            self.endless.discard(listing.url)
            return "a page before it was cut"
        if not self.may_be_cut(listing, response):
            return ""
        if is_partial(response) or listing.url in self.ended:
            return "cut body"
        self.endless.add(listing.url)  # its template lacks the end
        return ""

    def is_of_other_day(self, listing: Source, series: Series, sifted: Sifted) -> bool:
        """True for a page of a day's list of which no new article is of that day: the site took no heed of the day.

        A channel may have had nothing that day, and show what others show beside their lists: there only a full page
        tells.
        """
        told = sifted.told
        if len(told) < max(SOME, sifted.unknown) or any(day.isoformat() == series.day for day in told):
            return False
        if series.channel is None:
            return True
        usual = listing.step if listing.step > 1 else self.full.get(listing.url, 0)
        return bool(usual) and sifted.size >= NEARLY * usual

    def remembered(self, listing: Source, response: Response, ahead: Series, sifted: Sifted) -> Series:
        """What comes behind a page with new articles; keeps what tells where its list ends."""
        leads_on = False
        if isinstance(listing, Listing) and listing.paged:
            page = page_of(response)
            self.templates[listing.url] = Template.of(page, listing.links(page))
            leads_on = any(number >= ahead.number for number in self.pages_linked(page, ahead, exactly=listing))
        if ahead.number > 2:
            self.full[listing.url] = max(ahead.size, self.full.get(listing.url, 0))
        return ahead.showed(sifted.shown, sifted.size, leads_on=leads_on, span=sifted.span)

    def pages_linked(self, page: Page, series: Series, exactly: Source | None = None) -> set[int]:
        """The numbers of this very list's pages that a page links to; `exactly` those of the list's own steps."""
        found = set()
        for link in {link.get("href", "") for link in page.root.iter("a")}:
            if (url := absolute(page.base, link)) and (at := self.series_at(url)) and at.is_same_list(series):
                offset = (at.number - 1) * exactly.step if exactly and "{offset" in exactly.url else 0
                if not offset or offset in numbers(url):
                    found.add(at.number)
        return found

    def is_full(self, listing: Source, series: Series) -> bool:
        """True where the last page that was read is likely to have one behind it: see endings.py."""
        usual = listing.step if listing.step > 1 else max(series.largest, self.full.get(listing.url, 0))
        return series.leads_on or (series.size >= NEARLY * usual if usual else len(series.last) >= FEW)

    def skips(self, listing: Source, series: Series) -> bool:
        """True where the page before this one was shorter than the step between them: what lies there is not shown.

        Unless it leads to this one itself: then cards of it are gone.
        """
        is_next = not (series.failures or series.barren or series.leads_on)
        return is_next and "{offset" in listing.url and 0 < series.size < NEARLY * listing.step

    def fault_of(self, listing: Source, response: Response, series: Series, sifted: Sifted, *, others: bool) -> str:
        """Why a page is not the one behind a full page; empty where it is, or is the list's believable end.

        It shows articles, fresh ones among them or not; or only `others`, other cards than before.
        """
        shown, fresh = sifted.shown, bool(sifted.fresh)
        repeated = series.number > 2 and bool(shown & series.last) and not (shown - series.last) & series.first
        if (repeated and not fresh) or not self.is_full(listing, series):
            return ""
        if sent_away(response):
            return f"sent to {response.url}"
        if not isinstance(listing, Listing):
            return "" if fresh or others or listing.has_list(response) else "no list"
        page = page_of(response)
        known, own = self.templates.get(listing.url), Template.of(page, listing.links(page))
        if own.is_front and known and not known.is_front:
            return "the front page"
        if fresh:
            return ""
        if shown:
            return "page 1 again" if shown & series.first else "a page before it again"
        if others:
            return "" if known is None or not known.tells or known.fits(own) else "no page of the list"
        return self._fault_of_empty(listing, page, series)

    def _fault_of_empty(self, listing: Source, page: Page, series: Series) -> str:
        """Likewise for a page of HTML without an article of the list."""
        known, own = self.templates.get(listing.url), Template.of(page)
        if out_of_order(page) or (own.says_fault and not (known and known.says_fault)):
            return "an error page"
        linked = self.pages_linked(page, series) - ({1} if series.is_range else set())
        if linked or (known and known.fits(own)) or says_nothing(page):
            return ""
        return REMOVED if says_not_found(page) else "no page of the list"


def obstacle(response: Response) -> str | None:
    """What came in place of a listing: a robot check, a provider's block, nothing at all; null for none of them."""
    try:
        return block_of(page_of(response))
    except NotAnArticle as error:
        return error.reason if error.reason == "empty page" else None
