"""The pictures of an article: the lead and those in its text, each once, with its caption and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, islice
from typing import Any

from lxml import etree

from newscrawl.items import Image
from newscrawl.reading.blocks.captionlines import credit_line, unbracketed, without_credit
from newscrawl.reading.blocks.figures import (
    LONGEST_CAPTION,
    LONGEST_CREDIT,
    SOURCE_LABEL,
    Picture,
    is_credit,
)
from newscrawl.reading.blocks.markup import PICTURES
from newscrawl.reading.blocks.paragraphs import Cleaned, Paragraph
from newscrawl.reading.content.containers import BodyText
from newscrawl.reading.content.guess import BYLINE, EDITED, exact_stamp, is_ago
from newscrawl.reading.fields import FieldLoader, without_markup
from newscrawl.reading.metalines import read_meta_line
from newscrawl.reading.page import LONGEST_ADDRESS, Page
from newscrawl.reading.phrases.boilerplate import is_caption, is_junk
from newscrawl.reading.phrases.counters import is_counter
from newscrawl.reading.phrases.names.bylines import LONGEST_BYLINE
from newscrawl.reading.phrases.names.owners import owner_in
from newscrawl.reading.phrases.page.headlines import SENTENCE_BREAK
from newscrawl.reading.phrases.pictures.captions import split_credit
from newscrawl.reading.phrases.pictures.standins import stands_in
from newscrawl.reading.pictures.badges import is_badge
from newscrawl.reading.pictures.renditions import absolute, say_as
from newscrawl.reading.rules import MOST_VALUES
from newscrawl.reading.text import clean, flatten, short_line

Element = etree._Element

MOST_PICTURES = 1_000
IMAGE = "article.image | [[*].url, [*].contentUrl, url, contentUrl, @][][] | [?type(@) == 'string']"
SIZED = re.compile(r"([^\s,]\S*)\s+(\d{1,5}(?:\.\d{1,3})?)[wx]")  # one of a `srcset`
TELLING_NAME = 12  # characters of a file's name, "kopi-1.jpg" is no picture's alone
LEAST_OF_NUMBER = 5  # digits; "/546770/ilustrasi.jpg": a folder of its own tells it apart
DESCRIBED = ("data-description", "data-caption", "data-image-caption", "data-short-desc")
WHOLE = "data-image-ori"  # of a picture's box: the same file, not made small
PHOTO_LABEL = re.compile(rf"^(?:(?:(?:foto|photo)\w*|sumber|credits?|kredit)\s*:|{SOURCE_LABEL.pattern})\s*", re.I)


class Gallery:
    """The pictures found so far, each once: by its address, or by the name of its file in whatever size."""

    def __init__(self, loader: FieldLoader) -> None:
        self.loader = loader
        self.images: dict[str, Image] = {}
        self.files: dict[str, str] = {}  # names that tell files apart -> the first address

    def add(self, address: str, caption: str, credit: str = "") -> Image | None:
        """Add what the field's `_in` makes of an address; null for what stands where no picture is."""
        known = None
        for taken in self.loader.taken("images", [address] if address else []):
            url = absolute(self.loader.page, taken)
            if url and not stands_in(url, self.loader.host):
                image = Image(url, *split_credit(clean(caption), self.loader.credit_form))
                image.credit = image.credit or owner_in(PHOTO_LABEL.sub("", unbracketed(credit)), image.caption)
                name = file_of(url)
                first = self.files.setdefault(name, url) if len(name) >= TELLING_NAME else url
                known = self.images.setdefault(first, image)
                say_as(known, image)
        return known


def read_images(loader: FieldLoader, text: BodyText, *, gallery: bool = False) -> list[Image]:
    """The lead picture, or all of a gallery, then those of the text, then captions that stood alone in it."""
    lead = [e for e in loader.first("images", "css") if isinstance(e, Element)]
    metas = loader.first("images", "meta")[:1] if lead else stated_lead(loader)
    addresses = [] if lead else metas
    if addresses and (shown := _shown(loader.page, addresses[0])) is not None:
        lead = [shown]
    caption, credit = _said_of_lead(loader, text, lead[0] if lead else None)
    found = Gallery(loader)
    for element in lead if gallery else [] if addresses else lead[:1]:
        found.add(source_of(element), described(element) if found.images else caption)
    if not found.images:
        for address in metas:
            found.add(address, caption)
    first = next(iter(found.images.values()), None)
    if first and credit and not first.credit:
        first.credit = owner_in(PHOTO_LABEL.sub("", credit), first.caption)
    added = [_added(found, picture) for picture in text.pictures[: text.cleaned.pictures][:MOST_PICTURES]]
    images = list(found.images.values())
    _caption_by_lines(images, added, text.cleaned, loader.credit_form)
    return images


