"""A saved or fetched page in, an Article out: no reactor, no settings, no network."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from itertools import groupby, takewhile
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newscrawl.doubts import doubts
from newscrawl.ending import ends_inside
from newscrawl.items import Article, Image, Kind
from newscrawl.loaders import ArticleLoader, RuleStats
from newscrawl.opinion import second_opinion
from newscrawl.page import WEB_ARCHIVE, NotAnArticle, Page, types_of
from newscrawl.text import unique
from newscrawl.walls import in_place_of, wall_of

if TYPE_CHECKING:  # Scrapy comes with them, and who only imports `extract` should not wait for it
    from newscrawl.identity import Identity
    from newscrawl.portals import Portal

ARCHIVE = re.compile(r"(?:^|\.)(?:archive\.\w+|googleusercontent\.com)$")
ADVERTORIAL = re.compile(r"advertorial|advetorial|infotorial|pariwara|sponsored|brand ?content", re.I)
# "FOTO: Banjir di Demak", "In Picture: Panen Raya"
KIND_IN_TITLE = re.compile(r"(FOTO|VIDEO|In Picture)\s*:")
BOX = 40  # characters: less on every page of an article may be its own sub-headings
# A portal's copy of itself that no reader sees, left in a canonical address by mistake.
STAGING = re.compile(r"https://(?:stg|stag\w*|dev\w*|beta|test\w*|pre|prod|preprod|uat|cms|admin|local\w*)\d*[.-]")
WORDS = re.compile(r"[^\W_]+")
MANY_WORDS = 3  # that a headline and an address have in common: fewer are chance
ALL_PAGES = re.compile(r"[?&](?:page|showpage)=all\b|[?&]single=1\b|/all/?$")


@dataclass(frozen=True, slots=True)
class Reading:
    """One page read: its article, how many pages the portal split it into, and which of them this is.

    `number` is 0 when the page shows all of them; `doubts` say why the text or date may be only a part; `cut`: the page
    ends inside the article.
    """

    article: Article
    page_count: int
    number: int
    doubts: tuple[str, ...] = ()
    cut: bool = False


def extract(body: bytes, url: str, fetched_at: datetime | None = None, *, strict: bool = False) -> Article:
    """The article of a saved page; the portal is found by the address.

    `body` is the page as the server sent it (decompressed), `fetched_at` an aware datetime, "now" for
    relative dates. A page of a template that no rule knows is read by its shape, which a crawl never does; `strict`:
    neither here. Raises NotAnArticle (see there for the reasons) and ValueError for a naive `fetched_at`.
    """
    if not isinstance(body, bytes) or not isinstance(url, str):
        given = f"body is {type(body).__name__}, url {type(url).__name__}"
        raise ValueError(f"extract takes the page as bytes, as the server sent them, and its address as str: {given}")
    url = WEB_ARCHIVE.sub("", url.strip())
    return read(body, url, portal_of(url), fetched_at, guess=not strict).article


def portal_of(url: str) -> type[Portal]:
    """The portal an address belongs to. Raises NotAnArticle: unknown portal."""
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        host = ""
    for portal in portals().values():
        if any(host == domain or host.endswith("." + domain) for domain in portal.domains):
            return portal
    raise NotAnArticle("unknown portal", host or url[:80])


def portals() -> dict[str, type[Portal]]:
    """Every portal by name: each spider file is one, there is no list to keep. A broken file is told on stderr."""
    return _found()[0]


def broken() -> dict[str, str]:
    """By file name, in one line, why a spider file cannot be used."""
    return _found()[1]


@cache
def _found() -> tuple[dict[str, type[Portal]], dict[str, str]]:
    from importlib import import_module
    from pkgutil import iter_modules

    from newscrawl import spiders
    from newscrawl.portals import Portal

    found, faults = {}, {}
    for module in iter_modules(spiders.__path__):
        try:
            values = vars(import_module(f"{spiders.__name__}.{module.name}")).values()
        except Exception as error:
            faults[module.name] = f"newscrawl/spiders/{module.name}.py: {type(error).__name__}: {error}"
            print(f"newscrawl: {faults[module.name]}", file=sys.stderr)
            continue
        for value in values:
            if isinstance(value, type) and issubclass(value, Portal) and value.__module__.endswith(module.name):
                found[value.name] = value
    return dict(sorted(found.items())), faults


def read(
    body: bytes,
    url: str,
    portal: type[Portal],
    fetched_at: datetime | None = None,
    *,
    content_type: str | None = None,
    stats: RuleStats | None = None,
    guess: bool = False,
    opinion: bool = False,
) -> Reading:
    """Read one page of `portal`; see `extract`. `stats` counts the rules that were tried; `guess` where none fits.

    With `opinion` the page's shape is held against what the rules made of it: further doubts.
    """
    if fetched_at is not None and (not isinstance(fetched_at, datetime) or fetched_at.utcoffset() is None):
        raise ValueError("fetched_at must be aware, e.g. datetime.now(timezone.utc)")
    identity = portal.identify(url)
    if identity is None:
        raise NotAnArticle("listing", url)
    page = Page(body, url, content_type)
    loader = portal.Loader(page, stats=stats, guess=guess)
    return read_page(loader, portal, identity, fetched_at, opinion=opinion)


def read_page(
    loader: ArticleLoader,
    portal: type[Portal],
    identity: Identity,
    fetched_at: datetime | None = None,
    *,
    opinion: bool = False,
) -> Reading:
    """Read the page that a loader holds, the article `identity`; see `read`."""
    page, url = loader.page, loader.page.url
    try:
        article = loader.read(fetched_at)
    except NotAnArticle as error:
        raise _explained(error, page) from None
    article.kind = _kind(article, page, identity.kind)
    undated = article.published_at is None
    shows = article.kind in ("gallery", "video") and bool(article.images)
    if not (article.text or shows) or (loader.guessed and undated and wall_of(page)):
        silent = article.kind in ("gallery", "video")
        raise _explained(NotAnArticle(f"{article.kind} without text" if silent else "no text"), page)
    if instead := in_place_of(article.title, article.text):
        raise NotAnArticle(instead, article.title)
    canonical = page.canonical
    own = portal.identify(canonical) if canonical else None
    other = own is not None and own.id != identity.id and not _same_slug(own.url, identity.url)
    away = canonical and not own and _leads_away(canonical, portal)
    if other or (away and not _is_of(article.title, page, identity, portal)):
        raise NotAnArticle("another page", canonical)
    if own and STAGING.match(own.url):
        own = None
    article.id, article.portal, article.url = identity.id, portal.name, own.url if own else identity.url
    count = loader.page_count()
    shows_all = bool(ALL_PAGES.search(url))
    number = 0 if shows_all else int((portal.Loader.page_in_address.search(url) or [0, 1])[1])
    if shows_all:
        article.pages = max(count, 1 + len(page.select("[style*='page-break-after']")))
        article.text = _once(article.text, article.pages)
    cut = ends_inside(page, loader.containers or [box for box in (loader.text_box,) if box is not None])
    article.complete = (shows_all or count == 1) and not cut
    doubtful = doubts(article, loader, identity.day, whole=article.complete)
    if opinion:
        doubtful += tuple(second_opinion(article, loader))
    return Reading(article, count, number, doubtful, cut)


def _explained(error: NotAnArticle, page: Page) -> NotAnArticle:
    reason = wall_of(page)
    return NotAnArticle(reason, str(error)) if reason else error


def _same_slug(one: str, other: str) -> bool:
    """True for two addresses of one article that is known by two numbers; a short slug proves nothing.

    >>> _same_slug("https://a.com/1/harga-kopi-naik-lagi", "https://a.com/2026/07/24/harga-kopi-naik-lagi")
    True
    """
    slugs = [address.rpartition("/")[2].removesuffix(".html") for address in (one, other)]
    return slugs[0] == slugs[1] and slugs[0].count("-") > 2


def _leads_away(address: str, portal: type[Portal]) -> bool:
    """True for the address of a home page or of another site; copies in a web archive are still the portal's."""
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    if any(host == d or host.endswith("." + d) for d in portal.domains):
        return parts.path in ("", "/")
    return not ARCHIVE.search(host)


