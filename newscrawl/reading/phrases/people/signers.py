"""Who signed a text: the last of "writer/editor", an agency beside or in place of them, a site's writer."""

from __future__ import annotations

import re

from newscrawl.reading.blocks.paragraphs import Cleaned
from newscrawl.reading.phrases.habits import NO_HABITS, Habits
from newscrawl.reading.phrases.names.agencies import AGENCIES, as_agency
from newscrawl.reading.phrases.names.bylines import AGGREGATED, NOT_A_PERSON, is_name, people, read_byline
from newscrawl.reading.phrases.names.media import PAPERS
from newscrawl.reading.phrases.names.places import PLACE
from newscrawl.reading.phrases.names.signoffs import A_SITE, NAME, NOTES, SMALL_AT_PAPER, SMALL_HOUSE
from newscrawl.reading.rows import late
from newscrawl.reading.text import unique
from newscrawl.reading.times.stamps import MONTHS, WEEKDAYS

SITE_NAME = re.compile(r"[A-Z][\w-]*\.(?:com|co\.id|id|net|tv)")
# A desk's, a contributor's or an agency's code: H-2, mcr10, KR-DYT, Uu.SYS
WIRE_CODE = re.compile(r"\d|^[A-Z]{1,2}-[A-Z]{2,4}$|^(?:T|Uu)\.[A-Z-]+$")
# "Harian Sora", "Radar Sora", "Sora Pos"
A_PAPER = late(rf"(?:harian|koran|radar|tribun)(?: \w+){{1,2}}|\w+ (?:pos|post|ekspres|express)|{PAPERS}", re.I)
CALLED_A_PAPER = re.compile(r"[A-Z][a-z]+(?:Pos|Post|News|Online|Times|Today|Kini)")  # "SoraPos"
# "Wartawan Sora", "Kontributor": what the name in front of it is
HIS_ROLE = re.compile(r"(?:wartawan|reporter|jurnalis|pewarta|kontributor|koresponden|magang|mg)(?: [\w.]+)?", re.I)
# "Laporan Budi Santoso"
ROLE_FIRST = re.compile(
    rf"(?i:laporan|liputan|oleh|penulis|reporter|pewarta|wartawan|jurnalis|kontributor|koresponden)\s+(?P<name>{NAME})"
)
# "Reporter Senior", "Laporan Dunia": one with such a word names nobody
NO_NAMES = frozenset(
    "harian khusus utama bank dunia hasil senior lepas tetap tanpa resmi akhir pers kementerian komisi badan pbb ham"
    " langsung eksklusif lebaran".split()
)
A_WHOLE_NAME = re.compile(r"[A-Z]\S* \S|[A-Z][a-z]{4}")  # "Budi Santoso", "Komarudin"
# "(Ilustrasi)", "(Agustus)", "(Bagian II)", "(Tim Sora)", "(Getty Images)": nobody's name, as "Juli Hantoro" is one
NO_NAME = late(
    rf"(?:{'|'.join(WEEKDAYS)}|(?:{'|'.join(MONTHS)})(?! (?-i:[A-Z][a-z]))|ilustrasi|foto|tabel|grafi[ks]\w*"
    r"|bagian|istimewa|berbagai sumber|sumber|tim|red|wikipedia|getty(?: images)?|shutterstock|istock|freepik|unsplash"
    rf"|pexels|pixabay|data|catatan|lampiran|{PAPERS})\b",
    re.I,
)
# "Peliput: sebuah profesi yang sepi", "Reporter: Terima kasih, Bu"
NOT_SAID_OF_NAMES = re.compile(r"\b(?:yang|sebuah|seorang|para|adalah|itu|ini|bagi|untuk|bukan|tidak|kasih)\b")
# In a signature
NOBODY = frozenset("tim red adv rls rilis release hms kominfo diskominfo humas prokopim protokol setwan sekwan".split())
ADVERTISED = frozenset("adv advertorial infotorial pariwara".split())  # "(adv)", "(Adv/Kominfo)"
RELEASED = "RO"  # in front of a desk's code, of what was sent to a newsroom: "(RO/E-1)"
# "Penulis: budi santoso | Editor: siti aminah": with both roles names may be written small
A_NAME_WORD = r"(?!(?:yang|dan|di|itu|ini|adalah|belum|tidak|akan|saya|ia)\b)\w[\w.'’-]*"
SMALL_NAME = rf"{A_NAME_WORD}(?: {A_NAME_WORD}){{0,4}}"
BOTH_ROLES = re.compile(
    rf"(?:penulis|reporter|pewarta|jurnalis|kontributor)\s*:\s*{SMALL_NAME}\s*[|/,–-]\s*"
    rf"(?:editor|redaktur|penyunting)\s*:\s*{SMALL_NAME}",
    re.I,
)


