"""The text of one block in, with marks where links and pictures were; its paragraphs out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from newscrawl.reading.blocks.paragraphs import Paragraph

LINK_OPEN, LINK_CLOSE, PICTURE, LINK_ELSEWHERE, LINK_TO_ARTICLE = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
LINK_TO_TAG = "\ue005"  # behind LINK_ELSEWHERE
ALL_MARKS = f"[{LINK_OPEN}{LINK_CLOSE}{PICTURE}{LINK_ELSEWHERE}{LINK_TO_ARTICLE}{LINK_TO_TAG}]"
MARKS = re.compile(ALL_MARKS)
LINE_BREAK = "\n"
# A line that goes on in small letters behind a break is one sentence with what was before; without an end, behind a
# line shorter than this, it is one of a list or a verse, as is "b. Sabit".
SHORTEST_LINE = 35
# Three lines or more, none of them longer, are a verse or a list: each is one of its own.
LONGEST_VERSE = 50
LETTERED = re.compile(r"[a-z][.)]\s")
# A paragraph broken at a width: the shortest of its full lines, and by how much they differ.
SHORTEST_WRAPPED = 45
WIDEST_GAP = 20
INITIAL = re.compile(r"[“\"‘]?[A-Z]")
PAUSE = re.compile(r"[.,!?:;…”\"’)\]]$")
# What ends no sentence, and no line that is one of its own
OPEN_WORD = re.compile(
    r"\s(?:dan|atau|di|ke|dari|oleh|yang|untuk|pada|dengan|dalam|kepada|menurut|karena|bahwa|serta|tentang|adalah|sebagai"
    r"|seperti|bagi|sejak|hingga|bersama|para|antara|terhadap)$"
)
SENTENCE_END = re.compile(r"[.!?:;…”\"’)\]]$")


def paragraphs_of(raw: str, *, verbatim: bool = False) -> Iterator[Paragraph]:
    """Split a block at its line breaks; a single break inside a sentence is a space, but not in a verse or a pre."""
    if LINE_BREAK not in raw:  # most blocks
        if not raw.isspace() and (paragraph := _paragraph(raw)):
            yield paragraph
        return
    runs = list(_runs(raw.split(LINE_BREAK)))
    least = 1 if any(map(_is_wrapped, runs)) else 2
    joined = [line for run in runs for line in ([" ".join(run)] if _is_wrapped(run, least) else run)]
    lines = [(line, MARKS.sub("", line).strip()) for line in joined]
    if verbatim or _is_verse([plain for _, plain in lines if plain]):
        yield from filter(None, (_paragraph(line) for line, _ in lines))
        return
    merged: list[list[str]] = [[lines[0][0]]]
    for (_, previous), (line, plain) in pairwise(lines):
        wrapped = plain[:1].islower() and not LETTERED.match(plain)
        wrapped = wrapped and (len(previous) >= SHORTEST_LINE or bool(SENTENCE_END.search(plain)))
        if wrapped and not SENTENCE_END.search(previous):
            merged[-1].append(line)
        else:
            merged.append([line])
    for joined in merged:
        if paragraph := _paragraph(" ".join(joined)):
            yield paragraph


def continued(above: Paragraph, below: Paragraph) -> Paragraph | None:
    """Two paragraphs as one where a box stood within a sentence; null where the second is one of its own.

    In front of a capital letter it goes on behind a word that ends no sentence; behind a linked headline nothing does.

    >>> continued(Paragraph("Panen kopi tahun ini lebih awal karena"), Paragraph("hujan berhenti.")).text
    'Panen kopi tahun ini lebih awal karena hujan berhenti.'
    >>> continued(Paragraph("Panen kopi tahun ini dibuka oleh"), Paragraph("Bupati Sora.")) is None
    True
    >>> continued(Paragraph("Panen raya kopi tahun ini dibuka oleh"), Paragraph("Bupati Sora.")).text
    'Panen raya kopi tahun ini dibuka oleh Bupati Sora.'
    >>> linked = Paragraph("Baca juga: Panen Kopi Tahun Ini Lebih Awal", [(11, 42)])
    >>> continued(linked, Paragraph("eKopi dijual mulai besok.")) is None
    True
    """
    linked = 2 * sum(end - start for start, end in above.links) > len(above.text)
    own = linked or above.heading or above.item or below.heading or below.item or SENTENCE_END.search(above.text)
    small = below.text[:1].islower() and not LETTERED.match(below.text)
    goes_on = (small or OPEN_WORD.search(above.text)) and SENTENCE_END.search(below.text)
    return above.joined(below) if goes_on and not own and len(above.text) >= SHORTEST_LINE else None


def initial(above: Paragraph, below: Paragraph) -> Paragraph | None:
    """Two paragraphs as one where the first is the great letter that a text begins with, in a box of its own.

    >>> initial(Paragraph("J"), Paragraph("akarta menjadi tujuan kopi dari Sora itu.")).text
    'Jakarta menjadi tujuan kopi dari Sora itu.'
    >>> initial(Paragraph("A"), Paragraph("benar")) is initial(Paragraph("A"), Paragraph("Benar, kata guru.")) is None
    True
    """
    if not INITIAL.fullmatch(above.text) or above.item or above.heading or len(below.text) < SHORTEST_LINE:
        return None
    return above.joined(below, "") if below.text[0].islower() and below.text[:2].isalpha() else None


def _runs(lines: list[str]) -> Iterator[list[str]]:
    """Lines between empty ones; each empty one by itself."""
    for empty, group in groupby(lines, lambda line: not MARKS.sub("", line).strip()):
        run = list(group)
        yield from ([line] for line in run) if empty else (run,)


def _is_wrapped(lines: list[str], least: int = 2) -> bool:
    """True for the lines of one paragraph that was broken at a width: all about as long, most ending in mid-sentence.

    `least` is how many full lines there must be in front of the last one.
    """
    said = [MARKS.sub("", line).strip() for line in lines]
    full = [len(line) for line in said[:-1]]
    if len(full) < least or min(full) < SHORTEST_WRAPPED or max(full) - min(full) > WIDEST_GAP:
        return False
    within = [not PAUSE.search(line) and following[0].islower() for line, following in pairwise(said)]
    return len(said[-1]) <= max(full) + WIDEST_GAP and sum(within) * 2 > len(within)


def _is_verse(lines: list[str]) -> bool:
    """True for lines that are none of one sentence: all short, or each with a pause at its end."""
    if len(lines) < 2:
        return False
    longest = max(map(len, lines))
    paused = all(PAUSE.search(line) for line in lines)
    if len(lines) == 2:
        return paused and longest <= LONGEST_VERSE and lines[0][-1] in ",;" and min(map(len, lines)) > 15
    return longest <= LONGEST_VERSE or (paused and longest <= 2 * LONGEST_VERSE)


def _paragraph(raw: str) -> Paragraph | None:
    """The line with one space between words, its marks turned into spans."""
    text: list[str] = []
    links: list[tuple[int, int]] = []
    length, opened, space = 0, -1, False
    marks = (PICTURE, LINK_ELSEWHERE, LINK_TO_ARTICLE, LINK_TO_TAG)
    pictures, elsewhere, to_article, tags = map(raw.count, marks)
    for piece in re.split(f"({ALL_MARKS})", raw):
        if piece == LINK_OPEN:
            opened = length + (1 if space and length else 0)
        elif piece == LINK_CLOSE:
            if 0 <= opened < length:
                links.append((opened, length))
            opened = -1
        elif words := [] if piece in marks else piece.split():
            lead = " " if length and (space or piece[0].isspace()) else ""
            text.append(lead + " ".join(words))
            length += len(text[-1])
            space = piece[-1].isspace()
        elif piece.isspace():
            space = True
    joined_text = "".join(text)
    if not joined_text and not pictures:
        return None
    return Paragraph(
        joined_text,
        links,
        pictures > 0,
        elsewhere=0 < len(links) <= elsewhere,
        to_article=0 < len(links) <= to_article,
        tags=0 < len(links) <= tags,
        pictures=pictures,
    )
