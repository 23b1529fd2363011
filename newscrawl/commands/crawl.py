"""`scrapy crawl PORTAL`: Scrapy's command, with arguments checked first and an exit status that is true."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from asyncio import Future
from collections.abc import Iterator
from contextlib import closing, suppress
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.commands import crawl

from newscrawl import counts
from newscrawl.crawling.commandline import OurCommand, as_called, fail, portal_named, tell
from newscrawl.crawling.keeping.recorder import RunRecorder
from newscrawl.crawling.nightly.limits import limits_of
from newscrawl.crawling.nightly.watching import after_crawl
from newscrawl.crawling.processes.anysites import ANY, one_by_one
from newscrawl.crawling.processes.parent import STOPS, WATCHES, end_with_parent
from newscrawl.crawling.refusing import check_settings, level_fault, refuse_losing, refuse_unreadable, unwritable
from newscrawl.crawling.showing.log import tell_log_lost_once
from newscrawl.crawling.spider.catching_up import begin
from newscrawl.crawling.spider.portal import spider_of
from newscrawl.discovery.sift import MAX_UNDATED_CARDS
from newscrawl.judging.exitcodes import Exit, meaning
from newscrawl.judging.runs import ARCHIVE, Run
from newscrawl.portals.form import Portal
from newscrawl.portals.plan import Plan, crawl_time
from newscrawl.portals.registry import portals, spare_what_is_loaded
from newscrawl.portals.sites import named_in, remember, site_of
from newscrawl.storing.raw import INSTALL
from newscrawl.storing.store import Store, StoreBusy, StoreFailed
from newscrawl.terminal import inert, open_streams


class Command(OurCommand, crawl.Command):
    sites: list[type[Portal]]  # one, or those of `-a site=`

    form = "[options] PORTAL"

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Everything that can be known to be wrong is said here: before the log begins, before the first request."""
        open_streams()  # for Scrapy's own `scrapy crawl`, which is not of this project's main
        # A night ends it, and looks for what is watched for itself.
        self.in_night = end_with_parent() is not None and not os.environ.pop(WATCHES, "")
        super().process_options(args, opts)
        if len(args) != 1:
            names = ", ".join(portals())
            fail(f"give a portal: {names}; or a site: scrapy crawl any -a site=https://katadata.co.id", Exit.USAGE)
        if fault := level_fault(self.settings):
            fail(fault)
        data = self.settings.get("NEWSCRAWL_DATA")
        self.sites = self._sites(args[0], opts.spargs)
        if (log := self.settings.get("LOG_FILE")) and (fault := unwritable(str(log), data, self.sites[0].name)):
            fail(f"LOG_FILE: {fault}")
        if len(self.sites) > 1 and (opts.output or opts.overwrite_output):
            fail("-o and -O take one site: what several give stands in a folder each", Exit.USAGE)
        for portal in self.sites:
            refuse_losing(self.settings, portal.custom_settings or {})
        for portal, uri in product(self.sites, map(str, self.settings.getdict("FEEDS"))):
            if fault := unwritable(uri, data, portal.name):
                fail(fault, Exit.USAGE)
        for portal in self.sites:
            self._check(portal, opts.spargs)
        for portal in self.sites:
            if portal.off:
                tell(f"{portal.name} is off by default: {portal.off}")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(self.sites) > 1:
            self.exitcode = one_by_one(self.sites, opts)
            return
        assert self.crawler_process
        portal = self.sites[0]
        crawler = self.crawler_process.create_crawler(spider_of(portal))
        crawler.signals.connect(tell_log_lost_once, signals.spider_opened)  # by then it has its log
        if signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:  # a closed terminal ends the crawl as cleanly as a stop
            signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
        begun: Any = self.crawler_process.crawl(crawler, **opts.spargs)
        spare_what_is_loaded()
        self.crawler_process.start()
        for ended in STOPS:
            signal.signal(ended, signal.SIG_IGN)  # what is left takes no time, and its exit status is true
        if self.crawler_process.bootstrap_failed or crawler.stats is None:
            fault = begun.exception() if isinstance(begun, Future) and begun.done() else None
            tell(f"{portal.name}: the crawl could not begin: {fault or 'see its log'}; is a setting (-s) wrong?")
            self.exitcode = Exit.USAGE if fault else 1
            return
        stats = crawler.stats.get_stats()
        recorder = crawler.get_extension(RunRecorder)
        run = recorder.run if recorder else None
        self.exitcode = recorder.settle() if recorder else Exit.STORAGE
        with suppress(OSError):  # a terminal that was closed does not change how the crawl ended
            data, caught_up = self.settings["NEWSCRAWL_DATA"], "since" not in opts.spargs
            said = summary(portal.name, stats, data, self.exitcode, run, caught_up=caught_up)
            print(as_called(said), file=sys.stderr)
        if not self.in_night:
            for ended in STOPS:  # the first reading of a large store takes minutes, and may be broken off
                signal.signal(ended, lambda *_: os._exit(self.exitcode))
            after_crawl(self.settings, crawl_time(self.settings, Portal.zone), tell)
            for ended in STOPS:
                signal.signal(ended, signal.SIG_IGN)  # Python's own end takes handlers away, but not this

    def _sites(self, name: str, arguments: dict[str, str]) -> list[type[Portal]]:
        """The portal that was named, or those of `-a site=`; a wrong one ends the command."""
        if name != ANY:
            return [portal_named(name, self.settings)]
        if not (given := arguments.pop("site", "")):
            fail("say which site: scrapy crawl any -a site=https://katadata.co.id", Exit.USAGE)
        try:
            found = [site_of(text) for text in named_in(given)]
        except ValueError as error:
            fail(f"site: {error}", Exit.USAGE)
        for portal in found:
            if not portal.by_shape:
                tell(f"{portal.domains[0]} is read by the rules of {portal.name}")
        by_folder: dict[str, type[Portal]] = {}
        for portal in found:  # a site in two spellings is one
            by_folder.setdefault(portal.name, portal)
        return [*by_folder.values()]

    def _check(self, portal: type[Portal], arguments: dict[str, str]) -> None:
        try:
            check_settings(self.settings)
            now = crawl_time(self.settings, portal.zone)
            plan = Plan.parse(arguments, portal, now)
            keeps_raw = self.settings.getbool("NEWSCRAWL_WARC")
            limits_of(self.settings)
        except ValueError as error:
            fail(f"{portal.name}: {error}", Exit.USAGE)
        if keeps_raw and find_spec("fastwarc") is None:
            fail(f"NEWSCRAWL_WARC: fastwarc is not installed: {INSTALL}", Exit.USAGE)
        if plan.browser:
            self._check_browser(portal, plan)
        refuse_unreadable(self.settings)
        if data := self.settings.get("NEWSCRAWL_DATA"):
            folder = Path(data) / portal.name

            def begun() -> None:
                if plan.lists_up_to_now:  # what it was to list the next one lists that can
                    with suppress(OSError):
                        begin(folder, plan.since)

            try:
                with closing(Store(folder, now.date())) as store:
                    store.open(begun)
                    for note in store.notes:
                        tell(f"{portal.name}: {note}")
                remember(folder, portal)
            except StoreBusy as error:
                fail(str(error), Exit.BUSY)
            except (StoreFailed, OSError) as error:
                begun()
                fail(str(error) if isinstance(error, StoreFailed) else f"{data}: {error.strerror}", Exit.STORAGE)

    def _check_browser(self, portal: type[Portal], plan: Plan) -> None:
        from newscrawl.crawling.browser import finding

        if finding.needed(portal, plan, self.settings):
            try:
                finding.check(self.settings)
            except finding.NoBrowser as error:
                fail(f"{portal.name}: {error}", Exit.NO_BROWSER)


