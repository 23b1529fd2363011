"""Lines right below a picture which only their place tells to be its caption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.underpictures import STRAY

# "pixabay.com/budi", "instagram.com/budi": where a picture is from
OF_A_STORE = re.compile(
    r"(?:(?:sumber|source|via|by)\s*:?\s*)?(?:www\.)?(?:pixabay|pexels|unsplash|freepik|shutterstock|istockphoto"
    r"|gettyimages|instagram|pinterest)\.com(?:/\S*)?",
    re.I,
)
LONGEST_CAPTION = 150  # characters
LEAST_WORDS = 5  # of a caption
LONGEST_STRAY = 450  # characters of a caption whose picture is not shown
LEAST_RUNNING = 8  # words of a sentence of the text


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


def is_stray(paragraph: Paragraph, above: Sequence[Paragraph], below: Sequence[Paragraph]) -> bool:
    """True for a caption whose picture is not shown, beside a sentence of the text; a photo's own text is all captions.

    >>> caption = Paragraph("Petani memetik kopi, Senin (3/8/2020). ANTARA FOTO/Budi Santoso")
    >>> told = Paragraph("Warga desa memetik kopi sejak pagi hingga sore hari.")
    >>> is_stray(caption, [told], []), is_stray(caption, [], []), is_stray(caption, [caption], [])
    (True, False, False)
    """
    if "/" not in paragraph.text or paragraph.heading or len(paragraph.text) > LONGEST_STRAY:
        return False
    beside = [other.text for other in (*above, *below)]
    told = any(len(text.split()) >= LEAST_RUNNING and text[-1] in '.”"' for text in beside)
    return told and bool(STRAY.fullmatch(paragraph.text)) and not any(STRAY.fullmatch(text) for text in beside)
