"""What of an article stands outside the boxes that it was read from, and what in them is another's.

Each sign is a doubt of the second opinion: a changed template keeps the name of a box, and moves a part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import datetime, timedelta
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.items import Article
from newscrawl.reading.blocks.boxes import HIDDEN, doubt_of, holds_article, is_junk_box, names_of
from newscrawl.reading.blocks.boxnames import said_by
from newscrawl.reading.blocks.markup import BLOCKS, HEADINGS, PICTURES
from newscrawl.reading.guess import is_dated
from newscrawl.reading.shape import is_beside
from newscrawl.reading.text import clean, flatten, short_line
from newscrawl.reading.times.dates import read_timestamp

if TYPE_CHECKING:
    from newscrawl.reading.loaders import ArticleLoader

Element = etree._Element
Known = dict[Element, bool]  # boxes asked about, each with whether it is beside the article

ENDS = re.compile(r"[.!?…][\"”’']?$")
LEAST_LEAD = 60  # characters; fewer are a label or a caption
LONGEST_LEAD = 3_000
MOST_BETWEEN = 2_000  # elements between a headline and its text
NO_LEAD = frozenset({"nav", "aside", "figure", "figcaption", "form", "button", "a", "ul", "ol", "footer"})
LINES = frozenset({"p", "div", "span", "h2", "h3", "h4", "strong", "b", "em", "blockquote", "td"})
NOT_INLINE = tuple(BLOCKS | PICTURES | {"figcaption"})
PERHAPS_HIDDEN = etree.XPath(".//*[@hidden or contains(@style, 'none') or contains(@style, 'hidden')]")
NOTHING = frozenset({"script", "style", "ins", "br", "hr", "iframe", "noscript"})
LOOKED_BEHIND = 2  # boxes behind the text
WORD = re.compile(r"\w+")
HEADLINE = 4  # words
MOST_LINKED = 2  # lines of a text that lead elsewhere, and may be the article's
MOST_LINKS = 500
# "Baca selengkapnya" on a button: the rest of the text is asked for by a program
MORE = re.compile(
    r"\W*(?:(?:baca|lihat|tampilkan|muat|buka)\s+(?:selengkapnya|(?:lebih )?lengkap|lebih banyak|lanjutan(?:nya)?"
    r"|artikel (?:lengkap|selengkapnya))|lanjut(?:kan)?\s+(?:baca|membaca)|selengkapnya|read more|show more"
    r"|continue reading)\W*",
    re.I,
)
TEMPLATE = re.compile(r"template|text/html", re.I)
LONGEST_DATE = 120
LONGEST_BUTTON = 60
# Of a script: what is no letter of a text, as programs write it
ESCAPED = re.compile(r"<[^<>]{0,500}>|\\+u003c.{0,500}?\\+u003e|\\+u[0-9a-f]{4}|\\+[nrt]", re.I | re.S)
OPENS = re.compile(r"[:,\[({=]$|[:=] $")  # in front of a string
PLAIN = re.compile(r"[A-Za-z0-9 ,.;:()-]+")
LEAST_PLAIN, MOST_PLAIN = 30, 60  # characters that tell where a text stands in a script
LONGEST_LITERAL = 500_000
ENDED = re.compile(r"[.!?]\W*\s|</p>|<br")
LEAST_DATA_LETTERS, LAST = 40, 3  # letters of a sentence, and sentences of data that are missing


def headline_of(loader: ArticleLoader, title: str) -> Element | None:
    """The first element of the title's rules that shows the headline, in front of the text where there are several."""
    order, said = loader.page.index.order, clean(title)
    first = min((order.get(box, 0) for box in loader.body.containers), default=len(order))
    found = (e for rule in loader.rules("title", "css") for e in loader.found("css", rule))
    shown = [e for e in found if isinstance(e, Element) and said in flatten(e)]
    return min(shown, key=lambda e: (order.get(e, 0) >= first, order.get(e, 0)), default=None)


def lead_outside(loader: ArticleLoader, headline: Element | None, said: str, known: Known) -> bool:
    """True where a sentence that is not said stands behind the headline, in front of a box of the text.

    `said` are the letters of text, summary and captions.
    """
    boxes = loader.body.containers
    if headline is None or not boxes:
        return False
    order, elements = loader.page.index.order, loader.page.index.elements
    begin = order.get(headline, 0) + 1 + sum(1 for _ in headline.iterdescendants("*"))
    for box in sorted(boxes, key=lambda box: order.get(box, 0)):
        end = order.get(box, 0)
        for element in elements[begin : min(end, begin + MOST_BETWEEN)]:
            if (
                _is_line(element)
                and _is_new(short_line(element, LONGEST_LEAD), said)
                and not _is_beside(element, known)
            ):
                return True
        begin = max(begin, end + 1 + sum(1 for _ in box.iterdescendants("*")))
    return False


