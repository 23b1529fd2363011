"""Who signs a text: sign-offs and credits in its last lines, and lines that name roles.

"(vyp/kna)", "Penulis: A | Editor: B", "Pewarta: A Editor: B Copyright", a name in capitals.
"""

from __future__ import annotations

import re

from newscrawl.reading.boilerplate import COUNTED, DESK, INITIALS, MORE, NAME, SIGNOFF, SITE_SIGN, SLASHED, is_junk
from newscrawl.reading.bylines import AGENCIES, BETWEEN, LONGEST_BYLINE, NOT_A_PERSON, people, read_byline
from newscrawl.reading.paragraphs import Cleaned, Paragraph

SIGNOFF_TAIL = re.compile(
    rf"(?<=[.!?…”\"’*])\s*[(\[]\s*({SLASHED}|{INITIALS}|\*+|{NAME}(?:\s*/\s*(?:{NAME}|{DESK}|\w{{2,12}}))?|{COUNTED})"
    rf"\s*[)\]]{MORE}\s*$"
)
SIGNOFF_SITE = re.compile(rf"\s+[(\[]\s*({SITE_SIGN})\s*[)\]]\s*\.?$")
SHORT_WORDS = (
    "ada|air|aja|aku|alm|api|apa|asi|atm|ayo|bom|bpk|dan|dia|dkk|dll|dls|dor|dpr|dsb|dst|dua|dvd|esa|flu|gas|gol|hak|hiv"
    "|hmm|ibu|ini|itu|iya|jam|kau|kok|kpk|kpu|kri|kue|led|lho|loh|lol|lpg|mau|mpr|nah|nih|nol|pen|per|pin|pjj|pkl|pln|pns"
    "|psk|red|sah|sic|sih|sim|sms|sop|spp|tbc|tbk|teh|tim|tni|tua|usg|utk|vip|wah|wib|wit|wni|wow|yth|zat"
)
# "... tutup Rani (abc)": without a full stop only small letters are a signature, "(KKP)" is the article's
SIGNOFF_SMALL = re.compile(
    rf"\s+[(\[]\s*(?!(?:\w+/)?(?:{SHORT_WORDS})\b)([a-z]{{3}}|[a-z]{{2,3}}/[a-z]{{2,4}})\s*[)\]]\s*$"
)
LONGEST_SIGNOFF = 400  # characters
SIGNOFFS = (SIGNOFF_TAIL, SIGNOFF_SITE, SIGNOFF_SMALL)
# "... ujarnya.***", "... ujarnya. ***2***"
STARS_TAIL = re.compile(r"(?<=[.!?…”\"’)])(?:\s*\*{2,}+(?:\d\*++)?|\s+\*)$|^\*{2,}+(?:\d\*+)?$")
# What stands in brackets at an end and names nobody.
# "(HR Bukhari)", "(QS Yusuf)", "(Al-Insyirah)": where a saying is from; "(CO2)"
SCRIPTURE = re.compile(
    r"(?:H\.?\s?R|Q\.?\s?S)\b.*|muttafaq.*|(?-i:A[dlnrstz][hyz]?)-(?-i:[A-Z])[\w'’]+|mazmur|amsal|injil|alkitab"
    r"|hadis|(?-i:[A-Z]{1,3}\d)",
    re.I,
)
NOTES = frozenset({"bersambung", "tamat", "habis", "selesai", "end", "wib", "wita", "wit"})
# "(tertawa)", "[Reff]": an aside of the article itself, never a signature
ASIDES = frozenset(
    "tertawa tersenyum terkekeh menangis terdiam diam hening jeda haha hehe amin aamiin ya tidak mungkin sic alm"
    " almarhum almarhumah reff refrain chorus verse intro outro bridge coda kiri kanan tengah depan belakang atas bawah"
    " rip yoy mtm qtq ytd bps net neto bruto gratis resmi tamat vip x2 x3 2x 3x kuhp kuhap menimbang mengingat"
    " memutuskan indonesia jakarta pancasila covid-19 f-16 f-15".split()
)
# "(U-19)", "(F-16)", "(B12)", "(NaCl)": a team's age, an aircraft, a code; of some portals the desk that signs
GRADE = re.compile(r"[A-Z]{1,4}\s?-\s?\d{1,4}[A-Z]?|[A-Z]\d{1,2}|(?=\w*[a-z])(?:[A-Z][a-z]?\d?){2,5}")
# Abbreviations of three letters that sign nothing.
INSTITUTIONS = frozenset(
    "KPK KPU DPR DPD MPR PBB WHO BPS KAI PLN BKN MUI TNI UGM ITB IPB UNS NTT NTB DKI DIY ASN PNS KTP SIM BPK OJK BNN"
    " BIN PMI IDI HAM PDB UMP UMK APD ICU IGD PSI PKS PAN PKB PPP PSM KRL MRT LRT BRT ATM SMA SMK SMP UKM LPG BBM APK"
    " ESA GAM IMF ADB EPA FBI CIA CDC FDA UEA USA NBA UFC MMA GBK VAR".split()
)
# A signature in capitals: "BUDI SANTOSO", "ANTARA | SITI AMINAH", "BUDI SANTOSO (BOYOLALI)"
CAPITALS = re.compile(r"[A-Z][A-Z.'’ ]*+(?:[|,/&]\s*+[A-Z][A-Z.'’ ]*+)*+(?:\([A-Z ,]+\))?")
# "Laporan Budi Santoso", alone below the text; "Laporan Keuangan Tahunan", "Reporter Senior" name nobody
REPORT = re.compile(
    r"(?i:(?:laporan|liputan)(?:\s+(?:wartawan|reporter|kontributor|jurnalis))?|kontributor|reporter)"
    r"(?!.*\b(?i:keuangan|tahunan|bulanan|harian|khusus|utama|polisi|bank|dunia|hasil|mudik|lebaran|senior|lepas|tetap"
    r"|tanpa|resmi|kinerja|akhir|intelijen|masyarakat|warga|pers|cuaca|perjalanan|investigasi|audit|realisasi|anggaran"
    r"|kementerian|komisi|badan|pbb|ham|langsung|eksklusif|penelitian|pertanggungjawaban|kegiatan|pemeriksaan)\b)"
    rf"\s+({NAME})\.?"
)
BRAND_INITIALS = frozenset({"tim", "mdk", "jpnn", "okz", "okezone", "red", "adv"})
ROLE = re.compile(
    r"(?P<role>reporter(?: magang)?|jurnalis|koresponden|kontributor|penulis|pewarta|wartawan|laporan|liputan|oleh|rep"
    r"|editor|redaktur|red|penyunting"
    r"|uploader|penerjemah|alih bahasa|translator|produser|producer|sumber|source|copyright)"
    r"(?P<also>\s*(?:&|dan)\s*(?:reporter|penulis|editor))?"
    r"\s*(?::|©)\s*",
    re.I,
)
GLUED_ROLE = re.compile(
    r"(?<=[a-z])(?=(?:Editor|Pewarta|Penulis|Penerjemah|Reporter|Redaktur|Sumber|Uploader|(?i:copyright))\s*[:©])"
)
A_SITE = re.compile(r"[A-Z][\w-]*\.(?:com|co\.id|id|net|tv)")
# "Disadur dari Bola.net, Budi Santoso published 27/5/2020": whose text it is
TAKEN_FROM = re.compile(
    r"\W*di(?:sadur|kutip|olah|terjemahkan|sarikan|rangkum|nukil) dari\s*:?\s*"
    rf"(?P<source>[\w-]+\.(?:com|net|co\.id|id|tv|org)\b|{NAME})(?:\s*[,(].{{0,100}})?\W*",
    re.I,
)
# "Sumber: BPS", "Sumber: BPS (diolah)"
SOURCE_OF_DATA = re.compile(
    r"(?:sumber|source)\s*:\s*(?P<name>[^:|]{1,200}?)(?P<own>[\s,(]+(?:data )?diolah\)?)?[\s.]*", re.I
)
BY_LINE = re.compile(r"\W*(?:oleh|karya)\s*:(?!.*\b(?:editor|redaktur)\b)", re.I)
AUTHOR_ROLES = frozenset(
    "reporter jurnalis koresponden kontributor penulis pewarta wartawan laporan liputan oleh rep".split()
)
EDITOR_ROLES = frozenset({"editor", "redaktur", "red", "penyunting"})
# "Judul: Ronggeng", "Tahun terbit: 1982": the lines of a book or a film, whose "Penulis:" signs nothing
OF_A_WORK = re.compile(
    r"\W*(?:judul|genre|sutradara|pemain|pemeran|penerbit|tahun(?: terbit)?|tebal|jumlah halaman|durasi|isbn|rating"
    r"|cetakan|tanggal rilis|produksi|rumah produksi|skenario|musik|bahasa)(?: \w+)?\s*:\s*\S.{0,120}",
    re.I,
)


