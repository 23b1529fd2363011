"""Whether an article's headline, date or text may be another's: what the page says of itself elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import etree

from newscrawl.items import Article
from newscrawl.reading.content.guess import is_dated
from newscrawl.reading.doubts.strays import MOST_BETWEEN, NOTHING
from newscrawl.reading.headline import is_in_menu
from newscrawl.reading.page import Page
from newscrawl.reading.text import clean, short_line, words_of
from newscrawl.reading.times.dates import read_timestamp

if TYPE_CHECKING:
    from newscrawl.reading.loaders import ArticleLoader

HEADLINES = ("h1", "h2", "h3", "h4", "div", "span", "p", "b", "strong", "font", "td", "header")
LEAST_HEADLINE, MOST_IN_LINE = 20, 5  # characters of a headline, and elements in it
LONGEST_HEADING, MOST_TITLES = 1_000, 50  # characters, elements
LEAST_ALIKE = 0.34  # of the shorter headline's words
# A headline's words that tell anything, of as many as are no chance; and words of a text that says anything
TELLING, MANY_TELLING, LEAST_TEXT = 4, 4, 12
LONGEST_DATE = 120
ZONES = timedelta(hours=14)  # that a mark of the zone may be false by


def headline_of(loader: ArticleLoader, title: str) -> etree._Element | None:
    """The first element of the title's rules that shows the headline, in front of the text where there are several."""
    order, said = loader.page.index.order, clean(title)
    first = min((order.get(box, 0) for box in loader.body.containers), default=len(order))
    for rule in loader.rules("title", "css"):
        elements = islice((e for e in loader.found("css", rule) if isinstance(e, etree._Element)), MOST_TITLES)
        shown = [e for e in elements if said in short_line(e, LONGEST_HEADING)]
        if shown:
            return min(shown, key=lambda e: (order.get(e, 0) >= first, order.get(e, 0)))
    return None


def says_nothing_of(title: str, words: list[str]) -> bool:
    """True for a text in which none of its headline's longer words stands; of a short headline nobody knows."""
    telling = {word for word in words_of(title) if len(word) >= TELLING}
    return len(telling) >= MANY_TELLING and len(words) >= LEAST_TEXT and telling.isdisjoint(words)


def is_at_another_address(address: str, title: str, words: list[str]) -> bool:
    """True where neither headline nor text has one of the longer words of the address, in its part with most dashes."""
    part = max(urlsplit(address).path.split("/"), key=lambda part: part.count("-"))
    slug = " ".join(word for word in part.removesuffix(".html").split("-") if word.isalpha())
    return says_nothing_of(slug, [*words, *words_of(title)])


def is_other_title(article: Article, loader: ArticleLoader) -> bool:
    """True for a headline that hardly shares a word with the page's own title.

    A magazine's may; not where another line of the page is what the page calls itself.
    """
    page = loader.page
    own = [title for title in (*page.metas.get("og:title", []), *page.find("article.headline")) if title]
    if any(_alike(article.title, title) >= LEAST_ALIKE for title in own or [page.own_title]):
        return False
    if own and not (len(article.title.split()) > 3 and "title" in loader.visible):
        return True
    return any(_alike(article.title, line) < LEAST_ALIKE for line in _own_lines(page))


def _own_lines(page: Page) -> Iterator[str]:
    """Lines of the page that are as long as a headline, and what the page calls itself."""
    for element in page.root.iter(*HEADLINES):
        line = "" if len(element) > MOST_IN_LINE else short_line(element, LONGEST_HEADING)
        if len(line) >= LEAST_HEADLINE and line in page.own_title and not is_in_menu(element, page.menus):
            yield line


def dated_otherwise(
    loader: ArticleLoader, headline: etree._Element | None, published: datetime, now: datetime | None
) -> bool:
    """True where lines between headline and text are dates, and none can be the article's."""
    boxes = loader.body.boxes
    if headline is None or not boxes:
        return False
    order = loader.page.index.order
    begin, end = order.get(headline, 0) + 1, min(order.get(box, 0) for box in boxes)
    others = False
    for element in loader.page.index.elements[begin : min(end, begin + MOST_BETWEEN)]:
        line = short_line(element, LONGEST_DATE) if element.tag not in NOTHING else ""
        stamp = read_timestamp(line, now=now, zone=loader.zone) if is_dated(line) else None
        if stamp is not None and stamp.is_exact:
            if stamp.value.date() == published.date() or abs(stamp.value - published) <= ZONES:
                return False
            others = True
    return others


def _alike(one: str, other: str) -> float:
    a, b = set(words_of(one)), set(words_of(other))
    return len(a & b) / max(min(len(a), len(b)), 1)
