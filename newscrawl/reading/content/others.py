"""What stands in the box of a text and is not of it: boxes named so, cards and headlines of other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newscrawl.reading.blocks.body import TO_ARTICLE, TO_FILE, TO_TAG
from newscrawl.reading.blocks.boxes import has_article_chars, is_named, said_of
from newscrawl.reading.blocks.markup import BLOCKS, HEADINGS, PICTURES
from newscrawl.reading.headline import article_of
from newscrawl.reading.phrases.linklists import LABEL_ABOVE_LINKS
from newscrawl.reading.phrases.page.pointers import RELATED_BARE
from newscrawl.reading.text import short_line

HEADLINE = 4  # words of a link that stands alone: another article's headline
# ".read-more", "#newsletterSignup", ".author-bio": in the box of a text, and not of it where there is little in it
OTHERS = re.compile(
    r"(?:[\w-]*[-_])?(?:related\w*|recirc\w*|read-?(?:more|next|also)\w*|see-?(?:also|more)|more-?(?:from|on|news|stories)"
    r"|most-?(?:read|popular|viewed)\w*|trending\w*|popular\w*|promo\w*|newsletters?\w*|sign-?up\w*|subscri\w+|shar(?:e|ing)\w*"
    r"|social\w*|author-?(?:bio|box|info|card|details?)|about-?(?:the-?)?author|bylines?|breadcrumbs?|tags?|tag-?(?:list|cloud)"
    r"|galler(?:y|ies)\w*|slide-?show\w*|carousel\w*|captions?|image-?credits?|photo-?credits?|advert\w*|sponsor\w*|teasers?"
    r"|timestamp|pub(?:lish(?:ed)?)?-?date|toolbar|follow-?us|donat\w+|ratings?|pagination|pager|navigation|prev-?next)"
    r"(?:[-_]\w+)*",
    re.I,
)
MOST_OF_OTHERS = 0.25  # of all that stands in the box
ENDS_SENTENCE = re.compile(r"[.!?…”\"’')]$")
LONGEST_BLOCK = 2_000  # characters
MOST_INLINE = 50  # elements of a line
LONGEST_LINE = 120  # characters of a headline that leads elsewhere
LONGEST_CARD = 250  # characters: a headline and the begin of an article
LEAST_SENTENCE = 40  # characters
# ".komentar", ".cookie-consent": never the article's, however long
BESIDE = re.compile(
    r"(?:[\w-]*[-_])?(?:komentar|comments?|disqus|terkait|related|terpopuler|populer|cookies?|consent|gdpr|modal|popup)"
    r"(?:[-_]\w+)?",
    re.I,
)
# "#sidebar", ".footer-wrap"; but ".one-sidebar" and ".content-with-sidebar" are around the article, too
SIDE = re.compile(r"(?:[\w-]*[-_])?(?:sidebar|footer)(?:[-_]\w+)?", re.I)
OUTSIDE = re.compile(r"https?://", re.I)
LABELS = frozenset({"p", "div", "h2", "h3", "h4", "h5", "strong", "b", "span"})


def is_beside(box: etree._Element, *, held: bool = False) -> bool:
    """True for a box whose name says that other people's or other articles' text stands in it.

    `held`: most of the page stands in it, so that it is not the side that is beside the article.
    """
    return is_named(box, BESIDE) or (not held and is_named(box, SIDE))


def is_card(box: etree._Element) -> bool:
    """True for an article element whose heading is a link: it leads to the article that the few words below tell of.

    With more words it may be a part of a text about many things, each of which has its link.

    >>> html = "<article><h2><a href='/1'>Panen Kopi</a></h2><p>Ringkasan.</article><article><h2>Panen</h2></article>"
    >>> long = html.replace("Ringkasan", "Warga desa menanam kopi di lereng itu. " * 9)
    >>> [[is_card(box) for box in etree.HTML(page)[0]] for page in (html, long)]
    [[True, False], [False, False]]
    """
    heading = next(box.iter(*HEADINGS), None) if box.tag == "article" else None
    if heading is None or heading.tag == "h1" or not short_line(box, LONGEST_CARD):
        return False
    links = (*islice(heading.iter("a"), 1), *(e for e in islice(heading.iterancestors(), 2) if e.tag == "a"))
    return any(short_line(link, LONGEST_LINE).startswith(short_line(heading, LONGEST_LINE)) for link in links)


def _is_of_picture(element: etree._Element) -> bool:
    """True for a figure, or a box named as one or as a caption's, with the picture in it: both are the article's."""
    named = element.tag == "figure" or bool(said_of(element) & {"caption", "figure"})
    return named and any(e.tag in PICTURES for e in islice(element.iter(), MOST_INLINE))


def is_linked_line(link: etree._Element) -> bool:
    """True for a link that is a line by itself, of as many words as a headline."""
    line = short_line(link, 2 * LONGEST_LINE).split()
    if len(line) < HEADLINE:
        return False
    if any(e.tag in BLOCKS for e in link):  # a card that leads to another article
        return True
    block = _block_around(link)
    return block is not None and not _says_more(block, len(line) + HEADLINE)


def _block_around(link: etree._Element) -> etree._Element | None:
    return next((e for e in link.iterancestors() if e.tag in BLOCKS), None)


def _says_more(block: etree._Element, words: int) -> bool:
    """True for a block with as many words that stand in no block inside it; no more is looked at than tells."""
    said = len((block.text or "")[:LONGEST_BLOCK].split())
    for number, inner in enumerate(block):
        if isinstance(inner.tag, str) and inner.tag not in BLOCKS:
            said += sum(len(text.split()) for text in islice(inner.itertext(), LONGEST_LINE))
        said += len((inner.tail or "")[:LONGEST_BLOCK].split())
        if said >= words or number > MOST_INLINE:
            return True
    return said >= words


def _holds_text(block: etree._Element) -> bool:
    """True for a block of paragraphs of the text, between which a link may stand; a card has one at most."""
    lines = (short_line(e, LONGEST_BLOCK) for e in islice(block.iterchildren("p"), MOST_INLINE))
    sentences = (line for line in lines if len(line) >= LEAST_SENTENCE and ENDS_SENTENCE.search(line))
    return has_article_chars(block) or len([*islice(sentences, 2)]) == 2


def _is_part(link: etree._Element, block: etree._Element) -> bool:
    """True for the headline of a part of the text, whose name leads to a tag: "1. <a href='/tag/x'>Kopi Sora</a>"."""
    return bool(TO_TAG.match(link.get("href", ""))) and len(block.findall(".//a")) == 1


def _label_above(block: etree._Element) -> Iterator[etree._Element]:
    """The line right above a linked headline that bids to read it: "Yuk, baca artikel lainnya"."""
    above = block.getprevious()
    if above is not None and above.tag in LABELS:
        said = short_line(above, LONGEST_LINE)
        if said and said[-1] != "." and LABEL_ABOVE_LINKS.fullmatch(said):
            yield above


def _is_told(around: etree._Element, host: str) -> bool:
    """True for a list of other sites or of files that the line above announces: "Berikut kampus penerimanya:"."""
    above = around.getprevious()
    said = short_line(above, LONGEST_BLOCK) if above is not None and above.tag in LABELS else ""
    if not said.endswith(":") or RELATED_BARE.fullmatch(said) or LABEL_ABOVE_LINKS.fullmatch(said):
        return False
    addresses = [link.get("href", "") for link in around.iter("a")]
    if all(map(TO_FILE.match, addresses)):
        return True
    return all(OUTSIDE.match(address) and not TO_ARTICLE.match(address) for address in addresses) and not any(
        host in address.casefold() for address in addresses
    )


def others_in(box: etree._Element, title: etree._Element | None, host: list[str]) -> Iterator[etree._Element]:
    """What stands in the box of a text and is not of it: named so and short, or a headline that leads elsewhere.

    Also the next article below, where that is in an element of its own as this one is. `host` is the page's, in parts.
    """
    own = article_of(title)
    if own is not None and own is not box and box in own.iterancestors():
        yield from (e for e in box.iter("article") if e is not own and own not in e.iterancestors())
    most = sum(map(len, box.itertext())) * MOST_OF_OTHERS
    for element in box.iter("div", "section", "aside", "ul", "ol", "p", "span", "dl", "figure", "table"):
        if element is box or not is_named(element, OTHERS):
            continue
        if has_article_chars(element) or sum(map(len, element.itertext())) > most or _is_of_picture(element):
            continue
        yield element
    own_host = ".".join(host).removeprefix("www.")
    lists: set[etree._Element] = set()  # looked at
    for link in box.iter("a"):
        block = _block_around(link)
        if block is None or block is box or not is_linked_line(link) or _is_part(link, block):
            continue
        if _holds_text(block):
            yield next(e for e in (link, *link.iterancestors()) if e.getparent() is block)
        elif block.tag in ("p", "div") and not ENDS_SENTENCE.search(short_line(block, 3 * LONGEST_LINE)):
            yield block
            yield from _label_above(block)
        elif block.tag == "li" and (around := block.getparent()) is not None and around not in lists:
            lists.add(around)
            items = around.findall("li")
            if all(any(is_linked_line(a) for a in item.iter("a")) for item in items) and not _is_told(around, own_host):
                yield around
                yield from _label_above(around)
