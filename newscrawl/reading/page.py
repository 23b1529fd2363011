"""A fetched page: its tree, its metas and its structured data, parsed once."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import etree

from newscrawl.reading.document.addresses import LONGEST_ADDRESS, first_address, is_address, original
from newscrawl.reading.document.index import Index
from newscrawl.reading.document.scripts import Scripts, State
from newscrawl.reading.document.selectors import check_selector, select
from newscrawl.reading.document.structured import (
    LONGEST_TITLES,
    Marks,
    by_kind,
    leaves,
    people_of,
    pointed_at,
    types_of,
)
from newscrawl.reading.document.tree import (
    MAX_BYTES,
    MAX_LISTED_NODES,
    MAX_NODES,
    NotAnArticle,
    check,
    reveal,
    to_utf8,
    tree,
)
from newscrawl.reading.paths import compiled
from newscrawl.reading.text import clean, flatten, short_line

# All that those need who ask a page.
__all__ = [
    "LONGEST_ADDRESS",
    "MAX_BYTES",
    "MAX_LISTED_NODES",
    "NotAnArticle",
    "Page",
    "check_selector",
    "is_address",
    "original",
    "tree",
    "types_of",
]

MOST_TITLES = 20  # in one page
STRING = etree.XPath("string()", smart_strings=False)
HIDDEN_MAIL = "__cf_email__"  # the class of addresses that a CDN hides
MOST_LINKS, LONGEST_LINK = 2_000, 30  # of a page, and characters of a name


class Page:
    """An HTML page and what can be asked of it.

    `body` is what the server sent, `content_type` its header, `most` is how many nodes it may have, `comments`
    whether its comments are kept. Raises NotAnArticle for what is no HTML.
    """

    def __init__(
        self,
        body: bytes,
        url: str,
        content_type: str | None = None,
        *,
        most: int = MAX_NODES,
        comments: bool = False,
    ) -> None:
        check(body)
        self.url = url
        self.headline: list[etree._Element | None] | None = None  # by the page's shape, once it was asked for
        self.source = to_utf8(body, content_type)
        self.root = tree(self.source, most, comments=comments)
        reveal(self.index.of_class(HIDDEN_MAIL))

    def select(self, css: str) -> list[etree._Element | str]:
        """Elements, or strings for `::attr(x)` and `::text`, in document order."""
        return select(self.index, css)

    @cached_property
    def index(self) -> Index:
        """The page's elements by tag, class, id and attribute, in document order."""
        return Index(self.root)

    @cached_property
    def menus(self) -> dict[etree._Element, bool]:
        """Elements that were asked about, each with whether it stands in a menu; filled by who asks."""
        return {}

    @cached_property
    def links(self) -> dict[etree._Element, str]:
        """The first links with what each says, "" for more than a name."""
        return {link: short_line(link, LONGEST_LINK) for link in self.index.tagged("a")[:MOST_LINKS]}

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        """Contents of meta elements by name, property or itemprop, in lower case."""
        found: dict[str, list[str]] = {}
        for meta in self.index.tagged("meta"):
            name = meta.get("property") or meta.get("name") or meta.get("itemprop")
            if name and (content := meta.get("content")):
                found.setdefault(name.strip().lower(), []).append(content)
        return found

    @cached_property
    def base(self) -> str:
        """The address that relative links are joined to: the first `<base href>`, else the page's own.

        >>> Page(b"<base href='/arsip/'><a href='1'>", "https://a.com/indeks?p=2").base
        'https://a.com/arsip/'
        """
        for element in self.index.tagged("base"):
            if href := (element.get("href") or "").strip():
                try:
                    address = urljoin(self.url, href)
                    known = is_address(address) and urlsplit(address).scheme in ("http", "https")
                except ValueError:
                    known = False
                return address if known else self.url
        return self.url

    @cached_property
    def own_title(self) -> str:
        """What the page calls itself in its metas and title elements, as far as a title may be long."""
        metas = clean(" ".join(self.metas.get("og:title", []))[:LONGEST_TITLES])
        titles = (flatten(e) for e in islice(self.index.tagged("title"), MOST_TITLES))
        return f"{metas} {' '.join(titles)}"[: 2 * LONGEST_TITLES]

    @cached_property
    def canonical(self) -> str | None:
        """The address the page gives itself: rel=canonical, else og:url; else what its structured data says."""
        links = (link for link in self.index.tagged("link") if link.get("rel", "").lower() == "canonical")
        return (
            first_address(link.get("href", "") for link in links)
            or first_address(self.metas.get("og:url", []))
            or first_address(self.find('article.[mainEntityOfPage."@id", url][]'))
        )

    @cached_property
    def data(self) -> dict[str, Any]:
        """The page's structured data, for `<field>_json` rules.

        Of its JSON-LD `article`, `page`, `breadcrumb` (its own of each, else {}) and `all` objects; `next`, the
        pageProps of a Next.js page; `layer`, what it pushes to window.dataLayer, as one object; `state`, what else
        its scripts assign to global names.
        """
        scripts = Scripts(self.index.tagged("script"))
        kinds, articles, trails = by_kind(scripts.json_ld())
        kinds["breadcrumb"] = self._marks.trail(trails) if trails else {}
        own = self._marks.own(articles) if articles else {}
        people = {key: pointed_at(own[key], kinds["all"]) for key in ("author", "editor") if key in own}
        if "author" in people:
            people["author"] = people_of(people["author"])
        kinds["article"] = {**own, **people}
        next_data = [e for e in self.index.tagged("script") if e.get("id") == "__NEXT_DATA__"]
        return Lazily(
            kinds, next=lambda: scripts.next_props(next_data), layer=scripts.data_layer, state=lambda: State(scripts)
        )

    @cached_property
    def is_live(self) -> bool:
        """True for a live report, as its structured data says."""
        reports = (i for i in self.data["all"] if any("LiveBlogPosting" in kind for kind in types_of(i)))
        return any(not self.is_of_another(report) for report in reports)

    def is_of_another(self, article: dict[str, Any]) -> bool:
        """True for an article in the structured data that is plainly not this page's."""
        return self._marks.is_of_another(article)

    @cached_property
    def _marks(self) -> Marks:
        """What tells this page's article from others."""
        links = (e for e in self.index.tagged("link") if e.get("rel") == "canonical")
        canonical = (e.get("href", "") for e in islice(links, MOST_TITLES))
        elements = [e for tag in ("title", "h1") for e in self.index.tagged(tag)[:MOST_TITLES]]
        titles = [*self.metas.get("og:title", [])[:MOST_TITLES], *(str(STRING(e)) for e in elements)]
        return Marks([self.url, self.metas.get("og:url", [""])[0], *canonical], titles)

    def find(self, path: str) -> list[str]:
        """Strings and numbers at a JMESPath of `data`, flattened.

        >>> page = Page(b'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A",}</script>', "")
        >>> page.find("article.headline")
        ['A']
        """
        return list(leaves(compiled(path).search(self.data)))


class Lazily(dict[str, Any]):
    """A dictionary some of whose values are functions, called when they are first asked for."""

    def get(self, key: str, default: Any = None) -> Any:
        value = super().get(key, default)
        if callable(value):
            value = self[key] = value()
        return value
