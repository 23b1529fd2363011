"""`scrapy check`: whether this machine and each portal are as a crawl needs them, in a table to paste into an issue."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from newscrawl.counts import many
from newscrawl.crawling.checking import live, machine
from newscrawl.crawling.checking.looking import BRIEF, EXTENSIONS, MIDDLEWARES, NOTHING_STORED, Look, looking_at
from newscrawl.crawling.checking.portal import row_of
from newscrawl.crawling.checking.rows import Row, count, head, table
from newscrawl.crawling.checking.saving import saved_of
from newscrawl.crawling.checking.witness import Answer
from newscrawl.crawling.commandline import StrictCommand, check_portals, fail, tell
from newscrawl.crawling.refusing import refuse_unreadable
from newscrawl.crawling.showing.progress import is_terminal
from newscrawl.portals.fixtures import FOLDER
from newscrawl.portals.form import Portal
from newscrawl.portals.registry import broken, portals, switched_on

ARTICLES = 3  # of a portal that is looked at closely
# Between the portals' own settings and what is given with -s.
PRIORITY = 35


class Command(StrictCommand):
    requires_project = True

    form = "[options] [PORTAL ...] | --live PORTAL [--save]"
    about = (
        "Ask each portal (all that are on, or those named) for its robots.txt and one listing, and look at the"
        " network, certificates, clock, disk and browser. Nothing is stored. The output has no path and no name of"
        " this machine: paste it into an issue. Exit status: 0 all well, 1 a FAULT, 2 a wrong argument."
    )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--live", metavar="PORTAL", help=f"one listing and {ARTICLES} articles of a portal, rule by rule"
        )
        parser.add_argument("--save", action="store_true", help="with --live: keep the pages as fixtures")
        parser.add_argument("--folder", type=Path, default=FOLDER, help=f"with --save: where (default: {FOLDER})")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        super().process_options(args, opts)
        if opts.live and args:
            fail("--live looks at one portal: name it once, scrapy check --live PORTAL")
        if opts.save and not opts.live:
            fail("--save keeps the pages of one portal: scrapy check --live PORTAL --save")
        check_portals([opts.live] if opts.live else args)
        refuse_unreadable(self.settings)
        self.data = machine.data_folder(self.settings)
        self.settings.setdict(BRIEF, PRIORITY)
        self.settings.setdict(NOTHING_STORED, "cmdline")
        for name, more in (("EXTENSIONS", EXTENSIONS), ("DOWNLOADER_MIDDLEWARES", MIDDLEWARES)):
            self.settings.set(name, {**self.settings.getdict(name), **more}, "cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        names = [opts.live] if opts.live else args or switched_on()
        chosen = [portals()[name] for name in dict.fromkeys(names)]
        looks = self.look_at(chosen, ARTICLES if opts.live else 0)
        for look in looks:
            look.answers = [explained(answer) for answer in look.answers]
        print(head())
        print(self.title(chosen, live=bool(opts.live)))
        rows = [*self.machine_rows(looks), *(Row(f"{name}.py", "FAULT", why) for name, why in broken().items())]
        rows += live.rows_of(looks[0]) if opts.live else map(row_of, looks)
        print(f"\n{table(rows)}")
        if opts.live:
            print("\n".join(live.details(looks[0])))
        print(f"\n{count(rows)}")
        if opts.save:
            self.save(looks[0], opts.folder)
        self.exitcode = int(any(row.state == "FAULT" for row in rows))

    def look_at(self, chosen: list[type[Portal]], wanted: int) -> list[Look]:
        """Look at portals side by side; each is asked no faster than a crawl would."""
        assert self.crawler_process
        looks = []
        for portal in chosen:
            spider, look = looking_at(portal, wanted)
            looks.append(look)
            self.crawler_process.crawl(spider, browser="0")
        if is_terminal(sys.stderr):
            tell(f"asking {many(len(chosen), 'portal')}: a minute at most, two where one does not answer")
        self.crawler_process.start()
        return looks

    def title(self, chosen: list[type[Portal]], *, live: bool) -> str:
        """What was looked at, when, and from what the rules were made."""
        when = f"{datetime.now(ZoneInfo('Asia/Jakarta')):%Y-%m-%d %H:%M} WIB"
        saved = ", saved pages in place of the network" if self.settings.get("REPLAY_DIR") else ""
        if live:
            [portal] = chosen
            return f"check --live {portal.name}, {when}{saved}; rules made from: {', '.join(portal.evidence)}"
        return f"check, {when}{saved}"

    def machine_rows(self, looks: list[Look]) -> list[Row]:
        answers = [answer for look in looks for answer in look.answers]
        rows = [machine.disk(self.data), machine.browser(self.settings, [look.portal for look in looks])]
        if self.settings.get("REPLAY_DIR"):
            return rows
        return [*machine.network(answers), machine.clock(answers), *rows]

    def save(self, look: Look, folder: Path) -> None:
        """Keep what was fetched; says where on standard error, which nobody pastes."""
        try:
            for line in saved_of(look, folder):
                tell(line)
        except OSError as error:
            fail(f"cannot write to {folder}: {error.strerror}", 1)


def explained(answer: Answer) -> Answer:
    """The answer, with what is wrong with a certificate that did not verify."""
    if answer.fault != machine.CERTIFICATE:
        return answer
    parts = urlsplit(answer.url)
    return replace(answer, detail=machine.certificate_fault(answer.host, parts.port or 443) or "")
