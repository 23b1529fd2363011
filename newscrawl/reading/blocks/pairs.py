"""A picture and the line below it in a box of their own, whatever they are called."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from itertools import islice

from lxml import etree

from newscrawl.reading.blocks.figures import LONGEST_CAPTION, WRITTEN, counts_or_sells, is_emoji
from newscrawl.reading.blocks.markup import CELLS, PICTURES
from newscrawl.reading.text import flatten, short_line

# What no box of a picture and its caption holds. Names of things below their pictures are bold.
MORE = WRITTEN | frozenset("b strong br ul ol table figure figcaption form iframe video audio button input".split())
MORE_IN_TABLE = MORE - {"p", "td", "table", "br"} | {"th", "table"}
LONGEST_FRAMED = 200  # characters; what is longer may be a text beside its picture
LINES = frozenset("div span small em i center font".split())
MOST_INSIDE = 20  # elements
LEAST_WRITTEN = 60  # characters of a paragraph
MOST_LOOKED = 50  # paragraphs
# "Perbesar", "Lihat Foto", "1/5": the words of buttons on a picture
BUTTON = r"(?:(?:klik (?:gambar )?untuk )?perbesar|lihat foto|zoom(?: in)?|view (?:image|photo)|\d{1,2}\s*/\s*\d{1,2})"
# "1. Kopi Sora", "Langkah 2" names what the picture shows, and is a part of a list
COUNTED = re.compile(r"[#(]?\d{1,3}[.)]|(?:langkah|tahap|hari|bagian|cara|tips?)(?: ke-?)? ?\d{1,3}\b", re.I)


def is_paired(box: etree._Element) -> bool:
    """True for a div or a table of one picture and one short line below it."""
    return is_pair(box) if box.tag == "div" else box.tag == "table" and is_framed(box)


def is_pair(box: etree._Element) -> bool:
    """True for a box of one picture and, below it, one short line in an element that is no paragraph, unlinked.

    >>> [is_pair(etree.HTML(f"<div><div><img src='a.jpg'></div>{below}</div>").find(".//div")) for below in (
    ...     "<div>Gudang garam</div>", "<p>Gudang garam</p>", "<div><a href='/b'>Gudang</a></div>", "Gudang garam")]
    [True, False, False, False]
    """
    if not 1 < len(box) <= MOST_INSIDE or any((text or "").strip() for text in (box.text, *(e.tail for e in box))):
        return False
    if (picture := _picture_in(box, MORE)) is None:
        return False
    said = [e for e in box if flatten(e)]
    if len(said) != 1 or said[0].tag not in LINES or picture in said[0].iter(*PICTURES):
        return False
    before = said[0].itersiblings(preceding=True)
    return _says(said[0], LONGEST_CAPTION) and any(picture in e.iter(*PICTURES) for e in before)


def is_framed(table: etree._Element) -> bool:
    """True for a table of one picture and, below it, one short line, unlinked; not for one of several in a row.

    >>> [is_framed(etree.HTML(f"<table><tr><td><img src='a.jpg'></td>{below}</table>").find(".//table")) for below in (
    ...     "</tr><tr><td><font size=1>Gudang garam</font></td></tr>", "<td>Gudang garam</td></tr>", "</tr>")]
    [True, False, False]
    """
    picture = _picture_in(table, MORE_IN_TABLE)
    cells = (sum(cell.tag in CELLS for cell in row) for row in table.iter("tr"))
    if picture is None or any(count != 1 for count in cells) or not _says(table, LONGEST_FRAMED):
        return False
    inside = [*table.iter("*")][1:]
    first = next((e for e in inside if (e.text or "").strip() or (e.tail or "").strip()), None)
    above = first is not None and inside.index(first) >= inside.index(picture)
    alike = (e for e in table.itersiblings("table") if next(e.iter(*PICTURES), None) is not None)
    before = (e for e in table.itersiblings("table", preceding=True) if next(e.iter(*PICTURES), None) is not None)
    return above and sum(1 for _ in (*islice(alike, 2), *islice(before, 2))) < 2


def _picture_in(box: etree._Element, more: AbstractSet[str]) -> etree._Element | None:
    """The one picture in a small box without links that say anything and without `more`; null for any other box."""
    inside = [*islice(box.iter("*"), 1, MOST_INSIDE + 2)]
    pictures = [e for e in inside if e.tag in PICTURES]
    if len(inside) > MOST_INSIDE or len(pictures) != 1 or any(e.tag in more for e in inside):
        return None
    if is_emoji(pictures[0]) or counts_or_sells(pictures[0]) or any(flatten(e) for e in box.iter("a")):
        return None
    return pictures[0]


def _says(element: etree._Element, longest: int) -> bool:
    """True for an element that says a short line that may be a caption."""
    line = short_line(element, longest)
    return bool(line) and not COUNTED.match(line) and not re.fullmatch(BUTTON, line, re.I)


def is_written(container: etree._Element) -> bool:
    """True for a text whose sentences stand in paragraphs: what stands in none is beside it."""
    said = (p for p in islice(container.iter("p"), MOST_LOOKED) if len(flatten(p)) >= LEAST_WRITTEN)
    return sum(1 for _ in islice(said, 2)) == 2
