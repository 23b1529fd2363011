"""Where each field of an article is on a page, how it is cleaned, and how several values become one.

A portal's loader states only what differs. For every field there may be `<field>_css` (selectors on the
page), `<field>_json` (JMESPath into `Page.data`) and `<field>_meta` (names of meta elements); each is a
string or a tuple, tried in order, and the first that gives something wins. `<field>_in` and `<field>_out`
are itemloaders processors. Templates of several years live side by side: a rule of another year finds
nothing and costs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, ClassVar, Protocol
from urllib.parse import urljoin

from itemloaders import ItemLoader
from itemloaders.processors import Compose, MapCompose, TakeFirst
from lxml import etree

from newscrawl.body import Picture, read_body
from newscrawl.boilerplate import Cleaned, strip
from newscrawl.bylines import people, read_byline
from newscrawl.dates import Timestamp, read_timestamp
from newscrawl.items import Article, Image
from newscrawl.page import NotAnArticle, Page, is_address
from newscrawl.text import clean, flatten, unique

Rules = str | tuple[str, ...]
SOURCES = ("css", "json", "meta")
RULE_NAME = re.compile(r"(\w+)_(css|json|meta|in|out)$")

# "(Foto: Reuters)", "Ilustrasi/Foto: Istimewa", "... (Foto: Budi/Okezone)", "... /Foto: AP", "(ANTARA/Budi)"
CREDIT = re.compile(
    r"^(?P<caption>.*?)[\s(\[/|,–-]*\b(?:foto|photo|dok|kredit|credit|(?<=[(\[])sumber|ilustrasi foto)\s*[:/]"
    r"\s*(?P<credit>(?:(?-i:[A-Z\d@©])|istimewa|ist\b|dok)[^()\[\]]*?)\s*[)\]]?\s*$",
    re.I,
)
HOME = re.compile(r"home|beranda|okezone(?:\.com)?|index", re.I)
BAD_PICTURE = re.compile(r"\.(?:gif|svg)(?:\?|$)|/(?:icon|logo|pixel|blank|spacer|default)[\w.-]*|^data:", re.I)
DESCRIPTION_SUFFIX = re.compile(r"(?:\s+-\s+[\w ]{2,30}){1,2}$")
PAGE_IN_ADDRESS = re.compile(r"[?&]page=(\d{1,3})\b")
NUMBER = re.compile(r"\b\d{1,3}\b")


class RuleStats(Protocol):
    """Where a loader counts its rules: a Scrapy stats collector will do."""

    def inc_value(self, key: str, count: int = 1) -> None: ...


def hash_sign(tag: str) -> str:
    """A tag without its "#".

    >>> hash_sign("# Vivo V60")
    'Vivo V60'
    """
    return tag.lstrip("#").strip()


def split_credit(caption: str) -> tuple[str | None, str | None]:
    """A printed caption as caption and credit.

    >>> split_credit("Presiden di Istana. (Foto: Reuters)"), split_credit("Ilustrasi/Foto: Istimewa")
    (('Presiden di Istana.', 'Reuters'), ('Ilustrasi', 'Istimewa'))
    >>> split_credit("Wisata ke Bali.")
    ('Wisata ke Bali.', None)
    """
    match = CREDIT.match(caption)
    if not match:
        return caption or None, None
    return match["caption"].strip(" (/-–") or None, match["credit"].strip(" .)") or None


class ArticleLoader(ItemLoader):
    """Reads one page of one article.

    `stats` counts each rule as `tried/FIELD/SOURCE/RULE` and, where it gave something, `parser/FIELD/SOURCE/RULE`.
    """

    default_item_class = Article
    default_input_processor = MapCompose(flatten)
    default_output_processor = TakeFirst()

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
    authors_json: Rules = ("[article.author][][].name", "article.author")
    authors_meta: Rules = ()
    editors_css: Rules = ()
    section_css: Rules = ".breadcrumb a"
    section_json: Rules = "breadcrumb.itemListElement[].[item.name, name][] | [?@]"
    section_meta: Rules = ("article:section", "article:section2")
    tags_css: Rules = ()
    tags_meta: Rules = ()
    summary_json: Rules = "article.description"
    summary_meta: Rules = ("og:description", "description")
    body_css: Rules = "[itemprop=articleBody]"
    images_css: Rules = ()
    images_meta: Rules = "og:image"
    caption_css: Rules = ()
    pager_css: Rules = ()
    body_drop: tuple[str, ...] = ()
    site_name: str = r"(?!)"  # what the site writes behind a headline, as a pattern
    zone: str = "Asia/Jakarta"
    language: str = "id"
    # A field whose structured data is better than what is printed.
    json_first: ClassVar[frozenset[str]] = frozenset({"section"})

    authors_in = MapCompose(flatten)
    editors_in = MapCompose(flatten, people)
    editors_out = Compose(unique)
    section_in = MapCompose(flatten, lambda name: None if HOME.fullmatch(name) else name)
    section_out = Compose(unique)
    tags_in = MapCompose(flatten, hash_sign)
    tags_out = Compose(unique)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """A misspelt rule would be silently ignored by itemloaders: fail at import."""
        super().__init_subclass__(**kwargs)
        for name in vars(cls):
            if not name.startswith("_") and not hasattr(ArticleLoader, name):
                known = sorted(n for n in vars(ArticleLoader) if RULE_NAME.match(n))
                raise TypeError(f"{cls.__name__}.{name} is read by nothing; rules are {', '.join(known)}")

    def __init__(self, page: Page, *, stats: RuleStats | None = None) -> None:
        super().__init__(stats=stats)
        self.page = page
        self.visible: set[str] = set()  # fields that were found on the page, not in its metadata
        self.cleaned = Cleaned()
        self.pictures: list[Picture] = []
        self.containers: list[etree._Element] = []  # of the body
        self.silent_blocks = 0  # those of them that gave no text

    # -- rules ---------------------------------------------------------------------------------------

    def rules(self, field: str, source: str) -> tuple[str, ...]:
        """The portal's rules for a field and source, in order."""
        found = getattr(self, f"{field}_{source}", ())
        return (found,) if isinstance(found, str) else found

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
                    self.add_value(field, values)
                    if self.get_collected_values(field) and (field, source) != ("section", "meta"):
                        break
            if self.get_collected_values(field):
                self.visible |= {field} if source == "css" else set()
                return

    # -- fields --------------------------------------------------------------------------------------

    def read(self, fetched_at: datetime | None = None) -> Article:
        """The article on this page. `fetched_at` is "now" for relative dates.

        Raises NotAnArticle: no title.
        """
        for field in ("title", "summary", "section", "tags", "editors"):
            self.fill(field)
        self._read_body()
        article: Article = self.load_item()
        if not article.title:
            raise NotAnArticle("no title")
        article.title = self._headline(article.title)
        article.section = [name for name in article.section if name != article.title]
        article.summary = self._summary(article.summary)
        self._read_people(article)
        self._read_dates(article, fetched_at)
        article.images = self._images()
        captions = {clean(i.caption or "") for i in article.images[:1]} | {article.title}
        paragraphs = self.cleaned.paragraphs
        while paragraphs and paragraphs[0] in captions:
            paragraphs = paragraphs[1:]
        article.text = "\n\n".join(paragraphs)
        article.language = self.language
        article.paywalled = "false" in (v.lower() for v in self.page.find("article.isAccessibleForFree"))
        article.fetched_at = fetched_at
        return article

    def _headline(self, title: str) -> str:
        """A headline from a meta element carries the site's name behind it; the visible one does not."""
        if "title" in self.visible:
            return title
        title = re.sub(rf"\s+[:|–-]\s+(?:{self.site_name})(?:\.com)?(?:\s[\w .]{{2,30}})?$", "", title, flags=re.I)
        return re.sub(r"\s+- PAGE (?:\d+|ALL)$", "", title)

    def _summary(self, summary: str | None) -> str | None:
        if not summary:
            return None
        summary = clean(re.sub(r"\bnbsp;?(?=\s|$)", " ", summary))
        return DESCRIPTION_SUFFIX.sub("", summary) if not summary.endswith((".", "!", "?")) else summary

    def _read_body(self) -> None:
        containers = [e for e in self.first("body", "css") if isinstance(e, etree._Element)]
        outermost = [e for e in containers if not any(a in containers for a in e.iterancestors())]
        self.containers = outermost
        dropped = {e for css in self.body_drop for e in self.page.select(css) if isinstance(e, etree._Element)}
        paragraphs = []
        for container in outermost:
            body = read_body(container, dropped)
            self.silent_blocks += not body.paragraphs
            paragraphs.extend(body.paragraphs)
            self.pictures.extend(body.pictures)
        self.cleaned = strip(paragraphs)

    def _read_people(self, article: Article) -> None:
        for source in SOURCES:
            for rule in self.rules("authors", source):
                byline = read_byline(self.get_value(self.tried("authors", source, rule), self.authors_in))
                article.agency = article.agency or byline.agency
                article.authors = article.authors or byline.authors
            if article.authors or article.agency:
                break
        article.authors = article.authors or unique(self.cleaned.authors)
        article.agency = article.agency or self.cleaned.agency
        article.editors = unique([*article.editors, *self.cleaned.editors])

    def _read_dates(self, article: Article, now: datetime | None) -> None:
        def stamps(field: str, *sources: str) -> list[Timestamp]:
            values = [flatten(v) for source in sources for v in self.every(field, source)]
            read = (read_timestamp(v, now=now, zone=self.zone) for v in values)
            return [s for s in read if s is not None and s.precision in ("second", "minute", "day")]

        printed_values = [flatten(v) for v in self.first("published_at", "css")]
        printed = [read_timestamp(v, now=now, zone=self.zone) for v in printed_values]
        published = choose([s for s in printed if s], stamps("published_at", "json", "meta"))
        if published is None or published.precision not in ("second", "minute", "day"):
            return
        article.published_at = published.value
        article.published_precision = published.precision
        later = [
            s.value
            for s in stamps("updated_at", "json", "meta", "css")
            if s.value > published.value + SLACK[published.precision]
        ]
        article.updated_at = later[0] if later else None

    def _images(self) -> list[Image]:
        lead = [e for e in self.first("images", "css") if isinstance(e, etree._Element)]
        caption = next((flatten(v) for v in self.first("caption", "css")), "")
        images: list[Image] = []
        for element in lead[:1]:
            self._add_image(images, _source(element), caption)
        if not images:
            for address in self.first("images", "meta")[:1]:
                self._add_image(images, address, caption)
        for picture in self.pictures:
            self._add_image(images, _source(picture.element), picture.caption)
        bare = [image for image in images[1:] or images if not image.caption]
        for image, line in zip(bare, self.cleaned.captions, strict=False):
            image.caption, image.credit = split_credit(line)
        return images

    def _add_image(self, images: list[Image], address: str, caption: str) -> None:
        try:
            url = urljoin(self.page.url, address.strip())
        except ValueError:
            return
        if not address.strip() or BAD_PICTURE.search(url) or not is_address(url):
            return
        url = re.sub(r"^http:", "https:", url)
        if url not in (i.url for i in images):
            images.append(Image(url, *split_credit(clean(caption))))

    # -- pages ---------------------------------------------------------------------------------------

    def page_count(self) -> int:
        """How many pages the portal split the article into, as far as this page tells; at least 1."""
        counts = [1]
        for element in self.first("pager", "css"):
            counts.extend(int(n) for n in NUMBER.findall(flatten(element)))
            href = element if isinstance(element, str) else element.get("href", "")
            counts.extend(int(n) for n in PAGE_IN_ADDRESS.findall(href))
        for link in self.page.root.iter("link"):
            if link.get("rel", "").lower() == "next":
                counts.extend(int(n) for n in PAGE_IN_ADDRESS.findall(link.get("href", "")))
        return min(max(counts), 50)


# How far a change must lie behind a stamp of this precision to be one.
SLACK = {
    "second": timedelta(0),
    "minute": timedelta(minutes=1) - timedelta(seconds=1),
    "day": timedelta(days=1),
}


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
        for stamp in exact:
            if stamp.value.replace(second=0, microsecond=0) == line.value:
                return Timestamp(stamp.value.astimezone(line.value.tzinfo), stamp.precision)
    return line


def _source(element: etree._Element) -> str:
    """The address of a picture: lazy loaders keep it beside a placeholder `src`."""
    for name in ("data-original", "data-src", "data-lazy-src", "src"):
        if (address := element.get(name, "").strip()) and not address.startswith("data:"):
            return address
    return ""
