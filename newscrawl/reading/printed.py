"""The stamps of a page as its rules find them: what is printed, and what machines are told beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import islice
from typing import Any

from lxml import etree

from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.phrases.names.bylines import read_byline
from newscrawl.reading.text import flatten, line_before
from newscrawl.reading.times.dates import Timestamp, read_timestamp

# "Diperbarui 29/05/2025, 12:31 WIB", "(Update: 29 Mei 2025 12:31 WIB)": the stamp of a change
UPDATED = re.compile(
    r"[\s(\[|]*(?:\b|(?<=wi[bt])|(?<=wita)|(?<=[0-9]))(?:terakhir )?"
    r"(?:di(?:perbarui|perbaharui|update|edit|revisi|sunting)|(?<=terakhir )diubah|(?:last )?updated?)\b\W*",
    re.I,
)
UTC_MARK = re.compile(r"(?<=[0-9]) ?(?:Z|UTC|GMT|[+-]00:?00)$", re.I)
NAMES_ZONE = re.compile(r"\b(?:wi(?:b|ta|t)|gmt|utc|waktu indonesia)\b", re.I)
BEHIND_NAMES = re.compile(r"\s[-•·]\s")
CLOCK_BEHIND = re.compile(r"\b\d{1,2}[:.]\d\d\b(?: ?wi(?:b|ta|t))?\W*$", re.I)
LONGEST_STAMP = 1_000  # characters
LONGEST_LABEL = 30  # of what stands in front of a date's element: "Diperbarui:"
MIDNIGHT = time(0)  # what programs write behind a day whose clock they do not know
# "... | Terbit 29 Mei 2025 09:10 WIB" behind it
PUBLISHED = re.compile(
    r"[\s|,;(\[·•-]*(?:\b|(?<=wi[bt])|(?<=wita))(?:(?:di)?(?:terbit|tayang|publikasi|unggah)(?:kan)?"
    r"|publish(?:ed)?|posted)\b\W*",
    re.I,
)
# "/read/2026/07/24/", "/20260724151800-"
YEAR_IN_ADDRESS = re.compile(r"/((?:19[7-9]|20[0-9])[0-9])(?:/(?:0?[1-9]|1[0-2])/|(?:0[1-9]|1[0-2])[0-3][0-9])")
# `data-time="1784881104"` of the date's element: seconds, or milliseconds, since 1970
OF_EPOCH = re.compile(r"data-(?:[\w-]*-)?(?:unix|epoch|time|timestamp|date|datetime|published?|created)(?:-[\w-]*)?")
EPOCH = re.compile(r"([1-9][0-9]{8,9})(?:[0-9]{3})?")
STAMPED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.{0,20}")
ZONED = re.compile(r"(?<=[0-9])\+0?[789]:?00$")


@dataclass(slots=True)
class Printed:
    """What the page prints of its date: the stamps of publication, and texts that say when it was changed.

    `bare`: the first of the stamps is a clock without a zone.
    """

    published: list[Timestamp]
    changed: list[str]
    bare: bool = False


def without_false_utc(values: list[Any], others: list[Any]) -> list[Any]:
    """The values without those marked as UTC that have the very clock which another has in a zone: it is that zone's.

    >>> without_false_utc(["2026-07-24T09:15:00Z", "2026-07-24T02:15:00Z"], ["2026-07-24T09:15:00+07:00"])
    ['2026-07-24T02:15:00Z']
    """
    zoned = {clock_of(v) for v in (*values, *others) if isinstance(v, str) and ZONED.search(v.strip())}
    return [v for v in values if not (isinstance(v, str) and UTC_MARK.search(v.strip()) and clock_of(v) in zoned)]


def values_of(loader: FieldLoader, field: str, *sources: str) -> list[Any]:
    """What a field's rules of these sources find."""
    return [value for source in sources for value in loader.every(field, source)]


def stamps_of(loader: FieldLoader, field: str, values: list[Any], now: datetime | None) -> list[Timestamp]:
    """The exact stamps that values are, as the field's `_in` reads them."""
    texts = (re.sub(loader.false_zone, "", v[:LONGEST_STAMP], flags=re.I) for v in loader.taken(field, values))
    texts = (_of_epoch(found) if (found := EPOCH.fullmatch(text)) else text for text in texts)
    read = (read_timestamp(text, now=now, zone=loader.zone) for text in texts)
    # What is counted back from now would be another change at every visit.
    exact = (s for s in read if s is not None and s.is_exact and not (s.ago and field == "updated_at"))
    return [Timestamp(s.value, "day") if s.value.time() == MIDNIGHT and not s.ago else s for s in exact]


