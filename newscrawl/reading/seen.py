"""The dates that stand about a title and a text where no rule says where the date stands, and what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from lxml import etree

from newscrawl.reading.blocks.boxes import classes_of
from newscrawl.reading.content.containers import BodyText
from newscrawl.reading.content.guess import is_ago, is_dated
from newscrawl.reading.fields import FieldLoader
from newscrawl.reading.headline import likely_title
from newscrawl.reading.metalines import STAMP, read_meta_line
from newscrawl.reading.people.roles import is_of_card
from newscrawl.reading.printed import (
    LONGEST_STAMP,
    MIDNIGHT,
    NAMES_ZONE,
    UPDATED,
    day_in_both,
    is_minute_of,
    is_utc_false,
)
from newscrawl.reading.text import line_before
from newscrawl.reading.times.dates import Timestamp, read_timestamp

MODIFIED = "modified"  # a class; "updated" marks the first date of many themes, too
LONGEST_LABEL, LABELLED = 40, 2  # characters of a label, and how far in a box the date may stand behind it
LONGEST_COUNTED = 80  # characters
FROM_NOW = re.compile(
    r"\d\d? ?(?:menit|detik|minutes?|mins?) (?:y(?:an)?g )?(?:lalu|ago)|(?:hari ini|kemarin)\b.*\d", re.I
)
LONGEST_DAY = 20  # characters: "Jumat, 24 September"


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
    lines = sorted(
        ((e, line) for e, line in text.lines if not _is_of_change(e)), key=lambda pair: not _is_first(pair[0])
    )
    told = {line: e.get("datetime", "") for e, line in lines if e.tag == "time" and e.get("datetime")}
    found: list[Seen] = []
    for line in [*(line for _, line in lines), *text.head]:
        said = UPDATED.split(line, maxsplit=1)[0] if len(line) <= LONGEST_STAMP else line
        moment = read_timestamp(told[line], now=now, zone=loader.zone) if line in told else None
        if moment is not None and (is_ago(line) or _is_day_of(line, moment)):
            found.append(Seen(moment, zoned=True))
        for shown in loader.taken("published_at", [said]) if is_dated(said) else ():
            stamp = read_timestamp(shown, now=now, zone=loader.zone)
            if stamp is None and (meta := read_meta_line(shown)):
                stamp = read_timestamp(meta.stamp, now=now, zone=loader.zone)
            if stamp is not None and stamp.is_exact:
                found.append(Seen(_exacter(stamp, moment), bool(NAMES_ZONE.search(shown))))
    found = [seen for seen in found if seen.stamp.is_exact]
    return found or _counted_back(loader, lines, now)


def _counted_back(loader: FieldLoader, lines: Iterable[tuple[etree._Element, str]], now: datetime | None) -> list[Seen]:
    """The first stamp between the title and the text that is counted from `now`: "9 menit lalu", "Kemarin, 08:17"."""
    order, title = loader.page.index.order, likely_title(loader.page)
    if now is None or title is None:
        return []
    for element, line in lines:
        if len(line) > LONGEST_COUNTED or not FROM_NOW.search(line) or order.get(element, 0) < order.get(title, 0):
            continue
        stamp = None if is_of_card(element) or UPDATED.search(line) else read_timestamp(line, now=now, zone=loader.zone)
        if stamp is not None and stamp.is_exact:
            return [Seen(stamp, bool(NAMES_ZONE.search(line)))]
    return []


def changes_about(text: BodyText) -> list[str]:
    """What the lines about the title and the text say of the last change, "Diperbarui 24 Juli 2026 15:18 WIB"."""
    found = []
    for element, line in text.lines:
        if len(line) > LONGEST_STAMP or not is_dated(line):
            continue
        front, *behind = (part.strip(" ()[]|") for part in UPDATED.split(line, maxsplit=1))
        # "Data diperbarui 24 Juli 2026" tells of data
        if behind and STAMP.fullmatch(behind[0]) and (not front or is_dated(front)):
            found.append((element, behind[0]))
        elif not behind and STAMP.fullmatch(line) and _is_of_change(element):
            found.append((element, line))
    return [said for element, said in found if not is_of_card(element)]


def _is_first(element: etree._Element) -> bool:
    """True for a date that is marked as that of publication."""
    return element.get("itemprop") == "datePublished" or "published" in classes_of(element)


def _is_of_change(element: etree._Element) -> bool:
    """True for a date that is marked, or labelled in front of it, as that of the last change, and not as the first."""
    if _is_first(element):
        return False
    if element.get("itemprop") == "dateModified" or MODIFIED in classes_of(element):
        return True
    for step in (element, *islice(element.iterancestors(), LABELLED - 1)):
        said = line_before(step, LONGEST_LABEL)
        if said or step.getprevious() is not None:
            return bool(UPDATED.fullmatch(said[-LONGEST_LABEL:]))
    return False


def _is_day_of(line: str, moment: Timestamp) -> bool:
    """True for a printed day without its year, "24 Juli", that is the one machines are told."""
    if is_dated(line) or len(line) > LONGEST_DAY:
        return False
    day = read_timestamp(f"{line} {moment.value.year}")
    return day is not None and day.value.date() == moment.value.date()


def _exacter(line: Timestamp, moment: Timestamp | None) -> Timestamp:
    """What machines are told where it is the day, or the minute, of a printed line; else the line."""
    if moment is None or moment.precision == "day" or moment.value.time() == MIDNIGHT:
        return line
    same = moment.value.date() == line.value.date() if line.precision == "day" else is_minute_of(moment, line)
    return moment if same else line


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
