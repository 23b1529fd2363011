"""Pictures that are the article: a row of them with captions, on a page of a template that no rule knows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile
from urllib.parse import urljoin, urlsplit

from lxml import etree

from newscrawl.reading.blocks.boxes import doubt_of, is_junk_box, names_of, said_of
from newscrawl.reading.blocks.captionlines import without_credit
from newscrawl.reading.blocks.figures import LONGEST_CAPTION, is_credit
from newscrawl.reading.blocks.markup import BLOCKS, PICTURES
from newscrawl.reading.content.guess import exact_stamp, is_ago
from newscrawl.reading.content.others import is_beside, is_linked_line
from newscrawl.reading.document.addresses import PICTURE_FILE
from newscrawl.reading.fields import without_markup
from newscrawl.reading.page import Page
from newscrawl.reading.pictures.badges import is_mark
from newscrawl.reading.pictures.images import described, file_of, source_of
from newscrawl.reading.text import clean, letters, short_line

Element = etree._Element

MOST_PICTURES = 500  # of a page that are looked at
MOST_PIECES = 60  # elements of an item
MOST_BOXES = 8  # around a picture
MOST_BELOW = 2  # blocks below a picture that may be its caption
# "Foto 2: Panen Kopi", "Panen Kopi, gambar 3 dari 8": the headline and a number
NUMBERED = re.compile(r"\b(?:foto|gambar|photo|image|slide)\s*(?:ke-?\s*)?\d{1,3}(?:\s*(?:/|dari|of)\s*\d{1,3})?", re.I)
LEAST_CAPTION = 40  # characters of a caption that is a sentence
LEAST_SENTENCE = 60
LONGEST_SENTENCE = 1_500
MOST_SENTENCES = 10
LONGEST_STAMP = 40
PRICE = re.compile(r"(?:Rp|IDR|USD|\$|€)\.? ?\d[\d.,]*(?: ?(?:ribu|rb|juta|jt))?", re.I)
# Where scripts that enlarge pictures have their captions, and where a link has it that leads to the picture
OF_LINK = ("data-sub-html", "data-title", "title")
HEADLINE = 4  # words of a link to another article
OUTSIDE = frozenset({"nav", "footer", "form", "aside"})
WHOLE_PAGE = frozenset({"body", "html", "main", "article"})
SAYS = frozenset("p div span figcaption small em i dd strong h5".split())  # what a caption stands in
NUMBER = re.compile(r"(?<!\d)\d{5,12}(?!\d)")  # of an article, in its address
ENDS = re.compile(r"[.!?…)][\"”’']?$")
# "3/12", "Foto 1 dari 5", "Perbesar": the button or the place of a picture
OF_SLIDE = re.compile(
    r"(?:(?:foto|photo|gambar|image)\s*)?\d{1,3}(?:\s*(?:/|dari|of)\s*\d{1,3})?|perbesar|zoom|next|prev(?:ious)?"
    r"|sebelumnya|selanjutnya|berikutnya|\W+",
    re.I,
)


@dataclass(slots=True)
class Shown:
    """A picture of a gallery, in its item: the box of it and no other picture."""

    element: Element
    item: Element
    caption: str = ""
    credit: str = ""

    @property
    def address(self) -> str:
        """Where the picture is had: the same file as large as its link has it, or another box of its item."""
        address = source_of(self.element)
        boxes = takewhile(lambda box: box is not self.item.getparent(), self.element.iterancestors())
        values = (str(value) for box in islice(boxes, MOST_BOXES) for value in box.attrib.values())
        same = (v for v in values if PICTURE_FILE.search(v) and file_of(v) == file_of(address) and " " not in v)
        return next(same, address)


@dataclass(slots=True)
class PictureRow:
    """The pictures of a gallery in order, the box of them all and of the headline, and what is said beside them."""

    shown: list[Shown] = field(default_factory=list)
    scope: Element | None = None
    said: list[str] = field(default_factory=list)
    is_lead: bool = False  # one of them is what the page shows where it is shared

    @property
    def box(self) -> Element | None:
        """The narrowest box of them all."""
        boxes = [[*picture.item.iterancestors()] for picture in self.shown]
        return next((box for box in boxes[0] if all(box in path for path in boxes)), None) if boxes else None

    @property
    def is_captioned(self) -> bool:
        """True where most of its pictures have a sentence of their own."""
        told = {picture.caption for picture in self.shown if len(picture.caption) >= LEAST_CAPTION}
        return 3 * len(told) >= 2 * len(self.shown)


def gallery_of(page: Page, title: Element | None) -> PictureRow:
    """The longest row of pictures alike that lead to no other page, and the sentences about the headline.

    Where there is none, a row of the one picture that the page shows where it is shared.
    """
    above = {title, *title.iterancestors()} if title is not None else set()
    own = [picture for picture in _pictures(page) if not is_apart(picture, above, page)]
    files: defaultdict[Element, set[str]] = defaultdict(set)  # the pictures of each box, whatever they lead to
    for picture in islice(page.root.iter(*PICTURES), MOST_PICTURES):
        name = file_of(source_of(picture))
        for box in (picture, *picture.iterancestors()):
            files[box].add(name)
    rows: dict[object, dict[str, Shown]] = {}
    for picture in own:
        item = _item(picture, files, above)
        if not _is_card(item, page):
            rows.setdefault(_likeness(item), {}).setdefault(file_of(source_of(picture)), Shown(picture, item))
    for row in rows.values():
        _tell(row)
    lead = {file_of(address) for address in page.metas.get("og:image", [])[:1]}
    found = [row for row in rows.values() if len(row) > 1 or lead & row.keys()]
    best = max(found, key=lambda row: (sum(bool(s.caption) for s in row.values()), len(row)), default={})
    shown = [*best.values()]
    if not any(picture.caption for picture in shown):
        _tell_by_alts(shown)
    scope = _scope(shown, above)
    said = [*_sentences(scope, shown, title)] if scope is not None and title is not None else []
    return PictureRow(shown, scope, said, bool(lead & best.keys()))


def _pictures(page: Page) -> Iterator[Element]:
    """The pictures with an address that are no mark of the site."""
    for picture in islice(page.root.iter(*PICTURES), MOST_PICTURES):
        if source_of(picture) and not is_mark(picture):
            yield picture


def is_apart(picture: Element, above: set[Element], page: Page) -> bool:
    """True for a picture that leads to another page, or stands in a box that is not the article's."""
    for box in picture.iterancestors():
        if box in above:
            return False
        if box.tag == "a" and leads_away(box.get("href", ""), page):
            return True
        if box.tag in OUTSIDE or is_beside(box) or doubt_of(box) in ("junk", "offer", "player"):
            return True
    return False


