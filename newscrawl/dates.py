"""Printed and machine stamps in, aware datetimes (or None) out.

A stamp is read only when every character of the text is accounted for: one date, at most one clock, one
zone, and around them nothing but labels, a site, a channel, a byline or a view count. Anything else is None,
since a missing date is counted and a wrong one is believed.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from html import unescape
from typing import Final, Literal, get_args
from zoneinfo import ZoneInfo

Precision = Literal["second", "minute", "hour", "day", "week", "month", "year"]

LONGEST: Final = 200  # characters; a longer text is prose
DAY: Final = timedelta(days=1)
YEARS: Final = range(1970, 2100)  # as in printed dates: of the future nothing else is known where there is no `now`


@dataclass(frozen=True, slots=True)
class Timestamp:
    """An instant, and the smallest unit its text tells: a printed "day" stands at 00:00 of its zone.

    `ago` tells that it was counted back from `now`: "1 hari lalu" may be any moment of two days, and its value is
    no printed day.
    """

    value: datetime
    precision: Precision
    ago: bool = False

    @property
    def is_exact(self) -> bool:
        """True for a second, a minute or a printed day: what a record may say."""
        return self.precision in ("second", "minute") or (self.precision == "day" and not self.ago)


# --- Words


def _numbered(names: str, start: int) -> dict[str, int]:
    groups = enumerate(names.split(";"), start)
    return {name: number for number, group in groups for name in group.split()}


MONTHS: Final = _numbered(
    "januari january jan; februari february pebruari feb peb; maret march mar; april apr; mei may;"
    "juni june jun; juli july jul; agustus august agust agu agt ags aug; september sept sep;"
    "oktober october okt oct; november nopember nov nop; desember december des dec",
    start=1,
)
WEEKDAYS: Final = _numbered(
    "senin monday sen mon; selasa tuesday sel tues tue; rabu wednesday rab wed; kamis thursday kam thurs thur"
    " thu; jumat friday jum fri; sabtu saturday sab sat; minggu ahad sunday min mgg sun",
    start=0,
)
_UNITS: Final = _numbered(
    "detik second; menit minute min; jam hour; hari day; minggu pekan week; bulan month; tahun year", start=0
)
UNITS: Final[dict[str, Precision]] = {name: get_args(Precision)[size] for name, size in _UNITS.items()}
HOURS: Final = {"wib": 7, "wita": 8, "wit": 9, "utc": 0, "gmt": 0, "ut": 0, "z": 0, "": 0}
INDONESIAN: Final = frozenset(timedelta(hours=hours) for hours in (7, 8, 9))
EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001

# Words that tell a headline, a sentence, an event or a zone: none is part of a name, channel or site.
NOT_A_NAME: Final = frozenset({*MONTHS, *WEEKDAYS}).union(  # split: a list would take a line a word
    """
    acara ada adalah agar akan akhir am apa baca bagi bakal batas begini belum berakhir
    berlaku berlangsung besok bisa born cara catat cek copyright daftar dalam dan dari deadline
    dengan di diadakan dibaca dibuka digelar dilihat dimulai dirilis ditutup due end expires fakta
    final from gaji guncang hadapi hari highlights hingga ini inilah is itu jadi jadwal jelang
    kalender karena ke kemarin kepada laga lahir lawan libur link live lowongan lusa malam mati
    mulai nanti nonton of oleh-oleh orang pada pagi para pendaftaran pengumuman per periode
    pertandingan pm prakiraan prediksi puasa rilis saat saksikan sampai sebelum sejak selama
    sepanjang sesudah setelah siang siaran simak since sinopsis sore starts tadi tahun tanggal
    tentang tetap tiket to tragedi until untuk usai valid vs wafat waktu watch with yang acdt acst
    aedt aest bst cdt cest cet cst edt eest eet est hkt hst ist jst kst mdt msk mst myt nzst pdt pht
    pst sgt wadt wast west utc gmt wib wita wit
    """.split()
)
# Headline words that are channels or agencies too: read alone, never in company.
TOPICS: Final = frozenset(
    """
    album antara cuaca film foto gempa harga hasil klasemen konser musik profil promo ramalan resep saham skor
    streaming tips video zodiak
    """.split()
)

# --- Machine stamps

# 2026-07-24T15:18:24+07:00 · 2026-07-24 15:18 WIB · 2014-07-13T20:07:27.8200000 · 2023/11/02 20:59:53
# 2019-09-28WIB19:17:34+07:00 · 2020-10-07T15:13:00+0700 · 2023-11-02T20-59-53Z · 2015-11-05 T10:08:58Z
ISO: Final = re.compile(
    r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})"
    r"(?:( ?T| |WIB|WITA|WIT)([0-9]{1,2})(?::([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?"
    r"|(?<=T[0-9]{2})-([0-9]{2})-([0-9]{2}))"
    r" ?(Z|UTC|GMT|WIB|WITA|WIT|[+-][0-9]{2}(?::?[0-9]{2})?)?)?",
    re.IGNORECASE | re.ASCII,  # "WıB" is no zone
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
    | dict.fromkeys("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad", "")
)
# jum'at · jum at
FRIDAY: Final = re.compile(r"\bjum ?['`]? ?at\b")
# 20 jumadil awwal 1438 · 1 ramadhan 1447 h
HIJRI: Final = re.compile(
    r" ?\(?[0-9]{1,2} (?:muharr?am|sh?afar|rabi'?(?:ul)?[ -]?(?:al-?)?(?:aw+al|ts?ani|akh?ir)"
    r"|juma[dt]\w{1,3}[ -]?(?:al-?)?(?:aw+al|ula|akh?ir\w{0,2}|ts?ani\w{0,3})|rajab|s[yh]a'?k?ban"
    r"|ramad?h?an|sh?y?aw+al|d?[zh]{1,2}ul[ -]?(?:[qk]a\w?'?i?dah|hij+ah))"
    r" 1[34][0-9]{2}(?: ?h)?(?![a-z0-9])\)? ?"
)
# waktu indonesia barat · waktu indonesia bagian timur
ZONE_IN_FULL: Final = re.compile(r"\bwaktu indonesia (?:bagian )?(barat|tengah|timur)\b")
SHORT_ZONES: Final = {"barat": "wib", "tengah": "wita", "timur": "wit"}
MONTH: Final = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
WEEKDAY: Final = "(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")(?![a-z])\.?"
# jumat kliwon, · kamis umanis, · senin , · minggu -
MARKET_DAY: Final = "(?:legi|u?manis|pahing|paing|pon|wage|kliwon)"
NAMED_DAY: Final = rf"{WEEKDAY}(?: {MARKET_DAY})?(?: ?[,|/:-] ?| ){{1,3}}"
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
AT: Final = r"(?:(?:pada )?(?:pukul|pkl\.?|jam|at|pada) ?:? ?)?"
# ", " · " | " · " - pukul " · " ("
JOINT: Final = rf"(?=[ ,|/@;:(-])(?: ?[,|/@;:-] ?){{0,2}} ?\(?{AT}"
TIME: Final = rf"(?:{JOINT}(?P<clock>{CLOCK}))?(?P<zones>{ZONES})(?: ?\))?"
DATES: Final = tuple(
    re.compile(
        rf"(?<![a-z0-9])(?:{AT}(?P<early>{CLOCK})(?P<early_zones>{ZONES})(?: ?[,|/-] ?| ){{1,2}})?"
        rf"{date}{TIME}"
    )
    for date in (
        # 24 juli 2026 · 27-nop 2019 · 04 november, 2015
        rf"(?:{NAMED_DAY})?(?P<day>{TWO})(?:st|nd|rd|th)? ?[ ,./-] ?{MONTH} ?[ ,./-] ?{YEAR}",
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
# jumat (24/7/2026) 15:18: without a clock or within a line it is how sentences name a day
BRACKETED: Final = re.compile(
    rf"({WEEKDAY}(?: {MARKET_DAY})?,? )\(([0-9]{{1,2}}[./-][0-9]{{1,2}}(?:[./-][0-9]{{4}})?)\)"
    rf"(?={JOINT}[0-9]{{1,2}}[.:])"
)
# jumat, 24/7/26 · jumat, 24 juli 26: the weekday tells that they are right, and nothing but it stands in front
SHORT_YEAR: Final = rf"'?(?P<short>{TWO})(?![.:] ?[0-9])"
SHORT_DATES: Final = tuple(
    re.compile(rf"{NAMED_DAY}(?P<day>{TWO}){date}{TIME}")
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
    r"(?<![a-z0-9])(?:(?:sekitar|kurang lebih|about) )?(?:(?P<count>[0-9]{1,3}|satu|an?) |se)"
    r"(?P<unit>detik|menit|jam|hari|minggu|pekan|bulan|tahun|(?:second|minute|min|hour|day|week|month|year)s?)"
    r" (?:y(?:an)?g )?(?:lalu|ago)(?![a-z0-9])"
)
# kemarin 10:20 · yesterday at 08:17 wita · hari ini, 09:10
NAMED: Final = re.compile(rf"(?<![a-z0-9])(?:(?P<yesterday>kemarin|yesterday)|hari ini|today)(?![a-z0-9]){TIME}")
# baru saja
JUST_NOW: Final = re.compile(r"(?<![a-z0-9])(?:baru saja|just now)(?![a-z0-9])")

# --- What may stand around a printed stamp

# 10,176 views · 1.234 kali dibaca · 1,2 rb dilihat · dibaca: 99 kali · waktu baca 2 menit
VIEWS: Final = re.compile(
    r"(?<![a-z0-9])(?:[0-9][0-9.,]*(?:k| ?(?:rb|ribu|jt|juta))? ?(?:x |kali )?(?:views?|dibaca|dilihat|pembaca|hits?)"
    r"|(?:views?|dibaca|dilihat|hits?) ?:? ?[0-9][0-9.,]*(?: ?(?:x|kali|views?))?"
    r"|(?:waktu )?baca ?:? ?[0-9]{1,3} menit|[0-9]{1,3} menit (?:mem)?baca)(?![a-z0-9])"
)
# 370231, a view count with its label cut off; 2027 could be a year
BARE_COUNT: Final = re.compile(r" (?!(?:19|20)[0-9]{2}$)[0-9]{3,7}")
# " | " · ", " · "- "; a hyphen between letters joins a name
SEPARATOR: Final = re.compile(r"((?: ?(?:[|,:;>/»]|(?<![a-z0-9])-|-(?![a-z])))+ ?)")
# diterbitkan · last update · diunggah pada · revisi sejak · hari
LABEL: Final = re.compile(
    r"(?:(?:(?:last|terakhir|tanggal|tgl|date) )?"
    r"(?:(?:di)?(?:terbit|tayang|muat|unggah|publikasi|posting|upload|update)(?:kan)?|penerbitan|dipublish"
    r"|dibuat|ditulis|publish(?:ed)?|publication|post(?:ed)?|created|diperba(?:ha)?rui|pembaruan|modified"
    r"|edited|updated|edisi|revisi sejak)(?: terakhir)?(?: date)?"
    r"|pada|on|hari|tanggal|tgl|date|waktu)(?: (?:on|at|pada|hari|tanggal|tgl))*\.?"
)
# oleh budi santoso · posted by budi on
BY: Final = re.compile(r"(?:posted |published |dibuat |ditulis )?(?:oleh|by) (.+?)(?: on| pada)?")
# jurnalis · editor: a role stands alone, with the name before or after its separator
ROLE: Final = re.compile(
    r"(?:posted )?(?:oleh|by)|editor|reporter|penulis|pewarta|jurnalis|wartawan|kontributor|rep|red|author"
)
# budi · detiknews · kompas.com · riau24 · 20detik · &
NAME: Final = re.compile(r"(?:20)?[a-zà-öø-ÿ][a-zà-öø-ÿ.'&-]*[0-9]{0,2}(?:\.[a-z]{2,4})*|&")
SITE: Final = re.compile(r"[a-z0-9.-]+\.(?:com|co|id|net|org|tv|news)")


def read_timestamp(
    text: str, *, now: datetime | None = None, zone: str = "Asia/Jakarta", year: int | None = None
) -> Timestamp | None:
    """Reads the one stamp a text consists of, or returns None.

    ``text`` is machine-made (ISO 8601 and its local variants, RFC 822) or printed (Indonesian, English, or
    both mixed; numbers are day first). ``now`` is the aware fetch time: relative text is measured from it and
    a stamp more than a day ahead of it is None. ``zone`` is the portal's IANA zone, for clocks without one. ``year``
    is that of the page's address: where a weekday and a day are printed without a year it is this one or, where there
    is none, the last one up to ``now``, if the weekday was that of the day.

    WIB, WITA and WIT (and +07:00, +08:00, +09:00) are kept as printed, other offsets are converted to
    ``zone``; the result always has a fixed offset. The machine's clock, zone and locale are never read. What was
    counted back has no more of ``now`` than its unit: "9 menit lalu" has no seconds of its own.

    Raises ValueError for a naive ``now``, ``zoneinfo.ZoneInfoNotFoundError`` for an unknown ``zone``.

    >>> stamp = read_timestamp(", Jurnalis-Jum'at, 29 Agustus 2025 |13:10 WIB")
    >>> stamp.value.isoformat(), stamp.precision
    ('2025-08-29T13:10:00+07:00', 'minute')
    >>> read_timestamp("2026-07-27T08:00:00-04:00").value.isoformat()
    '2026-07-27T19:00:00+07:00'
    >>> read_timestamp("9 menit lalu", now=stamp.value).value.isoformat()
    '2025-08-29T13:01:00+07:00'
    >>> read_timestamp("Film AADC? 2 Dirilis 28 April 2016") is None
    True
    """
    if now is not None and now.utcoffset() is None:
        raise ValueError("now must be an aware datetime")
    if len(text) > LONGEST and len(text := text.strip()) > LONGEST:
        return None
    if "&" in text:
        text = unescape(text)
    plain = " ".join((text if text.isascii() else text.translate(PLAIN)).split())
    portal = ZoneInfo(zone)
    try:
        stamp = _read_machine(plain, portal) or _read_printed(plain, now, year, portal)
    except (ValueError, OverflowError):  # a day, clock or zone that does not exist, or that we do not trust
        return None
    if stamp is None or stamp.value.year not in YEARS or (now is not None and stamp.value - now > DAY):
        return None
    return stamp


def _read_machine(text: str, portal: ZoneInfo) -> Timestamp | None:
    if found := ISO.fullmatch(text):
        year, _, month, day, joint, hour, minute, second, fraction, minute_, second_, zone = found.groups()
        minute, second = minute or minute_, second or second_
        zones = [name for name in (joint, zone) if name and name.strip(" Tt")]
        # A Z after a hand-made "T20-59-53" or " T10:08:58" is decoration: those clocks are the portal's.
        if zones in (["Z"], ["z"]) and (minute_ or joint.upper() == " T"):
            zones = []
    elif found := RFC_822.fullmatch(text):
        weekday, day, name, year, hour, minute, second, zone = found.groups()
        month, fraction, zones = str(MONTHS.get(name.lower(), 0)), None, [zone]
        if weekday:
            _check_weekday(weekday.lower(), date(int(year), int(month), int(day)))
    else:
        return None
    precision: Precision = "second" if second else "minute" if minute else "day"
    microsecond = int((fraction or "0")[:6].ljust(6, "0"))
    clock = int(hour or 0), int(minute or 0), int(second or 0), microsecond
    naive = datetime(int(year), int(month), int(day), *clock)  # noqa: DTZ001
    return Timestamp(_place(naive, _offset(tuple(zones)), portal), precision)


def _read_printed(text: str, now: datetime | None, year: int | None, portal: ZoneInfo) -> Timestamp | None:
    text = FRIDAY.sub("jumat", text.lower())
    text = ZONE_IN_FULL.sub(lambda name: SHORT_ZONES[name[1]], text)
    text = BRACKETED.sub(r"\1\3", text, count=1) if BRACKETED.match(text) else text
    if not re.search(YEAR, text):
        return _read_short(text, now, year, portal) or (_read_relative(text, now, portal) if now else None)
    text = HIJRI.sub(" ", text).strip()
    found = next((match for pattern in DATES if (match := pattern.search(text))), None)
    if found is None:
        return None
    parts = found.groupdict()
    early, late = parts["early"], parts["clock"]
    if (early and late) or not _is_framed(text, found, "|-,; " if early or late else "|"):
        return None
    clock, precision = _clock(early or late)
    month = int(parts["month"]) if parts["month"].isdigit() else MONTHS[parts["month"]]
    day = date(int(parts["year"]), month, int(parts["day"]))  # refuses the 31st of June before slower code does
    if weekday := parts.get("weekday"):
        _check_weekday(weekday, day)
    import dateparser  # here: what reads no printed date should not wait for it

    # The base keeps dateparser from asking the machine's clock; without other parsers it cannot guess.
    naive = dateparser.parse(
        f"{day} {clock}",
        date_formats=["%Y-%m-%d %H:%M:%S"],
        languages=["en"],
        settings={"PARSERS": ["custom-formats"], "RELATIVE_BASE": EPOCH, "TIMEZONE": "UTC"},
    )
    if naive is None:
        return None
    offset = _printed_offset((parts["early_zones"] or "") + parts["zones"])
    if offset is not None and not offset and precision == "day":
        return None
    return Timestamp(_place(naive, offset, portal), precision)


def _read_short(text: str, now: datetime | None, year: int | None, portal: ZoneInfo) -> Timestamp | None:
    """A day of two figures for its year or none, which its weekday proves: "Jumat, 24/7/26", "Jumat, 10 Juli"."""
    found = next((match for pattern in SHORT_DATES if (match := pattern.match(text))), None)
    if found is None or not _is_framed(text, found, "|"):
        return None
    parts = found.groupdict()
    month = int(parts["month"]) if parts["month"].isdigit() else MONTHS[parts["month"]]
    if short := parts.get("short"):
        year = int(short) + (2000 if int(short) < 70 else 1900)
    elif year is None:
        if now is None:
            return None
        today = now.astimezone(portal)
        year = today.year - ((month, int(parts["day"])) > (today.month, today.day))
    day = date(year, month, int(parts["day"]))
    _check_weekday(parts["weekday"], day)
    clock, precision = _clock(parts["clock"])
    offset = _printed_offset(parts["zones"])
    if offset is not None and not offset and precision == "day":
        return None
    return Timestamp(_place(datetime.combine(day, clock), offset, portal), precision)


def _read_relative(text: str, now: datetime, portal: ZoneInfo) -> Timestamp | None:
    here = _fixed(now.astimezone(portal)).replace(microsecond=0)
    if found := AGO.search(text):
        count = int(found["count"]) if (found["count"] or "").isdigit() else 1
        unit = UNITS[found["unit"].removesuffix("s")]
        here = here if unit == "second" else here.replace(second=0)
        stamp = Timestamp(_before(here, count, unit), unit, ago=True)
    elif found := NAMED.search(text):
        clock, precision = _clock(found["clock"])
        offset = _printed_offset(found["zones"])
        day = (now.astimezone(timezone(offset)) if offset is not None else here) - DAY * bool(found["yesterday"])
        if found["clock"]:
            day = _place(datetime.combine(day, clock), offset, portal)
        if day > now or not (found["clock"] or found["yesterday"]):  # a page of yesterday; a link of a menu
            return None
        stamp = Timestamp(day, precision, ago=not found["clock"])  # "kemarin" is 36 hours ago on some sites
    elif found := JUST_NOW.search(text):
        stamp = Timestamp(here.replace(second=0), "minute", ago=True)
    else:
        return None
    return stamp if _is_framed(text, found, "|-") else None


def _before(moment: datetime, count: int, unit: Precision) -> datetime:
    """The moment ``count`` units earlier; a month too short for its day gives its last day."""
    if unit in ("month", "year"):
        months = moment.year * 12 + moment.month - 1 - count * (12 if unit == "year" else 1)
        year, month = months // 12, months % 12 + 1
        return moment.replace(year=year, month=month, day=min(moment.day, monthrange(year, month)[1]))
    return moment - timedelta(**{f"{unit}s": count})


def _clock(text: str | None) -> tuple[time, Precision]:
    """A printed clock, and what it tells.

    >>> _clock("09.00 pm")
    (datetime.time(21, 0), 'minute')
    """
    if text is None:
        return time(), "day"
    hour, minute, *second = (int(digits) for digits in re.findall("[0-9]+", text))
    if half := re.search("[ap]", text):
        if not 1 <= hour <= 12:
            raise ValueError("a 12-hour clock runs from 1 to 12")
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return time(hour, minute, second[0] if second else 0), "second" if second else "minute"


def _check_weekday(name: str, day: date) -> None:
    if WEEKDAYS.get(name) != day.weekday():
        raise ValueError("the weekday is not that of the date")


def _printed_offset(zones: str) -> timedelta | None:
    offset = _offset(tuple(re.findall(ZONE, zones)))
    if offset and offset not in INDONESIAN:
        raise ValueError("no Indonesian portal prints this offset")
    return offset


@lru_cache(maxsize=256)
def _offset(zones: tuple[str, ...]) -> timedelta | None:
    """The one offset that zone names and offsets agree on; None if there are none.

    >>> _offset(("WIB", "GMT+7")), _offset(())
    (datetime.timedelta(seconds=25200), None)
    """
    offsets = set()
    for zone in zones:
        name, sign, digits = re.sub("[ :.]", "", zone.lower()).partition("-" if "-" in zone else "+")
        hours, minutes = (digits[:2], digits[2:]) if len(digits) != 3 else (digits[:1], digits[1:])
        if int(hours or 0) > 14 or int(minutes or 0) > 59:
            raise ValueError("no such offset")
        offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0))
        offsets.add(timedelta(hours=HOURS[name]) + (-offset if sign == "-" else offset))
    if len(offsets) > 1:
        raise ValueError("two zones")
    # -07:00 is what a template prints that turns the sign of WIB round.
    if any(-offset in INDONESIAN for offset in offsets):
        raise ValueError("an offset with its sign turned round")
    return offsets.pop() if offsets else None


def _fixed(value: datetime) -> datetime:
    return value.replace(tzinfo=timezone(value.utcoffset() or timedelta()))


def _place(naive: datetime, offset: timedelta | None, portal: ZoneInfo) -> datetime:
    """Gives a clock its zone: an Indonesian one is kept as printed, any other becomes the portal's."""
    if offset is None:
        return _fixed(naive.replace(tzinfo=portal))
    value = naive.replace(tzinfo=timezone(offset))
    return value if offset in INDONESIAN else _fixed(value.astimezone(portal))


