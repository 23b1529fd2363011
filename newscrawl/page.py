"""A fetched page: its tree, its metas and its structured data, parsed once."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

import jmespath
from lxml import etree
from parsel.csstranslator import HTMLTranslator, css2xpath
from w3lib.encoding import html_to_unicode

from newscrawl.text import clean

MAX_BYTES = 16 * 1024 * 1024
# Control bytes that no text has; a page with several of them in its first KiB is an image or an archive.
BINARY = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
ARTICLE_TYPES = re.compile(r"(?:\w*NewsArticle|Article|LiveBlogPosting|BlogPosting|Report|Reportage)$", re.I)
ORGANIZATION = re.compile(r"\w*Organization|Corporation")
# The parser gives up 2,048 levels deep; such a page opens one tag over and over.
REPEATED_TAG = re.compile(rb"(<[a-z][^<>]*>)(?:\s*\1){20,}", re.I)
# A selector's first class or id: "div.title h1" begins its search at the elements of class "title".
ANCHOR = re.compile(r"[a-z0-9]*([.#][\w-]+)|(h1|time|meta|article)\b")
ANCHOR_TAGS = frozenset({"h1", "time", "meta", "article"})
# Commas between selectors, not those inside brackets.
ALTERNATIVE = re.compile(r",(?![^(\[]*[)\]])")

# dataLayer = [{ · window.dataLayer.push({
DATA_LAYER = re.compile(r"\bdataLayer\s*(?:=\s*\[|\.push\s*\()\s*(?=\{)")
JS_TOKEN = re.compile(
    r"\"(?:[^\"\\]|\\.)*\"|'(?P<quoted>(?:[^'\\\n]|\\.|'(?!\s*[,:\]}]))*)'|(?P<key>[A-Za-z_$][\w$]*)(?=\s*:)"
    r"|(?P<word>[A-Za-z_$][\w$.]*)|,(?=\s*[\]}])|//[^\n]*"
)

SCHEMA = re.compile(r"^(?:schema:|https?://schema\.org/)")
# "window.kly = {", "window.kmklabs.article = {", "var payload = [": data that scripts leave on the page
ASSIGNED = re.compile(r"(?:\bwindow\.|\b(?:var|let|const)\s+)([\w$]+(?:\.[\w$]+)?)\s*=\s*(?=[{\[])")

# Bytes that are no UTF-8, as `surrogateescape` shows them: the first of a quotation mark, "\xc2" of a space, an emoji's
STUMP = re.compile("\udce2[\udc80\udc84]|[\udcc2\udcc3]|\udcf0[\udc90-\udcbf]+")
CP1252 = {0xDC00 + byte: bytes([byte]).decode("windows-1252", "replace") for byte in range(0x80, 0x100)}

# A copy in a web archive carries the address of the original behind its own.
WEB_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/[^/]+/(?=https?:)")


class NotAnArticle(ValueError):
    """The page has no article to read. `reason` is one of a few words, `detail` says more.

    Reasons: unknown portal, listing, empty page, not HTML, too large, no title, no text, gallery without text,
    video without text, another page, too deep, robot check, provider block, removed; in a crawl also redirected away.
    """

    def __init__(self, reason: str, detail: str | None = None) -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


def _each_part(body: bytes) -> str:
    """UTF-8 where the bytes are that, else an editor's windows-1252; the stump of a character of UTF-8 is lost."""
    return STUMP.sub("\ufffd", body.decode("utf-8", "surrogateescape")).translate(CP1252)


def is_address(text: str) -> bool:
    """True for text that can be taken apart as an address."""
    try:
        return bool(urlsplit(text).hostname)
    except ValueError:
        return False


def first_address(candidates: Iterable[str]) -> str | None:
    """The first that is a web address, a web archive's part in front of it removed."""
    for candidate in candidates:
        address = WEB_ARCHIVE.sub("", candidate.strip())
        if address.startswith("http") and is_address(address):
            return address
    return None


@cache
def _xpath(css: str) -> etree.XPath:
    return etree.XPath(css2xpath(css))


@cache
def _anchored(css: str) -> list[tuple[str, etree.XPath]]:
    """For each alternative the class, id or rare tag it begins with, and its path from there; [] where one has none."""
    found = []
    for alternative in map(str.strip, ALTERNATIVE.split(css)):
        anchor = ANCHOR.match(alternative)
        if not anchor:
            return []
        path = etree.XPath(HTMLTranslator().css_to_xpath(alternative, prefix="self::"))
        found.append((anchor[1] or anchor[2], path))
    return found


