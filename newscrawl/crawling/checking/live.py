"""What one listing and a few articles say of a portal's rules, rule by rule."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from newscrawl.counts import NOT_REACHED, many
from newscrawl.crawling.checking.looking import Look, Looked
from newscrawl.crawling.checking.portal import fault_of, numbers_of, robots_of, row_of
from newscrawl.crawling.checking.rows import Row, State
from newscrawl.items import Article, Dropped
from newscrawl.judging.findings import REQUIRED
from newscrawl.portals.form import Portal
from newscrawl.portals.status import DESCRIPTIVE
from newscrawl.reading.loaders import ArticleLoader
from newscrawl.reading.page import NotAnArticle, Page
from newscrawl.reading.rules import MATCHED, TRIED, as_tuple
from newscrawl.terminal import inert

RULE = re.compile(r"(\w+)_(css|json|meta)")
BOXES = ("body_drop", "body_end")  # selectors of no field
LONGEST = 110  # characters of a rule or a value that are shown
# Rules that find something on most pages, by the field they fill; marks of paywalls, pagers and the like do not.
JUDGED = {**{name: name for name in DESCRIPTIVE if name not in ("kind", "language", "paywalled")}, "body": "text"}
EMPTY: tuple[object, ...] = (None, "", [])


class Counts(Counter[str]):
    """Where a loader counts its rules, as in a crawl's statistics: those that were tried are there, also with 0."""

    def inc_value(self, key: str, count: int = 1) -> None:
        self[key] += count


def rows_of(look: Look) -> Iterator[Row]:
    """The robots.txt, each page of a listing that was asked for, and each article."""
    robots = robots_of(look)
    if robots:
        well = all(words.startswith(("HTTP 2", "HTTP 4")) and "429" not in words for words in robots.values())
        said = ", ".join(f"{host} {words}" for host, words in robots.items())
        yield Row("robots.txt", "ok" if well else "FAULT", said)
    if not look.lists:
        yield row_of(look)
    for listed in look.lists:
        words = numbers_of(listed) if listed.articles else fault_of(listed, look.portal.name)
        state: State = "ok" if listed.articles else "note" if look.listed else "FAULT"
        yield Row("listing", state, f"{listed.way}, {words}: {listed.url}")
    for number, looked in enumerate(look.articles.values(), 1):
        faults = [*faults_of(looked)]
        yield Row(f"article {number}", "FAULT" if faults else "ok", "; ".join(faults) or "read, and nothing doubted")


def faults_of(looked: Looked) -> Iterator[str]:
    """Why an article was not read, or what of it is missing or doubted."""
    end = looked.end
    if not isinstance(end, Article):
        why = f"{end.reason}{f' ({end.detail})' if end.detail else ''}" if isinstance(end, Dropped) else NOT_REACHED
        yield f"not read: {why}"
        return
    wanted = [name for name in REQUIRED if name != "text" or end.kind == "article"]
    if missing := [name for name in wanted if getattr(end, name) in EMPTY]:
        yield f"empty: {', '.join(missing)}"
    if not end.complete:
        yield "a page of it, or its end, is missing"
    yield from looked.reading.doubts if looked.reading else ()


def details(look: Look) -> Iterator[str]:
    """Lines on each article, then on each rule, then what does not fit."""
    for number, looked in enumerate(look.articles.values(), 1):
        yield from ("", f"article {number}: {looked.identity.url}")
        yield from (f"  {inert(line)}" for line in article_lines(looked, look.portal))
    if next(iter(_pages(look)), None) is not None:  # of no page nothing is known of the rules
        yield from ("", *fields(look), "", *rules(look))
    yield from ("", "does not fit:", *(misfits(look) or ["  nothing that was looked at"]))


def article_lines(looked: Looked, portal: type[Portal]) -> Iterator[str]:
    """What an article says, without its text: that is other people's."""
    end = looked.end
    if not isinstance(end, Article):
        yield from faults_of(looked)
        return
    paragraphs = many(len(end.text.split("\n\n")), "paragraph") if end.text else "no text"
    yield f"{end.kind}, {many(end.pages, 'page')}, {paragraphs}, {many(len(end.text), 'character')}"
    yield f"title {_short(end.title)}"
    yield f"authors {_short(', '.join(end.authors) or '-')}; editors {_short(', '.join(end.editors) or '-')}"
    yield dates(looked, end, portal)
    doubts = looked.reading.doubts if looked.reading else ()
    yield f"second opinion: {'; '.join(doubts) or 'agrees'}"


