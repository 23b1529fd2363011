"""Whether a portal is still what it was: a run held against the runs before it.

Every threshold is a setting NEWSCRAWL_JUDGE_...; the reasons stand beside them in the settings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from math import sqrt
from statistics import median
from typing import Any, Protocol

from newscrawl.runs import ARCHIVE, CHANNELS, DAILY, Finding, Run

# Fields without which a record is of little use: judged also when there is no past to compare with.
REQUIRED = ("title", "published_at", "text")
# Fields that are no quality of the page: ours, or null for most articles by nature.
NOT_JUDGED = frozenset(
    {"id", "portal", "url", "published_precision",
     "updated_at", "agency", "kind", "language", "paywalled", "pages", "complete", "fetched_at",
     "revision", "schema_version"}
)  # fmt: skip
# Reasons that say that the site did not let us in, and those that say nothing about the page's template.
BLOCKED = ("blocked", "too many requests", "robot check", "provider block")
UNREADABLE = ("no title", "no text", "not HTML", "too deep", "another page", "reader failed")

NAMES = {
    "no articles": "the listings gave no article at all",
    "few articles": "far fewer articles than usual for this day of the week",
    "listing empty": "a listing gave no article, though it did before or another one does",
    "listing lost": "pages of a listing could not be had",
    "blocked": "the site answers 403 or 429, or shows a robot check",
    "unread": "pages that should have been articles could not be read; they are kept for `scrapy reread`",
    "half-read": "articles were read, but not all of their text or without the date that their address carries",
    "field lost": "a field is filled far less often than it was",
    "text shorter": "the median text is far shorter than it was",
    "dead selector": "a rule of the loader that used to find something finds nothing any more",
    "failed": "pages could not be had after retries",
    "short of since": "the listings do not reach back to the day that was asked for",
    # Of `scrapy nightly`, about the process:
    "time limit": "the crawl was ended when its time was over",
    "crashed": "the crawl's process was killed or ended with an error of its own",
    "could not begin": "the crawl ended before its first request",
    "busy": "another run was storing articles of the portal",
}
# Findings after which no article is missing that another run could still find.
NOTHING_MISSING = frozenset({"unread", "half-read", "field lost", "text shorter", "dead selector", "short of since"})


class Settings(Protocol):
    """Where thresholds are looked up: Scrapy's settings will do."""

    def getfloat(self, name: str, default: float = 0.0) -> float: ...


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How far a run may differ from those before it; each is the setting NEWSCRAWL_JUDGE_ with its name."""

    runs: float  # how many runs before are looked at
    few_articles: float  # share of the usual number
    field_lost: float  # percentage points
    text_shorter: float  # share of the usual length
    dead_selector: float  # matches that were to be expected
    unread: float  # share of the articles fetched
    half_read: float  # likewise
    blocked: float  # likewise
    failed: float  # share of the articles found
    at_least: float  # pages; fewer are an accident
    filled: float  # percent of the articles, for REQUIRED when there is no past
    text_length: float  # characters, when there is no past

    @classmethod
    def of(cls, settings: Settings) -> Thresholds:
        return cls(**{f.name: settings.getfloat(f"NEWSCRAWL_JUDGE_{f.name.upper()}") for f in fields(cls)})


def judge(run: Run, past: list[Run], limits: Thresholds) -> list[Finding]:
    """What is not as it was. `past` are the portal's earlier runs, oldest first; without any, fixed floors count.

    A run is compared only with runs that looked at the same, ended by themselves, and had no finding of that name:
    a portal that has been broken for weeks does not become the measure.
    """
    if run.finish_reason != "finished":
        return []
    same = [r for r in past if r.scope == run.scope and r.finish_reason == "finished"]
    if run.scope != DAILY and not run.scope.startswith(CHANNELS):
        same = []  # other years have other templates and other numbers

    def good(name: str) -> list[Run]:
        return [r for r in same if not r.found(name)][-int(limits.runs) :]

    findings = [
        *_articles(run, good("few articles"), limits),
        *_listings(run, good("listing empty")),
        *_access(run, limits),
        *_reading(run, good("half-read"), limits),
        *_fields(run, good, limits),
        *_rules(run, good("dead selector"), limits),
    ]
    order = list(NAMES)
    return sorted(findings, key=lambda finding: order.index(finding.name))


def _articles(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    found = run.articles.get("found", 0)
    if not found:
        if not run.days_done_before:
            asked = sum(asked.asked for asked in run.listings.values())
            yield Finding("no articles", f"no article was found; {asked} pages of listings were read")
        return
    if run.scope != DAILY:
        return
    counts = [r.articles.get("found", 0) for r in past if r.started_at.weekday() == run.started_at.weekday()]
    day, share = f"{run.started_at:%A}s", limits.few_articles
    if not counts:  # a first Sunday is measured with the quietest day so far, and more mildly
        counts = [min((r.articles.get("found", 0) for r in past), default=0)]
        day, share = "the quietest day so far", share / 2
    usual = median(counts)
    # The second condition is chance: a portal with ten articles a day has days with six.
    if found < share * usual and usual - found > 1.5 * sqrt(usual):
        yield Finding("few articles", f"{found} articles found, usually {usual:.0f} on {day} ({_runs(past)})")


def _listings(run: Run, past: list[Run]) -> Iterable[Finding]:
    if (run.scope == DAILY or run.scope.startswith(CHANNELS)) and run.articles.get("found"):
        for form, now in run.listings.items():
            before = sum(r.listings[form].articles for r in past if form in r.listings)
            if now.asked and not now.articles and (before or not past):
                gave = f"{before} in the {_runs(past)} before" if past else "others gave some"
                yield Finding("listing empty", f"{form} gave no article on {now.asked} pages, {gave}", form)
    if run.short_of_since and run.scope == ARCHIVE:
        since = run.arguments.get("since", "the first day asked for")
        yield Finding("short of since", f"{run.short_of_since} listings do not reach back to {since}")
    if run.lost_listings:
        yield Finding("listing lost", f"{run.lost_listings} listings could not be read to their end")


def _access(run: Run, limits: Thresholds) -> Iterable[Finding]:
    reasons = {reason: run.failed.get(reason, 0) + run.dropped.get(reason, 0) for reason in BLOCKED}
    codes = {f"HTTP {code}": n for code in ("403", "429") if (n := run.status_codes.get(code, 0))}
    blocked = sum(reasons.values()) + run.blocked_listings
    fetched = run.read + sum(run.failed.values()) + sum(run.dropped.values())
    no_listing = not run.articles.get("found") and (codes or run.blocked_listings)
    if no_listing or (blocked >= limits.at_least and blocked > limits.blocked * fetched):
        kinds = {**reasons, "listings": run.blocked_listings, **codes}
        message = f"{blocked} of {fetched} articles" if fetched else "the listings"
        yield Finding("blocked", f"{message} refused ({_counts({k: n for k, n in kinds.items() if n})})")
    others = {r: n for r, n in run.failed.items() if r not in (*BLOCKED, "reader failed", "not reached")}
    failed = sum(others.values())
    if failed > limits.failed * run.articles.get("found", 0):
        yield Finding(
            "failed", f"{failed} of {run.articles.get('found', 0)} articles could not be had: {_counts(others)}"
        )


def _reading(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    unread = {r: n for r in UNREADABLE if (n := run.dropped.get(r, 0) + run.failed.get(r, 0))}
    count, fetched = sum(unread.values()), run.read + sum(unread.values())
    if count >= min(limits.at_least, fetched) and count > limits.unread * fetched:
        yield Finding("unread", f"{count} of {fetched} pages could not be read: {_counts(unread)}")
    half = sum(run.half_read.values())
    usual = median([sum(r.half_read.values()) / r.read for r in past if r.read] or [0.0])
    if half >= limits.at_least and half > max(limits.half_read, 2 * usual) * run.read:
        yield Finding("half-read", f"{half} of {run.read} articles were read in part: {_counts(run.half_read)}")


def _fields(run: Run, good: Callable[[str], list[Run]], limits: Thresholds) -> Iterable[Finding]:
    if run.read < limits.at_least:
        return
    past = good("field lost")
    for name, now in run.coverage.items():
        if name in NOT_JUDGED:
            continue
        before = [r.coverage[name] for r in past if name in r.coverage and r.read >= limits.at_least]
        if before:
            usual = median(before)
            missing = (usual - now) * run.read / 100
            if usual - now > limits.field_lost and missing >= limits.at_least:
                message = f"{name} filled in {now:.0f} % of {run.read} articles, usually {usual:.0f} % ({_runs(past)})"
                yield Finding("field lost", message, name)
        elif name in REQUIRED and now < limits.filled:
            message = f"{name} filled in {now:.0f} % of {run.read} articles, at least {limits.filled:.0f} % are wanted"
            yield Finding("field lost", message, name)
    past = [r for r in good("text shorter") if r.text_length and r.read >= limits.at_least]
    if run.text_length is None:
        return
    if past:
        length = median(r.text_length for r in past if r.text_length)
        if run.text_length < limits.text_shorter * length:
            message = f"median text {run.text_length:,} characters, usually {length:,.0f} ({_runs(past)})"
            yield Finding("text shorter", message)
    elif run.text_length < limits.text_length:
        message = f"median text {run.text_length:,} characters, at least {limits.text_length:,.0f} are wanted"
        yield Finding("text shorter", message)


def _rules(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    if not past:
        # Rules of other years find nothing by nature: only a field none of whose rules finds anything is strange.
        for name in REQUIRED:
            rules = {r: c for r, c in run.rules.items() if r.startswith(f"{'body' if name == 'text' else name}/css/")}
            tried = max((counts.tried for counts in rules.values()), default=0)
            if tried >= 2 * limits.dead_selector and not any(counts.matched for counts in rules.values()):
                message = f"none of the {len(rules)} rules for {name} on the page found anything on {tried} pages"
                yield Finding("dead selector", message, name)
        return
    for rule in run.dead_selectors:
        tried = sum(r.rules[rule].tried for r in past if rule in r.rules)
        matched = sum(r.rules[rule].matched for r in past if rule in r.rules)
        expected = run.rules[rule].tried * matched / tried if tried else 0.0
        if expected >= limits.dead_selector:
            message = (
                f"{rule} found nothing on {run.rules[rule].tried} pages, before on {matched} of {tried} ({_runs(past)})"
            )
            yield Finding("dead selector", message, rule)


def _counts(reasons: dict[str, int]) -> str:
    return ", ".join(f"{reason} {count}" for reason, count in sorted(reasons.items(), key=lambda item: -item[1]))


def _runs(past: list[Any]) -> str:
    return f"{len(past)} run{'' if len(past) == 1 else 's'}"
