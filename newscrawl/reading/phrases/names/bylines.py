"""Who wrote it: the names in a byline, never a brand, an address or a role."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from newscrawl.reading.phrases.names.agencies import AGENCIES, as_agency
from newscrawl.reading.phrases.names.institutions import OFFICE_OF_TWO, is_institution
from newscrawl.reading.phrases.names.media import FOREIGN_MEDIA, HOUSES, PAPER_IN_FRONT, PAPERS
from newscrawl.reading.phrases.names.networks import NETWORK
from newscrawl.reading.phrases.names.places import NAMES, PLACE
from newscrawl.reading.phrases.words import WEEKDAY
from newscrawl.reading.rows import late
from newscrawl.reading.text import clean, unique

# "Agregasi VOA", "Disadur dari Sora": the newsroom took the agency's text
AGGREGATED = re.compile(
    r"(?:agregasi\s*:?\s+|di(?:sadur|kutip|lansir|olah|terjemahkan|sarikan)\s+dari\s*:?\s*(?-i:(?=[A-Z])))(.{2,40})",
    re.I,
)
ROLE_PREFIX = re.compile(
    r"^\W*(?:(?:tim|liputan|naskah|teks|penulis\s+(?:lepas|tamu))\s*[:：]"
    r"|(?:oleh|by|penulis|reporter|jurnalis|wartawan|pewarta|kontributor|laporan|magang|editor|redaktur|rep|red)"
    r"(?:\s*[:：]|\s+(?=[A-Z]))"
    r"|(?:di(?:terbitkan|tulis|laporkan|susun)\s+oleh|(?:posted|written|published)\s+by)\s*[:：]?"
    r"|[\w-]+\.(?:com|co\.id)[\s-]+(?=(?-i:[A-Z])))\s*",  # "TribunSora.com Budi Santoso"
    re.I,
)
# "Kontributor Jawa Tengah: Budi Santoso", "Kontributor Okezone: Budi Santoso"
PLACE_FIRST = re.compile(
    r"\W*(?:kontributor|koresponden|reporter|wartawan|jurnalis)(?: (?-i:[A-Z])[\w.]*){1,3}\s*:\s*", re.I
)
# "Kontributor Lhokseumawe, Budi Santoso": the place comes first
STATIONED = re.compile(r"\W*(?:kontributor|koresponden)\s+[A-Z]", re.I)
# "Kontributor Semarang Budi Santoso": the place comes first, without a comma
STATIONED_BARE = late(
    rf"(?P<role>(?i:kontributor|koresponden)\s+)(?i:{NAMES}|solo)\s+(?=[A-Z][\w.]*(?:\s+[A-Z][\w.]*){{0,3}}\W*$)"
)
# "Laporan Wartawan Sora Pos, Budi Santoso": the paper comes first
PAPER_FIRST = re.compile(
    r"\W*laporan\s+(?:wartawan|reporter|jurnalis|kontributor|koresponden)\s+.*"
    r"\b(?:pos|post|news|com|harian|media|warta\w*|radar|serambi|surya|kabar|berita|koran|lintas|jurnal)\b",
    re.I,
)
# "Budi Santoso, wartawan Sora Pos", "Budi Santoso, Kontributor Sora": what he is, behind his name
DESCRIBED = re.compile(
    r"\W*(?:(?:wartawan|jurnalis|reporter|kontributor|koresponden|redaktur|editor)(?i:(?:\s+[\w.]+)+)"
    r"|(?i:kontributor|koresponden|wartawan|reporter|jurnalis)\s+[A-Z]\w+)\W*")  # fmt: skip
MOST_ROLES = 3  # in front of a name: "Laporan Wartawan Budi Santoso"
# "Budi Santoso Jurnalis"; "Warta Jurnalis" is no name with a role
ROLE_BEHIND = re.compile(
    r"(?P<name>\W*\w\S*\s+\w.*?)\s+(?:jurnalis|wartawan|reporter|kontributor|penulis|follow|verified(?: writer)?"
    r"|tim redaksi|editor|redaktur)\s*", re.I
)  # fmt: skip
# "Editor: Siti Aminah", who wrote nothing; "Reporter: Editor: Siti Aminah"
EDITOR_ALONE = re.compile(
    r"\W*(?:(?:reporter|penulis|pewarta|jurnalis)\s*:\s*)?(?:editor|redaktur|penyunting)\s*:(?!.*\b(?:oleh|by|rep|penulis|author|writer|reporter|pewarta|jurnalis|wartawan"
    r"|kontributor|koresponden|laporan|liputan|teks|naskah)\b)", re.I
)  # fmt: skip
EDITOR_BEHIND = re.compile(r"\W*(?:[A-Z][\w'’.]* ){1,4}(?:Editor|Redaktur)\W*")
AND = re.compile(r"\s*(?:dan|and|serta)\s+")
# "Budi Santoso (Kontributor)"
ROLE_SUFFIX = re.compile(r"(?<=\w)\s*[(\[][^()\[\]]*[)\]]\s*$")
SOURCES = re.compile(r"\W*(?:sumber|source)\s*:\s*", re.I)  # "Sumber: AFP, BBC"
IN_BRACKETS = re.compile(r"\w\s*[(\[]([^()\[\]]+)[)\]]\s*$")  # "Budi Santoso (Reuters)"
# The date behind a name: "Natasha Oktalia, Jurnalis · Kamis 09 Juli 2020", "Riko 2 May 2019, 11:25"
A_WEEKDAY = rf"(?:{WEEKDAY}|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
DATE_TAIL = re.compile(
    r"(?:\s(?:on|pada)\s?:?|\sdi(?:perbarui|terbitkan|publikasikan|unggah))?[\s,|·•–-]*"
    rf"\b(?:{A_WEEKDAY}\b[\s,]*\d|\d{{1,2}}[\s/.:-]).*$"
    r"|\s(?:on|pada)[\s,]+(?:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)\w*\.?\s+\d.*$"
    r"|\s+[|·•–-]?\s*(?:(?:hari\s+ini|today|kemarin|yesterday)\b(?:\s*,?\s*\d.*)?|baru\s+saja|just\s+now)$",
    re.I,
)
# "Senin, 9 Juni 2025 oleh Budi Santoso"
DATE_HEAD = re.compile(r"\W*(?:[A-Za-z']{4,8},? )?\d{1,2} [A-Za-z]{3,9} \d{4}\b.{0,20}?\b(?:oleh|by)\s+(?=[A-Z])")
# "Budi Santoso dkk"
WITH_OTHERS = re.compile(r"(?<=\w)\s+(?:dkk|et al)\b\.?$")
# "... | Editor: Siti Aminah" behind the writers
EDITED = re.compile(r"(?<=[\w.])[\s|/,;•·–—-]+(?:editor|redaktur|red|penyunting)\s*:.*", re.I)
# "Penulis Budi Santoso Editor Siti Aminah"
WRITTEN_AND_EDITED = re.compile(
    r"\W*(?:oleh|penulis|reporter|pewarta|jurnalis|wartawan)\s+(?P<writers>.+?)\s+(?:editor|redaktur|penyunting)\s+"
    r"(?-i:[A-Z]).*",
    re.I,
)
# "Laporan Budi Santoso dari Sora", "Budi Santoso, dari Sora, Arab Saudi"
REPORTED_FROM = re.compile(
    r"(?:(?i:laporan|liputan)\b.*?\w|(?:.*[,:]\s*)?[A-Z][\w.'’]*(?: [A-Z][\w.'’]*)+)"
    r"(?=,?\s+dari\s+[A-Z][\w ,]+$)"
)
ADDRESS = re.compile(r"https?:\S+|www\.\S+|\S+@\S+|(?<=\s)@\w\S*")
BETWEEN = re.compile(
    r"\s*[,;|/&·•]\s*(?:(?:dan|and|serta)\s+)?|\s+(?:dan|and|bersama|serta)\s+|\s+[-–—]\s*|\s*[-–—]\s+|-(?=Jurnalis|jurnalis)"
)
SMALL_INITIALS = re.compile(r"[a-z]{2,4}")
LONGEST_BYLINE = 1000  # characters; what stands behind them is no byline
# Family names, and how names end, behind what is a site's name alone: "Tempo Siregar", "Tempo Suryana"
FAMILIES = (
    "aritonang|barus|batubara|damanik|dalimunthe|dewi|ginting|girsang|gultom|harahap|hasibuan|hidayat|hutabarat|hutagalung"
    r"|hutapea|kusuma|lestari|limbong|lubis|lumban\w+|manalu|manurung|marpaung|matondang|nainggolan|napitupulu|nasution"
    "|nugroho|pakpahan|panjaitan|pangaribuan|pardede|pasaribu|pohan|pratama|purba|putra|putri|rajagukguk|rangkuti|ritonga"
    "|sagala|samosir|santoso|saputra|saragih|sari|sebayang|sembiring|setiawan|siagian|siahaan|sianturi|sibarani|sidabutar"
    "|sihite|sihombing|sihotang|silaban|silaen|silalahi|simanjuntak|simarmata|simatupang|simamora|simbolon|sinaga"
    "|sinambela|sinurat|sirait|siregar|sitanggang|sitepu|sitinjak|sitompul|sitorus|situmeang|situmorang|surbakti"
    r"|tambunan|tampubolon|tarigan|tobing|wibowo|wijaya|\w{2,}(?:anto|[iy]ono|istyo|yana|wati|ningsih|udin)"
)
# What a team is called by, where "Tim Hannigan" is a man
TEAMS = (
    "redaksi liputan lipsus peliput media berita news riset data cek fakta sport bola litbang grafis infografis foto"
    " video kreatif produksi investigasi editor penulis jurnalis reporter wartawan digital konten publik humas khusus"
    " regional daerah nasional ekonomi politik hukum kampus sains bisnis otomotif kolaborasi pemberitaan internal"
    " web online lifestyle showbiz tekno teknologi health kesehatan global hot muslim islami saham crypto kripto travel"
    " properti entertainment hiburan gaya internasional megapolitan metro feeds ramadan"
).split()
ROLES = (
    r"oleh|by|rep|red|jurnalis|reporter|wartawan|pewarta(?: antara)?|penulis|editor|redaktur"
    r"|(?:community|verified|citizen) (?:writer|reporter)|verified|kontributor\b.*|koresponden\b.*"
    r"|(?:koordinator|penanggung jawab|produser|producer|penyunting|pemred|redpel|sekretaris redaksi)\b.*"
    r"|(?:fotografer|photographer|ilustrator|videografer|kamera(?:men|wan)|juru kamera)\b.*"
    r"|web ?master|(?:super|web) ?admin|admin\w*|publisher"
    r"|developer|author|(?:content|seo|copy) (?:creator|writer|editor|specialist)|(?:social media|guest|staff)(?: \w+)?"
    r"|(?:asisten|wakil|managing|deputy|executive|senior|junior|chief|kepala) (?:redaktur|editor|reporter"
    r"|produser|producer)\b.*"
    r"|(?:manajer|juru|penjaga|pengelola|pengasuh|supervisor|kurator|petugas|staf) (?:konten|rubrik|kamera|foto"
    r"|berita|warta|media|bahasa|data|web|situs|kanal)"
    r"|senior|magang|mg|lepas|pelaksana|presenter|penyiar|host"
)
POSTS = (
    r"(?:dosen|guru besar|peneliti|pengamat|pakar|mahasisw[ai]|alumni|direktur|ketua|wakil|kepala|rektor|anggota"
    r"|aktivis|pegiat|penggiat|praktisi|pengajar|pemerhati|kolumnis|budayawan|widyaiswara|analis|ekonom|staf)\s.+"
)
DESKS = (
    rf"redaksi\b.*|tim|tim\s(?!(?-i:[A-Z][a-z]+)$).*|tim\s(?:{'|'.join(TEAMS)}|{HOUSES})\w*"
    r"|(?:desk|biro|newsroom|pemimpin|pimpinan|humas|harian|radar)\s.+|humas|newsroom|news|(?:dis)?kominfo\b.*|litbang\b.*|agregasi\b.*"
    r"|adv|advertorial|infotorial|pariwara|siaran pers|press release|rilis(?: pers)?|pr ?(?:news)?wire?|infografis"
    r"|grafis|video|foto|liputan khusus|sponsor|iklan|dok\b.*|mpi|mnc portal"
    r"|[\w ]{3,30} (?:fm|tv|pictures|productions?|network|entertainment)"
)
# A bar of buttons: "Tweet Share"
A_BUTTON = (
    r"(?:follow|shares?|buffer|pin|e-?mail|bagikan|ikuti|tweet|like|print|cetak|salin|copy|link|tautan|komentar"
    r"|comments?)"
)
# Labels, addresses and what else is no name at all
NO_NAME = (
    r"(?:di)?(?:terbit|tayang|muat|unggah|publikasi|perbarui|update)(?:kan)?|(?:publish|post|updat)ed(?: on| at)?"
    r"|tanggal|publish|last updated?|tayang|rilis|dipublikasikan(?: pada)?|(?:pada|hari) ini|terkini"
    rf"|{A_WEEKDAY}(?: (?:legi|pahing|paing|pon|wage|kliwon))?"
    r"|waktu baca|(?:di)?(?:unggah|upload)(?:ed)?\s(?:oleh|by)\b.*|di(?:sadur|kutip|lansir|olah|ambil)\sdari\s.*"
    rf"|(?-i:[A-Z]{{1,2}}-[A-Z]{{2,4}})|{NETWORK}"
    rf"|{A_BUTTON}(?: {A_BUTTON})*"
    r"|\w+dotcom|\w*\dcom|.*\.(?:com|co|id|net|tv)\b.*|.*facebook.*|google|unknown|null|none"
    r"|pada|photo author|anonim|anonymous|(?:content )?partners?|mitra|users?|team|newswire|pool|sponsored(?: \w+)?"
    r"|(?:tentang|profil|biodata|info|informasi|detail) (?:artikel|berita|penulis)|about the (?:author|writer)"
    r"|(?:article|author) (?:info\w*|details?|bio\w*)"
    r"|guest|warga|tamu|utama|khusus|[a-z]{1,8}\d{1,3}|ekonomi|nasional|internasional|olahraga|politik|jakarta"
    r"|indonesia"
)
# "Tempo Siregar" has a site's name for his own
NAMESAKE = rf"(?:antara|kompas|koran|merdeka|republika|sindo|tempo|tribun\w*)(?: \w+)? (?:{FAMILIES})$"
# Roles, newsrooms and sites that stand where a name would
NOT_A_PERSON = late(
    rf"(?!{NAMESAKE})(?:{'|'.join((ROLES, POSTS, DESKS, HOUSES, PAPERS, FOREIGN_MEDIA, NO_NAME))})", re.I
)
A_NAME = re.compile(r"[^\W\d_][\w'’`.\-]*(?:\s+[^\W\d_][\w'’`.\-]*){0,7}")
# "S.Pd", "M.I.Kom", "A.Md.", "Sp.A", "Lc.", "MM": what may follow a name behind a comma
DEGREE = re.compile(
    r"(?:[SMAD]\.|S[Pp]\.|P[Hh]\.)(?:-?[A-Z]\w{0,4}\.?){1,3}|PhD|Sp[A-Z]{1,3}|Lc\.?|Dr\.?|dr\.?|Drs?\.?|Ir\.?|Prof\.?|M\.?B\.?A\.?|[SM][A-Z]"
    r"|M(?:[A-Z][a-z]{1,3}|AP|PA|PH)|S(?:Pd|Sos|IP|Kom|Ag|Hum|SiT?)|SKM|H\.?C\.?|B\.?Sc|M\.?Sc|Ak\.?|C\.?A\.?|CPA|CFP|[Aa]pt\.?|A\.?[Mm]d\b.*|Ns\.?|Psikolog|Psi\.?"
)
# "Budi Santoso S.Pd"
TITLE_BEHIND = re.compile(r"(?<=[\w.])(?:\s+[SM]\.(?:[A-Z]\w{0,4}\.?){1,3})+\s*$")


@dataclass(slots=True)
class Byline:
    """The people of a byline and the agency it names."""

    authors: list[str] = field(default_factory=list)
    agency: str | None = None


def people(text: str) -> list[str]:
    """The names of people in a list of names; brands, roles and addresses are left out; none in a question.

    >>> people("Natasha Putri, Jurnalis · Kamis 09 Juli 2020 07:26 WIB")
    ['Natasha Putri']
    >>> people("https://www.facebook.com/okezone"), people("Budi Santoso -detikHealth")
    ([], ['Budi Santoso'])
    >>> people("Tim Media Servis"), people("Tim: Budi Santoso")
    ([], ['Budi Santoso'])
    >>> people("Kontributor Semarang"), people("Koresponden Medan, Antara")
    ([], [])
    >>> people("Kontributor Lhokseumawe, Budi Santoso"), people("Kontributor Budi Santoso, S.Pd")
    (['Budi Santoso'], ['Budi Santoso'])
    """
    if text.endswith("?"):
        return []
    text = DATE_HEAD.sub("", ADDRESS.sub("", clean(text)[:LONGEST_BYLINE]), count=1)
    text = EDITED.sub("", DATE_TAIL.sub("", text))
    text = re.sub(r"^\W*teks\s*(?:dan|&|/)\s*foto\s*:", "", text, flags=re.I)
    text = STATIONED_BARE.sub(
        r"\g<role>", PLACE_FIRST.sub(" ", PAPER_IN_FRONT.sub(r"\g<role>", text), count=1), count=1
    )
    if both := WRITTEN_AND_EDITED.fullmatch(text):
        text = both["writers"]
    if " dari " in text and (report := REPORTED_FROM.match(text)):
        text = report[0]
    if OFFICE_OF_TWO.fullmatch(text.strip(" .()")):
        return []
    names: list[str] = []
    parts = BETWEEN.split(text)
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        peeled = _without_roles(part)
        placed = any(STATIONED.match(rest) or PAPER_FIRST.match(rest) for rest in peeled)
        if placed and A_NAME.fullmatch(following) and not DEGREE.fullmatch(following):
            continue
        name = TITLE_BEHIND.sub("", ROLE_SUFFIX.sub("", WITH_OTHERS.sub("", peeled[-1].rstrip())))
        name = (ROLE_BEHIND.sub(r"\g<name>", name) if ROLE_BEHIND.fullmatch(name) else name).strip(" .,:()[]-–*")
        if part.rstrip().endswith(f"{name}.") and re.search(r"[ .][A-Z]$", name):  # "Budi S."
            name += "."
        if (
            len(name) < 2
            or NOT_A_PERSON.fullmatch(name)
            or is_institution(name)
            or ((names or placed) and PLACE.fullmatch(name))
            or (names and (DEGREE.fullmatch(name) or DESCRIBED.fullmatch(part)))
        ):
            continue
        if name.casefold() not in AGENCIES and A_NAME.fullmatch(name):
            names.append(name)
    return unique(names)


def is_name(text: str) -> bool:
    """True for one person's name and nothing else."""
    return people(text) == [text]


