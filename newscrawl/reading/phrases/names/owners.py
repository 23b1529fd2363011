"""Who owns pictures, and whether the last bracket of a caption names one or tells something of what it shows."""

from __future__ import annotations

import re

from newscrawl.reading.phrases.names.networks import NETWORK, PICTURED
from newscrawl.reading.phrases.names.places import PLACE
from newscrawl.reading.rows import late
from newscrawl.reading.times.stamps import MONTHS

# Agencies and stores of pictures, which a credit may name alone: "(Istimewa)", "Getty Images"
STORES = (
    r"(?:lkbn )?antara(?: ?foto| ?news)?|reuters|afp(?: ?photos?)?|ap ?photos?|epa(?:-efe)?|getty ?images(?: ?plus)?"
    r"|istock(?: ?photo)?|shutterstock|freepik|unsplash|pexels|pixabay|xinhua|bloomberg|anadolu(?: agency)?|canva"
    r"|wikimedia(?: commons)?|wikipedia|istimewa|ist\.?|dok(?:umentasi)?\.? ?(?:pribadi|istimewa|ist\.?)"
    r"|bbc(?: news)?|nasa|voa(?: \w+)?|dpa|tass|kyodo|yonhap"
)
# "pixabay.com/budi", "via www.pexels.com": alone; in the braces further sites
AT_STORE = (
    r"(?:(?:sumber|source|via|by)\s*:?\s*)?(?:www\.)?(?:pixabay|pexels|unsplash|freepik|shutterstock|istockphoto"
    r"|gettyimages{})\.com(?:/\S*)?"
)
# Papers and sites, where a slash follows or stands in front: "TEMPO/Budi Santoso", "Budi/Jawa Pos"
PAPERS = (
    r"(?:kompas|tempo|tribun\w*|republika|okezone|detik\w*|mi|media indonesia|jawa ?pos|cnn indonesia|liputan6|merdeka"
    r"|suara|viva|sindonews|jpnn|berita ?satu(?: photo)?|idn times|kumparan|tirto|medcom|metro ?tv\w*|mtvn"
    r"|pikiran rakyat|bisnis|kontan|katadata|surya|ap|radar \w+|[\w-]+(?=\.(?:com|co|id|net|tv)\b))"
    r"(?:\.(?:com|co\.id|co|id|net|tv))?"
)
# Of a credit: no sentence, but initials of names
REST = r"(?:[^.!?()\[\]]|\.(?=\S)|(?<=\b(?-i:[A-Z]))\.(?= (?-i:[A-Z]))){1,80}"
OWNED = (
    rf"(?:(?:{STORES})(?:\s*[/|,]{REST}|\s[-–]\s(?-i:[A-Z]){REST})?|(?:{PAPERS})\s*[/|]\s*(?-i:[A-Z@]){REST}|{PICTURED}\s*[/|]{REST}"
    rf"|dok\.\s*(?-i:[A-Z@]){REST}|(?:arsip|koleksi|repro) (?-i:[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){{0,3}}))"
)
A_SITE = r"[\w-]+\.(?:com|co\.id|id|net|tv)"
# "ANTARA FOTO/Budi Santoso", "Shutterstock", "©2026 Sora.com": no caption at all
ONLY_OWNER = late(
    rf"(?!.*(?::\s|[A-Z] [A-Z]?[a-z]+ [a-z]))(?i:{OWNED})\.?|(?i:(?:www\.)?(?:{STORES})\.(?:com|org))(?:/\S+)?"
    rf"|(?:©|\([cC]\))\s*\d{{0,4}}\s*[\w.]+(?: [A-Z][\w.]*){{0,3}}(?:/{REST})?"
    rf"|(?i:{PICTURED}|ig)\s*(?:[-–:]\s+(?=[A-Z@])|:?\s*(?=@))[^.!?()]{{2,40}}"
)
# "Facebook", "Kanal YouTube Sora", "sora.com/kopi", "2019 Sora.com": a network, who shows it there, or a site
ONLY_PLACE = re.compile(
    rf"(?!.*©)(?:{NETWORK}(?:\.com)?|(?:kanal|channel|akun(?: resmi)?|tangkapan layar|screen ?shoo?t) {NETWORK}"
    rf"\b(?:[ /:@]{REST})?"
    rf"|(?:\d{{4}} )?(?:https?://)?(?:[\w-]+\.){{1,3}}(?:com|co\.id|id|net|org|tv)(?:/{REST})?)",
    re.I,
)
# "TikTok", "dok. YouTube", "YouTube Trailer", "Film Senja", "Drama Korea Senja": where it was seen, or in what
SHOWN_IN = (
    r"(?:trailer|teaser|film|movie|sinetron|ftv|drama(?: (?:korea|china|jepang|turki|thailand))?|drakor|dracin"
    r"|serial(?: tv)?|(?:web |mini ?)?series|anime|program(?: tv)?|acara|sitkom|video (?:klip|musik)|music video)"
)
NO_OWNER = re.compile(
    rf"(?:do[ck]\.? |via )?(?:{NETWORK}|instagram story|reels?)(?:\.com)?"
    r"(?:[ /]+(?:official )?(?:trailer|teaser|video))?"
    rf"|(?:official |cuplikan |adegan |poster |dok\.? )?{SHOWN_IN}(?: (?-i:[A-Z0-9“\"'‘])[^/@]*)?"
    r"|.*\b(?:all rights? reserved|hak cipta|dilarang)\b.*",  # the page's
    re.I,
)
# "Ratna dalam Senja di Sora", "poster film Senja": what it is called stands behind
A_WORK = r"(?:film|movie|sinetron|ftv|drama(?: \w+)?|drakor|dracin|serial|series|anime|dalam|lagu|album|novel|gim)"
# "Budi (kiri) dan Rani (baju merah)", "Budi (45 tahun)", "Rani (nomor dua dari kiri)": who stands where, and how old;
# how high a mountain is
OF_A_PERSON = re.compile(
    r"\d[\d.,]* ?(?:mdpl|meter|m|km|cm|hektare?|ha|kg|orang|persen)\b.*"
    r"|(?:paling |ujung |pojok |baris |ke-?\w+ dari |(?:nomor|no\.?) \w+ (?:dari )?|foto |tengah )?"
    r"(?:kiri|kanan|tengah|depan|belakang|atas|bawah|kaus|kaos|baju|berbaju|berkaus|berkaos|kemeja|berkemeja|jas"
    r"|memakai|mengenakan|berkerudung|berjilbab|berhijab|berpeci|bertopi|bermasker|berompi|berdiri|duduk|dua|tiga"
    r"|inset|inzet|insert)\b.*"
    r"|(?-i:ke(?:satu|dua|tiga|empat|lima)|pakai|(?:me)?megang?|pegang|batik|rompi|topi|masker|kerudung|hijab|jilbab"
    r"|searah|ki-ka)\b.*|(?:nomor|no\.?)\s*\w+|alm(?:arhum(?:ah)?)?\.?|\d+ (?:tahun|thn|bulan)|bukan nama sebenarnya"
    r"|tidak (?:terlihat|tampak)\b.*",
    re.I,
)
# "(24 Juli 2026)", "(Rp 10 juta)", "(Persero)", "(ilustrasi)"
OF_THE_CAPTION = re.compile(
    rf"\d{{1,2}}(?:[-–]\d{{1,2}})? (?:{'|'.join(sorted(MONTHS))})\b[ \d]*|(?:rp|us\$|\$)\.? ?\d.*|persero|tbk\.?"
    r"|(?:(?:foto|gambar) )?ilustrasi|file(?: photo)?|arsip|dok\.?"
    r"|\d+ (?:juta|miliar|triliun|persen|ribu|orang|km|meter)\b.*"
    # "Harimau (Panthera tigris sumatrae)": what it is called in Latin
    r"|(?!(?:do[ck]|foto|photo|koleksi|arsip|humas|ilustrasi|sumber|grafis|milik|kiriman|repro|karya|tim)\w*\b)"
    r"(?-i:[A-Z][a-z]{3,}(?: [a-z]*(?:us|is|ae|ii|um|ensis|ica|icus|ana|anus|ata|atus|osa|osus|alis|eri|ani)){1,2})",
    re.I,
)
OF_A_COMPANY = re.compile(r"\s*(?:\(Persero\)|\bTbk\.?)(?=\s|$)")  # behind a name that its short form follows
STOCK_CODE = re.compile(r"[A-Z]{4}")  # "PT Sora Abadi Tbk (SRAB)"
JOINING = frozenset("dan di ke dari untuk yang pada serta of the for and".split())  # words that no short form counts
MOST_WORDS = 8  # that a short form shortens
LONGEST_SHORT_FORM = 14  # letters
SENTENCE_BEGIN = re.compile(r"(?:^|(?<=[.!?…”\"] ))(?=\S)")
# "Kanal YouTube Sora Tani", "Instagram kebun.sora": who showed it on a network
ON_A_NETWORK = re.compile(
    rf"(?:(?:kanal|channel|akun)(?: resmi)? )?(?:{PICTURED}|ig)"
    r"(?:[ /:@-]+(?:(?-i:[@A-Z0-9])[\w.@&'’-]*|[a-z]\w*[._]\w+)(?: (?:of|and|the|dan)(?= ))?){1,6}",
    re.I,
)
# "Panen kopi di Sora. (sora.com/budi)": one sentence; behind the bracket no full stop, which would be the sentence's
OWNER_LAST = re.compile(
    r"(?:[^.!?\"“”]|\.(?! [A-Z])|(?<=\s\w\w)\.){3,250}[(\[]\s?(?P<owner>(?!(?i:wikipedia)\b)[^()\[\]]{2,60})[)\]]"
)
A_HANDLE = re.compile(r"@|\b[a-z]\w*[._]\w+$")  # "Instagram @sora", "Instagram kebun.sora"


