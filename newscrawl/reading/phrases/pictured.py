"""Lines right below a picture which only their place tells to be its caption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.reading.blocks.paragraphs import Paragraph

# "pixabay.com/budi", "instagram.com/budi": where a picture is from
OF_A_STORE = re.compile(
    r"(?:(?:sumber|source|via|by)\s*:?\s*)?(?:www\.)?(?:pixabay|pexels|unsplash|freepik|shutterstock|istockphoto"
    r"|gettyimages|instagram|pinterest)\.com(?:/\S*)?",
    re.I,
)
LONGEST_CAPTION = 150  # characters
LEAST_WORDS = 5  # of a caption


def is_credited(paragraph: Paragraph, below: Sequence[Paragraph]) -> bool:
    """True for a short line that is no sentence, with nothing but where a picture is from right below it."""
    if paragraph.heading or not 0 < len(paragraph.text) <= LONGEST_CAPTION or paragraph.text[-1] in '.!?:…”"':
        return False
    return any(OF_A_STORE.fullmatch(line.text) for line in below)


def is_last_caption(paragraph: Paragraph, above: Sequence[Paragraph]) -> bool:
    """True for what stands below the picture that a text ends with, and is no sentence, where the text has ended.

    >>> is_last_caption(Paragraph("Petani memetik kopi di kebun"), [Paragraph("Ia pulang.")])
    True
    >>> is_last_caption(Paragraph("Petani memetik kopi di kebun"), [Paragraph("Di Sora")])
    False
    """
    text = paragraph.text
    plain = not (paragraph.heading or paragraph.item or paragraph.links or paragraph.line)
    if not plain or len(text) > LONGEST_CAPTION or len(text.split()) < LEAST_WORDS:
        return False
    ended = bool(above) and above[-1].text[-1:] in (".", "”", '"')
    return ended and text[0].isupper() and text[-1] not in '.!?:…”")'
