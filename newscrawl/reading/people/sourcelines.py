"""The line behind an article, beside that of its editor, which says whose text it is: "Sumber: Sora Mail"."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from lxml import etree

from newscrawl.reading.content.guess import EDITED, LONGEST_LINE
from newscrawl.reading.content.others import is_beside
from newscrawl.reading.people.roles import is_of_card
from newscrawl.reading.phrases.names.agencies import AGENCIES
from newscrawl.reading.phrases.people.sources import is_medium
from newscrawl.reading.text import short_line

SOURCE = re.compile(r"(?:sumber|source)\s*:\s*(?!liputan\b|beragam|berbagai)(?P<name>(?-i:[A-Z])[^:|]{1,60})", re.I)
BETWEEN = re.compile(r"\s*[,/&]\s*|\s+dan\s+")  # "Reuters, BBC"
A_WORD = re.compile(r"sumber|source", re.I)
MOST_WITHIN = 4  # elements of a box behind it
APART = frozenset("figure figcaption aside nav".split())
MOST_AROUND = 3  # the text, and boxes around it, behind which the line may stand


def _is_of_another(element: etree._Element, step: etree._Element) -> bool:
    """True for a line behind a box that is below a picture, in a card, or at the side."""
    boxes = [element, *takewhile(lambda box: box is not step.getparent(), element.iterancestors())]
    in_card = len(boxes) > 1 and is_of_card(element)  # in the article's own box stand links to others, too
    return in_card or any(box.tag in APART or is_beside(box) for box in boxes)


def source_below(text: etree._Element | None) -> str:
    """The line behind the text, beside one that names a role, that says whose text it is: "Sumber: Sora Mail"."""
    for step in [] if text is None else [text, *text.iterancestors()][:MOST_AROUND]:
        for element in (e for box in step.itersiblings("*") for e in (box, *islice(box, MOST_WITHIN))):
            first = (element.text, *(said for inner in islice(element, 2) for said in (inner.text, inner.tail)))
            if not any(own and A_WORD.search(own[:LONGEST_LINE]) for own in first) or _is_of_another(element, step):
                continue  # most are long boxes
            line = short_line(element, LONGEST_LINE)
            beside = (e for e in (element.getprevious(), element.getnext()) if e is not None)
            said = SOURCE.fullmatch(line)  # "Sumber: BPS" is where numbers are from
            name = said["name"].strip(" .") if said is not None else ""
            if name.casefold() in AGENCIES:  # "Sumber: AFP", alone
                return line
            media = bool(name) and all(map(is_medium, BETWEEN.split(name)))
            if media and any(EDITED.match(short_line(e, LONGEST_LINE)) for e in beside):
                return line
    return ""