def leads_away(address: str, page: Page) -> bool:
    """True for an address of another page: no picture's, none on the page itself, none of its further pictures."""
    address = address.strip()
    if not address or address.startswith(("#", "javascript:", "data:")) or PICTURE_FILE.search(address):
        return False
    try:
        there, here = urlsplit(urljoin(page.base, address)), urlsplit(page.url)
    except ValueError:
        return False
    own = re.sub(r"(?:/\d{1,3})?/?(?:\.html?)?$", "", here.path).rpartition("/")[2]
    numbered = set(NUMBER.findall(there.path)) & set(NUMBER.findall(here.path))
    return not numbered and not (own.count("-") > 1 and own in there.path)


def _item(picture: Element, files: dict[Element, set[str]], above: set[Element]) -> Element:
    """The widest box around a picture with no other in it, nor the headline."""
    around = takewhile(
        lambda box: box.tag not in WHOLE_PAGE and box not in above and len(files[box]) < 2, picture.iterancestors()
    )
    return [picture, *around][-1]


def _likeness(item: Element) -> object:
    """What items of one row have in common: their tag and first class, else the box that they stand in."""
    names = names_of(item)
    return (item.tag, names[0]) if item.get("class") and names else (item.tag, item.getparent())


def _is_card(item: Element, page: Page) -> bool:
    """True for another article's, or for goods: it has a headline, a day or a price, or its words are a link to one."""
    inner = [*islice(item.iter("*"), MOST_PIECES)]
    links = (e for e in inner if e.tag == "a" and leads_away(e.get("href", ""), page))
    headings = (e for e in inner if e.tag in ("h1", "h2", "h3", "h4"))
    if any(len(short_line(e, LONGEST_CAPTION).split()) >= HEADLINE for e in (*headings, *links)):
        return True
    lines = (short_line(e, LONGEST_STAMP) for e in inner if e.tag in SAYS or e.tag in ("b", "time"))
    return any(line and (PRICE.fullmatch(line) or is_ago(line) or exact_stamp(line)) for line in lines)


def _tell(row: dict[str, Shown]) -> None:
    """Give each picture of a row what its item says of it, or what stands below it in front of the next."""
    items = {shown.item for shown in row.values()}
    for shown in row.values():
        lines = _lines_in(shown)
        shown.credit = next((line for e, line in lines if is_credit(e)), "")
        said = described(shown.element) or _said(shown.item, lines) or _said_below(shown.item, items)
        shown.caption = without_credit(said, shown.credit) or _said_by_link(shown)
    told = [shown.caption for shown in row.values()]
    for shown in row.values():  # what each of them says is the gallery's
        shown.caption = "" if len(told) > 1 and told.count(shown.caption) == len(told) else shown.caption


def _tell_by_alts(row: list[Shown]) -> None:
    """Give pictures of which nothing else tells what stands in their place, where most have a sentence of their own."""
    alts = [clean(shown.element.get("alt", "")[: 2 * LONGEST_CAPTION]) for shown in row]
    bare = [NUMBERED.sub("", alt) for alt in alts]
    alts = [a if len(a) >= LEAST_CAPTION and bare.count(b) == 1 else "" for a, b in zip(alts, bare, strict=True)]
    if len(row) > 1 and 3 * sum(map(bool, alts)) >= 2 * len(row):
        for shown, alt in zip(row, alts, strict=True):
            shown.caption = alt


