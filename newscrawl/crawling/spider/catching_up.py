"""From which day on a crawl lists: from yesterday, or from a day that runs before were to list and did not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import takewhile
from pathlib import Path

from newscrawl.files import sync_folder
from newscrawl.judging.exitcodes import Exit
from newscrawl.judging.findings import NOTHING_MISSING
from newscrawl.judging.runs import FOLDER, Finding, Run

ONE_DAY = timedelta(days=1)
GAP = "gap"
# Beside the records an empty file for each first day of crawls that have none yet: a full disk has room for its name.
BEGUN = "begun-"

LAG = timedelta(hours=1)  # from an article's time to its place on the lists: caches, and stamps of when it was begun
MOST_LATE = timedelta(days=3)  # what comes onto lists later still is on none that a crawl reads

# Of a run that read its lists: exit statuses, and findings.
WHOLE = (Exit.DONE, Exit.FINDINGS, Exit.ERRORS, Exit.NONE_READABLE)
OF_ARTICLES = NOTHING_MISSING | {"failed", "blocked"}


@dataclass(frozen=True, slots=True)
class CatchUp:
    """The first day to list, whether one before yesterday `was_unread`, and days listed no more, from and to."""

    since: date
    was_unread: bool = False
    missed: tuple[date, date] | None = None


def catch_up(
    past: Sequence[Run], now: datetime, most: int, *, begun: date | None = None, every_day: bool = False
) -> CatchUp:
    """From which day on a crawl of today and yesterday lists after the `past` runs, oldest first.

    Listed besides is each day, at most `most` back, that a run was to list and that none has listed since; so it is
    from `begun` on, the first day of those that left no record. With `every_day` no run has to have been asked: each
    day since the first one is wanted. Days are those of `now`'s zone; the day on which a run begins is not over for it.
    """
    today = now.date()
    earliest, latest = today - timedelta(days=most), today - 2 * ONE_DAY
    nights = _from_last_to_count([run for run in past if run.is_nightly], earliest, now)
    wanted = [(_first_day(run, now), latest) for run in nights[: int(every_day)]]
    for run in [run for run in nights if not has_listed(run)]:
        first, day = _first_day(run, now), _day_of(run, now)
        wanted.append((first if first >= day - timedelta(days=most) else earliest, day))  # further back: by hand
    wanted += [(begun, latest)] if begun else []
    read = sorted(_read_by(run, now, most) for run in nights if has_listed(run))

    def first_unread(start: date) -> date | None:
        found = ((_first_unread(max(first, start), read), last) for first, last in wanted)
        return min((day for day, last in found if day <= min(last, latest)), default=None)

    unread = first_unread(earliest)
    read = sorted([*read, *(span for run in nights for span in _told_by(run))])
    lost = first_unread(date.min)
    since = unread or today - ONE_DAY
    missed = (lost, earliest - ONE_DAY) if lost and lost < earliest else None
    return CatchUp(max(earliest, since - ONE_DAY) if _lacked_end(since, nights, now) else since, bool(unread), missed)


def _from_last_to_count(nights: Sequence[Run], earliest: date, now: datetime) -> Sequence[Run]:
    """The runs from the last on that read its lists before the `earliest` day: what was before it was told then."""
    count = (n for n in range(len(nights) - 1, -1, -1) if has_listed(nights[n]) and _day_of(nights[n], now) < earliest)
    return nights[next(count, 0) :]


def _lacked_end(day: date, nights: Sequence[Run], now: datetime) -> bool:
    """True where the lists of the day before `day` may have lacked its end when a run last read them, on `day`.

    So it is when the last of the runs saw no news of its own day: its lists were a cache's old copies, or nothing had
    come, which cannot be told apart. What came after them was listed by nobody.
    """
    last = next((run for run in reversed(nights) if run.news_age >= 0), None)
    if not last or _day_of(last, now) != day:
        return False
    return (last.started_at.astimezone(now.tzinfo) - timedelta(hours=last.news_age)).date() < day


def late_day(past: Sequence[Run], since: date, now: datetime, most: int) -> date | None:
    """The day before `since` where a run of an earlier day has read its lists: what came onto them since is unknown.

    A day or two more where the last runs could not look. Null where none has read them, and where a run of today has
    looked, or had no need to: once a day is enough.
    """
    day, nights = since - ONE_DAY, [run for run in past if run.is_nightly and (run.late_shown or has_listed(run))]
    read = (_read_by(run, now, most) for run in nights if has_listed(run))
    is_read = any(first <= day <= last for first, last in read)
    if not is_read or any(_day_of(run, now) == now.date() and not run.late_left for run in nights):
        return None
    left = [_first_day(run, now) - ONE_DAY for run in takewhile(lambda run: run.late_left, reversed(nights))]
    return max(min([day, *left]), since - MOST_LATE)


def read_until(past: Sequence[Run]) -> datetime | None:
    """Until when the last run has read all that the lists are to show; null where it has not read them all."""
    last = next((run for run in reversed(past) if run.is_nightly), None)
    return last.began - LAG if last and has_listed(last) else None


def gap(portal: str, missed: tuple[date, date]) -> Finding:
    """The finding for days that are listed no more, the first and the last."""
    first, last = missed
    by_hand = f"scrapy crawl {portal} -a since={first} -a until={last}"
    message = f"{first} to {last} is not caught up (NEWSCRAWL_NIGHTLY_CATCH_UP): {by_hand}"
    return Finding(GAP, message, f"{first}/{last}")


def _told_by(run: Run) -> Iterator[tuple[date, date]]:
    """The first and the last day of which a run said that they are listed no more: once is enough."""
    for finding in (finding for finding in run.findings if finding.name == GAP):
        with suppress(ValueError):
            first, last = map(date.fromisoformat, finding.about.split("/"))
            yield first, last


def _read_by(run: Run, now: datetime, most: int) -> tuple[date, date]:
    """The first and the last day whose lists a run read to their end; one that went back as far as any, all before."""
    first, began = _first_day(run, now), _day_of(run, now)
    is_as_far = "since" in run.arguments and first <= began - timedelta(days=most)
    return date.min if is_as_far else first, began - ONE_DAY


def _first_unread(day: date, read: Sequence[tuple[date, date]]) -> date:
    """The first day from `day` on that lies in none of the spans `read`, which are sorted."""
    for first, last in read:
        if first <= day <= last:
            day = last + ONE_DAY
    return day


def _first_day(run: Run, now: datetime) -> date:
    """The first day that a run was to list, in `now`'s zone; a damaged record's is the day before it.

    By a clock that was ahead it listed days that had not come: those of before wait since the day before it truly was.
    """
    with suppress(KeyError, ValueError):
        given = date.fromisoformat(run.arguments["since"])
        return min(given, _day_of(run, now) - ONE_DAY) if run.began < run.started_at else given
    return _day_of(run, now) - ONE_DAY


def _day_of(run: Run, now: datetime) -> date:
    return run.began.astimezone(now.tzinfo).date()


def has_listed(run: Run) -> bool:
    """True for a run that read its lists to their end; an article that it could not have is asked for again."""
    is_whole = run.exit_status in WHOLE and not run.lost_listings and not run.blocked_listings
    return run.finish_reason == "finished" and is_whole and not showed_part(run)


def showed_part(run: Run) -> bool:
    """True for a run whose findings say that its lists may lack articles, or that they were not understood."""
    return not {finding.name for finding in run.findings} <= OF_ARTICLES


def begun_since(folder: Path) -> date | None:
    """The first day that crawls of the portal in `folder` were to list which began and left no record, or None."""
    return min(_begun(folder).values(), default=None)


def _begun(folder: Path) -> dict[Path, date]:
    """The files of crawls that have no record yet, and the first day of each."""
    found = {}
    for path in (folder / FOLDER).glob(f"{BEGUN}*"):
        with suppress(ValueError):
            found[path] = date.fromisoformat(path.name.removeprefix(BEGUN))
    return found


def begin(folder: Path, since: date) -> None:
    """Remember the first day of a crawl until its record is there: it may be killed. Raises OSError."""
    place = folder / FOLDER
    place.mkdir(parents=True, exist_ok=True)
    (place / f"{BEGUN}{since}").touch()
    sync_folder(place)


def end(folder: Path, since: date, earliest: date) -> None:
    """The record of a crawl from `since` on is there, and says the rest. Raises OSError.

    Days before it of one that was killed stay remembered, unless they lie before the `earliest` that are caught up. A
    crawl that caught up has looked at them all: its `since` is date.min.
    """
    for path, first in _begun(folder).items():
        if since <= max(first, earliest):
            path.unlink(missing_ok=True)