def _is_of(title: str, page: Page, identity: Identity, portal: type[Portal]) -> bool:
    """True for a page that plainly is the article asked for, though its canonical address is not the article's.

    Its headline is what the asked address says, or another of its addresses is the article's and the headline no
    other one's: a front page that is sent in place of everything may repeat the address it was asked by.
    """
    slug = {word for word in WORDS.findall(identity.url.rpartition("/")[2].lower()) if word.isalpha()}
    words = set(WORDS.findall(title.lower()))
    common = len(words & slug)
    if common >= MANY_WORDS and 2 * common >= len(words):
        return True
    said = (*page.metas.get("og:url", ()), *page.find('article.[mainEntityOfPage."@id", mainEntityOfPage, url][]'))
    own = any((found := portal.identify(address)) and found.id == identity.id for address in said)
    return own and (common >= MANY_WORDS - 1 or len(slug) < MANY_WORDS)


def _kind(article: Article, page: Page, by_address: Kind) -> Kind:
    if by_address != "article":
        return by_address
    if article.kind != "article":  # by a mark of the portal's own
        return article.kind
    if any("LiveBlogPosting" in kind for i in page.data["all"] for kind in types_of(i) if not page.is_of_another(i)):
        return "live"
    if label := KIND_IN_TITLE.match(article.title):
        return "video" if label[1] == "VIDEO" else "gallery"
    said = (v for name, values in page.metas.items() if "keyword" not in name for v in values)
    return "advertorial" if any(ADVERTORIAL.fullmatch(mark) for mark in (*article.section, *said)) else "article"