def _said_by_link(shown: Shown) -> str:
    """The sentence that a link to the picture itself, or the picture's box, has as an attribute; "" for less."""
    boxes = takewhile(lambda box: box is not shown.item.getparent(), shown.element.iterancestors())
    values = (box.get(name, "") for box in islice(boxes, MOST_BOXES) for name in OF_LINK)
    said = (clean(without_markup(value)) for value in values if value)
    return next((s for s in said if LEAST_CAPTION <= len(s) <= 2 * LONGEST_CAPTION and ENDS.search(s)), "")


def _lines_in(shown: Shown) -> list[tuple[Element, str]]:
    """The elements in an item that say something, each with that; not those in a link beside the picture."""
    linked = {e for link in islice(shown.item.iter("a"), MOST_PIECES) for e in link.iter("*")}
    linked -= {e for link in shown.element.iterancestors("a") for e in link.iter("*")}
    inner = (e for e in islice(shown.item.iter("*"), MOST_PIECES) if e.tag in SAYS and e not in linked)
    return [(e, line) for e in inner if (line := _line(e))]


def _line(element: Element) -> str:
    """What an element says of a picture; "" for a button, a link, or for how many there are."""
    line = short_line(element, LONGEST_CAPTION * 2)
    linked = sum(len(short_line(link, LONGEST_CAPTION)) for link in islice(element.iter("a"), MOST_PIECES))
    return "" if OF_SLIDE.fullmatch(line) or 2 * linked > len(line) else line


def _said(item: Element, lines: list[tuple[Element, str]]) -> str:
    """The caption in an item: of what is called so, or of its lines, the longest."""
    called = [(e, s) for e, s in lines if e.tag == "figcaption" or "caption" in said_of(e)]
    inner = [(e, s) for e, s in lines if e is not item and not any(inner.tag in BLOCKS for inner in e)]
    return max((said for _, said in called or inner or lines), key=len, default="")


def _said_below(item: Element, items: set[Element]) -> str:
    """The first line right below an item, in front of the next one and of any heading."""
    below = takewhile(lambda e: e not in items and e.tag in SAYS, item.itersiblings("*"))
    lines = (_line(e) for e in islice(below, MOST_BELOW) if next(e.iter(*PICTURES), None) is None)
    return next((line for line in lines if line), "")


def _scope(shown: list[Shown], above: set[Element]) -> Element | None:
    """The box of the headline and all pictures."""
    if not shown or not above:
        return None
    around = [box for box in shown[0].item.iterancestors() if box in above]
    return next((box for box in around if all(box in s.item.iterancestors() for s in shown)), None)


def _sentences(scope: Element, shown: list[Shown], title: Element) -> Iterator[str]:
    """The sentences nearest to the headline of a gallery that are no captions, in the box of both."""
    items = {picture.item for picture in shown}
    told = {picture.caption for picture in shown}
    above = {title, *title.iterancestors()}
    for box in takewhile(lambda box: box is not scope.getparent() and box.tag != "body", title.iterancestors()):
        found = []
        for element in (e for e in box.iter("p", "div") if e not in above and not _holds_blocks(e)):
            line = short_line(element, LONGEST_SENTENCE)
            beside = element.getparent() is title.getparent()
            if len(line) < LEAST_SENTENCE or line in told or not (beside or ENDS.search(line)):
                continue
            if _is_own(element, items, above) and (doubt_of(element) != "junk" if beside else not is_junk_box(element)):
                found.append(line)
        if found:
            yield from found[:MOST_SENTENCES]
            return


def _holds_blocks(element: Element) -> bool:
    return any(inner.tag in BLOCKS or inner.tag in PICTURES for inner in element)


def _is_own(element: Element, items: set[Element], above: set[Element]) -> bool:
    """True for a line of the article's: of no card, no item of the gallery, no box beside the article, no link."""
    around = [element, *takewhile(lambda box: box not in above, element.iterancestors())]
    if any(box in items or box.tag in OUTSIDE or is_beside(box) for box in around) or any(map(is_junk_box, around[1:])):
        return False
    links = (link for box in around for link in islice(box.iter("a"), MOST_PIECES))
    return not any(map(is_linked_line, links)) and bool(
        _line(element) or len(short_line(element, LONGEST_SENTENCE)) > 2 * LONGEST_CAPTION
    )


def unsaid(texts: list[str], row: PictureRow) -> list[str]:
    """Those of some paragraphs that no picture of a gallery says."""
    told = [letters(f"{picture.caption} {picture.credit}") for picture in row.shown]
    return [text for text in texts if text and not any(letters(text) in said for said in told)]


def untold(texts: list[str], row: PictureRow) -> list[str]:
    """Those of some paragraphs that no picture of a gallery says; none where no sentence is among them."""
    left = unsaid(texts, row)
    return left if any(len(text) >= LEAST_SENTENCE for text in left) else []
