"""A second opinion: what an article should be by the shape of its page, held against what the rules made of it.

Each finding is a doubt with its reason. It changes nothing: the page is kept for `scrapy reread`, and the run says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.items import Article
from newscrawl.reading.blocks.boxes import is_junk_box, names_of
from newscrawl.reading.blocks.boxnames import PAGE_NAME
from newscrawl.reading.phrases.pointers import is_headline
from newscrawl.reading.shape import is_in_menu, likely_text
from newscrawl.reading.text import clean, flatten, short_line

if TYPE_CHECKING:
    from newscrawl.reading.loaders import ArticleLoader

LOST_PAGE = "a hidden page of the article gave no text"
LOST_HEADING = "numbered headings that are not in the text"
LESS = "far less text than the page's shape"
FEWER_WORDS = "fewer words than the page itself counts"
SHORT_LINES = "a text of short lines"
LINKS_AT_END = "a text that ends in headlines"
CAPTION_FIRST = "a text that begins with a caption"
OTHER_TITLE = "another title than the page's own"
LEFTOVER = "marks of a program in the text"

NUMBERED = re.compile(r"(\d{1,2})[.)]\s+\S")
# What programs write and no writer does: "[bacajuga:...]", "{{ title }}", "<p>", "undefined"
PROGRAM = re.compile(
    r"\[\w+:[^\]]{0,300}\]\(|\{\{|\}\}|</?(?:p|div|br|span|a)\b|^(?:undefined|null|NaN)$|function\s*\(", re.M
)
LEAST_PART = 0.55  # of the shape's words
LEAST_COUNTED = 0.75  # of the words that the page says it has
SHORT = 60  # characters
SHORT_SHARE = 0.75
MANY = 8  # paragraphs: a share of fewer is chance
WORD = re.compile(r"\w+")
COUNT = re.compile(r"[0-9]{1,7}")
PARAGRAPH_TEXTS = etree.XPath("//text()[ancestor::p]", smart_strings=False)
NOT_OWN = ("a", "script", "style", "figcaption")
# Bounds that no article comes near
MOST_BOXES, MOST_PARAGRAPHS, MOST_HEADINGS = 50, 1_000, 200
LONGEST_HEADING = 1_000  # characters


def second_opinion(article: Article, loader: ArticleLoader) -> Iterator[str]:
    """What speaks against an article, by the shape of its page and the form of its text."""
    page, text = loader.page, article.text
    said = _letters(text)
    if article.kind == "article" and text:
        junk: dict[etree._Element, bool] = {}
        boxes = islice(_page_boxes(loader), MOST_BOXES)
        if any(_is_lost(box, said, loader.body.dropped, junk) for box in boxes):
            yield LOST_PAGE
        headings = (e for e in page.root.iter("h2", "h3") if not is_in_menu(e, page.menus))
        lines = (short_line(e, LONGEST_HEADING) for e in headings)
        numbered = [*islice((line for line in lines if NUMBERED.match(line)), MOST_HEADINGS)]
        if len([heading for heading in numbered if _letters(heading) not in said]) > 1:
            yield LOST_HEADING
        yield from _length(article, loader)
        yield from _lines(article)
    if PROGRAM.search(text) or PROGRAM.search(article.title):
        yield LEFTOVER
    headline = len(article.title.split()) > 3 and "title" in loader.visible  # a magazine's differs from the web's
    own = [title for title in (*page.metas.get("og:title", []), *page.find("article.headline")) if title]
    if own and not headline and all(_alike(article.title, title) < 0.34 for title in own):
        yield OTHER_TITLE


def _length(article: Article, loader: ArticleLoader) -> Iterator[str]:
    """Fewer words than the shape's box or the page's own count; several boxes of one article are one."""
    words = len(WORD.findall(article.text))
    counted = next((int(n) for n in loader.page.find(loader.words_json) if COUNT.fullmatch(n)), 0)
    if counted > 50 and words < LEAST_COUNTED * counted:
        yield FEWER_WORDS
    if words >= LEAST_PART * len(WORD.findall("\n".join(PARAGRAPH_TEXTS(loader.page.root)))):  # type: ignore[arg-type]
        return  # no box of the page has so many that the text would be too few
    box = likely_text(loader.page)
    if box is not None:
        shape = _own_words(box)
        if shape > 100 and words < LEAST_PART * shape:
            yield LESS


def _own_words(box: etree._Element) -> int:
    """How many words stand in a box's paragraphs outside links and captions."""
    if next(box.iterancestors(*NOT_OWN), None) is not None:
        return 0
    words = within = 0
    walker = etree.iterwalk(box, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        text = element.text if event == "start" else element.tail
        if event == "start" and element.tag in NOT_OWN:
            walker.skip_subtree()
            text = None
        if element.tag == "p" and element is not box:
            within += (event == "start") - (event == "end")
        if within and text and element is not box:
            words += len(WORD.findall(text))
    return words


def _lines(article: Article) -> Iterator[str]:
    paragraphs = article.text.split("\n\n")
    if len(paragraphs) >= MANY and sum(len(p) < SHORT for p in paragraphs) > SHORT_SHARE * len(paragraphs):
        yield SHORT_LINES
    last = paragraphs[-3:]
    if len(paragraphs) > 4 and all(_is_linkish(p) for p in last):
        yield LINKS_AT_END
    caption = clean(article.images[0].caption or "") if article.images else ""
    credit = len(paragraphs[0]) - len(caption)  # it may stand behind the caption
    if len(paragraphs) > 1 and len(caption) >= SHORT / 2 and credit < SHORT and paragraphs[0].startswith(caption):
        yield CAPTION_FIRST


def _is_linkish(paragraph: str) -> bool:
    """True for a line that reads like a headline: most words in capitals, five or more, no end of a sentence."""
    words = paragraph.split()
    capital = sum(w[0].isupper() for w in words)
    return len(words) > 4 and capital > 0.7 * len(words) and is_headline(paragraph) and not NUMBERED.match(paragraph)


def _page_boxes(loader: ArticleLoader) -> Iterator[etree._Element]:
    """Boxes named as pages of the article, in or beside its body."""
    for element in loader.page.root.iter("div", "section"):
        if any(map(_is_page_name, names_of(element))):
            yield element


@lru_cache(maxsize=4096)  # pages of a portal have the same boxes
def _is_page_name(name: str) -> bool:
    return bool(PAGE_NAME.fullmatch(name))


def _is_lost(
    box: etree._Element, said: str, dropped: Collection[etree._Element], junk: dict[etree._Element, bool]
) -> bool:
    """True for a box with paragraphs of which none stands in the text; `dropped` are the portal's own exceptions.

    `junk` are the elements looked at so far.
    """
    plain = (p for p in islice(box.iter("p"), MOST_PARAGRAPHS) if p.find(".//a") is None)
    texts = [flatten(p) for p in plain if not _is_dropped(p, box, dropped, junk)]
    long = [_letters(text) for text in texts if len(text) > 40]
    return bool(long) and not any(text in said for text in long)


def _is_dropped(
    element: etree._Element, box: etree._Element, dropped: Collection[etree._Element], junk: dict[etree._Element, bool]
) -> bool:
    """True for an element that is not the article, or stands in a box within `box` that is not."""
    step: etree._Element | None = element
    while step is not None and step is not box:
        if step not in junk:
            junk[step] = step in dropped or is_junk_box(step)
        if junk[step]:
            return True
        step = step.getparent()
    return False


def _letters(text: str) -> str:
    """The letters and digits of a text alone, so that spaces and quotes tell nothing apart."""
    return "".join(WORD.findall(text.casefold()))


def _alike(one: str, other: str) -> float:
    a, b = set(WORD.findall(one.casefold())), set(WORD.findall(other.casefold()))
    return len(a & b) / max(min(len(a), len(b)), 1)
