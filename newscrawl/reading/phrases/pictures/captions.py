"""A printed caption: what it says, and whose the picture is."""

from __future__ import annotations

import re

from newscrawl.reading.phrases.names.bylines import POSTS
from newscrawl.reading.phrases.names.networks import PICTURED
from newscrawl.reading.phrases.names.owners import (
    A_SITE,
    OWNED,
    PAPERS,
    REST,
    STORES,
    is_owner,
    names_owner,
    owner_in,
    owner_in_front,
)
from newscrawl.reading.phrases.names.places import PLACE
from newscrawl.reading.phrases.pictures.barecaptions import AN_INITIAL, bare_caption, bare_credit, closed
from newscrawl.reading.phrases.words import WEEKDAY
from newscrawl.reading.rows import late

# What only a bracket sets apart from the caption: "(@budi)", "(Tangkapan layar YouTube)", "(Budi for Sora.com)"
IN_BRACKET = (
    rf"{OWNED}|via {REST}|©{REST}|(?:ig|fb|x|{PICTURED})? ?[:/]? ?@[\w.]+"
    rf"|(?:tangkapan layar|screen ?shoo?t|handout|humas|dokumentasi|biro pers)\b(?:{REST})?"
    r"|do[ck] (?-i:[A-Z@])[\w.' /@-]{2,60}"
    rf"|(?-i:[A-Z])[\w.' ]{{1,40}}\s[-–]\s(?:biro pers|bpmi|humas|setpres|setkab|pool|istimewa|media"
    rf" center)\b(?:{REST})?"
    rf"|(?:https?://|www\.)[^\s()]{{4,80}}|(?-i:[A-Z])[\w.' ]{{1,40}} for {A_SITE}"
    rf"|(?-i:[A-Z@])[^()\[\]/]{{2,40}}/\s*(?:{STORES}|{PAPERS}|{PICTURED})(?:/{REST})?"
)
# "Panen kopi. ANTARA FOTO/Budi Santoso", "Panen kopi. Getty Images", "Panen kopi. © Antara", not "Foto: M. Budi/Sora"
OWNER_BEHIND = late(
    rf"(?!.*\bfoto ?: ?(?-i:[A-Z][a-z]{{0,2}}\. [A-Z]))(?P<caption>.*(?<!\bdo[ck])[.!?”\"])\s*(?<=\W)"
    rf"(?P<credit>{OWNED}|(?:©|\(c\)|courtesy of|via (?-i:[A-Z]))\s*{REST}|{PICTURED}(?: ?:? ?@[\w.]+)?"
    r"|do[ck]\.? (?:(?-i:[A-Z@])[\w.'/@-]+|(?:[\w-]+\.){1,3}(?:com|id|net|org)\b)"
    r"(?: (?:dan|(?-i:[A-Z@\d])[\w.'/@-]*|[a-z]+[\d_.]\w[\w.]*)){0,7}"
    r"|(?:humas|biro pers|(?:dis)?kominfo|prokopim)(?: (?-i:[A-Z])[\w.]*){1,5}"
    r"|foto:? (?:istimewa|ist\b)|foto[.,] ?(?:do[kc]\.? ?)?(?-i:[A-Z])[\w.' ]{2,40}|(?:tangkapan layar|screen ?shoo?t) [^.!?()]{2,60}|https?://\S{4,80}|(?<=\s)(?:[\w-]+\.){1,3}(?:com|id|net|org|tv|uk|au|my|sg|jp|edu|gov|info)(?:/\S*)?"
    r"|(?<=\s)(?-i:[A-Z][\w'-]*+(?: [A-Z][\w'-]*+){0,3}"
    r"(?:(?: ?/ ?| [|l] )[A-Z@][\w.'-]*+(?: [A-Z][\w.'-]*+){0,3}){1,3}(?: via [A-Z]\w+)?))\.?",
    re.I,
)
# "Panen kopi TRIBUNNEWS/BUDI SANTOSO", "Panen kopi ©Antara": no full stop is needed
OWNER_APART = late(
    rf"(?P<caption>[^©]*\w),?\s+(?P<credit>(?=[A-Z]{{3,}}[A-Z. ]*/\s*[A-Z])(?i:{OWNED})|(?:©|\([cC]\))\s*{REST}"
    rf"|Do[kc]\.\s*[A-Z@]{REST}|[A-Z][A-Za-z]+\.(?:com|co\.id|id)/[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,3}})[\s.]*"
)
# "Panen kopi (ANTARA/Budi)", "Panen kopi (ist)", "Panen kopi [Budi/Jawa Pos]"
OWNER_IN_BRACKET = late(rf"(?P<caption>.*\S)\s*[(\[]\s*(?P<credit>{IN_BRACKET})\s*[)\]]\s*\.?", re.I)
# "(Tangkapan layar Instagram @sora)": a bracket, and nothing else
ONLY_BRACKET = late(rf"[(\[]\s*(?P<credit>{IN_BRACKET})\s*[)\]]\.?", re.I)
# "(Sora Pos/Budi)", "[Budi Santoso/Sora]": two names, one of more than one word, of a house that is not known
TWO_OWNERS = re.compile(
    r"(?P<caption>.*\S)\s*[(\[]\s*(?P<credit>(?=[^/]*\w \w|[^/]*/[^/]*\w \w)[A-Z@][^\W\d][\w.@' ]{1,30}"
    r"/ ?[A-Z@][^\W\d][\w.@' ]{1,40})\s*[)\]]\s*\.?"
)
# "Panen kopi. / Budi Santoso"
SLASHED_NAME = re.compile(
    r"(?P<caption>.*[.!?”\"])\s*/\s*(?P<credit>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,3}(?:/[A-Z][\w.'-]*)?)\.?"
)
# "(Foto: Reuters)", "Ilustrasi/Foto: Istimewa", "... (Foto: Budi/Okezone)", "... /Foto: AP", "(ANTARA/Budi)"
CREDIT = re.compile(
    r"^(?=[^:/]*+[:/])(?P<caption>.*?)(?<![\s(\[/|,–-])[\s(\[/|,–-]*\b"
    r"(?<!antara )(?<!afp )(?<!ap )(?:(?:foto|photo) (?:kredit|credit)|(?:kredit|credits?)(?: (?:foto|photo))?"
    r"|foto|photo|do[kc]|(?<=[.!?] )grafis(?=\s*:)"
    r"|(?<=[(\[])sumber|(?<=[.|/] )sumber(?: (?:foto|gambar|ilustrasi))?(?=\s*:)"
    r"|(?<=\s)(?-i:Sumber|Source)(?=\s*:\s*(?-i:[A-Z]))|ilustrasi foto"
    r"|(?<=[.|/)] )hak cipta(?=\s*:)|(?<=[(\[])hak cipta(?=\s*:))"
    r"\s*[:/]\s*(?P<credit>(?:(?-i:(?:foto\s)?via\s)?(?-i:[A-Z\d@©]|i[A-Z])|istimewa|ist\b|(?:net|antara|reuters|afp|ap|epa)(?=\W*$)|dok|arsip|tangkap(?:an)?\slayar|screen\s?shoo?t|instagram|(?:pexels|pixabay|unsplash|shutterstock|freepik|istock\w*)\b|(?:detik\w*|kumparan|okezone|jpnn|tirto|merdeka|suara|viva|medcom)\b|[\w-]+\.(?:com|co|id|net|org)\b)[^()\[\]]*?)"
    r"\s*[)\]]?\s*\.?\s*$",
    re.I,
)
# "Ilustrasi usus (sumber: iStockphoto)"
LABELLED_BRACKET = re.compile(
    r"(?=[^(\[]*+[(\[])"
    r"(?P<caption>.*?)\s*[(\[]\s*(?:(?:(?:sumber|source)(?: (?:foto|gambar|ilustrasi))?|foto|photo|via|kredit"
    r"|credit|ilustrasi|(?:info)?grafis"
    r"|docs?|ft?(?=\.?:))\.?\s*[:;/]|(?:photo|foto|image) (?:by|oleh)\b:?"
    rf"|(?:foto|sumber|photo) (?=(?:{STORES}|{PICTURED}|dok|@)))"
    r"\s*(?P<credit>(?:[^()\[\]]|\([^()]*\))+)[)\]]\s*\.?$",
    re.I,
)
# "Gedung bank sentral (Auriga Nusantara)": what stands in the last bracket, of sites that always write so
BRACKET_CREDIT = re.compile(r"(?P<caption>.*?)\s*[(\[](?P<credit>[^()\[\]]+)[)\]]\s*\.?$")
# "(merah)", "(Covid-19)", "(Rp)": of what is seen
PLAIN_WORD = re.compile(
    r"(?:merah|biru|hijau|kuning|putih|hitam|abu-abu|oranye|ungu|cokelat)(?: \w+)?|[A-Za-z]+-\d+|Rp|[A-Z]"
    r"|(?:kilo|mili)?(?:gram|liter|meter)|kg|km|cm|persen|rupiah|dolar|derajat|tahun|bulan|hari|jam|menit|detik"
)
# "(sedang memetik kopi)": several words in small letters own nothing, but for a few
SMALL_WORDS = re.compile(r"[a-z]+(?: [a-z]+){1,14}")
SMALL_OWNER = late(
    rf"(?:{STORES}|{PAPERS}|{PICTURED}|net|internet|screen ?(?:shoo?t|capture)|tangkapan|handout|humas|courtesy|source"
    r"|capture|repro|arsip|warganet|google)\b",
    re.I,
)
# "KOMPAS.com/BUDI SANTOSO Gedung baru di Kediri"
CREDIT_IN_FRONT = re.compile(
    r"(?P<credit>(?:[A-Za-z]+\.com|[A-Z]+(?:\.COM)?)/(?:[A-Z][A-Z.'’]+ ){1,4})(?P<caption>[A-Z].*[a-z].*)"
)
# "Gedung baru di Kediri. (Antara)"
CREDIT_AT_END = re.compile(r"(?P<caption>.*[.!?])[\s–-]*[(\[](?P<credit>[A-Z@][^()\[\]]+)[)\]]\.?$")
# "Ilustrasi/copyright shutterstock", "ilustrasi viruscopyright by diy13 (Shutterstock)"
COPYRIGHT = re.compile(r"(?P<caption>.*?)[\s/|(]*copyright\s*:?\s*(?:by\s+)?(?P<credit>[\w@].*?)\.?", re.I)
# "Masker kain | pexels.com/@budi", "Rumah limas | Antara"
SLASHED_OWNER = re.compile(
    r"(?P<caption>.*\w)(?<!\b[Ff]oto)\s*/\s*(?P<credit>[Ii]st\.?|[Ii]stimewa|[Nn]et|[Ii]nternet"
    r"|(?i:pexels|pixabay|unsplash|shutterstock|freepik|istock(?:photo)?)(?:\.com)?(?:/\S+)?)"
)  # "Panen kopi/Ist", "Ilustrasi kopi/pexels.com"
# "Panen kopi di Sora/RMOL", "Panen kopi - Budi Santoso/Bisnis"
SLASHED_HOUSE = re.compile(
    r"(?=[^/]*+/)(?P<caption>.*\s\w*[a-z]\w*(?=\s*/\s*[A-Z])|.*\S(?=\s/\s[a-z]))\s*/\s*"
    r"(?P<credit>[A-Z]{3,}(?:\.[A-Z]{2,3})?|[a-z][\w-]*\.(?:com|co\.id|co|id|net|tv))\.?"
)
# "Panen kopi, Senin (4/3)--Budi via Antara": each word of a credit begins like a name; no other dashes
BEHIND_DASHES = late(
    rf"(?=[^-]*+-)(?P<caption>(?:[^-]|-(?!-))*[^-\s])--(?P<credit>(?!(?i:{WEEKDAY})\b|.*--)"
    rf"(?:(?i:{IN_BRACKET}|dok\.? ?pribadi|istimewa|ist|pixabay\.com|pexels\.com)"
    r"|[A-Z@][\w.@&'’-]*(?:[ ,/]+(?:[A-Z@][\w.@&'’-]*|dan|via|for|dok\.?|net)){0,6}))\.?"
)
A_POST = re.compile(POSTS, re.I)  # "Ratna Dewi--Ketua Koperasi Sora"
BEHIND_DASH = late(
    rf"(?P<caption>.*\S)\s+[-–—]\s+(?P<credit>(?i:{OWNED})|[A-Z][\w.' ]{{2,40}}/\s?(?i:{PAPERS})"
    r"|(?:[A-Z]{2,} [A-Z]{2,}/ ?[A-Z][\w.'’-]*|[A-Z]{2,}/ ?[A-Z][\w.'’-]* [A-Z][\w.'’-]*)(?: [A-Z][\w.'’-]*){0,2})\.?"
)
# "Panen kopi-Budi Santoso-", "Panen kopi. Foto: Antara--": dashes close it; "Panen kopi /dok Sora"
DASHED_OWNER = re.compile(
    r"(?=[^-–]*+[-–])(?P<caption>.*\S)\s?[-–]\(?"
    r"(?P<credit>(?:[dD]ok\.?\s?)?[A-Z@][^-–()]{1,60}|tangkap(?:an)? layar|istimewa|ist)\)?[-–]+"
)
SLASHED_ARCHIVE = re.compile(r"(?P<caption>.*\S)\s+/\s?(?P<credit>[dD]ok\.? \S.{1,50})")
# "Ilustrasi kopi/dok. pribadi": what the slash parts in a bracket are two owners
GLUED_ARCHIVE = re.compile(r"(?P<caption>[^()\[\]/]*\w)(?<!\b[Ff]oto)/(?P<credit>[dD]o[ck]\. ?[^\s/][^/]{1,50})")
CAPITALS_ONLY = re.compile(r"[(\[][A-Z][A-Z.'’ ]+/ ?[A-Z][A-Z.'’ ]+[)\]]")  # "(BUDI SANTOSO/RADAR SORA)"
BAR = re.compile(
    r"(?P<caption>.*\S)\s+\|\s+(?:(?i:via|sumber|source|foto|credit)\s*:\s*)?"
    r"(?P<credit>(?:https?://)?[\w.-]+\.(?:com|net|org|id|co)\b(?:/\S+(?: [\w@.-]+){1,2}|\S*)"
    r"|[A-Z]\w+|ist(?:imewa)?|@[\w.]+"
    rf"|(?i:{PICTURED}) ?[/:]? ?@?[\w.]+|[Dd]o[ck]\. .{{2,50}})"
)
# "Ilustrasi senja (pexels.com/budi)": an address in the last bracket
SITE_BRACKET = re.compile(
    rf"(?P<caption>.*?)\s*[(\[](?P<credit>(?:[\w-]+\.(?:com|net|org|id|co)\b|(?:{PICTURED}|unsplash"
    r"|pexels|pixabay|shutterstock|freepik|istockphoto)\b)[^()\[\]]*)[)\]]\s*\.?$",
    re.I,
)
# "Foto: Wisman di Bali (Budi)"; "Ilustrasi:" says what the picture is
LABELLED_CAPTION = re.compile(
    r"(?:(?:foto|photo)\s*:\s*|(?=ilustrasi\s*:))(?P<caption>(?:ilustrasi\s*:\s*)?(?:[^:()]|:\s(?!.*\bfoto\b)|\([^()]*\)){3,300}?)"
    r"\s*[(\[](?P<credit>[^()\[\]]{2,60})[)\]]\.?",
    re.I,
)
# "Sumber: Instagram/budi", "Doc: Sora": nothing but a credit
ONLY_CREDIT = re.compile(
    r"[(\[]?(?:(?:sumber|source)(?: (?:foto|gambar|ilustrasi))?|foto|photo|doc|via"
    r"|(?:credits?|kredit)(?: (?:foto|photo))?"
    r"|(?:image|(?:desain )?(?:info)?grafis|ilustrat?or|fotografer|photographer)(?=\s*:\s*(?-i:[A-Z@])(?!.*\d))"
    rf"|ilustrasi(?=\s*:\s*(?:{STORES}|{PAPERS})\s*/))"
    r"(?:\s*[:/]|(?<=foto)(?= (?:istimewa|ist\b)))\s*"
    rf"(?P<credit>https?://\S{{4,200}}|{PICTURED} ?(?:[/:] ?@?|@)[\w.]*\w"
    r"|(?:www\.)?[^\s:][^:.!?]{0,60}(?:\.(?:com|co|id|net|org|me|tv)\b[^\s]*)?(?:\s*[(\[][^()\[\]]{2,40}[)\]])?)\.?",
    re.I,
)
# "(Foto: Budi) Panen kopi di Sora"
LABELLED_IN_FRONT = re.compile(
    r"[(\[]\s*(?:sumber|source|foto|photo|credit|dok)\s*[:/]\s*(?P<credit>[^()\[\]]{2,60})[)\]]\s*(?P<caption>\w.{5,})",
    re.I,
)
# "ilustrasi teh/Photo by Budi on Unsplash", "Ilustrasi teh. Photo by Budi on Unsplash"
BY_BEHIND = re.compile(
    r"(?P<caption>.*\w(?:\s*[/|–-]|[.!?](?=\s)))\s*(?P<credit>(?:photo|foto|image) (?:by|oleh):? [A-Z@].{2,60})", re.I
)
# "Photo by Budi on Unsplash", and nothing of what is seen
BY_ALONE = re.compile(
    rf"(?:photo|foto|image|gambar) (?:by|oleh):? [A-Z@][^.!?]{{1,50}} (?:on|from|via|dari|di) (?:{STORES})\.?", re.I
)
# "FOTO: Panen kopi di Sora": what is seen, not whose it is
SHOWN = re.compile(
    r"(?:foto|photo)\s*:\s*(?P<caption>(?=.*\s(?:di|ke|saat|yang|untuk|pada|usai|dengan)\s(?:[^/@]|(?<=\d)/(?=\d))*$)(?:[^/@]|(?<=\d)/(?=\d))+)",
    re.I,
)
# "Panen kopiFoto: Antara", in two elements of one line
GLUED_LABEL = re.compile(r"(?<=[a-z\d.!?)”\"])(?=(?:Foto|Photo|Sumber|Source|Credit|Kredit)\s*:)")
BRACKETED = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
LABEL_BEHIND = re.compile(
    r"\s*/\s*(?:photo|foto)$|\s+\|\s+(?:photo|foto|image)\s*:$|(?<=\w[.!?])\s*(?:foto|photo|sumber|source)\s*:$", re.I
)
LABEL_ALONE = re.compile(r"(?:foto|photo|sumber)\s*:", re.I)
# "korban-banjir-140202-a.jpg": the file that a picture is of, in place of words
A_FILE = re.compile(r"[\w() -]{1,120}\.(?:jpe?g|png|webp|gif|bmp)", re.I)
# In the order in which they are tried; what stands behind a label is a credit, whatever it is called
FORMS = (
    COPYRIGHT, LABELLED_BRACKET, BY_BEHIND, DASHED_OWNER, SLASHED_ARCHIVE, OWNER_BEHIND, GLUED_ARCHIVE, CREDIT,
    CREDIT_IN_FRONT, BAR, SLASHED_OWNER, SLASHED_HOUSE, BEHIND_DASH, BEHIND_DASHES, SITE_BRACKET, OWNER_IN_BRACKET,
    TWO_OWNERS, SLASHED_NAME, OWNER_APART,
)  # fmt: skip
LABELLED = frozenset({COPYRIGHT, LABELLED_BRACKET, BY_BEHIND, CREDIT})
LONGEST_CAPTION = 1000  # characters; what is longer is a text, and nothing is looked for in it


