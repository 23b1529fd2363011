"""Where the text stands on a page of a template that no rule knows: by where its sentences are.

Only for pages that are at hand (`extract`) and for sites without rules: a crawl of a portal rather counts a page it
cannot read than believes a guess.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice, takewhile

from lxml import etree

from newscrawl.reading.blocks.boxes import classes_of, is_junk_box
from newscrawl.reading.blocks.markup import BLOCKS, CELLS, HEADINGS
from newscrawl.reading.content.appended import appended_in
from newscrawl.reading.content.guess import LEAST_SENTENCE
from newscrawl.reading.content.others import is_beside, is_card, is_linked_line
from newscrawl.reading.headline import LONGEST_TITLE, article_of, likely_title
from newscrawl.reading.page import Page
from newscrawl.reading.phrases.page.boxheads import ABOUT_COOKIES
from newscrawl.reading.text import clean, ends_sentence, flatten, short_line

TEXTS = etree.XPath("//text()[string-length(normalize-space()) > 40]")
# No sentence of an article stands in these.
NO_SENTENCES = frozenset(
    "a script style noscript nav footer header aside form li h1 h2 h3 h4 figcaption select textarea button title iframe"
    " template".split()
)
# Two small letters, or two of a script that has no capitals
SENTENCE = re.compile(r"\A(?>.*?(?:[a-z]|[^\W\d_\x00-\u02ff]){2})[^.,:。、،]*+[.,:。、،]", re.S)
ONE_PARAGRAPH = 600  # characters; a box of text alone with fewer is a paragraph, whatever its tag
LEAST_BREAKS = 2  # but not one right in the page's body of two lines with an empty one between
LEAST = 150  # characters; a box with fewer is no article
LEAST_SHARE = 0.3  # of the text that is there: what stands around it with less is no part of the article
DEEPEST_LINK = 4  # elements in a link
# Boxes in which no article stands, unless most sentences of the page do: never closed, or all of it is a form.
WIDE_TAGS = frozenset({"form", "header", "li", "button", "aside", "nav"})
MOST_OF_PAGE = 0.55


@dataclass(slots=True)
class _Place:
    """Where a text stands: the boxes around it, the innermost first, as far as they matter; `good`: none is junk."""

    good: bool = True
    inner: etree._Element | None = None
    outer: etree._Element | None = None


def likely_text(page: Page, *, whole: bool = False) -> etree._Element | None:
    """The box with most sentences outside links; of boxes alike, an article's parts, the box that holds them all.

    With `whole` also the parts in boxes that are not alike, where nothing but the article stands between them.
    """
    sentences = [(text, above) for text in TEXTS(page.root) if (above := _above(text)) is not None]  # type: ignore[union-attr]
    sentences = [(text, above) for text, above in sentences if _is_of_sentence(text, above)]  # type: ignore[arg-type]
    title = likely_title(page)
    titled = set(title.iterancestors()) if title is not None else set()
    holders = _holders(sentences)
    sentences = _without_others(sentences, page, holders | titled)
    places = _Places(holders, titled, lists=whole)
    scores: dict[etree._Element, int] = defaultdict(int)
    short: dict[etree._Element, bool] = {}
    good: list[tuple[etree._Element, int]] = []
    for text, above in sentences:
        place = places.of(above)
        if place.inner is None or not place.good:
            continue
        if place.inner not in short:
            line = short_line(place.inner, ONE_PARAGRAPH - 1)
            short[place.inner] = bool(line) and not any(e.tag in BLOCKS for e in place.inner)
            short[place.inner] = short[place.inner] and not (_is_column(place.inner) or _is_text_of_page(place))
        lone = short[place.inner] or place.inner.tag == "p"
        length = len(clean(text))  # type: ignore[arg-type]
        box = place.outer if place.outer is not None and lone else place.inner
        scores[_around_list(box) if whole else box] += length
        good.append((above, length))
    best = max(scores, key=scores.__getitem__, default=None)
    if best is None:
        return None
    best = _of_article(best, scores, title)
    alike = [
        box for box in scores if _is_like(best, box) or any(_is_part(best, above) for above in box.iterancestors())
    ]
    if whole:
        wide = _widened(_around(best, alike), good, page, places)
        if wide is not best and (others := appended_in(wide, page)[0]):  # the next article's sentences widen nothing
            own = [(e, length) for e, length in good if others.isdisjoint((e, *e.iterancestors()))]
            wide = _widened(_around(best, alike), own, page, places) if len(own) < len(good) else wide
        return wide if sum(length for e, length in good if wide in (e, *e.iterancestors())) >= LEAST else None
    return _around(best, alike) if sum(scores[box] for box in alike) >= LEAST else None


def _without_others(
    sentences: list[tuple[object, etree._Element]], page: Page, own: set[etree._Element]
) -> list[tuple[object, etree._Element]]:
    """The sentences but those of cards of other articles, and of a banner about cookies; not in boxes of its `own`."""
    asked = (above for text, above in sentences if "cookie" in text or "kuki" in text)  # type: ignore[operator]
    banners = {box for above in asked if ABOUT_COOKIES.match(flatten(above)) for box in (above, above.getparent())}
    cards = {article for article in page.index.tagged("article") if is_card(article)}
    if not (apart := (banners | cards) - own):
        return sentences
    return [(text, above) for text, above in sentences if apart.isdisjoint((above, *above.iterancestors()))]


def is_of_page(box: etree._Element, page: Page) -> bool:
    """True for a box that holds the headline, too, and the text in a box of its own, beside which nothing is told."""
    title = likely_title(page)
    around = set() if title is None else {*title.iterancestors()}
    text = likely_text(page, whole=True) if box in around else None
    if text is None or text in around or box not in text.iterancestors():
        return False
    path = [text, *takewhile(lambda step: step is not box, text.iterancestors())]
    paragraphs = (p for step in path for way in (True, False) for p in step.itersiblings("p", preceding=way))
    beside = (flatten(p) for p in paragraphs if next(p.iter("a"), None) is None)
    return not any(len(said) >= LEAST_SENTENCE and ends_sentence(said) for said in beside)


def _of_article(
    best: etree._Element, scores: dict[etree._Element, int], title: etree._Element | None
) -> etree._Element:
    """The best box, or the best in the headline's article element, where there is more in all: an appeal is long."""
    own = article_of(title)
    if own is None or own in (best, *best.iterancestors()) or best in own.iterancestors():
        return best
    inside = {box: score for box, score in scores.items() if own in (box, *box.iterancestors())}
    return max(inside, key=inside.__getitem__) if sum(inside.values()) > scores[best] else best


