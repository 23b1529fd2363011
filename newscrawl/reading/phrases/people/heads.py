"""The writer named above a text, and the dateline that stands in front of it."""

from __future__ import annotations

import re
from dataclasses import replace

from newscrawl.reading.blocks.paragraphs import Paragraph
from newscrawl.reading.phrases.names.bylines import POSTS, is_name, people
from newscrawl.reading.phrases.names.institutions import CHANNELS
from newscrawl.reading.phrases.names.media import HOUSES
from newscrawl.reading.phrases.names.places import NAMES, PLACE
from newscrawl.reading.phrases.names.signoffs import NAME
from newscrawl.reading.phrases.people.columnists import take_columnist_above
from newscrawl.reading.phrases.people.signers import BOTH_ROLES, NOT_SAID_OF_NAMES
from newscrawl.reading.phrases.people.works import OF_A_WORK
from newscrawl.reading.text import ends_sentence
from newscrawl.reading.times.dates import read_timestamp

# "Dr.", "Prof.", "M.Si.": a full stop that ends no sentence
OF_TITLE = r"(?-i:\b(?:Dr|dr|Drs|Dra|Prof|Ir|Hj?|KH|Ust|M|[SM]\.\w{1,4}))\.(?=[\s,(])"
# "Laporan Wartawan Sora.com, Budi Santoso", alone above the text
BYLINE_HEAD = re.compile(
    r"(?:(?:laporan|liputan)\s+(?:wartawan|reporter|kontributor|koresponden|jurnalis)\b"
    r"|laporan oleh\s(?=(?-i:[A-Z]))"
    r"|(?:laporan|penulis|reporter|reportase|peliput|naskah|oleh|kontributor|pewarta|jurnalis)\s*(?=:)"
    r"|(?=(?:kontributor|koresponden)\s(?-i:[A-Z])[\w ]{2,30},\s(?-i:[A-Z])))\s*:?\s*"
    rf"((?:[^.!?]|\.(?=\w)|{OF_TITLE}){{3,100}})"
    rf"|((?:laporan|liputan)\s+(?-i:{NAME}))\s+dari\s+(?-i:{NAME})",
    re.I,
)
# "Laporan Budi Santoso I Sora": who reports, and from where
REPORT_HEAD = re.compile(
    rf"(?:Laporan|LAPORAN)\s+(?!(?i:wartawan|reporter|kontributor|koresponden|jurnalis)\b)({NAME})\s*(?:\||\sI\s)\s*{NAME}"
)
# Right below the writer
EDITOR_HEAD = re.compile(rf"(?:editor|redaktur|penyunting)\s*:\s*((?-i:{NAME})(?:,[^.!?]{{0,60}})?)\W*", re.I)
# "SORA.CO.ID, Oleh: Budi Santoso, dosen di Salatiga", alone above a column
COLUMN_HEAD = re.compile(
    rf"(?:[A-Z][\w.]+\.(?:COM|CO\.ID|ID|com|co\.id|id)\b[\s,–—-]*)?(?:(?:Oleh|OLEH)\s*:?\s*({NAME}(?:[\s,(*/](?:[^.!?]|\.(?=\w)){{0,100}})?)"
    rf"|[Dd]itulis oleh\s*:?\s*({NAME}))"
)
# "Oleh: Budi Santoso", below a headline that stands in the text
BYLINE_BELOW = re.compile(rf"(?:Oleh|OLEH|Penulis)\s*:\s*({NAME})\W*")
# The same in front of the dateline: "Laporan wartawan Surya, Budi Santoso SURABAYA - ...", "Kontributor: Budi ..."
BYLINE_GLUED = re.compile(
    r"(?:(?:laporan|liputan)\s+(?:wartawan|reporter|kontributor|koresponden|jurnalis)\b\s*:?"
    r"|(?:kontributor|koresponden|reporter|penulis|pewarta|jurnalis|wartawan|laporan)\s*:)\s*"
    r"(?:[^,|.\n]{3,40}(?:\.(?:com|co\.id|id|net))?\s*[,|]\s*)?"
    r"(?-i:((?:[A-Z][a-z'’.]+\s+){1,4}))(?=(?-i:[A-Z]{3,}[A-Z.]*\b[\w., /]{0,50}\s(?:-|–|—)\s))",
    re.I,
)
# "Tim News Room Sora Diskominfo", "Tim Redaksi", "Melaporkan dari, Pati, Jawa Tengah", alone above a text
TEAM_HEAD = re.compile(
    r"(?:Tim|TIM) (?i:news ?room|redaksi|liputan|peliput|media|humas|(?:dis)?kominfo|publikasi|jurnalis|jurnalistik)"
    r"(?: [A-Z][\w.&/-]*){0,8}\.?"
    r"|(?i:melaporkan|reporting) (?:dari|from),?(?: [A-Z][\w.'’-]*,?){1,6}"
)
# "Penulis:", "Artikel ini ditulis oleh:", above a name
A_ROLE = re.compile(
    r"(?:(?:artikel|berita|tulisan)(?: ini)? )?(?:ditulis oleh|dilaporkan oleh|penulis|reporter|pewarta|jurnalis"
    r"|wartawan|kontributor|editor|redaktur|penyunting|(?:foto|video)grafer|(?:foto|video) editor|narator)\s*:",
    re.I,
)
# "Penulis", a heading over a name
ROLE_HEADING = re.compile(r"penulis|reporter|pewarta|jurnalis|wartawan|kontributor|editor|redaktur|penyunting", re.I)
A_NAME = re.compile(r"[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,4}")
# "Naskah: Malin Kundang", "Reportase: Menyusuri Lereng Sora": behind these a title may stand, whose words the text has
OF_A_TEXT, CAPITAL = re.compile(r"(?:naskah|reportase)\b", re.I), re.compile(r"(?<=[: ])[A-Z]\w{2,}")
WORD = re.compile(r"\w+")
REPORTAGE = re.compile(r"\ALiputan(?= (?i:wartawan|reporter|kontributor|koresponden|jurnalis)\b)", re.I)
PAPER_FIRST = re.compile(r"(?:laporan|liputan)\s+[a-z]", re.I)
# "JAKARTA -" left alone by a dateline that stands outside its paragraph
SITE = r"(?:[\w-]+\.)?[\w-]+(?:\.[a-z]{2,3}){1,2}\b"
DATELINE = re.compile(
    rf"(?:[A-Z]|(?={SITE}))[\w .,/()'’|–—\-]{{1,58}}\s*(?:[-–—]|--)"
    rf"|(?i:{SITE})(?:\s*[,|–—-]+\s*(?-i:[A-Z]\w*(?:\s[A-Z]\w*){{0,3}}))?\s*[,.:]|(?i:{NAMES})\s*:"
    rf"|(?i:{SITE}),\s*[A-Z][\w ]{{1,30}}"
)