def _tail(text: str) -> int:
    """Where a signature at the end of a text begins at the earliest."""
    return max(0, len(text) - LONGEST_SIGNOFF)


def take_signoff(texts: list[str], cleaned: Cleaned, *, desks: bool = False) -> bool:
    """A signature below or behind the last sentence: "(vyp/kna)"; with `desks` also "(H-2)"."""
    if not texts:
        return False
    if texts[-1].endswith("*"):
        texts[-1] = STARS_TAIL.sub("", texts[-1])
    if not texts[-1]:
        texts.pop()
        return True
    if match := SIGNOFF.fullmatch(texts[-1]) if len(texts[-1]) <= LONGEST_SIGNOFF else None:
        if SCRIPTURE.fullmatch(match[1]) or match[1].casefold() in ASIDES or (not desks and GRADE.fullmatch(match[1])):
            return False
        texts.pop()
    elif match := next((m for form in SIGNOFFS if (m := form.search(texts[-1], _tail(texts[-1])))), None):
        if match[1].casefold() in NOTES | ASIDES or SCRIPTURE.fullmatch(match[1]):
            return False
        if (not desks and GRADE.fullmatch(match[1])) or _is_institution(match[1], texts):
            return False
        texts[-1] = texts[-1][: match.start()].rstrip()
        if is_junk(Paragraph(texts[-1])):
            read_credits(texts.pop(), cleaned)  # "Sumber: Bola.net (abc)"
    else:
        return False
    _signed(match[1], cleaned)
    return True


