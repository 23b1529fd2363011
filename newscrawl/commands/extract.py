"""`scrapy extract FILE`: the record of a saved page; with -o those of many, in one file."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path

from newscrawl.crawling.commandline import OfflineCommand, fail
from newscrawl.items import Article, to_record
from newscrawl.portals.saved import NO_ADDRESS, ReadOptions, saved_page
from newscrawl.reading.page import NotAnArticle
from newscrawl.terminal import inert_json, printing

UNKNOWN = "unknown portal"
FORMS = (
    "give a page, or its address and the page: scrapy extract [URL] FILE; many: scrapy extract -o FILE PAGE|FOLDER ..."
)
# What may be done about a reason.
HINTS = {
    UNKNOWN: "--any reads pages of sites without rules",
    NO_ADDRESS: "scrapy extract URL FILE reads a page by yours",
}


class Command(OfflineCommand):
    form = "[options] [URL] FILE | -o FILE PAGE|FOLDER ..."

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "-o", dest="output", metavar="FILE", help="the records of many pages in one file, as export's"
        )
        parser.add_argument("--strict", action="store_true", help="only by the portal's rules, as a crawl reads")
        parser.add_argument("--any", action="store_true", help="also of a site without rules, by the page's shape")
        parser.add_argument("--fetched-at", metavar="TIME", help="when the page was saved, e.g. 2026-07-24T18:00+07:00")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if opts.any and opts.strict:
            fail("--any reads by the page's shape and --strict by rules alone: give one of them")
        options = ReadOptions(time_of(opts.fetched_at), opts.strict, opts.any)
        if opts.output is not None:
            self.exitcode = self._many(args, opts.output or fail(FORMS), options)
            return
        if not args or len(args) > 2 or (len(args) == 1 and "://" in args[0]):
            fail(FORMS)
        *given, name = args
        try:
            content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            turned = given and "://" in name and "://" not in given[0]
            hint = "; the address stands first, then the file: scrapy extract URL FILE" if turned else ""
            hint = "; many pages: scrapy extract -o FILE FOLDER" if isinstance(error, IsADirectoryError) else hint
            fail(f"cannot read {name}: {error.strerror}{hint}")
        article = read_one(content, given[0] if given else None, options)
        with printing():
            print(inert_json(json.dumps(to_record(article), ensure_ascii=False, indent=2)))

    def _many(self, names: list[str], output: str, options: ReadOptions) -> int:
        # here: they load what writes files of all forms
        from newscrawl.crawling.options import output_file
        from newscrawl.crawling.saved.folders import read_many

        if not names or any("://" in name for name in names):
            fail(f"-o reads files and folders, whose pages tell their addresses: {FORMS}")
        file = output_file(output, Path(self.settings.get("NEWSCRAWL_DATA") or "data"))
        hints = {reason: hint for reason, hint in HINTS.items() if not (reason == UNKNOWN and options.any_site)}
        return read_many(names, file, options, hints)


def time_of(value: str | None) -> datetime | None:
    """The time of --fetched-at; a wrong one ends the command."""
    if not value:
        return None
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        fail(f"--fetched-at {value!r} is not a time; write 2026-07-24T18:00+07:00")
    if time.tzinfo is None:
        fail(f"--fetched-at {value!r} has no offset; write 2026-07-24T18:00+07:00")
    return time


def read_one(content: bytes, url: str | None, options: ReadOptions) -> Article:
    """The article of a saved page; what is none ends the command. Without `url` the page tells its address."""
    try:
        page = saved_page(content)
        address = url if url is not None else page.address
        if address is None:
            fail("the page does not tell its address: scrapy extract URL FILE", 1)
        return options.article(page, address)
    except NotAnArticle as error:
        unknown = error.reason == UNKNOWN
        if unknown and url is not None and "://" not in url:
            fail(f"{url!r} is no address (https://...)")
        fail(f"not an article: {error}{'; ' + HINTS[UNKNOWN] if unknown and not options.any_site else ''}", 1)
