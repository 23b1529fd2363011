"""An article's container in, its paragraphs out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from newscrawl.boilerplate import Paragraph
from newscrawl.text import flatten, visible

BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "caption",
        "address",
        "center",
        "hr",
        "details",
        "summary",
        "fieldset",
    ]
)
CELLS = frozenset({"td", "th"})
SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "iframe",
        "svg",
        "form",
        "button",
        "select",
        "option",
        "textarea",
        "input",
        "video",
        "audio",
        "object",
        "embed",
        "canvas",
        "nav",
        "aside",
        "map",
        "amp-ad",
        "amp-iframe",
        "amp-video",
        "amp-youtube",
        "amp-social-share",
        "amp-embed",
    ]
)
PICTURES = frozenset({"img", "amp-img"})
# A social post shown in the article is not its text.
EMBEDS = re.compile(r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|reddit-\w+)")
# Class names and ids of boxes that are not the article: ".ads-recdetail", "#bacajuga", "#_popIn_recommend"
JUNK_NAME = re.compile(
    r"(?:[\w-]*[-_])?(?:ads?\d*|adv|advert\w*|adsense|adslot|adasia|iklan|banner\w*|sponsor\w*|baca[-_]?juga\w*"
    r"|lihat[-_]?juga\w*|related\w*|terkait|rekomendasi|recommend\w*|terpopuler|populer|share|sharing|sosmed|medsos"
    r"|social\w*|komentar\w*|tbkomentar|comments?|paging\w*|pagination|newsletter|subscribe|follow|tags?|newtag"
    r"|breadcrumbs?|widget|popin\w*|mgid\w*|taboola\w*|outbrain\w*|dable\w*|rctiplus|gnews|google-news|vicon"
    r"|video-wrap|flying[-_]carpet\w*|gpt|linksisip|lihatjg|disclaimer|copyright|caption)(?:[-_][\w-]*)?"
    r"|div-gpt-ad.*|adasia|m\d+scriptroot\w*",
    re.I,
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# A box with this many characters outside links is the article in a box with an unlucky name, or one never closed.
ARTICLE_CHARS = 400
LINK_OPEN, LINK_CLOSE, PICTURE = "\ue000", "\ue001", "\ue002"
MARKS = re.compile(f"[{LINK_OPEN}{LINK_CLOSE}{PICTURE}]")
LINE_BREAK = "\n"
NOT_BREAK = str.maketrans("\n\r\t\f\v", "     ")
SENTENCE_END = re.compile(r"[.!?:;…”\"’)\]]$")
OWN_TEXT = etree.XPath(".//text()[not(ancestor::a or ancestor::script or ancestor::style or ancestor::noscript)]")


@dataclass(slots=True)
class Picture:
    """A picture in the body: its element and the text of its figure's caption."""

    element: etree._Element
    caption: str = ""


