"""What a page says of a text that it repeats, broken over several lines."""

from __future__ import annotations

import re

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.origins.syndication import SHOWN_BEFORE

# "Artikel ini telah tayang di", with nothing or but a site behind it
NOTICE = re.compile(rf"{SHOWN_BEFORE}(?: [\w-]+(?:\.\w{{2,3}}){{1,2}})?(?: dengan judul|,? berjudul)?\s*[:,]?", re.I)
OPEN = re.compile(r"\b(?:di|pada|dari|oleh|judul|berjudul)\s*:?$|,$", re.I)
# "dengan judul", "https://...": what goes on with it
GOES_ON = re.compile(r"(?:dengan judul|berjudul)\b|https?://\S+$", re.I)
MOST_JOINED = 5  # lines
LONGEST_JOINED = 250  # characters


def join_notice(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs in which the lines that tell where a text stood first are one.

    >>> lines = "Ia pulang.", "Artikel ini telah tayang di", "Sora.com", "dengan judul", "Kopi Naik", "Ia tidur."
    >>> [p.text for p in join_notice([Paragraph(line) for line in lines])]
    ['Ia pulang.', 'Artikel ini telah tayang di Sora.com dengan judul Kopi Naik', 'Ia tidur.']
    """
    joined: list[Paragraph] = []
    left = 0  # how many lines may go on with the notice
    for paragraph in paragraphs:
        said = joined[-1].text if left else ""
        if said and len(paragraph.text) <= LONGEST_JOINED and (OPEN.search(said) or GOES_ON.match(paragraph.text)):
            joined[-1] = joined[-1].joined(paragraph)
            left -= 1
            continue
        joined.append(paragraph)
        left = MOST_JOINED if NOTICE.fullmatch(paragraph.text) else 0
    return joined
