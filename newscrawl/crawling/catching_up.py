"""What a night lists: the days since the last complete run. What a crawl lists again: those of runs that failed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from newscrawl.files import write_whole
from newscrawl.judging.exitcodes import Exit
from newscrawl.judging.findings import NOTHING_MISSING
from newscrawl.judging.runs import FOLDER, Run

ONE_DAY = timedelta(days=1)
BEGUN = "begun"  # beside the records: the first day of crawls that have none yet
BEGINS_WITHIN = timedelta(minutes=1)  # a crawl that is begun before midnight may look at the clock after it

# Of a run that read its lists: exit statuses, and findings.
WHOLE = (Exit.DONE, Exit.FINDINGS, Exit.ERRORS, Exit.NONE_READABLE)
OF_ARTICLES = NOTHING_MISSING | {"failed", "blocked"}


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
    was complete the first one stands for it: from the day before it on every day is wanted.
    """
    nights = [run for run in past if run.is_nightly]
    complete = next((run for run in reversed(nights) if is_complete(run)), None)
    if not nights:
        return CatchUp()
    last = (complete or nights[0]).started_at.astimezone(now.tzinfo).date()
    today = (now + BEGINS_WITHIN).date()
    if last >= today - (ONE_DAY if complete else timedelta()):
        return CatchUp()
    earliest = today - timedelta(days=most)
    missed = (last, earliest - timedelta(days=1)) if last < earliest else None
    return CatchUp(max(last - ONE_DAY, earliest), missed)


def not_listed_since(past: Sequence[Run], now: datetime, most: int, begun: date | None = None) -> date | None:
    """The first day whose lists the latest of the `past` runs failed to read, oldest run first; None for none of them.

    `begun` is the first day of those that left no record. At most `most` days back, and none of those that a later
    run lists; one that was given its first day says nothing of the days before. Where nothing ran no day was to be
    listed.
    """
    today = (now + BEGINS_WITHIN).date()
    first = min(today, begun or today)
    listed = today  # by later runs, from this day on
    for run in reversed([run for run in past if run.is_nightly]):
        since = _first_day(run, now)
        if not has_listed(run):
            first = min(first, since) if since < listed else first
        elif "since" in run.arguments and since > _day_of(run, now) - timedelta(days=most):
            listed = min(listed, since)
        else:
            break
    return max(first, today - timedelta(days=most)) if first < today - ONE_DAY else None


def _first_day(run: Run, now: datetime) -> date:
    """The first day that a run was to list, in `now`'s zone; a damaged record's is the day before it."""
    with suppress(KeyError, ValueError):
        return date.fromisoformat(run.arguments["since"])
    return _day_of(run, now) - ONE_DAY


def _day_of(run: Run, now: datetime) -> date:
    return run.started_at.astimezone(now.tzinfo).date()


def since_last_news(past: Sequence[Run], now: datetime) -> date:
    """The first day that a crawl of today and yesterday lists: the one before where its lists may have lacked the end.

    So it is when the last of the `past` runs, yesterday's, saw no news of its own day: its lists were a cache's old
    copies, or nothing had come, which cannot be told apart. What came after them was listed by nobody.
    """
    yesterday = (now + BEGINS_WITHIN).date() - ONE_DAY
    last = next((run for run in reversed(past) if run.is_nightly and run.news_age >= 0), None)
    began = last and last.started_at.astimezone(now.tzinfo)
    if not last or not began or began.date() != yesterday:
        return yesterday
    return yesterday - ONE_DAY if (began - timedelta(hours=last.news_age)).date() < yesterday else yesterday


def has_listed(run: Run) -> bool:
    """True for a run that read its lists to their end; an article that it could not have is asked for again."""
    is_whole = run.exit_status in WHOLE and not run.lost_listings and not run.blocked_listings
    return run.finish_reason == "finished" and is_whole and {f.name for f in run.findings} <= OF_ARTICLES


def begun_since(folder: Path) -> date | None:
    """The first day that crawls of the portal in `folder` were to list which began and left no record, or None."""
    with suppress(OSError, ValueError):
        return date.fromisoformat((folder / FOLDER / BEGUN).read_text(encoding="utf-8").strip())
    return None


def begin(folder: Path, since: date) -> None:
    """Remember the first day of a crawl until its record is there: it may be killed. Raises OSError."""
    first = min(begun_since(folder) or since, since)
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    write_whole(folder / FOLDER / BEGUN, f"{first}\n".encode())


def end(folder: Path, since: date, earliest: date) -> None:
    """The record of a crawl from `since` on is there, and says the rest. Raises OSError.

    Days before it of one that was killed stay remembered, unless they lie before the `earliest` that are caught up.
    """
    if since <= max(begun_since(folder) or since, earliest):
        (folder / FOLDER / BEGUN).unlink(missing_ok=True)
