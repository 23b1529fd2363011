"""`scrapy watch`: look now for what watch.toml names; crawls and nights do so by themselves."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from newscrawl.crawling.commandline import OfflineCommand, fail, now_of
from newscrawl.crawling.options import index_of
from newscrawl.crawling.refusing import in_environment
from newscrawl.judging.watch import BadWatch, as_text, by_watch, look, read_watches
from newscrawl.portals.registry import portals
from newscrawl.terminal import inert, printing


class Command(OfflineCommand):
    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--try", dest="only_try", action="store_true", help="show what would be told, tell nothing")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if args:
            fail("scrapy watch takes no arguments but --try")
        for fault in in_environment(os.environ):
            fail(fault)
        path = Path(self.settings.get("NEWSCRAWL_WATCH") or "watch.toml")
        now = now_of(self.settings)
        try:
            watches = read_watches(path, portals())
        except BadWatch as error:
            fail(str(error))
        if not watches:
            what = "names no query" if path.exists() else "there is no such file here"
            fail(f"{path}: {what}; write e.g. [banjir] and below it query = 'banjir OR \"angin kencang\"'")
        with index_of(self.settings) as index:
            try:
                matches = look(watches, index, now, tell=not opts.only_try)
            except OSError as error:
                fail(f"{error.filename}: {error.strerror}", 1)
        with printing():
            for line in as_text(by_watch(matches)) or ["nothing new"]:
                print(inert(line))
