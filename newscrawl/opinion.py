"""A second opinion: what an article should be by the shape of its page, held against what the rules made of it.

Each finding is a doubt with its reason. It changes nothing: the page is kept for `scrapy reread`, and the run says so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from lxml import etree

from newscrawl.body import PAGE_NAME, is_junk_box
from newscrawl.boilerplate import is_headline
from newscrawl.guess import is_in_menu, likely_text
from newscrawl.items import Article
from newscrawl.text import clean, flatten

if TYPE_CHECKING:
    from newscrawl.loaders import ArticleLoader

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
    r"\[\w+:[^\]]*\]\(|\{\{|\}\}|</?(?:p|div|br|span|a)\b|^(?:undefined|null|NaN)$|function\s*\(", re.M
)
LEAST_PART = 0.55  # of the shape's words
LEAST_COUNTED = 0.75  # of the words that the page says it has
SHORT = 60  # characters
SHORT_SHARE = 0.75
MANY = 8  # paragraphs: a share of fewer is chance
WORD = re.compile(r"\w+")
OWN_WORDS = etree.XPath(".//p//text()[not(ancestor::a or ancestor::script or ancestor::style or ancestor::figcaption)]")


def second_opinion(article: Article, loader: ArticleLoader) -> Iterator[str]:
    """What speaks against an article, by the shape of its page and the form of its text."""
    page, text = loader.page, article.text
    said = _letters(text)
    if article.kind == "article" and text:
        if any(_is_lost(box, said, loader.dropped) for box in _page_boxes(loader)):
            yield LOST_PAGE
        headings = [flatten(e) for e in page.root.iter("h2", "h3") if not is_in_menu(e)]
        numbered = [heading for heading in headings if NUMBERED.match(heading)]
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
    counted = next((int(n) for n in loader.page.find(loader.words_json) if n.isdigit()), 0)
    if counted > 50 and words < LEAST_COUNTED * counted:
        yield FEWER_WORDS
    box = likely_text(loader.page)
    if box is not None:
        shape = len(WORD.findall(" ".join(OWN_WORDS(box))))  # type: ignore[arg-type]
        if shape > 100 and words < LEAST_PART * shape:
            yield LESS


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
        names = [*element.get("class", "").split(), element.get("id", "")]
        if any(PAGE_NAME.fullmatch(name) for name in names if name):
            yield element


def _is_lost(box: etree._Element, said: str, dropped: Collection[etree._Element]) -> bool:
    """True for a box with paragraphs of which none stands in the text; `dropped` are the portal's own exceptions."""
    texts = []
    for paragraph in box.iter("p"):
        within = (paragraph, *takewhile(lambda above: above is not box, paragraph.iterancestors()))
        if paragraph.find(".//a") is None and not any(e in dropped or is_junk_box(e) for e in within):
            texts.append(flatten(paragraph))
    long = [_letters(text) for text in texts if len(text) > 40]
    return bool(long) and not any(text in said for text in long)


def _letters(text: str) -> str:
    """The letters and digits of a text alone, so that spaces and quotes tell nothing apart."""
    return "".join(WORD.findall(text.casefold()))


def _alike(one: str, other: str) -> float:
    a, b = set(WORD.findall(one.casefold())), set(WORD.findall(other.casefold()))
    return len(a & b) / max(min(len(a), len(b)), 1)
