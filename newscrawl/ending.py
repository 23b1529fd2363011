"""Whether a page ends inside its article: then only a part of the article may be here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from newscrawl.decoding import has_end
from newscrawl.page import Page

MARK = "newscrawl-end"
# What ends that in which an element is no element: nothing, an attribute, a comment, text that is not read.
CLOSINGS = tuple(
    opened + raw
    for raw in (b"", b"-->", b"</script>", b"</style>", b"</textarea>", b"</iframe>")
    for opened in (b"", b">", b"\"'>")
)
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
    for closing in CLOSINGS:
        root, _ = page._parse(page.source + closing + f'<wbr id="{MARK}">'.encode())
        if root is not None and (marks := MARKED(root)):
            break
    else:
        return False
    tree, ending = page.root.getroottree(), root.getroottree()
    around = {ending.getpath(above) for above in marks[-1].iterancestors()}  # type: ignore[index,union-attr]
    boxes = list(containers)
    if len(containers) > 1 or TORN.search(page.source):
        parents = (container.getparent() for container in containers)
        boxes += [parent for parent in parents if parent is not None and parent.tag not in ("body", "html")]
    return any(tree.getpath(box) in around for box in boxes)
