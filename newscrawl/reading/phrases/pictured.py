"""Lines right below a picture: which they are, and which only their place tells to be its caption."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.boilerplate import is_caption
from newscrawl.reading.phrases.names.owners import AT_STORE
from newscrawl.reading.phrases.people.heads import DATELINE_FIRST
from newscrawl.reading.phrases.pictures.straycaptions import STRAY
from newscrawl.reading.text import ends_sentence

# "pixabay.com/budi", "instagram.com/budi": where a picture is from
OF_A_STORE = re.compile(AT_STORE.format("|instagram|pinterest"), re.I)
ENLARGE = re.compile(r"perbesar|klik gambar untuk perbesar|lihat foto|zoom in", re.I)
MOST_ABOVE_DATELINE = 3  # captions
# "2026 Sora.com/Budi Santoso [abc]": who signed the text, behind the caption of the picture that it ends with
SIGNED = re.compile(r"\s(\[[a-z]{2,4}\]|[(\[][a-z]{2,5}(?:/[a-z]{2,5}){1,2}[)\]])$")
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
    ended = bool(above) and ends_sentence(above[-1].text)
    return ended and text[0].isupper() and text[-1] not in '.!?:…”")'


def below_pictures(paragraphs: list[Paragraph]) -> Iterator[bool]:
    """For each paragraph True right below a picture or the button of one, "Perbesar", and above the dateline."""
    shown = False
    datelines = (
        number for number, p in enumerate(paragraphs[: MOST_ABOVE_DATELINE + 1]) if DATELINE_FIRST.match(p.text)
    )
    begin = next(datelines, 0)
    for number, paragraph in enumerate(paragraphs):
        yield paragraph.under or shown or number < begin
        shown = bool(ENLARGE.fullmatch(paragraph.text)) or (paragraph.picture and not paragraph.text)


def part_captions(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with a signature behind the caption of a picture as one of its own.

    >>> [p.text for p in part_captions([Paragraph("", picture=True), Paragraph("2026 Sora.com/Budi Santoso [abc]")])]
    ['', '2026 Sora.com/Budi Santoso', '[abc]']
    """
    signs = [SIGNED.search(p.text) if p.text[-1:] in ("]", ")") else None for p in paragraphs]
    if not any(signs):
        return paragraphs
    parted: list[Paragraph] = []
    for paragraph, under, sign in zip(paragraphs, below_pictures(paragraphs), signs, strict=True):
        caption = paragraph.without(sign.start(), sign.end()) if sign and under else None
        if caption is not None and sign is not None and is_caption(caption, under_picture=True):
            parted += [caption, Paragraph(sign[1])]
        else:
            parted.append(paragraph)
    return parted


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
    told = any(len(text.split()) >= LEAST_RUNNING and ends_sentence(text) for text in beside)
    return told and bool(STRAY.fullmatch(paragraph.text)) and not any(STRAY.fullmatch(text) for text in beside)