def stated_lead(loader: FieldLoader) -> list[str]:
    """The address of the lead picture as the metas, else the structured data, name it; [] where none does."""
    return loader.first("images", "meta")[:1] or loader.page.find(IMAGE)[:1]


def _added(found: Gallery, picture: Picture) -> Image | None:
    if is_badge(picture.element):
        return None
    return found.add(source_of(picture.element), picture.caption or described(picture.element), picture.credit)


def _caption_by_lines(images: list[Image], shown: list[Image | None], cleaned: Cleaned, form: re.Pattern[str]) -> None:
    """Give captions that stood alone in the text to the pictures right above, else to those that have none in turn."""
    others = []
    for line, below in zip(cleaned.captions, cleaned.below, strict=True):
        image = shown[below - 1] if 0 < below <= len(shown) else None
        if image is None:
            others.append(line)
        elif not image.caption:
            image.caption, image.credit = split_credit(line, form)
    bare = [image for image in images[1:] or images if not image.caption]
    for image, line in zip(bare, others, strict=False):
        image.caption, image.credit = split_credit(line, form)


def _said_of_lead(loader: FieldLoader, text: BodyText, lead: Element | None) -> tuple[str, str]:
    """The caption of the lead picture, and its credit where it has a place of its own."""
    captions, credits = (loader.first(field, "css") for field in ("caption", "credit"))
    if lead is None:
        captions, credits = _not_of_text(captions, text), _not_of_text(credits, text)
    elif captions or credits:
        pictured = _around(loader.page.root.iter(*PICTURES))
        captions, credits = (_not_of_others(found, lead, pictured) for found in (captions, credits))
    caption = next((flatten(v) for v in captions), "")
    if not caption and lead is not None:
        caption = described(lead) or _said_below(lead, text)
    credit = next((unbracketed(flatten(v)) for v in credits), "")
    if not credit and caption:
        boxes = captions[:1] if captions or lead is None else [lead.getparent()]
        inner = (e for v in boxes if isinstance(v, Element) for e in v.iter() if e is not v and is_credit(e))
        credits = [short_line(e, LONGEST_CREDIT) for e in islice(inner, MOST_VALUES)]
        lines = boxes if captions or lead is None else _lines_below(lead)
        credits += [credit_line(v) for v in lines if isinstance(v, Element)]
        credit = next((unbracketed(said) for said in credits if said and said in caption), "")
    if credit and len(credit) <= LONGEST_BYLINE:  # it may be printed in the caption too, before or behind it
        caption = without_credit(caption, credit)
    return caption, credit


def _said_below(picture: Element, text: BodyText) -> str:
    """What stands below a picture, unless it is a paragraph of the text: several sentences, or one of its own there."""
    said = _below(picture, text.box)
    begins = said in text.cleaned.paragraphs and (
        len(SENTENCE_BREAK.findall(said)) > 1
        or (said.endswith(".") and {*text.containers, text.box}.isdisjoint(picture.iterancestors()))
    )
    return "" if begins or (said and tells_of_page(said)) else said


def tells_of_page(line: str) -> bool:
    """True for a line below a picture that is a date, a label, a button, a counter or a byline, and no caption.

    >>> [*map(tells_of_page, ("Jumat, 24 Juli 2026 15:18 WIB", "Editor: Siti Aminah", "Warga Sora memetik kopi"))]
    [True, True, False]
    """
    if exact_stamp(line) or read_meta_line(line):
        return True
    named = BYLINE.match(line) or EDITED.match(line)
    control = named or is_counter(line) or is_ago(line) or is_junk(Paragraph(line))
    return bool(control) and not is_caption(Paragraph(line), under_picture=True)


def described(picture: Element) -> str:
    """What the box of a picture, and of no other, says of it in an attribute."""
    boxes = (picture, *islice(picture.iterancestors(), 8))
    found = ((said, box) for box in boxes for name in DESCRIBED if (said := box.get(name)))
    said, box = next(found, ("", picture))
    return clean(without_markup(said)) if box is picture or not _shows_several(box) else ""


def _shown(page: Page, address: str) -> Element | None:
    """The page's picture of a file, whatever its size and host; the first of several."""
    name = file_of(address)
    pictures = (e for e in page.root.iter("img", "amp-img") if name and file_of(source_of(e)) == name)
    return next(pictures, None)


