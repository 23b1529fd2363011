"""Which heading is the page's headline, by its shape: what the page calls itself, and not what a menu says."""

from __future__ import annotations

from itertools import chain

from lxml import etree

from newscrawl.reading.blocks.boxes import HIDDEN
from newscrawl.reading.page import Page
from newscrawl.reading.text import short_line, words_of

LONGEST_TITLE = 1_000  # characters
LINES = ("div", "span", "p", "b", "strong", "font", "td", "h4", "h5", "h6")  # of which one may be a headline


def likely_title(page: Page) -> etree._Element | None:
    """The longest heading that the page's own title repeats; else the first h1, else any line the title repeats."""
    if (known := page.headline) is None:  # many ask
        known = page.headline = [_likely_title(page)]
    return known[0]


def _likely_title(page: Page) -> etree._Element | None:
    said = page.own_title
    every = [(e, line) for e in page.root.iter("h1", "h2", "h3") if len(line := short_line(e, LONGEST_TITLE)) > 15]
    telling = [(e, line) for e, line in every if e.tag == "h1" or line in said]
    headings = [(e, line) for e, line in telling if not is_in_menu(e, page.menus)]
    repeated = [(e, line) for e, line in headings if line in said]
    if not headings:  # "<ul><li><h1></li><li>": of a list whose first item is the headline, and no slide alone
        listed = ((e, line) for e, line in telling if e.tag == "h1" and line in said and _has_item_behind(e))
        repeated = [(e, line) for e, line in listed if next(e.iterancestors("nav"), None) is None]
    first = next((e for e, _ in headings if e.tag == "h1"), None)
    if not repeated and (first is None or _shares_no_word(first, said)):  # "<div class=judul>"
        plain = (e for e in page.root.iter(*LINES) if not len(e))
        lines = ((e, short_line(e, LONGEST_TITLE)) for e in plain)
        repeated = [(e, line) for e, line in lines if len(line) > 15 and line in said]
        repeated = repeated or [(e, line) for e, line in every if line.isupper() and line in said.upper()]
    best = max(repeated, key=lambda r: (len(r[1]), r[0].tag == "h1", r[0].tag == "h2"), default=None)
    return best[0] if best else first


def article_of(element: etree._Element | None) -> etree._Element | None:
    """The article element around a headline or a box; null for none."""
    return None if element is None else next(element.iterancestors("article"), None)


def _has_item_behind(heading: etree._Element) -> bool:
    """True for a heading in an item of a list that has more of them."""
    item = next(heading.iterancestors("li"), None)
    return item is not None and next(item.itersiblings("li"), None) is not None


def _shares_no_word(heading: etree._Element, said: str) -> bool:
    """True for a heading with none of the longer words that the page calls itself by."""
    words = {word for word in words_of(short_line(heading, LONGEST_TITLE)) if len(word) > 3}
    return bool(said.strip()) and words.isdisjoint(words_of(said))


def is_in_menu(element: etree._Element, known: dict[etree._Element, bool]) -> bool:
    """True for what stands in a menu, a list or a hidden box: no headline. `known` says it of elements asked before."""
    path = []
    within = False
    for box in chain([element], element.iterancestors()):
        if box in known:
            within = known[box]
            break
        path.append(box)
        if box.tag in ("nav", "ul", "ol") or HIDDEN.search(box.get("style", "")):
            within = True
            break
    known.update(dict.fromkeys(path, within))
    return within
