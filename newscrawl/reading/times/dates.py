"""Printed and machine stamps in, aware datetimes (or None) out.

A stamp is read only when every character of the text is accounted for: one date, at most one clock, one
zone, and around them nothing but labels, a site, a channel, a byline or a view count. Anything else is None,
since a missing date is counted and a wrong one is believed. Digits are read here, words (the months, how long ago)
by dateparser: it is given nothing but the word.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from html import unescape
from typing import Final
from zoneinfo import ZoneInfo

from newscrawl.reading.times.framing import is_framed
from newscrawl.reading.times.months import MONTH_KEYS, month_of
from newscrawl.reading.times.stamps import (
    AGO,
    ALL_WEEKDAYS,
    AMOUNTS,
    BASIC,
    BRACKETED,
    DATES,
    FRIDAY,
    HAS_YEAR,
    HIJRI,
    IN_BRACKETS,
    ISO,
    JUST_NOW,
    MACHINE_MONTHS,
    NAMED,
    PLAIN,
    RFC_822,
    SHORT_DATES,
    SHORT_ZONES,
    UNITS,
    YEAR_LAST,
    ZONE_IN_FULL,
    Precision,
)
from newscrawl.reading.times.zones import fixed, offset_of, place, printed_offset

LONGEST: Final = 200  # characters; a longer text is prose
DAY: Final = timedelta(days=1)
HALF: Final = re.compile("[ap]")  # of a day, in a clock
NOTHING: Final = datetime(1970, 1, 1, tzinfo=UTC)  # what programs write for a moment they do not know
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
    >>> read_timestamp("05/08/2026 10:00 AM") is None, read_timestamp("05/08/2026 10:00").value.isoformat()
    (True, '2026-08-05T10:00:00+07:00')
    >>> read_timestamp("Film AADC? 2 Dirilis 28 April 2016") is None
    True
    """
    if now is not None and now.utcoffset() is None:
        raise ValueError("now must be an aware datetime")
    if len(text) > LONGEST and len(text := text.strip()) > LONGEST:
        return None
    if "&" in text:
        text = unescape(unescape(text))  # "Jum&amp;#039;at": some write it twice
    plain = " ".join((text if text.isascii() else text.translate(PLAIN)).split())
    stamp = _read_whole(plain, zone)
    if stamp is None and not HAS_YEAR.search(plain):
        stamp = _read_partial(plain, now, year, zone)
    if (
        stamp is None
        or stamp.value.year not in YEARS
        or abs(stamp.value - NOTHING) < DAY
        or (now is not None and stamp.value - now > DAY)
    ):
        return None
    return stamp


@lru_cache(maxsize=1024)  # a page says its moment several times, and many pages of a crawl say one day
def _read_whole(text: str, zone: str) -> Timestamp | None:
    """A stamp that tells its year, whatever the time it is read."""
    portal = ZoneInfo(zone)
    try:
        return _read_machine(text, portal) or _read_printed(_plain_words(text), portal)
    except (ValueError, OverflowError):  # a day, clock or zone that does not exist, or that we do not trust
        return None


def _read_partial(text: str, now: datetime | None, year: int | None, zone: str) -> Timestamp | None:
    """A stamp without a year of four figures, which is one only by its weekday or by `now`."""
    portal, text = ZoneInfo(zone), _plain_words(text)
    try:
        return _read_short(text, now, year, portal) or (_read_relative(text, now, portal) if now else None)
    except (ValueError, OverflowError):
        return None


def _plain_words(text: str) -> str:
    """A printed text in small letters, each word in its usual spelling."""
    text = FRIDAY.sub("jumat", text.lower())
    text = text[1:-1] if IN_BRACKETS.fullmatch(text) else text
    text = ZONE_IN_FULL.sub(lambda name: SHORT_ZONES[name[1] or name[2] or name[3] or name[4]], text)
    text = YEAR_LAST.sub(r"\1, \3 \2 \6 \4\5", text) if YEAR_LAST.fullmatch(text) else text
    return BRACKETED.sub(r"\1\3", text, count=1) if BRACKETED.match(text) else text


def _read_machine(text: str, portal: ZoneInfo) -> Timestamp | None:
    if BASIC.fullmatch(text):
        text = BASIC.sub(r"\1-\2-\3T\4:\5:\6\7", text)
    if found := ISO.fullmatch(text):
        year, _, month, day, joint, hour, minute, second, fraction, minute_, second_, zone = found.groups()
        minute, second = minute or minute_, second or second_
        zones = [name for name in (joint, zone) if name and name.strip(" Tt")]
        # A Z after a hand-made "T20-59-53" or " T10:08:58" is decoration: those clocks are the portal's.
        if zones in (["Z"], ["z"]) and (minute_ or joint.upper() == " T"):
            zones = []
    elif found := RFC_822.fullmatch(text):
        weekday, day, name, year, hour, minute, second, zone = found.groups()
        month, fraction, zones = str(MACHINE_MONTHS.get(name.lower()) or month_of(name.lower())), None, [zone]
        if weekday:
            _check_weekday(weekday.lower(), date(int(year), int(month), int(day)))
    else:
        return None
    precision: Precision = "second" if second else "minute" if minute else "day"
    microsecond = int((fraction or "0")[:6].ljust(6, "0"))
    clock = int(hour or 0), int(minute or 0), int(second or 0), microsecond
    naive = datetime(int(year), int(month), int(day), *clock)  # noqa: DTZ001
    return Timestamp(place(naive, offset_of(tuple(zones)), portal), precision)


