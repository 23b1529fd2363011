"""The lists that a site itself declares: its sitemaps and feeds, WordPress's list of posts, the front page's links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import KW_ONLY, dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any, ClassVar
from urllib.parse import urlsplit

from scrapy.http import Response

from newscrawl.discovery.addresses import absolute
from newscrawl.discovery.cards import Card, ReadTime
from newscrawl.discovery.listings import Feed, Listing, Sitemap, Source, page_of
from newscrawl.discovery.payload import Payload
from newscrawl.reading.page import Page
from newscrawl.reading.text import short_line

# Sitemaps of what is no article: "category-sitemap.xml", "wp-sitemap-users-1.xml", "sitemap-video.xml"
OF_OTHERS = re.compile(
    r"(?:^|[-_.])(?:categor(?:y|ies)|kategori|tags?|topics?|topik|authors?|penulis|users?|taxonomies|images?|videos?|"
    r"photos?|fotos?|galler(?:y|ies)|products?|static|menu|channels?|kanal)(?:[-_.]|\d|$)"
    r"|page-sitemap|posts-page-|sitemap-pages?\.xml"
)
MONTH = re.compile(r"(?<!\d)(20\d\d)[-_/]?(0[1-9]|1[0-2])(?!\d{3})")
NUMBER = re.compile(r"(\d+)\D*$")
UNDATED = 4  # sitemaps of an index that tells no times, which are read where no days are asked for
HEADLINE = 4  # words; fewer are the name of a channel
LONGEST_HEADLINE = 400
MOST_CARDS = 300  # of a front page
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
REST = "wp/v2/posts"
PER_PAGE = 100  # the most that WordPress gives
MOST_VALUES = 100_000  # of a front page's data


@dataclass(frozen=True)
class Declared(Source):
    """Sitemaps or feeds that a site declares, read as one list: `more` are those behind the first.

    Of an index the newest sitemaps come first, without those of tags, people, pages and pictures; `since` and `until`
    leave out those whose addresses name months outside. Of an index that tells no times `undated` sitemaps are read.
    """

    _: KW_ONLY
    more: tuple[str, ...] = ()
    since: date | None = field(default=None, compare=False)
    until: date | None = field(default=None, compare=False)
    undated: int = UNDATED

    def read(self, response: Response, when: ReadTime) -> list[Card]:
        found = Sitemap.read(SITEMAP, response, when)
        cards = [*self.wanted([card for card in found if card.leads_on]), *(c for c in found if not c.leads_on)]
        cards = cards or Feed.read(FEED, response, when)
        asked = response.request.meta.get("redirect_urls", []) if response.request else []
        if self.page(1) in (response.url, *asked):
            cards.extend(Card(url, leads_on=True) for url in self.more)
        return cards

    def wanted(self, cards: list[Card]) -> list[Card]:
        """The sitemaps of an index that may have articles, the newest first."""
        cards = [card for card in cards if not OF_OTHERS.search(last_step(card.url)) and self.may_hold(card.url)]
        dated = sorted((c for c in cards if c.modified), key=lambda c: c.modified or EARLIEST, reverse=True)
        others = sorted((c for c in cards if not c.modified), key=lambda c: order(c.url), reverse=True)
        # Nobody says whether the first or the last is the newest: half of each.
        half = self.undated // 2
        ends = others if len(others) <= self.undated else [*others[:half], *others[half - self.undated :]]
        return [*dated, *ends]

    def may_hold(self, url: str) -> bool:
        """False for a sitemap of a month that was not asked for.

        >>> declared = Declared("https://a.example/sitemap.xml", since=date(2026, 6, 30), until=date(2026, 7, 24))
        >>> [declared.may_hold(f"https://a.example/post-{m}.xml") for m in ("2026-05", "202606", "2026-08", "12")]
        [False, True, False, True]
        """
        months = [int(year) * 12 + int(month) for year, month in MONTH.findall(url)]
        if not months or not self.since or not self.until:
            return True
        return self.since.year * 12 + self.since.month <= months[-1] <= self.until.year * 12 + self.until.month


@dataclass(frozen=True)
class Posts(Payload):
    """WordPress's own list of posts in JSON; `after` and `before` are ISO 8601 times between which they were published.

    They are no part of `url`, by which a list is known from run to run.
    """

    past_end: ClassVar[int] = 400  # "rest_post_invalid_page_number"

    _: KW_ONLY
    after: str = field(default="", compare=False)
    before: str = field(default="", compare=False)

    def page(self, number: int, **values: Any) -> str:
        return f"{super().page(number, **values)}&after={self.after}&before={self.before}"

    def match(self, url: str) -> dict[str, str] | None:
        return super().match(re.sub(r"&after=[^&]*&before=[^&]*$", "", url))


@dataclass(frozen=True)
class Headlines(Listing):
    """The links of a front page that read like headlines, and the addresses in the data it was built from."""

    def links(self, page: Page) -> list[tuple[Any, str]]:
        found = [(element, url) for element, url in super().links(page) if is_headline(element)]
        return found[:MOST_CARDS]

    def read(self, response: Response, when: ReadTime) -> list[Card]:
        cards = super().read(response, when)
        page = page_of(response)
        data = (absolute(page.base, value) for value in addresses_in(page))
        return [*cards, *(Card(url) for url in data if url)][: 2 * MOST_CARDS]


def posts_at(root: str, since: date, before: datetime) -> Posts:
    """WordPress's list of posts below the root of its interface, of the days from `since` to the moment `before`.

    A day more on either side: the site's clock need not be set to its zone. Cards tell their own times.
    """
    fields = "_fields=link,date,date_gmt,modified_gmt"
    joint = "&" if "?" in root else "?"
    form = f"{literal(root.rstrip('/'))}/{REST}{joint}per_page={PER_PAGE}&orderby=date&order=desc&{fields}&page="
    after = datetime.combine(since - timedelta(days=1), datetime.min.time())
    return Posts(
        form + "{number}",
        "[]",
        link="link",
        dates="date_gmt && join('', [date_gmt, 'Z']) || date",
        after=after.isoformat(timespec="seconds"),
        before=(before + timedelta(days=2)).isoformat(timespec="seconds"),
    )


def paged_feed(url: str) -> Feed:
    """A feed of WordPress page by page: the first has but ten articles.

    >>> paged_feed("https://a.example/feed/").page(2)
    'https://a.example/feed/?paged=2'
    """
    return Feed(f"{literal(url)}?paged={{number}}")


SITEMAP, FEED = Sitemap("https://site.example/sitemap.xml"), Feed("https://site.example/feed")


def last_step(url: str) -> str:
    return urlsplit(url).path.rpartition("/")[2].lower()


def order(url: str) -> tuple[int, int]:
    """How new a sitemap is likely to be, by the month or the number in its address."""
    months = [int(year) * 12 + int(month) for year, month in MONTH.findall(url)]
    number = NUMBER.search(last_step(url))
    return (months[-1] if months else 0, int(number[1][:9]) if number else 0)


def literal(url: str) -> str:
    """An address as a listing's format that has no field.

    >>> literal("https://a.example/{x}").format()
    'https://a.example/{x}'
    """
    return url.replace("{", "{{").replace("}", "}}")


def is_headline(link: Any) -> bool:
    """True for a link whose words, or those said of its picture, are as many as a headline's."""
    said = (short_line(link, LONGEST_HEADLINE), link.get("title", ""), *(e.get("alt", "") for e in link.iter("img")))
    return any(len(words[:LONGEST_HEADLINE].split()) >= HEADLINE for words in said)


def addresses_in(page: Page) -> Iterator[str]:
    """What in the data of a Next.js page may be an address: texts that begin like one and have no space."""
    left = MOST_VALUES
    for script in page.root.iter("script"):
        if script.get("id") != "__NEXT_DATA__" or not script.text:
            continue
        try:
            values: list[Any] = [json.loads(script.text)]
        except (ValueError, RecursionError):
            continue
        while values and left:
            left -= 1
            value = values.pop()
            if isinstance(value, dict):
                values.extend(reversed([*value.values()]))
            elif isinstance(value, list):
                values.extend(reversed(value))
            elif isinstance(value, str) and re.match(r"(?:https?://[^/\s]+)?/[^\s]{12,500}$", value):
                yield value
