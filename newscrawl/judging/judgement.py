"""Whether a portal is still what it was: a run held against the runs before it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import sqrt
from statistics import median

from newscrawl.counts import NOT_REACHED, many
from newscrawl.items import NOT_JUDGED
from newscrawl.judging import known, lists, recurring, volume
from newscrawl.judging.findings import BLOCKED, FINDING_NAMES, GONE, OF_DISCOVERY, REQUIRED, UNREADABLE, Thresholds
from newscrawl.judging.runs import Finding, Run
from newscrawl.judging.words import by_number
from newscrawl.reasons import EARLIER, OF_BEFORE

PAGES = "not all of its pages"
FEW_TEXTS = 10
BESIDES = ("summary", "image")  # a series of the night may have them alike
# Standard deviations: each night a dozen fields are looked at, of each of which once in years is a false alarm.
SELDOM = 4
# Runs that tell how many articles are gone each night: half of what may be where nobody knows.
TELLING = 3
# Of the same: articles without tags come together, as a wire's do; so much at least one of them varies by, squared.
LUMPY = 0.15
# The median of so many texts varies by this, divided by the root of their number: texts differ by half in length.
VARIES = 1.6


def judge(run: Run, past: list[Run], limits: Thresholds, *, ruled: bool = True) -> list[Finding]:
    """What is not as it was. `past` are the portal's earlier runs, oldest first; without any, fixed floors count.

    `ruled`: the rules were written for the portal; a site that nobody described may have none of what they look for.

    A run is compared only with runs that looked at the same, ended by themselves, and had no finding of that name:
    a portal that has been broken for weeks does not become the measure. A finding that was accepted is one no more,
    and what was before it is no measure any longer.
    """
    if run.finish_reason != "finished":
        return []
    same = [r for r in past if r.finish_reason == "finished" and _alike(r, run)]

    def measure(name: str) -> list[Run]:
        return same[next((n for n in range(len(same) - 1, -1, -1) if name in same[n].accepted), 0) :]

    def good(name: str, *others: str) -> list[Run]:
        names = {name, *others}
        return [r for r in measure(name) if not {f.name for f in r.findings} - set(r.accepted) & names]

    last = int(limits.runs)
    short = [*lists.short_pages(run, good("few articles")[-last:])]  # which says why there are few
    findings = [
        *(short or volume.articles(run, good("few articles", *OF_DISCOVERY)[-2 * last :], limits)),
        *known.unlisted(run, good("few articles")[-last:], limits),
        *volume.slump(run, measure("few articles")),
        *volume.skipped(run, good("few articles"), limits),
        *known.late(run, good("late")[-last:], limits),
        *known.lost(run, past),
        *known.stale(run, same, past),
        *lists.empty_or_lost(run, good("listing empty")[-last:]),
        *lists.endless(run, good("listing lost")[-last:]),
        *known.silent_channels(run, good("listing empty")[-last:], limits),
        *lists.ends(run, good("gap")[-last:], good("other addresses")[-last:], limits, ruled),
        *_access(run, good("gone")[-last:], limits),
        *known.changed(run, good("changed")[-last:], limits),
        *known.given_up(run, same, limits),
        *known.copied(run, good("copies")[-last:], limits),
        *_reading(run, good("half-read")[-last:], limits),
        *_fields(run, good("field lost")[-last:], limits),
        *_values(run, good("same value")[-last:], limits),
        *recurring.judged(run, good("same value")[-last:], limits),
        *_texts(run, good("text shorter")[-last:], limits),
        *_rules(run, good("dead selector")[-last:], limits, ruled),
    ]
    order = list(FINDING_NAMES)
    return sorted(findings, key=lambda finding: order.index(finding.name))


def _alike(one: Run, other: Run) -> bool:
    """True for runs that looked at the same; of archives nothing is known: other years, other templates."""
    if other.is_nightly:
        return one.is_nightly
    return other.is_of_channels and one.scope == other.scope


def _access(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    found = run.found_listed
    reasons = {reason: n for reason in BLOCKED if (n := run.failed.get(reason, 0) + run.dropped.get(reason, 0))}
    codes = {f"HTTP {code}": n for code in ("403", "429") if (n := run.status_codes.get(code, 0))}
    blocked = sum(reasons.values())
    if run.blocked_listings or (not found and codes):
        yield Finding("blocked", f"listings were refused ({by_number(codes) or 'a robot check'})")
    elif blocked >= limits.at_least and blocked > limits.blocked * found:
        yield Finding("blocked", f"{blocked} of {found} articles were refused ({by_number(reasons)})")
    # What was asked for again was a finding of the night that missed it.
    ours = (*BLOCKED, "reader failed", NOT_REACHED)
    others = {r: n for r, n in run.failed.items() if r not in ours and not r.endswith(OF_BEFORE)}
    if sum(others.values()) > limits.failed * found:
        yield Finding("failed", f"{sum(others.values())} of {found} articles could not be had ({by_number(others)})")
    for place, count in run.silent.items():
        if count >= limits.at_least and count < found:
            yield Finding("failed", f"none of {count} articles of {place} could be had", place)
    gone = {reason: n for reason in GONE if (n := run.dropped.get(reason, 0))}
    count = sum(gone.values())
    usual = median([sum(r.dropped.get(reason, 0) for reason in GONE) / r.found_listed for r in past
                    if r.found_listed] or [0.0])  # fmt: skip
    expected = max(limits.gone / (2 if len(past) >= TELLING else 1), 2 * usual) * found
    if count > expected + 2 * sqrt(expected):
        message = f"{count} of {found} articles are gone ({by_number(gone)}), usually {100 * usual:.0f} %"
        yield Finding("gone", message)
    worse = sum(run.worse.values())
    if worse > limits.gone * found + 2 * sqrt(limits.gone * found):
        yield Finding(
            "worse copies", f"{worse} of {found} articles are less than what is stored ({by_number(run.worse)})"
        )


def _reading(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    # Also those of an earlier run that wait to be read again: a second run of the night must not look like a cure.
    unread = {
        reason: n
        for reason in UNREADABLE
        if (n := sum(ends.get(key, 0) for ends in (run.dropped, run.failed) for key in (reason, f"{reason} {EARLIER}")))
    }
    count, fetched = sum(unread.values()), run.read + sum(unread.values())
    chance = 2 * sqrt(limits.unread * fetched)
    if (
        count
        and count >= min(limits.at_least, fetched)
        and (count == fetched or count > limits.unread * fetched + chance)
    ):
        yield Finding("unread", f"{count} of {fetched} pages could not be read ({by_number(unread)})")
    yield from _in_part(run, past, limits, lambda r: r.half_read)
    yield from _in_part(run, past, limits, lambda r: {PAGES: r.incomplete} if r.incomplete else {})


def _in_part(
    run: Run, past: list[Run], limits: Thresholds, counted: Callable[[Run], dict[str, int]]
) -> Iterable[Finding]:
    """Far more articles than usual of which only a part was read, by what a run has counted of them."""
    doubts = counted(run)
    half = sum(doubts.values())
    usual = median([sum(counted(r).values()) / r.read for r in past if r.read] or [0.0])
    share = max(limits.half_read, 2 * usual)
    if half >= limits.at_least and half > share * run.read + 2 * sqrt(share * run.read) * (half < run.read):
        message = f"{half} of {run.read} articles were read in part ({by_number(doubts)})"
        about = PAGES if PAGES in doubts else ""
        yield Finding("half-read", f"{message}, usually {100 * usual:.0f} %" if past else message, about)


def _fields(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    if run.read < limits.at_least:
        return
    for name, now in run.coverage.items():
        if name in NOT_JUDGED:
            continue
        before = [r for r in past if name in r.coverage and r.read >= limits.at_least]
        if before:
            usual, known_of = median(r.coverage[name] for r in before), sum(r.read for r in before)
            # One more with it and one without: that six articles had it does not say that all have.
            share = (sum(r.coverage[name] * r.read for r in before) / 100 + 1) / (known_of + 2)
            chance = SELDOM * sqrt(run.read * max(share * (1 - share), LUMPY) * (1 + run.read / known_of))
            if usual - now > limits.field_lost and (usual - now) * run.read / 100 >= max(limits.at_least, chance):
                message = f"{name} filled in {now:.0f} % of {run.read} articles, usually {usual:.0f} % ({_runs(past)})"
                yield Finding("field lost", message, name)
        elif name in REQUIRED and now < limits.filled:
            message = f"{name} filled in {now:.0f} % of {run.read} articles, at least {limits.filled:.0f} % are wanted"
            yield Finding("field lost", message, name)


def _values(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    """One headline on many articles is the site's name; one moment is the page's own, one picture the site's sign.

    Without a past only most headlines alike are strange: a portal may sign or stamp everything alike.
    """
    for name, now in run.most_frequent.items():
        before = [r.most_frequent[name] for r in past if name in r.most_frequent]
        usual = median(before) if before else 0.0
        most = 100 * limits.half_read if name == "text" else limits.same_value
        share = max(most, 2 * usual) if before or name == "text" else 50 if name == "title" else 100
        least = FEW_TEXTS if name in BESIDES else limits.at_least
        if now * run.read / 100 > least and now > share:
            message = f"one {name} on {now:.0f} % of {run.read} articles"
            yield Finding("same value", f"{message}, usually {usual:.0f} % ({_runs(past)})" if past else message, name)


def _texts(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    past = [r for r in past if r.text_length and r.read >= limits.at_least]
    if not run.text_length:
        return
    if not past:
        if run.text_length < limits.text_length:
            message = f"median text {run.text_length:,} characters, at least {limits.text_length:,.0f} are wanted"
            yield Finding("text shorter", message)
        return
    for what, now, before in (
        ("median text", run.text_length, [r.text_length for r in past if r.text_length]),
        ("a quarter of the texts below", run.text_length_low, [r.text_length_low for r in past if r.text_length_low]),
    ):
        # Chance: a few texts have a median of their own.
        if run.read < FEW_TEXTS or not now or not before:
            continue
        share = min(limits.text_shorter, 1 - VARIES * sqrt(1 / run.read + 1 / sum(r.read for r in past)))
        if now < share * median(before) and now < 0.8 * min(before):
            message = f"{what} {now:,} characters, usually {median(before):,.0f} ({_runs(past)})"
            yield Finding("text shorter", message)
            return


def _rules(run: Run, past: list[Run], limits: Thresholds, ruled: bool) -> Iterable[Finding]:
    if not past:
        # Rules of other years find nothing by nature: only a field none of whose rules finds anything is strange, and
        # none that the structured data fills.
        for name in REQUIRED if ruled else ():
            if run.coverage.get(name, 0.0) >= limits.filled:
                continue
            rules = {r: c for r, c in run.rules.items() if r.startswith(f"{'body' if name == 'text' else name}/css/")}
            tried = max((counts.tried for counts in rules.values()), default=0)
            if tried >= limits.dead_selector and not any(counts.matched for counts in rules.values()):
                pages = many(tried, "page")
                message = f"none of the {len(rules)} rules for {name} on the page found anything on {pages}"
                yield Finding("dead selector", message, name)
        return
    for rule, counts in run.rules.items():
        if counts.matched:
            continue
        tried = sum(r.rules[rule].tried for r in past if rule in r.rules)
        matched = sum(r.rules[rule].matched for r in past if rule in r.rules)
        if tried and counts.tried * matched / tried >= limits.dead_selector:
            pages = many(counts.tried, "page")
            message = f"{rule} found nothing on {pages}, before on {matched} of {tried} ({_runs(past)})"
            yield Finding("dead selector", message, rule)


def _runs(past: list[Run]) -> str:
    return many(len(past), "run")
