"""What a run tells of what was known before: articles changed, gone, given up, numbered anew; channels gone silent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from math import inf, sqrt
from statistics import fmean, median

from newscrawl.judging.findings import REQUIRED, Thresholds
from newscrawl.judging.runs import DAILY, Finding, Run
from newscrawl.judging.volume import is_same_hour
from newscrawl.judging.words import by_number
from newscrawl.reasons import AGAIN, EARLIER, Says, says

# A night after which news is to be expected; of a portal that has so many new articles; and the share that is none.
NIGHT, NEWS, NO_NEWS = timedelta(hours=20), 10, 0.1
# Hours: between the latest news and more than ever in a week; and of a portal with one article a night, which may well
# have none for so long: the more it has, the less.
OLD, SLOW = 8, 360
# Where nothing tells how many change: most.
MOST = 0.5
# Runs that tell what is had on each day of the week; as few tell it of what is SURELY, so many times, more than chance.
WEEK, FEW_RUNS, SURELY = 7, 2, 3
# A share of what is stored that is removed, or moved to another day, before the next night.
UNLISTED = 0.1
# A share of a day's articles that is dated back, or put on a list, after the night behind it.
LATE = 0.2
# Of what a night's lists show: less was due in a few hours before morning, and what is stamped then is often no news.
OF_HOURS = 0.25
WEEKEND = 5  # and Sunday is 6
MISSED = 15


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
    return count >= at_least and count > expected + 2.5 * sqrt(expected * max(1 - share, 0.0))


def given_up(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    """Articles that are not asked for any more: not had, or of which no page was one, and more than dead links are."""
    dead = {reason: n for reason, n in run.given_up.items() if says(reason) is not Says.FAILED}
    failed = sum(run.given_up.values()) - sum(dead.values())
    before = [r for r in past if run.started_at - r.started_at >= timedelta(days=WEEK - 1) and r.found_listed]
    shares = [sum(n for reason, n in r.dropped.items() if says(reason) is Says.UNSURE) / r.found_listed for r in before]
    expected = 2 * sum(shares) / len(shares) * run.found_listed if shares else inf
    strange = sum(dead.values()) if sum(dead.values()) > expected + 3 * sqrt(expected) else 0
    if failed + strange >= limits.at_least:
        reasons = by_number(run.given_up)
        yield Finding("given up", f"{sum(run.given_up.values())} articles are not asked for any more ({reasons})")


def lost(run: Run, past: list[Run]) -> Iterable[Finding]:
    """Stored articles that are not in the files: damaged, cut, taken away; since the run before, or amid this one."""
    held = next((r.held for r in reversed(past) if r.held >= 0), 0)
    if run.held_before < 0:
        return
    amid = run.held_before + run.articles.get("stored", 0)
    gone = max(held - run.held_before, 0) + (max(amid - run.held, 0) if run.held >= 0 else 0)
    if gone:
        yield Finding("articles gone", f"{gone} of {max(held, amid)} stored articles are not in the files any more")


def stale(run: Run, past: list[Run], ended: list[Run]) -> Iterable[Finding]:
    """Lists without news: what they show is what they showed the night before, or this morning.

    `ended` are all runs that ended by themselves: what those in between have stored before they were stopped is news.
    """
    nights = [r for r in past if r.scope == DAILY]
    if run.scope != DAILY or not nights or run.started_at - past[-1].started_at < NIGHT:
        return
    held = next((r.held for r in reversed(ended) if r.held >= 0), run.held_before)
    new, usual = new_of(run) + max(run.held_before - held, 0), median(map(new_of, nights))
    if usual >= NEWS and new < NO_NEWS * min(usual, 2 * run.found_listed):
        yield Finding("few articles", f"{new} of {run.found_listed} articles found are new, usually {usual:.0f}")
        return
    ages = [r.news_age for r in nights if r.news_age >= 0 and is_same_hour(r, run)]
    least = max(OLD, SLOW / usual) if usual >= NEWS else inf
    if len(ages) < WEEK:  # what a weekend is like, nobody has seen yet
        least = 1.5 * least if len(ages) >= FEW_RUNS and run.started_at.weekday() < WEEKEND else inf
    if run.news_age > max(ages, default=0) + least:
        message = (
            f"the latest article is {run.news_age:.0f} hours old, at most {max(ages):.0f} before ({len(ages)} runs)"
        )
        yield Finding("few articles", message)


def unlisted(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    """Far more than usual of what earlier runs stored of these days is on no list: so may be what came since.

    All of it is never usual: the lists do not come to what was known, each night.
    """
    if not run.is_nightly or run.lost_listings or not run.found_listed:
        return
    alike = [r for r in past if r.is_nightly and (r.scope == DAILY or run.scope != DAILY)]  # of whole days
    compared = [r for r in alike if r.known >= limits.at_least and is_same_hour(r, run)]
    shares = [r.unlisted / r.known for r in compared]
    share = max(UNLISTED, 2 * median(shares), *shares) if len(compared) >= FEW_RUNS else 1.0
    if is_many(run.unlisted, run.known, share, limits.at_least):
        message = f"{run.unlisted} of {run.known} articles of these days that were stored before are on no list"
        yield Finding(
            "few articles", f"{message}, usually {100 * median(shares):.0f} % ({len(compared)} runs)", "lists"
        )
    elif run.scope == DAILY and run.unlisted == run.known >= limits.at_least and not run.apart:
        yield Finding("gap", f"none of {run.known} articles of these days that were stored before is on a list")


def late(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    """Far more than usual of what was published by then was on no list when an earlier run read them, and is now."""
    for said, count, shown, before in (
        ("of a day whose lists had been read were not on them then", run.late, run.late_shown,
         [(r.late, r.late_shown) for r in past]),
        ("published before the last run were not on its lists", *overdue(run), map(overdue, past)),
    ):  # fmt: skip
        shares = [new / of for new, of in before if of >= limits.at_least]
        share = max(LATE, 2 * median(shares)) if shares else 2 * LATE
        if run.is_nightly and is_many(count, shown, share, limits.at_least):
            message = f"{count} of {shown} articles {said}"
            yield Finding("late", f"{message}, usually {100 * median(shares):.0f} %" if shares else message)


def overdue(run: Run) -> tuple[int, int]:
    """How many articles the run before should have seen and had not, and of how many; none where too few were due."""
    return (run.overdue, run.due) if run.due >= OF_HOURS * run.found_listed else (0, 0)


def new_of(run: Run) -> int:
    """How many articles of its days a run's lists show that no earlier run had stored or dropped."""
    known = sum(run.articles.get(end, 0) for end in ("already stored", "revised", "unchanged", "worse"))
    # What was asked for again and is on no list: stored in part before, or not had again.
    in_vain = sum(n for ends in (run.dropped, run.failed) for key, n in ends.items() if key.endswith(AGAIN))
    known = max(known - max(run.asked_again - in_vain, 0), 0)
    return run.found_of_days - known - sum(n for key, n in run.dropped.items() if key.endswith(EARLIER))


