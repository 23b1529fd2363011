"""What a page of any site is read by: its publishing system where it is known, metas and data, and the page's shape."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from newscrawl.items import Article
from newscrawl.portals.houses import WordPressLoader
from newscrawl.portals.recognising import kind_of
from newscrawl.reading.blocks.boxes import classes_of
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.document.addresses import PICTURE_FILE
from newscrawl.reading.fields import ARTICLE_BODY
from newscrawl.reading.headline import likely_title
from newscrawl.reading.loaders import ArticleLoader
from newscrawl.reading.page import NotAnArticle
from newscrawl.reading.pagekind import LEAST, is_gallery, list_sign, running
from newscrawl.reading.phrases.cleaning import strip
from newscrawl.reading.pictures.renditions import enlarged
from newscrawl.reading.printed import UTC_MARK
from newscrawl.reading.rules import as_tuple
from newscrawl.reading.taxonomy.channels import SECTIONS, channels_of, keywords_of, stated, way_in
from newscrawl.reading.taxonomy.topics import read_tags, without_tags
from newscrawl.reading.text import unique
from newscrawl.reading.unruled.fill import channel_of_menu, channels_dated, fill_tags, take_first, take_way, tell_beside
from newscrawl.reading.unruled.galleries import gallery_of, untold
from newscrawl.reading.unruled.leads import Leads
from newscrawl.reading.unruled.slides import images_of
from newscrawl.reading.ways import channels_above, is_beside, last_step, said_in_front, way_called_so

WORD = re.compile(r"\w+")
ROWS_OF_LINKS = ("ol", "ul", "nav", "div", "p")
# "RANI PUSPITA, BUDI SANTOSO": who helped to write a text, below it
SIGNERS = re.compile(r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){1,3}(?:, [A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){1,3})+")
GALLERY_HOSTS = frozenset({"foto", "photo", "photos", "galeri"})
SUFFIXES = frozenset("com co net org go ac or sch web my desa biz".split())  # in front of a country's
# What WordPress writes on the body of its pages, and where its files are.
WORDPRESS_NAME = re.compile(r"single-post|post-template-default|postid-\d+|wp-\w[\w-]*")
WORDPRESS_FILE = re.compile(rb"/wp-(?:content/(?:themes|plugins|uploads)|includes)/")
# The picture above the text, as WordPress's themes, AMP and others mark it; asked where the metas name none.
FEATURED = (
    ".td-post-featured-image img, .jeg_featured img, .amp-wp-article-featured-image amp-img, .entry-thumb img,"
    " .single-featured-image img, img.single-featured-image, .featured-image img, .post-thumbnail img,"
    " article img.wp-post-image"
)
# Links that share the page, whatever the box is called that they stand in.
SHARING = tuple(
    f"a[href*='{place}']"
    for place in (
        "facebook.com/sharer", "facebook.com/share.php", "twitter.com/intent", "twitter.com/share", "x.com/intent",
        "api.whatsapp.com/send", "wa.me/?", "t.me/share", "telegram.me/share", "pinterest.com/pin/create",
        "linkedin.com/share", "lineit/share", "mailto:?",
    )
)  # fmt: skip
# The way from the front page to the article, whatever it is called; one that does not begin there leads elsewhere.
WAYS = (
    ".breadcrumbs a",
    "[aria-label=breadcrumb] a, [aria-label=Breadcrumb] a, [aria-label=breadcrumbs] a, [aria-label=Breadcrumbs] a",
    "#breadcrumb a, #breadcrumbs a, #crumbs a, .crumbs a",
)
# What sites of no standard call the moment in their metas: a Z there is as often a clock of their own zone.
CLOCKS = ("datepublished", "pubdate", "publishdate", "publish_date", "publish-date", "parsely-pub-date",
          "dc.date.issued", "dcterms.created", "content_publisheddate")  # fmt: skip
# A way that the data has in what it says of the page
PAGE_WAY = "page.breadcrumb.itemListElement[].[item.name, name][] | [?@]"


class SystemsLoader(ArticleLoader):
    """What Blogger, Joomla with K2, Drupal and AMP pages print, the metas of the Open Graph, and KLY's data."""

    published_at_meta = ("article:published_time", "og:published_time", *CLOCKS)
    published_at_json = (*as_tuple(ArticleLoader.published_at_json), "state.kly.article.publishDate")
    published_at_css = (
        ".post-timestamp .published, .post-date.published",
        "abbr.published::attr(title)",
        ".itemDateCreated",
        ".node__submitted .field--name-created, .submitted .date",
        ".amp-wp-posted-on time",
        "[itemprop=datePublished]::attr(datetime), [itemprop=datePublished]::attr(content)",
    )
    updated_at_css = (".itemDateModified", "[itemprop=dateModified]::attr(datetime)")
    authors_css = (
        ".itemAuthor a",
        ".node__submitted .username, .submitted .username",
        ".post-author .fn",
        ".amp-wp-author",
    )
    authors_meta = "dable:author"  # of a service of recommendations, which asks for the writer
    section_css = (".breadcrumb a", *WAYS, ".amp-wp-tax-category a")
    section_json = (*as_tuple(ArticleLoader.section_json), PAGE_WAY)
    tags_css = (
        ".post-labels a",
        ".itemTagsBlock a",
        ".field--name-field-tags a",
        ".amp-wp-tax-tag a",
    )
    tags_json = "[article.keywords][]"
    tags_meta = "article:tag"
    figure_css = (".itemImageBlock",)
    caption_css = (".itemImageBlock .itemImageCaption", ".amp-wp-article-featured-image .wp-caption-text")
    credit_css = (".itemImageBlock .itemImageCredits",)


