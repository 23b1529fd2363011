"""Whether a page of a site that no rule knows is an article or a list of them, by what the page is."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from newscrawl.items import Article
from newscrawl.reading.page import Page, types_of
from newscrawl.reading.text import short_line

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
    r"|terms (?:of|and) \w+|sitemap)(?: (?:penggunaan|layanan|service|conditions|website|situs))?",
    re.I,
)
OG_LISTS = frozenset(("profile", "product.group", "product", "product.item", "og:product"))
PARAGRAPH = 80  # characters; shorter ones are teasers and labels
LEAST = 250  # characters of running text where nothing else says that it is an article
LEAST_STATED = 80  # where the page says that it is
LONG_PAGE = 2_000  # characters; what is longer and no post may be an essay all the same
MOST_HEADLINES = 4  # linked headlines among the text; an article has a box of them at most
LONGEST_HEADING = 300


def list_sign(page: Page, article: Article, box: etree._Element | None) -> str | None:
    """What says that a page is a list or tells of the site, in words; null for an article.

    `article` is what was read of it, `box` where its text stands.
    """
    body = page.root.find("body")
    names = frozenset(body.get("class", "").split()) if body is not None else frozenset()
    single = bool(names & WORDPRESS_ARTICLE)
    if names & WORDPRESS_LIST and not single:
        return f"the page is called {sorted(names & WORDPRESS_LIST)[0]}"
    undated = article.published_at is None
    short = len(article.text) < LONG_PAGE
    if undated and short and not (single or article.authors) and any(map(STATIC.fullmatch, names)):
        return "a page of the site, no post"
    if undated and OF_THE_SITE.fullmatch(article.title):
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
    running = sum(len(p) for p in paragraphs if len(p) >= PARAGRAPH)
    if running < (LEAST_STATED if stated else LEAST):
        return None if stated and len(article.text) >= LEAST_STATED else "no running text"
    if (single or own) and article.published_at:
        return None
    headlines = _linked_headlines(box) if box is not None else 0
    if headlines > MOST_HEADLINES and headlines * 3 > len([p for p in paragraphs if len(p) >= PARAGRAPH]):
        return f"{headlines} linked headlines in the text"
    return None


def _linked_headlines(box: etree._Element) -> int:
    """How many headings of a box are links as a whole."""
    count = 0
    for heading in box.iter("h2", "h3", "h4"):
        link = next(heading.iter("a"), None)
        if link is None:
            link = next(heading.iterancestors("a"), None)
        line = short_line(heading, LONGEST_HEADING)
        count += link is not None and len(line.split()) > 3 and short_line(link, LONGEST_HEADING).startswith(line[:40])
    return count
