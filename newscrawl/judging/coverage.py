"""Which days of a portal were asked for, and what became of their articles: so that a gap in the data is never read
as a gap in the news.

A day is `whole` when a run that ended well read its lists after it was over, `partly` asked for when a run was cut
short, looked at some channels only, found that its lists showed a part, or came before the day's end; else `not
asked`, or `archive only` where articles of it are stored all the same: from an archive, addresses that were given, or
another day's lists. What only the folder of an archive has counts as `archive only` on any day.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from newscrawl.judging import runs
from newscrawl.judging.runs import Run
from newscrawl.judging.words import columns, number
from newscrawl.portals.form import Portal
from newscrawl.storing.lines import ARTICLES, DROPPED
from newscrawl.storing.missed import Missed, missed
from newscrawl.storing.published import days_done, published

State = Literal["whole", "partly", "not asked", "archive only"]
STATES: tuple[State, ...] = ("whole", "partly", "not asked", "archive only")
SIGNS: dict[State, str] = {"whole": "●", "partly": "◐", "not asked": "○", "archive only": "▲"}
Between = tuple[date | None, date | None]
Dated = tuple[str, str | None]  # an article's id and `published_at`
# Findings after which days are listed that may have more articles.
OF_LISTS = frozenset({"few articles", "listing empty", "listing lost", "other addresses", "gap", "undated", "clock"})
EARLIEST = date(1990, 1, 1)  # there were no news portals before


@dataclass(frozen=True, slots=True)
class Day:
    """A portal's day of publication: articles stored, those found and not stored, and those in an archive alone."""

    portal: str
    day: date
    state: State
    stored: int = 0
    missing: int = 0
    archived: int = 0

    @property
    def listed(self) -> int:
        """Articles that are known from its lists."""
        return self.missing + (0 if self.state == "archive only" else self.stored)

    @property
    def archive_only(self) -> int:
        """Articles that are stored although its lists were never read, and those in the folder of an archive alone."""
        return self.archived + (self.stored if self.state == "archive only" else 0)


@dataclass(frozen=True, slots=True)
class Span:
    """A portal's month, or day: days by state and articles."""

    portal: str
    name: str
    days: tuple[Day, ...]

    @property
    def cells(self) -> list[Day | None]:
        """The days of a month from its first to the last that is known; null for one of which nothing is."""
        by_number = {day.day.day: day for day in self.days}
        return [by_number.get(number) for number in range(1, max(by_number) + 1)]

    def count(self, state: State) -> int:
        """How many of its days are in a state."""
        return sum(day.state == state for day in self.days)

    def sum(self, what: str) -> int:
        """Articles `listed`, `stored`, `missing` or `archive_only`."""
        return sum(int(getattr(day, what)) for day in self.days)


def coverage(
    data: Path,
    names: Iterable[str],
    portals: Mapping[str, type[Portal]],
    now: datetime,
    days: Between = (None, None),
    archived: Callable[[str], Iterable[Dated]] = lambda _: (),
) -> list[Day]:
    """The days of portals up to now, or between two days (included), in order. Raises OSError.

    `archived` gives the articles of a portal that the folders of archives have: id and `published_at`.
    """
    found: list[Day] = []
    for name in names:
        portal = portals.get(name)
        zone = ZoneInfo(portal.zone if portal else Portal.zone)
        dropped = _dropped(data / name)
        in_archives = dict(archived(name))
        stored = _by_day(_taken(published(data / name), dropped, in_archives), zone)
        for id in in_archives:
            dropped.pop(id, None)
        missing = Counter(_day_missed(article, portal, zone) for article in dropped.values())
        others = _by_day(in_archives.items(), zone)
        found += _days(name, asked_days(data / name, zone), stored, missing, others, now.astimezone(zone).date())
    since, until = days[0] or date.min, days[1] or date.max
    return [day for day in found if since <= day.day <= until]


def _taken(articles: Iterable[Dated], *others: dict[str, Any]) -> Iterator[Dated]:
    """The same articles; each is taken out of what is known of those that are not stored."""
    for id, at in articles:
        for other in others:
            other.pop(id, None)
        yield id, at


def _by_day(articles: Iterable[Dated], zone: ZoneInfo) -> Counter[date]:
    return Counter(_day(at, zone) for _, at in articles if at is not None)


def with_files(data: Path) -> list[str]:
    """The portals that have been crawled, or of which articles are stored."""
    runs_of, articles_of = data.glob(f"*/{runs.FOLDER}"), data.glob(f"*/{ARTICLES}")
    return sorted({path.parent.name for path in (*runs_of, *articles_of)})


