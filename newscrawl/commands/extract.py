"""`scrapy extract URL FILE`: the record of a saved page."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path

from newscrawl.crawling.commandline import OfflineCommand, fail
from newscrawl.items import to_record
from newscrawl.portals.extract import extract
from newscrawl.reading.page import NotAnArticle
from newscrawl.terminal import inert_json, printing


class Command(OfflineCommand):
    form = "[options] URL FILE"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--strict", action="store_true", help="only by the portal's rules, as a crawl reads")
        parser.add_argument("--any", action="store_true", help="also of a site without rules, by the page's shape")
        parser.add_argument("--fetched-at", metavar="TIME", help="when the page was saved, e.g. 2026-07-24T18:00+07:00")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 2:
            fail("give the page's address and a file (or - for standard input): scrapy extract URL FILE")
        if opts.any and opts.strict:
            fail("--any reads by the page's shape and --strict by rules alone: give one of them")
        url, name = args
        fetched_at = None
        if opts.fetched_at:
            try:
                fetched_at = datetime.fromisoformat(opts.fetched_at)
            except ValueError:
                fail(f"--fetched-at {opts.fetched_at!r} is not a time; write 2026-07-24T18:00+07:00")
            if fetched_at.tzinfo is None:
                fail(f"--fetched-at {opts.fetched_at!r} has no offset; write 2026-07-24T18:00+07:00")
        try:
            body = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            turned = "://" in name and "://" not in url
            hint = "; the address stands first, then the file: scrapy extract URL FILE" if turned else ""
            fail(f"cannot read {name}: {error.strerror}{hint}")
        try:
            article = extract(body, url, fetched_at, strict=opts.strict, any_site=opts.any)
        except NotAnArticle as error:
            unknown = error.reason == "unknown portal"
            if unknown and "://" not in url:
                fail(f"{url!r} is no address (https://...)")
            hint = "; --any reads pages of sites without rules" if unknown and not opts.any else ""
            fail(f"not an article: {error}{hint}", 1)
        with printing():
            print(inert_json(json.dumps(to_record(article), ensure_ascii=False, indent=2)))
