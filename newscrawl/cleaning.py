"""From the paragraphs of a page to those of the article: junk out, sign-offs read and taken away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from newscrawl.boilerplate import (
    LONGEST_JUNK,
    LONGEST_ORNAMENT,
    NAME,
    RELATED,
    SIGNOFF,
    cut_related,
    is_caption,
    is_junk,
    is_pointer,
    is_related,
    only_titles,
    titles_at_end,
)
from newscrawl.bylines import AGENCIES, people
from newscrawl.paragraphs import LETTER, Cleaned, Paragraph
from newscrawl.signatures import OF_A_WORK, _take_capitals, _take_credits, _take_signoff

RELATED_BARE = re.compile(rf"[\W_]*(?:{RELATED}|(?:baca|selengkapnya|halaman)(?=\s*[:：]))\s*[:：]?[\W_]*", re.I)
# "Rekomendasi untuk Anda" above linked headlines
RELATED_IF_LINKS_FOLLOW = re.compile(
    r"\W*(?:rekomendasi(?: (?:pilihan|untuk anda|berita|artikel))?|pilihan untuk(?:mu| anda)|terkini(?: lainnya)?"
    r"|terpopuler)\W*",
    re.I,
)
# "1. <a>Harga Nikel Naik</a>"
NUMBERED = re.compile(r"\W*\d{1,2}[.)]\s*")
PAGE_NUMBERS = re.compile(r"\d{1,2}(?:\s+\d{1,2})*")
NEXT_PAGE = re.compile(r"(?:baca )?halaman (?:selanjutnya|berikutnya)\W*", re.I)
# "Laporan Wartawan Tribunnews.com, Budi Santoso", alone above the text
BYLINE_HEAD = re.compile(
    r"(?:(?:laporan|liputan)\s+(?:wartawan|reporter|kontributor|koresponden|jurnalis)\b"
    r"|(?:laporan|penulis|reporter|oleh|kontributor)\s*(?=:))\s*:?\s*((?:[^.!?]|\.(?=\w)){3,100})",
    re.I,
)
# "REPUBLIKA.CO.ID, Oleh: Budi Santoso, dosen di Salatiga", alone above a column
COLUMN_HEAD = re.compile(
    rf"(?:[A-Z][\w.]+\.(?:COM|CO\.ID|ID|com|co\.id|id)\b[\s,–—-]*)?(?:Oleh|OLEH)\s*:?\s*({NAME}(?:[\s,(*/][^.!?]{{0,100}})?)"
)
PAPER_FIRST = re.compile(r"(?:laporan|liputan)\s+[a-z]", re.I)
COPYRIGHT_ANTARA = re.compile(r"copyright\s*©\s*antara\b", re.I)
CONTRIBUTED = re.compile(
    rf"({NAME}(?:(?:,| dan|, dan) {NAME})*) (?:ikut |turut )?berkontribusi (?:dalam|pada|untuk|di)"
    r"(?: (?:penulisan|pembuatan))? (?:artikel|laporan|tulisan|berita)(?: ini)?\.?"
)
# "JAKARTA -" left alone by a dateline that stands outside its paragraph
DATELINE = re.compile(r"[A-Z][\w .,/()'’\-]{1,58}\s*(?:[-–—]|--)")


def strip(paragraphs: Iterable[Paragraph], *, capitals_sign: bool = False) -> Cleaned:
    """An article's paragraphs in order; what its tail says of editors, authors and agency is read, not kept.

    `capitals_sign` tells that a last line in capitals is the writer's name.
    """
    kept: list[Paragraph] = []
    cleaned = Cleaned()
    in_related_list = after_picture = False
    copyright = None
    paragraphs = list(paragraphs)
    titles_from: int | None = None
    for number, paragraph in enumerate(paragraphs):
        under_picture, after_picture = after_picture, paragraph.picture and not paragraph.text
        short = len(paragraph.text) <= LONGEST_JUNK
        if short and RELATED_BARE.fullmatch(paragraph.text):
            titles_from = titles_at_end(paragraphs) if titles_from is None else titles_from
            if number + 1 >= titles_from and only_titles(paragraphs[number + 1 :]):
                kept.extend(p for p in paragraphs[number + 1 :] if SIGNOFF.fullmatch(p.text))
                break
            in_related_list = True
            continue
        following = paragraphs[number + 1 : number + 2]
        if short and RELATED_IF_LINKS_FOLLOW.fullmatch(paragraph.text) and any(is_pointer(p) for p in following):
            in_related_list = True
            continue
        counted = NUMBERED.match(paragraph.text, 0, LONGEST_ORNAMENT)
        linked = paragraph.linked_from(counted.end() if counted else 0)
        if in_related_list and linked and not paragraph.text.endswith("."):
            continue
        in_related_list = False
        if is_related(paragraph) or is_pointer(paragraph):
            continue
        if short and NEXT_PAGE.fullmatch(paragraph.text) and len(paragraphs) - number <= 2:
            break  # how the next page begins may stand behind it
        paragraph = cut_related(paragraph)
        short = len(paragraph.text) <= LONGEST_JUNK
        if not LETTER.search(paragraph.text) or (short and RELATED_BARE.fullmatch(paragraph.text)):
            continue
        if is_caption(paragraph, under_picture):
            cleaned.captions.append(paragraph.text)
            continue
        if short and (is_junk(paragraph) or CONTRIBUTED.fullmatch(paragraph.text)):
            if COPYRIGHT_ANTARA.match(paragraph.text):
                copyright = AGENCIES["antara"]
            continue
        kept.append(paragraph)
    texts = [p.text for p in kept]
    head = (BYLINE_HEAD.fullmatch(texts[0]) or COLUMN_HEAD.fullmatch(texts[0])) if len(texts) > 1 else None
    head = None if head and OF_A_WORK.match(texts[1]) else head
    if head and (names := people(head[1])):
        if PAPER_FIRST.match(texts[0]):  # "Laporan Wartawan Surya, Budi Santoso"
            names = people(re.split("[,|]", head[1], maxsplit=1)[-1]) or names
        cleaned.authors.extend(names)
        del texts[0]
    takes = (*TAIL, _take_capitals) if capitals_sign else TAIL
    while any(take(texts, cleaned) for take in takes):
        pass
    cleaned.agency = cleaned.agency or copyright
    cleaned.paragraphs = _join_dateline(texts)
    return cleaned


def _join_dateline(texts: list[str]) -> list[str]:
    if texts and DATELINE.fullmatch(texts[0]):  # by itself it is no text
        return [f"{texts[0]} {texts[1]}", *texts[2:]] if texts[1:] else []
    return texts


def _take_digits(texts: list[str], _: Cleaned) -> bool:
    """Page numbers left at the end: "1", "2" or "1 2 3"; a number that is the article's own stays."""
    run: list[str] = []
    while len(run) < min(len(texts), 99) and PAGE_NUMBERS.fullmatch(texts[-1 - len(run)]):
        run.append(texts[-1 - len(run)])
    numbers = [int(n) for line in reversed(run) for n in line.split()]
    if len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)):
        del texts[-len(run) :]
        return True
    return False


TAIL: tuple[Callable[[list[str], Cleaned], bool], ...] = (_take_digits, _take_signoff, _take_credits)
