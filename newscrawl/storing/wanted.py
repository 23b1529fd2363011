"""Which stored articles are meant, and where each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from newscrawl.storing.query import Query


@dataclass(frozen=True, slots=True)
class Place:
    """Where the latest version of an article is: a file of `data`, first byte and length of its line."""

    id: str
    revision: int
    instant: int | None
    file: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which articles: of these portals (none named: all), days of publication (included) and sections."""

    query: Query | None = None
    portals: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    sections: tuple[str, ...] = ()
    undated: bool = False  # where there are days: articles of unknown date, too

    @property
    def where(self) -> tuple[str, list[Any]]:
        """The condition in SQL, with its values."""
        parts: list[str] = []
        values: list[Any] = []
        if self.query:
            parts.append("number IN (SELECT rowid FROM words WHERE words MATCH ?)")
            values.append(self.query.match)
        if self.portals:
            parts.append(f"portal IN ({', '.join('?' * len(self.portals))})")
            values += self.portals
        if self.since or self.until:
            parts.append("(day BETWEEN ? AND ? OR day IS NULL)" if self.undated else "day BETWEEN ? AND ?")
            values += [(self.since or date.min).isoformat(), (self.until or date.max).isoformat()]
        if self.sections:
            parts.append(f"({' OR '.join(['instr(section, ?)'] * len(self.sections))})")
            values += [f"|{section.casefold()}|" for section in self.sections]
        return " AND ".join(parts) or "1", values