def _is_of_sentence(text: str, above: etree._Element) -> bool:
    """True for a sentence, and for a part of one of whose words some are links, or bold."""
    if SENTENCE.search(text):
        return True
    return above.tag == "p" and len(above) > 0 and bool(SENTENCE.search(short_line(above, LONGEST_TITLE)))


def _around_list(box: etree._Element) -> etree._Element:
    """The box, or the one that a list stands in."""
    while box.tag in ("li", "ul", "ol") and (above := box.getparent()) is not None:
        box = above
    return box


def _above(text: object) -> etree._Element | None:
    """The element that a text stands in."""
    above = text.getparent()  # type: ignore[attr-defined]
    return above.getparent() if above is not None and text.is_tail else above  # type: ignore[attr-defined,no-any-return]


def _holders(sentences: list[tuple[object, etree._Element]]) -> set[etree._Element]:
    """The boxes in which most sentences of the page stand: whatever they are called, the article is in them."""
    held: dict[etree._Element, int] = defaultdict(int)
    total = 0
    for text, above in sentences:
        if above.tag in ("script", "style", "noscript", "template"):
            continue
        length = len(str(text))
        total += length
        for box in (above, *above.iterancestors()):
            held[box] += length
    return {box for box, length in held.items() if length >= MOST_OF_PAGE * total}


def _around(best: etree._Element, alike: list[etree._Element]) -> etree._Element:
    """The box that holds all of those alike."""
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


