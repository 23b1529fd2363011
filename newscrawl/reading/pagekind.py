"""Whether a page of a site that no rule knows is an article or a list of them, by what the page is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from newscrawl.items import Article
from newscrawl.reading.blocks.boxes import classes_of
from newscrawl.reading.page import Page, types_of
from newscrawl.reading.text import short_line
from newscrawl.reading.unruled.galleries import PictureRow

# What structured data calls a page that is no article.
LIST_TYPES = frozenset(
    "CollectionPage SearchResultsPage ProfilePage AboutPage ContactPage CheckoutPage Product".split()
)
# WordPress names the kind of a page on its body.
WORDPRESS_ARTICLE = frozenset("single single-post single-format-standard".split())
WORDPRESS_LIST = frozenset("archive category tag author search blog error404 post-type-archive date tax".split())
# A page of WordPress's that is no post: "page page-id-2"; of Blogger's, "static_page"
STATIC = re.compile(r"page-id-\d+|static_page")
# What such pages are called; an article's headline says more.
OF_THE_SITE = re.compile(
    r"(?:tentang(?: kami)?|about(?: us)?|profil(?: perusahaan)?|(?:susunan |box |dewan )?redaksi|kontak(?: kami)?"
    r"|hubungi kami|contact(?: us)?|info iklan|pasang iklan|karir|disclaimer|sanggahan|privacy policy|kode etik"
    r"|kode etik jurnalis\w*|kebijakan privasi|pedoman(?: pemberitaan)?(?: media siber)?|syarat (?:dan|&) ketentuan"
    r"|terms (?:of|and) \w+|sitemap)(?: (?:penggunaan|layanan|service|conditions|website|situs|umum))?",
    re.I,
)
# What says that a page is a gallery.
GALLERY_TYPES = frozenset({"ImageGallery", "MediaGallery"})
WORDPRESS_GALLERY = frozenset({"single-format-gallery", "single-format-image"})
GALLERY_TITLE = re.compile(
    r"\W*(?:(?:galeri|berita|kumpulan) )?(?:foto|photos?|in picture|potret)(?: \w+)?\W*[:|–-]\s", re.I
)
OG_LISTS = frozenset(("profile", "product.group", "product", "product.item", "og:product"))
# What stands below the teaser of an article in a list
READ_ON = re.compile(
    r"\W*(?:(?:baca|lihat|simak)? ?(?:selengkapnya|lebih lanjut|detail(?:nya)?)|read (?:more|on)|continue reading)\W*",
    re.I,
)
PARAGRAPH = 80  # characters; shorter ones are teasers and labels
LEAST = 250  # characters of running text where nothing else says that it is an article
LEAST_STATED = 80  # where the page says that it is
LONG_PAGE = 2_000  # characters; what is longer and no post may be an essay all the same
MOST_HEADLINES = 4  # linked headlines among the text; an article has a box of them at most
LONGEST_HEADING, LONGEST_CALL = 300, 30


def list_sign(page: Page, article: Article, box: etree._Element | None) -> str | None:
    """What says that a page is a list or tells of the site, in words; null for an article.

    `article` is what was read of it, `box` where its text stands.
    """
    body = page.root.find("body")
    names = classes_of(body)
    single = bool(names & WORDPRESS_ARTICLE)
    if names & WORDPRESS_LIST and not single:
        return f"the page is called {sorted(names & WORDPRESS_LIST)[0]}"
    undated = article.published_at is None
    short = len(article.text) < LONG_PAGE
    if undated and short and not (single or article.authors) and any(map(STATIC.fullmatch, names)):
        return "a page of the site, no post"
    if (undated or " " in article.title) and OF_THE_SITE.fullmatch(article.title):
        return f"it tells of the site: {article.title}"
    own: Any = page.data["article"]
    types = {name for item in page.data["all"] for name in types_of(item)}
    kinds = {value.strip().lower() for value in page.metas.get("og:type", [])}
    sold = types & {"Product"} and "article" in kinds  # an article about it, or beside it
    if types & LIST_TYPES and not own and not single and not sold:
        return f"its structured data says {sorted(types & LIST_TYPES)[0]}"
    if kinds & OG_LISTS and not own:
        return f"og:type is {sorted(kinds & OG_LISTS)[0]}"
    if article.kind != "article":
        return None
    stated = single or bool(own) or "article" in kinds
    paragraphs = article.text.split("\n\n")
    if running(article.text) < (LEAST_STATED if stated else LEAST):
        return None if stated and len(article.text) >= LEAST_STATED else "no running text"
    if (single or own) and article.published_at:
        return None
    headlines = sum(1 for _ in linked_headlines(box)) if box is not None else 0
    if headlines > MOST_HEADLINES and headlines * 3 > len([p for p in paragraphs if len(p) >= PARAGRAPH]):
        return f"{headlines} linked headlines in the text"
    return _of_many(box, undated=undated) if box is not None else None


def _of_many(box: etree._Element, *, undated: bool) -> str | None:
    """What says that a box of text is teasers: links to read each on, and times of which none is the page's."""
    others = {link.get("href") for link in box.iter("a") if READ_ON.fullmatch(short_line(link, LONGEST_CALL))}
    if len(others) > MOST_HEADLINES:
        return f"{len(others)} articles to read on in the text"
    times = sum(1 for _ in box.iter("time")) if undated else 0
    return f"{times} times in the text" if times > MOST_HEADLINES else None


def running(text: str) -> int:
    """How many characters of a text stand in paragraphs that are no labels."""
    return sum(len(p) for p in text.split("\n\n") if len(p) >= PARAGRAPH)


def is_gallery(page: Page, article: Article, row: PictureRow, *, stated: bool) -> bool:
    """True where the pictures of a page are its article, and the page says that it is one.

    `stated`: its address says that it is a gallery. Where nothing says so, it has a date and pictures that each have a
    sentence below them; of one picture also a sentence about it. A list says of none of its pictures that it is shared.
    """
    types = {name for item in page.data["all"] for name in types_of(item) if not page.is_of_another(item)}
    body = page.root.find("body")
    names = classes_of(body)
    named = bool(types & GALLERY_TYPES or names & WORDPRESS_GALLERY or GALLERY_TITLE.match(article.title))
    kinds = {value.strip().lower() for value in page.metas.get("og:type", [])}
    is_one = bool(names & WORDPRESS_ARTICLE or page.data["article"] or kinds & {"article"})
    around = row.box if stated or named else row.scope
    if around is None:
        return False
    order, places = page.index.order, [page.index.order[picture.element] for picture in row.shown]
    headlines = [order[heading] for heading in linked_headlines(around)]
    if stated or named:  # below the pictures stand others
        headlines = [place for place in headlines if min(places) < place < max(places)]
    if len(headlines) > max(MOST_HEADLINES, len(row.shown) // 2):
        return False
    if len(row.shown) == 1:
        return (stated or named) and is_one and bool(row.said) and bool(row.shown[0].caption)
    if not (is_one and (row.is_captioned or row.is_lead)):
        return False
    return stated or named or (len(row.shown) > 2 and row.is_captioned and article.published_at is not None)


def linked_headlines(box: etree._Element) -> Iterator[etree._Element]:
    """The headings of a box that are links as a whole."""
    for heading in box.iter("h2", "h3", "h4"):
        link = next(heading.iter("a"), None)
        if link is None:
            link = next(heading.iterancestors("a"), None)
        line = short_line(heading, LONGEST_HEADING)
        if link is not None and len(line.split()) > 3 and short_line(link, LONGEST_HEADING).startswith(line[:40]):
            yield heading
