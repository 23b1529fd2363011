"""`scrapy export PORTAL ... -o FILE`: the stored articles of portals as one file, the latest revision of each."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from newscrawl.counts import many
from newscrawl.crawling.commandline import OfflineCommand, check_portals, data_of, fail, known_portals, now_of, tell
from newscrawl.crawling.options import BEGIN, add_days, days_of, output_file, say_cut
from newscrawl.files import write_whole
from newscrawl.judging.card import CITATION, MARK, README, Card, Tally
from newscrawl.judging.coverage import Between, Day, as_csv, coverage
from newscrawl.portals.form import Portal
from newscrawl.portals.registry import portals
from newscrawl.storing.duplicates import COLUMNS, in_index
from newscrawl.storing.export import NO_EXTRA, WRITERS, ExportFailed, Extra, NothingStored, Outcome, export
from newscrawl.storing.lines import ARTICLES
from newscrawl.storing.search import Index, SearchFailed
from newscrawl.storing.signatures import NoRensa
from newscrawl.storing.wanted import Wanted
from newscrawl.terminal import stop_writing

ALL = "all"


class Command(OfflineCommand):
    form = "[options] PORTAL ... -o FILE"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        endings = ", ".join(WRITERS)
        parser.add_argument(
            "-o", dest="output", metavar="FILE", help=f"{endings}, or - for JSON Lines on standard output"
        )
        add_days(parser)
        parser.add_argument("--all-revisions", action="store_true", help="every stored version, not only the latest")
        parser.add_argument("--card", action="store_true", help=f"also a dataset's page ({README}) and {CITATION}")
        parser.add_argument(
            "--duplicates", action="store_true", help="three more columns: cluster, first, similarity (see duplicates)"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        since, until = days_of(opts)
        if not args:
            fail(f"give portals, or all: scrapy export PORTAL -o FILE; known: {', '.join(portals())}")
        known = known_portals(self.settings)
        if args != [ALL]:
            check_portals(args, known)
        now, data = now_of(self.settings), data_of(self.settings, "nothing is stored", 1)
        names = list(dict.fromkeys(args)) if args != [ALL] else with_articles(data, known)
        output = sys.stdout.buffer if opts.output == "-" else output_file(opts.output, data)
        if opts.card:
            check_card(output)
        if not names:
            fail(f"{data}: nothing is stored here yet{BEGIN}", 1)
        chosen = {name: known[name] for name in names}
        tally = Tally({name: portal.zone for name, portal in chosen.items()})
        zones = {data / name: portal.zone for name, portal in chosen.items()}
        with ending():
            wanted = Wanted(None, tuple(chosen), since, until)
            outcome = export(
                zones,
                output,
                zone_of(zones),
                since=since,
                until=until,
                all_revisions=opts.all_revisions,
                extra=copies(data, wanted, known) if opts.duplicates else NO_EXTRA,
                seen=tally.add if opts.card else None,
            )
        say(outcome, str(output) if isinstance(output, Path) else "standard output")
        if isinstance(output, Path) and output.suffix.lower() == ".parquet":
            days = beside(output, data, chosen, (since, until), now)
            if opts.card:
                write_card(output, Card(output.name, tally, days, known, now, opts.duplicates, opts.all_revisions))


@contextmanager
def ending() -> Iterator[None]:
    """What goes wrong with an export ends the command."""
    try:
        yield
    except (NothingStored, ExportFailed, SearchFailed, NoRensa) as error:
        fail(str(error), 1)
    except BrokenPipeError:  # the reader, such as head, has had enough
        stop_writing()
    except OSError as error:
        fail(f"standard output: {error.strerror}", 1)


def copies(data: Path, wanted: Wanted, known: Mapping[str, type[Portal]]) -> Extra:
    """The columns that say which articles are copies. Raises NoRensa, SearchFailed."""
    with Index(data, {name: portal.zone for name, portal in known.items()}, tell) as index:
        return Extra(COLUMNS, in_index(index, wanted).of)


def beside(output: Path, data: Path, chosen: Mapping[str, type[Portal]], days: Between, now: datetime) -> list[Day]:
    """Write which days were asked for, so that a gap in the data is not read as a gap in the news."""
    path = output.with_suffix(".coverage.csv")
    try:
        found = coverage(data, chosen, chosen, now, days)
        write_whole(path, as_csv(found).encode())
    except OSError as error:
        fail(f"{path}: {error.strerror or error}: not written; {output} is whole", 1)
    tell(f"the days that were asked for in {path}")
    return found


def write_card(output: Path, card: Card) -> None:
    """Write README.md and CITATION.cff beside the file."""
    for name, text in ((README, card.readme()), (CITATION, card.citation())):
        try:
            write_whole(output.parent / name, text.encode())
        except OSError as error:
            fail(f"{output.parent / name}: {error.strerror or error}: not written; {output} is whole", 1)
    tell(f"{README} and {CITATION} in {output.parent}")


def check_card(output: Path | IO[bytes]) -> None:
    """End the command where no card can be written, or something else would be lost."""
    if not isinstance(output, Path) or output.suffix.lower() != ".parquet":
        fail("--card is for a folder that datasets opens: write -o FOLDER/NAME.parquet")
    if output.name != output.name.encode(errors="replace").decode():
        fail(f"{output}: --card names the file in its page, which is UTF-8: choose another name")
    for name in (README, CITATION):
        path = output.parent / name
        if path.exists() and MARK not in path.read_text(encoding="utf-8", errors="replace")[:500]:
            fail(f"{path} is there and not made by --card: export into a folder of its own")


def say(outcome: Outcome, where: str) -> None:
    """What an export has done, and what it left out."""
    for folder in outcome.empty:
        tell(f"{folder}: nothing is stored here yet")
    if outcome.broken:
        tell(f"skipped {many(outcome.broken, 'broken line')}, the first in {outcome.first_broken}")
    if outcome.undated:
        tell(f"left out {many(outcome.undated, 'record')} without published_at")
    say_cut(outcome.cut)
    tell(f"{many(outcome.records, 'record')} in {where}")


def with_articles(data: Path, known: Mapping[str, type[Portal]]) -> list[str]:
    """The portals of which articles are stored."""
    return [name for name in known if any((data / name).glob(ARTICLES))]


def zone_of(zones: Mapping[Path, str]) -> str:
    """The zone that all portals are in, else the one of most."""
    found = set(zones.values())
    return found.pop() if len(found) == 1 else Portal.zone