def _widened(
    box: etree._Element, good: list[tuple[etree._Element, int]], page: Page, places: _Places
) -> etree._Element:
    """The box, or one around it where that has more sentences of the article: a share of its own, and few headlines."""
    above_box = [box, *box.iterancestors()]
    steps = {step: number for number, step in enumerate(above_box)}
    chars, counts, heads = ([0] * len(above_box) for _ in range(3))
    for element, length in good:
        step = next((steps[e] for e in (element, *element.iterancestors()) if e in steps), None)
        if step is None:  # below a second <html>: no box holds both
            continue
        chars[step] += length
        counts[step] += length >= LEAST_SENTENCE
    for link in page.root.iter("a"):
        around = next((e for e in link.iterancestors() if e.tag not in HEADINGS), box)
        if is_linked_line(link) and places.of(around, links=True).good:
            heads[next((steps[e] for e in link.iterancestors() if e in steps), 0)] += 1
    reached, own = 0, chars[0]
    more = sentences = headlines = 0
    for number in range(1, len(above_box)):
        more, sentences, headlines = more + chars[number], sentences + counts[number], headlines + heads[number]
        if more >= max(LEAST, own * LEAST_SHARE):
            if headlines * 3 > sentences:
                break
            reached, own, more, sentences, headlines = number, own + more, 0, 0, 0
    return above_box[reached]


class _Places:
    """Where texts stand.

    `holders` are the boxes of most of the page, `titled` those around its headline: whatever their names say, they are
    not beside the article. `lists`: items of lists may be sentences, too.
    """

    def __init__(self, holders: set[etree._Element], titled: set[etree._Element], *, lists: bool) -> None:
        self.holders = holders | titled
        self.sure = titled | {box for box in holders if box.tag in ("html", "body", "main", "article")}
        self.silent = NO_SENTENCES - {"li"} if lists else NO_SENTENCES
        self.lists = lists
        self.known: dict[etree._Element, _Place] = {}

    def of(self, element: etree._Element, *, links: bool = False) -> _Place:
        """Where an element's own text stands; a link's is no sentence, unless `links`."""
        path = []
        step: etree._Element | None = element
        while step is not None and step not in self.known:
            path.append(step)
            step = step.getparent()
        place = _Place() if step is None else self.known[step]
        for step in reversed(path):
            held = step in self.holders
            good = place.good and (step.tag not in self.silent or (held and step.tag in WIDE_TAGS))
            if step.tag in BLOCKS or step.tag == "body" or _is_column(step):
                beside = step not in self.sure and (is_beside(step, held=held) or (not held and is_junk_box(step)))
                place = _Place(good and not beside, step, place.inner)
            elif good != place.good:
                place = _Place(good, place.inner, place.outer)
            self.known[step] = place
        if self.lists and not links and place.good and _is_linked(element):
            return _Place(False, place.inner, place.outer)
        return place


def _is_linked(element: etree._Element) -> bool:
    """True for what stands in a link."""
    return element.tag == "a" or any(above.tag == "a" for above in islice(element.iterancestors(), DEEPEST_LINK))


def _is_column(box: etree._Element) -> bool:
    """True for a cell beside others: a column of the page."""
    return box.tag in CELLS and any(e.tag in CELLS for e in (*box.itersiblings(), *box.itersiblings(preceding=True)))


def _is_text_of_page(place: _Place) -> bool:
    """True for a box right in the page's body whose own text is broken into lines."""
    box = place.inner
    of_body = box is not None and place.outer is not None and place.outer.tag == "body"
    return of_body and sum(e.tag == "br" for e in box) >= LEAST_BREAKS  # type: ignore[union-attr]


def _is_part(box: etree._Element, other: etree._Element) -> bool:
    """True for a box of the article's own classes, and one more, beside it: its next page."""
    names = classes_of(box)
    return bool(names) and box.getparent() is other.getparent() and names <= classes_of(other)


def _is_like(box: etree._Element, other: etree._Element) -> bool:
    """True for another part of the same article: the same tag and class, or side by side without one."""
    names, others = classes_of(box), classes_of(other)
    either = names <= others or others <= names
    beside = box is other or (box.getparent() is other.getparent() and not _is_column(box))
    same = either if names and others else not names and not others and beside
    return box.tag == other.tag and same
