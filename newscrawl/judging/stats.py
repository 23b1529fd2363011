"""How many articles each portal has published by day or month, of those stored: as a table with bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from newscrawl.judging.words import columns, number

LEVELS = " ▏▎▍▌▋▊▉█"
BAR = 20  # characters
UNKNOWN = "no date"


@dataclass(frozen=True, slots=True)
class Stats:
    """`counts` has the articles by portal and column; `columns` are days or months (or UNKNOWN), in order."""

    columns: tuple[str, ...]
    counts: dict[str, Counter[str]]

    def total(self, portal: str) -> int:
        """Articles of a portal in all columns."""
        return sum(self.counts[portal][column] for column in self.columns)


def stats(days: Iterable[tuple[str, str | None, int]], *, by_month: bool, most: int, today: date) -> Stats:
    """Of (portal, day, articles), the last `most` days up to today, or the last months in which there are any.

    >>> stats([("okezone", "2026-07-24", 3), ("okezone", None, 1)], by_month=False, most=2, today=date(2026, 7, 24))
    Stats(columns=('2026-07-23', '2026-07-24', 'no date'), counts={'okezone': Counter({'2026-07-24': 3, 'no date': 1})})
    """
    counts: dict[str, Counter[str]] = {}
    for portal, day, articles in days:
        column = UNKNOWN if day is None else day[:7] if by_month else day
        counts.setdefault(portal, Counter())[column] += articles
    found = sorted({column for counter in counts.values() for column in counter} - {UNKNOWN})
    most = min(most, today.toordinal())  # there is no day before the first
    last_days = ((today - timedelta(days=n)).isoformat() for n in reversed(range(most)))
    columns = found[-most:] if by_month else [*last_days]
    if any(counter[UNKNOWN] for counter in counts.values()):
        columns.append(UNKNOWN)
    return Stats(tuple(columns), counts)


def as_text(given: Stats) -> str:
    """A row a portal with a bar for its sum, the largest first, and a line of all portals by column."""
    names = sorted(given.counts, key=lambda name: (-given.total(name), name))
    sums = [sum(counter[column] for counter in given.counts.values()) for column in given.columns]
    cells = [[number(given.counts[name][column]) for column in given.columns] for name in names]
    table = [
        ["portal", *map(_head, given.columns), "all"],
        *([name, *row, f"{given.total(name):,}"] for name, row in zip(names, cells, strict=True)),
        ["all", *map(number, sums), f"{sum(sums):,}"],
    ]
    top = max(map(given.total, names), default=0)
    bars = ["", *(bar(given.total(name), top) for name in names), ""]
    lines = [f"{line}  {end}".rstrip() for line, end in zip(columns(table, 1), bars, strict=True)]
    return "\n".join(
        [*lines, "", f"all portals by {'month' if _is_months(given) else 'day'}:", *_by_column(given, sums)]
    )


def _by_column(given: Stats, sums: Sequence[int]) -> list[str]:
    width, top = max(map(len, given.columns), default=0), max(sums, default=0)
    return [f"{column:{width}}  {bar(n, top, 2 * BAR)} {n:,}" for column, n in zip(given.columns, sums, strict=True)]


def _is_months(given: Stats) -> bool:
    return bool(given.columns) and len(given.columns[0]) == len("2026-07")


def _head(column: str) -> str:
    """A day without its year: its table is of days one after the other."""
    return column[5:] if len(column) == len("2026-07-24") else column


def bar(count: int, top: int, width: int = BAR) -> str:
    """A bar as long as its share of `top`; what is not nothing is seen.

    >>> bar(10, 10, 4), bar(5, 10, 4), bar(1, 1000, 4), bar(0, 10, 4)
    ('████', '██', '▏', '')
    """
    eighths = max(round(8 * width * count / top), 1) if count else 0
    return "█" * (eighths // 8) + (LEVELS[eighths % 8] if eighths % 8 else "")
