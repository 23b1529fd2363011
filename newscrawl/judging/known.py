"""What a run's articles say of those stored before: read again, not new, or there under another number."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from math import sqrt
from statistics import median

from newscrawl.judging.findings import REQUIRED, Thresholds
from newscrawl.judging.runs import DAILY, Finding, Run
from newscrawl.reasons import EARLIER

# A night after which news is to be expected; of a portal that has so many new articles; and the share that is none.
NIGHT, NEWS, NO_NEWS = timedelta(hours=20), 10, 0.1
# Hours: between the latest news and more than ever in a week; and runs at about one time of the day
OLD, ABOUT = 8, 3
# Where nothing tells how many change: most.
MOST = 0.5
# Runs that tell what a channel has on each day: a week of them.
WEEK = 7


def changed(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    """Fields in which far more articles differ from what is stored than before: a new template, or another clock."""
    compared = [r for r in past if r.read_again >= limits.at_least]
    for name, count in run.differs.items():
        if not compared and name not in REQUIRED:
            continue
        usual = median([r.differs.get(name, 0) / r.read_again for r in compared] or [0.0])
        share = max(limits.changed, 2 * usual) if compared else MOST
        if is_many(count, run.read_again, share, limits.at_least):
            message = f"{name} differs in {count} of {run.read_again} articles that were read again"
            yield Finding("changed", f"{message}, usually {100 * usual:.0f} %" if compared else message, name)


def copied(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    """Articles that are stored a second time: their numbers or addresses have changed."""
    stored = run.articles.get("stored", 0)
    usual = median([r.copies / n for r in past if (n := r.articles.get("stored", 0))] or [0.0])
    if run.is_nightly and is_many(run.copies, stored, max(limits.changed, 2 * usual), limits.at_least):
        yield Finding("copies", f"{run.copies} of {stored} new articles were stored before under another number")


def is_many(count: int, of: int, share: float, at_least: float) -> bool:
    """True for so many that neither the usual share nor chance explains them.

    >>> [is_many(count, 36, 0.2, 3) for count in (7, 12, 36)], is_many(2, 2, 0.2, 3)
    ([False, False, True], False)
    """
    expected = share * of
    return count >= at_least and count > expected + 2 * sqrt(expected * max(1 - share, 0.0))


def lost(run: Run, past: list[Run]) -> Iterable[Finding]:
    """Articles of earlier runs that were not in the files when this one began: damaged, taken away, an old copy."""
    held = next((r.held for r in reversed(past) if r.held >= 0), 0)
    if run.held_before >= 0 and held > run.held_before:
        yield Finding(
            "articles gone", f"{held - run.held_before} of {held} stored articles are not in the files any more"
        )


def stale(run: Run, past: list[Run]) -> Iterable[Finding]:
    """Lists without news: what they show is what they showed the night before, or this morning."""
    nights = [r for r in past if r.scope == DAILY]
    if run.scope != DAILY or not nights or run.started_at - past[-1].started_at < NIGHT:
        return
    new, usual = new_of(run), median(map(new_of, nights))
    if run.found_listed and usual >= NEWS and new < NO_NEWS * usual:
        yield Finding("few articles", f"{new} of {run.found_listed} articles found are new, usually {usual:.0f}")
        return
    ages = [r.news_age for r in nights if r.news_age >= 0 and is_same_hour(r, run)]
    if usual >= NEWS and len(ages) >= WEEK and run.news_age > max(ages) + OLD:
        message = (
            f"the latest article is {run.news_age:.0f} hours old, at most {max(ages):.0f} before ({len(ages)} runs)"
        )
        yield Finding("few articles", message)


def is_same_hour(one: Run, other: Run) -> bool:
    """True for runs that began at about the same hour of the day: at noon half of a day is there."""
    return abs((one.started_at.hour - other.started_at.hour + 12) % 24 - 12) <= ABOUT


def new_of(run: Run) -> int:
    """How many articles of a run's lists no earlier run had stored or dropped."""
    known = sum(run.articles.get(end, 0) for end in ("already stored", "revised", "unchanged", "worse"))
    return run.found_listed - known - sum(n for key, n in run.dropped.items() if key.endswith(EARLIER))


def silent_channels(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    """Channels whose lists show nothing of these days, though they did in each of a week's runs: they have moved."""
    compared = [r for r in past if r.channels]
    if not (run.is_nightly and run.channels) or len(compared) < WEEK:
        return
    for name in sorted({name for r in compared for name in r.channels} - {*run.channels}):
        least = min(r.channels.get(name, 0) for r in compared)
        if least >= limits.at_least:
            message = f"channel {name} shows no article of these days, before at least {least} ({len(compared)} runs)"
            yield Finding("listing empty", message, name)