def silent_channels(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    """Channels whose lists show nothing of these days, or only what others' show, unlike in each of a week's runs.

    A small one may have nothing for a night or two; not for as many days as had MISSED articles before.
    """
    if not (run.is_nightly and run.channels):
        return
    told = set[str]()
    for now, before, shows in (
        (run.channels, [(r.channels, r.found_listed) for r in past if r.channels], "no article of these days"),
        (run.own, [(r.own, r.found_listed) for r in past if r.own and run.scope == DAILY], "only what others show"),
    ):
        if len(before) < FEW_RUNS:
            continue
        wanted = limits.at_least * (1 if len(before) >= WEEK else SURELY)
        share = min(run.found_listed / max(median(found for _, found in before), 1), 1)  # on holidays all have less
        for name in sorted({name for counted, _ in before for name in counted} - {*now} - told):
            counts = [counted.get(name, 0) for counted, _ in before]
            silent = next((n for n, count in enumerate(reversed(counts)) if count), 0)
            spoke = counts[: len(counts) - silent]  # of two days each: one more night, one more day
            is_long = silent and len(spoke) >= WEEK and min(spoke)
            if share * min(counts) >= wanted or (is_long and share * fmean(spoke) * (silent + 2) / 2 >= MISSED):
                told.add(name)
                for_nights = f" for {silent + 1} nights" if silent else ""
                message = f"channel {name} shows {shows}{for_nights}, before at least {min(spoke)} ({len(spoke)} runs)"
                yield Finding("listing empty", message, name)
