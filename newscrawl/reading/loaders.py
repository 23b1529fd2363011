"""One page of one article: each field where its portal's rules find it, cleaned, and several values made one."""

from __future__ import annotations

import re
from datetime import datetime

from newscrawl.items import Article, Kind
from newscrawl.reading.content.containers import BodyText, read_text
from newscrawl.reading.content.edges import copied_head
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.language import language_of
from newscrawl.reading.moments import Moments, read_moments
from newscrawl.reading.page import NotAnArticle, Page
from newscrawl.reading.people.ranks import read_people, signing_with
from newscrawl.reading.phrases.people.columnists import portrays, tells_of_columnist
from newscrawl.reading.phrases.people.heads import is_stamp
from newscrawl.reading.pictures.images import read_images
from newscrawl.reading.rules import DENIALS, FIELDS, RuleStats
from newscrawl.reading.taxonomy.topics import read_sections, read_summary, read_tags
from newscrawl.reading.text import clean, flatten, unique
from newscrawl.reading.titles import is_foreign, read_title

MARKED_KINDS: tuple[Kind, ...] = ("gallery", "video", "live", "advertorial")
# Whether the article, its page, or a part of one of them is free to read.
FREE = "[article, page, [article, page][].hasPart][][].isAccessibleForFree"
LOCKED = frozenset({"locked", "metered"})
NUMBER = re.compile(r"\b\d{1,3}\b")
RULED = ("title", "summary", "section", "tags", "editors")  # read as they are found
WITHOUT_RULES = frozenset({"agency", "kind", "language", "paywalled"})


class ArticleLoader(FieldLoader, names_rules=True):
    """Reads one page of one article. A portal's loader is a subclass that states only what differs."""

    def __init__(self, page: Page, *, stats: RuleStats | None = None, guess: bool = False) -> None:
        super().__init__(page, stats=stats, guess=guess)
        self.body = BodyText(page)
        self.moments = Moments()

    def read(self, fetched_at: datetime | None = None) -> Article:
        """The article on this page. `fetched_at` is "now" for relative dates.

        Raises NotAnArticle: no title.
        """
        for field in RULED:
            self.fill(field)
        self.body = read_text(self)
        title = read_title(self)
        if not title:
            raise NotAnArticle("no title")
        moments = read_moments(self, self.body, fetched_at)
        if moments.apart and is_foreign(title, self.page) and (own := self.first("title", "json", "meta")):
            # a template's header that shows another article: neither its headline nor its date is this one's
            self.disbelieved = frozenset({"title", "published_at"})
            self.visible.discard("title")
            self.values["title"] = self.taken("title", own)
            title, moments = read_title(self), read_moments(self, self.body, fetched_at)
        self.moments = moments
        article = Article(title=title, section=read_sections(self, title), fetched_at=fetched_at)
        article.tags = read_tags(self, article.section)
        article.summary = read_summary(self, self.body, article.section, article.tags)
        byline, article.editors = read_people(self, self.body)
        article.authors, article.agency = byline.authors, byline.agency
        article.published_at, article.published_precision = moments.published, moments.precision
        article.updated_at = moments.changed
        unmarked: Kind = "advertorial" if self.body.cleaned.advertised else "article"
        article.kind = next((kind for kind in MARKED_KINDS if self.says(kind)), unmarked)
        article.images = read_images(self, self.body, gallery=article.kind == "gallery")
        paragraphs = self._paragraphs(article)
        by_address = next((v for k, v in self.languages.items() if k in self.page.url), self.language)
        article.language = language_of("\n\n".join(paragraphs), by_address)
        article.paywalled = self._is_paywalled()
        self._finish(article, paragraphs)
        return article

    def page_count(self) -> int:
        """How many pages the portal split the article into, as far as this page tells; from 1 to 999."""
        counts = [1]
        for element in self.first("pager", "css"):
            counts.extend(int(n) for n in NUMBER.findall(flatten(element)))
            href = element if isinstance(element, str) else element.get("href", "")
            counts.extend(int(n) for n in self.page_in_address.findall(href))
        counts.extend(int(n) for value in self.first("pager", "json") for n in NUMBER.findall(value))
        for link in self.page.index.tagged("link"):
            if link.get("rel", "").lower() == "next":
                counts.extend(int(n) for n in self.page_in_address.findall(link.get("href", "")))
        return max(counts)

    def _paragraphs(self, article: Article) -> list[str]:
        """The text without the caption and headline it may begin with, and the writer's name that may sign it."""
        captions = {clean(i.caption or "") for i in article.images[:1]}
        paragraphs = self.taken("text", self.body.cleaned.paragraphs)
        begin = next((n for n, text in enumerate(paragraphs) if text not in captions), len(paragraphs))
        copied, writers = copied_head(paragraphs[begin:], article.title)
        article.authors = article.authors or writers
        begin, end = begin + copied, len(paragraphs)
        while begin < end and paragraphs[begin] in captions | {article.title}:
            begin += 1
        if 0 < begin < end and is_stamp(paragraphs[begin]):
            begin += 1
        while begin < end - 2 and portrays(article.authors, *paragraphs[end - 2 : end]):
            end -= 2
        while begin < end and (names := signing_with(article.authors, paragraphs[end - 1])):
            article.authors = unique([*article.authors, *names])
            end -= 1
        own = 2 if paragraphs[:end][-2:-1] and paragraphs[end - 2] in article.authors else 1  # his name, and what he is
        if begin < end - own and tells_of_columnist(article.authors, " ".join(paragraphs[end - own : end])):
            end -= own
        return paragraphs[begin:end]

    def _is_paywalled(self) -> bool:
        """True where the page's data, its metas, its text or a box of the portal's say that the rest is not free."""
        denied = any(v.lower().rpartition("/")[2] in DENIALS for v in self.page.find(FREE))
        locked = any(v.strip().lower() in LOCKED for v in self.page.metas.get("article:content_tier", []))
        return denied or locked or self.body.cleaned.paywalled or bool(self.first("paywall", "css"))

    def _finish(self, article: Article, paragraphs: list[str]) -> None:
        """Give the fields that no rule finds to their `_in`, and each field to its `_out`."""
        for field in FIELDS:
            value = paragraphs if field == "text" else getattr(article, field)
            values = value if isinstance(value, list) else [] if value is None else [value]
            values = self.taken(field, values) if field in WITHOUT_RULES else values
            setattr(article, field, self.finished(field, values))
        if article.published_at is None:
            article.published_precision = None