@cache
def _jmespath(path: str) -> Any:
    return jmespath.compile(path)


class Page:
    """An HTML page and what can be asked of it.

    `body` is what the server sent, `content_type` its header. Raises NotAnArticle for what is no HTML.
    """

    def __init__(self, body: bytes, url: str, content_type: str | None = None) -> None:
        if len(body) > MAX_BYTES:
            raise NotAnArticle("too large", f"{len(body)} bytes, at most {MAX_BYTES}")
        if not body.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
            raise NotAnArticle("empty page")
        if len(BINARY.findall(body[:1024])) > 8 or b"<" not in body:
            raise NotAnArticle("not HTML")
        self.url = url
        self.source = self._utf8(body, content_type)
        root, deep = self._parse(self.source)
        if deep:  # the same tag opened thousands of times: once will do
            root, deep = self._parse(REPEATED_TAG.sub(rb"\1", self.source))
        if root is None:
            raise NotAnArticle("not HTML")
        if deep:
            raise NotAnArticle("too deep", "elements nested so deeply that the parser gave up")
        self.root: etree._Element = root

    @staticmethod
    def _parse(source: bytes) -> tuple[etree._Element | None, bool]:
        parser = etree.HTMLParser(encoding="utf-8", recover=True, huge_tree=True)
        root = etree.fromstring(source, parser)
        return root, any(e.message.startswith("Excessive depth") for e in parser.error_log)

    @staticmethod
    def _utf8(body: bytes, content_type: str | None) -> bytes:
        """The body as UTF-8: valid UTF-8 is UTF-8 whatever charset the page declares, also of a part of the page."""
        if not body.startswith((b"\xff\xfe", b"\xfe\xff")):
            body = body.replace(b"\x00", b"")
        try:
            body.decode("utf-8")
        except UnicodeDecodeError:
            text = body.decode("utf-8", "replace")
            if text.count("\ufffd") > sum(c > "\x7f" for c in text) / 2:
                encoding, text = html_to_unicode(content_type, body)
                if codecs.lookup(encoding).name in ("utf-8", "cp1252"):  # the bytes say which, each part for itself
                    text = _each_part(body)
            else:
                text = _each_part(body)
            body = text.replace("\x00", "").encode("utf-8", "replace")
        return body

    def select(self, css: str) -> list[etree._Element | str]:
        """Elements, or strings for `::attr(x)` and `::text`, in document order."""
        anchored = [(path, found) for name, path in _anchored(css) if (found := self.named.get(name))]
        if not anchored and _anchored(css):
            return []
        if len(anchored) == 1:
            path, elements = anchored[0]
            known = set(elements) if len(elements) > 1 else set()
            if not any(above in known for e in elements for above in e.iterancestors()):
                return [value for e in elements for value in path(e)]  # type: ignore[union-attr,misc]
        # Nested ones would be given twice, several alternatives out of order.
        return _xpath(css)(self.root)  # type: ignore[return-value]

    @cached_property
    def named(self) -> dict[str, list[etree._Element]]:
        """Elements by ".class", "#id" and tag, in document order: one walk in place of one for each selector."""
        found: dict[str, list[etree._Element]] = {}
        for element in self.root.iter("*"):
            if element.tag in ANCHOR_TAGS:
                found.setdefault(element.tag, []).append(element)
            if classes := element.get("class"):
                for name in classes.split():
                    found.setdefault("." + name, []).append(element)
            if own_id := element.get("id"):
                found.setdefault("#" + own_id, []).append(element)
        return found

    @cached_property
    def metas(self) -> dict[str, list[str]]:
        """Contents of meta elements by name, property or itemprop, in lower case."""
        found: dict[str, list[str]] = {}
        for meta in self.root.iter("meta"):
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
        for element in self.root.iter("base"):
            if href := (element.get("href") or "").strip():
                try:
                    address = urljoin(self.url, href)
                    known = is_address(address) and urlsplit(address).scheme in ("http", "https")
                except ValueError:
                    known = False
                return address if known else self.url
        return self.url

    @cached_property
    def canonical(self) -> str | None:
        """The address the page gives itself: rel=canonical, else og:url; else what its structured data says."""
        links = (link for link in self.root.iter("link") if link.get("rel", "").lower() == "canonical")
        return (
            first_address(link.get("href", "") for link in links)
            or first_address(self.metas.get("og:url", []))
            or first_address(self.find('article.[mainEntityOfPage."@id", url][]'))
        )

    @cached_property
    def data(self) -> dict[str, Any]:
        """The page's structured data, for `<field>_json` rules.

        Of its JSON-LD `article`, `page`, `breadcrumb` (the first of each, else {}) and `all` objects; `next`, the
        pageProps of a Next.js page; `layer`, what it pushes to window.dataLayer, as one object; `state`, what else
        its scripts assign to global names.
        """
        objects: list[dict[str, Any]] = []
        for script in self.root.iter("script"):
            if "ld+json" in script.get("type", "") and script.text:
                _collect(_loads(script.text), objects)
        kinds: dict[str, Any] = {"article": {}, "page": {}, "breadcrumb": {}, "all": objects}
        articles: list[dict[str, Any]] = []
        for item in objects:
            for name in _types(item):
                key = {"WebPage": "page", "BreadcrumbList": "breadcrumb"}.get(name)
                if key and not kinds[key]:
                    kinds[key] = item
                if ARTICLE_TYPES.match(name) and item not in articles[-1:]:
                    articles.append(item)
        own = self._own(articles)
        kinds["article"] = {**own, "author": _people_of(own["author"])} if "author" in own else own
        return Lazily(kinds, next=self._next_props, layer=self._data_layer, state=self._state)

    def _own(self, articles: list[dict[str, Any]]) -> dict[str, Any]:
        """Of the articles in the structured data the one this page is about: by its address, else by its headline.

        The first where none tells; none where all are plainly others, with an address and a headline of their own.
        """
        likeness = [(article, *self._likeness(article)) for article in articles]
        sure = next((article for article, alike, at_home, _ in likeness if at_home or alike > 0.6), None)
        if sure is not None:
            return sure
        others = [(alike, article) for article, alike, _, foreign in likeness if not foreign]
        return max(others, key=lambda pair: pair[0], default=(0, {}))[1]

    def is_of_another(self, article: dict[str, Any]) -> bool:
        """True for an article in the structured data that is plainly not this page's."""
        alike, at_home, foreign = self._likeness(article)
        return foreign and not at_home and alike <= 0.6

    def _likeness(self, article: dict[str, Any]) -> tuple[float, bool, bool]:
        """How much its headline is the page's, whether its address is, and whether neither can be."""
        addresses = {_place(url) for url in (self.url, self.metas.get("og:url", [""])[0])}
        addresses |= {_place(e.get("href", "")) for e in self.root.iter("link") if e.get("rel") == "canonical"}
        titles = [*self.metas.get("og:title", []), *(str(e.xpath("string()")) for e in self.root.iter("title", "h1"))]
        said = [words for title in titles if len(words := _words(title)) > 2]
        stated = _jmespath('[mainEntityOfPage."@id", mainEntityOfPage, url]').search(article)
        own = [_place(value) for value in _leaves(stated)]
        headline = clean(str(article.get("headline") or article.get("name") or ""))
        words = _words(headline)
        alike = max((len(words & title) / len(words | title) for title in said), default=0.0)
        begun = headline.rstrip(".… ").casefold()
        if (
            len(begun) < len(headline)
            and len(begun) > 10
            and any(clean(t).casefold().startswith(begun) for t in titles)
        ):
            alike = 1.0  # "Warga Sora Panen Kopi Leb..."
        foreign = bool(words and said) and (alike < 0.2 if any(own) else alike < 0.1 and len(words) > 3)
        return alike, not addresses.isdisjoint(filter(None, own)), foreign

    def _next_props(self) -> Any:
        """What the page's own program was given: `{"props": {"pageProps": {...}}}` of #__NEXT_DATA__."""
        scripts = [e.text for e in self.named.get("#__NEXT_DATA__", []) if e.text]
        return jmespath.search("props.pageProps", _loads(scripts[0])) or {} if scripts else {}

    def _data_layer(self) -> dict[str, Any]:
        """The objects given to window.dataLayer, joined; of two values the first that says something counts."""
        layer: dict[str, Any] = {}
        for script in self.root.iter("script"):
            for found in DATA_LAYER.finditer(script.text or ""):
                for key, value in _literal(found.string, found.end()).items():
                    if not layer.get(key):
                        layer[key] = value
        return layer

    def _state(self) -> dict[str, Any]:
        """What scripts assign to global names as JSON; `window.a.b = {...}` is b within a."""
        found: dict[str, Any] = {}
        decoder = json.JSONDecoder(strict=False)
        for script in self.root.iter("script"):
            for match in ASSIGNED.finditer(script.text or ""):
                try:
                    value, _ = decoder.raw_decode(match.string, match.end())
                except (ValueError, RecursionError):
                    continue
                owner, _, name = match[1].partition(".")
                if not name:
                    found.setdefault(owner, value)
                elif isinstance(found.setdefault(owner, {}), dict):
                    found[owner].setdefault(name, value)
        return found

    def find(self, path: str) -> list[str]:
        """Strings and numbers at a JMESPath of `data`, flattened.

        >>> page = Page(b'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A",}</script>', "")
        >>> page.find("article.headline")
        ['A']
        """
        return [str(v) for v in _leaves(_jmespath(path).search(self.data))]


