"""`scrapy portals`: what is known of every portal."""

from __future__ import annotations

import argparse

from newscrawl.crawling.commandline import OfflineCommand, as_called, fail
from newscrawl.portals.fixtures import FOLDER
from newscrawl.portals.registry import is_checkout
from newscrawl.portals.sites import site_table
from newscrawl.portals.status import PAGE, overview, page
from newscrawl.terminal import printing


class Command(OfflineCommand):
    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--write", action="store_true", help=f"write it to {PAGE}")

        parser.add_argument("--all", action="store_true", help="also the sites that -a site=NAME knows (sites.toml)")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if args:
            fail("scrapy portals takes no arguments but --write and --all")
        if opts.write and not (is_checkout() and FOLDER.is_dir()):
            fail("no fixtures here: run this in the project's folder")
        if opts.write and opts.all:
            fail(f"{PAGE} has the portals with rules alone: give --write or --all")
        if opts.write:
            PAGE.write_text(page(), encoding="utf-8")
            print(f"written: {PAGE}")
            return
        with printing():
            print(page() if is_checkout() and FOLDER.is_dir() else overview(), end="")
            if opts.all:
                title = as_called("# Sites without rules: scrapy crawl any -a site=NAME")
                print(f"\n{title}\n\n{site_table()}", end="")
