"""`scrapy crawl PORTAL`: Scrapy's command, with arguments checked first and an exit status that is true."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path

from scrapy.commands import crawl

from newscrawl.commands import fail
from newscrawl.exitcodes import MEANING, Exit, exit_status
from newscrawl.ledger import balance, reasons
from newscrawl.plan import Plan
from newscrawl.portals import Portal, crawl_time
from newscrawl.replay import PageIndex
from newscrawl.store import Store, StoreBusy, StoreFailed


class Command(crawl.Command):
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        assert self.crawler_process
        loader = self.crawler_process.spider_loader
        if len(args) != 1:
            fail(f"give one portal: {', '.join(sorted(loader.list()))}", Exit.USAGE)
        if args[0] not in loader.list():
            fail(f"unknown portal {args[0]!r}; known: {', '.join(sorted(loader.list()))}", Exit.USAGE)
        portal = loader.load(args[0])
        if issubclass(portal, Portal):
            self._check(portal, opts.spargs)
        crawler = self._create_crawler(args[0])
        if signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:  # a closed terminal ends the crawl as cleanly as a stop
            signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
        self.crawler_process.crawl(crawler, **opts.spargs)
        self.crawler_process.start()
        if self.crawler_process.bootstrap_failed or crawler.stats is None:
            self.exitcode = 1
            return
        stats = crawler.stats.get_stats()
        self.exitcode = int(exit_status(stats))
        print(summary(portal.name, stats, self.settings["NEWSCRAWL_DATA"], self.exitcode), file=sys.stderr)

    def _check(self, portal: type[Portal], arguments: dict[str, str]) -> None:
        """Everything that can be known to be wrong before the first request."""
        assert self.settings is not None
        try:
            now = crawl_time(self.settings, portal.zone)
            Plan.parse(arguments, portal, now)
            if replay := self.settings.get("REPLAY_DIR"):
                PageIndex(Path(replay))
        except ValueError as error:
            fail(f"{portal.name}: {error}", Exit.USAGE)
        if data := self.settings.get("NEWSCRAWL_DATA"):
            try:
                with Store(Path(data) / portal.name, now.date()) as store:
                    for note in store.notes:
                        print(f"newscrawl: {portal.name}: {note}", file=sys.stderr)
            except StoreBusy as error:
                fail(str(error), Exit.BUSY)
            except StoreFailed as error:
                fail(str(error), Exit.STORAGE)


def summary(portal: str, stats: dict[str, object], data: str | None, status: int) -> str:
    """What a crawl did, in a few lines."""
    sums = balance(stats)
    new = sums["stored"] + sums["revised"]
    lines = [
        f"{portal}: found {sums['found']}, stored {new}, already stored {sums['already stored'] + sums['unchanged']}, "
        f"dropped {sums['dropped']}, failed {sums['failed']}"
    ]
    for end in ("dropped", "failed"):
        lines += [f"  {end} {count}: {reason}" for reason, count in reasons(stats, end).items()]
    if other := stats.get("listings/other cards"):
        lines.append(f"  not followed {other}: cards of photos, videos, other brands or other days")
    if data:
        lines.append(f"  files: {Path(data) / portal}")
    lines.append(f"  exit status {status}: {MEANING[Exit(status)]}" if status in list(Exit) else "")
    return "\n".join(line for line in lines if line)
