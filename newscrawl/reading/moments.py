"""When an article was published and when it was last changed, from what its page prints and what machines are told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from lxml import etree

from newscrawl.items import Precision
from newscrawl.reading.containers import BodyText
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.seen import (
    LONGEST_STAMP,
    MIDNIGHT,
    NAMES_ZONE,
    UPDATED,
    UTC_MARK,
    clock_of,
    corrected,
    day_in_both,
    first_of,
    is_utc_false,
    seen_about,
)
from newscrawl.reading.times.dates import Timestamp, read_timestamp

# "... | Terbit 29 Mei 2025 09:10 WIB" behind it
PUBLISHED = re.compile(
    r"[\s|,;(\[·•-]*(?:\b|(?<=wi[bt])|(?<=wita))(?:(?:di)?(?:terbit|tayang|publikasi|unggah)(?:kan)?"
    r"|publish(?:ed)?|posted)\b\W*",
    re.I,
)
# "/read/2026/07/24/", "/20260724151800-"
YEAR_IN_ADDRESS = re.compile(r"/((?:19[7-9]|20[0-9])[0-9])(?:/(?:0?[1-9]|1[0-2])/|(?:0[1-9]|1[0-2])[0-3][0-9])")
DAY_IN_ADDRESS = re.compile(r"/((?:199|20[0-9])[0-9])/?(0?[1-9]|1[0-2])/?(0[1-9]|[12][0-9]|3[01])(?:/|[0-9]{6}\b)")
# `data-time="1784881104"` of the date's element: seconds, or milliseconds, since 1970
OF_EPOCH = re.compile(r"data-(?:[\w-]*-)?(?:unix|epoch|time|timestamp|date|datetime|published?|created)(?:-[\w-]*)?")
EPOCH = re.compile(r"([1-9][0-9]{8,9})(?:[0-9]{3})?")
STAMPED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.{0,20}")
ZONED = re.compile(r"(?<=[0-9])\+0?[789]:?00$")
AGREED = timedelta(days=2)  # a printed day may lie in another zone, and be put off by a day
# How far a change must lie behind a stamp of this precision to be one.
SLACK = {
    "second": timedelta(0),
    "minute": timedelta(minutes=1) - timedelta(seconds=1),
    "day": timedelta(days=1),
}


@dataclass(slots=True)
class Moments:
    """When an article was published, how exactly that is known, and when it was last changed.

    `distance` is how far what is printed lies from what machines are told; null where only one of them is there.
    """

    published: datetime | None = None
    precision: Precision | None = None
    changed: datetime | None = None
    distance: timedelta | None = None

    @property
    def apart(self) -> bool:
        """True where what is printed and what machines are told lie more than two days from each other."""
        return self.distance is not None and self.distance > AGREED


@dataclass(slots=True)
class Printed:
    """What the page prints of its date: the stamps of publication, and texts that say when it was changed.

    `bare`: the first of the stamps is a clock without a zone.
    """

    published: list[Timestamp]
    changed: list[str]
    bare: bool = False


def read_moments(loader: FieldLoader, text: BodyText, now: datetime | None) -> Moments:
    """The moment of publication and, where it is later, that of the last change. `now` is the fetch time."""
    shown = loader.first("published_at", "css")
    beside = _attributes(shown)
    marked = _said(loader, "published_at", "json", "meta")
    said = _zoned([*_epochs(shown), *marked], beside)
    machine = _stamps(loader, "published_at", said, now)
    told = _stamps(loader, "published_at", _zoned(beside, said), now)
    printed = _printed(loader, shown, machine, told, now)
    if _is_of_another(printed.published, machine, loader.page.url):
        printed.published = []
    apart_by = distance(printed.published, machine)
    # "2 jam lalu" or a day alone, with the moment in an attribute
    machine += told
    if loader.guess and printed.bare and _is_of_two_zones(printed.published[0], [*marked, *beside], machine):
        day = day_in_both(printed.published[0])
        return Moments(day.value, "day") if day else Moments()
    # Of a date that is printed and cannot be read no other line on the page tells.
    published = choose(printed.published, machine)
    if loader.guess and not shown and (seen := seen_about(loader, text, now)):
        published = corrected(published, seen, marked) if published is not None else first_of(seen)
    if published is None or published.precision not in ("second", "minute", "day"):
        return Moments()
    changed_at = _said(loader, "updated_at", "json", "meta", "css")
    if published in printed.published and is_utc_false(published, marked):
        changed_at = [UTC_MARK.sub("", value) if isinstance(value, str) else value for value in changed_at]
    changes = _stamps(loader, "updated_at", changed_at, now)
    changes += _stamps(loader, "updated_at", printed.changed, now)
    changes = [stamp for stamp in changes if stamp.precision != "day"]
    changed = last_change(published, [stamp.value for stamp in changes], now)
    return Moments(published.value, published.precision, changed, apart_by)


def choose(printed: Iterable[Timestamp], machine: Iterable[Timestamp]) -> Timestamp | None:
    """The moment of publication from the printed line and the machine stamps.

    What readers see decides; a machine stamp that shows the same clock adds its seconds. So a constant or
    mislabelled stamp (Z that is WIB, -07:00) cannot win. Without a printed clock the first exact machine
    stamp counts, if it agrees with the printed day.
    """
    stamps = list(machine)
    line = next(iter(printed), None)
    exact = [s for s in stamps if s.precision != "day"]
    if line is None:
        return next(iter(exact or stamps), None)
    if line.precision == "day":
        return next((s for s in exact if s.value.date() == line.value.date()), line)
    if line.precision == "minute":
        off = timedelta(minutes=1 if line.ago else 0)  # "9 menit lalu" is rounded
        for stamp in exact:
            if abs(stamp.value.replace(second=0, microsecond=0) - line.value) <= off:
                return Timestamp(stamp.value.astimezone(line.value.tzinfo), stamp.precision)
    return line


def distance(printed: list[Timestamp], machine: list[Timestamp]) -> timedelta | None:
    """How far the nearest of the printed stamps lies from an exact one for machines; a day is as long as it is."""
    exact = [stamp.value for stamp in machine if stamp.precision != "day"]
    return min((_from(stamp, other) for stamp in printed for other in exact), default=None)


def _from(stamp: Timestamp, moment: datetime) -> timedelta:
    behind = moment - stamp.value
    if stamp.precision == "day" and behind > timedelta(0):
        return max(behind - timedelta(days=1), timedelta(0))
    return abs(behind)


def _is_of_another(printed: list[Timestamp], machine: list[Timestamp], address: str) -> bool:
    """True for printed stamps that lie days from the day of the address, where one for machines lies at it.

    The clock of a header tells the day of the visit; an event's box tells of the event.
    """
    found = DAY_IN_ADDRESS.search(address)
    if not found or not printed:
        return False
    try:
        day = date(*map(int, found.groups()))
    except ValueError:
        return False
    away = [abs(stamp.value.date() - day) > AGREED for stamp in printed]
    return all(away) and any(abs(s.value.date() - day) <= AGREED for s in machine if s.precision != "day")


def last_change(published: Timestamp, changes: list[datetime], now: datetime | None) -> datetime | None:
    """The last of the changes that lies behind the publication and not behind `now`."""
    known = {published.value, *changes}
    least = published.value + SLACK[published.precision]
    later = [value for value in changes if value > least and not (now and value > now)]
    # A Z behind a clock of the portal's zone: the same clock is told by another stamp, hours earlier.
    return max((v for v in later if v - (v.utcoffset() or timedelta(0)) not in known), default=None)


def _is_of_two_zones(line: Timestamp, marked: list[Any], machine: list[Timestamp]) -> bool:
    """True for a printed clock without a zone that machines are told as UTC, where no other stamp tells which is right.

    A site whose clock was never set to its zone prints UTC; another calls its own clock so.
    """
    alike = any(s.value.replace(second=0, microsecond=0) == line.value for s in machine if s.precision != "day")
    return not alike and is_utc_false(line, marked)


def _zoned(values: list[Any], others: list[Any]) -> list[Any]:
    """The values without those marked as UTC that have the very clock which another has in a zone: it is that zone's.

    >>> _zoned(["2026-07-24T09:15:00Z", "2026-07-24T02:15:00Z"], ["2026-07-24T09:15:00+07:00"])
    ['2026-07-24T02:15:00Z']
    """
    zoned = {clock_of(v) for v in (*values, *others) if isinstance(v, str) and ZONED.search(v.strip())}
    return [v for v in values if not (isinstance(v, str) and UTC_MARK.search(v.strip()) and clock_of(v) in zoned)]


def _said(loader: FieldLoader, field: str, *sources: str) -> list[Any]:
    return [value for source in sources for value in loader.every(field, source)]


def _stamps(loader: FieldLoader, field: str, values: list[Any], now: datetime | None) -> list[Timestamp]:
    """The exact stamps that values are, as the field's `_in` reads them."""
    texts = (re.sub(loader.false_zone, "", v[:LONGEST_STAMP], flags=re.I) for v in loader.taken(field, values))
    read = (read_timestamp(text, now=now, zone=loader.zone) for text in texts)
    # What is counted back from now would be another change at every visit.
    exact = (s for s in read if s is not None and s.is_exact and not (s.ago and field == "updated_at"))
    return [Timestamp(s.value, "day") if s.value.time() == MIDNIGHT and not s.ago else s for s in exact]


