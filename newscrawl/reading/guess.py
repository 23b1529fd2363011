"""Where title, text, date and writers stand on a page of a template that no rule knows.

Only for pages that are at hand (`extract`): a crawl rather counts a page it cannot read than believes a guess.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from newscrawl.reading.blocks.boxes import HIDDEN, is_junk_box, names_of
from newscrawl.reading.blocks.markup import BLOCKS, CELLS
from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.page import Page
from newscrawl.reading.text import clean, short_line

TEXTS = etree.XPath("//text()[string-length(normalize-space()) > 40]")
# No sentence of an article stands in these.
NO_SENTENCES = frozenset(
    "a script style noscript nav footer header aside form li h1 h2 h3 h4 figcaption select textarea button title iframe"
    " template".split()
)
OWN_TEXT = etree.XPath("text()")
SENTENCE = re.compile(r"\A(?>.*?[a-z]{2})[^.,:]*+[.,:]", re.S)
ONE_PARAGRAPH = 600  # characters; a box of text alone with fewer is a paragraph, whatever its tag
LEAST = 150  # characters; a box with fewer is no article
LEAST_SENTENCE = 60  # characters outside inner elements
LONGEST_LINE = 120  # of a date or a byline
LONGEST_TITLE = 1000
AUTHOR_NAME = re.compile(
    r"(?:[\w-]*[-_])?(?:authors?|penulis|reporter|writer|wartawan|pewarta|jurnalist?|journalist|autor|byline)"
    r"(?:[-_]?name|[-_](?:box|info|link|list|meta|wrap(?:per)?))?|(?:nm|name|nama)[-_]?rep(?:orter)?",
    re.I,
)
# ".photo__author", "(KOMPAS.com/BUDI)": whose the picture is
PICTURE_NAME = re.compile(r"(?:^|[-_])(?:photos?|foto|image|img|caption|gambar)(?:[-_]|$)", re.I)
BYLINE = re.compile(
    r"\W*(?:(?:redaktur|editor) (?:&|dan) )?(?:oleh|penulis|reporter|pewarta|wartawan|jurnalis)\s*:"
    r"|(?:oleh|by)\s+(?-i:[A-Z])",
    re.I,
)
EDITOR = re.compile(r"[|/,;\s]*\b(?:editor|redaktur|red)\b(?!\s*(?:&|dan\b))", re.I)
# ".komentar", "#sidebar", ".footer-wrap": never the article's, however long
BESIDE = re.compile(
    r"(?:[\w-]*[-_])?(?:komentar|comments?|disqus|sidebar|footer|terkait|related|terpopuler|populer)(?:[-_]\w+)?", re.I
)
# "Budi Santoso - 24 Juli 2026 15:18 wib"
SIGNED_DATE = re.compile(r"[A-Z][\w.'’]+(?: [A-Z][\w.'’]+){1,3}\s*[-–•]\s*(?:\w+, )?\d{1,2} \w+ \d{4}\b")
# "Jumat, 24 Juli 2026 | 15:18 WIB Oleh : Budi Santoso"
DATED_BYLINE = re.compile(r"^.*\b(?:19|20)\d\d\b.{0,30}\b(?=(?:oleh|penulis|reporter)\s*:)", re.I)
# "Ia pulang.", "Editor : Siti Aminah"
SAYS_SOMETHING = re.compile(r"[.!?”\"):*]$|^\w+ ?: ?[A-Z]")
YEAR = re.compile(r"(?:19|20)\d\d")


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


@dataclass(slots=True)
class _Place:
    """Where a text stands: the boxes around it, the innermost first, as far as they matter; `good`: none is junk."""

    good: bool = True
    inner: etree._Element | None = None
    outer: etree._Element | None = None


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
    scores: dict[etree._Element, int] = defaultdict(int)
    places: dict[etree._Element, _Place] = {}
    short: dict[etree._Element, bool] = {}
    for text in TEXTS(page.root):  # type: ignore[union-attr]
        above = text.getparent()  # type: ignore[union-attr]
        if above is not None and text.is_tail:  # type: ignore[union-attr]
            above = above.getparent()
        if above is None:
            continue
        place = _place(above, places)
        if place.inner is None or not place.good or not SENTENCE.search(text):  # type: ignore[arg-type]
            continue
        if place.inner not in short:
            line = short_line(place.inner, ONE_PARAGRAPH - 1)
            short[place.inner] = bool(line) and not any(e.tag in BLOCKS for e in place.inner)
            short[place.inner] = short[place.inner] and not _is_column(place.inner)
        lone = short[place.inner] or place.inner.tag == "p"
        scores[place.outer if place.outer is not None and lone else place.inner] += len(clean(text))  # type: ignore[arg-type]
    best = max(scores, key=scores.__getitem__, default=None)
    if best is None:
        return None
    alike = [
        box for box in scores if _is_like(best, box) or any(_is_part(best, above) for above in box.iterancestors())
    ]
    if sum(scores[box] for box in alike) < LEAST:
        return None
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


def before(element: etree._Element, box: etree._Element) -> set[etree._Element]:
    """The element, if it stands in the box, and all that stands in front of it there."""
    path = [element, *element.iterancestors()]
    if box not in path:
        return set()
    return {element, *(e for step in path[: path.index(box)] for e in step.itersiblings(preceding=True))}


def lines_about(title: etree._Element | None, text: etree._Element | None) -> Iterator[tuple[etree._Element, str]]:
    """Short lines around title and text, in document order up to the first sentences of the text."""
    if title is None or text is None:
        return
    within = text in title.iterancestors()
    above = set(title.iterancestors())
    scope = text if within else next((e for e in text.iterancestors() if e in above), None)
    if scope is None:
        return
    inside = set(text.iter())
    begun = not within
    for element in scope.iter("*"):
        begun = begun or element is title
        if begun and element in inside and len(clean("".join(OWN_TEXT(element)))) > LEAST_SENTENCE:  # type: ignore[arg-type]
            return
        if element is not title and (line := short_line(element, LONGEST_LINE)):
            yield element, line


def lines_below(text: etree._Element | None) -> Iterator[str]:
    """Short lines behind the text that name a role: "Penulis: Budi Santoso"."""
    for step in [] if text is None else [text, *text.iterancestors()][:3]:
        for element in (e for sibling in step.itersiblings() for e in sibling.iter("*")):
            if BYLINE.match(line := short_line(element, LONGEST_LINE)):
                yield line


def is_byline(element: etree._Element, line: str) -> bool:
    """True for a line that says or is marked to say who wrote the article."""
    names = [*names_of(element), *(element.get(key, "")[:LONGEST_LINE] for key in ("itemprop", "rel"))]
    if line.startswith("(") or any(PICTURE_NAME.search(name) for name in names):
        return False
    said = bool(BYLINE.match(line) or SIGNED_DATE.match(line) or DATED_BYLINE.search(line))
    return said or any(AUTHOR_NAME.fullmatch(name) for name in names)


def split_head(paragraphs: list[Paragraph]) -> int:
    """How many short lines stand in front of the first sentences of a text: date and byline, between breaks."""
    return next((i for i, p in enumerate(paragraphs) if len(p.text) > LEAST_SENTENCE), 0)


def writers_of(line: str) -> str:
    """A byline up to where it names the editor."""
    return EDITOR.split(line, maxsplit=1)[0]


def is_dated(line: str) -> bool:
    """True for a line that may hold a date."""
    return bool(YEAR.search(line))


def without_labels(paragraphs: list[Paragraph], *, signed: bool) -> list[Paragraph]:
    """Paragraphs without the words of buttons and menus in front of and behind the sentences; a last line may sign."""
    real = [i for i, p in enumerate(paragraphs) if len(p.text.split()) > 4 or SAYS_SOMETHING.search(p.text)]
    if not real:
        return []
    first = real[0] - (real[0] > 0 and paragraphs[real[0] - 1].picture)  # what stands below it is its caption
    return paragraphs[first : real[-1] + 1 + signed]
