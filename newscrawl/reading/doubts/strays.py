"""What of an article stands outside the boxes that it was read from, and what in them is another's.

Each sign is a doubt of the second opinion: a changed template keeps the name of a box, and moves a part of the text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.reading.blocks.boxes import doubt_of, holds_article, is_hidden, is_junk_box, said_of
from newscrawl.reading.blocks.markup import BLOCKS, HEADINGS, PICTURES
from newscrawl.reading.content.appended import may_be_another
from newscrawl.reading.content.others import is_beside
from newscrawl.reading.text import MOST_PIECES, ends_sentence, letters, short_line

if TYPE_CHECKING:
    from newscrawl.reading.loaders import ArticleLoader

Element = etree._Element
Known = dict[Element, bool]  # boxes asked about, each with whether it is beside the article

LEAST_LEAD = 60  # characters; fewer are a label or a caption
LONGEST_LEAD = 3_000
MOST_BETWEEN = 2_000  # elements between a headline and its text
NO_LEAD = frozenset({"nav", "aside", "figure", "figcaption", "form", "button", "a", "ul", "ol", "footer"})
LINES = frozenset({"p", "div", "span", "h2", "h3", "h4", "strong", "b", "em", "blockquote", "td"})
NOT_INLINE = tuple(BLOCKS | PICTURES | {"figcaption"})
MAY_HIDE = ("div", "section", "span", "p")
NOTHING = frozenset({"script", "style", "ins", "br", "hr", "iframe", "noscript"})
MOST_HIDDEN = 50
LOOKED_BEHIND = 2  # boxes behind the text
HEADLINE = 4  # words
MOST_LINKS = 500


def lead_outside(loader: ArticleLoader, headline: Element | None, said: str, known: Known) -> bool:
    """True where a sentence that is not said stands behind the headline, in front of a box of the text.

    `said` are the letters of text, summary and captions.
    """
    boxes = loader.body.containers
    if headline is None or not boxes:
        return False
    order, elements = loader.page.index.order, loader.page.index.elements
    before = headline
    begin = order.get(headline, 0) + 1
    for box in sorted(boxes, key=lambda box: order.get(box, 0)):
        end = order.get(box, 0)
        begin = max(begin, order.get(before, 0) + 1 + sum(1 for _ in before.iterdescendants("*")))
        for element in elements[begin : min(end, begin + MOST_BETWEEN)]:
            if _is_line(element) and is_new(short_line(element, LONGEST_LEAD), said) and not _is_beside(element, known):
                return True
        before = box
    return False


def _is_line(element: Element) -> bool:
    """True for an element that may be a sentence: long enough, and without a block or a picture in it."""
    if element.tag not in LINES:
        return False
    if not len(element):  # most of them
        return len(element.text or "") >= LEAST_LEAD
    if next(element.iterdescendants(*NOT_INLINE), None) is not None:
        return False
    return sum(map(len, islice(element.itertext(), MOST_PIECES))) >= LEAST_LEAD


def elsewhere(loader: ArticleLoader, said: str, known: Known) -> bool:
    """True where two or more paragraphs that are not said stand in one box outside those of the text.

    Teasers have a box each.
    """
    if not loader.body.containers:
        return False
    # boxes of the rule that are not the text's are known for the next article's
    ruled: list[Element] = []
    for rule in loader.rules("body", "css"):
        if ruled := [e for e in loader.found("css", rule) if isinstance(e, Element)]:
            break
    inside = {p for box in (*loader.body.containers, *ruled) for p in box.iter("p")}
    found: set[Element] = set()
    for p in loader.page.index.tagged("p"):
        if p in inside or not _is_line(p) or next(p.iter("a"), None) is not None:
            continue
        if is_new(short_line(p, LONGEST_LEAD), said) and not _is_beside(p, known):
            if (parent := p.getparent()) in found:
                return True
            found |= {parent} if parent is not None else set()
    return False


def hidden_inside(boxes: Collection[Element], said: str) -> bool:
    """True where a hidden box in one of the text's has a sentence that is not said."""
    for hidden in islice((e for box in boxes for e in box.iter(*MAY_HIDE) if is_hidden(e)), MOST_HIDDEN):
        if any(map(is_beside, (hidden, *hidden.iter("div")))):
            continue
        if any(is_new(line, said) for line in unlinked_lines(hidden)):
            return True
    return False