def split_credit(caption: str, form: re.Pattern[str] = CREDIT_AT_END) -> tuple[str | None, str | None]:
    """A printed caption as caption and credit; `form` is the portal's own way to write them.

    >>> split_credit("Presiden di Istana. (Foto: Reuters)"), split_credit("Ilustrasi/Foto: Istimewa")
    (('Presiden di Istana.', 'Reuters'), ('Ilustrasi', 'Istimewa'))
    >>> split_credit("KOMPAS.com/BUDI SANTOSO Latihan sore.")
    ('Latihan sore.', 'KOMPAS.com/BUDI SANTOSO')
    >>> split_credit("Wisata ke Bali."), split_credit("Bank Sora Tbk (Sora).", BRACKET_CREDIT)
    (('Wisata ke Bali.', None), ('Bank Sora Tbk (Sora).', None))
    >>> split_credit("Ilustrasi usus (sumber: iStockphoto)"), split_credit("Masker kain | pexels.com/@budi")
    (('Ilustrasi usus', 'iStockphoto'), ('Masker kain', 'pexels.com/@budi'))
    >>> split_credit("Panen kopi. YouTube Kebun Sora ©2026 Sora.com"), split_credit("Panen di Sora. ©2026 Sora.com")
    (('Panen kopi.', 'YouTube Kebun Sora ©2026 Sora.com'), ('Panen di Sora.', '©2026 Sora.com'))
    """
    if len(caption) > LONGEST_CAPTION:
        return caption, None
    if A_FILE.fullmatch(caption):
        return None, None
    caption = re.sub(r"^\([cC]\)\s*", "© ", caption)
    said, credit = _split(GLUED_LABEL.sub(" ", caption), form)
    return said if credit else _split(caption, form)[0], owner_in(credit, said)


