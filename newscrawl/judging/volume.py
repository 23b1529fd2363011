"""Whether a run found as many articles as are to be expected on its day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from statistics import median
from typing import Any

from newscrawl.counts import many
from newscrawl.judging.findings import Thresholds
from newscrawl.judging.runs import ARCHIVE, DAILY, Finding, Run

# Hours: runs at about one time of the day.
ABOUT = 3
# Runs of the quietest tenth tell how low a portal goes by itself; with less than this share of it something is wrong.
QUIETEST, LOWER = 10, 0.6
# Runs without any article, one behind the other, after which a small portal is not merely quiet.
QUIET_RUNS = 2
# The run before this one tells whether these are holidays where it was so lately; what halves each night is none.
LATELY, FALLING = timedelta(hours=36), 0.5
# Of what came in as many nights before, in two weeks: a week of holidays leaves twice as much, and a portal that has
# cut its news has cut it for good.
WEEKS, SLUMP = 14, 0.45
# Articles of which the numbers tell something, and the share of them behind which the newest stand.
NUMBERED, NEWEST = 20, 0.9
# Runs that tell how many numbers are articles; so few of them tell nothing, nor do shares that differ by so much.
STEADY, SPARSE, SWINGS = 7, 0.02, 2.0
# Of the usual share: less is a loss where it is also less than any before, and still less another way of numbering; so
# many standard deviations are no chance.
LACKING, LOWEST, OTHER_NUMBERS, SURE = 0.65, 0.9, 0.1, 4


@dataclass(frozen=True, slots=True)
class Usual:
    """How many articles a run like this one finds: `count` by `compared` runs, and `least` on the quietest days."""

    count: float
    least: float
    compared: int
    day: str
    share: float  # of it that is few

    @property
    def chance(self) -> float:
        """How many fewer chance alone gives: a portal with twelve articles a day has days with four."""
        return 2.5 * sqrt(self.count * (1 + 1 / self.compared))


def articles(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    """No articles at all, or far fewer than usual.

    Holidays are neither: they are hardly quieter than a quiet day of the week, or than the day before was for its own.
    """
    found = run.found_of_days
    usual = _usual(run, past, limits) if run.is_nightly and past else None
    if not run.found_listed:
        if not run.days_done_before and not (usual and _is_quiet(run, past, usual)):
            asked = sum(asked.asked for asked in run.listings.values())
            pages = many(run.listing_pages, "page")
            yield Finding("no articles", f"no article was found on {pages} of listings, {asked} asked for")
    elif usual and found < min(usual.share * usual.count * _trend(run, past, limits), LOWER * usual.least):
        if usual.count - found <= usual.chance:
            return
        runs = many(usual.compared, "run")
        yield Finding("few articles", f"{found} articles found, usually {usual.count:.0f} {usual.day} ({runs})")


def slump(run: Run, past: Sequence[Run]) -> Iterable[Finding]:
    """Two weeks with far fewer articles than the two before: the lists show a part, of all days alike."""
    by_day = {r.started_at.date(): r for r in past if r.scope == DAILY and is_same_hour(r, run)}  # the last of several
    by_day.pop(run.started_at.date(), None)
    nights = [*by_day.values()]
    if run.scope != DAILY or len(nights) < 2 * WEEKS:
        return
    lately, before = [*nights[1 - WEEKS :], run], nights[1 - 2 * WEEKS : 1 - WEEKS]
    now, usual = (sum(r.found_of_days for r in each) for each in (lately, before))
    if now < SLUMP * usual - SURE * sqrt(SLUMP * usual):
        yield Finding("few articles", f"{now} articles found in {WEEKS} nights, {usual} in as many before", "nights")


def numbering(numbers: Collection[int], past: Sequence[Run], since: date = date.min) -> dict[str, Any]:
    """The fields of a Run that follow from the numbers of the articles that its lists show, after those of the `past`.

    Numbers of days between the last of these and the first day that is listed, `since`, are on no list.

    >>> numbering(range(100, 200, 2), [])
    {'last_number': 190}
    >>> from datetime import datetime
    >>> at = datetime.fromisoformat("2026-07-19T05:30:00+07:00")
    >>> past = [Run("okezone", at, at, last_number=90)]
    >>> numbering(range(100, 200, 2), past), numbering(range(100, 200, 2), past, date(2026, 7, 23))
    ({'last_number': 190, 'numbered': 0.46}, {'last_number': 190})
    """
    if len(numbers) < NUMBERED:
        return {}
    last = sorted(numbers)[int(NEWEST * len(numbers))]  # a few numbers may be of quite another kind
    run = next((r for r in reversed(past) if r.is_nightly and r.last_number >= 0), None)
    if run is None or run.last_number >= last or run.started_at.date() < since:
        return {"last_number": last}
    before = run.last_number
    return {"last_number": last, "numbered": sum(before < n <= last for n in numbers) / (last - before)}


def skipped(run: Run, past: list[Run], limits: Thresholds) -> Iterable[Finding]:
    """Numbers that have no article on any list, where always most or always so many of them had: holidays have both
    fewer numbers and fewer articles.

    A portal whose numbers tell nothing has too few articles among them, or now more, now fewer.
    """
    # The numbers of days that were done before are on no list.
    told = [r for r in past if r.is_nightly and r.numbered >= 0 and not r.days_done_before]
    before = [r.numbered for r in told][-int(limits.runs) :]
    if not run.is_nightly or run.days_done_before or run.numbered < 0 or len(before) < STEADY:
        return
    least, usual = min(before), median(before)
    if least < SPARSE or max(before) > SWINGS * least:
        return
    new = run.articles.get("stored", 0)
    expected = new * usual / run.numbered if run.numbered else 0.0
    is_chance = expected - new <= SURE * sqrt(expected)
    if not is_chance and OTHER_NUMBERS * usual < run.numbered < min(LACKING * usual, LOWEST * least):
        message = f"{100 * run.numbered:.0f} % of the numbers since the last run are articles of its lists"
        yield Finding("few articles", f"{message}, usually {100 * usual:.0f} % ({len(before)} runs)", "numbers")


def _usual(run: Run, past: list[Run], limits: Thresholds) -> Usual:
    close = [r for r in past if is_same_hour(r, run)]
    past = close if len(close) >= 3 else past
    compared = [r for r in past if r.started_at.weekday() == run.started_at.weekday()][-4:]
    day, share = f"on {run.started_at:%A}s", limits.few_articles
    if run.scope == ARCHIVE:  # caught up: several days of the week
        compared, day = past, f"in {run.days} days"
    elif not compared:  # a first Sunday is measured with the quietest day so far, and more mildly
        compared = [min(past, key=lambda r: r.found_of_days)]
        day, share = "at the least", share / 2
    days = max(run.days, 1)
    a_day = sorted(r.found_of_days / max(r.days, 1) for r in past)
    least = a_day[len(a_day) // QUIETEST] * days
    return Usual(median(r.found_of_days / max(r.days, 1) for r in compared) * days, least, len(compared), day, share)


def _trend(run: Run, past: list[Run], limits: Thresholds) -> float:
    """How many articles the run before had of what was usual for its day, FALLING to 1; unless it was a finding."""
    last, before = past[-1], past[:-1]
    if not before or run.started_at - last.started_at > LATELY or last.scope == ARCHIVE:
        return 1.0
    return min(max(last.found_of_days / max(_usual(last, before, limits).count, 1), FALLING), 1.0)


def _is_quiet(run: Run, past: list[Run], usual: Usual) -> bool:
    """True for a run without articles of a portal that has few: its lists were read, and show those of other days."""
    before = past[-QUIET_RUNS:]
    is_read = run.other_days > 0 and not run.lost_listings
    return is_read and usual.count <= usual.chance and any(r.found_listed for r in before)


def is_same_hour(one: Run, other: Run) -> bool:
    """True for runs that began at about the same hour of the day: at noon half of a day is there."""
    return abs((one.started_at.hour - other.started_at.hour + 12) % 24 - 12) <= ABOUT