def unlinked_lines(box: Element) -> Iterator[str]:
    """What the paragraphs without links in a box say, each that is not too long."""
    return (short_line(p, LONGEST_LEAD) for p in box.iter("p") if next(p.iter("a"), None) is None)


def is_new(line: str, said: str) -> bool:
    """True for a line of a sentence that is not among what was said."""
    return len(line) >= LEAST_LEAD and ends_sentence(line) and letters(line) not in said


def _is_beside(element: Element, known: Known) -> bool:
    """True for what stands in a link, a list, a picture's box, or a box that is not the article's."""
    path: list[Element] = []
    beside = False
    for box in (element, *element.iterancestors()):
        if box in known:
            beside = known[box]
            break
        path.append(box)
    for box in reversed(path):
        beside = known[box] = beside or _is_not_article(box, box is element)
    return beside


def _is_not_article(box: Element, own: bool) -> bool:
    """True for a box in which no sentence of the article stands; one that is hidden may hold the rest of it."""
    if box.tag in NO_LEAD or is_beside(box):
        return True
    if box.tag in ("body", "html", "main", "article"):
        return False
    doubt = doubt_of(box)
    if doubt == "hidden":
        return next(box.iter("button", "form", "input"), None) is not None
    if doubt is not None and not holds_article(box, doubt):
        return True
    if said_of(box) & {"caption", "figure"}:
        return True
    pictured = not own and box.tag in LINES and next(box.iter("img"), None) is not None
    return pictured and len([*islice(box.iter("p"), 2)]) < 2


def end_outside(boxes: Collection[Element], said: str) -> bool:
    """True where a box of nothing but paragraphs follows the last of the text's, and one is a sentence not said."""
    last = next(reversed([*boxes]), None)
    behind = (e for e in last.itersiblings("*") if e.tag not in NOTHING) if last is not None else iter(())
    for box in islice((e for e in behind if not is_junk_box(e) or is_hidden(e)), LOOKED_BEHIND):
        if (
            box.tag not in ("p", "div", "section")
            or next(box.iter("a", "button", "form", "img", *HEADINGS), None) is not None
        ):
            return False
        lines = (short_line(p, LONGEST_LEAD) for p in box.iter("p"))
        if any(is_new(line, said) for line in lines):
            return True
    return False


def is_second(loader: ArticleLoader, said: str) -> bool:
    """True where a headline stands between two boxes of the text, outside both: the next article's, most likely.

    Also where one in a box of the text may be the next article's, of which a sentence is said.
    """
    order, elements = loader.page.index.order, loader.page.index.elements
    boxes = sorted(loader.body.containers, key=lambda box: order.get(box, 0))
    for one, other in pairwise(boxes):
        begin = order.get(one, 0) + sum(1 for _ in one.iter("*"))
        for heading in elements[begin : order.get(other, 0)]:
            if heading.tag in ("h1", "h2", "h3") and len(short_line(heading, LONGEST_LEAD).split()) > HEADLINE:
                return True
    return any(may_be_another(box, loader.page, said) for box in loader.body.boxes)


def linked_lines(boxes: Collection[Element], text: str) -> int:
    """How many paragraphs of the text are nothing but a link in its boxes, of as many words as a headline."""
    links = [a for box in boxes for a in islice(box.iter("a"), MOST_LINKS)]
    lines = {line for a in links if len((line := short_line(a, LONGEST_LEAD)).split()) > HEADLINE}
    return len(lines.intersection(text.split("\n\n"))) if lines else 0