def _read_printed(text: str, portal: ZoneInfo) -> Timestamp | None:
    if not HAS_YEAR.search(text):
        return None
    text = HIJRI.sub(" ", text).strip()
    found = next((match for pattern in DATES if (match := pattern.search(text))), None)
    if found is None:
        return None
    parts = found.groupdict()
    early, late = parts["early"], parts["clock"]
    if (early and late) or not is_framed(text, found, "|-,; " if early or late else "|"):
        return None
    clock, precision = _clock(early or late)
    day = date(int(parts["year"]), _month(parts), int(parts["day"]))
    if weekday := parts.get("weekday"):
        _check_weekday(weekday, day)
    offset = printed_offset((parts["early_zones"] or "") + parts["zones"])
    unsure = offset is None and not weekday and _may_be_month_first(parts, day)
    if unsure or (offset is not None and not offset and precision == "day"):
        return None
    return Timestamp(place(datetime.combine(day, clock), offset, portal), precision)


def _month(parts: dict[str, str]) -> int:
    return int(parts["month"]) if parts["month"].isdigit() else month_of(parts["month"])


def _may_be_month_first(parts: dict[str, str], day: date) -> bool:
    """True for two small numbers beside "AM", which programs print in either order."""
    unsure = parts["month"].isdigit() and day.day <= len(MONTH_KEYS) and day.day != day.month
    return unsure and bool(HALF.search(parts["early"] or parts["clock"] or ""))


def _read_short(text: str, now: datetime | None, year: int | None, portal: ZoneInfo) -> Timestamp | None:
    """A day of two figures for its year or none, which its weekday proves: "Jumat, 24/7/26", "Jumat, 10 Juli"."""
    found = next((match for pattern in SHORT_DATES if (match := pattern.match(text))), None)
    if found is None or not is_framed(text, found, "|"):
        return None
    parts = found.groupdict()
    month = _month(parts)
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
    offset = printed_offset(parts["zones"])
    if offset is not None and not offset and precision == "day":
        return None
    return Timestamp(place(datetime.combine(day, clock), offset, portal), precision)


def _read_relative(text: str, now: datetime, portal: ZoneInfo) -> Timestamp | None:
    here = fixed(now.astimezone(portal)).replace(microsecond=0)
    if found := AGO.search(text):
        count = AMOUNTS.get(said := found["count"] or "satu") or int(said)
        unit = UNITS[found["unit"].removesuffix("s")]
        here = here if unit == "second" else here.replace(second=0)
        stamp = Timestamp(before(here.replace(tzinfo=None), count, unit).replace(tzinfo=here.tzinfo), unit, ago=True)
    elif found := NAMED.search(text):
        clock, precision = _clock(found["clock"])
        offset = printed_offset(found["zones"])
        day = (now.astimezone(timezone(offset)) if offset is not None else here) - DAY * bool(found["yesterday"])
        day = place(datetime.combine(day, clock), offset, portal)
        if day > now or not (found["clock"] or found["yesterday"]):  # a page of yesterday; a link of a menu
            return None
        stamp = Timestamp(day, precision, ago=not found["clock"])  # "kemarin" is 36 hours ago on some sites
    elif found := JUST_NOW.search(text):
        stamp = Timestamp(here.replace(second=0), "minute", ago=True)
    else:
        return None
    return stamp if is_framed(text, found, "|-") else None


@lru_cache(maxsize=256)
def before(moment: datetime, count: int, unit: Precision) -> datetime:
    """The clock `count` units earlier, as dateparser counts; a month too short for its day gives its last day.

    `moment` has no zone: of two equal ones in two zones a cache would know one.

    >>> before(datetime.fromisoformat("2026-03-31T10:00:00"), 1, "month").isoformat()
    '2026-02-28T10:00:00'
    """
    import dateparser

    settings = {"PARSERS": ["relative-time"], "RELATIVE_BASE": moment, "TIMEZONE": "UTC"}
    earlier = dateparser.parse(f"{count} {unit} ago", languages=["en"], settings=settings)
    if earlier is None:
        raise ValueError(f"{count} {unit} ago is no moment")
    return earlier


def _clock(text: str | None) -> tuple[time, Precision]:
    """A printed clock, and what it tells.

    >>> _clock("09.00 pm")
    (datetime.time(21, 0), 'minute')
    """
    if text is None:
        return time(), "day"
    hour, minute, *second = (int(digits) for digits in re.findall("[0-9]+", text))
    if half := HALF.search(text):
        if not 1 <= hour <= 12:
            raise ValueError("a 12-hour clock runs from 1 to 12")
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return time(hour, minute, second[0] if second else 0), "second" if second else "minute"


def _check_weekday(name: str, day: date) -> None:
    if ALL_WEEKDAYS.get(name) != day.weekday():
        raise ValueError("the weekday is not that of the date")