def _printed(
    loader: FieldLoader, shown: list[Any], machine: list[Timestamp], beside: list[Timestamp], now: datetime | None
) -> Printed:
    """What the page's own line says: "02/11/2023, 21:34 WIB Diperbarui 03/11/2023, 08:00 WIB".

    On a site that no rule knows, a clock without a zone is in that of a machine stamp, or one `beside`, that shows it.
    """
    told = YEAR_IN_ADDRESS.search(loader.page.url)
    year = int(told[1]) if told else next((stamp.value.year for stamp in machine), None)
    published: list[Timestamp] = []
    changed: list[str] = []
    is_bare = False
    for line in loader.taken("published_at", shown):
        first, *rest = UPDATED.split(line[:LONGEST_STAMP], maxsplit=1)
        if rest and not first.strip() and (found := PUBLISHED.search(rest[0])):
            first, rest = rest[0][found.end() :], [rest[0][: found.start()]]
        changed += rest
        # "Antara Foto, CNN Indonesia | Rabu, 15/08/2018 10:05 WIB": if the line is no stamp, a part of it may be
        parts = [first, *first.split(" | ")[::-1]]
        read = (read_timestamp(part, now=now, zone=loader.zone, year=year) for part in parts)
        stamp = next((stamp for stamp in read if stamp), None)
        if stamp and stamp.is_exact:  # "2 jam lalu" is not
            bare = not stamp.ago and stamp.precision != "day" and not NAMES_ZONE.search(first)
            is_bare = is_bare if published else bare
            published.append(_in_its_zone(stamp, [*machine, *beside]) if bare and loader.guess else stamp)
    return Printed(published, changed, is_bare)


