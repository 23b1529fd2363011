"""Where each field of an article is on a page, how it is cleaned, and how several values become one.

A portal's loader states only what differs. For every field there may be `<field>_css` (selectors on the
page), `<field>_json` (JMESPath into `Page.data`) and `<field>_meta` (names of meta elements); each is a
string or a tuple, tried in order, and the first that gives something wins. Templates of several years live side
by side: a rule of another year finds nothing and costs nothing.

For every field of `FIELDS` there are `<field>_in` and `<field>_out`, itemloaders processors that a portal may
replace. `<field>_in` is given a list of what a rule found (elements or strings; of `text` the clean paragraphs, of
`images` the addresses; of `agency`, `kind`, `language` and `paywalled` the value) and gives the list that is read on.
`<field>_out` is given the list of what the article has of the field and gives what the record says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from functools import cached_property
from itertools import islice, takewhile
from types import FunctionType
from typing import Any, ClassVar, Protocol
from urllib.parse import urljoin, urlsplit

import jmespath
from itemloaders import ItemLoader
from itemloaders.processors import Compose, Identity, Join, MapCompose, TakeFirst
from itemloaders.utils import arg_to_iter
from lxml import etree

from newscrawl.items import Article, Image, Kind
from newscrawl.reading.body import (
    HEADINGS,
    LONGEST_CAPTION,
    PICTURES,
    SENTENCE,
    TO_ARTICLE,
    Body,
    Picture,
    read_body,
    texts_of,
)
from newscrawl.reading.boilerplate import CAMPAIGN, NAME, SENTENCE_BREAK
from newscrawl.reading.bylines import people, read_byline
from newscrawl.reading.captions import CREDIT_AT_END, split_credit
from newscrawl.reading.cleaning import strip
from newscrawl.reading.dates import Timestamp, read_timestamp
from newscrawl.reading.guess import (
    DATED_BYLINE,
    before,
    is_byline,
    is_dated,
    is_in_menu,
    likely_text,
    likely_title,
    lines_about,
    lines_below,
    split_head,
    without_labels,
    writers_of,
)
from newscrawl.reading.language import language_of
from newscrawl.reading.page import LONGEST_ADDRESS, WEB_ARCHIVE, NotAnArticle, Page, check_selector, is_address, tree
from newscrawl.reading.paragraphs import Cleaned, Paragraph
from newscrawl.reading.signatures import read_credits
from newscrawl.reading.text import clean, flatten, flatten_names, short_line, unique

Rules = str | tuple[str, ...]
Processor = Callable[..., Any]
SOURCES = ("css", "json", "meta")

# "Diperbarui 29/05/2025, 12:31 WIB", "(Update: 29 Mei 2025 12:31 WIB)": the stamp of a change
UPDATED = re.compile(r"[\s(\[]*\b(?:di(?:perbarui|perbaharui|update)|(?:last )?updated?)\b\W*", re.I)
# "/read/2026/07/24/", "/20260724151800-"
YEAR_IN_ADDRESS = re.compile(r"/((?:19[7-9]|20[0-9])[0-9])(?:/(?:0?[1-9]|1[0-2])/|(?:0[1-9]|1[0-2])[0-3][0-9])")
# `data-time="1784881104"` of the date's element: seconds, or milliseconds, since 1970
OF_EPOCH = re.compile(r"data-(?:[\w-]*-)?(?:unix|epoch|time|timestamp|date|datetime|published?|created)(?:-[\w-]*)?")
EPOCH = re.compile(r"([1-9][0-9]{8,9})(?:[0-9]{3})?")
DENIALS = frozenset({"", "0", "false", "no", "tidak", "null", "none"})
MARKED_KINDS: tuple[Kind, ...] = ("gallery", "video", "live", "advertorial")
# Whether the article, or a part of it or of its page, is free to read.
FREE = "[article, [article, page][].hasPart][][].isAccessibleForFree"
LONGEST_CAMPAIGN = 600  # characters
LOCKED = frozenset({"locked", "metered"})
HOME = re.compile(r"home|beranda|index", re.I)
# drawings and trackers, ".../icons/share.png", ".../no-image.jpg"
BAD_PICTURE = re.compile(
    r"\.(?:gif|svg)(?:\?|$)|/(?:icons?|logos?)/|/no[-_]?(?:image|img|photo|foto|pic\w*)\.\w+(?:\?|$)|^data:", re.I
)
# "logo.png", "okezone-logo-white.png", "default_600x400.jpg" stand for a picture; "logo-baru-pssi.jpg" shows one
STAND_INS = frozenset("blank default icon icons logo logos pixel placeholder spacer transparent".split())
OF_STAND_INS = frozenset(
    """
    amp app article artikel avatar baru big black blue cover dark facebook favicon fb footer header image images img
    instagram large light lazy lead load main medium mobile new news og photo pic picture play profile px red search
    share site small social square telegram thumb thumbnail tiktok twitter user v video wa web whatsapp white wide x
    youtube
    """.split()
)
NAME_PARTS = re.compile(r"[a-z]+|\d+x\d+|\d+")
# "... sejak Senin - Sektor Riil - okezone economy": words behind the last dashes
BEHIND_DASH = re.compile(r"\s+[-–|]\s+([\w .]{2,30})$")
PAGE_MARK = re.compile(r"(?:halaman|page) (?:\d+|all)", re.I)
PAGE_IN_ADDRESS = re.compile(r"[?&]page=(\d{1,3})\b")
NUMBER = re.compile(r"\b\d{1,3}\b")
FOLDER = re.compile(r"https?://[^/]+/\w{0,20}/?")  # a host's own picture, or none: "https://img.a.id/new"
WORD = re.compile(r"\w+")
LONG = 40  # characters; a paragraph as long is not twice in an article
LONGEST_TOLD = 2_000  # characters that tell one paragraph from another
# ".next-article", ".related-content": another article's wrapper
NEXT_NAME = re.compile(
    r"(?:[\w-]*[-_])?(?:next|related|terkait|infinite|recommend\w*|rekomendasi|other|lainnya)(?:[-_](?!page|hal)[\w-]*)?",
    re.I,
)
PLAIN = frozenset({"p", "ul", "ol", "blockquote", "h2", "h3"})
LISTS = frozenset({"authors", "editors", "section", "tags", "images"})
WITHOUT_RULES = frozenset({"agency", "kind", "language", "paywalled"})
# Bounds that no article comes near; they keep a page that is broken or means harm from taking all night.
MOST_VALUES = 1_000  # of one rule, but for the body's
MOST_PICTURES = 1_000
MOST_COPIED = 50  # boxes of the body of which another may be a copy
LONGEST_TITLE = LONGEST_BYLINE = LONGEST_STAMP = 1_000  # characters
LONGEST_SUMMARY = 10_000
BODY_FIELDS = frozenset({"body", "figure", "caption"})


ARTICLE_BODY = "[itemprop=articleBody]"
# What a loader reads of a record; the rest follows from the address and the fetch.
FIELDS = (
    "title", "published_at", "updated_at", "authors", "editors", "agency", "section", "tags", "summary", "text",
    "images", "kind", "language", "paywalled",
)  # fmt: skip
# How a rule is tried at import, by the name of its attribute.
CHECKS: tuple[tuple[re.Pattern[str], Callable[[str], object]], ...] = (
    (re.compile(r"\w+_css|body_drop|body_end"), check_selector),
    (re.compile(r"\w+_json"), jmespath.compile),
    (re.compile(r"site_name|not_tags|false_zone|\w+_cut"), re.compile),
)


PROCESSOR = re.compile(rf"(?:{'|'.join(FIELDS)})_(?:in|out)")


def _tuple(rules: Rules) -> tuple[str, ...]:
    return (rules,) if isinstance(rules, str) else rules


class RuleStats(Protocol):
    """Where a loader counts its rules: a Scrapy stats collector will do."""

    def inc_value(self, key: str, count: int = 1) -> None: ...


def hash_sign(tag: str) -> str:
    """A tag without its "#".

    >>> hash_sign("# Vivo V60")
    'Vivo V60'
    """
    return tag.lstrip("#").strip()


class ArticleLoader(ItemLoader):
    """Reads one page of one article.

    `stats` counts each rule as `tried/FIELD/SOURCE/RULE` and, where it gave something, `parser/FIELD/SOURCE/RULE`.
    """

    default_item_class = Article

    # What most portals' pages say in the same place.
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
    authors_json: Rules = ("[article.author][][] | [?\"@type\" != 'Organization'].name", "article.author")
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
    house: str | None = None  # the agency the portal is: its own articles are not taken from it
    capitals_sign: bool = False  # the writer is the last line of the text, in capitals
    editors_are_writers: bool = False  # the page's data names the writer once more as its editor
    next_begins: bool = False  # behind "Halaman selanjutnya" stands how the next page begins
    desks_sign: bool = False  # a desk signs the text: "(H-2)"
    credit_form: ClassVar[re.Pattern[str]] = CREDIT_AT_END  # of a caption; groups caption and credit
    page_in_address: ClassVar[re.Pattern[str]] = PAGE_IN_ADDRESS  # its first group is the page's number
    # A field whose structured data is better than what is printed.
    json_first: ClassVar[frozenset[str]] = frozenset({"section"})

    title_in: Processor = MapCompose(flatten, lambda title: title if len(title) <= LONGEST_TITLE else None)
    published_at_in: Processor = MapCompose(flatten)
    updated_at_in: Processor = MapCompose(flatten)
    authors_in: Processor = MapCompose(flatten_names)
    editors_in: Processor = MapCompose(flatten_names, people)
    agency_in: Processor = Identity()
    section_in: Processor = MapCompose(flatten, lambda name: None if HOME.fullmatch(name) else name)
    tags_in: Processor = MapCompose(flatten, hash_sign)
    summary_in: Processor = MapCompose(flatten)
    text_in: Processor = Identity()
    images_in: Processor = MapCompose(str.strip)
    kind_in: Processor = Identity()
    language_in: Processor = Identity()
    paywalled_in: Processor = Identity()
    title_out: Processor = TakeFirst()
    published_at_out: Processor = TakeFirst()
    updated_at_out: Processor = TakeFirst()
    authors_out: Processor = Compose(unique)
    editors_out: Processor = Compose(unique)
    agency_out: Processor = TakeFirst()
    section_out: Processor = Compose(unique)
    tags_out: Processor = Compose(unique)
    summary_out: Processor = TakeFirst()
    text_out: Processor = Join("\n\n")
    images_out: Processor = Identity()
    kind_out: Processor = TakeFirst()
    language_out: Processor = TakeFirst()
    paywalled_out: Processor = TakeFirst()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """A misspelt rule would be silently ignored by itemloaders: fail at import."""
        super().__init_subclass__(**kwargs)
        for name, value in [*vars(cls).items()]:
            if name.startswith("_"):
                continue
            if not hasattr(ArticleLoader, name):
                near = get_close_matches(name, [n for n in vars(ArticleLoader) if not n.startswith("_")], 1)
                raise TypeError(
                    f"{cls.__qualname__}.{name} is read by nothing; did you mean {(near or ['a rule'])[0]}?"
                )
            if PROCESSOR.fullmatch(name):
                if not callable(value):
                    raise TypeError(f"{cls.__qualname__}.{name} is no processor: {value!r} cannot be called")
                if isinstance(value, FunctionType) and value.__code__.co_varnames[:1] != ("self",):
                    setattr(cls, name, staticmethod(value))  # itemloaders would give it the loader, too
            if check := next((check for form, check in CHECKS if form.fullmatch(name)), None):
                for rule in _tuple(value):
                    try:
                        check(rule)
                    except Exception as error:
                        raise TypeError(f"{cls.__qualname__}.{name}: {rule!r} cannot be read: {error}") from None

    def __init__(self, page: Page, *, stats: RuleStats | None = None, guess: bool = False) -> None:
        super().__init__(stats=stats)
        self.page = page
        self.guess = guess  # where no rule finds anything
        self.guessed = False  # the text was found so
        self.text_box: etree._Element | None = None
        self.head: list[str] = []  # date and byline that a guessed text began with
        self.visible: set[str] = set()  # fields that were found on the page, not in its metadata
        self.cleaned = Cleaned()
        self.pictures: list[Picture] = []
        self.containers: list[etree._Element] = []  # of the body
        self.dropped: Collection[etree._Element] = ()  # what the portal says is not the article
        self.silent_blocks = 0  # those of them that gave no text

    # -- rules ---------------------------------------------------------------------------------------

    def rules(self, field: str, source: str) -> tuple[str, ...]:
        """The portal's rules for a field and source, in order."""
        found = _tuple(getattr(self, f"{field}_{source}", ()))
        return (*found, ARTICLE_BODY) if (field, source) == ("body", "css") and ARTICLE_BODY not in found else found

    def first(self, field: str, *sources: str) -> list[Any]:
        """What the first rule that finds something gives: elements, strings, or []."""
        for source in sources or SOURCES:
            for rule in self.rules(field, source):
                if values := self.tried(field, source, rule):
                    return values
        return []

    def every(self, field: str, source: str) -> list[Any]:
        """What all rules of one source give."""
        return [value for rule in self.rules(field, source) for value in self.tried(field, source, rule)]

    def tried(self, field: str, source: str, rule: str) -> list[Any]:
        """The values of one rule, counted."""
        values: list[Any]
        if source == "css":
            values = [v for v in self.page.select(rule) if not isinstance(v, str) or v.strip()]
        elif source == "json":
            values = [v for v in self.page.find(rule) if v.strip()]
        else:
            values = [v for v in self.page.metas.get(rule, []) if v.strip()]
            values = values[:1] if "keywords" in rule else values  # a second list is the site's
        values = values if field in BODY_FIELDS else values[:MOST_VALUES]
        if self.stats is not None:
            self.stats.inc_value(f"tried/{field}/{source}/{rule}")
            self.stats.inc_value(f"parser/{field}/{source}/{rule}", 1 if values else 0)
        return values

    def fill(self, field: str) -> None:
        """Add the field's values, structured data first where that is spelt better."""
        order = ("json", "css", "meta") if field in self.json_first else SOURCES
        for source in order:
            for rule in self.rules(field, source):
                if values := self.tried(field, source, rule):
                    if field == "title":  # the channel in a breadcrumb, a menu's own heading
                        values = [
                            v for v in values if isinstance(v, str) or not is_in_menu(v, self.page.menus)
                        ] or values
                    self.add_value(field, values)
                    if self.get_collected_values(field) and (field, source) != ("section", "meta"):
                        break
            if self.get_collected_values(field):
                self.visible |= {field} if source == "css" else set()
                return

    def taken(self, field: str, values: list[Any]) -> list[Any]:
        """What the field's `_in` makes of values that were found."""
        return list(arg_to_iter(self.get_value(values, self.get_input_processor(field))))

    def finished(self, field: str, values: list[Any]) -> Any:
        """What the record says: the field's `_out` of all values the article has of it."""
        value = self.get_value(values, self.get_output_processor(field))
        return list(arg_to_iter(value)) if field in LISTS else value

    def says(self, mark: str) -> bool:
        """True if a rule of the mark finds an element, or a value that is no denial."""
        found = (value for source in ("css", "json") for value in self.every(mark, source))
        return any(not isinstance(v, str) or clean(v).casefold() not in DENIALS for v in found)

    # -- fields --------------------------------------------------------------------------------------

    def read(self, fetched_at: datetime | None = None) -> Article:
        """The article on this page. `fetched_at` is "now" for relative dates.

        Raises NotAnArticle: no title.
        """
        for field in ("title", "summary", "section", "tags", "editors"):
            self.fill(field)
        self._read_body()
        article = Article(title=self._title())
        if not article.title:
            raise NotAnArticle("no title")
        article.title = re.sub(self.title_cut, "", article.title).strip()
        sections = unique(self.get_collected_values("section"))
        article.section = [name for name in sections if name != article.title and not self._is_site(name)]
        article.tags = self._tags(article)
        article.summary = self._summary(article.section, article.tags)
        article.editors = unique(self.get_collected_values("editors"))
        self._read_people(article)
        self._read_dates(article, fetched_at)
        article.kind = next((kind for kind in MARKED_KINDS if self.says(kind)), "article")
        article.images = self._images(gallery=article.kind == "gallery")
        captions = {clean(i.caption or "") for i in article.images[:1]} | {article.title}
        paragraphs = self.taken("text", self.cleaned.paragraphs)
        begin, end, writers = 0, len(paragraphs), set(article.authors)
        while begin < end and paragraphs[begin] in captions:
            begin += 1
        while begin < end and paragraphs[end - 1] in writers:  # the writer's name signs the text
            end -= 1
        paragraphs = paragraphs[begin:end]
        by_address = next((v for k, v in self.languages.items() if k in self.page.url), self.language)
        article.language = language_of("\n\n".join(paragraphs), by_address)
        denied = any(v.lower().rpartition("/")[2] in DENIALS for v in self.page.find(FREE))
        locked = any(v.strip().lower() in LOCKED for v in self.page.metas.get("article:content_tier", []))
        article.paywalled = denied or locked or self.cleaned.paywalled or bool(self.first("paywall", "css"))
        article.fetched_at = fetched_at
        self._finish(article, paragraphs)
        return article

    def _finish(self, article: Article, paragraphs: list[str]) -> None:
        """Give the fields that no rule finds to their `_in`, and each field to its `_out`."""
        for field in FIELDS:
            value = paragraphs if field == "text" else getattr(article, field)
            values = value if isinstance(value, list) else [] if value is None else [value]
            values = self.taken(field, values) if field in WITHOUT_RULES else values
            setattr(article, field, self.finished(field, values))
        if article.published_at is None:
            article.published_precision = None

    def _is_site(self, name: str) -> bool:
        """True for the site's own name."""
        return bool(re.fullmatch(rf"(?:{self.site_name})(?:\.com)?", name, re.I))

    def _title(self) -> str:
        """The headline; of several headings the one that the page's own title repeats, never the site's name."""
        found: list[str] = self.get_collected_values("title")
        if "title" in self.visible:
            said = clean(" ".join(self.page.metas.get("title", [])[:1])[:LONGEST_TITLE])
            said = f"{said} {self.page.own_title}"
            words = frozenset(WORD.findall(said.casefold()))
            others = [title for title in found if title and not self._is_site(title)]
            otherwise = next(iter([*others, *filter(None, found)]), "")
            repeated = (title for title in others if title.casefold() in said.casefold())
            title = max(repeated, key=len, default=otherwise)
            if len(title.split()) > 2 and _repeats(title, words) > 0.5:
                return title
            # The channel's name stands in the first heading, or the site's; the page's own title may be reworded.
            long = (heading for heading in others if len(heading.split()) > 2)
            reworded = max(long, key=lambda heading: _repeats(heading, words), default="")
            if _repeats(reworded, words) > 0.5:
                return reworded
            if len(title.split()) > 2:
                return title
            better = likely_title(self.page)
            return flatten(better) if better is not None and flatten(better) in said else title
        title = next(iter(found), "")
        heading = likely_title(self.page) if self.guess else None
        if heading is not None and (not title or flatten(heading) in title):
            return flatten(heading)
        title = re.sub(rf"\s+[:|–-]\s+(?:{self.site_name})(?:\.com)?(?:\s[\w .]{{2,30}})?$", "", title, flags=re.I)
        return re.sub(r"\s+(?:- PAGE|halaman) (?:\d+|all)$", "", title, flags=re.I)

    def _tags(self, article: Article) -> list[str]:
        """The tags that are some; those of metadata stand between commas, with the names of sections among them."""
        tags = unique(self.get_collected_values("tags"))
        sections = {name.casefold() for name in article.section}
        if "tags" not in self.visible:
            tags = unique(part.strip() for tag in tags for part in tag.split(",", MOST_VALUES)[:MOST_VALUES])
            tags = [tag for tag in tags if tag.casefold() not in sections]
        return [tag for tag in tags if not re.fullmatch(self.not_tags, tag, re.I)]

    def _summary(self, sections: list[str], tags: list[str]) -> str | None:
        """The description without what the site writes around it; a dash is no end of the sentence."""
        summary = next((value for value in self.get_collected_values("summary") if value), "")[:LONGEST_SUMMARY]
        summary = clean(re.sub(r"\bnbsp;?(?=\s|$)", " ", without_tags(summary, tags))).lstrip("-–—•· ")
        summary = re.sub(rf"^(?:{self.site_name})(?:\.com)? ?: ", "", summary, flags=re.I)
        channels = {name.casefold() for name in sections} | set(self._host)
        signed = re.compile(rf"(?:{self.site_name})(?:\.com)?(?: (?P<channel>[\w ]+))?", re.I)
        by_site = False
        for _ in range(4):  # site, channel and page, and one of them twice
            behind = BEHIND_DASH.search(summary)
            if behind is None:
                break
            words = behind[1]
            site = signed.fullmatch(words)
            if site and (site["channel"] or "").casefold() in channels | {""}:
                by_site = True
            elif by_site and words.istitle() and len(words.split()) < 4:  # the channel, in front of the site's name
                by_site = False
            elif words.casefold() not in channels and not PAGE_MARK.fullmatch(words):
                break
            summary = summary[: behind.start()]
        return summary or None

    def _read_body(self) -> None:
        containers = [e for e in self.first("body", "css") if isinstance(e, etree._Element)]
        known = set(containers)
        outermost = self._own([e for e in containers if known.isdisjoint(e.iterancestors())])
        dropped = {e for css in _tuple(self.body_drop) for e in self.page.select(css) if isinstance(e, etree._Element)}
        figures = {e for e in self.every("figure", "css") if isinstance(e, etree._Element)}
        captions = {e for e in self.every("caption", "css") if isinstance(e, etree._Element)} if figures else set()
        for end in (e for css in _tuple(self.body_end) for e in self.page.select(css) if isinstance(e, etree._Element)):
            if dropped.isdisjoint([end, *end.iterancestors()]):
                dropped |= _from_here_on(end, set(outermost))
        dropped |= {box for container in outermost for box in _campaigns(container)}
        outermost = [e for e in outermost if dropped.isdisjoint([e, *e.iterancestors()])]
        self.containers, self.dropped = outermost, dropped
        bodies: list[Body] = []
        longs: list[list[str]] = []  # the long paragraphs of each
        for container in [*outermost, *_cut_off(outermost)]:
            body = read_body(container, dropped, figures, captions)
            self.silent_blocks += not body.paragraphs and not body.pictures
            long = _long(body)
            others = enumerate(zip(bodies[:MOST_COPIED], longs, strict=False))
            copied = next((i for i, (other, said) in others if _is_copy(body, long, other, said)), None)
            if copied is None:
                bodies.append(body)
                longs.append(long)
            elif len(long) > len(longs[copied]):  # for small screens the text may be cut
                bodies[copied], longs[copied] = body, long
        paragraphs = [paragraph for body in bodies for paragraph in body.paragraphs]
        self.pictures.extend(picture for body in bodies for picture in body.pictures)
        self.text_box = next(iter(outermost), None)
        if not paragraphs:
            paragraphs.extend(self._written(self.first("body", "json")))
        if not paragraphs and self.guess and (box := likely_text(self.page)) is not None:
            self.text_box, self.guessed = box, True
            lines = ((e, self._signs(e, line), line) for e, line in self._lines)
            dropped |= {e for e, by, line in lines if by or (is_dated(line) and read_timestamp(line, zone=self.zone))}
            if (title := likely_title(self.page)) is not None:
                dropped |= before(title, box)
            body = read_body(box, dropped, figures, captions)
            for paragraph in body.paragraphs[: split_head(body.paragraphs)]:
                if self._signs(box, paragraph.text) or read_timestamp(paragraph.text, zone=self.zone):
                    self.head.append(paragraph.text)
                    body.paragraphs.remove(paragraph)
            paragraphs.extend(without_labels(body.paragraphs, signed=self.capitals_sign))
            self.pictures.extend(body.pictures)
        if not paragraphs and self.guess:
            paragraphs.extend(self._written(self.page.find("article.articleBody")))
        named = (e for rule in self.rules("authors", "css") for e in self.page.select(rule)[:MOST_VALUES])
        bylined = any(people(flatten_names(e)[:LONGEST_BYLINE]) for e in named)
        self.cleaned = strip(
            paragraphs,
            capitals_sign=self.capitals_sign,
            desks_sign=self.desks_sign,
            bylined=bylined,
            next_begins=self.next_begins,
        )

    def _own(self, containers: list[etree._Element]) -> list[etree._Element]:
        """The boxes up to the headline of the next article, which some pages show below the one that was asked for."""
        if len(containers) < 2:
            return containers
        titles = (e for rule in self.rules("title", "css") for e in self.page.select(rule))
        headline = next((e for e in titles if isinstance(e, etree._Element)), None)
        said = short_line(headline, LONGEST_TITLE) if headline is not None else ""
        wanted = set(containers)
        own: dict[etree._Element, None] = {}
        first = around = None
        for element in self.page.root.iter("*"):
            if element in wanted and element is not headline:
                if first is None:
                    first, around = element, _article_of(element)
                mine = _article_of(element)
                if element.get("id") == first.get("id") and mine is not None and mine is not around:
                    break  # the next article, in an article element of its own
                if first is not element and _is_of_next(element, first):
                    continue
                own[element] = None
            elif (
                own
                and headline is not None
                and _is_headline(element, headline, said)
                and own.keys().isdisjoint(element.iterancestors())
            ):
                break
        return list(own)

    def _written(self, texts: Iterable[str]) -> Iterator[Paragraph]:
        """Paragraphs of texts that stand in the page's data, with or without elements."""
        for text in texts:
            html = "<div>" + (text if "<p" in text else text.replace("\n", "<br>")) + "</div>"
            try:
                body = read_body(tree(html.encode("utf-8", "replace")))
            except NotAnArticle:
                continue
            self.pictures.extend(body.pictures)
            yield from body.paragraphs

    def _signs(self, element: etree._Element, line: str) -> bool:
        """True for a line that says who wrote the article, as "Budi Santoso - Okezone" does."""
        return is_byline(element, line) or bool(re.fullmatch(rf"{NAME}\s+[-–|]\s+(?i:{self.site_name})\S*", line))

    @cached_property
    def _lines(self) -> list[tuple[etree._Element, str]]:
        """What stands about the title and the text, to guess from; asked for once the text is found."""
        return list(lines_about(likely_title(self.page), self.text_box)) if self.guess else []

    def _read_people(self, article: Article) -> None:
        credits = Cleaned()
        for value in self.every("credits", "css"):
            read_credits(flatten(value)[:LONGEST_BYLINE], credits, sure=True)
        if self.capitals_sign and not credits.authors and self.cleaned.authors:
            bylines = (flatten_names(value) for value in self.first("authors", "css"))
            credits.authors = [*(name for line in bylines for name in people(line)), *self.cleaned.authors]
        article.authors, article.agency = unique(credits.authors), credits.agency
        article.editors = unique([*article.editors, *credits.editors])
        for source in SOURCES:
            for rule in self.rules("authors", source):
                names = self.taken("authors", self.tried("authors", source, rule))
                byline = read_byline([re.sub(self.authors_cut, "", name[:LONGEST_BYLINE]) for name in names])
                article.agency = article.agency or byline.agency
                article.authors = article.authors or byline.authors
            if source != "css" and "editors" in self.visible:  # structured data calls the printed editor its author
                article.authors = [name for name in article.authors if name not in article.editors]
            if article.authors or article.agency:
                break
        if not article.authors and not article.agency and not self.cleaned.authors:
            lines = [DATED_BYLINE.sub("", flatten_names(e)) for e, line in self._lines if self._signs(e, line)]
            lines.extend(line for line in self.head if not is_dated(line))
            lines.extend(lines_below(self.text_box) if self.guess else ())
            named = ([n for n in people(writers_of(line)) if n not in article.editors] for line in lines)
            article.authors = next((names for names in named if names), [])
        if not credits.authors:  # structured data calls the editor its author
            edited = {name.casefold() for name in credits.editors}
            article.authors = [name for name in article.authors if name.casefold() not in edited]
        article.authors = article.authors or unique(self.cleaned.authors)
        article.agency = article.agency or self.cleaned.agency
        if self.editors_are_writers and "editors" not in self.visible:
            printed = (*credits.editors, *self.cleaned.editors)
            article.editors = [name for name in article.editors if name in printed or name not in article.authors]
        writers = {word for name in article.authors for word in name.split()}
        signed = (name for name in self.cleaned.editors if not writers.issuperset(name.split()))
        article.editors = unique([*article.editors, *signed])
        host = urlsplit(self.page.url).hostname or ""
        own_names = {self.house, f"{self.site_name}.com", host.removeprefix("www.")}
        own = article.agency and article.agency.casefold() in {name.casefold() for name in own_names if name}
        article.agency = None if own else article.agency

    def _read_dates(self, article: Article, now: datetime | None) -> None:
        def stamps(field: str, *sources: str) -> list[Timestamp]:
            found = (v for source in sources for v in self.taken(field, self.every(field, source)))
            values = [v[:LONGEST_STAMP] for v in found]
            values = [re.sub(self.false_zone, "", v, flags=re.I) for v in values]
            read = (read_timestamp(v, now=now, zone=self.zone) for v in values)
            # What is counted back from now would be another change at every visit.
            return [s for s in read if s is not None and s.is_exact and not (s.ago and field == "updated_at")]

        # "02/11/2023, 21:34 WIB Diperbarui 03/11/2023, 08:00 WIB": what follows the word is no publication
        shown = self.first("published_at", "css")
        machine = [*self._epochs(shown, now), *stamps("published_at", "json", "meta")]
        told = YEAR_IN_ADDRESS.search(self.page.url)
        year = int(told[1]) if told else next((stamp.value.year for stamp in machine), None)
        lines = [line[:LONGEST_STAMP] for line in self.taken("published_at", shown)]
        printed_values = [UPDATED.split(line, maxsplit=1) for line in lines]
        # "Antara Foto, CNN Indonesia | Rabu, 15/08/2018 10:05 WIB": if the line is no stamp, a part of it may be
        parts = [[first, *first.split(" | ")[::-1]] for first, *_ in printed_values]
        tried = ((read_timestamp(part, now=now, zone=self.zone, year=year) for part in line) for line in parts)
        printed = [next((stamp for stamp in line if stamp), None) for line in tried]
        exact = [s for s in printed if s and s.is_exact]  # "2 jam lalu" is not
        published = choose(exact, machine)
        if published is None:
            lines = [*(line for _, line in self._lines), *self.head]
            around = (read_timestamp(line, now=now, zone=self.zone) for line in lines if is_dated(line))
            guessed = [s for s in around if s and s.is_exact]
            published = next((s for s in guessed if s.precision != "day"), next(iter(guessed), None))
        if published is None or published.precision not in ("second", "minute", "day"):
            return
        article.published_at = published.value
        article.published_precision = published.precision
        changed = [read_timestamp(last, now=now, zone=self.zone) for _, *rest in printed_values for last in rest]
        exact = [s for s in changed if s and s.is_exact and s.precision != "day" and not s.ago]
        changes = [s.value for s in [*stamps("updated_at", "json", "meta", "css"), *exact]]
        known = {published.value, *changes}
        least = published.value + SLACK[published.precision]
        later = [value for value in changes if value > least and not (now and value > now)]
        # A Z behind a clock of the portal's zone: the same clock is told by another stamp, hours earlier.
        article.updated_at = max((v for v in later if v - (v.utcoffset() or timedelta(0)) not in known), default=None)

    def _epochs(self, shown: list[Any], now: datetime | None) -> list[Timestamp]:
        """The stamps that the elements of the printed date carry as seconds since 1970."""
        attributes = [pair for e in shown if isinstance(e, etree._Element) for pair in e.items()]
        seconds = [EPOCH.fullmatch(str(value).strip()) for name, value in attributes if OF_EPOCH.fullmatch(str(name))]
        values = [datetime.fromtimestamp(int(found[1]), UTC).isoformat() for found in seconds if found]
        read = (read_timestamp(value, now=now, zone=self.zone) for value in values)
        return [stamp for stamp in read if stamp]

    def _images(self, *, gallery: bool = False) -> list[Image]:
        lead = [e for e in self.first("images", "css") if isinstance(e, etree._Element)]
        addresses = [] if lead else self.first("images", "meta")[:1]
        if addresses and (shown := _shown(self.page, addresses[0])) is not None:
            lead = [shown]
        captions = self.first("caption", "css")
        captions = _not_of_others(captions, lead[0], self.page.root) if lead else captions
        caption = next((flatten(v) for v in captions), "")
        caption = caption or (_described(lead[0]) or self._said_below(lead[0]) if lead else "")
        credit = next((flatten(v).strip("() ") for v in self.first("credit", "css")), "")
        if credit and len(credit) <= LONGEST_BYLINE:  # it may be printed in the caption too, before or behind it
            caption = re.sub(rf"^\(?{re.escape(credit)}\)?\s*|\s*\(?{re.escape(credit)}\)?$", "", caption)
        images: dict[str, Image] = {}
        for element in lead if gallery else [] if addresses else lead[:1]:
            self._add_image(images, _source(element), _described(element) if images else caption)
        if not images:
            for address in addresses or self.first("images", "meta")[:1]:
                self._add_image(images, address, caption)
        first = next(iter(images.values()), None)
        if first and credit and not first.credit:
            first.credit = re.sub(r"^(?:foto|photo)\w*\s*:\s*", "", credit, flags=re.I)
        for picture in self.pictures[:MOST_PICTURES]:
            self._add_image(images, _source(picture.element), picture.caption)
        found = list(images.values())
        bare = [image for image in found[1:] or found if not image.caption]
        for image, line in zip(bare, self.cleaned.captions, strict=False):
            image.caption, image.credit = split_credit(line, self.credit_form)
        return found

    def _said_below(self, picture: etree._Element) -> str:
        """What stands below a picture, unless it is the text's first paragraph, of several sentences."""
        said = _below(picture, self.text_box)
        return "" if said in self.cleaned.paragraphs and len(SENTENCE_BREAK.findall(said)) > 1 else said

    @cached_property
    def _host(self) -> list[str]:
        """The parts of the page's host: "news", "okezone", "com"."""
        return (urlsplit(self.page.url).hostname or "").split(".")

    def _is_stand_in(self, url: str) -> bool:
        """True for the address of what stands where no picture is: a blank, an icon, the site's own logo."""
        if BAD_PICTURE.search(url):
            return True
        name = urlsplit(url).path.lower().rpartition("/")[2].partition(".")[0]
        parts = NAME_PARTS.findall(name)
        said = [part for part in parts if part.isalpha() and part not in STAND_INS]
        if not STAND_INS.intersection(parts) or any(part.isdigit() and len(part) > 3 for part in parts):
            return False
        if "pixel" in parts and any(part.isdigit() for part in parts):  # a telephone
            return False
        host = [part for part in self._host if len(part) > 3]
        others = [part for part in said if part not in OF_STAND_INS and not any(own in part for own in host)]
        return not others or (len(said) == 1 and "icon" in parts and not url.lower().endswith((".jpg", ".jpeg")))

    def _add_image(self, images: dict[str, Image], address: str, caption: str) -> None:
        for taken in self.taken("images", [address] if address else []):
            self._add_picture(images, taken, caption)

    def _add_picture(self, images: dict[str, Image], address: str, caption: str) -> None:
        if len(address) > LONGEST_ADDRESS:
            return
        try:
            url = WEB_ARCHIVE.sub("", urljoin(self.page.base, address))
            if not address or not is_address(url) or self._is_stand_in(url) or FOLDER.fullmatch(url):
                return
        except ValueError:
            return
        url = re.sub(r"^http:", "https:", url)
        image = Image(url, *split_credit(clean(caption), self.credit_form))
        known = images.setdefault(url, image)
        if known is not image and not known.caption:
            known.caption, known.credit = image.caption, known.credit or image.credit

    # -- pages ---------------------------------------------------------------------------------------

    def page_count(self) -> int:
        """How many pages the portal split the article into, as far as this page tells; from 1 to 999."""
        counts = [1]
        for element in self.first("pager", "css"):
            counts.extend(int(n) for n in NUMBER.findall(flatten(element)))
            href = element if isinstance(element, str) else element.get("href", "")
            counts.extend(int(n) for n in self.page_in_address.findall(href))
        counts.extend(int(n) for value in self.first("pager", "json") for n in NUMBER.findall(value))
        for link in self.page.root.iter("link"):
            if link.get("rel", "").lower() == "next":
                counts.extend(int(n) for n in self.page_in_address.findall(link.get("href", "")))
        return max(counts)