@dataclass(slots=True)
class Body:
    """The blocks of a container in order, still with boilerplate, and its pictures."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


def read_body(container: etree._Element, dropped: Collection[etree._Element] = ()) -> Body:
    """Flatten `container` into paragraphs; `dropped` are the elements the portal says are not the article."""
    body = Body()
    buffer: list[str] = []
    row = 0  # depth inside table rows, where cells are joined to one line

    def flush() -> Iterator[Paragraph]:
        if buffer:
            yield from _paragraphs("".join(buffer))
            buffer.clear()

    walker = etree.iterwalk(container, events=("start", "end", "comment", "pi"))
    links = 0
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        skipped = False
        if event == "start":
            if element is not container and (tag in SILENT or element in dropped or _is_junk_box(element)):
                walker.skip_subtree()
                skipped = True
            elif tag == "figure" or tag == "figcaption":
                _picture_of(element, body)
                walker.skip_subtree()
                skipped = True
            if skipped:
                if tag in BLOCKS or tag == "figure":
                    body.paragraphs.extend(flush())
                continue
            if tag == "br":
                buffer.append((LINK_CLOSE + LINE_BREAK + LINK_OPEN) if links else LINE_BREAK)
            elif tag in PICTURES:
                body.pictures.append(Picture(element))
                buffer.append(PICTURE)
            elif tag == "a":
                links += 1
                buffer.append(LINK_OPEN)
            elif tag == "tr" and not element.xpath("boolean(.//p|.//table|.//li)"):
                body.paragraphs.extend(flush())
                row += 1
            elif row:
                buffer.append(" " if tag in BLOCKS or tag in CELLS else "")
            elif tag in BLOCKS or tag in CELLS:
                body.paragraphs.extend(flush())
            if element.text and tag not in PICTURES:
                buffer.append(visible(element.text).translate(NOT_BREAK))
            continue
        if event == "end":
            if tag == "a" and links:
                links -= 1
                buffer.append(LINK_CLOSE)
            elif tag == "tr" and row:
                row -= 1
                body.paragraphs.extend(flush())
            elif row:
                buffer.append(" " if tag in BLOCKS or tag in CELLS else "")
            elif tag in BLOCKS or tag in CELLS:
                body.paragraphs.extend(flush())
        if element is not container and element.tail:
            buffer.append(visible(element.tail).translate(NOT_BREAK))
    body.paragraphs.extend(flush())
    return body


def _picture_of(figure: etree._Element, body: Body) -> None:
    """A figure is a picture and its caption; neither is text."""
    pictures = [e for e in figure.iter() if e.tag in PICTURES]
    captions = [figure] if figure.tag == "figcaption" else list(figure.iter("figcaption"))
    caption = " ".join(flatten(c) for c in captions)
    if pictures:
        body.pictures.append(Picture(pictures[0], caption))
    elif body.pictures and caption and not body.pictures[-1].caption:
        body.pictures[-1].caption = caption


def _is_junk_box(element: etree._Element) -> bool:
    """True for a box whose name or style says it is not the article, unless it holds the article."""
    names = element.get("class", "").split()
    if own_id := element.get("id"):
        names.append(own_id)
    style = element.get("style")
    hidden = bool(style and HIDDEN.search(style)) or element.get("hidden") is not None
    named = any(JUNK_NAME.fullmatch(name) for name in names)
    embed = element.tag == "blockquote" and any(EMBEDS.search(name) for name in names)
    if embed:
        return True
    if not (hidden or named):
        return False
    return sum(len(t.strip()) for t in OWN_TEXT(element)) < ARTICLE_CHARS  # type: ignore[union-attr,misc]


def _paragraphs(raw: str) -> Iterator[Paragraph]:
    """Split a block at its line breaks; a single break inside a sentence is a space."""
    lines = raw.split(LINE_BREAK)
    merged: list[str] = [lines[0]]
    for before, line in pairwise(lines):
        plain, previous = MARKS.sub("", line).strip(), MARKS.sub("", before).strip()
        if plain and previous and plain[0].islower() and not SENTENCE_END.search(previous):
            merged[-1] += " " + line
        else:
            merged.append(line)
    for line in merged:
        if paragraph := _paragraph(line):
            yield paragraph


def _paragraph(raw: str) -> Paragraph | None:
    """The line with one space between words, its marks turned into spans."""
    text: list[str] = []
    links: list[tuple[int, int]] = []
    length, opened, picture, space = 0, -1, False, False
    for piece in re.split(f"([{LINK_OPEN}{LINK_CLOSE}{PICTURE}])", raw):
        if piece == PICTURE:
            picture = True
        elif piece == LINK_OPEN:
            opened = length + (1 if space and length else 0)
        elif piece == LINK_CLOSE:
            if 0 <= opened < length:
                links.append((opened, length))
            opened = -1
        elif piece:
            words = piece.split()
            if not words:
                space = True
                continue
            lead = " " if length and (space or piece[0].isspace()) else ""
            joined = lead + " ".join(words)
            text.append(joined)
            length += len(joined)
            space = piece[-1].isspace()
    joined_text = "".join(text)
    if not joined_text and not picture:
        return None
    return Paragraph(joined_text, links, picture)
