"""Who is named beside a role, or in a line with one, near a text or behind it, of which no rule tells."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice, pairwise, takewhile

from lxml import etree

from newscrawl.reading.blocks.body import TO_ARTICLE
from newscrawl.reading.blocks.boxes import is_named, names_of
from newscrawl.reading.content.guess import AUTHOR_NAME, BYLINE, EDITED, LONGEST_LINE, TO_WRITER
from newscrawl.reading.content.others import is_beside
from newscrawl.reading.page import Page
from newscrawl.reading.phrases.names.signoffs import NAME
from newscrawl.reading.phrases.people.mastheads import is_masthead
from newscrawl.reading.rows import in_small
from newscrawl.reading.text import short_line

MOST_LINKS = 20  # of a box that are looked at
LONGEST_CARD, LONGEST_MASTHEAD = 300, 2000  # characters
# Every BYLINE and every EDITED line has one of these
BYLINE_WORDS = (
    "oleh", "penulis", "reporter", "pewarta", "wartawan", "jurnalis", "kontributor", "laporan", "by", "editor",
    "redaktur", "penyunting", "red",
)  # fmt: skip
EDITS_WORD = re.compile(r"\b(?:editor|redaktur|penyunting|red)\b", re.I)
COMMENT = re.compile(r"comment|koment", re.I)
MOST_BEHIND, MOST_ABOUT, MOST_LABELLED = 12, 400, 3  # boxes, elements, and boxes around a label
# A role in a box of its own, with a name beside it
WRITES = frozenset("penulis reporter jurnalis wartawan pewarta kontributor author writer".split())
EDITS = frozenset("editor redaktur penyunting".split())
MOST_AROUND = 6  # boxes around a text in which its people may be
LONGEST_ROLE = 60  # characters, white space around it among them
MOST_ROLES = 8  # of an article; more are a newsroom's
NO_ROLES = frozenset("a h1 h2 h3 h4 th td label option button".split())  # "Editor" there leads, titles or asks
NOT_OWN = frozenset("footer aside nav form table".split())
STRING = etree.XPath("string()", smart_strings=False)


def lines_below(text: etree._Element | None) -> Iterator[str]:
    """Short lines behind the text that name a role: "Penulis: Budi Santoso", "Editor: Siti Aminah"."""
    around = [] if text is None else [text, *text.iterancestors()]
    known = set(around)
    for box in _behind(around, None):
        for element in box.iter("*") if _has_word(box, BYLINE_WORDS) else ():
            line = short_line(element, LONGEST_LINE)
            signs = BYLINE.match(line) or EDITED.match(line)
            if signs and not _is_of_another(element, known):
                yield line


def writer_below(text: etree._Element | None) -> str:
    """The one name right behind the text that leads to its owner's texts, in a box that is called the writer's."""
    around = [] if text is None else [text, *text.iterancestors()]
    known = set(around)
    links = (link for box in _behind(around, MOST_BEHIND) for link in islice(box.iter("a"), MOST_LINKS))
    leading = (link for link in links if TO_WRITER.search(link.get("href", "")))
    named = [(link, line) for link in leading if re.fullmatch(NAME, line := short_line(link, LONGEST_LINE))]
    if not named or len({line for _, line in named}) > 1 or _is_of_another(named[0][0], known):
        return ""
    boxes = [*islice(named[0][0].iterancestors(), MOST_LABELLED)]
    commented = any(map(COMMENT.search, (name for box in boxes for name in names_of(box))))
    called = any(is_named(box, AUTHOR_NAME) for box in boxes) and not commented
    return named[0][1] if called and not EDITS_WORD.search(short_line(boxes[0], LONGEST_LINE)) else ""


def editor_lines(page: Page, title: etree._Element | None, text: etree._Element) -> list[str]:
    """The lines between a title and its text that name an editor; else those of the first elements behind the text."""
    between = [] if title is None else page.index.between(title, text)[:MOST_ABOUT]
    around = [text, *text.iterancestors()]
    behind = (e for box in _behind(around, MOST_BEHIND) for e in islice(box.iter("*"), MOST_BEHIND))
    return [*_naming_editors(between, set(around))] or [*_naming_editors(behind, set(around))]


def _naming_editors(elements: Iterable[etree._Element], around: Collection[etree._Element]) -> Iterator[str]:
    """The lines around the elements whose own words are an editor's label; most have none, and are asked no more."""
    for element in elements:
        if (own := element.text) and len(own) <= LONGEST_LINE and EDITS_WORD.search(own):
            boxes = (element, *islice(element.iterancestors(), MOST_LABELLED))
            lines = ((e, short_line(e, LONGEST_LINE)) for e in boxes)
            line = next(((e, said) for e, said in lines if EDITED.search(said)), None)
            if line and not _is_of_another(line[0], around):
                yield line[1]