# How far a change must lie behind a stamp of this precision to be one.
SLACK = {
    "second": timedelta(0),
    "minute": timedelta(minutes=1) - timedelta(seconds=1),
    "day": timedelta(days=1),
}


MOST_GLUED = 200  # tags
GLUED_TAG = re.compile(r",(?=[^\s\d,])")


def without_tags(summary: str, tags: list[str]) -> str:
    """A description without the tags glued to its end; in a sentence a space follows a comma.

    >>> without_tags("Harga naik, kata Rani,Kopi,Panen Raya", [])
    'Harga naik, kata Rani'
    >>> without_tags("Harga naik,Berita Sora", ["Berita Sora"]), without_tags("Harga naik,kata Rani", [])
    ('Harga naik', 'Harga naik,kata Rani')
    """
    known = [tag.casefold() for tag in tags[:MOST_VALUES]]
    cut, end = summary, len(summary)
    capitals = True  # all parts behind this one begin with one
    for glued in reversed([*GLUED_TAG.finditer(summary)][-MOST_GLUED:]):
        part = summary[glued.end() : end]
        if len(part) > 60 or re.search(r"[.!?]\s|, ", part):
            break
        first = part.casefold()
        is_tag = any(
            first == tag or (len(tag) > 3 and (first.startswith(tag) or tag.startswith(first))) for tag in known
        )
        if is_tag or (end < len(summary) and capitals):
            cut = summary[: glued.start()].rstrip(" ,")
        capitals = capitals and not part[0].islower()
        end = glued.start()
    return cut


