"""Signatures without brackets, of portals whose writers sign so: in capitals, or a name alone below the text."""

from __future__ import annotations

import re

from newscrawl.reading.blocks.paragraphs import Cleaned, Paragraph
from newscrawl.reading.phrases.habits import NO_HABITS, Habits
from newscrawl.reading.phrases.names.agencies import AGENCIES, as_agency
from newscrawl.reading.phrases.names.bylines import BETWEEN, is_name, people
from newscrawl.reading.phrases.names.media import MEDIUM
from newscrawl.reading.phrases.names.places import PLACE
from newscrawl.reading.phrases.names.signoffs import NOTES
from newscrawl.reading.phrases.people.signatures import ASIDES
from newscrawl.reading.text import ends_sentence, unique

# A signature in capitals: "BUDI SANTOSO", "ANTARA | SITI AMINAH", "SITI AMINAH (Boyolali), BUDI (AFP, REUTERS)"
A_PLACE = r"(?:\([A-Z][A-Za-z ,]*+\)\s*+)?"
CAPITALS = re.compile(rf"[A-Z][A-Z.'’ -]*+{A_PLACE}(?:[|,/&l]\s*+[A-Z][A-Z.'’ -]*+{A_PLACE})*+")
WHERE = re.compile(r"\s*\(([^()]*)\)")
# "TIM TEMPO", "PDAT": the newsroom itself; "SUMBER DIOLAH TEMPO": it has put facts together
NEWSROOM = re.compile(
    r"tim [\w. ]+|pdat\b[\w ]*|sumber diolah [\w ]+|berbagai (?:sumber|media)|(?:koran|majalah) tempo", re.I
)
CORRECTION = re.compile(r"(?:koreksi|ralat|catatan(?: koreksi| redaksi)?|correction)\s*:", re.I)
SITE_IN_CAPITALS = re.compile(r"[A-Z][A-Z\d-]*\.(?:COM|CO\.ID|ID|NET|TV)")
A_PAPER = re.compile(r"THE [A-Z][A-Z.'’ -]{2,40}")  # "THE SORA TIMES"
FORMS_OF_MEDIA = (MEDIUM, SITE_IN_CAPITALS, A_PAPER)
A_WHOLE_NAME = re.compile(r"[A-Z][a-z’']+(?: [A-Z]\.?| [A-Z][a-z’']+){1,3}")  # "Siti Aminah", "Budi A. Santoso"
SEVERAL = re.compile(rf"{A_WHOLE_NAME.pattern}(?:(?:,| dan|, dan) {A_WHOLE_NAME.pattern}){{0,5}}")
# "TEMPO.CO, Jakarta - ...": whose writers sign in capitals, also where another page repeats the text
OF_TEMPO = re.compile(r"TEMPO(?:\.CO| Interaktif)?\s*[,-]")
MOST_NAMES = 6  # lines, each of one
# "Berikut daftar pemenang lomba.", "Siapa saja yang lolos?": what stands below are no writers
ANNOUNCES = re.compile(
    r"\b(?:berikut|antara lain|yakni|yaitu|daftar|susunan|kategori|jenis|syarat\w*|calon|pemenang\w*|finalis)\b[^.!?]*"
    r"[.!]?$|\?[”\"]?$",
    re.I,
)
OF_PLACES = frozenset("utara selatan barat timur tengah city united".split())  # "Sora Selatan", "Sora United"

# "Salam Hangat", "Bupati Ratna", "Partai Sora": what begins so is no writer's name
NO_WRITERS = frozenset(
    "salam selamat hormat terima wassalam tabik semoga demikian presiden gubernur bupati wali menteri jenderal partai"
    " desa kota kampung dusun bunga".split()
)


def take_corrections(texts: list[str]) -> list[str]:
    """Take the corrections below a signature in capitals off the last lines, and give them.

    >>> take_corrections(texts := ["Ia pulang.", "RATNA BULAN", "Koreksi: Ia pulang pada Senin."]), texts
    (['Koreksi: Ia pulang pada Senin.'], ['Ia pulang.', 'RATNA BULAN'])
    """
    first = len(texts)
    while first and CORRECTION.match(texts[first - 1]):
        first -= 1
    notes = texts[first:] if first and CAPITALS.fullmatch(texts[first - 1]) else []
    del texts[len(texts) - len(notes) :]
    return notes


def is_label_below_sign(paragraphs: list[Paragraph]) -> bool:
    """True where below a signature in capitals stands the label of links: "KISRUH PASAR", "Kisruh Pasar:"."""
    signs = [bool(CAPITALS.fullmatch(p.text.rstrip(": "))) for p in paragraphs[-3:]]
    titled = bool(paragraphs) and paragraphs[-1].text.istitle() and paragraphs[-1].text.endswith(":")
    return signs[:2] == [False, True] and len(signs) == 3 and (signs[2] or titled)


