"""The line behind an article, beside that of its editor, which says whose text it is: "Sumber: Sora Mail"."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree

from newscrawl.reading.guess import EDITED, LONGEST_LINE
from newscrawl.reading.phrases.sources import is_medium
from newscrawl.reading.text import short_line

SOURCE = re.compile(r"(?:sumber|source)\s*:\s*(?!liputan\b|beragam|berbagai)(?P<name>(?-i:[A-Z])[^:|]{1,60})", re.I)
BETWEEN = re.compile(r"\s*[,/&]\s*|\s+dan\s+")  # "Reuters, BBC"
A_WORD = re.compile(r"sumber|source", re.I)
MOST_AROUND = 3  # the text, and boxes around it, behind which the line may stand


def source_below(text: etree._Element | None) -> str:
    """The line behind the text, beside one that names a role, that says whose text it is: "Sumber: Sora Mail"."""
    for step in [] if text is None else [text, *text.iterancestors()][:MOST_AROUND]:
        for element in step.itersiblings("*"):
            first = (element.text, *(inner.text for inner in islice(element, 2)))
            if not any(own and A_WORD.search(own[:LONGEST_LINE]) for own in first):
                continue  # most are long boxes
            line = short_line(element, LONGEST_LINE)
            beside = (e for e in (element.getprevious(), element.getnext()) if e is not None)
            said = SOURCE.fullmatch(line)  # "Sumber: BPS" is where numbers are from
            named = said is not None and all(map(is_medium, BETWEEN.split(said["name"].strip())))
            if named and any(EDITED.match(short_line(e, LONGEST_LINE)) for e in beside):
                return line
    return ""
