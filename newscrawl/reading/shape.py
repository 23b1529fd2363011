"""Where title and text stand on a page, by its shape alone: headings, sentences, boxes alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from newscrawl.reading.blocks.boxes import HIDDEN, is_junk_box, names_of
from newscrawl.reading.blocks.markup import BLOCKS, CELLS
from newscrawl.reading.page import Page
from newscrawl.reading.text import clean, short_line

TEXTS = etree.XPath("//text()[string-length(normalize-space()) > 40]")
# No sentence of an article stands in these.
NO_SENTENCES = frozenset(
    "a script style noscript nav footer header aside form li h1 h2 h3 h4 figcaption select textarea button title iframe"
    " template".split()
)
SENTENCE = re.compile(r"\A(?>.*?[a-z]{2})[^.,:]*+[.,:]", re.S)
ONE_PARAGRAPH = 600  # characters; a box of text alone with fewer is a paragraph, whatever its tag
LEAST = 150  # characters; a box with fewer is no article
LONGEST_TITLE = 1000
# ".komentar", "#sidebar", ".footer-wrap": never the article's, however long
BESIDE = re.compile(
    r"(?:[\w-]*[-_])?(?:komentar|comments?|disqus|sidebar|footer|terkait|related|terpopuler|populer)(?:[-_]\w+)?", re.I
)


def likely_title(page: Page) -> etree._Element | None:
    """The longest heading that the page's own title repeats; else the first h1, else any line the title repeats."""
    said = page.own_title
    headings = [(e, line) for e in page.root.iter("h1", "h2", "h3") if len(line := short_line(e, LONGEST_TITLE)) > 15]
    headings = [(e, line) for e, line in headings if not is_in_menu(e, page.menus)]
    repeated = [(e, line) for e, line in headings if line in said]
    first = next((e for e, _ in headings if e.tag == "h1"), None)
    if first is None and not repeated:  # "<div class=judul>"
        plain = (e for e in page.root.iter("div", "span", "p", "b", "strong", "font", "td", "h4") if not len(e))
        lines = ((e, short_line(e, LONGEST_TITLE)) for e in plain)
        repeated = [(e, line) for e, line in lines if len(line) > 15 and line in said]
    best = max(repeated, key=lambda r: (len(r[1]), r[0].tag == "h1", r[0].tag == "h2"), default=None)
    return best[0] if best else first


def is_in_menu(element: etree._Element, known: dict[etree._Element, bool]) -> bool:
    """True for what stands in a menu, a list or a hidden box: no headline. `known` says it of elements asked before."""
    path = []
    within = False
    for box in (element, *element.iterancestors()):
        if box in known:
            within = known[box]
            break
        path.append(box)
        if box.tag in ("nav", "ul", "ol") or HIDDEN.search(box.get("style", "")):
            within = True
            break
    known.update(dict.fromkeys(path, within))
    return within


def likely_text(page: Page) -> etree._Element | None:
    """The box with most sentences outside links; of boxes alike, an article's parts, the box that holds them all."""
    scores = _scores(page.root)
    best = max(scores, key=scores.__getitem__, default=None)
    if best is None:
        return None
    alike = [
        box for box in scores if _is_like(best, box) or any(_is_part(best, above) for above in box.iterancestors())
    ]
    return _around(best, alike) if sum(scores[box] for box in alike) >= LEAST else None


def _scores(root: etree._Element) -> Mapping[etree._Element, int]:
    """Boxes of sentences, each with how many characters of them it has."""
    scores: dict[etree._Element, int] = defaultdict(int)
    places: dict[etree._Element, _Place] = {}
    lone: dict[etree._Element, bool] = {}  # boxes that are no more than a paragraph
    for text in TEXTS(root):  # type: ignore[union-attr]
        above = text.getparent()  # type: ignore[union-attr]
        if above is not None and text.is_tail:  # type: ignore[union-attr]
            above = above.getparent()
        if above is None:
            continue
        place = _place(above, places)
        if place.inner is None or not place.good or not SENTENCE.search(text):  # type: ignore[arg-type]
            continue
        if place.inner not in lone:
            lone[place.inner] = _is_paragraph(place.inner)
        box = place.outer if place.outer is not None and lone[place.inner] else place.inner
        scores[box] += len(clean(text))  # type: ignore[arg-type]
    return scores


def _is_paragraph(box: etree._Element) -> bool:
    """True for a paragraph, and for a short box of text alone, whatever its tag."""
    if box.tag == "p":
        return True
    return bool(short_line(box, ONE_PARAGRAPH - 1)) and not any(e.tag in BLOCKS for e in box) and not _is_column(box)


def _around(best: etree._Element, alike: list[etree._Element]) -> etree._Element:
    """The smallest box that holds the best one and all that are like it."""
    path = [best, *best.iterancestors()]
    steps = {box: number for number, box in enumerate(path)}  # from the best box upwards
    highest = 0
    for box in alike:
        passed = []
        while box not in steps and (above := box.getparent()) is not None:
            passed.append(box)
            box = above
        step = steps.setdefault(box, 0)
        steps.update(dict.fromkeys(passed, step))
        highest = max(highest, step)
    return path[highest]


@dataclass(slots=True)
class _Place:
    """Where a text stands: the boxes around it, the innermost first, as far as they matter; `good`: none is junk."""

    good: bool = True
    inner: etree._Element | None = None
    outer: etree._Element | None = None


def _place(element: etree._Element, places: dict[etree._Element, _Place]) -> _Place:
    """Where an element's own text stands; `places` are those known already."""
    path = []
    step: etree._Element | None = element
    while step is not None and step not in places:
        path.append(step)
        step = step.getparent()
    place = _Place() if step is None else places[step]
    for step in reversed(path):
        good = place.good and step.tag not in NO_SENTENCES
        if step.tag in BLOCKS or step.tag == "body" or _is_column(step):
            place = _Place(good and not is_junk_box(step) and not is_beside(step), step, place.inner)
        elif good != place.good:
            place = _Place(good, place.inner, place.outer)
        places[step] = place
    return place


def is_beside(box: etree._Element) -> bool:
    """True for a box whose name says that other people's or other articles' text stands in it."""
    return any(BESIDE.fullmatch(name) for name in names_of(box))


def _is_column(box: etree._Element) -> bool:
    """True for a cell beside others: a column of the page."""
    return box.tag in CELLS and any(e.tag in CELLS for e in (*box.itersiblings(), *box.itersiblings(preceding=True)))


def _is_part(box: etree._Element, other: etree._Element) -> bool:
    """True for a box of the article's own classes, and one more, beside it: its next page."""
    names = set(box.get("class", "").split())
    return bool(names) and box.getparent() is other.getparent() and names <= set(other.get("class", "").split())


def _is_like(box: etree._Element, other: etree._Element) -> bool:
    """True for another part of the same article: the same tag and class, or side by side without one."""
    names, others = box.get("class", "").split(), other.get("class", "").split()
    either = set(names) <= set(others) or set(others) <= set(names)
    beside = box is other or (box.getparent() is other.getparent() and not _is_column(box))
    same = either if names and others else not names and not others and beside
    return box.tag == other.tag and same
