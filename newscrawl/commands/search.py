"""`scrapy search "WORDS"`: stored articles by their words, those published last first."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from scrapy.settings import BaseSettings

from newscrawl.commands.export import BEGIN, add_days, days_of
from newscrawl.counts import many
from newscrawl.crawling.commandline import OfflineCommand, check_portals, fail, known_portals, tell
from newscrawl.storing.query import BadQuery, Query, parse, snippet
from newscrawl.storing.records import Record
from newscrawl.storing.search import Index, SearchFailed
from newscrawl.storing.wanted import Wanted
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


def add_wanted(parser: argparse.ArgumentParser) -> None:
    """The options that say which articles are meant."""
    parser.add_argument("--portal", metavar="NAME", action="append", help="only of this portal; more: a,b or again")
    parser.add_argument("--section", metavar="NAME", action="append", help="only of this section (as in the records)")
    add_days(parser)


def wanted_of(opts: argparse.Namespace, settings: BaseSettings, query: Query | None = None) -> Wanted:
    """What the options ask for; a wrong one ends the command."""
    names = [name.strip() for value in opts.portal or () for name in value.split(",") if name.strip()]
    check_portals(names, known_portals(settings))
    if opts.portal and not names:
        fail("--portal names no portal; write e.g. --portal okezone")
    since, until = days_of(opts)
    sections = tuple(section.encode(errors="replace").decode() for section in opts.section or ())  # bytes of no text
    return Wanted(query, tuple(names), since, until, sections)


def whole(option: str, value: str) -> int:
    """A number of 1 or more; anything else ends the command."""
    if not re.fullmatch(r"\d{1,7}", value) or not int(value):
        fail(f"{option} {value!r} is no number of 1 or more, up to 9999999")
    return int(value)


@contextmanager
def index_of(settings: Any) -> Iterator[Index]:
    """The index of NEWSCRAWL_DATA; what cannot be read ends the command."""
    data = Path(settings.get("NEWSCRAWL_DATA") or "")
    if not settings.get("NEWSCRAWL_DATA") or not any(data.glob("*/articles-*.jsonl")):
        fail(f"{settings.get('NEWSCRAWL_DATA') or 'NEWSCRAWL_DATA is empty'}: nothing is stored here yet{BEGIN}", 1)
    try:
        with Index(data, {name: portal.zone for name, portal in known_portals(settings).items()}, tell) as index:
            yield index
    except SearchFailed as error:
        fail(str(error), 1)


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