def file_of(address: str) -> str:
    """The name of a file, with its folder where that is a number.

    >>> file_of("https://a.id/300x200/kopi.jpg?w=3"), file_of("https://a.id/real/546770/ilustrasi.jpg")
    ('kopi.jpg', '546770/ilustrasi.jpg')
    """
    name = address.partition("?")[0].rpartition("/")
    folder = name[0].rpartition("/")[2]
    return f"{folder}/{name[2]}" if folder.isdigit() and len(folder) >= LEAST_OF_NUMBER else name[2]


def _below(picture: Element, text: Element | None) -> str:
    """The short text in the smallest box around a picture that has any, if the box holds no other picture."""
    label = ""
    for box in islice(picture.iterancestors(), 6):
        if box.tag in ("body", "article", "main") or box is text or _shows_several(box):
            return ""
        if said := flatten(box).removeprefix(label).removesuffix(label).strip():
            if PHOTO_LABEL.fullmatch(said):  # "Photo :" and nobody behind it
                label = said
                continue
            said_elsewhere = next(box.iter("h1", "h2"), None) is not None or any(map(flatten, box.iter("a")))
            return "" if said_elsewhere or len(said) > LONGEST_CAPTION else said
    return ""


def _lines_below(picture: Element) -> list[Element]:
    """The smallest box around a picture that says anything, and the boxes in it."""
    box = next((box for box in islice(picture.iterancestors(), 6) if flatten(box)), picture)
    return [*islice(box.iter("*"), MOST_VALUES)]


def _shows_several(box: Element) -> bool:
    """True for a box with two pictures or more; one that is told twice, for browsers without a program, is one."""
    return len({file_of(source_of(picture)) for picture in islice(box.iter(*PICTURES), MOST_VALUES)}) > 1


def _not_of_others(captions: list[Any], picture: Element, pictured: set[Element]) -> list[Any]:
    """The captions but those whose own box, the smallest of those with a picture, holds another and not this."""
    own = {picture, *picture.iterancestors()} if picture.tag in PICTURES else set()
    return _held_by(own, captions, pictured)


def _not_of_text(captions: list[Any], text: BodyText) -> list[Any]:
    """The captions but those that stand in the text in a box with a picture: they are that picture's."""
    if not captions or text.box is None or not text.pictures:
        return captions
    outside = {text.box, *text.box.iterancestors()}
    return _held_by(outside, captions, _around(picture.element for picture in text.pictures))


def _held_by(own: set[Element], captions: list[Any], pictured: set[Element]) -> list[Any]:
    """The captions whose smallest box with a picture is one of some boxes, and those in no such box."""
    found = []
    for caption in captions[:MOST_VALUES]:
        around = (caption, *caption.iterancestors()) if isinstance(caption, Element) else ()
        smallest = next((box for box in around if box in pictured), None)
        if smallest is None or smallest in own:
            found.append(caption)
    return found


def _around(elements: Iterable[Element]) -> set[Element]:
    """The elements and every box around one of them."""
    boxes: set[Element] = set()
    for element in elements:
        for box in chain([element], element.iterancestors()):
            if box in boxes:
                break
            boxes.add(box)
    return boxes


def source_of(element: Element) -> str:
    """The address of a picture, as large as its box says that it is had."""
    address = _shown_source(element)
    boxes = islice(element.iterancestors(), 3)
    return next((whole for box in boxes if (whole := box.get(WHOLE)) and file_of(whole) == file_of(address)), address)


def _shown_source(element: Element) -> str:
    """The address of a picture as it is shown: lazy loaders keep it beside a placeholder `src`."""
    for name in ("data-original", "data-src", "data-lazy-src", "src"):
        if (address := element.get(name, "").strip()) and not address.startswith("data:"):
            return address
    return _largest(element.get("srcset") or element.get("data-srcset") or "")


def _largest(addresses: str) -> str:
    """The largest picture of a `srcset`; "" where there is none.

    >>> _largest("/a,1.jpg 320w, /a,2.jpg 1200w"), _largest("/b.jpg, /b2.jpg 2x"), _largest("/c.jpg")
    ('/a,2.jpg', '/b2.jpg', '/c.jpg')
    """
    sized = [(float(size), address) for address, size in SIZED.findall(addresses[:LONGEST_ADDRESS])]
    return max(sized, default=(0.0, addresses.split(",")[0].strip() if "," not in addresses.strip(" ,") else ""))[1]
