"""What a server sent in, a tree out; or why it is no page."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree
from w3lib.encoding import html_to_unicode

MAX_BYTES = 16 * 1024 * 1024
# Control bytes that no text has; a page with several of them in its first KiB is an image or an archive.
BINARY = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
# A page with its pictures in one file, as browsers save it: MHTML, Safari's web archive
BUNDLE = re.compile(
    rb"\s*(?:From:|MIME-Version:|Snapshot-Content-Location:|Content-Type: multipart/related|bplist)", re.I
)
# Elements, texts and comments; eight times what the largest pages of portals have.
MAX_NODES = 40_000
# Of a list that shows a hundred thousand articles; nothing of an article is looked for in it.
MAX_LISTED_NODES = 1_000_000
MOST_SIGNS = 10  # times "<" for each of these: end tags and scripts have it, too; millions of elements take a gigabyte
# The parser gives up 2,048 levels deep; such a page opens one tag over and over.
REPEATED_TAG = re.compile(rb"(<[a-z][^<>]*>)(?:\s*\1){20,}", re.I)
# The parser compares each attribute of a tag with all before it, and each closing tag with all that are open.
ATTRIBUTE = rb"(?:[\s/]*+[^\s/>=]++(?:\s*+=\s*+(?>\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?+)"
MOST_ATTRIBUTES = 150
MANY_ATTRIBUTES = re.compile(rb"<[a-z][^\s/>]*+" + ATTRIBUTE + rb"{%d}+" % MOST_ATTRIBUTES, re.I)
SHORTEST_OF_MANY = 4 * MOST_ATTRIBUTES  # bytes of as many attributes: "a=1 "
MANY_SIGNS = 10_000  # half a second of the parser, were they all one tag's
SUPERFLUOUS_ATTRIBUTES = re.compile(
    rb"(" + MANY_ATTRIBUTES.pattern + rb")" + ATTRIBUTE + rb"*+|(<(?:script|style)\b.*?(?:</|\Z)|<!--.*?(?:-->|\Z))",
    re.I | re.S,
)
MAX_CLOSING_TAGS = 20_000  # of those that close nothing
# What the parser says of elements nested too deeply, and of </br>, which browsers take for a break, and it for nothing
TOO_DEEP, END_OF_BREAK = "Excessive depth", "Unexpected end tag : br"
BREAK = re.compile(rb"</br\s*+>", re.I)
# Of the page, amid it: browsers go on behind them as if nothing were ended, the parser leaves out all that follows.
ENDS_OF_PAGE = (b"</body", b"</html", b"</BODY", b"</HTML")
END_OF_PAGE = re.compile(rb"</(?:body|html)\s*+>", re.I)
BOX = re.compile(rb"<(?:p|div|article|section)\b", re.I)
NEXT_PAGE = re.compile(rb"(?<![\"'`])<(?:html|!doctype)\b", re.I)  # one in quotes is a script's or a frame's
TAG = re.compile(rb"<(/?)([a-z][^\s/>]*)", re.I)
NODES = etree.XPath("count(//node())")
NODES_OF_SIGN = 5  # more than a "<" makes: an element, the text in front of it, what the parser adds around it
# Bytes that are no UTF-8, as `surrogateescape` shows them: the first of a quotation mark, "\xc2" of a space, an emoji's
STUMP = re.compile("\udce2[\udc80\udc84]|[\udcc2\udcc3]|\udcf0[\udc90-\udcbf]+")
CP1252 = {chr(0xDC00 + byte): bytes([byte]).decode("windows-1252", "replace") for byte in range(0x80, 0x100)}

# Icons of a font that draws its own names: <i class="material-icons">person</i> shows a head, and says nothing
OF_ICONS = b"material-"
ICON_CLASS = re.compile(r"(?:^|\s)material-(?:icons|symbols)(?:-(?:outlined|round(?:ed)?|sharp|two-?tone))?(?:\s|$)")
PERSON = re.compile(r"person(?:_outline|_filled)?|account_(?:circle|box)")  # "person_add" follows one
ICON_NAME = re.compile(r"\s*[a-z][a-z0-9_]{1,40}\s*")

C1 = {byte: bytes([byte]).decode("windows-1252", "ignore") for byte in range(0x80, 0xA0)}


class NotAnArticle(ValueError):
    """The page has no article to read. `reason` is one of a few words, `detail` says more.

    Reasons: unknown portal, listing, empty page, not HTML, too large, no title, no text, gallery without text,
    video without text, another page, too deep, robot check, provider block, removed; in a crawl also redirected away.
    """

    def __init__(self, reason: str, detail: str | None = None) -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


def check(body: bytes) -> None:
    """Raise NotAnArticle for what cannot be a page: too large, empty page, not HTML."""
    if len(body) > MAX_BYTES:
        raise NotAnArticle("too large", f"{len(body)} bytes, at most {MAX_BYTES}")
    if not body.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise NotAnArticle("empty page")
    if is_bundle(body):
        raise NotAnArticle("not HTML", "a page and its pictures in one file (MHTML or a web archive)")
    if body.startswith(b"WARC/"):
        raise NotAnArticle("not HTML", "a WARC file, which holds many pages")
    if len(BINARY.findall(body[:1024])) > 8 or b"<" not in body:
        raise NotAnArticle("not HTML", "compressed" if body.startswith(b"\x1f\x8b") else None)


def is_bundle(body: bytes) -> bool:
    """True for a file in which a browser has saved a page together with its pictures.

    >>> is_bundle(b"From: <Saved by Blink>\\r\\nMIME-Version: 1.0"), is_bundle(b"<p>From: Medan</p>")
    (True, False)
    """
    return BUNDLE.match(body) is not None


def to_utf8(body: bytes, content_type: str | None) -> bytes:
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
            name = codecs.lookup(encoding).name
            if name in ("utf-8", "cp1252"):  # the bytes say which, each part for itself
                text = _each_part(body)
            elif name.startswith("iso8859"):  # an editor's quotes, where that has controls
                text = text.translate(C1)
        else:
            text = _each_part(body)
        body = text.replace("\x00", "").encode("utf-8", "replace")
    return body


def _each_part(body: bytes) -> str:
    """UTF-8 where the bytes are that, else an editor's windows-1252; the stump of a character of UTF-8 is lost."""
    text = STUMP.sub("\ufffd", body.decode("utf-8", "surrogateescape"))
    for byte in CP1252.keys() & set(text):  # faster than a table of all of them
        text = text.replace(byte, CP1252[byte])
    return text