def _split(caption: str, form: re.Pattern[str]) -> tuple[str | None, str | None]:
    """Caption and credit, whatever the credit says."""
    caption = bare_caption(caption)
    caption = caption if DASHED_OWNER.fullmatch(caption) else caption.rstrip("-–| ")
    if said := LABELLED_CAPTION.fullmatch(caption) or LABELLED_IN_FRONT.fullmatch(caption):
        return said["caption"], bare_credit(said["credit"])
    if shown := SHOWN.fullmatch(caption):
        return shown["caption"], None
    if BY_ALONE.fullmatch(caption):
        return None, bare_credit(caption)
    if only := ONLY_CREDIT.fullmatch(closed(caption)):
        return None, bare_credit(only["credit"])
    if is_owner(bare := BRACKETED.sub(r"\1", caption)) or CAPITALS_ONLY.fullmatch(caption):
        return None, bare_credit(bare)
    if said := ONLY_BRACKET.fullmatch(caption):
        return None, bare_credit(said["credit"])
    match = _credited(caption, form)
    if not match or not names_owner(match["credit"], match["caption"], labelled=match.re in LABELLED):
        return caption or None, None
    if match["caption"].count("(") > match["caption"].count(")"):  # "(AP Photo/Budi)": the bracket is the credit
        head, _, tail = caption.rpartition("(")
        return head.strip() or None, bare_credit(tail.strip(" .)"))
    credit = match["credit"]
    if caption.endswith(f"{credit}.") and AN_INITIAL.search(f"{credit}."):
        credit += "."
    rest = LABEL_BEHIND.sub("", match["caption"].strip(" (/-–|"))
    if credit.startswith("©"):  # whose right it is, and in front of it whose it was
        rest, credit = owner_in_front(rest, credit)
    return (None if LABEL_ALONE.fullmatch(rest) else rest or None), bare_credit(credit)


