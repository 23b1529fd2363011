"""A fetched page: its tree, its metas and its structured data, parsed once."""

from __future__ import annotations

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import urljoin, urlsplit

import jmespath
from cssselect import parse
from cssselect.parser import Class, CombinedSelector, Element, Hash
from lxml import etree
from parsel.csstranslator import HTMLTranslator, css2xpath
from w3lib.encoding import html_to_unicode

from newscrawl.reading.paths import compiled
from newscrawl.reading.text import clean, flatten

MAX_BYTES = 16 * 1024 * 1024
# Control bytes that no text has; a page with several of them in its first KiB is an image or an archive.
BINARY = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
ARTICLE_TYPES = re.compile(r"(?:\w*NewsArticle|Article|LiveBlogPosting|BlogPosting|Report|Reportage)$", re.I)
ORGANIZATION = re.compile(r"\w*Organization|Corporation")
# Elements, texts and comments; eight times what the largest pages of portals have.
MAX_NODES = 40_000
# Of a list that shows a hundred thousand articles; nothing of an article is looked for in it.
MAX_LISTED_NODES = 1_000_000
# The parser gives up 2,048 levels deep; such a page opens one tag over and over.
REPEATED_TAG = re.compile(rb"(<[a-z][^<>]*>)(?:\s*\1){20,}", re.I)
# The parser compares each attribute of a tag with all before it, and each closing tag with all that are open.
ATTRIBUTE = rb"(?:[\s/]*+[^\s/>=]++(?:\s*+=\s*+(?>\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?+)"
MANY_ATTRIBUTES = re.compile(rb"<[a-z][^\s/>]*+" + ATTRIBUTE + rb"{150}+", re.I)
SUPERFLUOUS_ATTRIBUTES = re.compile(
    rb"(" + MANY_ATTRIBUTES.pattern + rb")" + ATTRIBUTE + rb"*+|(<(?:script|style)\b.*?(?:</|\Z)|<!--.*?(?:-->|\Z))",
    re.I | re.S,
)
MAX_CLOSING_TAGS = 20_000  # of those that close nothing
TAG = re.compile(rb"<(/?)([a-z][^\s/>]*)", re.I)
# A selector begins its search at the elements of its first class or id, or of one of these tags.
ANCHOR_TAGS = frozenset({"h1", "time", "meta", "article"})
LONGEST_ADDRESS = 4_000  # characters; browsers and servers take fewer

NODES = etree.XPath("count(//node())")
SURROGATE = re.compile("[\ud800-\udfff]")

# dataLayer = [{ · window.dataLayer.push({
DATA_LAYER = re.compile(r"\bdataLayer\s*(?:=\s*\[|\.push\s*\()\s*(?=\{)")
# A quote ends a string if what follows can: in "Ia bilang "ya" lalu pergi" the inner ones do not.
STRING_END = (
    r"\s*+(?:[:\]}]|\Z|\"[^\"\n]{0,200}\"\s*+[:,\]}]"
    r"|,\s*+(?:[\"'{\[\]};0-9-]|true|false|null|[A-Za-z_$][\w$]*+\s*+:|\Z|/[/*]))"
)
JS_TOKEN = re.compile(
    rf"\"(?P<string>(?:[^\"\\]++|\\.|\"(?!{STRING_END}))*+)(?:\"|\\?\Z)"
    r"|'(?P<quoted>(?:[^'\\\n]++|\\.|'(?!\s*[,:\]}]))*+)(?:'|(?=\n)|\\?\Z)"
    r"|(?P<open>[{\[])|(?P<close>[}\]])|(?P<comma>,)|(?P<key>[A-Za-z_$][\w$]*+)(?=\s*:)|(?P<word>[A-Za-z_$][\w$.]*+)"
    r"|(?P<number>-?\.?[0-9][0-9.eE+-]*+)|(?P<space>[\s:]++|//[^\n]*+|/\*.*?(?:\*/|\Z))|(?P<other>.)",
    re.S,
)
ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)|(\")", re.S)
LONGEST_TITLES = 5_000  # characters
MOST_TITLES, MOST_ARTICLES = 20, 100  # in one page
MAX_DEPTH = 200  # of objects in objects
MAX_BROKEN = 200_000  # characters of data that is no JSON in one page
MAX_COUNTED = 300_000_000  # characters in front of what is no JSON, over all such places of a page

