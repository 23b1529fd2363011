"""What a page puts behind its article in the box of the text: the next article, and what readers wrote.

A whole article has a headline, and a date or a writer below it; of comments tells readers.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from newscrawl.reading.blocks.body import TO_ARTICLE
from newscrawl.reading.blocks.boxes import is_named
from newscrawl.reading.content.guess import LONGEST_LINE, exact_stamp, is_ago, is_byline
from newscrawl.reading.content.readers import comments_in, holds_sentence, is_long
from newscrawl.reading.headline import article_of, likely_title
from newscrawl.reading.page import Page
from newscrawl.reading.text import MOST_PIECES, letters, short_line, words_of

Element = etree._Element

HEADLINES = ("h1", "h2", "h3", "h4")
LEAST_WORDS = 3  # of a headline
LONGEST_HEADLINE = 300  # characters
MOST_HEADLINES = 100
OWN_SHARE = 0.5  # of a headline's words: as many are the page's own title's
MOST_BELOW = 30  # elements between a headline and its text
MOST_LABELS = 4  # elements in front of a headline
LEAST_ENTRIES = 3  # of a live report: so many headlines of which only the clock tells
SIGNS = ("", "day", "clock", "writer")  # what stands below a headline; the last tells most
# ".next-article", ".infinite-scroll", ".related-content": another article's wrapper
NEXT_NAME = re.compile(
    r"(?:[\w-]*[-_])?(?:next|related|terkait|infinite|recommend\w*|rekomendasi|other|lainnya)(?:[-_](?!page|hal)[\w-]*)?",
    re.I,
)
NEXT_LABEL = re.compile(
    r"\W*(?:(?:lanjut )?baca )?(?:(?:artikel|berita|bacaan|tulisan) (?:selanjutnya|berikutnya)"
    r"|next (?:article|post|story|news)|up next)\W*",
    re.I,
)
ADDRESS = ("data-url", "data-href", "data-link", "data-permalink")
DATELINE = re.compile(r"[A-Z]{3}[A-Z .,/]*(?:, [\w. ]{2,30})? ?[-–—] ")  # "SORA - ", "SORA, Kabar.com - "


@dataclass(frozen=True, slots=True)
class Appended:
    """Another article in the box of a text, from `start` on; `whole`: nothing behind that element is of it.

    `signed`: a date or a writer stands below its headline; `sure`: so it does, or its box says whose it is, and more
    tells that it is none of the text's parts; `dated`: no more than a date and how it is set do. `begins`: its first
    sentence.
    """

    start: Element
    whole: bool
    sure: bool
    signed: bool
    dated: bool
    begins: str


def appended_in(box: Element, page: Page) -> tuple[set[Element], set[Element]]:
    """The elements in the box of a text that are surely another article, or a reader's comment.

    And those of them with which all that follows begins.
    """
    found = set(comments_in(box))
    ends: set[Element] = set()
    for other in _judged(box, page):
        if other.sure:
            found |= {other.start} if other.whole else from_here_on(other.start, {box})
            ends |= set() if other.whole else {other.start}
    return found, ends


def may_be_another(box: Element, page: Page, said: str) -> bool:
    """True where one of the box's headlines may be another article's, of which a sentence is said.

    Several without date and writer are sub-headings, unless a dateline begins one. `said` are the letters of the text.
    """
    unsure = (other for other in _judged(box, page) if not other.sure and not (other.dated and page.is_live))
    heard = [other for other in unsure if letters(other.begins) in said]
    return any(other.signed or len(heard) == 1 or DATELINE.match(other.begins.strip()) for other in heard)


def from_here_on(end: Element, boxes: set[Element]) -> set[Element]:
    """The element and all behind it in its box; nothing for an element in none of them."""
    path = [end, *end.iterancestors()]
    within = next((i for i, above in enumerate(path) if above in boxes), 0)
    return {end, *(e for step in path[:within] for e in step.itersiblings())} if within else set()


def _judged(box: Element, page: Page) -> list[Appended]:
    """Other articles in a box; none is sure that may be an entry of a live report, which has several, each dated."""
    found = [*_next_articles(box, page)]
    dated = sum(other.dated for other in found)
    if dated and (dated >= LEAST_ENTRIES or page.is_live):
        found = [replace(other, sure=other.sure and not other.dated) for other in found]
    return found


def _next_articles(box: Element, page: Page) -> Iterator[Appended]:
    """Other articles in the box of a text: each has a headline behind a sentence of it and sentences behind that."""
    headings = [*islice(box.iter(*HEADLINES), MOST_HEADLINES)]
    if not headings:
        return
    titles = page.index.tagged("h1")
    own_title = page.own_title if page.own_title.strip() else short_line((titles or headings)[0], LONGEST_HEADLINE)
    said = frozenset(words_of(own_title))
    own = next((e for e in titles if _is_own(e, said)), None)
    own = likely_title(page) if own is None else own
    for heading in headings:
        if len(short_line(heading, LONGEST_HEADLINE).split()) < LEAST_WORDS or heading is own or _is_own(heading, said):
            continue
        if found := _of_another(heading, box, page, own):
            yield found


def _is_own(heading: Element, said: frozenset[str]) -> bool:
    """True for a headline most of whose words the page's own title has."""
    words = words_of(short_line(heading, LONGEST_HEADLINE))
    return sum(word in said for word in words) > OWN_SHARE * len(words)


