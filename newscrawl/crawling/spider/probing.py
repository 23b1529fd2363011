"""Where a site lists its articles, found by asking for what it declares: nobody has written its listings down."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from newscrawl.counts import ASKED, LISTINGS_LOST, LISTINGS_UNREACHABLE
from newscrawl.counts import listing as counter_of
from newscrawl.crawling.spider.looking_back import LookingBack
from newscrawl.discovery.addresses import absolute
from newscrawl.discovery.cards import Card
from newscrawl.discovery.declared import PER_PAGE, Declared, Headlines, Posts, last_step, literal, paged_feed, posts_at
from newscrawl.discovery.listings import Source, page_of
from newscrawl.discovery.lists import obstacle
from newscrawl.reading.page import NotAnArticle, Page
from newscrawl.reasons import FORBIDDEN

# Where sites have them that declare none. Asked in this order until one has articles or leads to sitemaps.
USUAL_SITEMAPS = ("/sitemap-news.xml", "/news-sitemap.xml", "/sitemap_index.xml", "/sitemap.xml", "/wp-sitemap.xml")
USUAL_FEEDS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml")
FEED_TYPE = re.compile(r"application/(?:rss|atom|rdf)\+xml", re.I)
OTHER_FEED = re.compile(r"comment|komentar|/tag/|/author/", re.I)  # of readers, of one tag
WORDPRESS = re.compile(rb"/wp-(?:content|includes|json)/")
MOST_POSTS = 1000  # pages of them
MOST_SITEMAPS, MOST_FEEDS = 30, 8  # that are asked of those declared
SERVER_ERROR, TOO_MANY = 500, 429  # HTTP statuses
MOST_MAPS = 400  # of an index, where days were asked for


@dataclass
class Found:
    """What was found, by kind, in the order in which it is asked."""

    posts: list[Source] = field(default_factory=list)
    dated: list[str] = field(default_factory=list)  # sitemaps that tell times
    feeds: list[str] = field(default_factory=list)
    front: list[Source] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)  # sitemaps that do not
    silent: bool = False  # the list of posts has none of the days: there were none, or something keeps them back
    bare: bool = False  # the front page links to no article
    paged: bool = False  # feeds have further pages: they are WordPress's


class Probing(LookingBack):
    """A spider that looks for the lists of a site that has none written down, and then goes through them.

    Few requests, one after the other, at the same pace and under the same robots.txt as any: the front page, what
    robots.txt and the front page name, and the usual addresses of what they do not name.
    """

    lost = ""  # why the last request had no answer
    missing: list[tuple[str, str]]  # lists that the site is likely to have and that were not had, and why
    is_out = False  # true where that may be otherwise tomorrow: the site did not answer, or answered that it cannot

    async def start(self) -> AsyncIterator[Any]:
        if self.portal.by_shape and not self.portal.listings and not self.plan.urls:
            await self.probe()
        async for output in super().start():
            yield output

    async def probe(self) -> None:
        """Set the portal's listings to what the site has; says in one line what that is."""
        declared: list[str] = []
        self.missing = []

        def heard(robotparser: Any, request: Request) -> None:
            if self.portal.is_own(request.url):
                declared.extend(map(str, getattr(getattr(robotparser, "rp", None), "sitemaps", ())))

        self.crawler.signals.connect(heard, signals.robots_parsed)
        self.lost = ""
        front = await self.asked(self.front)
        self.crawler.signals.disconnect(heard, signals.robots_parsed)
        page = self.page_of(front)
        found = Found()
        if front is not None and page is not None:
            found.posts, found.silent = await self.posts_of(front, page)
            found.paged = bool(WORDPRESS.search(front.body))
        if not found.posts or found.silent:
            await self.find_sitemaps([url for url in dict.fromkeys(declared) if self.is_of_site(url)], found)
        if found.silent and found.dated:  # which tell better whether there were none
            found.posts = []
        if not self.is_ending:
            found.feeds = await self.feeds_of(page)
        if front is not None and page is not None:
            headlines = Headlines(literal(front.url), "a", dates="time::attr(datetime)")
            found.front = [headlines]
            found.bare = not any(map(self.is_article, headlines.read(front, self.clock(front))))
        listings = self.listings_of(found)
        self.settle(listings, front.url if front is not None else self.front)
        if listings and not (found.posts or found.dated or found.feeds):  # the rest has the newest alone
            for url, why in self.missing[:1]:
                self.say_lost(url, why)
        if not listings:
            self.count(LISTINGS_LOST)
            self.count(LISTINGS_UNREACHABLE, not self.lost.startswith("Forbidden"))
            self.logger.error("%s: no list of articles was found (%s)", self.front, self.lost or "none is declared")
            return
        said = ", then ".join(f"{type(source).__name__.lower()} {source.url}" for source in listings)
        self.logger.info("%s: articles are looked for in %s", self.front, said)

    def settle(self, listings: tuple[Source, ...], front: str) -> None:
        """Take what was found for the portal's own: its lists, and the host and scheme its front page is at."""
        parts = urlsplit(front)
        said = {
            "scheme": parts.scheme,
            "example": f"{parts.scheme}://{parts.netloc}{urlsplit(self.portal.example).path}",
        }
        self.portal = type(self.portal.__name__, (self.portal,), {**said, "listings": listings, "__module__": __name__})
        self.lists.series_at = self.portal.series_at

    @property
    def front(self) -> str:
        """The address of the site's front page."""
        return str(getattr(self.portal, "front", f"https://{self.portal.home}/"))

    @property
    def is_ending(self) -> bool:
        return self.lost.startswith("stopped")

    async def asked(self, url: str) -> Response | None:
        """What is at an address of the site; null where nothing is had, of which the reason is kept."""
        self.is_out = False
        if self.is_ending:
            return None
        assert self.crawler.engine
        try:
            request = Request(url, meta={"download_slot": self.name}, callback=NO_CALLBACK)
            response = await self.crawler.engine.download_async(request)
        except Exception as error:  # whatever went wrong, nothing is had: the lists that are there are asked again
            self.lost = str(error) or type(error).__name__
            self.is_out = not isinstance(error, IgnoreRequest) and not self.is_ending
            return None
        if response.status != 200:
            self.lost = f"HTTP {response.status}"
            self.is_out = response.status >= SERVER_ERROR or response.status == TOO_MANY
            return None
        return response

    def say_nothing(self, form: str, url: str, *, is_named: bool) -> None:
        """Count a list that gave nothing: the judgement knows whether it did before.

        One that the site names and that was not had is lost: others may not have all of its articles.
        """
        self.count(counter_of(form, ASKED))
        if self.is_out and is_named:
            self.say_lost(url, self.lost)
        elif self.is_out or (is_named and self.lost == FORBIDDEN):
            self.missing.append((url, self.lost))

    @property
    def under(self) -> str:
        """Where the site is a part of its host, the path of that part."""
        return str(getattr(self.portal, "under", ""))

    def is_of_site(self, url: str) -> bool:
        """True for an address on the site's hosts, and where it is a part of one, in that part."""
        return self.portal.is_own(url) and (not self.under or f"{self.under.strip('/')}" in re.split(r"\W+", url))

    def page_of(self, response: Response | None) -> Page | None:
        if response is None:
            return None
        if reason := obstacle(response):
            self.lost = reason
            return None
        try:
            return page_of(response)
        except NotAnArticle as error:
            self.lost = str(error)
            return None

    async def cards_at(self, source: Source) -> list[Card]:
        """What a list has at its first page: articles of the site, or what leads on to them."""
        if (response := await self.asked(source.page(1))) is None:
            return []
        try:
            cards = source.read(response, self.clock(response))
        except ValueError as error:
            self.lost = str(error)
            return []
        return [card for card in cards if self.portal.is_own(card.url) and (card.leads_on or self.is_article(card))]

    def is_article(self, card: Card) -> bool:
        """True for a card that by its address is an article of the site."""
        return self.portal.is_own(card.url) and self.portal.identify(card.url) is not None

    # -- the kinds -----------------------------------------------------------------------------------

    async def posts_of(self, front: Response, page: Page) -> tuple[list[Source], bool]:
        """WordPress's list of posts, where the front page names it or is WordPress's; and whether it is empty."""
        links = (link.get("href", "") for link in page.root.iter("link") if link.get("rel") == "https://api.w.org/")
        root = next((url for link in links if (url := absolute(page.base, link))), None)
        is_named = root is not None
        if root is None and WORDPRESS.search(front.body):
            root = absolute(front.url, "/wp-json/")
        if root is None or not self.portal.is_own(root):
            return [], False
        before = min(self.now().replace(tzinfo=None), datetime.combine(self.plan.until, datetime.min.time()))
        posts = posts_at(root, self.plan.since, before)
        if (response := await self.asked(posts.page(1))) is None or not self.is_posts(posts, response):
            self.say_nothing(posts.url, posts.url, is_named=is_named)
            return [], False
        total = (response.headers.get("X-WP-TotalPages") or b"").decode("latin-1")
        pages = int(total) if re.fullmatch(r"[0-9]{1,9}", total) else 0
        cards = len(posts.read(response, self.clock(response)))
        if pages < 2 and cards >= PER_PAGE:
            pages = 0  # a full page, and something before the site says that there is no other
        # Where nobody says how many there are, they are read to their end.
        return [replace(posts, pages=min(pages, MOST_POSTS) or None)], not cards

    def is_posts(self, posts: Posts, response: Response) -> bool:
        """True for a list that was read, also one of nothing."""
        try:
            cards = posts.read(response, self.clock(response))
            return posts.has_list(response) and (not cards or any(self.portal.identify(card.url) for card in cards))
        except ValueError as error:
            self.lost = str(error)
            return False

    async def find_sitemaps(self, declared: list[str], found: Found) -> None:
        """The sitemaps that robots.txt names, those of news first; else the first of the usual ones that is there."""
        named = sorted(declared, key=lambda url: not re.search(r"news|berita", last_step(url)))[:MOST_SITEMAPS]
        usual = [] if self.under else [f"{self.root}{path}" for path in USUAL_SITEMAPS]
        for url in named or usual:
            cards = await self.cards_at(Declared(literal(url)))
            if not cards:
                self.say_nothing(literal(url), url, is_named=bool(named))
                continue
            dated = any(self.is_dated(card) for card in cards)
            (found.dated if dated else found.undated).append(url)
            if dated and (not named or self.has_news(cards)):
                break  # the news of two days: what else there is has no more of them

    def has_news(self, cards: list[Card]) -> bool:
        """True for a list with articles of the first day asked for, or before, that tells when they were published."""
        days = [card.published.date() for card in cards if card.published]
        return bool(days) and min(days) <= self.plan.since

    def is_dated(self, card: Card) -> bool:
        """True where a card, or its address, says when the article is from."""
        identity = self.portal.identify(card.url)
        return bool(card.published or card.modified or (identity and identity.day))

    async def feeds_of(self, page: Page | None) -> list[str]:
        """The feeds that the front page links to, else the first of the usual ones that is there."""
        links = page.root.iter("link") if page is not None else ()
        declared = (link.get("href", "") for link in links if FEED_TYPE.search(link.get("type", "")))
        named = [url for link in declared if page is not None and (url := absolute(page.base, link))]
        named = [url for url in dict.fromkeys(named) if self.is_of_site(url) and not OTHER_FEED.search(url)]
        if named:
            return named[:MOST_FEEDS]
        for path in () if self.under else USUAL_FEEDS:
            url = f"{self.root}{path}"
            if await self.cards_at(Declared(literal(url))):
                return [url]
            self.say_nothing(literal(url), url, is_named=False)
        return []

    @property
    def root(self) -> str:
        """The scheme and host of the site's front page, without a slash."""
        parts = urlsplit(self.front)
        return f"{parts.scheme}://{parts.netloc}"

    def listings_of(self, found: Found) -> tuple[Source, ...]:
        """The lists in the order in which they are asked: each where those before have not enough.

        Sitemaps that tell no times may hold the whole past: they are asked where days were asked for, or for want of
        anything else with an article.
        """
        listings = [*found.posts]
        listings.extend(self.declared(urls) for urls in (found.dated, found.feeds) if urls)
        listings.extend(paged_feed(url) for url in found.feeds[:1] if found.paged and re.search(r"/feed/?$", url))
        listings.extend(found.front if not (found.bare and (listings or found.undated)) else ())
        alone = not (found.posts or found.dated or found.feeds) and (found.bare or not found.front)
        if found.undated and (self.plan.archive or alone):
            listings.append(self.declared(found.undated))
        return tuple(listings)

    def declared(self, urls: list[str]) -> Declared:
        """One list of several sitemaps, or of several feeds."""
        most = MOST_MAPS if self.plan.archive else Declared.undated
        first, *more = urls
        return Declared(literal(first), more=tuple(more), since=self.plan.since, until=self.plan.until, undated=most)