def _is_institution(inner: str, texts: list[str]) -> bool:
    """True for an abbreviation that is no signature: one that is known, long, or used in the text: "(BNPB)"."""
    if not inner.isupper() or not inner.isalpha() or _agency(inner):
        return False
    used = re.compile(rf"(?<![(\w]){inner}\b")
    return len(inner) > 3 or inner in INSTITUTIONS or any(used.search(text) for text in texts)


def take_capitals(texts: list[str], cleaned: Cleaned) -> bool:
    """A last line in capitals: "BUDI SANTOSO", "ANTARA | SITI AMINAH"; "SELESAI" is nobody."""
    if len(texts) < 2 or not CAPITALS.fullmatch(texts[-1]):
        return False
    byline = read_byline([texts[-1]])
    if not (byline.agency or any(len(name) > 3 and name.casefold() not in NOTES | ASIDES for name in byline.authors)):
        return False
    if texts[-2].isupper() and not byline.agency:  # "SIM", "BPKB": lines of a list
        return False
    texts.pop()
    cleaned.authors.extend(byline.authors)
    cleaned.agency = cleaned.agency or byline.agency
    return True


def _signed(inner: str, cleaned: Cleaned) -> None:
    """Who signed: the last of "writer/editor", an agency beside or in place of them, or nobody for "(*)"."""
    names = [part.strip(" .-*") for part in re.split(r"/", inner)]
    for name in names:
        if agency := _agency(name):
            cleaned.agency = cleaned.agency or agency
    if len(names) == 2 and A_SITE.fullmatch(names[1]) and " " in names[0] and (writers := people(names[0])):
        cleaned.authors.extend(writers)  # "Budi Santoso/Fimela.com": who wrote it, and where it was taken from
        cleaned.agency = cleaned.agency or names[1]
        return
    # "Tribunnews.com/Budi": the site's writer
    if re.search(r"\.|tribun", names[0], re.I) and NOT_A_PERSON.fullmatch(names[0]):
        cleaned.authors.extend(people(", ".join(name for name in re.split("[/,]", inner)[1:] if not name.islower())))
        return
    named = [n.split(",")[0] for n in names if n and n.casefold() not in BRAND_INITIALS | NOTES and not _agency(n)]
    named = [n for n in named if not re.search(r"\d", n)]  # a desk or a contributor's number: H-2, mcr10
    if named:
        cleaned.editors.insert(0, named[-1])


def _agency(name: str) -> str | None:
    """The agency of a signature; "(abc)" is somebody's initials, "(AFP)" is not."""
    if len(name) <= 4 and not name.isupper() and name.casefold() != "ant":
        return None
    return AGENCIES.get(name.casefold())


