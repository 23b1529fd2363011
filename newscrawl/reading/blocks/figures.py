"""Pictures in a body, their captions and the headings they stand under."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from newscrawl.reading.blocks.boxes import has_article_chars, is_named, said_of
from newscrawl.reading.blocks.captionlines import credit_line, says_one_line, without_credit
from newscrawl.reading.blocks.lines import MARKS, continued, initial
from newscrawl.reading.blocks.markup import PICTURES, SHOWN
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.document.addresses import PICTURE_FILE
from newscrawl.reading.text import clean, flatten, short_line

# "photo__author", "image-credit", "source-img"
CREDIT_NAME = re.compile(
    r"(?:(?:photo|foto|image|img|media|picture|figure|caption)[-_]*)?(?:credits?|kredit|copyright|photographer|fotografer|author)"
    r"|(?:photo|foto|image|img|picture|caption)[-_]*(?:source|author|by)|source-img",
    re.I,
)
# ".photo", ".foto-berita", ".img_kiri"
OF_PICTURE = re.compile(r"(?:photo|foto|image|img|gambar|picture)(?:[-_]\w+)?", re.I)
# "Sumber gambar, Getty Images", "Hak atas foto Getty Images", "Image source, Getty Images"
SOURCE_LABEL = re.compile(
    r"(?:(?:sumber|hak atas|kredit) (?:gambar|foto)|(?:image|photo) source)(?:\s*[:,]|(?=(?-i:\s*[A-Z])))", re.I
)
# A picture in place of a character: "😀", "❤️"
EMOJI = re.compile(r"[\u203c-\u3299\ufe0f\u200d\U0001f000-\U0001faff]{1,12}")
# The great letter that a text begins with: "dropcap", "first-letter"
INITIAL_NAME = re.compile(r"(?:[\w-]*[-_])?(?:drop-?caps?|first-?letter|initial-?cap|big-?letter)(?:[-_][\w-]*)?", re.I)
INITIAL_STYLE = re.compile(r"(?=.*float\s*:\s*left)(?=.*font-size)|initial-letter", re.I)
LONGEST_CREDIT = 80  # characters
LONGEST_CAPTION = 350  # characters
SHORTEST_ALT = 25  # characters of what a picture says in its place
LINES_OF_PICTURE = 2  # below it: its credit and its caption
WRITTEN = frozenset("p h1 h2 h3 h4 h5 h6 li td dt dd blockquote".split())  # each a paragraph
FILMS = SHOWN - PICTURES - {"blockquote"}
MOST_EMPTY = 4  # siblings in front of a caption, with its picture
FINE = frozenset(("em", "small", "i"))
DEEPEST_FINE = 4  # elements around a line that is slanted
MOST_BESIDE = 200  # elements or texts beside a picture that are looked at
# The sizes in which advertisements are sold
SOLD = frozenset("300x250 336x280 300x600 160x600 120x600 728x90 970x90 970x250 468x60 320x50 320x100".split())


@dataclass(slots=True)
class Picture:
    """A picture in the body: its element, its figure's caption, and whose it is by an element of its own."""

    element: etree._Element
    caption: str = ""
    credit: str = ""


@dataclass(slots=True)
class Body:
    """The blocks of a container in order, still with boilerplate, and its pictures.

    `broken`: how many paragraphs there were when a box was last left out; `shown`: when a figure that says nothing was;
    `counted`: how many pictures there were when a paragraph was added, `left`: how many lines below one may be of it.
    """

    paragraphs: list[Paragraph] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    offers: list[etree._Element] = field(default_factory=list)  # left out
    broken: int = -1
    shown: int = -1
    counted: int = 0
    left: int = -1

    def add(self, paragraph: Paragraph) -> None:
        """Keep a paragraph; it may go on where a box stood within its sentence, or behind its first letter."""
        if self._is_told_of_picture(paragraph):
            return
        paragraph.under = self.shown == len(self.paragraphs)
        above = self.paragraphs[-1] if self.paragraphs else None
        broken = self.broken == len(self.paragraphs)
        whole = None if above is None else (broken and continued(above, paragraph)) or initial(above, paragraph)
        if whole:
            self.paragraphs[-1] = whole
        else:
            self.paragraphs.append(paragraph)

    def _is_told_of_picture(self, paragraph: Paragraph) -> bool:
        """Take for the last picture's caption the sentence right below it that the picture itself says, too."""
        if len(self.pictures) != self.counted:
            self.counted, self.left = len(self.pictures), LINES_OF_PICTURE
        elif paragraph.text:
            self.left -= 1
        if self.left < 0 or not self.pictures or paragraph.heading:
            return False
        above = next((p for p in self.paragraphs[: -LINES_OF_PICTURE - 1 : -1] if p.text), None)
        # below the heading of a part such a line is no sub-heading of its own; an item is of its list
        of_part = above is not None and above.heading and above.picture and not paragraph.item
        if not (of_part or paragraph.text.endswith((".", ")"))):
            return False
        alt = clean(self.pictures[-1].element.get("alt", "")[:LONGEST_CAPTION])
        if len(alt) < SHORTEST_ALT or alt.rstrip(".)") != paragraph.text.rstrip(".)"):
            return False
        caption_last(self, paragraph.text)
        return True


