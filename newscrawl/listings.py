"""The ways a portal lists its articles, what is read of a page of one, and where its paging stands.

    Listing("https://a.example/indeks/{day:%Y/%m/%d}/{offset}", "h3 a::attr(href)", step=20)   a day's index
    Listing("https://a.example/terkini?page={number}", "h3 a", dates="time::attr(datetime)")   the newest first
    Sitemap("https://a.example/{channel}/sitemap-news.xml")
    Feed("https://a.example/rss")
    Payload("https://a.example/api/{number}", "data.articles", link="url", dates="published_at")
    Rendered("https://a.example/terkini", "h3 a", more="button.muat-lainnya")   a list that scripts build

A listing with a day in its address is asked once for each day, any other once for all of them.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import KW_ONLY, dataclass, replace
from datetime import date, datetime
from functools import cache
from string import Formatter
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import jmespath
from jmespath.exceptions import JMESPathError
from lxml import etree
from scrapy.http import Response

from newscrawl.endings import owned
from newscrawl.entries import entries
from newscrawl.page import MAX_LISTED_NODES, Page, check_selector

logger = logging.getLogger(__name__)

# What stands in an address for each field of a listing's format.
FIELDS = {
    "day": r"\d{4}-\d\d-\d\d",
    "channel": r"[\w-]+",
    "channel_id": r"[\w-]+(?:\.[\w-]+)*(?:/[\w-]+)*",
    "tag": r"[\w-]+",
    "words": r"[^/&#]+",
    "number": r"\d+",
    "offset": r"\d+",
}
# A feed's own counter of clicks stands in place of the article's address.
REDIRECTS = re.compile(r"(?:^|\.)(?:feedburner\.com|feedsportal\.com|feedproxy\.google\.com)$")
FEED_FIELDS = ("origLink", "link", "guid", "id", "pubDate", "published", "date", "updated")
# What of a selector is no element: h3 a::attr(href)
PSEUDO_ELEMENT = re.compile(r"::[\w-]+(?:\([^)]*\))?")
# <!--2026-07-24 10:47:12-->
TIME_IN_COMMENT = re.compile(r"\s*\d{4}-\d\d-\d\d")
# Text of a listing in, an aware datetime out; null for what is no timestamp.
ReadTime = Callable[[str], datetime | None]


@dataclass(frozen=True, slots=True)
class Card:
    """What a listing says of one article: its absolute address, and when it was published and changed (aware).

    `leads_on`: the address is a further sitemap, of a sitemap index.
    """

    url: str
    published: datetime | None = None
    modified: datetime | None = None
    leads_on: bool = False


@dataclass(frozen=True)
class Source:
    """A listing's addresses, whatever is at them.

    `url` is a format with {day}, {channel}, {channel_id}, {tag}, {words}, {number} (1, 2, ...) and {offset}
    (number - 1 times `step`); {day} takes a strftime form, in which %%2F stands for an encoded slash. `first` is
    the first page's address where it differs, `pages` how many the portal shows at most (null: it says itself
    where they end). A listing with {channel} in it is asked once a channel.
    """

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
            if form and (found := _match(form, url)) is not None:
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
        if not self.dates:
            return [Card(url) for _, url in links]
        times: dict[Any, str] = {}  # elements, each with the first time in it
        for element, text in _selected(page, self.dates):
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
        return cards

    def links(self, page: Page) -> list[tuple[Any, str]]:
        """The cards' elements and absolute addresses, in order."""
        found = ((element, absolute(page.base, text)) for element, text in _selected(page, self.cards, link=True))
        return [(element, url) for element, url in found if url is not None]

    def has_list(self, response: Response) -> bool:
        return False  # of which only a page with cards tells how it looks


