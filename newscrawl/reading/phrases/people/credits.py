"""Lines that name roles: "Penulis: A | Editor: B", "Pewarta: A Editor: B Copyright", "Laporan Budi Santoso"."""

from __future__ import annotations

import re
from itertools import islice

from newscrawl.reading.blocks.paragraphs import Cleaned
from newscrawl.reading.phrases.habits import NO_HABITS, Habits
from newscrawl.reading.phrases.names.agencies import AGENCIES, as_agency
from newscrawl.reading.phrases.names.bylines import BETWEEN, LONGEST_BYLINE, editors_of, people, read_byline
from newscrawl.reading.phrases.names.networks import NETWORK
from newscrawl.reading.phrases.names.signoffs import INITIALS, NAME
from newscrawl.reading.phrases.people.contributors import are_prose, take_done_by
from newscrawl.reading.phrases.people.schools import without_school
from newscrawl.reading.phrases.people.signers import BOTH_ROLES, NO_NAMES, NOT_SAID_OF_NAMES, SITE_NAME, signed
from newscrawl.reading.phrases.people.sources import SITES, cut_source, is_medium, site_of, take_source
from newscrawl.reading.phrases.people.works import OF_A_WORK, is_of_a_work

# "Laporan Budi Santoso", "Reporter tvSora Budi Santoso", "(*) Reporting by Budi Santoso", alone below the text
REPORT = re.compile(
    r"(?:\(\*+\)\s*)?(?i:laporan(?: oleh)?|liputan|(?:(?:laporan|liputan)\s+)?"
    r"(?:wartawan|reporter|kontributor|jurnalis)(?: magang)?"
    r"(?:\s+(?-i:[a-z]{1,9}[A-Z]\w+))?"
    rf"|report(?:ed|ing) by)(?:\s+|\s*\|\s*)({NAME})\.?"
)
# "(Budi Santoso / Editor: Siti Aminah)"
WRITER_AND_EDITOR = re.compile(
    rf"[(\[]?\s*({NAME}(?:\s*,\s*{NAME})?)\s*[/|]\s*(?i:editor|redaktur)\s*:\s*({NAME})\s*[)\]]?\.?"
)
# "(Laporan wartawan Sora Pos, Budi Santoso)"
REPORT_OF_PAPER = re.compile(
    rf"[(\[]?(?i:(?:laporan|liputan)\s+(?:wartawan|reporter|kontributor|jurnalis|koresponden))\s+[^,()]{{2,40}},\s*({NAME})"
    rf"(?:\s+dari\s+{NAME})?[)\]]?\.?"
)
ROLE = re.compile(
    r"(?P<role>(?:laporan |liputan )?(?:wartawan|reporter|kontributor|koresponden)"
    r"(?: magang|(?: (?-i:[A-Z])[\w.]*){1,2}(?=\s*:))"
    r"|(?:penulis |jurnalis |peserta )?magang(?=\s*:)"
    r"|video jurnalis|jurnalis video|penulis naskah|narator|pengisi suara|kreatif|(?:creative|voice ?over|vo)(?=\s*/)"
    r"|repp?or?ter|peliput|jurnalis|koresponden|kontributor|penulis|pewarta|wartawan|laporan|liputan|oleh|by(?=\s*:)|rep"
    r"|reportase|(?:dilaporkan|ditulis) oleh|tim (?:liputan|peliput|penulis|redaksi)"
    r"|(?:foto (?:dan|&) )?teks(?: (?:dan|&) foto)?|naskah|publisher"
    r"|ka(?:biro|perwil)(?: (?-i:[A-Z])[\w.]*){0,2}(?=\s*:)"
    r"|editor|redaktur(?: pelaksana)?|red|penyunting"
    r"|kreator|author"
    r"|infografis|fotografer|videogra(?:f(?:er|i)|ph(?:er|y))|(?:video|foto) (?:editor|production)|kamera(?:men|wan)"
    r"|ilustrator|(?:desain )?grafis|host"
    r"|uploader|penyalin|penerjemah|alih bahasa|translator|produser|producer|source"
    r"|sumber(?: (?:berita|artikel|tulisan|asli))?"
    r"|copyright|hak cipta)"
    r"(?P<also>\s*(?:&|dan|/)\s*(?:reporter|penulis|editor|foto))?(?:\s*/\s*(?:video editor|editor video|narator))?"
    r"\s*(?::|©)\s*",
    re.I,
)
GLUED_ROLE = re.compile(
    r"(?<=[a-z])(?=(?:Editor|Pewarta|Penulis|Penerjemah|Reporter|Redaktur|Sumber|Uploader|(?i:copyright))\s*[:©])"
)
# "dr. Budi Santoso", "Budi Santoso, mahasiswa magang"
WITH_TITLE = re.compile(r"^(?:dr|drg|drh|prof)\.\s*(?=[A-Z])")
WHAT_HE_IS = re.compile(r"(?<=\w),\s*(?:mahasisw[ai]|peserta|reporter|jurnalis|kontributor)\b[^.:!?]{0,60}$")
PUBLISHED = re.compile(r"\s*[,(]\s*published (?:on )?\d[\d/ -]*\)?$", re.I)  # "Sumber: Bola.net, published 27/5/2020"
# "(Penulis Budi Santoso | Editor Siti Aminah)"
WROTE_AND_EDITED = re.compile(
    rf"[(\[]?\s*(?i:penulis|reporter|pewarta|jurnalis|wartawan)\s+({NAME})\s*[/|,;–-]\s*(?i:editor|redaktur)\s+({NAME})"
    r"\s*[)\]]?\.?"
)
# "Sumber: BPS", "Sumber: BPS (diolah)"
SOURCE_OF_DATA = re.compile(
    r"(?:sumber|source)\s*:\s*(?P<name>[^:|]{1,200}?)(?P<own>[\s,(]+(?:data )?diolah\)?)?[\s.]*", re.I
)
BAR_AND_EDITOR = re.compile(r"\|\s*(?:editor|redaktur)\s*:", re.I)  # "Sumber: Antara | Editor: Siti Aminah"
OF_A_SITE = re.compile(rf"{SITE_NAME.pattern}\s*[/(]\s*(?P<name>{NAME})")
AT_A_SITE = re.compile(
    rf"{NAME}(?:\s*[/,]\s*|\s+[-–]\s+)(?P<site>{SITE_NAME.pattern})|(?P<front>{SITE_NAME.pattern})\s*/\s*{NAME}"
)
BY = re.compile(r"^\W*oleh\s+(?=(?-i:[A-Z]))", re.I)
BY_LINE = re.compile(r"\W*(?:oleh|karya)\s*:(?!.*\b(?:editor|redaktur)\b)", re.I)
AUTHOR_ROLES = frozenset(
    "reporter jurnalis koresponden kontributor penulis pewarta wartawan laporan liputan oleh by rep repoter dilaporkan"
    " ditulis tim peliput reportase teks naskah kabiro kaperwil kreator author magang peserta".split()
)
EDITOR_ROLES = frozenset({"editor", "redaktur", "red", "penyunting"})
# "Grafis: RTX 4050", "Kameramen: 2 orang": with a number it is data
OF_A_PRODUCT = re.compile(r"(?:desain )?grafis|kamera|kreatif", re.I)
# Roles that a line above a text names
ABOVE = re.compile(
    r"(?:penulis|reporter|peliput|pewarta|jurnalis|kontributor|(?:(?:ditulis|dilaporkan) )?oleh|by|rep|red|redaktur"
    r"|editor|penyunting)\s*:"
    r"|(?:teks(?: (?:dan|&) foto)?|fotografer|videografer|kamera(?:men|wan)|ilustrator|penerjemah)\s*:\s*(?-i:[A-Z])",
    re.I,
)
BOTH_ABOVE = re.compile(r"(?:rep|reporter|penulis)\s*:[^:]{2,50}/\s*(?:red|redaktur|editor)\s*:", re.I)
MOST_ABOVE, LONGEST_ABOVE = 3, 100  # lines, and characters of one
# "Pewarta:", "Kategori :", "Koreksi ....", where nothing was named; "(Jurnalis Sora)", below a name
UNFILLED = re.compile(
    r"(?:reporter|pewarta|penulis|jurnalis|wartawan|kontributor|redaktur|uploader|editor|sumber|kategori|video)\s*:(?:\s*@[\w.]+)?"
    r"|(?:koreksi|catatan)\s*:?\s*\.{2,}|\(\s*(?:jurnalis|wartawan|redaktur|reporter|kontributor)(?: [\w.]+){0,3}\s*\)",
    re.I,
)
# "humas pemkab sora", "admin", "pengelola web desa", written small
AN_OFFICE = re.compile(
    r"(?:(?:tim )?(?:humas|(?:dis)?kominfo|disdik\w*|dinkes|bpbd|prokopim|protokol|setwan|pengelola (?:web\w*|situs)"
    r"|(?:super ?)?admin(?:istrator)?|operator|webmaster))"
    r"(?:[ /.-](?!(?:belum|tidak|sudah|telah|akan|masih|itu|ini|yang|bukan|ada|\w+nya)\b)[\w-]+){0,4}",
    re.I,
)
# "Copyright © ANTARA 2026 Dilarang keras mengambil konten tanpa izin tertulis": what nobody may do with it
FORBIDS = re.compile(r"\W*\b(?:dilarang|hak cipta|all rights?|segala hak)\b.*", re.I)
LONGEST_CREDITS, LONGEST_OFFICE = 240, 60  # characters
# "Tabloid Sora", where a box of the page says that the text is from there
A_SOURCE = re.compile(NAME)
BEHIND_HOUSE = re.compile(r"\s*[/:|]\s*|\s+[-–—]\s+")
NO_SOURCE = re.compile(rf"(?:{NETWORK}|google|berbagai)\b.*", re.I)
SIGNOFF_TAIL_OF_CREDIT = re.compile(rf"\s*[(\[]\s*({INITIALS})\s*[)\]]?\s*$")


