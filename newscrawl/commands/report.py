"""`scrapy report [--html FILE] [PORTAL ...]`: how each portal is, from the records of its runs."""

from __future__ import annotations

import argparse
from pathlib import Path

from newscrawl.crawling.commandline import OfflineCommand, as_called, check_portals, fail, write_page
from newscrawl.judging.report.gather import folders, gather
from newscrawl.judging.report.text import as_text
from newscrawl.offered import OFFERED
from newscrawl.portals.form import Portal
from newscrawl.portals.plan import crawl_time
from newscrawl.portals.registry import portals
from newscrawl.terminal import printing


class Command(OfflineCommand):
    def syntax(self) -> str:
        return "[options] [PORTAL ...]"

    def short_desc(self) -> str:
        return OFFERED["report"]

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--html", metavar="FILE", help="write a page with charts, headlines and lists too")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        if not self.settings.get("NEWSCRAWL_DATA"):
            fail("NEWSCRAWL_DATA is empty: no run is recorded")
        data = Path(self.settings["NEWSCRAWL_DATA"])
        try:
            now = crawl_time(self.settings, Portal.zone)
        except ValueError as error:
            fail(str(error))
        known = sorted({*portals(), *folders(data)})
        check_portals(args, known)
        report = gather(data, args, now, with_news=opts.html is not None)
        if not report.has_runs:
            fail(f"no run is recorded in {data}: run scrapy crawl {args[0] if args else 'PORTAL'} first")
        with printing():
            print(as_called(as_text(report)))
        if opts.html is not None:
            from newscrawl.judging.report.page import as_html

            write_page(opts.html, as_html(report))
