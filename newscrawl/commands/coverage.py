"""`scrapy coverage`: which days were asked for, and what became of their articles."""

from __future__ import annotations

import argparse
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING

from newscrawl.crawling.commandline import (
    OfflineCommand,
    check_portals,
    data_of,
    fail,
    known_portals,
    now_of,
    write_page,
)
from newscrawl.crawling.options import add_days, days_of
from newscrawl.judging.coverage import SIGNS, STATES, as_csv, as_text, coverage, spans, with_files
from newscrawl.portals.registry import portals
from newscrawl.storing.raw import INSTALL
from newscrawl.terminal import printing

if TYPE_CHECKING:
    from newscrawl.archives.published import Published

WITH_DAYS = 36 * 22  # months of portals; a page with the days of more gets too large


class Command(OfflineCommand):
    form = "[options] [PORTAL ...]"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_days(parser)
        parser.add_argument("--days", action="store_true", help="a row a day")
        parser.add_argument("--csv", action="store_true", help="a line a day, as beside an exported Parquet file")
        parser.add_argument(
            "--archive", metavar="FOLDER", action="append", default=[],
            help="count what `archive` has read into FOLDER, too; may be given again",
        )  # fmt: skip
        parser.add_argument("--html", metavar="FILE", help="write a page with every day too")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        data = data_of(self.settings, "nothing is stored", 1)
        archives = [archive_in(folder) for folder in opts.archive]
        known = sorted({*with_files(data), *(name for archive in archives for name in archive.portals)})
        check_portals(args, sorted({*portals(), *known}))
        between = days_of(opts)
        now = now_of(self.settings)
        try:
            days = coverage(
                data, dict.fromkeys(args or known), known_portals(self.settings), now, between,
                lambda portal: chain.from_iterable(archive.of(portal) for archive in archives),
            )  # fmt: skip
        except OSError as error:
            fail(f"{error.filename}: {error.strerror}", 1)
        except ValueError as error:  # of an archive
            fail(str(error), 1)
        if not days:
            fail(f"{data}: nothing is known of these days", 1)
        with printing():
            print(as_csv(days) if opts.csv else f"{as_text(spans(days, by_month=not opts.days))}\n", end="")
        if opts.html is not None:
            from newscrawl.judging.html import fill_template  # jinja2 is loaded where a page is written

            months = spans(days, by_month=True)
            grouped = {name: list(found) for name, found in groupby(months, key=lambda span: span.portal)}
            with_days = len(months) <= WITH_DAYS
            page = fill_template(
                "coverage.html.j2", now=now, portals=grouped, signs=SIGNS, states=STATES, with_days=with_days
            )
            write_page(opts.html, page)


def archive_in(folder: str) -> Published:
    """The articles of a folder that `archive` has made; where there are none, the command ends."""
    try:
        from newscrawl.archives.published import NotJoined, Published  # loads pyarrow, which only archives need
    except ImportError as error:
        fail(f"{error.name} is not installed: {INSTALL}")
    try:
        return Published(Path(folder).resolve())
    except NotJoined as error:
        fail(str(error))
