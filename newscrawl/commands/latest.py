"""`scrapy latest [N]`: the stored articles that were published last."""

from __future__ import annotations

import argparse

from newscrawl.commands.search import MOST, show
from newscrawl.crawling.commandline import OfflineCommand, fail
from newscrawl.crawling.options import add_wanted, index_of, wanted_of, whole


class Command(OfflineCommand):
    form = "[options] [N]"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_wanted(parser)
        parser.add_argument("--json", action="store_true", help="one object a line: id, portal, url, title, ...")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) > 1:
            fail("give one number: scrapy latest 20")
        most, wanted = whole("latest", args[0] if args else str(MOST)), wanted_of(opts, self.settings)
        with index_of(self.settings) as index:
            show(index.find(wanted, most), None, as_json=opts.json)
            if not index.count(wanted):
                fail("no stored article matches", 1)