def _repeats(heading: str, said: frozenset[str]) -> float:
    """The share of a heading's words that are among the words of the page's own title.

    >>> _repeats("Warga Tanam Bakau", frozenset({"bakau", "ditanam", "warga", "okezone"}))
    0.6666666666666666
    """
    words = set(WORD.findall(heading.casefold()))
    return len(words & said) / len(words) if words else 0.0


def choose(printed: Iterable[Timestamp], machine: Iterable[Timestamp]) -> Timestamp | None:
    """The moment of publication from the printed line and the machine stamps.

    What readers see decides; a machine stamp that shows the same clock adds its seconds. So a constant or
    mislabelled stamp (Z that is WIB, -07:00) cannot win. Without a printed clock the first exact machine
    stamp counts, if it agrees with the printed day.
    """
    stamps = list(machine)
    line = next(iter(printed), None)
    exact = [s for s in stamps if s.precision != "day"]
    if line is None:
        return next(iter(exact or stamps), None)
    if line.precision == "day":
        return next((s for s in exact if s.value.date() == line.value.date()), line)
    if line.precision == "minute":
        off = timedelta(minutes=1 if line.ago else 0)  # "9 menit lalu" is rounded
        for stamp in exact:
            if abs(stamp.value.replace(second=0, microsecond=0) - line.value) <= off:
                return Timestamp(stamp.value.astimezone(line.value.tzinfo), stamp.precision)
    return line


