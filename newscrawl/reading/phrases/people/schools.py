"""Writers who sign on several lines below a text: a label, a name, a school."""

from __future__ import annotations

import re

from newscrawl.reading.blocks.paragraphs import Cleaned
from newscrawl.reading.phrases.names.agencies import AGENCIES
from newscrawl.reading.phrases.names.bylines import A_NAME, is_name, people
from newscrawl.reading.phrases.names.signoffs import NAME

LONGEST = 100  # characters of a line
# "Penulis: Budi Santoso", "Penulis:"; "Universitas Negeri Sora" below it
WRITTEN_BY = re.compile(rf"(?i:penulis|reporter|ditulis oleh|oleh)\s*:\s*(?:{NAME})?")
SCHOOL = re.compile(
    r"(?:(?:mahasiswa|fakultas|jurusan|program studi|prodi)\b[^.!?:]{2,60})?"
    r"\b(?:universitas|institut|politeknik|sekolah tinggi|sm[ak]n?)\b(?: (?-i:[A-Z0-9])[\w.,-]*| dan| of){1,8}",
    re.I,
)
# "mahasiswa magang", "FIS UNY": what a student who writes is, in place of the school's whole name
A_STUDENT = rf"(?:(?:mahasisw[ai]|peserta|jurnalis|reporter) )?(?:magang|mahasisw[ai])\b[^()]{{0,60}}|{SCHOOL.pattern}"
AT_A_SCHOOL = re.compile(
    rf"\s*[-–,|]\s*(?:(?i:{A_STUDENT})|(?<=[-–\s])(?P<code>[A-Z]{{2,6}}(?: [A-Z]{{2,6}}){{0,3}}))$"
)
A_NAME_ALONE = re.compile(NAME)  # "Penulis adalah dosen Universitas Sora" names nobody
IN_BRACKETS = re.compile(r"\*{0,2}\s*[(\[]([^()\[\]]{5,90})[)\]]\.?")


def without_school(name: str) -> str:
    """A writer's name without the school behind it.

    >>> without_school("Siti Aminah-FIS UNY"), without_school("Siti Aminah - Universitas Sora")
    ('Siti Aminah', 'Siti Aminah')
    >>> without_school("Siti Aminah - AFP"), without_school("Siti Nur-Aminah")
    ('Siti Aminah - AFP', 'Siti Nur-Aminah')
    """
    behind = AT_A_SCHOOL.search(name)
    if behind is None or (behind["code"] or "").casefold() in AGENCIES or not A_NAME.fullmatch(name[: behind.start()]):
        return name
    return name[: behind.start()]


def take_written_at(texts: list[str], cleaned: Cleaned) -> bool:
    """A last line that names the school below whose writer signs, or the writer's name below "Penulis:".

    >>> lines, said = ["Ia pulang.", "Penulis:", "Budi Santoso", "Universitas Sora"], Cleaned()
    >>> take_written_at(lines, said), take_written_at(lines, said), lines, said.authors
    (True, True, ['Ia pulang.'], ['Budi Santoso'])
    """
    signed = IN_BRACKETS.fullmatch(texts[-1]) if len(texts) > 1 else None
    if signed and (name := without_school(signed[1].strip())) != signed[1].strip() and is_name(name):
        texts.pop()
        cleaned.authors.append(name)
        return True
    if len(texts) < 3 or len(texts[-1]) > LONGEST:
        return False
    named = A_NAME_ALONE.fullmatch(texts[-1]) and people(texts[-1])
    if named and WRITTEN_BY.fullmatch(texts[-2]):
        del texts[-2:]
        cleaned.authors.extend(named)
        return True
    signed_above = WRITTEN_BY.match(texts[-2]) or (A_NAME.fullmatch(texts[-2]) and WRITTEN_BY.fullmatch(texts[-3]))
    if signed_above and SCHOOL.fullmatch(texts[-1]):
        texts.pop()
        return True
    return False
