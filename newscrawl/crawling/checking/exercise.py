"""Which rules of a portal its fixtures exercise: what each found on the saved pages, and what would be without it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from newscrawl.crawling.checking.live import BOXES, Counts
from newscrawl.crawling.saved.outputs import outputs_of
from newscrawl.portals.declarations import Rule, applies, without
from newscrawl.portals.fixtures import Fixture
from newscrawl.portals.form import Portal
from newscrawl.reading.article import read
from newscrawl.reading.page import NotAnArticle, Page
from newscrawl.reading.rules import MATCHED


@dataclass(frozen=True, slots=True)
class Exercise:
    """The rules of which no fixture shows that they are needed.

    `idle` found nothing, and no output would be another without them; `redundant` found something that another rule
    finds, too.
    """

    count: int
    idle: tuple[Rule, ...]
    redundant: tuple[Rule, ...]


def exercise(rules: Iterable[Rule], portals: Iterable[type[Portal]], fixtures: Iterable[Fixture]) -> Exercise:
    """Try each rule on the fixtures of the portals that are read by it."""
    known = {portal.name: portal for portal in portals}
    saved = [fixture for fixture in fixtures if fixture.portal in known]
    found = {fixture.name: found_on(fixture, known[fixture.portal]) for fixture in saved}
    now = {fixture.name: made_of(fixture, known[fixture.portal]) for fixture in saved}
    tried = list(rules)
    idle: list[Rule] = []
    redundant: list[Rule] = []
    for rule in tried:
        readers = {name: portal for name, portal in known.items() if applies(rule, portal)}
        pages = [fixture for fixture in saved if fixture.portal in readers]
        variants = {name: without(portal, rule) for name, portal in readers.items()}
        if any(made_of(fixture, variants[fixture.portal]) != now[fixture.name] for fixture in pages):
            continue
        known_to_find = any(finds(rule, fixture, found[fixture.name]) for fixture in pages)
        (redundant if known_to_find else idle).append(rule)
    return Exercise(len(tried), tuple(idle), tuple(redundant))


def made_of(fixture: Fixture, portal: type[Portal]) -> list[dict[str, Any]] | str:
    """What a portal makes of a saved page; a crash is its message."""
    try:
        return outputs_of(fixture, portal)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def found_on(fixture: Fixture, portal: type[Portal]) -> set[str]:
    """The rules that found something on a saved page, as FIELD/SOURCE/RULE."""
    counts = Counts()
    if fixture.meta["callback"] == "parse_article":
        with suppress(NotAnArticle):
            read(fixture.page.read_bytes(), fixture.meta["url"], portal, stats=counts)
    return {key.removeprefix(MATCHED) for key, count in counts.items() if count and key.startswith(MATCHED)}


def finds(rule: Rule, fixture: Fixture, found: set[str]) -> bool:
    """True if a rule of a loader, of a selector this alternative of it, found something on the page."""
    if rule.name in BOXES:  # selectors of no field: what they find is not counted
        return bool(Page(fixture.page.read_bytes(), fixture.meta["url"]).select(rule.text))
    name, _, source = rule.name.rpartition("_")
    ways = [key for key in found if key.startswith(f"{name}/{source}/")]
    if f"{name}/{source}/{rule.text}" in ways:
        return True
    if source != "css" or not any(rule.text in key for key in ways):
        return False
    return bool(Page(fixture.page.read_bytes(), fixture.meta["url"]).select(rule.text))
