"""Lines that say where a text was taken from: "Disadur dari Sora.net, Budi Santoso published 27/5/2020"."""

from __future__ import annotations

import re

from newscrawl.reading.blocks.paragraphs import Cleaned
from newscrawl.reading.phrases.habits import KNOWN_HOUSE, NO_HABITS, Habits
from newscrawl.reading.phrases.names.agencies import AGENCIES, as_agency
from newscrawl.reading.phrases.names.bylines import people
from newscrawl.reading.phrases.names.media import MEDIUM, SITE_END, WRITTEN_SMALL
from newscrawl.reading.phrases.names.places import NAMES
from newscrawl.reading.phrases.names.signoffs import NAME
from newscrawl.reading.phrases.people.signers import SITE_NAME, in_capitals, signed
from newscrawl.reading.rows import late
from newscrawl.reading.times.stamps import WEEKDAYS

# "sora.com, Sabura.com", "https://www.bps.go.id/x"
SITE_ADDRESS = r"(?:https?://)?(?:[\w-]++\.)+[a-z]{2,4}\b(?:/[^\s,]*+)?"
SITES = re.compile(rf"{SITE_ADDRESS}(?:(?:\s*+[,&]\s*+|\s++dan\s++|\s++){SITE_ADDRESS})*\W*", re.I)
A_SITE = re.compile(r"(?:[\w-]+\.)+(?:com|co\.id|or\.id|id|net|org|tv)")  # "sora.or.id"; what a ministry says is data
A_TITLE = re.compile(
    r"(?:[A-Z][\w'-]* ){1,3}(?:Online|News|Pos|Post|Times|Daily|Today|Weekly|Herald|Tribune|Magazine|TV|Radio"
    r"|Mail|Insider)"
)
# "Disadur dari Bola.net, Budi Santoso published 27/5/2020": whose text it is
TAKEN_FROM = re.compile(
    r"\W*di(?:sadur|kutip|olah|terjemahkan|sarikan|rangkum|nukil|lansir) dari\s*:?\s*"
    rf"(?P<source>[\w-]+\.(?:com|net|co\.id|id|tv|org)\b|(?-i:{NAME}))"
    r"(?:\s+(?P<by>oleh) (?-i:[A-Z]).{0,60}"
    r"|\s*[,(/](?!.*(?-i:\b[a-z]++ [a-z]++ [a-z]++\b)).{0,100})?\W*",  # no sentence
    re.I,
)
# "..., Budi Santoso published 27/5/2020", "... (Budi Santoso/Siti Aminah)": who wrote and who edited it there
PUBLISHED_THERE = re.compile(r"[\s,(]*\bpublished\b.*", re.I)
ROLES_THERE = re.compile(
    r"\b(?:penulis|reporter)\b(?:\s*/\s*editor\b)?\s*:?|\s*[/|,]?\s*\b(?:editor|redaktur)\b.*", re.I
)
# "Sumber Antara", alone below the text
BARE_SOURCE = re.compile(rf"(?:Sumber|Source) (?P<name>{NAME})\.?")
# "Sumber: Siaran Pers Kementerian Sora Nomor 12/2026"
OF_A_RELEASE = re.compile(
    r"\W*sumber\s*:\s*(?:siaran pers|(?:pers )?rilis|press release|keterangan (?:pers|tertulis))\b[^.!?]{0,140}", re.I
)
# "Dikutip dari : budi.wordpress.com/2014/11/kopi"
TAKEN_FROM_SITE = re.compile(
    r"\W*di(?:sadur|kutip|olah|terjemahkan|sarikan|rangkum|nukil|lansir|ambil) dari\s*:?\s*"
    rf"(?:(?:laman|situs|website|web|blog)\s+)?{SITES.pattern}",
    re.I,
)

# "(dilansir dari tribun jabar jumat 8 desember 2017)": in brackets a house's name may be written small, where but its
# day follows; "(diambil dari antara dua pohon)" is of the text
TAKEN_IN_BRACKETS = late(
    rf"[(\[]\s*di(?:sadur|kutip|lansir|ambil) dari\s*:?\s*(?P<source>(?:{WRITTEN_SMALL}|merdeka|suara(?= ?\.?com)"
    rf"|tribun(?: ?(?:news|{NAMES}))?)(?:{SITE_END}\b)?)"
    r"(?:,[^()\[\]]{0,60}"
    rf"|\s+(?:pada|hari|tanggal|edisi|{'|'.join(WEEKDAYS)}|\d+)\b[^()\[\]]{{0,60}})?"
    r"\s*[)\]]\.?",
    re.I,
)

