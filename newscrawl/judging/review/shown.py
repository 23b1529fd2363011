"""What is shown of a page for a person who judges it: its text, its fields, its rules, what was left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from newscrawl.items import Article, Image
from newscrawl.judging.review.alignment import WORD, Passage, aligned, letters_of
from newscrawl.judging.review.blocks import blocks, place_of, region
from newscrawl.portals.form import Portal
from newscrawl.reading.article import Reading, read_page
from newscrawl.reading.content.shape import likely_text
from newscrawl.reading.page import NotAnArticle, Page, original
from newscrawl.reading.rules import MATCHED
from newscrawl.reading.text import clean, flatten

# What is shown of an article, and the loader's fields whose rules give it.
SHOWN = {
    "title": ("title",),
    "published_at": ("published_at",),
    "updated_at": ("updated_at",),
    "authors": ("credits", "authors"),
    "editors": ("editors", "credits"),
    "agency": ("credits", "authors"),
    "section": ("section",),
    "tags": ("tags",),
    "summary": ("summary",),
    "kind": ("gallery", "video", "live", "advertorial"),
    "images": ("images", "figure", "caption", "credit"),
    "pages": ("pager",),
    "complete": (),
    "paywalled": ("paywall",),
    "language": (),
}
# Where a value comes from that no rule gave.
BESIDE_RULES = {
    "authors": "the text's last lines",
    "editors": "the text's last lines",
    "agency": "the text",
    "images": "the text",
    "kind": "the address, the title or the page's data",
    "paywalled": "isAccessibleForFree",
    "text": "the page's data",
}
OPENING = 600  # characters shown of a page that could not be read


@dataclass(frozen=True, slots=True)
class Given:
    """A page to be judged. `source` says where it lies, `kept` why a crawl kept it."""

    url: str
    body: bytes
    source: str
    fetched_at: datetime | None = None
    content_type: str | None = None
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A field: its values as text, and the rules that found something for it, in the order they were tried."""

    name: str
    values: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A page and what was made of it; `reason` and `opening`, the page's first words, where it was not read.

    `likely` is the place of the box that by its shape holds the text of a page that was not read.
    """

    given: Given
    title: str = ""
    passages: tuple[Passage, ...] = ()
    fields: tuple[Shown, ...] = ()
    images: tuple[Image, ...] = ()
    text_rules: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    reason: str = ""
    detail: str = ""
    opening: str = ""
    likely: str = ""
    more: int = 0  # blocks left out that are not shown

    @property
    def words(self) -> int:
        return sum(len(WORD.findall(p)) for passage in self.passages for p in passage.paragraphs)

    @property
    def words_left_out(self) -> int:
        left = (out for passage in self.passages for out in passage.left_out if not out.field)
        return sum(len(WORD.findall(line)) for out in left for line in out.lines)


@dataclass(slots=True)
class MatchedRules:
    """Where a loader counts its rules: those that found something on one page, as SOURCE/RULE by field."""

    found: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def inc_value(self, key: str, count: int = 1) -> None:
        name, _, rule = key.removeprefix(MATCHED).partition("/")
        if key.startswith(MATCHED) and count and rule not in self.found[name]:
            self.found[name].append(rule)

    def of(self, *names: str) -> tuple[str, ...]:
        """The rules of some fields; with several fields each says which it is of."""
        return tuple(
            rule if len(names) == 1 else f"{name}/{rule}" for name in names for rule in self.found.get(name, ())
        )


def review(given: Given, portal: type[Portal]) -> Reviewed:
    """What a crawl of `portal` makes of a page today, and what it leaves out; never raises for what the page holds."""
    rules = MatchedRules()
    url = original(given.url)
    try:
        identity = portal.identify(url)
        if identity is None:
            raise NotAnArticle("listing", url)
        page = Page(given.body, url, given.content_type)
        loader = portal.Loader(page, stats=rules)
        reading = read_page(loader, portal, identity, given.fetched_at, opinion=True)
    except NotAnArticle as error:
        return _unread(given, error.reason, error.detail or "")
    except Exception as error:  # a crawl would keep the page as "reader failed"
        return _unread(given, "reader failed", repr(error)[:200])
    article = reading.article
    held = {letters_of(said): name for name, said in _said_in_fields(article)}
    text = article.text.split("\n\n") if article.text else []
    passages, more = aligned(text, blocks(region(page, loader.body.containers)), held)
    return Reviewed(
        given,
        article.title,
        passages,
        tuple(_fields(reading, rules)),
        tuple(article.images),
        rules.of("body") or ((BESIDE_RULES["text"],) if text else ()),
        reading.doubts,
        more=more,
    )


def _unread(given: Given, reason: str, detail: str) -> Reviewed:
    words, place = opening(given)
    return Reviewed(given, reason=reason, detail=detail, opening=words, likely=place)


def _fields(reading: Reading, rules: MatchedRules) -> Iterator[Shown]:
    article = reading.article
    for name, sources in SHOWN.items():
        value = getattr(article, name)
        values = tuple(value) if isinstance(value, list) else () if value is None else (value,)
        if name == "images":
            values = tuple(image.url for image in article.images)
        elif name == "published_at" and values:
            values = (f"{value.isoformat(sep=' ')}, to the {article.published_precision}",)
        elif name == "updated_at" and values:
            values = (value.isoformat(sep=" "),)
        elif name == "pages" and reading.page_count > 1 and reading.number:
            values = (f"page {reading.number} of {reading.page_count}; a crawl joins them",)
        elif isinstance(value, bool):
            values = ("yes" if value else "no",)
        matched = rules.of(*sources)
        if not matched and value not in (None, [], "", False, "article"):
            matched = (BESIDE_RULES[name],) if name in BESIDE_RULES else ()
        if name == "agency" and not values:  # the rules are the authors', and each article has some
            matched = ()
        yield Shown(name, tuple(map(str, values)), matched)


def _said_in_fields(article: Article) -> Iterator[tuple[str, str]]:
    """What a block of the page may say that is in a field."""
    for name in ("section", "tags", "authors", "editors"):
        yield from ((name, value) for value in getattr(article, name))
    for image in article.images:
        credit = f"{image.caption or ''} {image.credit or ''}"
        yield from (("images", said) for said in (image.caption, image.credit, credit) if said and said.strip())
    if article.summary:
        yield "summary", article.summary
    yield "title", article.title


def opening(given: Given) -> tuple[str, str]:
    """The first words of a page that could not be read, of its likely text where it has one, and that one's place."""
    try:
        page = Page(given.body, given.url, given.content_type)
        box = likely_text(page)
        body = page.root.find("body") if box is None else box
        said = flatten(page.root if body is None else body)
    except NotAnArticle:
        box, said = None, clean(given.body[: 4 * OPENING].decode("utf-8", "replace"))
    return said if len(said) <= OPENING else f"{said[:OPENING]}…", "" if box is None else place_of(box, box)