def texts_of(body: Body) -> list[str]:
    """The paragraphs of a body as plain text."""
    return [paragraph.text for paragraph in body.paragraphs]


def picture_of(figure: etree._Element, body: Body, marked: Collection[etree._Element]) -> None:
    """A figure is a picture and its caption; neither is text."""
    pictures = [e for e in figure.iter() if e.tag in PICTURES]
    inner = (e for e in figure.iter() if e in marked or e.tag == "figcaption")
    captions = [figure] if figure.tag == "figcaption" else list(inner)
    caption = " ".join(flatten(c) for c in captions)
    credit = next((said for e in figure.iter() if is_credit(e) and (said := short_line(e, LONGEST_CREDIT))), "")
    lines = captions or islice(figure.iter("*"), MOST_BESIDE)
    credit = credit or _labelled(figure, captions) or next(filter(None, map(credit_line, lines)), "")
    caption = without_credit(caption, credit)
    if not captions and (figure.tag != "figure" or says_one_line(figure)):  # all that a portal's own box says is it
        caption = without_credit(short_line(figure, LONGEST_CAPTION), credit)
    if pictures:
        body.pictures.append(Picture(pictures[0], caption or clean(figure.get("data-description", "")), credit))
    else:
        caption_last(body, caption)


def _labelled(figure: etree._Element, captions: list[etree._Element]) -> str:
    """The line beside the captions of a figure that says by its label whose the picture is."""
    beside = (e for e in islice(figure.iter("p", "span", "div", "small"), MOST_BESIDE) if e not in captions)
    lines = (short_line(e, LONGEST_CREDIT) for e in beside if not any(c in captions for c in e.iter("figcaption")))
    return next((said for said in lines if SOURCE_LABEL.match(said)), "")


def is_credit(element: etree._Element) -> bool:
    """True for an element that is named as what says whose a picture is."""
    return isinstance(element.tag, str) and is_named(element, CREDIT_NAME)


def stands_under(body: Body, element: etree._Element, said: list[str]) -> None:
    """Mark the heading that a picture or a film stands under, with nothing said in between."""
    heading = body.paragraphs[-1] if body.paragraphs and body.paragraphs[-1].heading else None
    if heading is None or heading.picture or len(said) > MOST_BESIDE or not any(e.tag in SHOWN for e in element.iter()):
        return
    heading.picture = not any(MARKS.sub("", piece).strip() for piece in said)


def caption_last(body: Body, caption: str) -> None:
    """Give the last picture the caption that stands below it, if it has none."""
    if body.pictures and caption and not body.pictures[-1].caption:
        body.pictures[-1].caption = caption


def is_figure(element: etree._Element) -> bool:
    """True for a box of a picture and, if anything, one short line: by its name, or since the line is small or slanted.

    >>> [is_figure(etree.HTML(f"<p><img src='a.jpg'>{x}</p>").find(".//p"))
    ...  for x in ("<em>Gudang garam</em>", "<em>Gudang</em> garam baru.", "Gudang garam")]
    [True, False, False]
    >>> is_figure(etree.HTML("<p><img src='a.png' alt='😀'> <em>Kami pulang!</em></p>").find(".//p"))
    False
    """
    if element.tag == "div" and _is_named_figure(element):
        return True
    last = element[-1] if 1 < len(element) <= MOST_BESIDE else None
    if last is None or last.tag not in FINE or (element.text and element.text.strip()):
        return False
    pictures = [*element][:-1]
    return (
        not any((child.tail or "").strip() for child in element)
        and all(not flatten(child) for child in pictures)
        and any(e.tag in PICTURES and not is_emoji(e) for child in pictures for e in islice(child.iter(), MOST_BESIDE))
        and bool(short_line(last, LONGEST_CAPTION))
    )


def is_emoji(picture: etree._Element) -> bool:
    """True for a picture in place of a character: "😀", or ":)" where it is named so."""
    said = picture.get("alt", "").strip()
    named = 0 < len(said) <= 6 and re.search(r"emoji|smiley|emoticon", picture.get("class", ""), re.I)
    return bool(named or EMOJI.fullmatch(said)) or (len(said) == 1 and said.isupper() and is_initial(picture))


