"""`scrapy nightly [PORTAL ...]`: the crawl of a night, every portal in a process of its own, and its report."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Mapping
from datetime import datetime

from newscrawl.crawling.commandline import OfflineCommand, check_portals, data_of, fail, handed_on, known_portals
from newscrawl.crawling.nightly.limits import limits_of
from newscrawl.crawling.nightly.night import Night, crawl_command
from newscrawl.crawling.nightly.telling import run_night, say
from newscrawl.crawling.refusing import check_settings, refuse_losing
from newscrawl.files import check_writable
from newscrawl.judging.exitcodes import Exit
from newscrawl.portals.form import Portal
from newscrawl.portals.plan import crawl_time
from newscrawl.portals.registry import broken, switched_on
from newscrawl.storing.lines import ARTICLES
from newscrawl.terminal import inert

ALL = "all"  # what a systemd instance is called that crawls every portal


class Command(OfflineCommand):
    form = "[options] [PORTAL ...]"
    about = (
        "Crawls the portals named, or every portal that is not off by default (also: all), each in a process "
        "of its own with a time limit and a log in data/PORTAL/logs. Days that no run has listed to their end"
        " are caught up, two weeks back. Prints the report and writes it to data/report.html. Exit status: 0 "
        "every portal passed, 1 not every portal passed, 2 a wrong argument, 6 interrupted, 7 the data folder"
        " cannot be written."
    )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        settings = self.settings
        if opts.logfile:
            fail("--logfile: each portal has a log of its own, data/PORTAL/logs")
        refuse_losing(settings)
        known = known_portals(settings)
        names = chosen(args, known)
        data = data_of(settings, "a night must be stored")
        zones = {name: known[name].zone for name in names}

        def clock(zone: str) -> datetime:
            return crawl_time(settings, zone)

        try:
            most = limits_of(settings)
            check_settings(settings)
            clock(zones[names[0]])
        except ValueError as error:
            fail(str(error))
        try:
            data.mkdir(parents=True, exist_ok=True)
            check_writable(data)  # a full disk is better known before the night
        except OSError as error:
            fail(f"NEWSCRAWL_DATA {data}: cannot be written: {error.strerror}", Exit.STORAGE)
        if not any(data.glob(f"*/{ARTICLES}")):
            tell(f"nothing is stored in {data} yet: every portal begins anew")
        faults = {} if args and args != [ALL] else broken()
        job = Night(data, zones, most, command=crawl_command(handed_on(opts)), clock=clock, tell=tell, broken=faults)
        command, watch_file = (settings.get(name) or "" for name in ("NEWSCRAWL_NOTIFY", "NEWSCRAWL_WATCH"))
        self.exitcode = asyncio.run(run_night(job, lambda: clock(zones[names[0]]), command, watch_file))


def chosen(args: list[str], known: Mapping[str, type[Portal]]) -> list[str]:
    """The portals to crawl, by default those with rules; one that is not `known` ends the command."""
    if args and args != [ALL]:
        check_portals(args, known)
        return list(dict.fromkeys(args))
    return switched_on() or fail(f"every portal is off by default; name those to crawl: {', '.join(known)}")


def tell(line: str) -> None:
    say(f"newscrawl: {inert(line)}", sys.stderr)