SCHEMA = re.compile(r"^(?:schema:|https?://schema\.org/)")
# "window.kly = {", "window.kmklabs.article = {", "var payload = [": data that scripts leave on the page
ASSIGNED = re.compile(r"(?:\bwindow\.|\b(?:var|let|const)\s+)([\w$]+(?:\.[\w$]+)?)\s*=\s*(?=[{\[])")

# Bytes that are no UTF-8, as `surrogateescape` shows them: the first of a quotation mark, "\xc2" of a space, an emoji's
STUMP = re.compile("\udce2[\udc80\udc84]|[\udcc2\udcc3]|\udcf0[\udc90-\udcbf]+")
CP1252 = {chr(0xDC00 + byte): bytes([byte]).decode("windows-1252", "replace") for byte in range(0x80, 0x100)}

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
    text = STUMP.sub("\ufffd", body.decode("utf-8", "surrogateescape"))
    for byte in CP1252.keys() & set(text):  # faster than a table of all of them
        text = text.replace(byte, CP1252[byte])
    return text


def is_address(text: str) -> bool:
    """True for text that can be taken apart as an address."""
    try:
        return len(text) <= LONGEST_ADDRESS and bool(urlsplit(text).hostname)
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


TRANSLATOR = HTMLTranslator()


class Alternative(NamedTuple):
    """One of a selector's alternatives: what it needs, where its search may begin, and its paths."""

    needs: frozenset[str]  # classes and ids that a page must have
    anchor: str | None  # the class, id or rare tag it begins with
    downwards: bool  # the path from there leads to nothing that stands beside it
    path: etree.XPath  # from the anchor
    whole: etree.XPath  # from the root


@cache
def _alternatives(css: str) -> list[Alternative]:
    found = []
    for alternative in parse(css):
        step = alternative.parsed_tree
        downwards = True
        needs: set[str] = set()
        while isinstance(step, CombinedSelector):
            downwards = downwards and step.combinator in (" ", ">")
            needs.update(_named(step.subselector))
            step = step.selector
        needs.update(_named(step))
        anchor = _anchor(step)
        path, whole = (
            etree.XPath(TRANSLATOR.selector_to_xpath(alternative, prefix=prefix, translate_pseudo_elements=True))
            for prefix in ("self::", "descendant-or-self::")
        )
        found.append(Alternative(frozenset(needs), anchor, downwards, path, whole))
    return found


def _named(step: Any) -> Iterator[str]:
    """The classes and ids that an element must have to be what one step of a selector means."""
    while not isinstance(step, Element):
        if isinstance(step, Class):
            yield "." + step.class_name
        if isinstance(step, Hash):
            yield "#" + step.id
        step = step.selector


def _anchor(step: Any) -> str | None:
    """A class, id or rare tag that an element must have for the first part of a selector."""
    for name in _named(step):
        return name
    while not isinstance(step, Element):
        step = step.selector
    tag = (step.element or "").lower()
    return tag if tag in ANCHOR_TAGS and not step.namespace else None


def check_selector(css: str) -> None:
    """Raise an exception for a selector that could not be used on a page."""
    Page(b"<p></p>", "").select(css)
    _xpath(css)(etree.HTML("<p></p>"))