class Lazily(dict[str, Any]):
    """A dictionary some of whose values are functions, called when they are first asked for."""

    def get(self, key: str, default: Any = None) -> Any:
        value = super().get(key, default)
        if callable(value):
            value = self[key] = value()
        return value


def _literal(text: str, start: int) -> dict[str, Any]:
    r"""The JavaScript object that begins at `text[start]`, or {} if it is more than data.

    >>> _literal("push({judul: 'Jum\\'at', \"n\": 2, ada: x.y,});", 5)
    {'judul': "Jum'at", 'n': 2, 'ada': None}
    """
    try:
        found, _ = json.JSONDecoder(strict=False).raw_decode(JS_TOKEN.sub(_json_token, text[start : start + 50_000]))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _json_token(token: re.Match[str]) -> str:
    """A string, key, name or last comma of JavaScript as JSON writes it."""
    if token["quoted"] is not None:
        return json.dumps(re.sub(r"\\(.)", r"\1", token["quoted"]))
    if token["key"]:
        return f'"{token["key"]}"'
    if token["word"]:
        return token["word"] if token["word"] in ("true", "false", "null") else "null"
    return "" if token[0].startswith((",", "//")) else token[0]


def _loads(text: str) -> Any:
    """JSON as sites write it: raw newlines, stray semicolons and missing commas are mended; else null."""
    text = text.strip().rstrip(";").strip()
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    if len(text) > 200_000:
        return None
    import json_repair  # only for broken data: its import is slow

    try:
        return json_repair.loads(text)
    except (ValueError, RecursionError, IndexError):
        return None