@dataclass(frozen=True)
class Rendered(Listing):
    """An HTML list that its page's scripts build: a browser shows it, where one is switched on (browser.py).

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
        cards = []
        for entry in entries(response.body, response.url, ("url", "sitemap"), ("loc", "publication_date", "lastmod")):
            url = absolute(response.url, entry.text("loc"))
            if url and (entry.name == "url" or re.search(self.only, url)):
                published, modified = when(entry.text("publication_date")), when(entry.text("lastmod"))
                cards.append(Card(url, published, modified, entry.name == "sitemap"))
        return cards


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
        if without:
            logger.warning("%s: %d of %d entries have no address", response.url, without, without + len(cards))
        return cards


@dataclass(frozen=True)
class Payload(Source):
    """A list in JSON. `cards` is the JMESPath of its objects, `link` and `dates` are paths in each of them.

    `base` is what relative links are joined to (default: the listing's address). `script` selects the element of
    an HTML page that holds the JSON; `devalue` resolves a Nuxt payload first. `post` is sent where the site wants
    a POST of JSON, with {number} and {offset} as in an address.
    """

    cards: str
    _: KW_ONLY
    link: str = "url"
    dates: str | None = None
    base: str | None = None
    script: str | None = None
    devalue: bool = False
    post: str | None = None

    def check(self) -> None:
        for path in (self.cards, self.link, self.dates):
            if path:
                _compiled(path)
        if self.script:
            check_selector(self.script)

    def payload(self, number: int) -> str | None:
        if self.post is None:
            return None
        return self.post.replace("{number}", str(number)).replace("{offset}", str((number - 1) * self.step))

    def read(self, response: Response, when: ReadTime) -> list[Card]:
        objects = self._objects(response)
        cards = []
        for item in objects if isinstance(objects, list) else []:
            link = _found(self.link, item)
            if isinstance(link, str) and (url := absolute(self.base or response.url, link)):
                time = _found(self.dates, item) if self.dates else None
                cards.append(Card(url, when(str(time)) if isinstance(time, str | int | float) else None))
        return cards

    def has_list(self, response: Response) -> bool:
        return isinstance(self._objects(response), list)

    def _objects(self, response: Response) -> Any:
        """What is at the path of the cards."""
        try:
            document = json.loads(self._text(response), strict=False)
            return _compiled(self.cards).search(undevalued(document) if self.devalue else document)
        except (JMESPathError, RecursionError) as error:
            raise ValueError(f"JSON of another shape: {error}") from None

    def _text(self, response: Response) -> str:
        if not self.script:
            return response.body.decode("utf-8-sig", "replace")
        scripts = [text for _, text in _selected(page_of(response), self.script)]
        if not scripts:
            raise ValueError(f"no {self.script} in the page")
        return scripts[0]


def absolute(base: str, link: str) -> str | None:
    """A link made absolute, or null for what is no address.

    >>> absolute("https://a.com/b/", "../c"), absolute("https://a.com/", "http://[iklan]/x")
    ('https://a.com/c', None)
    """
    link = link.strip()
    if link.startswith(("http://", "https://")) and "[" not in link:  # most of a sitemap's: joining takes as long again
        return link
    try:
        return urljoin(base, link) if link else None
    except ValueError:
        return None


def undevalued(values: Any) -> Any:
    """The value of a Nuxt payload: a flat array in which numbers inside containers are places in it.

    >>> undevalued([{"list": 1}, ["Reactive", 2], [3, 3], {"url": 4, "gone": -1}, "/a"])
    {'list': [{'url': '/a', 'gone': None}, {'url': '/a', 'gone': None}]}
    """
    if not isinstance(values, list):
        return values
    done: dict[int, Any] = {}

    def value(place: Any) -> Any:
        if not isinstance(place, int) or not 0 <= place < len(values):
            return None  # negative numbers are undefined, NaN and the like
        if place in done:
            return done[place]
        raw = values[place]
        if isinstance(raw, dict):
            known = done[place] = {}
            known.update((key, value(inner)) for key, inner in raw.items())
        elif isinstance(raw, list) and raw and isinstance(raw[0], str):
            done[place] = None
            done[place] = typed(raw)
        elif isinstance(raw, list):
            items = done[place] = []
            items.extend(value(inner) for inner in raw)
        else:
            done[place] = raw
        return done[place]

    def typed(raw: list[Any]) -> Any:
        kind, *rest = raw
        if kind in ("Date", "BigInt", "RegExp", "URL", "Object"):
            return rest[0] if rest else None
        if kind == "Set":
            return [value(inner) for inner in rest]
        if kind == "Map":
            return {str(value(key)): value(inner) for key, inner in zip(rest[::2], rest[1::2], strict=False)}
        if kind == "null":
            return {str(key): value(inner) for key, inner in zip(rest[::2], rest[1::2], strict=False)}
        return value(rest[0]) if rest else None  # Reactive, ShallowRef and other wrappers

    return value(0)


@cache
def _compiled(path: str) -> Any:
    return jmespath.compile(path)


def _found(path: str, item: Any) -> Any:
    """What is at a path of an object; null also where a function of the path is given nothing."""
    try:
        return _compiled(path).search(item)
    except JMESPathError:
        return None


def _is_deep(url: str) -> bool:
    """False for a home page or a feed's counter of clicks."""
    parts = urlsplit(url)
    return parts.path.strip("/") != "" and not REDIRECTS.search((parts.hostname or "").lower())


def _upwards(element: Any) -> Iterator[Any]:
    yield element
    yield from element.iterancestors()


def page_of(response: Response) -> Page:
    """The page of a list, which may be larger than that of an article. Raises NotAnArticle for what is no HTML."""
    return Page(response.body, response.url, most=MAX_LISTED_NODES)


def _selected(page: Page, css: str, *, link: bool = False) -> Iterator[tuple[Any, str]]:
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


def _match(form: str, url: str) -> dict[str, str] | None:
    """What an address of this form says; null for any other, and for a day that does not exist."""
    pattern, spec = _pattern(form)
    if not (match := pattern.fullmatch(unquote(url))):
        return None
    found = {name: value for name, value in match.groupdict().items() if not name.startswith("day")}
    days = [value for name, value in match.groupdict().items() if name.startswith("day")]
    if days:
        try:
            found["day"] = datetime.strptime("\n".join(days), spec).date().isoformat()  # noqa: DTZ007
        except ValueError:
            return None
    return found


@cache
def _pattern(form: str) -> tuple[re.Pattern[str], str]:
    """A listing's format as a pattern on an address, decoded, and the strptime form of its days."""
    pattern, specs = "", []
    seen: set[str] = set()
    for literal, name, spec, _ in Formatter().parse(form):
        pattern += re.escape(unquote(literal))
        if name == "day":
            plain = re.sub(r"%%([0-9A-Fa-f]{2})", lambda m: chr(int(m[1], 16)), spec or "%Y-%m-%d")
            plain = re.sub(r"%[-#]", "%", plain)  # reading takes 7 and 07 anyway
            value = re.sub(r"%[A-Za-z]", r"\\w+", re.escape(plain))
            units = set(re.findall(r"%[A-Za-z]", plain))
            if units <= seen:  # said before in the same address: strptime takes each unit once
                pattern += f"(?:{value})"
                continue
            seen |= units
            specs.append(plain)
            pattern += f"(?P<day{len(specs)}>{value})"
        elif name:
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>{FIELDS[name]})"
            seen.add(name)
    return re.compile(pattern), "\n".join(specs)


