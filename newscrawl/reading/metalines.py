"""A theme's line of who wrote an article and when, in one: "Posted by Budi on 20 November 2026 in Berita | 120 views".

It is one only if nothing else stands in it: labels, names behind a label, a date, a category, counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newscrawl.reading.phrases.names.bylines import ADDRESS
from newscrawl.reading.phrases.names.signoffs import NAME
from newscrawl.reading.printed import UPDATED
from newscrawl.reading.rows import late
from newscrawl.reading.text import clean
from newscrawl.reading.times.framing import VIEWS
from newscrawl.reading.times.stamps import MONTHS, WEEKDAYS

WRITTEN = (
    r"(?:(?:(?:di)?(?:tulis|posting|poskan|publikasi|terbit|buat)(?:kan)?|written|posted|published|created)\s+)?"
    r"(?:oleh|by)\b\s*:?"
)
WRITER = r"(?:author|penulis|reporter|pewarta|wartawan|jurnalis|kontributor)\b\s*:?|laporan\s*:"
# Who has no name: his line is one as well
NOBODY = r"admin\w*|administrator|redaksi|(?:tim|team|staf) \w+|humas(?: \w+){0,3}|editor|super ?user"
DAY_NAME, MONTH = ("|".join(sorted(names, key=len, reverse=True)) for names in (WEEKDAYS, MONTHS))
DAY = r"\d{1,2}"
CLOCK = r"(?:\s*(?:[-,|@]|pukul|jam|at)?\s*\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*(?:[ap]\.?m\.?|wib|wita|wit)\b)?)?"
STAMP = late(
    rf"(?:(?:\b|(?-i:(?<=[a-z])(?=[A-Z])))(?:{DAY_NAME}|jum['’ ]at)"
    r"(?: (?:legi|pahing|paing|pon|wage|kliwon))?\s*,?\s*)?"
    rf"(?<!\d)(?:{DAY}[ -](?:{MONTH})\.?,?[ -]\d{{4}}|\b(?:{MONTH})\.? {DAY},? \d{{4}}"
    rf"|{DAY}([/.-])\d{{1,2}}\1\d{{4}}|\d{{4}}([/-])\d\d\2\d\d)(?![\d/-]){CLOCK}",
    re.I,
)
LONGEST_DECK = 1_000  # characters
DESCRIPTIONS = ("og:description", "description", "twitter:description")
YEAR = re.compile(r"(?:19|20)\d\d")
# What leads to a date, in front of it or behind a writer
LEADS = re.compile(
    r"[\s|,:–—•·@(-]*(?:\b(?:(?:di)?(?:terbit|tayang|publikasi|posting|poskan|unggah|buat)(?:kan)?|published|posted"
    r"|created|date|tanggal|tgl|hari|pada|on|at)\b[\s.:]*){0,3}[\s|,:–—•·@(-]*$",
    re.I,
)
# "22 - 24 Juli 2026", "24 Juli 2026 - 26 Juli": when something lasts; "5 | 24 Juli 2026 - 3 menit baca" counts
RANGE_BEFORE = re.compile(r"(?<![\d.,])\d{1,2}\s*(?:[-–—/&+]|s\.?\s?/?d\.?)\s*$")
RANGE_BEHIND = re.compile(rf"\s*[-–—]\s*\d{{1,2}}(?:[ -](?:{MONTH})\b|\W*$)", re.I)
BETWEEN = re.compile(r"\s*[|•·●/»]\s*|\s+[-–—]\s+|\s*[,;]\s*")
PIECE = late(
    rf"(?:{WRITTEN}|{WRITER})\s*(?:(?P<writer>(?-i:{NAME}))|(?P<nobody>{NOBODY}))"
    r"|(?P<editor>(?:editor|redaktur|penyunting)\s*:?\s+(?-i:[A-Z]).{1,40})"
    rf"|{NOBODY}"
    r"|(?:kategori|category|categories|rubrik|tags?)\s*:?\s+\w[\w &]{1,30}"
    r"|(?P<section>(?:in|di|dalam)\s+\w[\w &]{1,30})"
    rf"|{VIEWS.pattern}|[\d.,]*"
    r"|(?:no|tidak ada|tanpa) (?:comments?|komentar)|(?:tinggalkan|leave) (?:komentar|a comment)",
    re.I,
)
LONGEST = 120  # characters


@dataclass(frozen=True, slots=True)
class MetaLine:
    """What such a line says: the writer as it is printed, "" for none, and the date as it is printed."""

    writer: str
    stamp: str


@lru_cache(64)
def read_meta_line(line: str) -> MetaLine | None:
    """Who and when; null for a line with anything else in it, as prose has, or without a date.

    >>> read_meta_line("Posted by Budi Santoso on 20 November 2026 in Berita")
    MetaLine(writer='Budi Santoso', stamp='20 November 2026')
    >>> read_meta_line("admin - 20 Nov 2026 10:15")
    MetaLine(writer='', stamp='20 Nov 2026 10:15')
    >>> read_meta_line("Festival Kopi - 20 November 2026"), read_meta_line("Lahir oleh karena 20 November 2026")
    (None, None)
    """
    if len(line) > LONGEST or not YEAR.search(line):
        return None
    said = UPDATED.split(ADDRESS.sub("", line), maxsplit=1)[0]
    if (stamp := STAMP.search(said)) is None:
        return None
    if RANGE_BEFORE.search(said[: stamp.start()]) or RANGE_BEHIND.match(said[stamp.end() :]):
        return None
    front = LEADS.sub("", said[: stamp.start()])
    pieces = [piece for part in (front, said[stamp.end() :]) for piece in BETWEEN.split(part)]
    read = [PIECE.fullmatch(piece.strip(" :()–—-")) for piece in pieces]
    told = [found for found in read if found is not None]
    signed = any(found["writer"] or found["nobody"] for found in told)
    if len(told) < len(read) or (not signed and any(found["section"] for found in told)):
        return None  # "20 November 2026 di Stadion Sora" tells of an event
    return MetaLine(next((found["writer"] for found in told if found["writer"]), ""), stamp[0])


def decks_of(metas: Mapping[str, Sequence[str]]) -> set[str]:
    """What a page's metas say of it, which some templates print between headline and date.

    >>> decks_of({"description": ["Warga  memanen kopi."]})
    {'Warga memanen kopi.'}
    """
    said = (said for name in DESCRIPTIONS for said in metas.get(name, ()))
    return {clean(line) for line in said if len(line) <= LONGEST_DECK}
