"""When an article was published and when it was last changed, from what its page prints and what machines are told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from newscrawl.items import Precision
from newscrawl.reading.content.containers import BodyText
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.printed import (
    UTC_MARK,
    day_in_both,
    epochs_of,
    is_minute_of,
    is_utc_false,
    read_printed,
    stamps_of,
    told_beside,
    values_of,
    without_false_utc,
)
from newscrawl.reading.seen import Seen, changes_about, corrected, first_of, seen_about
from newscrawl.reading.text import flatten
from newscrawl.reading.times.dates import Timestamp

DAY_IN_ADDRESS = re.compile(r"/((?:199|20[0-9])[0-9])/?(0?[1-9]|1[0-2])/?(0[1-9]|[12][0-9]|3[01])(?:/|[0-9]{6}\b)")
DIGIT = re.compile(r"\d")
LATELY = timedelta(minutes=1)
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


def read_moments(loader: FieldLoader, text: BodyText, now: datetime | None) -> Moments:
    """The moment of publication and, where it is later, that of the last change. `now` is the fetch time."""
    shown = loader.first("published_at", "css")
    beside = told_beside(shown)
    marked = values_of(loader, "published_at", "json", "meta")
    said = without_false_utc([*epochs_of(shown), *marked], beside)
    machine = stamps_of(loader, "published_at", said, now)
    told = stamps_of(loader, "published_at", without_false_utc(beside, said), now)
    printed = read_printed(loader, shown, machine, told, now)
    if _is_of_another(printed.published, machine, loader.page.url):
        printed.published = []
    apart_by = distance(printed.published, machine)
    # "2 jam lalu" or a day alone, with the moment in an attribute
    machine += told
    if (
        loader.guess
        and printed.bare
        and printed.published
        and _is_of_two_zones(printed.published[0], [*marked, *beside], machine)
    ):
        day = day_in_both(printed.published[0])
        return Moments(day.value, "day") if day else Moments()
    # Of a date that is printed and cannot be read no other line on the page tells.
    published = choose(printed.published, machine)
    by_shape = loader.guess and not any(map(DIGIT.search, map(flatten, shown)))
    if by_shape and (seen := _of_address(seen_about(loader, text, now), loader.page.url)):
        told_now = published is None or _is_visit(published, seen, now)
        published = first_of(seen) if told_now else corrected(published, seen, marked)  # type: ignore[arg-type]
    if published is None or published.precision not in ("second", "minute", "day"):
        return Moments()
    changed_at = values_of(loader, "updated_at", "json", "meta", "css")
    if published in printed.published and is_utc_false(published, marked):
        changed_at = [UTC_MARK.sub("", value) if isinstance(value, str) else value for value in changed_at]
    changes = stamps_of(loader, "updated_at", changed_at, now)
    if by_shape:
        printed.changed += changes_about(text)
    changes += stamps_of(loader, "updated_at", printed.changed, now)
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


def _of_address(seen: list[Seen], address: str) -> list[Seen]:
    """The stamps about a title that lie at the day of the address, where it tells one: "07/05/2026" may be 5 July."""
    day = _day_of(address)
    return seen if day is None else [s for s in seen if abs(s.stamp.value.date() - day) <= AGREED]


def _is_visit(published: Timestamp, seen: list[Seen], now: datetime | None) -> bool:
    """True for a machine stamp that is the moment of the visit, where a clock of another day is printed."""
    at_visit = now is not None and published.precision == "second" and abs(published.value - now) < LATELY
    return at_visit and all(s.has_clock and published.value - s.stamp.value > AGREED / 2 for s in seen)


def _day_of(address: str) -> date | None:
    """The day that an address tells; null for one that does not exist."""
    try:
        return date(*map(int, found.groups())) if (found := DAY_IN_ADDRESS.search(address)) else None
    except ValueError:
        return None


def _is_of_another(printed: list[Timestamp], machine: list[Timestamp], address: str) -> bool:
    """True for printed stamps that lie days from the day of the address, where one for machines lies at it.

    The clock of a header tells the day of the visit; an event's box tells of the event.
    """
    day = _day_of(address)
    if day is None or not printed:
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
    alike = any(is_minute_of(stamp, line) for stamp in machine if stamp.precision != "day")
    return not alike and is_utc_false(line, marked)