def dates(looked: Looked, article: Article, portal: type[Portal]) -> str:
    """The article's date beside those of its address and its card, and whether they agree.

    A portal's days are compared; a card may be a while older or younger than the article.
    """
    day, listed = looked.identity.day, looked.listed_at
    said = [f"published {article.published_at.isoformat() if article.published_at else '-'}"]
    said.append(f"address {day or '-'}")
    local = partial(datetime.astimezone, tz=ZoneInfo(portal.zone))
    said.append(f"listing {local(listed):%Y-%m-%dT%H:%M}" if listed else "listing -")
    others = [other for other in (day, local(listed).date() if listed else None) if other]
    if not others or article.published_at is None:
        return f"{', '.join(said)}: nothing to compare"
    apart = max(abs((local(article.published_at).date() - other).days) for other in others)
    return f"{', '.join(said)}: " + ("agree" if not apart else f"{many(apart, 'day')} apart")


def fields(look: Look) -> Iterator[str]:
    """In how many of the articles that were read each field is filled."""
    read = [looked.end for looked in look.articles.values() if isinstance(looked.end, Article)]
    yield f"fields filled, of {many(len(read), 'article')} read:"
    counts = {name: sum(getattr(one, name) not in EMPTY for one in read) for name in DESCRIPTIVE}
    for number in sorted(set(counts.values()), reverse=True):
        yield f"  {number}/{len(read)} {', '.join(name for name in counts if counts[name] == number)}"


def rules(look: Look) -> Iterator[str]:
    """Each rule of the portal: on how many pages it found something of those on which it was tried."""
    yield "rules, matched/tried (each is tried where those before it found nothing):"
    spare: Counter[str] = Counter()
    for name, source, rule, is_own in declared(look.portal.Loader):
        tried, matched = counts_of(look.stats, name, source, rule)
        if tried:
            yield f"  {matched}/{tried} {name} {source}{'' if is_own else ' (shared)'}: {inert(_short(rule))}"
        elif is_own:
            spare[f"{name} {source}"] += 1
    pages = [*_pages(look)]
    for name in BOXES:
        for rule in as_tuple(getattr(look.portal.Loader, name, ())):
            if found := sum(bool(page.select(rule)) for page in pages):
                yield f"  {found}/{len(pages)} {name}: {inert(_short(rule))}"
            else:
                spare[name] += 1
    yield f"rules not needed here: {', '.join(f'{name} {number}' for name, number in spare.items()) or 'none'}"


def declared(loader: type[ArticleLoader]) -> Iterator[tuple[str, str, str, bool]]:
    """The rules of a loader, by field and source in order; last, whether the portal or its house declares it."""
    names = sorted(name for name in dir(loader) if RULE.fullmatch(name))
    for attribute in names:
        name, _, source = attribute.rpartition("_")
        if not isinstance(getattr(loader, attribute), str | tuple):
            continue
        shared = as_tuple(getattr(ArticleLoader, attribute, ()))
        for rule in as_tuple(getattr(loader, attribute)):
            yield name, source, rule, rule not in shared


def counts_of(stats: Mapping[str, Any], name: str, source: str, rule: str) -> tuple[int, int]:
    """On how many pages a rule was tried, and on how many it found something."""
    key = f"{name}/{source}/{rule}"
    return int(stats.get(TRIED + key, 0)), int(stats.get(MATCHED + key, 0))


def silent(loader: type[ArticleLoader], stats: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, int]]]:
    """Fields and sources of which a portal's own rules were tried and found nothing: on how many pages each was."""
    own: dict[tuple[str, str], list[str]] = {}
    for name, source, rule, is_own in declared(loader):
        if is_own and name in JUDGED:
            own.setdefault((name, source), []).append(rule)
    for (name, source), rules in own.items():
        counts = {rule: counts_of(stats, name, source, rule) for rule in rules}
        if not any(matched for _, matched in counts.values()) and any(tried for tried, _ in counts.values()):
            yield name, source, {rule: tried for rule, (tried, _) in counts.items()}


def misfits(look: Look) -> list[str]:
    """What somebody should mend, in words that name the rule."""
    found = []
    place = f"{look.portal.__module__.replace('.', '/')}.py"
    if not look.listed:
        found.append(f"  no listing gave an article: `listings` and `article_url` in {place}")
    read = [looked.end for looked in look.articles.values() if isinstance(looked.end, Article)]
    for name, source, rules in silent(look.portal.Loader, look.stats):
        filled = sum(getattr(article, JUDGED[name]) not in EMPTY for article in read)
        other = f", other rules filled it in {filled}" if filled else ""
        tried = max(rules.values())
        found.append(f"  {name}_{source}: none of {many(len(rules), 'rule')} found anything on {tried}{other}")
    for number, looked in enumerate(look.articles.values(), 1):
        found += [f"  article {number}: {fault}" for fault in faults_of(looked)]
    return found


def _pages(look: Look) -> Iterable[Page]:
    for looked in look.articles.values():
        if looked.response is not None and looked.response.status == 200:
            try:
                yield Page(looked.response.body, looked.response.url)
            except NotAnArticle:
                continue


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