def take_credits(
    texts: list[str], cleaned: Cleaned, habits: Habits = NO_HABITS, *, bylined: bool = False, sourced: bool = False
) -> bool:
    """A last line that only names roles: "Pewarta: A Editor: B Copyright © ANTARA 2026".

    Where the page is `bylined`, a line that only says "Oleh: ..." is no credit but below prose; below a table, which is
    `sourced`, neither is "Sumber: BPS", which names no medium.
    """
    if not texts:
        return False
    line, below = texts[-1], len(texts) > 1
    source = SOURCE_OF_DATA.fullmatch(line)
    if source and (source["own"] or (sourced and not is_medium(source["name"]))):
        return False
    if (bylined and BY_LINE.match(line) and not are_prose(texts[:-1])) or is_of_a_work(texts):
        return False
    if len(line) <= LONGEST_CREDITS and (
        (below and UNFILLED.fullmatch(line))
        or read_credits(line, cleaned, habits)
        or (below and take_source(line, cleaned, habits))
        or (below and take_done_by(texts, cleaned, bylined=bylined))
        or (below and _take_named(line, cleaned))
    ):
        texts.pop()
        return True
    return cut_source(texts, cleaned)


def take_roles_above(texts: list[str], cleaned: Cleaned, habits: Habits = NO_HABITS) -> None:
    """The lines above a text, or below its lead, that only name roles: "Rep: Budi Santoso/ Red: Siti Aminah"."""
    first = int(len(texts) > 2 and not ABOVE.match(texts[0]) and bool(BOTH_ABOVE.match(texts[1])))
    below = next((text for text in islice(texts, first, None) if not ABOVE.match(text)), "")
    for _ in range(0 if OF_A_WORK.match(below) else MOST_ABOVE):
        if len(texts) < first + 2 or len(texts[first]) > LONGEST_ABOVE or not ABOVE.match(texts[first]):
            return
        if not read_credits(texts[first], cleaned, habits):
            return
        del texts[first]


