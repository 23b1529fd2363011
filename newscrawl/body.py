"""An article's container in, its paragraphs out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise

from lxml import etree

from newscrawl.paragraphs import Paragraph
from newscrawl.text import flatten, visible

BLOCKS = frozenset(
    "p div section article main header footer h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody "
    "tfoot tr caption address center hr details summary fieldset figure form aside nav".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
CELLS = frozenset({"td", "th"})
SILENT = frozenset(
    "script style noscript template iframe svg select option textarea input video audio canvas map amp-ad "
    "amp-iframe amp-video amp-youtube amp-social-share amp-embed".split()
)
# Boxes that are the page's, not the article's, unless they were never closed.
DOUBTFUL_TAGS = frozenset({"form", "aside", "nav", "object", "button"})
PICTURES = frozenset({"img", "amp-img"})
INLINE = frozenset("span a b i em strong u font small".split())
# A social post shown in the article is not its text.
EMBEDS = re.compile(r"(?:^|\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|fb-(?:post|video)|reddit-\w+)")
POST = re.compile(r"(?:twitter|x)\.com/\w+/status/|instagram\.com/(?:p|reel|tv)/|tiktok\.com/@[\w.]+/video/")
# Class names and ids of boxes that hold no article: ".ads-recdetail", ".iklan", "#_popIn_recommend", ".tbkomentar"
JUNK_NAME = re.compile(
    r"(?:ads?\d*|adv|advert\w*|iklan|banners?\d*|komentar\w*|comments?)(?:[-_][\w-]*)?|tbkomentar|(?:[\w-]*[-_])?captions?"
    r"|photo-?desc|image-?source|adsbygoogle|adsense|adslot|adasia|(?:[\w-]*[-_])?(?:related\w*|terkait|rekomendasi\w*|recommend\w*|terpopuler)"
    r"(?:[-_][\w-]*)?|_?popin\w*|mgid\w*|taboola\w*|outbrain\w*|dable\w*|div-gpt-ad.*|gpt-.*|m\d+scriptroot\w*"
    r"|rctiplus|newsletter|subscribe|disclaimer|copyright|box-gnews|vicon|video-wrap|flying[-_]\w+|pagination"
    r"|paging\w*|breadcrumbs?",
    re.I,
)
# Names that an article's own box may carry too: such a box is junk only if it holds no sentence.
DOUBTFUL_NAME = re.compile(
    r"(?:[\w-]*[-_])?(?:baca[-_]?juga\w*|lihat[-_]?juga\w*|linksisip|lihatjg|share|sharing|sosmed|medsos|social\w*"
    r"|populer|newsletter|subscribe|follow|tags?|newtag|widget|gnews|google-news|disclaimer|copyright|caption"
    r"|sponsor(?:ed)?|promo|ads?)(?:[-_][\w-]*)?",
    re.I,
)
SENTENCE = re.compile(r"(?:\A|(?<=[.!?]))(?>[^.!?]*?[a-z]{2})(?:[^.!?]{8,}+[.!?]|[^.!?]{8,}?…)[”\"’)]?(?:\s|$)")
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
# A box with this many characters outside links is the article in a box with an unlucky name, or one never closed.
ARTICLE_CHARS = 400
# A cell with more than this is a column of a layout, not of a table of data.
CELL_CHARS = 200
LINK_OPEN, LINK_CLOSE, PICTURE = "\ue000", "\ue001", "\ue002"
MARKS = re.compile(f"[{LINK_OPEN}{LINK_CLOSE}{PICTURE}]")
LINE_BREAK = "\n"
NOT_BREAK = str.maketrans("\n\r\t\f\v", "     ")
# A line that goes on in small letters behind a break is one sentence with what was before; without an end, behind a
# line shorter than this, it is one of a list or a verse, as is "b. Sabit".
SHORTEST_LINE = 35
LETTERED = re.compile(r"[a-z][.)]\s")
SENTENCE_END = re.compile(r"[.!?:;…”\"’)\]]$")
NOT_OWN = ("a", "script", "style", "noscript")
# A box with as many characters outside links is no row of buttons.
MOST_DOUBTFUL_CHARS = 20_000
# Boxes in boxes that are looked through for what they hold; deeper ones are the article's.
DEEPEST_DOUBT = 8
MOST_LINKS_OF_POST = 50
# Characters of a name, and of all class names of an element
LONGEST_NAME, MOST_NAMES = 100, 1000


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


def read_body(
    container: etree._Element,
    dropped: Collection[etree._Element] = (),
    figures: Collection[etree._Element] = (),
    captions: Collection[etree._Element] = (),
) -> Body:
    """Flatten `container` into paragraphs.

    `dropped` are the elements the portal says are not the article, `figures` its boxes of a picture and a
    caption, `captions` the captions in them.
    """
    body = Body()
    buffer: list[str] = []
    row = items = 0  # depth inside table rows, where cells are joined to one line, and inside list items

    def flush() -> Iterator[Paragraph]:
        if buffer:
            for paragraph in _paragraphs("".join(buffer)):
                paragraph.item = items > 0
                yield paragraph
            buffer.clear()

    walker = etree.iterwalk(container, events=("start", "end", "comment", "pi"))
    links = 0
    looked: list[etree._Element] = []  # open boxes whose whole text was looked through, and kept
    over: set[etree._Element] = set()  # skipped: their end is no end of a link, row or item
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        skipped = False
        if event == "start":
            look = False
            if element is not container and (tag in SILENT or element in dropped):
                skipped = True
            elif element is not container and (doubt := _doubt(element)):
                look = len(looked) < DEEPEST_DOUBT
                skipped = look and not _holds_article(element, doubt)
            if not skipped and (tag == "figcaption" or element in figures or tag == "figure"):
                look = len(looked) < DEEPEST_DOUBT
                skipped = tag != "figure" or element in figures or (look and not _holds_text(element))
                if skipped:
                    _picture_of(element, body, captions)
            if skipped:
                walker.skip_subtree()
                over.add(element)
                above = element.getparent()
                if tag == "figure" and above is not None and above.tag in INLINE:
                    if not _ends_line(buffer):  # it may stand within a sentence
                        buffer.append(LINE_BREAK)
                elif tag in BLOCKS or tag == "figure":
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
            elif tag == "tr" and not row and len(looked) < DEEPEST_DOUBT and _is_data_row(element):
                body.paragraphs.extend(flush())
                row += 1
            elif row:
                if tag in BLOCKS or tag in CELLS:
                    buffer.append(" ")
            elif tag in BLOCKS or tag in CELLS:
                body.paragraphs.extend(flush())
                look = look or tag == "tr"
            if look:
                looked.append(element)
            items += tag == "li"
            if element.text and tag not in PICTURES:
                buffer.append(visible(element.text).translate(NOT_BREAK))
            continue
        if looked and element is looked[-1]:
            looked.pop()
        if event == "end" and element not in over:
            if tag == "a" and links:
                links -= 1
                buffer.append(LINK_CLOSE)
            elif tag == "tr" and row:
                row -= 1
                body.paragraphs.extend(flush())
            elif row:
                if tag in BLOCKS or tag in CELLS:
                    buffer.append(" ")
            elif tag in BLOCKS or tag in CELLS:
                body.paragraphs.extend(flush())
            items -= tag == "li"
        if element is not container and element.tail:
            buffer.append(visible(element.tail).translate(NOT_BREAK))
    body.paragraphs.extend(flush())
    return body


def _ends_line(buffer: list[str]) -> bool:
    """True where nothing but spaces follows the last line break."""
    last = next((text for piece in reversed(buffer) if (text := piece.rstrip(" "))), "")
    return last.endswith(LINE_BREAK)


def _picture_of(figure: etree._Element, body: Body, marked: Collection[etree._Element]) -> None:
    """A figure is a picture and its caption; neither is text."""
    pictures = [e for e in figure.iter() if e.tag in PICTURES]
    inner = (e for e in figure.iter() if e in marked or e.tag == "figcaption")
    captions = [figure] if figure.tag == "figcaption" else list(inner)
    caption = " ".join(flatten(c) for c in captions)
    if pictures:
        body.pictures.append(Picture(pictures[0], caption))
    elif body.pictures and caption and not body.pictures[-1].caption:
        body.pictures[-1].caption = caption


def _holds_text(figure: etree._Element) -> bool:
    """True for a figure that wraps a table or a quotation, or that was never closed."""
    return _has_article_chars(figure) or bool(
        figure.xpath(
            "boolean(.//table or .//blockquote or ((.//figcaption or count(.//p) > 1)"
            " and .//p[normalize-space() and not(ancestor::figcaption)]))"
        )
    )


def is_junk_box(element: etree._Element) -> bool:
    """True for a box whose name or style says it is not the article, unless it holds the article."""
    doubt = _doubt(element)
    return doubt is not None and not _holds_article(element, doubt)


def names_of(element: etree._Element) -> list[str]:
    """The class names and the id of an element; not those that are longer or more than names are."""
    names = element.get("class", "")[:MOST_NAMES].split()
    if own_id := element.get("id"):
        names.append(own_id)
    return [name for name in names if len(name) <= LONGEST_NAME]


def _doubt(element: etree._Element) -> str | None:
    """Why a box may not be the article's: named junk, perhaps only doubtful, or hidden, or a social post."""
    tag = element.tag
    if not isinstance(tag, str):
        return None
    names = names_of(element) if element.get("class") or element.get("id") else []
    if tag in HEADINGS and element.get("id"):  # a heading's is made of its words
        names = [name for name in names if name != element.get("id")]
    if tag == "blockquote" and (
        any(EMBEDS.search(name) for name in names)
        or any(POST.search(a.get("href", "")) for a in islice(element.iter("a"), MOST_LINKS_OF_POST))
    ):
        return "post"
    block = tag in BLOCKS or tag in ("ins", "amp-ad")
    if block and any(map(_is_junk_name, names)):
        return "junk"
    if tag in DOUBTFUL_TAGS or (block and any(map(_is_doubtful_name, names))):
        return "doubtful"
    style = element.get("style")
    hidden = bool(style and HIDDEN.search(style)) or element.get("hidden") is not None
    return "hidden" if hidden else None


