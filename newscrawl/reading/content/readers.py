"""What readers wrote in the box of a text: a comment has a button to answer it, and a time or a box named so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newscrawl.reading.blocks.boxes import is_named
from newscrawl.reading.content.guess import LEAST_SENTENCE, LONGEST_LINE, exact_stamp, is_ago
from newscrawl.reading.phrases.page.comments import TO_ANSWER, TO_REACT
from newscrawl.reading.text import MOST_PIECES, text_before

Element = etree._Element

# "Balas", "Reply (2)", "Laporkan"
REPLY = re.compile(rf"\W*{TO_ANSWER}(?: komentar)?(?: ?\(\d+\))?\W*", re.I)
REACTION = re.compile(rf"\W*(?:{TO_REACT}|bagikan|share|edit)\W*", re.I)
WORD = re.compile(r"[^\W\d_]")
COMMENT_NAME = re.compile(r"(?:[\w-]*[-_])?(?:komen(?:tar)?\w*|comments?|disqus)(?:list)?(?:[-_][\w-]*)?", re.I)
LONGEST_COMMENT = 5_000  # characters
MOST_PARAGRAPHS = 4  # of a comment
MOST_REPLIES = 5_000
BUTTONS = ("a", "button", "span", "small", "li", "b", "strong")


def comments_in(box: Element) -> Iterator[Element]:
    """The comments in a box, each with its writer, time and buttons."""
    holder = next((e for e in box.iter("*") if is_long(e.text) or holds_sentence(e)), None)
    if holder is None:
        return
    own = {holder, *holder.iterancestors()}
    known: dict[Element, bool] = {}  # boxes that were looked at: many buttons have them in common
    for reply in islice(_replies(box), MOST_REPLIES):
        path = [reply]
        for above in reply.iterancestors():
            if above is box:
                break
            path.append(above)
        path = [e for e in path if e not in own]
        named = [e for e in path if is_named(e, COMMENT_NAME)]
        found = named[-1] if named else next((e for e in path if _is_known(e, known)), None)
        if found is not None:
            yield found


def _replies(box: Element) -> Iterator[Element]:
    """The buttons to answer or to report a comment."""
    for element in box.iter(*BUTTONS):
        text = element.text if not len(element) else element.text or element[-1].tail
        if text and len(text) < LONGEST_LINE and REPLY.fullmatch(text) and not _is_in_sentence(element):
            yield element


def _is_in_sentence(element: Element) -> bool:
    """True for a bold word behind others: "Tekan **Laporkan**"."""
    return element.tag in ("b", "strong") and bool(WORD.search(text_before(element)))


def _is_known(element: Element, known: dict[Element, bool]) -> bool:
    if element not in known:
        known[element] = _is_comment(element)
    return known[element]


def _is_comment(element: Element) -> bool:
    """True for a box with a time, and a name or a text beside it; not for one that holds an article."""
    pieces = [text for piece in islice(element.itertext(), MOST_PIECES) if (text := str(piece).strip())]
    if sum(map(len, pieces)) > LONGEST_COMMENT or sum(1 for _ in element.iter("p")) > MOST_PARAGRAPHS:
        return False
    stamps = [piece for piece in pieces if len(piece) <= LONGEST_LINE and (exact_stamp(piece) or is_ago(piece))]
    others = [p for p in pieces if p not in stamps and not REPLY.fullmatch(p) and not REACTION.fullmatch(p)]
    return bool(stamps) and len(others) > 1


def holds_sentence(element: Element) -> bool:
    """True for a paragraph whose sentence is in several inline elements."""
    return (
        element.tag == "p" and len(element) > 0 and is_long("".join(map(str, islice(element.itertext(), MOST_PIECES))))
    )


def is_long(text: str | None) -> bool:
    """True for as many characters as a sentence has, white space aside."""
    return text is not None and len(text) > LEAST_SENTENCE and len(text.strip()) > LEAST_SENTENCE
