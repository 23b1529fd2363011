"""What stands at the lead picture of a page of a template that no rule knows: its caption, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, takewhile
from urllib.parse import urlsplit

from lxml import etree

from newscrawl.items import Image
from newscrawl.reading.blocks.boxes import is_named, names_of, said_of
from newscrawl.reading.blocks.figures import CREDIT_NAME, FINE, LONGEST_CAPTION, Body, picture_of
from newscrawl.reading.blocks.markup import HEADINGS, PICTURES
from newscrawl.reading.content.containers import BodyText
from newscrawl.reading.content.guess import AUTHOR_NAME, SIGNED_DATE
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.headline import likely_title
from newscrawl.reading.phrases.names.signoffs import NAME
from newscrawl.reading.phrases.pictures.captions import split_credit
from newscrawl.reading.pictures.badges import is_mark
from newscrawl.reading.pictures.images import TELLING_NAME, described, source_of, tells_of_page
from newscrawl.reading.pictures.renditions import SIZE_BEHIND, key_of, root_of, whole
from newscrawl.reading.text import clean, flatten, short_line
from newscrawl.reading.unruled.galleries import is_apart

Element = etree._Element

# ".ket", ".info-foto", ".imgcap": right below a lead picture
BELOW_LEAD = re.compile(
    r"(?:[\w-]*[-_])?(?:ket|capt?|keterangan)(?:[-_]?(?:foto|photo|gambar|img|image|pic))?"
    r"|(?:[\w-]*[-_])?(?:teks|info|text|desc|judul)[-_]?(?:foto|photo|gambar|img|image|pic)"
    r"|(?:amp|img|foto|photo|pic|gambar)[-_]?capt?",
    re.I,
)
SAYS_OWNER = re.compile(r"[(\[]\s*\S.*[)\]]|\b(?:foto|photo)\s*:", re.I)  # "Judul | Sora" is the page's title
OWNER_LABEL = re.compile(r"(?:^|[(\[])\s*(?:foto|photo)\s*:\s*\w", re.I)  # "Foto: Sora", "Ilustrasi (foto: Sora)"
SMALL = frozenset("text-xs text-sm small text-small italic fst-italic".split())  # class names of styles
OF_SITE = frozenset("logo logos default placeholder favicon fallback".split())
LEAST_WORDS = 4  # of a caption that tells a lead picture: a portrait of who wrote it has but a name
MOST_BESIDE_LOGO = 5  # words of a file's name
DRAWN = re.compile(r"\.(?:png|svg|gif)(?:\?|$)", re.I)
MOST_SHOWN = 5  # copies of a picture that are looked at
MOST_AROUND = 6  # boxes around one
LONGEST_BUTTON = 30  # characters: "Perbesar", "Lihat Foto"
LONGEST_TOLD = 700  # of what is called a caption
LONGEST_OWNER = 100
MOST_APART = 80  # elements between a lead picture and its text
NOT_SAID = frozenset({"a", "script", "style", "option", *HEADINGS})
MOST_EMPTY = 3  # boxes between a picture and its caption


class Leads:
    """What a page shows of the lead picture of its article, in or about the box of its text."""

    def __init__(self, loader: FieldLoader, text: BodyText) -> None:
        self.page = loader.page
        self.form = loader.credit_form  # the site's own way to write captions
        self.box = text.box
        self.paragraphs = text.cleaned.paragraphs  # a line that is among them is no caption

    def told_of(self, images: list[Image]) -> list[Image]:
        """The pictures with what the page says of the first one, which its metas name and the page may not show.

        In place of what the site shares all its pages by stands what is shown with a caption between headline and text.
        """
        first, *rest = images
        shown = self._renditions(first)
        if not shown and (lead := self._lead()) is not None:
            own = self._said(lead)
            self._say_apart(own, lead)
            told = _tells(own, lead)
            if told and _is_alike(own.url, first.url):
                first.caption, first.credit = own.caption, own.credit
            elif told and not DRAWN.search(own.url):
                return [own, *(image for image in rest if key_of(image.url) != key_of(own.url))]
        if not first.caption:
            self._say(first, shown)
            if shown:
                self._say_apart(first, shown[0])
        return rest if not shown and not first.caption and _is_of_site(first.url) else images

    def shown(self) -> list[Image]:
        """The picture between headline and text, with its caption; none where it may be a portrait."""
        if (lead := self._lead()) is None:
            return []
        own = self._said(lead)
        return [own] if own.caption and _tells(own, lead) and not DRAWN.search(own.url) else []

    def say_of(self, image: Image) -> None:
        """Give a picture the caption that the page shows with one of its renditions, if any."""
        self._say(image, self._renditions(image))

    def _said(self, picture: Element) -> Image:
        """A picture of the page as it is had, with what is said of it."""
        image = Image(whole(self.page, source_of(picture)))
        self._say(image, [picture])
        return image

    def _say(self, image: Image, shown: Iterable[Element]) -> None:
        """Give a picture the caption that stands in or right below a box of it on the page."""
        for picture in shown:
            alone = (described(picture), _below(picture), self._credited_attribute(picture))
            for said, credit in (*_in_figure(picture), *((said, "") for said in alone)):
                if said and said not in self.paragraphs:
                    image.caption, owner = split_credit(clean(said), self.form)
                    image.credit = owner or credit or image.credit
                    return

    def _say_apart(self, image: Image, picture: Element) -> None:
        """Give a picture of which nothing is known the line in front of the text that says whose a picture is."""
        order = self.page.index.order
        if image.caption or image.credit or self.box is None or picture not in order:
            return
        begin = order[picture] + 1
        for element in self.page.index.elements[begin : min(order.get(self.box, 0), begin + MOST_APART)]:
            if element.tag in PICTURES and source_of(element) and next(element.iterancestors("a"), None) is None:
                return
            line = "" if len(element) or element.tag in NOT_SAID else short_line(element, LONGEST_OWNER)
            if OWNER_LABEL.search(line) and next(element.iterancestors("a", "li", *HEADINGS), None) is None:
                image.caption, image.credit = split_credit(line, self.form)
                return

    def _credited_attribute(self, picture: Element) -> str:
        """What stands in a picture's place, or beside the pointer, if it says whose the picture is, too; else ""."""
        said = (clean(picture.get(name, "")[:LONGEST_CAPTION]) for name in ("title", "alt"))
        return next((line for line in said if SAYS_OWNER.search(line) and all(split_credit(line, self.form))), "")

    def _lead(self) -> Element | None:
        """The first picture between the headline and the box of the text that is of the article; null for none."""
        title = likely_title(self.page)
        if title is None or self.box is None:
            return None
        order = self.page.index.order
        begin, end = order.get(title, 0), order.get(self.box, 0)
        above = {title, *title.iterancestors()}
        between = (e for e in self.page.index.tagged(*PICTURES) if begin < order.get(e, 0) < end)
        own = (e for e in between if source_of(e) and not is_mark(e) and not is_apart(e, above, self.page))
        return next(own, None)

    def _renditions(self, image: Image) -> list[Element]:
        """The page's pictures that are renditions of one; not those that lead to an article."""
        key = key_of(image.url)
        root = root_of(key)
        named = (e for e in self.page.index.tagged(*PICTURES) if root in source_of(e).lower())
        same = (e for e in named if key_of(whole(self.page, source_of(e))) == key)
        own = (e for e in same if next(e.iterancestors("nav", "aside", "li"), None) is None)
        return [*islice(own, MOST_SHOWN)]