@lru_cache(maxsize=8192)
def _is_junk_name(name: str) -> bool:
    return bool(JUNK_NAME.fullmatch(name))


@lru_cache(maxsize=8192)
def _is_doubtful_name(name: str) -> bool:
    return bool(DOUBTFUL_NAME.fullmatch(name))


def _holds_article(element: etree._Element, doubt: str) -> bool:
    """True for a box that is the article's in spite of its name: of much text, or a doubtful one with a sentence."""
    if doubt != "doubtful":
        return _has_article_chars(element)
    own = _own_text(element, MOST_DOUBTFUL_CHARS)
    return len(own) >= MOST_DOUBTFUL_CHARS or bool(SENTENCE.search(own))


def _has_article_chars(element: etree._Element) -> bool:
    return len(_own_text(element, ARTICLE_CHARS)) >= ARTICLE_CHARS


def _own_text(element: etree._Element, most: int) -> str:
    """The text of a box outside links; of a longer one the first part, at least `most` characters."""
    if next(element.iterancestors(*NOT_OWN), None) is not None or element.tag in NOT_OWN:
        return ""
    texts: list[str] = []
    length = 0
    walker = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, inner in walker:
        if event == "start":
            text = inner.text
            if inner.tag in NOT_OWN:
                walker.skip_subtree()
                text = None
        else:
            text = inner.tail if inner is not element else None
        if text:
            texts.append(text)
            length += sum(map(len, text.split()))
            if length >= most:
                break
    return " ".join("".join(texts).split())


def _is_data_row(row: etree._Element) -> bool:
    """True for a table row whose cells belong on one line."""
    cells = [cell for cell in row if cell.tag in CELLS]
    return (
        len(cells) > 1
        and next(row.iter("table", "li"), None) is None
        and all(len(flatten(cell)) <= CELL_CHARS for cell in cells)
    )


def _paragraphs(raw: str) -> Iterator[Paragraph]:
    """Split a block at its line breaks; a single break inside a sentence is a space."""
    lines = [(line, MARKS.sub("", line).strip()) for line in raw.split(LINE_BREAK)]
    merged: list[list[str]] = [[lines[0][0]]]
    for (_, previous), (line, plain) in pairwise(lines):
        wrapped = plain[:1].islower() and not LETTERED.match(plain)
        wrapped = wrapped and (len(previous) >= SHORTEST_LINE or bool(SENTENCE_END.search(plain)))
        if wrapped and not SENTENCE_END.search(previous):
            merged[-1].append(line)
        else:
            merged.append([line])
    for joined in merged:
        if paragraph := _paragraph(" ".join(joined)):
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
