"""The row of links to its tags that a page shows about its article, by where the links lead."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from newscrawl.reading.blocks.boxes import names_of
from newscrawl.reading.text import short_line

# Where a link to a tag leads: "/tag/kopi", "/search/label/Kopi"
TO_TAG = re.compile(r"/(?:tags?|tagar|topi[ck]s?|topik|search/label|label)/[^/]+/?(?:\?.*)?$", re.I)
OF_TAGS = re.compile(
    r"(?:[\w-]*[-_])?(?:tags?|tagging|tagar|labels?|topik)(?:[-_]+\w+)*|(?:list|post|detail|article)tags?", re.I
)
MOST_READ = re.compile(r"popul|trend|hot|cloud|widget|menu|nav", re.I)
ALL_OF_IT = re.compile(r"(?:lihat|baca|tampilkan|view|see)? ?(?:selengkapnya|semua(?:nya)?|lainnya|more|all)\W*", re.I)
TAGS_LABEL = re.compile(r"(?:tags?|tagar|topik|label)(?: terkait)?\b", re.I)
LONGEST_TAG = 60  # characters
MOST_BEHIND = 3  # boxes behind an article in which its tags may be
ROWS = frozenset({"ul", "ol", "div", "section", "p", "td"})
LONGEST_LABEL = 120  # characters


def tag_links(title: etree._Element | None, text: etree._Element | None) -> list[etree._Element]:
    """The links to an article's tags, by where they lead: a row of them about title and text that is marked as tags.

    Else one right behind the box of both.
    """
    if title is None or text is None:
        return []
    above = {title, *title.iterancestors()}
    scope = next((e for e in (text, *text.iterancestors()) if e in above), None)
    if scope is None:
        return []
    found = _row_of_tags(scope, scope)
    behind = islice(scope.itersiblings("*"), MOST_BEHIND) if not found and scope.tag == "article" else ()
    return found or next((links for box in behind if (links := _row_of_tags(box, scope))), [])


def _row_of_tags(box: etree._Element, scope: etree._Element) -> list[etree._Element]:
    """The first row of links to tags in a box that is marked as such; the `scope` itself is none."""
    rows: dict[etree._Element, list[etree._Element]] = {}
    for link in box.iter("a"):
        said = short_line(link, LONGEST_TAG) if TO_TAG.search(link.get("href", "")) else ""
        if said and not ALL_OF_IT.fullmatch(said):
            row = next((e for e in link.iterancestors() if e.tag in ROWS), scope)
            rows.setdefault(row, []).append(link)
    return next((links for row, links in rows.items() if row is not scope and _is_of_tags(row, links)), [])


def _is_of_tags(row: etree._Element, links: list[etree._Element]) -> bool:
    """True for a row that is called tags, or has a label in front or "#" before each; not for what is read most."""
    boxes = [row, *islice(row.iterancestors(), 2)]
    names = [name for box in boxes for name in names_of(box)]
    if any(MOST_READ.search(name) for name in names) or any(
        e.tag in ("nav", "header", "footer", "aside") for e in boxes
    ):
        return False
    marked = any(OF_TAGS.fullmatch(name) for name in names) or all(short_line(a, LONGEST_TAG)[0] == "#" for a in links)
    before = row.getprevious()
    labels = [short_line(row, LONGEST_LABEL * 4)[:20], "" if before is None else short_line(before, LONGEST_LABEL)]
    return marked or any(TAGS_LABEL.match(label) for label in labels)