def _tells(image: Image, picture: Element) -> bool:
    """True for a picture with an address and a caption, or with whose it is, that is no portrait of the writer."""
    said = image.credit or len((image.caption or "").split()) >= LEAST_WORDS
    boxes = (picture, *islice(picture.iterancestors(), 3))
    return bool(image.url and said) and not any(is_named(box, AUTHOR_NAME) for box in boxes)


def _is_of_site(url: str) -> bool:
    """True for the picture that a site shares every page by: its logo. A headline's words may have a logo among them.

    >>> _is_of_site("https://a.id/img/logo-og.png"), _is_of_site("https://a.id/fb-default.jpg")
    (True, True)
    >>> _is_of_site("https://a.id/img/panen-kopi.jpg"), _is_of_site("https://a.id/lomba-desain-logo-ikn.jpg")
    (False, False)
    """
    name = urlsplit(url).path.rpartition("/")[2].lower()
    words = re.findall(r"[a-z]+", name.rpartition(".")[0])
    others = [word for word in words if word not in OF_SITE]
    at_edge = not OF_SITE.isdisjoint(words[:1] + words[-1:])
    return len(words) > len(others) and len(others) < (MOST_BESIDE_LOGO if at_edge else LEAST_WORDS - 1)


def _is_alike(one: str, other: str) -> bool:
    """True for files whose names begin alike, for the most part.

    >>> _is_alike("https://a.id/1703samsul-dok-persib780x390.jpg", "https://a.id/1703samsul-dok-persibp.jpg")
    True
    """
    names = [SIZE_BEHIND.sub("", urlsplit(url).path.rpartition("/")[2]).rpartition(".")[0] for url in (one, other)]
    common = len([*takewhile(lambda pair: pair[0] == pair[1], zip(*names, strict=False))])
    return common >= TELLING_NAME and 5 * common >= 3 * max(map(len, names))


def _in_figure(picture: Element) -> Iterator[tuple[str, str]]:
    """The caption and the credit of the figure that a picture stands in, where it is that picture's alone."""
    figure = next(picture.iterancestors("figure"), None)
    if figure is not None and len({source_of(e) for e in figure.iter(*PICTURES)}) == 1:
        body = Body()
        picture_of(figure, body, ())
        yield from ((found.caption, found.credit) for found in body.pictures)


def _below(picture: Element) -> str:
    """The line right below a box of a picture and a button that is called a caption, is small, or says whose it is."""
    for box in (picture, *islice(picture.iterancestors(), MOST_AROUND)):
        if box.tag in ("body", "main", "article") or len(flatten(box)) > LONGEST_BUTTON or (box.tail or "").strip():
            return ""
        line = next((e for e in islice(box.itersiblings("*"), MOST_EMPTY) if flatten(e)), None)
        if line is not None and (said := _caption_in(line)):
            return said
    return ""


def _caption_in(line: Element) -> str:
    """What a line behind a picture says of it; "" for any other line."""
    said = "" if line.tag in HEADINGS else short_line(line, LONGEST_TOLD)
    if not said or next(line.iter("a", *PICTURES), None) is not None or tells_of_page(said):
        return ""
    names = names_of(line)
    credited = any(map(CREDIT_NAME.search, names)) and not re.fullmatch(NAME, said)  # a name may be the writer's
    if credited or "caption" in said_of(line):
        return said
    if is_named(line, BELOW_LEAD) and not SIGNED_DATE.match(said):
        return said
    small = line.tag in FINE or (len(line) == 1 and line[0].tag in FINE and flatten(line[0]) == said)
    small = small or (not SMALL.isdisjoint(names) and not SIGNED_DATE.match(said))
    small = small and not re.fullmatch(NAME, said)
    return said if len(said) <= LONGEST_CAPTION and (small or split_credit(said)[1]) else ""
