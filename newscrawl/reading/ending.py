"""Whether a page ends inside its article: then only a part of the article may be here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from newscrawl.reading.decoding import has_end
from newscrawl.reading.page import NotAnArticle, Page, tree

MARK = "newscrawl-end"
# What ends that in which an element is no element: nothing, an attribute, a comment, text that is not read.
RAW = ((b"<!--", b"-->"), *((b"<" + n, b"</" + n) for n in (b"script", b"style", b"textarea", b"iframe")))
TORN = re.compile(rb"<[^<>]*\Z")  # no whole page ends inside a tag
MARKED = etree.XPath(f"//wbr[@id='{MARK}']")


def ends_inside(page: Page, containers: Sequence[etree._Element]) -> bool:
    """True for a page without an end, of which the last byte belongs to one of its article's `containers`.

    Many whole pages lack their end tags; something of theirs follows the article all the same. An article without
    a container was read from the page's data: its container may have been behind the cut. Where an article has several
    of them, or the page ends inside a tag, the next may have been: what is around them must have ended, too.
    """
    if has_end(page.source):
        return False
    if not containers:
        return True
    # The elements in front of the mark are the same in both trees, and so is their number.
    boxes = set(containers)
    if len(containers) > 1 or TORN.search(page.source):
        parents = (container.getparent() for container in containers)
        boxes |= {parent for parent in parents if parent is not None and parent.tag not in ("body", "html")}
    numbers = {number: element.tag for number, element in enumerate(page.root.iter("*")) if element in boxes}
    for closing in _closings(page.source):
        try:
            root = tree(page.source + closing + f'<wbr id="{MARK}">'.encode())
        except NotAnArticle:
            return False
        if marks := MARKED(root):
            around = set(marks[-1].iterancestors())  # type: ignore[index,union-attr]
            elements = enumerate(root.iter("*"))
            return any(numbers.get(number) == element.tag for number, element in elements if element in around)
    return False


def _closings(source: bytes) -> list[bytes]:
    """What may end that in which the last byte stands; a script is not ended where none is open."""
    text = source.lower()
    still_open = [end.rstrip(b">") + b">" for begin, end in RAW if text.rfind(begin) > text.rfind(end)]
    return [opened + raw for raw in (b"", *still_open) for opened in (b"", b">", b"\"'>")]