class Page:
    """An HTML page and what can be asked of it.

    `body` is what the server sent, `content_type` its header, `most` is how many nodes it may have. Raises NotAnArticle
    for what is no HTML.
    """

    def __init__(self, body: bytes, url: str, content_type: str | None = None, *, most: int = MAX_NODES) -> None:
        if len(body) > MAX_BYTES:
            raise NotAnArticle("too large", f"{len(body)} bytes, at most {MAX_BYTES}")
        if not body.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
            raise NotAnArticle("empty page")
        if len(BINARY.findall(body[:1024])) > 8 or b"<" not in body:
            raise NotAnArticle("not HTML")
        self.url = url
        self.source = self._utf8(body, content_type)
        self.root = tree(self.source, most)
        self._broken = 0  # characters of data read so far that was no JSON

    @staticmethod
    def _utf8(body: bytes, content_type: str | None) -> bytes:
        """The body as UTF-8: valid UTF-8 is UTF-8 whatever charset the page declares, also of a part of the page."""
        if not body.startswith((b"\xff\xfe", b"\xfe\xff")):
            body = body.replace(b"\x00", b"")
        try:
            body.decode("utf-8")
        except UnicodeDecodeError:
            text = body.decode("utf-8", "replace")
            if text.count("\ufffd") > (len(text) - len(text.encode("ascii", "ignore"))) / 2:
                try:
                    encoding, text = html_to_unicode(content_type, body)
                except (LookupError, ValueError):  # "hex", "idna": no encodings of pages
                    encoding = "utf-8"
                if codecs.lookup(encoding).name in ("utf-8", "cp1252"):  # the bytes say which, each part for itself
                    text = _each_part(body)
            else:
                text = _each_part(body)
            body = text.replace("\x00", "").encode("utf-8", "replace")
        return body

    def select(self, css: str) -> list[etree._Element | str]:
        """Elements, or strings for `::attr(x)` and `::text`, in document order."""
        live = [alternative for alternative in _alternatives(css) if alternative.needs <= self.named.keys()]
        if not live:
            return []
        found = [values for alternative in live if (values := self._found(alternative))]
        if len(found) > 1:  # they have to be brought in order
            return _xpath(css)(self.root)  # type: ignore[return-value]
        return found[0] if found else []

    def _found(self, alternative: Alternative) -> list[etree._Element | str]:
        """What one alternative of a selector gives, in document order."""
        if alternative.anchor is not None:
            elements = self.named.get(alternative.anchor, [])
            if len(elements) < 2 or (alternative.downwards and not _are_nested(elements)):  # none is given twice
                return [value for e in elements for value in alternative.path(e)]  # type: ignore[union-attr,misc]
        return alternative.whole(self.root)  # type: ignore[return-value]

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
    def menus(self) -> dict[etree._Element, bool]:
        """Elements that were asked about, each with whether it stands in a menu; filled by who asks."""
        return {}

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
    def own_title(self) -> str:
        """What the page calls itself in its metas and title elements, as far as a title may be long."""
        metas = clean(" ".join(self.metas.get("og:title", []))[:LONGEST_TITLES])
        titles = (flatten(e) for e in islice(self.root.iter("title"), MOST_TITLES))
        return f"{metas} {' '.join(titles)}"[: 2 * LONGEST_TITLES]

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
                objects.extend(_collected(self._loads(script.text)))
        kinds: dict[str, Any] = {"article": {}, "page": {}, "breadcrumb": {}, "all": objects}
        articles: list[dict[str, Any]] = []
        for item in objects:
            for name in types_of(item):
                key = {"WebPage": "page", "BreadcrumbList": "breadcrumb"}.get(name)
                if key and not kinds[key]:
                    kinds[key] = item
                if ARTICLE_TYPES.match(name) and not (articles and articles[-1] is item):
                    articles.append(item)
        own = self._own(articles)
        kinds["article"] = {**own, "author": _people_of(own["author"])} if "author" in own else own
        return Lazily(kinds, next=self._next_props, layer=self._data_layer, state=self._state)

    def _own(self, articles: list[dict[str, Any]]) -> dict[str, Any]:
        """Of the articles in the structured data the one this page is about: by its address, else by its headline.

        The first where none tells; none where all are plainly others, with an address and a headline of their own.
        """
        likeness = [(article, *self._likeness(article)) for article in articles[:MOST_ARTICLES]]
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
        addresses, titles, said = self._marks
        stated = compiled('[mainEntityOfPage."@id", mainEntityOfPage, url]').search(article)
        own = [_place(value) for value in _leaves(stated)]
        headline = clean(next(_leaves(article.get("headline") or article.get("name")), "")[:LONGEST_TITLES])
        words = _words(headline)
        alike = max((len(words & title) / len(words | title) for title in said), default=0.0)
        begun = headline.rstrip(".… ").casefold()
        if 10 < len(begun) < len(headline) and any(title.startswith(begun) for title in titles):
            alike = 1.0  # "Warga Sora Panen Kopi Leb..."
        foreign = bool(words and said) and (alike < 0.2 if any(own) else alike < 0.1 and len(words) > 3)
        return alike, not addresses.isdisjoint(filter(None, own)), foreign

    @cached_property
    def _marks(self) -> tuple[set[str], list[str], list[frozenset[str]]]:
        """What tells this page's article from others: the last steps of its addresses, its titles, and their words."""
        addresses = {_place(url) for url in (self.url, self.metas.get("og:url", [""])[0])}
        links = (e for e in self.root.iter("link") if e.get("rel") == "canonical")
        addresses |= {_place(e.get("href", "")) for e in islice(links, MOST_TITLES)}
        elements = [e for tag in ("title", "h1") for e in islice(self.root.iter(tag), MOST_TITLES)]
        texts = [*self.metas.get("og:title", [])[:MOST_TITLES], *(str(e.xpath("string()")) for e in elements)]
        titles = [clean(text[:LONGEST_TITLES]).casefold() for text in texts]
        return addresses, titles, [words for title in titles if len(words := _words(title)) > 2]

    def _next_props(self) -> Any:
        """What the page's own program was given: `{"props": {"pageProps": {...}}}` of #__NEXT_DATA__."""
        scripts = [e.text for e in self.named.get("#__NEXT_DATA__", []) if e.text]
        return jmespath.search("props.pageProps", self._loads(scripts[0])) or {} if scripts else {}

    def _data_layer(self) -> dict[str, Any]:
        """The objects given to window.dataLayer, joined; of two values the first that says something counts."""
        layer: dict[str, Any] = {}
        for script in self.root.iter("script"):
            end = 0
            for found in DATA_LAYER.finditer(script.text or ""):
                if found.start() < end or self._broken > MAX_BROKEN:
                    continue
                literal, end = _literal(found.string, found.end(), MAX_BROKEN - self._broken)
                self._broken += end - found.end()
                for key, value in literal.items():
                    if not layer.get(key):
                        layer[key] = value
        return layer

    def _state(self) -> dict[str, Any]:
        """What scripts assign to global names as JSON; `window.a.b = {...}` is b within a."""
        found: dict[str, Any] = {}
        counted = 0
        for script in self.root.iter("script"):
            end = 0
            for match in ASSIGNED.finditer(script.text or ""):
                if match.start() < end or self._broken > MAX_BROKEN or counted > MAX_COUNTED:
                    continue
                try:
                    value, end = DECODER.raw_decode(match.string, match.end())
                except json.JSONDecodeError as error:
                    self._broken += error.pos - match.end()
                    counted += error.pos  # its message says the line
                    continue
                except (ValueError, RecursionError):
                    self._broken += MAX_BROKEN // 10
                    continue
                owner, _, name = match[1].partition(".")
                if not name:
                    found.setdefault(owner, value)
                elif isinstance(found.setdefault(owner, {}), dict):
                    found[owner].setdefault(name, value)
        return found

    def _loads(self, text: str) -> Any:
        """JSON as sites write it: raw newlines, stray semicolons, missing and last commas are mended; else null."""
        text = text.strip().rstrip(";").strip()
        try:
            return DECODER.decode(text)
        except (ValueError, RecursionError):
            pass
        self._broken += len(text)
        return _mended(text) if self._broken <= MAX_BROKEN else None

    def find(self, path: str) -> list[str]:
        """Strings and numbers at a JMESPath of `data`, flattened.

        >>> page = Page(b'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A",}</script>', "")
        >>> page.find("article.headline")
        ['A']
        """
        return list(_leaves(compiled(path).search(self.data)))