class AnySiteLoader(WordPressLoader):
    """Any site: what its metas, structured data and publishing system say, and the shape of the page.

    A page that lists articles, or tells of the site, is no article whatever its address: see pagekind.py.
    """

    described = False
    body_drop = (
        *as_tuple(WordPressLoader.body_drop),
        ".itemDateModified, .itemImageCredits, .itemTextResizerTitle, .post-labels, .post-timestamp, .post-footer-line",
        *SHARING,
    )

    def rules(self, field: str, source: str) -> tuple[str, ...]:
        """The house's rules on a page of WordPress, else what most sites say in the same place."""
        if (field, source) == ("images", "css"):
            return () if self.first("images", "meta") else (FEATURED,)
        if self._is_wordpress:
            return super().rules(field, source)
        if source == "css" and field in self.disbelieved:
            return ()
        found = as_tuple(getattr(SystemsLoader, f"{field}_{source}", ()))
        return (*found, ARTICLE_BODY) if (field, source) == ("body", "css") else found

    def first(self, field: str, *sources: str) -> list[Any]:
        """As of any loader; a lead picture that leads to another article is none."""
        found = super().first(field, *sources)
        if field == "images" and sources == ("css",):
            return [e for e in found if isinstance(e, etree._Element) and not _leads_away(e)]
        return found

    def tried(self, field: str, source: str, rule: str) -> list[Any]:
        """As of any loader; of ways to the page the first that begins at the front page, without links to nowhere."""
        found = super().tried(field, source, rule)
        if source == "meta" and rule in CLOCKS:
            return [value for value in found if not UTC_MARK.search(value.strip())]
        if field != "section" or rule not in as_tuple(SystemsLoader.section_css) or self._is_wordpress:
            return found
        found = [link for link in found if not is_beside(link)]
        ways: dict[etree._Element, list[etree._Element]] = {}
        for link in (e for e in found if not e.get("href", "#").startswith("#")):
            ways.setdefault(next(link.iterancestors(*ROWS_OF_LINKS), link), []).append(link)
        from_front = ((row, way) for row, way in ways.items() if urlsplit(way[0].get("href", "")).path in ("", "/"))
        row, way = next(from_front, (None, []))
        steps = way[1:] if rule in WAYS else found
        return [*steps, *last_step(row, way[-1], self.page.own_title)] if row is not None else steps

    def is_site(self, name: str) -> bool:
        """True for the site's name as its host spells it, "Kabar Sora" of kabarsora.id, kabar.sora.id, or the host."""
        own = [label for label in self.host[:-1] if label not in SUFFIXES]
        said = "".join(WORD.findall(name.casefold()))
        whole = "".join(self.host).removeprefix("www")
        domain = whole[whole.rindex(own[-1]) :] if own else whole  # "Sora.com" of bola.sora.com
        return said in own[-1:] or (bool(own) and said == "".join(own)) or said.removeprefix("www") in (whole, domain)

    @cached_property
    def _is_wordpress(self) -> bool:
        """True for a page that WordPress made, by the addresses of its files or the names on its body."""
        body = self.page.root.find("body")
        return any(map(WORDPRESS_NAME.fullmatch, classes_of(body))) or bool(WORDPRESS_FILE.search(self.page.source))

    def read(self, fetched_at: datetime | None = None) -> Article:
        """The article on this page. Raises NotAnArticle: no title; listing, with what says so."""
        article = super().read(fetched_at)
        text, _, last = article.text.rpartition("\n\n")
        if text and SIGNERS.fullmatch(last):
            article.text, article.authors = text, unique([*article.authors, *re.split(", ", last)])
        sign = list_sign(self.page, article, self.body.box)
        if self.guess and self._show_gallery(article, sign):
            sign = list_sign(self.page, article, self.body.box)
        if article.images and not sign:
            article.images = Leads(self, self.body).told_of(article.images)
            article.images = enlarged(self.page, article.images)
        if sign:
            raise NotAnArticle("listing", sign)
        title = likely_title(self.page) if self.guess else None
        self._fill_sections(article, title)
        self._fill_tags(article, title)
        return article

    def _fill_sections(self, article: Article, title: etree._Element | None) -> None:
        """The way that is printed where it says more than the metas; else what the address stands below."""
        printed = bool(self.first("section", "json", "css"))
        if not printed or len(article.section) < 2:
            take_way(self, article, way_called_so(self.page, title), replace=not printed)
        take_first(self, article, lambda: channels_dated(self.body.lines, self.page.base))
        if len(article.section) < 2:
            take_way(self, article, channels_above(title))
        take_first(
            self,
            article,
            lambda: channel_of_menu(self.page, said_in_front(title)),
            lambda: way_in(article.tags, {name.casefold() for name in (*self.page.find(SECTIONS), *self.host[:1])}),
            lambda: stated(self.page.find(SECTIONS)),
            lambda: channels_of(self.page),
        )

    def _fill_tags(self, article: Article, title: etree._Element | None) -> None:
        """The row of tags that is printed where the data has none; else the keywords of which the article tells."""
        told = f"{article.title} {article.text}"
        if not article.tags:
            fill_tags(self, article, self.body.box if self.body.box is not None else title, title)
        if not article.tags and self.guess:
            self.values["tags"] = self.taken("tags", keywords_of(self.page, told))
            article.tags = self.finished("tags", read_tags(self, article.section))
        channels = {name.casefold() for name in (*article.section[:1], *self.host[:1])}
        article.tags = [tag for tag in article.tags if not way_in([tag], channels)]
        article.summary = without_tags(article.summary or "", article.tags) or None

    def _show_gallery(self, article: Article, sign: str | None) -> bool:
        """Make a gallery of an article whose pictures say more than its text, where the page has such; true if so.

        `sign` says that what was read as its text is a list, or too little.
        """
        called = self.host[0] in GALLERY_HOSTS or kind_of(urlsplit(self.page.url).path) == "gallery"
        thin = running(article.text) < LEAST
        if not (sign or thin or called):
            return False
        row = gallery_of(self.page, likely_title(self.page))
        told = replace(article)  # as a gallery would be
        tell_beside(self, told, self.body, row.box)
        found = images_of(self, row) if is_gallery(self.page, told, row, stated=called) else []
        if not found or not (sign or thin or len(row.shown) > 1):
            return False
        article.published_at, article.published_precision = told.published_at, told.published_precision
        article.authors = told.authors
        texts = [row.said, article.text.split("\n\n") if thin or not sign else []]
        texts = texts if thin and self.body.guessed else texts[::-1]
        article.kind, article.images = "gallery", found
        lines = untold(texts[0], row) or untold(texts[1], row)
        article.text = "\n\n".join(strip([*map(Paragraph, lines)], self.habits).paragraphs)
        return True


def _leads_away(picture: etree._Element) -> bool:
    """True for a picture in a link to anything but a picture."""
    link = next(picture.iterancestors("a"), None)
    return link is not None and bool(link.get("href")) and not PICTURE_FILE.search(link.get("href", ""))
