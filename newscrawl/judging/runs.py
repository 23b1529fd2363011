"""What each crawl counted, kept as `data/PORTAL/runs/TIME.json`: the past that the next run is judged against."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Annotated, Any

import msgspec

from newscrawl.files import write_whole

SCHEMA_VERSION = 1
FOLDER = "runs"
Moment = Annotated[datetime, msgspec.Meta(tz=True)]  # aware
# What was looked at: only runs of the same scope list the same articles.
DAILY, ARCHIVE, CHANNELS, TAG, SEARCH, URLS, REREAD = (
    "daily", "archive", "channels", "tag", "search", "urls", "reread",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was: its name (see `findings`), one line with the numbers, and what it is about.

    `example` is the address of a page that shows it, where the run knows one.
    """

    name: str
    message: str
    about: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """How often a loader's rule was tried in a run, and how often it gave something."""

    tried: int = 0
    matched: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """How many pages of a listing were read in a run, and how many articles they gave."""

    asked: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl of one portal.

    `coverage` is the percentage of the articles read that have a field (0 to 100), `text_length` the median
    number of characters, `bytes` what was received, `peak_memory` bytes, `status_codes` counts answers by code.
    """

    portal: str
    started_at: Moment
    finished_at: Moment
    scope: str = DAILY
    arguments: dict[str, str] = field(default_factory=dict)
    finish_reason: str = "finished"
    exit_status: int = 0
    findings: list[Finding] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)  # names of findings that are the portal's own doing, and stay
    days: int = 0  # how many were listed
    articles: dict[str, int] = field(default_factory=dict)  # found and each way an article ends
    worse: dict[str, int] = field(default_factory=dict)  # by reason
    asked_again: int = 0  # of those found, articles of earlier runs that no listing of this one has shown
    dropped: dict[str, int] = field(default_factory=dict)  # by reason
    failed: dict[str, int] = field(default_factory=dict)  # by reason
    half_read: dict[str, int] = field(default_factory=dict)  # by reason
    incomplete: int = 0  # articles stored without all of their pages
    unread: int = 0  # pages kept for `scrapy reread` when the run ended, older ones too
    unread_lost: int = 0  # kept pages that had to go for newer ones
    not_kept: int = 0  # pages that could not be read and, for want of room or permission, not be kept either
    read: int = 0  # articles that were read; coverage and text_length are about them
    coverage: dict[str, float] = field(default_factory=dict)
    text_length: int | None = None
    text_length_low: int | None = None  # a quarter of the texts is shorter
    most_frequent: dict[str, float] = field(default_factory=dict)  # percent of the articles with one and the same value
    texts: int = -1  # articles whose lines were counted; -1: not counted, a record of before
    recurring: dict[str, float] = field(default_factory=dict)  # percent of these texts that have the line
    listings: dict[str, Asked] = field(default_factory=dict)  # in the order in which they are tried
    listing_pages: int = 0  # that were read
    empty_days: int = 0  # days of which no listing gave an article
    lost_listings: int = 0
    lost_because: dict[str, int] = field(default_factory=dict)  # likewise, by reason
    blocked_listings: int = 0  # listings that showed a robot check or a provider's block
    full: dict[str, int] = field(default_factory=dict)  # most cards of a page that another one followed, by form
    endless: int = -1  # listings whose pages all lack the end of their HTML
    short_of_since: int = 0  # listings that end before the first day asked for
    apart: int = 0  # lists of all days that reach back neither beyond it nor to an article that an earlier run knew
    other_days: int = 0  # articles listed of days that were not asked for
    late: int = 0  # of those found, articles of the day before, new on lists that an earlier run has read
    late_shown: int = 0  # articles of that day that these lists show
    overdue: int = 0  # articles new on the other lists, though published before the last run read these
    due: int = 0  # articles of that time which these lists show
    late_left: int = 0  # pages of such lists that did not come: the next run asks for them
    undated: int = 0  # articles listed without a day, too many on one page to be fetched
    earlier: int = 0  # of those found, articles listed without a day that were of days before those asked for
    channels: dict[str, int] = field(default_factory=dict)  # articles of the days asked for on the lists of each
    one_number: int = 0  # articles of channels that have the number of one with quite another headline
    own: dict[str, int] = field(default_factory=dict)  # of these, articles that no other channel's lists show
    read_again: int = 0  # stored articles of which a page was read that is no worse
    differs: dict[str, int] = field(default_factory=dict)  # of these, those that differ, by field
    news_age: float = -1.0  # hours from the latest publication to the begin of the run; -1: not known
    held_before: int = -1  # articles in the files when the run began, and at its end; -1: not counted
    held: int = -1
    known: int = -1  # articles that earlier runs stored of what the lists reach back to; and those that no list shows
    unlisted: int = -1
    last_number: int = -1  # nine in ten articles have a lower number, where numbers are all there is to ids
    numbered: float = -1.0  # share of the numbers since that of the run before that are articles'
    copies: int = 0  # of those stored, articles that an earlier run stored under another number
    other_cards: int = -1  # cards of lists that are no address of an article; -1: not counted, a record of before
    given_up: dict[str, int] = field(default_factory=dict)  # asked for in vain as often as articles are; by reason
    silent: dict[str, int] = field(default_factory=dict)  # articles by host and first folder of which none could be had
    clock_off: int = 0  # seconds that the site's clock was ahead of this machine's, by every answer; negative: behind
    days_done_before: int = 0  # days of an archive that an earlier run had finished
    rules: dict[str, Rule] = field(default_factory=dict)
    dead_selectors: list[str] = field(default_factory=list)  # tried on half of the pages or more, in vain
    status_codes: dict[str, int] = field(default_factory=dict)
    pages: int = 0
    pages_per_second: float = 0.0
    bytes: int = 0
    seconds: float = 0.0
    peak_memory: int = 0
    experimental: bool = False  # nobody has seen a page of today of the portal
    versions: dict[str, str] = field(default_factory=dict)
    schema_version: int = SCHEMA_VERSION

    @property
    def passed(self) -> bool:
        return self.exit_status == 0

    @property
    def is_nightly(self) -> bool:
        """True for a run that looked at every channel up to its day: today and yesterday, or more to catch up."""
        caught_up = self.scope == ARCHIVE and "since" in self.arguments
        return self.scope == DAILY or (caught_up and not {"until", "channels"} & set(self.arguments))

    @property
    def is_of_channels(self) -> bool:
        """True for a run that looked at some channels only."""
        return self.scope.startswith(CHANNELS)

    @property
    def found_listed(self) -> int:
        """How many of the articles found were found in the listings of its days, or given."""
        return self.articles.get("found", 0) - self.asked_again - self.late

    @property
    def found_of_days(self) -> int:
        """Likewise without those of earlier days: a first run takes what it can of lists that tell no days."""
        return self.found_listed - self.earlier

    @property
    def began(self) -> datetime:
        """When it began; where this machine's clock was hours ahead of the site's, as a finding says, by the site's."""
        return self.started_at + timedelta(seconds=min(self.clock_off, 0) if self.found("clock") else 0)

    def found(self, name: str) -> bool:
        """True when the run had a finding of this name."""
        return any(finding.name == name for finding in self.findings)

    @property
    def file_name(self) -> str:
        """The name of its file without its ending: when it began, readable and in the order of time."""
        return f"{self.started_at:%Y-%m-%dT%H-%M-%S.%f%z}"

    def as_json(self) -> str:
        """The run as indented JSON, times as ISO 8601 with their offset."""
        return json.dumps(msgspec.to_builtins(self), ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Run:
        """The run that `as_json` wrote, without nulls and what a newer version added. Raises ValueError for others."""
        try:
            given = msgspec.json.decode(text, type=dict[str, Any])
            return msgspec.convert({k: v for k, v in given.items() if v is not None}, cls)
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            raise ValueError(f"not the record of a run: {error}") from None


def save(folder: Path, run: Run, keep: int, path: Path | None = None) -> Path:
    """Write a run under `folder` (data/PORTAL) in one step; only the latest `keep` stay. Raises OSError.

    `path` is the file of the same run, if there is one; without it another run's file is never replaced.
    """
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    names = (place / f"{run.file_name}{f'_{n:03}' if n else ''}.json" for n in count())
    path = path or next(name for name in names if not name.exists())
    write_whole(path, run.as_json().encode(errors="replace"))  # half a surrogate pair of an article's line
    for old in files(folder)[max(keep, 1) :]:
        old.unlink(missing_ok=True)
    return path


def load(
    folder: Path,
    last: int | None = None,
    *,
    wanted: Callable[[Run], bool] = lambda _: True,
    now: datetime | None = None,
) -> list[Run]:
    """The runs of a portal, oldest first: the `last` that are `wanted`. A file that is no run is passed over.

    So is one from a day or more after `now`: the clock was wrong then, and what it says of the past would be, too,
    unless it was known by how much.
    """
    found: list[Run] = []
    for run in filter(None, map(read_run, files(folder))):
        if len(found) == last:
            break
        if wanted(run) and (now is None or run.began <= now + timedelta(days=1)):
            found.append(run)
    return found[::-1]


def files(folder: Path) -> list[Path]:
    """The files of a portal's runs, the latest first."""
    return sorted((folder / FOLDER).glob("[0-9]*.json"), reverse=True)


def read_run(path: Path) -> Run | None:
    """The run in a file, or null for one that is none."""
    try:
        return Run.from_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