def _credited(caption: str, form: re.Pattern[str]) -> re.Match[str] | None:
    """A caption with a credit in the first of the FORMS that it has, else in the portal's own; null for none.

    >>> [_credited(said, CREDIT_AT_END) for said in ("Macet di Tol Merak--Bakauheni", "Panen--Cianjur, Jawa Barat")]
    [None, None]
    """
    for own in FORMS:
        if (said := own.fullmatch(caption)) and not (own is BEHIND_DASHES and _is_no_owner(said)):
            return said
    return _by_form(form, caption)


def _is_no_owner(said: re.Match[str]) -> bool:
    """True where a place, a post or the end of a way stands behind two dashes."""
    credit = said["credit"]
    if is_owner(credit):
        return False
    way = " " not in credit and said["caption"].split()[-1][0].isupper()
    return bool(way or A_POST.match(credit) or any(PLACE.fullmatch(part.strip()) for part in credit.split(",")))


def _by_form(form: re.Pattern[str], caption: str) -> re.Match[str] | None:
    """The caption in the portal's own form; null where a colour or a number stands in the credit's place.

    >>> _by_form(BRACKET_CREDIT, "Pemain Sora (merah)"), _by_form(BRACKET_CREDIT, "Virus corona (Covid-19)")
    (None, None)
    """
    match = form.match(caption) or CREDIT_AT_END.match(caption)  # behind a full stop every house may write it
    if match is None:
        return None
    said = match["credit"].strip()
    plain = PLAIN_WORD.fullmatch(said) or (SMALL_WORDS.fullmatch(said) and not SMALL_OWNER.match(said))
    return None if plain else match