def is_owner(line: str) -> bool:
    """True for a line that tells nothing but whose a picture is, or where it was had.

    >>> is_owner("ANTARA FOTO/Budi Santoso"), is_owner("Kanal YouTube Sora"), is_owner("YouTube Luncurkan Fitur Baru")
    (True, True, False)
    """
    return bool(ONLY_OWNER.fullmatch(line) or ONLY_PLACE.fullmatch(line))


def ends_in_owner(line: str) -> bool:
    """True for a sentence and, in a bracket behind it, nothing but whose a picture is; a bare network is nobody.

    >>> ends_in_owner("Panen kopi. (sora.com/budi)"), ends_in_owner("Panen kopi (iStock)")
    (True, True)
    >>> ends_in_owner("Ia menulis di sana (Instagram)"), ends_in_owner("Kopi dijual di sini (sora.com).")
    (False, False)
    """
    last = OWNER_LAST.fullmatch(line)
    return last is not None and is_owner(last["owner"].strip()) and owner_in(last["owner"].strip(), None) is not None


def owner_in_front(caption: str, credit: str) -> tuple[str, str]:
    """Caption and credit, to which goes what behind the caption's last sentence tells whose the picture was.

    >>> owner_in_front("Kanal YouTube Sora Tani", "©2026 Sora.com"), owner_in_front("Menteri Sora", "©2026 Sora.com")
    (('', 'Kanal YouTube Sora Tani ©2026 Sora.com'), ('Menteri Sora', '©2026 Sora.com'))
    """
    for begin in [found.start() for found in SENTENCE_BEGIN.finditer(caption)][-2:]:
        owner = caption[begin:]
        # "YouTube Luncurkan Fitur Baru" may be all of a caption
        shown = (begin or A_HANDLE.search(owner)) and ON_A_NETWORK.fullmatch(owner)
        if shown or (is_owner(owner) and not NO_OWNER.fullmatch(owner)):
            return caption[:begin].rstrip(), f"{owner} {credit}"
    return caption, credit


