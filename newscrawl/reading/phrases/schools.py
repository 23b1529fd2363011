"""Writers who sign on several lines below a text: a label, a name, a school."""

from __future__ import annotations

import re

from newscrawl.reading.blocks.paragraphs import Cleaned
from newscrawl.reading.phrases.bylines import A_NAME, people
from newscrawl.reading.phrases.signoffs import NAME

LONGEST = 100  # characters of a line
# "Penulis: Budi Santoso", "Penulis:"; "Universitas Negeri Sora" below it
WRITTEN_BY = re.compile(rf"(?i:penulis|reporter|ditulis oleh|oleh)\s*:\s*(?:{NAME})?")
SCHOOL = re.compile(
    r"(?:(?:mahasiswa|fakultas|jurusan|program studi|prodi)\b[^.!?:]{2,60})?"
    r"\b(?:universitas|institut|politeknik|sekolah tinggi|sm[ak]n?)\b(?: (?-i:[A-Z0-9])[\w.,-]*| dan| of){1,8}",
    re.I,
)


def take_written_at(texts: list[str], cleaned: Cleaned) -> bool:
    """A last line that names the school below whose writer signs, or the writer's name below "Penulis:".

    >>> lines, said = ["Ia pulang.", "Penulis:", "Budi Santoso", "Universitas Sora"], Cleaned()
    >>> take_written_at(lines, said), take_written_at(lines, said), lines, said.authors
    (True, True, ['Ia pulang.'], ['Budi Santoso'])
    """
    if len(texts) < 3 or len(texts[-1]) > LONGEST:
        return False
    named = A_NAME.fullmatch(texts[-1]) and people(texts[-1])
    if named and WRITTEN_BY.fullmatch(texts[-2]):
        del texts[-2:]
        cleaned.authors.extend(named)
        return True
    signed_above = WRITTEN_BY.match(texts[-2]) or (A_NAME.fullmatch(texts[-2]) and WRITTEN_BY.fullmatch(texts[-3]))
    if signed_above and SCHOOL.fullmatch(texts[-1]):
        texts.pop()
        return True
    return False