BEHIND_DATELINE = re.compile(r"[-–—]{1,2}\s+(?=[A-Z“\"])")  # "Jakarta", and in the next line "- Warga ..."
# "SALATIGA, SORA.com", "Salatiga, Sora Indonesia" of a known house: a dateline whose dash begins the next line
AT_HOUSE_FIRST = re.compile(rf"(?=.{{3,50}}$)(?:[A-Z][\w. ]{{2,40}},\s*)?(?i:{SITE}|{HOUSES})(?<![.!?:])")
CAPITALS = r"[A-Z][A-Z.'’/]{2,}+"
# "JAKARTA, SORA.com - Ratna ...", "Sora.com, Salatiga Ratna ...": what a text begins with
DATELINE_FIRST = re.compile(
    rf"(?:{CAPITALS}(?: {CAPITALS}){{0,3}} ?(?:,\s*[\w.]{{2,30}}(?: [A-Z]{{3,}}){{0,2}})?"
    rf"|{SITE}[\w ,./()|]{{0,40}})(?:\([^()]{{2,20}}\))?\s*(?:[–—]|-{{1,2}})\s|{SITE}, [A-Z][a-z]+"
)
# "(Laporan Wartawan Sora.com, Budi Santoso)"
IN_BRACKETS = re.compile(r"\A[(\[]([^()\[\]]+)[)\]]\Z")
LONGEST_STAMP = 60  # characters
# "Bola 20 jam yang lalu", "3 jam lalu | Ekonomi", "Budi Santoso 2 hari lalu": the page's age, its channel, its writer
AGE = re.compile(
    r"(?P<before>(?:(?-i:[A-Z])[\w-]+ ){0,2})(?:[|·•-] )?(?:\d{1,2}|se)\s?(?:menit|jam|hari|minggu|bulan)"
    r"(?: yang)? lalu(?: [|·•-] (?P<behind>(?-i:[A-Z])[\w &]{2,20}))?",
    re.I,
)
# "Budi Santoso - detikNews"
AT_HOUSE = re.compile(
    rf"(?P<name>{NAME} {NAME})(?:\s+[-–—|]|,(?! (?i:merdeka|antara|suara)\b[^.]))\s+(?P<house>[\w. ]{{4,30}})"
)
A_HOUSE = re.compile(rf"(?:{HOUSES})", re.I)
# "Budi Santoso - Sepakbola", "Tim detikcom - detikNews", above a day and a clock
AT_CHANNEL = re.compile(rf"(?:(?P<name>{NAME} {NAME})|Tim [\w.]+)\s+[-–—|]\s+(?P<channel>[\w ]{{4,30}})")
# "oleh Budi Santoso diperbarui 15 Sep 2016, 16:30 WIB", "Tim Sora diterbitkan 29 Jun 2012, 07:00 WIB"
WRITER_AND_STAMP = re.compile(
    r"(?:[Oo]leh\s+)?(?P<name>[A-Z][\w.'’-]*(?:,? (?:dan )?[A-Z\d][\w.'’-]*){0,7})"
    r"\s+di(?:perbarui|terbitkan|publikasikan|unggah)\s+(?P<stamp>\d.{8,40})"
)
# "Guru Besar Universitas Sora", alone below the name of who wrote a column
A_POST = re.compile(rf"(?:{POSTS})(?<![.!?:”\"])", re.I)
LONGEST_POST = 120  # characters


