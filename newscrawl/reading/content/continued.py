"""What stands right behind the box of a text and is the article's: its next parts, lines cut off, who signed it."""

from __future__ import annotations

import re
from itertools import chain, islice, takewhile

from lxml import etree

from newscrawl.reading.blocks.body import TO_ARTICLE
from newscrawl.reading.blocks.boxes import SENTENCE, classes_of, is_junk_box
from newscrawl.reading.content.appended import appended_in
from newscrawl.reading.page import Page
from newscrawl.reading.text import flatten, short_line

Element = etree._Element

# "(sora/abc)", "(abc)", alone below the box of a text
SIGNED = re.compile(
    r"[(\[](?!(?:\w+/)*(?:adv|ist|foto|dok|red|baca|iklan|video|ads|new|baru|hot|live|id|en|tv|pdf|next|more|top)[)\]])"
    r"(?:[a-z]{2,8}(?:/[A-Za-z]{2,5}){1,2}|[a-z]{2,4})[)\]]"
)
SIGNS_IN = ("p", "div", "span", "strong", "b", "em")
MOST_BELOW, LONGEST_SIGN, MOST_IN_SIGN = 3, 30, 5  # paragraphs, characters of one, and elements in it
MOST_PARTS, MOST_HEAD = 30, 6  # boxes, and elements at the head of one
COUNTED = re.compile(r"\W*(?:(?:halaman|bagian|part|page)\s+)?\d{1,2}\s*(?:dari|of|/)\s*\d{1,2}\W*", re.I)
PLAIN = frozenset({"p", "ul", "ol", "blockquote", "h2", "h3"})
# data-page="2", data-paging_num="1": which part of an article a box holds
PAGE_NUMBER = re.compile(r"data-(?:[a-z]+[-_])?pag(?:e|ing)(?:[-_]?(?:num|number|no|index))?")


def next_parts(boxes: list[Element], page: Page) -> list[Element]:
    """The boxes behind the last that are of its classes and bear the number of a page: the parts that follow it.

    They may stand behind the box that it is in, and hold the heading and the picture of a part, too.
    """
    for box in (*boxes[-1:], *(e.getparent() for e in boxes[-1:])):
        names = classes_of(box)
        behind = islice(box.itersiblings(box.tag), MOST_PARTS) if box is not None and names else ()
        parts = [e for e in behind if names <= classes_of(e) and _is_numbered(e)]
        others = appended_in(parts[0].getparent(), page)[0] if parts else ()  # type: ignore[arg-type]
        if parts := [part for part in parts if part not in others]:
            return parts
    return []


def first_of_parts(boxes: list[Element], page: Page) -> list[Element]:
    """The first of several boxes where the others are, or stand in, the parts that follow it; else none."""
    parts = set(next_parts(boxes[:1], page))
    followed = parts and all(any(e in parts for e in (box, *box.iterancestors())) for box in boxes[1:])
    return boxes[:1] if followed else []


def counters_of(part: Element) -> set[Element]:
    """What a part begins with that says but which of how many it is: "1 dari 3"."""
    lines = ((e, short_line(e, LONGEST_SIGN)) for e in islice(part.iter("*"), 1, MOST_HEAD))
    head = takewhile(lambda seen: not seen[1] or COUNTED.fullmatch(seen[1]), lines)
    return {element for element, line in head if line}


def _is_numbered(box: Element) -> bool:
    """True for a box with the number of a page, and no headline of another article: an h1, or one that is a link."""
    numbered = any(value.isdigit() and PAGE_NUMBER.fullmatch(str(name)) for name, value in box.attrib.items())
    if not numbered or is_junk_box(box) or next(box.iter("h1"), None) is not None:
        return False
    links = (link for heading in box.iter("h2", "h3") for link in heading.iter("a"))
    return not any(TO_ARTICLE.match(link.get("href", "")) for link in links)


def cut_off(containers: list[Element]) -> list[Element]:
    """Plain paragraphs right behind the last box: one closing tag too many has cut them off.

    Else who signed the text, "(sora/abc)", behind an advertisement below it.
    """
    if not containers:
        return []
    last = containers[-1]
    plain = takewhile(lambda e: e.tag in PLAIN and not e.attrib, last.itersiblings())
    found = [] if (last.tail or "").strip() else [*plain]
    return found if any(SENTENCE.search(flatten(e)) for e in found) else signed_below(last)


def signed_below(box: Element) -> list[Element]:
    """The line right behind a box that says but who signed the text in it, if one does; it may be in a box alike.

    Else one with a slash behind the box of that.
    """
    beside = [*islice(box.itersiblings(*SIGNS_IN), 1)]
    alike = [e for e in beside if box.get("class") and e.get("class") == box.get("class")]
    below = (*islice(box.itersiblings("p"), MOST_BELOW), *beside, *(p for e in alike for p in e.iter("p")))
    behind = (e for step in islice(box.iterancestors("div"), 2) for e in islice(step.itersiblings(*SIGNS_IN), 1))
    signs = chain((e for e in below if _sign_of(e)), (e for e in behind if "/" in _sign_of(e)))
    return [*islice(signs, 1)]


def _sign_of(element: Element) -> str:
    """The signature that an element says and nothing else; "" for any other, and for a box of many elements."""
    few = sum(1 for _ in islice(element.iter(), MOST_IN_SIGN + 1)) <= MOST_IN_SIGN
    line = short_line(element, LONGEST_SIGN) if few else ""
    return line if SIGNED.fullmatch(line) else ""