def _without_roles(part: str) -> list[str]:
    """A part of a byline without "dan", and what is left of it as the roles in front of a name go.

    >>> _without_roles("dan Laporan Wartawan Budi Santoso")
    ['Laporan Wartawan Budi Santoso', 'Wartawan Budi Santoso', 'Budi Santoso']
    """
    left = [part[found.end() :] if (found := AND.match(part)) else part]
    while len(left) <= MOST_ROLES and (found := ROLE_PREFIX.match(left[-1])):
        left.append(left[-1][found.end() :])
    return left


def editors_of(text: str) -> list[str]:
    """The names in a list of editors, as `people` reads them; small letters alone are initials, whatever they spell.

    >>> editors_of("Siti Aminah, redaksi"), editors_of("abc"), editors_of("ABC")
    (['Siti Aminah'], ['abc'], [])
    """
    return [text] if SMALL_INITIALS.fullmatch(text) and not NOT_A_PERSON.fullmatch(text) else people(text)


def read_byline(lines: Iterable[str]) -> Byline:
    """Authors and agency of the printed lines.

    >>> read_byline(["Agregasi VOA, · Rabu 24 Maret 2021 08:17 WIB"])
    Byline(authors=[], agency='VOA')
    >>> read_byline(["Sumber: AFP, BBC"])
    Byline(authors=[], agency='AFP, BBC')
    """
    byline = Byline()
    for line in lines:
        text = DATE_TAIL.sub("", DATE_HEAD.sub("", clean(line)[:LONGEST_BYLINE], count=1))
        if match := AGGREGATED.search(text):
            name = BETWEEN.split(match[1])[0].strip(" .,:-")
            byline.agency = byline.agency or as_agency(name)
            text = text[: match.start()]
        if EDITOR_BEHIND.fullmatch(text):
            continue
        sources = SOURCES.match(text)
        named = []
        for part in BETWEEN.split(text[sources.end() :] if sources else text):
            name = ROLE_PREFIX.sub("", part)
            said = (name, *IN_BRACKETS.findall(name))
            named += [AGENCIES[folded] for s in said if (folded := s.strip(" .,:()").casefold()) in AGENCIES]
        byline.agency = byline.agency or ", ".join(unique(named[: None if sources else 1])) or None
        byline.authors.extend([] if EDITOR_ALONE.match(text) else people(text))
    byline.authors = unique(byline.authors)
    return byline
