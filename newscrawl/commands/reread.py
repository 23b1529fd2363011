"""`scrapy reread PORTAL`: read the pages again that could not be read, after the loader has been mended."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from newscrawl.commands import crawl
from newscrawl.crawling.commandline import fail
from newscrawl.judging.exitcodes import Exit
from newscrawl.storing.unread import kept


class Command(crawl.Command):
    def short_desc(self) -> str:
        return "Read the pages again that could not be read, and store what comes out"

    def long_desc(self) -> str:
        return (
            "The pages are those under NEWSCRAWL_DATA/PORTAL/unread; only further pages of an article are fetched. "
            "A page that is read is stored and removed from there, any other stays."
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        super().process_options(args, opts)
        if opts.spargs:
            fail("reread takes no -a arguments", Exit.USAGE)
        if not self.settings.get("NEWSCRAWL_DATA"):
            fail("NEWSCRAWL_DATA is empty: there are no kept pages", Exit.USAGE)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        portal = self.sites[0]
        folder = Path(self.settings["NEWSCRAWL_DATA"]) / portal.name
        urls = [page.url for page in kept(folder) if portal.identify(page.url)]
        if not urls:
            print(f"{portal.name}: no page is kept in {folder / 'unread'}: there is nothing to read again")
            return
        self.settings.set("NEWSCRAWL_REREAD", True, priority="cmdline")
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
            file.write("\n".join(urls))
            file.flush()
            opts.spargs = {"urls": file.name, "again": "1"}
            super().run(args, opts)
