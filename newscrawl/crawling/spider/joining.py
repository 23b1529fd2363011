"""How the pages of an article are fetched and become one record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.counts import DOUBTED
from newscrawl.crawling.failures import request_of
from newscrawl.crawling.repeated import ANOTHERS, ANOTHERS_TEXT
from newscrawl.crawling.spider.fetching import PAGE_PRIORITY, Fetching
from newscrawl.items import Article
from newscrawl.reading.doubts.partial import half_read
from newscrawl.reading.join import covers, join
from newscrawl.reading.page import NotAnArticle

# Pages of one article: more are a misread pager, or take the time of many articles. Where so many are missing one
# after the other, the pager tells of pages that there are not.
MOST_PAGES, MOST_MISSING = 200, 5


@dataclass(frozen=True, slots=True)
class Parts:
    """The pages of one article so far: what was read, how many there are, the last number asked for."""

    articles: list[Article]
    count: int
    number: int = 1
    missing: int = 0
    gap: int = 0  # pages missing one after the other

    def lost(self) -> Parts:
        """The same with the page that was asked for given up."""
        return replace(self, missing=self.missing + 1, gap=self.gap + 1)

    @property
    def is_over(self) -> bool:
        """True when all pages were asked for, or as many as are joined, or nothing comes any more."""
        return self.number >= min(self.count, MOST_PAGES) or self.gap >= MOST_MISSING


class Joining(Fetching):
    """A spider that fetches articles, each from the pages its portal splits it into."""

    def parse_article(self, response: Response) -> Iterator[Any]:
        """The article, or why there is none; a page of several asks for the others first."""
        try:
            reading = self.read_response(response)
        except NotAnArticle as error:
            yield self.dropped(error, response)
            if (other := self.other_of(error, response)) is not None:
                yield self.article_request(other, response.meta.get("day"))
            return
        if getattr(self, "crawler", None):
            if (request := self.asked_once_more(reading, response)) is not None:
                yield request
                return
            if whose := self.whose(reading, response):
                yield self.dropped(NotAnArticle("another page", whose), response)
                return
            self.take_id_of_moment(reading.article)
            self.tell_doubts(reading, response)
            self.count(DOUBTED + ANOTHERS, self.repeated.taken())
            if self.repeated.is_anothers_text(reading.article):
                self.crawler.signals.send_catch_log(signal=half_read, response=response, reason=ANOTHERS_TEXT)
        if reading.page_count == 1 or reading.number != 1:
            yield reading.article
            return
        parts = Parts([reading.article], reading.page_count, missing=int(reading.cut))
        if self.portal.all_pages:
            url = self.portal.all_pages.format(url=reading.article.url)
            yield self.page_request(
                url,
                reading.article.id,
                self.parse_all_pages,
                self.all_pages_failed,
                PAGE_PRIORITY,
                parts=parts,
            )
        else:
            yield self.next_part(parts)

    def parse_all_pages(self, response: Response, parts: Parts) -> Iterator[Any]:
        """The whole article on one page, if it holds page 1; else the numbered pages."""
        try:
            reading = self.read_response(response)
        except NotAnArticle:
            yield self.next_part(parts)
            return
        self.tell_doubts(reading, response)
        first, whole = parts.articles[0], reading.article
        part = reading.cut or not whole.complete or not covers(whole, first)
        if part or whole.text == first.text:  # a part, page 1 once more
            yield self.next_part(parts)
            return
        joined = join([first, whole], parts.count, complete=True)
        joined.text = whole.text
        yield joined

    def all_pages_failed(self, failure: Failure) -> Iterator[Any]:
        yield self.next_part(request_of(failure).cb_kwargs["parts"])

    def next_part(self, parts: Parts) -> Request | Article:
        """The request for the next numbered page, or the article when there is none."""
        first = parts.articles[0]
        if parts.is_over:
            had = len(parts.articles)
            if parts.count > MOST_PAGES:
                self.logger.warning(
                    "%s has %d pages, of which %d were had, at most %d", first.url, parts.count, had, MOST_PAGES
                )
            return join(parts.articles, had, complete=not parts.missing and parts.count <= MOST_PAGES)
        further = replace(parts, number=parts.number + 1)
        url = self.portal.numbered_page.format(url=first.url.rstrip("/"), number=further.number)
        return self.page_request(url, first.id, self.parse_part, self.part_failed, PAGE_PRIORITY, parts=further)

    def parse_part(self, response: Response, parts: Parts) -> Iterator[Any]:
        """One numbered page; a page that shows page 1 again is missing."""
        try:
            reading = self.read_response(response)
        except NotAnArticle:
            yield self.next_part(parts.lost())
            return
        self.tell_doubts(reading, response)
        part = reading.article
        if any(part.text == known.text for known in parts.articles) or is_another(part, parts.articles[0]):
            yield self.next_part(parts.lost())
            return
        count = max(parts.count, reading.page_count)
        missing = parts.missing + reading.cut
        articles = [*parts.articles, part]
        yield self.next_part(replace(parts, articles=articles, count=count, missing=missing, gap=0))

    def part_failed(self, failure: Failure) -> Iterator[Any]:
        yield self.next_part(request_of(failure).cb_kwargs["parts"].lost())


def is_another(part: Article, first: Article) -> bool:
    """True for a page of another article than the first page's, by headline and minute: a cache has mixed them up.

    >>> from datetime import datetime
    >>> from types import SimpleNamespace
    >>> said = (("A", 1), ("A, page 2", 1), ("B", 7))
    >>> pages = [SimpleNamespace(title=t, published_at=datetime(2026, 7, 24, 9, minute)) for t, minute in said]
    >>> [is_another(page, pages[0]) for page in pages]  # type: ignore[arg-type]
    [False, False, True]
    """
    if part.published_at is None or first.published_at is None or part.title == first.title:
        return False
    return abs(part.published_at - first.published_at) >= timedelta(minutes=1)
