"""Change one word of one rule at a time and replay the fixtures: `make mutants`, or `-m tests.mutants PORTAL ...`.

A change that no fixture notices is a rule that could be broken by a slip of the hand and nobody would be told. What is
changed are the rules that a portal's file and its house declare: names in selectors and paths, words of patterns,
settings. A change that makes a rule unreadable fails at import and is not counted.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from newscrawl.crawling.checking.exercise import made_of
from newscrawl.portals.declarations import Rule, applies, changed, rules_of
from newscrawl.portals.fixtures import FOLDER, Fixture, fixtures
from newscrawl.portals.form import Portal
from newscrawl.portals.registry import portals
from tests.project import ROOT

SELECTING = re.compile(r"_(?:css|json|meta)$|^body_|^listings\.(?!only)")
# A name of a selector or path; not what its grammar spells: ":not(", "::attr(x)", "contains("
NAME = re.compile(r"(?<![:\w-])[A-Za-z_][\w-]*(?![\w-]*\()|(?<=[^:]:)[a-z]\w+(?![\w-]*[\w(-])")
# A word of a pattern; not "\w", "(?P<credit>", "(?i)"
WORD = re.compile(r"(?<![\\\w])(?<!\(\?P<)(?<!\(\?)[A-Za-z_]+")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One word of one rule, changed: the rule's place, and its text before and after."""

    rule: Rule
    text: str

    def __str__(self) -> str:
        return f"{self.rule} -> {self.text}"


def mutants_of(rule: Rule) -> Iterator[Mutant]:
    """Each word of the rule changed; a setting that has none turned over."""
    words = [*(NAME if SELECTING.search(rule.name) else WORD).finditer(rule.text)]
    for word in words:
        yield Mutant(rule, f"{rule.text[: word.start()]}{word[0]}q{rule.text[word.end() :]}")
    if not words:
        yield Mutant(rule, "(turned over)")


def portal_with(portal: type[Portal], mutant: Mutant) -> type[Portal] | None:
    """The portal with the mutant in the rule's place; null where that cannot be imported."""
    try:
        return changed(portal, mutant.rule, lambda _: mutant.text)
    except Exception:
        return None


def is_noticed(mutant: Mutant, readers: dict[str, type[Portal]], pages: list[Fixture]) -> bool | None:
    """Whether a page gives another output with the mutant; null for one that cannot be imported."""
    variants = {name: portal_with(portal, mutant) for name, portal in readers.items()}
    for place, page in enumerate(pages):
        portal = variants[page.portal]
        if portal is None:
            return None
        if made_of(page, portal) != page.meta["expected"]:
            pages.insert(0, pages.pop(place))  # it may notice the next one, too
            return True
    return False


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("portals", nargs="*", help="default: all")
    parser.add_argument("--least", type=float, default=0.0, help="fail where a smaller share is noticed (0 to 1)")
    given = parser.parse_args()
    known = portals()
    if unknown := [name for name in given.portals if name not in known]:
        parser.error(f"unknown portal {unknown[0]!r}; known: {', '.join(known)}")
    saved = [fixture for fixture in fixtures(ROOT / FOLDER) if fixture.portal in known]  # not those of any site
    if differing := [f.name for f in saved if made_of(f, known[f.portal]) != f.meta["expected"]]:
        parser.error(f"{differing[0]} differs from what it expects: scrapy bless")
    noticed = count = 0
    done: set[Rule] = set()
    for name in given.portals or known:
        rules = [rule for rule in rules_of(known[name]) if rule not in done]
        done |= {*rules}
        lost = []
        tried = 0
        for rule in rules:
            readers = {other: portal for other, portal in known.items() if applies(rule, portal)}
            pages = sorted((f for f in saved if f.portal in readers), key=lambda f: f.portal != name)
            pages = [f for f in pages if rule.name.startswith("listings.") == (f.meta["callback"] == "parse_listing")]
            for mutant in mutants_of(rule):
                if (seen := is_noticed(mutant, readers, pages)) is None:
                    continue
                tried += 1
                lost += [] if seen else [mutant]
        count, noticed = count + tried, noticed + tried - len(lost)
        print(f"{name}: {tried - len(lost)} of {tried} changes noticed", flush=True)
        for mutant in lost:
            print(f"  not noticed: {mutant}", flush=True)
    share = noticed / count if count else 1.0
    print(f"{noticed} of {count} changes noticed ({share:.0%})")
    return int(share < given.least)


if __name__ == "__main__":
    sys.exit(main())