# "Sora.com: Budi Santoso (abc)": a house and its writer
HOUSE_AND_WRITER = re.compile(
    rf"(?P<house>{SITE_NAME.pattern})\s*:\s*(?P<name>{NAME})(?:\s*[(\[](?P<sign>[a-z/]{{2,9}})[)\]])?\.?"
)

# "https://bali.tribunnews.com/2026/07/24/kopi": of a known house
HOUSE_ADDRESS = re.compile(
    rf"(?:https?://|www\.)(?:[\w-]+\.)*?(?P<site>(?:{KNOWN_HOUSE})\.(?:com|co\.id|co|id|net|tv))(?:/\S*)?", re.I
)


def site_of(source: str) -> str:
    """The site of an address, where it is a known house's; else what was given.

    >>> site_of("https://bali.tribunnews.com/2026/07/24/kopi"), site_of("https://desa.id/kopi")
    ('tribunnews.com', 'https://desa.id/kopi')
    """
    found = HOUSE_ADDRESS.fullmatch(source)
    return found["site"] if found else source


def take_source(line: str, cleaned: Cleaned, habits: Habits = NO_HABITS) -> bool:
    """Add whose text it is, and who wrote it there; False for a line that tells more than that."""
    if TAKEN_FROM_SITE.fullmatch(line) or OF_A_RELEASE.fullmatch(line):
        return True
    if (bare := BARE_SOURCE.fullmatch(line)) and is_medium(bare["name"]):
        cleaned.name_agency(as_agency(bare["name"]))
        return True
    if named := TAKEN_IN_BRACKETS.fullmatch(line):
        cleaned.name_agency(in_capitals(named["source"]))
        return True
    both = HOUSE_AND_WRITER.fullmatch(line)
    known = both and (MEDIUM.fullmatch(both["house"]) or habits.brand.fullmatch(both["house"]))
    if both and known and " " in both["name"] and (names := people(both["name"])):
        cleaned.name_agency(both["house"])
        cleaned.authors.extend(names)
        signed(both["sign"] or "", cleaned, habits)
        return True
    taken = TAKEN_FROM.fullmatch(line)
    if taken is None or not taken["source"][0].isupper() or (taken["by"] and not is_medium(taken["source"])):
        return False
    cleaned.name_agency(as_agency(taken["source"]))
    if is_medium(taken["source"]):  # a novel's or a letter's is no writer of this text
        cleaned.elsewhere.extend(_writer_there(line[taken.end("source") :]))
        cleaned.authors.extend(cleaned.elsewhere)
    return True


# "... menjelang panen. Sumber: Antara", "... menjelang panen. (Sumber: Sora.com)"
GLUED_SOURCE = re.compile(
    rf"(?<=[.!?”\"])\s+[(\[]?(?:sumber|source)\s*:\s*(?P<name>{A_SITE.pattern}|{NAME})\.?[)\]]?\Z", re.I
)


def cut_source(texts: list[str], cleaned: Cleaned) -> bool:
    """Cut whose text it is from behind the last sentence; what is no medium's name stays.

    >>> cut_source(lines := ["Panen kopi dimulai bulan depan, kata Ratna. Sumber: Antara"], said := Cleaned())
    True
    >>> lines, said.agency, cut_source(["Panen kopi dimulai, kata Ratna. Sumber: Kebun Sora"], said)
    (['Panen kopi dimulai bulan depan, kata Ratna.'], 'Antara', False)
    """
    found = GLUED_SOURCE.search(texts[-1]) if texts else None
    if found is None or not is_medium(found["name"]):
        return False
    texts[-1] = texts[-1][: found.start()]
    cleaned.name_agency(as_agency(found["name"]))
    return True


def _writer_there(line: str) -> list[str]:
    """Who wrote a text where it was taken from, of what stands behind that source: a whole name, the first.

    >>> _writer_there(" (Penulis: Budi Santoso / Editor: Siti Aminah, published 27/5/2020)")
    ['Budi Santoso']
    >>> _writer_there(", Budi Santoso published 27/5/2020"), _writer_there(", Senin (27/5/2020)")
    (['Budi Santoso'], [])
    """
    said = ROLES_THERE.sub("", PUBLISHED_THERE.sub("", line)).strip(" ,(/)")
    name = re.split(r"\s*[/,]\s*", said)[0]
    return people(name) if " " in name and re.fullmatch(NAME, name) else []


def is_medium(source: str) -> bool:
    """True for the name of an agency, a paper or a site; "Sora Daily" is called like one."""
    named = source.casefold() in AGENCIES or SITE_NAME.fullmatch(source) or MEDIUM.fullmatch(source)
    at_home = A_SITE.fullmatch(source) and not source.casefold().endswith((".go.id", ".ac.id"))
    return bool(named or at_home or A_TITLE.fullmatch(source))