def _in_its_zone(line: Timestamp, machine: list[Timestamp]) -> Timestamp:
    """The machine stamp that shows the very clock of a printed line, whatever its zone; else the line."""
    clock = line.value.replace(tzinfo=None, second=0)
    same = (
        s for s in machine if s.precision != "day" and s.value.replace(tzinfo=None, second=0, microsecond=0) == clock
    )
    return next(same, line) if line.precision == "minute" else line


def _epochs(shown: list[Any]) -> list[str]:
    """The stamps that the elements of the printed date carry as seconds since 1970, as ISO 8601."""
    attributes = [pair for e in shown if isinstance(e, etree._Element) for pair in e.items()]
    seconds = [EPOCH.fullmatch(str(value).strip()) for name, value in attributes if OF_EPOCH.fullmatch(str(name))]
    return [datetime.fromtimestamp(int(found[1]), UTC).isoformat() for found in seconds if found]


def _attributes(shown: list[Any]) -> list[str]:
    """What the elements of the printed date, or the one time element in each, say in `datetime`, or as a title."""
    elements = [e for e in shown if isinstance(e, etree._Element)]
    within = [[*islice(e.iter("time"), 2)] for e in elements]
    times = [e if len(inner) != 1 else inner[0] for e, inner in zip(elements, within, strict=True)]
    titles = [title for e in times if STAMPED.fullmatch(title := e.get("title", ""))]
    return [value for e in times if (value := e.get("datetime"))] + titles
