"""A saved or fetched page in, an Article out: no reactor, no settings, no network."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from urllib.parse import urlsplit

from newscrawl.items import Article, Identity, Kind
from newscrawl.reading.blocks.markup import PICTURES
from newscrawl.reading.doubts.opinion import page_boxes, second_opinion
from newscrawl.reading.doubts.partial import FURTHER, doubts, leads_further
from newscrawl.reading.ending import ends_inside
from newscrawl.reading.join import once
from newscrawl.reading.loaders import ArticleLoader
from newscrawl.reading.page import NotAnArticle, Page
from newscrawl.reading.rules import RuleStats
from newscrawl.reading.unruled.fill import fill_gallery, fill_unruled
from newscrawl.reading.walls import in_place_of, wall_of

ARCHIVE = re.compile(r"(?:^|\.)(?:archive\.\w+|googleusercontent\.com)$")
ADVERTORIAL = re.compile(r"advertorial|advetorial|infotorial|pariwara|sponsored|brand ?content", re.I)
# "FOTO: Banjir di Demak", "In Picture: Panen Raya", "LIVE REPORT: Sidang di Sora"
KIND_IN_TITLE = re.compile(r"(?:FOTO|In Picture|(?P<video>VIDEO)|(?P<live>LIVE REPORT|Live Report))\s*:")
# A portal's copy of itself that no reader sees, left in a canonical address by mistake.
STAGING = re.compile(r"https://(?:stg|stag\w*|dev\w*|beta|test\w*|pre|prod|preprod|uat|cms|admin|local\w*)\d*[.-]")
WORDS = re.compile(r"[^\W_]+")
MANY_WORDS = 3  # that a headline and an address have in common: fewer are chance
ALL_PAGES = re.compile(r"[?&](?:page|showpage)=all\b|[?&]single=1\b|/all/?$")


class Site(Protocol):
    """What reading asks of a portal: whose pages these are, and how they are read."""

    @property
    def name(self) -> str: ...

    @property
    def domains(self) -> tuple[str, ...]: ...

    @property
    def Loader(self) -> type[ArticleLoader]: ...  # noqa: N802

    def identify(self, url: str) -> Identity | None: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """One page read: its article, how many pages the portal split it into, and which of them this is.

    `number` is 0 when the page shows all of them; `doubts` say why the text or date may be only a part; `cut`: the page
    ends inside the article. `own`: it gives itself this article's address.
    """

    article: Article
    page_count: int
    number: int
    doubts: tuple[str, ...] = ()
    cut: bool = False
    own: bool = False


def read(
    body: bytes,
    url: str,
    site: Site,
    fetched_at: datetime | None = None,
    *,
    content_type: str | None = None,
    stats: RuleStats | None = None,
    guess: bool = False,
    opinion: bool = False,
    pictured: Callable[[Page], ArticleLoader] | None = None,
) -> Reading:
    """Read one page of `site`; see newscrawl.extract. `stats` counts the rules tried; `guess` where none fits.

    With `opinion` the page's shape is held against what the rules made of it: further doubts. `pictured` makes the
    loader that looks for a gallery on a page of which the site's own finds no text.
    """
    if fetched_at is not None and (not isinstance(fetched_at, datetime) or fetched_at.utcoffset() is None):
        raise ValueError("fetched_at must be aware, e.g. datetime.now(timezone.utc)")
    identity = site.identify(url)
    if identity is None:
        raise NotAnArticle("listing", url)
    page = Page(body, url, content_type)
    loader = site.Loader(page, stats=stats, guess=guess)
    try:
        return read_page(loader, site, identity, fetched_at, opinion=opinion)
    except NotAnArticle as error:
        if pictured is None or error.reason != "no text" or not page.index.tagged(*PICTURES):
            raise
        with suppress(NotAnArticle):
            if (reading := read_page(pictured(page), site, identity, fetched_at)).article.kind == "gallery":
                return reading
        raise


def read_page(
    loader: ArticleLoader,
    site: Site,
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
    if loader.described and article.kind == "gallery":
        fill_gallery(loader, article, loader.body)
    if loader.described and loader.guess:
        fill_unruled(loader, article, loader.body)
    undated = article.published_at is None
    shows = article.kind in ("gallery", "video") and bool(article.images)
    if not (article.text or shows) or (loader.body.guessed and undated and wall_of(page)):
        silent = article.kind in ("gallery", "video")
        raise _explained(NotAnArticle(f"{article.kind} without text" if silent else "no text"), page)
    if instead := in_place_of(article.title, article.text):
        raise NotAnArticle(instead, article.title)
    canonical = page.canonical
    own = site.identify(canonical) if canonical else None
    other = own is not None and own.id != identity.id and not _same_slug(own.url, identity.url)
    if own and other and _is_said_of(article.title, identity.url, own.url):  # the canonical of the page before, say
        own, other = None, False
    away = canonical and not own and _leads_away(canonical, site)
    if other or (away and not _is_of(article.title, page, identity, site)):
        raise NotAnArticle("another page", canonical)
    if own and STAGING.match(own.url):
        own = None
    article.read_by = "shape" if loader.body.guessed else "rules"
    article.id, article.portal, article.url = identity.id, site.name, own.url if own else identity.url
    count = loader.page_count()
    shows_all = bool(ALL_PAGES.search(url))
    number = 0 if shows_all else int((site.Loader.page_in_address.search(url) or [0, 1])[1])
    if shows_all:
        article.pages = max(count, 1 + len(page.select("[style*='page-break-after']")))
        article.text = once(article.text, article.pages)
    cut = ends_inside(page, loader.body.boxes)
    article.complete = (shows_all or (count == 1 and number <= 1)) and not cut
    first = number <= 1
    doubtful = doubts(article, loader, identity.day, whole=article.complete, first=first)
    if opinion:
        doubtful += tuple(second_opinion(article, loader, first=first))
        alone = count == number == 1 and not any(True for _ in page_boxes(loader))  # else all of them are here
        if alone and leads_further(page, lambda link: _is_same(site.identify(link), identity)):
            doubtful += (FURTHER,)
    return Reading(article, count, number, doubtful, cut, _is_same(own, identity))


def _explained(error: NotAnArticle, page: Page) -> NotAnArticle:
    reason = wall_of(page)
    return NotAnArticle(reason, str(error)) if reason else error


def _is_same(found: Identity | None, identity: Identity) -> bool:
    return found is not None and found.id == identity.id


def _same_slug(one: str, other: str) -> bool:
    """True for two addresses of one article that is known by two numbers; a short slug proves nothing.

    >>> _same_slug("https://a.com/1/harga-kopi-naik-lagi", "https://a.com/2026/07/24/harga-kopi-naik-lagi")
    True
    """
    slugs = [_slug(address).removesuffix(".html") for address in (one, other)]
    return slugs[0] == slugs[1] and slugs[0].count("-") > 2


def _slug(address: str) -> str:
    """The last step of an address, whether a slash ends it or not."""
    return address.rstrip("/").rpartition("/")[2]


def _leads_away(address: str, site: Site) -> bool:
    """True for the address of a home page or of another site; copies in a web archive are still the portal's."""
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    if any(host == d or host.endswith("." + d) for d in site.domains):
        return parts.path in ("", "/")
    return not ARCHIVE.search(host)


