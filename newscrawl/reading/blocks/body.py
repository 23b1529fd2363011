"""An article's container in, its paragraphs out."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property

from lxml import etree

from newscrawl.reading.blocks.boxes import DEEPEST_DOUBT, doubt_of, holds_article, leads_back, shown_as_block
from newscrawl.reading.blocks.cells import SPANS, is_data_row, lead_of, reaching_down
from newscrawl.reading.blocks.figures import (
    Body,
    Picture,
    below_picture,
    caption_last,
    counts_or_sells,
    holds_text,
    is_emoji,
    is_figure,
    is_initial,
    picture_of,
    stands_under,
    take_caption,
)
from newscrawl.reading.blocks.lines import (
    LINE_BREAK,
    LINK_CLOSE,
    LINK_ELSEWHERE,
    LINK_OPEN,
    LINK_TO_ARTICLE,
    LINK_TO_TAG,
    PICTURE,
    paragraphs_of,
)
from newscrawl.reading.blocks.markup import BLOCKS, CELLS, INLINE, PICTURES, SILENT, TITLES
from newscrawl.reading.blocks.pairs import is_paired, is_written
from newscrawl.reading.blocks.raised import lowered, raised
from newscrawl.reading.blocks.widgets import widgets
from newscrawl.reading.text import flatten, visible

NOT_BREAKS, PLAIN_BREAKS = "\n\r\t\f\v", "\r\t\f\v"  # in a pre a new line is one
VERBATIM_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.I)  # its new lines are shown
CAPTIONED = TITLES | {"p", "div"}  # may be no more than a picture with its caption
COUNTED = CELLS | TITLES | {"table", "li"}  # what a text's place is told by
# What leads to no article: a tag, a place in the page, a mail, a site's front page, an office, a school, a map.
# "/tag/kopi", "https://a.id/", "https://jdih.sora.go.id/uu-5", "https://maps.a.com/x"
NO_ARTICLE = re.compile(
    r"(?:mailto|tel):|[^?#]*/(?:tags?|topik|topic|indeks?|profil|author|penulis)/|https?://[^/]+/?$"
    r"|https?://[^/]*(?:\.(?:go|ac|sch|or|mil|desa)\.id|\.edu|\.gov|wikipedia\.org|google\.\w+|goo\.gl|shopee\.\w+"
    r"|tokopedia\.com)/"
    r"|https?://[^/]+/(?![^?#]*(?:\d{5}|\w-\w+-\w+-\w))",
    re.I,
)
TO_TAG = re.compile(r"[^?#]*/(?:tags?|topik|topic)/", re.I)
TO_FILE = re.compile(r"[^?#]*\.(?:pdf|docx?|xlsx?|pptx?|zip)(?:[?#]|$)", re.I)
# "https://news.a.com/read/2026/07/24/337/9900001/judul-berita", "/nasional/harga-kopi-naik-lagi-di-sora"
TO_ARTICLE = re.compile(r"(?!#|javascript)[^?#]*(?:/\d{5,}\b|[-/]\d{6,}|/\w+-\w+-\w+-\w)", re.I)


def read_body(
    container: etree._Element,
    dropped: Collection[etree._Element] = (),
    figures: Collection[etree._Element] = (),
    captions: Collection[etree._Element] = (),
    ends: Collection[etree._Element] = (),
) -> Body:
    """Flatten `container` into paragraphs.

    `dropped` are the elements the portal says are not the article, `figures` its boxes of a picture and a
    caption, `captions` the captions in them; at the first of `ends` the article ends.
    """
    return Flattener(container, {*dropped, *widgets(container)}, figures, captions).flatten(ends)


class Flattener:
    """One walk through a container: at each start, end and tail of an element something is said or a paragraph ends."""

    def __init__(
        self,
        container: etree._Element,
        dropped: Collection[etree._Element],
        figures: Collection[etree._Element],
        captions: Collection[etree._Element],
    ) -> None:
        self.container, self.dropped, self.figures, self.captions = container, dropped, figures, captions
        self.body = Body()
        self.said: list[str] = []  # of the paragraph that is being read
        # How deep the walk is in links, table rows (whose cells are one line), items, headings, boxes whose new lines
        # are shown, tables, cells, quotations
        self.links = self.rows = self.items = self.headings = self.verbatim = self.tables = self.cells = 0
        self.quotes = 0
        self.leads = ""  # the mark of the open link, by where it leads
        self.carried: dict[etree._Element, str] = {}  # cells, with the text of those above them that reach down
        self.looked: list[etree._Element] = []  # open boxes whose whole text was looked through, and kept
        self.over: set[etree._Element] = set()  # left out: their end is no end of a link, row or item

    @cached_property
    def is_written(self) -> bool:
        """True for a text in paragraphs."""
        return is_written(self.container)

    def flatten(self, ends: Collection[etree._Element] = ()) -> Body:
        """The body, after the walk to the first of `ends`."""
        self.walker = etree.iterwalk(self.container, events=("start", "end", "comment", "pi"))
        for event, element in self.walker:
            if element in ends:
                break
            if event == "start":
                self.start(element)
                continue
            if self.looked and element is self.looked[-1]:
                self.looked.pop()
            if event == "end" and element not in self.over:
                self.end(element)
            self.tail(element)
        self.flush()
        return self.body

    def start(self, element: etree._Element) -> None:
        """Leave an element out, with what stands in it, or open it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        left_out, look = self._judged(element, tag)
        if left_out or tag in PICTURES:
            stands_under(self.body, element, self.said)
        if left_out:
            self._leave_out(element, tag)
            return
        self._open(element, tag)
        if look or (tag == "tr" and not self.rows):
            self.looked.append(element)
        if tag == "table" and self.tables < DEEPEST_DOUBT and SPANS(element):
            self.carried |= reaching_down(element)
        elif tag == "q":
            self.said.append("" if _is_quoted(element) else "‘" if self.quotes else "“")
            self.quotes += 1
        self._count(element, tag, 1)
        if (tag == "sup" and (number := raised(element))) or (tag == "sub" and (number := lowered(element, self.said))):
            self.say(number)
            self.walker.skip_subtree()
        elif element.text and tag not in PICTURES:
            self.say(element.text.rstrip() if is_initial(element) else element.text)

    def end(self, element: etree._Element) -> None:
        """Close an element that was opened."""
        tag = element.tag
        if tag == "a" and self.links:
            self.links -= 1
            self.said.append(LINK_CLOSE)
        elif tag == "q":
            self.quotes -= 1
            self.said.append("" if _is_quoted(element) else "’" if self.quotes else "”")
        elif tag == "tr" and self.rows:
            self.said.append(self.carried.pop(element, ""))
            self.flush()
            self.rows -= 1
        elif self.rows:
            if tag in BLOCKS or tag in CELLS:
                self.said.append(" ")
        elif tag in BLOCKS or tag in CELLS or shown_as_block(element):
            if self._is_card():
                self.said.append(LINK_CLOSE)
            self.flush()
        self._count(element, tag, -1)

    def tail(self, element: etree._Element) -> None:
        """Say what stands behind an element."""
        if element is not self.container and element.tail:
            self.say(element.tail.lstrip() if is_initial(element) else element.tail)

    def flush(self) -> None:
        """End the paragraph, and keep what was said in it."""
        if self.said:
            below = len(self.body.pictures) - self.said.count(PICTURE)
            paragraphs = [*paragraphs_of("".join(self.said), verbatim=self.verbatim > 0)]
            for paragraph in paragraphs:
                paragraph.line = len(paragraphs) > 1
                paragraph.below = below = below + paragraph.pictures
                paragraph.item = self.items > 0 or self.rows > 0 or (self.cells > 0 and paragraph.text.isdigit())
                paragraph.heading = self.headings > 0 and not self._is_card()
                self.body.add(paragraph)
            self.said.clear()

    def say(self, text: str) -> None:
        """Add text to the paragraph; its own new lines are none, but where they are shown."""
        said = visible(text)
        for mark in PLAIN_BREAKS if self.verbatim else NOT_BREAKS:  # a tenth of what a table of all takes
            said = said.replace(mark, " ")
        self.said.append(said)

    def _judged(self, element: etree._Element, tag: str) -> tuple[bool, bool]:
        """Whether an element is left out, and whether its whole text was looked through for that.

        A caption in or below it is the last picture's.
        """
        may_look = len(self.looked) < DEEPEST_DOUBT
        left_out = look = False
        doubt = None
        if element is not self.container:
            if tag in SILENT or element in self.dropped or (tag == "a" and leads_back(element)):
                left_out = True
            elif doubt := doubt_of(element):
                look = may_look
                left_out = look and not holds_article(element, doubt)
        if left_out:
            if doubt == "offer":
                self.body.offers.append(element)
            if tag in BLOCKS and element not in self.dropped:
                take_caption(element, self.body, self.captions)
            return True, look
        if tag in ("figcaption", "figure") or element in self.figures:
            look = may_look
            left_out = tag != "figure" or element in self.figures or (look and not holds_text(element))
            if left_out:
                picture_of(element, self.body, self.captions)
        elif (tag in CAPTIONED and is_figure(element)) or (is_paired(element) and (tag == "table" or self.is_written)):
            picture_of(element, self.body, self.captions)
            left_out = True
        elif tag in ("p", "div", "span") and (caption := below_picture(element)):
            caption_last(self.body, caption)
            left_out = True
        return left_out, look

    def _leave_out(self, element: etree._Element, tag: str) -> None:
        """Skip an element; a block ends the paragraph, but a figure in an inline element may stand in a sentence."""
        self.walker.skip_subtree()
        self.over.add(element)
        above = element.getparent()
        if tag == "figure" and above is not None and above.tag in INLINE:
            if not _ends_line(self.said):
                self.said.append(LINE_BREAK)
        elif tag in BLOCKS or tag == "figure":
            self.flush()
            self.body.broken = len(self.body.paragraphs)
            if tag == "figure" and self.body.pictures and not self.body.pictures[-1].caption:
                self.body.shown = len(self.body.paragraphs)

    def _open(self, element: etree._Element, tag: str) -> None:
        """What the start of an element means for the paragraph: a break, a mark, or its end."""
        if tag == "br":
            line = " " if self.rows else LINE_BREAK
            self.said.append((LINK_CLOSE + line + LINK_OPEN) if self.links else line)
        elif tag in PICTURES:
            if is_emoji(element):
                self.said.append(element.get("alt", "").strip())
            elif not counts_or_sells(element):
                self.body.pictures.append(Picture(element))
                self.said.append(PICTURE)
        elif tag == "a":
            self.links += 1
            self.leads = _leads_to(element.get("href", ""))
            self.said.append(LINK_OPEN + self.leads)
        elif tag == "tr" and not self.rows and len(self.looked) < DEEPEST_DOUBT and is_data_row(element, self.carried):
            self.flush()
            self.rows += 1
        elif tag in BLOCKS or tag in CELLS or shown_as_block(element):
            if self.rows:
                self.said.append(lead_of(element, self.said) + self.carried.pop(element, ""))
            else:
                self.flush()
                if self._is_card():
                    self.said.append(LINK_OPEN + self.leads)

    def _is_card(self) -> bool:
        """True within a link to another article around a whole box: picture, headline and time."""
        return self.links > 0 and self.leads == LINK_TO_ARTICLE

    def _count(self, element: etree._Element, tag: str, by: int) -> None:
        """One level further in, or out."""
        if tag in COUNTED:
            self.tables += by * (tag == "table")
            self.cells += by * (tag in CELLS)
            self.items += by * (tag == "li")
            self.headings += by * (tag in TITLES)
        self.verbatim += by * _is_verbatim(element)


def _leads_to(address: str) -> str:
    """The mark of a link by its address: to an article, to none, or neither is sure."""
    if NO_ARTICLE.match(address):
        return LINK_ELSEWHERE + LINK_TO_TAG if TO_TAG.match(address) else LINK_ELSEWHERE
    return LINK_TO_ARTICLE if TO_ARTICLE.match(address) else ""


def _ends_line(buffer: list[str]) -> bool:
    """True where nothing but spaces follows the last line break."""
    last = next((text for piece in reversed(buffer) if (text := piece.rstrip(" "))), "")
    return last.endswith(LINE_BREAK)


def _is_verbatim(element: etree._Element) -> bool:
    """True for a box whose new lines are shown as such."""
    style = element.get("style")
    return element.tag == "pre" or bool(style and VERBATIM_STYLE.search(style))


def _is_quoted(quotation: etree._Element) -> bool:
    """True for a quotation that has its own quotes."""
    return flatten(quotation)[:1] in ("“", '"', "‘", "'", "«")