def take_credits(texts: list[str], cleaned: Cleaned, *, bylined: bool = False, sourced: bool = False) -> bool:
    """A last line that only names roles: "Pewarta: A Editor: B Copyright © ANTARA 2026".

    Where the page is `bylined`, a line that only says "Oleh: ..." is no credit; below a table, which is `sourced`,
    neither is "Sumber: BPS", which names no medium.
    """
    source = SOURCE_OF_DATA.fullmatch(texts[-1]) if texts else None
    if source and (source["own"] or (sourced and not _is_medium(source["name"]))):
        return False
    if bylined and texts and BY_LINE.match(texts[-1]):
        return False
    if not texts or len(texts[-1]) > 240 or (len(texts) > 1 and OF_A_WORK.match(texts[-2])):
        return False
    if read_credits(texts[-1], cleaned):
        texts.pop()
        return True
    if len(texts) > 1 and (taken := TAKEN_FROM.fullmatch(texts[-1])) and taken["source"][0].isupper():
        texts.pop()
        cleaned.agency = cleaned.agency or AGENCIES.get(taken["source"].casefold(), taken["source"])
        return True
    if len(texts) > 1 and (report := REPORT.fullmatch(texts[-1])) and (names := people(report[1])):
        texts.pop()
        cleaned.authors.extend(names)
        return True
    return False


def read_credits(line: str, cleaned: Cleaned, *, sure: bool = False) -> bool:
    """Add what a line that only names roles says of people; False for any other line.

    `sure` is for a line that is known to be one, whatever its names look like.

    >>> said = Cleaned()
    >>> read_credits("Rep: Budi Santoso/ Red: Siti Aminah", said), said.authors, said.editors
    (True, ['Budi Santoso'], ['Siti Aminah'])
    >>> read_credits("Sumber: api itu belum diketahui", said)
    False
    """
    line = GLUED_ROLE.sub(" ", line)
    roles = list(ROLE.finditer(line))
    if not roles or line[: roles[0].start()].strip(" -–|•("):
        return False
    ends = [m.start() for m in roles[1:]] + [len(line)]
    values = [(m, line[m.end() : end].strip(" ,.;|-–/()")) for m, end in zip(roles, ends, strict=True)]
    if not sure and not all(_names_somebody(value) for _, value in values):
        return False
    for match, value in values:
        _credit(match["role"].casefold().removesuffix(" magang"), bool(match["also"]), value, cleaned)
    return True


def _names_somebody(value: str) -> bool:
    """True for what stands behind a role in a credit: "Budi Santoso", "Antara"; not for "api itu belum diketahui"."""
    if SITES.fullmatch(value):
        return True
    if value.endswith(("?", "!")):  # "Wartawan: Apakah Anda siap?"
        return False
    words = re.findall(r"[^\W\d_]+", SIGNOFF_TAIL_OF_CREDIT.sub("", value))
    if len(words) == 1 and len(words[0]) <= 5:
        return True  # initials
    return len(words) <= 10 and (words or [""])[0][:1].isupper() and sum(w[0].islower() for w in words) <= 1


def _credit(role: str, also: bool, value: str, cleaned: Cleaned) -> None:
    value = value[:LONGEST_BYLINE]
    signed = SIGNOFF_TAIL_OF_CREDIT.search(value)
    if signed:
        _signed(signed[1], cleaned)
        value = value[: signed.start()]
    value = re.sub(r"\s*[(\[][^()\[\]]*$", "", value)  # "Budi Santoso (c62": its bracket is already off
    if edited := re.fullmatch(r"(.*\w)\s*/\s*([A-Z]{2,4})", value):  # "Budi Santoso/FMB": writer and editor
        value = edited[1]
        _signed(edited[2], cleaned)
    names = people(value)
    if role in AUTHOR_ROLES or also:
        cleaned.authors.extend(names)
        cleaned.agency = cleaned.agency or read_byline([value]).agency
    if role in EDITOR_ROLES:
        cleaned.editors.extend(names)
    if role in {"sumber", "source", "copyright"}:
        source = re.sub(r"[\s\d©]+$|^[\s©]+", "", value).split("/")[0].strip()
        source = "" if len(BETWEEN.split(source)) > 1 else source
        medium = source if source and _is_medium(source) else None  # not "Sumber: BPS"
        cleaned.agency = cleaned.agency or AGENCIES.get(source.casefold(), medium)


def _is_medium(source: str) -> bool:
    """True for the name of an agency, a paper or a site."""
    return bool(source.casefold() in AGENCIES or A_SITE.fullmatch(source) or NOT_A_PERSON.fullmatch(source))


# "detik.com, Kompas.com", "https://www.bps.go.id/x"
SITE_ADDRESS = r"(?:https?://)?(?:[\w-]++\.)+[a-z]{2,4}\b(?:/[^\s,&]*+)?"
SITES = re.compile(rf"{SITE_ADDRESS}(?:(?:\s*+[,&]\s*+|\s++dan\s++|\s++){SITE_ADDRESS})*\W*", re.I)
SIGNOFF_TAIL_OF_CREDIT = re.compile(rf"\s*[(\[]\s*({INITIALS})\s*[)\]]?\s*$")