@dataclass(frozen=True, slots=True)
class Series:
    """Where the paging of one listing stands: its level among the portal's listings, its page, what was seen.

    `day` is null for a listing of all days of the plan; then `articles` are those of other days too, and `oldest`
    is the earliest day a card had. `sitemaps` are the pages behind the first, where that was a sitemap index.
    Levels below 0 are the ways to a tag or a search: -1 is the first.
    """

    level: int
    day: str | None = None
    channel: str | None = None
    tag: str | None = None
    words: str | None = None
    number: int = 1
    articles: int = 0
    seen: frozenset[str] = frozenset()
    failures: int = 0
    doubted: str = ""  # why the page is asked for once more
    oldest: date | None = None
    sitemaps: tuple[str, ...] = ()
    barren: int = 0  # pages without a new article's address, one behind the other
    first: frozenset[str] = frozenset()  # articles of page 1, and of the last page that had new ones
    last: frozenset[str] = frozenset()
    size: int = 0  # cards of the last page that had new articles; and most cards of one before it
    largest: int = 0
    leads_on: bool = False  # the last page links to one behind it

    @property
    def is_range(self) -> bool:
        """True for a listing of all days of the plan."""
        return self.level >= 0 and self.day is None

    def next(self, cards: list[str], articles: int, oldest: date | None = None, *, barren: bool = False) -> Series:
        """The next page, after one that listed `cards`, `articles` of them articles."""
        return replace(
            self,
            number=self.number + 1,
            articles=self.articles + articles,
            seen=self.seen.union(cards),
            failures=0,
            doubted="",
            oldest=oldest,
            barren=self.barren + 1 if barren else 0,
        )

    def showed(self, articles: frozenset[str], size: int, *, leads_on: bool) -> Series:
        """The same after a page of `size` cards with these articles, of which some were new."""
        first, largest = self.first or articles, max(self.largest, self.size)
        return replace(self, first=first, last=articles, size=size, largest=largest, leads_on=leads_on)

    def doubt(self, why: str) -> Series:
        """The same page once more, later in the run."""
        return replace(self, doubted=why)

    def skip(self) -> Series:
        """The next page, after one that was lost."""
        return replace(self, number=self.number + 1, failures=self.failures + 1, doubted="")
