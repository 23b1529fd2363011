"""Tables of patterns: each row with a line that it fits and one, much like it, that it must leave alone.

tests/reading/test_rows.py reads every table and checks every row. All rows are tried on most paragraphs: one that looks
through the line, `(?=.*x)`, asks for its first word before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, cast

from newscrawl.reading.openings import sifted


class Row(NamedTuple):
    """A pattern, a line that it fits as a whole, and a line that neither it nor any other of its table fits."""

    pattern: str
    fits: str
    spares: str


def either(rows: Iterable[Row], flags: re.RegexFlag = re.I) -> re.Pattern[str]:
    """All rows of a table as one pattern.

    >>> either([Row("iklan", "Iklan", "Iklan itu baru."), Row(r"\\d", "1", "12")]).fullmatch("7") is not None
    True
    """
    patterns = [row.pattern for row in rows]
    return cast("re.Pattern[str]", _Late(_joined(patterns), flags, lambda: _joined(map(sifted, patterns))))


def _joined(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first asked: the largest take a third of a start, and few starts read.

    >>> late("a+").fullmatch("aa") is not None
    True
    """
    return cast("re.Pattern[str]", _Late(pattern, flags, lambda: pattern))


class _Late:
    """Stands for a pattern; from its second use on, a method is the compiled pattern's own.

    `written` gives the pattern as it is compiled.
    """

    def __init__(self, pattern: str, flags: int, written: Callable[[], str]) -> None:
        self.pattern, self._flags, self._written = pattern, flags, written

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # what looks at a module's values asks each for names that it has not
            raise AttributeError(name)
        value = getattr(re.compile(self._written(), self._flags), name)
        setattr(self, name, value)
        return value