def _days(
    portal: str,
    asked: Mapping[date, State],
    stored: Counter[date],
    missing: Counter[date],
    archived: Counter[date],
    today: date,
) -> Iterator[Day]:
    """Every day from the first that was asked for until today, and those before of which anything is known."""
    known = {day for day in (*asked, *stored, *missing, *archived) if day >= EARLIEST}
    if asked:
        first = max(min(asked), EARLIEST)
        known |= {first + timedelta(days=n) for n in range((today - first).days + 1)}
    for day in sorted(known):
        state = asked.get(day) or ("archive only" if stored[day] or archived[day] else "not asked")
        yield Day(portal, day, state, stored[day], missing[day], archived[day])


def asked_days(folder: Path, zone: ZoneInfo) -> dict[date, State]:
    """The days whose lists were read, and how: by the records of the runs, and what the store remembers as done."""
    found: dict[date, State] = {}
    doubtful: set[date] = set()  # remembered as done, by a run that found later that it saw a part
    for run in runs.load(folder):
        for day in _days_of(run, zone):
            is_over = day < run.started_at.astimezone(zone).date()
            if found.get(day) != "whole":
                found[day] = "whole" if is_over and _is_good(run) else "partly"
                (doubtful.add if is_over and _showed_part(run) else doubtful.discard)(day)
    for name in days_done(folder):
        with suppress(ValueError):
            if (day := date.fromisoformat(name)) not in doubtful:
                found[day] = "whole"
    return found


def _days_of(run: Run, zone: ZoneInfo) -> Iterator[date]:
    """The days that a run asked the lists of."""
    today = run.started_at.astimezone(zone).date()
    arguments = run.arguments
    if run.scope not in (runs.DAILY, runs.ARCHIVE) and not run.scope.startswith(runs.CHANNELS):
        return
    try:
        until = date.fromisoformat(arguments["until"]) if "until" in arguments else today
        since = date.fromisoformat(arguments["since"]) if "since" in arguments else until - timedelta(days=1)
    except ValueError:
        return
    for n in range(min((until - max(since, EARLIEST)).days + 1, (today - EARLIEST).days)):
        yield max(since, EARLIEST) + timedelta(days=n)


def _is_good(run: Run) -> bool:
    """Whether a run read the lists of its days to their ends, of all channels."""
    lost = run.lost_listings or run.blocked_listings or run.short_of_since or run.apart or _showed_part(run)
    return run.finish_reason == "finished" and not lost and "channels" not in run.arguments and bool(run.found_listed)


def _showed_part(run: Run) -> bool:
    """Whether a finding says that the lists may lack articles of their days; of other days it says which (gap)."""
    found = {finding.name for finding in run.findings if finding.name != "gap" or not finding.about}
    return bool(found & OF_LISTS - set(run.accepted))


def _dropped(folder: Path) -> dict[str, Missed]:
    """The articles that were found and not stored, by id, each as it was first."""
    first: dict[str, Missed] = {}
    for path in sorted(folder.glob(DROPPED)):
        for article in missed(path):
            first.setdefault(article.id or article.url, article)
    return first


def _day_missed(article: Missed, portal: type[Portal] | None, zone: ZoneInfo) -> date:
    """The day in an article's address, else the one on which it was found."""
    identity = portal.identify(article.url) if portal else None
    return (identity and identity.day) or article.at.astimezone(zone).date()


def _day(stamp: str, zone: ZoneInfo) -> date:
    return datetime.fromisoformat(stamp).astimezone(zone).date()


def spans(days: Iterable[Day], *, by_month: bool) -> list[Span]:
    """The days by portal and month, or one by one."""
    grouped: dict[tuple[str, str], list[Day]] = {}
    for day in days:
        name = f"{day.day:%Y-%m}" if by_month else day.day.isoformat()
        grouped.setdefault((day.portal, name), []).append(day)
    return [Span(portal, name, tuple(found)) for (portal, name), found in grouped.items()]


def as_text(given: list[Span]) -> str:
    """A row a portal and month (or day)."""
    is_day = bool(given) and len(given[0].name) > len("2026-07")
    head = ["portal", "day" if is_day else "month", *(["state"] if is_day else STATES[:3])]
    table = [[*head, "listed", "stored", "missing", "archive only"]]
    for span in given:
        states = [span.days[0].state] if is_day else [number(span.count(state)) for state in STATES[:3]]
        articles = (number(span.sum(what)) for what in ("listed", "stored", "missing", "archive_only"))
        table.append([span.portal, span.name, *states, *articles])
    return "\n".join(columns(table, 3 if is_day else 2))


def as_csv(days: Iterable[Day]) -> str:
    """A line a portal and day."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(["portal", "day", "state", "listed", "stored", "missing", "archive_only"])
    for day in days:
        rows.writerow([day.portal, day.day, day.state, day.listed, day.stored, day.missing, day.archive_only])
    return text.getvalue()