def _is_line(element: Element) -> bool:
    """True for an element that may be a sentence: long enough, and without a block or a picture in it."""
    if element.tag not in LINES or (len(element) and next(element.iterdescendants(*NOT_INLINE), None) is not None):
        return False
    return sum(map(len, element.itertext())) >= LEAST_LEAD


def elsewhere(loader: ArticleLoader, said: str, known: Known) -> bool:
    """True where two or more paragraphs that are not said stand in one box outside those of the text.

    Teasers have a box each.
    """
    inside = {p for box in loader.body.containers for p in box.iter("p")}
    found: set[Element] = set()
    for p in loader.page.index.tagged("p"):
        if p in inside or not _is_line(p) or next(p.iter("a"), None) is not None:
            continue
        if _is_new(short_line(p, LONGEST_LEAD), said) and not _is_beside(p, known):
            if (parent := p.getparent()) in found:
                return True
            found |= {parent} if parent is not None else set()
    return False


def hidden_inside(boxes: Collection[Element], said: str) -> bool:
    """True where a hidden box in one of the text's has a sentence that is not said."""
    for hidden in (e for box in boxes for e in PERHAPS_HIDDEN(box) if _is_hidden(e)):  # type: ignore[union-attr,arg-type]
        if any(map(is_beside, (hidden, *hidden.iter("div")))):  # type: ignore[union-attr]
            continue
        lines = (short_line(p, LONGEST_LEAD) for p in hidden.iter("p") if next(p.iter("a"), None) is None)  # type: ignore[union-attr]
        if any(_is_new(line, said) for line in lines):
            return True
    return False


def _is_hidden(element: Element) -> bool:
    return element.get("hidden") is not None or bool(HIDDEN.search(element.get("style", "")))


def _is_new(line: str, said: str) -> bool:
    """True for a line of a sentence that is not among what was said."""
    return len(line) >= LEAST_LEAD and bool(ENDS.search(line)) and letters(line) not in said


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
    if not {said for name in names_of(box) for said in said_by(name)}.isdisjoint({"caption", "figure"}):
        return True
    pictured = not own and box.tag in LINES and next(box.iter("img"), None) is not None
    return pictured and len([*islice(box.iter("p"), 2)]) < 2


def end_outside(boxes: Collection[Element], said: str) -> bool:
    """True where a box of nothing but paragraphs follows the last of the text's, and one is a sentence not said."""
    last = next(reversed([*boxes]), None)
    behind = (e for e in last.itersiblings("*") if e.tag not in NOTHING) if last is not None else iter(())
    for box in islice((e for e in behind if not is_junk_box(e) or _is_hidden(e)), LOOKED_BEHIND):
        if (
            box.tag not in ("p", "div", "section")
            or next(box.iter("a", "button", "form", "img", *HEADINGS), None) is not None
        ):
            return False
        lines = (short_line(p, LONGEST_LEAD) for p in box.iter("p"))
        if any(_is_new(line, said) for line in lines):
            return True
    return False


def in_templates(loader: ArticleLoader, said: str) -> bool:
    """True where two or more sentences that are not said wait in a template, to be shown by a program."""
    index = loader.page.index
    for script in index.tagged("script"):
        if TEMPLATE.search(script.get("type", "")) and "<p" in (code := script.text or ""):
            lines = (clean(ESCAPED.sub("", part)) for part in code.split("</p>")[:MOST_LINKS] if "<a " not in part)
            if sum(_is_new(line, said) for line in lines) > 1:
                return True
    for element in index.tagged("template"):
        lines = (short_line(p, LONGEST_LEAD) for p in element.iter("p") if next(p.iter("a"), None) is None)
        if sum(_is_new(line, said) for line in lines) > 1:
            return True
    return False


