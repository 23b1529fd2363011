"""The forms in which a text is signed in brackets: "(vyp/kna)", "(Budi Santoso)", "(H-2)", "(Sora.com/Budi)"."""

from __future__ import annotations

import re

from newscrawl.reading.phrases.names.agencies import AGENCIES
from newscrawl.reading.phrases.names.media import SITE_END, WRITTEN_SMALL
from newscrawl.reading.rows import late

# A desk and its editor: H-2, OL-10, Ant/H-3, Live Science/Z-2
DESK = r"(?:[^()\[\]]{1,50}/\s?)?[A-Z]{1,3}\s?-\s?\d{1,2}"
# fbn, kha.-, vyp/kna
INITIALS = rf"{DESK}|[A-Za-z]{{1,5}}[.\-]*(?:\s?[/\-]\s?[A-Za-z]{{1,5}}[.\-]*)*"
NAME = r"[A-Z][\w'’.\-]*(?:\s+(?:[A-Z][\w'’.\-]*|bin|binti|van|de)){0,4}"
# "abc", behind "Editor:"; "Editor: kami menunggu" is a call
EDITOR_CODE = r"(?!(?:kami|saya|anda|kita|aku|dia|siap|baru|ada|yang|oke)\b)[a-z]{2,4}"
# Sora.com/Budi Santoso
A_SITE = r"[A-Za-z][\w-]*\.(?:com|co\.id|id|net|tv)"
LONG_AGENCIES = "|".join(name for name in AGENCIES if name.isalpha() and len(name) > 6)  # (reuters/abc)
CODE = rf"(?:(?:{LONG_AGENCIES})(?=/)|[A-Za-z]{{1,6}}(?:[.\-][A-Za-z]{{1,4}})*\d{{0,3}})"
# (adv/kominfo), (abc/HUMAS PEMKAB SORA)
OFFICES = r"(?i:(?:dis)?kominfo|humas|prokopim|protokol|setwan|sekwan)(?:\s[A-Z][\w&-]*){0,4}"
# mcr10/sora, antara/sora, */sora, **/red, T.A063/B/S012, 01/red, dwl/sora.com
SLASHED = rf"(?:\*{{1,3}}|0\d|{CODE})(?:/(?:{CODE}|{OFFICES}|{A_SITE}))+"
NUMBERED = r"[A-Z]{1,4}[-.]?0\d"  # R01, KS-01: no grade and no aircraft is counted so
SHORT_CODE = r"(?:[a-z]{2,5}|[a-z]{1,3}\d{1,3})"  # abc, m27
STARRED = r"\*+\s?[A-Za-z][\w.]{1,14}"  # *budi
COUNTED = (
    rf"[a-z]{{1,3}}-?\d{{1,2}}|MG-?\d{{1,3}}|{NUMBERED}|[a-z]{{3,10}}\.(?:job|mg|pkl)"  # mg1, r-5, MG-12, budi.job
)
# Pendim 0716, Humas Polres Sora, diskominfo, MC Sora dwl/kna: an office that writes for newsrooms
OFFICE = (
    r"(?:(?i:humas|pen(?:dim|rem|dam|kum|mas)|puspen|(?:dis)?kominfo|prokopim)(?-i:[ _/.-]?[\w&-]+){0,4}"
    r"|MC(?:(?: Kab\.?| Kota)? [A-Z]\w+){1,2}[ /][a-z]{2,6}(?:/[a-z]{2,6}){0,3})"
)


def site_sign(brands: str = "") -> str:
    """The pattern of a signature that begins with a site: a name of its own address, or one of the brands.

    >>> bool(re.fullmatch(site_sign(), "Sora.com/Budi")), bool(re.fullmatch(site_sign("sora"), "Sora Utara/dwl"))
    (True, True)
    """
    site = rf"(?:{A_SITE}|(?i:{brands}) ?\w*)" if brands else A_SITE
    # "sora.com / komarudin"; "sora.com/daftar" is an address
    return rf"{site}(?:\s*[/,]\s*(?:{site}|{NAME}|{SHORT_CODE})|\s+/\s+[a-z]{{6,15}}){{1,6}}"


SITE_SIGN = site_sign()
# okezone, kompas.com: another house, or an agency, written small; "(merdeka)" may be shouted
SMALL_HOUSE = rf"(?:{WRITTEN_SMALL}|tribun[\w-]*|(?:merdeka|suara)(?=\.))(?:{SITE_END})?"
# "budi santoso/spost online"
SMALL_AT_PAPER = re.compile(r"[a-z]{3,12}(?: [a-z]{3,12}){1,2}/\s?[a-z]{3,12} (?:online|news|post?)")
SIGNOFF_INNER = (
    rf"(?:{SMALL_AT_PAPER.pattern}|{SLASHED}|{INITIALS}(?:/?\*+)?|{NAME}(?:\s*[/,]\s*{NAME}|\s*/\s*(?:{SHORT_CODE}|{A_SITE})|(?:\s*/\s*{NAME}){{2,4}})?|{SITE_SIGN}|\*+(?:\s*/\s*{A_SITE})?|{A_SITE}\s*/\s*\*+|{COUNTED}"
    rf"|{OFFICE}|{STARRED}|{SMALL_HOUSE})"
)
SENT = r"\s\d{1,2}-\d{1,2}-\d{4} \d{1,2}[:.]\d{2}(?:[:.]\d{2})?"  # 15-05-2017 10:11:12
# What may follow a signature: the second of "(KR-BDI)(T013)", when a wire sent it
MORE = rf"(?:\s*[(\[](?:{CODE}|\*+)[)\]])?(?:{SENT})?\s*\.?\**"
SIGNOFF = late(rf"[(\[]\s*({SIGNOFF_INNER})\s*[)\]]{MORE}")
# What stands in brackets at an end and names nobody
NOTES = frozenset({"bersambung", "tamat", "habis", "selesai", "end", "wib", "wita", "wit"})
