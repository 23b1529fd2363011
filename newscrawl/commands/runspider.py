"""`scrapy runspider FILE`: Scrapy's own, to try a portal's or a spider's file out; it stores nothing."""

from __future__ import annotations

import argparse
from pathlib import Path

from scrapy.commands import runspider
from scrapy.exceptions import UsageError

from newscrawl.crawling.commandline import LookingCommand
from newscrawl.crawling.spider.portal import spider_of
from newscrawl.portals.registry import portals_in


class Command(LookingCommand, runspider.Command):
    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 1 or not Path(args[0]).exists():
            return super().run(args, opts)  # which says what is wrong
        try:
            found = portals_in(runspider._import_file(args[0]))
        except (ImportError, ValueError) as error:
            raise UsageError(f"Unable to load {args[0]!r}: {error}\n") from None
        if not found:
            return super().run(args, opts)
        assert self.crawler_process
        self.crawler_process.crawl(spider_of(found[-1]), **opts.spargs)
        self.crawler_process.start()
        if self.crawler_process.bootstrap_failed:
            self.exitcode = 1
        return None
