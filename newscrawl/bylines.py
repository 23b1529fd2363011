"""Who wrote it: the names in a byline, never a brand, an address or a role."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from newscrawl.text import clean, unique

# Names of agencies as printed, folded, and as we write them.
AGENCIES = {
    "antara": "Antara", "ant": "Antara", "lkbn antara": "Antara", "antaranews": "Antara",
    "antaranews.com": "Antara", "antara news": "Antara",
    "voa": "VOA", "voa indonesia": "VOA Indonesia", "bbc": "BBC", "bbc indonesia": "BBC Indonesia",
    "bbc news indonesia": "BBC News Indonesia", "afp": "AFP", "ap": "AP", "reuters": "Reuters",
    "xinhua": "Xinhua", "dw": "DW", "dw indonesia": "DW Indonesia", "anadolu": "Anadolu",
    "anadolu agency": "Anadolu Agency", "bernama": "Bernama", "kyodo": "Kyodo", "rfi": "RFI",
    "the conversation": "The Conversation", "deutsche welle": "Deutsche Welle", "cnn": "CNN",
    "abc": "ABC", "abc australia": "ABC Australia", "al jazeera": "Al Jazeera", "sputnik": "Sputnik",
}  # fmt: skip
# "Agregasi VOA": the newsroom copied the agency's text
AGGREGATED = re.compile(r"agregasi\s+(.{2,40})", re.I)
ROLE_PREFIX = re.compile(
    r"^\W*(?:(?:oleh|by|penulis|reporter|jurnalis|wartawan|pewarta|kontributor|laporan|editor|redaktur|rep|red|tim)"
    r"(?:\s*[:：]|\s+(?=[A-Z]))|diterbitkan oleh)\s*",
    re.I,
)
# "Budi Santoso (Kontributor)"
ROLE_SUFFIX = re.compile(r"(?<=\w)\s*[(\[][^()\[\]]*[)\]]\s*$")
# The date behind a name: "Natasha Oktalia, Jurnalis · Kamis 09 Juli 2020", "Riko 2 May 2019, 11:25"
DATE_TAIL = re.compile(
    r"[\s,|·•–-]*\b(?:senin|selasa|rabu|kamis|jum\W?at|sabtu|minggu|ahad|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"\b[\s,]*\d.*$|[\s,|·•–-]*\b\d{1,2}[\s/.:-].*$",
    re.I,
)
ADDRESS = re.compile(r"https?:\S+|www\.\S+|\S+@\S+")
BETWEEN = re.compile(r"\s*[,;|/&·•]\s*|\s+(?:dan|and)\s+|\s+[-–—]\s*|\s*[-–—]\s+|-(?=Jurnalis|jurnalis)")
# Roles, newsrooms and sites that stand where a name would
NOT_A_PERSON = re.compile(
    r"jurnalis|reporter|wartawan|pewarta|penulis|editor|redaktur|kontributor\b.*|koresponden\b.*|redaksi\b.*|tim\b.*"
    r"|admin\w*|publisher|developer|litbang\b.*|okezone\b.*|mnc\b.*|i-?news\b.*|(?:koran )?sindo(?:news)?\b.*|koran\b.*"
    r"|kompas\b.*|detik\w*|\w+detik|tempo\b.*|cnn\b.*|liputan6\b.*|merdeka\b.*|tribun\w*|antara\b.*|republika\b.*|suara"
    r"|viva(?:news|life|\.co)?|media indonesia\b.*|jpnn\b.*|berita ?satu\b.*|pikiran.rakyat\b.*|jawa ?pos\b.*"
    r"|kumparan\w*|tirto(?:\.id)?|idn ?times\b.*|metro ?tv\w*\b.*|.*\.(?:com|co|id|net|tv)\b.*|.*facebook.*|unknown"
    r"|null|none|author|newsroom|news|google|agregasi\b.*",
    re.I,
)
A_NAME = re.compile(r"[^\W\d_][\w'’`.\-]*(?:\s+[^\W\d_][\w'’`.\-]*){0,7}")
# "S.Pd", "M.I.Kom", "A.Md.", "Sp.A", "Lc.", "MM": what may follow a name behind a comma
DEGREE = re.compile(
    r"(?:[SMAD]\.|Sp\.|Ph\.)(?:[A-Z]\w{0,4}\.?){1,3}|Lc\.?|Dr\.?|dr\.?|Drs?\.?|Ir\.?|Prof\.?|M\.?B\.?A\.?|[SM][A-Z]"
)


@dataclass(slots=True)
class Byline:
    """The people of a byline and the agency it names."""

    authors: list[str] = field(default_factory=list)
    agency: str | None = None


def people(text: str) -> list[str]:
    """The names of people in a list of names; brands, roles and addresses are left out.

    >>> people("Natasha Putri, Jurnalis · Kamis 09 Juli 2020 07:26 WIB")
    ['Natasha Putri']
    >>> people("https://www.facebook.com/okezone"), people("Budi Santoso -detikHealth")
    ([], ['Budi Santoso'])
    """
    text = DATE_TAIL.sub("", ADDRESS.sub("", clean(text)))
    names: list[str] = []
    for part in BETWEEN.split(text):
        name = ROLE_SUFFIX.sub("", ROLE_PREFIX.sub("", part)).strip(" .,:()[]-–")
        if len(name) < 2 or NOT_A_PERSON.fullmatch(name) or (names and DEGREE.fullmatch(name)):
            continue
        if name.casefold() not in AGENCIES and A_NAME.fullmatch(name):
            names.append(name)
    return unique(names)


def read_byline(lines: Iterable[str]) -> Byline:
    """Authors and agency of the printed lines.

    >>> read_byline(["Agregasi VOA, · Rabu 24 Maret 2021 08:17 WIB"])
    Byline(authors=[], agency='VOA')
    """
    byline = Byline()
    for line in lines:
        text = DATE_TAIL.sub("", clean(line))
        if match := AGGREGATED.search(text):
            name = BETWEEN.split(match[1])[0].strip(" .,:-")
            byline.agency = byline.agency or AGENCIES.get(name.casefold(), name)
            text = text[: match.start()]
        for part in BETWEEN.split(text):
            if (name := ROLE_PREFIX.sub("", part).strip(" .,:()")).casefold() in AGENCIES:
                byline.agency = byline.agency or AGENCIES[name.casefold()]
        byline.authors.extend(people(text))
    byline.authors = unique(byline.authors)
    return byline
