"""Each portal crawled in a process of its own: one that hangs or crashes costs only itself."""

from __future__ import annotations

import asyncio
import sys
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from newscrawl.crawling.nightly.children import COULD_NOT_BEGIN, TIME_LIMIT, Child, run_child
from newscrawl.crawling.nightly.files import crawl_record, last_line_of, log_file
from newscrawl.crawling.nightly.limits import Limits
from newscrawl.judging import runs
from newscrawl.judging.exitcodes import Exit
from newscrawl.judging.runs import Finding, Run

Command = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class CrawlOutcome:
    """How a portal's crawl ended: `status` as a shell has it (128 and the number for a signal), `run` its record."""

    portal: str
    status: int
    seconds: float
    run: Run | None = None
    note: str = ""

    @property
    def passed(self) -> bool:
        return self.status == 0

    def __str__(self) -> str:
        articles = self.run.articles if self.run else {}
        counts = f": found {articles['found']}, stored {articles.get('stored', 0)}" if articles.get("found") else ""
        since = f", since {self.run.arguments['since']}" if self.run and "since" in self.run.arguments else ""
        note = f" ({self.note})" if self.note else ""
        return f"{self.portal} ended with exit status {self.status} after {self.seconds:.0f} s{counts}{since}{note}"


def crawl_command(options: Sequence[str]) -> Command:
    """`scrapy crawl PORTAL` with the options that `scrapy nightly` was given: nights missed are caught up, too."""
    return lambda portal: [sys.executable, "-m", "scrapy", "crawl", portal, "-s", "NEWSCRAWL_EVERY_DAY=1", *options]


class Night:
    """Crawls the portals of `zones` (their names and zones), whose files are in `data`.

    `clock` tells the time in a zone, `command` a portal's command line, `tell` takes lines of progress. `broken` are
    files of portals that cannot be used, and why: none of theirs passes.
    """

    def __init__(
        self,
        data: Path,
        zones: Mapping[str, str],
        limits: Limits,
        *,
        command: Command,
        clock: Callable[[str], datetime] = lambda zone: datetime.now(ZoneInfo(zone)),
        tell: Callable[[str], None],
        broken: Mapping[str, str] | None = None,
    ) -> None:
        self.data = data
        self.zones = zones
        self.limits = limits
        self.command = command
        self.clock = clock
        self.tell = tell
        self.broken = broken or {}
        self.outcomes = [CrawlOutcome(name, 1, 0.0, note=fault) for name, fault in self.broken.items()]
        self.waiting = deque(zones)
        self.stopped = asyncio.Event()  # begin no further portal, end those that run
        self.killed = asyncio.Event()  # and wait for none of them

    @property
    def failed(self) -> list[str]:
        """The portals that did not pass, those not begun included."""
        passed = {outcome.portal for outcome in self.outcomes if outcome.passed}
        return [name for name in dict.fromkeys([*self.zones, *self.broken]) if name not in passed]

    async def run(self) -> None:
        """Crawl them all, `limits.at_once` at a time, each in the order given."""
        await asyncio.gather(*(self._one_by_one() for _ in range(self.limits.at_once)))

    def stop(self) -> None:
        """End the crawls that run as a signal would; a second call kills them."""
        if self.stopped.is_set():
            self.killed.set()
        self.stopped.set()

    async def _one_by_one(self) -> None:
        while self.waiting and not self.stopped.is_set():
            name = self.waiting.popleft()
            began = time.monotonic()
            try:
                outcome = await self._crawl(name, began)
            except (OSError, ValueError) as error:  # no room, no permission, no process to be had; a broken record
                outcome = CrawlOutcome(name, Exit.STORAGE, time.monotonic() - began, note=str(error))
            self.outcomes.append(outcome)
            self.tell(str(outcome))

    async def _crawl(self, name: str, began: float) -> CrawlOutcome:
        folder, started_at = self.data / name, self.clock(self.zones[name])
        log = log_file(folder, datetime.now(ZoneInfo(self.zones[name])), self.limits.logs)
        before = runs.files(folder)
        self.tell(f"{name} begins; log {self._shown(log)}")
        with log.open("ab") as file:
            child = await run_child(self.command(name), file, self.limits, self.stopped, self.killed)
        own = crawl_record(folder, before) if child.status != Exit.BUSY else None
        run = Run(
            portal=name,
            started_at=started_at,
            finished_at=max(self.clock(self.zones[name]), started_at),
            finish_reason=child.reason,
            exit_status=child.status,
            seconds=round(time.monotonic() - began, 1),
        )
        return self._recorded(run, child, log, own)

    def _recorded(self, run: Run, child: Child, log: Path, own: Path | None) -> CrawlOutcome:
        """The outcome; `run` is written where the crawl left no record of its `own`, or one that knows not all."""
        seconds, note = run.seconds, child.finding or ""
        if own:
            run = Run.from_json(own.read_text(encoding="utf-8"))
            is_cut = child.finding == TIME_LIMIT and run.finish_reason != "finished"  # else it was looking back
            if not (child.signalled or is_cut):
                return CrawlOutcome(run.portal, child.status, seconds, run)
        elif child.status == 0:
            return CrawlOutcome(run.portal, 0, seconds, note="without a record of the run")
        if child.finding:
            last_line = "" if own else last_line_of(log)
            quoted = f", last line {last_line!r}" if last_line else ""
            if child.finding == COULD_NOT_BEGIN and last_line:  # it says why
                note = f"{child.finding}: {last_line.removeprefix('newscrawl: ')}"
            message = f"{child.message} after {seconds:.0f} s{quoted}; log {self._shown(log)}"
            findings = [*run.findings, Finding(child.finding, message)]
            run = replace(run, finish_reason=child.reason, exit_status=child.status, findings=findings)
        try:
            runs.save(self.data / run.portal, run, self.limits.runs, own)
        except OSError as error:
            note = f"the record of the run cannot be written: {error.strerror}"
        return CrawlOutcome(run.portal, child.status, seconds, run, note)

    def _shown(self, path: Path) -> str:
        return path.relative_to(self.data).as_posix()