class Lazily(dict[str, Any]):
    """A dictionary some of whose values are functions, called when they are first asked for."""

    def get(self, key: str, default: Any = None) -> Any:
        value = super().get(key, default)
        if callable(value):
            value = self[key] = value()
        return value


def tree(source: bytes, most: int = MAX_NODES) -> etree._Element:
    """The root of a page in UTF-8. Raises NotAnArticle for what is no page, too large, or nested too deeply."""
    if MANY_ATTRIBUTES.search(source):
        source = SUPERFLUOUS_ATTRIBUTES.sub(lambda m: m[1] or m[2], source)
    if source.count(b"</") > MAX_CLOSING_TAGS:
        tags = Counter((bool(slash), name.lower()) for slash, name in TAG.findall(source))
        superfluous = sum(n - min(n, tags[False, name]) for (closes, name), n in tags.items() if closes)
        if superfluous > MAX_CLOSING_TAGS:
            raise NotAnArticle("not HTML", f"{superfluous} closing tags that close nothing")
    root, deep = _parsed(source)
    if deep:  # the same tag opened thousands of times: once will do
        root, deep = _parsed(REPEATED_TAG.sub(rb"\1", source))
    if root is None:
        raise NotAnArticle("not HTML")
    if deep:
        raise NotAnArticle("too deep", "elements nested so deeply that the parser gave up")
    if (nodes := int(NODES(root))) > most:  # type: ignore[arg-type]
        raise NotAnArticle("too large", f"{nodes} elements and texts, at most {most}")
    return root


