"""The words and forms of stamps, as machines and people write them: no code reads them here.

Patterns of printed stamps read lower case, single spaces, plain dashes and apostrophes.
"""

import re
from datetime import timedelta
from typing import Final, Literal, get_args

from newscrawl.reading.rows import late

Precision = Literal["second", "minute", "hour", "day", "week", "month", "year"]


def _numbered(names: str, start: int) -> dict[str, int]:
    groups = enumerate(names.split(";"), start)
    return {name: number for number, group in groups for name in group.split()}


# How months are spelt; which month a name is, dateparser knows.
MONTHS: Final = frozenset(
    "januari january jan februari february pebruari feb peb maret march mar april apr mei may juni june jun juli july"
    " jul agustus august agust agus agu agt ags aug september sept sep oktober october okt oct november nopember nov"
    " nop desember december des dec mrt".split()
)
RESPELT: Final = {
    "agust": "agustus",
    "agus": "agustus",
    "ags": "agustus",
    "mrt": "maret",
}  # what dateparser does not know
MACHINE_MONTHS: Final = _numbered("jan; feb; mar; apr; may; jun; jul; aug; sep; oct; nov; dec", start=1)
WEEKDAYS: Final = _numbered(
    "senin monday sen mon; selasa tuesday sel tues tue; rabu wednesday rab wed; kamis thursday kam thurs thur"
    " thu; jumat friday jum fri; sabtu saturday sab sat; minggu ahad sunday min mgg sun",
    start=0,
)
# As Javanese, Sundanese, Balinese and Malay call them. Some are people's names too: a day of these leads its line.
REGIONAL_WEEKDAYS: Final = _numbered(
    "senen isnin soma; slasa salasa anggara; rebo buda; kemis khamis wraspati; jemuwah jumuwah jumaah sukra"
    "; setu saptu saniscara; ngahad redite",
    start=0,
)
ALL_WEEKDAYS: Final = WEEKDAYS | REGIONAL_WEEKDAYS
# So people and places are called, too: "Oleh: Anggara | 24 Juli 2026" tells of no Tuesday, "Anggara, 24 Juli 2026" does
CALLED_SO: Final = tuple("anggara buda setu soma sukra".split())
_UNITS: Final = _numbered(
    "detik second; menit mnt minute min; jam hour; hari day; minggu pekan week; bulan month; tahun year", start=0
)
UNITS: Final[dict[str, Precision]] = {name: get_args(Precision)[size] for name, size in _UNITS.items()}
AMOUNTS: Final = _numbered("satu an a;dua;tiga;empat;lima;enam;tujuh;delapan;sembilan;sepuluh", start=1)
HOURS: Final = {"wib": 7, "wita": 8, "wit": 9, "utc": 0, "gmt": 0, "ut": 0, "z": 0, "": 0}
INDONESIAN: Final = frozenset(timedelta(hours=hours) for hours in (7, 8, 9))

# --- Machine stamps

# 2026-07-24T15:18:24+07:00 · 2026-07-24 15:18 WIB · 2014-07-13T20:07:27.8200000 · 2023/11/02 20:59:53
# 2019-09-28WIB19:17:34+07:00 · 2020-10-07T15:13:00+0700 · 2023-11-02T20-59-53Z · 2015-11-05 T10:08:58Z
ISO: Final = re.compile(
    r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})"
    r"(?:( ?T| |WIB|WITA|WIT)([0-9]{1,2})(?::([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?"
    r"|(?<=T[0-9]{2})-([0-9]{2})-([0-9]{2})) ?(Z|UTC|GMT|WIB|WITA|WIT|[+-][0-9]{2}(?::?[0-9]{2})?)?)?",
    re.IGNORECASE | re.ASCII,  # "WıB" is no zone
)
# 20260724T151824+0700: the same without signs, as the standard allows
BASIC: Final = re.compile(
    r"([0-9]{4})([0-9]{2})([0-9]{2})T([0-9]{2})([0-9]{2})([0-9]{2})(Z|[+-][0-9]{2}(?::?[0-9]{2})?)", re.ASCII
)
# Thu Jul 23 09:05:10 WIB 2026: the year behind the clock, as programs in C and Java print it
YEAR_LAST: Final = re.compile(
    r"([a-z]{3}) ([a-z]{3}) ([0-9]{1,2}) ([0-9]{2}:[0-9]{2}:[0-9]{2})((?: (?:wib|wita|wit|utc|gmt))?) ([0-9]{4})"
)
# Thu, 05 Nov 2015 15:08:01 +0700 · Mon, 16 Mar 2020 06:53 GMT
RFC_822: Final = re.compile(
    r"(?:([a-z]{3}), )?([0-9]{1,2}) ([a-z]{3}) ([0-9]{4}) ([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?"
    r" (UTC|GMT|UT|Z|[+-][0-9]{4})",
    re.IGNORECASE | re.ASCII,
)