def is_initial(element: etree._Element) -> bool:
    """True for a box of the great letter that a text begins with: the word goes on right behind it."""
    if not isinstance(element.tag, str) or not (element.get("class") or element.get("style")):
        return False
    style = element.get("style")
    styled = style is not None and bool(INITIAL_STYLE.search(style))
    if not styled and not is_named(element, INITIAL_NAME):
        return False
    letter = "".join(map(str, islice(element.itertext(), 3))).strip(" \n\t\xa0“\"‘'")
    return len(letter) == 1 or (not letter and element.tag in PICTURES)


def _is_named_figure(element: etree._Element) -> bool:
    """True for a box called a figure, or a picture's in which somebody is named whose the picture is."""
    pictured = is_named(element, OF_PICTURE)
    if not (pictured or "figure" in said_of(element)) or has_article_chars(element):
        return False
    inside = [*islice(element.iter(), MOST_BESIDE + 1)]
    if pictured and not any(is_credit(e) and flatten(e) for e in inside):
        return False
    said = [e for e in inside if e.tag in WRITTEN and flatten(e)]
    return len(inside) <= MOST_BESIDE and len(said) < 2 and any(e.tag in PICTURES for e in inside)


def take_caption(element: etree._Element, body: Body, marked: Collection[etree._Element]) -> None:
    """What a box that is left out says of a picture: of its own, where it is a caption's with one, else of the last."""
    caption = caption_box(element)
    if caption and any(e.tag in PICTURES for e in islice(element.iter(), MOST_BESIDE)):
        picture_of(element, body, marked)
    else:
        caption_last(body, caption)
    if body.pictures and not body.pictures[-1].credit and is_credit(element):
        above = next(element.itersiblings(preceding=True), element)
        if body.pictures[-1].element in islice(above.iter(), MOST_BESIDE) and not flatten(above):
            body.pictures[-1].credit = short_line(element, LONGEST_CREDIT)


def counts_or_sells(picture: etree._Element) -> bool:
    """True for a picture of a pixel or two, which counts visits, and for one that is sold and leads away.

    >>> [counts_or_sells(etree.HTML(f"<a href='{to}'><img width='300' height='{h}'></a>").find(".//img"))
    ...  for to, h in (("/klik?id=2", "250px"), ("/klik?id=2", "251"), ("/foto/besar.jpg", "250"))]
    [True, False, False]
    """
    width, height = (picture.get(side, "").strip().removesuffix("px") for side in ("width", "height"))
    if width in ("0", "1", "2") and height in ("0", "1", "2"):
        return True
    link = picture.getparent() if f"{width}x{height}" in SOLD else None
    return link is not None and link.tag == "a" and not PICTURE_FILE.search(link.get("href", ""))


def caption_box(element: etree._Element) -> str:
    """What a short box says that is named as what stands under a picture."""
    return short_line(element, LONGEST_CAPTION) if "caption" in said_of(element) else ""


def below_picture(element: etree._Element) -> str:
    """A short line right below nothing but a picture, all of it small or slanted, or named as a caption.

    Below a film only what is named so. Empty boxes may stand in between.
    """
    fine = element.tag != "span" and _is_fine(element)
    said = short_line(element, LONGEST_CAPTION) if fine else caption_box(element)
    if not said:
        return ""
    for above in islice(element.itersiblings(preceding=True), MOST_EMPTY):
        if (above.tail or "").strip() or sum(1 for _ in islice(above.iter(), MOST_BESIDE + 1)) > MOST_BESIDE:
            return ""
        if any(e.tag in PICTURES or (not fine and e.tag in FILMS) for e in above.iter()):
            return "" if flatten(above) else said
        if flatten(above):
            return ""
    return ""


def _is_fine(element: etree._Element) -> bool:
    """True for a line that is small or slanted as a whole."""
    for _ in range(DEEPEST_FINE):
        if len(element) != 1 or (element.text or "").strip() or (element[0].tail or "").strip():
            return False
        element = element[0]
        if element.tag in FINE:
            return True
    return False


def holds_text(figure: etree._Element) -> bool:
    """True for a figure that wraps a table or a quotation, or that was never closed."""
    if has_article_chars(figure) or next(figure.iter("table", "blockquote"), None) is not None:
        return True
    captions = [*figure.iter("figcaption")]
    within = {p for caption in captions for p in caption.iter("p")}
    said = [p for p in figure.iter("p") if p not in within]
    if not captions and len(said) < 2:
        return False
    return not all(not line or SOURCE_LABEL.match(line) for line in map(flatten, said))