def _collect(value: Any, objects: list[dict[str, Any]]) -> None:
    """Objects of a JSON-LD document, `@graph` and lists opened."""
    if isinstance(value, list):
        for item in value:
            _collect(item, objects)
    elif isinstance(value, dict):
        value = {SCHEMA.sub("", key): inner for key, inner in value.items()}
        if "@type" not in value and isinstance(value.get("type"), str):
            value["@type"] = value["type"]
        objects.append(value)
        for key in ("@graph", "mainEntity"):
            _collect(value.get(key), objects)


def _people_of(author: Any) -> Any:
    """The author of a piece of structured data without those that are houses."""
    several = author if isinstance(author, list) else [author]
    people = [a for a in several if not (isinstance(a, dict) and any(map(ORGANIZATION.fullmatch, _types(a))))]
    return people if isinstance(author, list) else next(iter(people), None)


def _types(item: dict[str, Any]) -> list[str]:
    """The types of an object without the address they may be written with: "http://schema.org/NewsArticle"."""
    kind = item.get("@type")
    return [re.split("[/#:]", k)[-1] for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str)]


def _place(address: object) -> str:
    """What of an address is the same in all its variants, the last step of its path; empty for a front page."""
    return (
        re.split(r"[?#]", str(address))[0].rstrip("/").rpartition("/")[2].removesuffix(".html")
        if "/" in str(address).partition("://")[2].rstrip("/")
        else ""
    )


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", title.casefold()))


def _leaves(value: Any) -> list[str | int | float]:
    if isinstance(value, bool):
        return [str(value).lower()]
    if isinstance(value, str | int | float):
        return [value]
    if isinstance(value, list):
        return [leaf for item in value for leaf in _leaves(item)]
    return []
