"""A newsroom's masthead on the page of an article: who leads it and who works there, none of whom wrote the text."""

from __future__ import annotations

import re

LEADS = (
    r"(?:wakil )?(?:pemimpin|pimpinan) (?:redaksi|umum|perusahaan)|pemred|penanggung ?jawab(?: redaksi)?"
    r"|(?:dewan|sidang) redaksi|penasi?hat(?: hukum)?|pembina|komisaris(?: utama)?|direktur(?: \w+)?|penerbit|pendiri"
    r"|kuasa hukum|manajer (?:iklan|pemasaran)|sekretaris redaksi|general manager|alamat(?: redaksi| kantor)?"
)
# "Susunan Redaksi", "Pemimpin Redaksi: Budi Santoso": only a newsroom has these
MASTHEAD = re.compile(
    r"\b(?:(?:susunan|struktur|box|boks) redaksi|(?:wakil )?(?:pemimpin|pimpinan) (?:redaksi|umum|perusahaan)|pemred"
    r"|dewan redaksi|penanggung ?jawab redaksi)\b(?=\W*$|\s*[:;/]|\s+(?-i:[A-Z]))",
    re.I,
)
LEADING = re.compile(rf"\b(?:{LEADS})\s*:", re.I)
TITLE = re.compile(r"(?:(?:susunan|struktur|box|boks|tim|dewan) )?redaksi\b(?!\s*:)\W*", re.I)
LINE = re.compile(rf"(?:{LEADS})\s*(?::.*)?", re.I)
OF_NEWSROOM = re.compile(r"(?:reporter|wartawan|jurnalis|editor|redaktur|kontributor|fotografer)\b", re.I)
# "Berikut susunan redaksi koran desa itu:": the text tells who they are
INTRODUCES = re.compile(
    r".*(?::|\b(?:susunan|struktur|berikut)\b[^.]{0,80}\.?|\b(?:yaitu|yakni|ialah|adalah)\W*)", re.I | re.S
)
LONGEST = 200  # characters of a line
MOST = 30  # lines


def is_masthead(said: str) -> bool:
    """True for what a box says that is a newsroom's masthead.

    >>> is_masthead("Pemimpin Redaksi: Budi Santoso Reporter: Siti"), is_masthead("Reporter: Siti Editor: Budi")
    (True, False)
    """
    leading = len(LEADING.findall(said))
    return bool(MASTHEAD.search(said)) or leading > 1 or (leading > 0 and bool(TITLE.match(said)))


def masthead_from(texts: list[str]) -> int:
    """Where the masthead begins that a text ends in; behind the last line, where it ends in none.

    >>> masthead_from(["Ia pulang.", "REDAKSI", "Pemimpin Redaksi: Budi Santoso", "Reporter: Siti Aminah"])
    1
    >>> masthead_from(["Ia pulang.", "Penulis: Budi Santoso", "Editor: Siti Aminah"])
    3
    >>> masthead_from(["Redaksi itu kini:", "Pemimpin Redaksi: Budi Santoso", "Reporter: Siti Aminah"])
    3
    >>> masthead_from(["Direksi baru:", "Direktur: Budi Santoso", "Komisaris: Siti Aminah"])
    3
    """
    for number in range(max(1, len(texts) - MOST), len(texts)):
        tail = texts[number:]
        if not (TITLE.fullmatch(tail[0]) or LINE.fullmatch(tail[0])):
            continue
        if INTRODUCES.fullmatch(texts[number - 1][-LONGEST:]):  # the text tells who makes a paper
            break
        short = all(len(line) <= LONGEST and (line[-1:] not in ".!?" or ":" in line) for line in tail)
        newsroom = any(map(OF_NEWSROOM.match, tail)) or any(map(MASTHEAD.search, tail))
        if short and newsroom and is_masthead("\n".join(tail)):
            return number
    return len(texts)
