"""What is known of each portal: its runs, whether they are good, and what was not stored."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import nlargest
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from newscrawl.judging import runs
from newscrawl.judging.exitcodes import Exit, meaning
from newscrawl.judging.report.news import LATELY, News, news_of
from newscrawl.judging.runs import Run
from newscrawl.judging.watch import Match, recent
from newscrawl.judging.words import LONGEST_ADDRESS, is_link, lasting, moment, one_line
from newscrawl.reading.doubts.partial import HALF_READ
from newscrawl.storing import unread
from newscrawl.storing.lines import DROPPED
from newscrawl.storing.missed import missed

STALE = timedelta(hours=36)  # a night that was left out; the run of the next one may take long
DRAWN = 30  # runs in a chart
LISTED = (20, 15, 10, 5)  # articles in a list: as many as the page has room for
MANY_FINDINGS = 30
DROPPED_FILES = 60  # days looked through for articles not stored, the latest first
State = Literal["NO RUN", "FINDINGS", "passed"]
STATES: tuple[State, ...] = ("NO RUN", "FINDINGS", "passed")  # the order of the rows


@dataclass(frozen=True, slots=True)
class NotStored:
    """An article that was found and is not stored: where, when and why."""

    url: str
    reason: str
    detail: str
    at: datetime

    @property
    def name(self) -> str:
        """What tells the address from others in little room: host and the end of its path.

        >>> NotStored("https://a.com/read/2026/harga-emas", "removed", "", datetime.min).name
        'a.com/…/harga-emas'
        """
        if not is_link(self.url):
            return one_line(self.url, 60)
        parts = urlsplit(self.url)
        *path, last = parts.path.rstrip("/").split("/")
        between = "/…/" if len(path) > 1 else "/" if path else ""
        host = (parts.hostname or "").removeprefix("www.")
        return one_line(f"{host}{between}{last}{'?' if parts.query else ''}{parts.query}", 60)


@dataclass(frozen=True, slots=True)
class Row:
    """One portal: its state, and what it follows from.

    `runs` are the latest of the scope that is judged (nightly where there are such), `later` those of other scopes
    since the last of them, both oldest first; `why` has a line for everything that is not good, some a second
    with an example's address. A doubted page is stored and kept: its article is perhaps not whole or not right.
    """

    portal: str
    state: State
    why: tuple[str, ...]
    runs: tuple[Run, ...] = ()
    later: tuple[Run, ...] = ()
    dropped: tuple[NotStored, ...] = ()
    failed: tuple[NotStored, ...] = ()
    unread: tuple[NotStored, ...] = ()
    doubted: tuple[NotStored, ...] = ()  # all of the last run; `detail` is the doubt

    @property
    def good(self) -> bool:
        return self.state == "passed"

    @property
    def run(self) -> Run | None:
        """The run that is judged."""
        return self.runs[-1] if self.runs else None


@dataclass(frozen=True, slots=True)
class Report:
    """The portals at the moment `now`, those that need a look first."""

    now: datetime
    rows: tuple[Row, ...]
    watched: dict[str, list[Match]] = field(default_factory=dict)  # told lately, by the watch
    news: News = News()

    @property
    def verdict(self) -> str:
        """Whether all is well, in words."""
        bad, all_of_them = sum(not row.good for row in self.rows), len(self.rows)
        if not self.rows:
            return "no run is recorded"
        if bad:
            return f"{bad} of {all_of_them} portals {'needs' if bad == 1 else 'need'} a look"
        return f"all {all_of_them} portals passed" if all_of_them > 1 else "the portal passed"

    @property
    def has_runs(self) -> bool:
        return any(row.run for row in self.rows)


def gather(data: Path, names: Sequence[str], now: datetime, *, with_news: bool = False) -> Report:
    """What is known of the portals `names`, or of every folder of `data` with runs; `now` is aware.

    What cannot be read is passed over: a report is given also of a folder that is torn. `with_news`: with what was
    published lately, which takes some seconds for thousands of articles.
    """
    wanted = list(dict.fromkeys(names)) or folders(data)
    rows = [_row(data / name, now) for name in wanted]
    in_order = sorted(rows, key=lambda row: (STATES.index(row.state), row.portal))
    news = news_of(data, wanted, now) if with_news else News()
    return Report(now, tuple(in_order), recent(data, now, LATELY), news)


def folders(data: Path) -> list[str]:
    """The names of the portals that have runs."""
    return sorted(path.parent.name for path in data.glob(f"*/{runs.FOLDER}") if path.is_dir())


def _row(folder: Path, now: datetime) -> Row:
    recent = runs.load(folder, DRAWN, now=now)
    if not recent:
        return Row(folder.name, "NO RUN", ("no run is recorded: it never ran, or its records are gone",))
    shown = [run for run in recent if run.is_nightly]
    if len(shown) < len(recent):  # others in between: look further back
        shown = runs.load(folder, DRAWN, wanted=lambda run: run.is_nightly, now=now)
    if not shown:
        shown = [run for run in recent if run.scope == recent[-1].scope]
    last = shown[-1]
    later = recent[recent.index(last) + 1 :] if last in recent else recent
    findings = [line for run in (last, *later) for line in _faults(run)]
    state: State = "FINDINGS" if findings else "passed"
    if now - last.finished_at > STALE:
        state = "NO RUN"
        findings.insert(0, f"no run for {lasting(now - last.finished_at)}, since {moment(last.finished_at, now)}")
    dropped, failed = _not_stored(folder)
    kept = _kept(folder)
    doubted = _doubted(kept, last, later)
    return Row(
        folder.name, state, tuple(findings), tuple(shown), tuple(later), dropped, failed, tuple(_latest(kept)), doubted
    )


def _faults(run: Run) -> Iterator[str]:
    """A line for each finding of a run, and for an exit status that none of them explains."""
    scope = "" if run.is_nightly else f"{run.scope}: "
    if not run.passed and not (run.exit_status == Exit.FINDINGS and run.findings):
        why = meaning(run.exit_status, run.finish_reason) or "ended early"
        yield one_line(f"{scope}exit status {run.exit_status}: {why}", 300)
    for finding in run.findings[:MANY_FINDINGS]:
        example = f"\nfor example {one_line(finding.example, LONGEST_ADDRESS)}" if finding.example else ""
        yield one_line(f"{scope}{finding.name}: {finding.message}", 300) + example
    if (more := len(run.findings) - MANY_FINDINGS) > 0:
        yield f"{scope}and {more} more findings"


def _not_stored(folder: Path) -> tuple[tuple[NotStored, ...], tuple[NotStored, ...]]:
    """The latest articles that were dropped for good, and those that the next runs ask for again."""
    found: dict[bool, list[NotStored]] = {False: [], True: []}
    most = LISTED[0]
    for path in sorted(folder.glob(DROPPED), reverse=True)[:DROPPED_FILES]:
        with suppress(OSError):
            for one in missed(path):
                found[one.again].append(NotStored(one.url, one.reason, one.detail or "", one.at))
        if all(len(articles) >= most for articles in found.values()):
            break
        for articles in found.values():  # a day of an outage has thousands
            articles[:] = _latest(articles)
    return tuple(_latest(found[False])), tuple(_latest(found[True]))


def _kept(folder: Path) -> list[NotStored]:
    """The pages that crawls kept."""
    pages: list[NotStored] = []
    with suppress(OSError, zlib.error):  # a page that a crawl removes meanwhile
        pages.extend(
            NotStored(str(page.url), str(page.reason), str(page.detail or ""), page.at)
            for page in unread.kept(folder)
            if page.at.tzinfo
        )
    return pages


def _doubted(kept: list[NotStored], last: Run, later: Sequence[Run]) -> tuple[NotStored, ...]:
    """The doubted pages of the last run, the latest first.

    They were fetched since it began, or, in a replay of saved pages, before: then as many as it counted. What was read
    again since is not among them.
    """
    half = sorted((page for page in kept if page.reason == HALF_READ), key=lambda page: page.at, reverse=True)
    counted = 0 if any(run.scope == runs.REREAD for run in later) else sum(last.half_read.values())
    return tuple(page for i, page in enumerate(half) if page.at >= last.started_at or i < counted)


def _latest(articles: list[NotStored]) -> list[NotStored]:
    return nlargest(LISTED[0], articles, key=lambda article: article.at)
