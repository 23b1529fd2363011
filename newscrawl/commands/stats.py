"""`scrapy stats`: articles by day (or month) and portal, of those stored."""

from __future__ import annotations

import argparse
import json

from newscrawl.crawling.commandline import OfflineCommand, fail, now_of, tell
from newscrawl.crawling.options import add_wanted, index_of, wanted_of, whole
from newscrawl.judging.stats import as_text, stats
from newscrawl.terminal import printing

DAYS, MONTHS = 7, 12


class Command(OfflineCommand):
    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_wanted(parser)
        parser.add_argument("--months", action="store_true", help=f"by month: the last {MONTHS} with articles")
        parser.add_argument(
            "-n", "--most", metavar="N", help=f"days (default {DAYS}) or months (default {MONTHS}) shown"
        )
        parser.add_argument("--json", action="store_true", help="one object a line: portal, day or month, articles")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if args:
            fail("scrapy stats takes no arguments but options: --portal, --since, --until, --months")
        wanted = wanted_of(opts, self.settings)
        most = whole("--most", opts.most or str(MONTHS if opts.months else DAYS))
        today = wanted.until or now_of(self.settings).date()
        if wanted.since and not opts.most and not opts.months:
            most = max((today - wanted.since).days + 1, 1)
        with index_of(self.settings) as index:
            found = stats(index.days(wanted), by_month=opts.months, most=most, today=today)
        with printing():
            if opts.json:
                for portal, counts in sorted(found.counts.items()):
                    for column in found.columns:
                        key = "month" if opts.months else "day"
                        print(json.dumps({"portal": portal, key: column, "articles": counts[column]}))
            else:
                print(as_text(found))
        if opts.json:
            return
        if not any(counts.total() for counts in found.counts.values()):
            tell("nothing of these days is stored; scrapy latest 1 shows the last article, --until DAY an earlier week")
