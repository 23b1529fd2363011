"""A second opinion: what an article should be by the shape of its page, held against what the rules made of it.

Each finding is a doubt with its reason. It changes nothing: the page is kept for `scrapy reread`, and the run says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.items import Article
from newscrawl.reading.blocks.boxes import is_junk_box, names_of
from newscrawl.reading.blocks.boxnames import PAGE_NAME
from newscrawl.reading.content.shape import likely_text
from newscrawl.reading.doubts import anothers, strays, unshown
from newscrawl.reading.headline import is_in_menu
from newscrawl.reading.page import Page
from newscrawl.reading.phrases.page import comments
from newscrawl.reading.phrases.page.headlines import is_headline
from newscrawl.reading.text import clean, flatten, letters, short_line, words_of

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
OTHER_TEXT = "a text without a word of its headline"
OTHER_ADDRESS = "headline and text without a word of the address"
LEAD = "a sentence between headline and text that is not in the text"
TAIL = "a paragraph behind the text that is not in it"
ELSEWHERE = "paragraphs elsewhere on the page that are not in the text"
HIDDEN_PART = "a hidden paragraph that is not in the text"
MORE_IN_DATA = "sentences of the structured data that are not in the text"
BUTTON = "a button that shows more of the text"
SECOND = "a headline between two parts of the text"
COMMENTS = "what readers wrote in the text"
LINKED = "headlines of other articles in the text"
TEMPLATE = "paragraphs in a template that are not in the text"
SCRIPT = "more text in a script of the page"
MORE = "more text than the page's shape"
MORE_THAN_DATA = "more text than in the structured data"
APART = "a printed date far from the one for machines"
OTHER_PRINTED = "another date than the one below the headline"
VISIT = "the moment of the visit for a date"

NUMBERED = re.compile(r"(\d{1,2})[.)]\s+\S")
# What programs write and no writer does: "[bacajuga:...]", "{{ title }}", "<p>", "undefined"; or make of characters in
# another encoding than they say: U+FFFD, "â€œ" for a quotation mark; and what they say where they break
PROGRAM = re.compile(
    r"\[\w+:[^\]]{0,300}\]\(|\{\{|\}\}|</?(?:p|div|br|span|a)\b|^(?:undefined|null|NaN)$|function\s*\(|\ufffd|â€"
    r"|\.php(?::\d+| on line \d+)\b",
    re.M,
)
LEAST_PART = 0.55  # of the shape's words
LEAST_LONG_PART = 0.8  # likewise, where the shape has more than LONG_SHAPE
LONG_SHAPE = 125  # words
LEAST_COUNTED = 0.75  # of the words that the page says it has
SHORT = 60  # characters
SHORT_SHARE = 0.75
MANY = 8  # paragraphs: a share of fewer is chance
LEAST_DATA = 0.5  # of the text's words: shorter structured data is a summary
LINES_LINKED = 3
DISTANT = timedelta(days=1)  # zones and their marks are hours apart
THIS_MINUTE = timedelta(minutes=1)
COUNT = re.compile(r"[0-9]{1,7}")
NOT_OWN = ("a", "script", "style", "figcaption")
# Bounds that no article comes near
MOST_BOXES, MOST_PARAGRAPHS, MOST_HEADINGS = 50, 1_000, 200
LONGEST_HEADING = 1_000  # characters


def second_opinion(article: Article, loader: ArticleLoader, *, first: bool = True) -> Iterator[str]:
    """What speaks against an article, by the shape of its page and the form of its text.

    `first`: it is the first of its pages, or all of them; what follows tells neither date nor headline's words.
    """
    text = article.text
    headline = anothers.headline_of(loader, article.title)
    if article.kind == "article" and text:
        words = words_of(text)
        said = "".join(words)
        less = [*_lost(loader, said), *_length(article, loader, headline, len(words))]
        yield from (*less, *_lines(article))
        outside = _outside(article, loader, headline, said)
        # where more text stands is said once
        yield from (doubt for doubt in outside if doubt != ELSEWHERE or {LESS, LOST_PAGE}.isdisjoint(less))
        if comments.are_in(text.split("\n\n")):
            yield COMMENTS
        if first and anothers.says_nothing_of(article.title, words):
            yield OTHER_TEXT
        if first and anothers.is_at_another_address(loader.page.url, article.title, words):
            yield OTHER_ADDRESS
    if PROGRAM.search(text) or PROGRAM.search(article.title):
        yield LEFTOVER
    if anothers.is_other_title(article, loader):
        yield OTHER_TITLE
    if first:
        yield from _moment(article, loader, headline)


def _lost(loader: ArticleLoader, said: str) -> Iterator[str]:
    """Pages and numbered headings of the article that gave no text; `said` are the letters of the text."""
    page = loader.page
    junk: dict[etree._Element, bool] = {}
    boxes = islice(page_boxes(loader), MOST_BOXES)
    if any(_is_lost(box, said, loader.body.dropped, junk) for box in boxes):
        yield LOST_PAGE
    headings = (e for e in page.index.tagged("h2", "h3") if _begins_with_digit(e) and not is_in_menu(e, page.menus))
    lines = (short_line(e, LONGEST_HEADING) for e in headings)
    numbered = [*islice((line for line in lines if NUMBERED.match(line)), MOST_HEADINGS)]
    if len([heading for heading in numbered if letters(heading) not in said]) > 1:
        yield LOST_HEADING


def _begins_with_digit(element: etree._Element) -> bool:
    return next((text[:1].isdigit() for piece in element.itertext() if (text := piece.strip())), False)


def _outside(article: Article, loader: ArticleLoader, headline: etree._Element | None, said: str) -> Iterator[str]:
    """What of the article stands outside its boxes, and what of another's in them."""
    boxes = loader.body.containers
    pictures = " ".join(f"{image.caption or ''} {image.credit or ''}" for image in article.images)
    around = f"{said} {letters(article.summary or '')} {letters(pictures)}"
    known: strays.Known = {}
    if strays.lead_outside(loader, headline, around, known):
        yield LEAD
    if strays.end_outside(boxes, said):
        yield TAIL
    elif strays.elsewhere(loader, around, known):
        yield ELSEWHERE
    if strays.hidden_inside(boxes, said):
        yield HIDDEN_PART
    if article.complete and unshown.in_templates(loader, around):
        yield TEMPLATE
    if unshown.button_for_more(boxes):
        yield BUTTON
    if strays.is_second(loader, said):
        yield SECOND
    if strays.linked_lines(boxes, article.text) >= LINES_LINKED:
        yield LINKED
    if article.complete and any(unshown.says_more(text, said) for text in loader.found("json", "article.articleBody")):
        yield MORE_IN_DATA
    if article.complete and unshown.more_in_scripts(article, loader, said):
        yield SCRIPT