def tree(source: bytes, most: int = MAX_NODES, *, comments: bool = False) -> etree._Element:
    """The root of a page in UTF-8. Raises NotAnArticle for what is no page, too large, or nested too deeply.

    Comments are left out unless asked for: lxml's walks need quadratic time for many beside each other.
    """
    if has_many_attributes(source):
        source = SUPERFLUOUS_ATTRIBUTES.sub(lambda m: m[1] or m[2], source)
    if goes_on(source):
        source = END_OF_PAGE.sub(b"", source)
    signs = source.count(b"<")  # of one byte the count is fast
    if signs > MAX_CLOSING_TAGS:
        tags = Counter((bool(slash), name.lower()) for slash, name in TAG.findall(source))
        superfluous = sum(n - min(n, tags[False, name]) for (closes, name), n in tags.items() if closes)
        if superfluous > MAX_CLOSING_TAGS:
            raise NotAnArticle("not HTML", f"{superfluous} closing tags that close nothing")
    if signs > MOST_SIGNS * most:
        raise NotAnArticle("too large", f"{signs} times '<', at most {MOST_SIGNS * most}")
    root, faults = _parsed(source, comments)
    if END_OF_BREAK in faults:
        source = BREAK.sub(b"<br>", source)
        root, faults = _parsed(source, comments)
    if TOO_DEEP in faults:  # the same tag opened thousands of times: once will do
        root, faults = _parsed(REPEATED_TAG.sub(rb"\1", source), comments)
    if root is None:
        raise NotAnArticle("not HTML")
    if TOO_DEEP in faults:
        raise NotAnArticle("too deep", "elements nested so deeply that the parser gave up")
    if signs > most / NODES_OF_SIGN and (nodes := int(NODES(root))) > most:  # type: ignore[arg-type]
        raise NotAnArticle("too large", f"{nodes} elements and texts, at most {most}")
    if OF_ICONS in source:
        _unname_icons(root)
    return root


