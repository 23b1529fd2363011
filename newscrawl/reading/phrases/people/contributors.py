"""Sentences below a text that say by whom it was written and edited, or who contributed to it."""

from __future__ import annotations

import re

from newscrawl.reading.blocks.paragraphs import Cleaned
from newscrawl.reading.phrases.names.bylines import people
from newscrawl.reading.phrases.names.signoffs import NAME
from newscrawl.reading.text import ends_sentence

# "Budi Santoso berkontribusi dalam penulisan artikel ini"
CONTRIBUTED = re.compile(
    rf"(?P<names>{NAME}(?:(?:,| dan|, dan) {NAME})*) (?:ikut |turut )?berkontribusi (?:dalam|pada|untuk|di)"
    r"(?: (?:penulisan|pembuatan) (?:artikel|laporan|tulisan|berita)(?: ini)?"
    r"| (?:artikel|laporan|tulisan|berita) ini)\.?"
    r"|(?i:penyumbang bahan)\s*:\s*(?:(?:[A-Z(][\w.'’()-]*+[,;&]?|dan)\s*+){1,40}+"
)
# "Ditulis oleh Budi Santoso, disunting oleh Siti Aminah"
DONE_BY = re.compile(
    r"(?i:di(tulis|laporkan|susun|kirim|sunting|edit|terjemahkan|alihbahasakan)\s+oleh)\s*:?\s+"
    rf"({NAME}(?: dan {NAME})?)"
)
ALL_DONE_BY = re.compile(
    r"(?i:(?:artikel|berita|tulisan)(?: ini)? )?"
    rf"{DONE_BY.pattern}(?:(?:\s*[,;|]|\s+dan)\s+{DONE_BY.pattern})*\.?"
)
# "Artikel ini ditulis oleh Siti Aminah, peserta magang.", "Artikel ini ditulis Siti Aminah mahasiswa magang."
WROTE_THIS = re.compile(
    rf"\W*(?i:artikel|berita|tulisan) ini ditulis (?:oleh )?(?P<names>{NAME})(?:,| (?=peserta|mahasisw[ai]|siswa)).*",
    re.S,
)
A_WORD = re.compile(r"kontribusi|ditulis|(?i:di)\w+ oleh")  # each of these lines has one
WROTE, EDITED = frozenset("tulis laporkan susun kirim".split()), frozenset({"sunting", "edit"})
OF_THIS = re.compile(r"(?:artikel|berita) ", re.I)  # what a page calls itself; else a sentence may tell of a book
# "Oleh: Budi Santoso", "Karya Siti Aminah": in a text of several each is of one of them
OF_ONE = re.compile(rf"\W*(?i:oleh|karya)\b\s*:?\s*{NAME}\W*")
PROSE, LONGEST_VERSE = 3, 60  # lines, and characters of one


def are_prose(texts: list[str]) -> bool:
    """True where the last lines are sentences, of which one is long; the lines of a poem are not, nor several works."""
    lines = texts[-PROSE:]
    prose = len(lines) == PROSE and all(map(ends_sentence, lines)) and max(map(len, lines)) > LONGEST_VERSE
    return prose and not any(map(OF_ONE.fullmatch, texts))


def take_done_by(texts: list[str], cleaned: Cleaned, *, bylined: bool) -> bool:
    """Add whom the last line names, where it says by whom a text was written and edited.

    Where the page is `bylined`, one that names no editor is the text's, unless it stands below prose and is no sentence
    of another's.

    >>> said = Cleaned()
    >>> take_done_by(["Ditulis oleh Budi Santoso, disunting oleh Siti Aminah"], said, bylined=False)
    True
    >>> said.authors, said.editors
    (['Budi Santoso'], ['Siti Aminah'])
    """
    line = texts[-1]
    done = _done_by(line)
    if not done:
        return False
    if bylined and all(how not in EDITED for how, _ in done):
        tells = line.endswith(".") and not OF_THIS.match(line)
        if tells or not are_prose(texts[:-1]):
            return False
    cleaned.authors.extend(_named(done, WROTE))
    cleaned.editors.extend(_named(done, EDITED))
    return True


def note_contributors(line: str, cleaned: Cleaned) -> None:
    """Add who wrote a text beside its byline, of a line that is left out of it.

    >>> said = Cleaned()
    >>> note_contributors("Siti Aminah dan Rani Dewi turut berkontribusi dalam penulisan artikel ini.", said)
    >>> note_contributors("Artikel ini ditulis oleh Ratna Bulan, peserta magang.", said), said.reporters
    (None, ['Siti Aminah', 'Rani Dewi', 'Ratna Bulan'])
    """
    if not A_WORD.search(line):
        return
    done = _done_by(line)
    found = CONTRIBUTED.fullmatch(line) or WROTE_THIS.fullmatch(line)
    cleaned.reporters.extend(people(found["names"] or "") if found else _named(done, WROTE))
    cleaned.editors.extend(_named(done, EDITED))


def _done_by(line: str) -> list[tuple[str, list[str]]]:
    """What was done to a text and by whom, of a line that says so and no more: "Ditulis oleh Budi Santoso"."""
    done = DONE_BY.findall(line) if ALL_DONE_BY.fullmatch(line) else []
    named = [(how.casefold(), people(names)) for how, names in done]
    return named if all(names for _, names in named) else []


def _named(done: list[tuple[str, list[str]]], hows: frozenset[str]) -> list[str]:
    return [name for how, names in done if how in hows for name in names]
