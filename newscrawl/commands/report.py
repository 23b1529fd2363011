"""`scrapy report [--html FILE] [PORTAL ...]`: how each portal is, from the records of its runs."""

from __future__ import annotations

import argparse
from pathlib import Path

from newscrawl.crawling.commandline import OfflineCommand, check_portals, fail
from newscrawl.files import write_whole
from newscrawl.judging.report import as_html, as_text, folders, gather
from newscrawl.portals.form import Portal
from newscrawl.portals.plan import crawl_time
from newscrawl.portals.registry import portals


class Command(OfflineCommand):
    def syntax(self) -> str:
        return "[options] [PORTAL ...]"

    def short_desc(self) -> str:
        return "Show how each portal is: its last run, and what is not as it was"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--html", metavar="FILE", help="write a page with charts and lists too")

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
        report = gather(data, args, now)
        if not report.has_runs:
            fail(f"no run is recorded in {data}: run scrapy crawl {args[0] if args else 'PORTAL'} first")
        print(as_text(report))
        if opts.html is not None:
            write(opts.html, as_html(report))


def write(name: str, page: str) -> None:
    """The page as a file, in one step; a name that cannot be one ends the command."""
    path = Path(name)
    if not name or path.is_dir() or (path.exists() and not path.is_file()):
        fail(f"--html {name!r} is no file to write: name one, e.g. --html report.html")
    try:
        write_whole(path, page.encode())
    except OSError as error:
        fail(f"--html {name}: {error.strerror}", 1)
