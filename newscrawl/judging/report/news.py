"""What the portals published lately: the newest headlines, and texts that several of them have.

It is read from the end of the latest files, so that it costs the same beside an archive of years.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from heapq import nlargest
from pathlib import Path

from newscrawl.storing.duplicates import clusters
from newscrawl.storing.lines import file_name, lines_of
from newscrawl.storing.records import Record, instant, read_line
from newscrawl.storing.signatures import NoRensa, signature

LATELY = timedelta(hours=24)
FILES = 3  # days of crawling whose files may have an article of the last hours, in any zone
READ = 16_000_000  # bytes of a file, from its end: some 5,000 articles
NEWEST = 12  # headlines
COMPARED = 3_000  # articles; a thousand take about a second
SHARED = 8  # texts


@dataclass(frozen=True, slots=True)
class Headline:
    """An article by its headline; `at` is when it was published."""

    portal: str
    title: str
    url: str
    at: datetime


@dataclass(frozen=True, slots=True)
class News:
    """The `newest` headlines, and of each text that several portals have all its headlines, the first one first.

    `compared` is how many articles were looked at for the latter, `lacking` why none could be.
    """

    newest: tuple[Headline, ...] = ()
    shared: tuple[tuple[Headline, ...], ...] = ()
    compared: int = 0
    lacking: str = ""


def news_of(data: Path, portals: Iterable[str], now: datetime) -> News:
    """What was published within LATELY before `now`, which is aware. A file that cannot be read is passed over."""
    found = {record.id: record for portal in portals for record in _lately(data / portal, now)}
    latest = nlargest(COMPARED, found.values(), key=_order)
    try:
        shared = _shared(latest[::-1])
    except NoRensa as error:
        return News(tuple(map(_headline, latest[:NEWEST])), lacking=str(error))
    return News(tuple(map(_headline, latest[:NEWEST])), shared, len(latest))


def _shared(records: list[Record]) -> tuple[tuple[Headline, ...], ...]:
    """The texts that several portals have, those of most portals first; `records` in order of publication."""
    copies = clusters((record.id, _order(record)[0], signature(record.text or "", record.portal)) for record in records)
    stories: dict[str, list[Headline]] = {}
    for record in records:
        first, is_alone, _ = copies.of(record.id)
        if not is_alone or first in copies.sizes:
            stories.setdefault(first, []).append(_headline(record))
    several = [tuple(story) for story in stories.values() if _portals(story) > 1]
    return tuple(nlargest(SHARED, several, key=lambda story: (_portals(story), story[-1].at)))


def _portals(story: Iterable[Headline]) -> int:
    return len({headline.portal for headline in story})


def _order(record: Record) -> tuple[int, str]:
    return instant(str(record.published_at)), record.id


def _headline(record: Record) -> Headline:
    return Headline(
        record.portal, record.title or record.url, record.url, datetime.fromisoformat(str(record.published_at))
    )


def _lately(folder: Path, now: datetime) -> Iterator[Record]:
    """The articles of a portal that were published lately, later versions behind earlier ones."""
    for days in range(FILES - 2, -2, -1):
        for record in _end_of(folder / file_name("articles", f"{(now - timedelta(days=days)).date()}")):
            if record.published_at and now - LATELY < datetime.fromisoformat(record.published_at) <= now:
                yield record


def _end_of(path: Path) -> Iterator[Record]:
    """The records of the last READ bytes of a file."""
    try:
        with path.open("rb") as file:
            if (size := os.fstat(file.fileno()).st_size) > READ:
                file.seek(size - READ - 1)
                file.readline()  # the rest of a line
            for line, _, _ in lines_of(file):
                if record := read_line(line):
                    yield record
    except OSError:
        return