def covers(whole: Article, first: Article) -> bool:
    """True when the page that should show all pages is at least page 1: as long, and with every paragraph of it."""
    text = " ".join(whole.text.split())
    known = set(whole.text.split("\n\n"))
    paragraphs = first.text.split("\n\n")
    return len(whole.text) >= len(first.text) and all(p in known or p in text for p in paragraphs)


def join(parts: list[Article], pages: int, *, complete: bool) -> Article:
    """One article from its pages in order; what every page repeats, or is repeated at a seam, is kept once.

    `pages` is how many were had; identity, title, dates and summary are page 1's.
    """
    first = parts[0]
    return replace(
        first,
        text="\n\n".join(_joined([part.text.split("\n\n") for part in parts if part.text])),
        authors=first.authors or next((p.authors for p in parts if p.authors), []),
        editors=unique(editor for part in parts for editor in part.editors),
        tags=unique(tag for part in parts for tag in part.tags),
        agency=next((p.agency for p in parts if p.agency), None),
        images=_joined_images(image for part in parts for image in part.images),
        pages=pages,
        complete=complete,
    )


def _joined(pages: list[list[str]]) -> list[str]:
    """The paragraphs of all pages: a lead or a box of every page once, and what is repeated at a seam.

    >>> _joined([["Pembuka.", "Satu."], ["Pembuka.", "Satu.", "Dua."], ["Pembuka.", "Tiga."]])
    ['Pembuka.', 'Satu.', 'Dua.', 'Tiga.']
    """
    everywhere = set.intersection(*map(set, pages)) if len(pages) > 1 else set()
    joined: list[str] = []
    last: list[str] = []
    for page in pages:
        lead = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(page, pages[0], strict=False)))
        new = _without_boxes(page[lead:], everywhere) if joined else page
        sizes = range(min(len(new), len(last)), 0, -1)
        seam = next((k for k in sizes if last[-k] == new[0] and last[-k:] == new[:k]), 0)
        joined.extend(new[seam:])
        last = _without_boxes(page, everywhere)
    return joined


def _once(text: str, pages: int) -> str:
    """The text of all pages in one, in which each may have brought its lead and its box along."""
    paragraphs = text.split("\n\n")
    counts = Counter(paragraphs)
    repeated = {p for p, count in counts.items() if count >= pages > 1 and len(p) >= BOX}
    kept: dict[str | int, str] = {}
    for number, paragraph in enumerate(paragraphs):
        kept.setdefault(paragraph if paragraph in repeated else number, paragraph)
    return "\n\n".join(kept.values())


def _without_boxes(page: list[str], everywhere: set[str]) -> list[str]:
    """The page without what stands on all of them; short lines, as "Bahan:", are each page's own."""
    kept: list[str] = []
    for common, group in groupby(page, everywhere.__contains__):
        lines = list(group)
        if not common or sum(map(len, lines)) < BOX:
            kept.extend(lines)
    return kept


def _joined_images(images: Iterable[Image]) -> list[Image]:
    """Each picture once, in order, with its first caption."""
    joined: dict[str, Image] = {}
    for image in images:
        if image.url not in joined or not joined[image.url].caption:
            joined[image.url] = image
    return list(joined.values())
