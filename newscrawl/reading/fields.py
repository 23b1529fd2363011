"""What a portal's loader may say: where each field is on its pages, and what is made of what stands there.

For every field there may be `<field>_css`, `<field>_json` and `<field>_meta` (`rules.py`). Templates of several years
live side by side: a rule of another year finds nothing and costs nothing.

For every field of `FIELDS` there are `<field>_in` and `<field>_out`, processors that a portal may replace
(`processors.py`, or any of itemloaders'). `<field>_in` is given a list of what was found, by a rule, in the text's
last lines or by the page's shape (elements or strings; of `text` the clean paragraphs, of `images` the addresses; of
`agency`, `kind`, `language` and `paywalled` the value), and gives the list that is read on. `<field>_out` is given the
list of what the article has of the field and gives what the record says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from newscrawl.reading.headline import LONGEST_TITLE
from newscrawl.reading.phrases.habits import Habits
from newscrawl.reading.phrases.names.bylines import editors_of
from newscrawl.reading.phrases.pictures.captions import CREDIT_AT_END
from newscrawl.reading.phrases.words import TAGS
from newscrawl.reading.processors import Join, MapCompose, Processor, as_list, take_first
from newscrawl.reading.rows import Row
from newscrawl.reading.rules import RuleLoader, Rules
from newscrawl.reading.text import clean, flatten, flatten_names, unique

HOME = re.compile(r"home(?: ?page)?|beranda|index", re.I)
PAGE_IN_ADDRESS = re.compile(r"[?&]page=(\d{1,3})\b")
ARTICLE_BODY = "[itemprop=articleBody]"


# "Tags:", "Topik terkait" in front of the tags, "Lihat semua" behind them
TAGS_LABEL = re.compile(
    rf"{TAGS}(?:\s+terkait\s*:?|\s*:)|tags?"
    r"|lihat (?:semua|lainnya|selengkapnya)|selengkapnya|show (?:more|all)|see all",
    re.I,
)
MARKUP = re.compile(r"</?(?:a|b|br|div|em|font|h[1-6]|i|p|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.I)
LINE_TAG = re.compile(r"<(?:br|/?(?:p|div|h[1-6]))\b", re.I)


def short_title(title: str) -> str | None:
    """The title; null for what is too long to be one."""
    return title if len(title) <= LONGEST_TITLE else None


def plain_tag(tag: str) -> str | None:
    """A tag without its "#" and the comma behind it; null for the label of the tags.

    >>> plain_tag("# Vivo V60,"), plain_tag("Tags:"), plain_tag("Label")
    ('Vivo V60', None, 'Label')
    """
    tag = tag.lstrip("#").strip(" ,;")
    return None if TAGS_LABEL.fullmatch(tag) else tag


def without_markup(text: str) -> str:
    """A text of the page's data without the elements that were left in it.

    >>> without_markup("<p>Harga <b>lada</b> naik</p><p>Petani senang</p>"), without_markup("jika 3 <b dan b> 2")
    ('Harga lada naik Petani senang', 'jika 3 <b dan b> 2')
    """
    if "<" not in text or "</" not in text:
        return text
    return clean(MARKUP.sub(lambda tag: " " if LINE_TAG.match(tag[0]) else "", text))


class FieldLoader(RuleLoader, names_rules=True):
    """The rules and processors of every field, with what most portals' pages say in the same place."""

    title_css: Rules = "h1"
    title_json: Rules = "article.headline"
    title_meta: Rules = "og:title"
    published_at_css: Rules = ()
    published_at_json: Rules = ("article.datePublished", "page.datePublished")
    published_at_meta: Rules = "article:published_time"
    updated_at_css: Rules = ()
    updated_at_json: Rules = "article.dateModified"
    updated_at_meta: Rules = ("article:modified_time", "og:updated_time")
    authors_css: Rules = ()
    authors_json: Rules = "[article.author][][].name"
    authors_meta: Rules = ()
    editors_css: Rules = ()
    editors_json: Rules = "[article.editor][][].name"
    editors_meta: Rules = ()
    credits_css: Rules = ()  # lines that name roles: "Rep: A / Red: B", "Pewarta: A Editor: B"
    section_css: Rules = ".breadcrumb a"
    section_json: Rules = "breadcrumb.itemListElement[].[item.name, name][] | [?@]"
    section_meta: Rules = ("article:section", "article:section2")
    tags_css: Rules = ()
    tags_json: Rules = ()
    tags_meta: Rules = ()
    summary_json: Rules = "article.description"
    summary_meta: Rules = ("og:description", "description")
    body_css: Rules = ()  # ARTICLE_BODY is tried behind them
    body_json: Rules = ()  # the text itself, for a page whose elements do not hold it
    images_css: Rules = ()
    images_meta: Rules = "og:image"
    caption_css: Rules = ()
    credit_css: Rules = ()
    figure_css: Rules = ()  # a box in the body that is a picture with its caption, as a figure is
    # The page is of this kind if a rule finds an element, or a value other than "false".
    gallery_css: Rules = ()
    gallery_json: Rules = ()
    video_css: Rules = ()
    video_json: Rules = ()
    live_css: Rules = ()
    live_json: Rules = ()
    advertorial_css: Rules = ()
    advertorial_json: Rules = ()
    pager_css: Rules = ()
    pager_json: Rules = ()  # how many pages there are
    paywall_css: Rules = ()  # what stands on a page that shows the text only to who pays
    body_drop: Rules = ()
    body_end: Rules = ()  # behind this element nothing in the body is the article's
    site_name: str = r"(?!)"  # what the site writes behind a headline or before its sections, as a pattern
    title_cut: str = r"(?!)"  # what is no part of a headline, as a pattern
    authors_cut: str = r"(?!)"  # what stands beside a name and is none, as a pattern
    not_tags: str = r"(?!)"  # what the site puts among its tags and is none, as a pattern
    zone: str = "Asia/Jakarta"
    false_zone: str = r"(?!)"  # what machine stamps write behind a clock of the portal's zone, as a pattern
    language: str = "id"
    languages: ClassVar[Mapping[str, str]] = {}  # what an address in another language has in it -> language
    words_json: str = "article.wordCount"  # how many words the page says that the text has
    brands: str = ""  # what the portal and its sisters call themselves in their texts; where empty, `site_name`
    junk: tuple[Row, ...] = ()  # whole paragraphs that only this portal prints, and that are not its articles'
    habits: ClassVar[Habits] = Habits()  # follows from these and the next ones
    house: str | None = None  # the agency the portal is: its own articles are not taken from it
    capitals_sign: bool = False  # the writer is the last line of the text, in capitals
    editors_are_writers: bool = False  # the page's data names the writer once more as its editor
    next_begins: bool = False  # behind "Halaman selanjutnya" stands how the next page begins
    desks_sign: bool = False  # a desk signs the text: "(H-2)"
    described: ClassVar[bool] = True  # somebody wrote rules for the site
    credit_form: ClassVar[re.Pattern[str]] = CREDIT_AT_END  # of a caption; groups caption and credit
    page_in_address: ClassVar[re.Pattern[str]] = PAGE_IN_ADDRESS  # its first group is the page's number
    # A field whose structured data is better than what is printed.
    json_first: ClassVar[frozenset[str]] = frozenset({"section"})

    title_in: Processor = MapCompose(flatten, without_markup, short_title)
    published_at_in: Processor = MapCompose(flatten)
    updated_at_in: Processor = MapCompose(flatten)
    authors_in: Processor = MapCompose(flatten_names, without_markup)
    editors_in: Processor = MapCompose(flatten_names, without_markup, editors_of)
    agency_in: Processor = staticmethod(as_list)
    section_in: Processor = MapCompose(flatten, lambda name: None if HOME.fullmatch(name) else name)
    tags_in: Processor = MapCompose(flatten, plain_tag)
    summary_in: Processor = MapCompose(flatten, without_markup)
    text_in: Processor = staticmethod(as_list)
    images_in: Processor = MapCompose(str.strip)
    kind_in: Processor = staticmethod(as_list)
    language_in: Processor = staticmethod(as_list)
    paywalled_in: Processor = staticmethod(as_list)
    title_out: Processor = staticmethod(take_first)
    published_at_out: Processor = staticmethod(take_first)
    updated_at_out: Processor = staticmethod(take_first)
    authors_out: Processor = staticmethod(unique)
    editors_out: Processor = staticmethod(unique)
    agency_out: Processor = staticmethod(take_first)
    section_out: Processor = staticmethod(unique)
    tags_out: Processor = staticmethod(unique)
    summary_out: Processor = staticmethod(take_first)
    text_out: Processor = Join("\n\n")
    images_out: Processor = staticmethod(as_list)
    kind_out: Processor = staticmethod(take_first)
    language_out: Processor = staticmethod(take_first)
    paywalled_out: Processor = staticmethod(take_first)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Keep what the portal's texts are cleaned by, compiled once."""
        super().__init_subclass__(**kwargs)
        cls.habits = Habits(cls.brands or cls.site_name, cls.junk, cls.capitals_sign, cls.desks_sign, cls.next_begins)

    def rules(self, field: str, source: str) -> tuple[str, ...]:
        """The portal's rules for a field and source, in order; behind those of the body what every site may mark."""
        found = super().rules(field, source)
        return (*found, ARTICLE_BODY) if (field, source) == ("body", "css") and ARTICLE_BODY not in found else found

    def is_site(self, name: str) -> bool:
        """True for the site's own name."""
        return bool(re.fullmatch(rf"(?:{self.site_name})(?:\.com)?", name, re.I))
