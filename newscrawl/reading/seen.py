"""The dates that stand about a title and a text where no rule says where the date stands, and what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any

from newscrawl.reading.containers import BodyText
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.guess import is_dated
from newscrawl.reading.times.dates import Timestamp, read_timestamp
from newscrawl.reading.times.stamps import AGO

# "Diperbarui 29/05/2025, 12:31 WIB", "(Update: 29 Mei 2025 12:31 WIB)": the stamp of a change
UPDATED = re.compile(
    r"[\s(\[|]*(?:\b|(?<=wi[bt])|(?<=wita)|(?<=[0-9]))(?:terakhir )?"
    r"(?:di(?:perbarui|perbaharui|update)|(?<=terakhir )diubah|(?:last )?updated?)\b\W*",
    re.I,
)
UTC_MARK = re.compile(r"(?<=[0-9]) ?(?:Z|UTC|GMT|[+-]00:?00)$", re.I)
NAMES_ZONE = re.compile(r"\b(?:wi(?:b|ta|t)|gmt|utc|waktu indonesia)\b", re.I)
LONGEST_STAMP = 1_000  # characters
MIDNIGHT = time(0)  # what programs write behind a day whose clock they do not know


@dataclass(frozen=True, slots=True)
class Seen:
    """A stamp about the title or the text; `zoned`: it names its zone."""

    stamp: Timestamp
    zoned: bool

    @property
    def has_clock(self) -> bool:
        """True for a stamp that is more than a day."""
        return self.stamp.precision != "day"


def seen_about(loader: FieldLoader, text: BodyText, now: datetime | None) -> list[Seen]:
    """The stamps about the title and the text, in order; of time elements what machines are told of the same moment."""
    told = {line: e.get("datetime", "") for e, line in text.lines if e.tag == "time" and e.get("datetime")}
    found: list[Seen] = []
    for line in [*(line for _, line in text.lines), *text.head]:
        said = UPDATED.split(line, maxsplit=1)[0] if len(line) <= LONGEST_STAMP else line
        moment = read_timestamp(told[line], now=now, zone=loader.zone) if line in told else None
        if moment is not None and AGO.fullmatch(line.casefold()):
            found.append(Seen(moment, zoned=True))
        for shown in loader.taken("published_at", [said]) if is_dated(said) else ():
            stamp = read_timestamp(shown, now=now, zone=loader.zone)
            if stamp is not None and stamp.is_exact:
                found.append(Seen(_exacter(stamp, moment), bool(NAMES_ZONE.search(shown))))
    return [seen for seen in found if seen.stamp.is_exact]


def _exacter(line: Timestamp, moment: Timestamp | None) -> Timestamp:
    """What machines are told where it is the day, or the minute, of a printed line; else the line."""
    if moment is None or moment.precision == "day" or moment.value.time() == MIDNIGHT:
        return line
    same = moment.value.date() == line.value.date() if line.precision == "day" else is_minute_of(moment, line)
    return moment if same else line


def is_minute_of(moment: Timestamp, line: Timestamp) -> bool:
    """True where a stamp is the minute that a printed line says."""
    return moment.value.replace(second=0, microsecond=0) == line.value


def first_of(seen: Sequence[Seen]) -> Timestamp | None:
    """The first stamp with a clock, else the first."""
    return next((s.stamp for s in seen if s.has_clock), next((s.stamp for s in seen), None))


def corrected(published: Timestamp, seen: Iterable[Seen], marked: Sequence[Any]) -> Timestamp | None:
    """The moment that machines are told, as a printed stamp corrects it; null where the two cannot be told apart.

    A printed clock is the one of the day that machines are told alone. The same clock in another zone is right as it is
    printed if its zone is named; else machines are told the clock as UTC, and one of the two is wrong.
    """
    clock = published.value.replace(tzinfo=None, second=0, microsecond=0)
    for stamp in (s for s in seen if s.has_clock):
        line = stamp.stamp
        if published.precision == "day" and line.value.date() == published.value.date():
            return line
        if line.value == published.value or is_minute_of(published, line):
            return published
        if line.value.replace(tzinfo=None, second=0, microsecond=0) == clock and stamp.zoned:
            return Timestamp(published.value.replace(tzinfo=line.value.tzinfo), published.precision)
        if is_utc_false(line, marked):
            return line if stamp.zoned else day_in_both(line)
    return published


def day_in_both(line: Timestamp) -> Timestamp | None:
    """The day of a printed clock where it is the same if the clock is UTC; else null."""
    utc = line.value.replace(tzinfo=UTC).astimezone(line.value.tzinfo)
    if utc.date() != line.value.date():
        return None
    return Timestamp(line.value.replace(hour=0, minute=0, second=0), "day")


def is_utc_false(published: Timestamp, marked: Iterable[Any]) -> bool:
    """True where one of the stamps for machines marks as UTC the clock that the page prints as its zone's."""
    clock = published.value.strftime("%Y-%m-%dT%H:%M")
    told = (str(value).strip() for value in marked)
    return any(UTC_MARK.search(value) and clock_of(value) == clock for value in told)


def clock_of(value: str) -> str:
    """The day and clock of a stamp for machines, as it is written, without seconds and zone."""
    return value.strip()[:16].replace(" ", "T")