def signed(inner: str, cleaned: Cleaned, habits: Habits = NO_HABITS) -> None:
    """Who signed: the last of "writer/editor", an agency beside or in place of them, or nobody for "(*)"."""
    if AGGREGATED.match(inner):  # "Agregasi VOA"
        cleaned.name_agency(read_byline([inner]).agency)
        return
    if re.fullmatch(SMALL_HOUSE, inner):  # "okezone", "kompas.com"
        ours = habits.brand.fullmatch(inner.partition(".")[0])
        cleaned.name_agency(None if ours else in_capitals(inner))
        return
    names = [part.strip(" .-*") for part in re.split(r"/", inner)]
    if SMALL_AT_PAPER.fullmatch(inner):
        cleaned.authors.extend(people(names[0].title()))
        return
    if names[0].casefold() in ADVERTISED and (len(names) == 1 or names[-1].casefold() in NOBODY):
        cleaned.advertised = True
    agencies = unique(agency for name in names if (agency := agency_of(name)))  # "AFP/Ant/I-1": both
    cleaned.name_agency(", ".join(agencies))
    if len(names) == 2 and HIS_ROLE.fullmatch(names[0]):  # "Mg/Budi Santoso"
        names.reverse()
    his_own = len(names) == 2 and (HIS_ROLE.fullmatch(names[1]) or WIRE_CODE.search(names[1]))
    if his_own and " " in names[0] and (writers := people(names[0])):  # "Budi Santoso/A-88": he, and who edited him
        cleaned.authors.extend(writers)
        return
    if reports := ROLE_FIRST.fullmatch(inner):
        names_nobody = not NO_NAMES.isdisjoint(reports["name"].casefold().split())
        writers = [] if names_nobody else people(reports["name"])
        cleaned.authors.extend(writers)
        if writers or names_nobody:
            return
    of_a_site = len(names) == 2 and (re.fullmatch(A_SITE, names[1]) or habits.brand.fullmatch(names[1]))
    if of_a_site and _is_whole_name(names[0]):
        cleaned.authors.append(names[0])  # "Budi Santoso/Sora.com": who wrote it, and where it was taken from
        cleaned.name_agency(in_capitals(names[1]))
        return
    of_a_paper = len(names) == 2 and A_PAPER.fullmatch(names[0])
    named = people(names[1]) if of_a_paper and " " in names[1] else []
    if of_a_paper and (named == [names[1]] or WIRE_CODE.search(names[1])):
        cleaned.authors.extend(named)  # "Harian Sora/Budi Santoso": the paper's writer; "Harian Sora/m27"
        cleaned.name_agency(None if habits.brand.fullmatch(names[0]) else names[0])
        return
    if len(names) > 1 and all(" " in name and is_name(name) for name in (names[0], names[-1])):
        cleaned.authors.append(names[0])  # "Budi Santoso/Siti Aminah": writer and editor, a cameraman between them
        cleaned.editors.insert(0, names[-1])
        return
    # "Sora.com/Budi": the site's writer; "SORA.COM, BANDUNG": the site, and where it wrote
    if ("." in names[0] or habits.brand.search(names[0])) and NOT_A_PERSON.fullmatch(names[0]):
        site, *behind = (part.strip(" .-*") for part in re.split("[/,]", inner))
        site = site.capitalize() if site.isupper() else site
        of_another = SITE_NAME.fullmatch(site) and not habits.brand.fullmatch(site)
        cleaned.name_agency(site if of_another or SITE_NAME.fullmatch(names[0]) else None)
        writers = [name for name in behind if not (name.islower() or PLACE.fullmatch(name))]
        cleaned.authors[:0] = people(", ".join(writers))  # of two signatures the last is read first
        return
    nobody = NOBODY if len(names) > 1 else NOBODY | NOTES  # "(end)", but "(sora/end)" are somebody's initials
    offices = {n for n in names[1:] if " " in n and n.casefold().split(" ")[0] in nobody}  # "rr/HUMAS SORA"
    others = [n for n in names if n and n.casefold() not in nobody and not habits.brand.fullmatch(n)]
    others = [n for n in others if n not in offices]
    named = [n.split(",")[0] for n in others if not agency_of(n) and not re.fullmatch(A_SITE, n)]
    desks = [n for n in named if WIRE_CODE.search(n)]
    named = [n for n in named if len(n) > 1 and n not in desks and not (desks and n == RELEASED)]
    if papers := [n for n in named if CALLED_A_PAPER.fullmatch(n)]:
        cleaned.name_agency(papers[0])
        named = [n for n in named if n not in papers]
    named = [n for n in named if not (A_WHOLE_NAME.match(n) and NO_NAME.fullmatch(n))]
    if named:
        cleaned.editors.insert(0, named[-1])
        cleaned.bracketed.append(named[-1])
        if names == named and _is_whole_name(named[-1]):
            cleaned.signed.append(named[-1])


def in_capitals(house: str) -> str:
    """The name of a house or an agency that was written small.

    >>> in_capitals("kompas.com"), in_capitals("antara"), in_capitals("CNN Sora")
    ('Kompas.com', 'Antara', 'CNN Sora')
    """
    name, dot, domain = house.partition(".")
    named = f"{name if name[0].isupper() else name.title()}{dot}{domain}"
    return as_agency(named)


def _is_whole_name(said: str) -> bool:
    """True for what may be a person's whole name.

    >>> [_is_whole_name(said) for said in ("Komarudin", "Budi Santoso", "Budi", "Agustus", "Bagian II", "Redaksi")]
    [True, True, False, False, False, False]
    """
    return bool(A_WHOLE_NAME.match(said)) and is_name(said) and not NO_NAME.match(said)


def agency_of(name: str) -> str | None:
    """The agency of a signature; "(abc)" is somebody's initials, "(AFP)" is not."""
    if len(name) <= 4 and not name.isupper() and name.casefold() != "ant":
        return None
    return AGENCIES.get(name.casefold())