def _reported(line: str) -> list[str]:
    """Whom a line names behind the paper he writes for, or in front of where he is.

    >>> _reported("Laporan Wartawan Surya, Budi Santoso"), _reported("Laporan Wartawan Sora Pos Siti Aminah | Bireuen")
    (['Budi Santoso'], ['Siti Aminah'])
    """
    front, sign, behind = re.split("([,|])", f"{line},|", maxsplit=1)
    behind = behind.rstrip(",| ") or front
    if sign == "|" and (" " not in behind.strip() or PLACE.fullmatch(behind.strip())):
        names = [name for name in people(front) if " " in name]
        return names or people(behind)
    return people(behind)


def take_head(texts: list[str]) -> list[str]:
    """Take the writer's line off the first paragraph, and give the names in it."""
    stamped = WRITER_AND_STAMP.fullmatch(texts[0]) if len(texts) > 1 else None
    if stamped and is_stamp(stamped["stamp"]):
        del texts[0]
        return people(stamped["name"])
    if len(texts) > 2 and _is_only_stamp(texts, 1):
        writers = [] if A_HOUSE.fullmatch(texts[0]) else at_channel(texts[0])
        if writers is not None:
            del texts[:2]
            return writers
    if len(texts) > 1 and (TEAM_HEAD.fullmatch(texts[0]) or is_age(texts[0]) or _is_only_stamp(texts, 0)):
        del texts[0]
    if len(texts) > 1 and (names := at_a_house(texts[0])):
        del texts[0]
        if len(texts) > 1 and _is_only_stamp(texts, 0):
            del texts[0]
        return names
    if names := _writers_below_title(texts):
        del texts[1]
        return names
    report = REPORT_HEAD.fullmatch(texts[0]) if len(texts) > 1 and DATELINE_FIRST.match(texts[1]) else None
    if report and (names := people(report[1])):
        del texts[0]
        return names
    line = REPORTAGE.sub("Laporan", IN_BRACKETS.sub(r"\1", texts[0])) if texts else ""
    head = (BYLINE_HEAD.fullmatch(line) or COLUMN_HEAD.fullmatch(line)) if len(texts) > 1 else None
    if head and (OF_A_WORK.match(texts[1]) or BOTH_ROLES.fullmatch(line)):  # the latter is a line of credits
        head = None
    title = {*CAPITAL.findall(line)} if head and OF_A_TEXT.match(line) else set()
    if title and any(not title.isdisjoint(WORD.findall(text)) for text in texts[1:]):
        head = None
    said = next(filter(None, head.groups()), "") if head else ""
    reported = (
        head is not None and not any(head.groups()[1:]) and PAPER_FIRST.match(line)
    )  # "Laporan Wartawan Surya, Budi Santoso"
    names = (people(said) or (people(line) if reported else [])) if head else []
    if head and names and not any(map(NOT_SAID_OF_NAMES.search, names)):
        if reported:
            names = _reported(line) or names
        del texts[0]
        if len(texts) > 1 and len(texts[0]) <= LONGEST_POST and A_POST.fullmatch(texts[0]):
            del texts[0]
        return names
    if texts and (glued := BYLINE_GLUED.match(texts[0])) and (names := people(glued[1])):
        texts[0] = texts[0][glued.end() :]
        return names
    return take_columnist_above(texts)


def is_age(text: str) -> bool:
    """True for a line that says how old a page is, beside its channel or writer; "Gempa 2 hari lalu" tells something.

    >>> is_age("Bola 20 jam yang lalu"), is_age("Budi Santoso 2 hari lalu"), is_age("3 jam lalu | Ekonomi")
    (True, True, True)
    >>> is_age("Gempa 2 hari lalu"), is_age("Banjir 2 hari lalu surut")
    (False, False)
    """
    found = AGE.fullmatch(text)
    named = [name.strip() for name in found.groups("") if name] if found else []
    return found is not None and all(CHANNELS.fullmatch(n) or (" " in n and is_name(n)) for n in named)