def read_printed(
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
    for line in loader.taken("published_at", [_with_label(value) for value in shown]):
        first, *rest = UPDATED.split(line[:LONGEST_STAMP], maxsplit=1)
        if rest and not first.strip() and (found := PUBLISHED.search(rest[0])):
            first, rest = rest[0][found.end() :], [rest[0][: found.start()]]
        changed += rest
        # "Antara Foto, CNN Indonesia | Rabu, 15/08/2018 10:05 WIB": if the line is no stamp, a part of it may be
        parts = [first, *first.split(" | ")[::-1], *_behind_names(first)]
        read = (read_timestamp(part, now=now, zone=loader.zone, year=year) for part in parts)
        stamp = next((stamp for stamp in read if stamp), None)
        if stamp and stamp.is_exact:  # "2 jam lalu" is not
            bare = not stamp.ago and stamp.precision != "day" and not NAMES_ZONE.search(first)
            is_bare = is_bare if published else bare
            published.append(_in_its_zone(stamp, [*machine, *beside]) if bare and loader.guess else stamp)
    return Printed(published, changed, is_bare)


def _behind_names(line: str) -> list[str]:
    """The date and clock behind writers' names and a dash or dot, for a line that has them; else [].

    >>> _behind_names("Budi Santoso, Siti Aminah - 13 Oktober 2016 23:11 wib"), _behind_names("Panen - 13 Oktober 2016")
    (['13 Oktober 2016 23:11 wib'], [])
    >>> _behind_names("Juli Santoso • 3 August 2025 07:42")
    ['3 August 2025 07:42']
    """
    names, *behind = BEHIND_NAMES.split(line, maxsplit=1)
    rest = "".join(behind)
    said = read_byline([names]) if CLOCK_BEHIND.search(rest) else None
    return [rest] if said and (said.authors or said.agency) else []


def _with_label(value: Any) -> Any:
    """A date's element as it is, but with the word in front of it where that says when the article was changed."""
    said = line_before(value, LONGEST_LABEL) if isinstance(value, etree._Element) else ""
    return f"{said} {flatten(value)}" if len(said) <= LONGEST_LABEL and UPDATED.fullmatch(said) else value


def _in_its_zone(line: Timestamp, machine: list[Timestamp]) -> Timestamp:
    """The machine stamp that shows the very clock of a printed line, whatever its zone; else the line."""
    clock = line.value.replace(tzinfo=None, second=0)
    same = (
        s for s in machine if s.precision != "day" and s.value.replace(tzinfo=None, second=0, microsecond=0) == clock
    )
    return next(same, line) if line.precision == "minute" else line


def epochs_of(shown: list[Any]) -> list[str]:
    """The stamps that the elements of the printed date carry as seconds since 1970, as ISO 8601."""
    attributes = [pair for e in shown if isinstance(e, etree._Element) for pair in e.items()]
    seconds = [EPOCH.fullmatch(str(value).strip()) for name, value in attributes if OF_EPOCH.fullmatch(str(name))]
    return [_of_epoch(found) for found in seconds if found]


def _of_epoch(found: re.Match[str]) -> str:
    """Seconds, or milliseconds, since 1970 as ISO 8601."""
    return datetime.fromtimestamp(int(found[1]), UTC).isoformat()


def told_beside(shown: list[Any]) -> list[str]:
    """What the elements of the printed date, or the one time element in each, say in `datetime`, or as a title."""
    elements = [e for e in shown if isinstance(e, etree._Element)]
    within = [[*islice(e.iter("time"), 2)] for e in elements]
    times = [e if len(inner) != 1 else inner[0] for e, inner in zip(elements, within, strict=True)]
    titles = [title for e in times if STAMPED.fullmatch(title := e.get("title", ""))]
    return [value for e in times if (value := e.get("datetime"))] + titles


def is_minute_of(moment: Timestamp, line: Timestamp) -> bool:
    """True where a stamp is the minute that a printed line says."""
    return moment.value.replace(second=0, microsecond=0) == line.value


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