def owner_in(credit: str | None, caption: str | None) -> str | None:
    """A credit that names an owner; null for a bare network, a trailer, a film, and what the caption calls one.

    >>> owner_in("TikTok", "Rani"), owner_in("YouTube Trailer", None), owner_in("Senja", "Rani dalam film Senja")
    (None, None, None)
    >>> owner_in("Copyright © 2026 Sora. All rights reserved.", None)
    >>> owner_in("TikTok/@rani", "Rani"), owner_in("Filma Dewi", "Rani"), owner_in("Dok. Sora Pictures", "Film Senja")
    ('TikTok/@rani', 'Filma Dewi', 'Dok. Sora Pictures')
    """
    if not credit or NO_OWNER.fullmatch(credit):
        return None
    if re.match(NETWORK, credit, re.I):
        return credit
    called = (
        caption and credit in caption and re.search(rf"\b{A_WORK} [“\"'‘]?{re.escape(credit)}(?! [A-Z])", caption, re.I)
    )
    return None if called else credit


def names_owner(credit: str, caption: str, *, labelled: bool = False) -> bool:
    """False for a bracket that names a day, tells of a person, or shortens a name of the caption.

    What stands behind "Foto:" and the like, `labelled`, shortens nothing.

    >>> names_owner("12/2", "Panen, Jumat"), names_owner("kedua dari kiri", "Rani"), names_owner("45 tahun", "Rani")
    (False, False, False)
    >>> names_owner("Sora", "Bank Sora Tbk"), names_owner("Istimewa", "Rani"), names_owner("AFP", "Panen kopi")
    (False, True, True)
    """
    if not any(c.isalpha() for c in credit) or OF_A_PERSON.fullmatch(credit) or OF_THE_CAPTION.fullmatch(credit):
        return False
    if labelled:
        return True
    if STOCK_CODE.fullmatch(credit) and re.search(r"\bTbk\.?$", caption):
        return False
    if PLACE.fullmatch(credit):
        return False
    shortens = credit.isalnum() and not caption.endswith((".", "!", "?"))
    if shortens and re.search(rf"\b{re.escape(credit)}\b", caption):
        return False
    return not is_short_form(credit, caption)


