"""The ways a portal lists its articles, and what is read of a page of one (those in JSON: payload.py).

    Listing("https://a.example/indeks/{day:%Y/%m/%d}/{offset}", "h3 a::attr(href)", step=20)   a day's index
    Listing("https://a.example/terkini?page={number}", "h3 a", dates="time::attr(datetime)")   the newest first
    Sitemap("https://a.example/{channel}/sitemap-news.xml")
    Feed("https://a.example/rss")
    Payload("https://a.example/api/{number}", "data.articles", link="url", dates="published_at")
    Rendered("https://a.example/terkini", "h3 a", more="button.muat-lainnya")   a list that scripts build

A listing with a day in its address is asked once for each day, any other once for all of them.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass
from string import Formatter
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from lxml import etree

from newscrawl.discovery.addresses import FIELDS, absolute, match
from newscrawl.discovery.cards import Card, ReadTime
from newscrawl.discovery.endings import owned
from newscrawl.discovery.entries import entries, has_root
from newscrawl.reading.page import MAX_LISTED_NODES, Page, check_selector

if TYPE_CHECKING:  # what is only read of a list does not wait for Scrapy
    from scrapy.http import Response

logger = logging.getLogger(__name__)

# A feed's own counter of clicks stands in place of the article's address.
REDIRECTS = re.compile(r"(?:^|\.)(?:feedburner\.com|feedsportal\.com|feedproxy\.google\.com)$")
FEED_FIELDS = ("origLink", "link", "guid", "id", "pubDate", "published", "date", "updated")
# What of a selector is no element: h3 a::attr(href)
PSEUDO_ELEMENT = re.compile(r"::[\w-]+(?:\([^)]*\))?")
# <!--2026-07-24 10:47:12-->
TIME_IN_COMMENT = re.compile(r"\s*\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Source:
    """A listing's addresses, whatever is at them.

    `url` is a format with {day}, {channel}, {channel_id}, {tag}, {words}, {number} (1, 2, ...) and {offset}
    (number - 1 times `step`); {day} takes a strftime form, in which %%2F stands for an encoded slash. `first` is
    the first page's address where it differs, `pages` how many the portal shows at most (null: it says itself
    where they end). A listing with {channel} in it is asked once a channel.
    """

    past_end: ClassVar[int] = 404  # the status of a page beyond the last one

    url: str
    _: KW_ONLY
    step: int = 1
    first: str | None = None
    pages: int | None = None

    def __post_init__(self) -> None:
        """A format or rule that cannot be read fails at import."""
        for form in (self.url, self.first or ""):
            if wrong := {name for _, name, _, _ in Formatter().parse(form) if name is not None} - set(FIELDS):
                raise ValueError(f"{form}: unknown field {sorted(wrong)[0]!r}; allowed: {', '.join(FIELDS)}")
        self.check()

    def check(self) -> None:
        """Raise ValueError for a rule that cannot be read."""

    @property
    def per_channel(self) -> bool:
        return "{channel" in self.url

    @property
    def by_day(self) -> bool:
        return "{day" in self.url

    @property
    def paged(self) -> bool:
        """True where there may be a second page."""
        return "{number" in self.url or "{offset" in self.url or self.payload(1) != self.payload(2)

    def match(self, url: str) -> dict[str, str] | None:
        """What an address of this listing says (day in ISO form, channel, tag, number, offset), null for another's.

        >>> Listing("https://{channel}.a.example/indeks?date={day:%m/%d/%Y}&page={number}", "a").match(
        ...     "https://bola.a.example/indeks?date=07%2F24%2F2026&page=2")
        {'channel': 'bola', 'number': '2', 'day': '2026-07-24'}
        """
        for form in (self.url, self.first):
            if form and (found := match(form, url)) is not None:
                return found
        return None

    def page(self, number: int, **values: Any) -> str:
        """The address of a page, 1 being the first."""
        form = self.first if number == 1 and self.first else self.url
        return form.format(number=number, offset=(number - 1) * self.step, **values)

    def payload(self, number: int) -> str | None:
        """What is sent with a POST to a page's address; null for a GET."""
        return None

    def read(self, response: Response, when: ReadTime) -> list[Card]:
        """The cards of a fetched page, in order. Raises ValueError for a body of another kind."""
        raise NotImplementedError

    def has_list(self, response: Response) -> bool:
        """True for a page, read without fault, that is a list, though perhaps one of nothing."""
        return True


@dataclass(frozen=True)
class Listing(Source):
    """An HTML list. `cards` selects its links, elements or `::attr(href)`; `dates` the times beside them.

    A time belongs to a link when the smallest element around both has no other link of the list in it. Times may
    be printed, machine-made, seconds or milliseconds since 1970, or a comment in the element selected.
    """

    cards: str
    dates: str | None = None

    def check(self) -> None:
        for rule in (self.cards, self.dates):
            if rule:
                check_selector(rule)

    def read(self, response: Response, when: ReadTime) -> list[Card]:
        page = page_of(response)
        links = self.links(page)
        without = [Card("")] * (len([*page.select(self.cards)]) - len(links) if links else 0)
        if not self.dates:
            return [*(Card(url) for _, url in links), *without]
        times: dict[Any, str] = {}  # elements, each with the first time in it
        for element, text in selected(page, self.dates):
            for around in _upwards(element):
                if around in times:
                    break
                times[around] = text
        owners = owned(links)
        cards = []
        for element, url in links:
            shared = next((around for around in _upwards(element) if around in times or owners[around] is None), None)
            alone = shared is not None and shared in times and owners[shared] is not None
            cards.append(Card(url, when(times[shared]) if alone else None))
        return cards + without

    def links(self, page: Page) -> list[tuple[Any, str]]:
        """The elements and absolute addresses, in order, of the cards that have one on the web; programs have none."""
        found = ((element, absolute(page.base, text)) for element, text in selected(page, self.cards, link=True))
        return [(element, url) for element, url in found if url is not None and url.startswith("http")]

    def has_list(self, response: Response) -> bool:
        return False  # of which only a page with cards tells how it looks


