"""Sub-headings: which are text themselves, and which but label a picture or a film; and the lines of a program."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.house.films import CALL_TO_WATCH

COUNTED = re.compile(r"\d{1,2}[.)]\s*\w")  # "6. Kebun Ratna"
# A graphic's or a film's own title may be long: "Infografis: Harga Kopi dari Masa ke Masa"
LABEL_ONLY = re.compile(r"(?!\d)\W*(?:(?:[\w-]++ ?){1,5}\W*|(?i:info ?grafi[sk]\b|(?:berita )?video\b).*)")
LEAST_WORDS = 4  # of a sentence
LEAST_ITEMS = 3  # headings over pictures, in a list of such
# "Infografis Kopi", "Video", "Klasemen": what a house puts below a text
OF_THE_HOUSE = re.compile(
    r"\W*(?:banner|info ?grafi[sk]|grafis|video|foto|galeri|klasemen|tabel|jadwal|hasil|tonton|saksikan|simak|lihat|yuk"
    r"|ayo|cek|selengkapnya|berikut|ini)\b",
    re.I,
)


def tells(kept: Sequence[Paragraph]) -> bool:
    """True where the last heading is text itself: a sentence, or the next of those that are counted.

    >>> first, second = Paragraph("1. Kebun Ratna", heading=True), Paragraph("2. Kebun Darmo", heading=True)
    >>> tells([first, second]), tells([second]), tells([Paragraph("Kebun Ratna di lereng Sora.", heading=True)])
    (True, False, True)
    """
    *above, last = kept
    return is_sentence(last.text) or (is_counted(last.text) and any(p.heading and is_counted(p.text) for p in above))


def is_sentence(heading: str) -> bool:
    """True for a heading with some words and an end: "Ratna memetik kopi di Sora."."""
    return heading[-1:] == "." and len(heading.split()) >= LEAST_WORDS


def is_counted(heading: str) -> bool:
    """True for the heading of one of several: "6. Kebun Ratna"."""
    return COUNTED.match(heading) is not None


def lists_pictures(kept: Sequence[Paragraph]) -> bool:
    """True where the last heading is an item of a list of pictures: most stand over pictures.

    >>> items = [Paragraph(f"Kebun {name}", heading=True, picture=True) for name in ("Ratna", "Darmo", "Hamid")]
    >>> lists_pictures(items), lists_pictures(items[:2])
    (True, False)
    >>> lists_pictures([*items, Paragraph("Infografis Kopi", heading=True, picture=True)])
    False
    """
    headings = [p for p in kept if p.heading]
    items = sum(p.picture for p in headings)
    return items >= LEAST_ITEMS and 2 * items > len(headings) and not OF_THE_HOUSE.match(kept[-1].text)


def labels_last_picture(kept: Sequence[Paragraph]) -> bool:
    """True where the last heading is the label of a picture or a film: "Infografis", "Klasemen".

    Below another heading it is one only where both are over such and it is a house's; in a list of pictures none is.

    >>> text = Paragraph("Ratna memetik kopi.")
    >>> film, graphic = (Paragraph(said, heading=True, picture=True) for said in ("Video: Kopi", "Infografis Kopi"))
    >>> labels_last_picture([text, film]), labels_last_picture([text, film, graphic])
    (True, True)
    >>> labels_last_picture([text, Paragraph("Harga", heading=True), graphic])
    False
    """
    last, above = kept[-1], kept[-2]
    if not labels_picture(last) or lists_pictures(kept):
        return False
    return not above.heading or (above.picture and OF_THE_HOUSE.match(last.text) is not None)


def labels_picture(paragraph: Paragraph) -> bool:
    """True for a heading over a picture that is some words or a call to watch a film.

    >>> labels_picture(Paragraph("Infografis", heading=True, picture=True)), labels_picture(Paragraph("Infografis"))
    (True, False)
    """
    if not (paragraph.heading and paragraph.picture):
        return False
    return bool(LABEL_ONLY.fullmatch(paragraph.text) or CALL_TO_WATCH.fullmatch(paragraph.text))


def is_of_program(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    """True for a line with braces among lines of which some begin a part of a program and some end one.

    >>> [is_of_program("});", [Paragraph(line) for line in lines]) for lines in (["on(() => {", "});"], ["});"])]
    [True, False]
    """
    lines = [p.text for p in paragraphs] if "{" in text or "}" in text else []
    return any(line.endswith("{") for line in lines) and any("}" in line for line in lines)