def goes_on(source: bytes) -> bool:
    """True for a page behind whose first end there is more of it, and no other page but in a script or a frame.

    >>> [goes_on(b"<p>Satu.</body>" + more) for more in (b"</html>", b"<p>Dua.</body></html>", b"<html><p>Lain.")]
    [False, True, False]
    """
    end = min((at for name in ENDS_OF_PAGE if (at := source.find(name)) >= 0), default=len(source))
    return BOX.search(source, end) is not None and not NEXT_PAGE.search(source, end)


def _unname_icons(root: etree._Element) -> None:
    """Take away the names of icons, which a font draws; a person's is a class then, as other fonts have it."""
    for icon in root.iter("i", "span"):
        classes = icon.get("class", "")
        if not len(icon) and ICON_CLASS.search(classes) and ICON_NAME.fullmatch(name := icon.text or ""):
            if PERSON.fullmatch(name := name.strip()):
                icon.set("class", f"{classes} icon-{name.replace('_', '-')}")
            icon.text = None


def has_many_attributes(source: bytes) -> bool:
    """True for a page with a tag of very many attributes.

    >>> has_many_attributes(b"<p " + b"a=1 " * 151 + b">"), has_many_attributes(b"<p a=1>")
    (True, False)
    """
    if source.count(b"=") > MANY_SIGNS:  # a tag may have "<" in its values
        return MANY_ATTRIBUTES.search(source) is not None
    return any(MANY_ATTRIBUTES.match(source, start) for start in _before_gaps(source))


def _before_gaps(source: bytes) -> Iterator[int]:
    """Where each "<" stands that is followed by none for as long as very many attributes are: few of thousands."""
    at = source.find(b"<")
    while at >= 0:
        last = source.rfind(b"<", at + 1, at + SHORTEST_OF_MANY)
        if last < 0:
            yield at
            last = source.find(b"<", at + SHORTEST_OF_MANY)
        at = last


def _parsed(source: bytes, comments: bool) -> tuple[etree._Element | None, set[str]]:
    """The root, and which of the faults that are mended the parser has found: it finds them while it parses."""
    parser = etree.HTMLParser(  # no table of ids: nothing asks for one
        encoding="utf-8", recover=True, huge_tree=True, remove_comments=not comments, collect_ids=False
    )
    try:
        root = etree.fromstring(source, parser)
    except etree.XMLSyntaxError:  # nothing but a comment
        return None, set()
    said = [e.message for e in parser.error_log]
    return root, {fault for fault in (TOO_DEEP, END_OF_BREAK) if any(message.startswith(fault) for message in said)}


def reveal(elements: Iterable[etree._Element]) -> None:
    """Write the addresses of mail that a CDN hides from collectors back into the page, as its script does.

    >>> root = etree.fromstring("<p>Tulis ke <a data-cfemail='017340'>[email protected]</a>.</p>")
    >>> reveal(root)
    >>> "".join(root.itertext())
    'Tulis ke rA.'
    """
    for element in elements:
        try:
            key, *hidden = bytes.fromhex(element.get("data-cfemail", ""))
        except ValueError:
            continue
        element[:] = []
        element.text = bytes(byte ^ key for byte in hidden).decode("utf-8", "replace")
