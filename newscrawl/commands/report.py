"""`scrapy report [--html FILE] [PORTAL ...]`: how each portal is, from the records of its runs."""

from __future__ import annotations

import argparse

from newscrawl.crawling.commandline import OfflineCommand, as_called, check_portals, data_of, fail, now_of, write_page
from newscrawl.judging.report.gather import folders, gather
from newscrawl.judging.report.text import as_text
from newscrawl.portals.registry import portals
from newscrawl.terminal import printing


class Command(OfflineCommand):
    form = "[options] [PORTAL ...]"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--html", metavar="FILE", help="write a page with charts, headlines and lists too")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        data, now = data_of(self.settings, "no run is recorded"), now_of(self.settings)
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
