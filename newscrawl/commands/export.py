"""`scrapy export PORTAL -o FILE`: the stored articles of a portal as one file, the latest revision of each."""

from __future__ import annotations

import argparse
import os
import re
import sys
from datetime import date
from pathlib import Path

from newscrawl.crawling.commandline import OfflineCommand, check_portals, fail, tell
from newscrawl.portals.registry import portals
from newscrawl.storing.export import WRITERS, ExportFailed, NothingStored, export


class Command(OfflineCommand):
    def syntax(self) -> str:
        return "[options] PORTAL -o FILE"

    def short_desc(self) -> str:
        return "Write the stored articles of a portal to one file (JSON Lines, CSV or Parquet)"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        endings = ", ".join(WRITERS)
        parser.add_argument(
            "-o", dest="output", metavar="FILE", help=f"{endings}, or - for JSON Lines on standard output"
        )
        parser.add_argument("--since", metavar="YYYY-MM-DD", help="first day of publication, in the portal's zone")
        parser.add_argument("--until", metavar="YYYY-MM-DD", help="last day of publication, in the portal's zone")
        parser.add_argument("--all-revisions", action="store_true", help="every stored version, not only the latest")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        known = ", ".join(portals())
        if len(args) != 1:
            fail(f"give one portal: scrapy export PORTAL -o FILE; known: {known}")
        check_portals(args)
        portal = portals()[args[0]]
        since, until = day("--since", opts.since), day("--until", opts.until)
        if since and until and since > until:
            fail(f"--since {since} lies after --until {until}")
        if not self.settings.get("NEWSCRAWL_DATA"):
            fail("NEWSCRAWL_DATA is empty: nothing is stored", 1)
        data = Path(self.settings["NEWSCRAWL_DATA"])
        to_stdout = opts.output == "-"
        output = sys.stdout.buffer if to_stdout else output_file(opts.output, data)
        try:
            outcome = export(
                data / portal.name, output, portal.zone, since=since, until=until, all_revisions=opts.all_revisions
            )
        except (NothingStored, ExportFailed) as error:
            fail(str(error), 1)
        except BrokenPipeError:  # the reader, such as head, has had enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or closing it would fail once more
            sys.exit(1)
        except OSError as error:
            fail(f"standard output: {error.strerror}", 1)
        if outcome.broken:
            tell(f"skipped {many(outcome.broken, 'broken line')}, the first in {outcome.first_broken}")
        if outcome.undated:
            tell(f"left out {many(outcome.undated, 'record')} without published_at")
        tell(f"{many(outcome.records, 'record')} in {'standard output' if to_stdout else output}")


def day(option: str, value: str | None) -> date | None:
    """The day an option names, None if it was not given; anything else ends the command."""
    if value is None:
        return None
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            raise ValueError(value)
        return date.fromisoformat(value)
    except ValueError:
        fail(f"{option} {value!r} is not a day; write YYYY-MM-DD, e.g. {option} 2021-03-01")


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
    if path.parent.resolve() in {data.resolve() / portal for portal in portals()}:
        fail(f"{name}: this folder holds the stored records themselves; choose another one")
    return path


def many(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