def _article_of(element: etree._Element) -> etree._Element | None:
    """The article element around a box."""
    return next(element.iterancestors("article"), None)


def _is_headline(element: etree._Element, other: etree._Element, said: str) -> bool:
    """True for a heading that is marked as the page's headline is, and says something else."""
    alike = element.tag == other.tag or (element.tag in HEADINGS and bool(element.get("class")))
    if not alike or element.get("class") != other.get("class"):
        return False
    return short_line(element, LONGEST_TITLE) not in ("", said)


def _is_of_next(box: etree._Element, first: etree._Element) -> bool:
    """True for a box of text in a wrapper that the first is not in, and that is another article's.

    It is named so, or begins with a linked headline.
    """
    shared = {first, *first.iterancestors()}
    for wrapper in takewhile(lambda above: above not in shared, box.iterancestors()):
        if wrapper.tag == "aside" or any(NEXT_NAME.fullmatch(name) for name in wrapper.get("class", "").split()):
            return True
        heading = next((e for e in wrapper.iter(*HEADINGS)), None)
        if heading is None or box in heading.iterancestors():
            continue
        if any(TO_ARTICLE.match(a.get("href", "")) and flatten(a) == flatten(heading) for a in heading.iter("a")):
            return True
    return False


def _long(body: Body) -> list[str]:
    """The letters and digits of the paragraphs that are long enough to tell one text from another."""
    return ["".join(WORD.findall(p.text[:LONGEST_TOLD].casefold())) for p in body.paragraphs if len(p.text) >= LONG]


