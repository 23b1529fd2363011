"""What a night lists: the days since the last complete run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from newscrawl.judging.exitcodes import Exit
from newscrawl.judging.findings import NOTHING_MISSING
from newscrawl.judging.runs import Run

BEGINS_WITHIN = timedelta(minutes=1)  # a crawl that is begun before midnight may look at the clock after it


@dataclass(frozen=True, slots=True)
class CatchUp:
    """The first day to list, None for today and yesterday; and days before it that were never listed, from and to."""

    since: date | None = None
    missed: tuple[date, date] | None = None


def is_complete(run: Run) -> bool:
    """True for a run after which nothing up to its day is missing: to its end, every channel, up to today.

    What was only read badly, or is listed no longer, would not be had by listing its days again.
    """
    good = run.passed or (run.exit_status == Exit.FINDINGS and {f.name for f in run.findings} <= NOTHING_MISSING)
    return run.is_nightly and good and run.finish_reason == "finished"


def catch_up(past: Iterable[Run], now: datetime, most: int) -> CatchUp:
    """What to list tonight after the runs of the `past`, oldest first: at most `most` days back.

    Days are those of `now`'s zone. A complete run of today or yesterday, or no run at all, asks for the usual two
    days; an older one for its own day, which had not ended, and the day before, as any run does. Its own day is the
    one on which it began: what it listed before midnight says nothing about the rest of that day. Where none of them
    was complete the first one stands for it: from then on every day is wanted.
    """
    nights = [run for run in past if run.is_nightly]
    last_run = next((run for run in reversed(nights) if is_complete(run)), nights[0] if nights else None)
    last = last_run.started_at.astimezone(now.tzinfo).date() if last_run else None
    today = (now + BEGINS_WITHIN).date()
    if last is None or last >= today - timedelta(days=1):
        return CatchUp()
    earliest = today - timedelta(days=most)
    missed = (last, earliest - timedelta(days=1)) if last < earliest else None
    return CatchUp(max(last - timedelta(days=1), earliest), missed)
