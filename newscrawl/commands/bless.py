"""`scrapy bless [PORTAL ...]`: replay the fixtures, show what differs, rewrite only with --yes."""

from __future__ import annotations

import argparse

from newscrawl.counts import many
from newscrawl.crawling.checking.exercise import exercise
from newscrawl.crawling.commandline import OfflineCommand, as_called, check_portals, fail
from newscrawl.crawling.processes.anysites import ANY
from newscrawl.crawling.saved.outputs import outputs_of
from newscrawl.items import ARTICLE_FIELDS
from newscrawl.portals.declarations import Rule, rules_of, shared_rules
from newscrawl.portals.fixtures import FOLDER, Fixture, fixtures
from newscrawl.portals.registry import portals
from newscrawl.terminal import inert, inert_lines

NULLABLE = (*ARTICLE_FIELDS, "images.caption", "images.credit")


class Command(OfflineCommand):
    form = "[options] [PORTAL ...]"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--yes", action="store_true", help="rewrite what the fixtures expect")
        parser.add_argument(
            "--because",
            action="append",
            default=[],
            metavar="FIELD=REASON",
            help="with --yes: why a field is empty in what is rewritten",
        )
        parser.add_argument(
            "--rules", action="store_true", help="list the rules that no fixture exercises, and change nothing"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        check_portals(args, {*portals(), ANY})
        if not FOLDER.is_dir():
            fail("no fixtures here: run this in the project's folder")
        if opts.rules and opts.yes:
            fail("--rules changes nothing: leave out --yes")
        if opts.because and not opts.yes:
            fail("--because goes with --yes")
        self.exitcode = unexercised(args) if opts.rules else blessed(args, reasons_of(opts.because), yes=opts.yes)


def reasons_of(given: list[str]) -> dict[str, str]:
    """Reasons by field, as they are given: FIELD=REASON. Ends the command for another form."""
    reasons = {}
    for text in given:
        name, _, reason = (part.strip() for part in text.partition("="))
        if name not in NULLABLE or not reason:
            fail(f"--because {text!r}: give FIELD=REASON; fields: {', '.join(NULLABLE)}")
        reasons[name] = reason
    return reasons


def blessed(names: list[str], because: dict[str, str], *, yes: bool) -> int:
    """Show what differs, and with `yes` rewrite what says why its empty fields are empty; the exit status."""
    count = differing = unsaid = refused = 0
    for fixture in fixtures(FOLDER, names):
        count += 1
        now = outputs_of(fixture)
        given = fixture.reasons(now)
        if diff := fixture.diff(now):
            differing += 1
            print(inert_lines(diff))
        elif all(given.values()):
            continue
        else:
            unsaid += 1  # as one that was just captured
        reasons = {name: said or because.get(name, "") for name, said in given.items()}
        for name, reason in reasons.items():
            print(inert(f"{fixture.name}: {name} is empty: {reason or 'why?'}"))
        if yes and all(reasons.values()):
            fixture.bless(now, because)
        elif yes:
            refused += 1
            missing = " ".join(f"--because {name}=..." for name, reason in reasons.items() if not reason)
            print(f"{fixture.name} is not rewritten: look at the page, then say why: {missing}")
    for name in (name for name in names if name != ANY):
        kinds = {kind for fixture in fixtures(FOLDER, [name]) for kind in kinds_of(fixture)}
        for kind, example in WANTED.items():
            if kind not in kinds:
                what = "dropped article" if kind == "dropped" else kind
                print(as_called(f"{name} has no {what} among its fixtures yet: scrapy capture {name} {example}"))
    seen, open_questions = many(count, "fixture"), f", {unsaid} without a reason" if unsaid else ""
    print(f"{seen}, {differing + unsaid - refused} rewritten" if yes else f"{seen}, {differing} differ{open_questions}")
    return 1 if refused or ((differing or unsaid) and not yes) else 0


def unexercised(names: list[str]) -> int:
    """List the rules of the portals that their fixtures do not exercise; the exit status."""
    known = portals()
    saved = [*fixtures(FOLDER)]
    lists = [(name, rules_of(known[name])) for name in names or known if name != ANY]
    lists += [] if names else [("every portal", shared_rules())]
    done: set[Rule] = set()
    idle = 0
    for name, rules in lists:
        result = exercise([rule for rule in rules if rule not in done], known.values(), saved)
        done |= {*rules}
        idle += len(result.idle)
        print(f"{name}: {result.count} rules, {len(result.idle)} found nothing, {len(result.redundant)} decide nothing")
        for rule in result.idle:
            print(f"  found nothing: {rule}")
        for rule in result.redundant:
            print(f"  decides nothing: {rule}")
    if idle:
        print(as_called("a rule that found nothing needs a page that it reads: scrapy capture PORTAL URL"))
    return 1 if idle else 0


# What every portal needs, and what is captured for it.
WANTED = {"article": "URL", "listing": "URL-OF-ITS-LIST", "dropped": "URL-OF-A-REMOVED-PAGE-OR-OF-NO-ARTICLE"}


def kinds_of(fixture: Fixture) -> set[str]:
    """What a fixture is an example of: article, listing, or dropped."""
    if fixture.meta["callback"] == "parse_listing":
        return {"listing"}
    return {kind for output in fixture.meta.get("expected") or [] for kind in output if kind in WANTED}
