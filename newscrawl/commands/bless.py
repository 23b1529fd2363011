"""`scrapy bless [PORTAL ...]`: replay the fixtures, show what differs, rewrite only with --yes."""

from __future__ import annotations

import argparse

from newscrawl.crawling.commandline import OfflineCommand, check_portals, fail
from newscrawl.crawling.outputs import outputs_of
from newscrawl.portals.fixtures import FOLDER, Fixture, fixtures
from newscrawl.terminal import inert_lines


class Command(OfflineCommand):
    def syntax(self) -> str:
        return "[options] [PORTAL ...]"

    def short_desc(self) -> str:
        return "Replay the fixtures and show what differs from what they expect"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--yes", action="store_true", help="rewrite what the fixtures expect")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        check_portals(args)
        if not FOLDER.is_dir():
            fail("no fixtures here: run this in the project's folder")
        count = differing = 0
        for fixture in fixtures(FOLDER, args):
            count += 1
            now = outputs_of(fixture)
            if diff := fixture.diff(now):
                differing += 1
                print(inert_lines(diff))
                if opts.yes:
                    fixture.bless(now)
        for name in args:
            kinds = {kind for fixture in fixtures(FOLDER, [name]) for kind in kinds_of(fixture)}
            for kind, example in WANTED.items():
                if kind not in kinds:
                    print(f"{name} has no {kind} among its fixtures yet: scrapy capture {name} {example}")
        done = "rewritten" if opts.yes else "differ"
        print(f"{count} fixtures, {differing} {done}")
        self.exitcode = 1 if differing and not opts.yes else 0


# What every portal needs, and what is captured for it.
WANTED = {"article": "URL", "listing": "URL-OF-ITS-LIST", "dropped": "URL-OF-A-REMOVED-OR-PHOTO-PAGE"}


def kinds_of(fixture: Fixture) -> set[str]:
    """What a fixture is an example of: article, listing, or dropped."""
    if fixture.meta["callback"] == "parse_listing":
        return {"listing"}
    return {kind for output in fixture.meta.get("expected") or [] for kind in output if kind in WANTED}