def take_editor(texts: list[str]) -> list[str]:
    """Take the editor's line off the first paragraph, where it stands below the writer's, and give the names in it."""
    found = EDITOR_HEAD.fullmatch(texts[0]) if len(texts) > 1 else None
    names = people(found[1]) if found else []
    if names:
        del texts[0]
    return names


def _writers_below_title(texts: list[str]) -> list[str]:
    """The writers that the second line names, where the first could be the text's own headline."""
    byline = BYLINE_BELOW.fullmatch(texts[1]) if len(texts) > 2 and _is_title(texts[0]) else None
    return people(byline[1]) if byline and not OF_A_WORK.match(texts[2]) else []


def _is_title(text: str) -> bool:
    """True for a line that could be a text's own headline: some words without an end."""
    return len(text) <= LONGEST_POST and len(text.split()) > 2 and text[-1] not in '.!?:;,…”")'


def at_a_house(line: str) -> list[str]:
    """The writer of a line that says but who wrote a text, and of which house: "Budi Santoso - detikNews".

    >>> at_a_house("Budi Santoso - detikNews"), at_a_house("Budi Santoso - petani"), at_a_house("Sora - detikNews")
    (['Budi Santoso'], [], [])
    """
    found = AT_HOUSE.fullmatch(line) if len(line) <= LONGEST_STAMP else None
    return people(found["name"]) if found and A_HOUSE.fullmatch(found["house"]) else []


def at_channel(line: str) -> list[str] | None:
    """The writers of a line that names a channel or a house behind them, which a stamp below it makes a byline of.

    >>> at_channel("Budi Santoso - Sepakbola"), at_channel("Tim detikcom - detikNews"), at_channel("Persija - Persib")
    (['Budi Santoso'], [], None)
    """
    found = AT_CHANNEL.fullmatch(line) if len(line) <= LONGEST_STAMP else None
    if not found or not (CHANNELS.fullmatch(found["channel"]) or A_HOUSE.fullmatch(found["channel"])):
        return None
    return people(found["name"] or "")


def _is_only_stamp(texts: list[str], number: int) -> bool:
    """True for a line that is a day and a clock where no other line is one."""
    return is_stamp(texts[number]) and sum(map(is_stamp, texts)) == 1


def is_stamp(text: str) -> bool:
    """True for a line that is a day and a clock: above a text the page's own date, unless one of several."""
    stamp = read_timestamp(text) if len(text) <= LONGEST_STAMP and text[-1:] != "." else None
    return stamp is not None and stamp.precision in ("minute", "second")


def join_roles(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Paragraphs in which a role below the last sentence is joined with the name on the line below it.

    >>> [p.text for p in join_roles([Paragraph("Ia pulang."), Paragraph("Penulis:"), Paragraph("Siti Aminah")])]
    ['Ia pulang.', 'Penulis: Siti Aminah']
    """
    first = next((i for i in range(len(paragraphs), 0, -1) if ends_sentence(paragraphs[i - 1].text)), 0)
    joined = paragraphs[:first]
    for paragraph in paragraphs[first:]:
        label = joined[-1] if first and _names_role(joined[-1]) else None
        name = paragraph.text
        if label and not (label.item or paragraph.item) and A_NAME.fullmatch(name) and is_name(name):
            joined[-1] = replace(label, text=f"{label.text.rstrip(' :')}: {name}", links=[], heading=False)
        else:
            joined.append(paragraph)
    return joined


def _names_role(paragraph: Paragraph) -> bool:
    return bool(A_ROLE.fullmatch(paragraph.text) or (paragraph.heading and ROLE_HEADING.fullmatch(paragraph.text)))


def join_dateline(texts: list[str]) -> list[str]:
    """The paragraphs with a dateline that stood by itself in front of the first."""
    if texts and DATELINE.fullmatch(texts[0]):  # by itself it is no text
        return [f"{texts[0]} {texts[1]}", *texts[2:]] if texts[1:] else []
    if len(texts) > 1 and begins_below(texts[0], texts[1]):
        listed = len(texts) > 2 and BEHIND_DATELINE.match(texts[2])
        return texts if listed else [f"{texts[0]} {texts[1]}", *texts[2:]]
    return texts


def begins_below(line: str, below: str) -> bool:
    """True for a dateline whose dash begins the next line.

    >>> begins_below("Salatiga", "- Warga panen."), begins_below("SALATIGA, SORA.com", "- Warga panen.")
    (True, True)
    >>> begins_below("Salatiga", "Warga panen."), begins_below("Antara lain:", "- Warga panen.")
    (False, False)
    """
    placed = PLACE.fullmatch(line) or AT_HOUSE_FIRST.fullmatch(line)
    return placed is not None and bool(BEHIND_DATELINE.match(below))
