"""`scrapy accept PORTAL FINDING`: a change that is the portal's own and stays becomes the new measure."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from newscrawl.crawling.commandline import OfflineCommand, fail, portal_named
from newscrawl.judging.exitcodes import Exit
from newscrawl.judging.findings import FINDING_NAMES
from newscrawl.judging.runs import files, read_run, save


class Command(OfflineCommand):
    form = "PORTAL FINDING"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        if len(args) != 2:
            fail('give a portal and a finding\'s name: scrapy accept okezone "few articles"', Exit.USAGE)
        portal, name = args
        portal_named(portal, self.settings)
        if name not in FINDING_NAMES:
            fail(f"unknown finding {name!r}; known: {', '.join(FINDING_NAMES)}", Exit.USAGE)
        folder = Path(self.settings["NEWSCRAWL_DATA"] or ".") / portal
        for path in files(folder):
            run = read_run(path)
            if run and run.is_nightly and run.finish_reason == "finished":
                if not run.found(name):
                    has = ", ".join(dict.fromkeys(finding.name for finding in run.findings)) or "none"
                    fail(f"the last nightly run of {portal} has no finding {name!r}; it has: {has}", Exit.USAGE)
                accepted = sorted({*run.accepted, name})
                save(folder, replace(run, accepted=accepted), self.settings.getint("NEWSCRAWL_RUNS_KEPT"), path)
                print(f"{portal}: {name!r} is accepted; later runs are compared with this one and those after it")
                return
        fail(f"no nightly run of {portal} is recorded in {folder / 'runs'}", Exit.USAGE)
