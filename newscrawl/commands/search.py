"""`scrapy search "WORDS"`: stored articles by their words, those published last first."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from newscrawl.counts import many
from newscrawl.crawling.commandline import OfflineCommand, fail, tell
from newscrawl.crawling.options import add_wanted, index_of, wanted_of, whole
from newscrawl.storing.query import BadQuery, Query, parse, snippet
from newscrawl.storing.records import Record
from newscrawl.terminal import inert, inert_json, printing

MOST = 20
ZONES = {"+07:00": "WIB", "+08:00": "WITA", "+09:00": "WIT"}
BOLD = "\x1b[1m", "\x1b[22m"


class Command(OfflineCommand):
    form = '[options] "WORDS"'
    about = (
        'All words must be there, in any order; "banjir rob" is a phrase, banjir* the beginning of a word, OR and '
        "NOT stand between words, brackets around them. Title, summary, text, authors and tags are searched, of "
        "the latest version of each article, without regard to case and accents. Exit status: 0 found, 1 nothing "
        "found, 2 a wrong argument."
    )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_wanted(parser)
        parser.add_argument("-n", "--most", metavar="N", default=str(MOST), help=f"articles shown (default {MOST})")
        parser.add_argument("--json", action="store_true", help="one object a line: id, portal, url, title, ...")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        try:
            query = parse(" ".join(args))
        except BadQuery as error:
            fail(str(error))
        wanted, most = wanted_of(opts, self.settings, query), whole("--most", opts.most)
        with index_of(self.settings) as index:
            count = index.count(wanted)
            show(index.find(wanted, most), query, as_json=opts.json)
        if not count:
            fail("no stored article matches", 1)
        if count > most:
            tell(f"{most} of {many(count, 'article')}; more: -n {count}")


def show(records: Iterable[Record], query: Query | None, *, as_json: bool) -> None:
    """Print articles, three lines or an object each."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty()
    bold = ("**", "**") if plain else BOLD
    terms = query.terms if query else ()
    with printing():
        for record in records:
            text = record.text or record.summary or ""
            if as_json:
                print(inert_json(json.dumps(as_hit(record, snippet(text, terms)), ensure_ascii=False)))
                continue
            print(f"{shown_time(record.published_at):21}  {record.portal:14}  {inert(record.title)}")
            if terms:
                print(f"    {snippet(inert(' '.join(text.split())), terms, marks=bold)}")  # paragraphs on one line
            print(f"    {inert(record.url)}")


def as_hit(record: Record, snippet: str) -> dict[str, Any]:
    """What --json says of an article that was found."""
    names = ("id", "portal", "url", "title", "published_at", "section", "revision")
    return {name: getattr(record, name) for name in names} | {"snippet": snippet}


def shown_time(stamp: str | None) -> str:
    """A time of publication as the portal prints it, with its zone: order is by the moment, not the clock.

    >>> shown_time("2026-07-24T13:55:41+07:00"), shown_time("2026-07-24T15:20:00+08:00"), shown_time(None)
    ('2026-07-24 13:55 WIB', '2026-07-24 15:20 WITA', 'no date')
    """
    if not stamp:
        return "no date"
    moment = datetime.fromisoformat(stamp)
    offset = moment.isoformat()[-6:]
    return f"{moment:%Y-%m-%d %H:%M} {ZONES.get(offset, offset)}"
