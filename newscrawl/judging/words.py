"""Times, counts and addresses in words for a person, without commands to a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from newscrawl.terminal import COMMANDS

LONGEST_ADDRESS = 500  # characters; a longer one is no article's


def lasting(time: timedelta) -> str:
    """A length of time in its largest unit.

    >>> lasting(timedelta(minutes=5)), lasting(timedelta(hours=40)), lasting(timedelta(days=3, hours=5))
    ('5 min', '40 h', '3 days')
    """
    minutes = max(int(time.total_seconds()) // 60, 0)
    if minutes < 60:
        return f"{minutes} min"
    return f"{minutes // 60} h" if minutes < 48 * 60 else f"{minutes // 1440} days"


def ago(then: datetime, now: datetime) -> str:
    """How long ago; a clock that was put back is not held against a run."""
    return f"{lasting(now - then)} ago" if now - then >= timedelta(minutes=1) else "just now"


def moment(time: datetime, now: datetime) -> str:
    """A time in the zone of `now`, the year only when it is another one: 24 Aug 03:10."""
    time = time.astimezone(now.tzinfo)
    return f"{time.day} {time:%b %H:%M}" if time.year == now.year else f"{time.day} {time:%b %Y %H:%M}"


def size(count: int) -> str:
    """Bytes for people.

    >>> size(0), size(82_100_000)
    ('0 MB', '82 MB')
    """
    return f"{count / 1e9:,.1f} GB" if count >= 1e9 else f"{count / 1e6:,.0f} MB"


def short(count: int) -> str:
    """A count in at most five characters.

    >>> short(99_999), short(120_500), short(1_204_331)
    ('99999', '120k', '1.2M')
    """
    if count < 100_000:
        return f"{count}"
    return f"{count // 1000}k" if count < 1_000_000 else f"{count / 1e6:.1f}M"


def by_number(reasons: Mapping[str, int]) -> str:
    """What was counted by reason, the most first.

    >>> by_number({"removed": 1, "no text": 3})
    'no text 3, removed 1'
    """
    return ", ".join(f"{reason} {count}" for reason, count in sorted(reasons.items(), key=lambda item: -item[1]))


def percent(share: float | None) -> str:
    """100 % only when it is all of them.

    >>> percent(99.7), percent(100.0), percent(0.2), percent(None)
    ('99 %', '100 %', '1 %', '–')
    """
    if share is None:
        return "–"
    return f"{min(round(share), 99) if 50 < share < 100 else max(round(share), 1) if share else 0} %"


def one_line(text: str, most: int) -> str:
    """Text without line breaks and commands to the terminal, at most `most` characters.

    >>> one_line("a\\n \\x1b[31mb", 10), one_line("abcdef", 4)
    ('a [31mb', 'abc…')
    """
    text = " ".join(COMMANDS.sub(" ", text).split())
    return text if len(text) <= most else f"{text[: most - 1]}…"


def is_link(url: str) -> bool:
    """True for an address that a page may link to.

    >>> is_link("https://a.com/b"), is_link("javascript:alert(1)"), is_link("https:///b"), is_link("http://[x]/")
    (True, False, False, False)
    """
    try:
        parts = urlsplit(url)
        known = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
    return known and len(url) <= LONGEST_ADDRESS and not COMMANDS.search(url) and "\\" not in url


def number(count: int) -> str:
    """A count in a table, where none is a dot."""
    return f"{count:,}" if count else "·"


def columns(rows: Sequence[Sequence[str]], words: int, most: int | None = None) -> list[str]:
    """Rows as lines: the first columns are of `words`, the others of numbers. Closer where a line had over `most`.

    >>> columns([["portal", "stored"], ["okezone", "12"]], 1)
    ['portal   stored', 'okezone      12']
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    gap = "  " if most is None or sum(widths) + 2 * len(widths) <= most else " "
    lines = []
    for row in rows:
        cells = (c.ljust(w) if i < words else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True)))
        lines.append(gap.join(cells).rstrip())
    return lines