# --- Printed stamps: every pattern reads lower case, single spaces, plain dashes and apostrophes

# NBSP is a space to str.split; the rest of what typesetters put in is made plain or dropped.
PLAIN: Final = str.maketrans(
    dict.fromkeys("‘’ʼʻ`´′＇", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("•·∙●│¦‧", "|")
    | {"：": ":", "👁": "| dilihat "}
    | dict.fromkeys("📅📆🗓🕒🕓🕔🕐🕑🕕🕖🕗🕘🕙🕚🕛⏰⌚⏱⏲", " ")  # an icon of a day or a clock
    | dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\ufe0e\ufe0f", "")
)
# jum'at · jum at · juma'ah · jum\'at
FRIDAY: Final = re.compile(r"\bjum(?: ?\\?['`\"]? ?at|a'ah)\b")
# 20 jumadil awwal 1438 · 1 ramadhan 1447 h; and the m of 2026 m beside it
HIJRI: Final = re.compile(
    r" ?\(?[0-9]{1,2} (?:muharr?am|sh?afar|rabi'?(?:ul)?[ -]?(?:al-?)?(?:aw+al|ts?ani|akh?ir)"
    r"|juma[dt]\w{1,3}[ -]?(?:al-?)?(?:aw+al|ula|akh?ir\w{0,2}|ts?ani\w{0,3})|rajab|s[yh]a'?k?ban"
    r"|ramad?h?an|sh?y?aw+al|d?[zh]{1,2}ul[ -]?(?:[qk]a\w?'?i?dah|hij+ah))"
    r" 1[34][0-9]{2}(?: ?h)?(?![a-z0-9])\)? ?|(?<=[0-9]{4}) m(?:asehi)?(?= ?[/|(-]|$)"
)
# waktu indonesia barat · waktu indonesia bagian timur · w.i.b. · western indonesia time
ZONE_IN_FULL: Final = re.compile(
    r"\bwaktu indonesia (?:bagian )?(barat|tengah|timur)\b|\b(w\.i\.(?:b|t\.a|t)\b)\.?"
    r"|\b(western|central|eastern) indonesia(?:n)? time\b|\b(coordinated universal) time\b"
)
SHORT_ZONES: Final = {"barat": "wib", "tengah": "wita", "timur": "wit"} | {
    "w.i.b": "wib", "w.i.t.a": "wita", "w.i.t": "wit", "western": "wib", "central": "wita", "eastern": "wit",
    "coordinated universal": "utc",
}  # fmt: skip
MONTH: Final = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
WEEKDAY: Final = (
    "(?P<weekday>"
    + "|".join(sorted(WEEKDAYS, key=len, reverse=True))
    + "|(?:(?<![^|])|(?<=[|:-] )|(?<=hari ))(?:"
    + "|".join(name for name in REGIONAL_WEEKDAYS if name not in CALLED_SO)
    + "|(?:"
    + "|".join(CALLED_SO)
    + r")(?=,| \d| (?:legi|u?manis|pa?hing|pon|wage|kliwon)\b)))(?![a-z])\.?"
)
# jumat kliwon, · kamis umanis, · senin , · minggu -
MARKET_DAY: Final = "(?:legi|u?manis|pahing|paing|pon|wage|kliwon)"
NAMED_DAY: Final = rf"{WEEKDAY}(?: {MARKET_DAY})?(?: ?[,|/:-] ?| ){{1,3}}"
HAS_YEAR: Final = re.compile(r"(?:19[7-9]|20[0-9])[0-9](?![0-9])")
TWO: Final = "[0-9]{1,2}(?![0-9])"
YEAR: Final = "(?P<year>(?:19[7-9]|20[0-9])[0-9])(?![0-9])"
# 13:10 · 13 : 35 · 10.04.05 · 04:01pm
CLOCK: Final = r"[0-9]{1,2}(?: ?: ?[0-9]{2}(?: ?: ?[0-9]{2})?|\.[0-9]{2}(?:\.[0-9]{2})?)(?![0-9])(?: ?[ap]\.?m\b\.?)?"
# wib · gmt+7 · +0700
ZONE: Final = (
    r"(?:wib|wita|wit)(?![a-z])\.?|(?:utc|gmt)(?: ?[+-] ?[0-9]{1,2}(?::?[0-9]{2})?)?(?![a-z0-9])"
    r"|[+-][0-9]{2}:?[0-9]{2}(?![0-9])"
)
ZONES: Final = rf"(?: ?\(?(?:{ZONE})\)?)*"
# pada pukul · at
AT: Final = r"(?:(?:pada )?(?:pukul|pkl?\.?|jam|at|pada) ?:? ?)?"
# ", " · " | " · " - pukul " · " ("
JOINT: Final = rf"(?=[ ,|/@;:(»~[-])(?: ?[,|/@;:»~-] ?){{0,2}} ?[(\[]?{AT}"
TIME: Final = rf"(?:{JOINT}(?P<clock>{CLOCK}))?(?P<zones>{ZONES})(?: ?[)\]])?"
DATES: Final = tuple(
    late(rf"(?<![a-z0-9])(?:{AT}(?P<early>{CLOCK})(?P<early_zones>{ZONES})(?: ?[,|/-] ?| ){{1,2}})?{date}{TIME}")
    for date in (
        # 24 juli 2026 · 27-nop 2019 · 04 november, 2015
        rf"(?:{NAMED_DAY})?(?P<day>{TWO})(?:(?:st|nd|rd|th)(?: of)?)? ?[ ,./-] ?{MONTH} ?[ ,./-] ?{YEAR}",
        # november 19, 2016 · june 4th, 2024
        rf"(?:{NAMED_DAY})?{MONTH} ?(?P<day>{TWO})(?:st|nd|rd|th)?(?: ?, ?| ){YEAR}",
        # 2020 agu 29
        rf"(?:{NAMED_DAY})?{YEAR}[ /-]{MONTH}[ /-](?P<day>{TWO})(?![:.])",
        # 24/7/2026 · 02-11-2017 · 24.07.2026
        rf"(?:{NAMED_DAY})?(?P<day>{TWO})(?P<sep> ?[./-] ?)(?P<month>{TWO})(?P=sep){YEAR}",
        # rabu, 18 03 2020: bare groups of digits are phones, unless a weekday leads
        rf"{NAMED_DAY}(?P<day>{TWO}) (?P<month>{TWO}) {YEAR}",
        # 2020-09-15
        rf"(?:{NAMED_DAY})?{YEAR}(?P<sep>[./-])(?P<month>{TWO})(?P=sep)(?P<day>{TWO})",
    )
)
# [jumat, 24 juli 2026 15:18 wib]: a day alone in brackets may be an event's
IN_BRACKETS: Final = re.compile(r"\((?=.*[0-9][.:][0-9]{2}\b)[^()\[\]]+\)|\[(?=.*[0-9][.:][0-9]{2}\b)[^()\[\]]+\]")
# jumat (24/7/2026) 15:18: without a clock or within a line it is how sentences name a day
BRACKETED: Final = re.compile(
    rf"({WEEKDAY}(?: {MARKET_DAY})?,? )\(([0-9]{{1,2}}[./-][0-9]{{1,2}}(?:[./-][0-9]{{4}})?)\)"
    rf"(?={JOINT}[0-9]{{1,2}}[.:])"
)
# jumat, 24/7/26 · jumat, 24 juli 26: the weekday tells that they are right, and nothing but it stands in front
SHORT_YEAR: Final = rf"'?(?P<short>{TWO})(?![.:] ?[0-9])"
SHORT_DATES: Final = tuple(
    late(rf"{NAMED_DAY}(?P<day>{TWO}){date}{TIME}")
    for date in (
        rf"(?P<sep>[./-])(?P<month>{TWO})(?P=sep){SHORT_YEAR}",
        rf" ?[ ./-] ?{MONTH} ?[ ,./-] ?{SHORT_YEAR}",
        # jumat, 10 juli · jumat, 10/7 15:20
        rf" ?[ ./-] ?{MONTH}",
        rf"[./-](?P<month>{TWO})(?= ?[,|-]? ?{AT}[0-9]{{1,2}}[.:][0-9]{{2}})",
    )
)
# 9 menit lalu · sekitar 3 minggu yang lalu · an hour ago · setahun lalu
AGO: Final = re.compile(
    r"(?<![a-z0-9])(?:(?:sekitar|kurang lebih|about) )?"
    r"(?:(?P<count>[0-9]{1,3}(?= ?[a-z])|(?:" + "|".join(AMOUNTS) + r")(?= )) ?|se)"
    r"(?P<unit>detik|menit|mnt|jam|hari|minggu|pekan|bulan|tahun|(?:second|minute|min|hour|day|week|month|year)s?)"
    r" (?:y(?:an)?g )?(?:lalu|ago)(?![a-z0-9])"
)
# kemarin 10:20 · yesterday at 08:17 wita · hari ini, 09:10
NAMED: Final = re.compile(rf"(?<![a-z0-9])(?:(?P<yesterday>kemarin|yesterday)|hari ini|today)(?![a-z0-9]){TIME}")
# baru saja
JUST_NOW: Final = re.compile(r"(?<![a-z0-9])(?:baru saja|just now)(?![a-z0-9])")
