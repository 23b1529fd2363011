"""Signs that an article was read only in part. Each is counted, and the page is kept for `scrapy reread`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml import etree

from newscrawl.items import Article
from newscrawl.reading.blocks.boxes import is_named
from newscrawl.reading.blocks.boxnames import JUNK_NAME
from newscrawl.reading.text import clean, flatten

if TYPE_CHECKING:
    from newscrawl.reading.loaders import ArticleLoader
    from newscrawl.reading.page import Page

# Scrapy signal for an article that was read, but perhaps not all of it: `response`, `reason`.
half_read = object()
HALF_READ = "half-read"  # why such a page is kept; its doubt is the detail

NO_DATE = "no date, though the address carries one"
UNDATED = "no date"
OTHER_DATE = "another date than the address carries"
ONE_PLACE = "text in one of several places"
STRUCTURED = "less text than in the structured data"
BESIDE = "text beside the body"
FURTHER = "a link to a further page of it that no rule tells of"
LISTED = "another date than its list says"

# Characters: shorter paragraphs are captions and teasers.
PARAGRAPH = 80
DEEPEST = 5  # paragraphs in paragraphs, which were never closed
# An address may be older than the article by the days it was prepared, or be a day off.
AGREED = timedelta(days=7)
# Text elsewhere counts when there is this much of it, and half as much as was read.
ELSEWHERE = 300
MORE_STRUCTURED = 1.25  # times what was read; figures' captions and notes are less
# "?page=2", "?hal=3", "/2", "-part2": of an article's own address
PAGE_OF_IT = re.compile(r"[?&](?:page(?:_num)?|paged|pg|p|hal|halaman|part)=[2-9]$|/(?:page/|hal/)?[2-9]$|-part[2-9]$")
NUMBERED = frozenset("23456789")  # how such an address ends
LINES = etree.XPath("self::*[not(self::script or self::style)]/text()", smart_strings=False)
SHOWN = ("gallery", "video")  # their date may stand nowhere


def doubts(article: Article, loader: ArticleLoader, day: date | None, *, whole: bool, first: bool) -> tuple[str, ...]:
    """What speaks against an article that was read; `day` is the address's, `whole`: all its pages are here;
    `first`: the first of them is."""
    found = []
    if day and not article.published_at:
        found.append(NO_DATE)
    elif day and article.published_at and abs(article.published_at.date() - day) > AGREED:
        found.append(OTHER_DATE)
    elif first and not article.published_at and article.kind not in SHOWN and not loader.body.guessed:
        found.append(UNDATED)
    if article.kind == "article":
        if 0 < loader.body.silent < len(loader.body.containers) and article.text:
            found.append(ONE_PLACE)
        length = len(article.text)
        structured = sum(len(clean(text)) for text in loader.found("json", "article.articleBody"))
        if whole and structured > max(length + ELSEWHERE / 2, length * MORE_STRUCTURED):
            found.append(STRUCTURED)
        elif sum(map(len, beside(loader.body.containers))) > max(ELSEWHERE, length / 2):
            found.append(BESIDE)
    return tuple(found)


def leads_further(page: Page, is_own: Callable[[str], bool]) -> bool:
    """True for a page with a link to a further page of the article; `is_own` tells the article's addresses."""
    links = {href for link in page.index.tagged("a") if (href := link.get("href", "").rstrip("/"))[-1:] in NUMBERED}
    urls = (urljoin(page.base, link) for link in links if PAGE_OF_IT.search(link) and "[" not in link)
    return any(is_own(url) for url in urls)


def beside(containers: list[etree._Element]) -> Iterator[str]:
    """Paragraphs and lines that follow or precede the body in the same box or the two around it."""
    known = set(containers)
    for container in containers[:1]:
        for box in _around(container):
            if box in known or not isinstance(box.tag, str):
                continue
            # one in another counts by itself, but not without end
            paragraphs = (p for p in box.iter("p") if len([*islice(p.iterancestors("p"), DEEPEST)]) < DEEPEST)
            own = (p for p in paragraphs if next(p.iter("a"), None) is None)
            found = [(p, text) for p in own if len(text := flatten(p)) >= PARAGRAPH]
            long = (str(line) for line in LINES(box) if len(line) >= PARAGRAPH)  # type: ignore[union-attr,arg-type]
            lines = [text for line in long if len(text := clean(line)) >= PARAGRAPH]
            if not (found or lines) or is_named(box, JUNK_NAME):
                continue
            if len(found) >= 2 * len({p.getparent() for p, _ in found}):  # teasers have a box each
                yield from (text for _, text in found)
            yield from lines if len(lines) > 1 else ()  # separated by `<br>`


def _around(container: etree._Element) -> Iterator[etree._Element]:
    """What stands beside a box, and beside the two boxes around it; not beyond the page's main parts."""
    for box in [container, *islice(container.iterancestors(), 2)]:
        if box.tag in ("body", "main", "html"):
            return
        yield from (*box.itersiblings(), *box.itersiblings(preceding=True))