def _is_said_of(title: str, address: str, other: str) -> bool:
    """True for a headline that one address tells, and another address, of another headline, does not.

    >>> addresses = "https://a.com/2/bupati-buka-pasar-baru/", "https://a.com/1/harga-kopi-naik/"
    >>> _is_said_of("Bupati Buka Pasar Baru", *addresses), _is_said_of("Harga Kopi Naik", *addresses)
    (True, False)
    """
    words = set(WORDS.findall(title.lower()))
    mine, others = ({w for w in WORDS.findall(_slug(url).lower()) if w.isalpha()} for url in (address, other))
    common = len(words & mine)
    is_mine = common >= MANY_WORDS and 2 * common >= len(words)
    return is_mine and len(others) >= MANY_WORDS and len(words & others) <= len(others) // MANY_WORDS


def _is_of(title: str, page: Page, identity: Identity, site: Site) -> bool:
    """True for a page that plainly is the article asked for, though its canonical address is not the article's.

    Its headline is what the asked address says, or another of its addresses is the article's and the headline no
    other one's: a front page that is sent in place of everything may repeat the address it was asked by.
    """
    slug = {word for word in WORDS.findall(_slug(identity.url).lower()) if word.isalpha()}
    words = set(WORDS.findall(title.lower()))
    common = len(words & slug)
    if common >= MANY_WORDS and 2 * common >= len(words):
        return True
    said = (*page.metas.get("og:url", ()), *page.find('article.[mainEntityOfPage."@id", mainEntityOfPage, url][]'))
    own = any((found := site.identify(address)) and found.id == identity.id for address in said)
    return own and (common >= MANY_WORDS - 1 or len(slug) < MANY_WORDS)


def _kind(article: Article, page: Page, by_address: Kind) -> Kind:
    if by_address != "article":
        return by_address
    if article.kind != "article":  # by a mark of the portal's own
        return article.kind
    if page.is_live:
        return "live"
    if label := KIND_IN_TITLE.match(article.title):
        return "video" if label["video"] else "live" if label["live"] else "gallery"
    said = (v for name, values in page.metas.items() if "keyword" not in name for v in values)
    return "advertorial" if any(ADVERTORIAL.fullmatch(mark) for mark in (*article.section, *said)) else "article"
