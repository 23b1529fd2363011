"""What a page shows around its text: lines in document order, each with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from newscrawl.reading.blocks.markup import BLOCKS, CELLS, SILENT
from newscrawl.reading.content.shape import likely_text
from newscrawl.reading.page import Page
from newscrawl.reading.text import clean

ENDS = frozenset({"body", "main", "html"})  # the page's main parts: what stands beside them is the site's
AROUND = 2  # boxes around the text that are looked through: captions, bylines and tags stand there


def region(page: Page, boxes: Sequence[etree._Element]) -> etree._Element:
    """The boxes of the text and those around them, as far as captions, bylines and tags may stand."""
    box = _common(boxes) if boxes else likely_text(page)
    for _ in range(AROUND):
        above = None if box is None else box.getparent()
        if above is None or above.tag in ENDS:
            break
        box = above
    if box is None:
        body = page.root.find("body")
        box = page.root if body is None else body
    return box


def _common(boxes: Sequence[etree._Element]) -> etree._Element:
    """The smallest box that holds all of them."""
    around = [{box, *box.iterancestors()} for box in boxes]
    return next(box for box in [boxes[0], *boxes[0].iterancestors()] if all(box in above for above in around))


def blocks(box: etree._Element) -> Iterator[tuple[str, str]]:
    """The lines of text in a box in document order, each with its place; a row of a table is one."""
    walker = etree.iterwalk(box, events=("start", "end", "comment", "pi"))
    line: list[str] = []
    owner, rows = box, 0
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        row = tag == "tr" and element.find(".//table") is None
        ends = tag in BLOCKS or tag == "br" or (tag in CELLS and not rows)
        if ends and not (rows and tag not in ("tr", "table")):
            if said := clean("".join(line)):
                yield place_of(owner, box), said
            line.clear()
        elif ends or tag in CELLS:
            line.append(" ")
        if event == "start":
            rows += row
            if tag in SILENT:
                walker.skip_subtree()
            elif element.text:
                owner = owner if clean("".join(line)) else element
                line.append(element.text)
            continue
        rows -= row and event == "end"
        if element is not box and element.tail:
            above = element.getparent()
            owner = owner if clean("".join(line)) or above is None else above
            line.append(element.tail)
    if said := clean("".join(line)):
        yield place_of(owner, box), said


def place_of(element: etree._Element, within: etree._Element) -> str:
    """The name of the box that text stands in, with the nearest around it that is named: "div.terkait p"."""
    inner = next((e for e in (element, *element.iterancestors()) if e.tag in BLOCKS or e is within), within)
    if _name(inner) or inner is within:
        return f"{inner.tag}{_name(inner)}"
    for outer in inner.iterancestors():
        if _name(outer) or outer is within:
            return f"{outer.tag}{_name(outer)} {inner.tag}"
    return str(inner.tag)


def _name(element: etree._Element) -> str:
    classes, id = element.get("class", "").split(), element.get("id", "").strip()
    return "".join(f".{name}" for name in classes[:2])[:60] or (f"#{id}"[:60] if id else "")