def _parsed(source: bytes) -> tuple[etree._Element | None, bool]:
    parser = etree.HTMLParser(encoding="utf-8", recover=True, huge_tree=True)
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError:  # nothing but a comment
        return None, False
    return root, any(e.message.startswith("Excessive depth") for e in parser.error_log)


def _are_nested(elements: list[etree._Element]) -> bool:
    """True if one of the elements, in document order, stands in another."""
    known = set(elements)
    return len(elements) > 1 and any(above in known for e in elements for above in e.iterancestors())


def _whole(digits: str) -> int | str:
    """A whole number; one of more digits than Python reads stays as it is written."""
    return int(digits) if len(digits) < 400 else digits


DECODER = json.JSONDecoder(strict=False, parse_int=_whole, parse_constant=lambda _: None)


def _literal(text: str, start: int, longest: int = MAX_BROKEN) -> tuple[dict[str, Any], int]:
    r"""The JavaScript object that begins at `text[start]`, or {} if it is more than data or too long; where it ends.

    >>> _literal("push({judul: 'Jum\\'at', \"n\": 2, ada: x.y,});", 5)
    ({'judul': "Jum'at", 'n': 2, 'ada': None}, 42)
    """
    values, end = _values(text, start, start + longest, once=True)
    return (values[0], end) if values and isinstance(values[0], dict) else ({}, end)


def _mended(text: str) -> Any:
    r"""What broken JSON says as far as it can be read; null if it has no objects.

    >>> _mended('{"a": "Ia bilang "ya" lalu\npergi",; "b": [1 2,] "c": {"d": null')
    {'a': 'Ia bilang "ya" lalu\npergi', 'b': [1, 2], 'c': {'d': None}}
    """
    values = [value for value in _values(text, 0, len(text))[0] if isinstance(value, dict | list)]
    return values if len(values) > 1 else next(iter(values), None)