@dataclass(frozen=True)
class Rendered(Listing):
    """An HTML list that its page's scripts build: a browser shows it, where one is switched on (crawling/browser/).

    What is read is the page as it stands in the end. `more` is the button that is pressed for more; or `scroll`:
    the page is scrolled for it; at most `turns` times, and no further than there is something new. `ready` is what
    stands there when the list does (default: the cards), `dismiss` the button of an overlay in front of it. `hosts`
    are those that the list is fetched from, besides the portal's own. A list that takes away what it showed before
    is not had whole.
    """

    _: KW_ONLY
    more: str | None = None
    scroll: bool = False
    ready: str | None = None
    dismiss: str | None = None
    turns: int = 20
    hosts: tuple[str, ...] = ()

    def check(self) -> None:
        super().check()
        for rule in (self.more, self.ready, self.dismiss):
            if rule:
                check_selector(rule)
        if self.more and self.scroll:
            raise ValueError(f"{self.url}: either more, a button, or scroll")

    @property
    def elements(self) -> str:
        """The cards as a selector of elements.

        >>> Rendered("https://a.example/", "h3 a::attr(href), .judul a").elements
        'h3 a, .judul a'
        """
        return PSEUDO_ELEMENT.sub("", self.cards)


@dataclass(frozen=True)
class Sitemap(Source):
    """A (news) sitemap, gzipped or not; a sitemap index leads on to its sitemaps, and indexes in it to theirs.

    Of an index only the sitemaps whose addresses the pattern `only` is found in are read, each once.
    """

    only: str = ""

    def check(self) -> None:
        re.compile(self.only)

    def read(self, response: Response, when: ReadTime) -> list[Card]:
        cards, without = [], 0
        for entry in entries(response.body, response.url, ("url", "sitemap"), ("loc", "publication_date", "lastmod")):
            url = absolute(response.url, entry.text("loc"))
            without += not url
            if url and (entry.name == "url" or re.search(self.only, url)):
                published, modified = when(entry.text("publication_date")), when(entry.text("lastmod"))
                cards.append(Card(url, published, modified, entry.name == "sitemap"))
        return with_others(cards, without, response.url)

    def has_list(self, response: Response) -> bool:
        return has_root(response.body)


@dataclass(frozen=True)
class Feed(Source):
    """An RSS or Atom feed. Of an item's addresses the first that is an article's own is taken."""

    def read(self, response: Response, when: ReadTime) -> list[Card]:
        cards, without = [], 0
        for entry in entries(response.body, response.url, ("item", "entry"), FEED_FIELDS):
            texts = entry.texts
            links = [entry.text("origLink"), *(texts.get(name, "") for name in ("link", "guid", "id"))]
            links += [entry.text("link"), texts.get("guid without link", "")]  # of another namespace, or a mere number
            urls = [url for link in links if link.startswith(("http", "/")) and (url := absolute(response.url, link))]
            if urls:
                published = when(entry.text("pubDate") or texts.get("published") or entry.text("date"))
                cards.append(Card(next(filter(_is_deep, urls), urls[0]), published, when(entry.text("updated"))))
            without += not urls
        return with_others(cards, without, response.url)


def with_others(cards: list[Card], without: int, url: str) -> list[Card]:
    """The cards of what is at `url`, and those of entries `without` an address: many tell that its form has changed."""
    if without:
        logger.warning("%s: %d of %d entries have no address", url, without, without + len(cards))
    return cards + [Card("")] * (without if cards else 0)


def _is_deep(url: str) -> bool:
    """False for a home page or a feed's counter of clicks."""
    parts = urlsplit(url)
    return parts.path.strip("/") != "" and not REDIRECTS.search((parts.hostname or "").lower())


def _upwards(element: Any) -> Iterator[Any]:
    yield element
    yield from element.iterancestors()


_pages: WeakKeyDictionary[Response, Page] = WeakKeyDictionary()  # its cards, its template and its end are asked for


def page_of(response: Response) -> Page:
    """The page of a list, parsed once an answer; of more nodes than an article may have. Raises NotAnArticle."""
    if (page := _pages.get(response)) is None:
        page = _pages[response] = Page(response.body, response.url, most=MAX_LISTED_NODES, comments=True)
    return page


def selected(page: Page, css: str, *, link: bool = False) -> Iterator[tuple[Any, str]]:
    """Elements of a selector with their text (of a `link`: its address); for `::attr(x)` and `::text` their owner."""
    for value in page.select(css):
        if isinstance(value, str):
            yield value.getparent(), str(value)  # type: ignore[attr-defined]
        else:
            yield value, value.get("href", "") if link else _text(value)


def _text(element: Any) -> str:
    """An element's text; a time that stands in a comment in it goes before."""
    hidden = (comment.text or "" for comment in element.iter(etree.Comment))
    return next(filter(TIME_IN_COMMENT.match, hidden), None) or " ".join("".join(element.itertext()).split())