# What was counted, in words for each counter that is not 0: of what earlier runs left, and of what was not fetched.
OF_EARLIER = (
    (counts.ASKED_AGAIN, "asked again {}: articles of earlier runs that no listing shows any more"),
    (counts.LATE, "late {}: articles of days before, whose lists did not show them when they were read"),
    (counts.LATE_LEFT, "not looked back {}: pages of lists of days before; the next run asks for what came late"),
)
BESIDES = (
    (counts.OTHER_CARDS, "not followed {}: cards of photos, videos, other brands or other days"),
    (counts.OTHER_DAYS, "not fetched {}: articles listed that were published before or after the days asked for"),
    (
        counts.UNDATED_CARDS,
        f"not fetched {{}}: articles listed without a day, behind {MAX_UNDATED_CARDS} others of a page",
    ),
    (counts.NEED_BROWSER, "not asked {}: listings that only a browser shows; with one (make browser): -a browser=1"),
    (counts.RAW_PAGES, "raw pages {}: kept in warc/ as they were sent"),
    (counts.KEPT_DAMAGED, "damaged {}: kept files, or places in them, that could not be read again; named above"),
)


def summary(
    portal: str,
    stats: dict[str, object],
    data: str | None,
    status: int,
    run: Run | None = None,
    *,
    caught_up: bool = False,
) -> str:
    """What a crawl did, in a few lines; `caught_up` where nobody asked for the first day that it listed."""
    sums = counts.balance(stats)
    seldom = ("revised", "unchanged", "worse")  # named only when there are any; the line adds up to what was found
    ends = [f"{end} {count}" for end, count in sums.items() if count or end not in seldom]
    lines = [f"{portal}: {', '.join(ends)}"]
    if run and caught_up and (since := run.arguments.get("since")):
        lines.append(f"  caught up since {since}: days whose lists no run had read to their end")
    lines += [f"  {words.format(count)}" for key, words in OF_EARLIER if (count := stats.get(key))]
    for end in counts.REASONED:
        lines += [f"  {end} {count}: {why}" for why, count in counts.reasons(stats, end).items()]
    lines += [f"  {words.format(count)}" for key, words in BESIDES if (count := stats.get(key))]
    lines += [f"  {line}" for line in told_by(run)] if run else []
    lines.append(f"  files: {Path(data) / portal}" if data else "  nothing is stored: NEWSCRAWL_DATA is empty")
    if why := meaning(status, run.finish_reason if run else ""):
        lines.append(f"  exit status {status}: {why}")
    return "\n".join(map(inert, lines))


def told_by(run: Run) -> Iterator[str]:
    """What the record of a run says besides what was counted."""
    if run.experimental:
        yield "experimental: the rules for today's pages of this portal were made from public descriptions only"
    if run.empty_days and run.scope == ARCHIVE:
        yield f"without an article {run.empty_days}: days whose lists gave none, to be listed again"
    yield from (f"given up {count}: {reason}; not asked for any more" for reason, count in run.given_up.items())
    for finding in run.findings:
        yield f"FINDING {finding.name}: {finding.message}"
        if finding.example:
            yield f"  for example {finding.example}"
    yield from (f"doubted {n}: {doubt}; see `scrapy review {run.portal}`" for doubt, n in run.half_read.items())
    if run.incomplete:
        yield f"incomplete {run.incomplete}: stored without all of their pages (complete is false)"
    if run.not_kept:
        yield f"not kept {run.not_kept}: pages that could not be read, and not be written to unread/ either"
    if run.unread or run.unread_lost:
        lost = f", {run.unread_lost} older ones removed for want of room (NEWSCRAWL_UNREAD_MB)"
        kept = f"kept {run.unread}: pages to be read again by `scrapy reread {run.portal}`"
        yield kept + (lost if run.unread_lost else "")