def _is_copy(body: Body, one: list[str], other: Body, two: list[str]) -> bool:
    """True for the same text once more, perhaps with other quotes, boxes or an end missing; with their long ones."""
    if not one or not two:
        return any(p.text for p in body.paragraphs) and texts_of(body) == texts_of(other)
    return 2 * len(set(one) & set(two)) > min(len(one), len(two))


def _cut_off(containers: list[etree._Element]) -> list[etree._Element]:
    """Plain paragraphs right behind the last box: one closing tag too many has cut them off."""
    found: list[etree._Element] = []
    for element in containers[-1].itersiblings() if containers else ():
        if element.tag not in PLAIN or element.attrib or (containers[-1].tail or "").strip():
            break
        found.append(element)
    return found if any(SENTENCE.search(flatten(e)) for e in found) else []


def _from_here_on(end: etree._Element, containers: set[etree._Element]) -> set[etree._Element]:
    """The element and all behind it in its container; nothing for an element in none of them."""
    path = [end, *end.iterancestors()]
    within = next((i for i, above in enumerate(path) if above in containers), 0)
    return {end, *(e for step in path[:within] for e in step.itersiblings())} if within else set()


def _campaigns(container: etree._Element) -> Iterator[etree._Element]:
    """The boxes in a body that are a campaign of the house: "** #IngatPesanIbu", its heading, picture and advice."""
    for line in container.iter("p"):
        if "**" not in "".join(islice(map(str, line.itertext()), 4)) or not CAMPAIGN.fullmatch(flatten(line)):
            continue
        boxes = takewhile(lambda box: box is not container, line.iterancestors("div", "section"))
        own = [box for box in boxes if len(flatten(box)) <= LONGEST_CAMPAIGN and next(box.iter("p"), None) is line]
        yield from own[-1:]