def dated_otherwise(loader: ArticleLoader, headline: Element | None, published: datetime, now: datetime | None) -> bool:
    """True where lines between headline and text are dates, and none is within a day of the article's."""
    boxes = loader.body.containers
    if headline is None or not boxes:
        return False
    order = loader.page.index.order
    begin, end = order.get(headline, 0) + 1, min(order.get(box, 0) for box in boxes)
    others = False
    for element in loader.page.index.elements[begin : min(end, begin + MOST_BETWEEN)]:
        line = short_line(element, LONGEST_DATE) if element.tag not in NOTHING else ""
        stamp = read_timestamp(line, now=now, zone=loader.zone) if is_dated(line) else None
        if stamp is not None and stamp.is_exact:
            if abs(stamp.value.date() - published.date()) <= timedelta(days=1):
                return False
            others = True
    return others


def button_for_more(boxes: Collection[Element]) -> bool:
    """True for a button in the text's box, or next to it, that has the rest of the text shown."""
    for box in boxes:
        near = [box, *(e for e in islice(box.itersiblings("*"), LOOKED_BEHIND))]
        for element in (e for one in near for e in one.iter("button", "a")):
            if element.tag == "a" and not re.match(r"#|javascript:|$", element.get("href", "")):
                continue
            if MORE.fullmatch(short_line(element, LONGEST_BUTTON)):
                return True
    return False


def is_second(loader: ArticleLoader) -> bool:
    """True where a headline stands between two boxes of the text, outside both: the next article's, most likely."""
    order, elements = loader.page.index.order, loader.page.index.elements
    boxes = sorted(loader.body.containers, key=lambda box: order.get(box, 0))
    for one, other in pairwise(boxes):
        begin = order.get(one, 0) + sum(1 for _ in one.iter("*"))
        for heading in elements[begin : order.get(other, 0)]:
            if heading.tag in ("h1", "h2", "h3") and len(short_line(heading, LONGEST_LEAD).split()) > HEADLINE:
                return True
    return False


def linked_lines(boxes: Collection[Element], text: str) -> int:
    """How many paragraphs of the text are nothing but a link in its boxes, of as many words as a headline."""
    paragraphs = set(text.split("\n\n"))
    links = (short_line(a, LONGEST_LEAD) for box in boxes for a in islice(box.iter("a"), MOST_LINKS))
    return len(paragraphs & {line for line in links if len(line.split()) > HEADLINE})


def says_more(text: str, said: str) -> bool:
    """True for a text of the page's data with sentences one behind the other that are not said, though others are."""
    sentences = (letters(part) for part in ENDED.split(ESCAPED.sub(" ", text)))
    known = [part in said for part in sentences if len(part) >= LEAST_DATA_LETTERS]
    return any(known) and any(not any(known[n : n + LAST]) for n in range(len(known) - LAST + 1))


def more_in_scripts(article: Article, loader: ArticleLoader, said: str) -> bool:
    """True where a script has the text as a string, and the string goes on far beyond it."""
    first = max(article.text.split("\n\n")[:3], key=len)
    plain = max(PLAIN.findall(first), key=len, default="")[:MOST_PLAIN].strip()
    if len(plain) < LEAST_PLAIN:
        return False
    for script in loader.page.index.tagged("script"):
        code = script.text or ""
        if len(code) < len(article.text) or "ld+json" in script.get("type", ""):
            continue
        if (at := code.find(plain)) >= 0 and says_more(_literal(code, at), said):
            return True
    return False


def _literal(code: str, at: int) -> str:
    r"""The string of a script that a place stands in, which may stand in another: `"{\"a\": \"...\"}"`.

    >>> _literal(r'x = "{\"isi\": \"Kopi tua\", \"b\": 1}"', 18)
    'Kopi tua'
    """
    begin = code.rfind('"', max(0, at - LONGEST_LEAD), at)
    while begin > 0 and not OPENS.search(code[max(0, begin - 20) : begin].rstrip("\\")):
        begin = code.rfind('"', max(0, at - LONGEST_LEAD), begin)
    depth = _slashes(code, begin) if begin >= 0 else 0
    end = at
    while (end := code.find('"', end, at + LONGEST_LITERAL)) >= 0 and _slashes(code, end) > depth:
        end += 1
    return code[begin + 1 : end - depth if end >= 0 else at + LONGEST_LITERAL]


def _slashes(code: str, at: int) -> int:
    """How many backslashes stand in front of a place."""
    return len(code[max(0, at - 20) : at]) - len(code[max(0, at - 20) : at].rstrip("\\"))


def letters(text: str) -> str:
    """The letters and digits of a text alone, so that spaces and quotes tell nothing apart."""
    return "".join(WORD.findall(text.casefold()))
