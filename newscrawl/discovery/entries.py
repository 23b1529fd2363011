"""The entries of a feed or sitemap as sites send them: no parser of XML would take half of these.

Read is what stands between the root element's begin and its end, so that a PHP notice in front of it or a page behind
it costs nothing; and each entry by itself, so that a loose `<` or `&` costs no more than the text it stands in.
"""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from newscrawl.reading.page import MAX_BYTES

logger = logging.getLogger(__name__)

# <urlset xmlns="...">, <rdf:RDF ...>, <ns0:sitemapindex>
ROOT = re.compile(r"<(?:[\w.-]+:)?(?:urlset|sitemapindex|rss|feed|RDF)(?=[\s/>])")
# <?xml version="1.0" encoding="ISO-8859-1"?>
DECLARED = re.compile(rb"""<\?xml\b[^<>]*?\bencoding\s*=\s*["']([\w.-]+)""")
# Python has codecs that are no encodings of pages, or slow: "hex", "punycode".
OF_PAGES = re.compile(
    r"utf-?(?:8|16)(?:[bl]e)?|iso-8859-\d+|(?:windows-|cp)\d+|us-ascii|latin-?\d|big5|euc-\w+|koi8-\w", re.I
)
# What may stand where the root ends, besides its own end tag: <urlset/>
EMPTY_ROOT = re.compile(r"<[^<>]*/>")
# </html>: a page in place of a feed that has come whole.
PAGE_END = re.compile(r"</html\s*>", re.I)
ENTITY = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));")
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
CDATA, CDATA_END = "<![CDATA[", "]]>"
COMMENT, COMMENT_END = "<!--", "-->"
HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""")
REL = re.compile(r"""\brel\s*=\s*["']?\s*([\w-]+)""")
NO_PERMALINK = re.compile(r"""\bisPermaLink\s*=\s*["']?\s*false""", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its element's name, and the texts in it by local name, the first of each.

    Where an element's prefix is not the entry's own it stands before the name ("atom:link"). Of an Atom link the text
    is its address.
    """

    name: str
    texts: dict[str, str]

    def text(self, name: str) -> str:
        """The text of an element of this name, whatever its prefix; empty if there is none."""
        return self.texts.get(name) or next((t for n, t in self.texts.items() if n.endswith(f":{name}")), "")


def entries(body: bytes, url: str, names: tuple[str, ...], fields: tuple[str, ...]) -> Iterator[Entry]:
    """The entries of these names in what is at `url`, each with the texts of these fields.

    Raises ValueError for a body that ends before its root does. A whole page of HTML has none.
    """
    document, behind = _document(_text_of(body))
    opening = re.compile(rf"<(?:([\w.-]+):)?({'|'.join(names)})(?:\s[^<>]*)?(?<!/)>")
    field = re.compile(rf"<(?:([\w.-]+):)?({'|'.join(fields)})(?=[\s/>])([^<>]*)>\s*([^<]*)")
    begins = [*opening.finditer(document)]
    ends = [*(begin.start() for begin in begins[1:]), len(document)][: len(begins)]
    for begin, end in zip(begins, ends, strict=True):
        closing = document.find(f"</{begin[0][1:].rstrip('>').split()[0]}", begin.end(), end)
        inside = document[begin.end() : closing if closing >= 0 else end]
        yield Entry(begin[2], _texts(_own(inside), field, begin[1]))
    if lost := sum(1 for _ in opening.finditer(behind)):
        logger.warning("%s ends early: %d entries stand behind its end and are not read", url, lost)


def has_root(body: bytes) -> bool:
    """False for a page of HTML or anything else in place of a feed or sitemap. Raises ValueError as `entries` does.

    >>> has_root(b"<urlset></urlset>"), has_root(b"<html><body>Sedang perbaikan</body></html>")
    (True, False)
    """
    return ROOT.search(_text_of(body)) is not None


def _text_of(body: bytes) -> str:
    return _plain(_decoded(unzipped(body) if body.startswith(b"\x1f\x8b") else body))


def _own(inside: str) -> str:
    """An entry without what it tells of another feed: <source><id>...</id></source>."""
    parts, place = [], 0
    while (begin := inside.find("<source", place)) >= 0 and (end := inside.find("</source", begin)) >= 0:
        parts.append(inside[place:begin])
        place = end
    return "".join([*parts, inside[place:]]) if parts else inside


def _texts(inside: str, field: re.Pattern[str], prefix: str | None) -> dict[str, str]:
    """The texts of an entry by local name, "prefix:name" where the prefix is not the entry's own."""
    found: dict[str, str] = {}
    for match in field.finditer(inside):
        own, name, attributes, text = match.groups()
        text = unescaped(text).strip()
        if name == "link" and not text:
            rel, href = REL.search(attributes), HREF.search(attributes)
            if href and (rel is None or rel[1] == "alternate"):
                text = unescaped(href[1] or href[2] or "").strip()
        if name == "guid" and NO_PERMALINK.search(attributes):
            name = "guid without link"
        if text:
            found.setdefault(name if own in (None, prefix) else f"{own}:{name}", text)
    return found


def unescaped(text: str) -> str:
    """Text with XML's own entities resolved; any other `&` is the text's.

    >>> unescaped("https://a.com/?a=1&amp;b=2&copy=3&#38;c")
    'https://a.com/?a=1&b=2&copy=3&c'
    """
    return ENTITY.sub(_character, text) if "&" in text else text


def _character(match: re.Match[str]) -> str:
    if match[3]:
        return NAMED[match[3]]
    code = int(match[1]) if match[1] else int(match[2], 16)
    return chr(code) if 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def _decoded(body: bytes) -> str:
    """The body as text without control characters: UTF-8 where it is that, else as declared."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = body.decode("utf-16", "replace")
    else:
        try:
            text = body.decode("utf-8")
        except UnicodeDecodeError:
            declared = DECLARED.search(body[:4096])
            encoding = declared[1].decode() if declared else ""
            try:
                text = body.decode(encoding if OF_PAGES.fullmatch(encoding) else "utf-8", "replace")
            except LookupError:
                text = body.decode("utf-8", "replace")
    return CONTROL.sub("", text)


def _plain(text: str) -> str:
    """Text without comments, and what stands in CDATA written with entities.

    A section or comment that is never closed, or only by the end of a later one, loses its opening alone.
    """
    parts, place = [], 0
    ends = {CDATA_END: -2, COMMENT_END: -2}  # where each is found next; -1: nowhere any more

    def next_end(mark: str, start: int) -> int:
        if ends[mark] != -1 and ends[mark] < start:
            ends[mark] = text.find(mark, start)
        return ends[mark]

    while (begin := text.find("<!", place)) >= 0:
        opening = next((mark for mark in (CDATA, COMMENT) if text.startswith(mark, begin)), "")
        parts.append(text[place:begin])
        place = begin + len(opening or "<!")
        if not opening:  # <!DOCTYPE rss>
            continue
        closing = CDATA_END if opening == CDATA else COMMENT_END
        end = next_end(closing, place)
        if end < 0 or text.find(opening, place, end) >= 0:
            continue
        if opening == CDATA:
            parts.append(text[place:end].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        place = end + len(closing)
    parts.append(text[place:])
    return "".join(parts)


def _document(text: str) -> tuple[str, str]:
    """What stands in the root element, and behind it; nothing of a page of HTML. Raises ValueError without its end."""
    root = ROOT.search(text)
    if root is None:
        if PAGE_END.search(text):
            return "", ""
        raise ValueError("cut body: XML without its end")
    if EMPTY_ROOT.match(text, root.start()):
        return "", ""
    end = text.rfind(f"</{root[0][1:]}")
    if end < root.end():
        raise ValueError("cut body: XML without its end")
    return text[root.end() : end], text[end:]


def unzipped(body: bytes) -> bytes:
    """The content of a gzip body. Raises ValueError for one that is cut, damaged or too large."""
    reader = zlib.decompressobj(wbits=31)
    try:
        content = reader.decompress(body, MAX_BYTES)
    except zlib.error as error:
        raise ValueError(f"gzip that cannot be read: {error}") from None
    if not reader.eof:
        raise ValueError("too large" if reader.unconsumed_tail else "cut body: gzip without its end")
    return content