def _take_named(line: str, cleaned: Cleaned) -> bool:
    """Add whom a line names as its writer and editor, or whose report it is.

    >>> said = Cleaned()
    >>> _take_named("Laporan Budi Santoso", said), _take_named("Laporan Keuangan Sora", said), said.authors
    (True, False, ['Budi Santoso'])
    """
    if both := WRITER_AND_EDITOR.fullmatch(line) or WROTE_AND_EDITED.fullmatch(line):
        cleaned.authors.extend(people(both[1]))
        cleaned.editors.extend(people(both[2]))
        return True
    report = REPORT.fullmatch(line) or REPORT_OF_PAPER.fullmatch(line)
    if report is None or not NO_NAMES.isdisjoint(re.findall(r"\w+", report[1].casefold())):
        return False
    names = people(report[1])
    cleaned.authors.extend(names)
    return bool(names)


def read_credits(line: str, cleaned: Cleaned, habits: Habits = NO_HABITS, *, sure: bool = False) -> bool:
    """Add what a line that only names roles says of people; False for any other line.

    `sure` is for a line that is known to be one, whatever its names look like.

    >>> said = Cleaned()
    >>> read_credits("Rep: Budi Santoso/ Red: Siti Aminah", said), said.authors, said.editors
    (True, ['Budi Santoso'], ['Siti Aminah'])
    >>> read_credits("Sumber: api itu belum diketahui", said)
    False
    """
    if ":" not in line and "©" not in line:  # each role ends in one
        return False
    sure = sure or bool(BOTH_ROLES.fullmatch(line))
    line = PUBLISHED.sub("", GLUED_ROLE.sub(" ", BY.sub("Oleh: ", line) if sure else line))
    roles = list(ROLE.finditer(line))
    if not roles or line[: roles[0].start()].strip(" -–|•([*"):
        return False
    ends = [m.start() for m in roles[1:]] + [len(line)]
    values = [(m, _named(line[m.end() : end])) for m, end in zip(roles, ends, strict=True)]
    if not sure and not all(_names_somebody(value) for _, value in values):
        return False
    if any(OF_A_PRODUCT.match(m["role"]) and re.search(r"\d", value) for m, value in values):
        return False
    of_source = len(values) > 1 and values[0][0]["role"].casefold().startswith("sumber")
    of_source = of_source and not (len(values) == 2 and BAR_AND_EDITOR.search(line))
    said = Cleaned() if of_source else cleaned  # "Sumber: Sora.com (Penulis: A | Editor: B)": who edited it there
    for match, value in values:
        _credit(match, value, said, habits, sure=sure)
    if of_source:
        cleaned.authors.extend(said.authors)
        cleaned.elsewhere.extend(said.authors)
        cleaned.name_agency(said.agency)
    return True