def _moment(article: Article, loader: ArticleLoader, headline: etree._Element | None) -> Iterator[str]:
    """What speaks against the date: what machines are told, and the moment of the visit."""
    published, now, distance = article.published_at, article.fetched_at, loader.moments.distance
    if published is None:
        return
    if distance is not None and distance >= DISTANT:
        yield APART
    elif distance is None and anothers.dated_otherwise(loader, headline, published, now):
        yield OTHER_PRINTED
    if now is not None and abs(now - published) < THIS_MINUTE:
        yield VISIT


def _length(article: Article, loader: ArticleLoader, headline: etree._Element | None, words: int) -> Iterator[str]:
    """Fewer words than the shape's box or the page's own count, or more; several boxes of one article are one."""
    structured = sum(len(words_of(text)) for text in loader.found("json", "article.articleBody"))
    if LEAST_DATA * words < structured < LEAST_COUNTED * words:
        yield MORE_THAN_DATA
    counted = next((int(n) for n in loader.page.find(loader.words_json) if COUNT.fullmatch(n)), 0)
    if counted > 50 and words < LEAST_COUNTED * counted:
        yield FEWER_WORDS
    around = headline is not None and _is_in(headline, loader.body.containers)
    if not around and not _may_be_less(loader.page, len(article.text.split())):
        return
    box = likely_text(loader.page)
    if box is None:
        return
    shape = _own_words(box, loader.body.appended)
    if shape > 100 and words < (LEAST_LONG_PART if shape > LONG_SHAPE else LEAST_PART) * shape:
        yield LESS
    if around:
        said = letters(flatten(box))
        if any(letters(paragraph) not in said for paragraph in article.text.split("\n\n")):
            yield MORE


def _may_be_less(page: Page, words: int) -> bool:
    """True where paragraphs have so many words that a text of `words` may be too few for the page's shape.

    All of them, or those in boxes alike: what stands in most other boxes is no article's.
    """
    counts: dict[tuple[str, str], int] = {}
    for p in page.index.tagged("p"):
        if next(p.iterdescendants("p"), None) is not None:  # never closed: those in it count
            continue
        box = p.getparent()
        key = (box.tag, box.get("class", "")) if box is not None else ("", "")
        counts[key] = counts.get(key, 0) + len("".join(map(str, p.itertext())).split())
    most = max(counts.values(), default=0)
    return words < LEAST_LONG_PART * most or words < LEAST_PART * sum(counts.values())


def _is_in(element: etree._Element, boxes: Collection[etree._Element]) -> bool:
    return any(box in boxes for box in element.iterancestors())


def _own_words(box: etree._Element, others: Collection[etree._Element] = ()) -> int:
    """How many words stand in a box's paragraphs outside links, captions and what is of `others`."""
    if next(box.iterancestors(*NOT_OWN), None) is not None:
        return 0
    words = within = 0
    walker = etree.iterwalk(box, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        text = element.text if event == "start" else element.tail
        if event == "start" and (element.tag in NOT_OWN or element in others):
            walker.skip_subtree()
            text = None
        if element.tag == "p" and element is not box and element not in others:
            within += (event == "start") - (event == "end")
        if within and text and element is not box:
            words += len(words_of(text))
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


def page_boxes(loader: ArticleLoader) -> Iterator[etree._Element]:
    """Boxes named as pages of the article, in or beside its body."""
    index = loader.page.index
    classed = index.valued("class", _may_be_page) if _may_be_page(index.classes) else []
    for element in (*classed, *index.valued("id", _may_be_page)):
        if element.tag in ("div", "section") and any(map(_is_page_name, names_of(element))):
            yield element


def _may_be_page(names: str) -> bool:
    """True where a PAGE_NAME may stand among names: most need not be looked at any closer."""
    low = names.lower()
    return "page-" in low or "page_" in low or "paging" in low or "halaman" in low


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
    long = [letters(text) for text in texts if len(text) > 40]
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