def take_capitals(texts: list[str], cleaned: Cleaned, habits: Habits = NO_HABITS) -> bool:
    """A last line in capitals: "BUDI SANTOSO", "ANTARA | SITI AMINAH"; "SELESAI" is nobody.

    >>> said = Cleaned()
    >>> take_capitals(["Ia pulang.", "BUDI SANTOSO (AFP, THE SORA TIMES), SITI AMINAH (BOYOLALI)"], said)
    True
    >>> said.authors, said.agency
    (['BUDI SANTOSO', 'SITI AMINAH'], 'AFP, THE SORA TIMES')
    """
    if len(texts) < 2 or not CAPITALS.fullmatch(texts[-1]):
        return False
    parts = [part.strip() for part in re.split(r"[|,/&]|\bDAN\b|\sl\s", _with_bars(WHERE.sub("", texts[-1])))]
    beside = [[name.strip() for name in inner.split(",")] for inner in WHERE.findall(texts[-1])]
    ours = [part for part in parts if NEWSROOM.fullmatch(part) or habits.brand.match(part.title())]
    media = [part for part in parts if part not in ours and _is_medium(part)]
    told = (name for names in beside if any(map(_is_agency, names)) for name in names)
    media += [name for name in told if not PLACE.fullmatch(name.title())]
    writers = [name for name in people(" | ".join(parts)) if name not in ours and not A_PAPER.fullmatch(name)]
    agency = ", ".join(unique(as_agency(name) for name in media)) or None
    of_newsroom = ours == parts
    if not (agency or of_newsroom or any(len(n) > 3 and n.casefold() not in NOTES | ASIDES for n in writers)):
        return False
    if texts[-2].isupper() and not agency:
        first = _first_of_names(texts)
        if first is None:  # "SIM", "BPKB": lines of a list
            return False
        writers = people(" | ".join(texts[first:]))
        del texts[first + 1 :]
    texts.pop()
    cleaned.authors.extend(writers)
    cleaned.reporters.extend(writers)
    cleaned.name_agency(agency)
    return True


def _first_of_names(texts: list[str]) -> int | None:
    """Where lines of whole names in capitals begin that end a text, right below a sentence; null for other lines.

    >>> _first_of_names(["Ia pulang.", "RATNA BULAN", "KETUT RAKA"]), _first_of_names(["Syarat.", "SIM", "BPKB"])
    (1, None)
    """
    first = len(texts)
    while first and texts[first - 1].isupper():
        first -= 1
    names = texts[first:]
    whole = all(" " in name and is_name(name) for name in names)
    plain = NO_WRITERS.isdisjoint(name.split()[0].casefold() for name in names if name)
    below_sentence = first > 0 and ends_sentence(texts[first - 1])
    signed = whole and plain and below_sentence and len(names) <= MOST_NAMES and _are_writers(names, texts[first - 1])
    return first if signed else None


def _are_writers(names: list[str], above: str) -> bool:
    """False for several names that the sentence above them announces, of places, or that share a word.

    >>> _are_writers(["Siti Aminah", "Budi Santoso"], "Ia pulang."), _are_writers(["Tari Sora", "Musik Sora"], "Ya.")
    (True, False)
    """
    words = [word for name in names for word in name.casefold().split()]
    return len(names) < 2 or (
        len(words) == len({*words}) and OF_PLACES.isdisjoint(words) and not ANNOUNCES.search(above)
    )


def _is_agency(name: str) -> bool:
    return name.casefold() in AGENCIES


def _is_medium(name: str) -> bool:
    return _is_agency(name) or any(form.fullmatch(name) for form in FORMS_OF_MEDIA)


def _with_bars(line: str) -> str:
    """A signature with a bar for the letter in place of one beside an agency; "I MADE RAKA" is a name.

    >>> _with_bars("RATNA BULAN I ANTARA"), _with_bars("RATNA BULAN I KETUT RAKA")
    ('RATNA BULAN | ANTARA', 'RATNA BULAN I KETUT RAKA')
    """
    sides = line.split(" I ")
    return " | ".join(sides) if any(side.strip().casefold() in AGENCIES for side in sides) else line


def take_name(texts: list[str], cleaned: Cleaned) -> bool:
    """A last line that is a person's whole name, or those of several, right below a sentence.

    >>> said = Cleaned()
    >>> take_name(texts := ["Ia pulang.", "Siti Aminah"], said), texts, said.authors
    (True, ['Ia pulang.'], ['Siti Aminah'])
    >>> take_name(["Pemain:", "Siti Aminah"], said), take_name(["Ia pulang.", "Harga Kopi Naik Lagi Hari Ini"], said)
    (False, False)
    """
    if len(texts) < 2 or not SEVERAL.fullmatch(texts[-1]) or not ends_sentence(texts[-2]):
        return False
    names = people(texts[-1])
    if names != BETWEEN.split(texts[-1]) or not all(A_WHOLE_NAME.fullmatch(name) for name in names):
        return False
    if any(name.split()[0].casefold() in NOTES | ASIDES | NO_WRITERS for name in names) or not _are_writers(
        names, texts[-2]
    ):
        return False
    if any(name in text for name in names for text in texts[:-1]):  # whom the text tells of said it
        return False
    texts.pop()
    cleaned.authors.extend(names)
    return True
