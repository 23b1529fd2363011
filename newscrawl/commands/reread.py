"""`scrapy reread PORTAL`: read the pages again that could not be read, after the loader has been mended."""

from __future__ import annotations

import argparse
import sqlite3
import tempfile
from importlib.util import find_spec
from pathlib import Path

from newscrawl.commands import crawl
from newscrawl.crawling.commandline import fail, tell
from newscrawl.judging.exitcodes import Exit
from newscrawl.portals.form import Portal
from newscrawl.portals.plan import crawl_time
from newscrawl.storing.raw import INSTALL
from newscrawl.storing.store import Store, StoreBusy, StoreFailed
from newscrawl.storing.unread import damaged, kept


class Command(crawl.Command):
    about = (
        "The pages are those under NEWSCRAWL_DATA/PORTAL/unread; only further pages of an article are fetched. "
        "A page that is read is stored and removed from there, any other stays. With --warc they are all raw pages "
        "that were kept (NEWSCRAWL_WARC) and nothing is fetched; what the rules of now make of a page otherwise is "
        "stored as the article's next revision, with the reason. Exit status: that of a crawl; 5, too, where kept "
        "files are damaged, each of which is named."
    )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--warc", action="store_true", help="read all raw pages again, of data/PORTAL/warc")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        if opts.spargs:
            fail("reread takes no -a arguments", Exit.USAGE)
        if not self.settings.get("NEWSCRAWL_DATA"):
            fail("NEWSCRAWL_DATA is empty: there are no kept pages", Exit.USAGE)
        if opts.warc and find_spec("fastwarc") is None:
            fail(f"fastwarc is not installed: {INSTALL}", Exit.USAGE)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        portal = self.sites[0]
        folder = Path(self.settings["NEWSCRAWL_DATA"]) / portal.name
        self.settings.set("NEWSCRAWL_REREAD", True, priority="cmdline")
        self.damaged = 0
        with tempfile.TemporaryDirectory() as temporary:
            if opts.warc:
                urls = self._raw(portal, folder, Path(temporary) / "index.sqlite")
                place = folder / "warc"
            else:
                urls = [page.url for page in kept(folder) if portal.identify(page.url)]
                for path, why in damaged(folder):
                    self._say(f"{path}: {why}: remove it")
                place = folder / "unread"
            if not urls:
                print(f"{portal.name}: no page is kept in {place}: there is nothing to read again")
                self.exitcode = Exit.ERRORS if self.damaged else Exit.DONE
                return
            self.settings.set("NEWSCRAWL_REREAD_DAMAGED", self.damaged, priority="cmdline")
            file = Path(temporary) / "urls.txt"
            file.write_text("\n".join(urls), encoding="utf-8")
            opts.spargs = {"urls": str(file), "again": "1"}
            super().run(args, opts)

    def _say(self, line: str) -> None:
        """Tell of a kept file, or a place in one, that cannot be read again."""
        self.damaged += 1
        tell(line)

    def _raw(self, portal: type[Portal], folder: Path, index: Path) -> list[str]:
        """The addresses of the articles among the raw pages, which the index knows."""
        from newscrawl.archives import again  # loads what only archives need

        self.settings.set("NEWSCRAWL_REREAD_WARC", str(index), priority="cmdline")
        self.settings.set("NEWSCRAWL_WARC", False, priority="cmdline")  # nothing is fetched
        try:
            with Store(folder, crawl_time(self.settings, portal.zone).date()) as store:
                return again.index(index, folder, portal, store, self._say)
        except StoreBusy as error:
            fail(str(error), Exit.BUSY)
        except StoreFailed as error:
            fail(str(error), Exit.STORAGE)
        except (OSError, sqlite3.Error) as error:
            why = getattr(error, "strerror", None) or error
            fail(f"{index.parent}: the index of the raw pages cannot be written: {why} (TMPDIR)", Exit.STORAGE)