def _is_framed(text: str, stamp: re.Match[str], links: str) -> bool:
    """Whether only labels, sites, channels, bylines and counts stand around a stamp.

    ``links`` are the separators strong enough to set an unlabelled name apart from this kind of stamp: prose
    joins a bare date to its words with a comma, but seldom a date and a clock.
    """
    before, after = (VIEWS.sub("", part) for part in (text[: stamp.start()], text[stamp.end() :]))
    names = _names(before)
    if names is None:
        return False
    words, signed, link = names
    known = signed or all(map(SITE.fullmatch, words))
    if not known and (link not in links or len(words) > {"|": 6, " ": 2}.get(link, 3)):
        return False
    if BARE_COUNT.fullmatch(after):
        return " " in links
    names = _names(after.rstrip(" ."))
    if names is None:
        return False
    words, signed, _ = names
    lead = SEPARATOR.match(after)
    return not words or signed or (lead is not None and _link(lead[0]) in links and _link(lead[0]) in "|-")


def _link(separator: str) -> str:
    """The strongest mark of a separator; a space where there is none."""
    return next((mark for mark in "|-,:" if mark in separator), ";" if separator.strip() else " ")


def _names(text: str) -> tuple[list[str], bool, str] | None:
    """Words of names in a text, whether a byline marks them, the link after the last one; None for prose."""
    words: list[str] = []
    signed, link = False, " "
    pieces = SEPARATOR.split(text.strip())
    for piece, separator in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        if not piece or LABEL.fullmatch(piece):
            continue
        if ROLE.fullmatch(piece):
            signed = True
            continue
        if byline := BY.fullmatch(piece):
            signed, piece = True, byline[1]
        found = piece.split()
        channel = piece in TOPICS and _link(separator) in "|-"
        if len(found) > 4 or not all(map(NAME.fullmatch, found)):
            return None
        if not channel and any(word.rstrip("0123456789.") in NOT_A_NAME | TOPICS for word in found):
            return None
        words += found
        link = _link(separator)
    return words, signed, link