def _values(text: str, start: int, limit: int, *, once: bool = False) -> tuple[list[Any], int]:
    """The values that stand one after the other in JavaScript's data, and where they end.

    Commas and colons may be missing, and brackets at the end. `once`: only the first, and none if it is not whole or
    more than data.
    """
    values: list[Any] = []
    opened: list[Any] = [values]
    key: str | None = None
    end = start
    for token in JS_TOKEN.finditer(text, start, limit):
        kind, end = token.lastgroup, token.end()
        value: Any = None
        if kind == "space" or (kind == "other" and not once):
            continue
        if kind == "other":
            return [], end
        if kind == "comma":
            key = None
            continue
        if kind == "close":
            key = None
            if len(opened) > 1:
                opened.pop()
            if once and len(opened) == 1:
                return values, end
            continue
        if kind in ("string", "quoted", "key"):
            value = _plain(token[kind]) if kind != "key" else token[0]
        elif kind == "open":
            value = {} if token[0] == "{" else []
        elif kind == "number":
            value = _number(token[0])
        elif kind == "word":
            value = {"true": True, "false": False}.get(token[0])
        within = opened[-1]
        if isinstance(within, list):
            within.append(value)
        elif key is not None:
            within[key], key = value, None
        elif isinstance(value, str):
            key = value
        if kind == "open":
            opened.append(value)
            if len(opened) > MAX_DEPTH:
                return [], end
    return [] if once else values, end


def _plain(text: str) -> str:
    """What stands in a string of JavaScript, its escapes undone."""
    return str(DECODER.decode(f'"{ESCAPE.sub(_json_escape, text)}"')) if "\\" in text else text


def _json_escape(found: re.Match[str]) -> str:
    r"""An escape or quote as JSON writes it: \' is no escape there."""
    if found[2]:
        return r"\""
    return found[0] if found[1][0] in '"\\/bfnrt' or len(found[1]) > 1 else found[1]


def _number(text: str) -> Any:
    """A number of JavaScript; as it is written if it is none."""
    if text.isdigit():
        return _whole(text)
    try:
        return DECODER.decode(text)
    except ValueError:
        return text


def _collected(value: Any) -> list[dict[str, Any]]:
    """Objects of a JSON-LD document in order, `@graph` and lists opened."""
    objects: list[dict[str, Any]] = []
    ahead = [value]
    while ahead:
        value = ahead.pop()
        if isinstance(value, list):
            ahead.extend(reversed(value))
        elif isinstance(value, dict):
            value = {SCHEMA.sub("", key): inner for key, inner in value.items()}
            if "@type" not in value and isinstance(value.get("type"), str):
                value["@type"] = value["type"]
            objects.append(value)
            ahead.extend((value.get("mainEntity"), value.get("@graph")))
    return objects


def _people_of(author: Any) -> Any:
    """The author of a piece of structured data without those that are houses."""
    several = author if isinstance(author, list) else [author]
    people = [a for a in several if not (isinstance(a, dict) and any(map(ORGANIZATION.fullmatch, types_of(a))))]
    return people if isinstance(author, list) else next(iter(people), None)


def types_of(item: dict[str, Any]) -> list[str]:
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
    return frozenset(re.findall(r"\w+", title[:LONGEST_TITLES].casefold()))


def _leaves(value: Any) -> Iterator[str]:
    """Strings and numbers in a value and its lists, as text."""
    ahead = [value]
    while ahead:
        value = ahead.pop()
        if isinstance(value, list):
            ahead.extend(reversed(value))
        elif isinstance(value, bool):
            yield str(value).lower()
        elif isinstance(value, str | int | float):
            text = str(value)
            yield text if text.isascii() else SURROGATE.sub("\ufffd", text)