def _house_of(value: str) -> str | None:
    """The site that stands beside a writer's name: "Budi Santoso/Sora.com", "Sora.com/Budi Santoso"."""
    beside = AT_A_SITE.fullmatch(value)
    return (beside["site"] or beside["front"]) if beside else None


def _named(value: str) -> str:
    """What stands behind a role, without marks around it; an initial at its end keeps its full stop: "Made P."."""
    bare = value.strip(" ,.;|-–/()[]")
    return f"{bare}." if re.search(r" [A-Z]$", bare) and f"{bare}." in value else bare


def _names_somebody(value: str) -> bool:
    """True for what stands behind a role in a credit: "Budi Santoso", "Antara"; not for "api itu belum diketahui"."""
    if SITES.fullmatch(value) or value.casefold() in AGENCIES:
        return True
    if value.endswith(("?", "!")) or NOT_SAID_OF_NAMES.search(value):  # "Wartawan: Apakah Anda siap?"
        return False
    if len(value) <= LONGEST_OFFICE and AN_OFFICE.fullmatch(value):
        return True
    value = WITH_TITLE.sub("", WHAT_HE_IS.sub("", value))
    words = re.findall(r"(?<!\w\.)\b[^\W\d_]+", SIGNOFF_TAIL_OF_CREDIT.sub("", value))  # "Sora.com" is one
    if len(words) == 1 and len(words[0]) <= 5:
        return True  # initials
    return len(words) <= 10 and (words or [""])[0][:1].isupper() and sum(w[0].islower() for w in words) <= 1


def _credit(named: re.Match[str], value: str, cleaned: Cleaned, habits: Habits, *, sure: bool) -> None:
    """Add what stands behind one role, `named` by ROLE: people, an agency, or whose text it is."""
    role, value = named["role"].casefold().partition(" ")[0], value[:LONGEST_BYLINE]
    if sign := SIGNOFF_TAIL_OF_CREDIT.search(value):
        signed(sign[1], cleaned, habits)
        value = value[: sign.start()]
    behind = OF_A_SITE.fullmatch(value) if role == "sumber" else None  # "Sumber: Sora.com/Budi Santoso"
    value = re.sub(r"\s*[(\[][^()\[\]]*$", "", value)  # "Budi Santoso (c62": its bracket is already off
    if edited := re.fullmatch(r"(.*\w)\s*/\s*([A-Z]{2,4})", value):  # "Budi Santoso/FMB": writer and editor
        value = edited[1]
        signed(edited[2], cleaned, habits)
    names = people(without_school(value))
    if role in AUTHOR_ROLES or named["also"]:
        cleaned.authors.extend(names)
        cleaned.reporters.extend(names)
        cleaned.name_agency(read_byline([value]).agency or _house_of(value))
    if role in EDITOR_ROLES:
        cleaned.editors.extend(editors_of(without_school(value)))
    if role in {"sumber", "source", "copyright"}:
        value = FORBIDS.sub("", value) if role == "copyright" else value
        source = site_of(re.sub(r"(?:[\s©]+\d*)+$|^[\s©]+", "", value).strip())
        several = BETWEEN.split(source)
        if len(several) > 1 and all(map(is_medium, several)):
            cleaned.name_agency(", ".join(as_agency(name) for name in several))
        first = BEHIND_HOUSE.split(source, maxsplit=1)[0].strip()
        if first != source and is_medium(first):  # "Sora.com - Sepak Bola", "Sora.com: Kopi Naik"
            several, source = [first], first
        source = "" if len(several) > 1 or NO_SOURCE.fullmatch(source) else source
        if behind and " " in behind["name"]:
            cleaned.elsewhere.extend(writers := people(behind["name"]))
            cleaned.authors.extend(writers)
        known = source and (is_medium(source) or habits.brand.fullmatch(source))  # not BPS
        medium = source if known or (source and sure and A_SOURCE.fullmatch(source)) else None
        cleaned.name_agency(AGENCIES.get(source.casefold(), medium))
