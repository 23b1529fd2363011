"""Options that several commands have, what they ask for and what is told of it; a wrong value ends the command."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from scrapy.settings import BaseSettings

from newscrawl.counts import many
from newscrawl.crawling.commandline import check_portals, fail, known_portals, tell
from newscrawl.judging.stored import AMONG_STORED, is_among_stored
from newscrawl.portals.plan import day_of
from newscrawl.storing.lines import ARTICLES
from newscrawl.storing.query import Query
from newscrawl.storing.search import Index, SearchFailed
from newscrawl.storing.spreadsheets import CELL_LIMIT
from newscrawl.storing.wanted import Wanted
from newscrawl.storing.writing import WRITERS

BEGIN = ": scrapy crawl okezone begins, NEWSCRAWL_DATA names another folder"


def add_days(parser: argparse.ArgumentParser) -> None:
    """The options of `days_of`."""
    parser.add_argument("--since", metavar="YYYY-MM-DD", help="first day of publication, in the portal's zone")
    parser.add_argument("--until", metavar="YYYY-MM-DD", help="last day of publication, in the portal's zone")


def days_of(opts: argparse.Namespace) -> tuple[date | None, date | None]:
    """The days of --since and --until."""
    since, until = day("--since", opts.since), day("--until", opts.until)
    if since and until and since > until:
        fail(f"--since {since} lies after --until {until}")
    return since, until


def day(option: str, value: str | None) -> date | None:
    """The day an option names, None if it was not given."""
    if value is None:
        return None
    try:
        return day_of(value)
    except ValueError:
        fail(f"{option} {value!r} is not a day; write YYYY-MM-DD, e.g. {option} 2021-03-01")


def whole(option: str, value: str) -> int:
    """A number of 1 or more."""
    if not re.fullmatch(r"\d{1,7}", value) or not int(value):
        fail(f"{option} {value!r} is no number of 1 or more, up to 9999999")
    return int(value)


def add_wanted(parser: argparse.ArgumentParser) -> None:
    """The options that say which articles are meant."""
    parser.add_argument("--portal", metavar="NAME", action="append", help="only of this portal; more: a,b or again")
    parser.add_argument("--section", metavar="NAME", action="append", help="only of this section (as in the records)")
    add_days(parser)


def wanted_of(opts: argparse.Namespace, settings: BaseSettings, query: Query | None = None) -> Wanted:
    """What the options of `add_wanted` ask for."""
    names = [name.strip() for value in opts.portal or () for name in value.split(",") if name.strip()]
    check_portals(names, known_portals(settings))
    if opts.portal and not names:
        fail("--portal names no portal; write e.g. --portal okezone")
    since, until = days_of(opts)
    sections = tuple(section.encode(errors="replace").decode() for section in opts.section or ())  # bytes of no text
    return Wanted(query, tuple(names), since, until, sections)


@contextmanager
def index_of(settings: BaseSettings) -> Iterator[Index]:
    """The index of NEWSCRAWL_DATA; what cannot be read ends the command."""
    data = Path(settings.get("NEWSCRAWL_DATA") or "")
    if not settings.get("NEWSCRAWL_DATA") or not any(data.glob(f"*/{ARTICLES}")):
        fail(f"{settings.get('NEWSCRAWL_DATA') or 'NEWSCRAWL_DATA is empty'}: nothing is stored here yet{BEGIN}", 1)
    try:
        with Index(data, {name: portal.zone for name, portal in known_portals(settings).items()}, tell) as index:
            yield index
    except SearchFailed as error:
        fail(str(error), 1)


def output_file(name: str | None, data: Path) -> Path:
    """The file to write; a name that cannot be one ends the command."""
    endings = ", ".join(WRITERS)
    if not name:
        fail(f"give a file to write: -o FILE with one of {endings}, or -o - for JSON Lines on standard output")
    path = Path(name)
    ending = path.suffix.lower()
    if ending == ".json":
        fail(f"{name}: one record a line is JSON Lines: write {path.with_suffix('.jsonl')}")
    if ending not in WRITERS:
        fail(f"{name}: unknown ending {ending!r}; known: {endings}")
    if not path.parent.is_dir():
        fail(f"{name}: there is no folder {path.parent}")
    if path.is_dir():
        fail(f"{name}: is a folder; name a file in it")
    if is_among_stored(path, data):
        fail(f"{name}: {AMONG_STORED}")
    return path


def say_cut(cut: int) -> None:
    """How many texts a form has shortened."""
    if cut:
        tell(
            f"cut {many(cut, 'text')} at {CELL_LIMIT:,} characters, the most that a cell of Excel holds, "
            "with … at the end; every other form has them whole"
        )