def is_short_form(short: str, caption: str) -> bool:
    """True for what is made of parts of a name that stands right in front of it.

    >>> is_short_form("Wamenlu", "Wakil Menteri Luar Negeri"), is_short_form("Mendag", "Kata Menteri Perdagangan")
    (True, True)
    >>> is_short_form("BMKG", "Badan Meteorologi, Klimatologi, dan Geofisika"), is_short_form("AFP", "Petani di Sora")
    (True, False)
    >>> is_short_form("Antara", "Panen di Sora Utara"), is_short_form("Rani", "Kopi Rakyat Sora")
    (False, False)
    """
    letters = short.casefold().removeprefix("e-")
    caption = OF_A_COMPANY.sub("", caption)
    if not letters.isalpha() or len(letters) > LONGEST_SHORT_FORM or caption.endswith((".", "!", "?")):
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", caption) if word not in JOINING][-MOST_WORDS:]
    named: list[str] = []
    for word in reversed(words):
        if not word[0].isupper():
            break
        named.insert(0, word.casefold())
    if any(_made_of(letters, named[first:]) for first in range(len(named) - 1)):
        return True
    initials = ["".join(word[0] for word in named[first:]) for first in range(len(named) - 1)]
    return short.isupper() and len(letters) > 3 and any(_all_but_one(letters, said) for said in initials)


def _all_but_one(letters: str, initials: str) -> bool:
    """True for the initials of several words, one of them, not the first, left out: PSSI of p-s-b-s-i."""
    return any(letters == initials[:i] + initials[i + 1 :] for i in range(1, len(initials)))


def _made_of(letters: str, words: list[str]) -> bool:
    """True for letters that are made of a part of each of the words in turn; the last may have none.

    A part is a word's beginning, or three letters and more inside it.
    """
    if not letters:
        return len(words) < 2
    if not words:
        return False
    word, rest = words[0], words[1:]
    for size in range(1, min(len(word), len(letters)) + 1):
        part = letters[:size]
        if (word.startswith(part) or (size > 2 and part in word)) and _made_of(letters[size:], rest):
            return True
    return False