def _described(picture: etree._Element) -> str:
    """What the box of a picture, and of no other, says of it in an attribute."""
    boxes = (picture, *islice(picture.iterancestors(), 8))
    said, box = next(((said, box) for box in boxes if (said := box.get("data-description"))), ("", picture))
    return clean(said) if len([*islice(box.iter(*PICTURES), 2)]) == 1 else ""


def _shown(page: Page, address: str) -> etree._Element | None:
    """The page's picture of a file, whatever its size and host; the first of several."""
    name = _file(address)
    pictures = (e for e in page.root.iter("img", "amp-img") if name and _file(_source(e)) == name)
    return next(pictures, None)


def _file(address: str) -> str:
    return address.partition("?")[0].rpartition("/")[2]


def _below(picture: etree._Element, text: etree._Element | None) -> str:
    """The short text in the smallest box around a picture that has any, if the box holds no other picture."""
    for box in islice(picture.iterancestors(), 6):
        if box.tag in ("body", "article", "main") or box is text or sum(e.tag in PICTURES for e in box.iter()) > 1:
            return ""
        if said := flatten(box):
            return said if len(said) <= LONGEST_CAPTION and next(box.iter("h1", "h2", "a"), None) is None else ""
    return ""


def _not_of_others(captions: list[Any], picture: etree._Element, root: etree._Element) -> list[Any]:
    """The captions but those whose own box, the smallest with a picture in it, holds another picture and not this."""
    own = {picture, *picture.iterancestors()} if picture.tag in PICTURES else set()
    holding: set[etree._Element] = set()  # a picture
    for shown in root.iter(*PICTURES):
        for box in (shown, *shown.iterancestors()):
            if box in holding:
                break
            holding.add(box)
    found = []
    for caption in captions[:MOST_VALUES]:
        around = (caption, *caption.iterancestors()) if isinstance(caption, etree._Element) else ()
        smallest = next((box for box in around if box in holding), None)
        if smallest is None or smallest in own:
            found.append(caption)
    return found


def _source(element: etree._Element) -> str:
    """The address of a picture: lazy loaders keep it beside a placeholder `src`."""
    for name in ("data-original", "data-src", "data-lazy-src", "src"):
        if (address := element.get(name, "").strip()) and not address.startswith("data:"):
            return address
    return ""
