"""Who signed a part of a text: the lines above the heading of the next one."""

from __future__ import annotations

import re

from newscrawl.reading.blocks.paragraphs import Cleaned, Paragraph
from newscrawl.reading.phrases.names.bylines import people
from newscrawl.reading.phrases.names.signoffs import A_SITE, NAME
from newscrawl.reading.text import ends_sentence

# "Reporter: Budi Santoso", alone; below it "Sumber: Sora.com". Of books "Penulis:" tells, too: such a line stays.
REPORTER = re.compile(rf"(?i:reporter(?: magang)?)\s*:\s*(?P<names>{NAME}(?:(?:,| dan|, dan) {NAME})*)")
ITS_SOURCE = re.compile(rf"(?i:sumber)\s*:\s*(?P<site>{A_SITE})")
# "(Siti Aminah/Sora.com)"
OF_A_SITE = re.compile(rf"[(\[]\s*(?P<names>{NAME})\s*/\s*(?P<site>{A_SITE})\s*[)\]]")


def take_part_signs(paragraphs: list[Paragraph], cleaned: Cleaned) -> list[Paragraph]:
    """The paragraphs without the signatures of parts, whose writers and site are read.

    >>> lines = ["Ia pulang.", "Reporter: Siti Aminah", "Sumber: Sora.com"]
    >>> said, paragraphs = Cleaned(), [*map(Paragraph, lines), Paragraph("Kopi Lain", heading=True), Paragraph("Ya.")]
    >>> [p.text for p in take_part_signs(paragraphs, said)], said.authors, said.agency
    (['Ia pulang.', 'Kopi Lain', 'Ya.'], ['Siti Aminah'], 'Sora.com')
    """
    kept: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.heading and not (kept and kept[-1].heading):
            _take(kept, cleaned)
        kept.append(paragraph)
    return kept


def _take(kept: list[Paragraph], cleaned: Cleaned) -> None:
    """Take a signature off the end of the paragraphs."""
    source = ITS_SOURCE.fullmatch(kept[-1].text) if len(kept) > 2 else None
    at = -2 if source else -1
    if len(kept) <= -at or any(p.heading or p.item or p.under for p in kept[at:]):
        return
    if not ends_sentence(kept[at - 1].text):
        return  # below a picture it is the picture's, below "Para tokohnya:" a list's
    line = kept[at].text
    signed = REPORTER.fullmatch(line) or (None if source else OF_A_SITE.fullmatch(line))
    if signed is None or not (names := people(signed["names"])):
        return
    del kept[at:]
    cleaned.authors.extend(names)
    cleaned.reporters.extend(names if signed.re is REPORTER else ())
    site = source or (signed if signed.re is OF_A_SITE else None)
    cleaned.name_agency(site["site"] if site else None)