def _behind(around: Sequence[etree._Element], most: int | None) -> Iterator[etree._Element]:
    """The boxes behind a text and two boxes around it, up to the next article: `most` behind each."""
    for box in (box for step in around[:3] for box in islice(step.itersiblings("*"), most)):
        if next(box.iter("h1"), None) is not None:
            return
        if not is_beside(box):
            yield box


def _is_of_another(line: etree._Element, around: Collection[etree._Element]) -> bool:
    """True for a line of a card, of those who make the paper, or of a part of the page that is not `around` a text."""
    if line.getparent() in around:  # in the article's own box stand links to others, too
        return _is_in_masthead(line) or _is_apart(line, around)
    return is_of_card(line) or _is_in_card(line) or _is_in_masthead(line) or _is_apart(line, around)


def _is_apart(line: etree._Element, around: Collection[etree._Element]) -> bool:
    """True for a line in an article, a form or a part of the page that is not `around` the text; in its foot, too."""
    foot = {"footer"} if any(box.tag == "article" for box in around) else set()
    boxes = takewhile(lambda box: box not in around, (line, *line.iterancestors()))
    return any(box.tag in (NOT_OWN | {"article"}) - {"table", *foot} for box in boxes)


def is_of_card(line: etree._Element) -> bool:
    """True for a line beside a link to another article, whose writer it names."""
    box = line.getparent()
    links = [a for a in islice(box.iter("a"), MOST_LINKS) if a not in line.iter("a")] if box is not None else []
    addresses = (a.get("href", "") for a in links if short_line(a, LONGEST_LINE))
    return any(TO_ARTICLE.match(address) and not TO_WRITER.search(address) for address in addresses)


def _is_in_card(role: etree._Element) -> bool:
    """True for a role in a short box, or a box of such a one, with a link to another article."""
    inner = [role, *islice(role.iterancestors(), 2)]
    return any(short_line(card, LONGEST_CARD) and is_of_card(line) for line, card in pairwise(inner))


def _is_in_masthead(line: etree._Element) -> bool:
    """True for a line in a short box of those who make a paper."""
    boxes = islice(line.iterancestors(), MOST_AROUND // 2)
    return any(is_masthead(short_line(box, LONGEST_MASTHEAD)) for box in boxes)


def scope_of(text: etree._Element) -> etree._Element:
    """The box about a text in which its people may be: the article's, or one some steps above."""
    around = [text, *takewhile(lambda box: box.tag != "body", text.iterancestors())]
    return next(text.iterancestors("article", "main"), around[: MOST_AROUND + 1][-1])


def roles_beside(scope: etree._Element) -> list[tuple[str, str]]:
    """The names in a part of the page that stand in a box beside that of a role, each with the role in small letters.

    A heading, a link or a table's cell says no role, and what stands in a box beside the article is another's.

    >>> root = etree.fromstring("<p><i><b>Budi</b><i>Penulis</i></i><i><i>Editor</i><b>Siti A</b></i></p>")
    >>> roles_beside(root)
    [('penulis', 'Budi'), ('editor', 'Siti A')]
    """
    found = []
    for element in scope.iter("*") if _has_word(scope, WRITES | EDITS) else ():
        role = "" if element.tag in NO_ROLES else _role(element)
        boxes = takewhile(lambda box: box is not scope, element.iterancestors())
        if role and not any(box.tag in NOT_OWN or is_beside(box) for box in boxes):
            beside = element.getprevious() if _names_first(element) else element.getnext()
            name = "" if beside is None or _is_in_card(element) else short_line(beside, LONGEST_LINE)
            if re.fullmatch(NAME, name) and not _is_in_masthead(element):
                found.append((role, name))
    return found if len(found) <= MOST_ROLES else []


def _has_word(box: etree._Element, words: Iterable[str]) -> bool:
    """True for a box in whose text, in small letters, one of some words stands: in most there is none to look for."""
    said = in_small(str(STRING(box)))
    return any(word in said for word in words)


def _names_first(role: etree._Element) -> bool:
    """True where names stand in front of their roles: what a box begins with tells; "Editor:" is in front of one."""
    if (role.text or "").rstrip().endswith(":"):
        return False
    beside = (e for e in (role.getprevious(), role.getnext()) if e is not None)
    named = [re.fullmatch(NAME, short_line(e, LONGEST_LINE)) for e in beside]
    if len(named) == 2 and not named[0] and named[1]:  # behind the headline
        return False
    first = next(role.itersiblings(preceding=True), role)
    return first is not role and not _role(role.getparent()[0])  # type: ignore[index]


def _role(element: etree._Element) -> str:
    """The role that an element says and nothing else; "" for any other."""
    if not (own := element.text) or len(own) > LONGEST_ROLE:
        return ""
    said = own.strip(" :\r\n\t").casefold()
    is_one = said in WRITES | EDITS and (not len(element) or short_line(element, LONGEST_LINE).casefold() == said)
    return said if is_one else ""