def _of_another(heading: Element, box: Element, page: Page, own: Element | None) -> Appended | None:
    """Another article with this headline; null for a sub-heading. `own` is the page's own headline."""
    wrapped = [e for e in heading.iterancestors() if box in e.iterancestors()]
    labels = _labels_above(heading, box)
    alike = own is not None and (heading.tag == "h1" or _is_named_alike(heading, own))
    if not (labels or alike or _Marks(heading, wrapped, page).any):
        return None
    holder = _last_sentence(heading, box)
    if holder is None:
        return None
    known = {holder, *holder.iterancestors()}
    wrapped = [e for e in wrapped if e not in known]  # what is around the article, too, tells nothing
    marks = _Marks(heading, wrapped, page)
    wrapper = wrapped[-1] if wrapped else heading
    begins = _sentence_behind(heading, wrapper) if wrapper is not heading else ""
    own_box = bool(begins)
    begins = begins or _sentence_behind(heading, box)
    sign = _sign(heading, box) if begins else ""
    # of a card's headline in a list the article may go on below: its box tells only of what is in it
    marked = bool(labels) or own_box or (alike and bool(heading.get("class")))
    told = (own_box and marks.addressed) or (alike and _is_outside(heading, box, own))
    sure = told or (sign != "" and marked) or (alike and sign in ("clock", "writer"))
    dated = sure and sign != "writer" and not (told or labels or marks.linked)
    doubtful = (
        (alike and heading.tag == "h1") or labels or (own_box and marks.named) or (sign and (own_box or marks.linked))
    )
    if not begins or not (sure or doubtful):
        return None
    labels = labels if wrapper is heading else _labels_above(wrapper, box) or labels
    start = wrapper if own_box or not labels else labels[-1]
    return Appended(start, own_box, sure, sign != "", dated, begins)


class _Marks:
    """What tells of a headline, and of the boxes around it in the box of a text, that they are another article's."""

    def __init__(self, heading: Element, wrapped: list[Element], page: Page) -> None:
        above = heading.getparent()
        links = [*heading.iter("a"), *([above] if above is not None and above.tag == "a" else [])]
        self.linked = any(_leads_to_another(a.get("href", ""), page) for a in links)
        self.named = any(e.tag == "article" or is_named(e, NEXT_NAME) for e in wrapped)
        self.addressed = any(_leads_to_another(e.get(name, ""), page) for e in wrapped for name in ADDRESS)

    @property
    def any(self) -> bool:
        """True where one of them does."""
        return self.linked or self.named or self.addressed


def _is_named_alike(one: Element, other: Element) -> bool:
    """True for two elements of one class."""
    return bool(one.get("class")) and one.get("class") == other.get("class")


def _is_outside(heading: Element, box: Element, own: Element | None) -> bool:
    """True for a headline that stands outside the article element around the page's own, in the same box."""
    around = article_of(own)
    return around is not None and box in around.iterancestors() and around not in heading.iterancestors()


def _leads_to_another(address: str, page: Page) -> bool:
    """True for the address of an article that is not this page's."""
    own = page.url.partition("?")[0].rstrip("/")
    address = address.partition("?")[0].partition("#")[0].rstrip("/")
    return bool(TO_ARTICLE.match(address)) and not own.endswith(address)


def _labels_above(element: Element, box: Element) -> list[Element]:
    """What stands right in front of an element that says that another article follows, the nearest first."""
    found: list[Element] = []
    step = element
    while step is not box and step.getprevious() is None and (above := step.getparent()) is not None:
        step = above
    if step is box:
        return found
    for number, before in enumerate(islice(step.itersiblings(preceding=True), MOST_LABELS)):
        if not isinstance(before.tag, str) or (before.tail or "").strip():
            break
        if NEXT_LABEL.fullmatch(short_line(before, LONGEST_LINE)):
            return [*islice(step.itersiblings(preceding=True), number + 1)]
        if len(before) or (before.text or "").strip():
            break
    return found


def _last_sentence(heading: Element, box: Element) -> Element | None:
    """The element in which the last sentence in front of a headline stands; null where there is none."""
    last = None
    for element in box.iter("*"):
        if element is heading:
            return last
        if element.tag in ("script", "style", "figcaption"):
            continue
        if is_long(element.text) or (element is not box and holds_sentence(element)):
            last = element
        if is_long(element.tail) and element is not box and element not in heading.iterancestors():
            last = element.getparent()
    return None


def _behind(heading: Element, scope: Element) -> Iterator[Element]:
    """The elements behind a headline in a box, in document order; its own are none."""
    inside = set(heading.iter())
    begun = False
    for element in scope.iter("*"):
        begun = begun or element is heading
        if begun and element not in inside:
            yield element


def _sentence_behind(heading: Element, scope: Element) -> str:
    """The first sentence that stands behind a headline in a box; "" where there is none."""
    if is_long(heading.tail):
        return heading.tail or ""
    for element in _behind(heading, scope):
        if is_long(element.text):
            return element.text or ""
        if holds_sentence(element):
            return "".join(map(str, islice(element.itertext(), MOST_PIECES)))
        if is_long(element.tail) and element is not scope:
            return element.tail or ""
    return ""


def _sign(heading: Element, box: Element) -> str:
    """Which of SIGNS stands between a headline and its sentence."""
    found = _sign_of(None, said) if len(said := (heading.tail or "").strip()) <= LONGEST_LINE else ""
    for element in islice(_behind(heading, box), MOST_BELOW):
        if found == SIGNS[-1] or is_long(element.text) or holds_sentence(element):
            break
        found = max(found, _sign_of(element, short_line(element, LONGEST_LINE)), key=SIGNS.index)
        if is_long(element.tail):
            break
    return found


def _sign_of(element: Element | None, line: str) -> str:
    if line and element is not None and is_byline(element, line):
        return "writer"
    if stamp := exact_stamp(line):
        return "day" if stamp.precision == "day" else "clock"
    return "day" if is_ago(line) else ""
